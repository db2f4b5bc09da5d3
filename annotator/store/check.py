"""`musnad check`: whether a project file holds together, from SQLite's pages up to the rules of the domain."""

import sqlite3
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from annotator.domain.document import document_id
from annotator.domain.scheme import Scheme
from annotator.domain.scheme_faults import faults as scheme_faults
from annotator.domain.span import as_parts
from annotator.errors import MusnadError
from annotator.store import index_check, rows
from annotator.store.bounded import long_work
from annotator.store.journal import JSON_COLUMNS, TABLES
from annotator.store.rows import COLUMNS, Row, faults, readable
from annotator.visible import clipped

LINE = 300
"""Code points of a line at most: what it names may come from anyone."""


def problems(connection: sqlite3.Connection, scheme: Scheme) -> list[str]:
    """Everything that is wrong, a line each, most basic first. Nothing in a file makes it raise."""
    damage = [row[0] for row in connection.execute("PRAGMA integrity_check(20)") if row[0] != "ok"]
    if damage:
        return [f"the file is damaged: {line}" for line in damage]
    with long_work(connection):
        broken = list(_forms(connection))
        found = [*_references(connection), *broken]
        if any(line.endswith("it is no text") for line in broken):
            return [clipped(line, LINE) for line in found]
        found += _texts(connection)
        found += index_check.problems(connection)
        found += (f"the scheme: {fault.reason}" for fault in scheme_faults(scheme))
        found += _spans(connection, scheme)
        found += _relations(connection, scheme)
        found += _journal(connection)
    return [clipped(line, LINE) for line in dict.fromkeys(found)]


def _references(connection: sqlite3.Connection) -> Iterator[str]:
    for row in connection.execute("PRAGMA foreign_key_check"):
        yield f"{row['table']} {row['rowid']}: points to a row of {row['parent']} that is not there"


def _forms(connection: sqlite3.Connection) -> Iterator[str]:
    """Every row of every table must be one that Musnad could have written, and every row that a change put, too."""
    with readable(connection):
        for table in COLUMNS:
            for row in map(dict, connection.execute(f"SELECT * FROM {table}")):
                name = f"{table} {clipped(str(row['uid' if table == 'changes' else 'id']), 40)}"
                broken = list(faults(table, row))
                if table == "changes" and not broken and row["op"] == "put":
                    said = rows.decode(row["row"], dict[str, Any], table, row["uid"])
                    broken = [f"row: {fault}" for fault in faults(row["table"], said, decoded=True)]
                yield from (f"{name}: {fault}" for fault in broken)


def _texts(connection: sqlite3.Connection) -> Iterator[str]:
    for row in connection.execute("SELECT id, text FROM documents"):
        if document_id(row["text"]) != row["id"]:
            yield f"document {row['id']}: its text is not the one it was imported with"


def _spans(connection: sqlite3.Connection, scheme: Scheme) -> Iterator[str]:
    labels = {label.key for label in scheme.labels}
    rows = connection.execute(
        """SELECT s.id, s.label, s.start, s."end", s.parts, length(d.text) AS length FROM spans AS s
           JOIN documents AS d ON d.id = s.document_id"""
    )
    for row in rows:
        if row["label"] not in labels:
            yield f"span {row['id']}: the scheme has no label {row['label']!r}"
        try:
            parts = msgspec.json.decode(row["parts"], type=tuple[tuple[int, int], ...])
            if as_parts(parts, row["length"]) != parts or (parts[0][0], parts[-1][1]) != (
                row["start"],
                row["end"],
            ):
                yield f"span {row['id']}: its parts are not sorted and joined"
        except (MusnadError, msgspec.DecodeError, IndexError, RecursionError) as error:
            yield f"span {row['id']}: {error}"


def _relations(connection: sqlite3.Connection, scheme: Scheme) -> Iterator[str]:
    kinds = {kind.key: kind for kind in scheme.relations}
    rows = connection.execute(
        """SELECT r.id, r.label, f.label AS from_label, t.label AS to_label,
               r.document_id = f.document_id AND r.document_id = t.document_id
               AND r.annotator = f.annotator AND r.annotator = t.annotator AS together
           FROM relations AS r JOIN spans AS f ON f.id = r.from_id JOIN spans AS t ON t.id = r.to_id"""
    )
    for row in rows:
        kind = kinds.get(row["label"])
        if kind is None:
            yield f"relation {row['id']}: the scheme has no relation {row['label']!r}"
        elif row["from_label"] not in kind.from_ or row["to_label"] not in kind.to:
            yield f"relation {row['id']}: the scheme does not allow {row['label']!r} between its ends"
        if not row["together"]:
            yield f"relation {row['id']}: its ends are not of one annotator in one document"


def _journal(connection: sqlite3.Connection) -> Iterator[str]:
    """Each row must be what its last change says, and each last change must have its row."""
    for table, columns in TABLES.items():
        latest = latest_rows(connection, table)
        for row in connection.execute(f"SELECT * FROM {table}"):
            said = latest.pop(row["id"], None)
            if said is None:
                yield f"{table} {row['id']}: the journal does not know it"
            elif _plain(said, columns) != _plain(dict(row), columns):
                yield f"{table} {row['id']}: it is not what the journal says"
        for row_id, said in latest.items():
            if said is not None:
                yield f"{table} {row_id}: the journal has it, the table does not"


def latest_rows(connection: sqlite3.Connection, table: str) -> dict[str, Row | None]:
    """The rows of a table as the journal has them; None for one that was deleted, nothing in one that is broken."""
    found = connection.execute(
        'SELECT row_id, row, max(stamp) FROM changes WHERE "table" = ? GROUP BY row_id', (table,)
    )
    return {row_id: None if row is None else _said(row) for row_id, row, _ in found}


def _said(text: str) -> Row:
    read = _read(text)
    return read if isinstance(read, dict) else {}


def _plain(row: Mapping[str, object], columns: tuple[str, ...]) -> dict[str, object]:
    """A row with its JSON read, so that a table row and a journal row can be compared."""
    return {column: _read(row.get(column)) if column in JSON_COLUMNS else row.get(column) for column in columns}


def _read(value: object) -> object:
    """A value with its JSON read; what is none stays, and is not what the journal says."""
    try:
        return msgspec.json.decode(value) if isinstance(value, str) else value
    except (msgspec.DecodeError, RecursionError):
        return value
