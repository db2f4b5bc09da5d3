"""The museum of right-to-left bugs: every check of `rtl_cases.json` that is about text and not about the view."""

import json
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from annotator.intake.decoding import decode
from annotator.intake.files import File
from annotator.text.cleaning import clean
from annotator.text.controls import find_controls
from annotator.text.direction import base_direction
from annotator.text.graphemes import boundaries, snap
from annotator.text.tokens import word_at

Check = dict[str, Any]
CASES = json.loads((Path(__file__).parents[1] / "data" / "rtl_cases.json").read_text(encoding="utf-8"))["cases"]


def word(text: str, check: Check) -> None:
    found = word_at(text, check["index"])
    assert found is not None
    assert text[slice(*found)] == check["expect"]


def snapped(text: str, check: Check) -> None:
    assert snap(text, check["start"], check["end"]) == tuple(check["expect"])


def grapheme_bounds(text: str, check: Check) -> None:
    assert list(boundaries(text)) == check["expect"]


def grapheme_count(text: str, check: Check) -> None:
    assert len(boundaries(text)) - 1 == check["expect"]


def controls(text: str, check: Check) -> None:
    found = [(control.offset, f"{ord(control.char):04X}") for control in find_controls(text)]
    assert found == [tuple(pair) for pair in check["expect"]]


def paragraph_direction(text: str, check: Check) -> None:
    assert base_direction(text).upper() == check["expect"]


def units(text: str, check: Check) -> None:
    assert len(text) == check["cp"]
    assert len(text.encode("utf-16-le")) // 2 == check["utf16"]
    assert len(text.encode()) == check["utf8"]
    assert len(boundaries(text)) - 1 == check["graphemes"]


def decoded(text: str, check: Check) -> None:
    raw, _ = decode(File(name="case.txt", data=bytes.fromhex(check["hex"])))
    assert clean(raw)[0] == clean(text)[0]


def newline_map(text: str, check: Check) -> None:
    kept = clean(text)[0]
    assert text[check["crlf_start"] : check["crlf_end"]] == kept[check["lf_start"] : check["lf_end"]]


def kept_code_points(text: str, check: Check) -> None:
    expected = {chr(int(code, 16)) for code in check["cps"]}
    assert expected <= set(clean(text)[0])


def not_composed(text: str, check: Check) -> None:
    kept = clean(text)[0]
    assert (len(kept), len(unicodedata.normalize("NFC", kept))) == (check["len"], check["nfc_len"])


def span(text: str, check: Check) -> None:
    assert text[check["start"] : check["end"]] == check["substring"]


CHECKERS: dict[str, Callable[[str, Check], None]] = {
    "word_at": word,
    "snap": snapped,
    "g_bounds": grapheme_bounds,
    "graphemes_of": grapheme_count,
    "controls": controls,
    "para_dir": paragraph_direction,
    "units": units,
    "decode": decoded,
    "newline_map": newline_map,
    "contains_cps": kept_code_points,
    "nfc_differs": not_composed,
    "span": span,
}

CHECKS = [
    pytest.param(case["text"], check, id=f"{case['id']}-{check['type']}-{place}")
    for case in CASES
    for place, check in enumerate(case["checks"])
    if check["type"] in CHECKERS
]


@pytest.mark.parametrize(("text", "check"), CHECKS)
def test_check(text: str, check: Check) -> None:
    CHECKERS[check["type"]](text, check)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_cleaning_keeps_every_text_of_the_museum(case: dict[str, Any]) -> None:
    assert clean(case["text"])[0] == case["text"].replace("\r\n", "\n").replace("\u2028", "\n")


def test_every_kind_of_check_is_there() -> None:
    assert {check["type"] for case in CASES for check in case["checks"]} >= set(CHECKERS)
