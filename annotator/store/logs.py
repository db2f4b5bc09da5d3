"""The write-ahead log beside a project file: whether it is this file's, and where it goes if it is not."""

import contextlib
import sqlite3
import time
from pathlib import Path

import msgspec

from annotator import held
from annotator.errors import ProjectError
from annotator.store import seals
from annotator.store.free_names import free_name
from annotator.store.lock import FileLock, LockedError, lock_of

LOG, INDEX, ROLLBACK = "-wal", "-shm", "-journal"
"""SQLite's suffixes for the files beside a database: the log, the index of the log, and the rollback journal."""
FOREIGN = "log-of-another-file"
"""The suffix of a log that was set aside."""
_EMPTY_LOG_BYTES = 32
"""A log with no more than its header holds nothing."""
_ATTEMPTS, _ATTEMPT_S = 4, 0.02
_WAL_MODE = b"\x02\x02"
"""Bytes 18 and 19 of a file whose changes go into a write-ahead log."""


def beside(path: Path, ending: str) -> Path:
    """Return the path of one of SQLite's companions of a file."""
    return path.with_name(path.name + ending)


def has_log(path: Path) -> bool:
    """Return whether a log with something in it lies beside a file."""
    return _size(beside(path, LOG)) > _EMPTY_LOG_BYTES


def is_foreign(path: Path) -> bool:
    """Return whether the log beside a file was written over another one. Nobody may write to the file meanwhile.

    Raises sqlite3.OperationalError where the log cannot be read at all (its index cannot be made).
    """
    try:
        in_file = _seen(path, replayed=False)
    except sqlite3.DatabaseError:
        # Cut short while the log was being folded into it: only the log makes it whole.
        return False
    try:
        fits = seals.belongs(_seen(path, replayed=True), in_file)
    except sqlite3.OperationalError:
        raise
    except sqlite3.DatabaseError:
        # What the log shows cannot even be read.
        fits = None
    # Files of before there were seals show by their own state whether they take the log.
    return not fits if fits is not None else not _is_sound(path, replayed=True) and _is_sound(path, replayed=False)


def shows_one_of(path: Path, chain: seals.Chain) -> bool:
    """Return whether the file itself, without its log, shows one of these seals as its last."""
    for attempt in range(_ATTEMPTS):
        # Another program may be folding the log into it at this moment.
        time.sleep(attempt * _ATTEMPT_S)
        with contextlib.suppress(sqlite3.DatabaseError):
            in_file = _seen(path, replayed=False)
            return in_file is not None and in_file[-1] in chain
    return False


def set_aside(path: Path, what: str = FOREIGN) -> Path:
    """Give the log beside a file a name of its own, under which nothing replays it, and return that."""
    kept = free_name(path, what, LOG)
    beside(path, LOG).rename(kept)
    beside(path, INDEX).unlink(missing_ok=True)
    return kept


def set_journal_aside(path: Path) -> Path | None:
    """Set aside a rollback journal of another file; the new name, or None where there is none.

    A file whose changes go into a log has no such journal, but SQLite would play back what it finds.
    """
    journal = beside(path, ROLLBACK)
    # Whoever else holds the file in this process has looked already, and the file must not be opened now.
    if not _size(journal) or held.is_held(path) or not _uses_log(path):
        return None
    kept = free_name(path, FOREIGN, ROLLBACK)
    journal.rename(kept)
    return kept


def clear_name(path: Path) -> list[Path]:
    """Make sure that a new file at `path` finds no log of an old one; the names under which such logs are kept."""
    kept = []
    for ending in (LOG, ROLLBACK):
        left = beside(path, ending)
        if _size(left):
            kept.append(free_name(path, FOREIGN, ending))
            left.rename(kept[-1])
        else:
            _remove(left)
    _remove(beside(path, INDEX))
    return kept


def _remove(path: Path) -> None:
    # What is empty, or can be made anew from the log, does no harm either. A journal's name may be too long to exist.
    with contextlib.suppress(OSError):
        path.unlink(missing_ok=True)


def told_of(path: Path, kept: Path) -> ProjectError:
    """Return what to tell of a log that was set aside."""
    return ProjectError(
        "Beside {name} lay the log of another file (perhaps of another version of this one). It was not used; it is "
        "kept as {kept}.",
        name=path.name,
        kept=kept.name,
    )


class Log(msgspec.Struct, frozen=True):
    """The log beside a file when it was opened: one that was left, perhaps one that is not its own."""

    was_left: bool = False
    is_foreign: bool = False
    notices: tuple[ProjectError, ...] = ()


def sort_out(real: Path, lock: FileLock | None) -> Log:
    """See to it that no log of another file is replayed. `lock`: the file's, None where it will only be read."""
    with contextlib.ExitStack() as stack:
        if lock is None and has_log(real):
            try:
                lock = lock_of(real)
            except LockedError:
                # Somebody works with it who has looked already.
                return Log()
            except OSError:
                # Nothing can be written here.
                return _unmovable(real)
            stack.callback(lock.close)
        kept = [set_journal_aside(real)] if lock is not None else []
        if has_log(real) and is_foreign(real):
            kept.append(set_aside(real))
        notices = tuple(told_of(real, one) for one in kept if one is not None)
        return Log(was_left=has_log(real), notices=notices)


def _unmovable(real: Path) -> Log:
    """Return the log of a file where nothing can be given another name."""
    try:
        if not is_foreign(real):
            return Log(was_left=True)
    except sqlite3.OperationalError as error:
        raise unreplayable(real) from error
    return Log(is_foreign=True, notices=(told_of(real, beside(real, LOG)),))


def unreplayable(real: Path) -> ProjectError:
    """Return what to tell of a log that is needed and cannot be read."""
    return ProjectError(
        "{name} has a log beside it ({log}) with work that is not in the file yet, and it cannot be read where nothing "
        "can be written. Copy both files, {name} and {log}, into a folder of your own and open the copy there.",
        name=real.name,
        log=beside(real, LOG).name,
    )


def _seen(path: Path, *, replayed: bool) -> seals.Chain | None:
    """The seals of a file, with what is in its log or without."""
    with contextlib.closing(_reader(path, replayed=replayed)) as connection:
        return seals.chain_of(connection)


def _is_sound(path: Path, *, replayed: bool) -> bool:
    try:
        with contextlib.closing(_reader(path, replayed=replayed)) as connection:
            return bool(connection.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok")
    except sqlite3.DatabaseError:
        return False


def _reader(path: Path, *, replayed: bool) -> sqlite3.Connection:
    """A connection that changes nothing: one that only reads cannot fold the log into the file when it is closed."""
    connection = sqlite3.connect(f"{path.as_uri()}?mode=ro{'' if replayed else '&immutable=1'}", uri=True)
    connection.execute("PRAGMA trusted_schema = OFF")
    return connection


def _uses_log(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(20)[18:] == _WAL_MODE


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
