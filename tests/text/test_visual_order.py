"""Text that a PDF gave in visual order: told from healthy text, and put back."""

import json
import re
import unicodedata
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator import resources
from annotator.text.visual_order import looks_visual, repair

CASES = json.loads((Path(__file__).parents[1] / "data" / "rtl_cases.json").read_text(encoding="utf-8"))["cases"]
RIGHT_JOINING = set("اأإآدذرزوؤةى")
WORDS = ("قال", "الوزير", "إن", "اللغة", "العربية", "لا", "الاشتراك", "سماء", "بيت", "مدينة", "في", "على", "أولئك")
MIRRORED = str.maketrans("()«»", ")(»«")


@cache
def shapes() -> dict[tuple[str, str], str]:
    """The presentation form of each letter (or of lam-alef) in each shape."""
    found = {}
    for code in range(0xFE80, 0xFEFD):
        shape, *letters = unicodedata.decomposition(chr(code)).split()
        found["".join(chr(int(letter, 16)) for letter in letters), shape[1:-1]] = chr(code)
    return found


def shaped(word: str) -> str:
    """The word as an old typesetter wrote it: each letter in its shape, in reading order."""
    units = re.findall("ل[اأإآ]|.", word)
    joins = [unit[-1] not in RIGHT_JOINING and unit != "ء" and after != "ء" for unit, after in pairwise([*units, "ء"])]
    made = ""
    for place, unit in enumerate(units):
        back, forth = place > 0 and joins[place - 1], joins[place]
        shape = {(0, 0): "isolated", (0, 1): "initial", (1, 1): "medial", (1, 0): "final"}[back, forth]
        made += shapes()[unit, shape]
    return made


def on_screen(word: str) -> str:
    """A token as a PDF gives it: Arabic letters from left to right, digits and Latin as they are."""
    return word[::-1].translate(MIRRORED) if re.search("[\u0620-\u064a\ufe70-\ufeff]", word) else word


def printed(tokens: list[str], *, in_shapes: bool) -> str:
    """A line of tokens in visual order."""
    ready = [shaped(token) if in_shapes and token in WORDS else token for token in tokens]
    return " ".join(on_screen(token) for token in reversed(ready))


def of_kind(kind: str) -> list[dict[str, str]]:
    return [{**check, "text": case["text"]} for case in CASES for check in case["checks"] if check["type"] == kind]


@pytest.mark.parametrize("check", of_kind("display"), ids=lambda check: check["text"][:12])
def test_what_is_seen_on_a_screen_is_read_back(check: dict[str, str]) -> None:
    assert repair(check["expect"]) == check["text"]


def test_ligatures_expand_after_turning() -> None:
    assert repair("كارتشﻻا") == "الاشتراك"
    assert repair("ﺔﻴﺑﺮﻌﻟا ﺔﻐﻠﻟا") == "اللغة العربية"
    assert repair("ﷲ") == "الله"


def test_signs_that_stand_for_a_phrase_stay() -> None:
    assert repair("ﷺ ﻲﺒﻨﻟا") == "النبي ﷺ"


@pytest.mark.parametrize(
    ("seen", "read"),
    [
        ("(يبرع ابحرم) :لاق", "قال: (مرحبا عربي)"),
        ("«ةايحلا» ةفيحص", "صحيفة «الحياة»"),
        ("سمأ John Smith (CNN) ىقتلا", "التقى John Smith (CNN) أمس"),
        ("سمأ ‏Reuters 2026 تلاق", "قالت Reuters 2026\u200f أمس"),
        ("مويلا iPhone15و 3D ضرع", "عرض 3D وiPhone15 اليوم"),
        ("تباصإ 1,554 و ٪3.5", "٪3.5 و 1,554 إصابت"),
        ("ةنيدم 18:00-19:30 نم", "من 19:30-18:00 مدينة"),
        ("25% הלע", "עלה 25%"),
        ("2020-2021 הנשב", "בשנה 2020-2021"),
        ("12/3/2026 موي", "يوم 12/3/2026"),
    ],
)
def test_numbers_latin_and_brackets_keep_their_sense(seen: str, read: str) -> None:
    assert repair(seen) == read


