"""What became of my marks: walked, answered, made examples of, and counted over time."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from annotator import Project
from annotator.ui.error_trends.page import ErrorsPage
from annotator.ui.feedback.pane import FeedbackPane
from annotator.ui.i18n import set_language
from annotator.ui.main_window import MainWindow
from annotator.ui.panels.guidelines import GuidelinesPane

TEXT = "قال وزير النقل سامر الحلبي إن الميناء سيفتح. وقالت نادية إن «العقد» جاهز، بحسب سامر."
READERS = ("layla", "omar")
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(open_: Callable[[Path | None], MainWindow], tmp_path: Path) -> MainWindow:
    """Huda moved an actor of layla's, rejected a claim of hers, and took a cue that she had missed."""
    path = tmp_path / "p.musnad"
    with Project.create(path, annotator="huda") as project:
        document = project.add_document(TEXT, title="الميناء").id
    for who, marks in {
        "layla": [((0, 3), "cue"), ((4, 26), "actor"), ((30, 43), "claim")],
        "omar": [((0, 3), "cue"), ((15, 26), "actor"), ((75, 79), "cue")],
    }.items():
        with Project.open(path, annotator=who) as project:
            for place, label in marks:
                project.annotate(document, place, label)
    with Project.open(path, annotator="huda") as project:
        project.apply_rule(document, READERS, "agreed")
        moved, claim, missed = project.review(document, READERS).open
        project.adjudicate(document, moved.id, READERS, "take", reader="omar", reason="boundary", note="الاسم وحده")
        project.adjudicate(document, claim.id, READERS, "reject", reason="spurious")
        project.adjudicate(document, missed.id, READERS, "take", reader="omar")
    window = open_(path)
    window.close_project()
    window.open_project(path, "layla")
    return window


def pane(window: MainWindow) -> FeedbackPane:
    found = window.workspace.beside
    assert isinstance(found, FeedbackPane)
    return found


def opened(window: MainWindow, qtbot: QtBot) -> FeedbackPane:
    window.registry.run("view.feedback")
    qtbot.waitUntil(lambda: len(pane(window).list.rows.items) == 3)
    return pane(window)


def test_each_mark_is_walked_answered_and_made_an_example_by_keys(window: MainWindow, qtbot: QtBot) -> None:
    session = window.session
    assert session is not None
    shown = opened(window, qtbot)
    assert [one.feedback.outcome for one in shown.list.rows.items] == ["changed", "rejected", "missed"]
    assert "Kept: 1" in shown.bar.accessibleName(), "the agreed one"
    assert QApplication.focusWidget() is shown.list
    qtbot.waitUntil(lambda: "R answers" in window.modes.hint(window.registry.context))
    QTest.keyClick(shown.list, Qt.Key.Key_N)
    assert session.chosen is not None and session.chosen.parts == ((4, 26),)
    QTest.keyClick(shown.list, Qt.Key.Key_G)
    QTest.keyClick(shown.list, Qt.Key.Key_G, SHIFT)
    guideline = session.scheme.label("actor").guidelines["en"].splitlines()
    assert guideline[-2:] == ["- Yes: «سامر الحلبي»", "- No: «وزير النقل سامر الحلبي»"]
    window.registry.run("edit.undo")
    assert session.scheme.label("actor").guidelines["en"].splitlines()[-1] == "- Yes: «سامر الحلبي»"
    QTest.keyClick(shown.list, Qt.Key.Key_R)
    QTest.keyClicks(shown.composer.field, "why?")
    QTest.keyClick(shown.composer.field, Qt.Key.Key_Return)
    [said] = session.project.comments(session.summaries()[0].id)
    assert (said.text, said.span_id, said.mentions) == ("@huda why?", session.chosen.id, ("huda",))
    assert QApplication.focusWidget() is shown.list and session.spans[1].label == "actor", "no label's key was meant"


