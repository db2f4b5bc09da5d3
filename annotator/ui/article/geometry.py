"""The geometry of one laid-out line: from code points to x, and back.

`ink` asks Qt where glyphs are. Two things that it cannot answer are settled here:

- letters that share a glyph (lam-alef, ﷲ, ffi), or stand on top of one another: their width is divided evenly;
- characters without width (hidden controls, spaces where a line wraps): each gets a slot of `SLOT` pixels.
"""

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import NamedTuple

from PySide6.QtGui import QTextLine

from annotator.text.controls import NAMES
from annotator.ui.article.glyph_runs import Extent, Grapheme, LineInk, LineText
from annotator.ui.article.slots import SLOT, SlotRow, place_slots

TOUCHING = 0.75
"""Pixels between two runs that still count as one stretch."""

_NOTHING = 0.01
"""Width in pixels below which a box counts as having none."""

_ALONE = frozenset(" \u00a0\t") | frozenset(NAMES)


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
        """Return the share of it that lies before `x` in reading order, 0 to 1."""
        if self.right <= self.left:
            return 0.5
        part = min(max((x - self.left) / (self.right - self.left), 0.0), 1.0)
        return 1.0 - part if self.rtl else part


class LineRuler:
    """Measures one line; x counts from the left edge of the column. Made when first asked for, then kept."""

    def __init__(self, line: QTextLine, of: LineText) -> None:
        self._of = of
        self._text = of.text
        self._ink = LineInk(line, of)
        self._places: dict[Grapheme, float] = {}

    def extents(self, start: int, end: int) -> list[Extent]:
        """The columns of `[start, end)`, one for each visual stretch, from left to right.

        Half a grapheme counts as the whole. Empty only for an empty range, for one that is not on the line, and
        for the rest of a grapheme that begins on the line before.
        """
        start, end = self._of.snap(max(start, self._of.start), min(end, self._of.end))
        if start >= end:
            return []
        # Stretches without width may lie far apart: each is judged by itself.
        wide = [extent for extent in merge(self._measure(start, end)) if extent[1] - extent[0] > _NOTHING]
        return wide or self._without_width(start, end)

    def _without_width(self, start: int, end: int) -> list[Extent]:
        """The slots of graphemes that have no width together."""
        graphemes = self._of.graphemes_in(start, end)
        slots = merge(self._slots[first] for first, _ in graphemes if first in self._slots)
        if slots:
            return slots
        x = self._slot_x(graphemes[0])
        return [(x, x + SLOT)]

    @cached_property
    def cells(self) -> list[Cell]:
        """Every grapheme of the line as the eye meets it, from left to right."""
        cells = map(self._cell, self._of.graphemes_in(self._of.start, self._of.end))
        return sorted(cells, key=lambda cell: (cell.middle, cell.start))

    def _cell(self, grapheme: Grapheme) -> Cell:
        extents, rtl = self.extents(*grapheme), self._ink.of(*grapheme).rtl
        return Cell(*grapheme, extents[0][0], extents[-1][1], self._of.rtl if rtl is None else rtl)

    def cells_beside(self, offset: int) -> tuple[Cell | None, Cell | None]:
        """Return the grapheme of this line that ends at an offset, and the one that holds it: no other is measured."""
        if not self._of.start <= offset <= self._of.end:
            return None, None
        after = self._of.snap(offset, offset + 1) if offset < self._of.end else None
        if after is not None and after[0] >= after[1]:
            # Only the rest of a grapheme that began on the line before.
            after = None
        before = self._of.before(offset) if after is None or after[0] == offset else None
        return None if before is None else self._cell(before), None if after is None else self._cell(after)

    def cell_at(self, x: float) -> Cell | None:
        """The grapheme under `x`, or the nearest one; None on an empty line."""
        return min(self.cells, key=lambda cell: _distance(cell, x), default=None)

    def cell_of(self, offset: int) -> Cell | None:
        """The grapheme that holds `offset`, if it is on this line."""
        return next((cell for cell in self.cells if cell.start <= offset < cell.end), None)

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
            found += self._ink.of(start, end).extents
        return found

    def _share(self, shared: Grapheme, start: int, end: int) -> Extent:
        """The columns of some of the letters that make up one glyph."""
        ink = self._ink.of(*shared)
        left, right = _reach(ink.extents) or (self._slot_x(shared),) * 2
        letters = self._of.graphemes_in(*shared)
        each = (right - left) / len(letters)
        before = sum(1 for letter in letters if letter[0] < start) * each
        after = sum(1 for letter in letters if letter[0] >= end) * each
        return (left + after, right - before) if ink.rtl else (left + before, right - after)

    def _shared(self, offset: int) -> Grapheme | None:
        """The letters around `offset` that share a glyph across it, if there are any."""
        before, after = self._of.before(offset), self._of.after(offset)
        if before is None or after is None or self._is_alone(before) or self._is_alone(after):
            return None
        if self._ink.of(*before).split or self._ink.of(*after).split:
            return self._ligature(offset)
        return self._absorbed(offset) if self._is_absorbed(after) else None

    def _is_alone(self, grapheme: Grapheme) -> bool:
        """Return whether it is white space or a hidden control that shares no glyph, whatever Qt says of
        one without width.
        """
        ink = self._ink.of(*grapheme)
        return self._text[grapheme[0]] in _ALONE and not (ink.split and ink.width > _NOTHING)

    def _is_absorbed(self, grapheme: Grapheme) -> bool:
        """Return whether it is a letter with hardly a width of its own: the alef of lam-alef in some fonts."""
        return self._ink.of(*grapheme).width < SLOT and self._text[grapheme[0]].isalpha()

    def _absorbed(self, offset: int) -> Grapheme | None:
        """A letter with width and the letters without width that follow it, around `offset`."""
        first: Grapheme | None = self._of.before(offset)
        while first is not None and self._is_absorbed(first):
            first = self._of.before(first[0])
        if first is None or self._ink.of(*first).width < SLOT:
            return None
        last = self._of.after(offset)
        end = offset
        while last is not None and self._is_absorbed(last):
            end = last[1]
            last = self._of.after(end)
        return first[0], end

    def _ligature(self, offset: int) -> Grapheme | None:
        """The ligature that lies across `offset`: Qt says of every part of one that it is split."""
        start = offset
        while (grapheme := self._of.before(start)) is not None and self._ink.of(*grapheme).split:
            start = grapheme[0]
        while start < offset:
            end = self._whole_from(start)
            if start < offset < end:
                return start, end
            start = end
        return None

    def _whole_from(self, start: int) -> int:
        """Return the end of the ligature that begins at `start`: the first end that splits nothing."""
        end = start
        while (grapheme := self._of.after(end)) is not None:
            end = grapheme[1]
            if not self._ink.of(start, end).split:
                break
        return end

    @cached_property
    def _slots(self) -> dict[int, Extent]:
        """Columns of each grapheme without width, by its start."""
        rows: dict[int, SlotRow] = {}
        letters: list[Extent] = []
        for grapheme in self._of.graphemes_in(self._of.start, self._of.end):
            if self._has_no_width(grapheme):
                x = self._slot_x(grapheme)
                row = rows.setdefault(round(x), SlotRow(x, []))
                row.starts.insert(0 if self._of.rtl else len(row.starts), grapheme[0])
                if grapheme[1] == self._of.end:
                    row.ends = -1 if self._of.rtl else 1
            else:
                letters += merge(self._measure(*grapheme))
        return place_slots(rows.values(), letters)

    def _has_no_width(self, grapheme: Grapheme) -> bool:
        """Return whether it has no share of any glyph either: an alef has one, unless its lam stands on the
        line before.
        """
        return self._ink.of(*grapheme).width <= _NOTHING and _span(merge(self._measure(*grapheme))) <= _NOTHING

    def _slot_x(self, grapheme: Grapheme) -> float:
        """Return the x of a grapheme without width."""
        # Of thousands in a row each stands where the one before it does.
        if grapheme not in self._places:
            self._places[grapheme] = self._place(grapheme)
        return self._places[grapheme]

    def _place(self, grapheme: Grapheme) -> float:
        ink = self._ink.of(*grapheme)
        if ink.extents:
            return ink.extents[0][0]
        before = self._of.before(grapheme[0])
        if grapheme[0] < self._ink.written_end and before is not None:
            # A soft hyphen that has no glyph of its own: it stands where the letter before it ends.
            if self._has_no_width(before):
                return self._slot_x(before)
            left, right = _reach(self._measure(*before)) or (self._ink.cursor(grapheme[0]),) * 2
            return left if self._ink.of(*before).rtl else right
        # A space at which the line wraps. (Qt's own width of the line counts a part of it or not.)
        written = self._ink.of(self._of.start, self._of.end).extents
        left, right = _reach(written) or (self._ink.cursor(grapheme[0]),) * 2
        return left if self._of.rtl else right


def _distance(cell: Cell, x: float) -> tuple[float, float]:
    """Return the distance from `x` to the cell; where cells overlap, the one whose middle is nearer wins."""
    return max(cell.left - x, x - cell.right, 0.0), abs(cell.middle - x)


def _span(merged: list[Extent]) -> float:
    return merged[-1][1] - merged[0][0] if merged else 0.0


def _reach(extents: Sequence[Extent]) -> Extent | None:
    """From the leftmost column to the rightmost; None without any."""
    return (min(left for left, _ in extents), max(right for _, right in extents)) if extents else None


def merge(extents: Iterable[Extent]) -> list[Extent]:
    """Columns that touch made one, from left to right."""
    merged: list[Extent] = []
    for left, right in sorted(extents):
        if merged and left <= merged[-1][1] + TOUCHING:
            merged[-1] = (merged[-1][0], max(merged[-1][1], right))
        else:
            merged.append((left, right))
    return merged
