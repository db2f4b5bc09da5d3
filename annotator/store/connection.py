"""Opening a project file: the lock, the pragmas, and what SQLite's errors mean to a person."""

import contextlib
import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec

from annotator import paths
from annotator.errors import BusyError, MusnadError, ProjectError, shortened
from annotator.store import migrations, protected
from annotator.store.bounded import BoundedConnection, long_work
from annotator.store.lock import FileLock, LockedError
from annotator.store.overlay import Overlay
from annotator.store.rows import BrokenRowError
from annotator.store.schema import APPLICATION_ID
from annotator.store.shape import check_shape

Connection = sqlite3.Connection
"""What the rooms above pass around without knowing SQLite."""

_NO_TEXT = "Could not decode to UTF-8"
"""How Python's sqlite3 begins to say so."""
COMPANION_ROOM = len("-journal")
"""Bytes that the longest name of a companion adds to a project's."""
LOCK_TIMEOUT_S = 0.05
"""Seconds for which SQLite itself waits for another program's lock. Whoever can wait longer asks again."""
CHECKED_AT_OPEN = 32 * 1024 * 1024
"""Files up to this many bytes are checked whole when opened; larger ones by `musnad check`."""


class Store:
    """A connection to one project file and the lock that keeps other programs from writing to it."""

    def __init__(
        self, connection: sqlite3.Connection, path: Path, lock: FileLock | None, *, began_log: bool = False
    ) -> None:
        self.connection = connection
        self.path = path
        self.read_only = lock is None
        self._lock = lock
        self._began_log = began_log
        self._aside: sqlite3.Connection | None = None
        self._ahead: Overlay | None = None
        self._closed = False
        self._place = protected.note_opened(path)

    def aside(self) -> sqlite3.Connection:
        """A second connection, which reads what was written last while the first one is writing."""
        if self._aside is None:
            self._aside = self.reader()
            self._aside.execute("PRAGMA query_only = ON")
        return self._aside

    def ahead(self) -> Overlay:
        """A third connection, for edits that wait until they can be written."""
        if self._ahead is None:
            self._ahead = Overlay(self.reader())
        return self._ahead

    def reader(self) -> sqlite3.Connection:
        """A new connection that only reads the file; whoever asks for it closes it."""
        if self._closed:
            raise sqlite3.ProgrammingError("Cannot operate on a closed database.")
        connection = _connect(self.path, read_only=True)
        connection.execute("PRAGMA trusted_schema = OFF")
        return connection

    def close(self) -> None:
        """Close the file and let others write. Closing twice does nothing."""
        if not self._closed:
            protected.note_closed(self._place)
        self._closed = True
        for beside in (self._aside, self._ahead):
            if beside is not None:
                beside.close()
        self._aside = self._ahead = None
        self.connection.close()
        if self._lock is not None:
            self._lock.release()
            self._lock = None
        elif self._began_log:
            _fold_log(self.path)


def create_store(path: Path) -> None:
    """Make an empty project file at `path`, which must not exist. It appears whole or not at all."""
    with fresh_file(path) as connection:
        migrations.migrate(connection)


@contextlib.contextmanager
def fresh_file(path: Path) -> Iterator[sqlite3.Connection]:
    """A database with Musnad's mark and nothing else, which gets its name `path` when the block ends well.

    Raises ProjectError if `path` exists or cannot be written.
    """
    if paths.kind(path, ProjectError, "written") != "missing":
        raise ProjectError("{name} exists already. Choose another name, or open it.", name=path.name)
    paths.check_room(path, COMPANION_ROOM, ProjectError)
    with paths.told(path, "written", ProjectError):
        protected.refuse_overwriting(path)
    draft = path.with_name(f".{path.name}.new")
    with told(path):
        draft.unlink(missing_ok=True)
        try:
            with contextlib.closing(sqlite3.connect(draft, isolation_level=None)) as connection:
                connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                connection.execute("PRAGMA synchronous = FULL")
                yield connection
            draft.rename(path)
        finally:
            draft.unlink(missing_ok=True)


def open_store(path: Path, *, read_only: bool = False) -> Store:
    """Open a project file, bringing an older one up to date after a backup beside it.

    Raises ProjectError: no such file, not a project, damaged, newer, locked by another Musnad, not writable.
    """
    _check_header(path)
    began_log = read_only and not _log(path).exists()
    with told(path):
        lock = None if read_only else _lock(path)
        try:
            connection = _connect(path, read_only=read_only)
            try:
                _prepare(connection, path, read_only=read_only)
            except BaseException:
                connection.close()
                raise
        except BaseException:
            if lock is not None:
                lock.release()
            raise
    return Store(connection, path, lock, began_log=began_log)


def open_foreign(path: Path) -> sqlite3.Connection:
    """A connection that reads a project file from elsewhere, whatever its schema is, and cannot be kept busy.

    Raises ProjectError if it is no project at all.
    """
    _check_header(path)
    connection = _connect(path, read_only=True)
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA query_only = ON")
    connection.row_factory = None
    return connection


def _check_header(path: Path) -> None:
    match paths.kind(path, ProjectError):
        case "missing":
            raise ProjectError("There is no project {path}. Make one with: musnad new {path}", path=str(path))
        case "folder":
            raise ProjectError("{path} is a folder, not a project.", path=str(path))
        case "device":
            raise ProjectError("{path} is a device or a pipe, not a project.", path=str(path))
    paths.check_room(path, COMPANION_ROOM, ProjectError)
    with paths.told(path, "read", ProjectError):
        if not protected.is_project(path):
            raise ProjectError("{name} is not a Musnad project.", name=path.name)


