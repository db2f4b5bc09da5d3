"""Every machine-checkable claim of every case, held by the real code and, where it is visual, by the real view.

One driver a type of claim. Types that begin with `qt_` tell of a trap of plain Qt: there, our view does not share it.
"""

import json
from pathlib import Path

import pytest

from annotator import Project
from tests.rtl import claims_of_files, claims_of_texts, claims_of_views
from tests.rtl.claims import DRIVERS, Case, Check, Read, Walk

CASES: list[Case] = json.loads((Path(__file__).parents[1] / "data" / "rtl_cases.json").read_text("utf-8"))["cases"]


MODULES = (claims_of_files, claims_of_texts, claims_of_views)
"""The modules whose drivers are registered by importing them."""


@pytest.mark.parametrize(
    ("case", "check"),
    [
        pytest.param(case, check, id=f"{case['id']}-{check['type']}-{place}")
        for case in CASES
        for place, check in enumerate(case["checks"])
    ],
)
def test_claim(case: Case, check: Check, read: Read, project: Project, tmp_path: Path) -> None:
    DRIVERS[check["type"]](Walk(case, check, read, project, tmp_path))


def test_no_type_of_claim_is_left_out_and_none_is_invented() -> None:
    assert set(DRIVERS) == {check["type"] for case in CASES for check in case["checks"]}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_every_text_is_kept_as_it_is_and_shown(case: Case, read: Read, project: Project) -> None:
    document = project.add_document(case["text"])
    assert document.text == case["text"].replace("\r\n", "\n").replace("\u2028", "\n")
    reader = read(document.text)
    assert reader.text == document.text
    visible = [offset for offset, char in enumerate(document.text) if char.isalnum()]
    assert all(reader.rects(offset)[0].width() > 1 for offset in visible)
