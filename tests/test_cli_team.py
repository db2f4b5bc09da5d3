"""Assignments, progress, feedback and history on the command line."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from annotator import Project
from annotator.cli import musnad


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "p.musnad"
    with Project.create(path, annotator="huda") as project:
        for number in range(4):
            project.add_document(f"قال الوزير {number}.")
    for who, end in (("layla", 3), ("omar", 10)):
        with Project.open(path, annotator=who) as project:
            project.annotate(project.documents()[0].id, (0, end), "cue")
    return path


def run(*words: str) -> str:
    told = CliRunner().invoke(musnad, words)
    assert told.exit_code == 0, told.output
    return told.stdout


def test_documents_are_given_out_and_listed(path: Path) -> None:
    given = json.loads(run("assign", str(path), "--to", "layla,omar", "--readers", "2", "--overlap", "0.5", "--json"))
    assert len(given) == 6 and {one["annotator"] for one in given} == {"layla", "omar"}
    assert "layla" in run("assign", str(path))
    assert len(json.loads(run("assign", str(path), "--to", "sami", "--each", "--blind", "--json"))) == 10
    with Project.open(path) as project:
        assert project.is_blind
    told = {one["annotator"]: one for one in json.loads(run("progress", str(path), "--json"))}
    assert (told["sami"]["assigned"], told["layla"]["begun"], told["layla"]["marks"]) == (4, 1, 1)
    assert "layla" in run("progress", str(path))
    # Layla and omar differ on the first article, and sami reads it for the first time.
    with Project.open(path, annotator="huda") as project:
        project.set_blind(False)
        project.unassign(*(one.id for one in project.assignments()))
    broken = json.loads(run("assign", str(path), "--break-ties", "--annotator", "huda", "--json"))
    assert [(one["annotator"], one["purpose"]) for one in broken] == [("sami", "tiebreak")]


def test_feedback_and_history_are_told(path: Path) -> None:
    with Project.open(path, annotator="huda") as project:
        document = project.documents()[0].id
        [one] = project.review(document, ["layla", "omar"]).open
        project.adjudicate(document, one.id, ["layla", "omar"], "take", reader="layla", reason="boundary", note="ن")
    assert [one["outcome"] for one in json.loads(run("feedback", str(path), "--annotator", "omar", "--json"))] == [
        "changed"
    ]
    assert "boundary" in run("feedback", str(path), "--annotator", "omar")
    found = json.loads(run("history", str(path), "--document", document[:8], "--json"))
    assert {one["annotator"] for one in found} == {"huda", "layla", "omar"}
    assert "omar" in run("history", str(path))
    back = run("history", str(path), "--go-back", "2000-01-01", "--annotator", "omar", "--json")
    assert json.loads(back) == {"changed": 2}
    with Project.open(path, annotator="omar") as project:
        assert project.spans(document) == []
