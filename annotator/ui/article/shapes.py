"""The shapes of readers, which begin their lanes on the page and stand for them in lists and legends."""

from collections.abc import Callable
from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPainterStateGuard, QPen

from annotator.ui.article.marks import ReaderShape

POINTS = 5
"""Points of the star."""
INNER = 0.42
"""The inner radius of the star, in outer ones."""


def paint_shape(painter: QPainter, shape: ReaderShape, center: QPointF, size: float, color: QColor) -> None:
    """Paint a shape around a point, about `size` pixels wide. A diamond, which stands for models, is hollow."""
    with QPainterStateGuard(painter):
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if shape == "diamond":
            painter.setPen(QPen(color, max(1.0, size * 0.16)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color)
        painter.translate(center)
        painter.drawPath(_PATHS[shape](size / 2))


def _disc(radius: float) -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QPointF(0, 0), radius, radius)
    return path


def _square(radius: float) -> QPainterPath:
    side = radius * 0.88
    path = QPainterPath()
    path.addRect(QRectF(-side, -side, 2 * side, 2 * side))
    return path


def _corners(radii: list[float]) -> QPainterPath:
    """A closed path whose corners have these distances from the middle, the first one above it."""
    path = QPainterPath()
    for place, radius in enumerate(radii):
        angle = 2 * pi * place / len(radii) - pi / 2
        point = QPointF(radius * cos(angle), radius * sin(angle))
        if place:
            path.lineTo(point)
        else:
            path.moveTo(point)
    path.closeSubpath()
    return path


_PATHS: dict[ReaderShape, Callable[[float], QPainterPath]] = {
    "disc": _disc,
    "square": _square,
    "triangle": lambda radius: _corners([1.2 * radius] * 3),
    "diamond": lambda radius: _corners([radius] * 4),
    "star": lambda radius: _corners([1.2 * radius, 1.2 * INNER * radius] * POINTS),
}
