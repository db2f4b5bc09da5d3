"""The article view: where Arabic is read and marked.

It shows what `surface` shows, and turns mouse (`pointer`) and keyboard (`keys`) into a selection. Offsets are
code points of the text, points are in pixels of the viewport.
"""

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QTimerEvent, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from annotator.domain.document import Direction
from annotator.ui.article.marks import Mark
from annotator.ui.article.selectable import SelectableArticle
from annotator.ui.article.selection import Caret, Selection
from annotator.ui.i18n import tip, tr

if TYPE_CHECKING:
    from annotator.ui.article.growth import Growth
    from annotator.ui.article.keys import Keys
    from annotator.ui.article.pointer import Pointer
    from annotator.ui.article.signs import Sign, Signs

_BY_KEYBOARD = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
_GROWING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class ArticleView(SelectableArticle):
    """Shows one article and its marks; the reader selects text and marks in it."""

    article_shown = Signal()
    menu_requested = Signal(QPoint)
    sign_clicked = Signal(str)
    """A sign in the margin was clicked: its id."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("article_view")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self.viewport().setMouseTracking(True)
        self.describe_marks: Callable[[Sequence[Mark]], str] = lambda marks: tip(_titles(marks))
        """Return the tool tip for the marks under the pointer, the innermost first; HTML, or plain by `tip`."""
        self.speak_marks: Callable[[Sequence[Mark]], str] = _titles
        """Return the words of a screen reader for these marks."""
        self._under_pointer: list[Mark] = []
        self._layers: dict[str, Sequence[Sign]] = {}
        self._signs: Signs | None = None
        self._title = ""
        self._name()

    @cached_property
    def _keys(self) -> "Keys":
        # The first use of Qt's list of keys costs as much as painting a page: not before a key is pressed.
        from annotator.ui.article.keys import Keys

        return Keys(self)

    @cached_property
    def _pointer(self) -> "Pointer":
        # It knows words and letters, which are looked for where somebody points: not before that.
        from annotator.ui.article.pointer import Pointer

        return Pointer(self, lambda: self.growth)

    @cached_property
    def growth(self) -> "Growth":
        """Grows and shrinks the selection."""
        from annotator.ui.article.growth import Growth

        return Growth(self)

    def set_article(self, text: str, direction: Direction) -> None:
        """Shows another text from its beginning, without marks and selection."""
        super().set_article(text, direction)
        self._layers, self._signs = {}, None
        if "_pointer" in vars(self):
            self._pointer.cancel()
        self.set_selection(Selection(0, Caret(0, "begin")))
        self.article_shown.emit()

    def set_signs(self, layer: str, signs: "Sequence[Sign]") -> None:
        """Shows exactly these signs of a layer in the margin, beside those of others, until another text is shown."""
        from annotator.ui.article.signs import Signs

        if signs or self._layers.get(layer):
            self._layers[layer] = signs
            every = [sign for some in self._layers.values() for sign in some]
            self._signs = Signs(every, self._colors.ink) if every else None
            self.viewport().update()

    def signs_at(self, point: QPoint) -> "list[Sign]":
        """The signs under a point."""
        return [] if self._signs is None else self._signs.at(self, point)

    def _paint(self, painter: QPainter, stale: QRect) -> None:
        super()._paint(painter, stale)
        if self._signs is not None:
            self._signs.paint(painter, self, self.font())

    def set_title(self, title: str) -> None:
        """Lets a screen reader call the view by the article's title."""
        self._title = title
        self._name()

    def click_mark(self, point: QPoint) -> None:
        """Selects the mark under a point; a click on what is proposed for the selected one leaves that as it is."""
        overlay = self.overlay
        if overlay is None or not overlay.proposes_at(self, point.x(), point.y()) or self.marks_at(point):
            super().click_mark(point)

    def let_go(self) -> bool:
        """Gives up a drag, or else the selection, or else the selected mark; False if there was nothing to give up."""
        return ("_pointer" in vars(self) and self._pointer.abandon()) or super().let_go()

    # What the reader does

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.shows_focus = False
        signs = self.signs_at(event.position().toPoint())
        if signs and event.button() == Qt.MouseButton.LeftButton:
            self.sign_clicked.emit(signs[0].id)
        else:
            self._pointer.press(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._pointer.press_again(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointer.move(event)
        if event.buttons() == Qt.MouseButton.NoButton:
            self._hover(event.position().toPoint())

    def _hover(self, point: QPoint | None) -> None:
        """Lets the innermost mark under the pointer stand out; a tool tip about others goes."""
        here = self.marks_at(point) if point is not None else []
        if here != self._under_pointer:
            self._under_pointer = here
            self.set_hovered_mark(here[0] if here else None)
            QToolTip.hideText()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pointer.release(event)

    def timerEvent(self, event: QTimerEvent) -> None:
        if not self._pointer.tick(event.timerId()):
            super().timerEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # What is not ours goes on to the window, whose shortcuts set the marks.
        event.setAccepted(self._keys.press(event))

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & _GROWING == _GROWING:
            self.growth.turn(event)
            event.accept()
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            turned = event.angleDelta().y()
            self.set_text_size(self.text_size() + (turned > 0) - (turned < 0), event.position().toPoint())
            event.accept()
        else:
            super().wheelEvent(event)
            self._hover(event.position().toPoint())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            self._choose_for_menu(event.pos())
            self.menu_requested.emit(event.globalPos())
        else:
            corner = self.caret_rect().bottomLeft().toPoint()
            self.menu_requested.emit(self.viewport().mapToGlobal(corner))

    def _choose_for_menu(self, point: QPoint) -> None:
        """A menu is about what it was opened on: the selection, or else the mark under the pointer."""
        start, end = self.selected_range()
        here = [mark.id for mark in self.marks_at(point)]
        inside = start < end and start <= self.offset_at(point) < end
        if here and not inside and self._selected_mark not in here:
            self.click_mark(point)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            signs = self.signs_at(event.pos())
            told = "\n".join(sign.title for sign in signs)
            shown = tip(told) if told else self.describe_marks(self.marks_at(event.pos()))
            QToolTip.showText(event.globalPos(), shown, self.viewport())
            return True
        if event.type() == QEvent.Type.Leave:
            self._hover(None)
        return super().viewportEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        # Whoever came back by mouse or by Escape knows where they are; the caret tells it anyway.
        self.shows_focus = event.reason() in _BY_KEYBOARD
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._name()

    def _name(self) -> None:
        self.setAccessibleName(tr("Article: {title}", title=self._title) if self._title else tr("Article"))


def _titles(marks: Sequence[Mark]) -> str:
    return "\n".join(mark.title for mark in marks)
