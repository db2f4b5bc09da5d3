"""Small charts of a dataset: bars beside their names, and columns over a scale; every length stands as a number too."""

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.ui.i18n import isolate, number, ui_direction
from annotator.ui.panels.painting import draw_line, small
from annotator.ui.theme import themes

Figure = tuple[str, int]
"""A name in the language of the window, and a count."""

PADDING_PX = 12
COLUMNS_PX = 96
NARROWEST_COLUMN_PX = 8.0
NAME_SHARE = 0.42
"""The share of the width that names of bars may take."""


class Chart(msgspec.Struct, frozen=True):
    """A chart: its title, what is said beside the title, and its figures in their order."""

    title: str
    told: str
    figures: Sequence[Figure]
    columns: bool = False


class ChartCard(QWidget):
    """Paints one chart in the window's direction."""

    accessible_role = "Chart"

    def __init__(self, chart: Chart) -> None:
        super().__init__()
        self._chart = chart
        self.setAccessibleName(chart.title)
        self.setAccessibleDescription(
            "\n".join([chart.told, *(f"{isolate(name)}: {number(count)}" for name, count in chart.figures)])
        )
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _line(self) -> float:
        return QFontMetricsF(self.font()).height() + 4

    def sizeHint(self) -> QSize:
        line = self._line()
        inner = COLUMNS_PX + 2 * line if self._chart.columns else len(self._chart.figures) * line
        return QSize(220, round(2 * PADDING_PX + line + 6 + inner))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self.update()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        theme = themes().theme
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.color("line"), 1))
            painter.setBrush(theme.color("card"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 10, 10)
            inner = QRectF(self.rect()).adjusted(PADDING_PX, PADDING_PX, -PADDING_PX, -PADDING_PX)
            self._paint_title(painter, QRectF(inner.left(), inner.top(), inner.width(), self._line()))
            inner.setTop(inner.top() + self._line() + 6)
            (self._paint_columns if self._chart.columns else self._paint_bars)(painter, inner)

    def _paint_title(self, painter: QPainter, box: QRectF) -> None:
        theme, way = themes().theme, ui_direction()
        font = self.font()
        font.setBold(True)
        draw_line(painter, box, self._chart.title, font, theme.color("ink"), way)
        room = QFontMetricsF(font).horizontalAdvance(self._chart.title) + 16
        rest = box.adjusted(0, 0, -room, 0) if way == "rtl" else box.adjusted(room, 0, 0, 0)
        # At the other end of the line.
        draw_line(
            painter,
            rest,
            self._chart.told,
            small(self.font()),
            theme.color("dim"),
            way,
            "ltr" if way == "rtl" else "rtl",
        )

    def _paint_bars(self, painter: QPainter, inner: QRectF) -> None:
        line = self._line()
        most = max((count for _, count in self._chart.figures), default=1) or 1
        for place, figure in enumerate(self._chart.figures):
            row = QRectF(inner.left(), inner.top() + place * line, inner.width(), line)
            self._paint_bar(painter, row, figure, most)

    def _paint_bar(self, painter: QPainter, row: QRectF, figure: Figure, most: int) -> None:
        theme, way, font = themes().theme, ui_direction(), small(self.font())
        name, count = figure
        names = row.width() * NAME_SHARE
        wide = QFontMetricsF(self.font()).horizontalAdvance(number(most)) + 8
        for_name = QRectF(row.left(), row.top(), names, row.height())
        draw_line(painter, _placed(row, for_name, way), name, font, theme.color("ink"), way)
        length = max((row.width() - names - wide - 8) * count / most, 2.0)
        bar = QRectF(row.left() + names + 8, row.center().y() - 5, length, 10)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("accent"))
        painter.drawRoundedRect(_placed(row, bar, way), 2, 2)
        behind = QRectF(bar.right() + 4, row.top(), wide, row.height())
        draw_line(painter, _placed(row, behind, way), number(count), font, theme.color("dim"), way)

    def _paint_columns(self, painter: QPainter, inner: QRectF) -> None:
        figures, line = self._chart.figures, self._line()
        foot = inner.bottom() - line
        painter.setPen(QPen(themes().theme.color("line"), 1))
        painter.drawLine(QPointF(inner.left(), foot), QPointF(inner.right(), foot))
        painter.setFont(small(self.font()))
        most = max((value for _, value in figures), default=1) or 1
        step = inner.width() / max(len(figures), 1)
        for place, (_, value) in enumerate(figures):
            height = (foot - inner.top() - line) * value / most
            column = QRectF(inner.left() + place * step + step * 0.1, foot - height, step * 0.8, height)
            self._paint_column(painter, _placed(inner, column, ui_direction()), value, step)
        self._paint_names(painter, inner, step)

    def _paint_column(self, painter: QPainter, column: QRectF, value: int, step: float) -> None:
        theme, line = themes().theme, self._line()
        painter.fillRect(column, theme.color("accent"))
        figure = number(value) if value else ""
        if step >= QFontMetricsF(painter.font()).horizontalAdvance(figure):
            painter.setPen(theme.color("dim"))
            over = QRectF(column.center().x() - step / 2, column.top() - line, step, line)
            painter.drawText(over, Qt.AlignmentFlag.AlignCenter, figure)

    def _paint_names(self, painter: QPainter, inner: QRectF, step: float) -> None:
        """Name the columns for whose names there is room, at equal steps."""
        metrics, line = QFontMetricsF(painter.font()), self._line()
        widest = max((metrics.horizontalAdvance(name) for name, _ in self._chart.figures), default=0.0) + 6
        every = max(1, round(widest / step + 0.5))
        painter.setPen(themes().theme.color("dim"))
        for place, (name, _) in list(enumerate(self._chart.figures))[::every]:
            middle = inner.left() + (place + 0.5) * step
            below = _placed(inner, QRectF(middle - widest / 2, inner.bottom() - line + 1, widest, line), ui_direction())
            below.moveLeft(min(max(below.left(), 0.0), self.width() - widest))
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, name)


def _placed(inner: QRectF, box: QRectF, way: str) -> QRectF:
    """The box where it stands in a window of this direction."""
    if way == "ltr":
        return box
    return QRectF(inner.left() + inner.right() - box.right(), box.top(), box.width(), box.height())
