"""Rows that another program broke: named and told, never a crash, and found by the check."""

import sqlite3
from pathlib import Path

import pytest

from annotator import Project
from annotator.errors import ProjectError


@pytest.fixture
def place(tmp_path: Path) -> Path:
    path = tmp_path / "p.musnad"
    with Project.create(path, annotator="layla") as project:
        document = project.add_document("قال الوزير إن الميناء جاهز.")
        project.annotate(document.id, (0, 3), "cue")
    return path


@pytest.mark.parametrize(
    "damage",
    ["UPDATE documents SET intake = 'zzz'", "UPDATE spans SET parts = '[]'", "UPDATE spans SET attributes = '{'"],
)
def test_a_broken_row_is_told_and_found(place: Path, damage: str) -> None:
    with sqlite3.connect(place) as connection:
        connection.execute(damage)
    connection.close()
    with Project.open(place, annotator="layla") as project:
        [summary] = project.summaries()
        with pytest.raises(ProjectError, match=r"p\.musnad is damaged"):
            (project.document(summary.id), project.spans(summary.id))
        assert any("not what the journal says" in told for told in project.check())


def test_a_label_that_the_scheme_does_not_have_is_found(place: Path) -> None:
    with sqlite3.connect(place) as connection:
        connection.execute("UPDATE spans SET label = 'persona'")
    connection.close()
    with Project.open(place, annotator="layla") as project:
        assert any("no label 'persona'" in told for told in project.check())
