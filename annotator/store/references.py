"""Reading rows as the journal has them, and the rows that name them."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from typing import Any

import msgspec

from annotator.store.bonds import REFERENCES, RowKey
from annotator.store.row_writing import read_value
from annotator.store.rows import TABLES

MOST_TOGETHER = 500
"""Rows that one statement asks for or writes."""


def stored_row(connection: sqlite3.Connection, key: RowKey) -> dict[str, Any] | None:
    """A row with its JSON read, as the journal has it. Raises BrokenRowError."""
    table, row_id = key
    row = connection.execute(f"SELECT * FROM {table} WHERE id = ?", (row_id,)).fetchone()
    if row is None:
        return None
    return {column: read_value(table, row_id, column, value) for column, value in dict(row).items()}


def stored_rows(connection: sqlite3.Connection, keys: Iterable[RowKey]) -> dict[RowKey, dict[str, Any]]:
    """Return those of these rows that are there, as `stored_row` has them."""
    return {
        (table, row["id"]): {column: read_value(table, row["id"], column, value) for column, value in dict(row).items()}
        for table, some in _by_table(keys).items()
        for ids in batches(some)
        for row in connection.execute(f"SELECT * FROM {table} WHERE id IN (SELECT value FROM json_each(?))", (ids,))
    }


def naming(connection: sqlite3.Connection, keys: Iterable[RowKey]) -> Iterator[tuple[RowKey, RowKey]]:
    """Yield each of these rows that others name, its parts aside, with each row that names it."""
    for table, some in _by_table(keys).items():
        users = [one for one in REFERENCES if one.parent == table and one.bond != "part"]
        for ids, one in product(batches(some), users):
            rows = connection.execute(
                f'SELECT "{one.column}", id FROM {one.table} WHERE "{one.column}" IN (SELECT value FROM json_each(?))',
                (ids,),
            )
            yield from (((table, row[0]), (one.table, row[1])) for row in rows)


def batches(ids: Sequence[str]) -> list[str]:
    """Return ids as JSON arrays, each of as many as one statement asks for."""
    return [
        msgspec.json.encode(ids[start : start + MOST_TOGETHER]).decode() for start in range(0, len(ids), MOST_TOGETHER)
    ]


def _by_table(keys: Iterable[RowKey]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for table, row_id in keys:
        found.setdefault(table, []).append(row_id)
    return found


def rows_of_document(connection: sqlite3.Connection, document_id: str) -> Iterator[RowKey]:
    """The rows of all tables that belong to a document, the later made before what they may rest on."""
    for table in reversed(tuple(TABLES)):
        if "document_id" in TABLES[table]:
            rows = connection.execute(f"SELECT id FROM {table} WHERE document_id = ?", (document_id,))
            yield from [(table, row["id"]) for row in rows]


def has_row(connection: sqlite3.Connection, key: RowKey) -> bool:
    """Return whether a row is there."""
    return connection.execute(f"SELECT 1 FROM {key[0]} WHERE id = ?", (key[1],)).fetchone() is not None
