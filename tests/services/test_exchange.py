"""Import and export: whole files or none, what happened counted, what is lost said."""

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from annotator import Project
from annotator.errors import Cancelled, InputError, NotFoundError, ProjectError
from annotator.formats import registry
from annotator.formats.dataset import Dataset, Sink
from annotator.formats.losses import EVERYTHING, Feature
from annotator.formats.options import Options
from annotator.services.exchange import ImportReport, count_losses, import_file, import_files, manifest_path


@pytest.fixture
def marked(project: Project, article: str) -> Project:
    """layla's project: one article with an actor, a claim in two parts, and a link; one that nobody opened."""
    document = project.add_document(article)
    actor = project.add_actor("سامر الحلبي", "person", ["الحلبي"])
    name = project.annotate(document.id, (15, 26), "actor", actor_id=actor.id)
    claim = project.annotate(document.id, [(30, 40), (45, 52)], "claim")
    project.link(claim.id, name.id, "source")
    project.add_actor("Delta Ports", "organization")
    project.add_document("مقال آخر لم يفتحه أحد")
    return project


@pytest.fixture
def poor_format(monkeypatch: pytest.MonkeyPatch) -> str:
    """A format that holds whole, flat, unconnected spans, for these tests only."""
    holds = EVERYTHING & ~(Feature.DISCONTINUITY | Feature.RELATIONS | Feature.ACTORS | Feature.RELATION_ATTRIBUTES)
    registry.writers()
    monkeypatch.setattr(registry._writers, "_items", dict(registry._writers._items))

    @registry.writer(id="poor", title="Poor lines", suffix=".poor", holds=holds)
    def write_poor(dataset: Dataset, out: Sink, _: Options) -> None:
        with out.file("data.poor") as stream:
            for record in dataset.records:
                stream.write(f"{record.document.id}\n".encode())

    return "poor"


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]


def names(folder: Path) -> list[str]:
    """The files that were made, manifests aside: each dataset has one."""
    found = sorted(path.name for path in folder.iterdir() if not path.name.startswith("p.musnad"))
    datasets = [name for name in found if not name.endswith(".manifest.json")]
    assert found == sorted([*datasets, *(f"{name}.manifest.json" for name in datasets)])
    return datasets


# --- export ---


def test_a_dataset_and_its_report(marked: Project, tmp_path: Path) -> None:
    out = tmp_path / "d.jsonl"
    report = marked.export("jsonl", out)
    assert (report.documents, report.sets, report.spans, report.relations) == (2, 1, 2, 1)
    assert (report.path, report.format, report.losses) == (out, "jsonl", {})
    first, second = lines(out)
    assert first["frames"] == [
        {
            "claim": first["spans"][1]["id"],
            "source": [first["spans"][0]["id"]],
            "cue": [],
            "target": [],
            "addressee": [],
        }
    ]
    assert first["spans"][0]["actor"]["aliases"] == ["الحلبي"]
    assert first["spans"][1]["text"] == " … ".join(first["text"][start:end] for start, end in [(30, 40), (45, 52)])
    assert (second["annotator"], second["status"], second["spans"]) == (None, None, [])
    assert [actor["name"] for actor in second["actors"]] == ["Delta Ports"]
    assert names(tmp_path) == ["d.jsonl"]


def test_one_persons_readings_are_chosen(marked: Project, tmp_path: Path) -> None:
    assert marked.export("jsonl", tmp_path / "d.jsonl", annotators=["layla"]).documents == 1
    assert "actors" not in lines(tmp_path / "d.jsonl")[0]
    assert marked.export("jsonl", tmp_path / "d.jsonl", annotators=["all"]).documents == 2
    with pytest.raises(NotFoundError, match=r"Nobody called 'omar' .* there is: layla"):
        marked.export("jsonl", tmp_path / "x.jsonl", annotators=["omar"])
    assert names(tmp_path) == ["d.jsonl"]


