"""Rows as they are written: without a word in the journal, and with what follows from them."""

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from operator import itemgetter
from typing import Any

import msgspec

from annotator.domain.change import Changes
from annotator.domain.row_history import Row
from annotator.store import derived, scheme_rows
from annotator.store.fold import completed, with_derived
from annotator.store.rows import DERIVED, JSON, TABLES, decode

_ENCODER = msgspec.json.Encoder()
JSON_COLUMNS = frozenset(column for table, column in JSON if table in TABLES)


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
    values = _stored_values(table, columns)
    if columns.keys() >= set(TABLES[table]):
        connection.execute(_whole_row(table, tuple(values)), tuple(values.values()))
    else:
        change_rows(connection, table, [(row_id, columns)])
    if table == "documents" and "text" in columns:
        # What the texts say is found again through an index, which is made of them and so has no history.
        # Folding has no part in opening a project.
        from annotator.store import full_text

        full_text.add(connection, row_id, columns["text"])


def change_rows(connection: sqlite3.Connection, table: str, rows: Sequence[tuple[str, Row]]) -> None:
    """Write some columns of rows that are there, the same ones of each, and what is derived from them."""
    stored = [(row_id, _stored_values(table, columns)) for row_id, columns in rows]
    updates = ", ".join(f'"{column}" = ?' for column in stored[0][1])
    connection.executemany(
        f"UPDATE {table} SET {updates} WHERE id = ?", [(*values.values(), row_id) for row_id, values in stored]
    )


def add_rows(connection: sqlite3.Connection, table: str, rows: Sequence[tuple[Row, Sequence[object]]]) -> None:
    """Write rows that say something of every column, each with its `stored_values`, and what is derived from them."""
    columns, made = TABLES[table], DERIVED.get(table, {})
    makers = list(made.values())
    values: Iterable[Sequence[object]] = (stored for _, stored in rows)
    if makers:
        values = ((*stored, *(make(row[source]) for source, make in makers)) for row, stored in rows)
    connection.executemany(_whole_row(table, (*columns, *made)), values)
    if table == "documents":
        from annotator.store import full_text

        full_text.add_all(connection, [(row["id"], row["text"]) for row, _ in rows])


def stored_values(table: str, row: Row) -> tuple[object, ...]:
    """Return what all columns of a row that the journal writes store, in the order of the table."""
    values_of, places = _getter(TABLES[table])
    values = list(values_of(row))
    for place in places:
        values[place] = _encoded(values[place])
    return tuple(values)


@cache
def _getter(columns: tuple[str, ...]) -> tuple[Callable[[Row], Sequence[object]], tuple[int, ...]]:
    """Return what gets these columns of a row, and the places of those that are JSON."""
    return itemgetter(*columns), tuple(place for place, one in enumerate(columns) if one in JSON_COLUMNS)


def _stored_values(table: str, columns: Row) -> dict[str, object]:
    """Return what these columns of a row, and those that are made of them, store."""
    return {column: stored_value(column, value) for column, value in with_derived(table, columns).items()}


@cache
def _whole_row(table: str, columns: tuple[str, ...]) -> str:
    """Return the statement that writes a whole row, whether there is one with its id or not."""
    names = ", ".join(f'"{column}"' for column in columns)
    marks = ", ".join("?" * len(columns))
    updates = ", ".join(f'"{column}" = excluded."{column}"' for column in columns if column != "id")
    return f"INSERT INTO {table} ({names}) VALUES ({marks}) ON CONFLICT (id) DO UPDATE SET {updates}"


def remove_row(connection: sqlite3.Connection, table: str, row_id: str) -> bool:
    """Take a row out of its table, and a text out of the index; False if there was none."""
    if table == "documents":
        from annotator.store import full_text

        full_text.remove(connection, row_id)
    return connection.execute(f"DELETE FROM {table} WHERE id = ?", (row_id,)).rowcount > 0


def remove_rows(connection: sqlite3.Connection, table: str, ids: Sequence[str]) -> None:
    """Take rows out of their table, and texts out of the index."""
    if table == "documents":
        from annotator.store import full_text

        for row_id in ids:
            full_text.remove(connection, row_id)
    connection.executemany(f"DELETE FROM {table} WHERE id = ?", [(row_id,) for row_id in ids])


def stored_value(column: str, value: object) -> object:
    """Return the value that a column stores: JSON as text."""
    return _encoded(value) if column in JSON_COLUMNS else value


def _encoded(value: object) -> str:
    return _ENCODER.encode(value).decode()


def is_same(column: str, value: object, stored: object) -> bool:
    """Return whether a column would hold the same; JSON may be written in more than one way."""
    wanted = stored_value(column, value)
    if wanted == stored or column not in JSON_COLUMNS or not isinstance(stored, str):
        return bool(wanted == stored)
    return json_value(wanted) == json_value(stored)


def json_value(text: object) -> object:
    """Return the value of JSON text; what is none, as it is."""
    try:
        return msgspec.json.decode(text) if isinstance(text, str) else text
    except (msgspec.DecodeError, RecursionError):
        return text


def read_value(table: str, row_id: str, column: str, value: object) -> object:
    """Return the value of a stored column. Raises BrokenRowError."""
    return decode(value, Any, table, row_id) if column in JSON_COLUMNS else value
