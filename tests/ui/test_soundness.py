"""In the window: a project is checked and mended, and of one that is not ours there is a clean copy."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from annotator import Project
from annotator.app import open_window
from annotator.ui.main_window import MainWindow


@pytest.fixture
def path(tmp_path: Path) -> Path:
    place = tmp_path / "harbour.musnad"
    with Project.create(place, annotator="layla") as project:
        document = project.add_document("قال الوزير إن الميناء جاهز.")
        project.annotate(document.id, (0, 3), "cue")
    return place


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    made = open_window()
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.close()
    made.deleteLater()


def spoil(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def says(window: MainWindow, words: str) -> bool:
    return words in window.messages.text.text()


def test_a_sound_project_is_said_to_be_sound(window: MainWindow, path: Path, qtbot: QtBot) -> None:
    assert window.open_project(path, "layla")
    window.registry.run("file.check")
    qtbot.waitUntil(lambda: says(window, "Everything in this project holds together."))


def test_what_does_not_hold_is_listed_and_mended_on_request(window: MainWindow, path: Path, qtbot: QtBot) -> None:
    spoil(path, "INSERT INTO documents_fts (documents_fts) VALUES ('delete-all')")
    assert window.open_project(path, "layla")
    window.registry.run("file.check")
    qtbot.waitUntil(lambda: says(window, "1 thing in this project does not hold together."))
    assert "the search index does not hold its words" in window.messages.details.toPlainText()
    window.messages.accept.click()
    qtbot.waitUntil(lambda: says(window, "made anew"))
    assert window.session is not None
    assert window.session.project.check() == []
    assert [hit.text for hit in window.session.project.search("الميناء")] == ["الميناء"]


def test_of_a_project_with_foreign_parts_a_clean_copy_is_offered(window: MainWindow, path: Path, qtbot: QtBot) -> None:
    spoil(path, "CREATE TRIGGER t AFTER INSERT ON spans BEGIN DELETE FROM spans; END")
    assert not window.open_project(path, "layla")
    assert says(window, "trigger t")
    window.messages.accept.click()
    qtbot.waitUntil(lambda: says(window, "This is the clean copy"))
    assert window.session is not None
    assert window.session.project.path.name == "harbour.clean.musnad"
    assert len(window.session.spans) == 1
    window.session.project.annotate(window.session.summaries()[0].id, (4, 10), "actor")
    assert window.session.project.check() == []


def test_links_that_older_ones_leave_no_room_for_are_told(window: MainWindow, path: Path, qtbot: QtBot) -> None:
    other = path.with_name("other.musnad")
    with Project.open(path, annotator="layla") as project:
        document = project.documents()[0].id
        claim = project.annotate(document, (14, 26), "claim")
        cue = project.annotate(document, (4, 10), "cue")
        project.save_copy(other)
        project.link(claim.id, cue.id, "cue")
        with Project.open(other, annotator="layla") as copy:
            copy.link(claim.id, copy.annotate(document, (11, 14), "cue").id, "cue")
            project.apply(copy.changes_since(project.vector()))
        (link,) = project.unshown_links()
        assert (link.from_words, link.to_words, link.reason) == ("الميناء جاهز", "إن ", "too_many"), link
        assert len(project.relations(document)) == 1
    assert window.open_project(path, "layla")
    window.registry.run("file.check")
    qtbot.waitUntil(lambda: says(window, "1 link is kept and not shown."))
    assert "An older link leaves no room for it" in window.messages.details.toPlainText()
    window.messages.accept.click()
    assert window.session is not None and window.session.selected_id == claim.id
