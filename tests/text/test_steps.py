import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.text.sentences import sentences
from annotator.text.steps import (
    sentence_after,
    sentence_before,
    unmarked_after,
    unmarked_before,
    word_after,
    word_before,
)
from annotator.text.tokens import tokens

PIECES = [*"اب م َ1A.؟،« \n", "قال ", "والوزير ", "نعم. ", "👨‍👩‍👧", "\r\n"]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)
TEXT = "قال. ***\nنعم. لا. 😀\nأجل."


@given(TEXTS, st.integers(0, 40), st.booleans())
def test_the_next_word_and_sentence_are_the_nearest_on_their_side(text: str, offset: int, to_end: bool) -> None:
    offset = min(offset, len(text))
    for units, after, before in (
        (tokens(text), word_after, word_before),
        (sentences(text), sentence_after, sentence_before),
    ):
        edges = [unit[to_end] for unit in units]
        assert after(text, offset, to_end) == min((edge for edge in edges if edge > offset), default=None)
        assert before(text, offset, to_end) == max((edge for edge in edges if edge < offset), default=None)


def test_a_far_word_is_found() -> None:
    text = "قال" + " " * 3000 + "نعم"
    assert word_after(text, 1) == 3003
    assert word_before(text, 3001, to_end=True) == 3


@pytest.mark.parametrize(
    ("marked", "after", "before"),
    [
        ([], ["قال. ***", "نعم.", "لا. 😀", "أجل."], ["أجل.", "لا. 😀", "نعم.", "قال. ***"]),
        ([(1, 2), (22, 25)], ["نعم.", "لا. 😀"], ["لا. 😀", "نعم."]),
        ([(0, 11)], ["لا. 😀", "أجل."], ["أجل.", "لا. 😀"]),
        ([(0, 30), (9, 10)], [], []),
    ],
)
def test_walking_over_what_is_marked(marked: list[tuple[int, int]], after: list[str], before: list[str]) -> None:
    down, up = [], []
    place = 0
    while (found := unmarked_after(TEXT, marked, place)) is not None:
        down.append(TEXT[slice(*found)])
        place = found[0] + 1
    place = len(TEXT)
    while (found := unmarked_before(TEXT, marked, place)) is not None:
        up.append(TEXT[slice(*found)])
        place = found[0]
    assert (down, up) == (after, before)


def test_a_line_of_stars_is_no_sentence_to_mark() -> None:
    assert unmarked_after("***\n\n– –\n", [], 0) is None
