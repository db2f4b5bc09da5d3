"""Edits written to their tables and noted in the journal, as many rows at a time as are alike.

A dataset brings hundreds of thousands of rows, a person one. New rows of one table that follow one another are looked
for, written and noted together; whatever is there already is compared and written by itself.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

import msgspec

from annotator.domain.annotator import is_handle, kind_of
from annotator.domain.change import Changes
from annotator.domain.row_history import TOGETHER, Row
from annotator.store.blocks import Note
from annotator.store.bonds import NEEDS
from annotator.store.clock import Clock
from annotator.store.edits import UNDATED, Edit, Signature, put
from annotator.store.fold import completed
from annotator.store.journal_writing import JournalWriter
from annotator.store.references import MOST_TOGETHER, batches
from annotator.store.row_writing import (
    add_rows,
    followed,
    is_same,
    read_value,
    remove_rows,
    stored_value,
    stored_values,
    write_row,
)
from annotator.store.rows import TABLES

MOST_NAMED = 10_000
"""Rows named by others that are remembered before it is looked which are there: what deletes rows deletes what names
them before."""


class EditWriter:
    """Writes the edits of one action in the transaction that is under way."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        signature: Signature,
        replica: str,
        clock: Clock,
        first_stamps: Callable[[], str] | None = None,
    ) -> None:
        """`first_stamps` gives those of what a project begins with; without it the clock gives them."""
        self._connection = connection
        self._journal = JournalWriter(connection, signature, replica, clock, first_stamps)
        self._moment = clock.moment
        self._rows: defaultdict[str, set[str]] = defaultdict(set)
        self._documents: set[str] = set()
        self._named: set[tuple[str, str]] = set()

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
        self._journal.flush()
        if len(self._named) > MOST_NAMED:
            self._named = set(self._lacking())

    def finish(self) -> Changes:
        """Return all that is another by what was written. Raises sqlite3.IntegrityError where a row lacks another."""
        self._check_references()
        return followed(self._connection, self._rows, self._documents)

    def _write_alike(self, edits: Sequence[Edit]) -> None:
        """Write edits of different rows of one table."""
        table = edits[0].table
        held = self._held(table, [edit.row_id for edit in edits])
        new: list[tuple[Row, Sequence[object]]] = []
        gone: list[str] = []
        for edit in map(self._dated, edits):
            row = held.get(edit.row_id)
            if edit.row is None:
                if row is not None:
                    self._note(edit, None, (edit.row_id,), row.get("document_id"))
                    gone.append(edit.row_id)
            elif row is None:
                whole = completed(table, edit.row)
                values = stored_values(table, whole)
                self._note(edit, whole, values, whole.get("document_id"))
                new.append((whole, values))
            elif columns := _changed(table, edit.row_id, edit.row, row):
                write_row(self._connection, table, edit.row_id, columns)
                values = (edit.row_id, *(stored_value(column, value) for column, value in columns.items()))
                self._note(edit, columns, values, edit.row.get("document_id") or row.get("document_id"))
        if new:
            add_rows(self._connection, table, new)
        if gone:
            remove_rows(self._connection, table, gone)

    def _held(self, table: str, ids: Sequence[str]) -> dict[str, Row]:
        """Return those of these rows that are there, by id, as they are stored."""
        if len(ids) == 1:
            found = self._connection.execute(f"SELECT * FROM {table} WHERE id = ?", tuple(ids))
        else:
            found = self._connection.execute(
                f"SELECT * FROM {table} WHERE id IN (SELECT value FROM json_each(?))",
                (msgspec.json.encode(ids).decode(),),
            )
        return {row["id"]: dict(row) for row in found}

    def _note(self, edit: Edit, columns: Row | None, values: Sequence[object], document_id: str | None) -> None:
        """Note a change of a row for the journal, and what has to be looked at in the end."""
        if edit.table == "documents":
            document_id = edit.row_id
        names = None if columns is None else tuple(columns)
        self._journal.note(Note(edit.table, edit.row_id, names, values, document_id), columns)
        self._rows[edit.table].add(edit.row_id)
        if document_id is not None:
            self._documents.add(document_id)
        if columns:
            self._named.update((one.parent, columns[one.column]) for one in NEEDS[edit.table] if one.column in columns)

    def _dated(self, edit: Edit) -> Edit:
        """The edit with the time of the journal, by which documents are ordered, if it adds a document."""
        if edit.table != "documents" or edit.row is None or not edit.row.get("added", "").startswith(UNDATED):
            return edit
        return put("documents", {**edit.row, "added": self._moment()})

    def _check_references(self) -> None:
        """Raise sqlite3.IntegrityError if an action of ours rests on a row that is not there; others' may wait.

        A name that another copy has taken away, and that somebody goes on working under, is registered again.
        """
        for table, row_id in self._lacking():
            if table == "annotators" and is_handle(row_id):
                self.write([put(table, {"id": row_id, "kind": kind_of(row_id), "name": ""})])
                continue
            error = sqlite3.IntegrityError(f"there is no row {row_id} of {table}")
            error.sqlite_errorcode = sqlite3.SQLITE_CONSTRAINT
            raise error

    def _lacking(self) -> list[tuple[str, str]]:
        """Return the rows that were named by others and are not there now."""
        by_table: defaultdict[str, list[str]] = defaultdict(list)
        for table, row_id in self._named:
            by_table[table].append(row_id)
        return [
            (table, row[0])
            for table, ids in by_table.items()
            for some in batches(ids)
            for row in self._connection.execute(
                f"""SELECT w.value FROM json_each(?) AS w
                    WHERE NOT EXISTS (SELECT 1 FROM {table} AS t WHERE t.id = w.value)""",
                (some,),
            )
        ]


def _changed(table: str, row_id: str, row: Row, held: Row) -> Row:
    """Return the columns by which a row differs from the stored one."""
    wanted = [column for column in TABLES[table] if column in row]
    changed = {column: row[column] for column in wanted if not is_same(column, row[column], held[column])}
    companions = TOGETHER.get(table, ())
    if changed.keys().isdisjoint(companions) or changed.keys() >= set(companions):
        return changed
    rest = {column: read_value(table, row_id, column, held[column]) for column in companions}
    return {**rest, **{column: row[column] for column in companions if column in row}, **changed}
