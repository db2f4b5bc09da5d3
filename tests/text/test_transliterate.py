"""Arabic names in Latin letters, and the key under which both spellings meet."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.text.transliterate import skeleton, transliterate


@pytest.mark.parametrize(
    ("arabic", "latin"),
    [
        ("سامر الحلبي", "Samr al-Hlbi"),
        ("محمد بن سلمان", "Muhammad bin Salman"),
        ("الشيخ عليّ", "al-Shaykh ʿAli"),
        ("وِلايَة", "Wilaya"),
        ("دَوْلَة بَيْت", "Dawla Bayt"),
        ("السَّيِّد", "al-Sayyid"),
        ("وُزَراء", "Wuzaraʾ"),
        ("شكرًا", "Shkran"),
        ("آمنة إيران أمين فؤاد", "Amna Iran Amin Fʾad"),
        ("كوريا الشمالية", "Kurya al-Shmalya"),
        ("أَدْهَم", "Adʹham"),
        ("چاد", "Chad"),
        ("ﻣﺤﻤﺪ", "Muhammad"),
        ("سـامر", "Samr"),
        ("هيئة ١٢٣", "Hiʾa 123"),
        ("شركة Delta Ports 😀", "Shrka Delta Ports 😀"),
        ("", ""),
    ],
)
def test_names_are_written_as_they_are_read(arabic: str, latin: str) -> None:
    assert transliterate(arabic) == latin


@pytest.mark.parametrize(
    ("arabic", "latin"),
    [
        ("سامر الحلبي", "Samer al-Halabi"),
        ("سامر الحلبي", "Samir El Halaby"),
        ("عبد الله", "Abdullah"),
        ("عبد الله", "Abd Allah"),
        ("عبد الرحمن", "Abdurrahman"),
        ("عبد اللطيف", "Abdellatif"),
        ("جمال عبد الناصر", "Gamal Abdel Nasser"),
        ("السادات", "as-Sadat"),
        ("شاهين", "Chahine"),
        ("تشرشل", "Churchill"),
        ("عثمان", "Osman"),
        ("عثمان", "ʿUthmān"),
        ("خديجة", "Khadija"),
        ("فلاديمير بوتين", "Vladimir Putin"),
        ("إسماعيل هنية", "Ismail Haniyeh"),
        ("الأمم المتحدة", "al-Umam al-Muttahida"),
    ],
)
def test_both_spellings_have_one_skeleton(arabic: str, latin: str) -> None:
    assert skeleton(arabic) == skeleton(latin) != ""


def test_a_skeleton_tells_names_apart() -> None:
    names = ["سامر الحلبي", "نادية الحلبي", "سامر النجار", "كوريا", "الصين", "خالد", "حسن"]
    assert len({skeleton(name) for name in names}) == len(names)


@given(st.text(st.characters(codec="utf-8"), max_size=30))
def test_any_text_can_be_written_and_no_arabic_letter_stays(text: str) -> None:
    written = transliterate(text)
    assert not [char for char in written if "\u0621" <= char <= "\u064a" or "\u05d0" <= char <= "\u05ea"]
    assert skeleton(text) == skeleton(text).strip()


@given(st.text(st.characters(max_codepoint=0x58F), max_size=30))
def test_what_is_neither_arabic_nor_hebrew_stays(text: str) -> None:
    assert transliterate(text) == text
