"""Edits that are not written yet, laid over the file: what is read through this connection is as it will be.

Another program may hold the file's write lock for as long as it likes. Reading goes on meanwhile, and temporary views
named like the tables put the edits that wait on top of what is stored, so that every query sees them.
"""

import sqlite3
from collections.abc import Iterable, Sequence

from annotator.domain.change import Changes
from annotator.domain.row_history import Row
from annotator.store import derived, scheme_rows
from annotator.store.edits import Edit, put
from annotator.store.fold import completed, with_derived
from annotator.store.references import stored_row
from annotator.store.row_writing import stored_value
from annotator.store.rows import ROOTS, TABLES

_DERIVED = ("known_labels", "known_kinds", *ROOTS.values(), "hidden_relations")
"""Tables of what follows from the rows, which follows from those that wait as well."""


class Overlay:
    """A connection of its own that reads the stored tables with these edits on top; nothing reaches the file."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self._covered: set[str] = set()

    def lay(self, edits: Iterable[Edit]) -> Changes:
        """Put edits on top of what is there, and return the rows and documents that they touch."""
        edits = tuple(edits)
        documents = self._concerned(edits)
        if not self._covered:
            self._begin()
        for edit in edits:
            if edit.table not in self._covered:
                self._cover(edit.table)
            self._put(edit)
        changes = touched(edits)
        rows, documents = {table: set(ids) for table, ids in changes.rows.items()}, documents | changes.documents
        if "settings" in rows and (whole := scheme_rows.whole(self.connection)) is not None:
            self._put(put("settings", {"id": scheme_rows.ROOT, "value": whole}))
        for span_id, document_id in derived.follow(self.connection, rows, documents):
            rows.setdefault("spans", set()).add(span_id)
            documents |= {document_id}
        return Changes(rows={table: frozenset(ids) for table, ids in rows.items()}, documents=documents)

    def clear(self) -> None:
        """Take all edits off again."""
        if self._covered:
            for table in _DERIVED:
                self.connection.execute(f"DROP TABLE temp.{table}")
        for table in self._covered:
            self.connection.execute(f"DROP VIEW temp.{table}")
            self.connection.execute(f"DROP TABLE temp.{table}_put")
            self.connection.execute(f"DROP TABLE temp.{table}_gone")
        self._covered.clear()

    def close(self) -> None:
        """Close the connection."""
        self.connection.close()

    def _begin(self) -> None:
        """Lay what is derived over the file as well; the views of marks and links follow by themselves."""
        for table in _DERIVED:
            self.connection.execute(f"CREATE TEMP TABLE {table} AS SELECT * FROM main.{table}")

    def _cover(self, table: str) -> None:
        columns = [row["name"] for row in self.connection.execute(f"PRAGMA main.table_info({table})")]
        names = ", ".join(f'"{column}"' for column in columns)
        run = self.connection.execute
        run(f"CREATE TEMP TABLE {table}_put AS SELECT * FROM main.{table} LIMIT 0")
        run(f"CREATE UNIQUE INDEX temp.{table}_put_id ON {table}_put (id)")
        run(f"CREATE TEMP TABLE {table}_gone (id TEXT PRIMARY KEY) WITHOUT ROWID")
        run(
            f"CREATE TEMP VIEW {table} AS"
            f" SELECT {names} FROM main.{table} WHERE id NOT IN (SELECT id FROM temp.{table}_gone)"
            f" UNION ALL SELECT {names} FROM temp.{table}_put"
        )
        self._covered.add(table)

    def _put(self, edit: Edit) -> None:
        run = self.connection.execute
        held = stored_row(self.connection, (edit.table, edit.row_id)) or {}
        run(f"INSERT OR IGNORE INTO temp.{edit.table}_gone VALUES (?)", (edit.row_id,))
        run(f"DELETE FROM temp.{edit.table}_put WHERE id = ?", (edit.row_id,))
        if edit.row is not None:
            row = with_derived(edit.table, completed(edit.table, {**held, **edit.row}))
            names, marks = ", ".join(f'"{column}"' for column in row), ", ".join("?" * len(row))
            run(f"INSERT INTO temp.{edit.table}_put ({names}) VALUES ({marks})", _values(row))

    def _concerned(self, edits: Sequence[Edit]) -> frozenset[str]:
        """The documents of the rows that these edits delete or change."""
        found: set[str] = set()
        for edit in edits:
            if "document_id" in TABLES[edit.table]:
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


def _values(row: Row) -> list[object]:
    return [stored_value(column, value) for column, value in row.items()]
