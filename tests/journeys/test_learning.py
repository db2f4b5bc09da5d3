"""A person lets the program learn from the marks, looks how good it is, and answers what it proposes anywhere."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator import Project
from annotator.services.confidence import SURE
from annotator.ui.learning.page import LearningPage
from annotator.ui.main_window import MainWindow
from tests.services.lessons import taught

Open = Callable[[Path | None], MainWindow]


def page_of(window: MainWindow) -> LearningPage:
    page = window.findChild(LearningPage, "learning_page")
    assert isinstance(page, LearningPage)
    return page


def test_learning_then_taking_what_it_proposes_in_another_article(open_: Open, path: Path, qtbot: QtBot) -> None:
    with Project.open(path, annotator="layla") as project:
        taught(project, articles=5)
    window = open_(path)
    window.registry.run("suggest.learn")
    page = page_of(window)
    assert "Nothing has been learned" in page.told.text()
    assert not page.chart.isVisible() and not page.take.isEnabled()

    qtbot.mouseClick(page.learn, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(page.lines.rows.items), timeout=30_000)
    assert "15 attributions in 5 articles" in page.told.text()
    assert "n = 15" in page.figures.text()
    assert page.chart.isVisible() and "cues" in page.chart.accessibleDescription()

    place = next(n for n, one in enumerate(page.lines.rows.items) if one.hit.title == "unseen")
    page.lines.show_current(place)
    QTest.keyClick(page.lines, Qt.Key.Key_Space)
    before = len(page.lines.rows.items)
    qtbot.mouseClick(page.take, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(page.lines.rows.items) < before, timeout=10_000)
    session = window.session
    assert session is not None
    project = session.project
    unseen = next(one.id for one in project.summaries(counted=False) if one.title == "unseen")
    assert {span.label for span in project.spans(unseen)} == {"actor", "cue", "claim"}
    assert len(project.relations(unseen)) == 2

    page.order = "article"
    window.registry.run("edit.undo")
    assert project.spans(unseen) == []
    window.registry.run("suggest.learn")
    qtbot.waitUntil(lambda: len(page.lines.rows.items) == before, timeout=10_000)
    place = next(n for n, one in enumerate(page.lines.rows.items) if one.hit.title == "unseen")
    page.lines.show_current(place)
    QTest.keyClick(page.lines, Qt.Key.Key_Return)
    assert session.document is not None and session.document.id == unseen
    assert session.pointed is not None

    # In the list of all, what was learned starts ticked from the same confidence on as what the rules propose.
    window.registry.run("suggest.accept_all")
    pane = window.features.suggesting().pane
    assert pane is not None
    known = {one.span.id: one.confidence for one in project.uncertain() if one.span.document_id == unseen}
    ticked = {one.span.id for one in pane.chosen}
    assert {one.span.id for one in pane.lines.rows.items} >= known.keys() != set()
    assert {one for one, sure in known.items() if sure is not None and sure >= SURE} == ticked & known.keys()
