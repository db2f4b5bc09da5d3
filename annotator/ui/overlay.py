"""A sheet over the window that any click outside it, or Escape, puts away; the focus returns where it was."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget
from shiboken6 import isValid

_HEEDED = frozenset((QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress))


class Overlay(QFrame):
    """Subclasses say where they stand (`place`), who takes the focus, and which keys they use (`key`)."""

    toggled = Signal()
    """It was opened or put away."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.over = window
        self._came_from: QWidget | None = None
        self.hide()

    def place(self) -> None:
        """Set size and position within the window; called at opening and when the window is resized."""
        raise NotImplementedError

    def key(self, event: QKeyEvent) -> bool:
        """Use a key that came to the sheet or a widget on it; False leaves it to the widget."""
        raise NotImplementedError

    def open_over(self, focus: QWidget) -> None:
        """Show the sheet and give one of its widgets the focus."""
        if not self.isVisible():
            self._came_from = QApplication.focusWidget()
            _application().installEventFilter(self)
        self.place()
        self.show()
        self.raise_()
        focus.setFocus(Qt.FocusReason.PopupFocusReason)
        self.toggled.emit()

    def dismiss(self) -> None:
        """Put the sheet away."""
        if not self.isVisible():
            return
        _application().removeEventFilter(self)
        self.hide()
        if self._came_from is not None and isValid(self._came_from):
            self._came_from.setFocus(Qt.FocusReason.PopupFocusReason)
        self._came_from = None
        self.toggled.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """While it is open, see what is typed on it, what is clicked beside it, and how the window is sized."""
        kind = event.type()
        if kind == QEvent.Type.Resize:
            if watched is self.over:
                self.place()
            return False
        # Every event of the program comes by: nothing more is asked of what others are about to lay out or to end.
        if kind not in _HEEDED or not isinstance(watched, QWidget):
            return False
        inside = watched is self or self.isAncestorOf(watched)
        if isinstance(event, QKeyEvent) and inside:
            if event.key() == Qt.Key.Key_Escape:
                self.dismiss()
                return True
            return self.key(event)
        if kind == QEvent.Type.MouseButtonPress and not inside:
            self.dismiss()
        return False


def _application() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication), "there is no sheet without a window"
    return app
