"""A page that stands in the article's place, such as the registry of actors."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QFrame

_BEYOND_TYPING = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)
_ERASING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class CoverPage(QFrame):
    """`closed` when the person wants the article back; no key here marks what is out of sight."""

    closed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Window)

    def event(self, event: QEvent) -> bool:
        # Letters are the labels' keys everywhere in the window, and the article that they would mark is out of sight.
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            typed = event.text().isprintable() and event.text() != ""
            if not event.modifiers() & _BEYOND_TYPING and (typed or event.key() in _ERASING):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
