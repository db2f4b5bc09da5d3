"""Which part of a project a dataset is of: filters, what readers have in common, and a look before it is written."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from annotator import Project
from annotator.domain.document import Origin
from annotator.errors import InputError, NotFoundError
from annotator.services.preview import preview
from annotator.services.selection import Selection


@pytest.fixture
def team(project: Project) -> Iterator[Project]:
    """Three articles; the first read by layla, omar and salma, the second by layla alone, the third by nobody."""
    first = project.add_document(
        "قال الوزير إن الأمر انتهى.", origin=Origin(publisher="المرسى", published="2024-01-31")
    )
    second = project.add_document("نفى الناطق الخبر.", origin=Origin(publisher="النورس", published="2024-02"))
    project.add_document("He said so.", language="en")
    actor = project.annotate(first.id, (4, 10), "actor", {"kind": "person"})
    claim = project.annotate(first.id, (14, 25), "claim", {"polarity": "affirmed"})
    project.annotate(first.id, (0, 3), "cue")
    project.link(claim.id, actor.id, "source")
    project.annotate(second.id, (4, 10), "actor")
    project.set_status(first.id, "done")
    path = project.path
    project.close()
    for handle, end, kind in (("omar", 25, "person"), ("salma", 24, "office")):
        with Project.open(path, annotator=handle) as other:
            actor = other.annotate(first.id, (4, 10), "actor", {"kind": kind})
            claim = other.annotate(first.id, (14, end), "claim", {"polarity": "affirmed"})
            other.link(claim.id, actor.id, "source")
    with Project.open(path, annotator="layla") as again:
        yield again


def lines(project: Project, folder: Path, *given: Any, **wished: Any) -> list[dict[str, Any]]:
    project.export("jsonl", folder / "d.jsonl", *given, **wished)
    return [json.loads(line) for line in (folder / "d.jsonl").read_text(encoding="utf-8").splitlines()]


def marks(line: dict[str, Any]) -> list[tuple[str, int, int]]:
    return [(one["label"], one["start"], one["end"]) for one in line["spans"]]


def test_what_all_readers_marked_alike_is_agreed(team: Project, tmp_path: Path) -> None:
    [line] = lines(team, tmp_path, "agreed")
    assert (line["annotator"], line["annotator_kind"], line["status"]) == ("model:agreed", "model", "done")
    assert marks(line) == [("actor", 4, 10)]
    # They do not agree on what kind of actor it is.
    assert "kind" not in line["spans"][0]["attributes"]
    assert line["relations"] == []


def test_what_more_than_half_of_them_marked_is_the_majoritys(team: Project, tmp_path: Path) -> None:
    [line] = lines(team, tmp_path, ["majority"])
    assert marks(line) == [("actor", 4, 10), ("claim", 14, 25)]
    assert line["spans"][0]["attributes"]["kind"] == "person"
    assert [(one["label"], one["from"], one["to"]) for one in line["relations"]] == [
        ("source", line["spans"][1]["id"], line["spans"][0]["id"])
    ]
    assert lines(team, tmp_path, ["majority"]) == [line]
    both = lines(team, tmp_path, ["layla", "agreed", "majority"])
    assert [one["annotator"] for one in both] == ["layla", "model:agreed", "model:majority", "layla"]
    with pytest.raises(NotFoundError, match="Nobody called 'huda' has a reading"):
        team.export("jsonl", tmp_path / "d.jsonl", ["huda", "agreed"])


@pytest.mark.parametrize(
    ("only", "found"),
    [
        (Selection(statuses=frozenset(("done",))), [("layla", 0)]),
        (Selection(statuses=frozenset(("todo",))), [(None, 2)]),
        (Selection(since="2024-02"), [("layla", 1)]),
        (Selection(since="2024-01-31", until="2024-01"), [("layla", 0), ("omar", 0), ("salma", 0)]),
        (Selection(until="2023"), []),
        (Selection(outlets=frozenset(("النورس",))), [("layla", 1)]),
        (Selection(languages=frozenset(("en",))), [(None, 2)]),
    ],
)
def test_filters(only: Selection, found: list[tuple[str | None, int]], team: Project, tmp_path: Path) -> None:
    ids = [one.id for one in team.documents()]
    assert [(line["annotator"], ids.index(line["id"])) for line in lines(team, tmp_path, only=only)] == found
    manifest = json.loads((tmp_path / "d.jsonl.manifest.json").read_text(encoding="utf-8"))
    assert manifest["selection"] == only.told and manifest["selection"]


def test_a_filter_of_labels_takes_what_hangs_on_others(team: Project, tmp_path: Path) -> None:
    first, *_ = lines(team, tmp_path, only=Selection(labels=frozenset(("actor", "cue"))))
    assert marks(first) == [("cue", 0, 3), ("actor", 4, 10)]
    assert (first["relations"], first["frames"]) == ([], [])
    with pytest.raises(InputError, match="has no label 'x'"):
        lines(team, tmp_path, only=Selection(labels=frozenset(("x",))))
    with pytest.raises(InputError, match="No article is of the outlet 'x'; there is"):
        lines(team, tmp_path, only=Selection(outlets=frozenset(("x",))))
    with pytest.raises(InputError, match="'yesterday' is no date"):
        lines(team, tmp_path, only=Selection(since="yesterday"))


def test_only_those_who_are_done_agree(team: Project, tmp_path: Path) -> None:
    assert lines(team, tmp_path, "agreed", only=Selection(statuses=frozenset(("done",)))) == []


def test_the_first_articles_are_shown_as_they_will_be_written(team: Project, tmp_path: Path) -> None:
    team.export("jsonl", tmp_path / "d.jsonl")
    written = (tmp_path / "d.jsonl").read_text(encoding="utf-8").splitlines(keepends=True)
    [shown] = preview(team, "jsonl", articles=1)
    assert shown.text == "".join(written[:3])
    files = {one.name: one.text for one in preview(team, "parquet")}
    rows = files["data/all/train-00000-of-00001.parquet"].splitlines()
    assert [json.loads(row)["annotator"] for row in rows] == ["layla", "omar", "salma", "layla"]
    assert files["README.md"].startswith("---\n")
    [conll] = preview(team, "conll2003", "layla", articles=1, only=Selection(labels=frozenset(("cue",))))
    assert "قال\t_\t_\tB-cue" in conll.text and "B-actor" not in conll.text
