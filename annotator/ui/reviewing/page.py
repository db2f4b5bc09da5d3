"""The page of review: the article with all readings, the differences beside it, and the card of the chosen one."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from annotator.domain.annotator import GOLD
from annotator.domain.document import Document
from annotator.domain.span import Span
from annotator.text.direction import base_direction
from annotator.ui.article.view import ArticleView
from annotator.ui.i18n import isolate, ltr, number, tr, tr_n
from annotator.ui.mark_sheet import Layer, MarkSheet
from annotator.ui.panels.flow import FlowLayout
from annotator.ui.panels.painting import leading
from annotator.ui.reader_looks import reader_looks
from annotator.ui.reviewing.words import Teller, reasons
from annotator.ui.text_fields import LineField
from annotator.ui.theme import themes

if TYPE_CHECKING:
    from annotator.agreement.differences import Difference
    from annotator.domain.decision import Rule
    from annotator.domain.scheme import Scheme
    from annotator.services.adjudicating import Review

CARD_PX = 360


class _DifferenceList(QListWidget):
    """A list that leaves letters and digits to the room, whose keys they are; Qt would search its lines for them."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text().strip():
            event.ignore()
        else:
            super().keyPressEvent(event)


class ReviewPage(QWidget):
    """Widgets alone: the feature decides and writes."""

    readers_chosen = Signal(tuple)
    rule_chosen = Signal(str)
    verdict_chosen = Signal(str, str)
    """A verdict, and the reader whose mark is taken (or empty)."""
    reopen_chosen = Signal()
    article_asked = Signal(int)
    """The next (1) or the last (-1) article that several have read."""
    names_chosen = Signal(bool)
    edit_chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("review_panel")
        self._sheet = MarkSheet()
        self._review: Review | None = None
        self._teller: Teller | None = None
        self._readers: tuple[str, ...] = ()
        self._scheme: Scheme | None = None
        self.article = ArticleView()
        self.article.setObjectName("review_article")
        self.list = _DifferenceList()
        self.list.setObjectName("review_differences")
        self._bar, self._chips = QFrame(), dict[str, QToolButton]()
        self._rules = dict[str, QPushButton]()
        self._flow = FlowLayout(self._bar, spacing=8)
        self._title, self._far, self._card_title, self._said = QLabel(), QLabel(), QLabel(), QLabel()
        self._card, self._scroll = QFrame(), QScrollArea()
        self._rows = QVBoxLayout()
        self._answers = QGridLayout()
        self.reason, self.note = QComboBox(), LineField()
        self._names = QToolButton()
        self._build()
        self.list.currentRowChanged.connect(self._show_card)
        self._names.clicked.connect(lambda: self.names_chosen.emit(self._names.isChecked()))

    def _build(self) -> None:
        self._flow.setContentsMargins(20, 10, 20, 10)
        for label in (self._title, self._card_title):
            label.setProperty("role", "title")
            label.setWordWrap(True)
        for label in (self._far, self._said):
            label.setProperty("role", "dim")
            label.setWordWrap(True)
        self._names.setCheckable(True)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        side = QWidget()
        side.setMinimumWidth(CARD_PX)
        lines = QVBoxLayout(side)
        lines.setContentsMargins(12, 12, 12, 12)
        lines.addWidget(self._title)
        lines.addWidget(self._far)
        lines.addWidget(self.list, 1)
        self._scroll.setWidget(self._card)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        lines.addWidget(self._scroll, 1)
        self._card.setProperty("card", True)
        card = QVBoxLayout(self._card)
        card.addWidget(self._card_title)
        card.addLayout(self._rows)
        card.addLayout(self._answers)
        last = QHBoxLayout()
        last.addWidget(self.reason)
        last.addWidget(self.note, 1)
        card.addLayout(last)
        card.addWidget(self._said)
        card.addStretch(1)
        split = QSplitter()
        split.addWidget(self.article)
        split.addWidget(side)
        split.setStretchFactor(0, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._bar)
        whole.addWidget(split, 1)
        self.article.set_page_colors(themes().theme.page)

    # What is shown

    def show_document(self, document: Document) -> None:
        """Show another article, from its beginning."""
        self.article.set_article(document.text, document.direction or base_direction(document.text))
        self.article.set_title(document.title)
        self._title.setText(leading(isolate(document.title)))

    def show_review(
        self,
        review: "Review",
        readings: Mapping[str, Sequence[Span]],
        teller: Teller,
        scheme: "Scheme",
        *,
        everybody: Sequence[str],
        hides_names: bool,
    ) -> None:
        """Show differences, what was decided, and the marks of readers and of gold; the choice stays where it was."""
        held = self.chosen
        self._review, self._teller, self._scheme = review, teller, scheme
        self._readers = review.comparison.readers
        self._fill_bar(everybody, hides_names)
        self._show_marks(readings, scheme)
        self._fill_list()
        row = next((place for place, one in enumerate(self._differences) if held and one.id == held.id), None)
        self.list.setCurrentRow(self._first_open() if row is None else row)
        self._show_card()

    @property
    def _differences(self) -> "Sequence[Difference]":
        return () if self._review is None else self._review.comparison.differences

    @property
    def chosen(self) -> "Difference | None":
        """Return the difference that is chosen."""
        row = self.list.currentRow()
        return self._differences[row] if 0 <= row < len(self._differences) else None

    def _first_open(self) -> int:
        assert self._review is not None
        decided = self._review.decided
        return next((place for place, one in enumerate(self._differences) if one.id not in decided), 0)

    def _fill_bar(self, everybody: Sequence[str], hides_names: bool) -> None:
        assert self._review is not None and self._teller is not None
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget is not self._names:
                widget.deleteLater()
        self._chips = {}
        for handle in everybody:
            chip = QToolButton()
            chip.setText(self._teller.reader(handle))
            chip.setCheckable(True)
            chip.setChecked(handle in self._readers)
            chip.clicked.connect(self._choose_readers)
            self._chips[handle] = chip
            self._flow.addWidget(chip)
        self._names.setText(tr("Hide names"))
        self._names.setChecked(hides_names)
        self._flow.addWidget(self._names)
        self._rules = {}
        for rule, count in self._review.rules.items():
            button = QPushButton(f"{_rule_words(rule)} {number(count)}")
            button.setObjectName(f"rule_{rule}")
            button.clicked.connect(lambda _=False, rule=rule: self.rule_chosen.emit(rule))
            self._rules[rule] = button
            self._flow.addWidget(button)

    def _choose_readers(self) -> None:
        chosen = tuple(handle for handle, chip in self._chips.items() if chip.isChecked())
        if len(chosen) > 1:
            self.readers_chosen.emit(chosen)
        else:
            for handle, chip in self._chips.items():
                chip.setChecked(handle in self._readers)

    def _show_marks(self, readings: Mapping[str, Sequence[Span]], scheme: "Scheme") -> None:
        """Show gold as marks of their own; of readers, what differs and is open, each in a lane."""
        assert self._review is not None and self._teller is not None
        looks = reader_looks(self._readers)
        waiting = {span.id for one in self._review.open for span in self._with_roles(one)}
        layers = [Layer(list(readings.get(GOLD, ())), "own", isolate(GOLD))]
        for reader in self._readers:
            spans = [span for span in readings.get(reader, ()) if span.id in waiting]
            layers.append(Layer(spans, looks[reader], self._teller.reader(reader)))
        self.article.set_marks(self._sheet.marks(layers, scheme))

    def _with_roles(self, one: "Difference") -> list[Span]:
        """Return the marks of a difference, and those that play a role about which readers differ."""
        assert self._review is not None
        named = {id for detail in one.details for value in detail.values.values() for id in _ids(value)}
        return [
            *one.held,
            *(span for cluster in self._review.comparison.clusters for span in cluster.values() if span.id in named),
        ]

    def _fill_list(self) -> None:
        assert self._review is not None and self._teller is not None
        was = self.list.blockSignals(True)
        self.list.clear()
        for place, one in enumerate(self._differences, 1):
            decision = self._review.decided.get(one.id)
            sign = "✓" if decision is not None else number(place)
            said = self._teller.decision(decision) if decision is not None else self._teller.quote(one.held[0])
            self.list.addItem(QListWidgetItem(f"{sign}  {self._teller.title(one)}\n{isolate(said)}"))
        self.list.blockSignals(was)
        done, all_ = len(self._review.decided), len(self._differences)
        self._far.setText(
            leading(tr("{done} of {all} decided", done=number(done), all=tr_n("{n} differences", all_)))
            if all_
            else tr("No difference is left. What is agreed can be taken in one step.")
        )

    def _show_card(self) -> None:
        """Show the chosen difference: what each reader says of it, and the answers with their keys."""
        one, review, teller = self.chosen, self._review, self._teller
        self._card.setVisible(one is not None)
        _empty(self._rows)
        _empty(self._answers)
        if one is None or review is None or teller is None:
            self.article.set_selected_mark(None)
            return
        self._card_title.setText(leading(teller.title(one)))
        for detail in one.details:
            if len(one.details) > 1:
                self._rows.addWidget(_line(teller.kind(detail), "caption"))
            for reader in one.marks:
                if reader in detail.values:
                    words = tr("{reader}: {value}", reader=teller.reader(reader), value=teller.value(detail, reader))
                    self._rows.addWidget(_line(words))
        for place, reader in enumerate(one.marks, 1):
            title = tr("{reader}: take", reader=teller.reader(reader))
            self._answer(title, str(place) if place < 10 else "", "take", reader)
        self._answer(tr("Take all"), "B", "both", "")
        self._answer(tr("Merge the boundaries"), "M", "merge", "")
        self._answer(tr("Reject all"), "X", "reject", "")
        decision = review.decided.get(one.id)
        self._said.setVisible(decision is not None)
        if decision is not None:
            self._said.setText(
                tr("Decided by {who}: {what}", who=isolate(decision.annotator), what=teller.decision(decision))
            )
        self._fill_reasons(decision.reason if decision is not None else "", decision.note if decision else "")
        self.article.set_selected_mark(one.held[0].id)
        self.article.ensure_visible(one.start)

    def _answer(self, title: str, key: str, verdict: str, reader: str) -> None:
        button = QPushButton(f"{title}  {ltr(key)}" if key else title)
        button.setObjectName(f"answer_{verdict}_{reader}" if reader else f"answer_{verdict}")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: self.verdict_chosen.emit(verdict, reader))
        place = self._answers.count()
        self._answers.addWidget(button, place // 2, place % 2)

    def _fill_reasons(self, reason: str, note: str) -> None:
        self.reason.clear()
        for key, title in reasons():
            self.reason.addItem(title, key)
        self.reason.setCurrentIndex(max(0, self.reason.findData(reason)))
        self.note.setPlaceholderText(tr("A note to the annotators"))
        self.note.setText(note)

    # Walking

    def step(self, by: int) -> bool:
        """Choose the next (or last) difference; False where there is none."""
        count = len(self._differences)
        if count:
            self.list.setCurrentRow((self.list.currentRow() + by) % count)
        return count > 0

    def go_on(self) -> None:
        """Choose the next difference that is open, if there is one."""
        decided = {} if self._review is None else self._review.decided
        count, row = len(self._differences), self.list.currentRow()
        places = [(row + far) % count for far in range(1, count + 1)]
        self.list.setCurrentRow(next((one for one in places if self._differences[one].id not in decided), row))

    def begin(self) -> None:
        """Put the focus where work begins."""
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self._sheet.forget()
            self.article.set_page_colors(themes().theme.page)
        super().changeEvent(event)


def _rule_words(rule: "Rule") -> str:
    return {
        "agreed": tr("Take what is agreed:"),
        "majority": tr("Take what most say:"),
        "punctuation": tr("Ignore outer punctuation:"),
        "proclitics": tr("Ignore proclitics:"),
    }.get(rule, rule)


def _line(text: str, role: str = "") -> QLabel:
    label = QLabel(leading(text))
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    if role:
        label.setProperty("role", role)
    return label


def _empty(layout: QLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def _ids(value: object) -> Sequence[str]:
    return value if isinstance(value, tuple) else [value] if isinstance(value, str) else []
