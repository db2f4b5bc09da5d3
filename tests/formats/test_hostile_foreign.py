"""A hundred spoiled files and more for each reader of files of other programs."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator import Project
from tests.hostile import Door, mutated

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
