"""Keys as a window system sends them, with their native codes, to a window that acts by places."""

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMainWindow, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from annotator.app import application
from annotator.ui.actions import Action, ActionRegistry
from annotator.ui.i18n import set_language

NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


# Keys under several layouts: code and symbol as X11 has them, and the character that Qt calls the key by.
ARABIC = {"A": (38, 0x5D4, "ش"), "C": (54, 0x5C4, "ؤ"), "F": (41, 0x5C8, "ب"), "Z": (52, 0x5C6, "ئ")}
PERSIAN = {"A": (38, 0x5D4, "ش"), "C": (54, 0x5D2, "ز"), "N": (57, 0x5CF, "د"), "Z": (52, 0x5D8, "ظ")}
HEBREW = {"Q": (24, 0x2F, "/"), "A": (38, 0xCF9, "ש"), "[": (34, 0x5D, "]"), "/": (61, 0x2E, ".")}
FRENCH = {"A": (24, 0x61, "A"), "Q": (38, 0x71, "Q"), "Z": (25, 0x7A, "Z")}


class Desk:
    """A window with a page, fields, and actions that say that they ran."""

    def __init__(self) -> None:
        application()
        self.window = QMainWindow()
        self.registry = ActionRegistry(self.window)
        self.done: list[str] = []
        self.page, self.line, self.note = QWidget(), QLineEdit(), QPlainTextEdit()
        self.page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        central = QWidget()
        for widget in (self.page, self.line, self.note):
            widget.setParent(central)
        self.window.setCentralWidget(central)
        self.registry.build_menus(self.window.menuBar())
        self.registry.add(Action(id="file.open", title="Open", menu="file", run=lambda: None))
        for key in ("A", "C", "N", "Q", "Ctrl+Z", "Ctrl+W", "Ctrl+/", "Ctrl+Shift+L", "[", "]", "Shift+[", "/", "1"):
            self.registry.add(Action(id=key, title=key, shortcut=key, run=partial(self.done.append, key)))

    def press(self, widget: QWidget, key: tuple[int, int, str], modifiers: Qt.KeyboardModifier = NONE) -> None:
        """Press a key, as the window system brings it to the window that has the focus."""
        widget.setFocus()
        code, symbol, char = key
        text = "" if modifiers & CTRL else char.lower()
        handle = widget.window().windowHandle()
        assert handle is not None
        for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            event = QKeyEvent(kind, ord(char), modifiers, code, symbol, 0x10, text)
            if kind == QEvent.Type.ShortcutOverride:
                event.ignore()
            QCoreApplication.sendEvent(handle, event)


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    desk = Desk()
    qtbot.addWidget(desk.window)
    desk.window.show()
    desk.window.activateWindow()
    qtbot.waitUntil(desk.window.isActiveWindow)
    yield desk
    set_language("en")


@pytest.mark.parametrize(
    ("layout", "key", "modifiers", "ran"),
    [
        (ARABIC, "A", NONE, "A"),
        (ARABIC, "C", NONE, "C"),
        (ARABIC, "Z", CTRL, "Ctrl+Z"),
        (PERSIAN, "N", NONE, "N"),
        (PERSIAN, "C", NONE, "C"),
        (PERSIAN, "Z", CTRL, "Ctrl+Z"),
        (HEBREW, "Q", NONE, "Q"),
        (HEBREW, "[", NONE, "["),
        (HEBREW, "/", NONE, "/"),
        (HEBREW, "/", CTRL, "Ctrl+/"),
        (FRENCH, "A", NONE, "A"),
        (FRENCH, "Q", NONE, "Q"),
        (FRENCH, "Z", CTRL, "Ctrl+Z"),
    ],
)
def test_a_key_runs_what_is_printed_on_it(
    desk: Desk, layout: dict[str, tuple[int, int, str]], key: str, modifiers: Qt.KeyboardModifier, ran: str
) -> None:
    desk.press(desk.page, layout[key], modifiers)
    assert desk.done == [ran]


def test_a_sign_that_shift_gives_on_another_layout_means_nothing(desk: Desk) -> None:
    # Shift and the Arabic letter meem type a slash.
    desk.press(desk.page, (46, 0x2F, "/"), CTRL | SHIFT)
    assert desk.done == ["Ctrl+Shift+L"]


def test_digits_of_every_script_are_digits(desk: Desk) -> None:
    desk.press(desk.page, (10, 0x10006F1, "۱"))
    assert desk.done == ["1"]


@pytest.mark.parametrize("layout", [ARABIC, PERSIAN, HEBREW, FRENCH])
def test_letters_type_where_people_type(desk: Desk, layout: dict[str, tuple[int, int, str]]) -> None:
    for key in layout.values():
        desk.press(desk.line, key)
        desk.press(desk.note, key)
    typed = "".join(char.lower() for _, _, char in layout.values())
    assert (desk.line.text(), desk.note.toPlainText(), desk.done) == (typed, typed, [])


@pytest.mark.parametrize("layout", [ARABIC, PERSIAN])
def test_commands_of_editing_follow_places_in_fields(desk: Desk, layout: dict[str, tuple[int, int, str]]) -> None:
    for field in (desk.line, desk.note):
        desk.press(field, layout["A"])
        desk.press(field, layout["A"], CTRL)
        desk.press(field, layout["C"], CTRL)
        assert QGuiApplication.clipboard().text() == "ش"
        desk.press(field, layout["Z"], CTRL)
    assert (desk.line.text(), desk.note.toPlainText(), desk.done) == ("", "", [])


def test_an_action_that_makes_no_sense_leaves_its_key_to_the_widget(desk: Desk) -> None:
    desk.registry.action("Ctrl+Z").setEnabled(False)
    desk.line.setText("kept")
    desk.press(desk.line, ARABIC["Z"], CTRL)
    assert desk.done == []


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize(
    ("latin", "arabic"), [((41, 0x66, "F"), (41, 0x5C8, "ب")), ((46, 0x6C, "L"), (46, 0x5E5, "م"))]
)
def test_alt_opens_a_menu_by_the_letter_it_underlines(
    desk: Desk, language: str, latin: tuple[int, int, str], arabic: tuple[int, int, str]
) -> None:
    set_language("ar" if language == "ar" else "en")
    desk.registry.retranslate()
    file = desk.registry.menu("file")
    expected = (language == "en") == (latin[2] == "F")
    for key in (latin, arabic):
        desk.press(desk.page, key, ALT)
        assert file.isVisible() == expected
        file.close()


def test_alt_presses_a_button_of_a_dialog(desk: Desk, qtbot: QtBot) -> None:
    dialog = QDialog(desk.window)
    button = QPushButton("&Close", dialog)
    line = QLineEdit(dialog)
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    desk.press(line, ARABIC["C"], ALT)
    qtbot.waitUntil(lambda: len(pressed) == 1)
    assert line.text() == "" and desk.done == []
    dialog.close()


def test_keys_in_an_open_menu_choose_by_place(desk: Desk) -> None:
    menu = desk.registry.context_menu([], desk.window)
    chosen: list[str] = []
    menu.addAction("&Copy").triggered.connect(lambda: chosen.append("copy"))
    menu.addAction("&Find").triggered.connect(lambda: chosen.append("find"))
    menu.popup(desk.window.pos())
    assert QApplication.activePopupWidget() is menu
    desk.press(desk.page, ARABIC["C"])
    assert chosen == ["copy"] and desk.done == []
