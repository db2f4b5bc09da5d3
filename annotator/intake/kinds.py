"""The kinds of article files there are, and the one door to them.

@kind(id="text", title="Text", suffixes=(".txt",))
def read_text(file: File) -> Iterable[Intake]: ...

Ours are named in `BUILT_IN`; others are entry points of `musnad.intake`.
"""

from collections.abc import Callable, Iterable
from pathlib import Path

import msgspec

from annotator.domain.document import Document, IntakeNote, Origin, document_id
from annotator.intake.files import File, load
from annotator.registry import Registry
from annotator.visible import printable

DEFAULT = "text"
"""The kind that a file is taken for which no other one knows: newsrooms name their texts as they like."""

HEAD_BYTES = 64 * 1024
"""Bytes of a file that a kind is shown before it says whether it knows it."""


class Intake(msgspec.Struct, frozen=True, kw_only=True):
    """An article as it came in: its final text, a title, what was done to make it, where it came from."""

    text: str
    title: str
    notes: tuple[IntakeNote, ...]
    origin: Origin

    @property
    def document(self) -> Document:
        """The document that a project keeps."""
        return Document(
            id=document_id(self.text),
            title=self.title,
            text=self.text,
            origins=(msgspec.structs.replace(self.origin, path=printable(self.origin.path or "") or None),),
            intake=self.notes,
        )


Read = Callable[[File], Iterable[Intake]]
Sniff = Callable[[str, bytes], float]


class Kind(msgspec.Struct, frozen=True, kw_only=True):
    """One kind of file; `suffixes` are in lower case, with their dot. `read` raises InputError.

    `sniff(name, head)` says how sure it is, from 0 to 1, that a file of this name and beginning is of the kind.
    """

    id: str
    title: str
    suffixes: tuple[str, ...]
    read: Read
    sniff: Sniff


BUILT_IN = ("annotator.intake.text",)
"""The modules that come with the program."""

_kinds: Registry[Kind] = Registry(BUILT_IN, "musnad.intake")


def kind(*, id: str, title: str, suffixes: tuple[str, ...], sniff: Sniff | None = None) -> Callable[[Read], Read]:
    """Register the function below as the reader of a kind of article files; without `sniff` suffixes tell it."""

    def by_suffix(name: str, _: bytes) -> float:
        return 1.0 if name.lower().endswith(suffixes) else 0.0

    def register(read: Read) -> Read:
        _kinds.add(id, Kind(id=id, title=title, suffixes=suffixes, read=read, sniff=sniff or by_suffix))
        return read

    return register


def kinds() -> list[Kind]:
    """Return every kind of article file that can be read, by id."""
    return _kinds.all()


def articles(path: Path, encoding: str | None = None, kind: str | None = None) -> list[Intake]:
    """Return the articles in a file. `encoding` and `kind` (an id of `kinds`) are found out if not given.

    Raises InputError in one line that names the file and the mend, also for a file that is no article but a dataset,
    a table or the like, unless `kind` is given.
    """
    data = load(path)
    found = _kinds.get(kind or DEFAULT) if kind else _sniffed(path.name, data[:HEAD_BYTES])
    assert found is not None, "callers name a kind that is there"
    return list(found.read(File(name=path.name, data=data, encoding=encoding, chosen=kind is not None)))


def read(path: Path, encoding: str | None = None, kind: str | None = None) -> Intake:
    """Return the one article in a file, as `articles` does."""
    [article] = articles(path, encoding, kind)
    return article


def _sniffed(name: str, head: bytes) -> Kind:
    """The kind that is surest of a file; DEFAULT where none knows it."""
    return max(kinds(), key=lambda one: (one.sniff(name, head), one.id == DEFAULT))
