"""The shape of a reader in their colour, as an icon beside their name."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap

from annotator.ui.article.shapes import paint_shape
from annotator.ui.reader_looks import ReaderLook
from annotator.ui.theme import parse_color, themes

SIZE_PX = 16
SHAPE_PX = 12
_SCALE = 2
"""Pixels drawn for each of ours: sharp on fine screens."""


def shape_icon(look: ReaderLook) -> QIcon:
    """Return the icon of a reader in the theme that is on."""
    pixels = QPixmap(SIZE_PX * _SCALE, SIZE_PX * _SCALE)
    pixels.setDevicePixelRatio(_SCALE)
    pixels.fill(Qt.GlobalColor.transparent)
    color = parse_color(themes().theme.hues[look.color].line)
    with QPainter(pixels) as painter:
        paint_shape(painter, look.lane.shape, QPointF(SIZE_PX / 2, SIZE_PX / 2), SHAPE_PX, color)
    return QIcon(pixels)
