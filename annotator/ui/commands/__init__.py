"""Everything a person can do in the main window: one file a menu, each with its declared actions and what they do."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence

from annotator.ui.actions import ActionRegistry
from annotator.ui.commands import editing, files, helping, looking, marking, moving
from annotator.ui.commands.marking import label_actions, label_id

if TYPE_CHECKING:
    from annotator.ui.main_window import MainWindow

__all__ = ["CONTEXT", "declare", "label_actions", "label_id"]

MORE_KEYS = {
    "annotate.delete": ("Backspace",),
    "edit.redo": ("Ctrl+Shift+Z", "Ctrl+Y"),
    "navigate.next_document": ("Alt+Down",),
    "navigate.previous_document": ("Alt+Up",),
    "view.text_larger": ("Ctrl++",),
    "help.guide": ("F1",),
}
"""Keys that do the same as an action's own."""

CONTEXT = ("annotate.delete", None, "edit.copy", None, "edit.undo", "edit.redo")
"""The menu on the article and on the list of marks, below the labels."""


def declare(window: "MainWindow") -> None:
    """Put all actions of the window into its registry."""
    for group in (files, editing, marking, moving, looking, helping):
        window.registry.add(*group.actions(window))
    for action_id, keys in MORE_KEYS.items():
        _add_keys(window.registry, action_id, keys)


def _add_keys(registry: ActionRegistry, action_id: str, keys: tuple[str, ...]) -> None:
    q_action = registry.action(action_id)
    held = {sequence.toString() for sequence in q_action.shortcuts()}
    more = [QKeySequence(key) for key in keys]
    q_action.setShortcuts([*q_action.shortcuts(), *(key for key in more if key.toString() not in held)])
