"""The letters by which marks on the page are chosen: the keys under the fingers first, in the layout that is in use."""

from PySide6.QtCore import QLocale
from PySide6.QtGui import QGuiApplication, QKeyEvent

from annotator.ui.keyboard import events
from annotator.ui.keyboard.places import ARABIC

_KEYS = "FJDKSLAGHRUEIWOPTYVNCMXZQ"
"""Nearest to the fingers first. Not B: on the Arabic layout it types two letters."""


class HintLetters:
    """Knows which layout was typed with last, and says which letter stands for which place.

    Arabic letters are shown where the layout puts them where the Arabic (101) layout does; the Latin letter,
    which is printed on the keys too, for all others.
    """

    def __init__(self) -> None:
        self._arabic = QGuiApplication.inputMethod().locale().language() == QLocale.Language.Arabic

    def note(self, event: QKeyEvent) -> None:
        """A key was pressed: the letter that it types tells the layout."""
        letter = event.text()
        if len(letter) == 1 and letter.isalpha():
            self._arabic = ARABIC.get(events.letter(event)) == letter

    def shown(self, count: int) -> list[str]:
        """The letters of the first `count` places, as far as there are letters."""
        return [ARABIC[key] if self._arabic else key for key in _KEYS[:count]]

    @staticmethod
    def place(event: QKeyEvent) -> int:
        """The place that a key stands for, under any layout; -1 if it stands for none."""
        letter = events.letter(event)
        return _KEYS.find(letter) if letter else -1
