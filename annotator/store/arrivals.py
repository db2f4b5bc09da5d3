"""The changes that came with each merge, so that a merge can be taken back and done again.

Changes of colleagues are theirs: no inverse of ours may be written to them. Taking a merge back sets its changes aside,
out of the journal, and the rows are written anew from what is left, as if it had never come. What newer work rests on
stays. The row of `merges` is in the journal; when it is deleted here, its changes go aside, and when it is put again
they come back.
"""

import sqlite3
from collections.abc import Iterable, Mapping

from annotator.domain.change import Change
from annotator.store.belongings import changes_of
from annotator.store.block_writing import drop, loosened
from annotator.store.bonds import REFERENCES, RowKey
from annotator.store.fold import folded
from annotator.store.row_histories import last_annotator
from annotator.store.rows import json_list

_COLUMNS = 'uid, stamp, annotator, replica, counter, action, undoes, "table", row_id, op, row, shape'


def note(connection: sqlite3.Connection, merge_id: str, changes: Iterable[Change]) -> None:
    """Remember that these changes came with a merge."""
    rows = [(one.uid, merge_id) for one in changes]
    connection.executemany("INSERT OR REPLACE INTO arrivals VALUES (?, ?)", rows)
    connection.executemany("DELETE FROM set_aside WHERE uid = ?", [(uid,) for uid, _ in rows])


def rows_of(connection: sqlite3.Connection, merge_id: str) -> list[RowKey]:
    """Return the rows that the changes of a merge concern."""
    return list(dict.fromkeys((one.table, one.row_id) for one in changes_of(connection, _coming(connection, merge_id))))


def _coming(connection: sqlite3.Connection, merge_id: str) -> set[str]:
    """Return the uids of the changes that came with a merge."""
    return {uid for (uid,) in connection.execute("SELECT uid FROM arrivals WHERE merge_id = ?", (merge_id,))}


def used(connection: sqlite3.Connection, merge_id: str, histories: Mapping[RowKey, list[Change]]) -> dict[RowKey, str]:
    """Return the rows of a merge that newer work rests on, and by whom that is.

    They are those of which something came or was done since that is nothing without what the merge brought, and those
    that a row names which stays. `histories` are those of all rows of the merge.
    """
    coming = _coming(connection, merge_id)
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
                    return last_annotator(connection, (one.table, user))
    return None


def set_aside(connection: sqlite3.Connection, merge_id: str, kept: Iterable[RowKey]) -> list[RowKey]:
    """Take the changes of a merge out of the journal, those of `kept` rows aside; the rows they concern."""
    staying = set(kept)
    coming = changes_of(connection, _coming(connection, merge_id))
    going = [one for one in coming if (one.table, one.row_id) not in staying]
    uids = json_list(one.uid for one in going)
    loose = loosened(connection, [one.uid for one in going])
    connection.execute(
        f"""INSERT OR REPLACE INTO set_aside SELECT {_COLUMNS}, ? FROM changes
            WHERE uid IN (SELECT value FROM json_each(?))""",
        (merge_id, uids),
    )
    for block in loose:
        drop(connection, block)
    connection.execute("DELETE FROM changes WHERE uid IN (SELECT value FROM json_each(?))", (uids,))
    return list(dict.fromkeys((one.table, one.row_id) for one in going))


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
