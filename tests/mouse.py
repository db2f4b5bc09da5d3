"""A mouse for tests that knows of keys held down, and meets the widget it is given and no window over it."""

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

NONE = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton


def hover(widget: QWidget, point: QPointF) -> None:
    """The pointer comes to a point of the widget, with no button down."""
    _move(widget, point, Qt.MouseButton.NoButton, NONE)


def pull(widget: QWidget, start: QPoint, end: QPoint, keys: Qt.KeyboardModifier = NONE) -> None:
    """With the left button down, the pointer goes from one point to another, with a few stops."""
    for part in (0.2, 0.5, 0.8, 1.0):
        _move(widget, QPointF(start + (end - start) * part), LEFT, keys)


def drag(widget: QWidget, start: QPoint, end: QPoint, keys: Qt.KeyboardModifier = NONE) -> None:
    """Press, pull, release."""
    QTest.mousePress(widget, LEFT, keys, start)
    pull(widget, start, end, keys)
    QTest.mouseRelease(widget, LEFT, keys, end)


def _move(widget: QWidget, point: QPointF, button: Qt.MouseButton, keys: Qt.KeyboardModifier) -> None:
    there = QPointF(widget.mapToGlobal(point))
    move = QMouseEvent(QEvent.Type.MouseMove, point, there, Qt.MouseButton.NoButton, button, keys)
    QApplication.sendEvent(widget, move)
