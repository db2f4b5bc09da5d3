import pytest

from annotator.ui.article.selection import Caret, Selection, Touch, between, covered


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        pytest.param(Touch(3, 4, 0.5), Touch(9, 10, 0.5), (3, 10), id="from middle to middle takes both letters"),
        pytest.param(Touch(9, 10, 0.5), Touch(3, 4, 0.5), (3, 10), id="backwards too"),
        pytest.param(Touch(3, 4, 0.9), Touch(9, 10, 0.1), (4, 9), id="what was only brushed stays out"),
        pytest.param(Touch(3, 5, 0.1), Touch(3, 5, 0.8), (3, 5), id="inside one letter"),
        pytest.param(Touch(3, 4, 0.4), Touch(3, 4, 0.6), (3, 3), id="hardly moved"),
        pytest.param(Touch(3, 4, 0.9), Touch(4, 5, 0.1), (4, 4), id="across one edge"),
        pytest.param(Touch(7, 7, 0.0), Touch(7, 9, 0.9), (7, 9), id="from a caret"),
    ],
)
def test_a_drag_takes_the_letters_it_covered(first: Touch, last: Touch, expected: tuple[int, int]) -> None:
    assert covered(first, last) == expected


def test_a_selection_keeps_the_end_where_it_was_begun() -> None:
    assert between(4, (3, 20)) == Selection(3, Caret(20, "after"))
    assert between(19, (3, 20)) == Selection(20, Caret(3))
    assert between(19, (3, 20)).range == (3, 20)
