"""The layout of marks on the lines of a paragraph: the pieces of each mark, and their lanes."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import Protocol

import msgspec
from PySide6.QtCore import QRect
from PySide6.QtGui import QPixmap

from annotator.ui.article.glyph_runs import Extent
from annotator.ui.article.lanes import assign_lanes
from annotator.ui.article.layout import Line, Paragraph
from annotator.ui.article.marks import Mark

FILLED_LANES = 3
"""Lanes whose marks are also coloured behind the letters: more fills on top of one another would drown them."""

Cut = tuple[QRect, QPixmap]
Touching = Callable[[int, int], list[Mark]]
"""Answers the marks that share a character with a range."""


class Tag(msgspec.Struct, frozen=True):
    """The place of a tag on its line, in pixels of the column; row 0 is the nearest to the letters."""

    left: float
    width: float
    row: int
    edge: float
    """The x at which its mark begins."""


class Strip(msgspec.Struct):
    """The paint of one mark on one line: its parts, and the gaps between them that a thin line bridges.

    Boxes are in pixels from the left edge of the column and from the top of the line.
    """

    mark: Mark
    line: Line
    lane: int
    tag: Tag | None = None
    _parts: list[Extent] | None = None
    _gaps: list[Extent] | None = None
    _boxes: list[QRect] | None = None
    _cuts: list[Cut] | None = None
    _cut_for: float = 0.0

    @property
    def parts(self) -> list[Extent]:
        """Columns of the mark's parts on this line; measured when first painted."""
        if self._parts is None:
            self._parts = self._columns(self.mark.parts)
        return self._parts

    @property
    def gaps(self) -> list[Extent]:
        """Columns between its parts on this line."""
        if self._gaps is None:
            parts = self.mark.parts
            self._gaps = self._columns([(before[1], after[0]) for before, after in pairwise(parts)])
        return self._gaps

    @property
    def boxes(self) -> list[QRect]:
        """Return the boxes behind the letters of each part, from their tops down to the mark's own underline.

        On whole pixels: neighbours then meet without a seam, and no edge is half a colour.
        """
        if self._boxes is None:
            line = self.line
            top = round(line.baseline - line.ascent) - line.top
            bottom = round(line.lane_y(self.lane)) - line.top + 1
            self._boxes = [_box(left, right, top, bottom) for left, right in self.parts]
        return self._boxes

    @property
    def head(self) -> float | None:
        """Return the column at which the shape of the mark's reader stands; None where the mark does not begin."""
        if self.mark.style.lane is None or not self.line.start <= self.mark.start < self.line.end or not self.parts:
            return None
        edges = [edge for part in self.parts for edge in part]
        return max(edges) if self.line.rtl else min(edges)

    def cuts(self, scale: float, make: "Callable[[Strip, float], list[Cut]]") -> list[Cut]:
        """The underline as pixels, and where each piece of it goes; made once for each `scale` of a screen."""
        if self._cuts is None or self._cut_for != scale:
            self._cuts, self._cut_for = make(self, scale), scale
        return self._cuts

    def _columns(self, ranges: Iterable[tuple[int, int]]) -> list[Extent]:
        line = self.line
        return [
            extent
            for start, end in ranges
            if start < line.end and line.start < end
            for extent in line.extents(start, end)
        ]


class Tagging(Protocol):
    """Gives tags to the strips of a line."""

    def tag(self, paragraph: Paragraph, line: Line, strips: Sequence[Strip]) -> None:
        """Gives a tag to each strip with which a mark begins, and the line room for its rows of tags."""


def dress(paragraph: Paragraph, touching: Touching, tagger: Tagging | None = None) -> list[list[Strip]]:
    """The strips of each line, the longest mark first (so that shorter ones are painted over it).

    Gives every line the height that its lanes and tags need.
    """
    here: defaultdict[int, list[Mark]] = defaultdict(list)
    for mark in touching(paragraph.start, paragraph.end):
        for line in paragraph.lines_of(mark.start, mark.end):
            here[line.index].append(mark)
    dressed: list[list[Strip]] = [[] for _ in paragraph.lines]
    # Lines that had marks when they were dressed before have to shrink again.
    changed = [line for line in paragraph.lines if line.lanes or line.index in here or tagger is not None]
    for line in changed:
        dressed[line.index] = _strips(paragraph, line, here.get(line.index, ()), tagger)
    paragraph.stack(changed)
    return dressed


def dress_again(
    paragraph: Paragraph,
    dressed: list[list[Strip]],
    changed: Iterable[Mark],
    touching: Touching,
    tagger: Tagging | None = None,
) -> None:
    """Brings `dressed` up to date where marks came or went; other lines only move."""
    lines = {line.index: line for mark in changed for line in paragraph.lines_of(mark.start, mark.end)}
    for index, line in lines.items():
        dressed[index] = _strips(paragraph, line, touching(line.start, line.end), tagger)
    paragraph.stack(lines.values())


def _strips(paragraph: Paragraph, line: Line, here: Sequence[Mark], tagger: Tagging | None) -> list[Strip]:
    lanes = _lanes(line, here)
    strips = [Strip(mark, line, lane) for mark, lane in zip(here, lanes, strict=True)]
    strips.sort(key=lambda strip: -strip.mark.length)
    line.lanes = max(lanes, default=-1) + 1
    if tagger is not None:
        # A reader's shape names their marks.
        tagger.tag(paragraph, line, [strip for strip in strips if strip.mark.style.lane is None])
    return strips


def _lanes(line: Line, here: Sequence[Mark]) -> list[int]:
    """Return the lane of each mark: those without a reader's nearest to the letters, then reader by reader."""
    bands: defaultdict[int, list[int]] = defaultdict(list)
    for index, mark in enumerate(here):
        bands[-1 if mark.style.lane is None else mark.style.lane.place].append(index)
    lanes, below = [0] * len(here), 0
    for band in range(-1, max(bands, default=-1) + 1):
        marks = [here[index] for index in bands[band]]
        stretches = [(max(mark.start, line.start), min(mark.end, line.end)) for mark in marks]
        within = assign_lanes(stretches, [mark.length for mark in marks])
        for index, lane in zip(bands[band], within, strict=True):
            lanes[index] = below + lane
        # A reader with no mark on this line keeps the place, so that those who follow keep theirs.
        below += max(within, default=-1 if band < 0 else 0) + 1
    return lanes


def _box(left: float, right: float, top: int, bottom: int) -> QRect:
    x = round(left)
    return QRect(x, top, max(2, round(right) - x), bottom - top)
