import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.text import direction as directions
from annotator.text.direction import base_direction, spoken


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("قال الوزير", "rtl"),
        ("Reuters: قالت الوزارة اليوم", "rtl"),
        ("[1] 🔴 قال", "rtl"),
        ("אמר היום", "rtl"),
        ("The minister said «نعم»", "ltr"),
        ("THE MINISTER SAID «نعم»", "ltr"),
        ("BBC News - أخبار", "rtl"),
        ("Samsung Galaxy S24 Ultra: مراجعة شاملة", "rtl"),
        ("M.B.S. يلتقي", "rtl"),
        ("\u200f\u200f\u200f\u202eyes", "ltr"),
        ("\u200e\u200e\u200eلا", "rtl"),
        ("aب", "rtl"),
        ("123 – 456", "rtl"),
        ("", "rtl"),
    ],
)
def test_most_strong_characters_decide(text: str, direction: str) -> None:
    assert base_direction(text) == direction


def test_a_million_characters_are_no_wait() -> None:
    start = time.perf_counter()
    base_direction("قال Reuters 👍 " * 70_000)
    assert time.perf_counter() - start < 0.5


def test_a_long_row_of_dotted_words_is_no_wait() -> None:
    start = time.perf_counter()
    base_direction("سي.إن.a." * 20_000)
    assert time.perf_counter() - start < 1.0


UNSPOKEN = (
    "www.",
    "a.b",
    "@x",
    "#وسم",
    "http://",
    "U.S.",
    "م.ب.",
    "f(x)",
    "(x)",
    "<b>",
    "`c`",
    "-a",
    "/usr/bin",
    "İ",
    "K",
)


@settings(max_examples=200)
@given(
    st.lists(st.sampled_from([*UNSPOKEN, "قال", "the", "3.5", "-", ".", "َ"]), max_size=12),
    st.sampled_from([" ", "", "\n", "\u00a0"]),
    st.integers(0, 3),
)
def test_what_is_not_spoken_is_found_word_by_word_as_in_the_whole(words: list[str], gap: str, apart: int) -> None:
    text = gap.join(words)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(directions, "MOST_WORDS_APART", apart)
        assert spoken(text) == directions._UNSPOKEN.sub(" ", text)
