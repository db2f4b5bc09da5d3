"""Where the letters of one laid-out line are: from code points to x, and back.

Qt's cursor positions are wrong at the edges of runs that go against the paragraph (README of the Arabic
cases: 29 and 88 px away), so everything here is asked of the glyphs themselves: `QTextLine.glyphRuns` of a
range answers one rectangle for each visual run. Three things it cannot answer are settled here:

- letters that share a glyph (lam-alef, ﷲ, ffi), or stand on top of one another: their width is divided evenly;
- characters without width (hidden controls, spaces where a line wraps): each gets a slot of `SLOT` pixels;
- tabs, which have a width and no glyph.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import NamedTuple, cast

import msgspec
from PySide6.QtGui import QTextLayout, QTextLine

from annotator.ui.article.offsets import Utf16Map

SLOT = 2.0
"""Pixels given to a character that has no width, so that it can be seen and hit."""

TOUCHING = 0.75
"""Pixels between two runs that still count as one stretch."""

_POSITIONS = QTextLayout.GlyphRunRetrievalFlag.RetrieveGlyphPositions
_SPLIT = 16  # QGlyphRun.SplitLigature, compared as a number because enum arithmetic is slow here

Extent = tuple[float, float]


class Cell(NamedTuple):
    """One grapheme on a line: its range (code points of the paragraph) and its columns."""

    start: int
    end: int
    left: float
    right: float
    rtl: bool

    @property
    def middle(self) -> float:
        """The x of its middle."""
        return (self.left + self.right) / 2

    def edge(self, trailing: bool) -> float:
        """The x of its leading edge, or of its trailing one."""
        return self.left if trailing == self.rtl else self.right

    def fraction(self, x: float) -> float:
        """How much of it lies before `x` in reading order, 0 to 1."""
        if self.right <= self.left:
            return 0.5
        part = min(max((x - self.left) / (self.right - self.left), 0.0), 1.0)
        return 1.0 - part if self.rtl else part


class _Ink(NamedTuple):
    """What the glyphs of a range cover."""

    extents: list[Extent]
    split: bool
    rtl: bool | None

    @property
    def width(self) -> float:
        return sum(right - left for left, right in self.extents)


class LineText(msgspec.Struct, frozen=True):
    """What a line's ruler has to know of its paragraph. Offsets are code points of the paragraph."""

    text: str
    units: Utf16Map
    graphemes: Sequence[int]
    start: int
    end: int
    rtl: bool


