"""The caret moves as the eye does, stops between graphemes, and says which edge of a mark it moves."""

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from annotator.text import graphemes
from annotator.ui.main_window import MainWindow

Reader = Any
Read = Callable[..., Reader]
Case = dict[str, Any]
Open = Callable[..., MainWindow]


def walk(reader: Reader, key: str, times: int) -> list[tuple[int, float]]:
    """Where the caret is before and after each press of a key: its offset and its x."""
    places = [(reader.caret, reader.view.caret_rect().x())]
    for _ in range(times):
        reader.type(key)
        places.append((reader.caret, reader.view.caret_rect().x()))
    return places


def assert_walks_left(reader: Reader) -> list[int]:
    """Left goes left at every press until the text's end, Right the same way back; the stops."""
    stops = len(graphemes.boundaries(reader.text)) - 1
    there = walk(reader, "Left", stops)
    assert all(after < before for (_, before), (_, after) in pairwise(there))
    assert reader.caret == len(reader.text)
    reader.type("Left")
    assert (reader.caret, reader.view.caret_rect().x()) == there[-1]
    back = walk(reader, "Right", stops)
    assert all(after > before for (_, before), (_, after) in pairwise(back))
    assert reader.caret == 0
    return [offset for offset, _ in there]


@pytest.mark.case("KB01")
def test_left_never_goes_right(reader: Reader) -> None:
    stops = assert_walks_left(reader)
    assert stops[:3] == [0, 1, 2] and stops[-2:] == [8, 9]
    assert {*stops} <= {*range(10)} and 5 in stops


@pytest.mark.case("KB02")
def test_the_caret_stops_between_graphemes(reader: Reader) -> None:
    assert assert_walks_left(reader) == [0, 2, 4, 7, 9]


@pytest.mark.case("KB06")
def test_a_flag_a_family_and_a_skin_tone_are_one_step_each(reader: Reader) -> None:
    assert assert_walks_left(reader) == [0, 1, 3, 4, 9, 10, 12]


PIECES = st.sampled_from(
    [
        *("قال", "الوزير", "كَتَبَ", "مُحَمَّدٌ", "لله", "سلام،", "«نعم»"),
        *("Ali", "office", "(CNN)", "a", "http://x.y/z", "3.5%", "2020-2021", "١٨", "-32"),
        *("😀", "👨\u200d👩\u200d👧", "🇸🇦"),
    ]
)


@given(pieces=st.lists(PIECES, min_size=1, max_size=6), between=st.sampled_from(["", " "]))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_in_arabic_every_place_between_letters_is_passed_once(read: Read, pieces: list[str], between: str) -> None:
    text = between.join(pieces)
    reader = read(text, width=1600)
    stops = assert_walks_left(reader)
    assert sorted(stops) == list(graphemes.boundaries(text))


@pytest.mark.case("KB03")
def test_backspace_takes_one_code_point_where_people_type(case: Case, open_window: Open, qtbot: QtBot) -> None:
    window = open_window("مقال قصير")
    header = window.workspace.header
    QTest.mouseClick(header.chevron, Qt.MouseButton.LeftButton)
    field = header.details.title
    assert isinstance(field, QLineEdit)
    qtbot.waitUntil(field.isVisible)
    field.setFocus()
    field.selectAll()
    QGuiApplication.clipboard().setText(case["text"])
    QTest.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == case["text"]
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    assert field.text() == "أهلاً وسهلا"
    field.setText(case["text"])
    field.setCursorPosition(len("أهلاً وسهل"))
    QTest.keyClick(field, Qt.Key.Key_Delete)
    assert field.text() == "أهلاً وسهل"  # alef and its tanwin together


@pytest.mark.case("KB03")
def test_an_article_cannot_be_typed_into(reader: Reader) -> None:
    text = reader.text
    for key in ("Backspace", "Delete", "A", "Ctrl+V", "Ctrl+X", "Return"):
        reader.type(key)
    assert reader.text == text


@pytest.mark.case("KB07")
def test_a_boundary_of_two_directions_has_a_place_on_each_side(reader: Reader) -> None:
    """The A of ABC stands far from the space: both of their near edges are code point 4."""
    beside_space, beside_a = reader.left_behind(3), reader.entered(4)
    carets = []
    for point in (beside_space, beside_a):
        reader.rest()
        reader.click(point)
        assert reader.caret == 4
        carets.append(reader.view.caret_rect().center().x())
    [space], [letter] = reader.rects(3), reader.rects(4)
    assert carets == pytest.approx([space.left(), letter.left()], abs=2)
    assert carets[0] - carets[1] > 10


@pytest.mark.case("KB09")
def test_the_end_of_a_mark_is_moved_by_graphemes(case: Case, open_window: Open) -> None:
    window = open_window(case["text"])
    session, article = window.session, window.workspace.article
    assert session is not None
    session.mark(0, 6, "actor")
    article.setFocus()
    lefts = [article.span_rects(0, 6)[0].left()]
    for end in (7, 8):
        QTest.keyClick(article, Qt.Key.Key_BracketRight)
        assert session.selected is not None and session.selected.parts == ((0, end),)
        lefts.append(article.span_rects(0, end)[0].left())
    assert all(after < before for before, after in pairwise(lefts))
    window.registry.run("edit.undo")
    assert session.spans[0].parts == ((0, 7),)


@pytest.mark.case("KB09")
def test_edges_are_named_by_reading_and_not_by_side(open_window: Open) -> None:
    window = open_window("مقال قصير")
    moves = [action for action in window.registry if action.id.startswith(("annotate.start_", "annotate.end_"))]
    assert len(moves) == 8
    for action in moves:
        said = window.registry.action(action.id).text().lower()
        assert ("start" in said) != ("end" in said)
        assert "right" not in said and "left" not in said


@pytest.mark.case("CP01")
def test_the_clipboard_has_the_stored_text(reader: Reader, qtbot: QtBot) -> None:
    reader.type("Ctrl+A")
    reader.type("Ctrl+C")
    assert QGuiApplication.clipboard().text() == reader.text
    other = QTextEdit()
    qtbot.addWidget(other)
    other.paste()
    assert other.toPlainText() == reader.text


@pytest.mark.case("CP02")
def test_a_copied_line_end_is_a_line_feed(reader: Reader) -> None:
    assert reader.drag_over(6, 17) == (6, 17)
    reader.type("Ctrl+C")
    assert QGuiApplication.clipboard().text() == "الأول\nالسطر"


@pytest.mark.case("CP04")
def test_a_no_break_space_stays_one_on_the_clipboard(reader: Reader) -> None:
    reader.type("Ctrl+A")
    reader.type("Ctrl+C")
    assert QGuiApplication.clipboard().text() == "10\u00a0آلاف"


@pytest.mark.case("CP01")
def test_the_window_copies_it_too(case: Case, open_window: Open) -> None:
    window = open_window(case["text"])
    window.workspace.article.select(0, 18)
    window.registry.run("edit.copy")
    assert QGuiApplication.clipboard().text() == case["text"]


def test_no_pane_of_the_window_shows_an_article_in_a_field(open_window: Open) -> None:
    """What a text widget gives back is no longer the article's text, so no article is ever put into one."""
    window = open_window("مقال فيه\u00a0فراغ")
    fields = [field for field in window.findChildren(QWidget) if isinstance(field, QTextEdit)]
    assert fields == []
