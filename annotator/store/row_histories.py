"""Histories of rows: their changes as the journal has them, of one row or of many at once."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable

from annotator.domain.change import Change
from annotator.store.bonds import RowKey
from annotator.store.change_rows import change_of
from annotator.store.rows import json_list


def history_of(connection: sqlite3.Connection, key: RowKey) -> list[Change]:
    """Return all changes of a row, in the order of the journal."""
    return histories(connection, [key])[key]


def histories(connection: sqlite3.Connection, keys: Iterable[RowKey]) -> dict[RowKey, list[Change]]:
    """Return all changes of each of these rows, in the order of the journal; of a row that is not here, none."""
    found: dict[RowKey, list[Change]] = {key: [] for key in keys}
    by_table: defaultdict[str, list[str]] = defaultdict(list)
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
    return found


def ordered(changes: Iterable[Change]) -> list[Change]:
    """Return changes in the order of the journal."""
    return sorted(changes, key=lambda one: (one.stamp, one.uid))
