"""The threads as a list: what each is about, how it begins, and who takes part."""

from functools import partial

from PySide6.QtCore import QModelIndex, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from annotator.domain.scheme import Scheme
from annotator.services.threads import PlacedThread
from annotator.text.direction import base_direction
from annotator.ui.commenting.words import first_words, place_words, thread_words
from annotator.ui.i18n import isolate, tip, tr, ui_direction
from annotator.ui.panels.choosing_list import ChoosingList, ThreeLineDelegate
from annotator.ui.panels.painting import draw_line, large, small
from annotator.ui.panels.rows import ROW, Index, RowModel

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ThreadModel(RowModel[PlacedThread]):
    """The threads that are shown."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.scheme: Scheme | None = None
        self.everywhere = False
        """They are of all articles, so each says of which."""

    def about(self, row: PlacedThread) -> str:
        """Return what a thread is about."""
        assert self.scheme is not None, "threads are of a project"
        return place_words(row, self.scheme)

    def shown(self, row: PlacedThread) -> str:
        return first_words(row)

    def below(self, row: PlacedThread) -> str:
        """Return who takes part, and since when."""
        return thread_words(row, with_title=self.everywhere)

    def tip(self, row: PlacedThread) -> str:
        return tip("\n".join((isolate(first_words(row)), self.about(row), self.below(row))))

    def spoken(self, row: PlacedThread, place: int) -> str:
        state = tr("Open") if row.thread.is_open else tr("Resolved")
        told = ". ".join((isolate(first_words(row)), self.about(row), self.below(row), state))
        return tr("{thread}. {n} of {count}", thread=told, n=place + 1, count=len(self.items))


class ThreadDelegate(ThreeLineDelegate):
    """Paints a row: what it is about, how it begins, who takes part; a tick at the end of what is resolved."""

    def paint_row(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, box: QRectF, mirrored: bool
    ) -> None:
        row: PlacedThread = index.data(ROW)
        model = index.model()
        assert isinstance(model, ThreadModel)
        about, said, below = self.lines_in(option, box)
        dim, way = below.height(), ui_direction()
        draw_line(painter, about, model.about(row), small(option.font), self.theme.color("accent"), way)
        words = first_words(row)
        draw_line(painter, said, words, large(option.font), self.theme.color("ink"), base_direction(words), way)
        if not row.thread.is_open:
            tick = QRectF(below.left() if mirrored else below.right() - dim, below.top(), dim, dim)
            draw_line(painter, tick, "✓", small(option.font), self.theme.color("success"), "ltr")
            below.adjust(dim if mirrored else 0, 0, 0 if mirrored else -dim, 0)
        draw_line(painter, below, model.below(row), small(option.font), self.theme.color("dim"), way)


class ThreadList(ChoosingList[PlacedThread]):
    """The list; `opened` names a thread to be shown in its article."""

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        self.rows = ThreadModel()
        super().__init__("thread_list", ThreadDelegate(), self.rows, parent)
        self.rows.setParent(self)
        self.doubleClicked.connect(self._open)

    def show_threads(self, threads: list[PlacedThread], comment_id: str) -> None:
        """Show these threads, and choose the one with this comment without announcing it."""
        self.show_quietly(threads, partial(_has, comment_id))

    def choose(self, comment_id: str) -> None:
        """Choose the thread with this comment without announcing it, if it is in the list."""
        self.choose_quietly(partial(_has, comment_id))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and self.current_row is not None:
            self.opened.emit(self.current_row)
        else:
            super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self.rows.row(index.row()))


def _has(comment_id: str, row: PlacedThread) -> bool:
    return any(one.id == comment_id for one in row.thread.comments)
