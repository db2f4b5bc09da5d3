"""Search that knows Arabic spelling: what is one word to a reader, what is another, and where exactly it stands."""

import json
import re
import subprocess
import sys
import time
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import regex
from hypothesis import assume, example, given
from hypothesis import strategies as st

from annotator.text.folding import Folded, find, fold
from annotator.text.graphemes import snap
from annotator.text.tokens import tokens

CASES = json.loads((Path(__file__).parents[1] / "data" / "rtl_cases.json").read_text(encoding="utf-8"))["cases"]
SEARCHES = [
    pytest.param(case["text"], check, id=f"{case['id']}-{place}")
    for case in CASES
    for place, check in enumerate(case["checks"])
    if check["type"] == "search"
]


@pytest.mark.parametrize(("text", "check"), SEARCHES)
def test_search_of_the_museum(text: str, check: dict[str, Any]) -> None:
    found = find(text, check["query"], whole=check.get("whole", False))
    assert found == [tuple(hit) for hit in check["expect"]]


def test_the_museum_has_its_searches() -> None:
    assert len(SEARCHES) == 28


def quotes(text: str, query: str, **how: bool) -> list[str]:
    """What the hits say, as it stands in the text."""
    return [text[start:end] for start, end in find(text, query, **how)]


@pytest.mark.parametrize(
    ("text", "query", "expected"),
    [
        # Harakat are left out by writers, and no hit leaves out those of its last letter.
        ("كَتَبَ الكَاتِبُ كِتَابًا", "كتاب", ["كِتَابً"]),
        ("كَتَبَ الكَاتِبُ", "كَتبَ", ["كَتَبَ"]),
        ("الشَّعْبُ يُرِيدُ", "الشعب", ["الشَّعْبُ"]),
        ("هٰذا الرحمٰن", "هذا الرحمن", ["هٰذا الرحمٰن"]),
        ("إِنَّهُۥ كَانَ بِهِۦ عَلِيمٗا", "انه", ["إِنَّهُ"]),
        ("إِنَّهُۥ كَانَ بِهِۦ عَلِيمٗا", "انه كان به عليما", ["إِنَّهُۥ كَانَ بِهِۦ عَلِيمٗا"]),
        ("أُوْلَـٰٓئِكَ هُمُ", "اولئك", ["أُوْلَـٰٓئِكَ"]),
        # Tatweel belongs to a hit only where letters of the hit are on both sides.
        ("قـــال محـمـد بـن ســلمان", "قال محمد", ["قـــال محـمـد"]),
        ("السـعـوديةــــ", "سعودية", ["سـعـودية"]),
        # Alef in all its dresses, in the text and in the query.
        ("أكد إسلام آل ثاني ٱلأمر", "ال", ["آل", "ٱل"]),
        ("القرآن والقرءان", "القران", ["القرآن"]),
        ("ا\u0653سفي وا\u0654حمد", "آسفي", ["ا\u0653سفي"]),
        ("ا\u0653سفي وا\u0654حمد", "أحمد", ["ا\u0654حمد"]),
        ("انا", "أنا", ["انا"]),
        # ى ي ی and ك ک.
        ("مستشفى علي في طهران، علی بیگ", "على", ["علي", "علی"]),
        ("جمهوری اسلامی", "جمهوري اسلامي", ["جمهوری اسلامی"]),
        ("کوریا وكوريا", "كوريا", ["کوریا", "كوريا"]),
        # Digits.
        ("في ٢٠٢٦ أو ۲۰۲۶ أو 2026", "2026", ["٢٠٢٦", "۲۰۲۶", "2026"]),
        ("في ٢٠٢٦", "۲۰۲۶", ["٢٠٢٦"]),
        ("٣٫٥٪", "3٫5", ["٣٫٥"]),
        # Presentation forms, one by one and as ligatures.
        ("ﻗﺎﻝ ﺍﻟﻮﺯﻳﺮ", "قال الوزير", ["ﻗﺎﻝ ﺍﻟﻮﺯﻳﺮ"]),
        ("ﻻ بأس", "لا", ["ﻻ"]),
        ("ﻻ بأس", "ا", ["ﻻ", "أ"]),
        ("إن ﷲ غفور", "الله", ["ﷲ"]),
        ("قال ﷴ ﷺ", "محمد صلى الله", ["ﷴ ﷺ"]),
        ("﷽ الحمد", "الرحمن", ["﷽"]),
        ("عمر ﵁ وعلي", "رضي الله عنه", ["﵁"]),
        ("الله ﷻ", "جلاله", ["ﷻ"]),
        ("فتح\ufe76ة", "فتحة", ["فتح\ufe76ة"]),
        ("صلى الله عليه وسلم", "ﷺ", ["صلى الله عليه وسلم"]),
        # Hidden characters inside words and beside them.
        ("مـ\u200fصر وم\u202bص\u202cر", "مصر", ["مـ\u200fصر", "م\u202bص\u202cر"]),
        ("\u200fمصر\u200f", "مصر", ["مصر"]),
        ("می\u200cخواهم", "ميخواهم", ["می\u200cخواهم"]),
        ("مصر", "\u2068م\u200fصر\u2069", ["مصر"]),
        ("جم\u00adهورية", "جمهورية", ["جم\u00adهورية"]),
        # White space of any kind and number.
        ("كوريا\u00a0الشمالية", "كوريا الشمالية", ["كوريا\u00a0الشمالية"]),
        ("كوريا  \u200f الشمالية", "كوريا الشمالية", ["كوريا  \u200f الشمالية"]),
        ("كوريا\nالشمالية", "كوريا  الشمالية", ["كوريا\nالشمالية"]),
        ("كوريا😀\u3000 \u202fالشمالية", "😀 الشمالية", ["😀\u3000 \u202fالشمالية"]),
        # Latin, and marks where they are spelling.
        ("وكالة REUTERS و Reuters", "reuters", ["REUTERS", "Reuters"]),
        ("Sana’a وصنعاء", "sana'a", ["Sana’a"]),
        ("José و Jose\u0301", "josé", ["José", "Jose\u0301"]),
        ("José و Jose\u0301", "jose", []),
        ("Straße", "strasse", ["Straße"]),
        ("İstanbul", "istanbul", ["İstanbul"]),
        ("قال…", "...", ["…"]),
        ("قال «نعم» ثم „لا“", '"نعم"', ["«نعم»"]),
        ("قال “نعم”", "«نعم»", ["“نعم”"]),
        ("‹نعم› و‘نعم’", "'نعم'", ["‹نعم›", "‘نعم’"]),
        ("٥؉ و٭", "5‰", ["٥؉"]),
        # Hebrew.
        ("שָׁלוֹם שלום", "שלום", ["שָׁלוֹם", "שלום"]),
        ("\ufb2aלום", "ש", ["\ufb2a"]),
        # What is spelling and not its dress.
        ("ذهب إلى الا", "الا", ["الا"]),
        ("سؤال سوال", "سوال", ["سوال"]),
        ("هيئة هيية", "هيية", ["هيية"]),
        ("مسو\u0654ول مسوول", "مسؤول", ["مسو\u0654ول"]),
        ("مسو\u0654ول مسوول", "مسوول", ["مسوول"]),
        ("سى\u0654ل", "سئل", ["سى\u0654ل"]),
        ("وزراء وزرا", "وزرا ", []),
        ("شكرا شكراً", "شكر", ["شكر", "شكر"]),
        ("شيئًا", "شيء", []),
        # Nothing to look for.
        ("قال الوزير", "", []),
        ("قال الوزير", "ـ\u064e\u200f", []),
    ],
)
def test_loosely(text: str, query: str, expected: list[str]) -> None:
    assert quotes(text, query) == expected


