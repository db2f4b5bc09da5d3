"""The underline styles of labels: drawn as shapes, or laid from a tile that was drawn once.

A wave across the page costs 150 µs to draw as a shape, and 1 µs to lay from tiles. So a screen gets tiles;
paper, whose pixels are finer than those of any tile, gets shapes.
"""

from collections.abc import Callable, Sequence
from math import ceil
from typing import Literal

from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

from annotator.domain.scheme import Underline
from annotator.ui.article.marks import MarkStyle

LENGTH = 64
"""Pixels of a tile, about; it is laid end to end."""
KEPT = 256
"""Tiles kept: more than all labels have in two sizes."""

Style = Underline | Literal["heavy"] | None
"""A label's, or a heavy line below letters in which readers differ. None is the thin dotted line that joins the parts
of one mark."""

Underliner = Callable[[QPainter, QColor, QLineF, float], None]


def stroke_of(style: MarkStyle) -> Style:
    """Return the line of a mark."""
    return "heavy" if style.heavy else style.underline


def paint_underline(painter: QPainter, style: MarkStyle, line: QLineF, em: float) -> None:
    """The underline of a label as a shape, beneath letters of the size `em`, in pixels."""
    _UNDERLINES[stroke_of(style)](painter, style.line, line, em)


def paint_gap(painter: QPainter, style: MarkStyle, line: QLineF, em: float) -> None:
    """The line that joins two parts of a mark, as a shape."""
    _UNDERLINES[None](painter, style.line, line, em)


class Tiles:
    """Tiles by style, colour, size of the letters, height and pixels of the screen per pixel."""

    def __init__(self) -> None:
        self._tiles: dict[tuple[Style, int, float, int, float], QPixmap] = {}

    def tile(self, style: Style, color: QColor, em: float, height: int, scale: float) -> QPixmap:
        """The underline in the middle of a tile of this height."""
        key = style, color.rgba(), em, height, scale
        tile = self._tiles.get(key)
        if tile is None:
            if len(self._tiles) >= KEPT:
                self._tiles.clear()
            tile = self._tiles[key] = _draw(style, color, em, height, scale)
        return tile


def _draw(style: Style, color: QColor, em: float, height: int, scale: float) -> QPixmap:
    period = _period(style, em)
    # It ends where the pattern begins again, so that no seam shows.
    width = round(max(1, round(LENGTH / period)) * period)
    tile = QPixmap(ceil(width * scale), ceil(height * scale))
    tile.setDevicePixelRatio(scale)
    tile.fill(Qt.GlobalColor.transparent)
    with QPainter(tile) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _UNDERLINES[style](painter, color, QLineF(-period, height / 2, width + period, height / 2), em)
    return tile


def _width(em: float) -> float:
    return max(1.2, em * 0.075)


def _step(em: float) -> float:
    return max(2.0, em * 0.12)


def _period(style: Style, em: float) -> float:
    """Pixels after which a style repeats itself."""
    if style == "wavy":
        return 2 * _step(em)
    return max(1.0, sum(_PATTERNS.get(style, ())) * (_width(em) if style else max(1.0, em * 0.04)))


_PATTERNS: dict[Style, tuple[float, ...]] = {
    "dashed": (3.2, 2.0),
    "dash_dot": (4.0, 1.6, 1.0, 1.6),
    "dotted": (0.01, 1.99),
    None: (1.0, 3.0),
}
"""Lengths of dashes and gaps, in widths of their line."""


def _pen(color: QColor, width: float, pattern: Sequence[float] = ()) -> QPen:
    pen = QPen(color, width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if pattern:
        pen.setDashPattern(pattern)
    return pen


def _dashes(style: Style) -> Underliner:
    def draw(painter: QPainter, color: QColor, line: QLineF, em: float) -> None:
        painter.setPen(_pen(color, _width(em), _PATTERNS.get(style, ())))
        painter.drawLine(line)

    return draw


def _dots(painter: QPainter, color: QColor, line: QLineF, em: float) -> None:
    pen = _pen(color, _width(em), _PATTERNS["dotted"])
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.drawLine(line)


def _double(painter: QPainter, color: QColor, line: QLineF, em: float) -> None:
    # Whole pixels: half a pixel off, both lines would be pale. Nearer to each other than to the next lane.
    apart = max(1, round(em * 0.06))
    painter.setPen(_pen(color, max(1.0, em * 0.045)))
    painter.drawLine(line.translated(0, -apart))
    painter.drawLine(line.translated(0, apart))


def _wave(painter: QPainter, color: QColor, line: QLineF, em: float) -> None:
    step, rise = _step(em), 2 * max(0.8, em * 0.06)
    path = QPainterPath(line.p1())
    x, end, y, up = line.x1(), line.x2(), line.y1(), True
    while x < end:
        after = min(x + step, end)
        path.quadTo(QPointF((x + after) / 2, y - rise if up else y + rise), QPointF(after, y))
        x, up = after, not up
    painter.setPen(QPen(color, max(1.1, em * 0.055)))
    painter.drawPath(path)


def _heavy(painter: QPainter, color: QColor, line: QLineF, em: float) -> None:
    painter.setPen(_pen(color, max(3.0, em * 0.16)))
    painter.drawLine(line)


def _gap(painter: QPainter, color: QColor, line: QLineF, em: float) -> None:
    painter.setPen(_pen(color, max(1.0, em * 0.04), _PATTERNS[None]))
    painter.drawLine(line)


_UNDERLINES: dict[Style, Underliner] = {
    "solid": _dashes("solid"),
    "dashed": _dashes("dashed"),
    "dash_dot": _dashes("dash_dot"),
    "dotted": _dots,
    "double": _double,
    "wavy": _wave,
    "heavy": _heavy,
    None: _gap,
}
