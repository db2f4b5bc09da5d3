"""Work in small steps: what is short is done at once, what is long lets the window answer in between."""

from collections.abc import Iterator
from time import sleep

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from annotator.ui.slices import UNNOTICED_S, Slices


def steps(count: int, told: list[str], seconds: float = 0.0) -> Iterator[int]:
    for number in range(count):
        sleep(seconds)
        told.append(f"step {number}")
        yield number


@pytest.mark.usefixtures("qapp")
def test_short_work_is_done_at_once() -> None:
    told: list[str] = []
    work = Slices(steps(3, told), lambda: told.append("done"), QObject())
    assert told == ["step 0", "step 1", "step 2", "done"] and work.is_over


def test_long_work_lets_others_go_between_and_is_done_once(qtbot: QtBot) -> None:
    told: list[str] = []
    over = QObject()
    work = Slices(steps(3, told, UNNOTICED_S * 1.2), lambda: told.append("done"), over)
    QTimer.singleShot(0, lambda: told.append("somebody else"))
    assert told == ["step 0"] and not work.is_over
    qtbot.waitUntil(lambda: "done" in told)
    assert told.index("somebody else") < told.index("step 2") and told.count("done") == 1


def test_cancelled_work_takes_no_further_step(qtbot: QtBot) -> None:
    told: list[str] = []
    over = QObject()
    work = Slices(steps(3, told, UNNOTICED_S * 1.2), lambda: told.append("done"), over)
    work.cancel()
    work.cancel()
    qtbot.wait(5)
    assert told == ["step 0"] and work.is_over
