"""Sums over the trigrams of documents, by which the check compares the search index with the texts.

A sum is the number of different trigrams and the sum of their hashes: equal for equal sets, and small for large ones.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.int64]
Hashes = npt.NDArray[np.uint64]
FormSum = tuple[int, int]

_CHARACTER_BITS = 21
"""Bits of a code point: three have room in 64."""
_BATCH_CHARACTERS = 8_000_000
"""Characters of lists of documents that are read together."""
_SPREAD, _STIR = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xBF58476D1CE4E5B9)


def sum_of(form: str) -> FormSum:
    """Return the sum of a folded form."""
    codes = np.frombuffer(form.encode("utf-32-le", "surrogatepass"), np.uint32).astype(np.uint64)
    if len(codes) < 3:
        return 0, 0
    first, second = np.uint64(_CHARACTER_BITS), np.uint64(2 * _CHARACTER_BITS)
    keys = np.unique(codes[:-2] | codes[1:-1] << first | codes[2:] << second)
    return len(keys), int(_hashed(keys).sum())


class IndexSums:
    """The sums of what the search index holds of each document, and the numbers of those that are not there."""

    def __init__(self, numbers: Iterable[int], rows: Iterable[tuple[str, str]]) -> None:
        """`numbers` are those of all documents; each row is a trigram and the numbers that it has, with commas."""
        self._numbers: Numbers = np.array(sorted(numbers), np.int64)
        self._counts: Numbers = np.zeros(len(self._numbers) + 1, np.int64)
        self._sums: Hashes = np.zeros(len(self._numbers) + 1, np.uint64)
        self.strays = set[int]()
        for batch in _batches(rows):
            self._add([term for term, _ in batch], [documents for _, documents in batch])

    def _add(self, terms: Sequence[str], documents: Sequence[str]) -> None:
        found = np.array(",".join(documents).split(","), np.int64)
        lengths = [listed.count(",") + 1 for listed in documents]
        hashes = np.repeat(_hashed(np.array([_key(term) for term in terms], np.uint64)), lengths)
        places = np.searchsorted(self._numbers, found)
        held = np.append(self._numbers, -1)[places] == found
        self.strays.update(np.unique(found[~held]).tolist())
        np.add.at(self._counts, places[held], 1)
        np.add.at(self._sums, places[held], hashes[held])

    def of(self, number: int) -> FormSum:
        """Return the sum of the document of this number."""
        place = int(np.searchsorted(self._numbers, number))
        return int(self._counts[place]), int(self._sums[place])


def read(connection: sqlite3.Connection, vocabulary: str) -> Iterator[tuple[str, str]]:
    """Yield each trigram with its documents, from an `fts5vocab` table of instances."""
    # The table is in the order of its terms, so that nothing has to be sorted.
    for term, documents in connection.execute(f"SELECT term, group_concat(doc) FROM {vocabulary} GROUP BY term"):
        yield str(term), str(documents)


def _batches(rows: Iterable[tuple[str, str]]) -> Iterator[list[tuple[str, str]]]:
    batch: list[tuple[str, str]] = []
    size = 0
    for row in rows:
        batch.append(row)
        size += len(row[1])
        if size >= _BATCH_CHARACTERS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _key(term: str) -> int:
    """Return a trigram as one number; what is none, as one that no trigram has."""
    if len(term) != 3:
        return (1 << 63) | len(term)
    return sum(ord(char) << place * _CHARACTER_BITS for place, char in enumerate(term))


def _hashed(keys: Hashes) -> Hashes:
    mixed = keys * _SPREAD
    return (mixed ^ mixed >> np.uint64(29)) * _STIR
