"""The journal read backwards: the actions that touched a row, a document or the project, and rows as they once were."""

import sqlite3
from collections.abc import Iterable

from annotator.domain.change import Change
from annotator.store.bonds import RowKey
from annotator.store.change_rows import change_of

LAST_STAMP = "~"
"""Sorts behind every stamp."""


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


def latest_actions(connection: sqlite3.Connection, most: int) -> list[Change]:
    """Return the changes of the last actions, the oldest first."""
    actions = connection.execute(
        "SELECT action FROM changes GROUP BY action ORDER BY max(stamp) DESC LIMIT ?", (most,)
    ).fetchall()
    found: list[Change] = []
    for (action,) in actions:
        found += map(change_of, connection.execute("SELECT * FROM changes WHERE action = ?", (action,)))
    return sorted(found, key=lambda one: (one.stamp, one.uid))
