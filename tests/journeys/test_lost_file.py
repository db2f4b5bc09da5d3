"""The project's file is deleted, replaced or copied while it is open in the window: told, and nothing is lost."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from annotator import Project
from annotator.errors import ProjectError
from annotator.ui.i18n import set_language
from annotator.ui.main_window import MainWindow
from tests.journeys.conftest import THIRD, Drag
from tests.writers import another_program_writes


def press(window: MainWindow, qtbot: QtBot, key: Qt.Key) -> None:
    qtbot.keyClick(window.workspace.article, key)


def delete(path: Path) -> None:
    path.unlink()


def overwrite(path: Path) -> None:
    with Project.create(path.with_name("other.musnad")) as other:
        other.add_document(THIRD)
    subprocess.run(["cp", str(path.with_name("other.musnad")), str(path)], check=True)


@pytest.mark.parametrize("harm", [delete, pytest.param(overwrite, marks=pytest.mark.heavy)])
def test_a_lost_file_is_told_by_itself_and_work_goes_on_in_what_was_saved(
    window: MainWindow, path: Path, drag: Drag, qtbot: QtBot, harm: Callable[[Path], None]
) -> None:
    drag(window, "سامر الحلبي")
    press(window, qtbot, Qt.Key.Key_A)
    saved = path.with_name("harbour.rescued.musnad")
    qtbot.wait(400)
    harm(path)
    qtbot.waitUntil(lambda: window.session is not None and window.session.project.path == saved)
    assert window.session is not None
    assert "is saved in" in window.messages.text.text()
    assert window.messages.text.text().endswith("It is open here now.")
    assert [span.label for span in window.session.spans] == ["actor"]
    assert window.session.selected is not None
    drag(window, "أعلن")
    press(window, qtbot, Qt.Key.Key_Q)
    assert window.foot.saved.text().startswith("Saved")
    window.close()
    with Project.open(saved) as project:
        assert project.check() == []
        assert len(project.spans(project.summaries()[0].id)) == 2


def test_a_mark_that_meets_a_lost_file_is_refused_and_the_next_one_is_saved(
    window: MainWindow, path: Path, drag: Drag, qtbot: QtBot
) -> None:
    session = window.session
    assert session is not None
    drag(window, "سامر الحلبي")
    path.unlink()
    press(window, qtbot, Qt.Key.Key_A)
    assert session.spans == []
    assert window.foot.saved.text() == "Not saved"
    qtbot.waitUntil(lambda: window.session is not None and window.session is not session)
    drag(window, "سامر الحلبي")
    press(window, qtbot, Qt.Key.Key_A)
    assert window.session is not None
    assert [span.label for span in window.session.spans] == ["actor"]
    assert window.foot.saved.text().startswith("Saved")


@pytest.mark.heavy
def test_what_waits_for_another_writer_is_saved_with_the_rest_of_a_lost_file(
    window: MainWindow, path: Path, drag: Drag, qtbot: QtBot
) -> None:
    session = window.session
    assert session is not None
    with another_program_writes(path):
        drag(window, "سامر الحلبي")
        press(window, qtbot, Qt.Key.Key_A)
        assert session.landing.count == 1
        path.unlink()
        qtbot.waitUntil(lambda: window.session is not None and window.session is not session)
        assert window.session is not None
        assert [span.label for span in window.session.spans] == ["actor"]
        assert window.session.landing.count == 0
        assert window.session.project.check() == []


def test_a_copy_is_saved_from_the_menu_and_never_over_a_file(
    window: MainWindow, path: Path, drag: Drag, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    drag(window, "سامر الحلبي")
    press(window, qtbot, Qt.Key.Key_A)
    copy, wished = path.with_name("copy.musnad"), []

    def choose(_window: MainWindow, _title: str, wish: str, _kinds: str) -> tuple[str, str]:
        wished.append(wish)
        return str(copy), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    window.registry.action("file.save_copy").trigger()
    qtbot.waitUntil(lambda: "Copied to" in window.messages.text.text())
    window.registry.action("file.save_copy").trigger()
    qtbot.waitUntil(lambda: "exists already" in window.messages.text.text())
    assert Path(wished[0]).parent == path.parent
    assert Path(wished[0]).name.startswith("harbour 20")
    with Project.open(copy) as project:
        assert project.check() == []
        assert len(project.spans(project.summaries()[0].id)) == 1


def test_turning_to_another_program_makes_the_file_whole_at_once(
    window: MainWindow, path: Path, drag: Drag, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("annotator.services.door.keeper.PAUSE_S", 1000.0)
    monkeypatch.setattr("annotator.services.door.keeper.LONGEST_S", 1000.0)
    drag(window, "سامر الحلبي")
    press(window, qtbot, Qt.Key.Key_A)
    app = QGuiApplication.instance()
    assert isinstance(app, QGuiApplication)
    app.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)

    def is_whole() -> bool:
        copy = path.with_name("copy.musnad")
        subprocess.run(["cp", str(path), str(copy)], check=True)
        try:
            with Project.open(copy, read_only=True) as project:
                return project.check() == [] and len(project.spans(project.summaries()[0].id)) == 1
        except ProjectError:
            # Made at the very moment in which the log was folded in.
            return False

    qtbot.waitUntil(is_whole)


def test_what_was_set_aside_when_a_project_was_opened_is_told(
    open_: Callable[[Path | None], MainWindow], path: Path
) -> None:
    backup = path.with_name("backup.musnad")
    shutil.copy(path, backup)
    with Project.open(path) as project:
        project.add_document("نص آخر")
        for ending in ("", "-wal"):
            subprocess.run(["cp", f"{path}{ending}", f"{path}{ending}.kept"], check=True)
    shutil.copy(backup, path)
    shutil.copy(f"{path}-wal.kept", f"{path}-wal")
    set_language("ar")
    window = open_(path)
    assert "harbour.log-of-another-file.musnad-wal" in window.messages.text.text()
    assert window.messages.text.text().startswith("وُجد") or "سجلّ" in window.messages.text.text()
    assert window.session is not None
    assert len(window.session.summaries()) == 3
