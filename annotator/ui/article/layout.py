"""One paragraph laid out: its lines, each with room for stacked harakat above and for underlines below."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property
from math import ceil

import msgspec
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF, QTextLayout, QTextLine, QTextOption

from annotator.text import graphemes
from annotator.ui.article.geometry import LineRuler, LineText
from annotator.ui.article.offsets import Utf16Map

DEFAULT_LANES = 2
"""Lanes that every line has room for, so that the first marks do not move the page under the reader."""

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
    """One line. `start` and `end` are code points of the whole text; heights are pixels inside the paragraph."""

    def __init__(self, paragraph: "Paragraph", line: QTextLine) -> None:
        first, units = line.textStart(), paragraph.units
        self._paragraph = paragraph
        self._line = line
        self.start = paragraph.start + units.to_points(first)
        self.end = paragraph.start + units.to_points(first + line.textLength())
        self.lanes = 0
        self.top = self.bottom = 0
        self.baseline = 0
        # Measuring ink takes time, and only harakat leave their line.
        rise, drop = _ink(line) if paragraph.has_marks else (0.0, 0.0)
        shape = paragraph.type
        self.ascent = max(line.ascent(), shape.ascent, rise - shape.padding)
        self.descent = max(shape.descent, drop + 1.0)

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

    def place(self, top: int, lanes: int) -> int:
        """Puts the line at `top` with room for so many lanes; answers its bottom."""
        shape = self._paragraph.type
        self.top, self.lanes = top, lanes
        self.baseline = top + ceil(shape.padding + self.ascent)
        # Whole pixels: the same letters look the same on every line.
        self._line.setPosition(QPointF(0, self.baseline - self._line.ascent()))
        self.bottom = self.baseline + ceil(self.descent + max(lanes, DEFAULT_LANES) * shape.lane)
        return self.bottom

    def lane_y(self, lane: int) -> float:
        """The y of the middle of a lane's underline, inside the paragraph."""
        return self.baseline + self.descent + (lane + 0.5) * self._paragraph.type.lane

    def extents(self, start: int, end: int) -> list[tuple[float, float]]:
        """Columns of a range of the whole text on this line (see `LineRuler.extents`)."""
        origin = self._paragraph.start
        return self.ruler.extents(start - origin, end - origin)


class Paragraph:
    """A paragraph laid out at one width. `start` is the code point of the whole text where it begins."""

    def __init__(self, text: str, start: int, width: int, type_: Typography) -> None:
        self.text = text
        self.start = start
        self.end = start + len(text)
        self.type = type_
        self.width = width
        self.units = Utf16Map(text)
        self.has_marks = len(self.graphemes) <= len(text)
        self.layout = QTextLayout(text, type_.font)
        self.layout.setTextOption(_option(type_))
        self.layout.setCacheEnabled(True)
        self.lines = [Line(self, line) for line in _break_lines(self.layout, width)]
        self.height = 0
        self.stack([0] * len(self.lines))

    @cached_property
    def graphemes(self) -> Sequence[int]:
        """Where the paragraph's graphemes begin, and its end; code points of the paragraph."""
        return graphemes.boundaries(self.text)

    def stack(self, lanes: Sequence[int]) -> None:
        """Places the lines, each with room for its number of lanes."""
        y = 0
        for line, count in zip(self.lines, lanes, strict=True):
            y = line.place(y, count)
        self.height = y + self.type.gap

    def line_at(self, y: float) -> Line:
        """The line at `y` inside the paragraph, or the nearest."""
        return self.lines[min(bisect_right(self.lines, y, key=_bottom), len(self.lines) - 1)]

    def line_of(self, offset: int) -> Line:
        """The line that holds the character at `offset`; the last one for the end of the paragraph."""
        return self.lines[min(bisect_right(self.lines, offset, key=_end), len(self.lines) - 1)]

    def lines_of(self, start: int, end: int) -> Sequence[Line]:
        """The lines that hold `[start, end)`, code points of the whole text."""
        first = bisect_right(self.lines, start, key=_end)
        return self.lines[first : max(first, bisect_left(self.lines, end, key=_start))]

    def lines_between(self, top: float, bottom: float) -> range:
        """The indices of the lines that show between two heights inside the paragraph."""
        first = bisect_right(self.lines, top, key=_bottom)
        return range(first, max(first, bisect_left(self.lines, bottom, key=_top)))


def _top(line: Line) -> int:
    return line.top


def _bottom(line: Line) -> int:
    return line.bottom


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


def _ink(line: QTextLine) -> tuple[float, float]:
    """How far the ink of a line reaches above and below its baseline, in pixels."""
    baseline = line.y() + line.ascent()
    rise = drop = 0.0
    for run in line.glyphRuns(-1, -1, _GLYPHS):
        font = run.rawFont()
        boxes = {glyph: font.boundingRect(glyph) for glyph in set(run.glyphIndexes())}
        for glyph, position in zip(run.glyphIndexes(), run.positions(), strict=True):
            box, y = boxes[glyph], position.y() - baseline
            rise, drop = max(rise, -y - box.top()), max(drop, y + box.bottom())
    return rise, drop
