"""The threads as a list: what each is about, how it begins, and who takes part."""

from PySide6.QtCore import QModelIndex, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from annotator.domain.scheme import Scheme
from annotator.services.threads import PlacedThread
from annotator.text.direction import base_direction
from annotator.ui.commenting.words import first_words, place_words, thread_words
from annotator.ui.i18n import isolate, tip, tr, ui_direction
from annotator.ui.panels.painting import draw_line, large, small
from annotator.ui.panels.rows import ROW, Index, RowDelegate, RowList, RowModel

PADDING = 10
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ThreadModel(RowModel[PlacedThread]):
    """The threads that are shown."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.scheme: Scheme | None = None
        self.everywhere = False
        """They are of all articles, so each says of which."""

    def row_of(self, comment_id: str) -> int:
        """Return the row of the thread that has this comment; -1 if none has it."""
        return next(
            (place for place, row in enumerate(self.items) if comment_id in {one.id for one in row.thread.comments}), -1
        )

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


class ThreadDelegate(RowDelegate):
    """Paints a row: what it is about, how it begins, who takes part; a tick at the end of what is resolved."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del index
        height = QFontMetrics(large(option.font)).height() + 2 * QFontMetrics(small(option.font)).height()
        return QSize(120, height + 14)

    def paint_row(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, box: QRectF, mirrored: bool
    ) -> None:
        row: PlacedThread = index.data(ROW)
        model = index.model()
        assert isinstance(model, ThreadModel)
        inner = box.adjusted(PADDING, 4, -PADDING, -4)
        dim = QFontMetricsF(small(option.font)).height()
        about = QRectF(inner.left(), inner.top(), inner.width(), dim)
        said = QRectF(inner.left(), about.bottom(), inner.width(), inner.height() - 2 * dim)
        below = QRectF(inner.left(), said.bottom(), inner.width(), dim)
        way = ui_direction()
        draw_line(painter, about, model.about(row), small(option.font), self.theme.color("accent"), way)
        words = first_words(row)
        draw_line(painter, said, words, large(option.font), self.theme.color("ink"), base_direction(words), way)
        if not row.thread.is_open:
            tick = QRectF(below.left() if mirrored else below.right() - dim, below.top(), dim, dim)
            draw_line(painter, tick, "✓", small(option.font), self.theme.color("success"), "ltr")
            below.adjust(dim if mirrored else 0, 0, 0 if mirrored else -dim, 0)
        draw_line(painter, below, model.below(row), small(option.font), self.theme.color("dim"), way)


class ThreadList(RowList):
    """The list; `chosen` names the thread that was walked to or clicked, `opened` one to be shown in its article."""

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("thread_list", ThreadDelegate(), parent)
        self.rows = ThreadModel(self)
        self.setModel(self.rows)
        self._showing = False
        self.selectionModel().currentChanged.connect(self._tell)
        self.clicked.connect(self._tell)
        self.doubleClicked.connect(self._open)

    @property
    def current(self) -> PlacedThread | None:
        """Return the thread that is chosen."""
        place = self.currentIndex().row()
        return self.rows.row(place) if 0 <= place < len(self.rows.items) else None

    def show_threads(self, threads: list[PlacedThread], comment_id: str) -> None:
        """Show these threads, and choose the one with this comment without announcing it."""
        self._showing = True
        place = self.verticalScrollBar().value()
        self.rows.set_rows(threads)
        self.verticalScrollBar().setValue(place)
        self.show_current(self.rows.row_of(comment_id))
        self._showing = False

    def choose(self, comment_id: str) -> None:
        """Choose the thread with this comment without announcing it, if it is in the list."""
        self._showing = True
        self.show_current(self.rows.row_of(comment_id))
        self._showing = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and self.current is not None:
            self.opened.emit(self.current)
        else:
            super().keyPressEvent(event)

    def _tell(self, index: QModelIndex) -> None:
        if index.isValid() and not self._showing:
            self.chosen.emit(self.rows.row(index.row()))

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self.rows.row(index.row()))
