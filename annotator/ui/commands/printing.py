"""The article with its marks, outside the window: on paper, as a PDF, as HTML and as a picture."""

from collections.abc import Sequence

from PySide6.QtGui import QKeySequence

from annotator.ui.actions import Action
from annotator.ui.feature import Feature
from annotator.ui.shell import Shell


class Printing(Feature):
    """Prints the article and copies it."""

    def actions(self) -> Sequence[Action]:
        return [
            Action(
                id="file.save_pdf",
                after="file.export",
                title="Save as PDF…",
                tip="Save the article with its marks as a PDF",
                menu="file",
                submenu="printing",
                begins_group=True,
                enabled=lambda now: now.has_document,
                run=lambda: save_pdf(self.shell),
            ),
            Action(
                id="file.print",
                after="file.save_pdf",
                title="Print…",
                tip="Print the article with its marks",
                shortcut=QKeySequence.StandardKey.Print,
                menu="file",
                submenu="printing",
                enabled=lambda now: now.has_document,
                run=lambda: print_article(self.shell),
            ),
            Action(
                id="edit.copy_html",
                after="edit.copy",
                title="Copy with marks",
                tip="Copy what is selected, or the whole article, with its marks (HTML)",
                shortcut="Ctrl+Shift+C",
                menu="edit",
                enabled=lambda now: now.has_document,
                run=lambda: copy_html(self.shell),
            ),
            Action(
                id="edit.copy_picture",
                after="edit.copy_html",
                title="Copy as picture",
                tip="Copy the selected lines, or the whole article, as a picture",
                shortcut="Ctrl+Shift+P",
                menu="edit",
                enabled=lambda now: now.has_document,
                run=lambda: copy_picture(self.shell),
            ),
        ]


def save_pdf(shell: Shell) -> None:
    """Ask for a name and save the article with its marks as a PDF."""
    from annotator.ui import print_and_copy

    print_and_copy.save_pdf(shell)


def print_article(shell: Shell) -> None:
    """Ask for a printer and print the article with its marks."""
    from annotator.ui import print_and_copy

    print_and_copy.print_article(shell)


def copy_html(shell: Shell) -> None:
    """Copy the selected text, or the whole article, with its marks."""
    from annotator.ui import print_and_copy

    print_and_copy.copy_html(shell)


def copy_picture(shell: Shell) -> None:
    """Copy the selected lines, or the whole article, as a picture."""
    from annotator.ui import print_and_copy

    print_and_copy.copy_picture(shell)
