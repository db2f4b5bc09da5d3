"""The check of a file that is being opened, and the effects of a crash or a power cut on it."""

import sqlite3
from pathlib import Path

from annotator.errors import ProjectError

CHECKED_AT_OPEN = 32 * 1024 * 1024
"""Files up to this many bytes are checked whole when opened; larger ones by `musnad check`."""


def check_pages(connection: sqlite3.Connection, path: Path, *, was_left: bool) -> None:
    """Raise ProjectError for a file that is damaged, so far as it is not too large to look at.

    `was_left`: a crash left its log, which takes a closer look.
    """
    if path.stat().st_size > CHECKED_AT_OPEN:
        return
    fault = _fault(connection, "quick")
    if fault is not None:
        raise damaged(path, fault)
    fault = _fault(connection, "integrity") if was_left else None
    if fault is not None:
        raise broken(path, fault)


def mended(connection: sqlite3.Connection, path: Path) -> list[ProjectError]:
    """Make the indexes anew where a crash broke only those, and return what to tell of it."""
    fault = None if path.stat().st_size > CHECKED_AT_OPEN else _fault(connection, "integrity")
    if fault is None:
        return []
    try:
        connection.execute("REINDEX")
    except sqlite3.IntegrityError as error:
        raise damaged(path, fault) from error
    if _fault(connection, "integrity") is not None:
        raise damaged(path, fault)
    return [
        ProjectError(
            "{name} was not closed properly, and indexes of it were broken ({reason}). They were made anew.",
            name=path.name,
            reason=fault,
        )
    ]


def left_by_crash(connection: sqlite3.Connection, path: Path) -> list[ProjectError]:
    """Return the notices about a file whose last changes a crash or a power cut has torn apart."""
    from annotator.store.check import last_written

    found = last_written(connection)
    if not found:
        return []
    return [
        ProjectError(
            "{name} was not closed properly, and the last changes do not hold together ({first}). Look at it with "
            "musnad check {name}; with --repair it puts back what can be put back.",
            name=path.name,
            first=found[0],
        )
    ]


def _fault(connection: sqlite3.Connection, kind: str) -> str | None:
    answer = str(connection.execute(f"PRAGMA {kind}_check(1)").fetchone()[0])
    # Before what is wrong, some versions of SQLite name the database it is in.
    return None if answer == "ok" else answer.splitlines()[-1]


def damaged(path: Path, reason: str) -> ProjectError:
    """Return what to tell of a file that only a copy can replace."""
    return ProjectError(
        "{name} is damaged ({reason}). Keep the file as it is and go back to a copy or backup of it.",
        name=path.name,
        reason=reason,
    )


def broken(path: Path, reason: str) -> ProjectError:
    """Return what to tell of a row or index that can be put back or made anew."""
    return ProjectError(
        "{name} is damaged ({reason}). This puts back what can be put back: musnad check {name} --repair",
        name=path.name,
        reason=reason,
    )
