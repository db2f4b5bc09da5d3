"""Backups made while somebody works: whole, never over anything, and a bounded number of them."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator import Project
from annotator.errors import ProjectError
from annotator.services.backups import DAYS_KEPT, NEWEST_KEPT, Backup, back_up, backups, folder_of, superfluous

START = datetime(2026, 3, 1, 8, tzinfo=UTC)


def test_a_backup_holds_all_that_the_project_holds(project: Project, article: str) -> None:
    document = project.add_document(article)
    project.annotate(document.id, (0, 3), "cue")
    made = back_up(project)
    assert made.parent == folder_of(project.path) and made.parent.parent == project.path.parent
    with Project.open(made) as copy:
        assert [one.id for one in copy.spans(document.id)] == [one.id for one in project.spans(document.id)]


def test_two_backups_of_one_moment_are_two_files(project: Project) -> None:
    first, second = back_up(project, now=START), back_up(project, now=START)
    assert first != second and first.exists()
    assert [one.path for one in backups(project.path)] == [first, second]


def test_the_oldest_go_and_nothing_else_does(project: Project) -> None:
    folder = folder_of(project.path)
    folder.mkdir()
    others = [
        folder / "p.before-version-3.musnad",
        folder / "p.backup-2020-01-01T000000Z.musnad",
        folder / "notes.txt",
        project.path.with_name("p.before-version-3.musnad"),
    ]
    for other in others:
        other.write_text("mine")
    made = [back_up(project, now=START + timedelta(minutes=minutes)) for minutes in range(NEWEST_KEPT + 3)]
    assert [one.path for one in backups(project.path)] == made[3:]
    assert all(other.read_text() == "mine" for other in others)


@given(st.lists(st.integers(0, 60 * 24 * 40), unique=True, max_size=60))
def test_what_is_kept_is_the_newest_and_a_backup_of_each_of_the_latest_days(minutes: list[int]) -> None:
    made = [Backup(START + timedelta(minutes=one), 1, Path(str(one))) for one in minutes]
    gone = superfluous(made)
    kept = [one for one in made if one not in gone]
    assert len(kept) <= NEWEST_KEPT + DAYS_KEPT
    assert set(sorted(made)[-NEWEST_KEPT:]) <= set(kept)
    days = sorted({one.made.date() for one in made})[-DAYS_KEPT:]
    assert set(days) <= {one.made.date() for one in kept}


def test_a_folder_that_takes_nothing_is_named(project: Project, without_privileges: Callable[[], None]) -> None:
    folder_of(project.path).mkdir(mode=0o500)
    without_privileges()
    with pytest.raises(ProjectError, match=r"p\.backups"):
        back_up(project)
    assert backups(project.path) == []


def test_a_file_in_the_place_of_the_folder_is_told_and_stays(project: Project) -> None:
    folder_of(project.path).write_text("mine")
    with pytest.raises(ProjectError, match=r"p\.backups"):
        back_up(project)
    assert folder_of(project.path).read_text() == "mine"
