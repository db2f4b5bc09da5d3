"""Suggestions: letting suggesters read, walking what they propose, taking and refusing it."""

from annotator.ui.actions import Action
from annotator.ui.context import Context
from annotator.ui.features import Features
from annotator.ui.shell import Shell


def actions(shell: Shell, features: Features) -> list[Action]:
    """Return the actions for suggestions in the annotate menu."""

    return [
        Action(
            id="suggest.run",
            title="Suggest marks in this article",
            tip="Let the suggesters read this article; what they propose waits until you take it",
            icon="suggest",
            shortcut="Ctrl+J",
            menu="annotate",
            begins_group=True,
            enabled=lambda now: now.can_mark,
            run=lambda: features.suggesting().run(everywhere=False),
        ),
        Action(
            id="suggest.run_project",
            title="Suggest marks in all articles",
            menu="annotate",
            enabled=lambda now: now.writable,
            run=lambda: features.suggesting().run(everywhere=True),
        ),
        Action(
            id="suggest.next",
            title="Next suggestion",
            tip="Go to the next suggestion (in the article: {Tab})",
            menu="annotate",
            enabled=_has_suggestions,
            run=lambda: features.suggesting().walking.step(1, around=True),
        ),
        Action(
            id="suggest.previous",
            title="Previous suggestion",
            tip="Go to the suggestion before (in the article: {Shift+Tab})",
            menu="annotate",
            enabled=_has_suggestions,
            run=lambda: features.suggesting().walking.step(-1, around=True),
        ),
        Action(
            id="suggest.accept",
            title="Take the suggestion",
            tip="Take the suggestion, a claim with its source and cue (in the article: {Enter})",
            menu="annotate",
            enabled=_asks,
            run=lambda: features.suggesting().walking.take(),
        ),
        Action(
            id="suggest.reject",
            title="Refuse the suggestion",
            tip="Refuse the suggestion, now and later (in the article: {Backspace})",
            menu="annotate",
            enabled=_asks,
            run=lambda: features.suggesting().walking.refuse(),
        ),
        Action(
            id="suggest.accept_all",
            title="All suggestions…",
            tip="List the suggestions in this article, and take or refuse those that you leave ticked",
            shortcut="Ctrl+Shift+J",
            menu="annotate",
            enabled=_has_suggestions,
            run=lambda: features.suggesting().open_all(),
        ),
        Action(
            id="annotate.everywhere",
            title="Mark everywhere…",
            tip="Mark the words of the selected mark wherever they stand in the project",
            shortcut="Ctrl+Shift+E",
            menu="annotate",
            enabled=lambda now: now.can_change_mark,
            run=lambda: features.suggesting().open_everywhere(),
        ),
        Action(
            id="suggest.settings",
            title="Suggesters…",
            tip="Who suggests marks, and what is missing where one cannot",
            menu="annotate",
            run=lambda: choose_suggesters(shell),
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
