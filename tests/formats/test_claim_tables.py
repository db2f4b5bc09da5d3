"""Claims as tables: read back by the standard library and by openpyxl, and never run by a spreadsheet."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator import Project
from annotator.formats.claims import SEPARATOR

TEXT = "=1+1 قال الوزير إن الميناء جاهز."


@pytest.fixture
def told(project: Project) -> Iterator[Project]:
    """A claim with two sources, a target and a statement, in an article whose title would run as a formula."""
    document = project.add_document(TEXT, title="=cmd|' /C calc'!A0", origin="https://example.org/1")

    def mark(words: str, label: str, actor_id: str | None = None) -> str:
        start = TEXT.index(words)
        return project.annotate(document.id, (start, start + len(words)), label, actor_id=actor_id).id

    claim = mark("الميناء جاهز", "claim")
    minister = project.add_actor("وزير النقل", "person")
    project.link(claim, mark("الوزير", "actor", minister.id), "source")
    project.link(claim, mark("=1+1", "actor"), "source")
    project.link(claim, mark("الميناء", "actor"), "target", {"stance": "favour"})
    project.link(claim, mark("قال", "cue"), "cue")
    project.state(claim, "الميناء يعمل", "yes")
    yield project


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def test_a_claim_is_a_row_and_no_cell_is_a_formula(told: Project, tmp_path: Path) -> None:
    told.export("csv", tmp_path / "a.csv")
    assert (tmp_path / "a.csv").read_bytes().startswith(b"\xef\xbb\xbfsource,kind,cue,claim,statement,")
    [row] = rows(tmp_path / "a.csv")
    assert row["source"] == "'=1+1" + SEPARATOR + "وزير النقل"
    assert row["document"] == "'=cmd|' /C calc'!A0"
    assert (row["cue"], row["claim"], row["statement"], row["agreement"]) == (
        *("قال", "الميناء جاهز", "الميناء يعمل", "yes"),
    )
    assert (row["target"], row["stance"], row["url"]) == ("الميناء", "favour", "https://example.org/1")


def test_a_workbook_opens_from_right_to_left_with_the_same_cells(sample: Project, tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    sample.export("csv", tmp_path / "a.csv")
    sample.export("xlsx", tmp_path / "a.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").active
    assert sheet.sheet_view.rightToLeft and sheet.freeze_panes == "A2"
    head, *cells = [[cell or "" for cell in row] for row in sheet.iter_rows(values_only=True)]
    assert [dict(zip(head, row, strict=True)) for row in cells] == rows(tmp_path / "a.csv")
    assert len(cells) > 300


def test_the_same_project_gives_the_same_bytes(sample: Project, tmp_path: Path) -> None:
    for number in "12":
        (tmp_path / number).mkdir()
        sample.export("xlsx", tmp_path / number / "d.xlsx")
    assert (tmp_path / "1" / "d.xlsx").read_bytes() == (tmp_path / "2" / "d.xlsx").read_bytes()


def test_text_in_a_workbook_is_text(told: Project, tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    told.export("xlsx", tmp_path / "a.xlsx", options={"direction": "ltr"})
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").active
    assert not sheet.sheet_view.rightToLeft
    types = {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value is not None}
    assert types == {"s"}
    assert sheet["J2"].value == "=cmd|' /C calc'!A0"


def test_what_no_row_tells_is_counted(told: Project, tmp_path: Path) -> None:
    document = told.documents()[0]
    told.annotate(document.id, (0, 1), "actor")
    claim = told.annotate(document.id, (5, 8), "claim")
    [first] = [one for one in told.spans(document.id) if one.label == "claim" and one.id != claim.id]
    told.link(claim.id, first.id, "reported_by")
    losses = told.export("csv", tmp_path / "a.csv").losses
    assert losses["relations"] == 1
    assert losses["marks that belong to no claim"] == 1
