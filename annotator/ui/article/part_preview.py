"""The selected mark as it would be: drawn while a Ctrl+drag goes on, so that what is seen is what will be stored."""

from typing import TYPE_CHECKING

from msgspec.structs import replace

from annotator.text import parts

if TYPE_CHECKING:
    from annotator.ui.article.marks import Mark
    from annotator.ui.article.selectable import SelectableArticle


class PartPreview:
    """Draws one mark of a view with other parts, until it is told to end."""

    def __init__(self, view: "SelectableArticle") -> None:
        self._view = view
        self._mark = view.page.marks.get(view.selected_mark())
        self._shown = self._mark
        self.adds = True
        """True if the last drawn stretch adds to the mark, False if it takes from it."""

    def show(self, start: int, end: int) -> None:
        """Draws the mark with `[start, end)`, or without it where the mark holds it already."""
        if self._mark is None:
            return
        self.adds = not parts.covers(self._mark.parts, start, end)
        change = parts.joined if self.adds else parts.without
        changed = change(self._view.page.text, self._mark.parts, start, end) if start < end else self._mark.parts
        # A mark of nothing is never stored.
        self._draw(replace(self._mark, parts=changed or self._mark.parts))

    def end(self) -> None:
        """Draws the mark as it is."""
        if self._mark is not None:
            self._draw(self._mark)

    def _draw(self, mark: "Mark") -> None:
        marks = self._view.page.marks
        # Somebody else's change to the mark meanwhile is newer than ours.
        if mark == self._shown or marks.get(mark.id) != self._shown:
            return
        self._shown = mark
        self._view.set_marks([mark if item.id == mark.id else item for item in marks])
