"""The learning curve: F1 on held-out articles by the number of articles that were learned from."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from annotator.services.learning import CurvePoint, Learning
from annotator.ui.i18n import number, tr, tr_n
from annotator.ui.learning.words import figure, point_told
from annotator.ui.theme import themes

HEIGHT_PX = 190
SIDE_PX, HEAD_PX, FOOT_PX = 56, 40, 26
INSET_PX = 28
"""Pixels between an end of the lines and the first or last point."""
MARK_PX = 4.0
LABEL_PX = 60
LEAST, MOST = 0.0, 1.0


class CurveChart(QWidget):
    """Two lines told apart by their marks and strokes: cues with dots, whole attributions dashed with squares."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(HEIGHT_PX)
        self.setMinimumWidth(320)
        self._points: Sequence[CurvePoint] = ()
        self.show_learning(None)

    def show_learning(self, made: Learning | None) -> None:
        """Show the curve; a screen reader hears its points."""
        self._points = () if made is None else made.curve
        self.setVisible(bool(self._points))
        self.setAccessibleName(tr("Learning curve"))
        self.setAccessibleDescription("; ".join(map(point_told, self._points)))
        self.update()

    def _across(self, place: int) -> float:
        share = place / max(1, len(self._points) - 1)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            share = 1 - share
        return SIDE_PX + INSET_PX + (self.width() - 2 * (SIDE_PX + INSET_PX)) * share

    def _down(self, value: float) -> float:
        room = self.height() - HEAD_PX - FOOT_PX
        return HEAD_PX + room * (1 - (min(max(value, LEAST), MOST) - LEAST) / (MOST - LEAST))

    def places(self, value: Callable[[CurvePoint], float | None]) -> list[tuple[QPointF, float]]:
        """Return where the points of a line are drawn, each with its value; those that are undefined are left out."""
        known = [(place, value(one)) for place, one in enumerate(self._points)]
        return [(QPointF(self._across(place), self._down(held)), held) for place, held in known if held is not None]

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._draw_ground(painter)
            self._draw_line(painter, _cue, above=True)
            self._draw_line(painter, _whole, above=False)
            self._draw_key(painter)

    def _draw_ground(self, painter: QPainter) -> None:
        theme = themes().theme
        painter.setPen(QPen(theme.color("line"), 1))
        for value in (LEAST, MOST):
            painter.drawLine(QPointF(SIDE_PX, self._down(value)), QPointF(self.width() - SIDE_PX, self._down(value)))
        painter.setPen(theme.color("dim"))
        for place, one in enumerate(self._points):
            box = QRectF(self._across(place) - LABEL_PX, self.height() - FOOT_PX, 2 * LABEL_PX, FOOT_PX)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, tr_n("{n} articles", one.articles))
        at_right = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for value in (LEAST, MOST):
            x = self.width() - SIDE_PX + 8 if at_right else 0
            box = QRectF(x, self._down(value) - 10, SIDE_PX - 8, 20)
            side = Qt.AlignmentFlag.AlignLeft if at_right else Qt.AlignmentFlag.AlignRight
            painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter, number(round(value)))

    def _draw_line(self, painter: QPainter, value: Callable[[CurvePoint], float | None], *, above: bool) -> None:
        theme = themes().theme
        stroke = Qt.PenStyle.SolidLine if above else Qt.PenStyle.DashLine
        color = theme.color("accent" if above else "ink")
        places = self.places(value)
        painter.setPen(QPen(color, 2, stroke))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline([place for place, _ in places])
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        for place, _ in places:
            _draw_mark(painter, place, is_round=above)
        painter.setPen(theme.color("ink"))
        for place, held in places:
            box = QRectF(place.x() - LABEL_PX, place.y() + (-24 if above else 6), 2 * LABEL_PX, 18)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, figure(held))

    def _draw_key(self, painter: QPainter) -> None:
        """Say which line is which, above them."""
        theme = themes().theme
        names = ((tr("Cues"), True), (tr("Whole attributions"), False))
        at_right = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        edge = 8.0
        for name, is_round in names:
            width = painter.fontMetrics().horizontalAdvance(name)
            x = self.width() - edge - MARK_PX if at_right else edge + MARK_PX
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent" if is_round else "ink"))
            _draw_mark(painter, QPointF(x, 10), is_round=is_round)
            painter.setPen(theme.color("dim"))
            start = x - 10 - width - 4 if at_right else x + 10
            painter.drawText(QRectF(start, 0, width + 4, 20), Qt.AlignmentFlag.AlignCenter, name)
            edge += width + 44

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.update()


def _cue(point: CurvePoint) -> float | None:
    return point.cue_f1


def _whole(point: CurvePoint) -> float | None:
    return point.whole_f1


def _draw_mark(painter: QPainter, place: QPointF, *, is_round: bool) -> None:
    if is_round:
        painter.drawEllipse(place, MARK_PX, MARK_PX)
    else:
        painter.drawRect(QRectF(place.x() - MARK_PX, place.y() - MARK_PX, 2 * MARK_PX, 2 * MARK_PX))
