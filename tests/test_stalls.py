"""The watchdog tells of a loop that stands still, with the place, and of no other."""

import time

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from tests.stalls import EventLoop


def stand_still() -> None:
    time.sleep(0.4)


def test_a_stall_fails_with_where_it_was(qapp: QApplication) -> None:
    assert qapp is not None
    loop = EventLoop()
    QTimer.singleShot(20, stand_still)
    told = r"stood still for 0\.[2345](.|\n)*in stand_still"
    with pytest.raises(AssertionError, match=told), loop.never_stalls(0.15):
        loop.run(0.1)


def test_a_loop_that_turns_does_not_fail(qapp: QApplication) -> None:
    assert qapp is not None
    with EventLoop().never_stalls(0.2) as loop:
        loop.run(0.3)
