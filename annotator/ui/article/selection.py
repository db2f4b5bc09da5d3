"""The selection as a value, and how a drag becomes one. Pure; offsets are code points of the whole text."""

from typing import Literal

import msgspec

COVERED = 1 / 3
"""A letter belongs to a drag that covered this much of it, so that letter to letter takes both."""


Side = Literal["before", "after", "begin", "end"]


class Caret(msgspec.Struct, frozen=True):
    """A place between two letters, and what it stands beside.

    Where directions meet or a line wraps, one offset has several places: *before* the grapheme at the offset,
    *after* the grapheme that ends there, or where its line *begins* or *ends*.
    """

    offset: int
    side: Side = "before"

    @property
    def trailing(self) -> bool:
        """Return whether it belongs to what comes before it."""
        return self.side in ("after", "end")


class Selection(msgspec.Struct, frozen=True):
    """From where the selection was begun to the caret, whichever comes first."""

    anchor: int
    caret: Caret

    @property
    def range(self) -> tuple[int, int]:
        """Half-open; empty where there is only a caret."""
        head = self.caret.offset
        return (self.anchor, head) if self.anchor <= head else (head, self.anchor)


class Touch(msgspec.Struct, frozen=True):
    """A grapheme under the pointer, and how much of it lies before the pointer in reading order (0 to 1)."""

    start: int
    end: int
    fraction: float

    @property
    def nearest(self) -> int:
        """The edge of the grapheme that is nearer to the pointer."""
        return self.end if self.fraction > 0.5 else self.start


def covered(first: Touch, last: Touch) -> tuple[int, int]:
    """The graphemes that a drag between two touches covered; empty (where the drag began) if it hardly moved."""
    if (last.start, last.fraction) < (first.start, first.fraction):
        first, last = last, first
    if first.start == last.start:
        enough = last.fraction - first.fraction >= COVERED
        return (first.start, max(first.end, last.end)) if enough else (first.nearest, first.nearest)
    start = first.start if 1 - first.fraction >= COVERED else first.end
    end = last.end if last.fraction >= COVERED else last.start
    return start, max(start, end)


def between(anchor: int, reach: tuple[int, int]) -> Selection:
    """The selection of `reach`, begun at the end of it that is nearer to `anchor`."""
    start, end = reach
    if abs(anchor - start) <= abs(anchor - end):
        return Selection(start, Caret(end, "after"))
    return Selection(end, Caret(start))
