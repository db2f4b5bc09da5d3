"""Files that are no articles are asked for, and come in as what the person says they are."""

import json
from pathlib import Path

from pytestqt.qtbot import QtBot

from annotator.ui.i18n import set_language
from annotator.ui.main_window import MainWindow


def imported(window: MainWindow, qtbot: QtBot, *paths: Path) -> None:
    window.features.transfers().import_files(list(paths))
    qtbot.waitUntil(lambda: window.messages.isVisible() and "could not be read" in window.messages.text.text())


def count(window: MainWindow) -> int:
    assert window.session is not None
    return len(window.session.project.documents())


def test_a_dataset_under_another_name_is_asked_for_and_taken_up(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    line = {"text": "قال الوزير", "annotator": "omar", "spans": [{"id": "s", "label": "cue", "start": 0, "end": 3}]}
    (tmp_path / "d.ndjson").write_text(json.dumps(line), encoding="utf-8")
    before = count(window)
    imported(window, qtbot, tmp_path / "d.ndjson")
    assert count(window) == before
    assert window.messages.accept.text() == "Import as JSON Lines"
    window.messages.accept.click()
    qtbot.waitUntil(lambda: count(window) == before + 1)
    assert window.session is not None
    assert len(window.session.project.spans(window.session.project.documents()[-1].id, "omar")) == 1


def test_a_table_may_be_an_article_all_the_same(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    for name in ("a.csv", "b.csv"):
        (tmp_path / name).write_text(f"name,kind\n{name},person\n", encoding="utf-8")
    before = count(window)
    imported(window, qtbot, tmp_path / "a.csv", tmp_path / "b.csv")
    assert count(window) == before
    assert window.messages.accept.text() == "Import 2 files as articles all the same"
    set_language("ar")
    window.messages.accept.click()
    qtbot.waitUntil(lambda: count(window) == before + 2)
    set_language("en")
