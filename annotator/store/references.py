"""Reading rows as the journal has them, and the rows that name them."""

import sqlite3
from collections.abc import Iterator
from typing import Any

from annotator.store.bonds import REFERENCES, RowKey
from annotator.store.row_writing import read_value
from annotator.store.rows import TABLES


def stored_row(connection: sqlite3.Connection, key: RowKey) -> dict[str, Any] | None:
    """A row with its JSON read, as the journal has it. Raises BrokenRowError."""
    table, row_id = key
    row = connection.execute(f"SELECT * FROM {table} WHERE id = ?", (row_id,)).fetchone()
    if row is None:
        return None
    return {column: read_value(table, row_id, column, value) for column, value in dict(row).items()}


def referring(connection: sqlite3.Connection, key: RowKey) -> Iterator[RowKey]:
    """The rows that name this one, its parts aside."""
    table, row_id = key
    for one in REFERENCES:
        if one.parent == table and one.bond != "part":
            rows = connection.execute(f'SELECT id FROM {one.table} WHERE "{one.column}" = ?', (row_id,))
            yield from ((one.table, row["id"]) for row in rows)


def rows_of_document(connection: sqlite3.Connection, document_id: str) -> Iterator[RowKey]:
    """The rows of all tables that belong to a document, the later made before what they may rest on."""
    for table in reversed(tuple(TABLES)):
        if "document_id" in TABLES[table]:
            rows = connection.execute(f"SELECT id FROM {table} WHERE document_id = ?", (document_id,))
            yield from [(table, row["id"]) for row in rows]


def has_row(connection: sqlite3.Connection, key: RowKey) -> bool:
    """Return whether a row is there."""
    return connection.execute(f"SELECT 1 FROM {key[0]} WHERE id = ?", (key[1],)).fetchone() is not None
