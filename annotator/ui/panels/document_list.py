"""The documents of the project, with publisher, date and how far I am with each."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QListView, QStyleOptionViewItem, QWidget

from annotator.domain.document import Direction
from annotator.text.direction import base_direction
from annotator.ui.i18n import MOST_SHOWN, date, isolate, number, tip, tr, tr_n
from annotator.ui.panels.painting import draw_line, draw_lines, draw_ring, large, small
from annotator.ui.panels.row_icons import draw_icon
from annotator.ui.panels.rows import ROW, Index, RowDelegate, RowList, RowModel

if TYPE_CHECKING:
    from annotator.store.documents import DocumentSummary

PADDING = 10
RING = 24


class DocumentModel(RowModel["DocumentSummary"]):
    """The summaries as rows; a title may be written anew in its row."""

    renamed = Signal(str, str)
    """The id of a document, and the title that was written for it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.title_direction: Callable[[DocumentSummary], Direction] = own_direction
        """Return the direction of a title; a project knows better than the title alone."""
        self.groups: Mapping[str, str] = {}
        """The group of each document that has near-duplicates: the id of the first."""
        self.comments: Mapping[str, int] = {}
        """The number of open threads of comments on each document that has any."""
        self.mine: frozenset[str] = frozenset()
        """The documents that are assigned to me."""
        self._places: dict[str, int] = {}

    def show_mine(self, mine: frozenset[str]) -> None:
        """Show which documents are assigned to me."""
        if mine != self.mine:
            self.mine = mine
            self.dataChanged.emit(self.index(0), self.index(len(self.items) - 1))

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.isValid() else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        is_title = role == Qt.ItemDataRole.EditRole and index.isValid()
        return self.items[index.row()].title if is_title else super().data(index, role)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if not index.isValid() or role != Qt.ItemDataRole.EditRole:
            return False
        row, title = self.items[index.row()], str(value).strip()
        if title and title != row.title:
            self.renamed.emit(row.id, title)
        return True

    def show_comments(self, comments: Mapping[str, int]) -> None:
        """Show on which documents something was said."""
        if comments != self.comments:
            self.comments = comments
            self.dataChanged.emit(self.index(0), self.index(len(self.items) - 1))

    def show_groups(self, groups: Mapping[str, str]) -> None:
        """Show which documents nearly repeat others."""
        if groups != self.groups:
            self.groups = groups
            self.dataChanged.emit(self.index(0), self.index(len(self.items) - 1))

    def subtitle(self, row: "DocumentSummary") -> str:
        """Return whether a document is mine to read, its publisher and date, and whether it nearly repeats another."""
        group = self.groups.get(row.id)
        mine = tr("Yours") if row.id in self.mine else ""
        repeats = "" if group is None else tr("Others repeat it") if group == row.id else tr("Near-duplicate")
        return " · ".join(filter(None, (mine, subtitle(row), repeats)))

    def set_rows(self, rows: Sequence["DocumentSummary"]) -> None:
        """Show these rows; the same documents in the same order are only repainted, so nothing scrolls."""
        if [row.id for row in rows] == [row.id for row in self.items]:
            self.items = list(rows)
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self._places = {row.id: place for place, row in enumerate(rows)}
        super().set_rows(rows)

    def row_of(self, document_id: str | None) -> int:
        """The row of a document, -1 if it has none."""
        return self._places.get(document_id or "", -1)

    def shown(self, row: "DocumentSummary") -> str:
        return row.title

    def tip(self, row: "DocumentSummary") -> str:
        return tip("\n".join(self._told(row)))

    def spoken(self, row: "DocumentSummary", place: int) -> str:
        del place
        return ", ".join(self._told(row))

    def _told(self, row: "DocumentSummary") -> list[str]:
        """Title, what is known of it, and how far I am with it."""
        count = self.comments.get(row.id, 0)
        comments = tr_n("{n} open comments", count) if count else ""
        told = (isolate(row.title), self.subtitle(row), status_title(row.status), comments)
        return [said for said in told if said]


def status_title(status: str) -> str:
    """A status in the language of the window."""
    return {"todo": tr("To do"), "doing": tr("In progress"), "done": tr("Done")}[status]


def subtitle(row: "DocumentSummary") -> str:
    """Publisher and date of a document, as far as they are known."""
    known = (isolate(row.publisher) if row.publisher else "", date(row.published) if row.published else "")
    return " · ".join(filter(None, known))


def own_direction(row: "DocumentSummary") -> Direction:
    """Return the direction of a title as far as the row can tell: the document's own setting, else the title's."""
    return row.direction or base_direction(row.title[:MOST_SHOWN])


