"""Runs the actions of a window by their keys. Qt's own shortcuts follow letters; these follow places."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QKeyCombination, QObject, QTimer
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

Find = Callable[[int], QAction | None]
"""Return the action that has this combined key and modifiers."""


class KeyDispatcher(QObject):
    """Hears of each key that no widget of a window claims for itself, and runs the action that has it.

    A widget claims a key by accepting its ShortcutOverride, as text fields do with what they type. What nobody
    claimed reaches the window; the press that follows is then the action's and reaches no widget.
    """

    def __init__(self, window: QWidget, find: Find) -> None:
        super().__init__(window)
        self._window, self._find = window, find
        self._due: tuple[QAction, int, int] | None = None
        self._awaiting: list[QObject] = []
        """The objects at which the press of the claimed key is expected."""
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            return watched is self._window and isinstance(event, QKeyEvent) and self._claim(event)
        if event.type() == QEvent.Type.KeyPress and self._due is not None and isinstance(event, QKeyEvent):
            return self._run(event)
        return False

    def _claim(self, event: QKeyEvent) -> bool:
        # The first use of Qt's list of keys costs as much as painting a page: not before a key is pressed.
        from annotator.ui.keyboard.events import combinations

        action = next(filter(None, map(self._find, combinations(event))), None)
        if action is None or not action.isEnabled():
            return False
        event.accept()
        self._due = action, event.nativeScanCode(), event.key()
        self._await_press()
        QTimer.singleShot(0, self, self._forget)
        return True

    def _run(self, event: QKeyEvent) -> bool:
        action, code, key = self._due or (None, 0, 0)
        self._forget()
        if action is None or event.nativeScanCode() != code or (not code and event.key() != key):
            return False
        event.accept()
        action.trigger()
        return True

    def _await_press(self) -> None:
        """Watch for the press, which follows at once: at the window's handle, and at the widget that it goes to.

        A press that comes past the handle, from an input method or from a program, reaches the widget alone.
        """
        self._stop_awaiting()
        receiver = QWidget.keyboardGrabber() or self._window.focusWidget()
        places = self._window.window().windowHandle(), receiver
        self._awaiting = [place for place in places if place is not None and place is not self._window]
        for place in self._awaiting:
            place.installEventFilter(self)

    def _stop_awaiting(self) -> None:
        for place in filter(isValid, self._awaiting):
            place.removeEventFilter(self)
        self._awaiting = []

    def _forget(self) -> None:
        self._due = None
        self._stop_awaiting()


def combination(sequence: QKeySequence) -> QKeyCombination:
    """Return the first key of a sequence, with its modifiers."""
    first: QKeyCombination = sequence[0]  # type: ignore[index]  # which the stubs leave out
    return first
