"""Windows that fit on their screen, whatever its size and scale."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget

FRAME_PX = QSize(2, 40)
"""Pixels that the system's frame takes, before it has made one."""


def room_for(window: QWidget) -> QRect:
    """Return the part of a window's screen that it may fill, without the frame that the system draws around it."""
    space = window.screen().availableGeometry()
    frame = window.frameGeometry().size() - window.geometry().size() if window.isVisible() else FRAME_PX
    return QRect(space.topLeft(), space.size() - frame)


def fit_to_screen(window: QWidget, wanted: QSize) -> None:
    """Give a window the size that it wants, or as much of it as the screen has."""
    window.resize(wanted.boundedTo(room_for(window).size()))


def keep_on_screen(window: QWidget) -> None:
    """Make a window no larger than its screen, and move it there if a part of it would be outside."""
    room = room_for(window)
    fit_to_screen(window, window.size())
    place = window.geometry()
    place.moveLeft(max(room.left(), min(place.left(), room.right() + 1 - place.width())))
    place.moveTop(max(room.top(), min(place.top(), room.bottom() + 1 - place.height())))
    if place.topLeft() != window.geometry().topLeft():
        window.move(place.topLeft())
