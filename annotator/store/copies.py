"""Whole copies of an open project: for a person, before a migration, and when the file itself is lost."""

import contextlib
import errno
import os
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

from annotator.drafts import draft_folder
from annotator.store import seals
from annotator.store.free_names import free_name

CopyProgress = Callable[[int, int], object]
"""Hears how many pages of how many are copied; raise something to stop."""
Add = Callable[[sqlite3.Connection, Path], object]
"""Writes something into a copy that is being made: a connection to it, and where it is until then."""
PAGES_AT_ONCE = 1024


class RescueError(Exception):
    """Raised when the content of a lost file cannot be saved."""


@contextlib.contextmanager
def drafted(path: Path, mode: int | None = None) -> Iterator[Path]:
    """An empty file that gets the name `path` when the block ends well, with these permissions.

    Whoever fills it must have closed it by then. Raises FileExistsError if there is something at `path`, which stays
    as it is; OSError.
    """
    # SQLite's companions of it are in a folder with it, and leave with that.
    with draft_folder(path.parent) as folder:
        draft = folder / "draft"
        # Before there is anything in it that not everybody may read.
        os.close(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o666 if mode is None else 0o600))
        if mode is not None:
            draft.chmod(mode)
        yield draft
        _flush(draft)
        if os.path.lexists(path):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))
        draft.rename(path)
    _flush_folder(path.parent)


def quick(draft: Path) -> sqlite3.Connection:
    """A connection to a draft, which need not outlive a power cut before it has its name."""
    connection = sqlite3.connect(draft, isolation_level=None)
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute("PRAGMA journal_mode = MEMORY")
    return connection


def copy(
    connection: sqlite3.Connection,
    path: Path,
    mode: int | None = None,
    progress: CopyProgress | None = None,
    add: Add | None = None,
) -> None:
    """Write what this connection sees into a new file at `path`. It appears whole or not at all.

    `mode`: the permissions of the file. `add` is called once everything is in it. Raises FileExistsError for a name
    that is taken (by a link too), OSError, sqlite3.Error.
    """

    def tell(_status: int, remaining: int, total: int) -> None:
        if progress is not None:
            progress(total - remaining, total)

    with drafted(path, mode) as draft:
        with contextlib.closing(quick(draft)) as made:
            connection.backup(made, pages=PAGES_AT_ONCE if progress else -1, progress=tell)
        with contextlib.closing(quick(draft)) as made:
            if add is not None:
                add(made, draft)
            seals.renew(made)


def rescue(connection: sqlite3.Connection, path: Path, mode: int, add: Add) -> Path:
    """Save what this connection sees, and what `add` writes, beside `path`, whose own file is lost; return where.

    Where the folder is gone or full or read-only too, the person's folder and the one for temporary files take it.
    Raises RescueError if nothing does, or if too much of it is lost already.
    """

    def check_and_add(made: sqlite3.Connection, draft: Path) -> None:
        _check(made)
        # What does not fit any more is no reason to lose everything else.
        with contextlib.suppress(sqlite3.Error):
            made.row_factory = sqlite3.Row
            add(made, draft)

    reasons = []
    for folder in (path.parent, *_elsewhere()):
        saved = free_name(path, "rescued", folder=folder)
        try:
            copy(connection, saved, mode, add=check_and_add)
        except (OSError, sqlite3.Error) as error:
            reasons.append(str(error))
        else:
            return saved
    raise RescueError(reasons[0])


def _check(made: sqlite3.Connection) -> None:
    """Raise RescueError unless a copy holds together."""
    try:
        answer = str(made.execute("PRAGMA integrity_check(1)").fetchone()[0])
    except sqlite3.DatabaseError as error:
        raise RescueError(str(error)) from error
    if answer != "ok":
        raise RescueError(answer.splitlines()[0])


def _elsewhere() -> list[Path]:
    import tempfile

    found = []
    for place in (Path.home, lambda: Path(tempfile.gettempdir())):
        with contextlib.suppress(RuntimeError, OSError):
            found.append(place())
    return found


def _flush(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _flush_folder(folder: Path) -> None:
    """Make a new name last; systems that cannot do that to a folder keep names safe in their own way."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
