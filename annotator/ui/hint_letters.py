"""The letters by which marks on the page are chosen: the keys under the fingers first, in the layout that is in use."""

from PySide6.QtCore import QLocale
from PySide6.QtGui import QGuiApplication, QKeyEvent

from annotator.ui.actions import other_layout

_KEYS = "FJDKSLAGHRUEIWOPTYVNCMXZQ"
"""Nearest to the fingers first. Not B: on the Arabic layout it types two letters."""


class HintLetters:
    """Knows which layout was typed with last, and says which letter stands for which place."""

    def __init__(self) -> None:
        self._arabic = QGuiApplication.inputMethod().locale().language() == QLocale.Language.Arabic

    def note(self, event: QKeyEvent) -> None:
        """A key was pressed: the letter that it types tells the layout."""
        letter = event.text()
        if len(letter) == 1 and letter.isalpha():
            self._arabic = not letter.isascii()

    def shown(self, count: int) -> list[str]:
        """The letters of the first `count` places, as far as there are letters."""
        return [other_layout(key) or key if self._arabic else key for key in _KEYS[:count]]

    @staticmethod
    def place(event: QKeyEvent) -> int:
        """The place that a key stands for, in either layout; -1 if it stands for none."""
        typed = event.text().upper() or (chr(event.key()) if event.key() < 0x10000 else "")
        if len(typed) != 1:
            return -1
        latin = typed if typed.isascii() else other_layout(typed)
        return _KEYS.find(latin) if latin else -1
