"""The timeline: a column for each day, week, month or year, upwards what is for, downwards what is against."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from annotator.domain.timeline import Period, Timeline
from annotator.ui.announcing import announce
from annotator.ui.i18n import date, number, tip, tr, tr_n
from annotator.ui.networks.look import MINUS, fill_sign, signed
from annotator.ui.panels.painting import small
from annotator.ui.theme import Theme, themes

HEIGHT_PX = 150
NARROWEST_PX, WIDEST_PX = 10.0, 56.0
"""Pixels of a column with the gap beside it."""
SIDE_PX = 34.0
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class TimelineChart(QWidget):
    """`opened` carries the Period whose claims are wanted; time runs the way the window reads."""

    accessible_role = "Chart"
    opened = Signal(object)
    moved = Signal(int)
    """Pixels across at which the chosen period stands, to be brought into sight."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("timeline_chart")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setFont(small(self.font()))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._timeline: Timeline | None = None
        self.current = -1

    @property
    def periods(self) -> Sequence[Period]:
        """The periods in order of time."""
        return self._timeline.periods if self._timeline is not None else ()

    def show_timeline(self, timeline: Timeline | None) -> None:
        """Show another timeline."""
        self._timeline, self.current = timeline, -1
        self.setMinimumWidth(round(2 * SIDE_PX + len(self.periods) * NARROWEST_PX))
        self.setAccessibleDescription("\n".join(self.told(one) for one in self.periods[:100] if one.places))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(300, HEIGHT_PX)

    def told(self, one: Period) -> str:
        """Return a period with its figures in words."""
        name = date(one.name) if len(one.name) > len("2026") else one.name
        if self._timeline is not None and self._timeline.step == "week":
            name = tr("week from {day}", day=name)
        figures = f"{signed(number(one.for_), '+')} {signed(number(one.against), MINUS)}"
        return f"{name}: {figures} · {tr_n('{n} claims', len(one.places))}"

    # Where it stands

    def _mirrored(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _plot(self) -> QRectF:
        line = QFontMetricsF(self.font()).height()
        return QRectF(self.rect()).adjusted(SIDE_PX, 6, -SIDE_PX, -(line + 6))

    def column(self, place: int) -> QRectF:
        """Return the box of a period's column, from the top of the chart to its foot."""
        plot = self._plot()
        step = min(plot.width() / max(len(self.periods), 1), WIDEST_PX)
        gap = max(1.5, step * 0.2)
        start = place * step + gap / 2
        left = plot.right() - start - (step - gap) if self._mirrored() else plot.left() + start
        return QRectF(left, plot.top(), step - gap, plot.height())

    def _at(self, point: QPointF) -> int:
        plot = self._plot()
        step = min(plot.width() / max(len(self.periods), 1), WIDEST_PX)
        along = plot.right() - point.x() if self._mirrored() else point.x() - plot.left()
        place = int(along // step) if step else -1
        return place if 0 <= place < len(self.periods) else -1

    # How it is painted

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            self._paint(painter, themes().theme, QRectF(event.rect()))

    def picture(self, scale: int) -> QImage:
        """Return the whole timeline as a picture."""
        image = QImage(self.size() * scale, QImage.Format.Format_ARGB32_Premultiplied)
        image.setDevicePixelRatio(scale)
        with QPainter(image) as painter:
            self._paint(painter, themes().theme, QRectF(self.rect()))
        return image

    def _paint(self, painter: QPainter, theme: Theme, seen: QRectF) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(seen, theme.color("page"))
        painter.setFont(self.font())
        up = max((one.for_ + one.neither for one in self.periods), default=0)
        down = max((one.against for one in self.periods), default=0)
        plot = self._plot()
        unit = plot.height() / max(up + down, 1)
        axis = plot.top() + up * unit
        painter.setPen(QPen(theme.color("line"), 1))
        painter.drawLine(QPointF(plot.left(), axis), QPointF(plot.right(), axis))
        self._paint_scale(painter, theme, axis, (up, down))
        for place, one in enumerate(self.periods):
            column = self.column(place)
            if column.right() >= seen.left() and column.left() <= seen.right():
                self._paint_column(painter, theme, column, one, (axis, unit))
        self._paint_names(painter, theme)
        self._paint_current(painter, theme)

    def _paint_scale(self, painter: QPainter, theme: Theme, axis: float, most: tuple[int, int]) -> None:
        plot, height = self._plot(), QFontMetricsF(self.font()).height()
        painter.setPen(theme.color("dim"))
        up, down = (signed(number(count), sign) for count, sign in zip(most, ("+", MINUS), strict=True))
        marks = [(plot.top(), up, most[0]), (plot.bottom(), down, most[1])]
        for y, told, count in [(axis, number(0), 1), *marks]:
            if not count or (told != number(0) and abs(y - axis) < height):
                continue
            left = plot.right() + 3 if self._mirrored() else 0.0
            # The last one stands above the names of the periods.
            box = QRectF(left, min(y, plot.bottom() - height / 2) - height / 2, SIDE_PX - 4, height)
            side = Qt.AlignmentFlag.AlignLeft if self._mirrored() else Qt.AlignmentFlag.AlignRight
            painter.drawText(box, side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter, told)

    @staticmethod
    def _paint_column(painter: QPainter, theme: Theme, column: QRectF, one: Period, scale: tuple[float, float]) -> None:
        axis, unit = scale
        top = axis
        for sign, count in (("for", one.for_), ("neither", one.neither)):
            if count:
                box = QRectF(column.left(), top - count * unit, column.width(), count * unit)
                fill_sign(painter, box, "for" if sign == "for" else "neither", theme)
                top -= count * unit
        if one.against:
            fill_sign(painter, QRectF(column.left(), axis, column.width(), one.against * unit), "against", theme)

    def _paint_names(self, painter: QPainter, theme: Theme) -> None:
        if not self.periods:
            return
        metrics = QFontMetricsF(self.font())
        names = [date(one.name) if len(one.name) > len("2026") else one.name for one in self.periods[:40]]
        widest = max(map(metrics.horizontalAdvance, names)) + 14
        step = max(min(self._plot().width() / len(self.periods), WIDEST_PX), 1.0)
        every = max(1, round(widest / step + 0.5))
        painter.setPen(theme.color("dim"))
        for place in range(0, len(self.periods), every):
            column, one = self.column(place), self.periods[place]
            box = QRectF(column.center().x() - widest / 2, column.bottom() + 3, widest, metrics.height())
            box.moveLeft(min(max(box.left(), 0.0), self.width() - widest))
            painter.drawText(
                box, Qt.AlignmentFlag.AlignCenter, date(one.name) if len(one.name) > len("2026") else one.name
            )

    def _paint_current(self, painter: QPainter, theme: Theme) -> None:
        if self.hasFocus() and self.current >= 0:
            painter.setPen(QPen(theme.color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.column(self.current).adjusted(-2, -3, 2, 3), 3, 3)

    # What a person does

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            place = self._at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), tip(self.told(self.periods[place])) if place >= 0 else "", self)
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and place >= 0:
            self.current = place
            self.opened.emit(self.periods[place])
            self.update()
        else:
            super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        later = Qt.Key.Key_Left if self._mirrored() else Qt.Key.Key_Right
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._walk(1 if event.key() == later else -1)
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._walk(-len(self.periods) if event.key() == Qt.Key.Key_Home else len(self.periods))
        elif event.key() in _ENTER and self.current >= 0:
            self.opened.emit(self.periods[self.current])
        else:
            super().keyPressEvent(event)

    def _walk(self, by: int) -> None:
        if self.periods:
            self.current = min(max(self.current + by, 0), len(self.periods) - 1)
            self.moved.emit(round(self.column(self.current).center().x()))
            announce(self, self.told(self.periods[self.current]), urgent=True)
            self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        if self.current < 0 and self.periods:
            self.current = 0
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.show_timeline(self._timeline)
        super().changeEvent(event)
