"""The line of hints at the foot is the table of keys of whatever goes on: each key that it names does something now."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator import Project
from annotator.app import open_window
from annotator.ui.i18n import set_language
from annotator.ui.main_window import MainWindow
from annotator.ui.modes import KeyTable
from annotator.ui.session import Session

TEXT = "قال وزير النقل سامر الحلبي إن ميناء الزهراء سيُفتح في موعده. وأكد رائد الحلبي أن العمل بدأ."
KEY = re.compile("\u2066([^\u2069]+)\u2069")


@pytest.fixture
def window(tmp_path: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    place = tmp_path / "hints.musnad"
    with Project.create(place, annotator="me") as project:
        first, _ = (project.add_document(f"{title}. {TEXT}", title=title) for title in ("أول", "ثان"))
        project.annotate(first.id, (15, 31), "actor")
        project.annotate(first.id, (32, 60), "claim")
        project.suggest(["cues"], [first.id])
    window = open_window(place, "me")
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.wait(10)
    yield window
    window.close()


def session_of(window: MainWindow) -> Session:
    assert window.session is not None
    return window.session


def of_label(window: MainWindow, label: str) -> str:
    return next(span.id for span in session_of(window).spans if span.label == label)


def shown(window: MainWindow) -> str:
    window.registry.settle()
    return window.foot.hint.accessibleName()


def nothing_selected(window: MainWindow) -> None:
    session_of(window).select(None)


def actor_selected(window: MainWindow) -> None:
    session_of(window).select(of_label(window, "actor"))


def claim_selected(window: MainWindow) -> None:
    session_of(window).select(of_label(window, "claim"))


def role_asked(window: MainWindow) -> None:
    claim_selected(window)
    window.registry.run("annotate.link.source")


def role_asked_with_text(window: MainWindow) -> None:
    role_asked(window)
    window.workspace.article.select(0, 3)


def suggestion_asked(window: MainWindow) -> None:
    window.registry.run("suggest.next")


def text_selected(window: MainWindow) -> None:
    window.workspace.article.select(0, 4)


def actor_asked(window: MainWindow) -> None:
    actor_selected(window)
    window.registry.run("annotate.link_actor")


def in_focus(window: MainWindow) -> None:
    nothing_selected(window)
    window.registry.run("view.focus_mode")


def in_another_room(window: MainWindow) -> None:
    window.registry.run("navigate.project")


SCENES = {
    nothing_selected: {"Tab"},
    actor_selected: {"Del", "N"},
    claim_selected: {"Enter", "Esc"},
    role_asked: {"Enter", "Esc"},
    role_asked_with_text: {"Enter", "Esc"},
    suggestion_asked: {"Enter", "Backspace", "Tab"},
    text_selected: {"A", "Q", "C"},
    actor_asked: {"Enter", "Ctrl+Enter", "Esc"},
    in_focus: {"Esc", "Tab"},
    in_another_room: {"Enter", "Space", "Esc"},
}


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.__name__)
def test_each_key_of_the_line_means_something_now(window: MainWindow, scene: object) -> None:
    """It is a key of a mode, or that of an action that may be run."""
    # Between Arabic words keys are isolated, so that they can be told from words.
    set_language("ar")
    assert callable(scene)
    scene(window)
    QApplication.processEvents()
    named = set(KEY.findall(shown(window)))
    assert SCENES[scene] <= named, shown(window)
    tables = [mode for mode in window.modes if isinstance(mode, KeyTable)]
    known = {QKeySequence(key) for mode in tables for line in mode.table() if line.run is not None for key in line.keys}
    for action in window.registry:
        if action.enabled(window.registry.context):
            known |= set(window.registry._sequences[action.id])
    assert [key for key in named if QKeySequence(key) not in known] == []


def test_the_line_follows_from_mode_to_mode(window: MainWindow) -> None:
    nothing_selected(window)
    quiet = shown(window)
    role_asked(window)
    asked = shown(window)
    QTest.keyClick(window.workspace.article, Qt.Key.Key_Escape)
    assert asked.startswith("Source?") and not shown(window).startswith("Source?")
    in_another_room(window)
    assert shown(window).endswith("Esc goes to the article")
    QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_Escape)
    nothing_selected(window)
    assert shown(window) == quiet


def test_escape_leaves_the_bar_then_focus_mode_and_the_article_keeps_the_focus(window: MainWindow) -> None:
    in_focus(window)
    window.registry.run("edit.find")
    for is_finding, in_focus_mode in ((False, True), (False, False)):
        QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_Escape)
        assert (window.features.is_finding, window.features.in_focus) == (is_finding, in_focus_mode)
    assert window.workspace.article.hasFocus()
