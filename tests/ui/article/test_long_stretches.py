"""Half a million letters without a line feed, or without a place to break: only what is in sight is laid out."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from annotator.text import graphemes
from annotator.ui.article.marks import Mark
from annotator.ui.article.paragraphs import Paragraphs
from annotator.ui.article.pieces import LONGEST_CODE_POINTS, LONGEST_RUN, pieces
from annotator.ui.article.selection import Caret
from annotator.ui.article.view import ArticleView
from tests.ui.article.conftest import Show

COUNT = 480_000
SHAPES = {
    "one letter": "ا" * COUNT,
    "joined letters": "ب" * COUNT,
    "base64": "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVo" * (COUNT // 35),
    "base64 among words": "قال الوزير " + "iVBORw0KGgoAAAANSUhEUg" * (COUNT // 22) + " إن الميناء جاهز.",
    "a word with tashkeel": "بَتِثُ" * (COUNT // 6),
    "spaces": "ب" + " " * COUNT + "ب",
    "no-break spaces": "ب" + "\u00a0" * COUNT + "ب",
    "tabs": "ب" + "\t" * COUNT + "ب",
    "tatweel": "ب" + "ـ" * COUNT + "ب",
    "joiners": "ب" + "\u200d" * 100_000 + "ب",
    "harakat": "ب" + "\u064b" * 100_000 + " ب",
    "direction marks": "ب" + "\u200f" * 100_000 + "ب",
    "emoji": "😀" * (COUNT // 4),
    "families": "👨\u200d👩\u200d👧" * (COUNT // 20),
    "words": "قال الوزير سامر " * (COUNT // 16),
}


def laid_out(view: ArticleView) -> int:
    """Code points of all paragraphs and pieces that were laid out."""
    return sum(len(paragraph.text) for paragraph in view.page._laid.values())


@pytest.mark.parametrize("shape", SHAPES)
def test_only_what_is_in_sight_costs(show: Show, shape: str) -> None:
    text = SHAPES[shape]
    view = show(text)
    assert laid_out(view) <= 4 * LONGEST_CODE_POINTS
    view.ensure_visible(len(text) // 2)
    view.ensure_visible(len(text))
    assert laid_out(view) <= 12 * LONGEST_CODE_POINTS


@pytest.mark.parametrize("shape", ["one letter", "base64 among words", "a word with tashkeel", "families", "words"])
def test_letters_are_where_they_are_seen(show: Show, middle: Callable[..., QPoint], shape: str) -> None:
    text = SHAPES[shape]
    view = show(text)
    border = view.page.paragraphs.start(1)
    for offset in (0, 700, border - 8, border, border + 8, len(text) // 2, len(text) - 8):
        start, end = graphemes.snap(text, offset, offset + 1)
        view.ensure_visible(start)
        assert graphemes.snap(text, *[view.offset_at(middle(view, start, end))] * 2)[0] in (start, end)
        assert start <= view.offset_at(middle(view, start, end)) < end


def test_lines_of_one_paragraph_stand_below_each_other_without_a_gap(show: Show) -> None:
    view = show("ا" * (3 * LONGEST_CODE_POINTS) + "\nسطر آخر")
    page = view.page
    first, second, last = (page.laid(index) for index in range(3))
    assert (first.gap, second.gap, last.gap) == (0, 0, page.type.gap)
    assert page.top(1) - page.top(0) == first.lines[-1].bottom


def test_arrow_keys_pass_a_border_as_if_it_were_a_wrap(show: Show, qtbot: QtBot) -> None:
    view = show("ا" * (2 * LONGEST_CODE_POINTS))
    border = view.page.paragraphs.start(1)
    view.select(border - 3, border - 3)
    passed = []
    for _ in range(6):
        qtbot.keyClick(view, Qt.Key.Key_Left)
        passed.append(view.selection().caret.offset)
    assert passed == [border + by for by in (-2, -1, 0, 1, 2, 3)]
    for _ in range(6):
        qtbot.keyClick(view, Qt.Key.Key_Right)
        passed.append(view.selection().caret.offset)
    assert passed[-6:] == [border + by for by in (2, 1, 0, -1, -2, -3)]
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.selection().caret.offset > border


def test_the_end_of_a_line_before_a_border_is_on_that_line(show: Show, qtbot: QtBot) -> None:
    view = show("ا" * (2 * LONGEST_CODE_POINTS))
    border = view.page.paragraphs.start(1)
    view.select(border - 3, border - 3)
    view.ensure_visible(border - 3)
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.selection().caret == Caret(border, "end")
    assert abs(view.caret_rect().top() - view.caret_rect(Caret(border - 3)).top()) < 1


def test_a_mark_across_a_border_is_seen_on_both_sides(show: Show, mark: Callable[..., Mark]) -> None:
    view = show("ا" * (2 * LONGEST_CODE_POINTS))
    border = view.page.paragraphs.start(1)
    view.set_marks([mark("m", (border - 5, border + 5))])
    view.ensure_visible(border)
    before, after = view.span_rects(border - 5, border + 5)
    assert after.top() > before.top()
    assert [one.id for one in view.marks_at(before.center().toPoint())] == ["m"]
    assert [one.id for one in view.marks_at(after.center().toPoint())] == ["m"]


@given(st.text(st.sampled_from("اب .؟\u064b\u200c😀🏽 "), max_size=900), st.integers(100, 200))
def test_pieces_are_the_paragraph_and_part_no_grapheme(text: str, longest: int) -> None:
    found = list(pieces(text, longest))
    assert "".join(text[start:end] for start, end in found) == text
    assert all(end - start <= longest for start, end in found)
    assert {end for _, end in found} <= set(graphemes.boundaries(text))


def test_pieces_end_with_sentences_and_between_graphemes() -> None:
    prose = "قال الوزير سامر إن الميناء جاهز. " * 2_000
    found = list(pieces(prose))
    assert all(end - start <= LONGEST_CODE_POINTS for start, end in found)
    assert all(prose[end - 2 : end] == ". " for _, end in found)
    families = "👨\u200d👩\u200d👧" * 8_000
    whole = set(graphemes.boundaries(families))
    assert all(end in whole for _, end in pieces(families))
    spaces = list(pieces("ب" + " " * 10_000 + "ب"))
    assert all(end - start <= LONGEST_RUN + 1 for start, end in spaces)


def test_a_paragraph_that_is_long_and_not_too_long_stays_whole() -> None:
    paragraphs = Paragraphs("كلمة " * 1_000 + "\n" + "كلمة " * 3_000)
    assert len(paragraphs) > 2
    assert [index for index in range(len(paragraphs)) if not paragraphs.continues(index)] == [0, 1]
