"""The formats there are. A format is one file in this package that registers itself here.

@writer(id="jsonl", title="JSON Lines", suffix=".jsonl", holds=EVERYTHING)
def write_jsonl(records: Iterable[Record]) -> Iterator[str]: ...
"""

import importlib
import pkgutil
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import BinaryIO

import msgspec

from annotator import formats
from annotator.domain.scheme import Scheme
from annotator.errors import NotFoundError
from annotator.formats.losses import Feature
from annotator.formats.record import Record


class Source(msgspec.Struct, kw_only=True):
    """What a reader reads from, and what it holds the content against.

    `scheme` is the project's; `annotator` the handle that marks become whose annotator the file does not name.
    A reader keeps `line` at where it is, counted from 1: whoever tells of an error names the file and the line,
    also when it is the project that refuses a record.
    """

    stream: BinaryIO
    scheme: Scheme
    annotator: str
    line: int = 0


Write = Callable[[Iterable[Record]], Iterator[str]]
Read = Callable[[Source], Iterator[Record]]


class Writer(msgspec.Struct, frozen=True, kw_only=True):
    """How to write a format. `write` yields the file's text, which is kept in UTF-8 with LF."""

    id: str
    title: str
    suffix: str
    holds: Feature
    write: Write


class Reader(msgspec.Struct, frozen=True, kw_only=True):
    """How to read a format. `read` yields records in the file's order and raises InputError with the reason."""

    id: str
    title: str
    suffix: str
    read: Read


_writers: dict[str, Writer] = {}
_readers: dict[str, Reader] = {}


def writer(*, id: str, title: str, suffix: str, holds: Feature) -> Callable[[Write], Write]:
    """Register the function below as the writer of a format."""

    def register(write: Write) -> Write:
        _writers[id] = Writer(id=id, title=title, suffix=suffix, holds=holds, write=write)
        return write

    return register


def reader(*, id: str, title: str, suffix: str) -> Callable[[Read], Read]:
    """Register the function below as the reader of a format."""

    def register(read: Read) -> Read:
        _readers[id] = Reader(id=id, title=title, suffix=suffix, read=read)
        return read

    return register


@cache
def _load() -> None:
    """Let every file of this package register itself."""
    for module in pkgutil.iter_modules(formats.__path__):
        importlib.import_module(f"{formats.__name__}.{module.name}")


def writers() -> list[Writer]:
    """Every format that can be written, by id."""
    _load()
    return [_writers[id] for id in sorted(_writers)]


def readers() -> list[Reader]:
    """Every format of annotations that can be read, by id."""
    _load()
    return [_readers[id] for id in sorted(_readers)]


def find_writer(id: str) -> Writer:
    """The writer of this format, or NotFoundError that lists those there are."""
    _load()
    if id not in _writers:
        raise _unknown(id, "written", _writers)
    return _writers[id]


def find_reader(id: str) -> Reader:
    """The reader of this format, or NotFoundError that lists those there are."""
    _load()
    if id not in _readers:
        raise _unknown(id, "read", _readers)
    return _readers[id]


def reader_for(path: Path) -> Reader | None:
    """The reader whose suffix the file has, if any; other files are taken for articles."""
    return next((reader for reader in readers() if path.name.lower().endswith(reader.suffix)), None)


def _unknown(id: str, done: str, known: Iterable[str]) -> NotFoundError:
    return NotFoundError(
        "There is no format {id!r} that can be {done}; there is: {known}.",
        id=id,
        done=done,
        known=", ".join(sorted(known)),
    )
