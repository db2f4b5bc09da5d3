"""Signs in the margin of the article: that something was said, or decided, about what stands on a line.

They take no part in the layout of the text. Offsets are code points, lengths pixels of the viewport.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

import msgspec
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPixmap

from annotator.ui.article.connectors import Surface

SIZE_PX = 16.0
APART_PX = 8.0
"""Pixels between the column of text and the sign, where the margin has room for them."""
NUMBER_PX = 9


class Sign(msgspec.Struct, frozen=True):
    """One sign on the line of `offset`: its picture, and the words of its tip. `id` is told when it is clicked."""

    id: str
    offset: int
    picture: QPixmap
    title: str


class Signs:
    """The signs of an article. Several on a line stand as the first of them, with their number below it."""

    def __init__(self, signs: Sequence[Sign], ink: QColor) -> None:
        self._signs = sorted(signs, key=lambda sign: sign.offset)
        self._offsets = [sign.offset for sign in self._signs]
        self._ink = ink

    def paint(self, painter: QPainter, surface: Surface, font: QFont) -> None:
        """Paint those that are in sight."""
        small = QFont(font)
        small.setPixelSize(NUMBER_PX)
        small.setBold(True)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for box, signs in self._boxes(surface):
            picture = signs[0].picture
            painter.drawPixmap(box, picture, QRectF(QPointF(), picture.size().toSizeF()))
            if len(signs) > 1:
                painter.setFont(small)
                painter.setPen(self._ink)
                below = QRectF(box.left(), box.bottom(), box.width(), NUMBER_PX + 2)
                painter.drawText(below, Qt.AlignmentFlag.AlignCenter, str(len(signs)))

    def at(self, surface: Surface, point: QPoint) -> list[Sign]:
        """Return the signs under a point."""
        found = (signs for box, signs in self._boxes(surface) if box.adjusted(-4, -4, 4, 4).contains(QPointF(point)))
        return next(found, [])

    def _boxes(self, surface: Surface) -> Iterator[tuple[QRectF, list[Sign]]]:
        """Yield the place of each sign in sight, beside the end of its line."""
        page, left = surface.page, surface.column_left
        x = max(1.0, left - APART_PX - SIZE_PX) if page.type.rtl else left + page.width + APART_PX
        for _, paragraph, top in page.visible(surface.window_height):
            for line in paragraph.lines:
                last = line is paragraph.lines[-1]
                found = self._between(line.start, paragraph.end + 1 if last else line.end)
                if found:
                    middle = top + line.baseline - line.ascent / 2
                    yield QRectF(x, round(middle - SIZE_PX / 2), SIZE_PX, SIZE_PX), found

    def _between(self, start: int, end: int) -> list[Sign]:
        return self._signs[bisect_left(self._offsets, start) : bisect_left(self._offsets, end)]
