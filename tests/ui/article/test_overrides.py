"""Overrides in the text, on the page: they have no say, and are seen."""

import re
from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QImage

from annotator.ui.article.flags import flags
from annotator.ui.article.marks import plain_colors
from annotator.ui.article.view import ArticleView

Show = Callable[..., ArticleView]
Reader = Callable[..., ArticleView]

WORDS = st.sampled_from(["قال", "السلام", "الأمم", "كَتَبَ", "Ali", "100", "١٨", "(CNN)", "3.5%", "exe.txt"])
FORCED = st.tuples(st.sampled_from("\u202d\u202e"), WORDS, st.sampled_from(["\u202c", ""])).map("".join)


def places(view: ArticleView) -> list[list[tuple[str, float]]]:
    """Each letter and its distance from the right, line by line; hidden characters are left out."""
    text, width = view.page.text, view.page.width
    return [
        [
            (text[cell.start : cell.end], width - cell.left)
            for cell in line.ruler.cells
            if text[cell.start].isprintable() and text[cell.start] != " "
        ]
        for line in view.page.laid(0).lines
    ]


def letters(lines: list[list[tuple[str, float]]]) -> list[list[str]]:
    return [[letter for letter, _ in line] for line in lines]


@pytest.mark.parametrize("family", ["Noto Naskh Arabic", "Amiri", "DejaVu Sans"])
@given(st.lists(st.one_of(WORDS, FORCED), min_size=1, max_size=12).map(" ".join), st.integers(180, 400))
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
def test_letters_stand_where_they_would_without_overrides(reader: Reader, family: str, text: str, width: int) -> None:
    forced = places(reader(text, "rtl", width, 600, 17.0, family))
    bare = re.sub("[\u202c-\u202e]", "", text)
    # Qt takes a line that ends in a hidden character for a pixel narrower: it may hold what fits a pixel more.
    frees = [places(reader(bare, "rtl", wide, 600, 17.0, family)) for wide in (width, width + 1)]
    free = next((one for one in frees if letters(one) == letters(forced)), frees[0])
    assert letters(forced) == letters(free)
    for line, other in zip(forced, free, strict=True):
        assert [x for _, x in line] == pytest.approx([x for _, x in other], abs=1.1)


def test_a_forged_amount_is_read_as_it_is_stored(show: Show) -> None:
    view = show("دفع \u202e100\u202c دولار")
    one, nought = view.span_rects(5, 6)[0], view.span_rects(6, 7)[0]
    assert one.left() < nought.left()
    view = show("see \u202etxt.exe\u202c", "ltr")
    assert view.span_rects(5, 6)[0].left() < view.span_rects(11, 12)[0].left()


def test_the_text_itself_keeps_its_overrides(show: Show) -> None:
    text = "دفع \u202e100\u202c دولار"
    view = show(text)
    assert view.page.text == text
    assert view.page.laid(0).text == text


def test_an_override_has_a_sign_in_the_colour_of_warnings(show: Show, picture: Callable[[ArticleView], QImage]) -> None:
    def colors_of(text: str) -> set[str]:
        image = picture(show(text, size=30.0))
        return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(160)}

    colors = plain_colors()
    assert colors.warning.name() in colors_of("دفع \u202e100")
    assert colors.warning.name() not in colors_of("دفع \u202b100")
    assert colors.dim.name() in colors_of("دفع \u202b100")


def test_flags_in_one_place_fan_out(show: Show) -> None:
    view = show("نعم\u200f\u200e\u202e\u200fلا\u200f", size=20.0)
    paragraph = view.page.laid(0)
    found = flags(paragraph, paragraph.lines[0])
    assert len(found) == 5
    assert [flag.warns for flag in found].count(True) == 1
    heads = sorted(flag.head for flag in found)
    assert all(after - before > 0.2 * paragraph.type.em for before, after in pairwise(heads))
    # They stay near what they stand for.
    assert all(abs(flag.head - flag.foot) < paragraph.type.em for flag in found)


def test_each_paragraph_is_laid_out_by_itself(show: Show) -> None:
    # An isolate and an embedding that are never closed reach no further than their paragraph.
    def places(text: str) -> list[float]:
        view = show(text)
        return [view.page.width - cell.right for cell in view.page.laid(1).lines[0].ruler.cells]

    assert places("\u2067\u202aقال Ali\nقال Ali نعم") == places("قال Ali\nقال Ali نعم")
