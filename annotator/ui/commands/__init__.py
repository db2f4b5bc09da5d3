"""Everything a person can do in the main window: one file a menu, each with its declared actions and what they do."""

from typing import TYPE_CHECKING

from annotator.ui.commands import editing, files, helping, looking, marking, moving, selecting, shaping
from annotator.ui.commands.looking import restore_panes
from annotator.ui.commands.marking import label_actions, label_id

if TYPE_CHECKING:
    from annotator.ui.main_window import MainWindow

__all__ = ["CONTEXT", "declare", "label_actions", "label_id", "restore_panes"]

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
    for group in (files, editing, selecting, marking, shaping, moving, looking, helping):
        window.registry.add(*group.actions(window))
    for action_id, keys in MORE_KEYS.items():
        window.registry.add_keys(action_id, *keys)
