"""The journal read backwards: the actions that touched a row, a document or the project, and rows as they once were."""

import sqlite3
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from annotator.domain.change import Change
from annotator.domain.row_history import Row
from annotator.store.bonds import RowKey
from annotator.store.change_rows import change_of
from annotator.store.rows import decode

LAST_STAMP = "~"
"""Sorts behind every stamp."""


class ActionRow(msgspec.Struct, frozen=True, kw_only=True):
    """The part of an action that concerns one row: the columns that were put, None for a delete; of a document none.

    `is_new`: the row was not there before.
    """

    table: str
    row_id: str
    annotator: str
    stamp: str
    is_new: bool
    row: Row | None


def changes_of_rows(connection: sqlite3.Connection, keys: Iterable[RowKey], until: str = LAST_STAMP) -> list[Change]:
    """Return the changes of these rows up to a stamp, the oldest first."""
    found: list[Change] = []
    for key in keys:
        rows = connection.execute(
            'SELECT * FROM changes WHERE "table" = ? AND row_id = ? AND stamp <= ?', (*key, until)
        )
        found += map(change_of, rows)
    return sorted(found, key=lambda one: (one.stamp, one.uid))


def rows_ever_of(connection: sqlite3.Connection, document_id: str) -> list[RowKey]:
    """Return every row that belongs to a document or once did, the document among them."""
    found = connection.execute(
        """SELECT DISTINCT "table", row_id FROM changes
           WHERE row IS NOT NULL AND json_extract(row, '$.document_id') = ?""",
        (document_id,),
    )
    return [("documents", document_id), *((table, row_id) for table, row_id in found)]


def links_ever_of(connection: sqlite3.Connection, span_id: str) -> list[RowKey]:
    """Return every relation that leads from a mark or to it, or once did."""
    found = connection.execute(
        """SELECT DISTINCT row_id FROM changes WHERE "table" = 'relations' AND row IS NOT NULL
           AND ? IN (json_extract(row, '$.from_id'), json_extract(row, '$.to_id'))""",
        (span_id,),
    )
    return [("relations", row_id) for (row_id,) in found]


def owner_of(connection: sqlite3.Connection, key: RowKey) -> tuple[str, str] | None:
    """Return the document and the annotator that a row has, or had first; None for one that belongs to nobody."""
    row = connection.execute(
        """SELECT json_extract(row, '$.document_id'), json_extract(row, '$.annotator') FROM changes
           WHERE "table" = ? AND row_id = ? AND json_type(row, '$.annotator') = 'text'
           ORDER BY stamp, uid LIMIT 1""",
        key,
    ).fetchone()
    return None if row is None else (str(row[0]), str(row[1]))


def stamp_of_action(connection: sqlite3.Connection, action: str) -> str | None:
    """Return the stamp at which an action was done; None if there is none of this id."""
    (stamp,) = connection.execute("SELECT max(stamp) FROM changes WHERE action = ?", (action,)).fetchone()
    return None if stamp is None else str(stamp)


def actions_before(
    connection: sqlite3.Connection, before: str, document_id: str | None = None
) -> Iterator[tuple[str, str]]:
    """Yield the actions before a stamp (of a document, or all), each with its stamp, the newest first.

    An action comes once for each of its rows. The journal is read backwards as far as it is asked.
    """
    earlier = """(SELECT json_extract(p.row, '$.document_id') FROM changes AS p
        WHERE p."table" = c."table" AND p.row_id = c.row_id AND json_extract(p.row, '$.document_id') IS NOT NULL)"""
    # The columns of a change say it for a new row alone, and the text of a document is too long to be looked through.
    concerns = f"""CASE WHEN c."table" = 'documents' THEN c.row_id
        ELSE coalesce(json_extract(c.row, '$.document_id'), {earlier}) END = :document"""
    found = connection.execute(
        f"""SELECT action, stamp FROM changes AS c WHERE stamp < :before AND (:document IS NULL OR {concerns})
            ORDER BY stamp DESC""",
        {"before": before, "document": document_id},
    )
    yield from ((str(action), str(stamp)) for action, stamp in found)


def actions_of_rows(connection: sqlite3.Connection, keys: Iterable[RowKey], before: str) -> Iterator[tuple[str, str]]:
    """Yield the actions before a stamp that touched one of these rows, as `actions_before` does."""
    found = (one for one in reversed(changes_of_rows(connection, keys, before)) if one.stamp < before)
    yield from ((one.action, one.stamp) for one in found)


def rows_of_action(connection: sqlite3.Connection, action: str, most: int) -> list[ActionRow]:
    """Return the first rows of an action, in the order in which they were written; none: it is not in the journal."""
    found = connection.execute(
        """SELECT "table", row_id, annotator, stamp, coalesce(json_extract(row, '$.id') IS NOT NULL, 0) AS is_new,
               CASE WHEN "table" = 'documents' AND row IS NOT NULL THEN '{}' ELSE row END AS row
           FROM changes WHERE action = ? LIMIT ?""",
        (action, most),
    )
    return [
        ActionRow(
            table=table,
            row_id=row_id,
            annotator=annotator,
            stamp=stamp,
            is_new=bool(is_new),
            row=None if row is None else decode(row, dict[str, Any], "changes", row_id),
        )
        for table, row_id, annotator, stamp, is_new, row in found
    ]


def size_of(connection: sqlite3.Connection, action: str, table: str) -> int:
    """Return how many rows of a table an action wrote or deleted."""
    counted = 'SELECT count(DISTINCT row_id) FROM changes WHERE action = ? AND "table" = ?'
    return int(connection.execute(counted, (action, table)).fetchone()[0])


def undone_by(connection: sqlite3.Connection, action: str) -> str | None:
    """Return the action that an action took back; None if it took none back, or is not in the journal."""
    row = connection.execute("SELECT undoes FROM changes WHERE action = ? LIMIT 1", (action,)).fetchone()
    return None if row is None or row[0] is None else str(row[0])


def last_title(connection: sqlite3.Connection, document_id: str) -> str:
    """Return the title that a document was given last, whether it is there or not; empty for one that never was."""
    row = connection.execute(
        """SELECT json_extract(row, '$.title') AS title FROM changes
           WHERE "table" = 'documents' AND row_id = ? AND title IS NOT NULL ORDER BY stamp DESC LIMIT 1""",
        (document_id,),
    ).fetchone()
    return "" if row is None else str(row[0])


def rows_changed_since(connection: sqlite3.Connection, stamp: str, tables: Iterable[str]) -> list[RowKey]:
    """Return the rows of these tables that were written or deleted after a stamp."""
    names = ", ".join(f"'{table}'" for table in tables)
    found = connection.execute(
        f'SELECT DISTINCT "table", row_id FROM changes WHERE stamp > ? AND "table" IN ({names})', (stamp,)
    )
    return [(table, row_id) for table, row_id in found]


def latest_actions(connection: sqlite3.Connection, most: int) -> list[Change]:
    """Return the changes of the last actions, the oldest first."""
    actions = connection.execute(
        "SELECT action FROM changes GROUP BY action ORDER BY max(stamp) DESC LIMIT ?", (most,)
    ).fetchall()
    found: list[Change] = []
    for (action,) in actions:
        found += map(change_of, connection.execute("SELECT * FROM changes WHERE action = ?", (action,)))
    return sorted(found, key=lambda one: (one.stamp, one.uid))