def test_teh_marbuta_is_heh_by_a_switch() -> None:
    text = "مدرسة مدرسه ﻣﺪﺭﺳﺔ"
    assert quotes(text, "مدرسه") == quotes(text, "مدرسة") == text.split()
    assert quotes(text, "مدرسه", teh_marbuta=False) == ["مدرسه"]
    assert quotes(text, "مدرسة", teh_marbuta=False) == ["مدرسة", "ﻣﺪﺭﺳﺔ"]


@pytest.mark.parametrize(
    ("text", "query", "expected"),
    [
        ("أحمد احمد أَحمد", "أحمد", ["أحمد"]),
        ("أحمد احمد", "احمد", ["احمد"]),
        ("ا\u0654حمد", "أحمد", ["ا\u0654حمد"]),
        ("مح\u0651\u064eمد محمد", "مح\u064e\u0651مد", ["مح\u0651\u064eمد"]),
        ("مح\u0651\u064eمد", "مح\u0651مد", []),
        ("مح\u0651\u064eمد", "مح", []),
        ("ســلام سلام", "سلام", ["سلام"]),
        ("ســلام سلام", "ســلام", ["ســلام"]),
        ("مدرسة مدرسه", "مدرسه", ["مدرسه"]),
        ("ﻻ لا", "لا", ["لا"]),
        ("عام ٢٠٢٦ 2026", "2026", ["2026"]),
        ("Reuters REUTERS", "REUTERS", ["REUTERS"]),
        ("على علي", "علي", ["علي"]),
        ("می\u200cخواهم", "می", ["می\u200c"]),
        ("می\u200cخواهم", "میخواهم", []),
        # Nobody can see these, so nobody can mean them.
        ("م\u200fصر", "مصر", ["م\u200fصر"]),
        ("كوريا\u00a0الشمالية", "كوريا الشمالية", ["كوريا\u00a0الشمالية"]),
        ("Jose\u0301", "José", ["Jose\u0301"]),
        ("Jose\u0301", "Jose", []),
    ],
)
def test_exactly(text: str, query: str, expected: list[str]) -> None:
    assert quotes(text, query, exact=True) == expected


