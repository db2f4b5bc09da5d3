"""Long work runs beside the window, tells how far it is, can be stopped, and brings its end home."""

from collections.abc import Iterator
from functools import partial
from threading import Event, current_thread, main_thread

import pytest
from PySide6.QtWidgets import QLabel, QProgressBar, QToolButton
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from annotator.errors import InputError
from annotator.ui.i18n import set_language
from annotator.ui.tasks import ProgressStrip, Task, Tasks


@pytest.fixture
def tasks() -> Iterator[Tasks]:
    tasks = Tasks()
    yield tasks
    tasks.stop()


def never(error: object) -> None:
    raise AssertionError(error)


def test_work_is_done_elsewhere_and_its_result_comes_home(qtbot: QtBot, tasks: Tasks) -> None:
    ends: list[tuple[bool, bool]] = []
    with qtbot.waitSignal(tasks.finished):
        tasks.run(
            lambda _: current_thread() is main_thread(),
            lambda in_main: ends.append((in_main, current_thread() is main_thread())),
            never,
        )
    qtbot.waitUntil(lambda: ends == [(False, True)])


def test_one_piece_at_a_time_in_order(qtbot: QtBot, tasks: Tasks) -> None:
    running: list[int] = []
    ended: list[int] = []

    def work(number: int) -> int:
        running.append(number)
        assert len(running) == 1
        return running.pop()

    for number in range(20):
        tasks.run(partial(lambda number, _: work(number), number), ended.append, never)
    qtbot.waitUntil(lambda: len(tasks) == 0)
    assert ended == list(range(20))


def test_an_error_goes_to_whoever_asked(qtbot: QtBot, tasks: Tasks) -> None:
    def work(_: Task) -> None:
        raise InputError("The article is empty.")

    told: list[str] = []
    tasks.run(work, lambda _: told.append("done"), lambda error: told.append(str(error)))
    qtbot.waitUntil(lambda: told == ["The article is empty."])
    with qtbot.waitSignal(tasks.failed) as failed:
        tasks.run(work, lambda _: told.append("done"))
    assert str(failed.args[0]) == "The article is empty."


def test_a_bug_is_raised_in_the_windows_thread(qtbot: QtBot, tasks: Tasks) -> None:
    def work(_: Task) -> None:
        raise ZeroDivisionError("a bug")

    with capture_exceptions() as raised:
        tasks.run(work, never, never)
        qtbot.waitUntil(lambda: len(raised) == 1)
    assert raised[0][0] is ZeroDivisionError
    assert len(tasks) == 0


def test_stopping_ends_the_work_at_its_next_report(qtbot: QtBot, tasks: Tasks) -> None:
    begun, stopped = Event(), Event()

    def work(task: Task) -> None:
        begun.set()
        assert stopped.wait(5)
        task.progress(1, 2)
        raise AssertionError("it went on")

    task = tasks.run(work, never, never)
    waiting = tasks.run(lambda _: None, never, never)
    assert begun.wait(5)
    tasks.cancel()
    stopped.set()
    qtbot.waitUntil(lambda: len(tasks) == 0)
    assert task.cancelled.is_set() and waiting.cancelled.is_set()


def test_work_that_ended_before_it_noticed_is_done(qtbot: QtBot, tasks: Tasks) -> None:
    begun, stopped = Event(), Event()

    def work(_: Task) -> str:
        begun.set()
        stopped.wait(5)
        return "written"

    ends: list[str] = []
    task = tasks.run(work, ends.append, never)
    assert begun.wait(5)
    task.cancel()
    stopped.set()
    qtbot.waitUntil(lambda: ends == ["written"])


def test_progress_is_told_but_not_too_often(qtbot: QtBot, tasks: Tasks) -> None:
    told: list[tuple[int, int, str]] = []
    tasks.progressed.connect(lambda _, done, total, label: told.append((done, total, label)))

    def work(task: Task) -> None:
        for step in range(10_001):
            task.progress(step, 10_000)

    ends: list[None] = []
    tasks.run(work, ends.append, never, "Importing articles")
    qtbot.waitUntil(lambda: len(ends) == 1)
    assert told[-1] == (10_000, 10_000, "Importing articles")
    assert len(told) < 1_000


def test_the_strip_is_there_while_work_is(qtbot: QtBot, tasks: Tasks) -> None:
    strip = ProgressStrip(tasks)
    qtbot.addWidget(strip)
    told, ready = Event(), Event()

    def work(task: Task) -> None:
        task.progress(3, 8, "3 / 8")
        told.set()
        ready.wait(5)
        task.progress(4, 8)

    tasks.run(work, never, never, "Importing articles")
    assert strip.isVisible()
    assert told.wait(5)
    bar, label, button = strip.findChild(QProgressBar), strip.findChild(QLabel), strip.findChild(QToolButton)
    assert bar is not None and label is not None and button is not None
    qtbot.waitUntil(lambda: (bar.value(), bar.maximum(), label.text()) == (3, 8, "\u20683 / 8\u2069"))
    set_language("ar")
    qtbot.waitUntil(lambda: button.text() == "إيقاف")
    button.click()
    ready.set()
    qtbot.waitUntil(lambda: not strip.isVisible())


def test_after_stop_nothing_comes_home(qtbot: QtBot) -> None:
    tasks = Tasks()
    begun = Event()

    def work(_: Task) -> None:
        begun.set()

    tasks.run(work, never, never)
    assert begun.wait(5)
    tasks.stop()
    qtbot.wait(20)


def test_after_stop_nothing_is_begun(qtbot: QtBot) -> None:
    tasks = Tasks()
    tasks.stop()
    started: list[object] = []
    tasks.started.connect(started.append)
    task = tasks.run(never, never, never)
    assert task.cancelled.is_set() and len(tasks) == 0 and started == []
    tasks.cancel()
    tasks.stop()
    qtbot.wait(20)
