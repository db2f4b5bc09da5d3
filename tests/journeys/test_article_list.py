"""The list of articles beside the page: chosen in numbers, renamed, removed, filtered and sorted."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from annotator import Project
from annotator.app import open_window
from annotator.domain.document import Origin
from annotator.ui.main_window import MainWindow
from annotator.ui.panels.document_list import DocumentList

TEXT = "قال وزير النقل سامر الحلبي إن الميناء سيفتح."


@pytest.fixture
def window(tmp_path: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    path = tmp_path / "p.musnad"
    with Project.create(path, annotator="huda") as project:
        for title in ("ميناء", "إذاعة", "أمطار"):
            project.add_document(f"{title}. {TEXT}", title=title, origin=Origin(publisher="وكالة"))
        project.set_status(project.summaries()[1].id, "done")
    window = open_window(path, "huda")
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    qtbot.waitUntil(lambda: list_of(window).rows.rowCount() == 3)
    yield window
    window.close()


def list_of(window: MainWindow) -> DocumentList:
    return window.workspace.documents


def listed(window: MainWindow) -> list[str]:
    return [row.title for row in list_of(window).rows.items]


def shown(window: MainWindow) -> str:
    assert window.session is not None and window.session.document is not None
    return window.session.document.title


def project_of(window: MainWindow) -> Project:
    assert window.session is not None
    return window.session.project


def middle(window: MainWindow, row: int) -> QPoint:
    documents = list_of(window)
    return documents.visualRect(documents.rows.index(row)).center()


def click(
    window: MainWindow,
    row: int,
    button: Qt.MouseButton = Qt.MouseButton.LeftButton,
    held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    QTest.mouseClick(list_of(window).viewport(), button, held, middle(window, row))


def menu_of(window: MainWindow, row: int) -> QMenu:
    """Ask for the menu of a row with the right button."""
    documents, place = list_of(window), middle(window, row)
    click(window, row, Qt.MouseButton.RightButton)
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, documents.viewport().mapToGlobal(place))
    QApplication.sendEvent(documents.viewport(), asked)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def choose(menu: QMenu, title: str) -> None:
    found: dict[str, Callable[[], object]] = {
        one.text(): one.trigger for one in menu.actions() if isinstance(one, QAction)
    }
    menu.close()
    found[title]()


def test_a_right_click_opens_a_menu_and_no_article(window: MainWindow) -> None:
    assert shown(window) == "ميناء"
    menu = menu_of(window, 2)
    assert shown(window) == "ميناء" and list_of(window).chosen_ids == [project_of(window).summaries()[2].id]
    choose(menu, "Remove from the project")
    assert listed(window) == ["ميناء", "إذاعة"] and shown(window) == "ميناء"
    window.registry.run("edit.undo")
    assert listed(window) == ["ميناء", "إذاعة", "أمطار"]
    # The article on the page gives way to the next one.
    click(window, 0)
    choose(menu_of(window, 0), "Remove from the project")
    assert listed(window) == ["إذاعة", "أمطار"] and shown(window) == "إذاعة"
    assert window.rooms.current == "article"


def test_several_are_chosen_without_opening_any_and_done_together(window: MainWindow) -> None:
    click(window, 2, held=Qt.KeyboardModifier.ControlModifier)
    assert shown(window) == "ميناء" and len(list_of(window).chosen_ids) == 2
    menu = menu_of(window, 2)
    statuses = next(one.menu() for one in menu.actions() if isinstance(one.menu(), QMenu))
    assert isinstance(statuses, QMenu)
    menu.close()
    next(one for one in statuses.actions() if one.text() == "Done").trigger()
    assert [one.status for one in project_of(window).summaries()] == ["done"] * 3
    assert "3 done" in window.workspace.sides.head.count.text()
    click(window, 1)
    assert shown(window) == "إذاعة"


def test_an_article_is_renamed_in_its_row(window: MainWindow, qtbot: QtBot) -> None:
    documents = list_of(window)
    documents.setFocus()
    QTest.keyClick(documents, Qt.Key.Key_F2)
    line = documents.findChild(QLineEdit)
    assert line is not None and line.text() == "ميناء"
    line.setText("مرفأ")
    QTest.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: listed(window)[0] == "مرفأ")
    assert shown(window) == "مرفأ" and project_of(window).summaries()[0].title == "مرفأ"


def test_the_list_is_filtered_and_sorted_and_next_follows_it(window: MainWindow) -> None:
    head = window.workspace.sides.head
    assert "3 articles" in head.count.text() and "1 done" in head.count.text()
    by_title = next(one for one in head.menu.actions() if one.data() == "title")
    by_title.trigger()
    assert listed(window) == ["إذاعة", "أمطار", "ميناء"] and shown(window) == "ميناء"
    window.registry.run("navigate.previous_document")
    assert shown(window) == "أمطار"
    next(one for one in head.menu.actions() if one.data() == "todo").trigger()
    assert listed(window) == ["أمطار", "ميناء"] and "2" in head.count.text()
    assert window.session is not None
    window.session.toggle_done()
    # What is done leaves the list, and stays on the page until the next one is asked for.
    assert listed(window) == ["ميناء"] and shown(window) == "أمطار"
    window.registry.run("navigate.next_document")
    assert shown(window) == "ميناء"
    head.words.setText("لا شيء كهذا")
    assert listed(window) == []
    head.words.clear()
    assert listed(window) == ["ميناء"]


def test_what_is_assigned_to_me_is_told_and_can_be_listed_alone(window: MainWindow) -> None:
    project = project_of(window)
    project.assign([project.summaries()[2].id], ["huda"])
    rows = list_of(window).rows
    assert "Yours" in rows.subtitle(rows.row(2)) and "Yours" not in rows.subtitle(rows.row(0))
    next(one for one in window.workspace.sides.head.menu.actions() if one.data() == "mine").trigger()
    assert listed(window) == ["أمطار"]
    project.undo()
    assert listed(window) == []


def test_a_title_has_both_lines_where_nothing_else_is_known(window: MainWindow) -> None:
    long = "عنوان طويل جدًّا " * 6
    project, documents = project_of(window), list_of(window)
    project.update_document(project.summaries()[2].id, title=long)
    above_half = ink(documents, 2)
    project.update_document(project.summaries()[2].id, publisher=None)
    # Both halves of the row hold letters of the title, and more of them than before.
    assert ink(documents, 2) > 1.3 * above_half


def ink(documents: DocumentList, row: int) -> float:
    """Return how many dark pixels the lower half of a row has."""
    box = documents.visualRect(documents.rows.index(row))
    image: QImage = documents.viewport().grab(box).toImage()
    half = range(image.height() // 2, image.height())
    return sum(image.pixelColor(x, y).lightness() < 110 for y in half for x in range(image.width() - 40))


def test_the_article_on_the_page_is_renamed_and_removed_by_command(window: MainWindow, qtbot: QtBot) -> None:
    left = window.workspace.panes[0]
    left.hide()
    window.registry.run("article.rename")
    line = list_of(window).findChild(QLineEdit)
    assert left.isVisible() and line is not None
    line.setText("مرفأ")
    QTest.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown(window) == "مرفأ")
    window.registry.run("article.remove")
    assert listed(window) == ["إذاعة", "أمطار"] and shown(window) == "إذاعة"


def test_an_article_that_the_list_leaves_out_is_renamed_all_the_same(window: MainWindow, qtbot: QtBot) -> None:
    window.workspace.sides.head.words.setText("أمطار")
    qtbot.waitUntil(lambda: listed(window) == ["أمطار"])
    assert shown(window) == "ميناء"
    window.registry.run("article.rename")
    # A second time while the line is open: it stays.
    list_of(window).rename(list_of(window).rows.row(0).id)
    line = list_of(window).findChild(QLineEdit)
    assert len(listed(window)) == 3 and line is not None
    line.setText("مرفأ")
    QTest.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown(window) == "مرفأ")
