"""A field for the letter of a label: a key of the keyboard, whichever layout is on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from annotator.ui.keyboard import events
from annotator.ui.keyboard.places import place_of_arabic
from annotator.ui.text_fields import LineField

_WIDTH_PX = 60


class LetterBox(LineField):
    """Shows one letter from A to Z, or nothing."""

    chosen = Signal(str)
    """Another letter was pressed or pasted; empty if the field was emptied."""

    def __init__(self, letter: str) -> None:
        super().__init__(letter)
        self.setMaxLength(1)
        self.setFixedWidth(_WIDTH_PX)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.textEdited.connect(self._take)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        letter = events.letter(event)
        if letter and event.text().isprintable() and not event.modifiers() & events.COMMANDING:
            self._take(letter)
        else:
            super().keyPressEvent(event)

    def _take(self, text: str) -> None:
        letter = text.upper() if text.isascii() else place_of_arabic(text) or text
        self.setText(letter)
        self.chosen.emit(letter)
