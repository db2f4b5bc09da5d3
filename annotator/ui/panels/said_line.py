"""A line edit for one field of the article shown: its title, publisher, author, date or link."""

from PySide6.QtCore import Signal

from annotator.text.overrides import NEUTRAL, without_overrides
from annotator.ui.text_fields import LineField


class SaidLine(LineField):
    """Edits one field. `said` carries the id of the article and the new value when the edit is committed."""

    said = Signal(str, str)

    def __init__(self, *, needed: bool = False) -> None:
        """`needed`: an empty value is not accepted; the old one is shown again."""
        super().__init__()
        self._needed = needed
        self._document_id = self._value = ""
        self.editingFinished.connect(self.finish)

    def show_value(self, document_id: str, value: str) -> None:
        """Show the stored value; an edit in progress on the same article is kept."""
        is_another = document_id != self._document_id
        if is_another:
            # An edit in progress belongs to the article that was shown before.
            self.finish()
        # A line edit obeys direction overrides, so it gets none.
        shown = without_overrides(value)
        self._document_id, self._value = document_id, shown
        if self.text() != shown and (is_another or not self.hasFocus()):
            self.setText(shown)
            self.setCursorPosition(0)

    def finish(self) -> None:
        """Commit the edit in progress."""
        if not self._document_id or self.text() == self._value:
            return
        value = " ".join(self.text().replace(NEUTRAL, "").split())
        if value or not self._needed:
            self._value = self.text()
            self.said.emit(self._document_id, value)
        else:
            self.setText(self._value)
