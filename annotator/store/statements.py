"""Reading the registry of statements, and the rows that write it."""

import sqlite3

import msgspec

from annotator.domain.statement import Statement, parents
from annotator.errors import NotFoundError
from annotator.store import rows
from annotator.store.edits import Edit, delete, put
from annotator.store.schema_blocks import first_stamp

# A row that undo brings back has a new number, and the time of its first change still.
_IN_ORDER = f"""
SELECT s.id, text, coalesce(r.root, s.parent_id) AS parent_id, note, color FROM statements AS s
LEFT JOIN statement_roots AS r ON r.id = s.parent_id WHERE s.id NOT IN (SELECT id FROM statement_roots)
ORDER BY {first_stamp("statements", "s.id")}, s.id"""


def statements(connection: sqlite3.Connection) -> list[Statement]:
    """Every entry, in the order they came, with the wider statement that is there."""
    found = [rows.record(Statement, "statements", dict(row)) for row in connection.execute(_IN_ORDER)]
    wider = parents({one.id: one for one in found})
    return [msgspec.structs.replace(one, parent_id=wider.get(one.id)) for one in found]


def statement(connection: sqlite3.Connection, statement_id: str) -> Statement | None:
    """The entry with this id."""
    return next((one for one in statements(connection) if one.id == statement_id), None)


def entry(connection: sqlite3.Connection, statement_id: str) -> Statement:
    """The entry with this id, or NotFoundError."""
    found = statement(connection, statement_id)
    if found is None:
        raise NotFoundError("The registry has no statement {id!r}.", id=statement_id)
    return found


def has_entry(connection: sqlite3.Connection, statement_id: str) -> bool:
    """Return whether there is an entry with this id that was not merged into another."""
    found = connection.execute(
        "SELECT 1 FROM statements WHERE id = ? AND id NOT IN (SELECT id FROM statement_roots)", (statement_id,)
    )
    return found.fetchone() is not None


def wordings(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    """Each wording of an entry with its id: its own first, then those of the entries that were merged into it."""
    found = connection.execute(
        """SELECT coalesce(r.root, s.id), s.text FROM statements AS s LEFT JOIN statement_roots AS r ON r.id = s.id
           ORDER BY r.root IS NOT NULL, s.id"""
    )
    return [(row[0], row[1]) for row in found]


def is_taken(connection: sqlite3.Connection, statement_id: str) -> bool:
    """Return whether an entry has this id, or had it before it was merged."""
    return connection.execute("SELECT 1 FROM statements WHERE id = ?", (statement_id,)).fetchone() is not None


def statement_row(statement: Statement, held: Statement | None = None) -> Edit:
    """The edit that writes a new entry, or what is another of one that is `held`."""
    values = msgspec.to_builtins(statement)
    if held is not None:
        changed = {name for name in values if getattr(held, name) != getattr(statement, name)}
        values = {name: value for name, value in values.items() if name == "id" or name in changed}
    return put("statements", values)


def merged_row(statement_id: str, into: str) -> Edit:
    """The edit that makes an entry a part of another; its claims are that one's from then on."""
    return put("statements", {"id": statement_id, "merged_into": into})


def removed_rows(connection: sqlite3.Connection, statement_id: str) -> list[Edit]:
    """The edits that take an entry out of the registry, with those that were merged into it."""
    found = connection.execute("SELECT id FROM statement_roots WHERE root = ? ORDER BY id", (statement_id,))
    return [delete("statements", one) for one in (statement_id, *(row["id"] for row in found))]
