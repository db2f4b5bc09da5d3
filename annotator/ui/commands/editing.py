"""Undo and redo, and copying."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication, QKeySequence

from annotator.ui.actions import Action
from annotator.ui.feature import Feature
from annotator.ui.i18n import tr
from annotator.ui.shell import Shell

if TYPE_CHECKING:
    from annotator.domain.change import Changes, Kept
    from annotator.ui.session import Session

MANY_ROWS = 300
"""Rows of an action from which on it is taken back in the background: a tenth of a second's work."""


class Editing(Feature):
    """Undo and redo, and what goes to the clipboard as text."""

    def actions(self) -> Sequence[Action]:
        return [
            Action(
                id="edit.undo",
                title="Undo",
                icon="undo",
                shortcut=QKeySequence.StandardKey.Undo,
                menu="edit",
                toolbar=True,
                begins_group=True,
                enabled=lambda now: now.can_undo,
                # A page that covers the article stays: it shows itself what changed.
                run=lambda: take_back(self.shell, again=False),
            ),
            Action(
                id="edit.redo",
                title="Redo",
                icon="redo",
                shortcut=QKeySequence.StandardKey.Redo,
                more_keys=("Ctrl+Shift+Z", "Ctrl+Y"),
                menu="edit",
                toolbar=True,
                enabled=lambda now: now.can_redo,
                run=lambda: take_back(self.shell, again=True),
            ),
            Action(
                id="edit.copy",
                title="Copy",
                shortcut=QKeySequence.StandardKey.Copy,
                menu="edit",
                begins_group=True,
                enabled=lambda now: now.text != "" or now.has_mark,
                run=lambda: copy(self.shell),
            ),
        ]


def take_back(shell: Shell, *, again: bool = False) -> None:
    """Undo, or redo (`again`), and say what newer work was left alone."""
    session = shell.session
    if session is None:
        return
    if session.project.next_size(again=again) > MANY_ROWS:
        _take_back_aside(shell, session, again=again)
    else:
        _tell_kept(shell, (session.redo if again else session.undo)(stay=shell.covered))


def _take_back_aside(shell: Shell, session: "Session", *, again: bool) -> None:
    """Undo or redo what has many rows in the background, where it can be stopped."""
    project = session.project

    def show(changes: "Changes | None") -> None:
        if shell.session is session:
            _tell_kept(shell, session.show_place(changes, stay=shell.covered))

    shell.tasks.run(lambda _: project.redo() if again else project.undo(), show, label=tr("Taking back a large change"))


def _tell_kept(shell: Shell, kept: "Sequence[Kept]") -> None:
    """Say what newer work was left alone."""
    if kept:
        from annotator.ui.undo_words import words

        shell.messages.tell("warning", words(kept))


def copy(shell: Shell) -> None:
    """Copy the selected text, or else what the selected mark says."""
    text = shell.selected_text()
    session = shell.session
    if not text and session is not None and session.document is not None and session.selected is not None:
        text = session.selected.quote(session.document.text)
    QGuiApplication.clipboard().setText(text)
