import time
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from annotator.text import tokens as tokens_module
from annotator.text.graphemes import boundaries
from annotator.text.tokens import counted, snap_to_tokens, tokens, word_at

PIECES = [
    *"اببموקר aZé_ \n\t،.؛؟«»()[]\"'’,:;!?-–/|+$%٪#@1٣5",
    *"\u064e\u0651\u0640\u200b\u200c\u200d\u200e\u200f\u202e\u2068\u0600\u0301\ufe0f\u20e3\u00a0\u202f\u00ad",
    *"👨👩🇸🇦🏽ℹ©\u0915\u094d\u0937\u0d4e\u1100\u1161\u05f3\u05f4\ufffdﷺ",
    *["http://", "www.", "a.b", "x@y.com", "reuters.com", "قال", "ال"],
]
TEXTS = st.lists(st.sampled_from(PIECES) | st.characters(codec="utf-8"), max_size=30).map("".join)
OFFSETS = st.integers(-3, 60)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("نقلت «الحياة» عن “مصدر” (مسؤول)؛ نعم؟", "نقلت الحياة عن مصدر مسؤول نعم"),
        ("وصل؟نعم؛لا،أبدا", "وصل نعم لا أبدا"),
        ("قَرَّرَ العــــربية می‌خواهم", "قَرَّرَ العــــربية می‌خواهم"),
        ("بـWindows و\u200fiPhone15 والـAI", "بـ Windows و iPhone15 والـ AI"),
        ("و15 شخصا، كوفيد-19", "و 15 شخصا كوفيد 19"),
        ("هبطت إلى -32 و -٣٢ درجة", "هبطت إلى -32 و -٣٢ درجة"),
        ("من 18:00 - 19:00", "من 18:00 19:00"),
        ("الفترة 2020-2021 فقط", "الفترة 2020 2021 فقط"),
        ("ارتفع 3.5% و٣٫٥٪، %25؛ 1,200.", "ارتفع 3.5% و ٣٫٥٪ %25 1,200"),
        ("في 2026-11-22 أو ١٢/٣/٢٠٢٦.", "في 2026-11-22 أو ١٢/٣/٢٠٢٦"),
        ("$100 و100€ 5G 15km", "$100 و 100€ 5G 15km"),
        ('צה"ל אמר "שלום" ג׳ורג׳', 'צה"ל אמר שלום ג׳ורג׳'),
        ("(أ.ف.ب) ود.أحمد في U.S. أمس", "أ.ف.ب ود أحمد في U.S أمس"),
        ("Sana'a O’Brien 'quoted' Al-Ahram", "Sana'a O’Brien quoted Al Ahram"),
        ("كتب @AJArabic: #السعودية_اليوم.", "كتب @AJArabic #السعودية_اليوم"),
        ("راسل press@mofa.gov.sa. أو", "راسل press@mofa.gov.sa أو"),
        ("(https://t.co/2Ex/)، www.sana.sy!", "https://t.co/2Ex/ www.sana.sy"),
        ("https://ar.wikipedia.org/wiki/الرياض_(مدينة)؟", "https://ar.wikipedia.org/wiki/الرياض_(مدينة)"),
        ("موقع reuters.com. وقال", "موقع reuters.com وقال"),
        ("____ _x_ a_b", "x a_b"),
        ("صلى ﷺ 🔴 عاجل", "صلى ﷺ عاجل"),
    ],
)
def test_the_words_of(text: str, words: str) -> None:
    assert [text[start:end] for start, end in tokens(text)] == words.split()


@given(TEXTS)
def test_no_space_makes_the_tokens_beside_it_others(text: str) -> None:
    assert tokens_module._by_chunks(text, 0, len(text)) == tokens_module._found(text, 0, len(text))


def test_no_break_spaces_group_digits_and_nothing_else() -> None:
    text = "10\u202f000 ريال و10\u00a0آلاف"
    assert [text[start:end] for start, end in tokens(text)] == ["10\u202f000", "ريال", "و", "10", "آلاف"]


