"""A hundred spoiled files and more for each reader of files of other programs."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator import Project
from tests.hostile import Door, mutated, spoiled

TEXT = "قال 😀 الوزيرُ إن «العقد»، بحسب الوزارة، «وُقِّع».\nونفى."

ANN = """\
T1\tactor 6 13\tالوزيرُ
T2\tclaim 17 24;40 49\t«العقد» «وُقِّع».
T3\tcue 0 3\tقال
R1\tsource Arg1:T2 Arg2:T1
R2\tcue Arg1:T2 Arg2:T3
A1\tpolarity T2 denied
N1\tReference T1 Actor:a1\tالوزير
#1\tAnnotatorNotes T2\tلماذا؟
"""


@pytest.fixture
def brought(project: Project) -> Iterator[Project]:
    """A project that must hold together after all of it."""
    yield project
    assert project.check() == []


def test_brat_annotations(brought: Project, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    door = Door(brought, tmp_path, "a.ann", lambda path: brought.import_(path, "brat"))
    for data in mutated(ANN.encode(), 120, 21):
        door.try_(data)
    assert door.taken > 10 and door.refused > 40


def test_brat_texts(brought: Project, tmp_path: Path) -> None:
    (tmp_path / "a.ann").write_text(ANN, encoding="utf-8")
    door = Door(brought, tmp_path, "a.txt", lambda path: brought.import_(path.with_suffix(".ann"), "brat"), "a.ann")
    for data in mutated(TEXT.encode(), 100, 22):
        door.try_(data)
    assert door.refused > 40


def test_metadata_beside_files(brought: Project, tmp_path: Path) -> None:
    document = brought.add_document(TEXT)
    brought.comment(document.id, "لماذا؟")
    brought.annotate(document.id, (6, 13), "actor")
    brought.export("brat", tmp_path / "out")
    good = (tmp_path / "out" / "metadata.jsonl").read_bytes()
    door = Door(brought, tmp_path / "out", "metadata.jsonl", lambda path: brought.import_(path.parent, "brat"))
    for data in mutated(good, 100, 23):
        door.try_(data)
    assert door.refused > 40


def exported(project: Project, folder: Path, format: str) -> Path:
    """The folder of a dataset with one reading of everything."""
    document = project.add_document(TEXT)
    actor = project.annotate(document.id, (6, 13), "actor", {"kind": "person"})
    claim = project.annotate(document.id, [(17, 24), (40, 49)], "claim", {"polarity": "denied"})
    project.link(claim.id, actor.id, "target", {"stance": "against"})
    project.export(format, folder)
    return folder


@pytest.mark.parametrize(
    ("format", "suffix", "refused"), [("cas-xmi", "xmi", 60), ("cas-json", "json", 60), ("webanno-tsv", "tsv", 40)]
)
def test_files_of_inception(format: str, suffix: str, refused: int, brought: Project, tmp_path: Path) -> None:
    folder = exported(brought, tmp_path / "out", format)
    [good] = (path.read_bytes() for path in folder.glob(f"*/*.{suffix}"))
    shutil.copy(folder / "TypeSystem.xml", tmp_path) if format == "cas-xmi" else None
    door = Door(brought, tmp_path, f"a.{suffix}", lambda path: brought.import_(path, format))
    for data in mutated(good, 110, 31):
        door.try_(data)
    assert door.refused > refused


def test_cas_files_with_other_values(brought: Project, tmp_path: Path) -> None:
    folder = exported(brought, tmp_path / "out", "cas-json")
    [good] = (json.loads(path.read_bytes()) for path in folder.glob("*/*.json"))
    door = Door(brought, tmp_path, "a.json", lambda path: brought.import_(path, "cas-json"))
    for content in spoiled(good["%FEATURE_STRUCTURES"], 110, 32):
        door.try_(json.dumps({**good, "%FEATURE_STRUCTURES": content}).encode())
    assert door.refused > 20


def test_type_systems(brought: Project, tmp_path: Path) -> None:
    folder = exported(brought, tmp_path / "out", "cas-xmi")
    good = (folder / "TypeSystem.xml").read_bytes()
    door = Door(brought, folder, "TypeSystem.xml", lambda path: brought.import_(path.parent, "cas-xmi"), "out")
    for data in mutated(good, 100, 33):
        door.try_(data)
    assert door.refused > 30
