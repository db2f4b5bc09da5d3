"""Who answers a key is decided by the order of the modes, never by which of them was made first."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from annotator.app import application
from annotator.ui.actions import Action, ActionRegistry
from annotator.ui.article.view import ArticleView
from annotator.ui.modes import Modes

Key = Qt.Key


class Answering:
    """A mode that answers some keys, and says so."""

    def __init__(self, name: str, heard: list[str], *keys: Key) -> None:
        self._name, self._heard, self.keys = name, heard, keys

    def claims(self, event: QKeyEvent) -> bool:
        return event.key() in self.keys

    def press(self, event: QKeyEvent) -> bool:
        if event.key() in self.keys:
            self._heard.append(self._name)
        return event.key() in self.keys

    def hint(self) -> str | None:
        return self._name


class Desk:
    """An article with modes, in a window with an action."""

    def __init__(self) -> None:
        application()
        self.heard: list[str] = []
        self.window = QMainWindow()
        self.registry = ActionRegistry(self.window)
        self.registry.add(Action(id="delete", title="x", shortcut="Backspace", run=lambda: self.heard.append("delete")))
        self.article = ArticleView()
        self.window.setCentralWidget(self.article)
        self.modes = Modes(self.article, self.registry)

    def press(self, key: Key) -> list[str]:
        self.heard.clear()
        QTest.keyClick(self.article, key)
        return self.heard


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    desk = Desk()
    qtbot.addWidget(desk.window)
    desk.window.show()
    yield desk


@pytest.mark.parametrize("lower_first", [True, False])
def test_the_highest_mode_answers_whenever_it_was_made(desk: Desk, lower_first: bool) -> None:
    question = Answering("question", desk.heard, Key.Key_Return)
    suggestion = Answering("suggestion", desk.heard, Key.Key_Return, Key.Key_Backspace)
    if lower_first:
        desk.modes.push_below(suggestion)
        desk.modes.push(question)
    else:
        desk.modes.push(question)
        desk.modes.push_below(suggestion)
    assert desk.press(Key.Key_Return) == ["question"]
    assert desk.press(Key.Key_Backspace) == ["suggestion"]
    assert [mode.hint() for mode in desk.modes] == ["question", "suggestion"]
    desk.modes.remove(question)
    assert desk.press(Key.Key_Return) == ["suggestion"]


def test_a_key_that_a_mode_claims_is_no_shortcut(desk: Desk) -> None:
    assert desk.press(Key.Key_Backspace) == ["delete"]
    mode = Answering("mode", desk.heard, Key.Key_Backspace)
    desk.modes.push(mode)
    assert desk.press(Key.Key_Backspace) == ["mode"]
    desk.modes.remove(mode)
    assert desk.press(Key.Key_Backspace) == ["delete"]


def test_a_key_that_no_mode_knows_goes_to_the_article(desk: Desk) -> None:
    desk.article.set_article("نص قصير", "rtl")
    desk.modes.push(Answering("mode", desk.heard, Key.Key_Return))
    before = desk.article.selection()
    assert desk.press(Key.Key_Left) == []
    assert desk.article.selection() != before
