"""Finding one's way: the palette, the keys, the guide."""

from typing import TYPE_CHECKING

from annotator.ui.actions import Action

if TYPE_CHECKING:
    from annotator.ui.main_window import MainWindow


def actions(window: "MainWindow") -> list[Action]:
    """The help menu."""
    return [
        Action(
            id="help.palette",
            title="Find a command…",
            icon="palette",
            shortcut="Ctrl+K",
            menu="help",
            toolbar=True,
            begins_group=True,
            run=lambda: show_palette(window),
        ),
        Action(
            id="help.shortcuts",
            title="Keyboard shortcuts",
            icon="keyboard",
            shortcut="Ctrl+/",
            menu="help",
            run=lambda: show_shortcuts(window),
        ),
        Action(id="help.guide", title="Guide", icon="help", menu="help", run=lambda: show_guide(window)),
    ]


def show_palette(window: "MainWindow") -> None:
    """Find any action by typing."""
    from annotator.ui.palette import CommandPalette

    palette = window.findChild(CommandPalette) or CommandPalette(window.registry, window)
    palette.open()


def show_shortcuts(window: "MainWindow") -> None:
    """The sheet of all keys."""
    from annotator.ui.shortcuts_help import ShortcutHelp

    sheet = window.findChild(ShortcutHelp) or ShortcutHelp(window.registry, window)
    sheet.open()


def show_guide(window: "MainWindow") -> None:
    """The short guide."""
    from annotator.ui.help import Guide

    guide = window.findChild(Guide) or Guide(window)
    guide.open()
