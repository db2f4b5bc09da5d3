"""The file beneath an open project may be deleted, moved, overwritten, copied or linked: nothing is lost by it."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from annotator import Project, held
from annotator.errors import FileLostError, ProjectError

MARKS = 5


def made(path: Path, article: str, marks: int = MARKS) -> str:
    """A closed project with an article and marks in it; the article's id."""
    with Project.create(path) as project:
        document = project.add_document(article)
        for _ in range(marks):
            project.annotate(document.id, (4, 26), "actor")
    return document.id


def count(path: Path) -> int:
    """How many marks are in a file that holds together."""
    with Project.open(path, read_only=True) as project:
        assert project.check() == []
        return sum(len(project.spans(one.id)) for one in project.summaries())


def killed(path: Path, marks: int, *, folded: bool = False) -> None:
    """Let a process write marks and kill it; `folded`: once the first half of them is in the file itself."""
    code = f"""
import os, signal
from annotator import Project
from annotator.services.door import keeper
keeper.PAUSE_S, keeper.LONGEST_S = 100, 100
project = Project.open({str(path)!r})
document = project.summaries()[0].id
for number in range({marks}):
    if {folded} and number == {marks // 2}:
        project._store.file._fold_here()
    project.annotate(document, (4, 26), "actor")
os.kill(os.getpid(), signal.SIGKILL)
"""
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == -signal.SIGKILL


def run(*command: str | Path) -> None:
    """Let another program do something to files."""
    subprocess.run([str(part) for part in command], check=True)


def delete(path: Path, _other: Path) -> None:
    path.unlink()


def move(path: Path, _other: Path) -> None:
    path.rename(path.with_name("moved.musnad"))


def replace(path: Path, other: Path) -> None:
    shutil.copy(other, path.with_name("new"))
    path.with_name("new").replace(path)


def overwrite(path: Path, other: Path) -> None:
    run("cp", other, path)


def cut(path: Path, _other: Path) -> None:
    run("truncate", "-s", "8000", path)


def empty(path: Path, _other: Path) -> None:
    run("truncate", "-s", "0", path)


HARMS = [delete, replace, overwrite, empty, *(pytest.param(one, marks=pytest.mark.heavy) for one in (move, cut))]
FEWER_HARMS = [delete, *(pytest.param(one, marks=pytest.mark.heavy) for one in (move, replace, overwrite, cut, empty))]


@pytest.mark.parametrize("harm", HARMS)
def test_a_lost_file_is_told_at_the_next_mark_and_everything_is_in_another_one(
    tmp_path: Path, article: str, harm: Callable[[Path, Path], None]
) -> None:
    path, other = tmp_path / "g.musnad", tmp_path / "elsewhere" / "other.musnad"
    other.parent.mkdir()
    document = made(path, article)
    made(other, f"{article} نص آخر", marks=2)
    project = Project.open(path)
    project.annotate(document, (0, 3), "cue")
    harm(path, other)
    with pytest.raises(FileLostError, match="is saved in") as told:
        project.annotate(document, (30, 37), "claim")
    saved = told.value.saved
    assert saved is not None and saved.parent == tmp_path
    with pytest.raises(FileLostError, match=saved.name):
        project.undo()
    project.close()
    assert count(saved) == MARKS + 1
    assert not path.exists() or harm in (cut, empty) or count(path) == 2
    assert {one.name for one in tmp_path.iterdir()} <= {*("g.musnad", "moved.musnad", "elsewhere", saved.name)}
    assert held._held == {}


@pytest.mark.parametrize("harm", FEWER_HARMS)
def test_a_lost_file_is_noticed_while_nobody_writes(
    tmp_path: Path, article: str, harm: Callable[[Path, Path], None]
) -> None:
    path, other = tmp_path / "g.musnad", tmp_path / "other.musnad"
    made(path, article)
    made(other, f"{article} نص آخر", marks=2)
    heard: list[FileLostError] = []
    with Project.open(path) as project:
        project.watch(heard.append)
        harm(path, other)
        _wait_until(lambda: bool(heard))
    assert heard[0].saved is not None
    assert count(heard[0].saved) == MARKS


