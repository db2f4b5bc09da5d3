"""Databases of other programs: read without running anything that they bring along, and written whole.

A file from elsewhere is read into memory, so nothing is written to it and nobody holds it. Only plain tables are read;
views, triggers and virtual tables, which are SQL of whoever made the file, are never looked at. Statements are bounded
as those of a project are.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from typing import Any

from annotator.errors import InputError
from annotator.store.bounded import BoundedConnection
from annotator.store.rows import text_or_bytes

HEAD = b"SQLite format 3\x00"
MOST_BYTES = 2**30
"""The largest database that is read: a thousand times what one project of a year's coding takes."""

ForeignCell = str | bytes | int | float | None

_WRITE_AHEAD = slice(18, 20)
"""The bytes of the header that say whether changes lie in a log; a database in memory has none."""


class ForeignDatabase:
    """The plain tables of a SQLite database, by their names in lower case. Close it.

    Raises InputError for what is no database, or damaged.
    """

    def __init__(self, data: bytes) -> None:
        if not data.startswith(HEAD):
            raise InputError("it is no SQLite database")
        self._connection = sqlite3.connect(":memory:", isolation_level=None, factory=BoundedConnection)
        self._connection.text_factory = text_or_bytes
        try:
            held = bytearray(data)
            held[_WRITE_AHEAD] = b"\x01\x01"
            self._connection.deserialize(bytes(held))
            for pragma in ("trusted_schema = OFF", "query_only = ON", "cell_size_check = ON", "mmap_size = 0"):
                self._connection.execute(f"PRAGMA {pragma}")
            self._connection.set_authorizer(_only_reading)
            self._names = self._tables()
        except (sqlite3.Error, OverflowError, MemoryError) as error:
            self._connection.close()
            raise _damaged(error) from error

    def close(self) -> None:
        """Let go of the memory."""
        self._connection.close()

    def __contains__(self, table: str) -> bool:
        return table in self._names

    def columns(self, table: str) -> dict[str, str]:
        """Return the columns of a table, by their names in lower case; none of a table that is not there."""
        if table not in self._names:
            return {}
        try:
            head = self._connection.execute(f"SELECT * FROM {_quoted(self._names[table])} LIMIT 0").description
            return {str(column[0]).lower(): str(column[0]) for column in head}
        except sqlite3.Error as error:
            raise _damaged(error) from error

    def rows(self, table: str, columns: Sequence[str]) -> Iterator[tuple[ForeignCell, ...]]:
        """Yield these columns of a table, by its first column; None for a column that it does not have."""
        held = self.columns(table)
        if not held:
            return
        named = ", ".join(_quoted(held[column]) if column in held else "NULL" for column in columns)
        try:
            yield from self._connection.execute(f"SELECT {named} FROM {_quoted(self._names[table])} ORDER BY 1")
        except sqlite3.Error as error:
            raise _damaged(error) from error

    def count(self, table: str) -> int:
        """Return how many rows a table has."""
        return sum(1 for _ in self.rows(table, tuple(self.columns(table))[:1]))

    def _tables(self) -> dict[str, str]:
        rows = self._connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'").fetchall()
        return {
            str(name).lower(): str(name)
            for name, sql in rows
            if isinstance(sql, str) and sql.lstrip()[:12].upper() == "CREATE TABLE"
        }


def written_database(tables: Mapping[str, str], rows: Mapping[str, Iterable[Sequence[ForeignCell]]]) -> bytes:
    """Return a database with these tables (name to the SQL of its columns) and rows; the same bytes each time."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.execute("BEGIN")
        for table, columns in tables.items():
            connection.execute(f"CREATE TABLE {table} ({columns})")
        for table, held in rows.items():
            for row in held:
                connection.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(row))})", tuple(row))
        connection.execute("COMMIT")
        return connection.serialize()


def _only_reading(action: int, *_: Any) -> int:
    return sqlite3.SQLITE_OK if action in (sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ) else sqlite3.SQLITE_DENY


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _damaged(error: Exception) -> InputError:
    return InputError("it is a damaged database ({reason}); go back to a copy of it", reason=str(error))
