"""The place on a long page: exact where it is seen, estimated elsewhere, and cheap."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from annotator.ui.article.marks import Mark
from annotator.ui.article.view import ArticleView

Show = Callable[..., ArticleView]
WORDS = "كشف تقرير استخباراتي حديث أن روسيا تخطط لشراء ملايين القذائف من كوريا الشمالية "


def long_text(paragraphs: int) -> str:
    # Lengths differ, so that estimates are wrong.
    return "\n".join(WORDS * (1 + place * 7 % 5) for place in range(paragraphs))


def test_a_jump_brings_exactly_the_line_and_lays_out_little(show: Show) -> None:
    view = show(long_text(2000))
    offset = view.page.paragraphs.start(1234) + 100
    view.ensure_visible(offset)
    rect = view.span_rects(offset, offset + 4)[0]
    assert view.viewport().rect().contains(rect.toRect())
    assert view.offset_at(view.span_rects(offset, offset + 1)[0].center().toPoint()) == offset
    assert len(view.page._laid) < 40


def test_the_place_is_kept_when_the_window_and_the_letters_change(show: Show, qapp: QApplication) -> None:
    view = show(long_text(300), width=700)
    view.scroll_to_offset(view.page.paragraphs.start(150))
    place = view.top_offset()
    assert place == view.page.paragraphs.start(150)
    view.resize(420, 300)
    qapp.processEvents()
    assert view.top_offset() == place
    view.set_text_size(25.0)
    assert view.top_offset() == place
    view.scroll_to_offset(0)
    assert view.top_offset() == 0
    assert view.verticalScrollBar().value() == 0


def test_dragging_the_windows_edge_does_not_let_the_page_drift(show: Show, qapp: QApplication) -> None:
    view = show(long_text(300), width=700)
    view.scroll_to_offset(view.page.paragraphs.start(150) + 40)
    view.scroll_pixels(-20)
    first = view.top_offset()
    y = view.span_rects(first, first + 1)[0].y()
    for width in (*range(690, 400, -13), *range(401, 700, 17), 700):
        view.resize(width, 480)
        qapp.processEvents()
    assert view.top_offset() == first
    assert view.span_rects(first, first + 1)[0].y() == y


@pytest.mark.parametrize("family", ["Noto Naskh Arabic", "Amiri", "DejaVu Sans"])
def test_a_line_holds_about_as_many_letters_in_every_typeface_and_size(show: Show, family: str) -> None:
    for size in (12.0, 17.0, 24.0):
        view = show(WORDS * 40, width=2400, size=size, family=family)
        full = view.page.laid(0).lines[:-1]
        letters = sum(line.end - line.start for line in full) / len(full)
        assert 60 <= letters <= 80


def test_a_text_turned_around_stays_where_it_was(show: Show, mark: Callable[..., Mark]) -> None:
    view = show(long_text(300), width=700)
    view.set_marks([mark("m", (0, 5))])
    view.scroll_to_offset(view.page.paragraphs.start(150))
    view.select(view.top_offset(), view.top_offset() + 4)
    place, selected = view.top_offset(), view.selected_range()
    left = view.span_rects(*selected)[0].left()
    view.set_direction("ltr")
    assert (view.top_offset(), view.selected_range(), len(view.page.marks)) == (place, selected, 1)
    assert view.span_rects(*selected)[0].left() < left
    view.set_direction("rtl")
    assert view.span_rects(*selected)[0].left() == left


@pytest.mark.parametrize("step", [-37, 53, -800, 700])
def test_scrolling_by_pixels_moves_the_letters_by_so_many(show: Show, step: int) -> None:
    view = show(long_text(400))
    offset = view.page.paragraphs.start(200)
    view.ensure_visible(offset)
    before = view.span_rects(offset, offset + 1)[0].y()
    bar = view.verticalScrollBar()
    bar.setValue(bar.value() + step)
    assert view.span_rects(offset, offset + 1)[0].y() == before - step


def test_the_scroll_bar_reaches_both_ends(show: Show) -> None:
    text = long_text(500)
    view = show(text)
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value() == bar.maximum()
    last = view.span_rects(len(text) - 2, len(text) - 1)[0]
    assert view.viewport().rect().contains(last.toRect())
    bar.setValue(bar.maximum() // 2)
    bar.setValue(0)
    assert view.top_offset() == 0
    assert view.span_rects(0, 1)[0].y() > 0


def test_marks_that_come_do_not_move_what_is_read(show: Show, mark: Callable[..., Mark]) -> None:
    view = show(long_text(100))
    offset = view.page.paragraphs.start(50)
    view.scroll_to_offset(offset)
    y = view.span_rects(offset, offset + 1)[0].y()
    above = view.page.paragraphs.start(49)
    view.set_marks([mark(str(place), (above, above + 5 + place)) for place in range(9)])
    assert view.span_rects(offset, offset + 1)[0].y() == y


def test_the_scroll_bar_is_there_when_it_is_needed(show: Show, qapp: QApplication) -> None:
    view = show("قصير")
    bar = view.verticalScrollBar()
    assert not bar.isVisible()
    for text, needed in ((long_text(100), True), ("قصير", False), (long_text(50), True)):
        view.set_article(text, "rtl")
        qapp.processEvents()
        assert bar.isVisible() == needed == (bar.maximum() > 0)
        assert view.column_left + view.page.width <= view.viewport().width()


def test_another_article_begins_at_its_beginning(show: Show, mark: Callable[..., Mark]) -> None:
    view = show(long_text(100))
    view.set_marks([mark("m", (0, 5))])
    view.select(5000, 5005)
    view.ensure_visible(5000)
    view.set_article("مقال آخر", "rtl")
    assert view.selected_range() == (0, 0)
    assert view.top_offset() == 0
    assert len(view.page.marks) == 0


@pytest.mark.parametrize("between", ["\n", " "])
def test_offsets_stay_right_behind_ten_thousand_emoji(
    show: Show, picture: Callable[[ArticleView], QImage], mark: Callable[..., Mark], between: str
) -> None:
    text = "😀" * 9_990 + between + "😀" * 10 + " قال سامر الحلبي نعم"
    view = show(text)
    start = text.index("سامر")
    view.set_marks([mark("m", (start, start + 4), fill="#ff00ff")])
    view.ensure_visible(start)
    (rect,) = view.span_rects(start, start + 4)
    for offset in range(start, start + 4):
        assert view.offset_at(view.span_rects(offset, offset + 1)[0].center().toPoint()) == offset
    assert [found.id for found in view.marks_at(rect.center().toPoint())] == ["m"]
    # What is painted is the name, and not a letter beside it.
    image, y = picture(view), round(rect.top()) + 1
    painted = [x for x in range(image.width()) if image.pixelColor(x, y) == QColor("#ff00ff")]
    assert painted == list(range(round(rect.left()), round(rect.right())))


def test_an_empty_article_can_be_shown(show: Show) -> None:
    view = show("")
    assert view.offset_at(view.rect().center()) == 0
    assert len(view.span_rects(0, 0)) == 1
    assert view.top_offset() == 0
    view.select(0, 10)
    assert view.selected_range() == (0, 0)
