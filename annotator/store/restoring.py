"""The effect that undoing an action has on each of its rows, by what the journal says of them."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterator

from annotator.cancellation import check_cancelled
from annotator.domain.row_history import Restored, Row, restored
from annotator.store.block_reading import blocks
from annotator.store.blocks import groups_in, key_of
from annotator.store.bonds import RowKey
from annotator.store.fold import outcome
from annotator.store.journal_sums import size_of
from annotator.store.row_histories import histories_of_action
from annotator.store.rows import TABLES, BrokenRowError

MANY = 1_000
"""Rows of an action from which on it is worth a look at all of the journal which of them nothing else has touched."""


def effects(connection: sqlite3.Connection, action: str) -> Iterator[tuple[RowKey, Restored, Row]]:
    """Yield each row of an action with the effect of undoing it, and what was said of a row that newer work keeps.

    Those that it made, and that nobody has touched since, come first; the others in their order. Raises BrokenRowError.
    """
    made = _made_alone(connection, action) if size_of(connection, action) >= MANY else {}
    for key in made:
        check_cancelled()
        yield key, Restored(changes=True), {}
    for key, stored in histories_of_action(connection, action, apart_from=made):
        check_cancelled()
        if key[0] not in TABLES:
            raise BrokenRowError("changes", key[1], "it is of a table that no project has")
        if not any(one.action == action for one in stored.rows):
            raise BrokenRowError("changes", key[1], "its index does not lead to it")
        effect = restored(stored.rows, action)
        yield key, effect, {} if effect.newer is None else outcome(stored.rows)[1]


def _made_alone(connection: sqlite3.Connection, action: str) -> dict[RowKey, None]:
    """Return the rows of an action of which the whole journal says nothing but that it made them."""
    loose: defaultdict[str, set[str]] = defaultdict(set)
    for table, row_id in connection.execute('SELECT "table", row_id FROM changes'):
        loose[table].add(row_id)
    twice = {row[0] for row in connection.execute("SELECT row FROM block_rows GROUP BY row HAVING count(*) > 1")}
    made: dict[RowKey, None] = {}
    for block in blocks(connection, "b.action = ?", (action,)):
        for group in groups_in(block):
            if group.is_whole:
                ids = [one for one in group.ids if one not in loose[group.table]]
                alone = [one for one in ids if key_of(group.table, one) not in twice] if twice else ids
                made |= {(group.table, one): None for one in alone}
    return made
