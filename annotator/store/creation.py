"""Making a project file: whole under another name first, so that no kill and no full disk leaves half a one."""

import contextlib
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path

from annotator import paths
from annotator.errors import ProjectError
from annotator.store import logs, migrations, protected
from annotator.store.copies import drafted, quick
from annotator.store.explaining import told
from annotator.store.lock import LockedError, lock_of
from annotator.store.preflight import check_room, real_path, taken
from annotator.store.schema import APPLICATION_ID
from annotator.store.seals import renew

Founding = Callable[[sqlite3.Connection, Path], object]
"""Writes the first rows of a project through a connection to the file at a path."""


def create_store(path: Path, found: Founding) -> list[ProjectError]:
    """Make a project file at `path`, which must not exist, with what `found` writes. It appears whole or not at all.

    Returns what to tell of logs of an earlier file of that name, which are set aside. Raises ProjectError.
    """
    with fresh_file(path) as (connection, draft, kept):
        with contextlib.closing(sqlite3.connect(":memory:")) as tables:
            tables.deserialize(_tables(migrations.STEPS))
            tables.backup(connection)
        connection.row_factory = sqlite3.Row
        found(connection, draft)
    return [logs.told_of(path, one) for one in kept]


@cache
def _tables(steps: Sequence[object]) -> bytes:
    """The database that these steps make: one a process, because they take longer than all the rest of a creation."""
    del steps
    with contextlib.closing(sqlite3.connect(":memory:", isolation_level=None)) as made:
        migrations.migrate(made)
        return made.serialize()


@contextlib.contextmanager
def fresh_file(path: Path) -> Iterator[tuple[sqlite3.Connection, Path, list[Path]]]:
    """An empty database, which gets Musnad's mark and its name `path` when the block ends well.

    Gives a connection, where the file is until then, and where logs of an earlier file of its name are kept. Raises
    ProjectError if `path` exists or cannot be written.
    """
    real = real_path(path)
    if paths.kind(real, ProjectError, "written") != "missing":
        raise taken(path)
    check_room(real, path)
    with paths.told(path, "written", ProjectError):
        protected.refuse_overwriting(real)
    with told(path):
        try:
            with (
                contextlib.closing(lock_of(real)),
                drafted(real) as draft,
                contextlib.closing(quick(draft)) as connection,
            ):
                yield connection, draft, logs.clear_name(real)
                connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                renew(connection)
                # Only now, so that it has no log while it is made.
                connection.execute("PRAGMA journal_mode = WAL")
        except (FileExistsError, LockedError) as error:
            raise taken(path) from error
