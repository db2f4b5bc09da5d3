"""The page without a project: where somebody was left beside what to do first, walked and opened by keys."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from annotator.ui import recent_state
from annotator.ui.panels.welcome import Welcome

NAMES = ("Old", "بحر", "New")


@pytest.fixture
def projects(tmp_path: Path) -> list[Path]:
    """Three projects, the last opened last; the first is on a disk that is away."""
    made = [tmp_path / f"{name}.musnad" for name in NAMES]
    for path in made:
        path.touch()
        recent_state.remember_recent(path, "layla")
    recent_state.remember_left(made[2], 3, 12)
    recent_state.remember_left(made[1], 0, 12)
    made[0].unlink()
    return made


@pytest.fixture
def page(qtbot: QtBot, projects: list[Path]) -> Iterator[Welcome]:
    assert projects
    window = QWidget()
    qtbot.addWidget(window)
    actions = [QAction(words, window) for words in ("New project", "Open project", "Sample", "Tour")]
    shown = Welcome(*actions, parent=window)
    window.resize(1100, 800)
    shown.resize(1100, 800)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    shown.begin()
    yield shown


def test_each_recent_project_says_what_is_left_in_it(page: Welcome) -> None:
    said = [card.accessibleName() for card in page.recent]
    assert "3 articles left for you · 12 articles" in said[0] and "New" in said[0]
    assert "nothing left" in said[1]
    assert [one.take_off.accessibleName() for one in page.missing] == ["Take Old off this list"]


def test_enter_goes_on_and_arrows_and_digits_of_any_script_reach_the_others(
    page: Welcome, projects: list[Path]
) -> None:
    opened: list[str] = []
    page.opened.connect(opened.append)
    assert page.recent[0].hasFocus()
    QTest.keyClick(page.recent[0], Qt.Key.Key_Return)
    QTest.keyClick(page.recent[0], Qt.Key.Key_Down)
    assert page.recent[1].hasFocus()
    QTest.keyClick(page.recent[1], Qt.Key.Key_Up)
    assert page.recent[0].hasFocus()
    arabic = QKeyEvent(QKeyEvent.Type.KeyPress, ord("٢"), Qt.KeyboardModifier.NoModifier, "٢")
    QApplication.sendEvent(page.recent[0], arabic)
    QTest.keyClick(page.recent[0], Qt.Key.Key_3)
    assert opened == [str(projects[2]), str(projects[1])], "there is no third one"


def test_a_project_that_is_away_stays_until_it_is_taken_off(page: Welcome, projects: list[Path]) -> None:
    assert recent_state.missing() == [projects[0]]
    recent_state.remember_recent(projects[1], "layla")
    assert recent_state.missing() == [projects[0]]
    page.missing[0].take_off.click()
    assert page.missing == [] and recent_state.missing() == []
    assert recent_state.recent() == [projects[1], projects[2]]


def test_a_narrow_page_has_one_column(page: Welcome, qtbot: QtBot) -> None:
    assert page._columns.direction() == QBoxLayout.Direction.LeftToRight
    page.resize(600, 800)
    qtbot.waitUntil(lambda: page._columns.direction() == QBoxLayout.Direction.TopToBottom)
    assert all(card.width() <= 600 for card in (*page.recent, *page.buttons))
