"""The place of an open project file, and whether it still lies there: others may delete, move or overwrite it."""

import contextlib
import errno
import os
import sqlite3
import stat
from pathlib import Path
from typing import Literal

from annotator import held
from annotator.store import logs, seals

Loss = Literal["gone", "replaced", "overwritten"]
"""Nothing is at the path any more; another file is; the same file has another content."""
_GONE = frozenset({errno.ENOENT, errno.ENOTDIR})


class FilePlace:
    """The file at a path as it was when this process last wrote to it. Made while the file is open."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._log: held.Identity | None = None
        self.renew()

    def renew(self) -> None:
        """Take the file as it is now for what it should be: this process has just written to it."""
        self._seen = self.path.stat()

    def note_log(self) -> None:
        """Note which file is the log that this process writes to, once there is one."""
        if self._log is None:
            self._log = held.identity_of(logs.beside(self.path, logs.LOG))

    @property
    def mode(self) -> int:
        """The permissions of the file."""
        return stat.S_IMODE(self._seen.st_mode)

    def loss(self, chain: seals.Chain | None) -> Loss | None:
        """Return what became of the file, or None if it is in its place.

        `chain`: the seals that it may show; None while this process is writing to it itself. Costs one look at the
        file's status, unless another program has written to it.
        """
        try:
            now = self.path.stat()
        except OSError as error:
            # A folder that may not be entered any more says nothing of what is in it.
            return "gone" if error.errno in _GONE else None
        if not os.path.samestat(now, self._seen):
            return "replaced"
        if chain is not None and (now.st_size, now.st_mtime_ns) != (self._seen.st_size, self._seen.st_mtime_ns):
            if not logs.shows_one_of(self.path, chain):
                return "overwritten"
            self._seen = now
        return None

    def set_log_aside(self) -> Path | None:
        """Give the log that this process wrote, beside a file that is not its own any more, a name of its own."""
        if self._log is None or held.identity_of(logs.beside(self.path, logs.LOG)) != self._log:
            return None
        with contextlib.suppress(OSError):
            return logs.set_aside(self.path, "lost-log")
        return None


def close_unfolded(connection: sqlite3.Connection, path: Path, loss: Loss) -> None:
    """Close a connection without letting SQLite fold its log into what the file is by now.

    SQLite sees by itself when another file is at the path.
    """
    if loss != "overwritten":
        connection.close()
        return
    log = logs.beside(path, logs.LOG)
    had_log = log.exists()
    # Only the last connection folds, and this one, which may not write, never can.
    with contextlib.closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as guard:
        with contextlib.suppress(sqlite3.DatabaseError):
            guard.execute("SELECT count(*) FROM sqlite_master").fetchone()
        connection.close()
    if not had_log and log.exists() and not logs.has_log(path):
        for ending in (logs.LOG, logs.INDEX):
            logs.beside(path, ending).unlink(missing_ok=True)
