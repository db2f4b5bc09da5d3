"""Citron's JSON: its documented fields, quotations in and out, and a hundred spoiled files."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from annotator import Project
from annotator.errors import MusnadError
from annotator.formats.record import Record
from tests.hostile import Door, mutated, spoiled
from tests.services.test_round_trip import SCHEME, projects

TEXT = "«الميناء جاهز» قال 😀 الوزير سامر، «وسيفتح غدًا». وأضاف سامر أن العمل انتهى."


def stretch(words: str, turn: int = 0) -> dict[str, Any]:
    start = -1
    for _ in range(turn + 1):
        start = TEXT.index(words, start + 1)
    return {"start": start, "end": start + len(words), "text": words}


FILE = {
    "text": TEXT,
    "quotes": [
        {
            "cue": stretch("قال"),
            "sources": [stretch("الوزير سامر")],
            "contents": [stretch("«الميناء جاهز»"), stretch("«وسيفتح غدًا»")],
            "confidence": 0.9,
        },
        {"cue": stretch("وأضاف"), "sources": [stretch("سامر", 1)], "contents": [stretch("أن العمل انتهى")]},
    ],
    "coreference_groups": [[stretch("الوزير سامر"), stretch("سامر", 1)]],
}


def written(path: Path, value: object) -> Path:
    path.write_text(json.dumps(value, ensure_ascii=False), "utf-8")
    return path


def test_a_foreign_file_becomes_claims_with_sources_and_cues(project: Project, tmp_path: Path) -> None:
    report = project.import_(written(tmp_path / "a.json", FILE))
    assert report.left_out == {"confidences of quotations": 1}
    [document] = project.documents()
    frames = project.frames(document.id)
    quotes = {one.id: one.quote(TEXT) for one in project.spans(document.id)}
    assert [quotes[frame.head] for frame in frames] == ["«الميناء جاهز» … «وسيفتح غدًا»", "أن العمل انتهى"]
    assert [[quotes[one] for one in frame.roles["source"]] for frame in frames] == [["الوزير سامر"], ["سامر"]]
    assert [[quotes[one] for one in frame.roles["cue"]] for frame in frames] == [["قال"], ["وأضاف"]]
    [actor] = project.actors()
    assert actor.name == "الوزير سامر" and project.mention_counts() == {actor.id: 2}
    assert project.import_(tmp_path / "a.json").added == 0


def test_the_sample_goes_out_in_the_documented_fields_and_comes_back(sample: Project, tmp_path: Path) -> None:
    sample.export("citron", tmp_path / "out")
    for path in sorted((tmp_path / "out").glob("0*.json")):
        held = json.loads(path.read_text("utf-8"))
        groups = [*held.get("coreference_groups", [])]
        for quote in held["quotes"]:
            assert quote["contents"] and quote["cue"]["text"]
            groups.append([quote["cue"], *quote["sources"], *quote["contents"]])
        for one in (span for group in groups for span in group):
            assert held["text"][one["start"] : one["end"]] == one["text"]
    check(tmp_path, SCHEME)


def check(folder: Path, scheme: Any) -> None:
    """What is in a folder comes into an empty project, and out of it in the same bytes."""
    with Project.create(folder / "second.musnad", annotator="zayd", scheme=scheme) as second:
        assert second.import_(folder / "out", "citron").failed == ()
        assert second.check() == []
        second.export("citron", folder / "again", "all")
    files = [{path.name: path.read_bytes() for path in (folder / one).glob("0*.json")} for one in ("out", "again")]
    assert files[0] == files[1]


@settings(max_examples=3, deadline=None, suppress_health_check=list(HealthCheck))
@given(records=projects())
def test_whatever_a_project_holds_comes_back_the_same(
    tmp_path_factory: pytest.TempPathFactory, records: list[Record]
) -> None:
    check_records(tmp_path_factory.mktemp("citron"), records)


@pytest.mark.heavy
@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(records=projects())
def test_whatever_many_projects_hold_comes_back_the_same(
    tmp_path_factory: pytest.TempPathFactory, records: list[Record]
) -> None:
    check_records(tmp_path_factory.mktemp("citron"), records)


def check_records(folder: Path, records: list[Record]) -> None:
    with Project.create(folder / "first.musnad", annotator="layla", scheme=SCHEME) as first:
        first.store_records(records)
        first.export("citron", folder / "out", "all")
    check(folder, SCHEME)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"quotes": [{"cue": stretch("قال")}]}, "quote 1 has no contents"),
        ({"quotes": [{"contents": [{"start": 3, "end": 900}]}]}, r"quote 1: \[3, 900\) does not lie"),
        ({"quotes": [{"contents": [{"start": 0, "end": 3, "text": "غير"}]}]}, "quote 1: the text reads"),
        ({"coreference_groups": [[{"start": 5, "end": 5}]]}, "coreference group 1"),
        ({"text": "  "}, "empty"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_place(
    change: dict[str, Any], reason: str, project: Project, tmp_path: Path
) -> None:
    with pytest.raises(MusnadError, match=f"a.json: .*{reason}"):
        project.import_(written(tmp_path / "a.json", {**FILE, **change}), "citron")
    assert project.documents() == []


def test_two_hundred_spoiled_files(project: Project, tmp_path: Path) -> None:
    door = Door(project, tmp_path, "a.json", lambda path: project.import_(path, "citron"))
    for data in mutated(json.dumps(FILE, ensure_ascii=False).encode(), 100, 21):
        door.try_(data)
    for value in spoiled(FILE, 120, 22):
        door.try_(json.dumps(value).encode())
    assert door.refused > 80
    assert project.check() == []
