"""A field of several lines in the form of an entry, which tells when somebody is done with it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent

from annotator.ui.following_size import follow_size
from annotator.ui.text_fields import PageField

LINES = 3
"""Lines of a field of several lines that are seen at once."""


class Lines(PageField):
    """A field of several lines; `finished` when somebody changed it and goes elsewhere."""

    finished = Signal()

    def __init__(self, name: str) -> None:
        super().__init__(name)
        follow_size(self, lines=LINES * 1.55, more_px=16)

    def show_text(self, text: str) -> None:
        """Show this, unless somebody is writing something else here."""
        if text != self.toPlainText() and not self.document().isModified():
            self.setPlainText(text)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.finish()

    def finish(self) -> None:
        """Commit the edit in progress."""
        if self.document().isModified():
            self.document().setModified(False)
            self.finished.emit()
