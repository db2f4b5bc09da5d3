"""Figures on one scale: a row for each label, role and attribute, with its value as a dot between 0 and 1."""

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPainterStateGuard, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
)

from annotator.ui.agreeing.words import figure
from annotator.ui.i18n import number, tr
from annotator.ui.theme import themes

MARKS = (0.67, 0.80)
"""Values at which readers of a paper look: lines of the scale, no verdicts."""
THIN = 30
"""A figure over fewer cases is drawn hollow."""
SCALE_PX = 150
ROW_PX = 30
FLUSH_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter


class FigureRow(msgspec.Struct, frozen=True):
    """A row: a heading, or a name with its value, the number of cases, and other figures beside it."""

    name: str = ""
    value: float | None = None
    n: int = 0
    more: tuple[str, ...] = ()
    heading: str = ""
    figure: str = ""
    """The name of the figure, by which the marks behind it are found."""


class FigureScale(QTableWidget):
    """A table with a drawn column; every drawn value stands as a number too. Enter or a click chooses a figure."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setColumnCount(6)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._dots = _Dots(self)
        self.setItemDelegateForColumn(1, self._dots)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(1, SCALE_PX)
        self._rows: Sequence[FigureRow] = ()
        self.cellClicked.connect(lambda row, _: self._choose(row))

    def _choose(self, row: int) -> None:
        if 0 <= row < len(self._rows) and self._rows[row].figure:
            self.chosen.emit(self._rows[row].figure)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.currentRow())
        else:
            super().keyPressEvent(event)

    def show_rows(self, rows: Sequence[FigureRow]) -> None:
        """Show these rows and no others."""
        self.setAccessibleName(tr("Figures by label, role and attribute"))
        self.setHorizontalHeaderLabels(["", f"{number(0)} … {number(1)}", tr("value"), tr("exact"), tr("overlap"), "n"])
        self._rows = rows
        self.clearSpans()
        self.setRowCount(len(rows))
        for place, row in enumerate(rows):
            self.setRowHeight(place, ROW_PX)
            if row.heading:
                self.setSpan(place, 0, 1, 6)
            for column, text in enumerate(_cells(row)):
                self.setItem(place, column, _item(row, column, text))
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + ROW_PX * len(rows) + 4)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.viewport().update()


def _cells(row: FigureRow) -> list[str]:
    if row.heading:
        return [row.heading, "", "", "", "", ""]
    more = [*row.more, "", ""][:2]
    return [row.name, "", figure(row.value), *more, number(row.n)]


def _item(row: FigureRow, column: int, text: str) -> QTableWidgetItem:
    item = QTableWidgetItem(text)
    item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
    if column > 1:
        # Columns of numbers stand flush on the right in both directions, because the units are there.
        item.setTextAlignment(
            Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        )
    font = item.font()
    font.setBold(bool(row.heading) or column == 2)
    item.setFont(font)
    if column == 1:
        item.setData(Qt.ItemDataRole.UserRole, (row.value, row.n))
    return item


class _Dots(QStyledItemDelegate):
    """Draws a value on the scale: a dot, hollow where it rests on little, and lines at 0.67 and 0.80."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        held = index.data(Qt.ItemDataRole.UserRole)
        if held is None:
            super().paint(painter, option, index)
            return
        value, n = held
        view = option.widget
        box = QRectF(option.rect).adjusted(8, 0, -8, 0)
        mirrored = view.layoutDirection() == Qt.LayoutDirection.RightToLeft
        theme = themes().theme

        def at(share: float) -> float:
            return box.right() - share * box.width() if mirrored else box.left() + share * box.width()

        with QPainterStateGuard(painter):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.color("line"), 1))
            painter.drawLine(QPointF(box.left(), box.center().y()), QPointF(box.right(), box.center().y()))
            painter.setPen(QPen(theme.color("dim"), 1, Qt.PenStyle.DashLine))
            for mark in MARKS:
                painter.drawLine(QPointF(at(mark), box.top() + 3), QPointF(at(mark), box.bottom() - 3))
            if value is not None:
                accent = theme.color("accent")
                painter.setPen(QPen(accent, 2))
                painter.setBrush(accent if n >= THIN else theme.color("pane"))
                painter.drawEllipse(QPointF(at(min(max(value, 0.0), 1.0)), box.center().y()), 5, 5)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        del option, index
        return QSize(SCALE_PX, ROW_PX)
