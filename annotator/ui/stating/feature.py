"""The statement that a claim expresses: asked by one key on its card, and whether its source agrees with it."""

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


class Stating(WindowFeature):
    """Links claims to statements, and says whether their sources agree."""

    def __init__(self, shell: Window) -> None:
        super().__init__(shell)
        self.box: OnDemand[StatementLink] = OnDemand(self._make, lambda one: one.close_tasks())

    def _make(self) -> "StatementLink":
        from annotator.ui.stating.box import StatementLink

        box = StatementLink(self.shell)
        box.toggled.connect(self._follow_box)
        return box

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
        self._dismiss()

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
        ]


def _can_state(now: Context) -> bool:
    """Return whether the selected mark is a claim that may be linked."""
    return now.scheme is not None and now.label is not None and now.label.key in claim_labels(now.scheme)
