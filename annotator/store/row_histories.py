"""Histories of rows: their changes as the journal has them, of one row or of many at once.

A change is a row of `changes`, or stands with others in a block (`store.blocks`): both are read here.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Container, Iterable, Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple

from annotator.domain.change import Change
from annotator.store import block_reading
from annotator.store.block_reading import in_order
from annotator.store.blocks import groups_in
from annotator.store.bonds import RowKey
from annotator.store.change_rows import change_of
from annotator.store.rows import json_list

ROWS_AT_ONCE = 5_000
"""Rows whose histories are in memory together."""


def history_of(connection: sqlite3.Connection, key: RowKey) -> list[Change]:
    """Return all changes of a row, in the order of the journal."""
    return histories(connection, [key])[key]


def histories(connection: sqlite3.Connection, keys: Iterable[RowKey]) -> dict[RowKey, list[Change]]:
    """Return all changes of each of these rows, in the order of the journal; of a row that is not here, none."""
    found: dict[RowKey, list[Change]] = {key: [] for key in keys}
    by_table: defaultdict[str, list[str]] = defaultdict(list)
    mixed: set[RowKey] = set()
    for table, row_id in found:
        by_table[table].append(row_id)
    for table, ids in by_table.items():
        # CROSS JOIN: from the few rows to their changes, never through all changes of the table.
        changes = connection.execute(
            """SELECT c.* FROM json_each(?) AS k CROSS JOIN changes AS c ON c."table" = ? AND c.row_id = k.value
               ORDER BY c.row_id, c.stamp, c.uid""",
            (json_list(ids), table),
        )
        for row in changes:
            found[table, row["row_id"]].append(change_of(row))
    for one in block_reading.changes_of_rows(connection, found):
        found[one.table, one.row_id].append(one)
        mixed.add((one.table, one.row_id))
    for key in mixed:
        found[key].sort(key=in_order)
    return found


def ordered(changes: Iterable[Change]) -> list[Change]:
    """Return changes in the order of the journal."""
    return sorted(changes, key=in_order)


def keys_of_action(connection: sqlite3.Connection, action: str) -> list[RowKey]:
    """Return the tables and ids of the rows that an action wrote or deleted, in the order in which it did."""
    loose = connection.execute('SELECT stamp, "table", row_id FROM changes WHERE action = ?', (action,))
    found: list[tuple[str, list[RowKey]]] = [(stamp, [(table, row_id)]) for stamp, table, row_id in loose]
    for block in block_reading.blocks(connection, "b.action = ?", (action,)):
        keys = [(group.table, row_id) for group in groups_in(block) for row_id in group.ids]
        found.append((block.stamp, keys))
    return list(dict.fromkeys(key for _, keys in sorted(found, key=itemgetter(0)) for key in keys))


class StoredHistory(NamedTuple):
    """The history of one row of a table."""

    rows: Sequence[Change]

    def changes(self) -> list[Change]:
        """Return its changes, in the order of the journal."""
        return list(self.rows)


def histories_of_action(
    connection: sqlite3.Connection, action: str, apart_from: Container[RowKey] = ()
) -> Iterator[tuple[RowKey, StoredHistory]]:
    """Yield each row that an action touched, but for some, in the order in which it did, with its history."""
    keys = [key for key in keys_of_action(connection, action) if key not in apart_from]
    for key, history in in_portions(connection, keys):
        yield key, StoredHistory(history)


def in_portions(connection: sqlite3.Connection, keys: Iterable[RowKey]) -> Iterator[tuple[RowKey, list[Change]]]:
    """Yield each of these rows with its history; not all of them are in memory together."""
    every = list(keys)
    for start in range(0, len(every), ROWS_AT_ONCE):
        yield from histories(connection, every[start : start + ROWS_AT_ONCE]).items()


def last_annotator(connection: sqlite3.Connection, key: RowKey) -> str:
    """Return the annotator who wrote or deleted a row last; empty, if the journal does not know it."""
    loose = connection.execute(
        """SELECT stamp, annotator FROM changes WHERE "table" = ? AND row_id = ? ORDER BY stamp DESC LIMIT 1""", key
    )
    found = [*map(tuple, loose), *block_reading.last_changes(connection, key)]
    return str(max(found)[1]) if found else ""


def of_action(connection: sqlite3.Connection, action: str) -> list[Change]:
    """Return the changes of an action, in the order in which they were written."""
    loose = connection.execute("SELECT * FROM changes WHERE action = ?", (action,))
    return ordered([*map(change_of, loose), *block_reading.changes_of_action(connection, action)])


def first_stamps(connection: sqlite3.Connection, table: str, ids: Collection[str]) -> dict[str, str]:
    """Return when each of these rows of a table was made; a row without a change is not among them."""
    rows = connection.execute(
        """SELECT row_id, min(stamp) FROM changes WHERE "table" = ?
           AND row_id IN (SELECT value FROM json_each(?)) GROUP BY row_id""",
        (table, json_list(ids)),
    )
    found: dict[str, str] = {row[0]: row[1] for row in rows}
    for (_, row_id), stamp in block_reading.first_stamps(connection, [(table, one) for one in ids]).items():
        found[row_id] = min(stamp, found.get(row_id, stamp))
    return found
