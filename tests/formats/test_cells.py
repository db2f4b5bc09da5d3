"""Cells for spreadsheets: nothing of ours runs as a formula, and nothing is lost by seeing to that."""

import json
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from annotator.formats.cells import guarded, unguarded

CASES = json.loads((Path(__file__).parents[1] / "data" / "rtl_cases.json").read_text(encoding="utf-8"))["cases"]
UNSEEN = [
    "",
    " ",
    "\u00a0",
    "\u3000",
    "\u200f",
    "\u200b",
    "\ufeff",
    "\u2066",
    "\u00ad",
    "\u034f",
    "\ufe0f",
    "\x0b",
    "'",
]


@pytest.mark.parametrize(
    "case", [case for case in CASES if "csv_safe" in json.dumps(case)], ids=lambda case: case["id"]
)
def test_the_cases(case: dict[str, list[dict[str, str]]]) -> None:
    [check] = [check for check in case["checks"] if check["type"] == "csv_safe"]
    assert guarded(str(case["text"])) == check["expect"]


@pytest.mark.parametrize("before", UNSEEN)
@pytest.mark.parametrize("sign", list("=+-@\t\r\n＝＋－＠﹦﹢﹣﹫⁼"))
def test_every_way_to_begin_a_formula_is_seen(before: str, sign: str) -> None:
    assert guarded(f"{before}{sign}1+1") == f"'{before}{sign}1+1"
    assert guarded(f"{before * 3}{sign}") == f"'{before * 3}{sign}"


@pytest.mark.parametrize("text", ["", "وزارة", "1-2", "a=b", "'قال'", "\u200fوزارة = دولة", "%", "–", "'", " "])
def test_what_cannot_run_is_left_alone(text: str) -> None:
    assert guarded(text) == text


@given(st.text(st.sampled_from("='+\u200f \u3000ق1＝\t") | st.characters()))
@example("'=1")
@example("''\u200f=1")
def test_reading_takes_off_exactly_what_writing_put_on(text: str) -> None:
    assert unguarded(guarded(text)) == text
