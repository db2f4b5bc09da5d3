"""A clean copy of a project from elsewhere: its rows, and nothing that runs."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner

from annotator import Project
from annotator.cli import musnad
from annotator.errors import ProjectError
from annotator.store.cleaning import clean_copy
from tests.older import make_older
from tests.store.test_shape import ENDLESS, FOREIGN, alter

TEXT = "قال الوزير إن الميناء جاهز."


@pytest.fixture
def place(tmp_path: Path) -> Path:
    path = tmp_path / "p.musnad"
    with Project.create(path, annotator="layla") as project:
        document = project.add_document(TEXT)
        cue = project.annotate(document.id, (0, 3), "cue")
        claim = project.annotate(document.id, (11, 26), "claim")
        project.link(claim.id, cue.id, "cue")
        project.add_actor("وزير", "person")
    return path


def everything(path: Path) -> list[list[tuple[object, ...]]]:
    with closing(sqlite3.connect(path)) as connection:
        tables = ("documents", "spans", "relations", "actors", "settings", "changes")
        return [sorted(connection.execute(f"SELECT * FROM {table}")) for table in tables]


@pytest.mark.parametrize("kind", [kind for kind in FOREIGN if "in place of" not in kind and "version" not in kind])
def test_the_copy_opens_with_every_mark_and_nothing_foreign(place: Path, tmp_path: Path, kind: str) -> None:
    before = everything(place)
    alter(place, *FOREIGN[kind])
    held = place.read_bytes()
    copy = tmp_path / "copy.musnad"
    cleaned = clean_copy(place, copy)
    assert cleaned.dropped == {}
    assert everything(copy) == before
    assert place.read_bytes() == held
    with Project.open(copy, annotator="layla") as project:
        assert project.check() == []
        assert [hit.text for hit in project.search("الميناء")] == ["الميناء"]
        project.undo()


def test_a_view_in_place_of_a_table_is_not_read(place: Path, tmp_path: Path) -> None:
    alter(place, *FOREIGN["a view in place of a table"])
    with Project.open(_cleaned(place, tmp_path), annotator="layla") as project:
        assert [one.handle for one in project.annotators()] == ["layla"]


def test_a_file_of_an_older_version_is_brought_up_to_date_on_the_way(place: Path, tmp_path: Path) -> None:
    make_older(place, 1)
    alter(place, f"CREATE TRIGGER t AFTER INSERT ON spans BEGIN DELETE FROM spans WHERE id IN ({ENDLESS}); END")
    with Project.open(_cleaned(place, tmp_path), annotator="layla") as project:
        assert project.check() == []


def test_rows_that_no_musnad_wrote_stay_behind_and_are_counted(place: Path, tmp_path: Path) -> None:
    deep = "[" * 100_000
    alter(
        place,
        "UPDATE spans SET attributes = '5' WHERE label = 'cue'",
        "CREATE TABLE loose AS SELECT * FROM changes",
        f"UPDATE loose SET row = '{deep}' WHERE \"table\" = 'relations'",
        "DROP TABLE changes",
        "ALTER TABLE loose RENAME TO changes",
        "UPDATE documents SET title = CAST(x'ff' AS TEXT)",
    )
    cleaned = clean_copy(place, tmp_path / "copy.musnad")
    assert cleaned.dropped == {"documents": 1, "spans": 1, "changes": 1}


def test_the_copy_never_lands_on_a_file(place: Path, tmp_path: Path) -> None:
    (tmp_path / "copy.musnad").write_text("mine")
    with pytest.raises(ProjectError, match="exists already"):
        clean_copy(place, tmp_path / "copy.musnad")
    assert (tmp_path / "copy.musnad").read_text() == "mine"


def test_what_is_no_project_has_no_copy(tmp_path: Path) -> None:
    (tmp_path / "p.musnad").write_bytes(b"SQLite format 3\x00" + bytes(100))
    with pytest.raises(ProjectError, match="not a Musnad project"):
        clean_copy(tmp_path / "p.musnad", tmp_path / "copy.musnad")
    assert [file.name for file in tmp_path.iterdir()] == ["p.musnad"]


def test_the_command_says_what_it_took_over_and_checks_the_copy(place: Path, tmp_path: Path) -> None:
    alter(place, *FOREIGN["a trigger that loops"], "UPDATE actors SET kind = CAST(x'ff' AS TEXT)")
    refused = CliRunner().invoke(musnad, ["check", str(place)])
    assert refused.exit_code == 1
    copy = tmp_path / "copy.musnad"
    done = CliRunner().invoke(musnad, ["check", str(place), "--clean", str(copy)])
    assert done.exit_code == 1
    assert "taken over" in done.output
    assert "actors: 1 row left behind" in done.output
    assert "the journal has it, the table does not" in done.output


def _cleaned(path: Path, folder: Path) -> Path:
    clean_copy(path, folder / "copy.musnad")
    return folder / "copy.musnad"
