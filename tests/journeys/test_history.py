"""Undo says what it takes back, and the history beside the article lists actions and leads back to them."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextLayout
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from annotator import Project
from annotator.ui.history.pane import HistoryPane
from annotator.ui.i18n import set_language
from annotator.ui.main_window import MainWindow

ISOLATES = dict.fromkeys(map(ord, "\u2066\u2068\u2069\u200e\u200f"))
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
Open = Callable[[Path | None], MainWindow]


def plain(text: str) -> str:
    """The text without the marks that keep its names in their own direction."""
    return text.translate(ISOLATES)


def title(window: MainWindow, action: str) -> str:
    return plain(window.registry.action(action).text())


def from_the_right(text: str, words: list[str]) -> list[str]:
    """The words as the eye meets them in a line that runs from right to left."""
    layout = QTextLayout(text)
    option = layout.textOption()
    option.setTextDirection(Qt.LayoutDirection.RightToLeft)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(10_000)
    layout.endLayout()
    places = sorted(((line.cursorToX(text.index(word) + 1), word) for word in words), reverse=True)
    return [word for _, word in places]


def pane(window: MainWindow) -> HistoryPane:
    found = window.workspace.beside
    assert isinstance(found, HistoryPane)
    return found


def listed(window: MainWindow) -> list[str]:
    rows = pane(window).list.rows
    return [plain(rows.words(row)) for row in rows.items]


def test_undo_and_redo_say_what_in_menu_tip_and_message(window: MainWindow, qtbot: QtBot) -> None:
    session = window.session
    assert session is not None and session.document is not None
    claim, source = session.mark(46, 60, "claim"), session.mark(16, 28, "actor")
    assert claim is not None and source is not None
    session.project.link(claim.id, source.id, "source")
    qtbot.waitUntil(lambda: title(window, "edit.undo") == "Undo: link source")
    assert "link source" in window.registry.action("edit.undo").toolTip()
    window.registry.run("edit.undo")
    assert plain(window.messages.text.text()).startswith("Undone: link source")
    qtbot.waitUntil(lambda: title(window, "edit.redo") == "Redo: link source")
    set_language("ar")
    window.registry.run("edit.redo")
    window.registry.run("edit.undo")
    assert from_the_right(window.messages.text.text(), ["ربط", "القائل", "«"]) == ["ربط", "القائل", "«"]
    qtbot.waitUntil(lambda: title(window, "edit.redo") == "إعادة: ربط القائل")
    window.registry.run("edit.redo")
    qtbot.waitUntil(lambda: title(window, "edit.undo") == "تراجع عن: ربط القائل")


@pytest.mark.heavy
def test_what_is_undone_out_of_sight_is_told_and_one_click_away(window: MainWindow) -> None:
    session = window.session
    assert session is not None
    first, second = (one.id for one in session.summaries()[:2])
    session.project.annotate(second, (0, 3), "cue")
    window.registry.run("navigate.project")
    window.registry.run("edit.undo")
    assert "خبراء يحذرون" in window.messages.text.text() and window.rooms.current == "project"
    assert session.document is not None and session.document.id == first
    QTest.mouseClick(window.messages.accept, Qt.MouseButton.LeftButton)
    assert session.document.id == second and not window.covered


def test_a_field_in_which_nothing_was_written_leaves_undo_to_the_window(window: MainWindow, qtbot: QtBot) -> None:
    session = window.session
    assert session is not None
    session.mark(16, 28, "actor")
    window.registry.run("edit.find")
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QLineEdit))
    field, handle = QApplication.focusWidget(), window.windowHandle()
    assert isinstance(field, QLineEdit)
    QTest.keyClick(handle, Qt.Key.Key_Z, CONTROL)
    assert session.spans == []
    QTest.keyClick(handle, Qt.Key.Key_Z, CONTROL | SHIFT)
    assert len(session.spans) == 1
    QTest.keyClicks(field, "port")
    for _ in range(3):
        QTest.keyClick(handle, Qt.Key.Key_Z, CONTROL)
    assert field.text() == "" and len(session.spans) == 1, "the field's own undo, and no more than that"


def test_the_history_lists_actions_and_leads_back_in_one_step(open_: Open, path: Path, qtbot: QtBot) -> None:
    with Project.open(path, annotator="huda") as project:
        document = project.documents()[0].id
        project.annotate(document, (16, 28), "actor")
    window = open_(path)
    session = window.session
    assert session is not None
    session.mark(46, 60, "claim")
    session.mark(5, 8, "cue")
    session.delete_selected()
    QTest.keyClick(window.workspace.article, Qt.Key.Key_H, CONTROL)
    qtbot.waitUntil(lambda: len(listed(window)) == 5)
    assert [line.split(" “")[0] for line in listed(window)] == [
        *("Delete cue", "Mark cue", "Mark claim", "Mark actor", "Import an article")
    ]
    assert plain(pane(window).list.rows.below(pane(window).list.rows.items[3])).startswith("huda")
    for _ in range(2):
        QTest.keyClick(pane(window).list, Qt.Key.Key_Down)
    QTest.mouseClick(pane(window).back, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: [one.label for one in session.spans] == ["cue", "claim"])
    qtbot.waitUntil(lambda: listed(window)[0] == "Go back to an earlier state")
    window.registry.run("edit.undo")
    assert [one.label for one in session.spans] == ["claim"]
    session.select(session.spans[0].id)
    window.registry.run("view.history_of_mark")
    qtbot.waitUntil(lambda: [line.split(" “")[0] for line in listed(window)] == ["Mark claim"])
    chip = pane(window).findChild(QToolButton, "project")
    assert chip is not None
    chip.setFocus()
    QTest.keyClick(chip, Qt.Key.Key_Space)
    assert pane(window).isAncestorOf(QApplication.focusWidget() or window), "the keyboard stays where it was"
    qtbot.waitUntil(lambda: len(listed(window)) == 9)
    QTest.keyClick(pane(window).list, Qt.Key.Key_Escape)
    assert window.workspace.beside is None and window.workspace.article.hasFocus()
