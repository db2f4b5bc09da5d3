"""The one way to write: every row goes in together with the journal row that says who wrote it, and when.

The journal is the audit trail, the undo history and what colleagues will exchange. There is no second mechanism.
"""

import contextlib
import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from annotator.domain.change import Change, Changes
from annotator.domain.ids import new_id
from annotator.store.clock import Clock
from annotator.store.replicas import adopt, lineage, replica_of
from annotator.store.rows import BrokenRowError, decode, faults, is_stamp
from annotator.store.seals import Seals

TABLES: Mapping[str, tuple[str, ...]] = {
    "documents": ("id", "title", "text", "language", "direction", "intake", "added"),
    "origins": ("id", "document_id", "url", "publisher", "published", "path"),
    "annotators": ("id", "kind", "name"),
    "annotation_sets": ("id", "document_id", "annotator", "status"),
    "actors": ("id", "name", "kind", "wikidata", "note"),
    "actor_aliases": ("id", "actor_id", "alias", "place"),
    "spans": (
        *("id", "document_id", "annotator", "label", "start", "end", "parts"),
        *("attributes", "actor_id", "derived_from", "decided_by"),
    ),
    "relations": (
        *("id", "document_id", "annotator", "label", "from_id", "to_id"),
        *("attributes", "derived_from", "decided_by"),
    ),
    "refusals": ("id", "document_id", "annotator", "label", "parts"),
    "settings": ("id", "value"),
}
"""Every table that the journal writes, with its columns."""

UNDATED = "~"
"""How `added` of a document begins that is not written yet: it sorts behind every day."""
JSON_COLUMNS = frozenset({"parts", "attributes", "intake", "value"})

Row = Mapping[str, Any]


class Edit(msgspec.Struct, frozen=True):
    """One row to put (the whole of it) or, with `row` None, to delete."""

    table: str
    row_id: str
    row: Row | None