class LineRuler:
    """Measures one line; x counts from the left edge of the column. Made when first asked for, then kept."""

    def __init__(self, line: QTextLine, of: LineText) -> None:
        self._line = line
        self._of = of
        self._text = of.text
        self._inks: dict[tuple[int, int], _Ink] = {}

    def extents(self, start: int, end: int) -> list[Extent]:
        """The columns of `[start, end)`, one for each visual stretch, from left to right.

        Half a grapheme counts as the whole. Never empty for a range that lies on the line.
        """
        start, end = self._snap(max(start, self._of.start), min(end, self._of.end))
        if start >= end:
            return []
        merged = merge(self._measure(start, end))
        if merged and merged[-1][1] - merged[0][0] > 0.01:
            return [extent for extent in merged if extent[1] - extent[0] > 0.01]
        return merge(self._slots[first] for first, _ in self._graphemes(start, end) if first in self._slots)

    @cached_property
    def cells(self) -> list[Cell]:
        """Every grapheme of the line as the eye meets it, from left to right."""
        cells = []
        for start, end in self._graphemes(self._of.start, self._of.end):
            extents = self.extents(start, end)
            rtl = self._ink(start, end).rtl
            cells.append(Cell(start, end, extents[0][0], extents[-1][1], self._of.rtl if rtl is None else rtl))
        return sorted(cells, key=lambda cell: (cell.middle, cell.start))

    def cell_at(self, x: float) -> Cell | None:
        """The grapheme under `x`, or the nearest one; None on an empty line."""
        return min(self.cells, key=lambda cell: _distance(cell, x), default=None)

    def cell_of(self, offset: int) -> Cell | None:
        """The grapheme that holds `offset`, if it is on this line."""
        return next((cell for cell in self.cells if cell.start <= offset < cell.end), None)

    def _snap(self, start: int, end: int) -> tuple[int, int]:
        graphemes = self._of.graphemes
        first = graphemes[bisect_right(graphemes, start) - 1]
        if first < self._of.start:
            # Lines may wrap inside a grapheme (a space with a joiner): it belongs to the line where it begins.
            first = graphemes[bisect_left(graphemes, self._of.start)]
        return first, graphemes[min(bisect_left(graphemes, end), len(graphemes) - 1)]

    def _graphemes(self, start: int, end: int) -> list[tuple[int, int]]:
        """The graphemes of a range that begins and ends between graphemes."""
        graphemes = self._of.graphemes
        first, last = bisect_left(graphemes, start), bisect_left(graphemes, end)
        return [(graphemes[place], graphemes[place + 1]) for place in range(first, last)]

    def _grapheme_before(self, offset: int) -> tuple[int, int] | None:
        if offset <= self._of.start:
            return None
        place = bisect_left(self._of.graphemes, offset)
        return self._of.graphemes[place - 1], offset

    def _grapheme_after(self, offset: int) -> tuple[int, int] | None:
        if offset >= self._of.end:
            return None
        place = bisect_right(self._of.graphemes, offset)
        return offset, self._of.graphemes[place]

    def _ink(self, start: int, end: int) -> _Ink:
        """What Qt says of a range, unrepaired."""
        known = self._inks.get((start, end))
        if known is None:
            known = self._inks[start, end] = self._ask(start, end)
        return known

    def _ask(self, start: int, end: int) -> _Ink:
        first = self._of.units.to_units(start)
        runs = self._line.glyphRuns(first, self._of.units.to_units(end) - first, _POSITIONS)
        extents, split = [], False
        for run in runs:
            box = run.boundingRect()
            extents.append((box.left(), box.right()))
            split = split or bool(run.flags().value & _SPLIT)
        extents += self._tabs(start, end)
        return _Ink(extents, split, runs[0].isRightToLeft() if runs else None)

    def _tabs(self, start: int, end: int) -> list[Extent]:
        found = []
        offset = self._text.find("\t", start, end)
        while offset >= 0:
            # A tab always runs with the paragraph, so here Qt's cursor positions are right.
            unit = self._of.units.to_units(offset)
            here, there = self._x(unit), self._x(unit + 1)
            found.append((min(here, there), max(here, there)))
            offset = self._text.find("\t", offset + 1, end)
        return found

    def _x(self, unit: int) -> float:
        # The binding answers the position that Qt settled on as well.
        x, _ = cast("tuple[float, int]", self._line.cursorToX(unit))
        return x

    def _measure(self, start: int, end: int) -> list[Extent]:
        """The columns of whole graphemes, where the ends may divide a glyph that several letters share."""
        found: list[Extent] = []
        opening, closing = self._shared(start), self._shared(end)
        if opening:
            found.append(self._share(opening, start, min(end, opening[1])))
            start = opening[1]
        if closing and closing[1] > start:
            found.append(self._share(closing, max(start, closing[0]), end))
            end = closing[0]
        if start < end:
            found += self._ink(start, end).extents
        return found

    def _share(self, shared: tuple[int, int], start: int, end: int) -> Extent:
        """The columns of some of the letters that make up one glyph."""
        ink = self._ink(*shared)
        left, right = min(extent[0] for extent in ink.extents), max(extent[1] for extent in ink.extents)
        letters = self._graphemes(*shared)
        each = (right - left) / len(letters)
        before = sum(1 for letter in letters if letter[0] < start) * each
        after = sum(1 for letter in letters if letter[0] >= end) * each
        return (left + after, right - before) if ink.rtl else (left + before, right - after)

    def _shared(self, offset: int) -> tuple[int, int] | None:
        """The letters around `offset` that share a glyph across it, if there are any."""
        before, after = self._grapheme_before(offset), self._grapheme_after(offset)
        if before is None or after is None or self._text[offset] == " " or self._text[offset - 1] == " ":
            return None
        if self._ink(*before).split or self._ink(*after).split:
            return self._ligature(offset)
        return self._absorbed(offset) if self._is_absorbed(after) else None

    def _is_absorbed(self, grapheme: tuple[int, int]) -> bool:
        """Whether it is a letter with hardly a width of its own: the alef of lam-alef in some fonts."""
        return self._ink(*grapheme).width < SLOT and self._text[grapheme[0]].isalpha()

    def _absorbed(self, offset: int) -> tuple[int, int] | None:
        """A letter with width and the letters without width that follow it, around `offset`."""
        first: tuple[int, int] | None = self._grapheme_before(offset)
        while first is not None and self._is_absorbed(first):
            first = self._grapheme_before(first[0])
        if first is None or self._ink(*first).width < SLOT:
            return None
        last = self._grapheme_after(offset)
        end = offset
        while last is not None and self._is_absorbed(last):
            end = last[1]
            last = self._grapheme_after(end)
        return first[0], end

    def _ligature(self, offset: int) -> tuple[int, int] | None:
        """The ligature that lies across `offset`: Qt says of every part of one that it is split."""
        start = offset
        while (grapheme := self._grapheme_before(start)) is not None and self._ink(*grapheme).split:
            start = grapheme[0]
        while start < offset:
            end = self._whole_from(start)
            if start < offset < end:
                return start, end
            start = end
        return None

    def _whole_from(self, start: int) -> int:
        """Where the ligature that begins at `start` ends: the first end that splits nothing."""
        end = start
        while (grapheme := self._grapheme_after(end)) is not None:
            end = grapheme[1]
            if not self._ink(start, end).split:
                break
        return end

    @cached_property
    def _slots(self) -> dict[int, Extent]:
        """Columns of each grapheme without width, by its start; those at one place stand side by side."""
        rows: dict[int, tuple[float, list[int]]] = {}
        for start, end in self._graphemes(self._of.start, self._of.end):
            if self._has_no_width((start, end)):
                x = self._slot_x(start)
                rows.setdefault(round(x), (x, []))[1].append(start)
        slots = {}
        for x, row in rows.values():
            ordered = row[::-1] if self._of.rtl else row
            left = x - SLOT * len(row) / 2 + self._outwards(row)
            for place, start in enumerate(ordered):
                slots[start] = (left + SLOT * place, left + SLOT * (place + 1))
        return slots

    def _outwards(self, row: list[int]) -> float:
        """What ends a line hangs over its edge, where no letter is covered."""
        if self._snap(row[-1], row[-1] + 1)[1] < self._of.end:
            return 0.0
        half = SLOT * len(row) / 2
        return -half if self._of.rtl else half

    def _has_no_width(self, grapheme: tuple[int, int]) -> bool:
        return self._ink(*grapheme).width <= 0.01 and not self._text[grapheme[0]].isalpha()

    def _slot_x(self, start: int) -> float:
        """Where a grapheme without width stands."""
        ink = self._ink(*self._snap(start, start + 1))
        if ink.extents:
            return ink.extents[0][0]
        # A space at which the line wraps. (Qt's own width of the line counts a part of it or not.)
        written = self._ink(self._of.start, self._of.end).extents
        if not written:
            return self._x(self._of.units.to_units(start))
        return min(left for left, _ in written) if self._of.rtl else max(right for _, right in written)


def _distance(cell: Cell, x: float) -> tuple[float, float]:
    """How far `x` lies outside the cell; where cells overlap, the one whose middle is nearer wins."""
    return max(cell.left - x, x - cell.right, 0.0), abs(cell.middle - x)


def merge(extents: Iterable[Extent]) -> list[Extent]:
    """Columns that touch made one, from left to right."""
    merged: list[Extent] = []
    for left, right in sorted(extents):
        if merged and left <= merged[-1][1] + TOUCHING:
            merged[-1] = (merged[-1][0], max(merged[-1][1], right))
        else:
            merged.append((left, right))
    return merged
