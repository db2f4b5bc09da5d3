"""The look of for and against: colour, stroke, pattern and sign, so that none of them is needed alone."""

from typing import Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QFontMetricsF, QPainter, QPen

from annotator.domain.networks import NetworkEdge
from annotator.ui.i18n import ltr, number
from annotator.ui.theme import Theme

StanceSign = Literal["for", "against", "both", "neither"]

_STROKES: dict[StanceSign, tuple[str, Qt.PenStyle]] = {
    "for": ("success", Qt.PenStyle.SolidLine),
    "against": ("danger", Qt.PenStyle.DashLine),
    "both": ("warning", Qt.PenStyle.DashDotLine),
    "neither": ("outline", Qt.PenStyle.DotLine),
}
_PATTERNS: dict[StanceSign, Qt.BrushStyle] = {
    "for": Qt.BrushStyle.SolidPattern,
    "against": Qt.BrushStyle.BDiagPattern,
    "both": Qt.BrushStyle.CrossPattern,
    "neither": Qt.BrushStyle.NoBrush,
}
WIDEST_PX = 5.0
MINUS = "\u2212"


def sign_of_edge(edge: NetworkEdge) -> StanceSign:
    """Return what an edge says on the whole; both, where as much is for as against."""
    if edge.weight > 0:
        return "for"
    if edge.weight < 0:
        return "against"
    return "both" if edge.for_ or edge.against else "neither"


def weight_told(edge: NetworkEdge) -> str:
    """Return the weight of an edge with its sign."""
    if edge.weight == 0:
        return "±" if edge.for_ else "0"
    weight = abs(edge.weight)
    figure = number(int(weight)) if weight == int(weight) else number(round(weight, 2))
    return signed(figure, "+" if edge.weight > 0 else MINUS)


def signed(figure: str, sign: str) -> str:
    """Return a figure with its sign, as one: where digits are Arabic, the sign stands before them as Arabic is read."""
    return ltr(f"{sign}{figure}") if figure.isascii() else f"\u061c{sign}{figure}"


def edge_pen(edge: NetworkEdge, most: float, theme: Theme) -> QPen:
    """Return the pen of an edge, wider for more."""
    role, stroke = _STROKES[sign_of_edge(edge)]
    width = 1.2 + (WIDEST_PX - 1.2) * min(abs(edge.weight) / most, 1.0) if most else 1.2
    pen = QPen(theme.color(role), width, stroke)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


def fill_sign(painter: QPainter, box: QRectF, sign: StanceSign, theme: Theme) -> None:
    """Fill a box, such as a bar or the swatch of a legend."""
    color = theme.color(_STROKES[sign][0])
    painter.setPen(QPen(color, 1))
    painter.setBrush(QBrush(color, _PATTERNS[sign]))
    painter.drawRect(box)


def draw_told(painter: QPainter, middle: QPointF, told: str, theme: Theme) -> None:
    """Draw a short text on a ground of its own, so that no line runs through it."""
    metrics = QFontMetricsF(painter.font())
    width, height = metrics.horizontalAdvance(told) + 6, metrics.height() - 2
    ground = QRectF(middle.x() - width / 2, middle.y() - height / 2, width, height)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("page"))
    painter.drawRoundedRect(ground, 3, 3)
    painter.setPen(theme.color("ink"))
    painter.drawText(ground, Qt.AlignmentFlag.AlignCenter, told)
