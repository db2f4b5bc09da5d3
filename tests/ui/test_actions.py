"""One record of an action becomes its menu entry, its button, its keys and its words."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QListWidget,
    QMainWindow,
    QPlainTextEdit,
    QSpinBox,
    QToolBar,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from annotator.errors import InputError
from annotator.ui.actions import Action, ActionRegistry, key_sequences, plain
from annotator.ui.i18n import phrase, set_language, tr
from annotator.ui.theme import Themes

NONE = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


class Desk:
    """A window with something to read, places to type, and a list of what was done."""

    def __init__(self) -> None:
        self.window = QMainWindow()
        self.registry = ActionRegistry(self.window)
        self.done: list[str] = []
        self.possible = True
        self.on = False
        self.page = QWidget()
        self.page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.line = QLineEdit()
        self.note = QPlainTextEdit()
        self.list = QListWidget()
        self.list.addItems(["actor", "cue"])
        self.number = QSpinBox()
        self.box = QComboBox()
        self.box.setEditable(True)
        central = QWidget()
        column = QVBoxLayout(central)
        for widget in (self.page, self.line, self.note, self.list, self.number, self.box):
            column.addWidget(widget)
        self.window.setCentralWidget(central)

    def add(self, action_id: str, **options: Any) -> None:
        title = options.pop("title", action_id)
        self.registry.add(Action(id=action_id, title=title, run=lambda: self.done.append(action_id), **options))

    def press(self, widget: QWidget, key: str, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """Press the key that gives this letter on the layout that is on."""
        widget.setFocus()
        text = "" if modifiers & CONTROL else key.lower()
        QTest.sendKeyEvent(QTest.KeyAction.Click, widget, Qt.Key(ord(key)), text, modifiers)


@pytest.fixture
def desk(qtbot: QtBot, theme_switch: Themes) -> Iterator[Desk]:
    theme_switch.choose("light")
    desk = Desk()
    qtbot.addWidget(desk.window)
    with qtbot.waitExposed(desk.window):
        desk.window.show()
    desk.window.activateWindow()
    yield desk


@pytest.mark.parametrize("key", ["A", "ش"])
def test_a_letter_works_on_the_page_on_either_layout(desk: Desk, key: str) -> None:
    desk.add("annotate.label.actor", shortcut="A")
    desk.press(desk.page, key)
    desk.press(desk.list, key)
    assert desk.done == ["annotate.label.actor"] * 2


@pytest.mark.parametrize("key", ["A", "ش"])
@pytest.mark.parametrize("field", ["line", "note", "box"])
def test_a_letter_is_typed_where_people_type(desk: Desk, key: str, field: str) -> None:
    desk.add("annotate.label.actor", shortcut="A")
    widget = getattr(desk, field)
    desk.press(widget, key)
    typed = {"line": desk.line.text, "note": desk.note.toPlainText, "box": desk.box.currentText}[field]()
    assert (typed, desk.done) == (key.lower(), [])


@pytest.mark.parametrize("key", ["K", "ن"])
def test_control_works_everywhere_on_either_layout(desk: Desk, key: str) -> None:
    desk.add("help.palette", shortcut="Ctrl+K")
    for widget in (desk.page, desk.line, desk.note):
        desk.press(widget, key, CONTROL)
    assert desk.done == ["help.palette"] * 3


@pytest.mark.parametrize("shortcut", ["A", "Ctrl+Shift+Z", "Del", "Alt+Up", "F1"])
def test_a_shortcut_is_one_sequence(shortcut: str) -> None:
    # A second sequence for another layout would be found beside the first, and Qt would run neither.
    assert [key.toString() for key in key_sequences(shortcut)] == [shortcut]


def test_no_shortcut_is_no_sequence() -> None:
    assert key_sequences(None) == []


def test_standard_keys_are_the_platforms() -> None:
    assert set(QKeySequence.keyBindings(QKeySequence.StandardKey.Undo)) <= set(
        key_sequences(QKeySequence.StandardKey.Undo)
    )


def test_no_two_actions_answer_to_one_key(desk: Desk) -> None:
    desk.add("first", shortcut="A")
    desk.add("second", shortcut="A")
    desk.press(desk.page, "ش")
    assert desk.done == ["first"]
    assert desk.registry.action("second").shortcuts() == []


def test_lines_between_actions_go_when_a_bar_is_filled_anew(desk: Desk, qtbot: QtBot) -> None:
    toolbar = QToolBar()
    desk.window.addToolBar(toolbar)
    desk.registry.build_toolbar(toolbar)
    desk.registry.build_menus(desk.window.menuBar())
    desk.add("file.open", menu="file", toolbar=True)
    desk.add("file.close", menu="file", toolbar=True, begins_group=True)
    desk.registry.complete()
    counts = []
    for _ in range(3):
        desk.add("edit.undo", menu="edit")
        desk.registry.remove("edit.undo")
        qtbot.wait(1)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        counts.append(len(desk.window.findChildren(QAction)))
    assert counts == counts[:1] * 3
    assert [action.isSeparator() for action in toolbar.actions()] == [False, True, False]


def test_menus_and_toolbar_hold_what_wants_to_be_there(desk: Desk) -> None:
    desk.registry.build_menus(desk.window.menuBar())
    toolbar = QToolBar()
    desk.window.addToolBar(toolbar)
    desk.registry.build_toolbar(toolbar)
    desk.add("file.open", menu="file", toolbar=True, icon="open")
    desk.add("file.export", menu="file", begins_group=True)
    desk.add("nowhere")
    assert [action.objectName() for action in desk.registry.menu("file").actions()] == ["file.open", "", "file.export"]
    assert [action.objectName() for action in toolbar.actions()] == ["file.open"]
    assert not desk.registry.action("file.open").icon().isNull()
    shown = [action.text() for action in desk.window.menuBar().actions() if action.isVisible()]
    assert shown == ["&File"]


def test_removed_actions_are_gone_from_everywhere(desk: Desk) -> None:
    desk.registry.build_menus(desk.window.menuBar())
    desk.add("annotate.label.actor", menu="annotate", shortcut="A")
    desk.registry.remove("annotate.label.actor")
    desk.press(desk.page, "A")
    assert desk.done == []
    assert "annotate.label.actor" not in desk.registry
    assert desk.registry.menu("annotate").isEmpty()
    desk.add("annotate.label.person", menu="annotate", shortcut="A")
    desk.press(desk.page, "A")
    assert desk.done == ["annotate.label.person"]


def test_an_id_is_declared_once(desk: Desk) -> None:
    desk.add("edit.undo")
    with pytest.raises(ValueError, match=r"two actions are called edit\.undo"):
        desk.add("edit.undo")


def test_refresh_asks_whether_it_makes_sense(desk: Desk) -> None:
    desk.add("edit.undo", enabled=lambda _: desk.possible, checked=lambda _: desk.on)
    action = desk.registry.action("edit.undo")
    assert (action.isEnabled(), action.isChecked()) == (True, False)
    desk.possible, desk.on = False, True
    desk.registry.refresh()
    assert (action.isEnabled(), action.isChecked()) == (False, True)
    desk.registry.run("edit.undo")
    assert desk.done == []


def test_titles_tips_and_menus_change_their_language(desk: Desk) -> None:
    desk.registry.build_menus(desk.window.menuBar())
    desk.add("edit.undo", title=phrase("Undo"), shortcut="Ctrl+Z", menu="edit")
    desk.add("edit.redo", title="Redo", tip=lambda: tr("Saved"))
    undo = desk.registry.action("edit.undo")
    assert (undo.text(), undo.toolTip()) == ("Undo", "Undo  \u2066Ctrl+Z\u2069")
    set_language("ar")
    desk.registry.retranslate()
    assert (undo.text(), undo.toolTip()) == ("تراجع", "تراجع  \u2066Ctrl+Z\u2069")
    assert desk.registry.action("edit.redo").text() == "إعادة"
    assert desk.registry.action("edit.redo").toolTip() == "حُفظ"
    assert plain(desk.registry.menu("edit").title()) == "تحرير"


def test_pointing_icons_turn_with_the_window(desk: Desk) -> None:
    desk.add("edit.undo", icon="undo")
    desk.add("edit.find", icon="search")

    def drawn(action_id: str) -> object:
        return desk.registry.action(action_id).icon().pixmap(20, 20).toImage()

    undo, find = drawn("edit.undo"), drawn("edit.find")
    set_language("ar")
    desk.registry.retranslate()
    assert drawn("edit.undo") != undo
    assert drawn("edit.find") == find


def test_icons_take_the_ink_of_the_theme(desk: Desk, theme_switch: Themes) -> None:
    desk.add("edit.find", icon="search")
    before = desk.registry.action("edit.find").icon().pixmap(20, 20).toImage()
    theme_switch.choose("dark")
    assert desk.registry.action("edit.find").icon().pixmap(20, 20).toImage() != before


def test_an_error_is_told_not_raised(desk: Desk, qtbot: QtBot) -> None:
    def fail() -> None:
        raise InputError("The article is empty.")

    desk.registry.add(Action(id="file.import", title="Import articles…", run=fail))
    with qtbot.waitSignal(desk.registry.failed) as told:
        desk.registry.run("file.import")
    assert str(told.args[0]) == "The article is empty."


def test_a_context_menu_holds_the_same_actions(desk: Desk) -> None:
    desk.add("annotate.delete")
    desk.add("edit.undo")
    menu = desk.registry.context_menu(["annotate.delete", None, "edit.undo"], desk.window)
    assert [action.objectName() for action in menu.actions()] == ["annotate.delete", "", "edit.undo"]


@pytest.mark.parametrize(("title", "said"), [("&Open…", "Open"), ("Cut && paste", "Cut & paste"), ("ت&حرير", "تحرير")])
def test_plain_titles_have_no_marks_of_menus(title: str, said: str) -> None:
    assert plain(title) == said


def test_an_ampersand_in_a_title_of_the_scheme_underlines_nothing(desk: Desk) -> None:
    desk.registry.add(Action(id="mark.x", title=lambda: "R&D", menu="annotate", toolbar=True, run=lambda: None))
    action = desk.registry.action("mark.x")
    assert (action.text(), plain(action.text()), action.iconText()) == ("R&&D", "R&D", "R&D")
    desk.registry.add(Action(id="mark.y", title=phrase("&File"), menu="annotate", run=lambda: None))
    assert desk.registry.action("mark.y").text() == "&File"
