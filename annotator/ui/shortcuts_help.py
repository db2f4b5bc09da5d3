"""Every action that has keys, by menu, on one sheet over the window: made from the registry, so never out of date."""

from collections.abc import Iterable
from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from annotator.ui.actions import MENUS, ActionRegistry, Entry, Menu, plain
from annotator.ui.i18n import isolate, ltr, tr
from annotator.ui.overlay import Overlay

_MARKING = ("annotate.label.", "annotate.link.")
_FIRST: tuple[Menu, ...] = ("annotate", "navigate", "edit")


def groups(entries: Iterable[Entry]) -> list[tuple[str, list[Entry]]]:
    """The entries that have keys, under the titles of their menus: marking first, for it is what keys are for."""
    places: list[Menu | None] = [*_FIRST, *(menu for menu in MENUS if menu not in _FIRST), None]
    keyed = sorted(
        (entry for entry in entries if entry.keys), key=lambda entry: (places.index(entry.menu), _late(entry))
    )
    return [
        (plain(MENUS[menu]()) if menu else tr("Elsewhere"), list(members))
        for menu, members in groupby(keyed, key=lambda entry: entry.menu)
    ]


def _late(entry: Entry) -> int:
    """Labels come first, then the links between marks: the rest of marking rests on them."""
    name = entry.action.objectName()
    return next((place for place, kind in enumerate(_MARKING) if name.startswith(kind)), len(_MARKING))


class ShortcutHelp(Overlay):
    """The sheet; it scrolls where the window is low."""

    def __init__(self, registry: ActionRegistry, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("shortcut_help")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._registry = registry
        self._sheet = QWidget()
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.viewport().setAutoFillBackground(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 18)
        self._title = QLabel(self)
        self._title.setProperty("role", "title")
        column.addWidget(self._title)
        column.addWidget(self._scroll)

    def open(self) -> None:
        """Show what there is now, in the window's language."""
        self._title.setText(tr("Keyboard shortcuts"))
        self.setAccessibleName(tr("Keyboard shortcuts"))
        entries = self._registry.entries()
        self._sheet = _sheet(groups(entries))
        # The sheet has the focus, and nothing on it takes it: all of it is what there is to say.
        said = [f"{isolate(entry.title)}: {ltr(entry.keys)}" for _, group in groups(entries) for entry in group]
        self.setAccessibleDescription("\n".join(said))
        self._scroll.setWidget(self._sheet)
        self._sheet.setAutoFillBackground(False)
        self.open_over(self)

    def place(self) -> None:
        """In the middle, as large as it needs and the window allows."""
        wanted = self._sheet.sizeHint()
        width = min(wanted.width() + 64, self.over.width() - 40)
        height = min(wanted.height() + self._title.sizeHint().height() + 56, self.over.height() - 40)
        self.setGeometry((self.over.width() - width) // 2, (self.over.height() - height) // 2, width, height)

    def key(self, event: QKeyEvent) -> bool:
        """Enter puts it away, the arrows scroll it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.dismiss()
        else:
            self._scroll.verticalScrollBar().keyPressEvent(event)
        return True


def _sheet(groups_of_entries: list[tuple[str, list[Entry]]]) -> QWidget:
    """The groups in two columns of about the same height."""
    sheet = QWidget()
    row = QHBoxLayout(sheet)
    row.setContentsMargins(0, 8, 0, 0)
    row.setSpacing(44)
    total = sum(len(entries) + 2 for _, entries in groups_of_entries)
    columns: list[list[tuple[str, list[Entry]]]] = [[], []]
    filled = 0
    for group in groups_of_entries:
        columns[filled * 2 >= total].append(group)
        filled += len(group[1]) + 2
    for column in filter(None, columns):
        row.addLayout(_column(column))
    return sheet


def _column(groups_of_entries: list[tuple[str, list[Entry]]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setVerticalSpacing(6)
    grid.setHorizontalSpacing(24)
    for title, entries in groups_of_entries:
        caption = QLabel(title)
        caption.setProperty("role", "caption")
        caption.setContentsMargins(0, 10, 0, 2)
        grid.addWidget(caption, grid.rowCount(), 0, 1, 2)
        for entry in entries:
            keys = QLabel(entry.keys)
            keys.setProperty("role", "key")
            keys.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
            line = grid.rowCount()
            grid.addWidget(QLabel(entry.title), line, 0)
            grid.addWidget(keys, line, 1, Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
    grid.setColumnStretch(0, 1)
    grid.setRowStretch(grid.rowCount(), 1)
    return grid
