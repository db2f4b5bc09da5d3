"""Rooms: one is in sight, its action and its button lead there, and who asks for the article is brought to it."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from annotator import Project
from annotator.app import application, open_window
from annotator.ui.context import Context
from annotator.ui.feature import Feature
from annotator.ui.home.page import HomePage
from annotator.ui.main_window import MainWindow
from annotator.ui.modes import ModeKey
from annotator.ui.panels.room_bar import RoomBar
from annotator.ui.rooms import NAMES, Room

TEXT = "أعلن وزير النقل أن الميناء سيفتح."


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A project with two articles, the first of which is done."""
    place = tmp_path / "rooms.musnad"
    with Project.create(place, annotator="me") as project:
        for title in ("أول", "ثان"):
            project.add_document(f"{title}. {TEXT}", title=title)
        first = project.documents()[0].id
        project.annotate(first, (0, 3), "actor")
        project.set_status(first, "done")
    return place


@pytest.fixture
def window(path: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    window = open_window(path, "me")
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.wait(10)
    yield window
    window.close()


def press(window: MainWindow, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(window.focusWidget() or window, key, modifiers)


def room(window: MainWindow) -> tuple[str, QWidget | None]:
    return window.rooms.current, window.page


def home(window: MainWindow) -> HomePage:
    page = window.page
    assert isinstance(page, HomePage)
    return page


def test_a_project_opens_in_the_article(window: MainWindow) -> None:
    assert room(window) == ("article", window.workspace)
    assert [button.objectName() for button in window.head.rooms.buttons] == ["project", "article", "publish"]
    assert [button.isChecked() for button in window.head.rooms.buttons] == [False, True, False]


def test_keys_and_buttons_lead_from_room_to_room(window: MainWindow) -> None:
    press(window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert room(window) == ("project", home(window))
    assert home(window).next.hasFocus()
    assert not window.head.labels.isVisible()
    assert window.registry.action("navigate.project").isChecked()
    press(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert room(window) == ("article", window.workspace) and window.workspace.article.hasFocus()
    assert window.head.labels.isVisible()
    QTest.mouseClick(window.head.rooms.buttons[0], Qt.MouseButton.LeftButton)
    assert window.rooms.current == "project"
    QTest.mouseClick(window.head.rooms.buttons[0], Qt.MouseButton.LeftButton)
    assert window.rooms.current == "project" and window.head.rooms.buttons[0].isChecked()


def test_escape_leads_back_to_the_article(window: MainWindow) -> None:
    window.registry.run("navigate.project")
    press(window, Qt.Key.Key_Escape)
    assert window.rooms.current == "article" and window.workspace.article.hasFocus()


def test_nothing_of_the_article_is_done_from_another_room(window: MainWindow) -> None:
    assert window.session is not None
    window.session.select(window.session.spans[0].id)
    window.workspace.article.select(0, 5)
    before = list(window.session.spans)
    window.registry.run("navigate.project")
    for key in (Qt.Key.Key_A, Qt.Key.Key_Delete, Qt.Key.Key_N, Qt.Key.Key_BracketRight):
        press(window, key)
    assert window.session.spans == before
    assert not window.registry.action("annotate.delete").isEnabled()


@pytest.mark.parametrize(
    "action", ["navigate.next_document", "edit.find_in_project", "edit.statements", "view.actors", "navigate.article"]
)
def test_who_asks_for_the_article_or_what_covers_it_is_brought_there(window: MainWindow, action: str) -> None:
    window.registry.run("navigate.project")
    window.registry.run(action)
    assert room(window) == ("article", window.workspace)


def test_undo_in_another_room_stays_there(window: MainWindow) -> None:
    assert window.session is not None and window.session.document is not None
    window.session.mark(4, 8, "actor")
    window.session.step_document(1)
    shown = window.session.document.id
    window.registry.run("navigate.project")
    window.registry.run("edit.undo")
    assert window.rooms.current == "project" and window.session.document.id == shown
    assert not window.registry.context.has_document


def test_the_project_room_follows_the_project(window: MainWindow) -> None:
    assert window.session is not None
    window.registry.run("navigate.project")
    page, session = home(window), window.session
    assert "ثان" in page.next.text() and "1 done, 1 not begun" in page._far.text()
    session.project.set_status(session.summaries()[1].id, "done")
    assert page.next.isHidden() and "2 done" in page._far.text()
    session.project.set_status(session.summaries()[1].id, "doing")
    assert page.next.isVisible()
    page.next.click()
    assert window.rooms.current == "article" and session.document is not None and session.document.title == "ثان"


def test_without_a_project_there_are_no_rooms(window: MainWindow, path: Path) -> None:
    window.registry.run("navigate.project")
    window.close_project()
    assert not window.head.rooms.isVisible() and window.page is window.projects.welcome
    window.rooms.enter("article")
    assert window.page is window.projects.welcome
    assert window.open_project(path, "me")
    assert room(window) == ("article", window.workspace)
    window.registry.run("navigate.project")
    assert home(window).isVisible()


def test_a_room_is_shown_with_its_keys_while_it_holds_something(
    qtbot: QtBot, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A room comes with the first thing in it, here with a second mark, and its part of the head with it."""
    page, middle, heard = QLabel("review"), QLabel("two readings"), list[str]()

    class Reviewing(Feature):
        def rooms(self) -> Sequence[Room]:
            return [Room(key="review", page=lambda: page, middle=lambda: middle, keys=keys, holds=holds)]

    def holds(now: Context) -> bool:
        return now.marks > 1

    def keys() -> Sequence[ModeKey]:
        take = ModeKey(("1",), lambda: heard.append("taken"), "1 takes the first")
        return [take, ModeKey(("N",), lambda: heard.append("next")), ModeKey(("X",), lambda: False)]

    from annotator.ui import features

    monkeypatch.setattr(features, "FEATURES", (*features.FEATURES, Reviewing))
    window = open_window(path, "me")
    qtbot.addWidget(window)
    assert window.session is not None
    names = [button.objectName() for button in window.head.rooms.buttons]
    assert names == ["project", "article", "publish"] and not window.registry.action("navigate.review").isEnabled()
    window.session.mark(4, 8, "actor")
    window.registry.settle()
    names = [button.objectName() for button in window.head.rooms.buttons]
    assert names == ["project", "article", "review", "publish"]
    window.registry.run("navigate.review")
    assert window.page is page and window.head._middle.currentWidget() is middle
    assert window.foot.hint.accessibleName() == "1 takes the first   ·   Esc goes to the article"
    page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    window.show()
    window.activateWindow()
    page.setFocus()
    for key in (Qt.Key.Key_1, Qt.Key.Key_N, Qt.Key.Key_X):
        QTest.keyClick(page, key)
    assert heard == ["taken", "next"] and len(window.session.spans) == 2
    QTest.keyClick(page, Qt.Key.Key_Escape)
    QTest.keyClick(window.workspace.article, Qt.Key.Key_1)
    assert window.rooms.current == "article" and heard == ["taken", "next"]
    window.close()


def test_rooms_that_find_no_room_wait_in_a_menu(qtbot: QtBot) -> None:
    application()
    bar = RoomBar()
    qtbot.addWidget(bar)
    actions = [QAction(name(), bar) for name, _ in NAMES.values()]
    rooms = [(key, name(), action) for (key, (name, _)), action in zip(NAMES.items(), actions, strict=True)]
    bar.show_rooms(rooms, "review")
    bar.resize(bar.sizeHint())
    bar.show()
    assert all(button.isVisible() for button in bar.buttons)
    bar.resize(bar.minimumSizeHint())
    QApplication.processEvents()
    seen = [button for button in bar.findChildren(QToolButton) if button.isVisible()]
    assert bar.more in seen and bar.more.accessibleName() == f"{len(rooms) - len(seen) + 1} more rooms"
    assert bar.more.menu().actions() == actions[len(seen) - 1 :]
    assert bar.more.text() == "▾" and bar.more.isChecked(), "the room in sight is in the menu, and there is no room"
    bar.resize(bar.sizeHint().width() - 20, bar.height())
    QApplication.processEvents()
    assert bar.more.text() == "▾" and not bar.more.isChecked()
    bar.show_rooms(rooms, "publish")
    assert bar.more.text() == "Publish ▾" and bar.more.isChecked()


def test_focus_mode_ends_when_another_room_is_entered(window: MainWindow) -> None:
    window.registry.run("view.focus_mode")
    press(window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert window.rooms.current == "project" and window.head.isVisible()
