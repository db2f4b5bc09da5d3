"""What a search found, on the page: behind its letters and nowhere else, and only where it can be seen."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage

from annotator.ui.article.geometry import LineRuler
from annotator.ui.article.marks import Mark, plain_colors
from annotator.ui.article.view import ArticleView

Show = Callable[..., ArticleView]
Picture = Callable[[ArticleView], QImage]
TEXT = "قال Ali Hassan إن الاتحاد ٱلأمَمِيَّ قال 18 مرة"
COLORS = replace(plain_colors(), hit=QColor("#00ff00"), hit_current=QColor("#ff00ff"), ink=QColor("#000000"))


def columns(image: QImage, box: QRectF, color: QColor) -> set[int]:
    """The columns of pixels in the rows of a box that have this colour somewhere."""
    rows = range(round(box.top()) + 1, round(box.bottom()) - 1)
    return {x for x in range(image.width()) if any(image.pixelColor(x, y) == color for y in rows)}


@pytest.mark.parametrize(("start", "end"), [(0, 3), (0, 7), (4, 14), (18, 25), (20, 21), (26, 35), (36, 42)])
def test_a_hit_lies_behind_its_own_letters(show: Show, picture: Picture, start: int, end: int) -> None:
    view = show(TEXT, width=900, size=22.0)
    view.set_page_colors(COLORS)
    view.set_hits([(start, end)])
    image = picture(view)
    rects = view.span_rects(start, end)
    expected = {x for rect in rects for x in range(round(rect.left()), round(rect.right()))}
    assert columns(image, rects[0], COLORS.hit) == expected


def test_the_current_hit_has_a_colour_and_a_frame_of_its_own(show: Show, picture: Picture) -> None:
    view = show(TEXT, width=900, size=22.0)
    view.set_page_colors(COLORS)
    view.set_hits([(0, 3), (36, 39)], current=1)
    image = picture(view)
    for place, (start, end) in enumerate([(0, 3), (36, 39)]):
        (box,) = view.span_rects(start, end)
        fill = COLORS.hit_current if place else COLORS.hit
        assert image.pixelColor(round(box.left()) + 2, round(box.top()) + 4) == fill
        above = [image.pixelColor(round(box.center().x()), round(box.top()) + y).lightness() for y in (-2, -1, 0)]
        assert (min(above) < 60) == (place == 1)


def test_letters_are_the_same_with_and_without_hits(show: Show, picture: Picture) -> None:
    view = show(TEXT, width=420, size=26.0, family="Amiri")
    clear = replace(COLORS, hit=COLORS.page, hit_current=COLORS.page)
    view.set_page_colors(clear)
    before = picture(view)
    view.set_hits([(place, place + 1) for place in range(len(TEXT))])
    assert picture(view) == before


def test_hits_cover_the_colour_of_marks_and_leave_their_lines(
    show: Show, picture: Picture, mark: Callable[..., Mark]
) -> None:
    view = show(TEXT, width=900, size=22.0)
    view.set_page_colors(COLORS)
    view.set_marks([mark("m", (0, 14))])
    lines = picture(view)
    view.set_hits([(0, 3)])
    image = picture(view)
    (box,) = view.span_rects(0, 3)
    assert image.pixelColor(round(box.left()) + 1, round(box.top()) + 2) == COLORS.hit
    line = view.page.laid(0).lines[0]
    y = view.page.top(0) + round(line.lane_y(0))
    assert image.pixelColor(round(box.center().x()), y) == lines.pixelColor(round(box.center().x()), y)


def test_the_selection_is_seen_on_a_hit(show: Show, picture: Picture) -> None:
    view = show(TEXT, width=900, size=22.0)
    view.set_page_colors(COLORS)
    view.set_hits([(0, 3)])
    view.select(0, 3)
    (box,) = view.span_rects(0, 3)
    assert picture(view).pixelColor(round(box.left()) + 1, round(box.top()) + 2) == COLORS.selection


def test_a_hit_over_two_paragraphs_is_shown_on_both(show: Show, picture: Picture) -> None:
    text = "كوريا\nالشمالية"
    view = show(text, width=600, size=22.0)
    view.set_page_colors(COLORS)
    view.set_hits([(0, len(text))])
    image = picture(view)
    boxes = view.span_rects(0, len(text))
    assert len(boxes) == 2
    for box in boxes:
        assert image.pixelColor(round(box.left()) + 1, round(box.top()) + 2) == COLORS.hit


def test_another_article_has_no_hits(show: Show, picture: Picture) -> None:
    view = show(TEXT, width=900)
    view.set_page_colors(COLORS)
    plain = picture(view)
    view.set_hits([(0, 3)])
    assert picture(view) != plain
    view.set_article(TEXT, "rtl")
    assert picture(view) == plain
    view.set_hits([(0, 3)])
    view.set_hits([])
    assert picture(view) == plain


def test_only_hits_in_sight_are_measured(show: Show, picture: Picture, monkeypatch: pytest.MonkeyPatch) -> None:
    paragraph = "قال الوزير إن الميناء سيفتح في موعده\n"
    view = show(paragraph * 2_000, height=400)
    measured = 0
    extents = LineRuler.extents

    def count(ruler: LineRuler, start: int, end: int) -> list[tuple[float, float]]:
        nonlocal measured
        measured += 1
        return extents(ruler, start, end)

    monkeypatch.setattr(LineRuler, "extents", count)
    view.set_hits([(place * len(paragraph), place * len(paragraph) + 3) for place in range(2_000)], current=1_000)
    view.scroll_to_offset(1_000 * len(paragraph))
    picture(view)
    assert 5 < measured < 100
