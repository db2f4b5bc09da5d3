"""Marks that come and go one by one leave the page as if they had come all at once, and cost only their lines."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from PySide6.QtGui import QImage

from annotator.ui.article import mark_layout
from annotator.ui.article.marks import Lane, Mark, MarkStyle
from annotator.ui.article.view import ArticleView

Show = Callable[..., ArticleView]
Reader = Callable[..., ArticleView]
Look = list[tuple[int, int, list[tuple[str, int, list[tuple[float, float]]]]]]

SENTENCE = "كشف تقرير استخباراتي أمريكي حديث أن روسيا تخطط لشراء ملايين القذائف "
TEXT = "\n".join([SENTENCE * 3, "", "قصير", SENTENCE * 2])
PARTS = st.lists(st.integers(0, len(TEXT)), min_size=2, max_size=4, unique=True).map(
    lambda ends: tuple(zip(sorted(ends)[::2], sorted(ends)[1::2], strict=False))
)


def look_of(view: ArticleView) -> Look:
    """Each line with its place, its height and its strips."""
    return [
        (top + line.top, line.height, [(strip.mark.id, strip.lane, strip.parts) for strip in strips])
        for index, paragraph, top in view.page.visible(2000)
        for line, strips in zip(paragraph.lines, view.page.strips(index), strict=True)
    ]


@given(st.lists(st.dictionaries(st.sampled_from("abcdefghijkl"), PARTS, max_size=9), min_size=1, max_size=5))
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_the_page_does_not_remember_which_marks_it_had(
    reader: Reader, look: MarkStyle, steps: list[dict[str, tuple[tuple[int, int], ...]]]
) -> None:
    view = reader(TEXT, "rtl", 400, 2000, 17.0, None)
    for step in steps:
        view.set_marks([Mark(key, parts, "", look) for key, parts in sorted(step.items())])
        look_of(view)
    by_and_by = look_of(view)
    view = reader(TEXT, "rtl", 400, 2000, 17.0, None)
    view.set_marks([Mark(key, parts, "", look) for key, parts in sorted(steps[-1].items())])
    assert look_of(view) == by_and_by


def test_a_mark_in_an_endless_paragraph_costs_only_its_lines(
    show: Show, mark: Callable[..., Mark], monkeypatch: pytest.MonkeyPatch
) -> None:
    text = SENTENCE * 300
    view = show(text)
    marks = [mark(str(start), (start, start + 9)) for start in range(0, len(text) - 40, 40)]
    view.set_marks(marks)
    view.ensure_visible(len(text) // 2)
    dressed: list[int] = []
    real = mark_layout._strips

    def count(*given: object) -> object:
        dressed.append(1)
        return real(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(mark_layout, "_strips", count)
    view.set_marks([*marks, mark("new", (len(text) // 2, len(text) // 2 + 12))])
    assert 1 <= len(dressed) <= 2
    view.set_marks(marks)
    assert len(dressed) <= 4


def test_a_line_shrinks_again_when_its_marks_are_replaced(show: Show, mark: Callable[..., Mark]) -> None:
    view = show(SENTENCE)
    height = view.page.laid(0).height
    view.set_marks([mark(str(place), (0, 5 + place)) for place in range(70)])
    assert view.page.laid(0).height > 2 * height
    view.set_marks([])
    assert view.page.laid(0).height == height


def test_each_reader_keeps_a_place_below_all_marks_without_one(show: Show, look: MarkStyle) -> None:
    """Also on lines where a reader before them has nothing; the marks of one reader nest as all marks do."""
    view = show(SENTENCE)
    first, second = replace(look, lane=Lane(0, "disc")), replace(look, lane=Lane(1, "square"))
    marks = [
        Mark("outer", ((0, 14),), "", look),
        Mark("inner", ((0, 4),), "", look),
        Mark("theirs", ((0, 14),), "", first),
        Mark("theirs inner", ((5, 9),), "", first),
        Mark("hers", ((2, 9),), "", second),
    ]
    view.set_marks(marks)
    lanes = {name: lane for _, _, strips in look_of(view) for name, lane, _ in strips}
    assert lanes == {"inner": 0, "outer": 1, "theirs inner": 2, "theirs": 3, "hers": 4}
    view.set_marks([mark for mark in marks if mark.id in ("inner", "hers")])
    assert {name: lane for _, _, strips in look_of(view) for name, lane, _ in strips} == {"inner": 0, "hers": 2}
    view.set_marks([marks[-1]])
    assert {name: lane for _, _, strips in look_of(view) for name, lane, _ in strips} == {"hers": 1}


@pytest.mark.parametrize(("text", "direction"), [(SENTENCE, "rtl"), ("One says it, and another one. ", "ltr")])
def test_a_lane_begins_with_the_shape_of_its_reader_and_colours_no_letters(
    reader: Reader, look: MarkStyle, picture: Callable[[ArticleView], QImage], text: str, direction: str
) -> None:
    view = reader(text * 3, direction, 300, 300, 17.0, None)
    plain = picture(view)
    view.set_marks([Mark("m", ((4, len(text)),), "", replace(look, lane=Lane(0, "square")))])
    strips = [strip for line in view.page.strips(0) for strip in line]
    assert len(strips) > 1 and [strip.head is not None for strip in strips] == [True] + [False] * (len(strips) - 1)
    begin = view.span_rects(4, 5)[0]
    assert strips[0].head is not None
    x = view.column_left + strips[0].head
    assert abs(x - (begin.right() if direction == "rtl" else begin.left())) < 2
    shown, line = picture(view), strips[0].line
    changed = {y for y in range(shown.height()) for x in range(shown.width()) if shown.pixel(x, y) != plain.pixel(x, y)}
    top = view.page.top(0) + line.baseline + line.descent
    assert changed and min(changed) >= top - 2
