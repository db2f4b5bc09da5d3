"""Finding the marks that touch a stretch of text among tens of thousands."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator

from annotator.ui.article.marks import Mark
from annotator.ui.splice import splice


class MarkIndex:
    """Marks by place. Offsets are code points.

    Marks are kept in tiers by the magnitude of their length, each tier sorted by start: within a tier no mark
    is longer than a known bound, so a query looks only at neighbours, however long other marks are.
    """

    def __init__(self, marks: Iterable[Mark] = ()) -> None:
        self._marks = {mark.id: mark for mark in marks}
        self._tiers = _tiers(self._marks.values())

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
        magnitude = mark.length.bit_length()
        if magnitude not in self._tiers:
            self._tiers[magnitude] = _Tier([])
        self._tiers[magnitude].put(mark)

    def drop(self, mark_id: str) -> None:
        """Takes a mark out, if it is there."""
        mark = self._marks.pop(mark_id, None)
        if mark is not None:
            self._tiers[mark.length.bit_length()].drop(mark)

    def touching(self, start: int, end: int) -> list[Mark]:
        """Marks whose extent (gaps included) shares a character with `[start, end)`, in reading order."""
        found: list[Mark] = []
        for magnitude, tier in self._tiers.items():
            first = bisect_left(tier.starts, start - (1 << magnitude) + 1)
            last = bisect_left(tier.starts, end)
            found += [mark for mark in tier.marks[first:last] if mark.parts[-1][1] > start]
        found.sort(key=_place)
        return found

    def at(self, offset: int) -> list[Mark]:
        """Marks with a part over the character at `offset`, the innermost (shortest) first."""
        covering = [mark for mark in self.touching(offset, offset + 1) if mark.covers(offset)]
        return sorted(covering, key=lambda mark: (mark.length, -mark.start, mark.id))


def changed(before: list[Mark], after: list[Mark]) -> tuple[list[Mark], list[Mark]]:
    """Return the edits that turn `before` into `after`: the marks to put, and those to drop or replace."""
    head, gone, come = splice(before, after)
    old = {mark.id: mark for mark in before[head : head + gone]}
    new = {mark.id: mark for mark in after[head : head + come]}
    put = [mark for key, mark in new.items() if old.get(key) != mark]
    drop = [mark for key, mark in old.items() if new.get(key) != mark]
    return put, drop


class _Tier:
    """Marks of one magnitude, sorted by start, and their starts beside them, which `bisect` compares in C."""

    def __init__(self, marks: list[Mark]) -> None:
        marks.sort(key=_start)
        self.marks = marks
        self.starts = [mark.parts[0][0] for mark in marks]

    def put(self, mark: Mark) -> None:
        place = bisect_right(self.starts, mark.start)
        self.starts.insert(place, mark.start)
        self.marks.insert(place, mark)

    def drop(self, mark: Mark) -> None:
        place = bisect_left(self.starts, mark.start)
        while self.marks[place].id != mark.id:
            place += 1
        del self.starts[place], self.marks[place]


def _tiers(marks: Iterable[Mark]) -> dict[int, _Tier]:
    sorted_by_length: defaultdict[int, list[Mark]] = defaultdict(list)
    # Tens of thousands pass here before the first painting: no property is asked.
    for mark in marks:
        parts = mark.parts
        sorted_by_length[(parts[-1][1] - parts[0][0]).bit_length()].append(mark)
    return {magnitude: _Tier(tier) for magnitude, tier in sorted_by_length.items()}


def _start(mark: Mark) -> int:
    return mark.parts[0][0]


def _place(mark: Mark) -> tuple[int, int, str]:
    return mark.start, mark.end, mark.id