def test_what_was_understood_is_not_shown_again_until_it_is_decided_anew(window: MainWindow, qtbot: QtBot) -> None:
    session = window.session
    assert session is not None
    shown = opened(window, qtbot)
    shown.unseen.click()
    shown.list.setFocus()
    QTest.keyClick(shown.list, Qt.Key.Key_N)
    QTest.keyClick(shown.list, Qt.Key.Key_A)
    qtbot.waitUntil(lambda: [one.feedback.outcome for one in shown.list.rows.items] == ["rejected", "missed"])
    assert shown.chosen is not None and shown.chosen.outcome == "rejected", "the next one"
    assert "2" in shown.unseen.text()
    window.registry.run("edit.undo")
    qtbot.waitUntil(lambda: len(shown.list.rows.items) == 3)
    project = session.project
    for row in shown.list.rows.items:
        project.set_viewed(row.feedback.document_id, row.feedback.view)
    qtbot.waitUntil(lambda: shown.list.rows.items == [] and shown.none.text() == "You have seen all of it.")
    path, document = project.path, session.summaries()[0].id
    window.close_project()
    with Project.open(path, annotator="huda") as huda:
        moved = next(one for one in huda.decisions(document) if one.reason == "boundary")
        huda.reopen(moved.id)
        huda.adjudicate(document, moved.difference, READERS, "take", reader="layla")
        [mine] = [one for one in huda.spans(document, "layla") if one.label == "claim"]
        huda.comment(document, "@layla ?", span_id=mine.id)
    window.open_project(path, "layla")
    window.registry.run("view.feedback")
    again = pane(window)
    qtbot.waitUntil(lambda: [row.is_seen for row in again.list.rows.items] == [False, True, True])
    again.waiting.click()
    assert [row.feedback.outcome for row in again.list.rows.items] == ["rejected"]


@pytest.mark.heavy
def test_the_page_shows_the_gold_reading_and_signs_as_long_as_the_pane_stands(window: MainWindow, qtbot: QtBot) -> None:
    session = window.session
    assert session is not None
    shown = opened(window, qtbot)
    assert [one.annotator for one in session.readings.compared] == ["gold"]
    rejected = shown.findChild(QToolButton, "rejected")
    assert rejected is not None
    QTest.mouseClick(rejected, Qt.MouseButton.LeftButton)
    assert [one.feedback.outcome for one in shown.list.rows.items] == ["rejected"]
    set_language("ar")
    qtbot.waitUntil(lambda: shown.errors.text() == "أخطائي عبر الزمن")
    QTest.keyClick(shown.list, Qt.Key.Key_Escape)
    assert window.workspace.beside is None
    qtbot.waitUntil(lambda: session.readings.compared == ())


@pytest.mark.heavy
def test_an_example_is_shown_in_the_guideline_at_a_click(window: MainWindow, qtbot: QtBot) -> None:
    shown = opened(window, qtbot)
    shown.list.step(-1)
    window.registry.run("feedback.example_for")
    QTest.mouseClick(window.messages.accept, Qt.MouseButton.LeftButton)
    guide = window.workspace.beside
    assert isinstance(guide, GuidelinesPane)
    assert guide.labels.currentData() == "cue" and "بحسب" in guide.page.toPlainText()


@pytest.mark.heavy
def test_errors_over_time_tell_each_number_and_of_how_many(window: MainWindow, qtbot: QtBot) -> None:
    window.registry.run("view.my_errors")
    page = window.findChild(ErrorsPage)
    assert isinstance(page, ErrorsPage)
    qtbot.waitUntil(lambda: page.table.rowCount() == 4)
    rows = [page.table.verticalHeaderItem(row) for row in range(4)]
    cells = [page.table.item(row, 1) for row in range(4)]
    told = {
        row.text(): cell.text() for row, cell in zip(rows, cells, strict=True) if row is not None and cell is not None
    }
    assert told == {"boundary": "1", "spurious": "1", "missed": "1", "Marks decided (n)": "3"}
    assert cells[0] is not None and cells[0].toolTip() == "1 of 3 marks (33 %)"
    weeks = page.findChild(QToolButton, "week")
    assert weeks is not None
    QTest.mouseClick(weeks, Qt.MouseButton.LeftButton)
    header = page.table.horizontalHeaderItem(0)
    assert header is not None and header.text().startswith("Week of")
    QTest.keyClick(page.table, Qt.Key.Key_Escape)
    assert not window.covered and window.workspace.article.hasFocus()
