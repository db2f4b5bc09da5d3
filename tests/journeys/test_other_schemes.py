"""Nothing is hard-wired: a project of nested named entities is marked, looked up, exported and brought in again."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator import Project
from annotator.ui.dialogs.new_project import NewProjectDialog, SchemeChoice
from annotator.ui.i18n import set_language
from annotator.ui.main_window import MainWindow
from annotator.ui.panels.guidelines import GuidelinesPane
from annotator.ui.session import Session

TEXT = "أعلن وزير النقل في جامعة الزهراء أن نوران ستنفق 20 مليون دينار."
Open = Callable[[Path | None], MainWindow]
Drag = Callable[[MainWindow, str], None]


@pytest.fixture
def entities(open_: Open, tmp_path: Path) -> MainWindow:
    """A window with one article, to be marked with Wojood's types."""
    path = tmp_path / "entities.musnad"
    with Project.create(path, scheme="wojood") as project:
        project.add_document(TEXT)
    return open_(path)


def session_of(window: MainWindow) -> Session:
    assert window.session is not None
    return window.session


def press(window: MainWindow, key: Qt.Key) -> None:
    QTest.keyClick(window.workspace.article, key)


def marked(window: MainWindow) -> list[tuple[str, str]]:
    session = session_of(window)
    assert session.document is not None
    return [(span.label, span.quote(session.document.text)) for span in session.spans]


def mark_all(window: MainWindow, drag: Drag) -> None:
    for words, key in (
        ("وزير النقل", Qt.Key.Key_J),
        ("جامعة الزهراء", Qt.Key.Key_O),
        ("الزهراء", Qt.Key.Key_G),
        ("20 مليون دينار", Qt.Key.Key_M),
        ("20 مليون", Qt.Key.Key_C),
        ("دينار", Qt.Key.Key_V),
    ):
        drag(window, words)
        press(window, key)


MARKED = [
    ("occ", "وزير النقل"),
    ("org", "جامعة الزهراء"),
    ("gpe", "الزهراء"),
    ("money", "20 مليون دينار"),
    ("cardinal", "20 مليون"),
    ("curr", "دينار"),
]


def test_nested_names_are_marked_by_key_and_come_back_from_a_dataset(
    entities: MainWindow, drag: Drag, tmp_path: Path
) -> None:
    mark_all(entities, drag)
    assert marked(entities) == MARKED
    session = session_of(entities)
    session.project.export("jsonl", tmp_path / "out.jsonl")
    with Project.create(tmp_path / "again.musnad", scheme="wojood") as again:
        again.import_(tmp_path / "out.jsonl")
        assert again.spans(again.documents()[0].id) == session.project.spans(again.documents()[0].id)
        assert again.check() == []


def test_cards_and_lists_show_labels_without_attributes_and_roles(entities: MainWindow, drag: Drag) -> None:
    drag(entities, "وزير النقل")
    press(entities, Qt.Key.Key_J)
    press(entities, Qt.Key.Key_P)
    assert marked(entities) == [("pers", "وزير النقل")]
    labels = entities.workspace.inspector.labels
    assert labels is not None and len(labels.buttons) == 21
    QTest.mouseClick(labels.button("occ"), Qt.MouseButton.LeftButton)
    assert marked(entities) == [("occ", "وزير النقل")]
    press(entities, Qt.Key.Key_N)
    set_language("ar")
    assert entities.workspace.marks.rows.rowCount() == 1


def test_labels_that_find_no_room_wait_in_a_menu(entities: MainWindow, drag: Drag) -> None:
    bar = entities.head.labels
    shown = [button for button in bar.buttons if button.isVisible()]
    assert 3 < len(shown) < 21 and bar.more.isVisible()
    assert bar.more.text().startswith(f"{21 - len(shown)} more")
    assert all(bar.rect().contains(button.geometry()) for button in (*shown, bar.more))
    assert entities.width() == 1280
    drag(entities, "وزير النقل")
    menu = bar.more.menu()
    entry = next(action for action in menu.actions() if action.objectName() == "annotate.label.curr")
    entry.trigger()
    assert marked(entities) == [("curr", "وزير النقل")]
    set_language("ar")
    QApplication.processEvents()
    assert bar.buttons[0].x() > bar.more.x()
    entities.resize(2600, 820)
    QApplication.processEvents()
    assert all(button.isVisible() for button in bar.buttons) and not bar.more.isVisible()


