"""The look of stances in the list and in the chart: each a colour and a pattern, in the order of the scheme."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from annotator.domain.meanings import attribute_of, roles
from annotator.domain.scheme import Scheme, Value, title_in
from annotator.ui.i18n import language, tr
from annotator.ui.theme import Theme

SIDE = 11.0
"""Pixels of a swatch."""
_LOOKS = (
    ("success", Qt.BrushStyle.SolidPattern),
    ("danger", Qt.BrushStyle.BDiagPattern),
    ("accent", Qt.BrushStyle.Dense5Pattern),
    ("warning", Qt.BrushStyle.CrossPattern),
)
_NONE = ("outline", Qt.BrushStyle.NoBrush)

Stance = str | None


def stances(scheme: Scheme) -> list[Stance]:
    """The values that the scheme knows, and None for a statement without one."""
    return [*(value.key for value in _values(scheme)), None]


def stance_title(scheme: Scheme, stance: Stance) -> str:
    """A stance in the language of the window."""
    if stance is None:
        return tr("no stance")
    value = next((value for value in _values(scheme) if value.key == stance), None)
    return stance if value is None else title_in(value.title, language(), stance)


def _values(scheme: Scheme) -> tuple[Value, ...]:
    attributes = [attribute_of(kind, "stance") for kind in roles(scheme, "target")]
    return next((attribute.listed for attribute in attributes if attribute is not None), ())


def paint_stance(painter: QPainter, box: QRectF, place: int | None, theme: Theme) -> None:
    """Fill a box as the stance at this place of the scheme looks; None: as one without a stance."""
    role, pattern = _NONE if place is None else _LOOKS[place % len(_LOOKS)]
    color: QColor = theme.color(role)
    painter.setPen(QPen(color, 1.2))
    painter.setBrush(QBrush(color, pattern))
    painter.drawRect(box)
