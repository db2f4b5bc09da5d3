"""The spine beside the scroll bar: every difference of the article at its height, as a shape, one click away."""

from collections.abc import Callable, Sequence
from typing import Literal

import msgspec
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QScrollBar, QToolTip, QWidget

from annotator.ui.i18n import tip, tr
from annotator.ui.theme import themes

WIDTH_PX = 28
RADIUS_PX = 4.5
CHOSEN_PX = 8
APART_PX = 2
"""Pixels between places that can be told apart."""
MARGIN_PX = 12
"""Pixels above the first and below the last place."""

PlaceState = Literal["open", "viewed", "decided"]


class SpinePlace(msgspec.Struct, frozen=True):
    """A difference on the spine: its row, how far down the text it is (0 to 1), and what has become of it.

    `words` says what it is, when it is pointed at.
    """

    row: int
    share: float
    state: PlaceState
    words: Callable[[], str]


class Spine(QWidget):
    """A ring is open, a ring with a dot was viewed, a bar is decided, a filled disc is chosen."""

    chosen = Signal(int)
    """The row of the difference that was clicked."""

    def __init__(self, bar: QScrollBar) -> None:
        super().__init__()
        self._bar = bar
        self._places: Sequence[SpinePlace] = ()
        self._row = -1
        self.setFixedWidth(WIDTH_PX)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setMouseTracking(True)
        bar.valueChanged.connect(self.update)
        bar.rangeChanged.connect(self.update)
        self._name()

    def show_places(self, places: Sequence[SpinePlace]) -> None:
        """Show these places and no others."""
        self._places = places
        self.update()

    def choose(self, row: int) -> None:
        """Let the place of a row stand out."""
        self._row = row
        self.update()

    def follow(self, bar: QScrollBar) -> None:
        """Show what another scroll bar has in sight."""
        self._bar.valueChanged.disconnect(self.update)
        self._bar.rangeChanged.disconnect(self.update)
        self._bar = bar
        bar.valueChanged.connect(self.update)
        bar.rangeChanged.connect(self.update)
        self.update()

    def y_of(self, place: SpinePlace) -> float:
        """Return the height at which a place is drawn."""
        return MARGIN_PX + place.share * (self.height() - 2 * MARGIN_PX)

    def nearest(self, y: float) -> SpinePlace | None:
        """Return the place that is drawn nearest to a height."""
        return min(self._places, key=lambda one: abs(self.y_of(one) - y), default=None)

    def sizeHint(self) -> QSize:
        return QSize(WIDTH_PX, 100)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = self.nearest(event.position().y())
        if found is not None:
            self.chosen.emit(found.row)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        found = self.nearest(event.position().y())
        near = found is not None and abs(self.y_of(found) - event.position().y()) < 2 * RADIUS_PX
        QToolTip.showText(
            event.globalPosition().toPoint(), tip(found.words()) if found is not None and near else "", self
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        theme = themes().theme
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.color("border"), 1))
            painter.setBrush(theme.color("hover"))
            painter.drawRoundedRect(self._in_sight(), 6, 6)
            inks = theme.color("ink"), theme.color("accent"), theme.color("pane")
            for place in self._seen():
                self._paint_place(painter, place, *inks)

    def _seen(self) -> list[SpinePlace]:
        """Return the places to paint, the chosen one last; where they would lie on one another, one of each state."""
        apart = {(round(self.y_of(one) / APART_PX), one.state): one for one in self._places}
        chosen = [one for one in self._places if one.row == self._row]
        return [*apart.values(), *chosen]

    def _in_sight(self) -> QRectF:
        """Return the frame around the part of the article that is in sight."""
        whole = max(1, self._bar.maximum() + self._bar.pageStep())
        room = self.height() - MARGIN_PX
        top = MARGIN_PX / 2 + room * self._bar.value() / whole
        return QRectF(2, top, self.width() - 4, max(8.0, room * min(1.0, self._bar.pageStep() / whole)))

    def _paint_place(self, painter: QPainter, place: SpinePlace, ink: QColor, accent: QColor, pane: QColor) -> None:
        center = QPointF(self.width() / 2, self.y_of(place))
        if place.row == self._row:
            painter.setPen(QPen(pane, 1.5))
            painter.setBrush(accent)
            painter.drawEllipse(center, CHOSEN_PX, CHOSEN_PX)
        elif place.state == "decided":
            painter.setPen(QPen(accent, 3))
            painter.drawLine(center - QPointF(6, 0), center + QPointF(6, 0))
        else:
            painter.setPen(QPen(ink, 1.8))
            painter.setBrush(pane)
            painter.drawEllipse(center, RADIUS_PX, RADIUS_PX)
            if place.state == "viewed":
                painter.setBrush(ink)
                painter.drawEllipse(center, 1.2, 1.2)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._name()

    def _name(self) -> None:
        self.setAccessibleName(tr("Differences along the article"))
