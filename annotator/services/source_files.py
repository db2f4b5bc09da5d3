"""Opening what a reader reads: a file with those beside it, or a folder of files as one source."""

import io
import os
import posixpath
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import BinaryIO

from annotator import paths
from annotator.domain.scheme import Scheme
from annotator.errors import InputError, MusnadError, OtherKindError
from annotator.formats.record import Record
from annotator.formats.registry import CERTAIN, HEAD_BYTES, LIKELY, SURE, Reader, sniffed
from annotator.formats.source import Source
from annotator.intake.kinds import knows_articles
from annotator.services.manifest import IN_FOLDER
from annotator.sources import opened

MOST_FILES = 100_000
"""The most files of a folder: the largest corpora of the field have a tenth of that."""


def recognised(path: Path) -> Reader | None:
    """Return the reader of a file or folder of annotations, None for what may be articles.

    Raises OtherKindError for a file whose content only looks like a format: its name says something else, so the person
    must say which of the two is right. Raises it too for a folder with files of several formats.
    """
    if paths.kind(path) == "folder":
        return _recognised_folder(path)
    with paths.told(path), opened(path) as stream:
        head = stream.read(HEAD_BYTES)
    known = sniffed(path.name, head)
    if not known or known[0][0] < LIKELY or _is_article(known[0][0], path.name, head):
        return None
    confidence, reader = known[0]
    if confidence < CERTAIN:
        raise OtherKindError(
            "{name} looks like {title} and is not called so: import it with --format {format}, "
            "or, if it is an article all the same, with --format text.",
            name=path.name,
            title=reader.title,
            format=reader.id,
        )
    return reader


def _is_article(confidence: float, name: str, head: bytes) -> bool:
    """Return whether a file that a reader knows by its name only holds bare articles, as its content says."""
    return confidence < SURE and knows_articles(name, head)


def _recognised_folder(folder: Path) -> Reader | None:
    """Return the reader that is certain of files in a folder; None where the others are articles of their own."""
    found: dict[str, Reader] = {}
    files = {name: _head(folder / name) for name in files_below(folder)}
    read: set[str] = set()
    for name, head in files.items():
        known = sniffed(name.rpartition("/")[2], head)
        if known and known[0][0] >= CERTAIN and not _is_article(known[0][0], name, head):
            found[known[0][1].id] = known[0][1]
            read.add(name)
    beside = {posixpath.splitext(name)[0] for name in read}
    if found and any(name not in read and _is_alone(name, head, beside) for name, head in files.items()):
        return None
    if len(found) > 1:
        raise OtherKindError(
            "{name} holds files of several formats ({formats}); say which of them to read with --format.",
            name=folder.name,
            formats=sorted(found),
        )
    return next(iter(found.values()), None)


def _is_alone(name: str, head: bytes, beside: Collection[str]) -> bool:
    """Return whether a file that no reader knows is an article, and not the text that belongs to annotations."""
    stem, suffix = posixpath.splitext(name)
    return stem not in beside and (suffix.lower() == ".txt" or knows_articles(name, head))


def files_below(folder: Path) -> list[str]:
    """Return the paths of the files of a folder, with /, sorted; hidden ones and manifests are left out.

    Links to folders are not followed. Raises InputError for a folder that cannot be read, or has too many files.
    """
    found: list[str] = []
    with paths.told(folder):
        for place, folders, names in os.walk(folder, onerror=_raise):
            folders[:] = [name for name in folders if not name.startswith(".")]
            inside = Path(place).relative_to(folder)
            found += [(inside / name).as_posix() for name in names if not name.startswith(".") and name != IN_FOLDER]
            if len(found) > MOST_FILES:
                raise InputError("{path} holds more than {most} files.", path=folder, most=MOST_FILES)
    return sorted(found)


def _raise(error: OSError) -> None:
    raise error


def _head(path: Path) -> bytes:
    """Return how a file begins; nothing of one that cannot be read, which its reader will tell of."""
    try:
        with paths.told(path), opened(path) as stream:
            return stream.read(HEAD_BYTES)
    except MusnadError:
        return b""


@contextmanager
def opened_source(path: Path, scheme: Scheme | None, annotator: str) -> Iterator[Source]:
    """Open a file and what lies beside it, or a folder, for `records_in`. Raises InputError."""
    if paths.kind(path) == "folder":
        yield Source(stream=io.BytesIO(), scheme=scheme, annotator=annotator, name="", files=tuple(files_below(path)))
        return
    with opened(path) as stream:
        beside = partial(_beside, path.parent, "")
        yield Source(stream=stream, scheme=scheme, annotator=annotator, name=path.name, open=beside)


def _beside(root: Path, place: str, name: str) -> BinaryIO:
    """Open a file by its path from the folder `place` of `root`, which it may not leave."""
    inside = posixpath.normpath(posixpath.join(place, name))
    if inside.startswith("../") or posixpath.isabs(inside) or "\\" in inside or Path(inside).is_absolute():
        raise InputError("{name!r} does not lie beside this file", name=name)
    return opened(root / inside)


def records_in(reader: Reader, source: Source, path: Path) -> Iterator[Record]:
    """Yield the records of an opened source; of a folder those of each file that the reader knows.

    Trouble with a file is told as that. Raises InputError for a folder without such a file.
    """
    if paths.kind(path) != "folder":
        with paths.told(path):
            yield from reader.read(source)
        return
    known = [name for name in source.files if reader.sniff(name.rpartition("/")[2], _head(path / name)) >= LIKELY]
    if not known:
        raise InputError("it holds no file that looks like {title}", title=reader.title)
    for name in known:
        with paths.told(path / name), opened(path / name) as stream:
            source.stream, source.name, source.line = stream, name, 0
            source.open = partial(_beside, path, posixpath.dirname(name))
            yield from reader.read(source)


class PlacedError(InputError):
    """An error that names its file already."""


def placed(path: Path, file: object, line: object, reason: object) -> PlacedError:
    """Return the error with the place in front: the source's name, the file of a folder, the line (0: none)."""
    if isinstance(reason, PlacedError):
        return reason
    name = f"{path.name}/{file}" if file and file != path.name else path.name
    if line:
        return PlacedError("{name}, line {line}: {reason}", name=name, line=line, reason=reason)
    return PlacedError("{name}: {reason}", name=name, reason=reason)
