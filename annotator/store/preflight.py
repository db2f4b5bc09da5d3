"""Checks before a project file is opened: that it is one, and that SQLite will find its companions."""

import contextlib
import errno
import os
import sqlite3
from pathlib import Path

from annotator import paths
from annotator.errors import ProjectError
from annotator.store.free_names import COMPANION_ROOM, DRAFT_BYTES, PATH_BYTES
from annotator.store.schema import APPLICATION_ID
from annotator.visible import printable


def real_path(path: Path) -> Path:
    """Return the path of the file itself: its lock and its log lie there, whatever link or spelling leads to it."""
    return paths.resolved(path)


def check_is_project(real: Path, path: Path) -> None:
    """Raise ProjectError unless there is a file that says it is a project.

    It is looked at through SQLite, which alone may open it: see `held`. `path` is how the person named it.
    """
    match paths.kind(path, ProjectError):
        case "missing":
            raise ProjectError("There is no project {path}. Make one with: musnad new {path}", path=str(path))
        case "folder":
            raise ProjectError("{path} is a folder, not a project.", path=str(path))
        case "device":
            raise ProjectError("{path} is a device or a pipe, not a project.", path=str(path))
    check_room(real, path)
    if _application(real, path) not in (APPLICATION_ID, None):
        raise ProjectError("{name} is not a Musnad project.", name=path.name or str(path))


def _application(real: Path, path: Path) -> int | None:
    """Return the application id in the header; None if the file is too broken to say, 0 if it is no database."""
    with paths.told(path, "read", ProjectError):
        if not paths.allows(real, os.R_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    try:
        with contextlib.closing(sqlite3.connect(f"{real.as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
            return int(connection.execute("PRAGMA application_id").fetchone()[0])
    except sqlite3.DatabaseError as error:
        return 0 if error.sqlite_errorcode == sqlite3.SQLITE_NOTADB else None


def check_room(real: Path, path: Path) -> None:
    """Raise ProjectError for a name or path that leaves no room for what SQLite adds to it.

    `path` is how the person named it.
    """
    for one in (path, real):
        paths.check_room(one, COMPANION_ROOM, ProjectError)
    size = len(os.fsencode(real))
    # A short name in a deep folder leaves no room for the draft, without which nothing can be made or saved there.
    most = min(PATH_BYTES, PATH_BYTES - DRAFT_BYTES + size - len(os.fsencode(real.parent)))
    if size > most:
        raise ProjectError(
            "The path {path} is too long: {size} bytes, and {most} are allowed (an Arabic letter takes two). "
            "Use a folder nearer to the top.",
            path=printable(real),
            size=size,
            most=most,
        )


def check_has_one_name(real: Path) -> None:
    """Raise ProjectError for a file with a second name: lock and log lie beside a name, so each would have its own."""
    if real.stat().st_nlink > 1:
        raise ProjectError(
            "{name} has a second name (a hard link), through which others could write to it unseen. Copy it with "
            "musnad copy {name} NEW.musnad, and open the copy.",
            name=real.name,
        )


def taken(path: Path) -> ProjectError:
    """Return what to tell of a name that something has already."""
    return ProjectError("{name} exists already. Choose another name, or open it.", name=path.name or str(path))
