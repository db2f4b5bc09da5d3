"""A log that another file left is never replayed over a project, and its own always is."""

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from annotator import Project
from annotator.errors import ProjectError
from tests.store.harm import MARKS, count, killed, made


@pytest.mark.parametrize("folded", [pytest.param(False, marks=pytest.mark.heavy), True])
def test_a_backup_put_over_a_crashed_project_is_what_it_was(tmp_path: Path, article: str, folded: bool) -> None:
    path, backup = tmp_path / "r.musnad", tmp_path / "yesterday.musnad"
    made(path, article)
    shutil.copy(path, backup)
    killed(path, 40, folded=folded)
    shutil.copy(backup, path)
    for read_only in (True, False):
        with Project.open(path, read_only=read_only) as project:
            assert project.check() == []
            assert len(project.spans(project.summaries()[0].id)) == MARKS
            if read_only:
                assert ["kept as r.log-of-another-file.musnad-wal" in str(one) for one in project.notices] == [True]
    assert (tmp_path / "r.log-of-another-file.musnad-wal").stat().st_size > 0


@pytest.mark.heavy
def test_a_log_that_was_set_aside_still_fits_its_own_file(tmp_path: Path, article: str) -> None:
    path, backup, crashed = tmp_path / "r.musnad", tmp_path / "yesterday.musnad", tmp_path / "crashed"
    made(path, article)
    shutil.copy(path, backup)
    killed(path, 40)
    shutil.copy(path, crashed)
    shutil.copy(backup, path)
    Project.open(path).close()
    crashed.rename(tmp_path / "r.log-of-another-file.musnad")
    assert count(tmp_path / "r.log-of-another-file.musnad") == MARKS + 40


def test_the_log_of_a_crash_is_replayed(tmp_path: Path, article: str) -> None:
    path = tmp_path / "r.musnad"
    made(path, article)
    killed(path, 10, folded=True)
    with Project.open(path) as project:
        assert project.notices == []
    assert count(path) == MARKS + 10


@pytest.mark.heavy
def test_a_copy_of_file_and_log_elsewhere_holds_everything(tmp_path: Path, article: str) -> None:
    path = tmp_path / "r.musnad"
    made(path, article)
    killed(path, 10)
    folder = tmp_path / "copied"
    folder.mkdir()
    for name in ("r.musnad", "r.musnad-wal"):
        shutil.copy(tmp_path / name, folder / name)
    assert count(folder / "r.musnad") == MARKS + 10


def test_a_new_project_takes_no_log_of_an_old_one_of_its_name(tmp_path: Path, article: str) -> None:
    path = tmp_path / "r.musnad"
    made(path, article)
    killed(path, 10)
    path.unlink()
    (tmp_path / "r.musnad-journal").write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + bytes(600))
    with Project.create(path) as project:
        assert project.summaries() == []
        assert [str(one).split()[-1] for one in project.notices] == [
            "r.log-of-another-file.musnad-wal.",
            "r.log-of-another-file.musnad-journal.",
        ]
    assert count(path) == 0


@pytest.mark.heavy
def test_a_rollback_journal_of_another_file_is_not_played_back(tmp_path: Path, article: str) -> None:
    path, other, journal = tmp_path / "r.musnad", tmp_path / "o.db", tmp_path / "r.musnad-journal"
    made(path, article)
    code = f"""
import os, signal, sqlite3
c = sqlite3.connect({str(other)!r}, isolation_level=None)
c.execute("PRAGMA cache_size = 1")
c.execute("CREATE TABLE t (x)")
c.execute("BEGIN")
for _ in range(500):
    c.execute("INSERT INTO t VALUES (zeroblob(3000))")
c.execute("UPDATE t SET x = zeroblob(2999)")
os.kill(os.getpid(), signal.SIGKILL)
"""
    subprocess.run([sys.executable, "-c", code], check=False)
    (tmp_path / "o.db-journal").rename(journal)
    assert journal.stat().st_size > 512
    with Project.open(path) as project:
        assert project.check() == []
        assert len(project.notices) == 1
    assert not journal.exists()
    assert count(path) == MARKS


def test_a_log_on_media_that_take_no_writing_is_named_with_the_mend(tmp_path: Path, article: str, mounted: Any) -> None:
    folder = mounted(size="4m")
    made(folder / "r.musnad", article)
    killed(folder / "r.musnad", 10)
    (folder / "r.musnad-shm").unlink()
    (folder / "r.musnad-lock").unlink()
    mounted.remount(folder, "ro")
    with pytest.raises(ProjectError, match=r"Copy both files, r\.musnad and r\.musnad-wal"):
        Project.open(folder / "r.musnad", read_only=True)
    for name in ("r.musnad", "r.musnad-wal"):
        shutil.copy(folder / name, tmp_path / name)
    assert count(tmp_path / "r.musnad") == MARKS + 10
