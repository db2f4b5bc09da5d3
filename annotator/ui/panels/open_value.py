"""The field for an attribute without a list of values: a text, a number, a link."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from annotator.domain.scheme import LONGEST_NOTE, OpenValues, may_be_written
from annotator.ui.i18n import tr
from annotator.ui.text_fields import LineField


class OpenValue(LineField):
    """A field that tells what was written once it is left or Enter is pressed; "" takes the value away.

    What the attribute does not take is marked while it is being written. Esc brings back what was there.
    """

    chosen = Signal(str)

    def __init__(self, kind: OpenValues, current: str | None) -> None:
        super().__init__()
        self._kind = kind
        self._held = current or ""
        self.setMaxLength(LONGEST_NOTE)
        self.setText(self._held)
        self.setCursorPosition(0)
        if kind != "text":
            # Digits and addresses run from left to right in every language.
            self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        hints = {"text": tr("Write a note"), "number": tr("A number"), "link": "https://"}
        self.setPlaceholderText(hints[kind])
        self.textChanged.connect(self._mark)
        self.editingFinished.connect(self._tell)

    def set_current(self, value: str | None) -> None:
        """Show this value, unless somebody is just writing another one."""
        if not self.isModified() or not self.hasFocus():
            self._held = value or ""
            self.setText(self._held)
            self.setModified(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text() != self._held:
            self.setText(self._held)
            return
        super().keyPressEvent(event)

    def _tell(self) -> None:
        text = self.text().strip()
        if text != self._held:
            self._held = text
            self.setModified(False)
            self.chosen.emit(text)

    def _mark(self, text: str) -> None:
        wrong = bool(text.strip()) and not may_be_written(self._kind, text.strip())
        self.setProperty("missing", wrong)
        self.style().polish(self)
