"""The sample project is the sample dataset, whole."""

import json
from pathlib import Path

import pytest

from annotator import Project, resources
from annotator.errors import ProjectError
from annotator.services.sample import ANNOTATOR, make_sample


def test_the_sample_holds_together_and_is_all_there(tmp_path: Path) -> None:
    text = resources.path("sample", "sample.jsonl").read_text(encoding="utf-8")
    lines = [json.loads(line) for line in text.split("\n") if line]
    path = make_sample(tmp_path / "sample.musnad")
    assert [one.name for one in tmp_path.iterdir()] == ["sample.musnad"]
    with Project.open(path, read_only=True) as sample:
        assert sample.check() == []
        assert {one.id for one in sample.documents()} == {line["id"] for line in lines}
        for line in lines:
            spans = sample.spans(line["id"], line["annotator"])
            assert {span.id for span in spans} == {span["id"] for span in line["spans"]}
        assert all(sample.spans(one.id, ANNOTATOR) for one in sample.documents())


def test_its_reader_cannot_undo_the_sample_itself(tmp_path: Path) -> None:
    with Project.open(make_sample(tmp_path / "sample.musnad"), annotator=ANNOTATOR) as sample:
        assert not sample.can_undo
        assert {one.handle for one in sample.annotators()} == {"layla", "omar", "gold"}


def test_what_is_there_stays(tmp_path: Path) -> None:
    (tmp_path / "sample.musnad").write_bytes(b"work")
    with pytest.raises(ProjectError, match="exists already"):
        make_sample(tmp_path / "sample.musnad")
    assert (tmp_path / "sample.musnad").read_bytes() == b"work"


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ProjectError, match="cannot be made: No such file or directory"):
        make_sample(tmp_path / "none" / "sample.musnad")
