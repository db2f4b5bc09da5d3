"""Everything can be found by typing a part of its name, in either language and in any spelling."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from annotator import Project
from annotator.app import application, open_window
from annotator.ui.actions import Action, ActionRegistry
from annotator.ui.i18n import set_language
from annotator.ui.palette import CommandPalette
from annotator.ui.palette_rows import PaletteRow, fold
from annotator.ui.shortcuts_help import ShortcutHelp, groups
from annotator.ui.theme import Themes

Key = Qt.Key


@dataclass
class Desk:
    """A window with a few actions and a place where the focus was."""

    window: QMainWindow
    registry: ActionRegistry
    page: QLineEdit
    done: list[str] = field(default_factory=list)


@pytest.fixture
def desk(qtbot: QtBot, theme_switch: Themes) -> Iterator[Desk]:
    theme_switch.choose("light")
    window = QMainWindow()
    window.resize(900, 600)
    qtbot.addWidget(window)
    page = QLineEdit()
    window.setCentralWidget(page)
    desk = Desk(window, ActionRegistry(window), page)
    desk.registry.add(
        Action(id="edit.undo", title="Undo", shortcut="Ctrl+Z", menu="edit", run=lambda: desk.done.append("undo")),
        Action(
            id="edit.redo", title="Redo", menu="edit", enabled=lambda _: False, run=lambda: desk.done.append("redo")
        ),
        Action(id="file.import", title="Import articles…", menu="file", run=lambda: desk.done.append("import")),
        Action(id="help.shortcuts", title="Keyboard shortcuts", shortcut="F2", run=lambda: None),
    )
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    page.setFocus()
    yield desk


@pytest.fixture
def palette(desk: Desk) -> CommandPalette:
    palette = CommandPalette(desk.registry, desk.window)
    palette.open()
    return palette


def line(palette: CommandPalette) -> QLineEdit:
    found = palette.findChild(QLineEdit)
    assert isinstance(found, QLineEdit)
    return found


def test_it_lists_everything_and_what_cannot_be_done_last(palette: CommandPalette) -> None:
    assert palette.objectName() == "command_palette"
    assert palette.titles() == ["Undo", "Import articles", "Keyboard shortcuts", "Redo"]


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("und", ["Undo"]),
        ("ART imp", ["Import articles"]),
        ("edit.", ["Undo", "Redo"]),
        ("o", ["Undo", "Import articles", "Keyboard shortcuts", "Redo"]),
        ("short", ["Keyboard shortcuts"]),
        ("nothing like it", []),
    ],
)
def test_typing_narrows_it(palette: CommandPalette, query: str, titles: list[str]) -> None:
    line(palette).setText(query)
    assert palette.titles() == titles


def test_finding_nothing_says_so(palette: CommandPalette) -> None:
    label = palette.findChild(QLabel)
    assert isinstance(label, QLabel) and not label.isVisible()
    line(palette).setText("nothing like it")
    assert label.isVisible() and "nothing like it" in label.text()
    line(palette).setText("undo")
    assert not label.isVisible()


def test_what_was_chosen_here_last_comes_first(palette: CommandPalette) -> None:
    for query in ("undo", "import"):
        line(palette).setText(query)
        QTest.keyClick(line(palette), Key.Key_Return)
        palette.open()
    assert palette.titles() == ["Import articles", "Undo", "Keyboard shortcuts", "Redo"]


def test_places_are_found_as_commands_are(desk: Desk) -> None:
    def places(query: str) -> list[PaletteRow]:
        found = [PaletteRow(title="ميناء الزهراء", where="Article", run=lambda: desk.done.append("port"))]
        return found if query else []

    palette = CommandPalette(desk.registry, desk.window, places)
    palette.open()
    assert "ميناء الزهراء" not in palette.titles()
    line(palette).setText("مينا")
    assert palette.titles() == ["ميناء الزهراء"]
    QTest.keyClick(line(palette), Key.Key_Return)
    assert desk.done == ["port"]


@pytest.mark.parametrize(
    ("query", "title"),
    [("اعاده", "إعادة"), ("إِعَادَة", "إعادة"), ("تراجع", "تراجع"), ("undo", "تراجع"), ("استيراد", "استيراد مقالات")],
)
def test_arabic_is_found_in_any_spelling_and_by_its_english(desk: Desk, query: str, title: str) -> None:
    set_language("ar")
    desk.registry.retranslate()
    palette = CommandPalette(desk.registry, desk.window)
    palette.open()
    line(palette).setText(query)
    assert palette.titles()[0] == title


def test_enter_does_it_and_gives_the_focus_back(desk: Desk, palette: CommandPalette) -> None:
    QTest.keyClicks(line(palette), "imp")
    QTest.keyClick(line(palette), Key.Key_Return)
    assert desk.done == ["import"]
    assert not palette.isVisible()
    assert desk.page.hasFocus()


def test_the_arrows_choose(desk: Desk, palette: CommandPalette) -> None:
    QTest.keyClick(line(palette), Key.Key_Down)
    QTest.keyClick(line(palette), Key.Key_Return)
    assert desk.done == ["import"]


def test_what_is_grey_is_not_done(desk: Desk, palette: CommandPalette) -> None:
    line(palette).setText("redo")
    QTest.keyClick(line(palette), Key.Key_Return)
    assert desk.done == []
    assert palette.isVisible()


def test_escape_leaves(desk: Desk, palette: CommandPalette) -> None:
    QTest.keyClick(line(palette), Key.Key_Escape)
    assert not palette.isVisible()
    assert desk.page.hasFocus()


def test_a_key_that_it_uses_goes_no_further(desk: Desk, palette: CommandPalette) -> None:
    application()
    handle = desk.window.windowHandle()
    heard: list[int] = []
    desk.window.keyPressEvent = lambda event: heard.append(event.key())  # type: ignore[method-assign]
    for key in (Key.Key_Tab, Key.Key_Down, Key.Key_Escape):
        assert line(palette).hasFocus()
        QTest.keyClick(handle, key)
    assert heard == [] and not palette.isVisible() and desk.page.hasFocus()


def test_a_click_beside_it_leaves(desk: Desk, palette: CommandPalette) -> None:
    # By the window, as every click of a person comes.
    handle = desk.window.windowHandle()
    assert handle is not None
    QTest.mouseClick(handle, Qt.MouseButton.LeftButton, pos=palette.geometry().topLeft() + QPoint(3, 3))
    assert palette.isVisible()
    QTest.mouseClick(handle, Qt.MouseButton.LeftButton, pos=desk.page.mapTo(desk.window, desk.page.rect().bottomLeft()))
    assert not palette.isVisible()


def test_opening_it_twice_closes_it(palette: CommandPalette) -> None:
    palette.open()
    assert not palette.isVisible()


def test_it_stays_inside_the_window(desk: Desk, palette: CommandPalette) -> None:
    desk.window.resize(400, 300)
    assert desk.window.rect().contains(palette.geometry())


@pytest.mark.parametrize(
    ("one", "other"), [("أُسرة", "اسره"), ("مستشفى", "مستشفي"), ("ﻻ", "لا"), ("مـــد", "مد"), ("Ça", "ca")]
)
def test_spellings_meet_when_folded(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_the_shortcut_sheet_lists_actions_with_keys_by_menu(desk: Desk) -> None:
    listed = [(title, [entry.title for entry in entries]) for title, entries in groups(desk.registry.entries())]
    assert listed == [("Edit", ["Undo"]), ("Elsewhere", ["Keyboard shortcuts"])]


def test_the_shortcut_sheet_begins_with_marking(desk: Desk) -> None:
    desk.registry.add(
        Action(id="file.new", title="New", shortcut="Ctrl+N", menu="file", run=lambda: None),
        Action(id="annotate.delete", title="Delete mark", shortcut="Del", menu="annotate", run=lambda: None),
    )
    titles = [title for title, _ in groups(desk.registry.entries())]
    assert titles == ["Annotate", "Edit", "File", "Elsewhere"]


def test_the_shortcut_sheet_opens_and_closes(desk: Desk) -> None:
    sheet = ShortcutHelp(desk.registry, desk.window)
    sheet.open()
    texts = {label.text() for label in sheet.findChildren(QLabel)}
    assert {"Keyboard shortcuts", "Edit", "Undo", "Ctrl+Z", "F2"} <= texts
    assert desk.window.rect().contains(sheet.geometry())
    QTest.keyClick(sheet, Key.Key_Escape)
    assert not sheet.isVisible()
    assert desk.page.hasFocus()


def test_the_window_finds_articles_and_actors(qtbot: QtBot, tmp_path: Path) -> None:
    with Project.create(tmp_path / "p.musnad") as project:
        project.add_document("قال.", title="أول")
        port = project.add_document("نفى.", title="الميناءُ يُفتح")
        project.add_actor("سالم الوهداني", "person", ["أبو الوليد"])
    window = open_window(tmp_path / "p.musnad")
    qtbot.addWidget(window)
    window.show()
    window.registry.run("help.palette")
    palette = window.findChild(CommandPalette)
    assert palette is not None
    line(palette).setText("الميناء")
    assert palette.titles()[0] == "الميناءُ يُفتح"
    QTest.keyClick(line(palette), Key.Key_Return)
    assert window.session is not None and window.session.document is not None
    assert window.session.document.id == port.id
    palette.open()
    line(palette).setText("ابو الوليد")
    assert palette.titles()[0] == "سالم الوهداني   ·   أبو الوليد"
    QTest.keyClick(line(palette), Key.Key_Return)
    registry = window.findChild(QWidget, "actor_registry")
    assert registry is not None and registry.isVisible()
    window.close()
