"""Letters that act in one list of a pane, while the list has the focus: elsewhere they are the labels' keys."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from annotator.ui.modes import KeyTable, ModeKey, Modes


class PaneKeys(KeyTable):
    """The keys of a widget in a pane: the highest mode while the widget has the focus, and hinted at then."""

    reach = "window"

    def __init__(self, keys: Callable[[], Sequence[ModeKey]]) -> None:
        self._keys = keys

    def table(self) -> Sequence[ModeKey]:
        return self._keys()


def give_keys(
    widget: QWidget, keys: Callable[[], Sequence[ModeKey]], modes: Modes, touch: Callable[[], object]
) -> None:
    """Let a widget answer these keys while it has the focus.

    `touch` is called whenever it gets or loses the focus: the line of hints is another one then.
    """
    _Watcher(widget, PaneKeys(keys), modes, touch)


class _Watcher(QObject):
    """Reads the keys before the widget does: Qt would search its rows for letters."""

    def __init__(self, widget: QWidget, keys: PaneKeys, modes: Modes, touch: Callable[[], object]) -> None:
        super().__init__(widget)
        self._read, self._modes, self._touch = keys, modes, touch
        self._is_on = False
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        del watched
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._switch(event.type() == QEvent.Type.FocusIn)
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            if self._read.claims(event):
                event.accept()
                return True
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._read.press(event):
            event.accept()
            return True
        return False

    def _switch(self, on: bool) -> None:
        if on == self._is_on or not isValid(self._modes):
            return
        self._is_on = on
        (self._modes.push if on else self._modes.remove)(self._read)
        self._touch()
