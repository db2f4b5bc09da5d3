"""The project's room by keyboard: articles are filtered, sorted, chosen, assigned, renamed and removed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from annotator import Project
from annotator.app import open_window
from annotator.domain.document import Origin
from annotator.ui.home.page import HomePage
from annotator.ui.main_window import MainWindow
from annotator.ui.ordering.assign_dialog import AssignDialog

TEXT = "قال وزير النقل سامر الحلبي إن الميناء سيفتح."
ARTICLES = (("ميناء", "2026-03-01"), ("إذاعة", "2026-01-05"), ("أمطار", None))


@pytest.fixture
def window(tmp_path: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    """Three articles, of which two people have read one and differ."""
    path = tmp_path / "p.musnad"
    with Project.create(path, annotator="huda") as project:
        for title, day in ARTICLES:
            project.add_document(f"{title}. {TEXT}", title=title, origin=Origin(publisher="وكالة", published=day))
    for who, start in (("layla", 7), ("omar", 8)):
        with Project.open(path, annotator=who) as project:
            second = project.summaries()[1].id
            project.annotate(second, (start, 18), "actor")
            project.set_status(second, "done")
    window = open_window(path, "huda")
    qtbot.addWidget(window)
    window.resize(1440, 900)
    window.show()
    window.activateWindow()
    window.registry.run("navigate.project")
    qtbot.waitUntil(lambda: len(home(window).table.rows.lines) == 3)
    yield window
    window.close()


def home(window: MainWindow) -> HomePage:
    page = window.page
    assert isinstance(page, HomePage)
    return page


def press(window: MainWindow, *keys: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    for key in keys:
        QTest.keyClick(window.focusWidget() or window, key, held)


def titles(window: MainWindow) -> list[str]:
    return [line.title for line in home(window).table.rows.lines]


def project_of(window: MainWindow) -> Project:
    assert window.session is not None
    return window.session.project


def test_articles_are_found_sorted_and_opened_by_keys(window: MainWindow, qtbot: QtBot) -> None:
    page = home(window)
    page.table.setFocus()
    press(window, Qt.Key.Key_Slash)
    assert page.filters.words.hasFocus()
    page.filters.words.setText("اذاعه")
    assert titles(window) == ["إذاعة"] and "1" in page.filters.count.text()
    page.filters.clear.click()
    assert titles(window) == ["ميناء", "إذاعة", "أمطار"]
    page.filters.sort.setCurrentIndex(page.filters.sort.findData("date"))
    assert titles(window) == ["إذاعة", "ميناء", "أمطار"]
    page.filters.way.click()
    assert titles(window) == ["ميناء", "إذاعة", "أمطار"]
    # How far two readers agree is found out when the table shows them.
    qtbot.waitUntil(
        lambda: "open" in str(page.table.rows.index(1, page.table.rows.columns.index("differences")).data())
    )
    page.filters.undecided.click()
    assert titles(window) == ["إذاعة"]
    page.table.setFocus()
    press(window, Qt.Key.Key_Return)
    assert window.rooms.current == "article" and window.session is not None
    assert window.session.document is not None and window.session.document.title == "إذاعة"


def test_chosen_articles_are_assigned_and_a_tie_is_routed(window: MainWindow, qtbot: QtBot) -> None:
    page, project = home(window), project_of(window)
    page.table.setFocus()
    press(window, Qt.Key.Key_Space)
    press(window, Qt.Key.Key_Down, held=Qt.KeyboardModifier.ShiftModifier)
    assert page.bulk.isVisible() and len(page.table.chosen) == 2
    press(window, Qt.Key.Key_A)
    dialog = window.findChild(AssignDialog)
    assert dialog is not None
    dialog.accept()
    assert dialog.isVisible() and dialog.problem.text()
    dialog.others.setText("sami، layla")
    dialog.way.button("evenly").click()
    assert "sami" in dialog.told.text()
    dialog.blind.setChecked(True)
    dialog.accept()
    qtbot.waitUntil(lambda: len(project.assignments()) == 2 and project.is_blind)
    assert {one.annotator for one in project.assignments()} == {"sami", "layla"}
    qtbot.waitUntil(lambda: "sami" in page.side.team.toolTip())
    page.table.setFocus()
    press(window, Qt.Key.Key_Escape)
    assert not page.bulk.isVisible() and window.rooms.current == "project"
    press(window, Qt.Key.Key_A, held=Qt.KeyboardModifier.ControlModifier)
    page.bulk.buttons["tie"].click()
    qtbot.waitUntil(lambda: any(one.purpose == "tiebreak" for one in project.assignments()))


def test_articles_are_renamed_removed_and_brought_back(window: MainWindow, qtbot: QtBot) -> None:
    page, project = home(window), project_of(window)
    page.table.setFocus()
    press(window, Qt.Key.Key_F2)
    line = page.table.findChild(QLineEdit)
    assert line is not None and line.text() == "ميناء"
    line.setText("مرفأ")
    press(window, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: project.summaries()[0].title == "مرفأ")
    qtbot.waitUntil(lambda: titles(window)[0] == "مرفأ")
    assert window.session is not None and window.session.document is not None
    shown = window.session.document.id
    assert shown == project.summaries()[0].id
    page.table.setFocus()
    press(window, Qt.Key.Key_Delete)
    assert [one.title for one in project.summaries()] == ["إذاعة", "أمطار"]
    assert window.session.document is not None and window.session.document.id != shown
    qtbot.waitUntil(lambda: titles(window) == ["إذاعة", "أمطار"])
    assert window.messages.offer is not None
    window.messages.offer.run()
    qtbot.waitUntil(lambda: titles(window) == ["مرفأ", "إذاعة", "أمطار"])


def test_the_table_is_told_to_a_screen_reader(window: MainWindow) -> None:
    table = home(window).table
    read = QAccessible.queryAccessibleInterface(table)
    assert read.text(QAccessible.Text.Name)
    table.rows.tick([table.rows.lines[0].id], on=True)
    told = table.rows.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told.startswith("ميناء") and told != "ميناء"
    readers = [place for place, key in enumerate(table.rows.columns) if key == "reader/layla"]
    spoken = table.rows.index(1, readers[0]).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "layla" in spoken and "Done" in spoken
