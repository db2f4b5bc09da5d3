"""The journal read backwards: the actions that touched a row, a document or the project, and rows as they once were."""

import sqlite3
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from annotator.domain.change import Change
from annotator.domain.row_history import Row
from annotator.store.block_reading import blocks, blocks_about
from annotator.store.blocks import changes_in, subject_of
from annotator.store.bonds import RowKey
from annotator.store.row_histories import histories, history_of, keys_of_action, of_action, ordered
from annotator.store.rows import decode, json_list

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
    found = (one for history in histories(connection, keys).values() for one in history if one.stamp <= until)
    return ordered(found)


def rows_ever_of(connection: sqlite3.Connection, document_id: str) -> list[RowKey]:
    """Return every row that belongs to a document or once did, the document among them."""
    found = connection.execute(
        """SELECT DISTINCT "table", row_id FROM changes
           WHERE row IS NOT NULL AND json_extract(row, '$.document_id') = ?""",
        (document_id,),
    )
    keys = [(table, row_id) for table, row_id in found]
    return list(dict.fromkeys([("documents", document_id), *keys, *_packed_rows(connection, document_id)]))


def _packed_rows(connection: sqlite3.Connection, document_id: str) -> list[RowKey]:
    """Return the rows of a document that blocks say something of."""
    return [
        (one.table, one.row_id)
        for block in blocks_about(connection, "documents", document_id)
        for one in changes_in(block)
        if one.row is not None and one.row.get("document_id") == document_id
    ]


def links_ever_of(connection: sqlite3.Connection, span_id: str) -> list[RowKey]:
    """Return every relation that leads from a mark or to it, or once did."""
    found = connection.execute(
        """SELECT DISTINCT row_id FROM changes WHERE "table" = 'relations' AND row IS NOT NULL
           AND ? IN (json_extract(row, '$.from_id'), json_extract(row, '$.to_id'))""",
        (span_id,),
    )
    keys = [("relations", row_id) for (row_id,) in found]
    owner = owner_of(connection, ("spans", span_id))
    if owner is not None:
        # Those of its document: what a relation leads from and to is on one.
        beside = [key for key in _packed_rows(connection, owner[0]) if key[0] == "relations"]
        for key, history in histories(connection, beside).items():
            if any(one.row and span_id in (one.row.get("from_id"), one.row.get("to_id")) for one in history):
                keys.append(key)
    return list(dict.fromkeys(keys))


def owner_of(connection: sqlite3.Connection, key: RowKey) -> tuple[str, str] | None:
    """Return the document and the annotator that a row has, or had first; None for one that belongs to nobody."""
    return owner_in(history_of(connection, key))


def owner_in(history: Iterable[Change]) -> tuple[str, str] | None:
    """Return the document and the annotator that a row with this history has, or had first, as `owner_of` does."""
    for one in history:
        if one.row is not None and isinstance(one.row.get("annotator"), str):
            return str(one.row.get("document_id")), str(one.row["annotator"])
    return None


def stamp_of_action(connection: sqlite3.Connection, action: str) -> str | None:
    """Return the stamp at which an action was done; None if there is none of this id."""
    found = connection.execute(
        """SELECT max(stamp) FROM (SELECT max(stamp) AS stamp FROM changes WHERE action = :action
           UNION ALL SELECT max(last) FROM change_blocks WHERE action = :action)""",
        {"action": action},
    )
    (stamp,) = found.fetchone()
    return None if stamp is None else str(stamp)


