"""The legend of labels: colour and underline of each as samples in rows, below a picture, above a print."""

from collections.abc import Iterable, Sequence
from math import ceil

import msgspec
from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextOption

from annotator.ui.article.marks import Mark, MarkStyle
from annotator.ui.article.underlines import paint_underline

LegendEntry = tuple[str, MarkStyle]
"""A label's title in the language of the window, and how its marks look."""


def legend_of(marks: Iterable[Mark]) -> tuple[LegendEntry, ...]:
    """The labels that these marks have, in the order in which they first come."""
    entries: dict[tuple[str, str, str], LegendEntry] = {}
    for mark in marks:
        style = mark.style
        entries.setdefault((mark.title, style.line.name(), style.underline), (mark.title, style))
    return tuple(entries.values())


class _Sample(msgspec.Struct, frozen=True):
    """One entry in its place; pixels from the legend's corner."""

    entry: LegendEntry
    x: float
    y: float
    width: float


class Legend:
    """Samples in as many rows as `width` asks, begun at the right in a right-to-left window. All in pixels."""

    def __init__(self, entries: Sequence[LegendEntry], font: QFont, width: float, rtl: bool) -> None:
        self._font = font
        metrics = QFontMetricsF(font)
        self._em = float(font.pixelSize())
        self._text = metrics.height()
        self._row = self._text + 0.9 * self._em
        self._width = width
        self._samples: list[_Sample] = []
        x = y = 0.0
        for entry in entries:
            wide = min(metrics.horizontalAdvance(entry[0]) + 0.8 * self._em, width)
            if x > 0 and x + wide > width:
                x, y = 0.0, y + self._row
            self._samples.append(_Sample(entry, width - x - wide if rtl else x, y, wide))
            x += wide + 0.9 * self._em
        self.height = ceil(y + self._row) if entries else 0
        """Pixels; 0 for an empty legend."""

    def paint(self, painter: QPainter, x: float, y: float, ink: QColor) -> None:
        """Paints the legend with its corner at a point."""
        option = QTextOption(Qt.AlignmentFlag.AlignCenter)
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        painter.setFont(self._font)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for sample in self._samples:
            title, style = sample.entry
            box = QRectF(x + sample.x, y + sample.y, sample.width, self._text + 0.3 * self._em)
            painter.fillRect(box, style.fill)
            below = QLineF(box.left(), box.bottom(), box.right(), box.bottom())
            paint_underline(painter, style, below, 1.3 * self._em)
            painter.setPen(ink)
            painter.drawText(box.adjusted(0, 0, 0, -0.3 * self._em), title, option)
