"""Datasets out: whose readings, in which parts, as which files, the same every time, and verified."""

import json
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Literal

import pytest

from annotator import Project
from annotator.errors import InputError
from annotator.formats import registry
from annotator.formats.dataset import Dataset, Sink
from annotator.formats.losses import EVERYTHING, Feature
from annotator.formats.options import Options, titled
from annotator.services.datasets import count_losses
from annotator.services.verifying import verified


class PartOptions(Options, frozen=True, kw_only=True):
    ends: Annotated[Literal["lf", "crlf"], titled("Tags")] = "lf"


@pytest.fixture(autouse=True)
def _formats(monkeypatch: pytest.MonkeyPatch) -> None:
    """Formats for these tests only: `parts` (a file for each part), `flat` (one file, no parts), `tree` (a folder)."""
    registry.writers()
    monkeypatch.setattr(registry._writers, "_items", dict(registry._writers._items))
    holds = EVERYTHING & ~Feature.SPLITS & ~Feature.STATUS

    @registry.writer(id="flat", title="Flat", suffix=".flat", holds=holds & ~Feature.SCHEME)
    @registry.writer(id="parts", title="Parts", suffix=".p", holds=holds, shape="file_or_parts", options=PartOptions)
    def write(dataset: Dataset, out: Sink, options: Options) -> None:
        end = "\r\n" if getattr(options, "ends", "") == "crlf" else "\n"
        for name, records in dataset.parts():
            with out.file(f"{name}.p") as stream:
                stream.writelines(f"{record.document.id}{end}".encode() for record in records)

    @registry.writer(id="tree", title="Tree", suffix="", holds=holds, shape="folder")
    def write_tree(dataset: Dataset, out: Sink, _: Options) -> None:
        for record in dataset.records:
            with out.file(f"texts/{record.document.id}.txt") as stream:
                stream.write(record.document.text.encode())


@pytest.fixture
def team(project: Project) -> Iterator[Project]:
    """Ten articles: layla has marked one, a model has proposed marks in it and in another."""
    for number in range(10):
        project.add_document(f"قال الوزير رقم {number} إن الأمر انتهى.")
    first, second = project.documents()[:2]
    project.annotate(first.id, (4, 10), "actor")
    path = project.path
    project.close()
    with Project.open(path, annotator="model:cues") as model:
        model.annotate(first.id, (0, 3), "cue")
        model.annotate(second.id, (0, 3), "cue")
    with Project.open(path) as again:
        yield again


