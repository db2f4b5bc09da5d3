"""Opening a project file: the lock, the pragmas, the migration, and connections beside the first one."""

import contextlib
import sqlite3
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from annotator import drafts, held, paths
from annotator.errors import ProjectError
from annotator.store import blinding, copies, logs, migrations
from annotator.store.bounded import BoundedConnection, long_work
from annotator.store.explaining import told
from annotator.store.free_names import free_name
from annotator.store.lock import FileLock, LockedError, lock_of, project_lock
from annotator.store.open_file import CACHE_KIB, OpenFile
from annotator.store.preflight import check_has_one_name, check_is_project, check_room, real_path, taken
from annotator.store.shape import check_shape
from annotator.store.soundness import check_pages, left_by_crash, mended

if TYPE_CHECKING:
    from annotator.store.overlay import Overlay

Connection = sqlite3.Connection
"""The type that the rooms above pass around without knowing SQLite."""

LOCK_TIMEOUT_S = 0.05
"""Seconds for which SQLite itself waits for another program's lock. Whoever can wait longer asks again."""


class Store:
    """A connection to one project file and the lock that keeps other programs from writing to it."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        path: Path,
        file: OpenFile | None = None,
        lock: FileLock | None = None,
        *,
        is_alone: bool = False,
        is_private: bool = False,
        began_log: held.Identity | None = None,
        notices: Sequence[ProjectError] = (),
    ) -> None:
        self.connection = connection
        self.path = path
        """The path of the file, as it was given."""
        self.file = file
        """The keeper of the file; None where it is only read."""
        self.notices = notices
        """Faults that were found and mended while it was opened."""
        self._lock = lock
        self._is_alone = is_alone
        self._is_private = is_private
        self._began_log = began_log
        self._aside: sqlite3.Connection | None = None
        self._ahead: Overlay | None = None
        self.is_closed = False
        self.reader_of: blinding.WhoReads = lambda: None
        """Return the handle of who reads now, from whom others' marks may be hidden (`store.blinding`)."""
        self._held = held.hold(real_path(path))
        self._install(connection)

    @property
    def read_only(self) -> bool:
        return self.file is None

    def aside(self) -> sqlite3.Connection | None:
        """A second connection, which reads what was written last while the first one is writing; None as `reader`."""
        if self._aside is None:
            self._aside = self.reader()
            if self._aside is not None:
                self._aside.execute("PRAGMA query_only = ON")
        return self._aside

    def ahead(self) -> "Overlay | None":
        """A third connection, for edits that wait until they can be written; None as `reader`."""
        if self._ahead is None:
            from annotator.store.overlay import Overlay

            connection = self.reader()
            self._ahead = None if connection is None else Overlay(connection)
        return self._ahead

    def reader(self) -> sqlite3.Connection | None:
        """A new connection that only reads the file; whoever asks for it closes it.

        None if only what is open already leads to it: the file is not in its place any more, or what is read is a copy
        of this connection's own.
        """
        if self.is_closed:
            raise sqlite3.ProgrammingError("Cannot operate on a closed database.")
        if self._is_private:
            return None
        if self.file is not None and self.file.is_lost():
            return None
        connection = _connect(real_path(self.path), read_only=True, is_alone=self._is_alone)
        # It was opened by the file's name, under which there may be another file since a moment.
        if self.file is not None and self.file.is_lost():
            connection.close()
            return None
        self._install(connection)
        return connection

    def _install(self, connection: sqlite3.Connection) -> None:
        # Nothing in its schema may run what is not built in.
        connection.execute("PRAGMA trusted_schema = OFF")
        blinding.install(connection, lambda: self.reader_of())

    def close(self) -> None:
        """Close the file and let others write. Closing twice does nothing."""
        if self.is_closed:
            return
        self.is_closed = True
        for beside in (self._aside, self._ahead):
            if beside is not None:
                beside.close()
        self._aside = self._ahead = None
        try:
            if self.file is not None:
                self.file.close()
            else:
                self.connection.close()
        finally:
            held.release(self._held)
            if self._lock is not None:
                self._lock.close()
        if self._began_log is not None:
            _fold_log(real_path(self.path), self._began_log)


def open_store(path: Path, *, read_only: bool = False) -> Store:
    """Open a project file, bringing an older one up to date after a backup beside it.

    Who only reads an older one reads a private copy that is brought up to date, and leaves the file as it is.
    Raises ProjectError: no such file, not a project, damaged, newer, locked by another Musnad, not writable.
    """
    real = real_path(path)
    check_is_project(real, path)
    if not read_only:
        check_has_one_name(real)
    with told(path), contextlib.ExitStack() as undone:
        lock = None
        if not read_only:
            lock = project_lock(real)
            undone.callback(lock.close)
            drafts.sweep(real.parent)
        log = logs.sort_out(real, lock)
        began_log = held.identity_of(real) if read_only and not logs.beside(real, logs.LOG).exists() else None
        connection = _connect(real, read_only=read_only, is_alone=log.is_foreign)
        undone.callback(connection.close)
        up_to_date = _check(connection, real, was_left=log.was_left and read_only)
        is_private = read_only and not up_to_date
        if is_private:
            connection = _newer_copy(connection)
            undone.callback(connection.close)
        _make_ready(connection, real, read_only=read_only, up_to_date=up_to_date)
        notices = [*log.notices, *_left(connection, real, read_only=read_only)] if log.was_left else log.notices
        file = None if read_only else OpenFile(connection, real)
        undone.pop_all()
    return Store(
        connection,
        path,
        file,
        lock,
        is_alone=log.is_foreign,
        is_private=is_private,
        began_log=began_log,
        notices=notices,
    )


