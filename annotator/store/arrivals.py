"""The changes that came with each merge, so that a merge can be taken back and done again.

Changes of colleagues are theirs: no inverse of ours may be written to them. Taking a merge back sets its changes aside,
out of the journal, and the rows are written anew from what is left, as if it had never come. What newer work rests on
stays. The row of `merges` is in the journal; when it is deleted here, its changes go aside, and when it is put again
they come back.
"""

import sqlite3
from collections.abc import Iterable, Mapping

from annotator.domain.change import Change
from annotator.store.bonds import REFERENCES, RowKey
from annotator.store.fold import folded
from annotator.store.rows import json_list

_COLUMNS = 'uid, stamp, annotator, replica, counter, action, undoes, "table", row_id, op, row, shape'


def note(connection: sqlite3.Connection, merge_id: str, changes: Iterable[Change]) -> None:
    """Remember that these changes came with a merge."""
    rows = [(one.uid, merge_id) for one in changes]
    connection.executemany("INSERT OR REPLACE INTO arrivals VALUES (?, ?)", rows)
    connection.executemany("DELETE FROM set_aside WHERE uid = ?", [(uid,) for uid, _ in rows])


def rows_of(connection: sqlite3.Connection, merge_id: str) -> list[RowKey]:
    """Return the rows that the changes of a merge concern."""
    found = connection.execute(
        """SELECT DISTINCT c."table", c.row_id FROM arrivals AS a JOIN changes AS c ON c.uid = a.uid
           WHERE a.merge_id = ?""",
        (merge_id,),
    )
    return [(table, row_id) for table, row_id in found]


def used(connection: sqlite3.Connection, merge_id: str, histories: Mapping[RowKey, list[Change]]) -> dict[RowKey, str]:
    """Return the rows of a merge that newer work rests on, and by whom that is.

    They are those of which something came or was done since that is nothing without what the merge brought, and those
    that a row names which stays. `histories` are those of all rows of the merge.
    """
    coming = {uid for (uid,) in connection.execute("SELECT uid FROM arrivals WHERE merge_id = ?", (merge_id,))}
    kept: dict[RowKey, str] = {}
    going: set[RowKey] = set()
    for key, history in histories.items():
        left = [one for one in history if one.uid not in coming]
        if left and folded(key[0], left) is None:
            kept[key] = left[-1].annotator
        elif not left:
            going.add(key)
    is_settled = False
    while not is_settled:
        found = {key: by for key in going if (by := _staying(connection, key, going)) is not None}
        kept |= found
        going -= found.keys()
        is_settled = not found
    return kept


def _staying(connection: sqlite3.Connection, key: RowKey, going: set[RowKey]) -> str | None:
    """Return whose a row is that names this one and stays; None if there is none."""
    table, row_id = key
    for one in REFERENCES:
        if one.parent == table and one.bond in ("needs", "loose"):
            named = connection.execute(f'SELECT id FROM {one.table} WHERE "{one.column}" = ?', (row_id,))
            for (user,) in named.fetchall():
                if (one.table, user) not in going:
                    return _last(connection, one.table, user)
    return None


def _last(connection: sqlite3.Connection, table: str, row_id: str) -> str:
    row = connection.execute(
        'SELECT annotator FROM changes WHERE "table" = ? AND row_id = ? ORDER BY stamp DESC LIMIT 1', (table, row_id)
    ).fetchone()
    return "" if row is None else str(row[0])


def set_aside(connection: sqlite3.Connection, merge_id: str, kept: Iterable[RowKey]) -> list[RowKey]:
    """Take the changes of a merge out of the journal, those of `kept` rows aside; the rows they concern."""
    staying = set(kept)
    keys = [key for key in rows_of(connection, merge_id) if key not in staying]
    # One statement for all rows: asked row by row, the list of what came would be read as often as it is long.
    going = """uid IN (SELECT uid FROM arrivals WHERE merge_id = ?)
               AND "table" || '/' || row_id NOT IN (SELECT value FROM json_each(?))"""
    values = (merge_id, json_list(f"{table}/{row_id}" for table, row_id in staying))
    connection.execute(
        f"INSERT OR REPLACE INTO set_aside SELECT {_COLUMNS}, ? FROM changes WHERE {going}", (merge_id, *values)
    )
    connection.execute(f"DELETE FROM changes WHERE {going}", values)
    return keys


def bring_back(connection: sqlite3.Connection, merge_id: str) -> list[RowKey]:
    """Put changes of a merge that were set aside into the journal again; the rows they concern."""
    keys = connection.execute(
        'SELECT DISTINCT "table", row_id FROM set_aside WHERE merge_id = ?', (merge_id,)
    ).fetchall()
    connection.execute(
        f"INSERT OR IGNORE INTO changes SELECT {_COLUMNS} FROM set_aside WHERE merge_id = ?", (merge_id,)
    )
    connection.execute("DELETE FROM set_aside WHERE merge_id = ?", (merge_id,))
    return [tuple(key) for key in keys]
