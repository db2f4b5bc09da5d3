from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.text.graphemes import boundaries, snap
from annotator.text.phrases import grow, paragraphs, quote_form, quoted, shrink
from annotator.text.tokens import word_at

QUOTED = "قال: «نحن في الوزارة “على علم (تام) بذلك” الآن. نعم». وأضاف للصين كذا."
TEXT = QUOTED + "\n\nسطر ثان 😀 هنا. وَبِالْوِزَارَةِ \u200fلا. "
PIECES = [*'ابمَ 1A.؟،«»()“”"\n', "قال ", "والوزير ", "نعم. ", "👨‍👩‍👧", "\u0600", "«نعم» ", "\r\n", "  "]
TEXTS = st.lists(st.sampled_from(PIECES) | st.characters(codec="utf-8"), max_size=30).map("".join)
OFFSETS = st.integers(0, 50)


def climb(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """All rungs from a range to the top."""
    rungs = [(start, end)]
    while (rung := grow(text, *rungs[-1])) != rungs[-1]:
        rungs.append(rung)
    return rungs


def said(text: str, rungs: list[tuple[int, int]]) -> list[str]:
    return [text[start:end] for start, end in rungs]


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("نقلت «الحياة [اليوم]» أمس", ["الحياة اليوم"]),
        ("قال «إن “[نعم]” ممكنة» ثم", ["نعم", "إن “نعم” ممكنة"]),
        ('قال "إن (الأمر [كذا])" ثم', ["الأمر كذا", "إن (الأمر كذا)"]),
        ("« كذا [وكذا] »", ["كذا وكذا"]),
        ("”كتبت [هكذا]“ ثم ”لا“", ["كتبت هكذا"]),
        ("„so [ist] es“", ["so ist es"]),
        ('אמר צה"ל [אמש] "שלום"', []),
        ('قال "هذا" [و]"ذاك"', []),
        ("من هنا» إلى [هناك] «كذا» نعم", []),
        ("من هنا» إلى «هناك [كذا]» نعم", ["هناك كذا"]),
        ("«سطر [أول\nسطر] ثان»", []),
        ("Tom ‘said O’Brien [was] here’ now", ["said O’Brien was here"]),
        ("قال «[]» ثم", []),
    ],
)
def test_the_phrases_around(text: str, phrases: list[str]) -> None:
    start = text.index("[")
    end = text.index("]") - 1
    plain = text[:start] + text[start + 1 : end + 1] + text[end + 2 :]
    assert said(plain, quoted(plain, start, end)) == phrases


@pytest.mark.parametrize(
    ("word", "inside", "rungs"),
    [
        (
            "تام",
            1,
            [
                *("", "تام", "على علم (تام) بذلك", "“على علم (تام) بذلك”"),
                *("نحن في الوزارة “على علم (تام) بذلك” الآن. نعم", "«نحن في الوزارة “على علم (تام) بذلك” الآن. نعم»"),
            ],
        ),
        ("للصين", 2, ["", "لصين", "للصين", "وأضاف للصين كذا."]),
        ("للصين", 0, ["", "للصين", "وأضاف للصين كذا."]),
        ("للصين", 5, ["", "لصين", "للصين", "وأضاف للصين كذا."]),
    ],
)
def test_a_caret_climbs_from_the_word_to_the_whole_text(word: str, inside: int, rungs: list[str]) -> None:
    at = TEXT.index(word) + inside
    found = said(TEXT, climb(TEXT, at, at))
    assert found[: len(rungs)] == rungs
    assert found[-2:] == [QUOTED, TEXT]


@pytest.mark.parametrize("quotation", ["«لا نعم»", '"لا نعم"', "<<لا نعم>>", "''لا نعم''", "”لا نعم“"])
def test_a_quotation_is_taken_with_its_marks_after_what_stands_between_them(quotation: str) -> None:
    text = f"قال الوزير {quotation} ثم [كذا] عاد."
    inner = (text.index("لا"), text.index("نعم") + 3)
    assert text[slice(*grow(text, *inner))] == quotation
    # Brackets quote nothing.
    inside = (text.index("كذا"), text.index("كذا") + 3)
    assert text[slice(*grow(text, *inside))] == text


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("قال: «[نحن هنا] الآن»", "direct"),
        ("قال: [«نحن هنا الآن»]", "direct"),
        ('קרא: ["אנחנו כאן"]', "direct"),
        ("قال إن [الوضع «جيد جدًا»] الآن", "mixed"),
        ("قال إن [الوضع «جيد جدًا] الآن»", "mixed"),
        ("قال إن [حزب «الأمة» فاز]", "indirect"),
        ("قال إن [الوضع (جيد جدًا)]", "indirect"),
        ("قال إن [الوضع جيد]", "indirect"),
    ],
)
def test_a_stretch_tells_how_it_quotes(text: str, form: str) -> None:
    start, end = text.index("["), text.index("]") - 1
    assert quote_form(text.replace("[", "").replace("]", ""), [(start, end)]) == form


