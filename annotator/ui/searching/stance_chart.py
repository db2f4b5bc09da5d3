"""A small chart of stances over time: a column for each month (or year), as tall as there are statements in it."""

from collections import Counter
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from annotator.domain.attribution import Attribution
from annotator.domain.scheme import Scheme
from annotator.ui.following_size import follow_size
from annotator.ui.i18n import date, number, tip, tr
from annotator.ui.panels.painting import small
from annotator.ui.searching.stances import SIDE, Stance, paint_stance, stance_title, stances
from annotator.ui.theme import themes

HEIGHT = 132
NARROWEST, WIDEST = 9, 46
"""Pixels of a column with the gap beside it."""
GAP = 18
MEASURED = 60
"""Names of periods that are measured to know how wide the widest is."""

Bins = list[tuple[str, Counter[Stance]]]


class StanceChart(QWidget):
    """Shows how many statements of each stance there are over time; time runs the way the window reads."""

    accessible_role = "Chart"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scheme: Scheme | None = None
        self._dated: list[tuple[str, Stance]] = []
        self._stances: list[Stance] = []
        follow_size(self, small)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(300, HEIGHT)

    def show_statements(self, scheme: Scheme, statements: Iterable[Attribution]) -> None:
        """Show these; those without a date are left out."""
        self._scheme = scheme
        self._dated = [(one.date, one.stance) for one in statements if one.date and one.date[:7].count("-") == 1]
        held = {stance for _, stance in self._dated}
        self._stances = [stance for stance in stances(scheme) if stance in held]
        self.setVisible(bool(self._dated))
        self.setAccessibleName(tr("Stances over time"))
        self.setAccessibleDescription("\n".join(self._told(one) for one in self._bins()))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            self._paint_legend(painter, mirrored)
            plot, bins = self._plot(), self._bins()
            most = max((sum(counts.values()) for _, counts in bins), default=1)
            self._paint_axis(painter, plot, most, mirrored)
            names = self._named(bins)
            for column, (period, counts) in zip(self._columns(bins), bins, strict=True):
                self._paint_column(painter, column, counts, most)
                self._paintdate(painter, column, period, names)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            bins = self._bins()
            x = event.pos().x()
            told = (self._told(one) for column, one in zip(self._columns(bins), bins, strict=True) if _over(column, x))
            QToolTip.showText(event.globalPos(), tip(next(told, "")), self)
            return True
        return super().event(event)

    # What is counted

    def _bins(self) -> Bins:
        """The statements of each month from the first to the last, or of each year where months find no room."""
        if not self._dated:
            return []
        months = _months(min(day for day, _ in self._dated)[:7], max(day for day, _ in self._dated)[:7])
        length = 7 if len(months) * NARROWEST <= self._plot().width() else 4
        bins = {month[:length]: Counter[Stance]() for month in months}
        for day, stance in self._dated:
            bins[day[:length]][stance] += 1
        return list(bins.items())

    def _told(self, one: tuple[str, Counter[Stance]]) -> str:
        """A period and its figures in words."""
        period, counts = one
        assert self._scheme is not None
        figures = [f"{stance_title(self._scheme, stance)} {number(counts[stance])}" for stance in self._stances]
        return f"{date(period)}: {'، '.join(figures) if self._mirrored() else ', '.join(figures)}"

    # Where it stands

    def _mirrored(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _plot(self) -> QRectF:
        """The box of the columns: the legend above it, periods below, figures of the axis where reading begins."""
        line = QFontMetricsF(self.font()).height()
        left, right = (8.0, 8.0 + 2 * line) if self._mirrored() else (8.0 + 2 * line, 8.0)
        return QRectF(self.rect()).adjusted(left, line + 16, -right, -(line + 6))

    def _columns(self, bins: Bins) -> list[QRectF]:
        plot = self._plot()
        step = min(plot.width() / max(len(bins), 1), WIDEST)
        gap = max(2.0, step * 0.25)
        starts = [place * step + gap / 2 for place in range(len(bins))]
        width = step - gap
        lefts = [plot.right() - start - width if self._mirrored() else plot.left() + start for start in starts]
        return [QRectF(left, plot.top(), width, plot.height()) for left in lefts]

    # How it is painted

    def _paint_legend(self, painter: QPainter, mirrored: bool) -> None:
        metrics, theme = QFontMetricsF(self.font()), themes().theme
        x = 8.0
        for stance in self._stances:
            assert self._scheme is not None
            title = stance_title(self._scheme, stance)
            width = metrics.horizontalAdvance(title) + 2
            start = self.width() - x - SIDE if mirrored else x
            middle = 4 + metrics.height() / 2
            swatch = QRectF(start, middle - SIDE / 2, SIDE, SIDE)
            paint_stance(painter, swatch, self._place(stance), theme)
            painter.setPen(theme.color("dim"))
            left = start - 6 - width if mirrored else start + SIDE + 6
            painter.drawText(QRectF(left, 4, width, metrics.height()), Qt.AlignmentFlag.AlignCenter, title)
            x += SIDE + 6 + width + GAP

    def _paint_axis(self, painter: QPainter, plot: QRectF, most: int, mirrored: bool) -> None:
        theme = themes().theme
        height = QFontMetricsF(self.font()).height()
        for value, y in ((most, plot.top()), (0, plot.bottom())):
            painter.setPen(QPen(theme.color("line"), 1))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(theme.color("dim"))
            box = QRectF(plot.right() + 5 if mirrored else 0, y - height / 2, plot.left() - 5, height)
            if mirrored:
                box.setRight(self.width())
            # The figure stands at the axis.
            side = Qt.AlignmentFlag.AlignLeft if mirrored else Qt.AlignmentFlag.AlignRight
            painter.drawText(box, side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter, number(value))

    def _paint_column(self, painter: QPainter, column: QRectF, counts: Counter[Stance], most: int) -> None:
        bottom = column.bottom()
        for stance in self._stances:
            if counts[stance]:
                height = column.height() * counts[stance] / most
                box = QRectF(column.left(), bottom - height, column.width(), height)
                paint_stance(painter, box, self._place(stance), themes().theme)
                bottom -= height

    def _named(self, bins: Bins) -> dict[str, float]:
        """The periods for whose names there is room, at equal steps, with the pixels that each may take."""
        metrics = QFontMetricsF(self.font())
        # Of thousands (a mistyped year) the first stand for all: the names of years are of one length.
        widest = max((metrics.horizontalAdvance(date(one)) for one, _ in bins[:MEASURED]), default=0.0) + 14
        step = min(self._plot().width() / max(len(bins), 1), WIDEST)
        every = max(1, round(widest / step + 0.5))
        return {period: widest for period, _ in bins[::every]}

    def _paintdate(self, painter: QPainter, column: QRectF, period: str, names: dict[str, float]) -> None:
        if period not in names:
            return
        metrics, widest = QFontMetricsF(self.font()), names[period]
        box = QRectF(column.center().x() - widest / 2, column.bottom() + 4, widest, metrics.height())
        # At the ends it moves in, rather than out of the widget.
        box.moveLeft(min(max(box.left(), 0.0), self.width() - widest))
        painter.setPen(themes().theme.color("dim"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, date(period))

    def _place(self, stance: Stance) -> int | None:
        assert self._scheme is not None
        return None if stance is None else stances(self._scheme).index(stance)


def _months(first: str, last: str) -> Sequence[str]:
    (year, month), (end_year, end_month) = (map(int, text.split("-")) for text in (first, last))
    count = (end_year - year) * 12 + end_month - month + 1
    numbers = (year * 12 + month - 1 + place for place in range(count))
    return [f"{one // 12:04}-{one % 12 + 1:02}" for one in numbers]


def _over(column: QRectF, x: float) -> bool:
    return column.left() - 2 <= x <= column.right() + 2
