"""A dataset as a value: what a writer writes from, and where it writes to."""

from collections.abc import Callable, Iterable, Iterator
from typing import BinaryIO, Protocol

import msgspec

from annotator.domain.scheme import Scheme
from annotator.formats.record import Record


class Card(msgspec.Struct, frozen=True, kw_only=True):
    """A dataset's description of itself; nothing of the day or the machine it was made on."""

    name: str
    program: str
    annotators: tuple[str, ...]
    """The handles whose annotation sets it holds."""


class Records:
    """Records that can be read again: each iteration asks `read` for a fresh stream of one part, or (None) of all."""

    def __init__(self, read: Callable[[str | None], Iterator[Record]]) -> None:
        self._read = read

    def __iter__(self) -> Iterator[Record]:
        return self._read(None)

    def of(self, split: str) -> Iterator[Record]:
        """Read the records of one part only."""
        return self._read(split)


class Dataset(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that a writer may write. Records of one document follow each other.

    `splits` names the parts of a divided dataset in their order; each record then says which one it belongs to.
    """

    scheme: Scheme
    records: Records
    card: Card
    splits: tuple[str, ...] = ()
    agreement: Callable[[], tuple[str, ...]] = tuple
    """Counts how far its readers agree: figures with their unit, universe and n, as a person reads them."""

    def parts(self) -> Iterator[tuple[str, Iterable[Record]]]:
        """Yield the name and the records of each part; of an undivided dataset its own name, and all of them."""
        if not self.splits:
            yield self.card.name, self.records
        for split in self.splits:
            yield split, self.records.of(split)


class Sink(Protocol):
    """The destination of a dataset's files; they appear whole, all of them or none, when the writer has ended well."""

    def file(self, name: str) -> BinaryIO:
        """Open a new file to write bytes to; `name` may lead through folders (`data/train.conll`). Close it.

        A format that makes one file gets the file that the person named, whatever its `name` is here.
        """
