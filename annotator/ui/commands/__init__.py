"""Everything a person can do in the main window: one file a menu, each with its declared actions and what they do."""

from typing import TYPE_CHECKING

from annotator.ui.commands import (
    actors,
    editing,
    files,
    helping,
    linking,
    looking,
    marking,
    moving,
    searching,
    selecting,
    shaping,
    suggesting,
)
from annotator.ui.commands.linking import role_keys
from annotator.ui.commands.looking import restore_panes
from annotator.ui.commands.marking import label_actions, label_id

if TYPE_CHECKING:
    from annotator.domain.scheme import Scheme
    from annotator.ui.actions import Action
    from annotator.ui.main_window import MainWindow

__all__ = ["CONTEXT", "declare", "label_id", "restore_panes", "role_keys", "scheme_actions", "scheme_ids"]

MORE_KEYS = {
    "annotate.delete": ("Backspace",),
    "edit.redo": ("Ctrl+Shift+Z", "Ctrl+Y"),
    "navigate.next_document": ("Alt+Down",),
    "navigate.previous_document": ("Alt+Up",),
    "view.text_larger": ("Ctrl+=",),
    "help.guide": ("F1",),
}
"""Keys that do the same as an action's own."""

CONTEXT = ("annotate.delete", None, "edit.copy", None, "edit.undo", "edit.redo")
"""The menu on the article and on the list of marks, below the labels."""


_GROUPS = (
    *(files, editing, searching, selecting, marking, linking, actors, suggesting, shaping, moving, looking, helping),
)


def declare(window: "MainWindow") -> None:
    """Put all actions of the window into its registry."""
    for group in _GROUPS:
        window.registry.add(*group.actions(window))
    for action_id, keys in MORE_KEYS.items():
        window.registry.add_keys(action_id, *keys)


def scheme_actions(window: "MainWindow", scheme: "Scheme") -> "list[Action]":
    """The actions that come with a project's scheme: one for each label, and one for each relation."""
    return [*label_actions(window, scheme), *linking.relation_actions(window, scheme)]


def scheme_ids(scheme: "Scheme") -> list[str]:
    """The ids of these actions."""
    return [*map(label_id, scheme.labels), *map(linking.relation_id, scheme.relations)]
