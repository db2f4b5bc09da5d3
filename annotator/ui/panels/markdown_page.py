"""A page of Markdown in one language that holds words of another: the guide, the guidelines of a label."""

from typing import Any

import regex
from PySide6.QtCore import QByteArray, QLocale, Qt, QUrl
from PySide6.QtGui import QImage, QTextBlock, QTextCursor, QTextDocument, QTextListFormat, QTextOption
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from annotator.ui.i18n import isolate, ltr, number, written

_DIALECT = QTextDocument.MarkdownFeature(
    QTextDocument.MarkdownFeature.MarkdownDialectGitHub | QTextDocument.MarkdownFeature.MarkdownNoHTML
)
NUMBER_PX = 22
"""Pixels before an item of a list, in which its number stands."""
_RTL_WORD = r"[\p{Arabic}\p{Hebrew}][\p{Arabic}\p{Hebrew}\p{Mn}]*"
_RTL_WORDS = regex.compile(rf"{_RTL_WORD}(?:\s+{_RTL_WORD})*")
_BOLD = regex.compile(r"\*\*([^*\n]+)\*\*")
_CODE = regex.compile(r"`[^`\n]+`")


class MarkdownPage(QTextBrowser):
    """Shows Markdown and nothing else: no HTML in it, no link that opens, nothing fetched from anywhere."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._nothing = QImage(1, 1, QImage.Format.Format_ARGB32_Premultiplied)
        self._nothing.fill(Qt.GlobalColor.transparent)

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Pictures are not loaded, neither from the network nor from the disk.

        Given nothing, Qt would look for the file itself; so every picture is an empty one.
        """
        del name
        return self._nothing if kind == QTextDocument.ResourceType.ImageResource.value else QByteArray(b" ")

    def show_text(self, markdown: str, code: str) -> None:
        """Show this text, written in the language with this code, from its beginning."""
        direction = QLocale(code).textDirection()
        self.setLayoutDirection(direction)
        option = QTextOption(self.document().defaultTextOption())
        option.setTextDirection(direction)
        self.document().setDefaultTextOption(option)
        rtl = direction == Qt.LayoutDirection.RightToLeft
        self.document().setMarkdown(set_apart(written(markdown), rtl=rtl), _DIALECT)
        _number_items(self.document())
        # Markdown leaves the cursor at the end, and the next change of size would scroll to it.
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(0)


def _number_items(document: QTextDocument) -> None:
    """Number the items of lists in the window's digits: Qt would draw Latin ones whatever the language."""
    if number(0) == "0":
        return
    found: list[tuple[QTextBlock, int, int]] = []
    block = document.begin()
    while block.isValid():
        items = block.textList()
        if items is not None and items.format().style() == QTextListFormat.Style.ListDecimal:
            found.append((block, items.itemNumber(block) + 1, items.format().indent()))
        block = block.next()
    for block, place, indent in found:
        # A list that loses its last item is gone.
        block.textList().remove(block)
        _number(QTextCursor(block), place, indent)


def _number(cursor: QTextCursor, place: int, indent: int) -> None:
    """Write a number in front of a paragraph, which hangs beside it."""
    shape = cursor.blockFormat()
    shape.setIndent(indent)
    shape.setTextIndent(-NUMBER_PX)
    cursor.setBlockFormat(shape)
    cursor.insertText(f"{number(place)}.\u00a0")


def set_apart(markdown: str, *, rtl: bool) -> str:
    """The same Markdown with words of the other direction isolated, so that they turn nothing around them.

    Without it, «ى and ي, ة and ه» shows the pairs swapped, and `]` in an Arabic sentence shows as `[`. (Inside
    the asterisks, because after a letter they do not open before a sign such as a bracket.)
    """
    apart: str
    if rtl:
        apart = _BOLD.sub(lambda found: found[0] if _RTL_WORDS.search(found[1]) else f"**{ltr(found[1])}**", markdown)
        apart = _CODE.sub(lambda found: ltr(found[0]), apart)
    else:
        apart = _RTL_WORDS.sub(lambda found: isolate(found[0]), markdown)
    return apart
