"""Undo and redo, what goes to the clipboard, and finding in the article."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication, QKeySequence

from annotator.ui.actions import Action
from annotator.ui.features import Features
from annotator.ui.i18n import tr
from annotator.ui.shell import Shell

if TYPE_CHECKING:
    from annotator.domain.change import Changes, Kept
    from annotator.ui.session import Session

Keys = QKeySequence.StandardKey
MANY_ROWS = 300
"""Rows of an action from which on it is taken back in the background: a tenth of a second's work."""


def actions(shell: Shell, features: Features) -> list[Action]:
    """The edit menu."""

    return [
        Action(
            id="edit.undo",
            title="Undo",
            icon="undo",
            shortcut=Keys.Undo,
            menu="edit",
            toolbar=True,
            begins_group=True,
            enabled=lambda now: now.can_undo,
            # A page that covers the article stays: it shows itself what changed.
            run=lambda: take_back(shell, again=False),
        ),
        Action(
            id="edit.redo",
            title="Redo",
            icon="redo",
            shortcut=Keys.Redo,
            menu="edit",
            toolbar=True,
            enabled=lambda now: now.can_redo,
            run=lambda: take_back(shell, again=True),
        ),
        Action(
            id="edit.copy",
            title="Copy",
            shortcut=Keys.Copy,
            menu="edit",
            begins_group=True,
            enabled=lambda now: now.text != "" or now.has_mark,
            run=lambda: copy(shell),
        ),
        Action(
            id="edit.copy_html",
            title="Copy with marks",
            tip="Copy what is selected, or the whole article, with its marks (HTML)",
            shortcut="Ctrl+Shift+C",
            menu="edit",
            enabled=lambda now: now.has_document,
            run=lambda: copy_html(shell),
        ),
        Action(
            id="edit.copy_picture",
            title="Copy as picture",
            tip="Copy the selected lines, or the whole article, as a picture",
            shortcut="Ctrl+Shift+P",
            menu="edit",
            enabled=lambda now: now.has_document,
            run=lambda: copy_picture(shell),
        ),
        Action(
            id="edit.find",
            title="Find in the article",
            tip="Find words in the article, however they are spelt",
            icon="search",
            shortcut=Keys.Find,
            menu="edit",
            begins_group=True,
            enabled=lambda now: now.has_document,
            run=lambda: features.finder().open(),
        ),
        Action(
            id="edit.find_next",
            title="Find next",
            icon="down",
            shortcut=Keys.FindNext,
            menu="edit",
            enabled=lambda now: now.has_document,
            run=lambda: features.finder().step(1),
        ),
        Action(
            id="edit.find_previous",
            title="Find previous",
            icon="up",
            shortcut=Keys.FindPrevious,
            menu="edit",
            enabled=lambda now: now.has_document,
            run=lambda: features.finder().step(-1),
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


def copy_html(shell: Shell) -> None:
    """Copy the selected text, or the whole article, with its marks."""
    from annotator.ui import print_and_copy

    print_and_copy.copy_html(shell)


def copy_picture(shell: Shell) -> None:
    """Copy the selected lines, or the whole article, as a picture."""
    from annotator.ui import print_and_copy

    print_and_copy.copy_picture(shell)


def copy(shell: Shell) -> None:
    """Copy the selected text, or else what the selected mark says."""
    text = shell.selected_text()
    session = shell.session
    if not text and session is not None and session.document is not None and session.selected is not None:
        text = session.selected.quote(session.document.text)
    QGuiApplication.clipboard().setText(text)
