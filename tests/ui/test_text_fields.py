"""Fields begin where the language begins, keep their height, and set each line from where it begins."""

import ast
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

import annotator.ui
from annotator.ui.i18n import set_language
from annotator.ui.searching.boxes import Field
from annotator.ui.text_fields import LineField, PageField

UI = Path(annotator.ui.__file__).parent
ELSEWHERE = {"text_fields.py", "consequences.py"}
"""The fields themselves, and a preview of files, which is read only."""


@pytest.fixture(params=["en", "ar"])
def window_language(request: pytest.FixtureRequest) -> str:
    set_language(request.param)
    return str(request.param)


def test_the_caret_of_an_empty_line_stands_where_the_window_begins(qtbot: QtBot, window_language: str) -> None:
    for field in (LineField(), Field("box")):
        qtbot.addWidget(field)
        field.setPlaceholderText("اكتب")
        field.resize(300, 40)
        field.show()
        field.grab()
        assert (field.cursorRect().center().x() > 150) == (window_language == "ar")
        field.setText("قال")
        field.setText("")
        field.grab()
        assert (field.cursorRect().center().x() > 150) == (window_language == "ar")


def test_a_line_turns_with_the_language_while_it_is_empty(qtbot: QtBot) -> None:
    field = LineField()
    qtbot.addWidget(field)
    field.resize(300, 40)
    field.show()
    set_language("ar")
    qtbot.waitUntil(lambda: field.layoutDirection() == Qt.LayoutDirection.RightToLeft)
    field.grab()
    assert field.cursorRect().center().x() > 150


def test_a_line_keeps_its_height_whatever_is_written(qtbot: QtBot, window_language: str) -> None:
    field = LineField()
    qtbot.addWidget(field)
    heights = []
    for text in ("", "abc", "قال", "قَالَ Delta", ""):
        field.setText(text)
        heights.append(field.sizeHint().height())
    assert len(set(heights)) == 1, window_language


def test_lines_of_names_stand_where_each_of_them_begins(qtbot: QtBot, window_language: str) -> None:
    field = PageField("names")
    qtbot.addWidget(field)
    field.resize(300, 120)
    field.show()
    field.grab()
    assert (field.cursorRect().center().x() > 150) == (window_language == "ar")
    field.setPlainText("روسيا الاتحادية\nRussia")
    field.grab()
    first = field.document().firstBlock()
    arabic, latin = (one.layout().lineAt(0).naturalTextRect() for one in (first, first.next()))
    assert arabic.right() > 250 and latin.left() < 20


def test_no_field_is_made_otherwise() -> None:
    bare = []
    for path in UI.rglob("*.py"):
        calls = [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)]
        names = {call.func.id for call in calls if isinstance(call.func, ast.Name)}
        bare += [path.name for name in ("QLineEdit", "QPlainTextEdit") if name in names and path.name not in ELSEWHERE]
    assert bare == []