def test_an_interrupted_quotation_is_direct_and_one_that_begins_before_it_mixed() -> None:
    text = "«الحكومة»، بحسب الأمين، «لم تستشر أحدًا»"
    first, last = (0, 9), (text.index("«لم"), len(text))
    assert quote_form(text, [first, last]) == "direct"
    assert quote_form(text, [(first[1], first[1] + 5), last]) == "mixed"


def test_what_lies_across_units_takes_them_whole() -> None:
    at = TEXT.index("الآن. نعم")
    assert TEXT[slice(*grow(TEXT, at + 2, at + 8))] == "الآن. نعم"
    at = TEXT.index("كذا.")
    over = at, at + len("كذا.\n\nسطر")
    assert TEXT[slice(*grow(TEXT, *over))] == "وأضاف للصين كذا.\n\nسطر ثان 😀 هنا."


def test_a_word_shrinks_by_its_clitics() -> None:
    word = "وَبِالْوِزَارَةِ"
    at = TEXT.index(word)
    rung = at, at + len(word)
    shrunk = []
    while rung[0] < rung[1]:
        rung = shrink(TEXT, *rung)
        shrunk.append(TEXT[slice(*rung)])
    assert shrunk == ["بِالْوِزَارَةِ", "الْوِزَارَةِ", "وِزَارَةِ", ""]


def test_a_shrinking_selection_stays_where_it_is_told() -> None:
    at = TEXT.index("تام")
    assert TEXT[slice(*shrink(TEXT, 0, len(QUOTED), at))].startswith("قال: «نحن")
    assert TEXT[slice(*shrink(TEXT, 6, 48, at))] == "“على علم (تام) بذلك”"
    assert TEXT[slice(*shrink(TEXT, 6, 48))] == "نحن"


def test_a_paragraph_has_no_outer_space() -> None:
    text = "  قال كذا.  \n\n نعم "
    assert text[slice(*paragraphs(text, 4, 4))] == "قال كذا."
    assert paragraphs(text, 13, 13) == (13, 13)
    assert text[slice(*paragraphs(text, 4, 16))] == "قال كذا.  \n\n نعم"


@given(TEXTS, OFFSETS, OFFSETS)
def test_growing_is_monotone_splits_no_grapheme_and_ends_at_the_whole_text(text: str, start: int, end: int) -> None:
    start, end = snap(text, start, end)
    rungs = climb(text, start, end)
    for inner, outer in pairwise(rungs):
        assert outer[0] <= inner[0] and inner[1] <= outer[1] and outer != inner
        assert set(outer) <= set(boundaries(text))
    assert rungs[-1] == (0, len(text))


@given(TEXTS, OFFSETS)
def test_shrinking_goes_back_down_what_a_caret_climbed(text: str, offset: int) -> None:
    at = snap(text, min(offset, len(text)), min(offset, len(text)))[0]
    rungs = climb(text, at, at)
    for inner, outer in pairwise(rungs):
        back = shrink(text, *outer, at=at)
        if (whole := word_at(text, outer[0])) and outer[1] <= whole[1]:
            # A word loses its clitics one by one, also those that growing did not stop at.
            assert back == (at, at) or (outer[0] < back[0] and back[1] == outer[1])
        else:
            assert back == inner


@given(TEXTS, OFFSETS, OFFSETS)
def test_shrinking_comes_to_a_caret(text: str, start: int, end: int) -> None:
    rung = snap(text, start, end)
    while rung[0] < rung[1]:
        smaller = shrink(text, *rung)
        assert rung[0] <= smaller[0] and smaller[1] <= rung[1] and smaller != rung
        rung = smaller
