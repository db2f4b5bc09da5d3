"""The letters by which marks on the page are chosen: the keys under the fingers first, in the layout that is in use."""

from collections.abc import Iterable

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
        self._keys: dict[str, str] = {}
        self._owners: dict[str, str] = {}
        self._arabic = QGuiApplication.inputMethod().locale().language() == QLocale.Language.Arabic

    def note(self, event: QKeyEvent) -> None:
        """A key was pressed: the letter that it types tells the layout."""
        letter = event.text()
        if len(letter) == 1 and letter.isalpha():
            self._arabic = ARABIC.get(events.letter(event)) == letter

    def deal(self, choices: Iterable[tuple[str, str]]) -> dict[str, str]:
        """Return the key of each choice, by its id, as far as there are keys.

        A choice is an id and whom it names. The first that names somebody has the key that they had the last time,
        also where it is another mention; the others keep their own. A key is dealt anew only when none is left that
        nobody had.
        """
        dealt: dict[str, str] = {}
        met: set[str] = set()
        for span_id, name in list(choices)[: len(_KEYS)]:
            owner = span_id if name in met else name
            met.add(name)
            dealt[span_id] = self._keys.get(owner, "")
            self._owners[span_id] = owner
        for span_id, key in dealt.items():
            if not key:
                dealt[span_id] = self._free(set(dealt.values()))
                self._keys = {one: held for one, held in self._keys.items() if held != dealt[span_id]}
                self._keys[self._owners[span_id]] = dealt[span_id]
        return dealt

    def _free(self, used: set[str]) -> str:
        """The first key that nobody has, else one that is not used now."""
        held = set(self._keys.values())
        return next((key for key in _KEYS if key not in held), None) or next(key for key in _KEYS if key not in used)

    def forget(self) -> None:
        """Deal anew: another article is on the page."""
        self._keys.clear()
        self._owners.clear()

    def shown(self, key: str) -> str:
        """The letter that is shown for a key."""
        return ARABIC[key] if self._arabic else key

    @staticmethod
    def key(event: QKeyEvent) -> str | None:
        """The key that was pressed, under any layout; None if it is no letter."""
        return events.letter(event)
