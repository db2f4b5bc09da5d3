"""The common base of the window's lists: painted rows of one height, so that 5,000 cost what 50 cost."""

from abc import abstractmethod
from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QStringListModel, Qt
from PySide6.QtGui import QPainter, QPainterStateGuard, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from annotator.ui.i18n import MOST_SHOWN
from annotator.ui.splice import splice
from annotator.ui.theme import Theme, themes
from annotator.visible import clipped

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole


Row = TypeVar("Row")

FOCUS_LINE_PX = 2
FEW = 64
"""Rows that are put between others; where more are new, the list begins again."""


class RowModel(QStringListModel, Generic[Row]):
    """Rows of one kind. A subclass says what a row shows, tells in its tip, and has read aloud.

    The rows are `items`; Qt's own model holds as many empty strings and counts them. A list view asks for each of
    20,000 rows when one is added, and Python would take longer to count than everything else takes.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.items: Sequence[Row] = []

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows; where only a few between others are new, the others keep their place."""
        new = list(rows)
        first, gone, come = splice(self.items, new)
        if max(gone, come) > FEW:
            self.items = new
            self.setStringList([""] * len(new))
            return
        changed = min(gone, come)
        if gone > come:
            self.removeRows(first + changed, gone - come)
        self.items = new
        if come > gone:
            self.insertRows(first + changed, come - gone)
        if changed:
            self.dataChanged.emit(self.index(first), self.index(first + changed - 1))

    def append(self, rows: Sequence[Row]) -> None:
        """Show more rows below those there are."""
        count = len(self.items)
        self.items = [*self.items, *rows]
        self.insertRows(count, len(rows))

    def put(self, place: int, row: Row) -> None:
        """Show another row in this place."""
        held = self.items if isinstance(self.items, list) else list(self.items)
        held[place] = row
        self.items = held
        self.dataChanged.emit(self.index(place), self.index(place))

    def row(self, place: int) -> Row:
        """Return the item of a row."""
        return self.items[place]

    @abstractmethod
    def shown(self, row: Row) -> str:
        """The words that stand for a row."""

    def tip(self, row: Row) -> str | None:
        """Return the tool tip of a row; None for none."""
        del row
        return None

    @abstractmethod
    def spoken(self, row: Row, place: int) -> str:
        """A row as a screen reader says it; `place` counts from 0."""

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self.items[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return clipped(self.shown(row), MOST_SHOWN)
            case Qt.ItemDataRole.ToolTipRole:
                return self.tip(row)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self.spoken(row, index.row())
            case _ if role == ROW:
                return row
        return None


class RowDelegate(QStyledItemDelegate):
    """Paints a rounded ground that tells hover, selection and focus; subclasses paint what stands on it."""

    @property
    def theme(self) -> Theme:
        return themes().theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        box = QRectF(option.rect).adjusted(6.5, 1.5, -6.5, -1.5)
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        with QPainterStateGuard(painter):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_ground(painter, option, box)
            self.paint_row(painter, option, index, box, mirrored)

    @abstractmethod
    def paint_row(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, box: QRectF, mirrored: bool
    ) -> None:
        """Paint the row's contents into `box` (pixels of the viewport)."""

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, box: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setBrush(self.theme.color("selection"))
            if option.state & QStyle.StateFlag.State_HasFocus:
                painter.setPen(QPen(self.theme.color("focus"), 2))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(self.theme.color("hover"))
        painter.drawRoundedRect(box, 8, 8)


class RowList(QListView):
    """A list of painted rows of one height."""

    def __init__(self, name: str, delegate: RowDelegate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        delegate.setParent(self)
        self.setItemDelegate(delegate)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QListView.Shape.NoFrame)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus() and not self.currentIndex().isValid():
            # No row can wear the focus, so the list does, at its head: a frame around nothing would shout.
            with QPainter(self.viewport()) as painter:
                painter.fillRect(0, 0, self.viewport().width(), FOCUS_LINE_PX, themes().theme.color("focus"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # What stands over the list grows with what is chosen, after the list has scrolled to it.
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def keyboardSearch(self, search: str) -> None:
        """Letters are the labels' keys everywhere in the window; they must not walk the list as well."""
        del search

    def show_current(self, row: int) -> None:
        """Make this row the current one (-1: none) and bring it into sight, without announcing a choice."""
        index = self.model().index(row, 0)
        blocked = self.blockSignals(True)
        self.selectionModel().setCurrentIndex(
            index, self.selectionModel().SelectionFlag.ClearAndSelect
        ) if index.isValid() else self._clear_current()
        self.blockSignals(blocked)
        if index.isValid():
            self.scrollTo(index)

    def _clear_current(self) -> None:
        self.selectionModel().clear()
