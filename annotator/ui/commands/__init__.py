"""Everything a person can do in the main window: one file a menu, each with its declared actions and what they do."""

from collections.abc import Callable
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
from annotator.ui.commands.looking import restore_look
from annotator.ui.commands.marking import label_actions
from annotator.ui.features import Features
from annotator.ui.scheme_ids import label_id, relation_id
from annotator.ui.shell import Shell

if TYPE_CHECKING:
    from annotator.domain.scheme import Scheme
    from annotator.ui.actions import Action

__all__ = ["CONTEXT", "declare", "label_id", "restore_look", "role_keys", "scheme_actions", "scheme_ids"]

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


def declare(shell: Shell, features: Features, leave: Callable[[], object]) -> None:
    """Put all actions of the window into its registry; `leave` closes it."""
    groups = (
        files.actions(shell, features, leave),
        editing.actions(shell, features),
        searching.actions(features),
        selecting.actions(shell),
        marking.actions(shell),
        linking.actions(shell, features),
        actors.actions(shell, features),
        suggesting.actions(shell, features),
        shaping.actions(shell),
        moving.actions(shell),
        looking.actions(shell, features),
        helping.actions(shell),
    )
    for group in groups:
        shell.registry.add(*group)
    for action_id, keys in MORE_KEYS.items():
        shell.registry.add_keys(action_id, *keys)


def scheme_actions(shell: Shell, features: Features, scheme: "Scheme") -> "list[Action]":
    """The actions that come with a project's scheme: one for each label, and one for each relation."""
    return [*label_actions(shell, features, scheme), *linking.relation_actions(features, scheme)]


def scheme_ids(scheme: "Scheme") -> list[str]:
    """The ids of these actions."""
    return [*map(label_id, scheme.labels), *map(relation_id, scheme.relations)]