def test_an_empty_project_makes_an_empty_dataset(project: Project, tmp_path: Path) -> None:
    project.export("jsonl", tmp_path / "d.jsonl")
    assert (tmp_path / "d.jsonl").read_bytes() == b""
    assert project.import_(tmp_path / "d.jsonl") == ImportReport()


def test_every_document_is_in_one_part(marked: Project, tmp_path: Path) -> None:
    marked.export("jsonl", tmp_path / "d.jsonl", split={"train": 50, "test": 50})
    assert {line["split"] for line in lines(tmp_path / "d.jsonl")} <= {"train", "test"}
    with pytest.raises(InputError, match="make 60 percent"):
        marked.export("jsonl", tmp_path / "x.jsonl", split={"train": 50, "test": 10})
    assert names(tmp_path) == ["d.jsonl"]


def test_what_a_poor_format_loses_is_counted_beside_the_data(marked: Project, tmp_path: Path, poor_format: str) -> None:
    out = tmp_path / "d.poor"
    lost = {"discontinuous spans": 1, "relations": 1, "links to actors": 1}
    assert count_losses(marked, poor_format) == lost
    assert marked.export(poor_format, out).losses == lost
    manifest = json.loads(manifest_path(out).read_text(encoding="utf-8"))
    assert manifest["counts"] == {"documents": 2, "sets": 1, "spans": 2, "relations": 1}
    assert (manifest["format"], manifest["losses"]) == ("poor", lost)
    # What is no longer true does not stay.
    document = marked.documents()[0]
    marked.delete(*(span.id for span in marked.spans(document.id)))
    marked.export(poor_format, out)
    assert json.loads(manifest_path(out).read_text(encoding="utf-8"))["losses"] == {}
    assert names(tmp_path) == ["d.poor"]


def test_strict_refuses_to_lose(marked: Project, tmp_path: Path, poor_format: str) -> None:
    with pytest.raises(InputError, match="Poor lines would lose 1 discontinuous spans, 1 relations, 1 links"):
        marked.export(poor_format, tmp_path / "d.poor", strict=True)
    assert names(tmp_path) == []
    marked.export("jsonl", tmp_path / "d.jsonl", strict=True)


def test_an_export_that_is_stopped_leaves_nothing(marked: Project, tmp_path: Path) -> None:
    def stop(done: int, total: int, _: str) -> None:
        assert total == 2
        if done == 1:
            raise Cancelled

    with pytest.raises(Cancelled):
        marked.export("jsonl", tmp_path / "d.jsonl", progress=stop)
    assert names(tmp_path) == []


