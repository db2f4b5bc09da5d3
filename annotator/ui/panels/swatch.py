"""A small sample of how the marks of a label look: its fill over its underline."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap

from annotator.domain.scheme import Label
from annotator.ui.panels.painting import draw_underline
from annotator.ui.theme import themes

SIZE = QSize(30, 18)
"""Of a sample, in pixels."""


def swatch(label: Label, scale: float = 2.0) -> QIcon:
    """The sample in the colours of the theme that is on; `scale` pixels of the screen for each of its pixels."""
    style = themes().theme.mark_style(label)
    pixmap = QPixmap(SIZE * scale)
    pixmap.setDevicePixelRatio(scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    with QPainter(pixmap) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRectF(1, 1, SIZE.width() - 2, SIZE.height() - 7), style.selected_fill)
        draw_underline(painter, 1, SIZE.height() - 4, SIZE.width() - 2, style.line, style.underline)
    return QIcon(pixmap)
