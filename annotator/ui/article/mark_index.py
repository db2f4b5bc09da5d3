"""Finding the marks that touch a stretch of text among tens of thousands."""

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator

from annotator.ui.article.marks import Mark

Entry = tuple[int, int, str]


class MarkIndex:
    """Marks by place. Offsets are code points.

    Marks are kept in tiers by the magnitude of their length, each tier sorted by start: within a tier no mark
    is longer than a known bound, so a query looks only at neighbours, however long other marks are.
    """

    def __init__(self, marks: Iterable[Mark] = ()) -> None:
        self._marks = {mark.id: mark for mark in marks}
        self._tiers: defaultdict[int, list[Entry]] = defaultdict(list)
        # Tens of thousands pass here before the first painting: no property is asked twice.
        for mark in self._marks.values():
            start, end = mark.parts[0][0], mark.parts[-1][1]
            self._tiers[(end - start).bit_length()].append((start, end, mark.id))
        for tier in self._tiers.values():
            tier.sort()

    def __len__(self) -> int:
        return len(self._marks)

    def __iter__(self) -> Iterator[Mark]:
        return iter(self._marks.values())

    def get(self, mark_id: str | None) -> Mark | None:
        """The mark with this id, if there is one."""
        return self._marks.get(mark_id) if mark_id is not None else None

    def put(self, mark: Mark) -> None:
        """Adds a mark, or replaces the one with its id."""
        self.drop(mark.id)
        self._marks[mark.id] = mark
        insort(self._tiers[mark.length.bit_length()], (mark.start, mark.end, mark.id))

    def drop(self, mark_id: str) -> None:
        """Takes a mark out, if it is there."""
        mark = self._marks.pop(mark_id, None)
        if mark is not None:
            tier = self._tiers[mark.length.bit_length()]
            del tier[bisect_left(tier, (mark.start, mark.end, mark.id))]

    def touching(self, start: int, end: int) -> list[Mark]:
        """Marks whose extent (gaps included) shares a character with `[start, end)`, in reading order."""
        found: list[Entry] = []
        for magnitude, tier in self._tiers.items():
            first = bisect_left(tier, (start - (1 << magnitude) + 1,))
            last = bisect_left(tier, (end,))
            found += [entry for entry in tier[first:last] if entry[1] > start]
        found.sort()
        return [self._marks[entry[2]] for entry in found]

    def at(self, offset: int) -> list[Mark]:
        """Marks with a part over the character at `offset`, the innermost (shortest) first."""
        covering = [mark for mark in self.touching(offset, offset + 1) if mark.covers(offset)]
        return sorted(covering, key=lambda mark: (mark.length, -mark.start, mark.id))

    def changed(self, marks: Iterable[Mark]) -> tuple[list[Mark], list[Mark]]:
        """What it takes to become exactly `marks`: those to put, and those of mine to drop or replace."""
        coming = {mark.id: mark for mark in marks}
        mine = self._marks
        put = [mark for key, mark in coming.items() if (old := mine.get(key)) is not mark and old != mark]
        drop = [mark for key, mark in mine.items() if key not in coming]
        return put, drop + [mine[mark.id] for mark in put if mark.id in mine]
