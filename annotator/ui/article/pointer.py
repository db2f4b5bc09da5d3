"""The mouse: a drag selects what it covers, clicks select words, sentences, paragraphs and marks.

With Ctrl, a drag adds what it covers to the selected mark, or takes it out of the mark where it is part of it.
"""

from collections.abc import Callable
from time import monotonic
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QBasicTimer, QPoint, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from annotator.text import tokens
from annotator.ui.article.selection import Caret, Selection, Touch, between, covered

if TYPE_CHECKING:
    from annotator.ui.article.growth import Growth
    from annotator.ui.article.part_preview import PartPreview
    from annotator.ui.article.selectable import SelectableArticle

DragUnit = Literal["drag", "words", "sentences", "paragraphs"]
_CLICKED: dict[int, DragUnit] = {2: "words", 3: "sentences"}

TICK = 30
"""Milliseconds between two steps of scrolling while a drag is held outside the window."""

DRAG_THRESHOLD_PX = 4
"""Pixels that make a drag of a press: fewer than the system's, because a letter may be narrow."""


class Pointer:
    """The state of the mouse in one view: the press, drag or gesture in progress."""

    def __init__(self, view: "SelectableArticle", growth: Callable[[], "Growth"]) -> None:
        """`growth` grows and shrinks the selection; made when it is first needed."""
        self._view = view
        self._growth = growth
        self._timer = QBasicTimer()
        self.cancel()

    def cancel(self) -> None:
        """Forgets what was begun: another text is on the page."""
        self._timer.stop()
        self._held = False
        self._dragging = False
        self._unit: DragUnit = "drag"
        self._exact = False
        self._preview: PartPreview | None = None
        self._first = Touch(0, 0, 0.5)
        self._pressed = self._last = QPoint()
        self._clicks = 0
        self._clicked_at = float("-inf")
        self._made: Selection | None = None

    def abandon(self) -> bool:
        """Gives up a drag that goes on, and what it selected; False if there is none."""
        if not self._held or not self._dragging:
            return False
        if self._preview is not None:
            self._preview.end()
        self.cancel()
        self._view.clear_selection()
        return True

    def press(self, event: QMouseEvent) -> None:
        """Begins a drag, goes on with a selection (Shift), or takes a sentence or paragraph (third, fourth click)."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        point = event.position().toPoint()
        # The second of two clicks comes as a double click; two that come singly are two clicks on a mark.
        self._click(point, self._clicks + 1 if self._clicks > 1 else 1)
        if self._clicks > 1:
            self._take(point, event)
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._go_on(point, event)
        else:
            self._begin(point, event, "drag")
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier and self._view.can_draw_parts():
                self._preview = self._start_preview()
            caret = self._view.caret_at(point)
            self._set(Selection(caret.offset, caret))

    def press_again(self, event: QMouseEvent) -> None:
        """Takes the word under a double click, and the paragraph under a second one."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        point = event.position().toPoint()
        self._click(point, self._clicks + 1 if self._clicks > 2 else 2)
        self._clicks = max(2, self._clicks)
        self._take(point, event)

    def move(self, event: QMouseEvent) -> None:
        """Goes on with a drag; outside the window it scrolls by itself."""
        if not self._held:
            return
        self._note(event)
        if not self._dragging:
            self._dragging = (self._last - self._pressed).manhattanLength() >= DRAG_THRESHOLD_PX
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
        elif self._preview is not None:
            self._preview.end()
            self._view.part_drawn.emit(self._preview.adds)
        self._preview = None

    def tick(self, timer: int) -> bool:
        """A step of scrolling, if the timer is ours."""
        if not self._timer.isActive() or timer != self._timer.timerId():
            return False
        beyond = self._beyond()
        self._view.scroll_pixels((1 if beyond > 0 else -1) * min(60, 4 + abs(beyond) // 3))
        self._extend()
        return True

    def _click(self, point: QPoint, count: int) -> None:
        """Counts a click: from one again if it is late, or elsewhere."""
        now = monotonic()
        soon = now - self._clicked_at < QApplication.doubleClickInterval() / 1000
        near = (point - self._pressed).manhattanLength() < 2 * QApplication.startDragDistance()
        self._clicks = count if soon and near else 1
        self._clicked_at = now

    def _begin(self, point: QPoint, event: QMouseEvent, unit: DragUnit) -> None:
        self._held, self._dragging, self._preview = True, False, None
        self._pressed = point
        self._first = self._view.touch_at(point)
        self._unit = unit
        self._note(event)

    def _note(self, event: QMouseEvent) -> None:
        self._last = event.position().toPoint()
        self._exact = self._view.letter_mode or bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)

    def _start_preview(self) -> "PartPreview":
        # Few marks have parts: no part of the first page.
        from annotator.ui.article.part_preview import PartPreview

        return PartPreview(self._view)

    def _beyond(self) -> int:
        """Pixels by which the pointer is above (negative) or below the window."""
        return min(self._last.y(), 0) or max(self._last.y() - self._view.window_height + 1, 0)

    def _take(self, point: QPoint, event: QMouseEvent) -> None:
        """Selects the unit that this many clicks mean."""
        self._begin(point, event, _CLICKED.get(self._clicks, "paragraphs"))
        self._dragging = True
        before = self._view.selection()
        start, end = self._around(self._first)
        self._set(Selection(start, Caret(end, "after" if start < end else "before")))
        if self._clicks > 2:
            self._growth().came_from(before)

    def _go_on(self, point: QPoint, event: QMouseEvent) -> None:
        """Extends the selection to a Shift+click, by the unit that it was made of."""
        unit, first, selection = self._unit, self._first, self._view.selection()
        mine = selection == self._made and unit != "drag"
        self._begin(point, event, unit if mine else "drag")
        self._first = first if mine else Touch(selection.anchor, selection.anchor, 0.0)
        self._dragging = True
        self._extend()

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
        self._set(between(self._first.start, reach))
        if self._preview is not None:
            self._preview.show(*reach)

    def _set(self, selection: Selection) -> None:
        self._made = selection
        self._view.set_selection(selection)

    def _around(self, touch: Touch) -> tuple[int, int]:
        """The word, sentence or paragraph at a touch."""
        text = self._view.page.text
        if self._unit == "words":
            return tokens.word_at(text, touch.start) or (touch.start, touch.end)
        # Not before somebody clicks three times: no part of the first page.
        from annotator.text import phrases, sentences

        if self._unit == "sentences":
            return sentences.sentence_at(text, touch.start)
        return phrases.paragraphs(text, touch.start, touch.start)
