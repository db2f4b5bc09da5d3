"""A project in every format and back: into an empty one, and out again, byte for byte; known by name and content."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from annotator import Project
from annotator.services.datasets import count_losses
from annotator.services.source_files import recognised
from annotator.services.verifying import verified
from tests.formats.test_round_trips import WITH_SPACY
from tests.services.test_round_trip import picture

TEXT = "قال 😀 الوزيرُ إن «العقد»، بحسب الوزارة، «وُقِّع» .\nونفى\u200f الخبر.  "
PLACES = {
    "jsonl": "d.jsonl",
    "doccano": "d.jsonl",
    "prodigy": "d.jsonl",
    "spacy": "d.spacy",
    "conllu": "d.conllu",
    "w3c": "d.jsonld",
}


@pytest.fixture
def team(project: Project) -> Project:
    """Three articles: one that layla and omar read, with everything there is in it, and two that nobody opened."""
    document = project.add_document(TEXT, origin="https://example.org/1")
    project.add_document("مقال ثانٍ.")
    project.add_document("مقال ثالث.")
    actor = project.add_actor("الوزير", "person", ["معاليه"])
    said = project.annotate(document.id, (6, 13), "actor", {"kind": "person"}, actor.id)
    cue = project.annotate(document.id, (0, 3), "cue")
    claim = project.annotate(document.id, [(17, 24), (42, 51)], "claim", {"polarity": "denied"})
    inner = project.annotate(document.id, (18, 21), "actor")
    project.annotate(document.id, (19, 30), "claim")
    project.link(claim.id, said.id, "source")
    project.link(claim.id, cue.id, "cue")
    project.link(claim.id, inner.id, "target", {"stance": "against"})
    project.comment(document.id, "انظر الفقرة", span_id=claim.id)
    project.set_status(document.id, "done")
    return project


def place(folder: Path, format: str) -> Path:
    return folder / PLACES.get(format, "d")


@pytest.mark.parametrize("format", WITH_SPACY)
def test_a_project_goes_there_and_back(format: str, team: Project, tmp_path: Path) -> None:
    (tmp_path / "again").mkdir()
    first, second = place(tmp_path, format), place(tmp_path / "again", format)
    report = team.export(format, first)
    assert (report.documents, report.sets, report.spans, report.relations) == (3, 1, 5, 3)
    assert (
        json.loads(
            (first / "manifest.json" if first.is_dir() else first.with_name(f"{first.name}.manifest.json")).read_text(
                encoding="utf-8"
            )
        )["losses"]
        == report.losses
    )
    known = recognised(first)
    assert known is not None and known.id == format
    with Project.create(tmp_path / "empty.musnad", annotator="salma") as empty:
        empty.import_(first)
        assert picture(empty) == picture(team)
        empty.export(format, second)
        assert empty.check() == []
    for path in [first, *first.rglob("*")]:
        if path.is_file():
            assert path.read_bytes() == (tmp_path / "again" / path.relative_to(tmp_path)).read_bytes()
    assert verified(first).problems == ()


LOST: Mapping[str, Mapping[str, int]] = {
    "jsonl": {},
    "parquet": {},
    "conllu": {"the scheme": 1, "spans inside a token": 1},
    "w3c": {"links to actors": 1, "statuses of readings": 1, "the scheme": 1},
    "spacy": {
        "discontinuous spans": 1,
        "statuses of readings": 1,
        "the scheme": 1,
        "comments": 1,
        "spans inside a token": 3,
    },
    "doccano": {
        "discontinuous spans": 1,
        "attributes of spans": 5,
        "attributes of relations": 1,
        "links to actors": 1,
        "statuses of readings": 1,
        "the scheme": 1,
        "comments": 1,
    },
    "prodigy": {
        "discontinuous spans": 1,
        "attributes of spans": 5,
        "attributes of relations": 1,
        "links to actors": 1,
        "statuses of readings": 1,
        "the scheme": 1,
        "comments": 1,
    },
    "label-studio": {
        "discontinuous spans": 1,
        "attributes of relations": 1,
        "links to actors": 1,
        "statuses of readings": 1,
        "the scheme": 1,
        "comments": 1,
        "spans that an older Label Studio places elsewhere": 4,
    },
}


@pytest.mark.parametrize("format", LOST)
def test_what_a_tool_has_no_place_for_is_counted(format: str, team: Project) -> None:
    assert count_losses(team, format) == LOST[format]
