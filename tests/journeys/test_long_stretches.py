"""An article with a picture in base64, or half a million letters in one line, is read and marked like any other."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from annotator import Project
from annotator.ui.main_window import MainWindow
from tests.journeys.conftest import Drag
from tests.stalls import EventLoop

LIMIT_S = 1.0
LINES = {
    "base64": "أعلن الوزير " + "iVBORw0KGgoAAAANSUhEUg" * 22_000 + " أن الميناء جاهز.",
    "a million letters": "أعلن الوزير " + "ا" * 1_000_000 + " أن الميناء جاهز.",
    "spaces": "أعلن الوزير " + " " * 480_000 + " أن الميناء جاهز.",
}


@pytest.mark.parametrize(
    "line", ["base64", *(pytest.param(line, marks=pytest.mark.heavy) for line in LINES if line != "base64")]
)
def test_it_is_opened_marked_and_searched_at_once(
    open_: Callable[[Path | None], MainWindow],
    drag: Drag,
    qtbot: QtBot,
    event_loop: EventLoop,
    tmp_path: Path,
    line: str,
) -> None:
    path, text = tmp_path / "long.musnad", LINES[line]
    with Project.create(path) as project:
        project.add_document("سطر قصير.")
        document = project.add_document(text, title="طويل")
    window = open_(path)
    assert window.session is not None
    with event_loop.never_stalls(LIMIT_S):
        window.open_document(document.id)
        event_loop.run(0.3)
        drag(window, "الوزير")
        qtbot.keyClick(window.workspace.article, Qt.Key.Key_A)
        event_loop.run(0.1)
        drag(window, "الميناء")
        qtbot.keyClick(window.workspace.article, Qt.Key.Key_A)
        assert [span.end for span in window.session.spans] == [11, text.index("الميناء") + 7]
        event_loop.turn()
        # All of it in one mark, which the pane beside the article quotes.
        window.session.mark(0, len(text), "claim")
        event_loop.run(0.1)
        window.registry.action("edit.find").trigger()
        field = QApplication.focusWidget()
        assert isinstance(field, QLineEdit)
        for letter in "جاهز":
            field.insert(letter)
        event_loop.run(0.5)
    assert window.features.finder().bar.count.text().strip("\u200e\u200f") == "1 of 1"
