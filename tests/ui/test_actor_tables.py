"""The registry of actors in and out by the file menu."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from annotator import Project, app
from annotator.ui.files.feature import choose_project
from annotator.ui.i18n import set_language
from annotator.ui.main_window import MainWindow


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    place = tmp_path / "p.musnad"
    with Project.create(place) as project:
        project.add_document("مقال قصير")
        project.add_actor("أحمد", "person")
        project.add_actor("منى", "person")
    made = app.open_window(place)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()


def wait_for(qtbot: QtBot, window: MainWindow, told: str) -> None:
    qtbot.waitUntil(lambda: window.messages.isVisible() and told in window.messages.text.text())


def project_of(window: MainWindow) -> Project:
    assert window.session is not None
    return window.session.project


def test_a_table_comes_in_and_is_one_step_back(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = tmp_path / "in.csv"
    table.write_text(
        "name,kind,note\nليلى,person,\nعمر,person,\nاحمد,person,كاتب\nمنى,person,شاعرة\nأَحمد,person,\nعُمر,person,",
        encoding="utf-8",
    )
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(table), ""))
    window.registry.run("file.import_actors")
    wait_for(qtbot, window, "2 actors added, 2 actors changed, 2 rows merged")
    assert window.messages.more.isVisible()
    assert "أَحمد" in window.messages.details.toPlainText()
    assert [actor.name for actor in project_of(window).actors()] == ["أحمد", "منى", "ليلى", "عمر"]
    window.registry.run("edit.undo")
    assert [actor.note for actor in project_of(window).actors()] == ["", ""]


def test_a_table_goes_out(qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "out.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    window.registry.run("file.export_actors")
    wait_for(qtbot, window, "out.csv (2 actors)")
    assert "أحمد" in out.read_text(encoding="utf-8-sig")


def test_a_bad_table_is_told_by_line_and_column(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    table = tmp_path / "in.csv"
    table.write_text("name,kind\nليلى,persn\n", encoding="utf-8")
    window.features.transfers().import_actors(table)
    wait_for(qtbot, window, "in.csv, line 2, column kind")
    assert len(project_of(window).actors()) == 2


@pytest.mark.parametrize("language", ["en", "ar"])
def test_patterns_stay_plain_in_every_language(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    offered: list[str] = []

    def answer(*words: str) -> tuple[str, str]:
        offered.append(words[3])
        return "", ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", answer)
    set_language("ar" if language == "ar" else "en")
    choose_project(window)
    window.registry.run("file.import_actors")
    assert [text.partition(" (")[2] for text in offered] == ["*.musnad)", "*.csv *.tsv *.txt)"]
