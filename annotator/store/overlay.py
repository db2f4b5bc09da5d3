"""Edits that are not written yet, laid over the file: what is read through this connection is as it will be.

Another program may hold the file's write lock for as long as it likes. Reading goes on meanwhile, and temporary views
named like the tables put the edits that wait on top of what is stored, so that every query sees them.
"""

import sqlite3
from collections.abc import Iterable, Sequence

import msgspec

from annotator.domain.change import Changes
from annotator.store.journal import JSON_COLUMNS, TABLES, Edit

_NEW_ROWS = 1 << 62
"""Added to the row numbers of edits, so that what waits comes after what is stored."""
_NUMBERED = frozenset({"annotators", "origins"})
"""Tables that queries order by row number."""


class Overlay:
    """A connection of its own that reads the stored tables with these edits on top; nothing reaches the file."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self._covered: set[str] = set()

    def lay(self, edits: Iterable[Edit]) -> Changes:
        """Put edits on top of what is there, and return the rows and documents that they touch."""
        edits = tuple(edits)
        documents = self._losing(edits)
        for edit in edits:
            if edit.table not in self._covered:
                self._cover(edit.table)
            self._put(edit)
        changes = touched(edits)
        return Changes(rows=changes.rows, documents=changes.documents | documents)

    def clear(self) -> None:
        """Take all edits off again."""
        for table in self._covered:
            self.connection.execute(f"DROP VIEW temp.{table}")
            self.connection.execute(f"DROP TABLE temp.{table}_put")
            self.connection.execute(f"DROP TABLE temp.{table}_gone")
        self._covered.clear()

    def close(self) -> None:
        """Close the connection."""
        self.connection.close()

    def _cover(self, table: str) -> None:
        columns = [row["name"] for row in self.connection.execute(f"PRAGMA main.table_info({table})")]
        names = ", ".join(f'"{column}"' for column in columns)
        run = self.connection.execute
        run(f"CREATE TEMP TABLE {table}_put AS SELECT * FROM main.{table} LIMIT 0")
        run(f"CREATE UNIQUE INDEX temp.{table}_put_id ON {table}_put (id)")
        run(f"CREATE TEMP TABLE {table}_gone (id TEXT PRIMARY KEY) WITHOUT ROWID")
        # A view has no row numbers; some queries order by them, and others take all columns there are.
        stored, waiting = ("rowid, ", f"rowid + {_NEW_ROWS} AS rowid, ") if table in _NUMBERED else ("", "")
        run(
            f"CREATE TEMP VIEW {table} AS"
            f" SELECT {stored}{names} FROM main.{table} WHERE id NOT IN (SELECT id FROM temp.{table}_gone)"
            f" UNION ALL SELECT {waiting}{names} FROM temp.{table}_put"
        )
        self._covered.add(table)

    def _put(self, edit: Edit) -> None:
        run = self.connection.execute
        run(f"INSERT OR IGNORE INTO temp.{edit.table}_gone VALUES (?)", (edit.row_id,))
        run(f"DELETE FROM temp.{edit.table}_put WHERE id = ?", (edit.row_id,))
        if edit.row is not None:
            columns = [column for column in TABLES[edit.table] if column in edit.row]
            names, marks = ", ".join(f'"{column}"' for column in columns), ", ".join("?" * len(columns))
            run(f"INSERT INTO temp.{edit.table}_put ({names}) VALUES ({marks})", _values(columns, edit))

    def _losing(self, edits: Sequence[Edit]) -> frozenset[str]:
        """The documents of the rows that these edits delete."""
        found: set[str] = set()
        for edit in edits:
            if edit.row is None and "document_id" in TABLES[edit.table]:
                rows = self.connection.execute(f"SELECT document_id FROM {edit.table} WHERE id = ?", (edit.row_id,))
                found.update(row["document_id"] for row in rows)
        return frozenset(found)


def touched(edits: Iterable[Edit]) -> Changes:
    """The rows that edits touch, and the documents of those that are put."""
    rows: dict[str, set[str]] = {}
    documents: set[str] = set()
    for edit in edits:
        rows.setdefault(edit.table, set()).add(edit.row_id)
        if edit.table == "documents":
            documents.add(edit.row_id)
        elif edit.row is not None and "document_id" in edit.row:
            documents.add(edit.row["document_id"])
    return Changes(rows={table: frozenset(ids) for table, ids in rows.items()}, documents=frozenset(documents))


def _values(columns: Sequence[str], edit: Edit) -> list[object]:
    assert edit.row is not None
    return [
        msgspec.json.encode(edit.row[column]).decode() if column in JSON_COLUMNS else edit.row[column]
        for column in columns
    ]
