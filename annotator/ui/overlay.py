"""A sheet over the window that any click outside it, or Escape, puts away; the focus returns where it was."""

from abc import abstractmethod

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget
from shiboken6 import isValid


class Overlay(QFrame):
    """Subclasses say where they stand (`place`), who takes the focus, and which keys they use (`key`).

    While it is open it watches three objects: the window for its size, the window's handle, where each press of the
    mouse comes by, and the widget that has the focus. Never the application: a filter there is Python between Qt and
    every object of the program, also one that is about to end.
    """

    toggled = Signal()
    """It was opened or put away."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.over = window
        self._came_from: QWidget | None = None
        self._focus: QWidget | None = None
        self._watched: list[QObject] = []
        self.hide()

    @abstractmethod
    def place(self) -> None:
        """Set size and position within the window; called at opening and when the window is resized."""

    @abstractmethod
    def key(self, event: QKeyEvent) -> bool:
        """Use a key that came to the widget with the focus; False leaves it to the widget."""

    def open_over(self, focus: QWidget) -> None:
        """Show the sheet and give one of its widgets the focus; the others on it must take none."""
        if not self.isVisible():
            self._came_from = QApplication.focusWidget()
            self._focus = focus
            self._watch(self.over, self.window().windowHandle(), focus)
        self.place()
        self.show()
        self.raise_()
        focus.setFocus(Qt.FocusReason.PopupFocusReason)
        self.toggled.emit()

    def dismiss(self) -> None:
        """Put the sheet away."""
        if not self.isVisible():
            return
        self._watch()
        self.hide()
        if self._came_from is not None and isValid(self._came_from):
            self._came_from.setFocus(Qt.FocusReason.PopupFocusReason)
        self._came_from = None
        self.toggled.emit()

    def _watch(self, *objects: QObject | None) -> None:
        for watched in filter(isValid, self._watched):
            watched.removeEventFilter(self)
        self._watched = [watched for watched in objects if watched is not None]
        for watched in self._watched:
            watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """While it is open, see what is typed on it, what is clicked beside it, and how the window is sized."""
        kind = event.type()
        if watched is self._focus:
            return kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._press(event)
        if watched is self.over:
            if kind == QEvent.Type.Resize:
                self.place()
        elif kind == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent) and not self._is_on(event):
            self.dismiss()
        return False

    def _press(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        elif not self.key(event):
            return False
        # It may come ignored, and what nobody accepts Qt offers to the widgets further out.
        event.accept()
        return True

    def _is_on(self, event: QMouseEvent) -> bool:
        return self.rect().contains(self.mapFromGlobal(event.globalPosition().toPoint()))
