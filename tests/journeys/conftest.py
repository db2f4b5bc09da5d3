"""A person at the window: real mouse, real keys, settings of their own."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator import Project
from annotator.app import open_window
from annotator.domain.document import Origin
from annotator.ui.i18n import set_language
from annotator.ui.main_window import MainWindow
from annotator.ui.theme import themes
from tests import mouse
from tests.stalls import EventLoop

FIRST = (
    "أعلن وزير النقل سامر الحلبي يوم الثلاثاء 😀 أن ميناء الزهراء سيُفتح في موعده.\n"
    "وقالت نقابة البحارة إن «الحكومة»، بحسب أمينها العام، «لم تستشر أحدًا».\n"
)
SECOND = "يرى بعض الخبراء أن المشروع سيعيد رسم طرق التجارة.\n" * 60
THIRD = "المعارضة تطالب بتحقيق مستقل."


@pytest.fixture(autouse=True)
def _own_settings(tmp_path: Path) -> None:
    """What a journey leaves behind is forgotten with it."""
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path / "settings"))


@pytest.fixture(autouse=True)
def _english_and_light(qapp: QApplication) -> Iterator[None]:
    """Every journey begins and ends in English, by day."""
    assert qapp is not None
    set_language("en")
    themes().choose("light")
    yield
    set_language("en")
    themes().choose("light")


@pytest.fixture(autouse=True)
def stalls(qapp: QApplication) -> Iterator[EventLoop | None]:
    """With MUSNAD_STALL_MS=50, fail every journey in which the window's thread is in our code for longer at a time.

    Opening a window is forgiven. What a test does itself between two events counts as well: the stack tells.
    """
    limit_ms = os.environ.get("MUSNAD_STALL_MS")
    if not limit_ms:
        yield None
        return
    assert qapp is not None
    limit_s = int(limit_ms) / 1000
    with EventLoop(limit_s / 2, only_ours=True).never_stalls(limit_s) as watched:
        yield watched


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A project of three articles that nobody has read yet."""
    place = tmp_path / "harbour.musnad"
    with Project.create(place) as project:
        origin = Origin(publisher="وكالة النورس", published="2026-03-03")
        project.add_document(FIRST, title="الميناء يُفتح في موعده", origin=origin)
        project.add_document(SECOND, title="خبراء يحذرون")
        project.add_document(THIRD, title="المعارضة تطالب")
    return place


@pytest.fixture
def open_(qtbot: QtBot, stalls: EventLoop | None) -> Iterator[Callable[[Path | None], MainWindow]]:
    """Opens windows, shows them, and closes them in the end."""
    opened: list[MainWindow] = []

    def open_one(place: Path | None) -> MainWindow:
        window = open_window(place)
        opened.append(window)
        window.resize(1280, 820)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
        if stalls is not None:
            stalls.forgive()
        return window

    yield open_one
    for window in opened:
        window.close()
        window.deleteLater()


@pytest.fixture
def window(open_: Callable[[Path | None], MainWindow], path: Path) -> MainWindow:
    """The window with the three articles."""
    return open_(path)


Drag = Callable[[MainWindow, str], None]


@pytest.fixture
def drag() -> Drag:
    """Drags with the mouse from the first letter of some words of the article to the last one."""

    def over(window: MainWindow, words: str) -> None:
        article = window.workspace.article
        assert window.session is not None and window.session.document is not None
        start = window.session.document.text.index(words)
        end = start + len(words)
        article.ensure_visible(start)
        first = article.span_rects(start, start + 1)[0]
        last = article.span_rects(end - 1, end)[0]
        # Right to left: a word is entered at its right edge and left at its left one.
        here = QPoint(round(first.right()) - 2, round(first.center().y()))
        there = QPoint(round(last.left()) + 2, round(last.center().y()))
        mouse.drag(article.viewport(), here, there)

    return over


@pytest.fixture
def event_loop(qapp: QApplication) -> EventLoop:
    """A watchdog that fails a journey in which the window stands still; see `tests.stalls`."""
    assert qapp is not None
    return EventLoop()