class DocumentDelegate(RowDelegate):
    """Paints a row: title in its own direction, publisher and date below it, the ring of my status.

    Where nothing is known but the title, it has both lines.
    """

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del index
        return QSize(120, _title_height(option.font) + QFontMetrics(small(option.font)).height() + 16)

    def paint_row(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, box: QRectF, mirrored: bool
    ) -> None:
        row: DocumentSummary = index.data(ROW)
        left, right = (PADDING + RING, PADDING) if mirrored else (PADDING, PADDING + RING)
        text = box.adjusted(left, 6, -right, -6)
        title = QRectF(text.left(), text.top(), text.width(), _title_height(option.font))
        below = QRectF(text.left(), title.bottom(), text.width(), text.bottom() - title.bottom())
        model = index.model()
        assert isinstance(model, DocumentModel)
        direction = model.title_direction(row)
        ink, told, count = self.theme.color("ink"), model.subtitle(row), model.comments.get(row.id, 0)
        if told or count:
            draw_line(painter, title, row.title, large(option.font), ink, direction)
            if count:
                below = self._paint_comments(painter, below, number(count), option.font, mirrored)
            draw_line(painter, below, told, small(option.font), self.theme.color("dim"), "rtl" if mirrored else "ltr")
        else:
            draw_lines(painter, text, row.title, large(option.font), ink, direction)
        x = box.left() + PADDING + 6 if mirrored else box.right() - PADDING - 6
        draw_ring(painter, QPointF(x, box.center().y()), row.status, self.theme)

    def _paint_comments(self, painter: QPainter, box: QRectF, count: str, font: QFont, mirrored: bool) -> QRectF:
        """Paint how many open comments there are, at the end of the line; return the rectangle that is left."""
        color, narrow = self.theme.color("accent"), small(font)
        rest = draw_icon(painter, box, "comment", color, mirrored)
        width = QFontMetrics(narrow).horizontalAdvance(count) + 2
        place = QRectF(rest.left() if mirrored else rest.right() - width, rest.top(), width, rest.height())
        draw_line(painter, place, count, narrow, color, "ltr")
        return rest.adjusted(width + 4 if mirrored else 0, 0, 0 if mirrored else -width - 4, 0)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        del index
        high = min(editor.sizeHint().height(), option.rect.height())
        box = option.rect.adjusted(PADDING, 4, -PADDING, 0)
        box.setHeight(high)
        editor.setGeometry(box)


def _title_height(font: QFont) -> int:
    return QFontMetrics(large(font)).height() + 2


class DocumentList(RowList):
    """The pane of documents; `chosen` names the one that the person wants to read.

    Several are chosen with Shift and Ctrl; that, and asking for the menu, opens none.
    """

    chosen = Signal(str)
    menu_requested = Signal(QPoint)
    """The point of the screen at which a menu about `chosen_ids` is wanted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("document_list", DocumentDelegate(), parent)
        self.rows = DocumentModel(self)
        self.setModel(self.rows)
        self._showing = False
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QListView.EditTrigger.EditKeyPressed)
        self.selectionModel().currentChanged.connect(self._tell)
        self.clicked.connect(self._tell)
        self.retranslate()

    def show_rows(self, rows: list["DocumentSummary"], current: str | None) -> None:
        """Show these documents with the current one marked, without announcing it as a choice."""
        self._showing = True
        self.rows.set_rows(rows)
        self._showing = False
        self.show_document(current)

    def show_document(self, document_id: str | None) -> None:
        """Mark the row of the document that is on the page."""
        self._showing = True
        self.show_current(self.rows.row_of(document_id))
        self._showing = False

    @property
    def chosen_ids(self) -> list[str]:
        """Return the documents whose rows are selected, in the order of the list."""
        return [self.rows.row(place).id for place in sorted(one.row() for one in self.selectionModel().selectedRows())]

    def rename(self, document_id: str) -> None:
        """Let the person write another title in the row of a document; whoever is writing one goes on."""
        index = self.rows.index(self.rows.row_of(document_id), 0)
        if index.isValid() and self.state() is not QListView.State.EditingState:
            self.edit(index)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        with self._quiet(event.button() != Qt.MouseButton.LeftButton or _is_choosing(event)):
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        with self._quiet(_is_choosing(event)):
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        with self._quiet(_is_choosing(event)):
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        point = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            point = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center())
        if self.chosen_ids:
            self.menu_requested.emit(point)

    @contextmanager
    def _quiet(self, is_quiet: bool) -> Iterator[None]:
        """Announce no choice until the block ends."""
        before, self._showing = self._showing, self._showing or is_quiet
        try:
            yield
        finally:
            self._showing = before

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        self.setAccessibleName(tr("Documents"))
        self.viewport().update()

    def _tell(self, current: QModelIndex) -> None:
        if current.isValid() and not self._showing:
            self.chosen.emit(self.rows.row(current.row()).id)


def _is_choosing(event: QMouseEvent | QKeyEvent) -> bool:
    """Return whether a key is held that chooses several rows."""
    return bool(event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier))
