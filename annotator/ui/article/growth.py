"""Growing a selection unit by unit, and shrinking it back the way it came."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QWheelEvent

from annotator.text import phrases
from annotator.ui.article.selection import Caret, Selection

if TYPE_CHECKING:
    from annotator.ui.article.selectable import SelectableArticle

NOTCH = 120
"""Wheel units of one notch; fine wheels and touch pads send fractions of it."""


class Growth:
    """The selections that the one of a view grew out of."""

    def __init__(self, view: "SelectableArticle") -> None:
        self._view = view
        self._trail: list[tuple[tuple[int, int], Selection]] = []
        self._turned = 0

    def grow(self) -> None:
        """Selects the next larger unit around the selection or the caret."""
        before = self._view.selection()
        start, end = phrases.grow(self._view.page.text, *before.range)
        if (start, end) != before.range:
            self._view.set_selection(Selection(start, Caret(end, "after")))
            self.came_from(before)

    def shrink(self) -> None:
        """Goes back to what the selection grew out of; else to the largest unit inside it."""
        view, now = self._view, self._view.selection()
        if self._trail and self._trail[-1][0] == now.range:
            view.set_selection(self._trail.pop()[1])
            return
        self._trail.clear()
        start, end = phrases.shrink(view.page.text, *now.range)
        view.set_selection(Selection(start, Caret(end, "after" if start < end else "before")))

    def came_from(self, before: Selection) -> None:
        """Remembers that the selection there is now grew out of this one."""
        if self._trail and self._trail[-1][0] != before.range:
            self._trail.clear()
        self._trail.append((self._view.selected_range(), before))

    def turn(self, event: QWheelEvent) -> None:
        """Ctrl+Alt+wheel: away grows around the pointer, towards shrinks."""
        view, point = self._view, event.position().toPoint()
        # With Alt, some systems turn the wheel on its side.
        self._turned += event.angleDelta().y() or event.angleDelta().x()
        while abs(self._turned) >= NOTCH:
            grows = self._turned > 0
            self._turned -= NOTCH if grows else -NOTCH
            start, end = view.selected_range()
            offset = view.offset_at(point)
            if grows and not start <= offset < end:
                view.set_selection(Selection(offset, Caret(offset)))
            (self.grow if grows else self.shrink)()