def test_marks_stay_with_their_letters_whichever_side_they_come_from() -> None:
    assert repair("بٌاتَكِ") == "كِتَابٌ"
    assert repair("ٌباَتِك") == "كِتَابٌ"


def test_lines_are_turned_each_for_itself() -> None:
    assert repair("ةعماج ةنيدم\n\nEnglish only\nةديعس") == "مدينة جامعة\n\nEnglish only\nسعيدة"


def test_a_line_that_is_in_order_only_loses_its_shapes() -> None:
    line = " ".join(map(shaped, ("قال", "الوزير", "في", "اللغة")))
    assert repair(line) == "قال الوزير في اللغة"


def test_in_a_latin_text_only_the_arabic_is_turned() -> None:
    seen = "The ministry (ةيجراخلا ةرازو) said on Monday that it would not answer ةفيحصلا."
    assert repair(seen) == "The ministry (وزارة الخارجية) said on Monday that it would not answer الصحيفة."


@given(
    st.lists(st.sampled_from([*WORDS, "(الوزير)", "«بيت»", "2026", "3.5", "١٢٣", "قال:", "مدينة،"]), min_size=1),
    st.booleans(),
)
def test_every_line_of_words_and_numbers_comes_back(tokens: list[str], in_shapes: bool) -> None:
    line = " ".join(["قال", *tokens])
    assert repair(printed(["قال", *tokens], in_shapes=in_shapes)) == line


@given(st.lists(st.sampled_from(WORDS), min_size=1))
def test_healthy_text_is_left_alone(words: list[str]) -> None:
    assert not looks_visual(" ".join(words))
    assert not looks_visual(" ".join(map(shaped, words)))


@given(st.lists(st.sampled_from(("الوزير", "اللغة", "العربية", "الاشتراك", "مدينة", "بيت")), min_size=3))
def test_shapes_in_visual_order_are_recognised(words: list[str]) -> None:
    assert looks_visual(printed(words, in_shapes=True))


def test_plain_letters_are_recognised_by_what_only_ends_a_word() -> None:
    assert looks_visual("ةيبرعلا ةغللا يف ةلاقم")
    assert looks_visual("םולש םכל םיבוט")
    assert not looks_visual("ةيبرعلا ةغللا")  # two could be a slip of the hand


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_of_all_cases_only_the_pdf_is_suspected(case: dict[str, str]) -> None:
    assert looks_visual(case["text"]) == (case["id"] == "PD02")


def test_no_sample_article_is_suspected() -> None:
    with resources.path("sample", "sample.jsonl").open(encoding="utf-8") as lines:
        assert not any(looks_visual(json.loads(line)["text"]) for line in lines)


@pytest.mark.parametrize(
    "text",
    [
        "قليﻻ مثﻻ أصﻻ ليﻻ كﻻ بﻻد",  # some keyboards type the ligature itself
        "التاء المربوطة: ة ة ة ة",
        "طالب/ة مدير/ة موظف(ة) عامل\u200c/ة",
        'צה"ל ארה"ב חו"ם מנכ"ל',
        "ﻫ ﻫـ ١٤٤٧ﻫ ﷺ ﷻ",
        "",
    ],
)
def test_oddities_of_healthy_text_are_no_trace(text: str) -> None:
    assert not looks_visual(text)


@given(st.text(alphabet=st.sampled_from("ابةكلم ﻻﻴﺑ()12a\n\u064b\u200f"), max_size=60))
def test_nothing_is_lost_but_shapes(text: str) -> None:
    expanded = re.sub("[\ufe70-\ufefc]", lambda form: unicodedata.normalize("NFKC", form[0]), text)
    mirrored = str.maketrans(")", "(")
    assert sorted(repair(text).translate(mirrored)) == sorted(expanded.translate(mirrored))
    assert repair(text).count("\n") == text.count("\n")
