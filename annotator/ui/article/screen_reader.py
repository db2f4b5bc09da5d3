"""Announcements to screen readers while the reader moves: the place of the caret, the selection, the marks it meets."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import (
    QAccessible,
    QAccessibleTextCursorEvent,
    QAccessibleTextSelectionEvent,
)

from annotator.domain.span import Range
from annotator.text.graphemes import clip
from annotator.ui.announcing import announce
from annotator.ui.article.marks import Mark
from annotator.ui.article.offsets import Utf16Map
from annotator.ui.i18n import tr

if TYPE_CHECKING:
    from annotator.ui.article.view import ArticleView

DEBOUNCE_MS = 150
"""Milliseconds without a movement after which it is told: a drag, or a key held down, is told once."""
MOST_GRAPHEMES = 200
"""Graphemes of a selection that are said."""


class Teller(QObject):
    """Listens to one view. Everything it says goes nowhere unless a screen reader listens."""

    def __init__(self, view: "ArticleView", units: Callable[[], Utf16Map]) -> None:
        super().__init__(view)
        self._view = view
        self._units = units
        self._told = ""
        self._has_sent = False
        self._selected = view.selected_range()
        self._here: list[Mark] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DEBOUNCE_MS)
        self._timer.timeout.connect(self._say)
        view.selection_changed.connect(self._moved)
        view.article_shown.connect(self._begin)
        view.mark_selected.connect(self._say_selected)

    def _begin(self) -> None:
        """Another article: what was before is no news any more."""
        self._timer.stop()
        self._selected = self._view.selected_range()
        self._here = []
        self._send_caret()

    def _moved(self) -> None:
        if QAccessible.isActive():
            self._send_caret()
            self._timer.start()

    def _send_caret(self) -> None:
        if not QAccessible.isActive():
            return
        view, units = self._view, self._units()
        start, end = map(units.to_units, view.selected_range())
        QAccessible.updateAccessibility(QAccessibleTextCursorEvent(view, units.to_units(view.selection().caret.offset)))
        if start < end or self._has_sent:
            self._has_sent = start < end
            QAccessible.updateAccessibility(QAccessibleTextSelectionEvent(view, start, end))

    def _say(self) -> None:
        """The selection, where it changed, and the marks that the caret came into or went out of."""
        view = self._view
        before, self._selected = self._selected, view.selected_range()
        left, self._here = self._here, view.page.marks.at(view.selection().caret.offset)
        parts = [selection_words(view.page.text, before, self._selected), self._mark_words(left)]
        announce(view, ". ".join(filter(None, parts)))

    def _mark_words(self, left: Sequence[Mark]) -> str:
        before, now = {mark.id for mark in left}, {mark.id for mark in self._here}
        entered = [mark for mark in self._here if mark.id not in before and mark.id != self._told]
        self._told = ""
        if entered:
            return self._view.speak_marks(entered)
        gone = [mark.title for mark in left if mark.id not in now]
        return tr("End of: {labels}", labels=gone) if gone else ""

    def _say_selected(self, mark_id: str) -> None:
        """The mark that was chosen elsewhere: by a key, in the list, in the inspector."""
        mark = self._view.page.marks.get(mark_id)
        if mark is not None:
            self._told = mark_id
            text = " ".join(self._view.page.text[start:end] for start, end in mark.parts)
            words = self._view.speak_marks([mark])
            announce(self._view, tr("{mark}: {quote}", mark=words, quote=_flat(text)))


def selection_words(text: str, before: Range, now: Range) -> str:
    """Return the change of a selection as screen readers say it: what was added, what was given up, or all of it."""
    (start, end), (start_now, end_now) = before, now
    if before == now:
        return ""
    if start_now == end_now:
        return tr("Nothing selected") if start < end else ""
    if start < end and (start == start_now or end == end_now):
        grown = end_now - start_now > end - start
        first, last = (start_now, start) if end == end_now else (end, end_now)
        changed = _flat(text[min(first, last) : max(first, last)])
        return tr("Selected: {quote}", quote=changed) if grown else tr("No longer selected: {quote}", quote=changed)
    return tr("Selected: {quote}", quote=_flat(text[start_now:end_now]))


def _flat(text: str) -> str:
    return clip(" ".join(text.split()), MOST_GRAPHEMES)