def _lock(path: Path) -> FileLock:
    try:
        return FileLock(path.with_name(f"{path.name}-lock"))
    except LockedError:
        raise ProjectError(
            "{name} is open in another Musnad. Close it there first; nothing was changed.", name=path.name
        ) from None
    except OSError as error:
        raise ProjectError(
            "Nothing can be written in {folder} ({reason}). Copy the project to a folder of yours and open it there.",
            folder=str(path.parent),
            reason=error.strerror,
        ) from error


def _log(path: Path) -> Path:
    return path.with_name(f"{path.name}-wal")


def _fold_log(path: Path) -> None:
    """Take away the empty log that reading leaves beside a file, unless someone began to write meanwhile."""
    with contextlib.suppress(LockedError, OSError, sqlite3.Error):
        if _log(path).exists():
            lock = FileLock(path.with_name(f"{path.name}-lock"))
            try:
                with contextlib.closing(sqlite3.connect(path)) as connection:
                    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            finally:
                lock.release()


def _connect(path: Path, *, read_only: bool) -> sqlite3.Connection:
    uri = path.resolve().as_uri() + "?mode=" + ("ro" if read_only else "rw")
    connection = _open(uri)
    if read_only:
        try:
            connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone()
        except sqlite3.OperationalError:
            # A read-only folder cannot hold the files of a WAL reader. Without a log to replay, the file
            # itself is the whole truth.
            connection.close()
            if _log(path).exists():
                raise
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


def _prepare(connection: sqlite3.Connection, path: Path, *, read_only: bool) -> None:
    # A project may come from anyone: nothing in its schema may run what is not built in.
    connection.execute("PRAGMA trusted_schema = OFF")
    if sys.version_info >= (3, 12):
        connection.setconfig(sqlite3.SQLITE_DBCONFIG_DEFENSIVE, True)
    up_to_date = migrations.check_version(connection, path.name)
    # First of all: checking a file already runs what its schema says.
    check_shape(connection, path)
    if path.stat().st_size <= CHECKED_AT_OPEN:
        answer = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
        if answer != "ok":
            raise _damaged(path, str(answer).splitlines()[0])
    if read_only:
        if not up_to_date:
            raise ProjectError(
                "{name} was made by an older Musnad. Open it for writing once to bring it up to date.",
                name=path.name,
            )
        connection.execute("PRAGMA query_only = ON")
        return
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    if not up_to_date:
        _back_up(connection, path)
        with long_work(connection):
            migrations.migrate(connection)
    connection.execute("PRAGMA foreign_keys = ON")


def _back_up(connection: sqlite3.Connection, path: Path) -> None:
    """Copy the file beside itself before a migration changes it."""
    backup = path.with_name(f"{path.stem}.before-version-{migrations.VERSION}{path.suffix}")
    with contextlib.closing(sqlite3.connect(backup)) as copy:
        connection.backup(copy)


def _damaged(path: Path, reason: str) -> ProjectError:
    return ProjectError(
        "{name} is damaged ({reason}). Keep the file as it is and go back to a copy or backup of it.",
        name=path.name,
        reason=shortened(reason),
    )


@contextlib.contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn what SQLite and the system say about `path` into what a person can act on."""
    try:
        yield
    except MusnadError:
        raise
    except sqlite3.Error as error:
        raise _explained(error, path) from error
    except (BrokenRowError, msgspec.DecodeError) as error:
        # A row that another program wrote or broke.
        raise ProjectError(
            "{name} is damaged ({reason}). This puts back what can be put back: musnad check {name} --repair",
            name=path.name,
            reason=shortened(str(error)),
        ) from error
    except OSError as error:
        raise ProjectError(
            "{name} cannot be written: {reason}.", name=path.name, reason=error.strerror or str(error)
        ) from error


def contradicts(error: ProjectError) -> bool:
    """Return True if an action was refused because of other rows of the file, so that trying again is no use."""
    return isinstance(error.__cause__, sqlite3.IntegrityError)


def _explained(error: sqlite3.Error, path: Path) -> ProjectError:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code == sqlite3.SQLITE_FULL:
        return ProjectError(
            "The disk is full: the last action was not saved, everything before it is. Free some space and repeat it."
        )
    if code == sqlite3.SQLITE_IOERR:
        return ProjectError(
            "The disk did not take the data ({reason}): the last action was not saved, everything before it is. "
            "Check the disk and its free space, then repeat it.",
            reason=str(error),
        )
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return BusyError("{name} is being written by another program. Close it there and try again.", name=path.name)
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
        return ProjectError(
            "{name} cannot be written: the file or its folder is read-only. Copy it to a folder of your own.",
            name=path.name,
        )
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_TOOBIG, sqlite3.SQLITE_NOMEM):
        return _damaged(path, str(error))
    if code == sqlite3.SQLITE_INTERRUPT:
        return _damaged(path, "reading it does not come to an end")
    if str(error).startswith(_NO_TEXT):
        # What stands in it is no help, and may be a whole article.
        return _damaged(path, "a text in it is not UTF-8")
    if code == sqlite3.SQLITE_CONSTRAINT:
        return ProjectError(
            "This cannot be done, because other work in the project rests on it ({reason}).",
            reason=shortened(str(error)),
        )
    return ProjectError("{name}: {reason}.", name=path.name, reason=shortened(str(error)))
