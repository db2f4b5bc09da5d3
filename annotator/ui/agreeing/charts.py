"""Charts of agreement: one figure over the months, and each article as a dot on the scale that opens it."""

from abc import abstractmethod
from collections.abc import Mapping, Sequence

import msgspec
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from annotator.ui.agreeing.scale import MARKS
from annotator.ui.agreeing.words import figure
from annotator.ui.i18n import date, isolate, number, tip, tr
from annotator.ui.theme import themes

HEIGHT_PX = 150
DOTS_PX = 92
DOT_PX = 4.5
SIDE_PX = 14
FOOT_PX = 22
NEAR_PX = 9
"""Pixels from a dot within which it is pointed at."""


class Dot(msgspec.Struct, frozen=True):
    """A value between 0 and 1, what it is of, and the id of what a click opens."""

    value: float
    words: str
    id: str = ""


class _Chart(QWidget):
    """Draws dots, and says of the one under the pointer what it is."""

    def __init__(self, height: int) -> None:
        super().__init__()
        self.setFixedHeight(height)
        self.setMouseTracking(True)
        self._dots: Sequence[Dot] = ()

    def show_dots(self, dots: Sequence[Dot], name: str) -> None:
        """Show these dots; a screen reader hears all of them."""
        self._dots = dots
        self.setAccessibleName(name)
        self.setAccessibleDescription(", ".join(f"{one.words}: {figure(one.value)}" for one in dots[:100]))
        self.setVisible(bool(dots))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(280, self.height())

    @abstractmethod
    def places(self) -> list[QPointF]:
        """Return where each dot is drawn."""

    def dot_at(self, point: QPointF) -> Dot | None:
        """Return the dot under a point."""
        near = [
            ((place - point).manhattanLength(), row)
            for row, place in enumerate(self.places())
            if (place - point).manhattanLength() <= NEAR_PX
        ]
        return self._dots[min(near)[1]] if near else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        one = self.dot_at(event.position())
        words = "" if one is None else tr("{name}: {value}", name=isolate(one.words), value=figure(one.value))
        QToolTip.showText(event.globalPosition().toPoint(), tip(words), self)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.update()

    def _across(self, share: float) -> float:
        """Return the x of a share of the width, from the side from which the window is read."""
        room = self.width() - 2 * SIDE_PX
        is_mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return SIDE_PX + room * (1 - share if is_mirrored else share)


class MonthChart(_Chart):
    """One value for each month, joined by a line, with lines at the values at which readers of a paper look."""

    def __init__(self) -> None:
        super().__init__(HEIGHT_PX)

    def show_months(self, months: Mapping[str, float | None]) -> None:
        """Show the months that have a value; fewer than two are no course of things."""
        dots = [Dot(value, date(month)) for month, value in months.items() if value is not None]
        self.show_dots(dots if len(dots) > 1 else [], tr("Agreement by month"))

    def places(self) -> list[QPointF]:
        last = max(1, len(self._dots) - 1)
        return [QPointF(self._across(place / last), self._down(one.value)) for place, one in enumerate(self._dots)]

    def _down(self, value: float) -> float:
        room = self.height() - FOOT_PX - 2 * DOT_PX
        return DOT_PX + room * (1 - min(max(value, 0.0), 1.0))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        theme = themes().theme
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.color("line"), 1))
            for value in (0.0, 1.0):
                painter.drawLine(
                    QPointF(SIDE_PX, self._down(value)), QPointF(self.width() - SIDE_PX, self._down(value))
                )
            painter.setPen(QPen(theme.color("dim"), 1, Qt.PenStyle.DashLine))
            for value in MARKS:
                painter.drawLine(
                    QPointF(SIDE_PX, self._down(value)), QPointF(self.width() - SIDE_PX, self._down(value))
                )
            places = self.places()
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.drawPolyline(places)
            painter.setBrush(theme.color("accent"))
            for place in places:
                painter.drawEllipse(place, DOT_PX, DOT_PX)
            painter.setPen(theme.color("dim"))
            foot = QRectF(0, self.height() - FOOT_PX, self.width(), FOOT_PX)
            ends = (self._dots[0].words, self._dots[-1].words)
            if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
                ends = ends[::-1]
            painter.drawText(foot, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, ends[0])
            painter.drawText(foot, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom, ends[1])


class ArticleChart(_Chart):
    """Each article as a dot at its agreement; those that would lie on one another are heaped up."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__(DOTS_PX)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def places(self) -> list[QPointF]:
        heaps: dict[int, int] = {}
        found = []
        for one in self._dots:
            x = self._across(min(max(one.value, 0.0), 1.0))
            column = round(x / (2 * DOT_PX))
            heaps[column] = heaps.get(column, 0) + 1
            # A heap that is too high for the strip stands on its head: the dots of many articles are a mass anyway.
            most = max(1, int((self.height() - FOOT_PX) / (2 * DOT_PX)))
            found.append(QPointF(x, self.height() - FOOT_PX - DOT_PX - 2 * DOT_PX * ((heaps[column] - 1) % most)))
        return found

    def mousePressEvent(self, event: QMouseEvent) -> None:
        one = self.dot_at(event.position())
        if one is not None:
            self.chosen.emit(one.id)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        theme = themes().theme
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            floor = self.height() - FOOT_PX
            painter.setPen(QPen(theme.color("line"), 1))
            painter.drawLine(QPointF(SIDE_PX, floor), QPointF(self.width() - SIDE_PX, floor))
            painter.setPen(QPen(theme.color("dim"), 1, Qt.PenStyle.DashLine))
            for mark in MARKS:
                painter.drawLine(QPointF(self._across(mark), 0), QPointF(self._across(mark), floor))
            painter.setPen(theme.color("dim"))
            for share in (0.0, 0.5, 1.0):
                box = QRectF(self._across(share) - 30, floor, 60, FOOT_PX)
                painter.drawText(
                    box, Qt.AlignmentFlag.AlignCenter, figure(share) if share == 0.5 else number(round(share))
                )
            painter.setPen(QPen(theme.color("pane"), 1))
            painter.setBrush(theme.color("accent"))
            for place in self.places():
                painter.drawEllipse(place, DOT_PX, DOT_PX)
