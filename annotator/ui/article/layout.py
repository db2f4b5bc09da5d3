"""One paragraph laid out: its lines, each with room for stacked harakat above and for underlines below."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import accumulate
from math import ceil

import msgspec
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF, QPainter, QRawFont, QTextLayout, QTextLine, QTextOption

from annotator.text import graphemes
from annotator.text.controls import Control, find_controls
from annotator.text.overrides import without_overrides
from annotator.ui.article.geometry import LineRuler
from annotator.ui.article.glyph_runs import LineText
from annotator.ui.article.offsets import Utf16Map

DEFAULT_LANES = 2
"""Lanes that every line has room for, so that the first marks do not move the page under the reader."""

WIDE_LANES = 6
"""Number of lanes above which they stand closer together, so that thirty marks stay on one screen."""
CLOSEST = 3.6
"""Pixels from one lane to the next at least: three for the underline, the rest is air."""

_LOW = re.compile(
    "[\n -~\u00a0-\u024f\u0391-\u03c9\u0410-\u044f\u05d0-\u05ea\u060c\u061b\u061f\u0621-\u064a\u0660-\u066f"
    "\u0671-\u06d3\u06f0-\u06f9\u200b-\u200f\u2010-\u2027\u202f-\u205e]*+"
)
"""Letters that stay inside the height that their typeface says; harakat and what is stacked rise out of it."""

DEEP_LETTERS = "جحخعغيصضقلنرزي ﷲ gjpqy"
_GLYPHS = (
    QTextLayout.GlyphRunRetrievalFlag.RetrieveGlyphPositions | QTextLayout.GlyphRunRetrievalFlag.RetrieveGlyphIndexes
)


class Typography(msgspec.Struct, frozen=True):
    """The measures of a page, in pixels, all derived from its font."""

    font: QFont
    rtl: bool
    em: float
    ascent: float
    descent: float
    lane: float
    padding: float
    gap: int
    inks: dict[QRawFont, dict[int, tuple[float, float]]] = {}
    """The extent of each glyph's ink above and below the baseline; filled when measured."""

    @property
    def line_height(self) -> int:
        """The height of a line that needs nothing special."""
        return ceil(self.padding + self.ascent + self.descent + DEFAULT_LANES * self.lane)


def typography(font: QFont, rtl: bool) -> Typography:
    """The measures for a font. Underlines begin below its deepest letters, whatever the font says of itself."""
    metrics = QFontMetricsF(font)
    em = float(QFontInfo(font).pixelSize())
    depth = metrics.tightBoundingRect(DEEP_LETTERS).bottom()
    return Typography(
        font=font,
        rtl=rtl,
        em=em,
        ascent=metrics.ascent(),
        descent=max(0.36 * em, depth) + 1.0,
        lane=max(4.0, 0.22 * em),
        padding=max(2.0, 0.14 * em),
        gap=round(0.42 * em),
    )


class Line:
    """One line. `start` and `end` are code points of the whole text; heights are pixels inside the paragraph.

    `lanes` and `head` say how much room it needs for the underlines below its letters and for tags above them;
    after a change the paragraph is stacked again.
    """

    def __init__(self, paragraph: "Paragraph", index: int, line: QTextLine) -> None:
        first, units = line.textStart(), paragraph.units
        self._paragraph = paragraph
        self._line = line
        self.index = index
        self.start = paragraph.start + units.to_points(first)
        self.end = paragraph.start + units.to_points(first + line.textLength())
        self.lanes = self.head = 0
        shape = paragraph.type
        rise, drop = 0.0, 0.0
        if not _LOW.fullmatch(paragraph.text, self.start - paragraph.start, self.end - paragraph.start):
            rise, drop = _ink(line, shape.inks)
        self.ascent = max(line.ascent(), shape.ascent, rise - shape.padding)
        self.descent = max(shape.descent, drop + 1.0)
        self.em, self.rtl = shape.em, shape.rtl
        self._rise = ceil(shape.padding + self.ascent)

    @cached_property
    def ruler(self) -> LineRuler:
        """Measures the line; made only for lines that somebody marks or points at."""
        paragraph = self._paragraph
        return LineRuler(
            self._line,
            LineText(
                paragraph.text,
                paragraph.units,
                paragraph.graphemes,
                self.start - paragraph.start,
                self.end - paragraph.start,
                paragraph.type.rtl,
            ),
        )

    @property
    def height(self) -> int:
        """Return the height with lanes and head."""
        lanes = max(self.lanes, DEFAULT_LANES)
        return self.head + self._rise + ceil(self.descent + lanes * self.pitch)

    @property
    def top(self) -> int:
        """Return the y at which it begins."""
        return self._paragraph.tops[self.index]

    @property
    def bottom(self) -> int:
        """Return the y at which the next line begins."""
        return self._paragraph.tops[self.index + 1]

    @property
    def baseline(self) -> int:
        """Return the y of the baseline: a whole pixel, so that the same letters look the same on every line."""
        return self.top + self.head + self._rise

    @property
    def closeness(self) -> float:
        """Return the factor by which lanes are closer than usual: 1, or less where there are many."""
        if self.lanes <= WIDE_LANES:
            return 1.0
        return max(CLOSEST / self._paragraph.type.lane, WIDE_LANES / self.lanes)

    @property
    def pitch(self) -> float:
        """Pixels from one lane to the next."""
        return self._paragraph.type.lane * self.closeness

    def draw(self, painter: QPainter) -> None:
        """Paints the letters alone; the painter's origin is the paragraph's."""
        self._line.draw(painter, QPointF(0, self.baseline - self._line.ascent()))

    def lane_y(self, lane: int) -> float:
        """The y of the middle of a lane's underline, inside the paragraph."""
        return self.baseline + self.descent + (lane + 0.5) * self.pitch

    def extents(self, start: int, end: int) -> list[tuple[float, float]]:
        """Columns of a range of the whole text on this line (see `LineRuler.extents`)."""
        origin = self._paragraph.start
        return self.ruler.extents(start - origin, end - origin)


