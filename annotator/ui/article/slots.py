"""Places for characters without width: hidden controls, and the white space at which a line wraps."""

from collections.abc import Iterable, Sequence

import msgspec

from annotator.ui.article.glyph_runs import Extent

SLOT = 2.0
"""Pixels given to a character that has no width, so that it can be seen and hit."""

HEART = 2.0
"""Pixels around the middle of a letter that stay its own, whatever has no width beside it."""


class SlotRow(msgspec.Struct):
    """Graphemes without width at one place, by their starts from left to right.

    `ends` is -1 or 1 where they end the line at its left or right: there they hang over its edge.
    """

    x: float
    starts: list[int]
    ends: int = 0


def place_slots(rows: Iterable[SlotRow], letters: Iterable[Extent]) -> dict[int, Extent]:
    """The columns of each, by its start: side by side around their place.

    No slot lies on another, or on the middle of a letter, so that each of them can be hit even beside a narrow
    space.
    """
    taken = sorted(_heart(letter) for letter in letters)
    slots: dict[int, Extent] = {}
    free = float("-inf")
    for row in sorted(rows, key=lambda row: row.x):
        half = SLOT * len(row.starts) / 2
        free = max(free, row.x - half + row.ends * half)
        for start in row.starts:
            free = _beside(taken, free)
            slots[start] = free, free + SLOT
            free += SLOT
    return slots


def _heart(letter: Extent) -> Extent:
    """The columns around the middle of a letter that a pointer aimed at it may hit."""
    middle, half = (letter[0] + letter[1]) / 2, min(HEART, letter[1] - letter[0]) / 2
    return middle - half, middle + half


def _beside(taken: Sequence[Extent], left: float) -> float:
    """The first place from `left` on where a slot lies on nothing that is taken (sorted from left to right)."""
    for begin, end in taken:
        if begin < left + SLOT and left < end:
            left = end
    return left