def actions_before(
    connection: sqlite3.Connection, before: str, document_id: str | None = None
) -> Iterator[tuple[str, str]]:
    """Yield the actions before a stamp (of a document, or all), each with its stamp, the newest first.

    An action comes once for each of its rows, or for many. The journal is read backwards as far as it is asked.
    """
    packed = [] if document_id is None else [f"{table}/{row}" for table, row in _packed_rows(connection, document_id)]
    earlier = """(SELECT json_extract(p.row, '$.document_id') FROM changes AS p
        WHERE p."table" = c."table" AND p.row_id = c.row_id AND json_extract(p.row, '$.document_id') IS NOT NULL)"""
    # The columns of a change say it for a new row alone, and the text of a document is too long to be looked through.
    concerns = f"""CASE WHEN c."table" = 'documents' THEN c.row_id
        ELSE coalesce(json_extract(c.row, '$.document_id'), {earlier}) END = :document
        OR c."table" || '/' || c.row_id IN (SELECT value FROM json_each(:packed))"""
    found = connection.execute(
        f"""SELECT action, stamp FROM changes AS c WHERE stamp < :before AND (:document IS NULL OR {concerns})
            ORDER BY stamp DESC""",
        {"before": before, "document": document_id, "packed": json_list(packed)},
    )
    about = """AND number IN (SELECT block FROM block_subjects WHERE subject = :subject)""" if document_id else ""
    packed_ones = connection.execute(
        f"""SELECT action, CASE WHEN last < :before THEN last ELSE stamp END AS stamp FROM change_blocks
            WHERE stamp < :before {about} ORDER BY 2 DESC""",
        {"before": before, "subject": subject_of("documents", document_id)},
    )
    waiting = [(str(action), str(stamp)) for action, stamp in reversed(packed_ones.fetchall())]
    for action, stamp in found:
        while waiting and waiting[-1][1] > stamp:
            yield waiting.pop()
        yield str(action), str(stamp)
    yield from reversed(waiting)


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
    rows = [
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
    for block in blocks(connection, "b.action = ?", (action,)):
        if len(rows) >= most:
            break
        rows += map(_action_row, changes_in(block)[: most - len(rows)])
    return rows


def _action_row(one: Change) -> ActionRow:
    return ActionRow(
        table=one.table,
        row_id=one.row_id,
        annotator=one.annotator,
        stamp=one.stamp,
        is_new=one.row is not None and "id" in one.row,
        row={} if one.table == "documents" and one.row is not None else one.row,
    )


def size_of(connection: sqlite3.Connection, action: str, table: str) -> int:
    """Return how many rows of a table an action wrote or deleted."""
    return sum(name == table for name, _ in keys_of_action(connection, action))


def undone_by(connection: sqlite3.Connection, action: str) -> str | None:
    """Return the action that an action took back; None if it took none back, or is not in the journal."""
    row = connection.execute(
        """SELECT undoes FROM changes WHERE action = :action
           UNION ALL SELECT undoes FROM change_blocks WHERE action = :action LIMIT 1""",
        {"action": action},
    ).fetchone()
    return None if row is None or row[0] is None else str(row[0])


def last_title(connection: sqlite3.Connection, document_id: str) -> str:
    """Return the title that a document was given last, whether it is there or not; empty for one that never was."""
    history = history_of(connection, ("documents", document_id))
    titles = (one.row.get("title") for one in reversed(history) if one.row is not None)
    return next((str(title) for title in titles if title is not None), "")


def rows_changed_since(connection: sqlite3.Connection, stamp: str, tables: Iterable[str]) -> list[RowKey]:
    """Return the rows of these tables that were written or deleted after a stamp."""
    wanted = set(tables)
    names = ", ".join(f"'{table}'" for table in wanted)
    found = connection.execute(
        f'SELECT DISTINCT "table", row_id FROM changes WHERE stamp > ? AND "table" IN ({names})', (stamp,)
    )
    packed = (one for block in blocks(connection, "b.last > ?", (stamp,)) for one in changes_in(block))
    keys = [(one.table, one.row_id) for one in packed if one.stamp > stamp and one.table in wanted]
    return list(dict.fromkeys([*((table, row_id) for table, row_id in found), *keys]))


def latest_actions(connection: sqlite3.Connection, most: int) -> list[Change]:
    """Return the changes of the last actions, the oldest first."""
    actions = connection.execute(
        """SELECT action FROM (SELECT action, stamp FROM changes UNION ALL SELECT action, last FROM change_blocks)
           GROUP BY action ORDER BY max(stamp) DESC LIMIT ?""",
        (most,),
    ).fetchall()
    return ordered(one for (action,) in actions for one in of_action(connection, action))
