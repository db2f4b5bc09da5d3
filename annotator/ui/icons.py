"""The program's own icons: thin lines of 20 pixels, drawn in the theme's ink when they are asked for."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from annotator import resources
from annotator.ui.interface_size import px
from annotator.ui.theme import themes

SIZE_PX = 20
"""Width and height, device-independent, where the interface has its usual size."""

_DIRECTIONAL = frozenset({"undo", "redo", "previous", "next"})
_ALIASES = {"theme": {"light": "moon", "dark": "sepia", "sepia": "sun"}}
"""The icon of the theme that comes next."""


def icon(name: str) -> QIcon:
    """An icon in the colours of the theme that is on, pointing the way the window reads.

    "theme" shows what comes next: the moon by day, a book by night. FileNotFoundError if there is no such drawing.
    """
    theme = themes().theme
    name = _ALIASES[name][theme.name] if name in _ALIASES else name
    mirrored = name in _DIRECTIONAL and QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    drawn = QIcon()
    normal = pixmap(name, theme.color("ink"), mirrored)
    drawn.addPixmap(normal, QIcon.Mode.Normal)
    drawn.addPixmap(_in_color(normal, theme.color("disabled")), QIcon.Mode.Disabled)
    return drawn


def _in_color(image: QPixmap, color: QColor) -> QPixmap:
    """The same lines in another colour; drawing them anew would take three times as long."""
    colored = _empty()
    colored.fill(color)
    with QPainter(colored) as painter:
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
        painter.drawPixmap(0, 0, image)
    return colored


def pixmap(name: str, color: QColor, mirrored: bool = False) -> QPixmap:
    """The drawing in one colour, sharp on the finest screen there is."""
    # Read first: an error in the middle of painting would end the program without a word.
    drawing = _drawing(name).replace("currentColor", color.name())
    image, side = _empty(), px(SIZE_PX)
    with QPainter(image) as painter:
        if mirrored:
            painter.translate(side, 0)
            painter.scale(-1, 1)
        QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(0, 0, side, side))
    return image


def _empty() -> QPixmap:
    app = QGuiApplication.instance()
    ratio = app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0
    image = QPixmap(round(px(SIZE_PX) * ratio), round(px(SIZE_PX) * ratio))
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    return image


@cache
def _drawing(name: str) -> str:
    return resources.path("icons", f"{name}.svg").read_text(encoding="utf-8")
