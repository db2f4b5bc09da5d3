"""A hundred spoiled files and more for each reader: taken whole, or refused in one line with nothing half done."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from annotator import Project, resources
from annotator.domain.document import document_id
from annotator.services.foreign import load_map
from annotator.services.schemes import load_scheme
from annotator.services.verifying import verified
from tests.hostile import Door, check_message, mutated, spoiled

TEXT = "قال 😀 الوزيرُ إن «العقد»، بحسب الوزارة، «وُقِّع».\nونفى."
LINE = {
    "id": document_id(TEXT),
    "title": "العقد",
    "text": TEXT,
    "language": "ar",
    "direction": "rtl",
    "origins": [{"url": "https://example.org/1", "publisher": "وكالة", "published": "2024-01-31", "path": "a.txt"}],
    "intake": [{"kind": "encoding", "detail": "UTF-8", "count": 0}],
    "annotator": "omar",
    "annotator_kind": "person",
    "annotator_name": "عمر",
    "status": "doing",
    "scheme": {"name": "actors-claims", "version": 1},
    "split": "train",
    "spans": [
        {
            "id": "s1",
            "label": "actor",
            "start": 6,
            "end": 13,
            "parts": [[6, 13]],
            "text": TEXT[6:13],
            "attributes": {"kind": "person"},
            "actor": {"id": "a1", "name": "الوزير", "kind": "person", "wikidata": "Q42", "aliases": ["معاليه"]},
        },
        {"id": "s2", "label": "claim", "start": 17, "end": 24, "attributes": {"polarity": "denied"}, "actor": None},
    ],
    "relations": [{"id": "r1", "label": "source", "from": "s2", "to": "s1", "attributes": {}}],
    "frames": [],
    "actors": [{"id": "a2", "name": "Delta", "kind": "organization", "wikidata": None, "note": "x"}],
}
TABLE = (
    "\ufeffid,name,kind,wikidata,aliases,note\r\n"
    ",سامر الحلبي,person,Q42,الحلبي|أبو سمير,وزير\r\n"
    ',"Delta, Ports",organization,,,"two\r\nlines"\r\n'
    f"{'a' * 32},'=1+1,state,,a\\|b,\r\n"
)


@pytest.fixture
def brought(project: Project, tmp_path: Path) -> Iterator[Project]:
    """A project that must hold together after all of it, and whose dataset and table can be read back."""
    yield project
    assert project.check() == []
    project.export("jsonl", tmp_path / "out.jsonl")
    project.export_actors(tmp_path / "out.csv")
    with Project.create(tmp_path / "again.musnad") as again:
        again.import_(tmp_path / "out.jsonl")
        assert [one.id for one in again.documents()] == [one.id for one in project.documents()]
    with Project.create(tmp_path / "table.musnad") as again:
        again.import_actors(tmp_path / "out.csv")


def test_texts(brought: Project, tmp_path: Path) -> None:
    door = Door(brought, tmp_path, "article.txt", brought.import_)
    for data in mutated(TEXT.encode() * 3, 120, 1):
        door.try_(data)
    assert door.taken > 50


def test_lines_with_other_values(brought: Project, tmp_path: Path) -> None:
    door = Door(brought, tmp_path, "data.jsonl", brought.import_)
    for line in spoiled(LINE, 150, 2):
        door.try_(json.dumps(line).encode())
    assert door.taken > 10 and door.refused > 80


def test_spoiled_lines(brought: Project, tmp_path: Path) -> None:
    good = (json.dumps(LINE, ensure_ascii=False) + "\n").encode()
    door = Door(brought, tmp_path, "data.jsonl", brought.import_)
    for data in mutated(good + good.replace(b"omar", b"sami").replace(b'"s', b'"t').replace(b'"r1', b'"r2'), 120, 3):
        door.try_(data)
    assert door.refused > 80


def test_tables(brought: Project, tmp_path: Path) -> None:
    door = Door(brought, tmp_path, "actors.csv", brought.import_actors)
    for data in mutated(TABLE.encode(), 150, 4):
        door.try_(data)
    assert door.taken > 30 and door.refused > 30


def test_tagged_tokens(brought: Project, tmp_path: Path) -> None:
    document = brought.add_document(TEXT)
    brought.annotate(document.id, (6, 13), "actor")
    brought.export("conll2003", tmp_path / "own.conll")
    own, foreign = (tmp_path / "own.conll").read_bytes(), "قال\tV\tO\nوزير\tN\tB-actor\nالنقل\tN\tI-actor\n\n"
    door = Door(brought, tmp_path, "data.conll", brought.import_)
    for data in (*mutated(own, 60, 7), *mutated(foreign.encode() * 3, 60, 8)):
        door.try_(data)
    assert door.taken > 10 and door.refused > 30


def test_maps(project: Project, tmp_path: Path) -> None:
    toml = '[labels]\n"PER" = "actor"\n"E[a=b]" = "-"\n[attributes]\nx = "kind=state"\n[relations]\nr = "source"\n'
    door = Door(project, tmp_path, "map.toml", lambda path: load_map(path, project.scheme))
    for data in mutated(toml.encode(), 120, 9):
        door.try_(data)
    assert door.refused > 30


def test_manifests(project: Project, tmp_path: Path) -> None:
    project.export("jsonl", tmp_path / "d.jsonl")
    manifest = (tmp_path / "d.jsonl.manifest.json").read_bytes()
    door = Door(project, tmp_path, "d.jsonl.manifest.json", verified)
    for data in mutated(manifest, 120, 10):
        door.try_(data)


def test_schemes(project: Project, tmp_path: Path) -> None:
    door = Door(project, tmp_path, "scheme.toml", load_scheme)
    for data in mutated(resources.path("schemes", "actors-claims.toml").read_bytes(), 130, 5):
        door.try_(data)
    assert door.refused > 80


@pytest.mark.parametrize("name", ["article.txt", "data.jsonl", "actors.csv", "scheme.toml"])
def test_every_cut_of_a_file_is_taken_or_told(name: str, project: Project, tmp_path: Path) -> None:
    line = json.dumps(LINE, ensure_ascii=False)
    whole = {"article.txt": TEXT, "data.jsonl": line, "actors.csv": TABLE, "scheme.toml": SCHEME}[name].encode()
    doors: dict[str, Callable[[Path], object]]
    doors = {"actors.csv": project.import_actors, "scheme.toml": load_scheme}
    bring = doors.get(name, project.import_)
    door = Door(project, tmp_path, name, bring)
    for end in range(0, len(whole), max(1, len(whole) // 30)):
        door.try_(whole[:end])


SCHEME = '[scheme]\nname = "x"\nversion = 1\n\n[[labels]]\nkey = "a"\ntitle = { en = "A", ar = "أ" }\n'


def test_a_batch_tells_each_file_and_goes_on(project: Project, tmp_path: Path) -> None:
    names = []
    for place, data in enumerate(mutated(json.dumps(LINE).encode(), 30, 6)):
        names.append(tmp_path / f"{place}.jsonl")
        names[-1].write_bytes(data)
    (tmp_path / "good.txt").write_text("مقال", encoding="utf-8")
    report = project.import_([*names, tmp_path / "good.txt"])
    assert report.failed and report.added >= 1
    for path, error in report.failed:
        check_message(str(error), Path(path).name)
