"""Who answers a key is decided by the order of the modes, never by which of them was made first."""

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from annotator.app import application
from annotator.domain.document import Document
from annotator.services.schemes import load_scheme
from annotator.ui.actions import Action, ActionRegistry
from annotator.ui.article.view import ArticleView
from annotator.ui.context import Context
from annotator.ui.modes import KeyTable, ModeKey, Modes

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


class Table(KeyTable):
    """A mode made of lines."""

    def __init__(self, *lines: ModeKey, lead: str = "") -> None:
        self.lines, self._lead = lines, lead

    def table(self) -> tuple[ModeKey, ...]:
        return self.lines

    def lead(self) -> str:
        return self._lead


class OfWindow(Table):
    """One whose keys are those that nothing in the window used."""

    reach = "window"


class Beside(OfWindow):
    """One that lets the hints of others be shown too."""

    goes_on = True


MARKING = Context(scheme=load_scheme("actors-claims"), document=Document(id="d", title="", text="نص"), writable=True)


def test_the_hint_line_is_the_table_of_the_highest_mode(desk: Desk) -> None:
    low = Table(ModeKey(("N",), says="N next"))
    high = Table(
        ModeKey(("Return",), says="Enter takes"), ModeKey(("Up",)), ModeKey(("Esc",), says="Esc leaves"), lead="Who?"
    )
    desk.modes.found(low)
    assert desk.modes.hint(MARKING) == "N next"
    desk.modes.push(high)
    assert desk.modes.hint(MARKING) == "Who?   Enter takes   ·   Esc leaves"
    high.lines, high._lead = (), ""
    assert desk.modes.hint(MARKING) == "N next"
    desk.modes.found(Beside(ModeKey(("Esc",), says="Esc leaves focus")))
    assert desk.modes.hint(MARKING) == "Esc leaves focus   ·   N next"
    assert desk.modes.hint(Context()) == "Esc leaves focus", "no article takes marks: only the window speaks"


def test_a_table_does_what_it_says_and_leaves_what_was_of_no_use(desk: Desk) -> None:
    heard = desk.heard
    desk.article.set_article("نص قصير", "rtl")
    desk.modes.push(
        Table(
            ModeKey(("Return", "Enter"), lambda: heard.append("enter")),
            ModeKey(("Backspace",), lambda: False),
            ModeKey(("Shift+Tab", "Backtab", "Shift+Backtab"), lambda: heard.append("back")),
        )
    )
    assert desk.press(Key.Key_Return) == ["enter"] and desk.press(Key.Key_Enter) == ["enter"]
    assert desk.press(Key.Key_Backtab) == ["back"]
    assert desk.press(Key.Key_Backspace) == [], "claimed by the mode, so the shortcut stays out of it"
    before = desk.article.selection()
    assert desk.press(Key.Key_Left) == [] and desk.article.selection() != before


@pytest.mark.parametrize("char", ["ا", "h", "H"])
def test_a_letter_of_a_table_is_a_place_on_the_keyboard(char: str) -> None:
    heard: list[str] = []
    table = Table(ModeKey(("H",), lambda: heard.append("H")))
    key = QKeyEvent(QKeyEvent.Type.KeyPress, ord(char.upper()), Qt.KeyboardModifier.NoModifier, char)
    assert table.press(key) and heard == ["H"]
    other = QKeyEvent(QKeyEvent.Type.KeyPress, ord("H"), Qt.KeyboardModifier.ControlModifier, "")
    assert not table.press(other)


def test_modes_of_the_window_get_what_nothing_inside_used_the_first_founded_first(desk: Desk) -> None:
    heard = desk.heard
    first, second = (OfWindow(ModeKey(("Esc",), partial(heard.append, name))) for name in ("first", "second"))
    desk.modes.found(first)
    desk.modes.found(second)
    desk.modes.push(Table(ModeKey(("Esc",), partial(heard.append, "article"))))
    escape = QKeyEvent(QKeyEvent.Type.KeyPress, Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    assert desk.modes.press_far(escape) and heard == ["first"]
    first.lines = ()
    assert desk.modes.press_far(escape) and heard == ["first", "second"]
    second.lines = ()
    assert not desk.modes.press_far(escape)
    assert desk.press(Key.Key_Escape) == ["article"]
