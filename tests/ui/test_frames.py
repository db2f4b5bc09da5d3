"""The card of a frame and the list of all of them, in the window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from annotator import Project
from annotator.app import open_window
from annotator.ui.main_window import MainWindow
from annotator.ui.panels.frame_card import FrameCard
from annotator.ui.panels.quote import Chip
from annotator.ui.panels.role_chip import CROSS, RoleChip
from annotator.ui.panels.value_menu import ValueMenu

TEXT = "همس رائد الحلبي لليلى الأتاسي: الميناء مغلق اليوم.\n" + "السفن راسية. " * 60
Key = Qt.Key


@pytest.fixture
def window(tmp_path: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    """A claim with source, cue and target is selected."""
    path = tmp_path / "p.musnad"
    with Project.create(path, annotator="layla") as project:
        document = project.add_document(TEXT, title="الميناء")

        def mark(words: str, label: str) -> str:
            start = TEXT.index(words)
            return project.annotate(document.id, (start, start + len(words)), label).id

        claim = mark("الميناء مغلق اليوم", "claim")
        project.link(claim, mark("رائد الحلبي", "actor"), "source")
        project.link(claim, mark("همس", "cue"), "cue")
        project.link(claim, mark("ليلى الأتاسي", "actor"), "target")
        mark("السفن", "claim")
    opened = open_window(path, annotator="layla")
    opened.resize(1280, 900)
    with qtbot.waitExposed(opened):
        opened.show()
    opened.activateWindow()
    assert opened.session is not None
    opened.session.select(claim)
    yield opened
    opened.close()
    opened.deleteLater()


def card(window: MainWindow) -> FrameCard:
    found = window.workspace.inspector.frame
    assert found is not None
    return found


def chip(window: MainWindow, words: str) -> RoleChip:
    return next(one for one in card(window).chips.values() if one.text() == words)


def labels(window: MainWindow) -> list[str]:
    assert window.session is not None
    return sorted(item.label for item in window.session.relations)


def ask(window: MainWindow, role: str) -> QToolButton:
    button = card(window).findChild(QToolButton, f"ask.{role}")
    assert isinstance(button, QToolButton)
    return button


def rows(window: MainWindow) -> dict[str, tuple[int, int]]:
    """The top and height of the rows of the card by their roles, in pixels of the card."""
    found = card(window).findChildren(QWidget)
    return {one.objectName(): (one.y(), one.height()) for one in found if one.objectName().startswith("role.")}


def test_each_role_has_a_row_that_stays_where_it_is(window: MainWindow, qtbot: QtBot) -> None:
    assert [one.text() for one in card(window).chips.values()] == ["رائد الحلبي", "همس", "ليلى الأتاسي"]
    before = rows(window)
    assert list(before) == [f"role.{one}" for one in ("source", "cue", "target", "addressee", "reported_by")]
    assert all(height > 0 for _, height in before.values())
    for words in ("رائد الحلبي", "همس"):
        qtbot.keyClick(chip(window, words), Key.Key_Delete)
    qtbot.waitUntil(lambda: len(card(window).chips) == 1 and all(height for _, height in rows(window).values()))
    qtbot.waitUntil(lambda: rows(window) == before)
    assert ask(window, "source").isVisible() and ask(window, "cue").isVisible()


def test_a_chip_goes_to_its_mark(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.mouseClick(chip(window, "رائد الحلبي"), Qt.MouseButton.LeftButton, pos=QPoint(20, 15))
    assert window.session is not None and window.session.selected is not None
    assert window.session.selected.quote(TEXT) == "رائد الحلبي"
    assert labels(window) == ["cue", "source", "target"]


def test_the_cross_takes_the_link_away_and_leaves_the_mark(window: MainWindow, qtbot: QtBot) -> None:
    one = chip(window, "ليلى الأتاسي")
    qtbot.mouseClick(one, Qt.MouseButton.LeftButton, pos=QPoint(one.width() - 5 - CROSS // 2, one.height() // 2))
    assert labels(window) == ["cue", "source"]
    assert window.session is not None and len(window.session.spans) == 5
    window.change(lambda session: session.undo())
    assert labels(window) == ["cue", "source", "target"]


def test_del_on_a_chip_takes_its_link_away_and_the_focus_stays_in_the_card(window: MainWindow, qtbot: QtBot) -> None:
    one = chip(window, "همس")
    one.setFocus()
    qtbot.keyClick(one, Key.Key_Delete)
    assert labels(window) == ["source", "target"]
    assert chip(window, "ليلى الأتاسي").hasFocus()
    qtbot.waitUntil(ask(window, "cue").isVisible)


def test_f2_on_a_chip_lets_another_mark_take_its_place(window: MainWindow, qtbot: QtBot) -> None:
    one = chip(window, "رائد الحلبي")
    one.setFocus()
    qtbot.keyClick(one, Key.Key_F2)
    assert window.features.linking() is not None and window.features.linking().question is not None
    assert window.workspace.article.hasFocus()
    qtbot.keyClick(window.workspace.article, Key.Key_Return)
    assert labels(window) == ["cue", "source", "target"]
    assert next(one.text() for one in card(window).chips.values()) == "ليلى الأتاسي"
    window.change(lambda session: session.undo())
    assert next(one.text() for one in card(window).chips.values()) == "رائد الحلبي"


def test_what_is_missing_asks_in_the_page(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.mouseClick(ask(window, "addressee"), Qt.MouseButton.LeftButton)
    question = window.features.linking().question
    assert question is not None and question.kind.key == "addressee"
    overlay = window.workspace.article.overlay
    assert overlay is not None and len(overlay.badges) == 2


@pytest.mark.parametrize("by_letter", [True, False])
def test_the_stance_of_a_target_is_chosen_from_a_list(window: MainWindow, qtbot: QtBot, by_letter: bool) -> None:
    assert window.session is not None
    target = next(item for item in window.session.relations if item.label == "target")
    button = card(window).findChild(QToolButton, f"{target.id}.stance")
    assert isinstance(button, QToolButton) and "neutral" in button.text()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, ValueMenu)
    assert [one.objectName() for one in menu.actions() if one.isChecked()] == ["neutral"]
    against = next(one for one in menu.actions() if one.objectName() == "against")
    if by_letter:
        qtbot.keyClick(menu, Key.Key_A)
    else:
        qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(against).center())
    assert [item.attributes for item in window.session.relations if item.label == "target"] == [{"stance": "against"}]
    assert QApplication.activePopupWidget() is None


def test_a_digit_opens_the_list_of_many_values_and_a_letter_chooses(window: MainWindow, qtbot: QtBot) -> None:
    assert window.session is not None
    cue = next(span for span in window.session.spans if span.label == "cue")
    window.session.select(cue.id)
    for key, value in ((Key.Key_D, "deny"), (Key.Key_W, "warn")):
        qtbot.keyClick(window.workspace.article, Key.Key_1)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, ValueMenu)
        qtbot.keyClick(menu, key)
        assert window.session.marks_by_id[cue.id].attributes["act"] == value
    assert QApplication.activePopupWidget() is None


def test_a_mark_leads_back_to_the_claims_in_which_it_plays_a_role(window: MainWindow, qtbot: QtBot) -> None:
    assert window.session is not None
    qtbot.mouseClick(chip(window, "همس"), Qt.MouseButton.LeftButton, pos=QPoint(20, 15))
    assert window.session.selected is not None and window.session.selected.label == "cue"
    back = next(one for one in window.workspace.inspector.findChildren(Chip) if "Cue of" in one.accessibleName())
    qtbot.mouseClick(back, Qt.MouseButton.LeftButton)
    assert window.session.selected.quote(TEXT) == "الميناء مغلق اليوم"


def test_roles_are_lit_and_joined_while_their_claim_is_selected(window: MainWindow) -> None:
    overlay = window.workspace.article.overlay
    assert overlay is not None and len(overlay.joints) == len(overlay.lit) == 3
    assert window.session is not None
    window.session.select(None)
    assert window.workspace.article.overlay is None


def test_the_pane_lists_filters_and_goes(window: MainWindow, qtbot: QtBot) -> None:
    window.registry.run("view.frames")
    pane = window.workspace.sides.frames
    assert pane is not None and pane.list.isVisible() and not window.workspace.marks.isVisible()
    assert pane.rows.rowCount() == 2 and pane.list.currentIndex().row() == 0
    index = pane.rows.index(1, 0)
    qtbot.mouseClick(pane.list.viewport(), Qt.MouseButton.LeftButton, pos=pane.list.visualRect(index).center())
    assert window.session is not None and window.session.selected is not None
    assert window.session.selected.quote(TEXT) == "السفن"
    field = window.findChild(QLineEdit, "frame_filter")
    assert isinstance(field, QLineEdit)
    qtbot.keyClicks(field, "neutral")
    assert [row.quote for row in pane.rows.items] == ["الميناء مغلق اليوم"]
    field.clear()
    qtbot.mouseClick(pane.incomplete, Qt.MouseButton.LeftButton)
    assert [row.quote for row in pane.rows.items] == ["السفن"]
    # It follows what is done in the page.
    window.change(lambda session: session.delete_selected())
    assert pane.rows.rowCount() == 0
    window.registry.run("view.frames")
    assert window.workspace.marks.isVisible() and not pane.isVisible()


def test_a_reader_sees_the_sentence_and_can_change_nothing_of_it(tmp_path: Path, window: MainWindow) -> None:
    path = tmp_path / "p.musnad"
    window.close_project()
    with Project.open(path, annotator="layla", read_only=True) as project:
        window.show_project(project)
        assert window.session is not None
        window.session.select(next(span.id for span in window.session.spans if span.label == "claim"))
        assert card(window).findChildren(QToolButton, "ask.addressee") == []
        for role in ("source", "cue"):
            assert not window.registry.action(f"annotate.link.{role}").isEnabled()
        window.close_project()
