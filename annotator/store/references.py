"""Which rows rest on which others: the columns that name a row of another table."""

import sqlite3
from collections.abc import Iterator
from typing import Any, Literal, NamedTuple

from annotator.store.journal import JSON_COLUMNS
from annotator.store.rows import decode

Key = tuple[str, str]
"""A table and the id of a row in it."""

Bond = Literal["needs", "part", "loose", "trace"]


class Reference(NamedTuple):
    """Rows of `table` name a row of `parent` in this column.

    "needs": they cannot be without it; "part": they belong to it and say nothing by themselves; "loose": they are
    whole without it, and then name nothing; "trace": they tell where they came from, whether it is there or not.
    """

    table: str
    column: str
    parent: str
    bond: Bond = "needs"


REFERENCES = (
    Reference("origins", "document_id", "documents", "part"),
    Reference("annotation_sets", "document_id", "documents"),
    Reference("annotation_sets", "annotator", "annotators"),
    Reference("actor_aliases", "actor_id", "actors", "part"),
    Reference("spans", "document_id", "documents"),
    Reference("spans", "annotator", "annotators"),
    Reference("spans", "actor_id", "actors", "loose"),
    Reference("spans", "derived_from", "spans", "trace"),
    Reference("relations", "document_id", "documents"),
    Reference("relations", "annotator", "annotators"),
    Reference("relations", "from_id", "spans"),
    Reference("relations", "to_id", "spans"),
    Reference("refusals", "document_id", "documents"),
    Reference("refusals", "annotator", "annotators"),
)


def stored_row(connection: sqlite3.Connection, key: Key) -> dict[str, Any] | None:
    """A row with its JSON read, as the journal has it. Raises BrokenRowError."""
    table, row_id = key
    row = connection.execute(f"SELECT * FROM {table} WHERE id = ?", (row_id,)).fetchone()
    if row is None:
        return None
    return {
        column: decode(value, Any, table, row_id) if column in JSON_COLUMNS else value
        for column, value in dict(row).items()
    }


def referring(connection: sqlite3.Connection, key: Key) -> Iterator[Key]:
    """The rows that name this one, its parts aside."""
    table, row_id = key
    for one in REFERENCES:
        if one.parent == table and one.bond != "part":
            rows = connection.execute(f'SELECT id FROM {one.table} WHERE "{one.column}" = ?', (row_id,))
            yield from ((one.table, row["id"]) for row in rows)


def has_row(connection: sqlite3.Connection, key: Key) -> bool:
    """Whether a row is there."""
    return connection.execute(f"SELECT 1 FROM {key[0]} WHERE id = ?", (key[1],)).fetchone() is not None
