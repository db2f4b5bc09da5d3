"""The glyphs of one laid-out line: the columns that a range of the text covers.

Qt's cursor positions are wrong at the edges of runs that go against the paragraph (README of the Arabic
cases: 29 and 88 px away), so everything here is asked of the glyphs themselves: `QTextLine.glyphRuns` of a
range answers one rectangle for each visual run. Tabs, which have a width and no glyph, are added.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple, cast

import msgspec
from PySide6.QtGui import QTextLayout, QTextLine

from annotator.ui.article.offsets import Utf16Map

_POSITIONS = QTextLayout.GlyphRunRetrievalFlag.RetrieveGlyphPositions
_SPLIT = 16  # QGlyphRun.SplitLigature, compared as a number because enum arithmetic is slow here

Extent = tuple[float, float]
Grapheme = tuple[int, int]


class LineText(msgspec.Struct, frozen=True):
    """The text of a line, with its paragraph. Offsets are code points of the paragraph."""

    text: str
    units: Utf16Map
    graphemes: Sequence[int]
    start: int
    end: int
    rtl: bool

    def snap(self, start: int, end: int) -> Grapheme:
        """The range widened to whole graphemes."""
        graphemes = self.graphemes
        first = graphemes[bisect_right(graphemes, start) - 1]
        if first < self.start:
            # Lines may wrap inside a grapheme (a space with a joiner): it belongs to the line where it begins.
            first = graphemes[bisect_left(graphemes, self.start)]
        return first, graphemes[min(bisect_left(graphemes, end), len(graphemes) - 1)]

    def graphemes_in(self, start: int, end: int) -> list[Grapheme]:
        """The graphemes of a range that begins and ends between graphemes."""
        graphemes = self.graphemes
        first, last = bisect_left(graphemes, start), bisect_left(graphemes, end)
        return [(graphemes[place], graphemes[place + 1]) for place in range(first, last)]

    def before(self, offset: int) -> Grapheme | None:
        """The grapheme of this line that ends at `offset`; None for the rest of one that began on the line before."""
        if offset <= self.start:
            return None
        first = self.graphemes[bisect_left(self.graphemes, offset) - 1]
        return None if first < self.start else (first, offset)

    def after(self, offset: int) -> Grapheme | None:
        """The grapheme of this line that begins at `offset`."""
        if offset >= self.end:
            return None
        return offset, self.graphemes[bisect_right(self.graphemes, offset)]

    def written(self) -> int:
        """Return the start of the white space at which the line wraps; the line's end if it does not wrap."""
        if self.end == len(self.text):
            return self.end
        return self.start + len(self.text[self.start : self.end].rstrip())


class Ink(NamedTuple):
    """The columns that the glyphs of a range cover; `split` if it shares one with letters outside the range."""

    extents: list[Extent]
    split: bool
    rtl: bool | None

    @property
    def width(self) -> float:
        """The width of all columns together."""
        return sum(right - left for left, right in self.extents)


class LineInk:
    """Asks Qt about one line, and about each range once."""

    def __init__(self, line: QTextLine, of: LineText) -> None:
        self._line = line
        self._of = of
        self._known: dict[Grapheme, Ink] = {}

    def of(self, start: int, end: int) -> Ink:
        """Return Qt's answer for a range, without repairs."""
        known = self._known.get((start, end))
        if known is None:
            known = self._known[start, end] = self._ask(start, end)
        return known

    def cursor(self, offset: int) -> float:
        """Return the x of Qt's own cursor: right only inside a run."""
        # The binding answers the position that Qt settled on as well.
        x, _ = cast("tuple[float, int]", self._line.cursorToX(self._of.units.to_units(offset)))
        return x

    @cached_property
    def written_end(self) -> int:
        """Return the start of the white space at which the line wraps; the line's end if it does not wrap."""
        return self._of.written()

    def _ask(self, start: int, end: int) -> Ink:
        if start == end:
            return Ink([], split=False, rtl=None)
        first = self._of.units.to_units(start)
        runs = self._line.glyphRuns(first, self._of.units.to_units(end) - first, _POSITIONS)
        extents, split = [], False
        for run in runs:
            box = run.boundingRect()
            # A soft hyphen that a joiner follows has a negative width.
            extents.append((min(box.left(), box.right()), box.right()))
            split = split or bool(run.flags().value & _SPLIT)
        extents += self._tabs(start, end)
        return Ink(extents, split, runs[0].isRightToLeft() if runs else None)

    def _tabs(self, start: int, end: int) -> list[Extent]:
        found = []
        text, end = self._of.text, min(end, self.written_end)
        offset = text.find("\t", start, end)
        while offset >= 0:
            found.append(self._tab(offset))
            offset = text.find("\t", offset + 1, end)
        return found

    def _tab(self, offset: int) -> Extent:
        """A tab parts a line in two: it reaches from all that comes before it to all that follows.

        (Qt's cursor is right about its width only where what follows is not a run the other way.)
        """
        behind = self._of.text.find("\t", offset + 1, self._of.end)
        after = self.of(offset + 1, behind if behind >= 0 else self._of.end).extents
        before = self.of(self._of.start, offset).extents
        width = abs(self.cursor(offset + 1) - self.cursor(offset))
        if self._of.rtl:
            right = min((left for left, _ in before), default=self._line.width())
            return max((right for _, right in after), default=right - width), right
        left = max((right for _, right in before), default=0.0)
        return left, min((left for left, _ in after), default=left + width)
