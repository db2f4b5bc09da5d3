import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.text.controls import NAMES, OVERRIDES, Control, find_controls


def test_each_has_its_place_and_name() -> None:
    assert find_controls("أ\u202eب\u200f👍ج\u061c") == [
        Control(1, "\u202e", "RLO"),
        Control(3, "\u200f", "RLM"),
        Control(6, "\u061c", "ALM"),
    ]


def test_all_that_the_design_names_are_known() -> None:
    ranges = [range(0x200B, 0x2010), range(0x202A, 0x202F), range(0x2066, 0x206A), (0xAD, 0x61C)]
    assert {chr(code) for codes in ranges for code in codes} <= set(NAMES)
    assert {control.name for control in find_controls("\u202d\u202e")} == OVERRIDES
    assert len(set(NAMES.values())) == len(NAMES)


@given(st.text(st.characters(exclude_characters="\u200c\u200d") | st.sampled_from("\u200f\u202e\u2066ا")))
def test_none_is_missed_and_none_invented(text: str) -> None:
    assert [control.offset for control in find_controls(text)] == [i for i, char in enumerate(text) if char in NAMES]


@pytest.mark.parametrize("text", ["می\u200cروند و نمی\u200cخواهند", "👨\u200d👩\u200d👧", "ہ\u200dے", "❤️\u200d🔥"])
def test_joiners_that_do_their_work_are_spelling(text: str) -> None:
    assert find_controls(text) == []


@pytest.mark.parametrize("text", ["\u200cبيان", "بيان \u200c", "a\u200cb", "٣\u200d", "\u200c\u200cا"])
def test_joiners_that_join_nothing_are_hidden(text: str) -> None:
    assert find_controls(text)
