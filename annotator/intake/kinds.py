"""The kinds of article sources there are, and the one door to them.

@kind(id="text", title="Text", suffixes=(".txt",), sniff=looks_like_text)
def read_text(source: ArticleSource) -> Iterator[Article]: ...

Ours are named in `BUILT_IN`; others are entry points of `musnad.intake`.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

import msgspec

from annotator.errors import InputError
from annotator.intake.article import Article
from annotator.intake.source import ArticleSource
from annotator.registry import Registry

DEFAULT = "text"
"""The kind that a file is taken for which no other one knows: newsrooms name their texts as they like."""

HEAD_BYTES = 64 * 1024
"""Bytes of a file that a kind is shown before it says whether it knows it."""

ReadItem = Article | InputError
"""An article, or why one thing of a source (a row, an item of a feed) was left out; it names the place."""
Read = Callable[[ArticleSource], Iterable[ReadItem]]
ReadFunction = TypeVar("ReadFunction", bound=Read)
Sniff = Callable[[str, bytes], float]


class Kind(msgspec.Struct, frozen=True, kw_only=True):
    """One kind of source; `suffixes` are in lower case, with their dot. `read` raises InputError.

    `sniff(name, head)` says how sure it is, from 0 to 1, that a file of this name and beginning is of the kind. Kinds
    are known by content; a name may only decide between kinds whose content looks alike.
    """

    id: str
    title: str
    suffixes: tuple[str, ...]
    read: Read
    sniff: Sniff


BUILT_IN = (
    "annotator.intake.text",
    "annotator.intake.html",
    "annotator.intake.feed",
    "annotator.intake.docx",
    "annotator.intake.pdf",
    "annotator.intake.csv",
    "annotator.intake.xlsx",
    "annotator.intake.lines",
)
"""The modules that come with the program."""

_kinds: Registry[Kind] = Registry(BUILT_IN, "musnad.intake")


def kind(
    *, id: str, title: str, suffixes: tuple[str, ...], sniff: Sniff | None = None
) -> Callable[[ReadFunction], ReadFunction]:
    """Register the function below as the reader of a kind of source; without `sniff` suffixes tell it."""

    def by_suffix(name: str, _: bytes) -> float:
        return 1.0 if name.lower().endswith(suffixes) else 0.0

    def register(read: ReadFunction) -> ReadFunction:
        _kinds.add(id, Kind(id=id, title=title, suffixes=suffixes, read=read, sniff=sniff or by_suffix))
        return read

    return register


def kinds() -> list[Kind]:
    """Return every kind of source that can be read, by id."""
    return _kinds.all()


def kind_of(source: ArticleSource, chosen: str | None = None) -> Kind:
    """Return the kind that is surest of a source, or the one with the id `chosen`, which must be there."""
    if chosen is not None:
        found = _kinds.get(chosen)
        assert found is not None, "callers name a kind that is there"
        return found
    head = source.data[:HEAD_BYTES]
    return max(kinds(), key=lambda one: (one.sniff(source.name, head), one.id == DEFAULT))


SURE = 0.9
"""A kind that is as sure as this knows a source by its content."""


def knows_articles(name: str, head: bytes) -> bool:
    """Return whether a kind is sure, by its content, that a file of this name and beginning holds articles."""
    return any(one.sniff(name, head) >= SURE for one in kinds())


def read_source(source: ArticleSource, kind: str | None = None) -> Iterator[ReadItem]:
    """Yield what is in a source, as it is read. `kind` (an id of `kinds`) is found out if not given.

    Raises InputError in one line that names the source, the place and the mend, also for what is no article but a
    dataset, a scheme or the like, unless `kind` is given.
    """
    yield from kind_of(source, kind).read(source)