def test_a_dataset_never_replaces_the_project(marked: Project, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is the project itself"):
        marked.export("jsonl", tmp_path / "p.musnad")
    assert marked.check() == []


def test_an_export_into_a_full_disk(marked: Project, mounted: Callable[[str], Path]) -> None:
    disk = mounted("1m")
    marked.add_document("كلمة " * 300_000)
    with pytest.raises(InputError, match="disk is full"):
        marked.export("jsonl", disk / "d.jsonl")
    assert names(disk) == []


# --- import ---


def test_a_batch_goes_on_and_is_summed_up(project: Project, tmp_path: Path) -> None:
    good, same, bad = tmp_path / "good.txt", tmp_path / "same.TXT", tmp_path / "bad.txt"
    good.write_text("مقال أول", encoding="utf-8")
    same.write_text("مقال أول", encoding="windows-1256")
    bad.write_bytes(b"%PDF-1.7\x00")
    (tmp_path / "empty").mkdir()
    cut = tmp_path / "cut.jsonl"
    cut.write_bytes(b'{"text": "abc"}\n{"text": "ab')
    heard: list[tuple[int, int, str]] = []
    report = import_files(
        project,
        [bad, cut, tmp_path / "none.txt", good, same, tmp_path / "empty"],
        progress=lambda *steps: heard.append(steps),
    )
    assert (report.added, report.known, report.sets, report.cancelled) == (1, 1, 0, False)
    assert [Path(path).name for path, _ in report.failed] == ["empty", "bad.txt", "cut.jsonl", "none.txt"]
    assert "cut.jsonl, line 2: it breaks off in the middle" in str(report.failed[2][1])
    assert heard[0] == (0, 5, "bad.txt")
    assert heard[-1] == (4, 5, "same.TXT")
    [document] = project.documents()
    assert [origin.path for origin in document.origins] == ["good.txt", "same.TXT"]


def test_an_import_stops_between_two_files(project: Project, tmp_path: Path) -> None:
    files = [tmp_path / f"{number}.txt" for number in range(3)]
    for file in files:
        file.write_text(f"مقال {file.stem}", encoding="utf-8")

    def stop(done: int, *_: object) -> None:
        if done == 2:
            raise Cancelled

    report = import_files(project, files, progress=stop)
    assert report == ImportReport(added=2, cancelled=True)
    assert len(project.documents()) == 2


def test_one_wrong_line_brings_nothing_of_its_file(marked: Project, tmp_path: Path) -> None:
    out = tmp_path / "d.jsonl"
    marked.export("jsonl", out)
    whole = out.read_text(encoding="utf-8").split("\n")
    spoiled = json.loads(whole[0])
    spoiled["spans"][1]["text"] = "غير ذلك"
    out.write_text("\n".join([whole[1], json.dumps(spoiled)]), encoding="utf-8")
    with Project.create(tmp_path / "q.musnad") as other:
        with pytest.raises(InputError, match=r"d\.jsonl, line 2: the span .* is said to read 'غير ذلك'.*code points$"):
            import_file(other, out)
        assert other.documents() == []
        assert other.actors() == []


def test_what_only_the_project_can_see_names_the_line_too(marked: Project, tmp_path: Path) -> None:
    marked.export("jsonl", tmp_path / "d.jsonl")
    line = lines(tmp_path / "d.jsonl")[0]
    line["relations"].append({**line["relations"][0], "id": "again"})
    (tmp_path / "d.jsonl").write_text("\n" + json.dumps(line), encoding="utf-8")
    with pytest.raises(InputError, match=r"d\.jsonl, line 2: These two marks are already linked as 'source'\.$"):
        import_file(marked, tmp_path / "d.jsonl")


def test_the_registry_gains_and_loses_nothing(marked: Project, tmp_path: Path) -> None:
    marked.export("jsonl", tmp_path / "d.jsonl")
    given = lines(tmp_path / "d.jsonl")
    actor = given[0]["spans"][0]["actor"]
    actor.update(name="اسم قديم", aliases=["أبو سمير"], wikidata="Q7", note="وزير")
    (tmp_path / "d.jsonl").write_text("\n".join(map(json.dumps, given)), encoding="utf-8")
    marked.import_(tmp_path / "d.jsonl")
    kept = next(one for one in marked.actors() if one.id == actor["id"])
    assert kept.name == "سامر الحلبي"
    assert kept.aliases == ("الحلبي", "أبو سمير")
    assert (kept.wikidata, kept.note) == ("Q7", "وزير")


def test_marks_without_a_name_become_somebodys(marked: Project, tmp_path: Path) -> None:
    marked.export("jsonl", tmp_path / "d.jsonl")
    line = lines(tmp_path / "d.jsonl")[0]
    del line["annotator"], line["annotator_kind"]
    (tmp_path / "d.jsonl").write_text(json.dumps(line), encoding="utf-8")
    with Project.create(tmp_path / "q.musnad") as other:
        assert other.import_(tmp_path / "d.jsonl", annotator="model:x").sets == 1
        assert {one.handle: one.kind for one in other.annotators()} == {"layla": "person", "model:x": "model"}
        assert len(other.spans(line["id"], "model:x")) == 2
        with pytest.raises(InputError, match="cannot be an annotator's name"):
            other.import_(tmp_path / "d.jsonl", annotator="a/b")


def test_a_file_is_taken_for_what_is_said(project: Project, tmp_path: Path) -> None:
    file = tmp_path / "d.json-lines"
    file.write_text('{"text": "مقال"}', encoding="utf-8")
    assert project.import_(file, format="jsonl").added == 1
    assert [one.text for one in project.documents()] == ["مقال"]
    renamed = file.rename(tmp_path / "d.jsonl")
    assert project.import_(renamed, format="text").added == 1
    assert project.documents()[1].text == '{"text": "مقال"}'
    with pytest.raises(NotFoundError, match=r"no format 'odt' that can be read; there is: .*jsonl, .*text"):
        project.import_(file, format="odt")


def test_the_encoding_is_believed(project: Project, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("قال الوزير".encode("iso-8859-6"))
    assert project.import_(tmp_path / "a.txt", encoding="iso-8859-6").added == 1
    assert project.documents()[0].text == "قال الوزير"
    with pytest.raises(InputError, match="no-such"):
        project.import_(tmp_path / "a.txt", encoding="no-such")
    assert "no-such" in project.import_([tmp_path / "a.txt"], encoding="no-such").failed[0][1].fields.values()


@pytest.mark.parametrize("name", ["none.jsonl", "folder.jsonl"])
def test_a_dataset_that_is_no_file(name: str, project: Project, tmp_path: Path) -> None:
    (tmp_path / "folder.jsonl").mkdir()
    with pytest.raises(InputError, match=rf"{name}"):
        import_file(project, tmp_path / name)


def test_a_dataset_that_cannot_be_read(project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "d.jsonl").write_text('{"text": "a"}', encoding="utf-8")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(InputError, match=r"d.jsonl cannot be read: Permission denied"):
        import_file(project, tmp_path / "d.jsonl")


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has names that are no text")
def test_a_file_name_that_is_not_utf_8(project: Project, tmp_path: Path) -> None:
    name = os.fsdecode("مقال.txt".encode("windows-1256"))
    (tmp_path / name).write_text("مقال", encoding="utf-8")
    (tmp_path / f"empty-{name}").touch()
    report = project.import_([tmp_path / name, tmp_path / f"empty-{name}"])
    assert report.added == 1
    assert msgspec.json.encode(report, enc_hook=str)
    path = project.documents()[0].origins[0].path
    assert path is not None
    assert path.endswith("\ufffd.txt")


def test_a_project_that_may_not_be_written_ends_the_import(marked: Project, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("جديد", encoding="utf-8")
    marked.close()
    with (
        Project.open(tmp_path / "p.musnad", read_only=True) as locked,
        pytest.raises(ProjectError, match="reading only"),
    ):
        locked.import_([tmp_path / "a.txt"])


def test_an_older_file_of_mine_takes_no_newer_mark_away(marked: Project, tmp_path: Path) -> None:
    document = marked.documents()[0]
    marked.export("jsonl", tmp_path / "older.jsonl")
    newer = marked.annotate(document.id, (0, 3), "cue")
    marked.set_status(document.id, "done")
    marked.import_(tmp_path / "older.jsonl")
    assert newer in marked.spans(document.id)
    assert marked.status(document.id) == "done"


def test_a_newer_file_of_a_colleague_is_the_whole_of_their_reading(tmp_path: Path) -> None:
    with Project.create(tmp_path / "omar.musnad", annotator="omar") as omar:
        document = omar.add_document("قال الوزير إن الأمر انتهى")
        first = omar.annotate(document.id, (0, 3), "cue")
        omar.export("jsonl", tmp_path / "one.jsonl")
        omar.delete(first.id)
        second = omar.annotate(document.id, (4, 10), "actor")
        omar.export("jsonl", tmp_path / "two.jsonl")
    with Project.create(tmp_path / "layla.musnad", annotator="layla") as layla:
        layla.import_(tmp_path / "one.jsonl")
        layla.import_(tmp_path / "two.jsonl")
        assert layla.spans(document.id, "omar") == [second]
        layla.undo()
        assert layla.spans(document.id, "omar") == [first]
