"""The visual cases of the museum of right-to-left bugs, walked through the real view with a real mouse."""

import json
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from annotator.text import graphemes
from annotator.ui.article.view import ArticleView

Case = dict[str, Any]
Show = Callable[..., ArticleView]
CASES = json.loads((Path(__file__).parents[2] / "data" / "rtl_cases.json").read_text("utf-8"))["cases"]


def checks(*kinds: str) -> list[Any]:
    """Each check of these kinds with its case. Carriage returns never reach the view: intake changes them."""
    return [
        pytest.param(case, check, id=f"{case['id']}-{number}")
        for case in CASES
        for number, check in enumerate(case["checks"])
        if check["type"] in kinds and "\r" not in case["text"]
    ]


def open_case(show: Show, case: Case, **shape: Any) -> ArticleView:
    return show(case["text"], "ltr" if case["base_direction"] == "LTR" else "rtl", **shape)


@pytest.mark.parametrize(("case", "check"), checks("span"))
def test_a_span_covers_its_letters_and_can_be_selected_exactly(
    show: Show, drag: Callable[..., None], case: Case, check: Case
) -> None:
    view = open_case(show, case)
    text, start, end = case["text"], check["start"], check["end"]
    assert text[start:end] == check["substring"]
    view.select(start, end)
    assert view.selected_range() == (start, end)
    rects = view.span_rects(start, end)
    assert all(rect.width() > 1 for rect in rects)
    inside, outside = graphemes.snap(text, start, end)
    for rect in rects if start < end else ():
        assert inside <= view.offset_at(rect.center().toPoint()) < outside
    if start == end or text[start:end].strip() != text[start:end] or "\u202e" in text or "\u2066" in text:
        return
    first, last = view.span_rects(start, start + 1)[0], view.span_rects(end - 1, end)[-1]
    drag(view, first.center().toPoint(), last.center().toPoint(), Qt.KeyboardModifier.AltModifier)
    if start + 1 < end and first != last:
        assert view.selected_range() == (inside, outside)


@pytest.mark.parametrize(("case", "check"), checks("visual_segments"))
def test_a_span_is_one_rectangle_for_each_visual_run(show: Show, case: Case, check: Case) -> None:
    view = show(case["text"], "rtl" if check["base"] == "RTL" else "ltr", width=900)
    assert len(view.span_rects(check["start"], check["end"])) == check["count"]


@pytest.mark.parametrize(("case", "check"), checks("word_at"))
def test_a_double_click_takes_the_word(show: Show, case: Case, check: Case) -> None:
    view = open_case(show, case)
    point = view.span_rects(check["index"], check["index"] + 1)[0].center().toPoint()
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)
    assert case["text"][slice(*view.selected_range())] == check["expect"]


@pytest.mark.parametrize(("case", "check"), checks("qt_zero_width"))
def test_no_letter_is_without_width(show: Show, case: Case, check: Case) -> None:
    view = open_case(show, case)
    assert view.span_rects(check["start"], check["end"])[0].width() > 3


@pytest.mark.parametrize(("case", "check"), checks("qt_wrap_segments"))
def test_a_long_span_wraps_in_one_piece_a_line(show: Show, case: Case, check: Case) -> None:
    view = open_case(show, case, width=check["width"])
    rects = view.span_rects(check["start"], check["end"])
    assert len(rects) == len({rect.top() for rect in rects}) > 1
    assert view.horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize(("case", "check"), checks("para_dir", "first_strong_per_par", "qt_plaintextedit_left"))
def test_every_paragraph_starts_on_the_side_of_the_document(show: Show, case: Case, check: Case) -> None:
    assert check
    view = open_case(show, case)
    rtl = case["base_direction"] != "LTR"
    for index in range(len(view.page.paragraphs)):
        cells = view.page.laid(index).lines[0].ruler.cells
        if cells:
            assert (cells[-1].right == pytest.approx(view.page.width, abs=8)) or not rtl
            assert cells[0].left == pytest.approx(0, abs=8) or rtl


@pytest.mark.parametrize(("case", "check"), checks("visual_cursor", "g_bounds"))
def test_the_caret_goes_left_and_stops_between_graphemes(show: Show, case: Case, check: Case) -> None:
    view = open_case(show, case)
    bounds = check.get("expect") or list(graphemes.boundaries(case["text"]))
    xs = [view.caret_rect().x()]
    for _ in range(len(bounds) - 1):
        QTest.keyClick(view, Qt.Key.Key_Left)
        assert view.selection().caret.offset in bounds
        xs.append(view.caret_rect().x())
    assert all(after < before for before, after in pairwise(xs))
    assert view.selection().caret.offset == len(case["text"])


@pytest.mark.parametrize(("case", "check"), checks("controls"))
def test_hidden_controls_move_no_letter_and_have_a_place(show: Show, case: Case, check: Case) -> None:
    view = open_case(show, case)
    for offset, code in check["expect"]:
        assert case["text"][offset] == chr(int(code, 16))
        assert view.span_rects(offset, offset + 1)[0].width() >= 2


def test_a_click_below_the_text_answers_its_last_line(show: Show) -> None:
    view = show("السطر الأول\nالثاني")
    assert view.offset_at(QPoint(view.width() // 2, view.height() - 3)) >= 12
