"""Edits written to their tables and noted in the journal, as many rows at a time as are alike.

A dataset brings hundreds of thousands of rows, a person one. New rows of one table that follow one another are looked
for, written and noted together; whatever is there already is compared and written by itself.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

import msgspec

from annotator.domain.change import Changes
from annotator.domain.ids import new_id
from annotator.domain.row_history import TOGETHER, Row
from annotator.store import migrations
from annotator.store.bonds import NEEDS
from annotator.store.edits import UNDATED, Edit, Signature, put
from annotator.store.fold import completed
from annotator.store.row_writing import add_rows, followed, is_same, read_value, remove_row, write_row
from annotator.store.rows import TABLES

MOST_TOGETHER = 500
"""Rows that are written with one statement."""


class EditWriter:
    """Writes the edits of one action in the transaction that is under way."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        signature: Signature,
        replica: str,
        stamp: Callable[[], str],
        moment: Callable[[], str],
    ) -> None:
        self._connection = connection
        self._signature = signature
        self._replica = replica
        self._stamp, self._moment = stamp, moment
        self._counter = connection.execute(
            "SELECT coalesce(max(counter), 0) FROM changes WHERE replica = ?", (replica,)
        ).fetchone()[0]
        self._rows: defaultdict[str, set[str]] = defaultdict(set)
        self._documents: set[str] = set()
        self._named: set[tuple[str, str]] = set()
        self._notes: list[tuple[object, ...]] = []

    def write(self, edits: Iterable[Edit]) -> None:
        """Write edits in their order."""
        alike: list[Edit] = []
        ids: set[str] = set()
        for edit in edits:
            if alike and (edit.table != alike[0].table or edit.row_id in ids or len(alike) == MOST_TOGETHER):
                self._write_alike(alike)
                alike, ids = [], set()
            alike.append(edit)
            ids.add(edit.row_id)
        if alike:
            self._write_alike(alike)

    def finish(self) -> Changes:
        """Return all that is another by what was written. Raises sqlite3.IntegrityError where a row lacks another."""
        self._check_references()
        return followed(self._connection, self._rows, self._documents)

    def _write_alike(self, edits: Sequence[Edit]) -> None:
        """Write edits of different rows of one table."""
        table = edits[0].table
        held = self._held(table, edits) if len(edits) > 1 else None
        new: list[Row] = []
        for edit in map(self._dated, edits):
            if held is not None and edit.row is not None and edit.row_id not in held:
                whole = completed(table, edit.row)
                self._note(edit, whole)
                new.append(whole)
            else:
                self._write_one(edit)
        if new:
            add_rows(self._connection, table, new)
        self._connection.executemany("INSERT INTO changes VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", self._notes)
        self._notes.clear()

    def _held(self, table: str, edits: Sequence[Edit]) -> set[str]:
        """Return which of these rows are there."""
        ids = msgspec.json.encode([edit.row_id for edit in edits]).decode()
        found = self._connection.execute(f"SELECT id FROM {table} WHERE id IN (SELECT value FROM json_each(?))", (ids,))
        return {row[0] for row in found}

    def _write_one(self, edit: Edit) -> None:
        """Write the columns of a row that are another by an edit; one that changes nothing leaves no trace."""
        if edit.row is None:
            document_id = self._document_of_row(edit)
            if remove_row(self._connection, edit.table, edit.row_id):
                self._note(edit, None, document_id)
        elif columns := self._changed(edit.table, edit.row_id, edit.row):
            document_id = self._document_of_row(edit)
            write_row(self._connection, edit.table, edit.row_id, columns)
            self._note(edit, columns, document_id)

    def _note(self, edit: Edit, columns: Row | None, document_id: str | None = None) -> None:
        """Note a change of a row for the journal, and what has to be looked at in the end."""
        self._counter += 1
        signature, row = self._signature, None if columns is None else msgspec.json.encode(columns).decode()
        self._notes.append(
            (
                *(new_id(), self._stamp(), signature.annotator, self._replica, self._counter),
                *(signature.action, signature.undoes, edit.table, edit.row_id),
                *("delete" if columns is None else "put", row, migrations.VERSION),
            )
        )
        self._rows[edit.table].add(edit.row_id)
        if document_id is None and columns is not None:
            document_id = edit.row_id if edit.table == "documents" else columns.get("document_id")
        if document_id is not None:
            self._documents.add(document_id)
        if columns:
            self._named |= {(one.parent, columns[one.column]) for one in NEEDS[edit.table] if one.column in columns}

    def _document_of_row(self, edit: Edit) -> str | None:
        """Return the document whose marks or metadata an edit touches, as the edit or the stored row says."""
        if edit.table == "documents":
            return edit.row_id
        if "document_id" not in TABLES[edit.table]:
            return None
        if edit.row is not None and "document_id" in edit.row:
            return str(edit.row["document_id"])
        row = self._connection.execute(f"SELECT document_id FROM {edit.table} WHERE id = ?", (edit.row_id,)).fetchone()
        return None if row is None else str(row[0])

    def _dated(self, edit: Edit) -> Edit:
        """The edit with the time of the journal, by which documents are ordered, if it adds a document."""
        if edit.table != "documents" or edit.row is None or not edit.row.get("added", "").startswith(UNDATED):
            return edit
        return put("documents", {**edit.row, "added": self._moment()})

    def _changed(self, table: str, row_id: str, row: Row) -> Row:
        """The columns by which a row differs from the stored one, all of a new row."""
        wanted = [column for column in TABLES[table] if column in row]
        held = self._stored(table, row_id, wanted)
        if held is None:
            return completed(table, row)
        changed = {column: row[column] for column in wanted if not is_same(column, row[column], held[column])}
        companions = TOGETHER.get(table, ())
        if changed.keys().isdisjoint(companions) or changed.keys() >= set(companions):
            return changed
        all_held = self._stored(table, row_id, companions) or {}
        rest = {column: read_value(table, row_id, column, all_held[column]) for column in companions}
        return {**rest, **{column: row[column] for column in companions if column in row}, **changed}

    def _stored(self, table: str, row_id: str, columns: Sequence[str]) -> Row | None:
        names = ", ".join(f'"{column}"' for column in columns)
        row = self._connection.execute(f"SELECT {names} FROM {table} WHERE id = ?", (row_id,)).fetchone()
        return None if row is None else dict(row)

    def _check_references(self) -> None:
        """Raise sqlite3.IntegrityError if an action of ours rests on a row that is not there; others' may wait."""
        for table, row_id in self._named:
            if self._connection.execute(f"SELECT 1 FROM {table} WHERE id = ?", (row_id,)).fetchone() is None:
                error = sqlite3.IntegrityError(f"there is no row {row_id} of {table}")
                error.sqlite_errorcode = sqlite3.SQLITE_CONSTRAINT
                raise error
