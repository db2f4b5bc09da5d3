"""The table of articles: its columns, its keys, and what a click on it means."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from annotator.services.overview import ArticleLine
from annotator.ui.home.arranging import Order, OrderKey
from annotator.ui.home.cells import CHECK_PX, ArticleCells
from annotator.ui.home.rows import ArticleModel
from annotator.ui.panels.rows import Index

ROW_PX = 40
WIDTHS_PX = {"publisher": 120, "date": 138, "assigned": 110, "marks": 66, "differences": 124, "agreement": 106}
READER_PX = 38
TITLE_LEAST_PX = 230
"""Pixels that a title keeps; for its sake the columns of DISPENSABLE go, one after the other."""
_OF_THE_ROOM = frozenset(
    (
        *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Escape, Qt.Key.Key_A),
        *(Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space),
    )
)
"""Keys that Qt's table would use, and that mean something in the room."""
_STEPS = {Qt.Key.Key_Up.value: -1, Qt.Key.Key_Down.value: 1}
DISPENSABLE = ("assigned", "publisher", "agreement", "date")


class HomeTable(QTableView):
    """Arrows walk, Space ticks, Enter opens; a column's head sorts. Letters are left to the room's keys."""

    opened = Signal(str)
    """The id of the article that is wanted."""
    menu_asked = Signal(QPoint)
    sorted = Signal(object)
    """The `Order` that a click on a column's head asks for."""
    scrolled = Signal()
    """Other rows are in sight."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("home_table")
        self.rows = ArticleModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(ArticleCells(self))
        self.order = Order()
        self._set_up()
        self._set_up_heads()
        self.rows.modelReset.connect(self._fit)
        self.verticalScrollBar().valueChanged.connect(lambda _: self.scrolled.emit())
        self.doubleClicked.connect(lambda index: self.opened.emit(self.rows.lines[index.row()].id))

    def _set_up(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)

    def _set_up_heads(self) -> None:
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        # One height for all: otherwise Qt would ask for that of each of 20,000 rows.
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(ROW_PX)
        columns.setHighlightSections(False)
        columns.setSectionsClickable(True)
        columns.sectionClicked.connect(self._sort_by)

    # What is shown

    def show_order(self, order: Order) -> None:
        """Show by which column the table is sorted."""
        self.order = order
        header = self.horizontalHeader()
        is_column = order.key in self.rows.columns
        header.setSortIndicatorShown(is_column)
        if is_column:
            way = Qt.SortOrder.DescendingOrder if order.falling else Qt.SortOrder.AscendingOrder
            header.setSortIndicator(self.rows.columns.index(order.key), way)

    def _sort_by(self, column: int) -> None:
        """Sort by a column; falling the second time, and as the articles came the third."""
        key = self.rows.columns[column]
        if key != self.order.key:
            self.sorted.emit(Order(key))
        else:
            self.sorted.emit(Order() if self.order.falling else Order(key, True))

    @property
    def current(self) -> ArticleLine | None:
        """Return the article of the current row."""
        place = self.currentIndex().row()
        return self.rows.lines[place] if 0 <= place < len(self.rows.lines) else None

    @property
    def chosen(self) -> list[str]:
        """Return the ids of the articles that are ticked, in the order of the table, or else of the current one."""
        shown = [line.id for line in self.rows.lines if line.id in self.rows.ticked]
        hidden = sorted(self.rows.ticked.difference(shown))
        line = self.current
        return [*shown, *hidden] or ([] if line is None else [line.id])

    def go_to(self, document_id: str | None) -> None:
        """Make the row of an article the current one; the first, if it has none."""
        places = (place for place, line in enumerate(self.rows.lines) if line.id == document_id)
        self.setCurrentIndex(self.rows.index(next(places, 0), 0))

    def in_sight(self) -> Sequence[ArticleLine]:
        """Return the articles whose rows are in sight."""
        first = max(self.rowAt(0), 0)
        last = self.rowAt(self.viewport().height() - 1)
        return self.rows.lines[first : len(self.rows.lines) if last < 0 else last + 1]

    def _fit(self) -> None:
        """Give each column its width; what is left belongs to the titles."""
        room = self.viewport().width()
        shown = list(self.rows.columns)
        for key in DISPENSABLE:
            if room - sum(map(_width, shown)) < TITLE_LEAST_PX and key in shown:
                shown.remove(key)
        self._set_widths(shown)

    def _set_widths(self, shown: Sequence[OrderKey]) -> None:
        header = self.horizontalHeader()
        for place, key in enumerate(self.rows.columns):
            self.setColumnHidden(place, key not in shown)
            is_title = key == "title"
            header.setSectionResizeMode(
                place, QHeaderView.ResizeMode.Stretch if is_title else QHeaderView.ResizeMode.Fixed
            )
            if not is_title:
                self.setColumnWidth(place, _width(key))
        header.setMinimumSectionSize(READER_PX)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        self.scrolled.emit()

    # Ticking

    def tick_all(self) -> None:
        """Tick every article that is shown; none, where all of them are."""
        shown = [line.id for line in self.rows.lines]
        self.rows.tick(shown, on=not self.rows.ticked.issuperset(shown))

    def tick_current(self) -> None:
        """Tick the article of the current row, or untick it."""
        if self.current is not None:
            self._toggle(self.currentIndex().row())

    def open_current(self) -> None:
        """Ask for the article of the current row."""
        if self.current is not None:
            self.opened.emit(self.current.id)

    def _toggle(self, place: int) -> None:
        line = self.rows.lines[place]
        self.rows.tick([line.id], on=line.id not in self.rows.ticked)

    def _tick_range(self, first: int, last: int) -> None:
        low, high = sorted((max(first, 0), last))
        self.rows.tick([line.id for line in self.rows.lines[low : high + 1]], on=True)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        before = self.currentIndex().row()
        super().mousePressEvent(event)
        if not index.isValid() or event.button() != Qt.MouseButton.LeftButton:
            return
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._tick_range(before, index.row())
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier or self._is_on_tick(index, event):
            self._toggle(index.row())

    def _is_on_tick(self, index: Index, event: QMouseEvent) -> bool:
        box, x = self.visualRect(index), event.position().x()
        is_mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        into = box.right() - x if is_mirrored else x - box.left()
        return index.column() == 0 and 0 <= into < CHECK_PX

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # The event may come ignored, and one that was used must not go on to the keys of the room.
        if self.state() == self.State.EditingState or self._use(event):
            event.accept()
        elif self._is_for_others(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _use(self, event: QKeyEvent) -> bool:
        """Do what a key means in this table; False if it means nothing of its own."""
        place, key, line = self.currentIndex().row(), event.key(), self.current
        if key == Qt.Key.Key_Escape and self.rows.ticked:
            self.rows.tick(self.rows.ticked, on=False)
        elif line is None:
            return False
        elif key == Qt.Key.Key_F2:
            self.edit(self.rows.index(place, 0))
        elif key in _STEPS and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._walk_ticking(place, _STEPS[key])
        else:
            return False
        return True

    def _is_for_others(self, event: QKeyEvent) -> bool:
        """Return True for keys that Qt would use: rows are walked, not cells, and letters are keys of the room."""
        is_letter = event.text().isprintable() and event.text() != ""
        return event.key() in _OF_THE_ROOM or is_letter

    def _walk_ticking(self, place: int, by: int) -> None:
        there = min(max(place + by, 0), len(self.rows.lines) - 1)
        if there >= 0:
            self._tick_range(place, there)
            self.setCurrentIndex(self.rows.index(there, 0))

    def keyboardSearch(self, search: str) -> None:
        """Letters are keys of the room; they must not walk the table as well."""
        del search

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            box = self.visualRect(self.currentIndex())
            self.menu_asked.emit(self.viewport().mapToGlobal(box.center()))
        elif self.indexAt(event.pos()).isValid():
            self.menu_asked.emit(event.globalPos())


def _width(key: OrderKey) -> int:
    return 0 if key == "title" else WIDTHS_PX.get(key, READER_PX)
