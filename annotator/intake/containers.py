"""Archives of sources, to a depth, within bounds."""

import zipfile
from collections.abc import Iterator

import msgspec

from annotator import zips
from annotator.errors import InputError
from annotator.intake.source import ArticleSource

DEEPEST = 3
"""Archives within archives."""


def is_archive(source: ArticleSource) -> bool:
    """Return whether a source is an archive of files, and not a document that happens to be one."""
    return source.data.startswith((zips.START, zips.EMPTY)) and not zips.is_document(source.data)


def sources(source: ArticleSource) -> Iterator[ArticleSource | InputError]:
    """Yield what a source stands for: the files of an archive in the order of their names, or itself.

    Yields an error for each file that cannot be read, and goes on. Raises InputError for an archive that cannot be
    opened, or would become too much.
    """
    if not is_archive(source):
        yield source
        return
    yield from _members(source, [zips.LARGEST_TOTAL], 1)


def _members(source: ArticleSource, room: list[int], depth: int) -> Iterator[ArticleSource | InputError]:
    """`room`: how many bytes may still be unpacked, in this archive and all that hold it."""
    with zips.archive(source.name, source.data) as opened:
        for member in sorted(opened.infolist(), key=lambda one: one.filename):
            name = zips.member_name(member)
            if not name or name.endswith("/") or zips.is_hidden(name):
                continue
            try:
                found = _member(source, opened, member, name, room)
            except InputError as error:
                yield error
                continue
            if not is_archive(found):
                yield found
            elif depth >= DEEPEST:
                yield InputError(
                    "{name} is an archive {depth} deep in others; unpack it.", name=found.name, depth=depth
                )
            else:
                yield from _inner(found, room, depth + 1)


def _inner(source: ArticleSource, room: list[int], depth: int) -> Iterator[ArticleSource | InputError]:
    try:
        yield from _members(source, room, depth)
    except InputError as error:
        yield error


def _member(
    source: ArticleSource, opened: zipfile.ZipFile, member: zipfile.ZipInfo, name: str, room: list[int]
) -> ArticleSource:
    if zips.leads_out(name):
        raise InputError("{name}: {inside} leads out of the archive; it was not read.", name=source.name, inside=name)
    room[0] -= member.file_size
    if room[0] < 0:
        raise InputError(
            "{name} unpacks to more than {most} MiB; {inside} was not read.",
            name=source.name,
            most=zips.LARGEST_TOTAL >> 20,
            inside=name,
        )
    data = zips.content(source.name, opened, member)
    return msgspec.structs.replace(source, name=f"{source.name}/{name}", data=data)
