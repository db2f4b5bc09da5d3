"""The kinds of article files there are, and the one door to them.

@kind(id="text", title="Text", suffixes=(".txt",))
def read_text(file: File) -> Intake: ...
"""

import importlib
import pkgutil
from collections.abc import Callable
from functools import cache
from pathlib import Path

import msgspec

from annotator import intake
from annotator.domain.document import IntakeNote, Origin
from annotator.intake.files import File, load

DEFAULT = "text"
"""The kind that a file is taken for whose suffix no kind has: newsrooms name their texts as they like."""


class Intake(msgspec.Struct, frozen=True, kw_only=True):
    """An article as it came in: its final text, a title, what was done to make it, where it came from."""

    text: str
    title: str
    notes: tuple[IntakeNote, ...]
    origin: Origin


Read = Callable[[File], Intake]


class Kind(msgspec.Struct, frozen=True, kw_only=True):
    """One kind of file; `suffixes` are in lower case, with their dot. `read` raises InputError."""

    id: str
    title: str
    suffixes: tuple[str, ...]
    read: Read


_kinds: dict[str, Kind] = {}


def kind(*, id: str, title: str, suffixes: tuple[str, ...]) -> Callable[[Read], Read]:
    """Register the function below as the reader of a kind of article files."""

    def register(read: Read) -> Read:
        _kinds[id] = Kind(id=id, title=title, suffixes=suffixes, read=read)
        return read

    return register


@cache
def _load() -> None:
    """Let every file of this package register itself."""
    for module in pkgutil.iter_modules(intake.__path__):
        importlib.import_module(f"{intake.__name__}.{module.name}")


def kinds() -> list[Kind]:
    """Every kind of article file that can be read, by id."""
    _load()
    return [_kinds[id] for id in sorted(_kinds)]


def read(path: Path, encoding: str | None = None, kind: str | None = None) -> Intake:
    """Return the article in a file. `encoding` and `kind` (an id of `kinds`) are found out if not given.

    Raises InputError in one line that names the file and the mend, also for a file that is no article but a dataset,
    a table or the like, unless `kind` is given.
    """
    suffix = path.suffix.lower()
    found = next((one for one in kinds() if (one.id == kind if kind else suffix in one.suffixes)), _kinds[DEFAULT])
    return found.read(File(name=path.name, data=load(path), encoding=encoding, chosen=kind is not None))
