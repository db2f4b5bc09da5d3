"""Finding names: any spelling, clitics left outside, the longest first, never inside another word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.suggest.names import Names, quick_sure_word, sure_word
from annotator.text.folding import fold
from annotator.text.graphemes import snap
from annotator.text.half_spaces import spaced


def said(text: str, *names: str) -> list[str]:
    return [text[start:end] for start, end, _ in Names((name, name) for name in names).find(text)]


@pytest.mark.parametrize(
    ("text", "name", "found"),
    [
        ("زار لكوريا الشمالية وفدٌ", "كوريا الشمالية", ["كوريا الشمالية"]),
        ("قدّم للصين عرضًا", "الصين", ["لصين"]),
        ("في الصين وبالصين وكالصين", "الصين", ["الصين", "الصين", "الصين"]),
        ("وبيونغ يانغ", "بيونغ يانغ", ["بيونغ يانغ"]),
        ("قال أَحْمَدُ السَّالِم", "احمد السالم", ["أَحْمَدُ السَّالِم"]),
        ("مصريون في مصر", "مصر", ["مصر"]),
        ("والد الوالد", "لد", []),
        ("لصين بلا ألف", "الصين", []),
        ("بـDelta Ports وDelta", "Delta Ports", ["Delta Ports"]),
        ("وفد", "وفد", ["وفد"]),
        ("وزارة النقل\nوالوزارة", "وزارة النقل", ["وزارة النقل"]),
        ("ص", "ص", []),
        ("قدّمت للجنة الدولية تقريرًا", "اللجنة الدولية", ["لجنة الدولية"]),
        ("وأبي مازن، وأبا مازن", "أبو مازن", ["أبي مازن", "أبا مازن"]),
        ("وسم #الصين و#كوريا_الشمالية و www.الصين.com", "الصين", []),
        ("كوريا_الشمالية وكوريا الشمالية.", "كوريا الشمالية", ["كوريا الشمالية"]),
        ("كوريا\nالشمالية", "كوريا الشمالية", []),
        ("الصيــن والصينـ", "الصين", ["الصيــن", "الصينـ"]),
        ("وكالة أ.ف.ب. وقالت", "أ.ف.ب", ["أ.ف.ب"]),
        ("بالبنك والبنك", "بنك", ["بنك", "بنك"]),
        ("بألمانيا", "مانيا", []),
        ("على الطاولة وعَلَى الباب، وقال علي", "علي", ["علي"]),
        ("كريم وكمال", "ريم", []),
        ("كندا وكسامر", "سامر", ["سامر"]),
    ],
)
def test_where_a_name_is_found(text: str, name: str, found: list[str]) -> None:
    assert said(text, name) == found


def test_the_longest_wins_and_may_hold_others() -> None:
    text = "قال رئيس نادي الميناء أمس"
    assert said(text, "رئيس نادي الميناء", "رئيس", "نادي الميناء") == ["رئيس نادي الميناء", "نادي الميناء"]


def test_a_name_says_all_that_it_stands_for() -> None:
    [(_, _, both)] = Names([("سامر", 1), ("سَامِر", 2)]).find("قال سامر")
    assert both == [1, 2]


@given(
    st.text("والفبكلسصينمر َّـaDب 1،", max_size=60), st.lists(st.text("الصينمر و", min_size=1, max_size=9), max_size=4)
)
def test_hits_are_whole_clusters_inside_the_text(text: str, names: list[str]) -> None:
    for start, end, _ in Names((name, name) for name in names).find(text):
        assert 0 <= start < end <= len(text)
        assert snap(text, start, end) == (start, end)


@pytest.mark.parametrize(
    ("name", "word"),
    [("أبو مازن", "مازن"), ("«المدار»", "لمدار"), ("ك. ر. جونسون", "جونسون"), ("البنك المركزي", "المركزي"), ("؟", "")],
)
def test_what_every_text_with_a_name_holds(name: str, word: str) -> None:
    assert sure_word(name) == word


@given(
    st.lists(
        st.sampled_from(["عبد", "الرحمن", "عبدالرحمن", "أبو", "أبي", "لصين", "الصين", "علی\u200cرضا", "رضا"]),
        max_size=8,
    ),
    st.lists(
        st.sampled_from(["عبد", "الرحمن", "عبدالله", "أبا", "الصين", "علی", "رضا", "نور\u200cها"]),
        min_size=1,
        max_size=4,
    ),
)
def test_wherever_a_name_is_found_there_are_its_sure_words(words: list[str], others: list[str]) -> None:
    text = " ".join(words)
    names = [" ".join(others), *(" ".join(words[start : start + 3]) for start in range(len(words)))]
    forms = "\n".join(fold(way).form for way in (text, spaced(text)))
    for name in {one for one in names if said(text, one)}:
        assert sure_word(name) in forms and quick_sure_word(name) in forms
