"""The tour: a first attribution by one's own hands, skipped at any moment, and never in the way again."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator import Project, app
from annotator.services.schemes import load_scheme
from annotator.services.tour import ACTOR, CLAIM, CUE, TEXT, make_tour, range_of
from annotator.ui.i18n import set_language
from annotator.ui.main_window import MainWindow
from annotator.ui.settings import TOUR_OVER
from annotator.ui.touring.feature import Touring
from annotator.ui.touring.steps import Step, steps_of
from annotator.ui.touring.tour import Tour

Key = Qt.Key


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda *_: str(tmp_path / "data"))
    window = app.open_window()
    qtbot.addWidget(window)
    window.resize(1280, 820)
    window.show()
    yield window
    window.close()


def begin(window: MainWindow, qtbot: QtBot) -> Tour:
    window.registry.run("help.tour")
    touring = window.feature(Touring)
    qtbot.waitUntil(lambda: touring.tour is not None and touring.tour.bubble.isVisible())
    assert touring.tour is not None
    return touring.tour


def press(window: MainWindow, key: Key) -> None:
    QTest.keyClick(window.article, key)


def test_each_word_stands_once_in_the_article() -> None:
    assert all(TEXT.count(words) == 1 for words in (ACTOR, CUE, CLAIM))
    assert TEXT[slice(*range_of(CUE))] == CUE


def test_the_tour_follows_the_keys_of_the_person(window: MainWindow, qtbot: QtBot) -> None:
    tour = begin(window, qtbot)
    assert window.article.selected_range() == range_of(ACTOR)
    assert ACTOR in tour.bubble.text.text() and "Press" in tour.bubble.text.text()
    assert window.article.hasFocus() or not window.isActiveWindow()
    press(window, Key.Key_A)
    qtbot.waitUntil(lambda: window.article.selected_range() == range_of(CUE))
    press(window, Key.Key_Q)
    qtbot.waitUntil(lambda: window.article.selected_range() == range_of(CLAIM))
    press(window, Key.Key_C)
    qtbot.waitUntil(lambda: tour.step is not None and tour.step.label is None)
    press(window, Key.Key_Return)
    qtbot.waitUntil(lambda: tour.is_done)
    assert window.session is not None
    assert len(window.session.relations) == 2
    window.registry.run("edit.undo")
    qtbot.waitUntil(lambda: not tour.is_done)
    tour.show_it()
    qtbot.waitUntil(lambda: tour.is_done)
    press(window, Key.Key_Return)
    qtbot.waitUntil(lambda: window.session is None and window.feature(Touring).tour is None)
    assert TOUR_OVER.get() and "Help" in window.messages.text.text()


def test_it_shows_each_step_on_request(window: MainWindow, qtbot: QtBot) -> None:
    tour = begin(window, qtbot)
    for step in tour.steps:
        _wait_for(tour, step, qtbot)
        tour.bubble.first.click()
    qtbot.waitUntil(lambda: tour.is_done)


def _wait_for(tour: Tour, step: Step, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: tour.step is step)


def test_escape_ends_it_and_leads_back_to_the_project_that_was_open(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    with Project.create(tmp_path / "mine.musnad") as project:
        project.add_document("قال.")
    window.open_project(tmp_path / "mine.musnad")
    tour = begin(window, qtbot)
    assert tour.step is not None
    press(window, Key.Key_Escape)
    press(window, Key.Key_Escape)
    qtbot.waitUntil(lambda: window.session is not None and window.session.project.path.stem == "mine")
    assert window.feature(Touring).tour is None and TOUR_OVER.get()


def test_it_can_be_taken_again_from_its_beginning(window: MainWindow, qtbot: QtBot) -> None:
    tour = begin(window, qtbot)
    press(window, Key.Key_A)
    qtbot.waitUntil(lambda: tour.step is tour.steps[1])
    again = begin_again(window, qtbot, tour)
    assert again.step is again.steps[0]


def begin_again(window: MainWindow, qtbot: QtBot, before: Tour) -> Tour:
    window.registry.run("help.tour")
    touring = window.feature(Touring)
    qtbot.waitUntil(lambda: touring.tour not in (None, before))
    assert touring.tour is not None
    qtbot.waitUntil(touring.tour.bubble.isVisible)
    return touring.tour


def test_the_bubble_speaks_the_windows_language(window: MainWindow, qtbot: QtBot) -> None:
    tour = begin(window, qtbot)
    set_language("ar")
    qtbot.waitUntil(lambda: "من المتكلم؟" in tour.bubble.title.text())


def test_an_empty_project_tells_what_comes_next_until_the_tour_is_known(window: MainWindow, tmp_path: Path) -> None:
    Project.create(tmp_path / "empty.musnad").close()
    window.open_project(tmp_path / "empty.musnad")
    page = window.workspace.empty
    assert page.isVisible() and page.tour.isVisible()
    window.close_project()
    TOUR_OVER.set(True)
    window.open_project(tmp_path / "empty.musnad")
    assert window.workspace.empty.isVisible() and not window.workspace.empty.tour.isVisible()


def test_a_scheme_without_anyone_who_speaks_has_no_steps() -> None:
    assert len(steps_of(load_scheme("actors-claims"))) == 4
    assert steps_of(load_scheme("wojood")) == ()


def test_the_tour_leaves_nothing_of_who_takes_it_again(tmp_path: Path) -> None:
    path = make_tour(tmp_path / "t" / "Tour.musnad", "omar")
    with Project.open(path, annotator="omar") as project:
        (document,) = project.documents()
        assert document.text == TEXT
        project.annotate(document.id, range_of(CUE), "cue")
    make_tour(path, "omar")
    with Project.open(path, annotator="omar") as project:
        assert project.spans(document.id) == []


def test_a_tour_whose_project_was_closed_at_once_does_not_begin(window: MainWindow, qtbot: QtBot) -> None:
    touring = window.feature(Touring)
    window.registry.run("help.tour")
    qtbot.waitUntil(lambda: window.session is not None)
    window.close_project()
    QTest.qWait(1)
    assert touring.tour is None
    assert begin(window, qtbot).step is not None
