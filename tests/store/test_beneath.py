"""The file beneath an open project may be deleted, moved, overwritten, copied or linked: nothing is lost by it."""

import shutil
import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from annotator import Project, held
from annotator.errors import FileLostError, ProjectError
from tests.store.harm import FEWER_HARMS, HARMS, MARKS, count, cut, empty, killed, made, run, wait_until


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
        wait_until(lambda: bool(heard))
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


# Copies


def test_a_copy_made_while_the_project_is_open_and_idle_is_whole(tmp_path: Path, article: str) -> None:
    path, copy = tmp_path / "v.musnad", tmp_path / "copy.musnad"
    with Project.create(path) as project:
        document = project.add_document(article)
        for _ in range(30):
            project.annotate(document.id, (4, 26), "actor")
        wait_until(lambda: _whole(path, copy, 30))
        # A pause is a pause, also when the last one is over.
        project.annotate(document.id, (4, 26), "actor")
        wait_until(lambda: _whole(path, copy, 31))
        project.annotate(document.id, (4, 26), "actor")
        project.fold_soon()
        wait_until(lambda: _whole(path, copy, 32))


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
