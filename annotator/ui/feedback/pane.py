"""The pane of feedback: how many marks were kept, changed, rejected and missed; each of them, with the reason."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QToolButton, QVBoxLayout

from annotator.domain.scheme import Scheme
from annotator.services.feedback import Feedback, Outcome
from annotator.ui.commenting.composer import Composer
from annotator.ui.feedback.outcome_bar import ORDER, OutcomeBar
from annotator.ui.feedback.outcome_card import OutcomeCard
from annotator.ui.feedback.outcome_list import OutcomeList, OutcomeRow
from annotator.ui.feedback.words import SIGNS, outcome_words
from annotator.ui.i18n import number, tr, tr_n
from annotator.ui.panels.painting import leading
from annotator.ui.panels.segment_place import SegmentPlace

MIN_WIDTH_PX = 300
WIDTH_PX = 350
CARD_PX = 190
"""Pixels that the card is high at least."""


class FeedbackPane(QFrame):
    """Widgets alone: the feature reads and writes. `closed`: Esc or the cross."""

    closed = Signal()
    errors_asked = Signal()
    outcome_shown = Signal()
    """Another mark is chosen, or none."""

    def __init__(self, scheme: Scheme, *, writable: bool) -> None:
        super().__init__()
        self.setObjectName("feedback")
        self.setAutoFillBackground(True)
        self.setMinimumWidth(MIN_WIDTH_PX)
        self._writable = writable
        self._rows: list[OutcomeRow] = []
        self._standing = 0
        self._outcome: Outcome | None = None
        self._title, self._close, self._none = QLabel(), QToolButton(), QLabel()
        self._title.setProperty("role", "caption")
        self._close.setText("✕")
        self._close.setProperty("flat", True)
        self._close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._close.clicked.connect(self.closed)
        self._none.setProperty("role", "dim")
        self._none.setWordWrap(True)
        self.bar = OutcomeBar()
        self.list = OutcomeList()
        self.list.rows.scheme = scheme
        self.errors = QPushButton()
        self.errors.setObjectName("feedback_errors")
        self.errors.clicked.connect(self.errors_asked)
        self.card, self._scroll, self.composer = OutcomeCard(), QScrollArea(), Composer()
        self._filters = SegmentPlace()
        self._filters.chosen.connect(self._choose)
        self._arrange()
        self.list.selectionModel().currentChanged.connect(lambda *_: self.outcome_shown.emit())
        self.retranslate()

    def _arrange(self) -> None:
        self._scroll.setWidget(self.card)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setMinimumHeight(CARD_PX)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._close)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(12, 8, 12, 10)
        lines.setSpacing(8)
        lines.addLayout(head)
        lines.addWidget(self.bar)
        lines.addWidget(self._filters)
        lines.addWidget(self._none)
        lines.addWidget(self.list, 1)
        lines.addWidget(self._scroll, 1)
        lines.addWidget(self.composer)
        row = QHBoxLayout()
        row.addWidget(self.errors)
        row.addStretch(1)
        lines.addLayout(row)
        self.composer.hide()
        self._scroll.hide()

    def sizeHint(self) -> QSize:
        return QSize(WIDTH_PX, 640)

    @property
    def chosen(self) -> Feedback | None:
        """Return the feedback that is chosen."""
        return self.list.current

    def show_rows(self, rows: Sequence[OutcomeRow], standing: int) -> None:
        """Show these outcomes; `standing` more marks are in the gold reading without anybody having had to decide."""
        self._rows, self._standing = list(rows), standing
        self.bar.show_counts(self._counts())
        self._say_filters()
        self._refilter()

    def _counts(self) -> Counter[Outcome]:
        counts: Counter[Outcome] = Counter(row.feedback.outcome for row in self._rows)
        counts["kept"] += self._standing
        return counts

    def _refilter(self) -> None:
        found = [row for row in self._rows if self._outcome in (None, row.feedback.outcome)]
        self.list.show_rows(found)
        self._none.setVisible(not found)
        told = tr("Nobody has reviewed your marks on this article yet.")
        if self._standing:
            told = tr_n("{n} of your marks stand as you made them; nothing else was decided.", self._standing)
        self._none.setText(told if not self._rows else tr("None of your marks."))
        self.outcome_shown.emit()

    def choose(self, decision_id: str) -> bool:
        """Choose the mark with this decision, if need be by another filter; False if there is none."""
        if all(row.feedback.decision.id != decision_id for row in self._rows):
            return False
        if not self.list.choose(decision_id):
            self._choose("all")
            self._say_filters()
            self.list.choose(decision_id)
        return True

    def _choose(self, key: str) -> None:
        self._outcome = next((one for one in ORDER if one == key), None)
        self._refilter()

    def _say_filters(self) -> None:
        counts = self._counts()
        titles = [(one, f"{SIGNS[one]} {outcome_words(one)} {number(counts[one])}") for one in ORDER]
        choices = [("all", tr("All")), *titles]
        self._filters.show_choices(tr("What became of the marks"), choices, self._outcome or "all")

    def show_card(self, shown: bool) -> None:
        """Show the card, or (nothing is chosen) hide it."""
        self._scroll.setVisible(shown)

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        self.setAccessibleName(tr("What became of my marks"))
        self._title.setText(leading(tr("What became of my marks")))
        self.list.setAccessibleName(tr("My marks in review"))
        self._close.setToolTip(tr("Close the feedback"))
        self._close.setAccessibleName(tr("Close the feedback"))
        self.errors.setText(tr("My errors over time"))
        self.composer.retranslate()
        self.bar.show_counts(self._counts())
        self._say_filters()
        self._refilter()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
