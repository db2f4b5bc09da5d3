"""Selecting text: larger, smaller, by letters."""

from collections.abc import Sequence

from annotator.ui.actions import Action
from annotator.ui.feature import Feature
from annotator.ui.shell import Shell


class Selecting(Feature):
    """Selects more text or less, and letter by letter."""

    def actions(self) -> Sequence[Action]:
        return [
            Action(
                id="edit.grow",
                title="Grow the selection",
                tip="Select more: the word, the phrase in quotation marks, the sentence, the paragraph",
                # What the same key does in word processors; it is the same on every keyboard layout.
                shortcut="F8",
                menu="edit",
                begins_group=True,
                enabled=lambda now: now.has_document,
                run=lambda: self.shell.article.growth.grow(),
            ),
            Action(
                id="edit.shrink",
                title="Shrink the selection",
                tip="Select less: back the way the selection grew, in the end without clitics",
                shortcut="Shift+F8",
                menu="edit",
                enabled=lambda now: now.has_document,
                run=lambda: self.shell.article.growth.shrink(),
            ),
            Action(
                id="view.letter_mode",
                title="Select letter by letter",
                tip="A drag takes exactly the letters it covers, as with Alt",
                shortcut="Ctrl+L",
                menu="edit",
                enabled=lambda now: now.has_document,
                checked=lambda now: now.has_document and now.look.letters,
                run=lambda: toggle_letters(self.shell),
            ),
        ]


def toggle_letters(shell: Shell) -> None:
    """Let drags be exact to the letter, or snap to words again."""
    article = shell.article
    article.letter_mode = not article.letter_mode
