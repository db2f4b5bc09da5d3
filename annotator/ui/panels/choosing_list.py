"""Lists of rows of which one is chosen and told about at once: rows of three lines, and what was chosen."""

from collections.abc import Callable, Sequence
from typing import Generic, NamedTuple

from PySide6.QtCore import QModelIndex, QRectF, QSize, Signal
from PySide6.QtGui import QFontMetrics, QFontMetricsF
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from annotator.ui.panels.painting import large, small
from annotator.ui.panels.rows import Index, Row, RowDelegate, RowList, RowModel

PADDING = 10


class ThreeLines(NamedTuple):
    """The places of a row's lines, in pixels: a small one, a large one, and a small one below."""

    head: QRectF
    middle: QRectF
    below: QRectF


class ThreeLineDelegate(RowDelegate):
    """Paints rows of three lines: subclasses say what stands on them."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del index
        height = QFontMetrics(large(option.font)).height() + 2 * QFontMetrics(small(option.font)).height()
        return QSize(120, height + 14)

    def lines_in(self, option: QStyleOptionViewItem, box: QRectF, *, left: float = 0, right: float = 0) -> ThreeLines:
        """Return the places of the lines of a row, with so many pixels free beside them."""
        inner = box.adjusted(PADDING + left, 4, -PADDING - right, -4)
        dim = QFontMetricsF(small(option.font)).height()
        head = QRectF(inner.left(), inner.top(), inner.width(), dim)
        middle = QRectF(inner.left(), head.bottom(), inner.width(), inner.height() - 2 * dim)
        return ThreeLines(head, middle, QRectF(inner.left(), middle.bottom(), inner.width(), dim))


class ChoosingList(RowList, Generic[Row]):
    """A list that tells which row was walked to or clicked: `chosen`. What it shows by itself is no choice."""

    chosen = Signal(object)

    def __init__(self, name: str, delegate: RowDelegate, rows: RowModel[Row], parent: QWidget | None = None) -> None:
        super().__init__(name, delegate, parent)
        self._model = rows
        self.setModel(rows)
        self._showing = False
        self.selectionModel().currentChanged.connect(self._tell)
        self.clicked.connect(self._tell)

    @property
    def current_row(self) -> Row | None:
        """Return the row that is chosen."""
        place = self.currentIndex().row()
        return self._model.row(place) if 0 <= place < len(self._model.items) else None

    def show_quietly(self, rows: Sequence[Row], is_wanted: Callable[[Row], bool]) -> None:
        """Show these rows where the list stands, choose the first that is wanted, and tell nobody."""
        self._showing = True
        place = self.verticalScrollBar().value()
        self._model.set_rows(rows)
        self.verticalScrollBar().setValue(place)
        self.choose_quietly(is_wanted)
        self._showing = False

    def choose_quietly(self, is_wanted: Callable[[Row], bool]) -> None:
        """Choose the first row that is wanted, or none, and tell nobody."""
        showing, self._showing = self._showing, True
        self.show_current(next((place for place, row in enumerate(self._model.items) if is_wanted(row)), -1))
        self._showing = showing

    def _tell(self, index: QModelIndex) -> None:
        if index.isValid() and not self._showing:
            self.chosen.emit(self._model.row(index.row()))
