"""Connectors from a mark to the marks that play its roles: fine lines that run where no letters stand.

They leave a mark downwards (or upwards), run in the gap between two lines, and go round by the margin where more
than a line lies between. All lengths are pixels of the viewport.
"""

from collections.abc import Iterable, Sequence
from itertools import product
from typing import TYPE_CHECKING, Protocol

import msgspec

if TYPE_CHECKING:
    from annotator.domain.span import Parts
    from annotator.ui.article.page import Page

Point = tuple[float, float]

INSET = 7.0
"""Pixels that a connector stays away from the ends of a long mark."""
MARGIN = 9.0
"""Pixels between the column and the first connector beside it."""
LANE = 4.0
"""Pixels between two connectors that run in the same margin."""


class Stretch(msgspec.Struct, frozen=True):
    """A piece of a mark on one line: its columns, the top and foot of its letters, and the gaps around its line.

    `line` counts the lines that are in sight, from 0.
    """

    line: int
    left: float
    right: float
    head: float
    foot: float
    above: float
    below: float

    @property
    def middle(self) -> float:
        """Return the x at which a connector leaves it."""
        return (self.left + self.right) / 2

    def nearest(self, x: float) -> float:
        """Return the x at which a connector that comes from `x` arrives."""
        inset = min(INSET, (self.right - self.left) / 2)
        return min(max(x, self.left + inset), self.right - inset)


class Sides(msgspec.Struct, frozen=True):
    """The bounds of the lines: the x of both margins, and the top and bottom of the viewport."""

    left: float
    right: float
    top: float
    bottom: float

    def margin(self, one: float, other: float, lane: int) -> float:
        """The x beside the column by which it is nearer from one x to the other."""
        away = lane * LANE
        by_left = one + other - 2 * self.left
        by_right = 2 * self.right - one - other
        return self.left - away if by_left < by_right else self.right + away


def route(role: Sequence[Stretch], head: Sequence[Stretch], sides: Sides, lane: int = 0) -> list[Point]:
    """The corners of the connector between two marks in sight; empty where the one lies over or under the other."""
    one, other = min(product(role, head), key=_apart)
    if one.line == other.line and one.left < other.right and other.left < one.right:
        return []
    start, end = one.middle, other.nearest(one.middle)
    if one.line == other.line:
        return [(start, one.foot), (start, one.below), (end, one.below), (end, other.foot)]
    down = one.line < other.line
    leaves, arrives = (one.foot, other.head) if down else (one.head, other.foot)
    gap, last_gap = (one.below, other.above) if down else (one.above, other.below)
    if abs(one.line - other.line) == 1:
        gap = one.below if down else other.below
        return [(start, leaves), (start, gap), (end, gap), (end, arrives)]
    beside = sides.margin(start, end, lane)
    return [(start, leaves), (start, gap), (beside, gap), (beside, last_gap), (end, last_gap), (end, arrives)]


def route_out(seen: Sequence[Stretch], upwards: bool, sides: Sides, lane: int = 0) -> list[Point]:
    """The corners of a connector to a mark that is out of sight, from the one that is seen to the window's edge."""
    one = min(seen, key=lambda item: item.line) if upwards else max(seen, key=lambda item: item.line)
    leaves, gap = (one.head, one.above) if upwards else (one.foot, one.below)
    beside = sides.margin(one.middle, one.middle, lane)
    edge = sides.top if upwards else sides.bottom
    return [(one.middle, leaves), (one.middle, gap), (beside, gap), (beside, edge)]


def _apart(pair: tuple[Stretch, Stretch]) -> tuple[int, float]:
    one, other = pair
    return abs(one.line - other.line), max(one.left - other.right, other.left - one.right, 0.0)


class Surface(Protocol):
    """A viewport that shows the page: the place of its column and its height, in pixels."""

    page: "Page"

    @property
    def column_left(self) -> int:
        """The left edge of the column."""

    @property
    def window_height(self) -> int:
        """The height of what is in sight."""


class Sight:
    """The lines that are in sight, and where pieces of the text stand on them."""

    def __init__(self, surface: "Surface") -> None:
        left, width = surface.column_left, surface.page.width
        self._left = left
        self._lines = [
            (line, top)
            for _, paragraph, top in surface.page.visible(surface.window_height)
            for line in paragraph.lines
            if top + line.bottom > 0 and top + line.top < surface.window_height
        ]
        self.range = (self._lines[0][0].start, self._lines[-1][0].end) if self._lines else (0, 0)
        """The code points from the first to the last of these lines."""
        self.sides = Sides(left - MARGIN, left + width + MARGIN, 0.0, float(surface.window_height))

    def stretches(self, parts: "Parts") -> list[Stretch]:
        """The pieces of a mark that are in sight, line by line, in reading order of the lines."""
        return [stretch for place in range(len(self._lines)) for stretch in self._on_line(place, parts)]

    def _on_line(self, place: int, parts: "Parts") -> Iterable[Stretch]:
        line, top = self._lines[place]
        for start, end in parts:
            if start < line.end and line.start < end:
                for x0, x1 in line.extents(start, end):
                    yield Stretch(
                        place,
                        x0 + self._left,
                        x1 + self._left,
                        top + line.baseline - line.ascent,
                        top + line.baseline + line.descent,
                        top + line.top - 0.5,
                        top + line.bottom - 0.5,
                    )

    def connector(self, role: "Parts", head: "Parts", lane: int) -> list[Point]:
        """The corners of the connector between two marks, as much of it as is in sight."""
        ones, others = self.stretches(role), self.stretches(head)
        if ones and others:
            return route(ones, others, self.sides, lane)
        if ones:
            return route_out(ones, head[0][0] < self.range[0], self.sides, lane)
        # It begins with the role, wherever that is.
        return route_out(others, role[0][0] < self.range[0], self.sides, lane)[::-1] if others else []
