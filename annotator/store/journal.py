"""The one way to write: every row goes in together with the journal row that says who wrote it, and when.

The journal is the audit trail, the undo history and what colleagues will exchange. There is no second mechanism.
"""

import itertools
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from annotator.domain.change import FOUNDING, Change, Changes
from annotator.domain.ids import new_id
from annotator.domain.row_history import TOGETHER
from annotator.store import derived, migrations, scheme_rows
from annotator.store.bonds import NEEDS
from annotator.store.clock import FIRST_MOMENT, Clock
from annotator.store.fold import Row, completed, with_derived
from annotator.store.replicas import adopt, another, lineage, replica_of
from annotator.store.rows import JSON, BrokenRowError, decode, faults, is_stamp
from annotator.store.rows import TABLES as TABLES
from annotator.store.seals import Seals
from annotator.store.transactions import transaction

if TYPE_CHECKING:
    from annotator.store.meeting import Applied

UNDATED = "~"
"""How `added` of a document begins that is not written yet: it sorts behind every day."""
JSON_COLUMNS = frozenset(column for table, column in JSON if table in TABLES)


class Edit(msgspec.Struct, frozen=True):
    """One row to put or, with `row` None, to delete. Columns that `row` has not stay, or get their defaults."""

    table: str
    row_id: str
    row: Row | None


def put(table: str, row: Row) -> Edit:
    """An edit that writes these columns of a row; `id` is among them."""
    return Edit(table, row["id"], row)


def delete(table: str, row_id: str) -> Edit:
    """An edit that removes the row with this id."""
    return Edit(table, row_id, None)


