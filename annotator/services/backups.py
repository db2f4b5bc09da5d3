"""Backups that are made while somebody works: whole copies of a project in a folder beside it, a bounded number.

Nothing is ever written over, and nothing is removed but what this module made: `FOLDER/STEM.backup-TIME.musnad`. The
backups that a migration makes lie elsewhere and under another name.
"""

import contextlib
import re
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import msgspec

from annotator import paths
from annotator.errors import InputError, ProjectError
from annotator.services.door.keeping import Keeping
from annotator.store.copies import CopyProgress
from annotator.store.free_names import cut, free_name
from annotator.store.protected import SUFFIX, is_project

NEWEST_KEPT = 8
"""Backups that are kept whatever their age."""
DAYS_KEPT = 7
"""Days with a backup of which the last backup is kept."""
FOLDER_SUFFIX = ".backups"
_TIME = "%Y-%m-%dT%H%M%SZ"
_NAME = re.compile(r".*\.backup-(\d{4}-\d\d-\d\dT\d{6}Z)(?:-(\d+))?" + re.escape(SUFFIX), re.DOTALL)


class Backup(msgspec.Struct, frozen=True, order=True):
    """A backup of a project. They are in the order in which they were made."""

    made: datetime
    """In UTC."""
    number: int
    path: Path


def folder_of(project: Path) -> Path:
    """Return the folder of a project's backups, which need not be there."""
    return project.with_name(cut(project.stem, paths.NAME_BYTES - len(FOLDER_SUFFIX)) + FOLDER_SUFFIX)


def backups(project: Path) -> list[Backup]:
    """Return the backups of a project, the oldest first; none where their folder cannot be read."""
    found: list[Backup] = []
    with contextlib.suppress(OSError):
        found = [one for path in folder_of(project).iterdir() if (one := _backup(path)) is not None]
    return sorted(found)


def _backup(path: Path) -> Backup | None:
    named = _NAME.fullmatch(path.name)
    if named is None:
        return None
    try:
        made = datetime.strptime(named[1], _TIME).replace(tzinfo=UTC)
        is_one = is_project(path)
    except (OSError, ValueError):
        return None
    return Backup(made, int(named[2] or 1), path) if is_one else None


def back_up(project: Keeping, progress: CopyProgress | None = None, now: datetime | None = None) -> Path:
    """Copy an open project into the folder of its backups, remove those that are too many, and return the copy.

    `progress(done, total)` counts pages. Raises ProjectError, which names the folder, if nothing can be written there.
    """
    folder = folder_of(project.path)
    with paths.told(folder, "written", ProjectError):
        folder.mkdir(exist_ok=True)
    what = f"backup-{(now or datetime.now(UTC)).strftime(_TIME)}"
    made = project.save_copy(free_name(project.path.with_suffix(SUFFIX), what, folder=folder), progress)
    for one in superfluous(backups(project.path)):
        with contextlib.suppress(OSError, InputError):
            one.path.unlink()
    return made


def superfluous(made: Sequence[Backup]) -> list[Backup]:
    """Return the backups that may go: neither among the newest, nor the last of one of the latest days."""
    newest_first = sorted(made, reverse=True)
    last_of_days: dict[date, Backup] = {}
    for one in newest_first:
        last_of_days.setdefault(one.made.date(), one)
    kept = {*newest_first[:NEWEST_KEPT], *list(last_of_days.values())[:DAYS_KEPT]}
    return [one for one in newest_first if one not in kept]
