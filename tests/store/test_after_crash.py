"""What a crash or a power cut left behind is looked at when the project is opened next: mended, or told."""

import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from annotator import Project
from annotator.errors import ProjectError


@pytest.fixture
def path(tmp_path: Path, article: str) -> Path:
    """A closed project with some marks."""
    path = tmp_path / "p.musnad"
    with Project.create(path) as project:
        document = project.add_document(article).id
        for start in range(8):
            project.annotate(document, (start, start + 2), "actor")
    return path


def crash_after(path: Path, sql: str) -> None:
    """Let a process write past Musnad and die, so that its log stays behind."""
    code = f"""
import os, signal, sqlite3
connection = sqlite3.connect({str(path)!r}, isolation_level=None)
connection.execute({sql!r})
os.kill(os.getpid(), signal.SIGKILL)
"""
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == -signal.SIGKILL
    assert path.with_name("p.musnad-wal").stat().st_size > 0


def break_index(path: Path) -> None:
    """Take rows away behind the back of an index."""
    with closing(sqlite3.connect(path)) as db:
        row = db.execute("SELECT * FROM sqlite_master WHERE name = 'spans_document'").fetchone()
        db.execute("PRAGMA writable_schema = ON")
        db.execute("DELETE FROM sqlite_master WHERE name = 'spans_document'")
        db.commit()
    with closing(sqlite3.connect(path)) as db:
        db.execute("DELETE FROM spans WHERE start = 0")
        db.commit()
        db.execute("PRAGMA writable_schema = ON")
        db.execute("INSERT INTO sqlite_master VALUES (?, ?, ?, ?, ?)", row)
        db.commit()


def test_indexes_that_a_crash_broke_are_made_anew_and_that_is_told(path: Path) -> None:
    break_index(path)
    crash_after(path, "UPDATE seal SET chain = chain || ' later'")
    with pytest.raises(ProjectError, match="--repair"):
        Project.open(path, read_only=True)
    with Project.open(path) as project:
        assert "indexes of it were broken" in str(project.notices[0])
        assert project._store.connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"


def test_changes_that_a_crash_tore_apart_are_told(path: Path) -> None:
    crash_after(path, "DELETE FROM spans WHERE start = 3")
    for read_only in (True, False):
        with Project.open(path, read_only=read_only) as project:
            assert ["do not hold together" in str(one) for one in project.notices] == [True]
            assert len(project.check()) > 0


def test_a_crash_that_harmed_nothing_is_not_worth_a_word(path: Path) -> None:
    crash_after(path, "UPDATE seal SET chain = chain || ' later'")
    with Project.open(path) as project:
        assert project.notices == []
        assert project.check() == []
