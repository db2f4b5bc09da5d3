"""A sheet over the window that any click outside it, or Escape, puts away; the focus returns where it was."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget
from shiboken6 import isValid


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
        if not isinstance(watched, QWidget):
            return False
        inside = watched is self or self.isAncestorOf(watched)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and inside:
            if event.key() == Qt.Key.Key_Escape:
                self.dismiss()
                return True
            return self.key(event)
        if event.type() == QEvent.Type.MouseButtonPress and not inside:
            self.dismiss()
        elif event.type() == QEvent.Type.Resize and watched is self.over:
            self.place()
        return False


def _application() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication), "there is no sheet without a window"
    return app
