"""The highlights of search hits behind the letters. Each line looks only at the hits that lie on it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

import msgspec
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPen

from annotator.domain.span import Range
from annotator.ui.article.layout import Line
from annotator.ui.article.marks import PageColors


class PageHits(msgspec.Struct, frozen=True):
    """Ranges in code points of the whole text, sorted and disjoint; `current` is the place of one that stands out.

    Both painters expect the origin at the left edge of the column and at the top of the line.
    """

    ranges: Sequence[Range]
    current: int | None = None

    def paint(self, painter: QPainter, line: Line, colors: PageColors) -> None:
        """Colours what lies behind the letters of the hits."""
        painter.setPen(Qt.PenStyle.NoPen)
        for place, boxes in self._on(line):
            painter.setBrush(colors.hit_current if place == self.current else colors.hit)
            painter.drawRects(boxes)

    def paint_frame(self, painter: QPainter, line: Line, colors: PageColors) -> None:
        """A frame around the current hit, so that not only its colour tells it from the others."""
        for place, boxes in self._on(line):
            if place == self.current:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(QPen(colors.ink, max(1.5, line.em * 0.07)))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                for box in boxes:
                    painter.drawRoundedRect(box.adjusted(-1, -1, 1, 1), 3, 3)
                painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _on(self, line: Line) -> Iterator[tuple[int, list[QRect]]]:
        """The places of the hits that lie on a line, and what is behind their letters there."""
        first = bisect_right(self.ranges, line.start, key=_end)
        last = bisect_left(self.ranges, line.end, lo=first, key=_start)
        top, bottom = round(line.baseline - line.ascent) - line.top, round(line.baseline + line.descent) - line.top
        for place in range(first, last):
            extents = line.extents(*self.ranges[place])
            yield place, [QRect(round(x0), top, max(2, round(x1) - round(x0)), bottom - top) for x0, x1 in extents]


def _start(hit: Range) -> int:
    return hit[0]


def _end(hit: Range) -> int:
    return hit[1]
