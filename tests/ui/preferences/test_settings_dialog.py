"""The settings beside the work: each choice is seen at once, and kept; backups follow theirs."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from annotator import Project, app
from annotator.services.backups import backups, folder_of
from annotator.ui import interface_size
from annotator.ui.i18n import choose_digits, language
from annotator.ui.main_window import MainWindow
from annotator.ui.preferences.backup_rows import BackupRows
from annotator.ui.preferences.feature import Preferences
from annotator.ui.settings import BACKUP_EVERY, DIGITS, INTERFACE_SIZE
from annotator.ui.theme import themes


@pytest.fixture(autouse=True)
def _as_they_were() -> Iterator[None]:
    yield
    choose_digits("language")
    themes().choose("light")
    if interface_size.shown() != 100:
        themes().resize(100)


@pytest.fixture
def path(tmp_path: Path, article: str) -> Path:
    path = tmp_path / "p.musnad"
    with Project.create(path) as project:
        project.add_document(article)
    return path


@pytest.fixture
def window(path: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    window = app.open_window(path)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: window.feature(Preferences).backing_up is not None)
    yield window
    window.close()


def _dialog(window: MainWindow) -> QWidget:
    window.registry.run("view.settings")
    found = window.findChild(QWidget, "settings")
    assert isinstance(found, QWidget) and found.isVisible()
    return found


def _button(dialog: QWidget, name: str) -> QPushButton:
    found = dialog.findChild(QPushButton, name)
    assert found is not None
    return found


def _click(dialog: QWidget, name: str, qtbot: QtBot) -> None:
    button = dialog.findChild(QToolButton, name) or dialog.findChild(QPushButton, name)
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_each_choice_is_seen_at_once_and_kept(window: MainWindow, qtbot: QtBot) -> None:
    dialog = _dialog(window)
    _click(dialog, "ar", qtbot)
    qtbot.waitUntil(lambda: language() == "ar" and dialog.windowTitle() == "الإعدادات")
    assert window.foot.place.text() == "المقال ١ من ١"
    _click(dialog, "latin", qtbot)
    qtbot.waitUntil(lambda: window.foot.place.text() == "المقال 1 من 1")
    _click(dialog, "dark", qtbot)
    qtbot.waitUntil(lambda: themes().theme.name == "dark")
    before = QApplication.font().pointSizeF()
    _click(dialog, "80", qtbot)
    qtbot.waitUntil(lambda: QApplication.font().pointSizeF() < before)
    size = window.article.text_size()
    _click(dialog, "view.text_larger", qtbot)
    assert window.article.text_size() == size + 1
    _click(dialog, "30", qtbot)
    qtbot.waitUntil(lambda: BACKUP_EVERY.get() == 30)
    assert (DIGITS.get(), INTERFACE_SIZE.get()) == ("latin", 80)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_size_that_the_screen_has_no_room_for_is_told(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(interface_size, "screen_room", lambda: QSize(1024, 660))
    dialog = _dialog(window)
    _click(dialog, "200", qtbot)
    qtbot.waitUntil(lambda: interface_size.shown() == 125)
    assert any("125%" in text for text in _labels(dialog))
    assert INTERFACE_SIZE.get() == 200


def _labels(dialog: QWidget) -> list[str]:
    return [label.text() for label in dialog.findChildren(QLabel)]


def test_it_opens_without_a_project(qtbot: QtBot) -> None:
    window = app.open_window()
    qtbot.addWidget(window)
    window.show()
    assert not _button(_dialog(window), "backup_now").isEnabled()
    window.close()


def test_work_is_backed_up_when_the_time_has_come(window: MainWindow, path: Path, qtbot: QtBot) -> None:
    backing_up = window.feature(Preferences).backing_up
    assert backing_up is not None and backing_up.timer.interval() == 15 * 60_000
    backing_up.timer.timeout.emit()
    assert len(window.tasks) == 0
    assert backups(path) == []
    assert window.session is not None and window.session.document is not None
    window.article.select(0, 3)
    window.registry.run("annotate.label.cue")
    backing_up.timer.timeout.emit()
    qtbot.waitUntil(lambda: len(backups(path)) == 1 and len(window.tasks) == 0)
    with Project.open(backups(path)[0].path) as copy:
        assert len(copy.spans(copy.documents()[0].id)) == 1
    backing_up.timer.timeout.emit()
    assert len(window.tasks) == 0


def test_never_means_never(window: MainWindow) -> None:
    backing_up = window.feature(Preferences).backing_up
    assert backing_up is not None
    for minutes, active in ((0, False), (2**31 - 1, True), (5, True)):
        BACKUP_EVERY.set(minutes)
        backing_up.follow_setting()
        assert backing_up.timer.isActive() == active


def test_a_backup_on_request_is_listed(window: MainWindow, path: Path, qtbot: QtBot) -> None:
    dialog = _dialog(window)
    _click(dialog, "backup_now", qtbot)
    qtbot.waitUntil(lambda: any("1 backup is kept in the folder p.backups" in text for text in _labels(dialog)))
    assert _button(dialog, "open_backup").isEnabled()
    assert len(backups(path)) == 1


def test_a_folder_that_takes_no_backup_is_told_once(window: MainWindow, path: Path, qtbot: QtBot) -> None:
    folder_of(path).write_text("mine")
    backing_up = window.feature(Preferences).backing_up
    assert backing_up is not None
    backing_up.back_up()
    qtbot.waitUntil(lambda: "not backed up any more" in window.messages.text.text())
    assert not backing_up.timer.isActive()


def test_a_backup_comes_after_the_settings_were_closed(window: MainWindow, path: Path, qtbot: QtBot) -> None:
    dialog = _dialog(window)
    _click(dialog, "backup_now", qtbot)
    shiboken6.delete(dialog)
    qtbot.waitUntil(lambda: len(window.tasks) == 0 and len(backups(path)) == 1)


def test_the_settings_follow_the_project_that_is_opened_from_them(window: MainWindow, path: Path, qtbot: QtBot) -> None:
    dialog = _dialog(window)
    [rows] = dialog.findChildren(BackupRows)
    other = path.with_name("other.musnad")
    Project.create(other).close()
    before = window.feature(Preferences).backing_up
    window.open_project(other)
    qtbot.waitUntil(lambda: window.feature(Preferences).backing_up not in (None, before))
    backing_up = window.feature(Preferences).backing_up
    assert backing_up is not None
    rows.every.chosen.emit("0")
    assert not backing_up.timer.isActive()
