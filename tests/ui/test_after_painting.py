"""What a new window leaves for later waits for its first page, and for nothing where nobody waits for a page."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from annotator.ui import after_painting


@pytest.fixture(autouse=True)
def _nobody_waits() -> Iterator[None]:
    yield
    after_painting.release()


def test_it_waits_until_the_page_is_painted(qtbot: QtBot) -> None:
    done: list[str] = []
    here = QObject()
    after_painting.hold()
    after_painting.after_painting(0, here, lambda: done.append("counted"))
    for _ in range(5):
        QApplication.processEvents()
    assert done == []
    after_painting.release()
    qtbot.waitUntil(lambda: done == ["counted"])


def test_it_does_not_wait_where_no_page_is_awaited(qtbot: QtBot) -> None:
    done: list[str] = []
    here = QObject()
    after_painting.after_painting(0, here, lambda: done.append("counted"))
    qtbot.waitUntil(lambda: done == ["counted"])


def test_nothing_is_done_for_what_is_gone() -> None:
    done: list[str] = []
    gone = QObject()
    after_painting.hold()
    after_painting.after_painting(0, gone, lambda: done.append("counted"))
    delete(gone)
    after_painting.release()
    QApplication.processEvents()
    assert done == []
