"""The article view: where Arabic is read and marked.

It shows what `surface` shows, and turns mouse (`pointer`) and keyboard (`keys`) into a selection. Offsets are
code points of the text, points are in pixels of the viewport.
"""

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt, QTimerEvent, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from annotator.domain.document import Direction
from annotator.ui.article.marks import Mark
from annotator.ui.article.pointer import Pointer
from annotator.ui.article.selection import Caret, Selection
from annotator.ui.article.surface import ArticleSurface
from annotator.ui.i18n import tip, tr

if TYPE_CHECKING:
    from annotator.ui.article.growth import Growth
    from annotator.ui.article.keys import Keys

_BY_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
_GROWING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class ArticleView(ArticleSurface):
    """Shows one article and its marks; the reader selects text and marks in it."""

    selection_changed = Signal(int, int)
    mark_clicked = Signal(str)
    mark_selected = Signal(str)
    """Another mark stands out now: its id, empty for none."""
    article_shown = Signal()
    menu_requested = Signal(QPoint)
    part_drawn = Signal(bool)
    """A Ctrl+drag has selected what the selected mark should gain (True) or lose."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("article_view")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self.viewport().setMouseTracking(True)
        self.describe_marks: Callable[[Sequence[Mark]], str] = lambda marks: tip(_titles(marks))
        """What the tool tip says of the marks under the pointer, the innermost first; HTML, or plain by `tip`."""
        self.speak_marks: Callable[[Sequence[Mark]], str] = _titles
        """What a screen reader says of them."""
        self._under_pointer: list[Mark] = []
        self._letter_mode = False
        self.marks_are_fixed = False
        """Whether nobody may change the marks: then Ctrl+drag only selects."""
        self._pointer = Pointer(self)
        self._title = ""
        self._name()

    @cached_property
    def _keys(self) -> "Keys":
        # The first use of Qt's list of keys costs as much as painting a page: not before a key is pressed.
        from annotator.ui.article.keys import Keys

        return Keys(self)

    @cached_property
    def growth(self) -> "Growth":
        """Grows and shrinks the selection."""
        from annotator.ui.article.growth import Growth

        return Growth(self)

    @property
    def letter_mode(self) -> bool:
        """Return whether a drag is exact to the letter without Alt; the pointer shows it."""
        return self._letter_mode

    @letter_mode.setter
    def letter_mode(self, exact: bool) -> None:
        self._letter_mode = exact
        self.viewport().setCursor(Qt.CursorShape.CrossCursor if exact else Qt.CursorShape.IBeamCursor)

    def set_article(self, text: str, direction: Direction) -> None:
        """Shows another text from its beginning, without marks and selection."""
        super().set_article(text, direction)
        self._pointer.cancel()
        self.set_selection(Selection(0, Caret(0, "begin")))
        self.article_shown.emit()

    def set_title(self, title: str) -> None:
        """Lets a screen reader call the view by the article's title."""
        self._title = title
        self._name()

    def set_selected_mark(self, mark_id: str | None) -> None:
        """Lets one mark stand out. None, or an id that is not here, lets none."""
        before = self.selected_mark()
        super().set_selected_mark(mark_id)
        if mark_id != before:
            self.mark_selected.emit(mark_id or "")

    # Selection

    def selected_range(self) -> tuple[int, int]:
        """The selection, half-open; empty at the caret where nothing is selected."""
        return self._selection.range

    def selection(self) -> Selection:
        """The selection with its anchor and its caret."""
        return self._selection

    def select(self, start: int, end: int) -> None:
        """Selects `[start, end)`, and neither more nor less."""
        length = len(self.page.text)
        start, end = sorted((min(max(start, 0), length), min(max(end, 0), length)))
        self.set_selection(Selection(start, Caret(end, "after" if start < end else "before")))

    def clear_selection(self) -> None:
        """Leaves only the caret."""
        caret = self._selection.caret
        self.set_selection(Selection(caret.offset, caret))

    def set_selection(self, selection: Selection) -> None:
        """Selects, puts the caret, and tells those who listen."""
        before, self._selection = self._selection, selection
        if before != selection:
            for start, end in _differing(before, selection):
                self.update_range(start, end)
        if before.range != selection.range:
            self.selection_changed.emit(*selection.range)

    def click_mark(self, point: QPoint) -> None:
        """Selects the innermost mark under a point, or the next one out if that one is selected already."""
        self._choose_among(self.marks_at(point))

    def choose_mark_at_caret(self) -> bool:
        """Selects the innermost mark at the caret, or the next one out; False, and nothing changes, without any."""
        offset = self._selection.caret.offset
        at = self.page.marks.at
        here = at(offset) or (at(offset - 1) if offset else [])
        if here:
            self._choose_among(here)
        return bool(here)

    def _choose_among(self, marks: Sequence[Mark]) -> None:
        here = [mark.id for mark in marks]
        chosen = ""
        if here:
            place = here.index(self._selected_mark) + 1 if self._selected_mark in here else 0
            chosen = here[place % len(here)]
        self.set_selected_mark(chosen or None)
        self.mark_clicked.emit(chosen)

    def can_draw_parts(self) -> bool:
        """Return whether there is a selected mark on this page, and it may be changed."""
        return not self.marks_are_fixed and self.page.marks.get(self._selected_mark) is not None

    def let_go(self) -> bool:
        """Gives up a drag, or else the selection, or else the selected mark; False if there was nothing to give up."""
        start, end = self.selected_range()
        if self._pointer.abandon():
            return True
        if start < end:
            self.clear_selection()
        elif self._selected_mark is not None:
            self._choose_among([])
        else:
            return False
        return True

    def copy(self) -> None:
        """Puts the selected text on the clipboard as it is stored: line feeds, no-break spaces and all."""
        start, end = self.selected_range()
        if start < end:
            QGuiApplication.clipboard().setText(self.page.text[start:end])

    # What the reader does

    def mousePressEvent(self, event: QMouseEvent) -> None:
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
            QToolTip.showText(event.globalPos(), self.describe_marks(self.marks_at(event.pos())), self.viewport())
            return True
        if event.type() == QEvent.Type.Leave:
            self._hover(None)
        return super().viewportEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        # Whoever came by mouse knows where they are; the caret tells it anyway.
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


def _differing(before: Selection, after: Selection) -> list[tuple[int, int]]:
    """The stretches that look different: what one of the ranges has and the other has not, and both carets."""
    (start, end), (start_now, end_now) = before.range, after.range
    places = [(selection.caret.offset, selection.caret.offset) for selection in (before, after)]
    return [(min(start, start_now), max(start, start_now)), (min(end, end_now), max(end, end_now)), *places]
