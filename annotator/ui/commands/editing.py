"""Undo and redo, and what goes to the clipboard."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication, QKeySequence

from annotator.ui.actions import Action
from annotator.ui.session import Session

if TYPE_CHECKING:
    from annotator.ui.main_window import MainWindow

Keys = QKeySequence.StandardKey


def actions(window: "MainWindow") -> list[Action]:
    """The edit menu."""

    def possible(what: str) -> Callable[[], bool]:
        return lambda: window.session is not None and bool(getattr(window.session.project, what))

    return [
        Action(
            id="edit.undo",
            title="Undo",
            icon="undo",
            shortcut=Keys.Undo,
            menu="edit",
            toolbar=True,
            begins_group=True,
            enabled=possible("can_undo"),
            run=lambda: window.change(Session.undo),
        ),
        Action(
            id="edit.redo",
            title="Redo",
            icon="redo",
            shortcut=Keys.Redo,
            menu="edit",
            toolbar=True,
            enabled=possible("can_redo"),
            run=lambda: window.change(Session.redo),
        ),
        Action(
            id="edit.copy",
            title="Copy",
            shortcut=Keys.Copy,
            menu="edit",
            begins_group=True,
            enabled=lambda: window.selected_text() != "" or window.has_mark(),
            run=lambda: copy(window),
        ),
    ]


def copy(window: "MainWindow") -> None:
    """Copy the selected text, or else what the selected mark says."""
    text = window.selected_text()
    session = window.session
    if not text and session is not None and session.document is not None and session.selected is not None:
        text = session.selected.quote(session.document.text)
    QGuiApplication.clipboard().setText(text)
