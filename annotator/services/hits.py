"""The hits of a search, counted before their lines are made: most are never looked at. Offsets are code points."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import overload

import msgspec

from annotator.cancellation import check_cancelled
from annotator.domain.search import Hit
from annotator.domain.span import Range
from annotator.services.searched_texts import SearchedText
from annotator.text.context import around
from annotator.text.searchable import Sought

CONTEXT = 60
"""Code points on each side of a hit."""


class DocumentHits(msgspec.Struct, gc=False):
    """The hits in one document, in reading order: where they stand, or what is looked for, which tells it later."""

    document: SearchedText
    count: int
    sought: Sought
    ranges: Sequence[Range] | None = None

    def first(self, count: int) -> "DocumentHits":
        """Return the first of these hits, at most `count`."""
        return self if count >= self.count else DocumentHits(self.document, count, self.sought, self.ranges)

    def places(self) -> Sequence[Range]:
        """Return where they stand."""
        if self.ranges is None:
            self.ranges = self.document.text.find(self.sought)
        return self.ranges

    def prepare(self) -> None:
        """Find out now what the lines of these hits need."""
        self.places()
        self.document.prepare()

    def hit(self, place: int) -> Hit:
        """Return the hit at this place, from 0."""
        return self._line(self.document.text.text, self.places()[place])

    def __iter__(self) -> Iterator[Hit]:
        text = self.document.text.text
        for found in self.places()[: self.count]:
            check_cancelled()
            yield self._line(text, found)

    def _line(self, text: str, found: Range) -> Hit:
        start, end = found
        before, after = around(text, start, end, CONTEXT)
        return Hit(
            document_id=self.document.id,
            start=start,
            end=end,
            title=self.document.title,
            text=text[start:end],
            before=before,
            after=after,
            direction=self.document.direction,
        )


class Hits(Sequence[Hit]):
    """Hits document by document. The line of each is made when it is asked for."""

    def __init__(self, parts: Iterable[DocumentHits]) -> None:
        self._parts: list[DocumentHits] = []
        self._behind: list[int] = []
        self.extend(parts)

    def extend(self, parts: Iterable[DocumentHits]) -> int:
        """Add hits of more documents, and return how many these are."""
        before = len(self)
        more = [one for one in parts if one.count]
        self._parts += more
        self._behind += list(accumulate((one.count for one in more), initial=before))[1:]
        return len(self) - before

    @property
    def documents(self) -> int:
        """Return the number of documents that have hits."""
        return len(self._parts)

    def __len__(self) -> int:
        return self._behind[-1] if self._behind else 0

    def __iter__(self) -> Iterator[Hit]:
        for part in self._parts:
            yield from part

    @overload
    def __getitem__(self, place: int) -> Hit: ...
    @overload
    def __getitem__(self, place: slice) -> list[Hit]: ...
    def __getitem__(self, place: int | slice) -> Hit | list[Hit]:
        if isinstance(place, slice):
            return [self._at(one) for one in range(*place.indices(len(self)))]
        counted = place + len(self) if place < 0 else place
        if not 0 <= counted < len(self):
            raise IndexError(place)
        return self._at(counted)

    def _at(self, place: int) -> Hit:
        number = bisect_right(self._behind, place)
        return self._parts[number].hit(place - (self._behind[number - 1] if number else 0))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Hits | list | tuple):
            return NotImplemented
        return len(self) == len(other) and all(map(Hit.__eq__, self, other))

    def __repr__(self) -> str:
        return f"Hits({list(self)!r})"


def limited(parts: Iterable[DocumentHits], limit: int | None) -> Hits:
    """Return the first `limit` hits, all for None; no more documents are looked at than these need."""
    if limit is None:
        return Hits(parts)
    taken: list[DocumentHits] = []
    left = limit
    for part in parts if left > 0 else ():
        taken.append(part.first(left))
        left -= part.count
        if left <= 0:
            break
    return Hits(taken)
