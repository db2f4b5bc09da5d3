"""Small pictures in the rows of lists, in the colours of the theme."""

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPixmap

from annotator.ui.icons import pixmap

SIZE_PX = 14.0
APART_PX = 6.0


def draw_icon(painter: QPainter, box: QRectF, name: str, color: QColor, mirrored: bool) -> QRectF:
    """Paint an icon at the end of a line; return the rectangle that is left for the words."""
    x = box.left() if mirrored else box.right() - SIZE_PX
    picture = drawn(name, color.name())
    place = QRectF(x, round(box.center().y() - SIZE_PX / 2), SIZE_PX, SIZE_PX)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawPixmap(place, picture, QRectF(QPointF(), picture.size().toSizeF()))
    taken = SIZE_PX + APART_PX
    return box.adjusted(taken if mirrored else 0, 0, 0 if mirrored else -taken, 0)


@lru_cache(maxsize=64)
def drawn(name: str, color: str) -> QPixmap:
    """Return an icon in one colour (#rrggbb), drawn once."""
    return pixmap(name, QColor(color))
