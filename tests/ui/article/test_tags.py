"""Tags that name the marks: whole boxes in room of their own, at the beginning of what they name."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QHelpEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from annotator.ui.article.marks import Mark, plain_colors
from annotator.ui.article.view import ArticleView
from tests.mouse import hover

Show = Callable[..., ArticleView]
MakeMark = Callable[..., Mark]
TEXT = "وسم: منظمة ORG قالت إن وزير النقل سامر الحلبي سيفتح ميناء الزهراء في موعده بحسب Delta Ports."


def tags(view: ArticleView) -> list[tuple[str, QRectF, int]]:
    """Id, box in the viewport and row of every tag in sight, from the top line down."""
    tagger = view.page.tagger
    assert tagger is not None
    found = []
    for index, paragraph, top in view.page.visible(view.window_height):
        for line, strips in zip(paragraph.lines, view.page.strips(index), strict=True):
            for strip in strips:
                if strip.tag is not None:
                    box = tagger.box(line, strip.tag).translated(view.column_left, top)
                    found.append((strip.mark.id, box, strip.tag.row))
    return found


def letters(view: ArticleView) -> list[QRectF]:
    return view.span_rects(0, len(view.page.text))


def test_a_tag_stands_above_the_right_end_of_its_mark(show: Show, mark: MakeMark) -> None:
    view = show(TEXT, width=1200)
    org = TEXT.index("ORG")
    view.set_marks([mark("Actor", (org, org + 3)), mark("Claim", (TEXT.index("وزير"), TEXT.index("سيفتح") - 1))])
    view.set_tags(True)
    for name, box, _ in tags(view):
        here = next(item for item in view.page.marks if item.id == name)
        (rect,) = view.span_rects(here.start, here.end)
        # A tag that is wider than its mark reaches on to the left, where reading goes.
        assert box.right() == pytest.approx(rect.right(), abs=1)
        assert box.bottom() <= rect.top()


def test_in_a_left_to_right_article_it_stands_above_the_left_end(show: Show, mark: MakeMark) -> None:
    view = show("The minister سامر الحلبي said that the port opens.", "ltr", width=1200)
    view.set_marks([mark("Actor", (4, 24))])
    view.set_tags(True)
    [(_, box, _)] = tags(view)
    assert box.left() == pytest.approx(min(rect.left() for rect in view.span_rects(4, 24)), abs=1)


def test_a_mark_over_several_lines_and_parts_has_one_tag_where_it_begins(show: Show, mark: MakeMark) -> None:
    view = show(TEXT * 3, width=420, height=1200)
    view.set_marks([mark("Claim", (10, 30), (60, 200))])
    view.set_tags(True)
    [(_, box, _)] = tags(view)
    first = view.span_rects(10, 30)[0]
    assert box.right() == pytest.approx(first.right(), abs=1)
    assert box.bottom() <= first.top()


def test_the_tag_of_the_inner_mark_is_nearer_to_the_letters(show: Show, mark: MakeMark) -> None:
    view = show(TEXT, width=1200)
    view.set_marks([mark("outer", (5, 60)), mark("inner", (5, 10)), mark("middle", (5, 30))])
    view.set_tags(True)
    assert {name: row for name, _, row in tags(view)} == {"inner": 0, "middle": 1, "outer": 2}


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    starts=st.lists(st.tuples(st.integers(0, 170), st.integers(1, 60)), max_size=30),
    title=st.sampled_from(
        ["Actor", "قرينة القول", "A very long title that a scheme of somebody's gives to a label", ""]
    ),
    width=st.sampled_from([180, 420, 900]),
    direction=st.sampled_from(["rtl", "ltr"]),
)
def test_every_mark_has_one_whole_tag_that_covers_nothing(
    reader: Show, mark: MakeMark, starts: list[tuple[int, int]], title: str, width: int, direction: str
) -> None:
    text = TEXT + "\n" + TEXT
    view = reader(text, direction, width, 8000, 17.0, None)
    view.set_tags(True)
    marks = [mark(str(place), (start, min(start + length, len(text)))) for place, (start, length) in enumerate(starts)]
    view.set_marks([replace(item, title=title) for item in marks])
    view.scroll_to_offset(0)
    found = tags(view)
    # What covers nothing but a line feed shows nothing.
    visible = [item.id for item in marks if text[item.start : item.end] != "\n"]
    assert sorted(name for name, _, _ in found) == sorted(visible)
    column = QRectF(view.column_left, -1e6, view.page.width, 2e6)
    written = letters(view)
    for place, (_, box, _) in enumerate(found):
        assert column.adjusted(-1, 0, 1, 0).contains(box)
        assert not any(box.intersects(other) for _, other, _ in found[:place])
        assert not any(box.intersects(rect) for rect in written)


@pytest.mark.parametrize("family", ["Noto Naskh Arabic", "Amiri", "Noto Nastaliq Urdu"])
def test_tags_move_lines_and_no_letter_in_them(
    show: Show, picture: Callable[[ArticleView], QImage], mark: MakeMark, family: str
) -> None:
    text = f"بِّسۡمِ ٱللَّهِ {TEXT} أُوْلَـٰٓئِكَ"
    view = show(text, width=520, height=1400, size=22.0, family=family)
    page = plain_colors().page
    clear = replace(mark("0", (0, 1)).style, line=page, fill=page, selected_fill=page)
    view.set_marks([Mark(str(place), ((place, place + 4),), "Actor", clear) for place in range(0, 90, 4)])
    # Laid out once more after it was painted: Qt gives some glyphs of Nastaliq other widths from then on.
    picture(view)
    view.set_tags(True)
    view.set_tags(False)
    before, without = picture(view), letters(view)
    view.set_tags(True)
    after, rects = picture(view), letters(view)
    assert [(rect.left(), rect.width(), rect.height()) for rect in rects] == [
        (rect.left(), rect.width(), rect.height()) for rect in without
    ]
    assert all(rect.top() > old.top() for rect, old in zip(rects, without, strict=True))
    for rect, old in zip(rects, without, strict=True):
        size = rect.toRect().size()
        assert after.copy(QRect(rect.toRect().topLeft(), size)) == before.copy(QRect(old.toRect().topLeft(), size))
    for offset in range(0, len(text), 7):
        assert view.offset_at(view.span_rects(offset, offset + 1)[0].center().toPoint()) <= offset


def test_without_tags_the_page_is_as_before_and_the_reader_in_the_same_place(
    show: Show, picture: Callable[[ArticleView], QImage], mark: MakeMark
) -> None:
    view = show((TEXT + "\n") * 80, height=500)
    view.set_marks([mark(str(place), (place, place + 5)) for place in range(0, 6000, 11)])
    view.scroll_to_offset(3000)
    place, before, height = view.top_offset(), picture(view), view.page.type.line_height
    view.set_tags(True)
    assert view.top_offset() == place
    line = view.page.line_of(place)[1]
    assert line.bottom - line.top > height
    assert picture(view) != before
    view.set_tags(False)
    assert view.top_offset() == place
    assert picture(view) == before
    assert all(line.head == 0 for _, paragraph, _ in view.page.visible(500) for line in paragraph.lines)


def test_the_first_mark_of_a_line_moves_nothing(show: Show, mark: MakeMark) -> None:
    view = show(TEXT, width=1200)
    view.set_tags(True)
    before = letters(view)
    view.set_marks([mark("Actor", (5, 10))])
    assert letters(view) == before


def test_a_tag_is_painted_whole_in_the_colour_of_its_label(
    show: Show, picture: Callable[[ArticleView], QImage], mark: MakeMark
) -> None:
    view = show(TEXT, width=1200)
    here = mark("Actor", (5, 10))
    view.set_marks([here])
    view.set_tags(True)
    [(_, box, _)] = tags(view)
    image = picture(view)
    line, middle = here.style.line, round(box.center().y())
    assert image.pixelColor(round(box.left()), middle) == line
    assert image.pixelColor(round(box.right()) - 1, middle) == line
    inside = {image.pixelColor(x, middle).lightness() for x in range(round(box.left()) + 2, round(box.right()) - 2)}
    assert max(inside) - min(inside) > 120


def test_a_click_on_a_tag_chooses_its_mark_and_no_other(show: Show, mark: MakeMark) -> None:
    view = show(TEXT, width=1200)
    view.set_marks([mark("outer", (5, 60)), mark("inner", (5, 10))])
    view.set_tags(True)
    for name, box, _ in tags(view):
        for _ in range(2):
            QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=box.center().toPoint())
            assert view.marks_at(box.center().toPoint())[0].id == name
        view.set_selected_mark(None)
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=box.center().toPoint())
        assert view.selected_mark() == name


def test_tags_follow_the_size_of_the_text(show: Show, mark: MakeMark) -> None:
    view = show(TEXT, width=1200)
    view.set_marks([mark("Actor", (5, 10))])
    view.set_tags(True)
    [(_, small, _)] = tags(view)
    view.set_text_size(40)
    [(_, large, _)] = tags(view)
    assert large.height() > 1.5 * small.height()
    assert large.bottom() <= view.span_rects(5, 10)[0].top()


class TestHover:
    def test_the_innermost_mark_under_the_pointer_stands_out(
        self, show: Show, picture: Callable[[ArticleView], QImage], mark: MakeMark
    ) -> None:
        view = show(TEXT, width=1200)
        outer, inner = mark("outer", (5, 60), fill="#ffeeaa"), mark("inner", (5, 10), fill="#ccffcc")
        view.set_marks([outer, inner])
        corner = view.span_rects(5, 10)[0].topRight().toPoint() + QPoint(-2, 2)
        assert picture(view).pixelColor(corner) == inner.style.fill
        hover(view.viewport(), view.span_rects(6, 7)[0].center())
        assert picture(view).pixelColor(corner) == inner.style.selected_fill
        hover(view.viewport(), view.span_rects(40, 41)[0].center())
        assert picture(view).pixelColor(corner) != inner.style.selected_fill
        hover(view.viewport(), QPointF(2, 2))
        assert picture(view).pixelColor(corner) == inner.style.fill

    def test_a_tip_says_what_the_marks_are(self, show: Show, mark: MakeMark, monkeypatch: pytest.MonkeyPatch) -> None:
        told: list[str] = []
        monkeypatch.setattr(QToolTip, "showText", lambda _, text, *__: told.append(text))
        view = show(TEXT, width=1200)
        view.set_marks([mark("outer", (5, 60)), mark("inner", (5, 10))])
        view.describe_marks = lambda marks: " < ".join(item.id for item in marks)
        for offset, tip in ((6, "inner < outer"), (40, "outer"), (80, "")):
            point = view.span_rects(offset, offset + 1)[0].center().toPoint()
            event = QHelpEvent(QEvent.Type.ToolTip, point, view.viewport().mapToGlobal(point))
            QApplication.sendEvent(view.viewport(), event)
            assert told[-1] == tip


@pytest.mark.parametrize("direction", ["rtl", "ltr"])
def test_a_mark_over_hidden_controls_that_stand_far_apart_has_its_tag(
    show: Show, mark: MakeMark, direction: str
) -> None:
    """Isolates without an end stand at either end of a line, in no order that the eye could follow."""
    text = "\u202c" * 160 + "\u2066\u2067\u2068" * 30 + "قال الوزير"
    view = show(text, direction)
    view.set_tags(True)
    for start in range(150, 247, 3):
        view.set_marks([mark("one", (start, start + 3))])
        assert [name for name, *_ in tags(view)] == ["one"]
        assert view.page.laid(0).lines[0].extents(start, start + 3)
    for size in (12.0, 24.0, 44.0):
        view.set_text_size(size)
        assert [name for name, *_ in tags(view)] == ["one"]


def test_a_mark_that_begins_within_a_letter_cut_by_a_line_needs_no_tag(show: Show, mark: MakeMark) -> None:
    """A thousand joiners are one grapheme with the letter before them, over several lines."""
    view = show("قال" + "\u200c" * 2000, width=300)
    view.set_tags(True)
    for start in range(0, 2000, 100):
        view.set_marks([mark("one", (start, start + 3))])
        assert len(tags(view)) <= 1 and view.span_rects(start, start + 3)
