"""ZIP archives, and the documents that are ones: read within bounds in memory, and written the same every time."""

import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from annotator.errors import InputError
from annotator.visible import clipped, printable

LARGEST_MEMBER = 64 * 1024 * 1024
LARGEST_TOTAL = 512 * 1024 * 1024
MOST_MEMBERS = 50_000
MOST_RATIO = 200
"""Texts shrink to a tenth; what shrinks to a two-hundredth is made to fill a disk."""
_SMALL = 1024 * 1024
"""A member up to this size may shrink as it likes."""
_ENCRYPTED = 0x1
_LONGEST_END = 22 + 0xFFFF
"""Bytes of the end of an archive with the longest comment."""
_MANY = 0xFFFF
"""The count of files of an archive that says it elsewhere (ZIP64)."""
DAMAGE = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, NotImplementedError, ValueError),
    *(RuntimeError, IndexError, OverflowError),
)
"""The errors of zipfile for an archive that is none, is damaged or locked, or is packed in a way that it does not know.

One that is packed with bzip2 may raise OSError as well, as a disk does.
"""
_IN_MEMORY = (*DAMAGE, OSError)
_EPOCH = (1980, 1, 1, 0, 0, 0)
START = b"PK\x03\x04"
EMPTY = b"PK\x05\x06"
_SKIPPED = ("__MACOSX", "Thumbs.db", "desktop.ini")


def entry(name: str) -> zipfile.ZipInfo:
    """Return the entry of a file that is written: the same content gives the same bytes, whenever and wherever."""
    info = zipfile.ZipInfo(name, _EPOCH)
    info.compress_type, info.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
    return info


@contextmanager
def archive(name: str, data: bytes) -> Iterator[zipfile.ZipFile]:
    """Open an archive in memory, looked over. Raises InputError, also for what goes wrong inside the block."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as opened:
            check(name, opened)
            yield opened
    except _IN_MEMORY as error:
        raise InputError(
            "{name} is damaged or cut off: {reason}. Get the file again.", name=name, reason=clipped(str(error), 120)
        ) from error


def check(name: str, opened: zipfile.ZipFile) -> None:
    """Raise InputError for an archive that would become too much, by what it says of itself.

    Raises zipfile.BadZipFile if its directory names fewer files than its end does: zipfile reads the rest of a damaged
    directory as the comment of a file.
    """
    members = opened.infolist()
    told = _count_told(opened)
    if told is not None and told != len(members):
        raise zipfile.BadZipFile(f"it names {len(members)} of its {told} files")
    if len(members) > MOST_MEMBERS:
        raise InputError(
            "{name} holds {count} files; it may hold {most}.", name=name, count=len(members), most=MOST_MEMBERS
        )
    total = sum(member.file_size for member in members)
    if total > LARGEST_TOTAL:
        raise InputError(
            "{name} unpacks to {size} MiB; it may unpack to {most} MiB.",
            name=name,
            size=total >> 20,
            most=LARGEST_TOTAL >> 20,
        )
    for member in members:
        _check_member(name, member)


def _count_told(opened: zipfile.ZipFile) -> int | None:
    """Return how many files the end of an archive says that it has; None where it does not say so in this place."""
    stream = opened.fp
    assert stream is not None, "an archive that is open has a file"
    stream.seek(0, io.SEEK_END)
    stream.seek(max(0, stream.tell() - _LONGEST_END))
    end = stream.read()
    count = int.from_bytes(end[(place := end.rfind(EMPTY)) + 10 : place + 12], "little")
    return None if place < 0 or count == _MANY else count


def _check_member(name: str, member: zipfile.ZipInfo) -> None:
    inside = printable(member.filename)
    if member.file_size > LARGEST_MEMBER:
        raise InputError(
            "{name}: {inside} unpacks to {size} MiB; it may unpack to {most} MiB.",
            name=name,
            inside=inside,
            size=member.file_size >> 20,
            most=LARGEST_MEMBER >> 20,
        )
    if member.file_size > _SMALL and member.file_size > MOST_RATIO * max(1, member.compress_size):
        raise InputError(
            "{name}: {inside} unpacks to {ratio} times its size, which no text does; it was not opened.",
            name=name,
            inside=inside,
            ratio=member.file_size // max(1, member.compress_size),
        )


def content(name: str, opened: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    """Return the bytes of a member, never more than it says. Raises InputError."""
    inside = f"{name}/{printable(member.filename)}"
    if member.flag_bits & _ENCRYPTED:
        raise InputError("{name} is locked with a password; unpack it and import the files.", name=inside)
    try:
        with opened.open(member) as stream:
            data = stream.read(member.file_size + 1)
    except _IN_MEMORY as error:
        raise InputError(
            "{name} is damaged: {reason}. Get the archive again.", name=inside, reason=clipped(str(error), 120)
        ) from error
    if len(data) > member.file_size:
        raise InputError("{name} is larger than its archive says; it was not read.", name=inside)
    return data


def member_name(member: zipfile.ZipInfo) -> str:
    """Return a member's name; many programs write UTF-8 and do not say so."""
    if not member.flag_bits & 0x800:
        try:
            return printable(member.filename.encode("cp437").decode("utf-8"))
        except UnicodeError:
            pass
    return printable(member.filename)


def is_hidden(name: str) -> bool:
    """Return whether a member is one that systems put into archives, and no person."""
    parts = name.replace("\\", "/").split("/")
    return any((part.startswith(".") and part not in (".", "..")) or part in _SKIPPED for part in parts)


def leads_out(name: str) -> bool:
    """Return whether a member would lie outside the folder into which its archive is unpacked."""
    parts = name.replace("\\", "/").split("/")
    return ".." in parts or name.startswith(("/", "\\")) or (len(name) > 1 and name[1] == ":")


def is_office(head: bytes, folder: str) -> bool:
    """Return whether a file that begins so is an Office document with this folder in it (`word/`, `xl/`).

    Only its first member says that it is one: an archive of documents holds such folders as well.
    """
    return head.startswith(START) and _first_name(head).startswith(_OFFICE) and folder.encode() in head


_OFFICE = (b"[Content_Types].xml", b"_rels/", b"docProps/", b"word/", b"xl/", b"customXml/")


def _first_name(head: bytes) -> bytes:
    length = int.from_bytes(head[26:28], "little")
    return head[30 : 30 + length]


DOCUMENTS = frozenset(("[Content_Types].xml", "mimetype", "META-INF/manifest.xml"))
"""Members of archives that are documents: Office's, OpenDocument's, e-books."""


def is_document(data: bytes) -> bool:
    """Return whether an archive is a document, by the names in it; one that cannot be opened is none."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as opened:
            return not DOCUMENTS.isdisjoint(opened.namelist())
    except _IN_MEMORY:
        return _first_name(data).startswith(_OFFICE)