def put(table: str, row: Row) -> Edit:
    """An edit that writes this row, which has an `id`."""
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

        `action` goes on with one that was begun: long work writes an article at a time, and is undone in one step.
        Raises sqlite3.Error, with nothing written.
        """
        action = action or new_id()
        rows: defaultdict[str, set[str]] = defaultdict(set)
        documents: set[str] = set()
        with transaction(self._connection, self._seals):
            if self._replica.is_new:
                adopt(self._connection, self._replica)
            for edit in map(self._dated, edits):
                documents |= self._documents(edit)
                self._apply(edit)
                self._record(edit, annotator, action, undoes)
                rows[edit.table].add(edit.row_id)
        self._replica = msgspec.structs.replace(self._replica, is_new=False)
        return action, Changes(
            rows={table: frozenset(ids) for table, ids in rows.items()}, documents=frozenset(documents)
        )

    def changes_of(self, action: str) -> list[Change]:
        """The journal rows of one action, in the order they were written."""
        rows = self._connection.execute("SELECT * FROM changes WHERE action = ? ORDER BY stamp", (action,))
        return [_change(row) for row in rows]

    def history(self, table: str, row_id: str) -> list[Change]:
        """Everything that ever happened to one row, in the order in which it happened."""
        rows = self._connection.execute(
            'SELECT * FROM changes WHERE "table" = ? AND row_id = ? ORDER BY stamp', (table, row_id)
        )
        return [_change(row) for row in rows]

    def last_annotator(self, table: str, row_id: str) -> str:
        """Who wrote or deleted a row last; nobody, if the journal does not know it."""
        row = self._connection.execute(
            'SELECT annotator FROM changes WHERE "table" = ? AND row_id = ? ORDER BY stamp DESC LIMIT 1',
            (table, row_id),
        ).fetchone()
        return "" if row is None else str(row[0])

    def actions(self, annotator: str, most_rows: int) -> list[tuple[str, str | None]]:
        """The last actions of someone in this file, oldest first: the id, and the action it took back.

        Looks at about `most_rows` journal rows of each replica that the file has been. What only registers people, or
        gives a project its first settings, is not among them: nobody did it, so nobody undoes it.
        """
        latest = self._connection.execute("SELECT coalesce(max(stamp), '') FROM changes").fetchone()[0]
        found: list[tuple[str, str, str | None]] = []
        for one in lineage(self._replica, latest):
            rows = self._connection.execute(
                """SELECT stamp, action, undoes FROM changes WHERE annotator = ? AND device = ? AND stamp <= ?
                   AND "table" <> 'annotators' AND ("table" <> 'settings' OR EXISTS (
                       SELECT 1 FROM changes AS earlier WHERE earlier."table" = 'settings'
                       AND earlier.row_id = changes.row_id AND earlier.stamp < changes.stamp))
                   ORDER BY stamp DESC LIMIT ?""",
                (annotator, one.id, one.until, most_rows),
            )
            found += [tuple(row) for row in rows]
        latest_first = dict.fromkeys((action, undoes) for _, action, undoes in sorted(found, reverse=True))
        return list(reversed(latest_first))

    def _dated(self, edit: Edit) -> Edit:
        """The edit with the time of the journal, by which documents are ordered, if it adds a document."""
        if edit.table != "documents" or edit.row is None or not edit.row["added"].startswith(UNDATED):
            return edit
        return put("documents", {**edit.row, "added": self.clock.moment()})

    def _documents(self, edit: Edit) -> set[str]:
        """The documents whose marks or metadata an edit touches."""
        if edit.table == "documents":
            return {edit.row_id}
        if "document_id" not in TABLES[edit.table]:
            return set()
        if edit.row is not None:
            return {edit.row["document_id"]}
        row = self._connection.execute(f"SELECT document_id FROM {edit.table} WHERE id = ?", (edit.row_id,)).fetchone()
        return set() if row is None else {row[0]}

    def _apply(self, edit: Edit) -> None:
        if edit.table == "documents":
            self._index(edit)
        if edit.row is None:
            self._connection.execute(f"DELETE FROM {edit.table} WHERE id = ?", (edit.row_id,))
            return
        put_row(self._connection, edit.table, edit.row)

    def _index(self, edit: Edit) -> None:
        """What the texts say is found again through an index, which is made of them and so has no history."""
        # Folding has no part in opening a project.
        from annotator.store import full_text

        if edit.row is None:
            full_text.remove(self._connection, edit.row_id)
        else:
            full_text.add(self._connection, edit.row_id, edit.row["text"])

    def _record(self, edit: Edit, annotator: str, action: str, undoes: str | None) -> None:
        self._connection.execute(
            "INSERT INTO changes VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                *(new_id(), self.clock.stamp(), annotator, self.clock.replica, action, undoes),
                *(edit.table, edit.row_id, "delete" if edit.row is None else "put"),
                None if edit.row is None else msgspec.json.encode(edit.row).decode(),
            ),
        )


def put_row(connection: sqlite3.Connection, table: str, row: Row) -> None:
    """Write a row without a word in the journal: for `commit`, and for what the journal says already."""
    columns = TABLES[table]
    names = ", ".join(f'"{column}"' for column in columns)
    marks = ", ".join("?" * len(columns))
    updates = ", ".join(f'"{column}" = excluded."{column}"' for column in columns[1:])
    connection.execute(
        f"INSERT INTO {table} ({names}) VALUES ({marks}) ON CONFLICT (id) DO UPDATE SET {updates}",
        [_stored(column, row.get(column)) for column in columns],
    )


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


def _stored(column: str, value: object) -> object:
    return msgspec.json.encode(value).decode() if column in JSON_COLUMNS else value


def _change(row: sqlite3.Row) -> Change:
    values = dict(row)
    broken = next(faults("changes", values), None)
    if broken is not None:
        raise BrokenRowError("changes", row["uid"], broken)
    values["row"] = None if row["row"] is None else _said(row["row"], row["table"], row["row_id"])
    return Change(**values)


def _said(text: str, table: str, row_id: str) -> Row:
    """The row that a change put; BrokenRowError where it cannot be put again."""
    row = decode(text, dict[str, Any], "changes", row_id)
    broken = next(faults(table, row, decoded=True), None) or ("id" if row.get("id") != row_id else None)
    if broken is not None:
        raise BrokenRowError("changes", row_id, broken)
    return row
