"""Work goes to a colleague in a bundle and comes in by the window: looked at first, merged, and taken back."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox, QDialog, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from annotator import Project
from annotator.app import open_window
from annotator.ui.main_window import MainWindow
from annotator.ui.sharing.feature import Sharing
from annotator.ui.sharing.part import PartDialog
from annotator.ui.sharing.preview import MergeDialog

TEXT = "قال وزير النقل سامر الحلبي إن الميناء سيفتح."


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    path = tmp_path / "layla.musnad"
    with Project.create(path, annotator="layla") as project:
        project.add_document(TEXT, title="الميناء")
    for who in ("omar", "Layla"):
        shutil.copy(path, tmp_path / f"{who}.copy.musnad")
        with Project.open(tmp_path / f"{who}.copy.musnad", annotator=who) as project:
            project.annotate(project.documents()[0].id, (0, 3), "cue")
            project.share(tmp_path / f"{who}.musnad-share")
    window = open_window(path, "layla")
    qtbot.addWidget(window)
    window.show()
    yield window
    window.close()


def dialog(qtbot: QtBot, window: MainWindow, bundle: Path) -> MergeDialog:
    window.features.get(Sharing).look(bundle)
    qtbot.waitUntil(lambda: window.findChild(MergeDialog) is not None, timeout=10_000)
    found = window.findChild(MergeDialog)
    assert isinstance(found, MergeDialog)
    return found


def test_a_bundle_is_looked_at_merged_and_taken_back(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    assert window.session is not None
    project = window.session.project
    document = project.documents()[0].id
    shown = dialog(qtbot, window, tmp_path / "omar.musnad-share")
    words = "\n".join(label.text() for label in shown.findChildren(QLabel))
    assert "omar" in words and "Cue: " in words and project.spans(document, "omar") == []
    shown.accept()
    # What is written can be read before the work has come home, and only then is there something to undo.
    qtbot.waitUntil(lambda: "taken in" in window.messages.text.text(), timeout=10_000)
    qtbot.waitUntil(lambda: window.registry.context.can_undo, timeout=10_000)
    assert len(project.spans(document, "omar")) == 1
    window.registry.run("edit.undo")
    qtbot.waitUntil(lambda: project.spans(document, "omar") == [], timeout=10_000)
    qtbot.waitUntil(lambda: window.registry.context.can_redo, timeout=10_000)
    window.registry.run("edit.redo")
    qtbot.waitUntil(lambda: len(project.spans(document, "omar")) == 1, timeout=10_000)


def test_two_spellings_of_a_name_are_asked_about(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    assert window.session is not None
    project = window.session.project
    document = project.documents()[0].id
    shown = dialog(qtbot, window, tmp_path / "Layla.musnad-share")
    [box] = shown.findChildren(QCheckBox)
    box.setChecked(True)
    shown.done(QDialog.DialogCode.Accepted)
    qtbot.waitUntil(lambda: len(project.spans(document, "layla")) == 1, timeout=10_000)
    assert project.spans(document, "Layla") == []


def test_my_work_is_written_to_a_bundle_that_a_colleague_takes_in(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    assert window.session is not None
    window.session.project.annotate(window.session.project.documents()[0].id, (4, 26), "actor")
    out = tmp_path / "mine.musnad-share"
    window.features.get(Sharing).write(out)
    qtbot.waitUntil(out.exists, timeout=10_000)
    with Project.open(tmp_path / "omar.copy.musnad", annotator="omar") as other:
        assert other.merge(out).new > 0
        assert len(other.spans(other.documents()[0].id, "layla")) == 1


def test_a_part_is_chosen_by_reader_article_and_earlier_bundle(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert window.session is not None
    project = window.session.project
    document = project.documents()[0].id
    project.merge(tmp_path / "omar.musnad-share")
    project.annotate(document, (4, 26), "actor")
    out = tmp_path / "part.musnad-share"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    window.registry.run("file.share_part")
    shown = window.findChild(PartDialog)
    assert isinstance(shown, PartDialog) and shown.annotators == ("layla",)
    shown.boxes["layla"].setChecked(False)
    assert not shown._accept.isEnabled()
    shown.boxes["omar"].setChecked(True)
    shown.this.setChecked(True)
    shown.accept()
    qtbot.waitUntil(out.exists, timeout=10_000)
    with Project.create(tmp_path / "new.musnad", annotator="huda") as other:
        other.merge(out)
        assert len(other.spans(document, "omar")) == 1 and other.spans(document, "layla") == []


def test_a_damaged_bundle_is_told_and_nothing_comes_in(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    bad = tmp_path / "bad.musnad-share"
    bad.write_bytes(b"PK\x03\x04")
    window.features.get(Sharing).look(bad)
    qtbot.waitUntil(lambda: "bad.musnad-share" in window.messages.text.text(), timeout=10_000)
    assert window.findChild(MergeDialog) is None