def lines(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_what_models_propose_is_there_only_by_name(team: Project, tmp_path: Path) -> None:
    for wish in (None, ["all"], "all"):
        report = team.export("jsonl", tmp_path / "d.jsonl", wish)
        assert (report.documents, report.sets, report.spans) == (10, 1, 1)
        assert [line["annotator"] for line in lines(tmp_path / "d.jsonl")] == ["layla", *[None] * 9]
    report = team.export("jsonl", tmp_path / "d.jsonl", ["model:cues"])
    assert (report.documents, report.sets, report.spans) == (2, 2, 2)
    report = team.export("jsonl", tmp_path / "d.jsonl", ["all", "model:cues"])
    assert (report.documents, report.sets, report.spans) == (10, 3, 3)


def test_the_same_project_and_options_give_the_same_bytes(team: Project, tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        team.export("jsonl", tmp_path / name / "d.jsonl")
        team.export("parts", tmp_path / name / "d", split={"train": 50, "test": 50})
        team.export("tree", tmp_path / name / "d.zip")
    files = sorted(path.relative_to(tmp_path / "a") for path in (tmp_path / "a").rglob("*") if path.is_file())
    assert [str(path) for path in files] == [
        *("d/manifest.json", "d/test.p", "d/train.p", "d.jsonl", "d.jsonl.manifest.json", "d.zip"),
    ]
    for path in files:
        assert (tmp_path / "a" / path).read_bytes() == (tmp_path / "b" / path).read_bytes()


def test_a_split_is_a_file_for_each_part_or_refused(team: Project, tmp_path: Path) -> None:
    split = {"train": 60, "dev": 20, "test": 20}
    report = team.export("parts", tmp_path / "d", split=split, options=["ends=crlf"])
    assert report.losses == {"statuses of readings": 1}
    parts = {path.stem: path.read_bytes().split(b"\r\n")[:-1] for path in (tmp_path / "d").glob("*.p")}
    assert sorted(parts) == ["dev", "test", "train"]
    assert sorted(id.decode() for ids in parts.values() for id in ids) == sorted(one.id for one in team.documents())
    with pytest.raises(InputError, match="Flat is one file that cannot say which part an article belongs to"):
        team.export("flat", tmp_path / "d.flat", split=split)
    assert not (tmp_path / "d.flat").exists()
    assert count_losses(team, "flat", split="train=50,test=50") == {
        "statuses of readings": 1,
        "articles in their part of the split": 10,
        "the scheme": 1,
    }
    assert team.export("flat", tmp_path / "d.flat").losses == {"statuses of readings": 1, "the scheme": 1}


def test_a_manifest_says_what_the_dataset_was_made_of(team: Project, tmp_path: Path) -> None:
    team.export("parts", tmp_path / "d", ["layla"], {"train": 100}, options={"ends": "crlf"})
    manifest = json.loads((tmp_path / "d" / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["scheme"]["name"] == "actors-claims" and manifest["scheme"]["labels"]
    assert manifest["options"] == {"ends": "crlf"}
    assert (manifest["annotators"], manifest["split"]) == (["layla"], {"train": "100"})
    assert manifest["counts"] == {"documents": 1, "sets": 1, "spans": 1, "relations": 0}
    assert [(entry["name"], entry["bytes"]) for entry in manifest["files"]] == [("train.p", 34)]
    assert manifest["program"].startswith("musnad ")


def test_a_folder_is_replaced_only_by_a_dataset_of_the_same_place(team: Project, tmp_path: Path) -> None:
    out = tmp_path / "d"
    team.export("parts", out, split={"train": 100})
    team.export("parts", out, split={"test": 100})
    assert sorted(path.name for path in out.iterdir()) == ["manifest.json", "test.p"]
    (out / "notes.txt").write_text("x", encoding="utf-8")
    with pytest.raises(InputError, match=r"holds files that are no part of a dataset \(notes\.txt\)"):
        team.export("parts", out, split={"train": 100})
    assert sorted(path.name for path in out.iterdir()) == ["manifest.json", "notes.txt", "test.p"]
    (tmp_path / "file").touch()
    with pytest.raises(InputError, match="is a file; this format makes a folder"):
        team.export("tree", tmp_path / "file")
    assert sorted(path.name for path in tmp_path.iterdir() if ".musnad" not in path.name) == ["d", "file"]


def test_a_writer_cannot_leave_its_folder(team: Project, tmp_path: Path) -> None:
    names = iter(["../x", "/x", "a/../../x", "manifest.json", ""])

    @registry.writer(id="rude", title="Rude", suffix="", holds=EVERYTHING, shape="folder")
    def write(_: Dataset, out: Sink, __: Options) -> None:
        out.file(next(names))

    for _ in range(5):
        with pytest.raises(ValueError, match="is no file of a dataset"):
            team.export("rude", tmp_path / "d")
    assert not (tmp_path / "d").exists() and not (tmp_path / "x").exists()


# --- verify ---


def test_what_was_written_is_verified(team: Project, tmp_path: Path) -> None:
    team.export("jsonl", tmp_path / "d.jsonl", ["all", "model:cues"])
    team.export("parts", tmp_path / "d", split={"train": 100})
    team.export("tree", tmp_path / "d.zip")
    for name in ("d.jsonl", "d.jsonl.manifest.json", "d", "d/manifest.json", "d.zip"):
        assert verified(tmp_path / name).problems == ()
    assert (verified(tmp_path / "d.jsonl").read, verified(tmp_path / "d.jsonl").spans) == (True, 3)
    with zipfile.ZipFile(tmp_path / "d.zip") as archive:
        assert archive.namelist()[0] == "manifest.json" and len(archive.namelist()) == 11


def test_what_was_changed_missing_or_added_is_told(team: Project, tmp_path: Path) -> None:
    team.export("parts", tmp_path / "d", split={"train": 50, "test": 50})
    (tmp_path / "d" / "train.p").write_bytes(b"x")
    (tmp_path / "d" / "test.p").unlink()
    (tmp_path / "d" / "more.txt").touch()
    assert [str(problem).split(":")[0] for problem in verified(tmp_path / "d").problems] == [
        "test.p is missing.",
        "train.p was changed",
        "more.txt is not in the manifest",
    ]


def test_a_quote_that_does_not_fit_its_text_is_told(team: Project, tmp_path: Path) -> None:
    out, beside = tmp_path / "d.jsonl", tmp_path / "d.jsonl.manifest.json"
    team.export("jsonl", out)
    before, manifest = out.read_bytes(), json.loads(beside.read_bytes())
    out.write_bytes(before.replace('الوزير","attributes'.encode(), 'الوزيز","attributes'.encode()))
    assert out.read_bytes() != before
    # Whoever makes the hashes fit still cannot make the quotation fit.
    import hashlib

    manifest["files"][0]["sha256"] = hashlib.sha256(out.read_bytes()).hexdigest()
    beside.write_text(json.dumps(manifest), encoding="utf-8")
    [problem] = verified(out).problems
    assert "d.jsonl, line 1: the span" in str(problem) and "is said to read" in str(problem)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "is no manifest of a dataset"),
        (b"[" * 100_000, "is no manifest of a dataset"),
        (b'{"files": []}', "is no manifest of a dataset"),
        (None, "There is no manifest"),
    ],
)
def test_a_manifest_that_is_none(content: bytes | None, told: str, tmp_path: Path) -> None:
    (tmp_path / "d").mkdir()
    if content is not None:
        (tmp_path / "d" / "manifest.json").write_bytes(content)
    with pytest.raises(InputError, match=told):
        verified(tmp_path / "d")
    with pytest.raises(InputError, match="There is no dataset"):
        verified(tmp_path / "none")


def test_a_manifest_reads_nothing_outside_its_folder(team: Project, tmp_path: Path) -> None:
    team.export("parts", tmp_path / "d", split={"train": 100})
    place = tmp_path / "d" / "manifest.json"
    manifest = json.loads(place.read_bytes())
    manifest["files"][0]["name"] = "../../../etc/passwd"
    place.write_text(json.dumps(manifest), encoding="utf-8")
    assert "is no file of a dataset" in str(verified(tmp_path / "d").problems[0])


# --- what models propose is counted by name ---


def test_the_registry_counts_and_lists_what_people_marked(team: Project) -> None:
    actor = team.add_actor("الوزير", "person")
    first, second = team.documents()[:2]
    mine = team.annotate(first.id, (0, 3), "actor", actor_id=actor.id)
    path = team.path
    team.close()
    with Project.open(path, annotator="model:aliases") as model:
        model.annotate(first.id, (4, 10), "actor", actor_id=actor.id)
        model.annotate(second.id, (4, 10), "actor", actor_id=actor.id)
    with Project.open(path) as team:
        assert team.mention_counts() == {actor.id: 1}
        assert team.mention_counts(["model:aliases"]) == {actor.id: 3}
        assert [one.span.id for one in team.mentions(actor.id)] == [mine.id]
        assert len(team.mentions(actor.id, ["model:aliases"])) == 3
        with pytest.raises(InputError, match="has 1 mentions"):
            team.delete_actor(actor.id)
        team.delete(mine.id)
        # What is only proposed keeps nobody from tidying up.
        team.delete_actor(actor.id)
        assert team.check() == []
        assert [one.actor_id for one in team.spans(second.id, "model:aliases")] == [None]
        team.undo()
        assert team.mention_counts(["model:aliases"]) == {actor.id: 2}
