"""Opening REFI-QDA: its ZIP archive and XML, bounded, with nothing fetched, expanded or written to disk."""

import io
import zipfile
from collections.abc import Iterator
from typing import Any, BinaryIO

from annotator import zips
from annotator.errors import InputError
from annotator.formats.refi_layout import INTERNAL, PROJECT_FILE

MOST_PACKAGE_BYTES = 2**30
MOST_XML_BYTES = 256 * 2**20
MOST_TEXT_BYTES = 64 * 2**20
MOST_ENTRIES = 100_000
MOST_EXPANSION = 200
"""The factor by which an entry may be larger than it is packed; XML of this kind has about 20."""


class Package:
    """The files of a `.qdpx`, by their paths in it in lower case."""

    def __init__(self, stream: BinaryIO) -> None:
        data = stream.read(MOST_PACKAGE_BYTES + 1)
        if len(data) > MOST_PACKAGE_BYTES:
            raise InputError("it is larger than {most} MiB", most=MOST_PACKAGE_BYTES >> 20)
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except (*zips.DAMAGE, OSError) as error:
            raise InputError("it is no ZIP archive, or a damaged one ({reason})", reason=str(error)) from error
        entries = self._archive.infolist()
        if len(entries) > MOST_ENTRIES:
            raise InputError("its archive holds more than {most} files", most=MOST_ENTRIES)
        self._entries = {entry.filename.replace("\\", "/").lower(): entry for entry in entries}

    def project(self) -> Any:
        """Return the root of the project's XML. Raises InputError."""
        name = next((one for one in self._entries if one.rpartition("/")[2] == PROJECT_FILE), None)
        if name is None:
            raise InputError("its archive holds no {name}", name=PROJECT_FILE)
        return parsed_xml(self._read(name, MOST_XML_BYTES), PROJECT_FILE)

    def text(self, path: str) -> str | None:
        """Return the text at an internal path; None if it lies outside the package, or is not there.

        Raises InputError for a path that leads elsewhere, and for a text that is not UTF-8 or UTF-16.
        """
        if not path.lower().startswith(INTERNAL):
            return None
        inside = path[len(INTERNAL) :].replace("\\", "/").lstrip("/").lower()
        if ".." in inside.split("/"):
            raise InputError("the path {path!r} leads out of the package", path=path)
        found = next((one for one in (f"sources/{inside}", inside) if one in self._entries), None)
        return None if found is None else _decoded(self._read(found, MOST_TEXT_BYTES), path)

    def _read(self, name: str, most: int) -> bytes:
        entry = self._entries[name]
        # What a header promises costs nothing to write down, so no more is read than may be.
        if entry.file_size > most or entry.file_size > MOST_EXPANSION * max(entry.compress_size, 4096):
            raise InputError("{name} in it unpacks to more than such a file can have", name=entry.filename)
        try:
            with self._archive.open(entry) as file:
                data = file.read(most + 1)
        except (*zips.DAMAGE, OSError) as error:
            raise InputError("{name} in it is damaged or locked ({reason})", name=name, reason=str(error)) from error
        if len(data) > most:
            raise InputError("{name} in it unpacks to more than such a file can have", name=entry.filename)
        return data


def parsed_xml(data: bytes, name: str) -> Any:
    """Return the root of XML without a document type, whose entities nobody expands. Raises InputError."""
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        tree = etree.parse(io.BytesIO(data), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise InputError("{name} is no XML: {reason}", name=name, reason=str(error)) from error
    if tree.docinfo.doctype:
        raise InputError("{name} declares a document type, which such a file does not have", name=name)
    return tree.getroot()


def local(element: Any) -> str:
    """Return the name of an element without its namespace."""
    name = element.tag
    return name.rpartition("}")[2] if isinstance(name, str) else ""


def below(element: Any, *names: str) -> Iterator[Any]:
    """Yield the children of an element with one of these names."""
    return (child for child in element if local(child) in names)


def group(root: Any, name: str, *items: str) -> Iterator[Any]:
    """Yield the items of a group of the project, such as the Case elements of Cases."""
    for found in below(root, name):
        yield from below(found, *items)


def _decoded(data: bytes, path: str) -> str:
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError("the text {path} is not UTF-8 (byte {place})", path=path, place=error.start) from error
