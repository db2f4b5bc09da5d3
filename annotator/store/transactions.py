"""Transactions: all of a change to a project file, or nothing of it."""

import contextlib
import sqlite3
from collections.abc import Iterator

from annotator.store.seals import Seals


@contextlib.contextmanager
def transaction(connection: sqlite3.Connection, seals: Seals | None = None) -> Iterator[None]:
    """All or nothing; takes the write lock at once, so that it cannot be refused half-way.

    `seals`: those of the file, where it may have a log.
    """
    connection.execute("BEGIN IMMEDIATE")
    try:
        if seals is not None:
            seals.mark(connection)
        yield
        connection.execute("COMMIT")
    except BaseException:
        if seals is not None:
            seals.fall_due()
        # SQLite has already rolled back by itself after some errors, a full disk among them.
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
