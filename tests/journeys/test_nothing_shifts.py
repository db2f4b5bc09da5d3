"""Nothing moves under the hand: whatever is told, the article stays where it is."""

from collections.abc import Callable
from pathlib import Path
from typing import get_args

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from annotator.ui.i18n import set_language
from annotator.ui.languages import Language
from annotator.ui.main_window import MainWindow
from annotator.ui.message_bar import Level, Offer
from tests.settling import settle

Drag = Callable[[MainWindow, str], None]
NAME = "سامر الحلبي"


def page(window: MainWindow) -> QRect:
    """Where the article stands in the window."""
    viewport = window.workspace.article.viewport()
    return QRect(viewport.mapTo(window, QPoint(0, 0)), viewport.size())


def center_of(window: MainWindow) -> QWidget:
    center = window.centralWidget()
    assert center is not None
    return center


def eye(window: MainWindow, offset: int) -> QPoint:
    """Where a letter stands in the window."""
    article = window.workspace.article
    return article.viewport().mapTo(window, article.span_rects(offset, offset + 1)[0].center().toPoint())


@pytest.mark.parametrize("language", get_args(Language))
@pytest.mark.parametrize("level", get_args(Level))
def test_a_message_comes_and_goes_over_the_page(
    window: MainWindow, language: Language, level: Level, qtbot: QtBot
) -> None:
    set_language(language)
    settle(window, qtbot)
    before, head = page(window), window.head.geometry()
    window.messages.tell(level, "كلام طويل " * 60, details="more\n" * 20, offer=Offer("Do", lambda: None))
    settle(window, qtbot)
    assert window.messages.isVisible() and page(window) == before and window.head.geometry() == head
    window.messages.more.click()
    qtbot.wait(20)
    assert window.messages.details.isVisible() and page(window) == before
    center = center_of(window)
    assert center.rect().contains(window.messages.geometry())
    assert window.messages.geometry().bottom() == center.rect().bottom()
    for part in (window.messages.text, window.messages.details, window.messages.accept, window.messages.dismiss):
        assert window.messages.rect().contains(part.geometry()), part
    window.messages.dismiss.click()
    settle(window, qtbot)
    assert page(window) == before


def test_a_message_leaves_the_bar_of_the_search_free(window: MainWindow, qtbot: QtBot) -> None:
    window.messages.tell("info", "something")
    window.registry.run("edit.find")
    qtbot.wait(20)
    bar, message = window.features.finder().bar, window.messages
    top = bar.mapTo(center_of(window), QPoint(0, 0)).y()
    assert message.geometry().bottom() < top
    window.features.finder().close()
    qtbot.wait(20)
    assert message.geometry().bottom() == center_of(window).rect().bottom()


def test_a_message_leaves_the_button_of_a_page_free(window: MainWindow, qtbot: QtBot) -> None:
    window.messages.tell("info", "something")
    window.registry.run("file.export")
    write = center_of(window).findChild(QPushButton, "export_write")
    assert write is not None
    qtbot.waitUntil(write.isVisible)
    qtbot.waitUntil(
        lambda: window.messages.geometry().bottom() < write.mapTo(center_of(window), QPoint(0, 0)).y(), timeout=2000
    )
    assert window.messages.isVisible()


def test_a_message_follows_the_window(window: MainWindow, qtbot: QtBot) -> None:
    window.messages.tell("warning", "words " * 40)
    high = window.messages.height()
    window.resize(700, 600)
    qtbot.waitUntil(lambda: window.messages.width() == center_of(window).width())
    assert window.messages.height() > high


@pytest.mark.parametrize("coming", [True, False])
def test_a_drag_marks_the_words_under_it_whatever_is_told_meanwhile(
    window: MainWindow, qtbot: QtBot, coming: bool
) -> None:
    article, session = window.workspace.article, window.session
    assert session is not None and session.document is not None
    if not coming:
        window.messages.tell("info", "going in a moment")
        qtbot.wait(20)
    start = session.document.text.index(NAME)
    first, last = eye(window, start), eye(window, start + len(NAME) - 1)
    at = [article.viewport().mapFrom(window, point) for point in (first, last)]
    QTest.mousePress(article.viewport(), Qt.MouseButton.LeftButton, pos=at[0])
    if coming:
        window.messages.tell("warning", "come in a moment")
    else:
        window.messages.hide()
    qtbot.wait(20)
    move = QMouseEvent(
        QEvent.Type.MouseMove,
        at[1],
        article.viewport().mapToGlobal(at[1]),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(article.viewport(), move)
    QTest.mouseRelease(article.viewport(), Qt.MouseButton.LeftButton, pos=at[1])
    assert window.selected_text() == NAME
    QTest.keyClick(article, Qt.Key.Key_A)
    assert [span.quote(session.document.text) for span in session.spans] == [NAME]


@pytest.mark.parametrize("language", get_args(Language))
def test_hints_states_and_progress_move_nothing(
    window: MainWindow, language: Language, tmp_path: Path, qtbot: QtBot
) -> None:
    set_language(language)
    settle(window, qtbot)
    before = page(window)
    seen: set[tuple[int, int, int, int]] = set()

    def look() -> None:
        qtbot.wait(5)
        seen.add(page(window).getRect())  # type: ignore[arg-type]

    for told in ("", "كلمة " * 200, "A B C"):
        window.foot.tell_hint(told)
        look()
    for tell in (window.foot.tell_saving, window.foot.tell_saved, window.foot.tell_failed):
        tell()
        look()
    window.foot.tell_waiting(3)
    look()
    window.foot.tell_saved()
    file = tmp_path / "further.txt"
    file.write_text("مقال جديد عن الميناء.", encoding="utf-8")
    window.features.transfers().import_files([file])
    for _ in range(20):
        look()
    qtbot.waitUntil(lambda: not len(window.features.transfers().tasks))
    look()
    assert seen == {before.getRect()}