@pytest.mark.parametrize(
    ("text", "query", "expected"),
    [
        ("الصين وللصين والصين بالصين الصين،", "الصين", [(0, 5), (27, 32)]),
        ("وزير ووزير وزيرة وزيران", "وزير", [(0, 4)]),
        ("قال «مصر» (مصر) مصر؟ لمصر", "مصر", [(5, 8), (11, 14), (16, 19)]),
        ("مِصرُ ومِصرُ", "مصر", [(0, 5)]),
        # A whole word is whole: with its tatweel, and what is hidden in it.
        ("ســلامـــ", "سلام", [(0, 9)]),
        ("لَهُۥ مَا", "له", [(0, 5)]),
        ("بيت\u200cالمقدس", "بيت", []),
        ("مصر\u200bالعربية", "مصر", [(0, 3)]),
        ("وزير النقل ووزير النقلة", "وزير النقل", [(0, 10)]),
        ("لا لا ولا لا لا", "لا لا", [(0, 5), (10, 15)]),
        ("القدس #القدس @القدس القدس_", "القدس", [(0, 5), (20, 25)]),
        ("القدس #القدس", "#القدس", [(6, 12)]),
        ("3.5% و 3.5 و13.5", "3.5", [(7, 10)]),
        ("أ.ف.ب أ", "أ", [(6, 7)]),
        ('صה צה"ל', 'צה"ל', [(3, 7)]),
        ("«نعم» نعم", "«نعم»", [(0, 5)]),
        ("قال النبي ﷺ للناس", "الله عليه", [(10, 11)]),
        ("mid-week weekly week", "week", [(4, 8), (16, 20)]),
        ("قال،قال،فقال،قال", "قال", [(0, 3), (4, 7), (13, 16)]),
    ],
)
def test_whole_words(text: str, query: str, expected: list[tuple[int, int]]) -> None:
    assert find(text, query, whole=True) == expected


FAMILY = "العائلة 👨\u200d👩\u200d👧\u200d👧 سعيدة"


@pytest.mark.parametrize(
    ("text", "query", "expected"),
    [
        (FAMILY, "👨\u200d👩\u200d👧", []),
        (FAMILY, "👧", []),
        (FAMILY, "👨\u200d👩\u200d👧\u200d👧", [(8, 15)]),
        (FAMILY, "سعيدة", [(16, 21)]),
        ("🇸🇦🇪🇬", "🇦🇪", []),
        ("🇸🇦🇪🇬", "🇪🇬", [(2, 4)]),
        ("👍🏽 👍", "👍", [(3, 4)]),
        ("❤\ufe0f ❤", "❤", [(0, 2), (3, 4)]),
        ("क कि", "क", [(0, 1)]),
    ],
)
@pytest.mark.parametrize("exact", [False, True])
def test_a_hit_is_never_half_a_grapheme(text: str, query: str, expected: list[tuple[int, int]], exact: bool) -> None:
    if exact and "\ufe0f" in text:
        expected = [(3, 4)]
    assert find(text, query, exact=exact) == expected


