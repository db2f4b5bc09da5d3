"""A connection that no project file can keep busy for ever, or fill the memory through."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

STEPS_AT_ONCE = 1_000_000
"""Instructions of SQLite's machine between two looks at how many a statement has taken."""
MOST_STEPS = 1_000_000_000
"""Instructions that one statement may take: about ten seconds; a list of 100,000 articles takes a hundredth of it."""
LONG_WORK = 100
"""Factor by which a statement that reads the whole file on purpose may take longer."""

LIMITS = {
    # A value: the longest article that intake takes (32 MiB), written as JSON, with room to spare.
    sqlite3.SQLITE_LIMIT_LENGTH: 256 * 2**20,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 1_000_000,
    sqlite3.SQLITE_LIMIT_COLUMN: 200,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 200,
    sqlite3.SQLITE_LIMIT_COMPOUND_SELECT: 50,
    sqlite3.SQLITE_LIMIT_FUNCTION_ARG: 32,
    sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH: 10_000,
    sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH: 10,
}


class BoundedConnection(sqlite3.Connection):
    """Ends a statement (sqlite3.OperationalError, SQLITE_INTERRUPT) that takes more than its share of instructions.

    Instructions are counted from each `execute` on, and not seconds: what a slow or busy machine takes long for goes
    on. Counting costs nothing that can be measured.
    """

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._taken = 0
        self._most = MOST_STEPS
        for limit, most in LIMITS.items():
            self.setlimit(limit, min(most, self.getlimit(limit)))
        self.set_progress_handler(self._count, STEPS_AT_ONCE)

    def execute(self, *arguments: Any) -> sqlite3.Cursor:
        """Run a statement, which has as many instructions before it as any other."""
        self._taken = 0
        return super().execute(*arguments)

    def executemany(self, *arguments: Any) -> sqlite3.Cursor:
        """Run a statement many times, each of them counted from nothing by SQLite itself."""
        self._taken = 0
        return super().executemany(*arguments)

    @contextmanager
    def long_work(self) -> Iterator[None]:
        """Give statements time that read or rewrite the whole file because somebody asked for it."""
        before, self._most = self._most, MOST_STEPS * LONG_WORK
        try:
            yield
        finally:
            self._most = before

    def _count(self) -> bool:
        self._taken += STEPS_AT_ONCE
        return self._taken > self._most


@contextmanager
def long_work(connection: sqlite3.Connection) -> Iterator[None]:
    """`BoundedConnection.long_work`, for whoever knows only that there is a connection."""
    if isinstance(connection, BoundedConnection):
        with connection.long_work():
            yield
    else:
        yield
