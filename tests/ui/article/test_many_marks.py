"""Thirty marks on one line, marks of one extent, and marks in pieces: each can be told from the others."""

from collections.abc import Callable
from typing import get_args

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage

from annotator.domain.scheme import Underline
from annotator.ui.article import underlines
from annotator.ui.article.marks import Mark, MarkStyle
from annotator.ui.article.underlines import KEPT, LENGTH, Tiles
from annotator.ui.article.view import ArticleView
from annotator.ui.theme import ThemeName, load_theme, parse_color

Show = Callable[..., ArticleView]
Picture = Callable[[ArticleView], QImage]
TEXT = "كشف تقرير استخباراتي أمريكي حديث أن روسيا تخطط لشراء ملايين القذائف من كوريا"
CLEAR = QColor(0, 0, 0, 0)


def coloured(place: int, *parts: tuple[int, int]) -> Mark:
    """A mark with a colour of its own and a solid underline, and nothing behind its letters."""
    color = QColor.fromHsv(place * 11 % 360, 255, 200).toRgb()
    return Mark(str(place), parts, "", MarkStyle(color, CLEAR, CLEAR, "solid"))


def rgb(color: QColor) -> tuple[int, int, int]:
    return color.red(), color.green(), color.blue()


def rows_of(image: QImage, color: QColor, x: int) -> list[int]:
    """The rows of a column that hold this colour, and none that another mark has."""
    wanted = rgb(color)
    return [
        y
        for y in range(image.height())
        if all(abs(one - other) < 12 for one, other in zip(rgb(image.pixelColor(x, y)), wanted, strict=True))
    ]


@pytest.mark.parametrize("size", [12.0, 17.0, 30.0])
def test_thirty_marks_over_one_another_are_thirty_lines(show: Show, picture: Picture, size: float) -> None:
    view = show(TEXT, width=3000, height=700, size=size)
    plain = view.page.laid(0).lines[0].height
    marks = [coloured(place, (place, 40 + place)) for place in range(30)]
    view.set_marks(marks)
    image = picture(view)
    x = view.span_rects(35, 36)[0].center().toPoint().x()
    found = [rows_of(image, mark.style.line, x) for mark in marks]
    assert all(found)
    assert len({row[0] for row in found}) == 30
    # They stand closer together than a few lanes do.
    assert view.page.laid(0).lines[0].height < plain + 0.9 * 30 * view.page.type.lane


def test_marks_of_one_extent_are_drawn_below_one_another(show: Show, picture: Picture) -> None:
    view = show(TEXT, width=1200)
    marks = [coloured(place, (5, 20)) for place in range(3)]
    view.set_marks(marks)
    image = picture(view)
    x = view.span_rects(10, 11)[0].center().toPoint().x()
    rows = [rows_of(image, mark.style.line, x) for mark in marks]
    assert all(rows)
    assert len({row[0] for row in rows}) == 3


def test_a_dotted_line_joins_the_parts_of_a_mark_over_whole_lines(show: Show, picture: Picture) -> None:
    view = show(TEXT * 3, width=420)
    first, second, third = view.page.laid(0).lines[:3]
    mark = coloured(3, (first.start, first.start + 9), (third.start + 4, third.start + 12))
    view.set_marks([mark])
    image = picture(view)
    top = view.page.top(0)
    page = image.pixelColor(2, 2)
    # The whole second line lies between the parts.
    y = top + round(second.lane_y(0))
    left, right = view.column_left + 20, view.column_left + view.page.width - 20
    inked = [x for x in range(left, right) if any(image.pixelColor(x, y + by) != page for by in (-1, 0, 1))]
    assert 0.1 < len(inked) / (right - left) < 0.9
    assert view.marks_at(QPoint((left + right) // 2, top + second.baseline - 4)) == []


@pytest.mark.parametrize("name", get_args(ThemeName))
def test_letters_can_be_read_over_many_fills(show: Show, picture: Picture, name: ThemeName) -> None:
    theme = load_theme(name)
    hues = list(theme.hues.values())
    view = show(TEXT, width=1600)
    view.set_page_colors(theme.page)
    marks = []
    for place in range(30):
        hue = hues[place % len(hues)]
        style = MarkStyle(parse_color(hue.line), parse_color(hue.fill), parse_color(hue.selected_fill), "solid")
        marks.append(Mark(str(place), ((0, 12 + place),), "", style))
    view.set_marks(marks)
    view.set_selected_mark("29")
    image = picture(view)
    box = view.span_rects(0, 12)[0].toRect()
    behind = image.pixelColor(box.right() - 1, box.top() + 1)
    assert behind != theme.page.page
    assert contrast(behind, theme.page.ink) >= 4.5


def contrast(one: QColor, other: QColor) -> float:
    """The contrast ratio of WCAG 2."""

    def luminance(color: QColor) -> float:
        parts = (color.redF(), color.greenF(), color.blueF())
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.usefixtures("show")
@pytest.mark.parametrize("style", get_args(Underline))
@pytest.mark.parametrize("em", [10.0, 16.0, 22.7, 41.0])
def test_underlines_laid_end_to_end_show_no_seam(monkeypatch: pytest.MonkeyPatch, style: Underline, em: float) -> None:
    def columns() -> list[list[int]]:
        tile = Tiles().tile(style, QColor("#000000"), em, 9, 1.0).toImage()
        return [[tile.pixelColor(x, y).alpha() for y in range(tile.height())] for x in range(tile.width())]

    tile = columns()
    monkeypatch.setattr(underlines, "LENGTH", 4 * LENGTH)
    # What follows the first tile: its own beginning, or what would be drawn there.
    drawn, half = columns()[len(tile) :], len(tile) // 2
    assert len(drawn) > 2 * len(tile)
    differences = [
        abs(one - other)
        for before, after in zip(tile[:half], drawn[:half], strict=True)
        for one, other in zip(before, after, strict=True)
        if one or other
    ]
    # A tile is a whole number of pixels long, a pattern is not: edges of dashes differ by a part of a pixel.
    assert sum(differences) / len(differences) < 48


@pytest.mark.usefixtures("show")
def test_no_more_tiles_are_kept_than_a_page_needs() -> None:
    tiles = Tiles()
    for place in range(2 * KEPT):
        tiles.tile("solid", QColor.fromRgb(place), 20.0, 5, 1.0)
    assert len(tiles._tiles) <= KEPT
    assert tiles.tile("solid", QColor.fromRgb(3), 20.0, 5, 1.0) is tiles.tile("solid", QColor.fromRgb(3), 20.0, 5, 1.0)