def open_foreign(path: Path) -> sqlite3.Connection:
    """A connection that reads a project file from elsewhere, whatever its schema is, and cannot be kept busy.

    Raises ProjectError if it is no project at all.
    """
    real = real_path(path)
    check_is_project(real, path)
    connection = _connect(real, read_only=True)
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA query_only = ON")
    connection.row_factory = None
    return connection


def _fold_log(real: Path, seen: held.Identity) -> None:
    """Take away the empty log that reading leaves beside a file, unless someone began to write meanwhile."""
    with contextlib.suppress(LockedError, OSError, sqlite3.Error):
        if logs.beside(real, logs.LOG).exists() and held.identity_of(real) == seen:
            lock = lock_of(real)
            try:
                with contextlib.closing(_open(f"{real.as_uri()}?mode=rw")) as connection:
                    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            finally:
                lock.close()


def _connect(real: Path, *, read_only: bool, is_alone: bool = False) -> sqlite3.Connection:
    """`is_alone`: read the file as it is, without the log beside it."""
    uri = real.as_uri() + "?mode=" + ("ro" if read_only else "rw")
    connection = _open(uri + ("&immutable=1" if is_alone else ""))
    if read_only:
        try:
            connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone()
        except sqlite3.OperationalError as error:
            # A read-only folder cannot hold the files of a WAL reader. Without a log to replay, the file
            # itself is the whole truth.
            connection.close()
            if logs.has_log(real):
                raise logs.unreplayable(real) from error
            connection = _open(uri + "&immutable=1")
    return connection


def _open(uri: str) -> sqlite3.Connection:
    # All threads share a connection; the locks of ProjectFile let one in at a time.
    connection = sqlite3.connect(
        uri,
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        timeout=LOCK_TIMEOUT_S,
        factory=BoundedConnection,
    )
    connection.row_factory = sqlite3.Row
    return connection


def _check(connection: sqlite3.Connection, path: Path, *, was_left: bool) -> bool:
    """Make a connection safe for a file that may come from anyone; return whether it is as this program writes them.

    `was_left`: a crash left a log beside it, which is not to be mended now.
    """
    # Nothing in its schema may run what is not built in.
    connection.execute("PRAGMA trusted_schema = OFF")
    if sys.version_info >= (3, 12):
        connection.setconfig(sqlite3.SQLITE_DBCONFIG_DEFENSIVE, True)
    up_to_date = migrations.check_version(connection, path.name)
    # First of all: checking a file already runs what its schema says.
    check_shape(connection, path)
    connection.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
    check_pages(connection, path, was_left=was_left)
    return up_to_date


def _newer_copy(connection: sqlite3.Connection) -> sqlite3.Connection:
    """Return a copy of what a connection reads, brought up to date, and close that connection.

    It lies where SQLite keeps what has no name: nothing is left of it, however the program ends.
    """
    made = _open("file:")
    try:
        with contextlib.closing(connection):
            connection.backup(made)
        made.execute("PRAGMA trusted_schema = OFF")
        with long_work(made):
            migrations.migrate(made)
    except BaseException:
        made.close()
        raise
    return made


def _make_ready(connection: sqlite3.Connection, path: Path, *, read_only: bool, up_to_date: bool) -> None:
    if read_only:
        connection.execute("PRAGMA query_only = ON")
    else:
        _make_writable(connection, path, up_to_date=up_to_date)


def _left(connection: sqlite3.Connection, path: Path, *, read_only: bool) -> list[ProjectError]:
    """Return what to tell of a file beside which a crash left a log."""
    return [*([] if read_only else mended(connection, path)), *left_by_crash(connection, path)]


def _make_writable(connection: sqlite3.Connection, path: Path, *, up_to_date: bool) -> None:
    if not up_to_date:
        _back_up(connection, path)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    if not up_to_date:
        with long_work(connection):
            migrations.migrate(connection)
    connection.execute("PRAGMA foreign_keys = ON")


def _back_up(connection: sqlite3.Connection, path: Path) -> None:
    """Copy the file beside itself before a migration changes it. An earlier backup stays as it is."""
    backup = free_name(path, f"before-version-{migrations.VERSION}")
    try:
        copies.copy(connection, backup, held.mode_of(path))
    except (OSError, sqlite3.OperationalError) as error:
        raise ProjectError(
            "{name} was made by an older Musnad, and the backup that is made before it is brought up to date cannot "
            "be written ({reason}). Make room for it in {folder} and open it again; nothing was changed.",
            name=path.name,
            reason=paths.reason(error) if isinstance(error, OSError) else str(error),
            folder=str(path.parent),
        ) from error


def save_copy(
    connection: sqlite3.Connection, out: Path, path: Path, progress: copies.CopyProgress | None = None
) -> None:
    """Write what this connection sees of the project at `path` into a new file. Raises ProjectError."""
    real = real_path(out)
    check_room(real, out)
    with told(out):
        try:
            copies.copy(connection, real, held.mode_of(path), progress)
        except FileExistsError as error:
            raise taken(out) from error
