"""Suggestions: letting suggesters read, walking what they propose, taking and refusing it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from annotator.ui.actions import Action
from annotator.ui.context import Context
from annotator.ui.feature import Feature, OnDemand
from annotator.ui.session import Session
from annotator.ui.shell import Shell

if TYPE_CHECKING:
    from annotator.ui.suggesting.controller import SuggestingController


class Suggesting(Feature):
    """Lets suggesters read, and answers their suggestions: one by one in the article, or many at once."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self.controller: OnDemand[SuggestingController] = OnDemand(self._make, lambda one: one.close())

    def _make(self) -> "SuggestingController":
        from annotator.ui.suggesting.controller import SuggestingController

        return SuggestingController(self.shell, self.session)

    def start(self, session: Session) -> None:
        session.marks_changed.connect(self._meet)
        self._meet()

    def _meet(self) -> None:
        """The keys that answer suggestions are there as soon as there are any."""
        if self.shell.session is not None and self.shell.session.suggestions:
            self.controller().meet()

    def stop(self) -> None:
        self.controller.end()

    def actions(self) -> Sequence[Action]:
        return [
            Action(
                id="suggest.run",
                title="Suggest marks in this article",
                tip="Let the suggesters read this article; what they propose waits until you take it",
                icon="suggest",
                shortcut="Ctrl+J",
                menu="annotate",
                submenu="suggestions",
                begins_group=True,
                enabled=lambda now: now.can_mark,
                run=lambda: self.controller().run(everywhere=False),
            ),
            Action(
                id="suggest.run_project",
                title="Suggest marks in all articles",
                menu="annotate",
                submenu="suggestions",
                enabled=lambda now: now.writable,
                run=lambda: self.controller().run(everywhere=True),
            ),
            Action(
                id="suggest.next",
                title="Next suggestion",
                tip="Go to the next suggestion (in the article: {Tab})",
                menu="annotate",
                submenu="suggestions",
                enabled=_has_suggestions,
                run=lambda: self.controller().walking.step(1, around=True),
            ),
            Action(
                id="suggest.previous",
                title="Previous suggestion",
                tip="Go to the suggestion before (in the article: {Shift+Tab})",
                menu="annotate",
                submenu="suggestions",
                enabled=_has_suggestions,
                run=lambda: self.controller().walking.step(-1, around=True),
            ),
            Action(
                id="suggest.accept",
                title="Take the suggestion",
                tip="Take the suggestion, a claim with its source and cue (in the article: {Enter})",
                menu="annotate",
                submenu="suggestions",
                enabled=_asks,
                run=lambda: self.controller().walking.take(),
            ),
            Action(
                id="suggest.accept_part",
                title="Take only this part of the suggestion",
                tip="Take the claim, the source or the cue alone (in the article: {Shift+Enter})",
                menu="annotate",
                submenu="suggestions",
                enabled=_asks,
                run=lambda: self.controller().walking.take(alone=True),
            ),
            Action(
                id="suggest.reject",
                title="Refuse the suggestion",
                tip="Refuse the suggestion, now and later (in the article: {Backspace})",
                menu="annotate",
                submenu="suggestions",
                enabled=_asks,
                run=lambda: self.controller().walking.refuse(),
            ),
            Action(
                id="suggest.accept_all",
                title="All suggestions…",
                tip="List the suggestions in this article, and take or refuse those that you leave ticked",
                shortcut="Ctrl+Shift+J",
                menu="annotate",
                submenu="suggestions",
                enabled=_has_suggestions,
                run=lambda: self.controller().open_all(),
            ),
            Action(
                id="annotate.everywhere",
                title="Mark everywhere…",
                tip="Mark the words of the selected mark wherever they stand in the project",
                shortcut="Ctrl+Shift+E",
                menu="annotate",
                enabled=lambda now: now.can_change_mark,
                run=lambda: self.controller().open_everywhere(),
            ),
            Action(
                id="suggest.settings",
                title="Suggesters…",
                tip="Who suggests marks, and what is missing where one cannot",
                menu="annotate",
                submenu="suggestions",
                run=lambda: choose_suggesters(self.shell),
            ),
        ]


def _has_suggestions(now: Context) -> bool:
    """Return whether there is a suggestion on the page that could be answered."""
    return now.suggestions > 0 and now.can_mark


def _asks(now: Context) -> bool:
    return _has_suggestions(now) and now.pointed is not None


def choose_suggesters(shell: Shell) -> None:
    """Show who suggests marks."""
    from annotator.ui.suggesting.dialog import SuggestersDialog

    dialog = SuggestersDialog(shell.over)
    dialog.exec()
    dialog.deleteLater()
