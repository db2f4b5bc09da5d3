"""Opening, refusing and migrating project files; each refusal says what to do and loses nothing."""

import operator
import shutil
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from annotator import Project
from annotator.errors import InputError, NotFoundError, ProjectError, SchemeError
from annotator.store import migrations
from annotator.store.clock import Clock
from annotator.store.connection import open_store
from annotator.store.schema import APPLICATION_ID

Mount = Any


def made(path: Path, article: str) -> str:
    """A closed project with one mark; the document's id."""
    with Project.create(path) as project:
        document = project.add_document(article)
        project.annotate(document.id, (4, 26), "actor")
    return document.id


def test_the_file_says_what_it_is(tmp_path: Path, article: str) -> None:
    path = tmp_path / "p.musnad"
    made(path, article)
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
        assert db.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
        assert [row[0] for row in db.execute("SELECT mention FROM mentions_view")] == ["وزير النقل سامر الحلبي"]
    assert [file.name for file in tmp_path.iterdir() if "lock" in file.name] == []
    store = open_store(path)
    assert store.connection.execute("PRAGMA synchronous").fetchone()[0] == 2
    assert store.connection.execute("PRAGMA foreign_keys").fetchone()[0] == 1
    assert store.connection.execute("PRAGMA trusted_schema").fetchone()[0] == 0
    store.close()


def test_claims_view_reads_a_whole_attribution(project: Project, article: str) -> None:
    document = project.add_document(article)
    source = project.annotate(document.id, (4, 26), "actor")
    cue = project.annotate(document.id, (0, 3), "cue")
    claim = project.annotate(document.id, [(30, 37), (38, 43)], "claim")
    project.link(claim.id, source.id, "source")
    project.link(claim.id, cue.id, "cue")
    with closing(sqlite3.connect(project.path)) as db:
        row = db.execute("SELECT claim, source, cue, target FROM claims_view").fetchone()
    assert row == ("الميناء … سيفتح", "وزير النقل سامر الحلبي", "قال", None)


def test_an_existing_file_is_never_overwritten(tmp_path: Path, article: str) -> None:
    path = tmp_path / "p.musnad"
    made(path, article)
    before = path.read_bytes()
    with pytest.raises(ProjectError, match="exists already"):
        Project.create(path)
    assert path.read_bytes() == before


def test_a_missing_file_names_the_command_that_makes_one(tmp_path: Path) -> None:
    with pytest.raises(ProjectError, match="musnad new"):
        Project.open(tmp_path / "none.musnad")
    with pytest.raises(ProjectError, match="no folder"):
        Project.create(tmp_path / "no" / "p.musnad")
    with pytest.raises(ProjectError, match="folder"):
        Project.open(tmp_path)


@pytest.mark.parametrize("content", [b"", b"not a database", b"\x89PNG" + b"\0" * 100])
def test_another_kind_of_file_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "p.musnad"
    path.write_bytes(content)
    with pytest.raises(ProjectError, match="not a Musnad project"):
        Project.open(path)
    assert path.read_bytes() == content


def test_another_sqlite_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "p.musnad"
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE t (x)")
    with pytest.raises(ProjectError, match="not a Musnad project"):
        Project.open(path)


