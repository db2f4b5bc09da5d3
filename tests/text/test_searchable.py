"""A text as a search keeps it finds and counts what folding it anew finds."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from annotator.text.folding import find
from annotator.text.searchable import FoldedText, Sought, TextInCodes, searchable

LETTERS = "اأآبلهةىيكـَُّّٰ  \n\u200f\u200d\u200c\u200bﷲﻻٔؤء٣3aA…😀👨\u0301é."
SOUGHT = st.builds(
    Sought,
    text=st.text(LETTERS, min_size=1, max_size=4),
    whole=st.booleans(),
    exact=st.booleans(),
    teh_marbuta=st.booleans(),
)


@settings(max_examples=250)
@example("نعم… لا", Sought("."))
@example("ا\u200cب اب", Sought("ا ب"))
@example("هٔ", Sought("ة", exact=True))
@given(st.text(LETTERS, max_size=30), SOUGHT)
def test_the_same_places_as_folding_anew(text: str, sought: Sought) -> None:
    kept = searchable(text)
    expected = find(
        text, sought.text, whole=sought.whole, exact=sought.exact, teh_marbuta=sought.teh_marbuta or sought.exact
    )
    assert kept.text == text
    count = kept.count(sought)
    assert count in (None, len(expected))
    if count != 0:
        assert kept.find(sought) == expected


def test_what_most_people_look_for_is_counted_without_a_place() -> None:
    kept = searchable("قالَ الوزير، وقال المدير… ثم قال")
    assert isinstance(kept, TextInCodes)
    assert kept.count(Sought("قال")) == 3
    assert kept.count(Sought("قال الوزير")) == 1
    assert kept.count(Sought("مدرسة", teh_marbuta=False)) == 0
    assert kept.count(Sought("قال", whole=True)) is None
    # An ellipsis holds three stops.
    assert kept.count(Sought(".")) is None
    assert len(kept.find(Sought("."))) == 1


def test_a_text_of_rare_characters_is_kept_with_its_folded_form() -> None:
    kept = searchable("عائلة 👨\u200d👩\u200d👧 في المدرسة")
    assert isinstance(kept, FoldedText)
    assert kept.count(Sought("جامعة")) == 0
    assert kept.find(Sought("مدرسة")) == [(17, 22)]
    # A family of three is not found by one of them.
    assert kept.find(Sought("👩")) == []
    assert searchable("خبر 😀").size > len("خبر 😀")


WORDS = st.lists(
    st.sampled_from(["قال", "قَالَ", "قـال", "وقال", "أ", "ا", "آا", "كتاب", "ى", "\u200f", "x,", "،"]), max_size=25
)


@settings(max_examples=100)
@given(
    WORDS,
    st.sampled_from([" ", "\n", "  ", " \u200c"]),
    st.sampled_from(["قال", "قَالَ", "قا", "أ", "اا", "ا ا", "َ", "ال"]),
)
def test_an_exact_spelling_is_looked_for_around_what_holds_it_in_any(words: list[str], gap: str, query: str) -> None:
    text = gap.join(words)
    for whole in (False, True):
        kept, sought = searchable(text), Sought(query, exact=True, whole=whole)
        assert isinstance(kept, TextInCodes)
        assert kept.find(sought) == find(text, query, exact=True, whole=whole)
