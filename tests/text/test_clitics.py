import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.text.clitics import base, splits
from annotator.text.graphemes import boundaries

LETTERS = st.lists(
    st.sampled_from([*"وفبكلسالنيمتةٱأ\u064e\u0651\u0640\u200c\u200d\u200f\u0670A1", "ال", "لل", "\ufefb", "\ufedf"])
).map("".join)


@pytest.mark.parametrize(
    ("word", "divided"),
    [
        ("وبيونغ", "و|ب|يونغ"),
        ("للصين", "ل|ل|صين"),
        ("وبالوزارة", "و|ب|ال|وزارة"),
        ("والوزير", "و|ال|وزير"),
        ("الصين", "ال|صين"),
        ("فللحكومة", "ف|ل|ل|حكومة"),
        ("كالوزير", "ك|ال|وزير"),
        ("فسيقول", "ف|س|يقول"),
        ("سالم", "س|الم"),
        ("لأمريكا", "ل|أمريكا"),
        ("وَبِالْوِزَارَةِ", "وَ|بِ|الْ|وِزَارَةِ"),
        ("لِلصِّينِ", "لِ|ل|صِّينِ"),
        ("وٱلشمس", "و|ٱل|شمس"),
        ("بـالوزارة", "بـ|ال|وزارة"),
        ("و\u200fقال", "و\u200f|قال"),
        ("ﻟﻠﺼﻴﻦ", "ﻟ|ﻠ|ﺼﻴﻦ"),
        ("والد", "و|الد"),
        ("لله", "ل|له"),
        ("به", "به"),
        ("له", "له"),
        ("و15", "و15"),
        ("مدرسة", "مدرسة"),
        ("Windows", "Windows"),
        ("والوزير،", "و|ال|وزير،"),
        ("وبيونغ يانغ", "و|ب|يونغ يانغ"),
        ("و يا", "و يا"),
        ("", ""),
    ],
)
def test_the_splits_of(word: str, divided: str) -> None:
    places = splits(word, 0, len(word))
    assert [word[start:end] for start, end in zip([0, *places], [*places, len(word)], strict=True)] == divided.split(
        "|"
    )


def test_offsets_are_those_of_the_whole_text() -> None:
    text = "😀 قدم للصين عرضا"
    start = text.index("للصين")
    assert splits(text, start, start + 5) == [start + 1, start + 2]
    assert base(text, start, start + 5) == start + 1
    assert splits(text, start, start + 3) == [start + 1]


@pytest.mark.parametrize(
    ("word", "likely"),
    [
        ("والوزير", "الوزير"),
        ("وبالوزارة", "الوزارة"),
        ("للصين", "لصين"),
        ("وَلِلصِّينِ", "لصِّينِ"),
        ("الوزير", None),
        ("وزير", None),
        ("وبيونغ", None),
        ("والد", None),
        ("بالغ", None),
    ],
)
def test_only_an_article_makes_a_clitic_likely(word: str, likely: str | None) -> None:
    found = base(word, 0, len(word))
    assert (None if found is None else word[found:]) == likely


@given(LETTERS)
def test_splits_rise_inside_the_word_between_graphemes_and_leave_two_letters(word: str) -> None:
    places = splits(word, 0, len(word))
    assert places == sorted(set(places))
    assert set(places) <= set(boundaries(word)) - {0, len(word)}
    assert all(sum(char.isalpha() and char != "\u0640" for char in word[place:]) >= 2 for place in places)
    assert len(places) <= 3
