"""The modes of a window: a stack, each with a table of its keys, of which the line of hints at the foot is made.

Reading and marking is what always goes on. A question that is open, a proposal, a suggestion that is asked about, a
room, focus mode: each is a mode above it, and the highest that knows a key answers it, whenever each was made.
"""

from abc import abstractmethod
from collections.abc import Callable, Iterator, Sequence
from typing import Literal, Protocol

import msgspec
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence

from annotator.ui.actions import ActionRegistry
from annotator.ui.article.view import ArticleView
from annotator.ui.context import Context
from annotator.ui.keyboard.dispatch import combination

ENTER = ("Return", "Enter")
"""Both keys that are called Enter."""
BETWEEN = "   ·   "
"""The sign between two hints."""

Reach = Literal["article", "window", "own"]
"""The keys that a mode reads: those that come to the article; those that nothing inside the window used; none, because
a widget of its own or the actions read them."""
ModeAct = Callable[[], object]
"""The meaning of a key. If it returns False, the key was of no use and goes on."""


class Mode(Protocol):
    """Keys that mean something for a while."""

    def claims(self, event: QKeyEvent) -> bool:
        """Return whether a key is this mode's, so that no shortcut may have it."""

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key means; False, and nothing is done, if it means nothing."""

    def hint(self) -> str | None:
        """Return what the keys do now, in the window's language; None while they mean nothing."""


class ModeKey(msgspec.Struct, frozen=True):
    """A line of a mode's table.

    `keys` are portable sequences that mean the same ("Return", "Ctrl+Return", "N"); letters and digits follow the place
    of the key. `run` is None where an action of the window has the keys. `says` is the hint, or a function that returns
    it where that takes long; it names the key as a field ("{Enter} takes it"). A line without words is not hinted at.
    """

    keys: tuple[str, ...]
    run: ModeAct | None = None
    says: str | Callable[[], str] = ""


class KeyTable:
    """A mode that is a table of keys; the table is asked at every key, and is empty while the mode is off."""

    reach: Reach = "article"
    goes_on = False
    """The hints of the mode below are shown as well."""

    @abstractmethod
    def table(self) -> Sequence[ModeKey]:
        """Return the keys that mean something now, in the order of the hints."""

    def lead(self) -> str:
        """Return the words before the hints, such as the question that the keys answer."""
        return ""

    def other(self, event: QKeyEvent) -> ModeAct | None:
        """Return the meaning of a key that no table can list, such as a letter shown on the page."""
        del event
        return None

    def claims(self, event: QKeyEvent) -> bool:
        """Return whether the table, or what it cannot list, has this key."""
        return self._deed(event) is not None

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key means; False if it means nothing, or was of no use."""
        deed = self._deed(event)
        return deed is not None and deed() is not False

    def hint(self) -> str | None:
        """Return the words of the table; None while there are none."""
        said = (line.says if isinstance(line.says, str) else line.says() for line in self.table())
        words = BETWEEN.join(filter(None, said))
        return "   ".join(filter(None, (self.lead(), words))) or None

    def _deed(self, event: QKeyEvent) -> ModeAct | None:
        # The first use of Qt's list of keys costs as much as painting a page: not before a key is pressed.
        from annotator.ui.keyboard.events import combinations

        pressed = set(combinations(event))
        lines = (line for line in self.table() if line.run is not None and not pressed.isdisjoint(_codes(line)))
        return next((line.run for line in lines), None) or self.other(event)


def _codes(line: ModeKey) -> set[int]:
    return {combination(QKeySequence(key)).toCombined() for key in line.keys}


class Modes(QObject):
    """The stack of one window's modes."""

    def __init__(self, article: ArticleView, registry: ActionRegistry) -> None:
        super().__init__(article)
        self._article, self._registry = article, registry
        self._stack: list[Mode] = []
        self._ground: list[Mode] = []
        self._watches = False

    def push(self, mode: Mode) -> None:
        """Put a mode above all others."""
        self._stack.append(mode)
        self._watch()

    def push_below(self, mode: Mode) -> None:
        """Put a mode below all that were pushed: it answers what they leave."""
        self._stack.insert(0, mode)
        self._watch()

    def found(self, mode: Mode) -> None:
        """Put a mode below all others, for as long as the window is open."""
        self._ground.append(mode)

    def remove(self, mode: Mode) -> None:
        """Take a mode away that was pushed, wherever it stands."""
        self._stack.remove(mode)

    def __iter__(self) -> Iterator[Mode]:
        yield from self._stack[::-1]
        yield from self._ground

    def hint(self, now: Context) -> str:
        """Return the hints of the highest mode that has any, after those of modes that let others speak too.

        Where no article takes marks, only modes of the window speak.
        """
        speaking = [mode for mode in self if now.can_mark or _reach(mode) == "window"]
        beside = [mode.hint() for mode in speaking if _goes_on(mode)]
        highest = next((words for mode in speaking if not _goes_on(mode) and (words := mode.hint())), None)
        return BETWEEN.join(filter(None, [*beside, highest]))

    def press_far(self, event: QKeyEvent) -> bool:
        """Offer a key that nothing inside the window used to the modes of the window; False if it means nothing."""
        with self._registry.turn():
            return any(mode.press(event) for mode in self if _reach(mode) == "window")

    def _watch(self) -> None:
        """Hear of the article's keys, from the first mode on that reads them."""
        if not self._watches:
            self._watches = True
            self._article.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self._article or not isinstance(event, QKeyEvent):
            return False
        modes = [mode for mode in self if _reach(mode) == "article"]
        if event.type() == QEvent.Type.ShortcutOverride and any(mode.claims(event) for mode in modes):
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress:
            with self._registry.turn():
                return any(mode.press(event) for mode in modes) and _used(event)
        return False


def _reach(mode: Mode) -> Reach:
    return mode.reach if isinstance(mode, KeyTable) else "article"


def _goes_on(mode: Mode) -> bool:
    return isinstance(mode, KeyTable) and mode.goes_on


def _used(event: QKeyEvent) -> bool:
    """Accept the event, which may come ignored: Qt offers a key that nobody accepts to the widgets further out."""
    event.accept()
    return True