@pytest.mark.parametrize(
    ("selected", "snapped"),
    [
        ("قال[ «الحي]اة» أمس", "قال «[الحياة]» أمس"),
        ("قال[ الوزير، ]أمس", "قال [الوزير]، أمس"),
        ("ق[ال الو]زير", "[قال الوزير]"),
        ("ارتفع 3[.]5% أمس", "ارتفع [3.5%] أمس"),
        ("قال[، ]أمس", "قال[، ]أمس"),
        ("[🔴 عاجل:] خبر", "[🔴 عاجل]: خبر"),
        ("قا[]ل", "قا[]ل"),
        ("ل[لصين]", "[للصين]"),
        ("بـ[Win]dows", "بـ[Windows]"),
        ("زار [#تونس] أمس", "زار [#تونس] أمس"),
        ("قال[.\n\n]أضاف", "قال[.\n\n]أضاف"),
        ("بن [كَ]ت", "بن [كَت]"),
    ],
)
def test_a_selection_snaps(selected: str, snapped: str) -> None:
    start, end = selected.index("["), selected.index("]") - 1
    text = selected.replace("[", "").replace("]", "")
    first, last = snap_to_tokens(text, start, end)
    assert f"{text[:first]}[{text[first:last]}]{text[last:]}" == snapped


def test_between_words_there_is_no_word() -> None:
    assert word_at("قال، نعم", 3) is None
    assert word_at("قال، نعم", 4) is None
    assert word_at("", 0) is None
    assert word_at("قال", 3) is None
    assert word_at("قال", -1) is None


@given(TEXTS)
@example("\u0600\u0600ب")
@example("http://a.\u0301")
@example("a@b.com\u200d")
def test_tokens_are_apart_and_split_no_cluster(text: str) -> None:
    found = tokens(text)
    bounds = set(boundaries(text))
    for start, end in found:
        assert start < end
        assert {start, end} <= bounds
    assert all(before[1] <= after[0] for before, after in pairwise(found))


@given(TEXTS, st.integers(1, 9))
def test_counting_in_steps_counts_each_token_once(text: str, step: int) -> None:
    *_, last = counted(text, step)
    assert last == len(tokens(text))


@given(TEXTS)
def test_every_letter_is_in_a_token(text: str) -> None:
    covered = {offset for start, end in tokens(text) for offset in range(start, end)}
    assert all(offset in covered for offset, char in enumerate(text) if char.isalpha() and char.isprintable())


@given(TEXTS, OFFSETS, OFFSETS)
@example("a.b.c x", 3, 4)
def test_a_window_gives_the_tokens_of_the_whole(text: str, start: int, end: int) -> None:
    expected = [token for token in tokens(text) if token[0] < end and max(start, 0) < token[1] and start < end]
    assert tokens(text, start, end) == expected


@given(TEXTS, OFFSETS)
def test_the_word_at_an_offset_holds_it(text: str, offset: int) -> None:
    found = word_at(text, offset)
    holders = [token for token in tokens(text) if token[0] <= offset < token[1]]
    assert ([found] if found else []) == holders


@given(TEXTS, OFFSETS, OFFSETS)
def test_snapping_to_tokens_is_stable_and_inside_the_text(text: str, start: int, end: int) -> None:
    first, last = snap_to_tokens(text, start, end)
    assert 0 <= first <= last <= len(text)
    assert {first, last} <= set(boundaries(text))
    assert snap_to_tokens(text, first, last) == (first, last)
    assert not any(token[0] < edge < token[1] for edge in (first, last) if first < last for token in tokens(text))


@given(TEXTS, OFFSETS, OFFSETS)
def test_snapping_to_tokens_loses_no_letter(text: str, start: int, end: int) -> None:
    first, last = snap_to_tokens(text, start, end)
    low, high = sorted(min(max(offset, 0), len(text)) for offset in (start, end))
    assert all(first <= offset < last for offset in range(low, high) if text[offset].isalnum())


@pytest.mark.parametrize("piece", ["قال الوزير إن. ", "a.", "1-", "(a", 'א"', "\u0600", "a@b", "-", "123\u00a0"])
def test_no_text_takes_long(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    start = time.perf_counter()
    tokens(text)
    assert time.perf_counter() - start < 2


def test_a_word_in_a_million_characters_is_found_at_once() -> None:
    text = "أَعْلَنَتِ الحُكُومَةُ اليوم، " * 34_000
    start = time.perf_counter()
    for offset in range(500_000, 500_200):
        word_at(text, offset)
        snap_to_tokens(text, offset, offset + 40)
    assert time.perf_counter() - start < 0.5
