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
        Action(
            id="help.guidelines",
            title="Guidelines",
            tip="What to mark with the label at hand, beside the article",
            shortcut="Shift+F1",
            menu="help",
            enabled=lambda now: now.has_document,
            checked=lambda now: now.look.guidelines,
            run=lambda: toggle_guidelines(window),
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


def toggle_guidelines(window: "MainWindow") -> None:
    """Let the guidelines stand beside the article, or take them away."""
    if window.session is None or shows_guidelines(window):
        window.workspace.take_beside()
        window.workspace.article.setFocus()
        return
    from annotator.ui.panels.guidelines import GuidelinesPane

    pane = GuidelinesPane(window.session, window.registry)
    pane.closed.connect(lambda: window.registry.run("help.guidelines"))
    window.workspace.put_beside(pane)


def shows_guidelines(window: "MainWindow") -> bool:
    """Whether the guidelines stand beside the article."""
    beside = window.workspace.beside
    return beside is not None and beside.objectName() == "guidelines"


def show_guide(window: "MainWindow") -> None:
    """The short guide."""
    from annotator.ui.help import Guide

    guide = window.findChild(Guide) or Guide(window)
    guide.open()