class Paragraph:
    """A paragraph laid out at one width. `start` is the code point of the whole text where it begins.

    `goes_on`: it is a piece, and the next one follows without a gap.
    """

    def __init__(self, text: str, start: int, width: int, type_: Typography, *, goes_on: bool = False) -> None:
        self.text = text
        self.start = start
        self.end = start + len(text)
        self.type = type_
        self.width = width
        self.goes_on = goes_on
        self.gap = 0 if goes_on else type_.gap
        self.units = Utf16Map(text)
        self.layout = QTextLayout(without_overrides(text), type_.font)
        self.layout.setTextOption(_option(type_))
        self.layout.setCacheEnabled(True)
        self.lines = [Line(self, index, line) for index, line in enumerate(_break_lines(self.layout, width))]
        self._heights = [line.height for line in self.lines]
        self.tops = [0, *accumulate(self._heights)]
        """The y at which each line begins, and at which the last one ends."""

    @cached_property
    def graphemes(self) -> Sequence[int]:
        """Return the starts of the paragraph's graphemes, and its end; code points of the paragraph."""
        return graphemes.boundaries(self.text)

    @property
    def height(self) -> int:
        """The height of all lines, and the gap after them."""
        return self.tops[-1] + self.gap

    @cached_property
    def _controls(self) -> Sequence[Control]:
        return () if self.text.isascii() else find_controls(self.text)

    def controls_of(self, line: Line) -> Sequence[Control]:
        """The hidden controls of a line; offsets are code points of the paragraph."""
        controls = self._controls
        if not controls:
            return ()
        first = bisect_left(controls, line.start - self.start, key=_offset)
        return controls[first : bisect_left(controls, line.end - self.start, key=_offset)]

    def stack(self, changed: Iterable[Line]) -> None:
        """Makes these lines as tall as they ask to be now, and places all others around them."""
        for line in changed:
            self._heights[line.index] = line.height
        self.tops = [0, *accumulate(self._heights)]

    def line_at(self, y: float) -> Line:
        """The line at `y` inside the paragraph, or the nearest."""
        return self.lines[min(max(0, bisect_right(self.tops, y) - 1), len(self.lines) - 1)]

    def line_of(self, offset: int) -> Line:
        """The line that holds the character at `offset`; the last one for the end of the paragraph."""
        return self.lines[min(bisect_right(self.lines, offset, key=_end), len(self.lines) - 1)]

    def lines_of(self, start: int, end: int) -> Sequence[Line]:
        """The lines that hold `[start, end)`, code points of the whole text."""
        first = bisect_right(self.lines, start, key=_end)
        return self.lines[first : max(first, bisect_left(self.lines, end, key=_start))]

    def lines_between(self, top: float, bottom: float) -> range:
        """The indices of the lines that show between two heights inside the paragraph."""
        first = max(0, bisect_right(self.tops, top) - 1)
        return range(first, min(max(first, bisect_left(self.tops, bottom)), len(self.lines)))


def _offset(control: Control) -> int:
    return control.offset


def _start(line: Line) -> int:
    return line.start


def _end(line: Line) -> int:
    return line.end


def _option(type_: Typography) -> QTextOption:
    """The direction is the document's: a paragraph that begins with a Latin dateline stays on its side."""
    option = QTextOption()
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if type_.rtl else Qt.LayoutDirection.LeftToRight)
    side = Qt.AlignmentFlag.AlignRight if type_.rtl else Qt.AlignmentFlag.AlignLeft
    option.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


def _break_lines(layout: QTextLayout, width: int) -> list[QTextLine]:
    lines = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        lines.append(line)
    layout.endLayout()
    return lines


def _ink(line: QTextLine, known: dict[QRawFont, dict[int, tuple[float, float]]]) -> tuple[float, float]:
    """Return the extent of a line's ink above and below its baseline, in pixels."""
    baseline = line.y() + line.ascent()
    rise = drop = 0.0
    for run in line.glyphRuns(-1, -1, _GLYPHS):
        # Told apart by themselves: to ask for the name of the boxes, which stand for letters that no font has, kills.
        font = run.rawFont()
        reaches = known.setdefault(font, {})
        for glyph, position in zip(run.glyphIndexes(), run.positions(), strict=True):
            reach = reaches.get(glyph)
            if reach is None:
                box = font.boundingRect(glyph)
                reach = reaches[glyph] = -box.top(), box.bottom()
            y = position.y() - baseline
            rise, drop = max(rise, reach[0] - y), max(drop, reach[1] + y)
    return rise, drop