class Journal:
    """Writes actions to one connection."""

    def __init__(self, connection: sqlite3.Connection, path: Path, seals: Seals | None = None) -> None:
        self._connection = connection
        self._seals = seals
        self._replica = replica_of(connection, path)
        latest = connection.execute("SELECT max(stamp) FROM changes").fetchone()[0]
        if latest is not None and not is_stamp(latest):
            raise BrokenRowError("changes", latest, "its stamp is no time of this project")
        self.clock = Clock(self._replica.id, latest)

    def commit(
        self, annotator: str, edits: Sequence[Edit], undoes: str | None = None, action: str | None = None
    ) -> tuple[str, Changes]:
        """Write all edits of one user action, or none, in one transaction; the action's id and what it touched.

        Only the columns that are another by it are written; an edit that changes nothing leaves no trace. `action` goes
        on with one that was begun: long work writes an article at a time, and is undone in one step. Raises
        sqlite3.Error, with nothing written.
        """
        signature = _Signature(annotator, action or new_id(), undoes)
        with transaction(self._connection, self._seals):
            written = self._write(edits, signature, self.clock.stamp)
        self._replica = msgspec.structs.replace(self._replica, is_new=False)
        return signature.action, written

    def found(self, annotator: str, edits: Sequence[Edit], *, decided: bool = False) -> Changes:
        """Write what a project begins with: nobody did it, so nobody undoes it.

        What nobody `decided` (the default scheme, who is registered) is older than anything that people do, in this
        project and in others that it meets.
        """
        stamp = self.clock.stamp if decided else self._first_stamps()
        with transaction(self._connection, self._seals):
            self._connection.execute(
                "INSERT INTO project SELECT lower(hex(randomblob(8))) WHERE NOT EXISTS (SELECT 1 FROM project)"
            )
            written = self._write(edits, _Signature(annotator, FOUNDING, None), stamp)
        self._replica = msgspec.structs.replace(self._replica, is_new=False)
        return written

    def _first_stamps(self) -> Callable[[], str]:
        """Stamps before all time, of which this replica never gives the same twice."""
        given = self._connection.execute(
            "SELECT count(*) FROM changes WHERE replica = ? AND stamp < ?", (self._replica.id, FIRST_MOMENT)
        ).fetchone()[0]
        numbers = itertools.count(given)
        return lambda: f"{0:012x}-{next(numbers):06x}-{self._replica.id}"

    def _write(self, edits: Sequence[Edit], signature: "_Signature", stamp: Callable[[], str]) -> Changes:
        rows: defaultdict[str, set[str]] = defaultdict(set)
        documents: set[str] = set()
        named: set[tuple[str, str]] = set()
        if self._replica.is_new:
            adopt(self._connection, self._replica)
        counter = self._connection.execute(
            "SELECT coalesce(max(counter), 0) FROM changes WHERE replica = ?", (self._replica.id,)
        ).fetchone()[0]
        for edit in map(self._dated, edits):
            concerned = self._documents(edit)
            is_another, columns = self._apply(edit)
            if not is_another:
                continue
            counter += 1
            self._record(edit, columns, signature, stamp(), counter)
            rows[edit.table].add(edit.row_id)
            documents |= concerned
            named |= {
                (one.parent, columns[one.column]) for one in NEEDS[edit.table] if columns and one.column in columns
            }
        self._check_references(named)
        return followed(self._connection, rows, documents)

    def _check_references(self, named: Iterable[tuple[str, str]]) -> None:
        """Raise sqlite3.IntegrityError if an action of ours rests on a row that is not there; others' may wait."""
        for table, row_id in named:
            if self._connection.execute(f"SELECT 1 FROM {table} WHERE id = ?", (row_id,)).fetchone() is None:
                error = sqlite3.IntegrityError(f"there is no row {row_id} of {table}")
                error.sqlite_errorcode = sqlite3.SQLITE_CONSTRAINT
                raise error

    def apply(self, changes: Iterable[Change]) -> "Applied":
        """Take in changes of other replicas; see `store.meeting`."""
        from annotator.store.meeting import apply

        applied = apply(self._connection, self._seals, changes, self.clock)
        if applied.is_doubled:
            # Somebody else writes under our name: a copy of this file, or a newer state of it that was put back.
            self._replica = another(self._replica)
            self.clock.replica = self._replica.id
        return applied

    def changes_of(self, action: str) -> list[Change]:
        """The journal rows of one action, in the order they were written."""
        rows = self._connection.execute("SELECT * FROM changes WHERE action = ? ORDER BY stamp, uid", (action,))
        return [change_of(row) for row in rows]

    def history(self, table: str, row_id: str) -> list[Change]:
        """Everything that ever happened to one row, in the order in which it happened."""
        rows = self._connection.execute(
            'SELECT * FROM changes WHERE "table" = ? AND row_id = ? ORDER BY stamp, uid', (table, row_id)
        )
        return [change_of(row) for row in rows]

    def last_annotator(self, table: str, row_id: str) -> str:
        """Who wrote or deleted a row last; nobody, if the journal does not know it."""
        row = self._connection.execute(
            'SELECT annotator FROM changes WHERE "table" = ? AND row_id = ? ORDER BY stamp DESC, uid DESC LIMIT 1',
            (table, row_id),
        ).fetchone()
        return "" if row is None else str(row[0])

    def actions(self, annotator: str, most_rows: int) -> list[tuple[str, str | None]]:
        """The last actions of someone in this file, oldest first: the id, and the action it took back.

        Looks at about `most_rows` journal rows of each replica that the file has been.
        """
        latest = self._connection.execute("SELECT coalesce(max(stamp), '') FROM changes").fetchone()[0]
        found: list[tuple[str, str, str | None]] = []
        for one in lineage(self._replica, latest):
            rows = self._connection.execute(
                """SELECT stamp, action, undoes FROM changes WHERE annotator = ? AND replica = ? AND stamp <= ?
                   AND action <> ? ORDER BY stamp DESC LIMIT ?""",
                (annotator, one.id, one.until, FOUNDING, most_rows),
            )
            found += [tuple(row) for row in rows]
        latest_first = dict.fromkeys((action, undoes) for _, action, undoes in sorted(found, reverse=True))
        return list(reversed(latest_first))

    def _dated(self, edit: Edit) -> Edit:
        """The edit with the time of the journal, by which documents are ordered, if it adds a document."""
        if edit.table != "documents" or edit.row is None or not edit.row.get("added", "").startswith(UNDATED):
            return edit
        return put("documents", {**edit.row, "added": self.clock.moment()})

    def _documents(self, edit: Edit) -> set[str]:
        """The documents whose marks or metadata an edit touches."""
        if edit.table == "documents":
            return {edit.row_id}
        if "document_id" not in TABLES[edit.table]:
            return set()
        if edit.row is not None and "document_id" in edit.row:
            return {edit.row["document_id"]}
        row = self._connection.execute(f"SELECT document_id FROM {edit.table} WHERE id = ?", (edit.row_id,)).fetchone()
        return set() if row is None else {row[0]}

    def _apply(self, edit: Edit) -> tuple[bool, Row | None]:
        """Do an edit to its table: whether anything is another by it, and which columns; None for a deleted row."""
        if edit.row is None:
            return remove_row(self._connection, edit.table, edit.row_id), None
        columns = self._changed(edit.table, edit.row_id, edit.row)
        if columns:
            write_row(self._connection, edit.table, edit.row_id, columns)
        return bool(columns), columns

    def _changed(self, table: str, row_id: str, row: Row) -> Row:
        """The columns by which a row differs from the stored one, all of a new row."""
        wanted = [column for column in TABLES[table] if column in row]
        held = self._stored(table, row_id, wanted)
        if held is None:
            return completed(table, row)
        changed = {column: row[column] for column in wanted if not _same(column, row[column], held[column])}
        companions = TOGETHER.get(table, ())
        if changed.keys().isdisjoint(companions) or changed.keys() >= set(companions):
            return changed
        all_held = self._stored(table, row_id, companions) or {}
        rest = {column: _read(table, row_id, column, all_held[column]) for column in companions}
        return {**rest, **{column: row[column] for column in companions if column in row}, **changed}

    def _stored(self, table: str, row_id: str, columns: Sequence[str]) -> Row | None:
        names = ", ".join(f'"{column}"' for column in columns)
        row = self._connection.execute(f"SELECT {names} FROM {table} WHERE id = ?", (row_id,)).fetchone()
        return None if row is None else dict(row)

    def _record(self, edit: Edit, columns: Row | None, signature: "_Signature", stamp: str, counter: int) -> None:
        self._connection.execute(
            "INSERT INTO changes VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                *(new_id(), stamp, signature.annotator, self._replica.id, counter, signature.action, signature.undoes),
                *(edit.table, edit.row_id, "delete" if edit.row is None else "put"),
                None if columns is None else msgspec.json.encode(columns).decode(),
                migrations.VERSION,
            ),
        )


