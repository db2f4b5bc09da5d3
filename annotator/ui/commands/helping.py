"""Finding one's way: the palette, the keys, the guide."""

from collections.abc import Sequence

from annotator.ui.actions import Action
from annotator.ui.feature import Feature
from annotator.ui.shell import Shell


class Helping(Feature):
    """Helps to find one's way."""

    def actions(self) -> Sequence[Action]:
        return [
            Action(
                id="help.palette",
                title="Find a command…",
                icon="palette",
                shortcut="Ctrl+K",
                menu="help",
                toolbar=True,
                begins_group=True,
                run=lambda: show_palette(self.shell),
            ),
            Action(
                id="help.shortcuts",
                title="Keyboard shortcuts",
                icon="keyboard",
                shortcut="Ctrl+/",
                menu="help",
                run=lambda: show_shortcuts(self.shell),
            ),
            Action(
                id="help.guidelines",
                title="Guidelines",
                tip="What to mark with the label at hand, beside the article",
                shortcut="Shift+F1",
                menu="help",
                enabled=lambda now: now.has_document,
                checked=lambda now: now.look.guidelines,
                run=lambda: toggle_guidelines(self.shell),
            ),
            Action(
                id="help.guide",
                title="Guide",
                icon="help",
                more_keys=("F1",),
                menu="help",
                run=lambda: show_guide(self.shell),
            ),
        ]


def show_palette(shell: Shell) -> None:
    """Find any action, article or actor by typing."""
    from annotator.ui.palette import CommandPalette
    from annotator.ui.palette_rows import places

    palette = shell.over.findChild(CommandPalette)
    if palette is None:
        palette = CommandPalette(shell.registry, shell.over, lambda query: places(shell, query))
    palette.open()


def show_shortcuts(shell: Shell) -> None:
    """The sheet of all keys."""
    from annotator.ui.shortcuts_help import ShortcutHelp

    sheet = shell.over.findChild(ShortcutHelp) or ShortcutHelp(shell.registry, shell.over)
    sheet.open()


def toggle_guidelines(shell: Shell) -> None:
    """Let the guidelines stand beside the article, or take them away."""
    if shell.session is None or shows_guidelines(shell):
        shell.take_beside()
        shell.article.setFocus()
        return
    from annotator.ui.panels.guidelines import GuidelinesPane

    pane = GuidelinesPane(shell.session, shell.registry)
    pane.closed.connect(lambda: shell.registry.run("help.guidelines"))
    shell.put_beside(pane)


def shows_guidelines(shell: Shell) -> bool:
    """Return whether the guidelines stand beside the article."""
    beside = shell.beside
    return beside is not None and beside.objectName() == "guidelines"


def show_guide(shell: Shell) -> None:
    """The short guide."""
    from annotator.ui.help import Guide

    guide = shell.over.findChild(Guide) or Guide(shell.over)
    guide.open()