@pytest.mark.parametrize("keep", ["half", "scrambled"])
def test_a_damaged_file_is_refused_and_left_alone(tmp_path: Path, article: str, keep: str) -> None:
    path = tmp_path / "p.musnad"
    made(path, article)
    data = path.read_bytes()
    damaged = data[: len(data) // 2] if keep == "half" else data[:4096] + b"\xff" * 8192 + data[12288:]
    path.write_bytes(damaged)
    with pytest.raises(ProjectError, match="damaged"):
        Project.open(path)
    assert path.read_bytes() == damaged


def test_a_newer_file_is_refused_and_left_alone(tmp_path: Path, article: str) -> None:
    path = tmp_path / "p.musnad"
    made(path, article)
    with closing(sqlite3.connect(path)) as db:
        db.execute(f"PRAGMA user_version = {migrations.VERSION + 1}")
    before = path.read_bytes()
    with pytest.raises(ProjectError, match="newer Musnad"):
        Project.open(path)
    assert path.read_bytes() == before


def test_an_older_file_is_backed_up_and_migrated(tmp_path: Path, article: str, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "p.musnad"
    made(path, article)

    def more(db: object) -> None:
        db.execute("CREATE TABLE more (id TEXT) STRICT")  # type: ignore[attr-defined] # a Database

    monkeypatch.setattr(migrations, "STEPS", (*migrations.STEPS, more))
    monkeypatch.setattr(migrations, "VERSION", migrations.VERSION + 1)
    before = path.read_bytes()
    with Project.open(path, read_only=True) as reading:
        assert len(reading.documents()) == 1 and reading.check() == []
        assert [hit.document_id for hit in reading.search("وزير")] == [reading.documents()[0].id]
        with reading.reading() as connection:
            assert connection.execute("SELECT count(*) FROM more").fetchone()[0] == 0
    assert path.read_bytes() == before and list(tmp_path.iterdir()) == [path]
    with Project.open(path) as project:
        assert len(project.documents()) == 1
    with closing(sqlite3.connect(tmp_path / f"p.before-version-{migrations.VERSION}.musnad")) as backup:
        assert backup.execute("SELECT count(*) FROM spans").fetchone()[0] == 1
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("PRAGMA user_version").fetchone()[0] == migrations.VERSION


def test_a_migration_that_fails_changes_nothing(tmp_path: Path, article: str, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "p.musnad"
    made(path, article)

    def broken(db: object) -> None:
        db.execute("CREATE TABLE half (id TEXT)")  # type: ignore[attr-defined] # a Database
        raise sqlite3.OperationalError("boom")

    with monkeypatch.context() as patch:
        patch.setattr(migrations, "STEPS", (*migrations.STEPS, broken))
        patch.setattr(migrations, "VERSION", migrations.VERSION + 1)
        with pytest.raises(sqlite3.OperationalError, match="boom"):
            Project.open(path)
    with Project.open(path) as project:
        assert project.check() == []


def test_a_second_musnad_is_told_and_may_still_read(tmp_path: Path, article: str) -> None:
    path = tmp_path / "p.musnad"
    made(path, article)
    with Project.open(path) as project:
        other = subprocess.run(
            [sys.executable, "-c", f"from annotator import Project; Project.open({str(path)!r})"],
            capture_output=True,
            text=True,
            check=False,
        )
        assert "open in another Musnad" in other.stderr
        with Project.open(path, read_only=True) as reader:
            assert len(reader.documents()) == 1
            with pytest.raises(ProjectError, match="reading only"):
                reader.add_document("نص آخر")
        project.add_document("نص ثالث")
    with Project.open(path) as project:
        assert len(project.documents()) == 2


def test_reading_leaves_nothing_beside_the_file(tmp_path: Path, article: str) -> None:
    made(tmp_path / "p.musnad", article)
    with Project.open(tmp_path / "p.musnad", read_only=True) as project:
        assert len(project.documents()) == 1
    assert [file.name for file in tmp_path.iterdir()] == ["p.musnad"]


def test_a_read_only_folder_is_named(tmp_path: Path, article: str, mounted: Mount) -> None:
    folder = mounted(size="4m")
    made(folder / "p.musnad", article)
    mounted.remount(folder, "ro")
    with pytest.raises(ProjectError, match="Copy the project"):
        Project.open(folder / "p.musnad")
    with pytest.raises(ProjectError, match="cannot be written"):
        Project.create(folder / "q.musnad")
    with Project.open(folder / "p.musnad", read_only=True) as project:
        assert len(project.documents()) == 1
    shutil.copy(folder / "p.musnad", tmp_path / "p.musnad")
    with Project.open(tmp_path / "p.musnad") as project:
        assert project.check() == []


def test_a_full_disk_loses_only_the_action_in_flight(article: str, mounted: Mount) -> None:
    path = mounted(size="1m") / "p.musnad"
    with Project.create(path) as project:
        document = project.add_document(article)
        kept = 0
        with pytest.raises(ProjectError, match="disk"):
            for _ in range(200):
                project.annotate(document.id, (4, 26), "actor")
                project.add_document(f"{kept} " + "كلمة " * 2000)
                kept += 1
        assert len(project.documents()) in (kept + 1, kept + 2)
        saved = len(project.spans(document.id))
    with Project.open(path, read_only=True) as project:
        assert len(project.spans(document.id)) == saved
        assert project.check() == []


def test_a_full_disk_leaves_no_half_project(mounted: Mount) -> None:
    folder = mounted(size="64k")
    with pytest.raises(ProjectError, match="disk"):
        Project.create(folder / "p.musnad")
    assert list(folder.iterdir()) == []


def test_a_scheme_that_does_not_hold_together_leaves_no_file(tmp_path: Path) -> None:
    (tmp_path / "s.toml").write_text('[scheme]\nname = "s"\nversion = 1\n', encoding="utf-8")
    with pytest.raises(SchemeError, match="at least one label"):
        Project.create(tmp_path / "p.musnad", scheme=tmp_path / "s.toml")
    with pytest.raises(NotFoundError, match="actors-claims"):
        Project.create(tmp_path / "p.musnad", scheme="nothing")
    assert not (tmp_path / "p.musnad").exists()


def test_documents_stand_in_the_order_in_which_they_were_added_whatever_the_clock_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, now = tmp_path / "p.musnad", time.time()
    Project.create(path).close()
    for number, shift in enumerate((0, -7200, 2e9, 0, -1e9, 2.5e9)):
        monkeypatch.setattr("annotator.store.journal.Clock", partial(Clock, now=partial(operator.add, now, shift)))
        with Project.open(path) as project:
            project.add_document(f"نص رقم {number}", title=str(number))
    with Project.open(path) as project:
        assert [one.title for one in project.summaries()] == list("012345")
        assert [one.title for one in project.documents()] == list("012345")
        assert project.check() == []


def test_half_a_character_names_nothing(tmp_path: Path) -> None:
    """A word from a broken file or a foreign locale, as an id or in a row."""
    with Project.create(tmp_path / "p.musnad", annotator="layla") as project:
        document = project.add_document("قال الوزير.").id
        for ask in (
            lambda: project.document("\ud800"),
            lambda: project.spans(document, "\ud800"),
            lambda: project.delete("\ud800"),
            lambda: project.go_back("\ud800"),
            lambda: project.link("\ud800", "\udfff", "source"),
        ):
            with pytest.raises(InputError, match="holds half of a character"):
                ask()
        assert project.check() == []
