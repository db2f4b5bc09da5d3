"""What the lists of the window have in common: painted rows of one height, so that 5,000 cost what 50 cost."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from annotator.ui.theme import Theme, themes

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole


Row = TypeVar("Row")


class RowModel(QAbstractListModel, Generic[Row]):
    """Rows of one kind. A subclass says what a row shows, tells in its tip, and has read aloud."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.items: list[Row] = []

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows."""
        self.beginResetModel()
        self.items = list(rows)
        self.endResetModel()

    def row(self, place: int) -> Row:
        """What a row shows."""
        return self.items[place]

    def shown(self, row: Row) -> str:
        """The words that stand for a row."""
        raise NotImplementedError

    def tip(self, row: Row) -> str | None:
        """What the pointer is told of a row; None for nothing."""
        del row
        return None

    def spoken(self, row: Row, place: int) -> str:
        """A row as a screen reader says it; `place` counts from 0."""
        raise NotImplementedError

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self.items[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.shown(row)
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
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect).adjusted(6.5, 1.5, -6.5, -1.5)
        self._paint_ground(painter, option, box)
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        self.paint_row(painter, option, index, box, mirrored)
        painter.restore()

    def paint_row(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, box: QRectF, mirrored: bool
    ) -> None:
        """Paint the row's contents into `box` (pixels of the viewport)."""
        raise NotImplementedError

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
            # No row can wear the focus, so the list does.
            painter = QPainter(self.viewport())
            painter.setPen(QPen(themes().theme.color("focus"), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))

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
