"""The mouse: a drag selects what it covers, clicks select words, paragraphs and marks."""

from time import monotonic
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QBasicTimer, QPoint, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from annotator.text import tokens
from annotator.ui.article.selection import Caret, Selection, Touch, between, covered

if TYPE_CHECKING:
    from annotator.ui.article.view import ArticleView

Unit = Literal["drag", "words", "paragraphs"]

TICK = 30
"""Milliseconds between two steps of scrolling while a drag is held outside the window."""

FAR = 4
"""Pixels that make a drag of a press: fewer than the system's, because a letter may be narrow."""


class Pointer:
    """What the mouse is in the middle of doing in one view."""

    def __init__(self, view: "ArticleView") -> None:
        self._view = view
        self._timer = QBasicTimer()
        self.cancel()

    def cancel(self) -> None:
        """Forgets a drag that goes on."""
        self._timer.stop()
        self._held = False
        self._dragging = False
        self._unit: Unit = "drag"
        self._exact = False
        self._first = Touch(0, 0, 0.5)
        self._pressed = self._last = QPoint()
        self._doubled_at = float("-inf")

    def press(self, event: QMouseEvent) -> None:
        """Begins a drag, goes on with a selection (Shift), or takes a paragraph (third click)."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        point = event.position().toPoint()
        third = monotonic() - self._doubled_at < QApplication.doubleClickInterval() / 1000 and self._is_near(point)
        self._begin(point, event)
        if third:
            self._dragging = True
            self._take("paragraphs")
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            anchor = self._view.selection().anchor
            self._first = Touch(anchor, anchor, 0.0)
            self._dragging = True
            self._extend()
        else:
            caret = self._view.caret_at(point)
            self._view.set_selection(Selection(caret.offset, caret))

    def press_again(self, event: QMouseEvent) -> None:
        """Takes the word under a double click."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._begin(event.position().toPoint(), event)
        self._doubled_at = monotonic()
        self._dragging = True
        self._take("words")

    def move(self, event: QMouseEvent) -> None:
        """Goes on with a drag; outside the window it scrolls by itself."""
        if not self._held:
            return
        self._note(event)
        if not self._dragging:
            self._dragging = (self._last - self._pressed).manhattanLength() >= FAR
        if self._dragging:
            self._extend()
            if self._beyond():
                if not self._timer.isActive():
                    self._timer.start(TICK, self._view)
            else:
                self._timer.stop()

    def release(self, event: QMouseEvent) -> None:
        """Ends a drag; a press that went nowhere was a click."""
        if event.button() != Qt.MouseButton.LeftButton or not self._held:
            return
        self.move(event)
        self._timer.stop()
        self._held = False
        if not self._dragging:
            self._view.click_mark(self._pressed)

    def tick(self, timer: int) -> bool:
        """A step of scrolling, if the timer is ours."""
        if not self._timer.isActive() or timer != self._timer.timerId():
            return False
        beyond = self._beyond()
        self._view.scroll_pixels((1 if beyond > 0 else -1) * min(60, 4 + abs(beyond) // 3))
        self._extend()
        return True

    def _begin(self, point: QPoint, event: QMouseEvent) -> None:
        self._held, self._dragging = True, False
        self._pressed = point
        self._first = self._view.touch_at(point)
        self._unit = "drag"
        self._note(event)

    def _note(self, event: QMouseEvent) -> None:
        self._last = event.position().toPoint()
        self._exact = self._view.letter_mode or bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)

    def _is_near(self, point: QPoint) -> bool:
        return (point - self._pressed).manhattanLength() < 2 * QApplication.startDragDistance()

    def _beyond(self) -> int:
        """Pixels by which the pointer is above (negative) or below the window."""
        return min(self._last.y(), 0) or max(self._last.y() - self._view.window_height + 1, 0)

    def _take(self, unit: Unit) -> None:
        self._unit = unit
        start, end = self._around(self._first)
        self._view.set_selection(Selection(start, Caret(end, "after" if start < end else "before")))

    def _extend(self) -> None:
        """Selects what the drag covers now: what is drawn while dragging is what is stored."""
        last = self._view.touch_at(self._last)
        if self._unit == "drag":
            reach = covered(self._first, last)
            if reach[0] < reach[1] and not self._exact:
                reach = tokens.snap_to_tokens(self._view.page.text, *reach)
        else:
            (start, end), (other_start, other_end) = self._around(self._first), self._around(last)
            reach = min(start, other_start), max(end, other_end)
        self._view.set_selection(between(self._first.start, reach))

    def _around(self, touch: Touch) -> tuple[int, int]:
        """The word or the paragraph at a touch."""
        if self._unit == "paragraphs":
            paragraphs = self._view.page.paragraphs
            index = paragraphs.at(touch.start)
            return paragraphs.start(index), paragraphs.end(index)
        return tokens.word_at(self._view.page.text, touch.start) or (touch.start, touch.end)
