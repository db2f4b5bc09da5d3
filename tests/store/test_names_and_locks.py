"""Names, links and locks of a project file: one lock, one log, and nobody kept out."""

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from annotator import Project, held
from annotator.errors import FileLostError, ProjectError
from tests.store.harm import MARKS, count, killed, made


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
