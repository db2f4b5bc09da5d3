"""Offsets in the units of other programs."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.errors import InputError
from annotator.text.units import NAMES, Offsets, OffsetUnit, unit_of

CASES = {
    case["id"]: case
    for case in json.loads((Path(__file__).parents[1] / "data" / "rtl_cases.json").read_text(encoding="utf-8"))["cases"]
}
TEXTS = st.lists(st.sampled_from(["قال", "كِتَابٌ", " ", "😀", "👨\u200d👩\u200d👧", "\n", "a", "\u0301"])).map("".join)


def test_a_span_counted_in_grapheme_clusters() -> None:
    text = CASES["OF08"]["text"]
    offsets = Offsets(text, "graphemes")
    assert (offsets.to_points(7), offsets.to_points(11)) == (14, 18)
    assert [offsets.from_points(offset) for offset in (14, 18)] == [7, 11]


def test_a_span_counted_in_a_file_with_crlf() -> None:
    offsets = Offsets(CASES["OF06"]["text"].replace("\r\n", "\n"), "crlf")
    assert [offsets.from_points(offset) for offset in (32, 38)] == [34, 40]
    assert [offsets.to_points(offset) for offset in (34, 40)] == [32, 38]


@given(TEXTS, st.data())
def test_counting_agrees_with_counting_the_piece_before(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    before = text[:offset]
    assert Offsets(text, "utf16").from_points(offset) == len(before.encode("utf-16-le")) // 2
    assert Offsets(text, "utf8").from_points(offset) == len(before.encode())
    assert Offsets(text, "crlf").from_points(offset) == len(before.replace("\n", "\r\n"))


@given(TEXTS, st.sampled_from(sorted(NAMES)), st.integers(-3, 60))
def test_what_can_be_mapped_comes_back(text: str, unit: OffsetUnit, offset: int) -> None:
    offsets = Offsets(text, unit)
    try:
        point = offsets.to_points(offset)
    except InputError:
        return
    assert offsets.from_points(point) == offset


@pytest.mark.parametrize(("unit", "offset"), [("utf16", 1), ("utf8", 3), ("crlf", 2), ("utf16", 99), ("utf8", -1)])
def test_half_a_character_has_no_offset(unit: OffsetUnit, offset: int) -> None:
    with pytest.raises(InputError, match="inside a character or outside"):
        Offsets("😀\nق", unit).to_points(offset)


def test_how_somebody_counted_is_found_out() -> None:
    text = "😀 قال\nالوزير"
    assert unit_of(text, 3, 6, "قال") == "utf16"
    assert unit_of(text, 5, 11, "قال") == "utf8"
    assert unit_of("قال\nالوزير", 5, 11, "الوزير") == "crlf"
    assert unit_of(text, 0, 3, "قال") is None
