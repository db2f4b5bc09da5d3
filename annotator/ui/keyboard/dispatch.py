"""Runs the actions of a window by their keys. Qt's own shortcuts follow letters; these follow places."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QWidget

from annotator.ui.keyboard.events import combinations

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
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            return watched is self._window and isinstance(event, QKeyEvent) and self._claim(event)
        if event.type() == QEvent.Type.KeyPress and self._due is not None and isinstance(event, QKeyEvent):
            return self._run(event)
        return False

    def _claim(self, event: QKeyEvent) -> bool:
        action = next(filter(None, map(self._find, combinations(event))), None)
        if action is None or not action.isEnabled():
            return False
        event.accept()
        self._due = action, event.nativeScanCode(), event.key()
        # Only from here to the press, which follows at once: a filter of the application hears of every event.
        _application().installEventFilter(self)
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

    def _forget(self) -> None:
        if self._due is not None:
            self._due = None
            _application().removeEventFilter(self)


def _application() -> QCoreApplication:
    app = QCoreApplication.instance()
    assert app is not None, "there are no keys without an application"
    return app