def test_typing_on_lets_the_hit_grow() -> None:
    text = "أَعْلَنَتِ الحُكُومَةُ"
    assert [find(text, "اعلن"[:length])[0] for length in (1, 2, 3, 4)] == [(0, 2), (0, 4), (0, 6), (0, 8)]


def test_a_text_is_folded_once_for_many_queries() -> None:
    folded = fold("قَالَ ﷺ إنّ")
    assert folded.form == "قال صلي الله عليه وسلم ان"
    assert folded.source(0, 3) == (0, 5)
    assert folded.source(4, 5) == folded.source(9, 22) == (6, 7)
    assert folded.source(0, len(folded.form)) == (0, 11)
    assert folded.source(4, 4) == (6, 6)
    assert folded.source(25, 25) == (11, 11)
    assert folded.find("قال") == [(0, 5)]
    assert folded.find("إن") == [(8, 11)]
    assert folded.like("أَنْ").form == "ان"


def test_offsets_behind_ten_thousand_emoji() -> None:
    text = "😀" * 10_000 + " قَالَ"
    assert find(text, "قال") == [(10_001, 10_006)]


def test_nothing_heavy_is_loaded_before_it_is_needed() -> None:
    code = "import sys, annotator.text.folding; sys.exit(bool({'camel_tools', 'regex'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


# Whatever the text

PIECES = [
    *"ابلمهةىيیكکأإآٱؤئء ",
    *"\u064e\u0651\u064b\u0654\u0653\u0670\u06df\u0640\u06e5\u200c\u200d\u200f\u202e\u200b\u0600",
    *"\n\t\u00a0،.«#_٣۳3aAéß…",
    *"\u0301\ufe0f\ufe7a\ufe76ﻻﷲﷺשּׁ",
    *"👨👩🇸🇦🏽©",
    "e\u0301",
    "קָ",
    "\u0915\u093f",
    "وال",
    "  ",
]
TEXTS = st.lists(st.sampled_from(PIECES) | st.characters(codec="utf-8"), max_size=24).map("".join)
HOW = st.fixed_dictionaries({"exact": st.booleans(), "teh_marbuta": st.booleans()})


def clusters(text: str) -> list[int]:
    return [0, *(match.end() for match in regex.finditer(r"\X", text))]


def one_space(form: str) -> str:
    """Spaces with something between them that folds to nothing are two; alone they are one."""
    return re.sub(" +", " ", form)


@st.composite
def text_and_part(draw: st.DrawFn) -> tuple[str, str]:
    """A text and some whole clusters of it."""
    text = draw(TEXTS)
    bounds = clusters(text)
    first = draw(st.integers(0, len(bounds) - 1))
    last = draw(st.integers(first, len(bounds) - 1))
    return text, text[bounds[first] : bounds[last]]


def reads_two_as_one(text: str, form: str) -> bool:
    """Return whether neighbours may count: quotation marks in two signs, a hamza before alef, ﷲ behind an alef."""
    return re.search("''|<<|>>", form) is not None or re.search("\u0621\u064e\u0627|.\ufdf2", text) is not None


@given(TEXTS, HOW)
def test_a_text_folds_as_its_clusters_do(text: str, how: dict[str, bool]) -> None:
    alone = [fold(text[start:end], **how).form for start, end in pairwise(clusters(text))]
    assume(not reads_two_as_one(text, "".join(alone)))
    assert one_space(fold(text, **how).form) == one_space("".join(alone))


