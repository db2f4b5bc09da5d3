"""Lets the commands of the keyboard (Ctrl+C, Alt+F) follow the places of the keys in every window."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from shiboken6 import isValid

if TYPE_CHECKING:
    from annotator.ui.keyboard.commands import CommandReader


class PlacedCommands(QObject):
    """Stands before every window of the application."""

    def __init__(self, app: QGuiApplication) -> None:
        super().__init__(app)
        app.focusWindowChanged.connect(self._follow)
        self._follow(app.focusWindow())

    @cached_property
    def _reader(self) -> "CommandReader":
        # It knows menus, buttons and the list of keys, which take long to import: not before a key is pressed.
        from annotator.ui.keyboard.commands import CommandReader

        return CommandReader()

    def _follow(self, window: QWindow | None) -> None:
        if window is not None:
            # A filter that is there already is not put there twice.
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride):
            return False
        return isinstance(event, QKeyEvent) and self._reader.takes(watched, event)


class _State:
    """The keys placed before the windows. Not looked for among the application's children: PySide would wrap each."""

    placed: PlacedCommands | None = None


def read_commands_by_place(app: QGuiApplication) -> None:
    """Let the commands of the keyboard follow places in every window; once is enough."""
    if _State.placed is None or not isValid(_State.placed):
        _State.placed = PlacedCommands(app)
