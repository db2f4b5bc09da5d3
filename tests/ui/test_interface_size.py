"""The whole interface in another size: live, remembered, and never larger than the screen."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

import annotator.ui
from annotator import app
from annotator.ui import interface_size
from annotator.ui.following_size import follow_size
from annotator.ui.interface_size import LEAST_ROOM, SIZES, fitting, px
from annotator.ui.panels.segments import Segments
from annotator.ui.screen import fit_to_screen, keep_on_screen, room_for
from annotator.ui.settings import INTERFACE_SIZE
from annotator.ui.style import style_sheet
from annotator.ui.theme import themes

UI = Path(annotator.ui.__file__).parent


@pytest.fixture(autouse=True)
def _usual_again() -> Iterator[None]:
    yield
    if interface_size.shown() != 100:
        themes().resize(100)


@pytest.mark.parametrize(
    ("asked", "screen", "given_"),
    [
        (150, (1920, 1040), 150),
        (200, (1920, 1040), 200),
        (200, (1440, 860), 175),
        (200, (1024, 660), 125),
        (150, (1280, 680), 125),
        (100, (640, 440), 90),
        (200, (100, 100), 80),
        (80, (1920, 1040), 80),
    ],
)
def test_the_screen_sets_a_limit(asked: int, screen: tuple[int, int], given_: int) -> None:
    assert fitting(asked, QSize(*screen)) == given_


@given(st.sampled_from(SIZES), st.integers(0, 5000), st.integers(0, 5000))
def test_what_is_shown_fits_wherever_any_size_does(asked: int, width: int, height: int) -> None:
    size = fitting(asked, QSize(width, height))
    fits = size * LEAST_ROOM.width() <= 100 * width and size * LEAST_ROOM.height() <= 100 * height
    assert size in SIZES and size <= asked and (fits or size == SIZES[0])


@pytest.mark.parametrize("stored", [0, 1, 99, 103, 7000, 2**31 - 1])
def test_a_size_that_is_not_offered_is_the_nearest_one(stored: int) -> None:
    INTERFACE_SIZE.set(stored)
    assert interface_size.chosen() in SIZES


def test_lengths_of_the_style_grow_and_lines_stay_thin() -> None:
    sheet = style_sheet("light", themes().theme.color, 2.0)
    assert "border-radius: 14px" in sheet and "1px solid" in sheet and "2px solid" in sheet
    assert "border-radius: 7px" in style_sheet("light", themes().theme.color)


def test_the_whole_window_follows_at_once(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(interface_size, "screen_room", lambda: QSize(1920, 1040))
    window = app.open_window()
    qtbot.addWidget(window)
    window.show()
    box, segments, label = QLineEdit(), Segments([("a", "قول")], "a"), QLabel("قول")
    for widget in (box, segments, label):
        widget.setParent(window)
    follow_size(box, lines=1.6)
    before = QApplication.font().pointSizeF()
    heights = [QFontMetrics(widget.font()).height() for widget in window.findChildren(QPushButton)]
    themes().resize(150)
    assert QApplication.font().pointSizeF() == before * 1.5 and px(20) == 30
    now = [QFontMetrics(widget.font()).height() for widget in window.findChildren(QPushButton)]
    assert all(later > 1.3 * earlier for earlier, later in zip(heights, now, strict=True))
    assert segments.buttons[0].sizeHint().height() >= 1.3 * QFontMetrics(label.font()).height()
    assert box.height() >= 1.5 * QFontMetrics(label.font()).height()
    assert INTERFACE_SIZE.get() == 150
    themes().resize(100)
    assert QApplication.font().pointSizeF() == before
    window.close()


def test_a_window_larger_than_its_screen_is_made_to_fit(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.setGeometry(-300, -200, 5000, 4000)
    keep_on_screen(window)
    assert room_for(window).contains(window.geometry())
    window.setGeometry(100_000, 100_000, 200, 100)
    keep_on_screen(window)
    assert room_for(window).contains(window.geometry())
    assert window.size() == QSize(200, 100)
    fit_to_screen(window, QSize(9000, 120))
    assert window.height() == 120 and window.width() == room_for(window).width()


def test_the_first_window_fits_a_small_screen(qtbot: QtBot) -> None:
    window = app.open_window()
    qtbot.addWidget(window)
    assert window.width() <= room_for(window).width() and window.height() <= room_for(window).height()
    window.close()


def test_every_dialog_asks_the_screen_for_its_size() -> None:
    """A size in plain pixels is larger than a small screen, and small beside large type."""
    plain = []
    for path in UI.rglob("*.py"):
        calls = [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)]
        plain += [
            f"{path.name}: {ast.unparse(call)}"
            for call in calls
            if ast.unparse(call.func) == "self.resize" and all(isinstance(one, ast.Constant) for one in call.args)
        ]
    assert plain == []
