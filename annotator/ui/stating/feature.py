"""Statements: asked for a claim by one key on its card, with whether its source agrees; and the page of all."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from annotator.domain.meanings import claim_labels
from annotator.domain.statement import as_agreement
from annotator.errors import MusnadError
from annotator.ui.actions import Action
from annotator.ui.context import Context
from annotator.ui.feature import OnDemand, WindowFeature
from annotator.ui.scheme_ids import STATE_KEY
from annotator.ui.session import Session
from annotator.ui.shell import Window

if TYPE_CHECKING:
    from annotator.ui.stating.box import StatementLink
    from annotator.ui.stating.registry import StatementPages


class Stating(WindowFeature):
    """Links claims to statements, says whether their sources agree, and shows the page of all statements."""

    def __init__(self, shell: Window) -> None:
        super().__init__(shell)
        self.box: OnDemand[StatementLink] = OnDemand(self._make, lambda one: one.close_tasks())
        self.pages: OnDemand[StatementPages] = OnDemand(self._make_pages, lambda one: one.stop())

    def _make(self) -> "StatementLink":
        from annotator.ui.stating.box import StatementLink

        box = StatementLink(self.shell)
        box.toggled.connect(self._follow_box)
        return box

    def _make_pages(self) -> "StatementPages":
        from annotator.ui.stating.registry import StatementPages

        return StatementPages(self.shell, self.session)

    def _follow_box(self) -> None:
        """Let the box's keys be those of the window while it is open."""
        box, modes = self.box(), self.shell.modes
        if box.isVisible():
            modes.push(box.mode)
        else:
            modes.remove(box.mode)
        self.shell.registry.touch()

    def attach(self) -> None:
        self.shell.workspace.agreement_chosen.connect(self._agree)

    def start(self, session: Session) -> None:
        # Another mark, another article: nothing may be linked that is out of sight.
        session.selection_changed.connect(self._dismiss)

    def _dismiss(self) -> None:
        if self.box.made is not None:
            self.box.made.dismiss()

    def finish(self) -> None:
        if self.pages.made is not None:
            self.pages.made.finish()
        self._dismiss()

    def stop(self) -> None:
        self.pages.end()

    def close(self) -> None:
        self.box.end()

    def _agree(self, agreement: str) -> None:
        span = self.session.selected
        if span is None or span.statement_id is None:
            return
        try:
            self.session.project.update(span.id, agreement=as_agreement(agreement) if agreement else None)
        except MusnadError as error:
            self.shell.tell_error(error)

    def actions(self) -> Sequence[Action]:
        return [
            Action(
                id="annotate.link_statement",
                after="annotate.link_actor",
                title="What does it say?",
                tip="Link the claim to a statement of the registry",
                shortcut=STATE_KEY,
                menu="annotate",
                enabled=_can_state,
                run=lambda: self.box().open(),
            ),
            Action(
                id="view.statements",
                after="view.actors",
                title="Statements",
                tip="All statements of the registry: who says them; correct, merge and split them, recode claims",
                shortcut="Ctrl+Shift+S",
                menu="view",
                enabled=lambda now: now.has_project,
                run=lambda: self.pages().toggle(),
            ),
        ]


def _can_state(now: Context) -> bool:
    """Return whether the selected mark is a claim that may be linked."""
    return now.scheme is not None and now.label is not None and now.label.key in claim_labels(now.scheme)
