"""A text with a few characters of no code page is folded as if all of it were folded letter by letter."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from annotator.text import offset_map
from annotator.text.folding import fold, wanted
from annotator.text.patches import patched_form, patched_way, patches

PLAIN = st.sampled_from(["قال", "الوزير", "مدرسةٌ", "كَتبَ", "في", "x", "5", "اليوم"])
ODD = st.sampled_from(
    [
        "😀",
        "👍🏽",
        "🇸🇦",
        "ﷲ",
        "اﷲ",
        "ﻻم",
        "''قال''",
        "<<لا>>",
        "½",
        "…",
        "30°",
        "قُرْءَان",
        "a\u0301",
        "شيـٔا",
        "هـ",
        "\u200f",
    ]
)
GAPS = st.sampled_from([" ", " ", " ", " ", "\n", "  ", ""])
TEXTS = st.lists(st.tuples(st.one_of(PLAIN, PLAIN, PLAIN, PLAIN, PLAIN, ODD), GAPS), max_size=30).map(
    lambda words: "".join(word + gap for word, gap in words)
)


@settings(max_examples=120)
@example("قال الوزير 👍🏽 اليوم في", "\U0001f3fd")
@given(TEXTS, st.one_of(PLAIN, ODD, st.sampled_from(["ا", " ", "ل", "."])))
def test_patches_fold_and_lead_back_as_the_whole_text_does(text: str, query: str) -> None:
    made, folded = patches(text), fold(text)
    if made is None:
        return
    form, (turns, inner) = patched_form(text, made), patched_way(text, made)
    assert form == folded.form
    assert offset_map.find(form, turns, wanted(query), text, inner=inner) == folded.find(query)


def test_only_the_words_around_what_is_in_no_page_are_folded_letter_by_letter() -> None:
    text = "قال الوزير أمس " * 20 + "إن الحرارة 30° اليوم " + "في كل مكان هنا " * 20
    made = patches(text)
    assert made is not None
    [letters] = [one for one in made if one.codes is None]
    assert "30°" in text[letters.start : letters.end]
    assert letters.end - letters.start < 20
    assert [one.start for one in made[1:]] == [one.end for one in made[:-1]]


def test_a_text_in_other_letters_is_folded_whole() -> None:
    assert patches("Москва и область 😀") is None
    assert patches("😀" * 500) is None