class _Signature(NamedTuple):
    """Who did something, in which action, which takes back another or not."""

    annotator: str
    action: str
    undoes: str | None


def followed(
    connection: sqlite3.Connection, rows: Mapping[str, set[str]], documents: set[str], *, came: bool = False
) -> Changes:
    """Bring up to date what follows from rows that were written; all that is another by it.

    `came`: from other replicas, whose work nobody has held against the rules together with ours.
    """
    touched = defaultdict[str, set[str]](set, rows)
    if "settings" in touched and (whole := scheme_rows.whole(connection)) is not None:
        write_row(connection, "settings", scheme_rows.ROOT, {"id": scheme_rows.ROOT, "value": whole})
    for span_id, document_id in derived.follow(connection, touched, documents, came=came):
        touched["spans"].add(span_id)
        documents = documents | {document_id}
    return Changes(rows={table: frozenset(ids) for table, ids in touched.items()}, documents=frozenset(documents))


def put_row(connection: sqlite3.Connection, table: str, row: Row) -> None:
    """Write a whole row without a word in the journal: for what the journal says already."""
    write_row(connection, table, row["id"], completed(table, row))


def write_row(connection: sqlite3.Connection, table: str, row_id: str, columns: Row) -> None:
    """Write these columns of a row, all of them for a new one, and what is derived from them."""
    values = {column: _stored(column, value) for column, value in with_derived(table, columns).items()}
    if columns.keys() >= set(TABLES[table]):
        names = ", ".join(f'"{column}"' for column in values)
        marks = ", ".join("?" * len(values))
        updates = ", ".join(f'"{column}" = excluded."{column}"' for column in values if column != "id")
        statement = f"INSERT INTO {table} ({names}) VALUES ({marks}) ON CONFLICT (id) DO UPDATE SET {updates}"
        connection.execute(statement, tuple(values.values()))
    else:
        updates = ", ".join(f'"{column}" = ?' for column in values)
        connection.execute(f"UPDATE {table} SET {updates} WHERE id = ?", (*values.values(), row_id))
    if table == "documents" and "text" in columns:
        # What the texts say is found again through an index, which is made of them and so has no history.
        # Folding has no part in opening a project.
        from annotator.store import full_text

        full_text.add(connection, row_id, columns["text"])


def remove_row(connection: sqlite3.Connection, table: str, row_id: str) -> bool:
    """Take a row out of its table, and a text out of the index; False if there was none."""
    if table == "documents":
        from annotator.store import full_text

        full_text.remove(connection, row_id)
    return connection.execute(f"DELETE FROM {table} WHERE id = ?", (row_id,)).rowcount > 0


def _stored(column: str, value: object) -> object:
    return msgspec.json.encode(value).decode() if column in JSON_COLUMNS else value


def size_of(connection: sqlite3.Connection, action: str) -> int:
    """Return how many rows an action wrote or deleted."""
    return int(connection.execute("SELECT count(*) FROM changes WHERE action = ?", (action,)).fetchone()[0])


def change_of(row: sqlite3.Row) -> Change:
    """A row of the journal as a value. Raises BrokenRowError."""
    values = dict(row)
    broken = next(faults("changes", values), None)
    if broken is not None:
        raise BrokenRowError("changes", row["uid"], broken)
    values["row"] = None if row["row"] is None else _said(row["row"], row["table"], row["row_id"])
    return Change(**values)


def _said(text: str, table: str, row_id: str) -> Row:
    """The columns that a change put; BrokenRowError where they cannot be put again."""
    row = decode(text, dict[str, Any], "changes", row_id)
    broken = next(faults(table, row, decoded=True), None) or ("id" if row.get("id", row_id) != row_id else None)
    if broken is not None:
        raise BrokenRowError("changes", row_id, broken)
    return row


def _same(column: str, value: object, stored: object) -> bool:
    """Whether a column would hold the same; JSON may be written in more than one way."""
    wanted = _stored(column, value)
    if wanted == stored or column not in JSON_COLUMNS or not isinstance(stored, str):
        return bool(wanted == stored)
    return _json(wanted) == _json(stored)


def _json(text: object) -> object:
    """What JSON says; the text itself if it is none."""
    try:
        return msgspec.json.decode(text) if isinstance(text, str) else text
    except (msgspec.DecodeError, RecursionError):
        return text


def _read(table: str, row_id: str, column: str, value: object) -> object:
    return decode(value, Any, table, row_id) if column in JSON_COLUMNS else value