def test_when_the_folder_is_gone_too_the_message_says_where_everything_is(
    tmp_path: Path, article: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    path = tmp_path / "work" / "g.musnad"
    path.parent.mkdir()
    document = made(path, article)
    project = Project.open(path)
    project.annotate(document, (0, 3), "cue")
    shutil.rmtree(path.parent)
    with pytest.raises(FileLostError, match=str(home)) as told:
        project.annotate(document, (0, 3), "cue")
    project.close()
    assert told.value.saved is not None
    assert count(told.value.saved) == MARKS + 1


def test_what_was_written_to_a_file_that_is_lost_is_saved_when_it_is_closed(tmp_path: Path, article: str) -> None:
    path = tmp_path / "g.musnad"
    with pytest.raises(FileLostError) as told, Project.create(path) as project:
        project.add_document(article)
        path.unlink()
    assert told.value.saved is not None
    assert count(told.value.saved) == 0


def test_a_loss_that_cannot_be_saved_anywhere_is_tried_again_at_each_change(
    tmp_path: Path, article: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "g.musnad"
    document = made(path, article)
    project = Project.open(path)
    project.annotate(document, (0, 3), "cue")
    path.unlink()
    with monkeypatch.context() as patch:
        patch.setattr("annotator.store.copies._elsewhere", list)
        patch.setattr("annotator.store.copies.quick", _no_room)
        with pytest.raises(FileLostError, match="No space left"):
            project.annotate(document, (0, 3), "cue")
    with pytest.raises(FileLostError, match="is saved in") as told:
        project.annotate(document, (0, 3), "cue")
    project.close()
    assert told.value.saved is not None
    assert count(told.value.saved) == MARKS + 1


def _no_room(_draft: Path) -> sqlite3.Connection:
    raise OSError(28, "No space left on device")


def test_touching_the_file_or_another_program_that_writes_through_sqlite_is_no_loss(
    tmp_path: Path, article: str
) -> None:
    path = tmp_path / "g.musnad"
    document = made(path, article)
    with Project.open(path) as project:
        project.annotate(document, (0, 3), "cue")
        run("touch", path)
        project.annotate(document, (0, 3), "cue")
        run(
            sys.executable,
            "-c",
            f"import sqlite3; c = sqlite3.connect({str(path)!r}); c.execute('ANALYZE'); c.commit();"
            "c.execute('PRAGMA wal_checkpoint'); c.close()",
        )
        project.annotate(document, (0, 3), "cue")
    assert count(path) == MARKS + 3


# Logs of other files


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


# Copies


def test_a_copy_made_while_the_project_is_open_and_idle_is_whole(tmp_path: Path, article: str) -> None:
    path, copy = tmp_path / "v.musnad", tmp_path / "copy.musnad"
    with Project.create(path) as project:
        document = project.add_document(article)
        for _ in range(30):
            project.annotate(document.id, (4, 26), "actor")
        _wait_until(lambda: _whole(path, copy, 30))
        # A pause is a pause, also when the last one is over.
        project.annotate(document.id, (4, 26), "actor")
        _wait_until(lambda: _whole(path, copy, 31))
        project.annotate(document.id, (4, 26), "actor")
        project.fold_soon()
        _wait_until(lambda: _whole(path, copy, 32))


def _whole(path: Path, copy: Path, marks: int) -> bool:
    run("cp", path, copy)
    try:
        return count(copy) == marks
    except (AssertionError, ProjectError):
        # Made at the very moment in which the log was folded in.
        return False


def test_a_saved_copy_is_whole_at_once_and_a_project_of_its_own(tmp_path: Path, article: str) -> None:
    folder = tmp_path / "copies"
    folder.mkdir()
    heard: list[tuple[int, int]] = []
    with Project.create(tmp_path / "v.musnad") as project:
        (tmp_path / "v.musnad").chmod(0o600)
        document = project.add_document(article)
        project.annotate(document.id, (4, 26), "actor")
        copy = project.save_copy(tmp_path / "copy.musnad", progress=lambda *done: heard.append(done))
        assert project.save_copy(folder) == folder / "v.musnad"
        project.annotate(document.id, (4, 26), "actor")
        with pytest.raises(ProjectError, match="exists already"):
            project.save_copy(copy)
        with pytest.raises(ProjectError, match="exists already"):
            project.save_copy(project.path)
        with pytest.raises(ProjectError, match="no folder"):
            project.save_copy(tmp_path / "none" / "copy.musnad")
    assert heard and heard[-1][0] == heard[-1][1]
    assert copy.stat().st_mode & 0o777 == 0o600
    assert count(copy) == 1
    with Project.open(copy) as project:
        assert len(project.summaries()) == 1


@pytest.mark.heavy
def test_a_saved_copy_put_over_a_crashed_project_is_what_it_was(tmp_path: Path, article: str) -> None:
    path, copy = tmp_path / "v.musnad", tmp_path / "copy.musnad"
    made(path, article)
    killed(path, 3)
    with Project.open(path, read_only=True) as project:
        project.save_copy(copy)
    killed(path, 3)
    shutil.copy(copy, path)
    assert count(path) == MARKS + 3


# Names


@pytest.mark.parametrize(
    "link", ["file", *(pytest.param(one, marks=pytest.mark.heavy) for one in ("folder", "spelling"))]
)
def test_every_way_to_the_file_leads_to_one_lock_and_one_log(tmp_path: Path, article: str, link: str) -> None:
    (tmp_path / "a").mkdir()
    path = tmp_path / "a" / "s.musnad"
    document = made(path, article)
    other = {
        "file": tmp_path / "link.musnad",
        "folder": tmp_path / "b" / "s.musnad",
        "spelling": tmp_path / "a" / ".." / "a" / "s.musnad",
    }[link]
    if link == "file":
        other.symlink_to(path)
    if link == "folder":
        other.parent.symlink_to(path.parent)
    with Project.open(other) as project:
        project.annotate(document, (0, 3), "cue")
        for one in (path, other):
            with pytest.raises(ProjectError, match="open in another Musnad"):
                Project.open(one)
        assert (tmp_path / "a" / "s.musnad-lock").exists()
    killed(other, 2)
    assert count(path) == MARKS + 3


def test_a_hard_link_is_refused_for_writing(tmp_path: Path, article: str) -> None:
    path, hard = tmp_path / "s.musnad", tmp_path / "hard.musnad"
    made(path, article)
    hard.hardlink_to(path)
    for one in (path, hard):
        with pytest.raises(ProjectError, match="musnad copy"):
            Project.open(one)
        assert count(one) == MARKS
    with Project.open(hard, read_only=True) as project:
        project.save_copy(tmp_path / "copy.musnad")
    assert count(tmp_path / "copy.musnad") == MARKS


@pytest.mark.parametrize("letters", [pytest.param(119, marks=pytest.mark.heavy), 120, 121, 130])
def test_a_name_is_made_or_told_to_be_too_long(tmp_path: Path, article: str, letters: int) -> None:
    path = tmp_path / f"{'ب' * letters}.musnad"
    if letters <= 120:
        document = made(path, article)
        killed(path, 2)
        with Project.open(path) as project:
            path.unlink()
            with pytest.raises(FileLostError) as told:
                project.annotate(document, (0, 3), "cue")
        assert told.value.saved is not None
        assert count(told.value.saved) == MARKS + 2
    else:
        with pytest.raises(ProjectError, match="too long"):
            Project.create(path)


def test_a_path_that_is_too_long_for_sqlite_is_told(tmp_path: Path, article: str) -> None:
    folder = tmp_path
    while len(os.fsencode(folder)) < 480:
        folder /= "ف" * 20
    folder.mkdir(parents=True)
    path = folder / "مشروع.musnad"
    with pytest.raises(ProjectError, match=r"is too long: .* nearer to the top"):
        Project.create(path)
    made(tmp_path / "p.musnad", article)
    shutil.copy(tmp_path / "p.musnad", path)
    with pytest.raises(ProjectError, match=r"is too long: .* nearer to the top"):
        Project.open(path)


@pytest.mark.parametrize("size", range(464, 513, 4))
def test_every_length_of_a_path_works_or_is_told_to_be_too_long(tmp_path: Path, size: int) -> None:
    folder = tmp_path
    while (room := size - len(os.fsencode(folder)) - len("/p.musnad")) > 120:
        folder /= "d" * 100
    path = folder / ("d" * (room - 1)) / "p.musnad"
    path.parent.mkdir(parents=True)
    assert len(os.fsencode(path)) == size
    try:
        with Project.create(path) as project:
            project.add_document("قال")
    except ProjectError as error:
        assert "is too long" in str(error)
        assert not path.exists()
    else:
        with Project.open(path) as project:
            project.add_document("نعم")


# Locks


def test_a_lock_that_another_person_left_keeps_nobody_out(tmp_path: Path, article: str) -> None:
    if os.name != "posix" or os.geteuid() != 0:
        pytest.skip("only root can become two people")
    shared = tmp_path / "shared"
    shared.mkdir()
    shared.chmod(0o777)
    path = shared / "a.musnad"
    document = made(path, article)
    path.chmod(0o666)
    (shared / "a.musnad-lock").touch()
    (shared / "a.musnad-lock").chmod(0o644)
    for folder in (*tmp_path.parents, tmp_path):
        folder.chmod(folder.stat().st_mode | 0o055)
    code = f"""
import os
from pathlib import Path
from annotator import Project
# What is imported when it is first used lies where only root may read.
with Project.create({str(tmp_path / "warm.musnad")!r}) as project:
    project.annotate(project.add_document("نص قصير").id, (0, 2), "cue")
os.setuid(54321)
with Project.open({str(path)!r}, annotator="omar") as project:
    project.annotate({document!r}, (0, 3), "cue")
"""
    subprocess.run([sys.executable, "-c", code], check=True)
    assert count(path) == MARKS
    with Project.open(path, read_only=True) as project:
        assert len(project.spans(document, "omar")) == 1


def test_the_lock_may_be_asked_for_by_whoever_may_write_to_the_project(tmp_path: Path, article: str) -> None:
    path = tmp_path / "a.musnad"
    made(path, article)
    path.chmod(0o660)
    with Project.open(path):
        assert (tmp_path / "a.musnad-lock").stat().st_mode & 0o777 == 0o660


def test_looking_at_a_project_a_second_time_takes_no_lock_away_from_the_first(tmp_path: Path, article: str) -> None:
    path = tmp_path / "k.musnad"
    document = made(path, article, marks=0)
    code = f"""
import os, signal, sqlite3, subprocess, sys
from annotator import Project
from annotator.errors import ProjectError
from annotator.services.door import keeper
keeper.PAUSE_S, keeper.LONGEST_S = 100, 100
first = Project.open({str(path)!r})
first.annotate({document!r}, (0, 3), "cue")
for attempt in (dict(), dict(read_only=True)):
    try:
        Project.open({str(path)!r}, **attempt).close()
    except ProjectError:
        pass
other = "import sqlite3; c = sqlite3.connect({str(path)!r}); print(c.execute('SELECT 1').fetchone()); c.close()"
subprocess.run([sys.executable, "-c", other], check=True)
for _ in range(20):
    first.annotate({document!r}, (0, 3), "cue")
os.kill(os.getpid(), signal.SIGKILL)
"""
    subprocess.run([sys.executable, "-c", code], check=False, stdout=subprocess.DEVNULL)
    assert count(path) == 21


def _wait_until(is_true: Callable[[], bool], seconds: float = 10.0) -> None:
    end = time.monotonic() + seconds
    while not is_true():
        assert time.monotonic() < end, "nothing happened"
        time.sleep(0.05)


def test_nothing_of_a_closed_project_is_remembered_as_open(tmp_path: Path, article: str) -> None:
    path = tmp_path / "k.musnad"
    made(path, article)
    with Project.open(path), closing(sqlite3.connect(path)):
        assert held.is_held(path)
    assert not held.is_held(path)


def test_what_colleagues_send_meets_the_same_care(tmp_path: Path, article: str) -> None:
    path, theirs = tmp_path / "g.musnad", tmp_path / "theirs.musnad"
    document = made(path, article)
    shutil.copy(path, theirs)
    with Project.open(theirs, annotator="omar") as project:
        project.annotate(document, (0, 3), "cue")
        sent = project.changes_since({})
    with Project.open(path) as project:
        project.watch(lambda _error: None)
        project.apply(sent)
        assert len(project.spans(document, "omar")) == 1
        path.unlink()
        with pytest.raises(FileLostError) as told:
            project.apply(sent)
    assert told.value.saved is not None
    with Project.open(told.value.saved, read_only=True) as project:
        assert len(project.spans(document, "omar")) == 1
