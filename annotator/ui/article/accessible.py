"""The article for screen readers: its text, the caret, where letters are, and what is marked at the caret.

Qt counts UTF-16 units here as everywhere. Two limits of PySide 6.11 shape this module (both seen through AT-SPI):

- What has out parameters in C++ is not bound: for `selection` and `attributes` Qt reads whatever lay on its stack.
  So no selection is ever counted; `telling.py` says in words what is selected, and which marks begin and end.
- Qt finds characters, words, sentences and lines by itself in what `text` answers, and divides lines at line feeds
  only. So the space at which the caret's paragraph wraps is told as a line feed, and Down reads a line. The price:
  Qt ends a sentence there too.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING
from weakref import ref

from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAttributesInterface,
    QAccessibleInterface,
    QAccessibleTextInterface,
)
from PySide6.QtWidgets import QAccessibleWidget
from shiboken6 import VoidPtr

from annotator.ui.article.offsets import Utf16Map
from annotator.ui.article.screen_reader import Teller

if TYPE_CHECKING:
    from annotator.ui.article.view import ArticleView

Interface = QAccessible.InterfaceType
_LOCALE = QAccessible.Attribute.Locale


class ArticleInterface(QAccessibleWidget):
    """The view as a field of text that is read only."""

    def __init__(self, view: "ArticleView") -> None:
        super().__init__(view, QAccessible.Role.EditableText)
        # PySide keeps this object to the end of the program: it must not keep the view and its pages with it.
        self._view = ref(view)
        text = ArticleText(view)
        self._parts = {Interface.TextInterface: text, Interface.AttributesInterface: ArticleAttributes(view)}
        Teller(view, text.units)

    def interface_cast(self, kind: QAccessible.InterfaceType) -> object:  # type: ignore[override]
        """Return another interface of the object, as C++ asks for it. PySide crashes on None, so none is a null
        pointer.
        """
        answer = self._parts.get(kind) or super().interface_cast(kind)
        return VoidPtr(0) if answer is None else answer

    def state(self) -> QAccessible.State:
        state = super().state()
        state.readOnly = state.multiLine = state.selectableText = 1
        return state

    def text(self, kind: QAccessible.Text) -> str:
        """The name by default; as description the marks at the caret, innermost last; as value the whole article."""
        view = self._view()
        if view is not None and kind == QAccessible.Text.Description:
            return view.speak_marks(view.page.marks.at(view.selection().caret.offset))
        if view is not None and kind == QAccessible.Text.Value:
            return view.page.text
        return super().text(kind)

    # The text is no tree: without children a pointer's place leads to the text, not to the viewport over it.

    def childCount(self) -> int:
        return 0

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        del index
        return None

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        del x, y
        return None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        del child
        return -1


class ArticleAttributes(QAccessibleAttributesInterface):
    """The language of the article, by which a screen reader chooses its voice."""

    def __init__(self, view: "ArticleView") -> None:
        super().__init__()
        self._view = ref(view)

    def attributeKeys(self) -> Sequence[QAccessible.Attribute]:  # type: ignore[override]
        return [_LOCALE]

    def attributeValue(self, key: QAccessible.Attribute) -> object:
        view = self._view()
        return view.locale() if view is not None and key == _LOCALE else None


class ArticleText(QAccessibleTextInterface):
    """The text with its caret. Every offset is a UTF-16 unit, every place a pixel of the screen."""

    def __init__(self, view: "ArticleView") -> None:
        super().__init__()
        self._ref = ref(view)
        self._mapped, self._units = "", Utf16Map("")

    @property
    def _view(self) -> "ArticleView":
        view = self._ref()
        # Qt drops its interface with the view, and with it the way to here.
        assert view is not None, "a screen reader asks for a view that is gone"
        return view

    def units(self) -> Utf16Map:
        """Between code points and UTF-16 units of the text that is shown now."""
        text = self._view.page.text
        if text is not self._mapped:
            self._mapped, self._units = text, Utf16Map(text)
        return self._units

    def _range(self, start: int, end: int) -> tuple[int, int]:
        """Two units in either order as code points inside the text."""
        units = self.units()
        start, end = sorted(min(max(unit, 0), units.length) for unit in (start, end))
        return units.to_points(start), units.to_points(end)

    # The text

    def characterCount(self) -> int:
        return self.units().length

    def text(self, startOffset: int, endOffset: int) -> str:  # noqa: N803 (Qt passes names)
        """The article's own characters; to a screen reader, a line feed at the end of each line of the caret's."""
        start, end = self._range(startOffset, endOffset)
        text = self._view.page.text
        return _with_breaks(text, self._wraps(), start, end) if QAccessible.isActive() else text[start:end]

    def _wraps(self) -> list[int]:
        """Code points of the white space at which the caret's paragraph wraps."""
        page = self._view.page
        lines = page.laid(page.paragraphs.at(self._view.selection().caret.offset)).lines
        return [line.end - 1 for line in lines[:-1] if page.text[line.end - 1].isspace()]

    # The caret and the selection

    def cursorPosition(self) -> int:
        return self.units().to_units(self._view.selection().caret.offset)

    def setCursorPosition(self, position: int) -> None:
        self.addSelection(position, position)

    def selectionCount(self) -> int:
        """None, even where there is one: Qt cannot be told where it lies."""
        return 0

    def addSelection(self, startOffset: int, endOffset: int) -> None:  # noqa: N803
        start, end = self._range(startOffset, endOffset)
        self._view.select(start, end)
        self._view.ensure_visible(end)

    def setSelection(self, selectionIndex: int, startOffset: int, endOffset: int) -> None:  # noqa: N803
        del selectionIndex
        self.addSelection(startOffset, endOffset)

    def removeSelection(self, selectionIndex: int) -> None:  # noqa: N803
        del selectionIndex
        self._view.clear_selection()

    # Where letters are

    def characterRect(self, offset: int) -> QRect:
        """The rectangle of a letter; at the end of the text that of a caret there."""
        point, _ = self._range(offset, offset)
        rects = self._view.span_rects(point, point + 1)
        united = rects[0]
        for rect in rects[1:]:
            united = united.united(rect)
        return self._on_screen(united)

    def offsetAtPoint(self, point: QPoint) -> int:
        """The letter at a point of the screen, or the nearest one in the view; -1 outside it."""
        viewport = self._view.viewport()
        inside = viewport.mapFromGlobal(point)
        return self.units().to_units(self._view.offset_at(inside)) if viewport.rect().contains(inside) else -1

    def scrollToSubstring(self, startIndex: int, endIndex: int) -> None:  # noqa: N803
        start, _ = self._range(startIndex, endIndex)
        self._view.ensure_visible(start)

    def _on_screen(self, rect: QRectF) -> QRect:
        box = rect.toAlignedRect()
        return QRect(self._view.viewport().mapToGlobal(box.topLeft()), box.size())


def _with_breaks(text: str, places: Sequence[int], start: int, end: int) -> str:
    """A part of the text with the characters at some places told as line feeds: as long as before."""
    pieces = []
    for place in places:
        if start <= place < end:
            pieces += [text[start:place], "\n"]
            start = place + 1
    return "".join([*pieces, text[start:end]])
