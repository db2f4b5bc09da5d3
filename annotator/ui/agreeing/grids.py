"""Pairs of readers, and the confusion of their labels, as tables whose cells open the places behind them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt, Signal
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
from annotator.ui.i18n import isolate, number, tr, tr_n
from annotator.ui.reader_looks import reader_looks
from annotator.ui.theme import themes

if TYPE_CHECKING:
    from annotator.agreement.figures import Figures, PairFigures

ROW_PX = 36


class _Grid(QTableWidget):
    """A table of equal cells; Enter or a click on a cell that has data chooses it."""

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.setItemDelegate(_Bars(self))
        self.cellClicked.connect(self._choose)

    def _choose(self, row: int, column: int) -> None:
        item = self.item(row, column)
        if item is not None and item.data(Qt.ItemDataRole.UserRole) is not None:
            self.choose(item.data(Qt.ItemDataRole.UserRole))

    def choose(self, data: object) -> None:
        """A cell with this data was chosen."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.currentRow(), self.currentColumn())
        else:
            super().keyPressEvent(event)

    def set_size(self, rows: Sequence[str], columns: Sequence[str]) -> None:
        """Make the table this large, with these headings."""
        self.clear()
        self.setRowCount(len(rows))
        self.setColumnCount(len(columns))
        self.setVerticalHeaderLabels(list(rows))
        self.setHorizontalHeaderLabels(list(columns))
        for row in range(len(rows)):
            self.setRowHeight(row, ROW_PX)
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + ROW_PX * len(rows) + 6)

    def put(
        self, row: int, column: int, text: str, data: object = None, share: float | None = None, *, heavy: bool = False
    ) -> None:
        """Fill a cell: its words, what choosing it means, the bar's share, and whether it has a heavy frame."""
        item = QTableWidgetItem(text)
        item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        item.setData(Qt.ItemDataRole.UserRole, data)
        item.setData(Qt.ItemDataRole.UserRole + 1, (share, heavy))
        self.setItem(row, column, item)


NOTHING = "—"
"""A cell that has no figure; a dot would be an Arabic zero."""


class PairGrid(_Grid):
    """Readers against readers: below the diagonal F1 by overlap, above it the number of articles both read."""

    chosen = Signal(str, str)

    def show_pairs(self, figures: "Figures") -> None:
        """Show the pairs of these figures."""
        self.setAccessibleName(tr("Agreement of pairs"))
        looks = reader_looks(figures.readers)
        names = [f"{looks[one].sign} {isolate(one)}" for one in figures.readers]
        self.set_size(names, names)
        place = {one: number for number, one in enumerate(figures.readers)}
        for one in range(len(names)):
            self.put(one, one, NOTHING)
        for pair in figures.pairs:
            low, high = place[pair.b], place[pair.a]
            data = (pair.a, pair.b)
            self.put(low, high, figure(pair.span_f1_overlap), data, pair.span_f1_overlap)
            self.put(high, low, tr_n("{n} art.", pair.documents), data)

    def choose(self, data: object) -> None:
        assert isinstance(data, tuple)
        self.chosen.emit(*data)


class ConfusionGrid(_Grid):
    """A grid of how often one reader says this label where the other says that one, in units."""

    chosen = Signal(str, str, object)

    def show_pair(self, pair: "PairFigures", labels: Sequence[str], titles: Sequence[str]) -> None:
        """Show the confusion of a pair; the last row and column are the units without a label."""
        self.setAccessibleName(tr("Confusion of labels"))
        names = [*titles, tr("nothing")]
        keys: list[str | None] = [*labels, None]
        order = [*range(1, len(labels) + 1), 0]
        self.set_size(names, names)
        for row, mine in enumerate(order):
            total = sum(pair.confusion[mine])
            for column, theirs in enumerate(order):
                count = pair.confusion[mine][theirs]
                if keys[row] is None and keys[column] is None:
                    self.put(row, column, NOTHING)
                    continue
                data = (pair.a, pair.b, (keys[row], keys[column])) if count else None
                self.put(row, column, number(count), data, count / total if total else 0.0, heavy=row == column)

    def choose(self, data: object) -> None:
        assert isinstance(data, tuple)
        self.chosen.emit(*data)


class MeasureGrid(_Grid):
    """Precision, recall and F1 of one of a pair against the other, a row for each label."""

    def show_pair(
        self, pair: "PairFigures", labels: Sequence[str], titles: Sequence[str], *, is_turned: bool = False
    ) -> None:
        """Show what this pair's labels come to; `is_turned`: the second reader is the reference."""
        self.setAccessibleName(tr("Precision and recall"))
        exact, overlap = tr("exact"), tr("overlap")
        columns = [
            f"P\n{exact}",
            f"R\n{exact}",
            f"F₁\n{exact}",
            f"P\n{overlap}",
            f"R\n{overlap}",
            f"F₁\n{overlap}",
            "n",
        ]
        self.set_size(titles, columns)
        for row, label in enumerate(labels):
            one = pair.by_label[label].turned() if is_turned else pair.by_label[label]
            values = (
                *(one.precision_exact, one.recall_exact, one.f1_exact),
                *(one.precision_overlap, one.recall_overlap, one.f1_overlap),
            )
            for column, value in enumerate(values):
                self.put(row, column, figure(value), share=value)
            self.put(row, len(values), f"{number(one.a)} / {number(one.b)}")


class _Bars(QStyledItemDelegate):
    """Draws a cell's share as a bar below its number, and a heavy frame where readers agree."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        share, heavy = index.data(Qt.ItemDataRole.UserRole + 1) or (None, False)
        theme = themes().theme
        box = QRectF(option.rect).adjusted(6, 4, -6, -4)
        with QPainterStateGuard(painter):
            if heavy:
                painter.setPen(QPen(theme.color("ink"), 1.6))
                painter.drawRoundedRect(QRectF(option.rect).adjusted(2, 2, -2, -2), 5, 5)
            if share:
                bar = QRectF(box.left(), box.bottom() - 3, box.width() * min(share, 1.0), 3)
                if option.widget.layoutDirection() == Qt.LayoutDirection.RightToLeft:
                    bar.moveRight(box.right())
                painter.fillRect(bar, theme.color("accent"))
