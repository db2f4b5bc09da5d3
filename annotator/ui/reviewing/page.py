"""The page of review: the article with all readings, the differences beside it, and the card of the chosen one."""

from collections.abc import Collection, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from annotator.domain.annotator import GOLD
from annotator.domain.document import Direction, Document
from annotator.domain.span import Span
from annotator.text.direction import base_direction
from annotator.ui.article.view import ArticleView
from annotator.ui.i18n import isolate, number, tr, tr_n
from annotator.ui.mark_sheet import MarkSheet
from annotator.ui.panels.painting import leading
from annotator.ui.reviewing.bar import BESIDE, OVERLAID, ReviewBar
from annotator.ui.reviewing.card import DifferenceCard
from annotator.ui.reviewing.columns import ReadingColumns
from annotator.ui.reviewing.sheets import DIFFERS, Sheets
from annotator.ui.reviewing.sieve import Sieve
from annotator.ui.reviewing.spine import PlaceState, Spine, SpinePlace
from annotator.ui.reviewing.words import DifferenceWords, finish_words
from annotator.ui.theme import themes

if TYPE_CHECKING:
    from annotator.agreement.differences import Difference
    from annotator.domain.scheme import Scheme
    from annotator.services.adjudicating import Review

CARD_PX, LIST_PX = 360, 72
"""Pixels that the differences and the card are wide at least, and the list high."""
BELOW_PX, MOST_BELOW = 290, 0.4
"""Pixels of the differences and the card where they lie below the columns, and their share of the page at most."""


