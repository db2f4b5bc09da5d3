"""Edits written to their tables and noted in the journal, as many rows at a time as are alike.

A dataset brings hundreds of thousands of rows, a person one. New rows of one table that follow one another are looked
for, written and noted together; whatever is there already is compared and written by itself.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

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
    change_rows,
    followed,
    is_same,
    read_value,
    remove_rows,
    stored_value,
    stored_values,
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
        self._notes: dict[str, tuple[Note, Row | None]] = {}

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
        fresh = [edit for edit in edits if edit.row_id not in held]
        self._add(table, [self._dated(edit).row for edit in fresh if edit.row is not None])
        gone = [edit for edit in edits if edit.row is None and edit.row_id in held]
        self._remove(table, {edit.row_id: held[edit.row_id] for edit in gone})
        self._change(table, {edit.row_id: edit.row for edit in edits if edit.row is not None}, held)
        self._journal.note_all([self._notes[edit.row_id] for edit in edits if edit.row_id in self._notes])
        self._notes.clear()

    def _add(self, table: str, rows: Sequence[Row | None]) -> None:
        """Write new rows."""
        if not rows:
            return
        columns = TABLES[table]
        new = [
            (whole, stored_values(table, whole))
            for row in rows
            if row is not None
            for whole in (completed(table, row),)
        ]
        add_rows(self._connection, table, new)
        place = "id" if table == "documents" else "document_id"
        for whole, values in new:
            self._notes[whole["id"]] = Note(table, whole["id"], columns, values, whole.get(place)), whole
        self._rows[table].update(whole["id"] for whole, _ in new)
        if place in columns:
            self._documents.update({whole[place] for whole, _ in new})
        for one in NEEDS[table]:
            self._named.update((one.parent, named) for named in {whole[one.column] for whole, _ in new})

    def _remove(self, table: str, held: Mapping[str, Row]) -> None:
        """Delete rows that are there."""
        for row_id, row in held.items():
            self._note(Note(table, row_id, None, (row_id,), _document(table, row_id, row)), None)
        if held:
            remove_rows(self._connection, table, list(held))

    def _change(self, table: str, rows: Mapping[str, Row], held: Mapping[str, Row]) -> None:
        """Write what is another of rows that are there."""
        changed = defaultdict[tuple[str, ...], list[tuple[str, Row]]](list)
        for row_id, row in rows.items():
            before = held.get(row_id)
            if before is None or not (columns := _changed(table, row_id, row, before)):
                continue
            names = tuple(columns)
            values = (row_id, *(stored_value(column, value) for column, value in columns.items()))
            document = row.get("document_id") or _document(table, row_id, before)
            self._note(Note(table, row_id, names, values, document), columns)
            self._named.update((one.parent, columns[one.column]) for one in NEEDS[table] if one.column in columns)
            changed[names].append((row_id, columns))
        for some in changed.values():
            change_rows(self._connection, table, some)

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

    def _note(self, note: Note, columns: Row | None) -> None:
        """Note a change of a row for the journal, and what has to be looked at in the end."""
        self._notes[note.row_id] = note, columns
        self._rows[note.table].add(note.row_id)
        if note.document is not None:
            self._documents.add(note.document)

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


def _document(table: str, row_id: str, row: Row) -> str | None:
    """Return the document that a row is on, or is; None for one that is on none."""
    found = row_id if table == "documents" else row.get("document_id")
    return None if found is None else str(found)


def _changed(table: str, row_id: str, row: Row, held: Row) -> Row:
    """Return the columns by which a row differs from the stored one."""
    wanted = [column for column in TABLES[table] if column in row]
    changed = {column: row[column] for column in wanted if not is_same(column, row[column], held[column])}
    companions = TOGETHER.get(table, ())
    if changed.keys().isdisjoint(companions) or changed.keys() >= set(companions):
        return changed
    rest = {column: read_value(table, row_id, column, held[column]) for column in companions}
    return {**rest, **{column: row[column] for column in companions if column in row}, **changed}
