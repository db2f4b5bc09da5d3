"""The page of what was learned: when and how well, the curve, and the suggestions over the whole project."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from annotator.services.learning import Learning
from annotator.services.mentions import Mention
from annotator.services.uncertain import UncertainSuggestion, by_article
from annotator.ui.entries.mention_list import MentionList
from annotator.ui.i18n import isolate, number, tr, tr_n
from annotator.ui.learning.curve_chart import CurveChart
from annotator.ui.learning.words import how_good, how_sure, learned_when
from annotator.ui.panels.painting import leading
from annotator.ui.panels.segment_place import SegmentPlace

LIST_PX = 72
"""Least height of the list: a row and a half, so that the curve above keeps its place in a low window."""


class LearningPage(QFrame):
    """Widgets alone. `taken` and `refused` carry the Mentions that are ticked, `opened` one that is to be looked at."""

    closed = Signal()
    learn_asked = Signal()
    opened = Signal(object)
    taken = Signal(object)
    refused = Signal(object)

    def __init__(self, *, read_only: bool) -> None:
        super().__init__()
        self.setObjectName("learning_page")
        self.setAutoFillBackground(True)
        self._read_only = read_only
        self._made: Learning | None = None
        self._found: list[UncertainSuggestion] = []
        self._confidence: dict[str, float | None] = {}
        self.order = "unsure"
        self._title, self.told, self.figures, self._listed = QLabel(), QLabel(), QLabel(), QLabel()
        self._title.setProperty("role", "title")
        self.figures.setProperty("role", "dim")
        self._listed.setProperty("role", "caption")
        self.chart = CurveChart()
        self.lines = MentionList("learned_list", ticks=True, told=self._about)
        self.lines.setMinimumHeight(LIST_PX)
        self.lines.ticked_changed.connect(self._count)
        self.lines.opened.connect(self.opened)
        self._orders = SegmentPlace()
        self._orders.chosen.connect(self._choose)
        self.learn, self.take, self.refuse, self.back = (QPushButton() for _ in range(4))
        self.take.setProperty("primary", True)
        self.learn.clicked.connect(self.learn_asked)
        self.take.clicked.connect(lambda: self.taken.emit(self.lines.rows.ticked))
        self.refuse.clicked.connect(lambda: self.refused.emit(self.lines.rows.ticked))
        self.back.clicked.connect(self.closed)
        self._arrange()
        self.retranslate()

    def _arrange(self) -> None:
        lines = QVBoxLayout(self)
        lines.setContentsMargins(28, 20, 28, 20)
        lines.setSpacing(10)
        for label in (self.told, self.figures):
            label.setWordWrap(True)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.learn)
        lines.addLayout(head)
        lines.addWidget(self.told)
        lines.addWidget(self.figures)
        lines.addWidget(self.chart)
        row = QHBoxLayout()
        row.addWidget(self._listed, 1)
        row.addWidget(self._orders)
        lines.addLayout(row)
        lines.addWidget(self.lines, 1)
        foot = QHBoxLayout()
        for button in (self.take, self.refuse):
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(self.back)
        lines.addLayout(foot)

    def begin(self) -> None:
        """Put the focus where work begins."""
        (self.lines if self._found else self.learn).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_learning(self, made: Learning | None) -> None:
        """Show what was learned last."""
        self._made = made
        self.told.setText(leading(learned_when(made)))
        self.figures.setText("" if made is None else leading(f"{how_good(made)} {how_sure(made)}".rstrip()))
        self.figures.setVisible(made is not None)
        self.chart.show_learning(made)
        self.learn.setText(tr("Learn") if made is None else tr("Learn anew"))

    def show_suggestions(self, found: Sequence[UncertainSuggestion]) -> None:
        """List these; those that are ticked and still there stay so."""
        self._found = list(found)
        self._confidence = {one.span.id: one.confidence for one in found}
        ordered = by_article(self._found) if self.order == "article" else self._found
        self.lines.show_mentions([Mention(one.span, one.hit) for one in ordered])
        if ordered and not self.lines.currentIndex().isValid():
            self.lines.show_current(0)
        self._count()

    def _about(self, mention: Mention) -> str:
        sure = self._confidence.get(mention.span.id)
        told = [isolate(mention.hit.title)]
        if sure is not None:
            told.append(tr("confidence {percent} %", percent=number(round(100 * sure))))
        return "   ·   ".join(told)

    def _count(self) -> None:
        count = len(self.lines.rows.ticked)
        self._listed.setText(leading(tr_n("{n} suggestions not answered", len(self._found))))
        self.take.setText(tr_n("Take {n} suggestions", count))
        self.refuse.setText(tr_n("Refuse {n} suggestions", count))
        for button in (self.take, self.refuse):
            button.setEnabled(count > 0 and not self._read_only)

    def _choose(self, order: str) -> None:
        self.order = order
        self.show_suggestions(self._found)

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        self._title.setText(leading(tr("Learned from your marks")))
        self.setAccessibleName(tr("Learned from your marks"))
        self.lines.setAccessibleName(tr("Suggestions in all articles"))
        self.back.setText(tr("Back to the article"))
        self.learn.setEnabled(not self._read_only)
        choices = [("unsure", tr("Least sure first")), ("article", tr("By article"))]
        self._orders.show_choices(tr("Order"), choices, self.order)
        self.show_learning(self._made)
        self.show_suggestions(self._found)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