class _DifferenceList(QListWidget):
    """A list that leaves letters and digits to the room, whose keys they are; Qt would search its lines for them."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text().strip():
            event.ignore()
        else:
            super().keyPressEvent(event)


class ReviewPage(QWidget):
    """Widgets alone: the feature decides and writes."""

    finished = Signal()
    """The gold reading is done, or (it was) is not any more."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("review_panel")
        self._sheet = MarkSheet()
        self._review: Review | None = None
        self._teller: DifferenceWords | None = None
        self._scheme: Scheme | None = None
        self._gold: Sequence[Span] = ()
        self._document: Document | None = None
        self._viewed: Collection[str] = ()
        self._everybody: Sequence[str] = ()
        self._hides_names = False
        self.writable = True
        self._shown: Sequence[Difference] = ()
        self.bar, self.card, self.sieve, self.columns = ReviewBar(), DifferenceCard(), Sieve(), ReadingColumns()
        self.reason, self.note = self.card.reason, self.card.note
        self.article = ArticleView()
        self.article.setObjectName("review_article")
        self.article.marks_are_fixed = True
        self.spine = Spine(self.article.verticalScrollBar())
        self.list = _DifferenceList()
        self.list.setObjectName("review_differences")
        self._title, self.far, self.finish = QLabel(), QLabel(), QPushButton()
        self.finish.setObjectName("review_finish")
        self.finish.clicked.connect(self.finished)
        self._stack, self._split = QStackedWidget(), QSplitter()
        self._side, self._scroll = QWidget(), QScrollArea()
        self._build()
        self.list.currentRowChanged.connect(self._show_card)
        self.spine.chosen.connect(self.list.setCurrentRow)
        self.sieve.changed.connect(self._sift)
        self.bar.layout_chosen.connect(self.arrange)
        for view in (self.article, self.columns):
            view.mark_clicked.connect(self._choose_mark)
        self.card.left.connect(self.begin)

    def _build(self) -> None:
        for label, role in ((self._title, "title"), (self.far, "dim")):
            label.setProperty("role", role)
            label.setWordWrap(True)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        # Each has two lines, cut where they are long: thousands of lines that wrap would have to be laid out first.
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self.card)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._stack.addWidget(self.article)
        self._stack.addWidget(self.columns)
        read = QWidget()
        across = QHBoxLayout(read)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self._stack, 1)
        across.addWidget(self.spine)
        self._build_side()
        self._split.addWidget(read)
        self._split.addWidget(self._side)
        self._split.setStretchFactor(0, 1)
        self._split.setChildrenCollapsible(False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.bar)
        whole.addWidget(self._split, 1)
        self.article.set_page_colors(themes().theme.page)

    def _build_side(self) -> None:
        """Set the list and the card above each other, or beside each other where they lie below the columns."""
        self._side.setMinimumWidth(CARD_PX)
        self._halves = QBoxLayout(QBoxLayout.Direction.TopToBottom, self._side)
        self._halves.setContentsMargins(12, 12, 12, 12)
        lines = QVBoxLayout()
        for widget in (self._title, self.far, self.finish, self.sieve):
            lines.addWidget(widget)
        lines.addWidget(self.list, 1)
        # In a low window the answers matter more than a long list.
        self.list.setMinimumHeight(LIST_PX)
        self.list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self._halves.addLayout(lines, 2)
        self._halves.addWidget(self._scroll, 3)

    # What is shown

    def show_document(self, document: Document) -> None:
        """Show another article, from its beginning."""
        self._document = document
        self._review = None
        self.article.set_article(document.text, self._direction)
        self.article.set_title(document.title)
        self._title.setText(leading(isolate(document.title)))

    def show_review(
        self,
        review: "Review",
        gold: Sequence[Span],
        teller: DifferenceWords,
        scheme: "Scheme",
        *,
        everybody: Sequence[str],
        hides_names: bool,
        viewed: Collection[str],
    ) -> None:
        """Show differences, what was decided, and the marks of readers and of gold; the choice stays where it was."""
        before = self._review
        self._review, self._teller, self._scheme = review, teller, scheme
        self._gold, self._viewed = gold, viewed
        self._everybody, self._hides_names = everybody, hides_names
        self._fill_bar()
        self.sieve.fill(review.comparison.differences, self._readers, teller)
        if before is None or before.comparison.readers != review.comparison.readers:
            self._set_columns()
        self._show_marks()
        self._sift()

    def _fill_bar(self) -> None:
        if self._review is not None and self._teller is not None:
            rules = self._review.rules
            self.bar.fill(self._everybody, self._readers, rules, self._teller, hides_names=self._hides_names)

    @property
    def _readers(self) -> tuple[str, ...]:
        return () if self._review is None else self._review.comparison.readers

    @property
    def chosen(self) -> "Difference | None":
        """Return the difference that is chosen."""
        row = self.list.currentRow()
        return self._shown[row] if 0 <= row < len(self._shown) else None

    @property
    def _is_beside(self) -> bool:
        return self.bar.arrangement == BESIDE

    def arrange(self, arrangement: str) -> None:
        """Lay the readings over each other, or beside each other with the card below them."""
        self.bar.arrangement = arrangement
        is_beside = self._is_beside
        self._split.setOrientation(Qt.Orientation.Vertical if is_beside else Qt.Orientation.Horizontal)
        direction = QBoxLayout.Direction.LeftToRight if is_beside else QBoxLayout.Direction.TopToBottom
        self._halves.setDirection(direction)
        self._stack.setCurrentWidget(self.columns if is_beside else self.article)
        if is_beside:
            below = min(BELOW_PX, round(self.height() * MOST_BELOW))
            self._split.setSizes([self.height() - below, below])
        self.sieve.arrange(4 if is_beside else 2)
        self._set_columns()
        self._show_marks()
        # Only when all has its place is there a line to scroll to.
        QTimer.singleShot(0, self, self._show_card)

    def turn(self) -> None:
        """Lay the readings the other way."""
        self.arrange(OVERLAID if self._is_beside else BESIDE)

    def _set_columns(self) -> None:
        if self._is_beside and self._document is not None:
            self.columns.show_article(self._readers, self._document.text, self._direction)
            self.spine.follow(self.columns.middle.verticalScrollBar())
        else:
            self.spine.follow(self.article.verticalScrollBar())

    @property
    def _direction(self) -> Direction:
        assert self._document is not None
        return self._document.direction or base_direction(self._document.text)

    def _show_marks(self) -> None:
        review, teller, scheme = self._review, self._teller, self._scheme
        if review is None or teller is None or scheme is None:
            return
        sheets = Sheets(review, self._gold, teller)
        if not self._is_beside:
            self.article.set_marks(self._sheet.marks(sheets.overlaid(), scheme))
            return
        self.columns.show_layers(
            lambda reader: sheets.middle() if reader == GOLD else sheets.column(reader), teller, scheme
        )

    # The differences

    def _sift(self) -> None:
        """List what the sieve leaves; the choice stays, or goes to the first that is open."""
        review, teller = self._review, self._teller
        if review is None or teller is None:
            return
        held = self.chosen
        self._shown = self.sieve.passing(review.comparison.differences, review.decided)
        was = self.list.blockSignals(True)
        self.list.clear()
        for place, one in enumerate(self._shown, 1):
            self.list.addItem(QListWidgetItem(self._listed(place, one)))
        row = next((place for place, one in enumerate(self._shown) if held and one.id == held.id), None)
        self.list.setCurrentRow(self._first_open() if row is None else row)
        self.list.blockSignals(was)
        self._tell_how_far()
        self._show_spine()
        self._show_card()

    def _listed(self, place: int, one: "Difference") -> str:
        assert self._review is not None and self._teller is not None
        decision = self._review.decided.get(one.id)
        if decision is not None:
            sign, said = "✓", self._teller.decision(decision)
        else:
            sign = number(place)
            said = self._teller.quote(one.held[0])
            if one.id in self._viewed:
                said = tr("viewed: {words}", words=isolate(said))
        return f"{sign}  {self._teller.title(one)}\n{isolate(said)}"

    def _tell_how_far(self) -> None:
        assert self._review is not None
        done, all_ = len(self._review.decided), len(self._review.comparison.differences)
        self.far.setText(
            leading(tr("{done} of {all} decided", done=number(done), all=tr_n("{n} differences", all_)))
            if all_
            else tr("No difference is left. What is agreed can be taken in one step.")
        )
        self._say_finish(self._review)

    def _say_finish(self, review: "Review") -> None:
        """Say what finishes the gold reading, or how much is left; once nothing is, that is what is next."""
        left = len(review.open)
        self.finish.setText(finish_words(left, review.rules.get("agreed", 0), is_done=review.is_done))
        self.finish.setEnabled(self.writable and (review.is_done or not left))
        is_next = not left and not review.is_done
        if self.finish.property("primary") is not is_next:
            self.finish.setProperty("primary", is_next)
            self.finish.style().polish(self.finish)

    def _first_open(self) -> int:
        decided = {} if self._review is None else self._review.decided
        return next((place for place, one in enumerate(self._shown) if one.id not in decided), 0)

    def _show_card(self) -> None:
        """Show the chosen difference: what each reader says of it, and the answers with their keys."""
        one, review, teller = self.chosen, self._review, self._teller
        self.card.setVisible(one is not None)
        self.spine.choose(self.list.currentRow())
        if one is None or review is None or teller is None:
            self.article.set_selected_mark(None)
            return
        self.card.show_difference(one, review.decided.get(one.id), teller)
        if self._is_beside:
            self.columns.choose({who: span.id for who, span in one.marks.items() if span is not None}, one.start)
        else:
            self.article.set_selected_mark(one.held[0].id)
            self.article.ensure_visible(one.start)

    def _show_spine(self) -> None:
        if self._document is None or self._teller is None:
            return
        length = max(1, len(self._document.text))
        places = [
            SpinePlace(row, one.start / length, self._state(one), partial(self._teller.title, one))
            for row, one in enumerate(self._shown)
        ]
        self.spine.show_places(places)

    def _state(self, one: "Difference") -> PlaceState:
        if self._review is not None and one.id in self._review.decided:
            return "decided"
        return "viewed" if one.id in self._viewed else "open"

    # Walking

    def step(self, by: int) -> bool:
        """Choose the next (or last) difference; False where there is none."""
        count = len(self._shown)
        if count:
            self.list.setCurrentRow((self.list.currentRow() + by) % count)
        return count > 0

    def go_on(self) -> None:
        """Choose the next difference that is open, if there is one."""
        decided = {} if self._review is None else self._review.decided
        count, row = len(self._shown), self.list.currentRow()
        places = [(row + far) % count for far in range(1, count + 1)]
        self.list.setCurrentRow(next((one for one in places if self._shown[one].id not in decided), row))

    def _choose_mark(self, mark_id: str) -> None:
        """Choose the difference that a clicked mark is about."""
        span_id = mark_id.removesuffix(DIFFERS)
        row = next((row for row, one in enumerate(self._shown) if span_id in one.concerned), None)
        if row is not None:
            self.list.setCurrentRow(row)

    def selected_words(self) -> tuple[int, int]:
        """Return the selection in the article, or in the column of it that has one; empty where there is none."""
        views = self.columns.articles.values() if self._is_beside else [self.article]
        ranges = (view.selected_range() for view in views)
        return next((found for found in ranges if found[0] < found[1]), (0, 0))

    def begin(self) -> None:
        """Put the focus where work begins."""
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self._sheet.forget()
            self.columns.forget()
            self.article.set_page_colors(themes().theme.page)
            self._fill_bar()
            self._show_marks()
        super().changeEvent(event)