@given(TEXTS.filter(lambda text: not regex.search(r"\p{Emoji_Modifier}", text)), st.booleans())
def test_folding_a_form_changes_nothing(text: str, teh_marbuta: bool) -> None:
    assume(not reads_two_as_one(text, fold(text, teh_marbuta=teh_marbuta).form))
    form = fold(text, teh_marbuta=teh_marbuta).form
    assert fold(form, teh_marbuta=teh_marbuta).form == one_space(form)


def check_way_back(text: str, folded: Folded, how: dict[str, bool]) -> None:
    form = folded.form
    behind = 0
    for place in range(len(form)):
        start, end = folded.source(place, place + 1)
        assert start < end
        assert start >= behind or start == folded.source(place - 1, place)[0]
        assert form[place] in fold(text[start:end], **how).form
        behind = end


@given(TEXTS, st.booleans())
@example("\u064eقَ\u200fالَ  ﷺ ـَ", True)
def test_every_letter_of_a_form_has_a_way_back(text: str, teh_marbuta: bool) -> None:
    how = {"exact": False, "teh_marbuta": teh_marbuta}
    check_way_back(text, fold(text, **how), how)


@given(TEXTS, TEXTS | st.sampled_from(PIECES), HOW, st.booleans())
@example("  \u0301ا", " ", {"exact": False, "teh_marbuta": True}, False)
@example("ـ🏽 ـ\u0301", "🏽", {"exact": False, "teh_marbuta": True}, False)
def test_hits_are_whole_clusters_in_order_that_say_the_query(
    text: str, query: str, how: dict[str, bool], whole: bool
) -> None:
    behind = 0
    wanted = fold(query, **how).form
    for start, end in find(text, query, whole=whole, **how):
        assert behind <= start < end
        assert snap(text, start, end) == (start, end)
        assert wanted in fold(text[start:end], **how).form
        behind = end


@pytest.mark.parametrize("exact", [False, True])
def test_every_character_between_two_letters(exact: bool) -> None:
    for code in (*range(0x3000), *range(0xFB00, 0x10000)):
        text = f"ب{chr(code)}ب"
        alone = [fold(text[start:end], exact=exact).form for start, end in pairwise(clusters(text))]
        assert fold(text, exact=exact).form == "".join(alone)
        for start, end in find(text, "ب", exact=exact):
            assert snap(text, start, end) == (start, end)


@given(text_and_part(), HOW)
def test_what_stands_in_a_text_is_found_in_it(text_and_part: tuple[str, str], how: dict[str, bool]) -> None:
    text, part = text_and_part
    assert bool(find(text, part, **how)) == bool(fold(part, **how).form)


@example("👨\u200c", {"exact": False, "teh_marbuta": False})
@given(TEXTS, HOW)
def test_a_text_is_found_in_itself_once(text: str, how: dict[str, bool]) -> None:
    form = fold(text, **how).form
    hits = find(text, text, **how)
    assert len(hits) == bool(form)
    for start, end in hits:
        assert fold(text[:start], **how).form == fold(text[end:], **how).form == ""


@given(TEXTS, TEXTS | st.sampled_from(PIECES), HOW)
def test_a_whole_hit_cuts_no_token(text: str, query: str, how: dict[str, bool]) -> None:
    for start, end in find(text, query, whole=True, **how):
        assert all(start <= first and last <= end for first, last in tokens(text, start, end))


@given(TEXTS, HOW)
def test_every_token_is_a_whole_word(text: str, how: dict[str, bool]) -> None:
    for start, end in tokens(text):
        if fold(text[start:end], **how).form:
            assert (start, end) in find(text, text[start:end], whole=True, **how)


@given(TEXTS, TEXTS, st.booleans())
def test_exact_hits_are_loose_hits(text: str, query: str, teh_marbuta: bool) -> None:
    loose = find(text, query, teh_marbuta=teh_marbuta) if fold(query).form else None
    for start, end in find(text, query, exact=True):
        assert loose is None or any(first < end and start < last for first, last in loose)


@pytest.mark.parametrize("row", ["👨\u200d👩\u200d👧", "北京大学", "😀"], ids=["joined emoji", "Chinese", "emoji"])
def test_a_long_row_of_foreign_signs_is_no_wait(row: str) -> None:
    began = time.perf_counter()
    fold(row * 10_000)
    assert time.perf_counter() - began < 1.0
