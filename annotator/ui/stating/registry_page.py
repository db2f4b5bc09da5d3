"""The page of the registry of statements: its words, one statement with its claims, several that are to be merged."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QPushButton

from annotator.domain.statement import ClaimFigures, Statement
from annotator.services.mentions import Mention
from annotator.ui.entries.entry_panel import EntryPanel
from annotator.ui.entries.mention_list import MentionList, TickAll
from annotator.ui.entries.merge_panel import Mergeable, MergePanel
from annotator.ui.entries.page import RegistryPage
from annotator.ui.i18n import tr, tr_n
from annotator.ui.panels.painting import one_line
from annotator.ui.searching.boxes import Field
from annotator.ui.stating.claim_words import Sources, claim_told, sides_told
from annotator.ui.stating.editor import StatementEditor
from annotator.ui.stating.recode_panel import RecodePanel
from annotator.ui.tasks import Tasks

if TYPE_CHECKING:
    from annotator.services.project import Project

LIST_PX = 330
"""Pixels that the list is wide at least: a statement is longer than a name."""
MOST_CLAIMS = 2000
"""Claims that are listed at once; the others are found by their words."""


class StatementPanel(EntryPanel):
    """One statement, or the claims that say none yet. `recode_asked` carries the claims that are ticked."""

    recode_asked = Signal(object)
    narrowed = Signal()

    def __init__(self, tasks: Tasks, project: "Project") -> None:
        self.sources: Sources = {}
        self._is_loose = False
        self.editor = StatementEditor(tasks, project)
        lines = MentionList("statement_claims", ticks=True, told=lambda claim: claim_told(claim, self.sources))
        self.all = TickAll("statement_tick_all", lines)
        self.query = Field("statement_claim_filter")
        self.recode = QPushButton()
        self.recode.setObjectName("statement_recode")
        super().__init__("statement", self.editor, lines)
        self.sides = QLabel()
        self.sides.setWordWrap(True)
        self.query.textChanged.connect(self.narrowed)
        self.recode.clicked.connect(lambda: self.recode_asked.emit(self.mentions.rows.ticked))
        row = QHBoxLayout()
        row.setContentsMargins(11, 0, 11, 0)
        row.addWidget(self.all)
        row.addWidget(self.query, 1)
        self.lines.insertWidget(1, self.sides)
        self.lines.insertLayout(3, row)
        # A sentence wants more room than a name.
        self.foot.setDirection(QBoxLayout.Direction.TopToBottom)
        deeds = QHBoxLayout()
        deeds.addWidget(self.button)
        deeds.addWidget(self.recode)
        deeds.addStretch(1)
        self.foot.addLayout(deeds)
        self.retranslate()

    def show_statement(self, statement: Statement | None, wider: str, *, fixed: bool) -> None:
        """Show this entry, or (None) that the claims below say no statement yet."""
        self._is_loose = statement is None
        self.editor.setVisible(statement is not None)
        if statement is not None:
            self.editor.show_statement(statement, wider, fixed=fixed)

    def show_claims(self, claims: Sequence[Mention], sources: Sources, count: int, *, fixed: bool) -> None:
        """List these of `count` claims, with who says each."""
        self.sources = sources
        narrowed = bool(self.query.text().strip())
        told = tr_n("{n} claims", len(claims) if narrowed else count)
        if len(claims) == MOST_CLAIMS:
            told += f" · {tr_n('the first {n} are shown', MOST_CLAIMS)}"
        self.show_places(claims, told, fixed=fixed, whole=not narrowed)
        self.query.setVisible(narrowed or bool(claims))
        self.all.setVisible(not fixed and (narrowed or bool(claims)))
        self.delete.setVisible(self.delete.isVisibleTo(self) and not self._is_loose)
        sides = "" if self._is_loose else sides_told(claims, sources)
        self.sides.setText(sides)
        self.sides.setVisible(bool(sides))

    def follow_ticks(self) -> None:
        super().follow_ticks()
        count = len(self.mentions.rows.ticked)
        self.recode.setText(tr("Recode…"))
        self.recode.setEnabled(count > 0)

    def places_title(self) -> str:
        return tr("Claims")

    def delete_words(self) -> str:
        return tr("Delete this statement")

    def new_words(self) -> str:
        return tr("Words of the new statement")

    def split_words(self, count: int) -> str:
        return tr_n("Move {n} claims to a new statement", count) if count else tr("Tick claims that say something else")

    def retranslate(self) -> None:
        super().retranslate()
        self.editor.retranslate()
        self.all.setText(tr("All"))
        self.query.name(tr("Find in these claims"))


class StatementMerge(MergePanel):
    """Several statements that are one, with the claims that would move."""

    def __init__(self) -> None:
        self._sources: Sources = {}
        self._claims: Sequence[Mention] = ()
        lines = MentionList("statement_merge_claims", ticks=False, told=lambda claim: claim_told(claim, self._sources))
        super().__init__("statement", lines)
        self.keep_changed.connect(self._show_moving)

    def show_statements(
        self, entries: Sequence[Statement], counts: dict[str, int], claims: Sequence[Mention], sources: Sources
    ) -> None:
        """Offer these, with the claims of all of them."""
        self._claims, self._sources = claims, sources
        self.show_entries([Mergeable(one.id, one_line(one.text), counts.get(one.id, 0)) for one in entries])
        self._show_moving()

    def _show_moving(self) -> None:
        self.show_places([claim for claim in self._claims if claim.span.statement_id != self.keep])

    def caption(self, count: int) -> str:
        return tr_n("Merge {n} statements into one", count)

    def question(self, others: int) -> str:
        return tr_n("Which one stays? It gains the notes of the other {n}, with their claims in all readings.", others)

    def counted(self, count: int) -> str:
        return tr_n("{n} claims", count)

    def places_told(self, count: int) -> str:
        return tr_n("{n} claims would move", count)


class StatementsPage(RegistryPage):
    """All statements of the project."""

    entry: StatementPanel
    merging: StatementMerge

    def __init__(self, tasks: Tasks, project: "Project") -> None:
        self._loose = 0
        self.entry, self.merging = StatementPanel(tasks, project), StatementMerge()
        self.recoding = RecodePanel(tasks, project)
        super().__init__("statement", (self.entry, self.merging, self.recoding), least_px=LIST_PX)

    def show_loose(self, figures: ClaimFigures) -> None:
        """Say how many claims say no statement yet; before the rows are shown."""
        self._loose = figures.claims

    def title(self) -> str:
        return tr("Statements")

    def find_words(self) -> str:
        return tr("Find a statement by its words")

    def new_words(self) -> str:
        return tr("New statement")

    def counted(self, count: int) -> str:
        return tr_n("{n} statements in the registry", count)

    def chosen_words(self, count: int) -> str:
        return tr_n("{n} statements are chosen.", count)

    def how(self) -> str:
        if self.total:
            return tr("Choose a statement to correct it or to see who says it; several, to merge them.")
        how = tr(
            "What different people say in different words is one statement here. Mark a claim in an article, then "
            "press {K}: it asks which statement the claim expresses, and makes a new one."
        )
        if not self._loose:
            return how
        many = tr("Or choose “No statement yet”, tick claims that say the same, and write their statement below them.")
        return f"{how}\n\n{many}"
