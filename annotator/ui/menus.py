"""Menus that stay short: related entries stand in submenus, and what there is no room for stands behind "More"."""

from collections.abc import Iterable, Sequence
from typing import Literal

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from annotator.ui.i18n import Phrase, phrase, tr
from annotator.ui.keyed_menu import KeyedMenu

Submenu = Literal[
    "actors",
    "printing",
    "finding",
    "labels",
    "links",
    "shape",
    "suggestions",
    "rooms",
    "comments",
    "colours",
    "letters",
]

SUBMENUS: dict[Submenu, Phrase] = {
    "actors": phrase("Table of actors"),
    "printing": phrase("Print"),
    "finding": phrase("Find"),
    "labels": phrase("Mark as"),
    "links": phrase("Link"),
    "shape": phrase("Edges and parts of the mark"),
    "suggestions": phrase("Suggestions"),
    "rooms": phrase("Go to"),
    "comments": phrase("Comments"),
    "colours": phrase("Colours"),
    "letters": phrase("Size and typeface of the text"),
}
MOST_ENTRIES = 14
"""Entries that a menu has at most, lines not counted: more of them are not taken in at a glance, or do not fit."""


MenuEntry = tuple[QAction, bool, Submenu | None]
"""An action in a menu, whether it begins a group (a line above it, or above the submenu that it is the first of), and
the submenu in which it stands.
"""


def fill(menu: QMenu, entries: Iterable[MenuEntry]) -> None:
    """Replace all that a menu holds."""
    _clear(menu)
    submenus: dict[Submenu, KeyedMenu] = {}
    items: list[tuple[QAction, bool]] = []
    for action, begins_group, submenu in entries:
        if submenu is None:
            items.append((action, begins_group))
        elif submenu in submenus:
            submenus[submenu].addAction(action)
        else:
            held = submenus[submenu] = KeyedMenu(SUBMENUS[submenu](), menu)
            held.setObjectName(f"menu.{submenu}")
            held.addAction(action)
            items.append((held.menuAction(), begins_group))
    for held in submenus.values():
        _put(held, [(action, False) for action in held.actions()])
    _put(menu, items)


def _put(menu: QMenu, items: Sequence[tuple[QAction, bool]]) -> None:
    """Put actions into a menu, those that it has no room for into a submenu."""
    for action in menu.actions():
        menu.removeAction(action)
    shown = items if len(items) <= MOST_ENTRIES else items[: MOST_ENTRIES - 1]
    for place, (action, begins_group) in enumerate(shown):
        if begins_group and place:
            menu.addSeparator()
        menu.addAction(action)
    if len(shown) < len(items):
        more = KeyedMenu(tr("More"), menu)
        more.setObjectName("menu.more")
        _put(more, items[len(shown) :])
        menu.addMenu(more)


def _clear(menu: QMenu) -> None:
    for action in menu.actions():
        menu.removeAction(action)
        if action.isSeparator():
            action.deleteLater()
        elif isinstance(held := action.menu(), QMenu):
            held.deleteLater()
