"""The selection in an article: a stretch of its text, and one of its marks. Offsets are code points."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from annotator.ui.article.marks import Mark
from annotator.ui.article.selection import Caret, Selection
from annotator.ui.article.surface import ArticleSurface


class SelectableArticle(ArticleSurface):
    """Shows one article and holds what is selected in it."""

    selection_changed = Signal(int, int)
    mark_clicked = Signal(str)
    mark_selected = Signal(str)
    """Another mark stands out now: its id, empty for none."""
    part_drawn = Signal(bool)
    """A Ctrl+drag has selected what the selected mark should gain (True) or lose."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._letter_mode = False
        self.marks_are_fixed = False
        """True if the marks are read-only: then Ctrl+drag only selects."""

    @property
    def letter_mode(self) -> bool:
        """Return whether a drag is exact to the letter without Alt; the pointer shows it."""
        return self._letter_mode

    @letter_mode.setter
    def letter_mode(self, exact: bool) -> None:
        self._letter_mode = exact
        self.viewport().setCursor(Qt.CursorShape.CrossCursor if exact else Qt.CursorShape.IBeamCursor)

    def set_selected_mark(self, mark_id: str | None) -> None:
        """Lets one mark stand out. None, or an id that is not here, lets none."""
        before = self.selected_mark()
        super().set_selected_mark(mark_id)
        if mark_id != before:
            self.mark_selected.emit(mark_id or "")

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
        """Gives up the selection, or else the selected mark; False if there was nothing to give up."""
        start, end = self.selected_range()
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


def _differing(before: Selection, after: Selection) -> list[tuple[int, int]]:
    """The stretches that look different: what one of the ranges has and the other has not, and both carets."""
    (start, end), (start_now, end_now) = before.range, after.range
    places = [(selection.caret.offset, selection.caret.offset) for selection in (before, after)]
    return [(min(start, start_now), max(start, start_now)), (min(end, end_now), max(end, end_now)), *places]
