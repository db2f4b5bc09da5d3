"""The pane of feedback: how many marks were kept, changed, rejected and missed; each of them, with the reason."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QPushButton, QWidget

from annotator.domain.scheme import Scheme
from annotator.services.feedback import Feedback, Outcome
from annotator.ui.commenting.composer import Composer
from annotator.ui.feedback.outcome_bar import ORDER, OutcomeBar
from annotator.ui.feedback.outcome_card import OutcomeCard
from annotator.ui.feedback.outcome_list import OutcomeList, OutcomeRow
from annotator.ui.feedback.words import SIGNS, outcome_words
from annotator.ui.i18n import number, tr, tr_n
from annotator.ui.panels.flow import FlowLayout
from annotator.ui.panels.pane_beside import PaneBeside, scrolled
from annotator.ui.panels.segment_place import SegmentPlace

WIDTH_PX = 350
CARD_PX = 190
"""Pixels that the card is high at least."""


class FeedbackPane(PaneBeside):
    """Widgets alone: the feature reads and writes. `closed`: Esc or the cross."""

    errors_asked = Signal()
    outcome_shown = Signal()
    """Another mark is chosen, or none."""

    def __init__(self, scheme: Scheme, *, writable: bool) -> None:
        super().__init__("feedback", WIDTH_PX)
        self._writable = writable
        self._rows: list[OutcomeRow] = []
        self._standing = 0
        self._outcome: Outcome | None = None
        self.bar = OutcomeBar()
        self.list = OutcomeList()
        self.list.rows.scheme = scheme
        self.errors = QPushButton()
        self.errors.setObjectName("feedback_errors")
        self.errors.clicked.connect(self.errors_asked)
        self.card, self.composer = OutcomeCard(), Composer()
        self._scroll = scrolled(self.card, CARD_PX)
        self._filters = SegmentPlace()
        self._filters.chosen.connect(self._choose)
        self.unseen, self.waiting = QCheckBox(), QCheckBox()
        self.unseen.setObjectName("feedback_unseen")
        self.waiting.setObjectName("feedback_waiting")
        for box in (self.unseen, self.waiting):
            box.toggled.connect(self._refilter)
        self._arrange()
        self.list.selectionModel().currentChanged.connect(lambda *_: self.outcome_shown.emit())
        self.retranslate()

    def _arrange(self) -> None:
        self.lines.addWidget(self.bar)
        self.lines.addWidget(self._filters)
        self.lines.addWidget(self.none)
        self.lines.addWidget(self.list, 1)
        self.lines.addWidget(self._scroll, 1)
        self.lines.addWidget(self.composer)
        foot = QWidget()
        row = FlowLayout(foot, spacing=8)
        row.setContentsMargins(0, 0, 0, 0)
        for widget in (self.unseen, self.waiting, self.errors):
            row.addWidget(widget)
        self.lines.addWidget(foot)
        self.composer.hide()
        self._scroll.hide()

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
        found = [row for row in self._rows if self._is_wanted(row)]
        self.list.show_rows(found)
        self.none.setVisible(not found)
        told = tr("Nobody has reviewed your marks on this article yet.")
        if self._standing:
            told = tr_n("{n} of your marks stand as you made them; nothing else was decided.", self._standing)
        self.none.setText(told if not self._rows else self._none_left())
        self.outcome_shown.emit()

    def _none_left(self) -> str:
        """Return why no mark is listed where there are some."""
        return tr("You have seen all of it.") if self.unseen.isChecked() else tr("None of your marks.")

    def _is_wanted(self, row: OutcomeRow) -> bool:
        if self._outcome not in (None, row.feedback.outcome):
            return False
        return not (self.unseen.isChecked() and row.is_seen) and not (self.waiting.isChecked() and not row.waits)

    def choose(self, decision_id: str) -> bool:
        """Choose the mark with this decision, if need be by another filter; False if there is none."""
        if all(row.feedback.decision.id != decision_id for row in self._rows):
            return False
        if not self.list.choose(decision_id):
            for box in (self.unseen, self.waiting):
                box.setChecked(False)
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
        unseen = sum(not row.is_seen for row in self._rows)
        self.unseen.setText(tr("Only what I have not seen ({n})", n=unseen))
        waits = sum(row.waits for row in self._rows)
        self.waiting.setText(tr("Waiting for my answer ({n})", n=waits))
        self.unseen.setVisible(bool(self._rows))
        self.waiting.setVisible(waits > 0 or self.waiting.isChecked())

    def show_card(self, shown: bool) -> None:
        """Show the card, or (nothing is chosen) hide it."""
        self._scroll.setVisible(shown)

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        self.setAccessibleName(tr("What became of my marks"))
        self.say_title(tr("What became of my marks"))
        self.list.setAccessibleName(tr("My marks in review"))
        self.say_close(tr("Close the feedback"))
        self.errors.setText(tr("My errors over time"))
        self.composer.retranslate()
        self.bar.show_counts(self._counts())
        self._say_filters()
        self._refilter()
