"""Segmentation: what a double click takes is a word as a reader of Arabic understands it."""

from collections.abc import Callable
from typing import Any

import pytest

from annotator.text.sentences import sentences

Reader = Any
Read = Callable[..., Reader]
Case = dict[str, Any]


def assert_taken(reader: Reader, *words: str) -> None:
    """A double click on every letter of each of these words takes that word."""
    for word in words:
        start, end = reader.of(word)
        for offset in range(start, end):
            assert reader.double_click(reader.point(offset)) == word, (word, offset)


@pytest.mark.case("SE02")
def test_quotation_marks_and_brackets_stay_outside(reader: Reader) -> None:
    assert_taken(reader, "الحياة", "مصدر", "مسؤول")


@pytest.mark.case("SE03")
def test_an_arabic_comma_ends_no_sentence(case: Case) -> None:
    assert [case["text"][slice(*one)] for one in sentences(case["text"])] == [case["text"]]


@pytest.mark.case("SE05")
def test_an_arabic_semicolon_ends_no_sentence(case: Case) -> None:
    assert [case["text"][slice(*one)] for one in sentences(case["text"])] == [case["text"]]


@pytest.mark.case("SE05")
def test_a_third_click_takes_the_sentence(reader: Reader) -> None:
    point = reader.point(3)
    reader.double_click(point)
    reader.click(point)
    assert reader.selected == (0, len(reader.text))


@pytest.mark.case("SE06")
def test_a_word_inside_another_is_another_word(reader: Reader) -> None:
    assert_taken(reader, "فيروس", "والفيروس", "كالفيروس", "بفيروس")


@pytest.mark.case("SE07")
def test_a_non_joiner_is_inside_a_word(reader: Reader) -> None:
    assert_taken(reader, "می‌خواهم", "کتاب‌ها")
    assert reader.of("می‌خواهم") == (0, 8)


@pytest.mark.case("SE08")
def test_a_stretched_word_is_one_word_and_quotes_are_not_in_it(reader: Reader) -> None:
    assert_taken(reader, "العــــربية", "حاصد")


@pytest.mark.case("SE10")
def test_a_tag_and_a_handle_are_units(reader: Reader) -> None:
    assert_taken(reader, "#السعودية_اليوم", "@AJArabic")


@pytest.mark.case("SE13")
def test_a_click_on_a_mark_takes_its_word_with_all_marks(reader: Reader) -> None:
    [box] = reader.rects(11)
    for part in (0.05, 0.5, 0.95):
        point = box.center().toPoint()
        point.setY(round(box.top() + part * box.height()))
        assert reader.double_click(point) == "الطَّالِبُ"
        assert reader.selected == (7, 17)
    assert_taken(reader, "الطَّالِبُ")


@pytest.mark.case("SE14")
def test_the_stop_after_a_hebrew_word_stays_outside(reader: Reader) -> None:
    assert_taken(reader, "המדינה")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("وصل؟نعم؛لا، «الرئيس»", ["وصل", "نعم", "لا", "الرئيس"]),
        ("ارتفع 3.5% إلى ١٬٥٥٤٫٢ و$1,200", ["3.5%", "١٬٥٥٤٫٢", "$1,200"]),
        ('נשיא צה"ל אמר', ['צה"ל']),
        ("صرّح لـBBC أمس.ثم غادر", ["صرّح", "BBC", "ثم", "غادر"]),
        ("وكالة أ.ف.ب (Sana'a)", ["أ.ف.ب", "Sana'a"]),
        ("كِتَابُهُ—الجديدُ—هنا", ["كِتَابُهُ", "الجديدُ", "هنا"]),
    ],
)
def test_more_of_the_same(read: Read, text: str, words: list[str]) -> None:
    assert_taken(read(text), *words)


@pytest.mark.case("ML04")
@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_the_word_under_the_pointer_is_taken_in_either_direction(read: Read, case: Case, direction: str) -> None:
    assert_taken(read(case["text"], direction), "مرحبا", "أحمد", "Initial", "loading", "screen")


@pytest.mark.case("ML05")
def test_latin_attached_to_arabic_is_a_word_of_its_own(reader: Reader) -> None:
    assert_taken(reader, "Windows", "iPhone15", "AI", "بـ", "والـ")


@pytest.mark.case("ML05")
def test_a_tatweel_keeps_its_letter_joined_before_latin(read: Read, case: Case) -> None:
    shown, bare = read(case["text"], size=30.0), read("ب Windows", size=30.0)
    joined = shown.view.page.laid(0).layout.glyphRuns(0, 1)[0].glyphIndexes()
    isolated = bare.view.page.laid(0).layout.glyphRuns(0, 1)[0].glyphIndexes()
    assert joined != isolated


@pytest.mark.case("UR01")
def test_an_address_is_one_unit_and_one_rectangle(reader: Reader) -> None:
    address = "https://t.co/2ExbFY54zq/"
    assert_taken(reader, address)
    assert len(reader.rects(*reader.of(address))) == 1
    assert reader.seen() == ["انه /https://t.co/2ExbFY54zq ردصملا"]


@pytest.mark.case("UR04")
def test_a_mail_address_is_one_unit(reader: Reader) -> None:
    assert_taken(reader, "press@mofa.gov.sa")
