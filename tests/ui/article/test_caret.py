"""The caret where lines wrap inside a letter: a space and the joiners or marks that hang on it."""

from collections.abc import Callable
from itertools import pairwise

import pytest

from annotator.text import graphemes
from annotator.ui.article.caret import place_of, step
from annotator.ui.article.selection import Caret, Side
from annotator.ui.article.view import ArticleView

SIDES: tuple[Side, ...] = ("before", "after", "begin", "end")


@pytest.mark.parametrize("piece", ["a \u200d\u0301", " \u200d\u200d\u200d", "كلمة \u200d"])
def test_every_place_has_a_caret_that_moves_on(reader: Callable[..., ArticleView], piece: str) -> None:
    text = piece * 60
    view = reader(text, "rtl", 240, 400, 9.0, "Noto Naskh Arabic")
    wrapped = {line.start for line in view.page.laid(0).lines} - set(graphemes.boundaries(text))
    assert wrapped or "\u0301" not in piece
    for offset in graphemes.boundaries(text):
        for side in SIDES:
            caret = Caret(offset, side)
            assert place_of(view.page, caret).line.start <= offset
            assert 0 <= step(view.page, caret, left=True).offset <= len(text)
            assert 0 <= step(view.page, caret, left=False).offset <= len(text)


def test_the_rest_of_a_letter_belongs_to_the_line_where_it_begins(reader: Callable[..., ArticleView]) -> None:
    text = "a \u200d\u0301" * 60
    lines = reader(text, "rtl", 240, 400, 9.0, "Noto Naskh Arabic").page.laid(0).lines
    cells = [(cell.start, cell.end) for line in lines for cell in line.ruler.cells]
    assert sorted(cells) == list(pairwise(graphemes.boundaries(text)))
