"""The kept way back from a folded form finds the same places as folding anew."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from annotator.text import offset_map
from annotator.text.folding import fold, wanted

LETTERS = "اأآبلهةىيكـَُّّٰ  \n\u200f\u200d\u200c\u200bﷲﻻٔؤء٣3aA😀👨\u0301é"


@settings(max_examples=400)
@example("\nأﷲ", "\u200b\u0654")
@given(st.text(LETTERS, max_size=40), st.text(LETTERS, min_size=1, max_size=4))
def test_the_same_places_as_folding_anew(text: str, query: str) -> None:
    folded = fold(text)
    kept = offset_map.turns_of(folded)
    if kept is not None:
        assert offset_map.find(folded.form, kept, wanted(query), text) == folded.find(query)


def test_plain_text_needs_no_turns() -> None:
    text = "قال الوزير إن الميناء جاهز"
    assert offset_map.turns_of(fold(text)) == b""
    start = text.index("الميناء")
    assert offset_map.find(fold(text).form, b"", wanted("الميناء"), text) == [(start, start + 7)]


def test_marks_and_tatweel_are_turns() -> None:
    text = "قَالَ الــوزير إنّ"
    kept = offset_map.turns_of(fold(text))
    assert kept
    places = offset_map.find(fold(text).form, kept, wanted("وزير ان"), text)
    assert [text[start:end] for start, end in places] == ["وزير إنّ"]


def test_clusters_that_are_no_letters_are_folded_anew() -> None:
    assert offset_map.turns_of(fold("عائلة 👨\u200d👩\u200d👧")) is None
