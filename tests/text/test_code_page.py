"""Texts in one byte a character say, letter by letter, what folding says."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from annotator.text import offset_map
from annotator.text.code_page import encoded, pages
from annotator.text.folding import fold, wanted

ARABIC = "اأآبلهةىيكـَُّّٰ  \n\t\u00a0\u200f\u200d\u200c\u200b٣3۴aA،…ؤء.—é«%'<‘ْ"
HEBREW = "אבגםך־״׳  ַָּ…\u200f\u200d.₪\n"


def _two_in_one(text: str) -> bool:
    """Return whether a text may have two signs that are read as one, and so no codes."""
    form = "".join(fold(char).form for char in text)
    return "''" in form or "<<" in form or "ءَا" in text


TEXTS = st.one_of(st.text(ARABIC, max_size=40), st.text(HEBREW, max_size=40))


@settings(max_examples=150)
@example(" \u200c  \u064e\u0640 ")
@given(TEXTS)
def test_a_text_in_codes_is_the_same_text_and_folds_the_same(text: str) -> None:
    coded = encoded(text)
    if coded is None:
        assert _two_in_one(text)
        return
    assert coded.text == text
    assert coded.form == fold(text).form


@settings(max_examples=150)
@example("\u200d\n\n\u05b7א", "א")
@given(TEXTS, st.text(ARABIC + HEBREW, min_size=1, max_size=4))
def test_the_way_back_from_codes_finds_what_folding_finds(text: str, query: str) -> None:
    text, query = text.replace("…", ""), query.replace("…", "")
    coded = encoded(text)
    if coded is None:
        assert _two_in_one(text)
        return
    turns = coded.page.turns(coded.codes)
    assert offset_map.find(coded.form, turns, wanted(query), text) == fold(text).find(query)


@pytest.mark.parametrize(
    "text", ["ﷲ", "خبر 😀", "a\u0301", "''قال''", "<<لا>>", "قُرْءَان", "Москва", "نص \0", "שלום مرحبا"]
)
def test_a_text_with_any_other_character_has_no_codes(text: str) -> None:
    assert encoded(text) is None


def test_each_character_of_a_page_folds_as_it_does_alone() -> None:
    for page in pages():
        for char in map(chr, range(0x2100)):
            codes = page.encode(char)
            if codes is not None:
                assert page.decode(codes) == char
                form, said = page.decode(page.folded(codes)), fold(char).form
                assert form == said or (form == char and len(said) > 1)
                assert page.decode(page.folded(codes, teh_marbuta=False)) in (fold(char, teh_marbuta=False).form, char)


def test_articles_in_the_languages_of_the_region_have_codes() -> None:
    for text in (
        "قال الوزير: «سنبدأ العملَ غدًا»… (٢٥٪) – Reuters",
        "رئیس‌جمهور گفت که پروژه ۱۴ ژوئن آغاز می‌شود؛ چه خبر؟",
        "وزیرِ اعظم نے کہا کہ یہ منصوبہ جلد شروع ہوگا۔",
        "سەرۆک وتی کە پڕۆژەکە زوو دەست پێدەکات",
        'ראש הממשלה אמר: "נתחיל מחר" – צה״ל',
    ):
        assert encoded(text) is not None
