"""The size of the whole interface: its type, and the lengths that go with the type."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication

from annotator.ui.settings import INTERFACE_SIZE

SIZES = (80, 90, 100, 110, 125, 150, 175, 200)
"""Percent of the usual size."""
LEAST_ROOM = QSize(700, 460)
"""Pixels of a screen, at the usual size, below which the window would not fit on it."""


class _State:
    percent = 100


def chosen() -> int:
    """Return the size that the person chose, whatever the screen allows."""
    stored = INTERFACE_SIZE.get()
    return min(SIZES, key=lambda one: abs(one - stored))


def fitting(percent: int, room: QSize) -> int:
    """Return the largest of the sizes up to `percent` at which the window fits into so much room, else the smallest."""
    most = 100 * min(room.width() / LEAST_ROOM.width(), room.height() / LEAST_ROOM.height())
    return next((one for one in reversed(SIZES) if one <= min(percent, most)), SIZES[0])


def screen_room() -> QSize:
    """Return the part of the screen that windows may fill, in device-independent pixels."""
    screen = QGuiApplication.primaryScreen()
    return screen.availableGeometry().size() if screen is not None else LEAST_ROOM


def settle() -> float:
    """Take the size that was chosen, as far as the screen has room for it; return the factor."""
    _State.percent = fitting(chosen(), screen_room())
    return factor()


def shown() -> int:
    """Return the percent that the interface is shown in now."""
    return _State.percent


def factor() -> float:
    """Return how many times the usual size the interface has."""
    return _State.percent / 100


def px(length: float) -> int:
    """Return a length in pixels that was drawn for the usual size, in the size of now."""
    return round(length * factor())
