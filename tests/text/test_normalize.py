import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.text.normalize import letters, normal_form

NAMES = st.text(alphabet="ابتثجحخدذرزسشصضطظعغفقكلمنهوىيةأإآٱؤئءگپـَُِّْٰ\u200f\u200c a-Z'", max_size=30)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("أَحْمَد", "احمد"),
        ("ٱحمــد", "أحمد"),
        ("ا\u0653سفي", "آسفي"),
        ("علي", "على"),
        ("علی", "علي"),
        ("فاطمة", "فاطمه"),
        ("ﻓﺎﻃﻤﺔ", "فاطمة"),
        ("کتائب ۱۲", "كتائب 12"),
        ("مجموعة ٧", "مجموعة 7"),
        ("\u202bمحمد \u00a0 سالم\u202c ", "محمد سالم"),
        ("O’BRIEN", "o'brien"),
        ("İBRAHİM", "ibrahim"),
        ("محمد ﵁", "محمد رضي الله عنه"),
        ("لَهُۥ", "له"),
        ("فا\ufe76طمة", "فاطمه"),
        ("رى\u0654يس", "رئيس"),
        ("و\u0654ليد", "ؤليد"),
        ("בְּרֵאשִׁית", "בראשית"),
    ],
)
def test_spellings_of_one_name_meet(one: str, other: str) -> None:
    assert normal_form(one) == normal_form(other)


@pytest.mark.parametrize(
    ("one", "other"), [("فؤاد", "فواد"), ("سالم", "سليم"), ("عبد الله", "عبدالله"), ("Jose", "José")]
)
def test_different_names_stay_apart(one: str, other: str) -> None:
    assert normal_form(one) != normal_form(other)


@given(NAMES)
def test_a_normal_form_is_its_own(name: str) -> None:
    assert normal_form(normal_form(name)) == normal_form(name)


def test_teh_marbuta_may_be_kept() -> None:
    assert letters("ﻓﺎﻃﻤﺔ ", teh_marbuta=False) == "فاطمة "
    assert letters("ﻓﺎﻃﻤﺔ ") == "فاطمه "


def test_camel_tools_waits_until_it_is_needed() -> None:
    code = "import sys, annotator.text.normalize; sys.exit('camel_tools' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