def test_a_new_project_takes_the_scheme_that_was_chosen(
    open_: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill(dialog: NewProjectDialog) -> int:
        dialog.place.line.setText(str(tmp_path / "fresh.musnad"))
        choice = dialog.findChild(SchemeChoice)
        assert choice is not None and choice.currentData() == "actors-claims"
        choice.setFocus()
        QTest.keyClick(choice, Qt.Key.Key_Down)
        dialog.accept()
        return 1

    monkeypatch.setattr(NewProjectDialog, "exec", fill)
    window = open_(None)
    window.registry.run("file.new")
    assert session_of(window).scheme.name == "wojood"
    assert len(window.head.labels.buttons) == 21


# Guidelines


def pane_of(window: MainWindow) -> GuidelinesPane:
    pane = window.workspace.beside
    assert isinstance(pane, GuidelinesPane)
    return pane


def test_guidelines_follow_the_selected_mark_and_the_label_that_was_used(
    window: MainWindow, drag: Drag, qtbot: QtBot
) -> None:
    QTest.keyClick(window.workspace.article, Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    pane = pane_of(window)
    qtbot.waitUntil(pane.isVisible)
    assert pane.labels.currentText() == "Actor"
    assert pane.page.toPlainText().startswith("A person or body")
    drag(window, "أعلن")
    press(window, Qt.Key.Key_Q)
    assert pane.labels.currentText() == "Cue" and "shortest words" in pane.page.toPlainText()
    press(window, Qt.Key.Key_Delete)
    assert pane.labels.currentText() == "Cue"
    pane.labels.setFocus()
    QTest.keyClick(pane.labels, Qt.Key.Key_Down)
    text = pane.page.toPlainText()
    assert "An interrupted quotation" in text and "Reported by" in text and "**" not in text
    assert session_of(window).spans == []
    QTest.keyClick(pane, Qt.Key.Key_Escape)
    assert window.workspace.beside is None and window.workspace.count() == 3


def test_guidelines_speak_the_windows_language_from_its_side(window: MainWindow, qtbot: QtBot) -> None:
    window.registry.run("help.guidelines")
    pane = pane_of(window)
    set_language("ar")
    qtbot.waitUntil(lambda: pane.page.toPlainText().startswith("شخص أو جهة"))
    assert pane.page.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert pane.page.document().defaultTextOption().textDirection() == Qt.LayoutDirection.RightToLeft


def test_guidelines_fetch_and_open_nothing(window: MainWindow) -> None:
    window.registry.run("help.guidelines")
    page = pane_of(window).page
    before = page.toPlainText()
    page.show_text("![x](file:///etc/hostname) [here](https://nawras.example) <b>bold</b>", "en")
    # Nothing at all would have Qt look for the file itself.
    assert page.loadResource(2, QUrl("file:///etc/hostname")).size() == QSize(1, 1)
    assert not page.openLinks() and not page.openExternalLinks()
    assert page.toPlainText() != before and "bold" in page.toPlainText()


def test_guidelines_leave_with_the_project_and_with_focus_mode(window: MainWindow) -> None:
    window.registry.run("help.guidelines")
    pane = pane_of(window)
    window.registry.run("view.focus_mode")
    assert pane.isHidden()
    window.registry.run("view.focus_mode")
    assert pane.isVisible()
    window.registry.run("file.close")
    assert window.workspace.beside is None


OWN = """
[scheme]
name = "own"
version = 1
[[labels]]
key = "voice"
shortcut = "A"
[[labels]]
key = "remark"
shortcut = "B"
[[labels.attributes]]
key = "tone"
quick = true
values = [{ key = "warm" }, { key = "cold" }]
[[relations]]
key = "spoken_by"
shortcut = "C"
from = ["remark"]
to = ["voice"]
[[frames]]
head = "remark"
roles = ["spoken_by"]
expected = ["spoken_by"]
"""


def test_frames_of_other_names_are_marked_linked_and_listed(open_: Open, drag: Drag, tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text(OWN, encoding="utf-8")
    path = tmp_path / "own.musnad"
    with Project.create(path, scheme=tmp_path / "own.toml") as project:
        project.add_document(TEXT)
    window = open_(path)
    drag(window, "وزير النقل")
    press(window, Qt.Key.Key_A)
    drag(window, "نوران ستنفق")
    press(window, Qt.Key.Key_B)
    press(window, Qt.Key.Key_1)
    session = session_of(window)
    assert session.selected is not None and session.selected.attributes == {"tone": "warm"}
    press(window, Qt.Key.Key_C)
    press(window, Qt.Key.Key_F)
    assert [relation.label for relation in session.relations] == ["spoken_by"]
    window.workspace.sides.show_frames(True)
    set_language("ar")
    window.registry.run("help.guidelines")
    assert pane_of(window).page.toPlainText()
    session.select(None)
    session.select(session.spans[0].id)
    assert session.project.check() == []
