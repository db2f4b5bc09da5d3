"""Recoding many claims at once: to which statement, with which agreement, and what that would change of each."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import UNSET, UnsetType
from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from annotator.domain.statement import AGREEMENTS, Agreement, as_agreement
from annotator.services.mentions import Mention
from annotator.services.statements import Recoded
from annotator.ui.entries.mention_list import MentionList
from annotator.ui.i18n import isolate, tr, tr_n
from annotator.ui.panels.painting import leading
from annotator.ui.panels.segment_place import SegmentPlace
from annotator.ui.panels.statement_card import TITLES
from annotator.ui.stating.claim_words import BETWEEN, Sources, speakers
from annotator.ui.stating.statement_box import StatementBox
from annotator.ui.tasks import Tasks

if TYPE_CHECKING:
    from annotator.services.project import Project

MOVE, KEEP, TAKE = "move", "keep", "take"
"""To another statement; to none but the agreement; away from its statement."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RecodePanel(QWidget):
    """`asked` when something else is to be previewed, `recoded` when it is to be done, `left` to go back."""

    asked = Signal()
    recoded = Signal()
    left = Signal()

    def __init__(self, tasks: Tasks, project: "Project") -> None:
        super().__init__()
        self.claims: Sequence[Mention] = ()
        self.statement_id: str | None = None
        self._sources: Sources = {}
        self._changes: dict[str, Recoded] | None = None
        self._caption, self._count = QLabel(), QLabel()
        self._caption.setProperty("role", "title")
        self._count.setProperty("role", "caption")
        for label in (self._caption, self._count):
            label.setWordWrap(True)
        self.target, self.side = SegmentPlace(), SegmentPlace()
        self._target_title, self._side_title = QLabel(), QLabel()
        self._chosen_target, self._chosen_side = MOVE, KEEP
        self.target.chosen.connect(self._choose_target)
        self.side.chosen.connect(self._choose_side)
        self.box = StatementBox("recode_statement", tasks, project)
        self.box.changed.connect(self.asked)
        self.lines = MentionList("recode_claims", ticks=False, told=self._told)
        self.button, self.back = QPushButton(), QPushButton()
        self.button.setObjectName("recode")
        self.button.setProperty("primary", True)
        self.button.setMinimumHeight(34)
        self.button.clicked.connect(self.recoded)
        self.back.clicked.connect(self.left)
        self._arrange()
        self.retranslate()

    def _arrange(self) -> None:
        self._form = QFormLayout()
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for title in (self._target_title, self._side_title):
            title.setProperty("role", "dim")
        self._form.addRow(self._target_title, self.target)
        self._form.addRow("", self.box)
        self._form.addRow(self._side_title, self.side)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(8)
        lines.addWidget(self._caption)
        lines.addLayout(self._form)
        lines.addWidget(self._count)
        lines.addWidget(self.lines, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.button)
        foot.addWidget(self.back)
        foot.addStretch(1)
        lines.addLayout(foot)

    # What is asked

    def begin(self, claims: Sequence[Mention], statement_id: str | None, sources: Sources) -> None:
        """Ask about these claims, which say this statement, or (None) none yet."""
        self.claims, self.statement_id, self._sources = claims, statement_id, sources
        self._chosen_target, self._chosen_side = MOVE, KEEP
        self.box.leave_out(statement_id)
        self.box.show_entry(None, "")
        self.show_changes(None)
        self.retranslate()
        self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def wanted(self) -> tuple[str | None, Agreement | UnsetType | None] | None:
        """The statement to be linked, or None, and the agreement (UNSET: as it is); None while nothing is chosen."""
        side = UNSET if self._chosen_side == KEEP else as_agreement(self._chosen_side)
        if self._chosen_target == TAKE:
            return None, UNSET
        if self._chosen_target == KEEP:
            return (self.statement_id, side) if side is not UNSET else None
        return (self.box.key, side) if self.box.key is not None else None

    def _choose_target(self, key: str) -> None:
        self._chosen_target = key
        self._show_fields()
        self.asked.emit()

    def _choose_side(self, key: str) -> None:
        self._chosen_side = key
        self.asked.emit()

    def _show_fields(self) -> None:
        self._form.setRowVisible(self.target, self.statement_id is not None)
        self._form.setRowVisible(self.box, self._chosen_target == MOVE)
        self._form.setRowVisible(self.side, self._chosen_target != TAKE)

    # What it would change

    def show_changes(self, changes: Sequence[Recoded] | None) -> None:
        """Show what would change; None: it is not known yet."""
        self._changes = None if changes is None else {one.claim.span.id: one for one in changes}
        self._say_changes()
        self.lines.show_mentions(self.claims if changes is None else [one.claim for one in changes])
        self.lines.viewport().update()

    def _say_changes(self) -> None:
        count, of = len(self._changes or ()), len(self.claims)
        if self._changes is None:
            told = tr("Choose what these claims say, and see here what would change.")
        else:
            told = tr_n("{n} of {of} claims would change", count, of=of)
        self._count.setText(leading(told))
        self.button.setText(tr_n("Recode {n} claims", count) if count else tr("Recode"))
        self.button.setEnabled(count > 0)

    def _told(self, claim: Mention) -> str:
        parts = [speakers(claim, self._sources), self._change_told(claim), isolate(claim.hit.title)]
        return BETWEEN.join(filter(None, parts))

    def _change_told(self, claim: Mention) -> str:
        """Return what becomes of the agreement of a claim; what it says is the same for all, and stands above."""
        before = _agreement(claim.span.agreement)
        wanted = self.wanted
        if self._changes is None or wanted is None:
            return before
        after = None if wanted[0] is None else claim.span.agreement if wanted[1] is UNSET else wanted[1]
        return (
            before
            if after == claim.span.agreement
            else tr("{before}, then {after}", before=before, after=_agreement(after))
        )

    # How it speaks

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        self._caption.setText(leading(tr_n("Recode {n} claims", len(self.claims))))
        self._target_title.setText(tr("Statement"))
        self._side_title.setText(tr("The source"))
        move = [(MOVE, tr("another")), (KEEP, tr("as it is")), (TAKE, tr("no statement"))]
        self.target.show_choices(tr("Statement"), move, self._chosen_target)
        sides = [(KEEP, tr("as it is")), *((one, TITLES[one]()) for one in AGREEMENTS)]
        self.side.show_choices(tr("The source"), sides, self._chosen_side)
        self.box.name(tr("Find a statement by its words"))
        self.lines.setAccessibleName(tr("Claims"))
        self.back.setText(tr("Back"))
        self._show_fields()
        self._say_changes()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in _ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.button.click()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _agreement(agreement: Agreement | None) -> str:
    return tr("agreement not said") if agreement is None else TITLES[agreement]()
