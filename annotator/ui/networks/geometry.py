"""Places of nodes and edges in a drawing of some width: pixels from the places that a layout gave."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from math import hypot, sqrt

import msgspec
from PySide6.QtCore import QPointF, QRectF

from annotator.domain.networks import NetworkEdge
from annotator.services.discourse import Drawing

ROW_PX = 30
TOP_PX = 34
"""Room for the headings of columns."""
EDGE_PX = 60
NAMES_SHARE = 0.3
"""The share of the width that the names beside a column may take."""
REACH_PX = 7
PLANE_PX = (560, 420)
"""The least size of a plane."""
RADII_PX = (5.0, 15.0)


class Spot(msgspec.Struct, frozen=True, gc=False):
    """A node of the drawing: its key (a column and an id, for an actor may stand in both), its middle and its radius.

    `side` is -1 where its name stands before it in reading direction, 1 behind it, 0 below it.
    """

    column: int
    id: str
    x: float
    y: float
    radius: float
    side: int

    @property
    def middle(self) -> QPointF:
        """The middle of the node."""
        return QPointF(self.x, self.y)


class Geometry:
    """The places of one drawing in a widget of one size, mirrored or not."""

    def __init__(self, drawn: Drawing, width: float, height: float, *, mirrored: bool) -> None:
        self.drawn = drawn
        self._size, self._mirrored = (width, height), mirrored
        self.spots: dict[tuple[int, str], Spot] = {}
        strengths = self._strengths()
        self._most = max(strengths.values(), default=1)
        for spot in self._in_columns(strengths) if drawn.in_columns else self._on_plane(strengths):
            self.spots[spot.column, spot.id] = spot

    def _strengths(self) -> Mapping[tuple[int, str], int]:
        found: dict[tuple[int, str], int] = {}
        for edge in self.drawn.edges:
            for key in self.ends(edge):
                found[key] = found.get(key, 0) + len(edge.places)
        return found

    def ends(self, edge: NetworkEdge) -> tuple[tuple[int, str], tuple[int, str]]:
        """Return the keys of the nodes at the ends of an edge."""
        return (0, edge.start), (1 if self.drawn.in_columns else 0, edge.end)

    def _radius(self, strength: int) -> float:
        least, most = RADII_PX
        return least + (most - least) * sqrt(strength / self._most)

    def _in_columns(self, strengths: Mapping[tuple[int, str], int]) -> Iterator[Spot]:
        width, height = self._size
        names = width * NAMES_SHARE
        for column, ids in enumerate((self.drawn.first, self.drawn.second)):
            step = max((height - TOP_PX) / max(len(ids), 1), ROW_PX)
            x = names if column == 0 else width - names
            for place, id in enumerate(ids):
                y = TOP_PX + step * (place + 0.5)
                radius = min(self._radius(strengths.get((column, id), 0)), ROW_PX / 2 - 3)
                yield Spot(column, id, self._across(x), y, radius, -1 if column == 0 else 1)

    def _on_plane(self, strengths: Mapping[tuple[int, str], int]) -> Iterator[Spot]:
        width, height = self._size
        for id, (x, y) in self.drawn.places.items():
            across = EDGE_PX + x * max(width - 2 * EDGE_PX, 1)
            down = EDGE_PX / 2 + y * max(height - EDGE_PX * 1.4, 1)
            yield Spot(0, id, self._across(across), down, self._radius(strengths.get((0, id), 0)), 0)

    def _across(self, x: float) -> float:
        return self._size[0] - x if self._mirrored else x

    # What is where

    def at(self, point: QPointF) -> Spot | NetworkEdge | None:
        """Return the node at a point, or the nearest edge within reach of it."""
        spots = ((hypot(spot.x - point.x(), spot.y - point.y()) - spot.radius, spot) for spot in self.spots.values())
        near = min(spots, key=lambda pair: pair[0], default=None)
        if near is not None and near[0] <= REACH_PX:
            return near[1]
        nearest = min(
            ((_apart(line, point.x(), point.y()), place) for place, line in enumerate(self._lines)), default=None
        )
        return self.drawn.edges[nearest[1]] if nearest is not None and nearest[0] <= REACH_PX else None

    @cached_property
    def _lines(self) -> Sequence[tuple[float, float, float, float]]:
        """The ends of each edge as plain numbers, through all of which every movement of the mouse goes."""
        ends = ((self.spots[start], self.spots[end]) for start, end in map(self.ends, self.drawn.edges))
        return [(start.x, start.y, end.x - start.x, end.y - start.y) for start, end in ends]

    def line(self, edge: NetworkEdge) -> tuple[QPointF, QPointF]:
        """Return the ends of an edge."""
        start, end = (self.spots[key] for key in self.ends(edge))
        return start.middle, end.middle

    def beside(self, spot: Spot | None, right: int, down: int) -> Spot | None:
        """Return the next node to the right or left, or further down or up, as a person sees it; the first for None."""
        ordered = sorted(self.spots.values(), key=lambda one: (one.y, one.x))
        if spot is None:
            return ordered[0] if ordered else None
        found: list[tuple[float, Spot]] = []
        for one in ordered:
            ahead = (one.x - spot.x) * right + (one.y - spot.y) * down
            aside = abs((one.x - spot.x) * down) + abs((one.y - spot.y) * right)
            if ahead > 0.5:
                found.append((ahead + 2 * aside, one))
        return min(found, key=lambda pair: pair[0])[1] if found else None

    @property
    def least(self) -> tuple[int, int]:
        """Return the least size that leaves every row its room."""
        rows = max(len(self.drawn.first), len(self.drawn.second))
        return (PLANE_PX[0], TOP_PX + ROW_PX * rows + 8) if self.drawn.in_columns else PLANE_PX


def _apart(line: tuple[float, float, float, float], x: float, y: float) -> float:
    """Return how far a point is from a line, given by its beginning and the way to its end."""
    left, top, right, down = line
    length = right * right + down * down
    share = ((x - left) * right + (y - top) * down) / length if length else 0.0
    share = 0.0 if share < 0.0 else min(share, 1.0)
    return hypot(left + share * right - x, top + share * down - y)


def name_box(spot: Spot, width: float, height: float, total: float, *, mirrored: bool) -> QRectF:
    """Return where the name of a node stands: `width` and `height` are those of the words."""
    if spot.side == 0:
        left = min(max(spot.x - width / 2, 2.0), max(total - width - 2, 2.0))
        return QRectF(left, spot.y + spot.radius + 1, width, height)
    leftward = (spot.side < 0) != mirrored
    left = spot.x - RADII_PX[1] - 6 - width if leftward else spot.x + RADII_PX[1] + 6
    return QRectF(left, spot.y - height / 2, width, height)
