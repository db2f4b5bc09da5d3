"""Finding the blocks that say something of a row, a document, an action or a time, and the changes in them."""

import sqlite3
from collections.abc import Collection, Iterable, Iterator
from operator import attrgetter

from annotator.domain.change import Change
from annotator.store.blocks import COLUMNS, NUMBER_DIGITS, Block, changes_in, changes_of, key_of, stamp_at, subject_of
from annotator.store.bonds import RowKey
from annotator.store.rows import json_list

_OF_BLOCK = ", ".join(f"b.{column}" for column in COLUMNS.split(", "))
in_order = attrgetter("stamp", "uid")
"""The order of the journal."""


def blocks(connection: sqlite3.Connection, condition: str = "TRUE", values: Iterable[object] = ()) -> Iterator[Block]:
    """Yield the blocks `b` for which an SQL condition holds, in the order in which they were written."""
    found = connection.execute(
        f"SELECT {_OF_BLOCK} FROM change_blocks AS b WHERE {condition} ORDER BY b.last, b.uid", tuple(values)
    )
    found.row_factory = None
    yield from map(Block._make, found)


def has_blocks(connection: sqlite3.Connection) -> bool:
    """Return whether any changes are kept in blocks."""
    return connection.execute("SELECT 1 FROM change_blocks LIMIT 1").fetchone() is not None


def changes_of_rows(connection: sqlite3.Connection, keys: Collection[RowKey]) -> list[Change]:
    """Return the changes of these rows that are in blocks."""
    if not has_blocks(connection):
        return []
    wanted: dict[str, set[str]] = {}
    for table, row_id in keys:
        wanted.setdefault(table, set()).add(row_id)
    condition = "b.number IN (SELECT r.block FROM json_each(?) AS k CROSS JOIN block_rows AS r ON r.row = k.value)"
    some = blocks(connection, condition, (_keys(keys),))
    return [one for block in some for one in changes_of(block, wanted)]


def _keys(keys: Iterable[RowKey]) -> str:
    return f"[{','.join(str(key_of(*one)) for one in keys)}]"


def changes_of_action(connection: sqlite3.Connection, action: str) -> list[Change]:
    """Return the changes of an action that are in blocks."""
    return [one for block in blocks(connection, "b.action = ?", (action,)) for one in changes_in(block)]


def blocks_about(connection: sqlite3.Connection, table: str, document_id: str | None) -> Iterator[Block]:
    """Yield the blocks that concern a document; with None, the rows of a table that are on none."""
    condition = "b.number IN (SELECT s.block FROM block_subjects AS s WHERE s.subject = ?)"
    return blocks(connection, condition, (subject_of(table, document_id),))


def blocks_of_uids(connection: sqlite3.Connection, uids: Collection[str]) -> Iterator[Block]:
    """Yield the blocks that hold one of these changes."""
    numbers = {number for number, _, _ in _ranges(connection, uids)}
    return blocks(connection, "b.number IN (SELECT value FROM json_each(?))", (json_numbers(numbers),))


def json_numbers(numbers: Iterable[int]) -> str:
    """Return numbers as the JSON that `json_each(?)` takes apart."""
    return f"[{','.join(map(str, numbers))}]"


def held(connection: sqlite3.Connection, uids: Collection[str]) -> set[str]:
    """Return those of these changes that are in blocks."""
    by_block: dict[str, list[str]] = {}
    for uid in uids:
        by_block.setdefault(uid[:-NUMBER_DIGITS], []).append(uid)
    found: set[str] = set()
    for _, uid, numbers in _ranges(connection, uids):
        found.update(one for one in by_block[uid] if (number := _number(one)) is not None and number in numbers)
    return found


def _number(uid: str) -> int | None:
    try:
        number = int(uid[-NUMBER_DIGITS:], 16)
    except ValueError:
        return None
    return number if f"{number:08x}" == uid[-NUMBER_DIGITS:] else None


def _ranges(connection: sqlite3.Connection, uids: Collection[str]) -> Iterator[tuple[int, str, range]]:
    """Yield the blocks that may hold one of these changes: number, uid, and the numbers of its changes."""
    if not has_blocks(connection):
        return
    rows = connection.execute(
        """SELECT number, uid, first, size FROM json_each(?) AS k CROSS JOIN change_blocks AS b ON b.uid = k.value""",
        (json_list({uid[:-NUMBER_DIGITS] for uid in uids}),),
    )
    for number, uid, first, size in rows.fetchall():
        yield number, uid, range(first, first + size)


def last_changes(connection: sqlite3.Connection, key: RowKey) -> list[tuple[str, str]]:
    """Return the stamp of the last change of a row in each block that has one, and who made it."""
    rows = connection.execute(
        """SELECT b.stamp, b.annotator, max(r.place) FROM block_rows AS r JOIN change_blocks AS b ON b.number = r.block
           WHERE r.row = ? GROUP BY r.block""",
        (key_of(*key),),
    )
    return [(stamp_at(stamp, place), annotator) for stamp, annotator, place in rows]


def first_stamps(connection: sqlite3.Connection, keys: Collection[RowKey]) -> dict[RowKey, str]:
    """Return the stamp of the first change of each of these rows that is in a block."""
    if not keys or not has_blocks(connection):
        return {}
    by_number = {key_of(*key): key for key in keys}
    rows = connection.execute(
        """SELECT r.row, b.stamp, min(r.place) FROM json_each(?) AS k CROSS JOIN block_rows AS r ON r.row = k.value
           JOIN change_blocks AS b ON b.number = r.block GROUP BY r.row, r.block""",
        (json_numbers(by_number),),
    )
    found: dict[RowKey, str] = {}
    for number, stamp, place in rows:
        key, made = by_number[number], stamp_at(stamp, place)
        found[key] = min(made, found.get(key, made))
    return found
