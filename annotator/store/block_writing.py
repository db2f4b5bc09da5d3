"""Writing changes in blocks, and taking blocks apart again into rows of `changes`."""

import os
import re
import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

import msgspec

from annotator.domain.change import Change
from annotator.store import migrations
from annotator.store.block_reading import blocks, blocks_of_uids, first_stamps
from annotator.store.blocks import (
    LARGE_BYTES,
    MOST_CHANGES,
    NUMBER_DIGITS,
    Block,
    Note,
    body_of,
    changes_in,
    key_of,
    stamp_at,
    subject_of,
)
from annotator.store.bonds import RowKey
from annotator.store.edits import Signature
from annotator.store.row_writing import stored_value
from annotator.store.rows import TABLES, BrokenRowError
from annotator.store.schema_blocks import IN_ORDER

FEWEST = 64
"""Changes of one transaction from which on they are kept in blocks."""

LONG_TABLES = frozenset({"documents", "settings", "comments"})
"""Tables of which one row may be long."""
LOOSE = frozenset({"merges"})
"""Tables whose changes are never in blocks: by them a merge is known."""
UID_BYTES = 12
"""Random bytes of the uid of a block."""
_NUMBERED = re.compile(r"[0-9a-z]+[0-9a-f]{8}")
"""A uid that can be one of a block's."""

Stamps = Callable[[int], str]
"""Gives the first of so many stamps that follow one another."""


class BlockWriter:
    """Writes the changes of one action in blocks, in the transaction that is under way."""

    def __init__(self, connection: sqlite3.Connection, signature: Signature, replica: str, stamps: Stamps) -> None:
        self._connection = connection
        self._signature = signature
        self._replica = replica
        self._stamps = stamps

    def write(self, notes: Sequence[Note], counter: int) -> None:
        """Write changes, what concerns one document together; the first of them gets this counter."""
        for some in _portions(_by_document(notes)):
            annotator, action, undoes = self._signature
            stamp = self._stamps(len(some))
            _write(
                self._connection,
                Block(
                    number=0,
                    uid=os.urandom(UID_BYTES).hex(),
                    first=0,
                    size=len(some),
                    stamp=stamp,
                    last=stamp_at(stamp, len(some) - 1),
                    annotator=annotator,
                    replica=self._replica,
                    counter=counter,
                    action=action,
                    undoes=undoes,
                    shape=migrations.VERSION,
                    body=body_of(some),
                ),
                some,
            )
            counter += len(some)


def _by_document(notes: Sequence[Note]) -> Sequence[Note]:
    """Return changes with those of a document together; as they are where one row has several."""
    if len({(one.table, one.row_id) for one in notes}) < len(notes):
        return notes
    return sorted(notes, key=lambda one: one.document or "")


def _portions(notes: Sequence[Note]) -> Iterator[Sequence[Note]]:
    """Yield changes as many at a time as one block takes, those of a document in as few as can be."""
    begun = length = 0
    for place, note in enumerate(notes):
        held = place - begun
        is_other = held >= MOST_CHANGES // 2 and note.document != notes[place - 1].document
        if held and (is_other or held >= MOST_CHANGES or length >= LARGE_BYTES):
            yield notes[begun:place]
            begun, length = place, 0
        if note.table in LONG_TABLES:
            length += sum(len(value) for value in note.values if isinstance(value, str))
    if notes:
        yield notes[begun:]


def _write(connection: sqlite3.Connection, block: Block, notes: Sequence[Note]) -> None:
    number = connection.execute(
        "INSERT INTO change_blocks VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", block[1:]
    ).lastrowid
    assert number is not None
    index(connection, number, notes)


def index(connection: sqlite3.Connection, number: int, notes: Iterable[Note]) -> None:
    """Let a block be found by the rows and documents of its changes."""
    rows = [(key_of(one.table, one.row_id), number, place) for place, one in enumerate(notes)]
    connection.executemany("INSERT INTO block_rows VALUES (?, ?, ?)", sorted(rows))
    subjects = {subject_of(table, document) for table, document in {(one.table, one.document) for one in notes}}
    connection.executemany("INSERT INTO block_subjects VALUES (?, ?)", [(one, number) for one in subjects])
    _note_first_stamps(connection, {(one.table, one.row_id) for one in notes if one.table in IN_ORDER})


def _note_first_stamps(connection: sqlite3.Connection, keys: Collection[RowKey]) -> None:
    stamps = first_stamps(connection, keys)
    rows = [(*key, stamp) for key, stamp in stamps.items()]
    connection.executemany("INSERT OR REPLACE INTO first_stamps VALUES (?, ?, ?)", rows)


def add_changes(
    connection: sqlite3.Connection, changes: Sequence[Change], document_of: Mapping[RowKey, str | None]
) -> None:
    """Write changes of other replicas, those in blocks that were made in such.

    `document_of` are the documents that rows are on (None: they never are on one), as far as that is known.
    """
    loose: list[Change] = []
    for run in _runs(changes):
        if len(run) < FEWEST or not all(_is_known(one) and (one.table, one.row_id) in document_of for one in run):
            loose += run
            continue
        notes = [_note(one, document_of[one.table, one.row_id]) for one in run]
        taken = 0
        for some in _portions(notes):
            _write(connection, _block(run[taken : taken + len(some)], body_of(some)), some)
            taken += len(some)
    add_loose(connection, loose)


def _runs(changes: Sequence[Change]) -> Iterator[Sequence[Change]]:
    """Yield stretches of changes that could stand in one block."""
    begun = 0
    for place, (one, other) in enumerate(pairwise(changes), 1):
        if not _follows(one, other):
            yield changes[begun:place]
            begun = place
    if changes:
        yield changes[begun:]


def _follows(one: Change, other: Change) -> bool:
    return (
        other.counter == one.counter + 1
        and _next(one.uid) == other.uid
        and stamp_at(one.stamp, 1) == other.stamp
        and (other.annotator, other.replica, other.action, other.undoes, other.shape)
        == (one.annotator, one.replica, one.action, one.undoes, one.shape)
    )


def _next(uid: str) -> str:
    """Return the uid of the change after one with this; empty where it is none of a block."""
    if _NUMBERED.fullmatch(uid) is None:
        return ""
    return f"{uid[:-NUMBER_DIGITS]}{int(uid[-NUMBER_DIGITS:], 16) + 1:08x}"


def _is_known(change: Change) -> bool:
    """Return whether a block can say what a change does."""
    if change.table in LOOSE:
        return False
    return change.row is None or (bool(change.row) and change.row.keys() <= set(TABLES[change.table]))


def _note(change: Change, document: str | None) -> Note:
    if change.row is None:
        return Note(change.table, change.row_id, None, (change.row_id,), document)
    columns = tuple(sorted(change.row, key=TABLES[change.table].index))
    values = tuple(stored_value(column, change.row[column]) for column in columns)
    if columns[0] != "id":
        values = (change.row_id, *values)
    return Note(change.table, change.row_id, columns, values, document)


def _block(run: Sequence[Change], body: bytes) -> Block:
    first = run[0]
    return Block(
        number=0,
        uid=first.uid[:-NUMBER_DIGITS],
        first=int(first.uid[-NUMBER_DIGITS:], 16),
        size=len(run),
        stamp=first.stamp,
        last=run[-1].stamp,
        annotator=first.annotator,
        replica=first.replica,
        counter=first.counter,
        action=first.action,
        undoes=first.undoes,
        shape=first.shape,
        body=body,
    )


def add_loose(connection: sqlite3.Connection, changes: Iterable[Change]) -> None:
    """Write changes as rows of `changes`."""
    connection.executemany(f"INSERT INTO changes VALUES ({', '.join('?' * 12)})", map(_row_of, changes))


def _row_of(change: Change) -> tuple[object, ...]:
    text = None if change.row is None else msgspec.json.encode(change.row).decode()
    *head, _, shape = msgspec.structs.astuple(change)
    return (*head, text, shape)


def index_anew(connection: sqlite3.Connection) -> None:
    """Make what leads to the blocks anew from what they say; nothing leads to one that is broken."""
    for table in ("block_rows", "block_subjects", "first_stamps"):
        connection.execute(f"DELETE FROM {table}")
    said = connection.execute(
        """SELECT "table", row_id, json_extract(row, '$.document_id') FROM changes
           WHERE "table" != 'documents' AND op = 'put' AND json_valid(row)"""
    )
    documents: dict[RowKey, str | None] = {(table, row_id): one for table, row_id, one in said if one is not None}
    for block in list(blocks(connection)):
        try:
            changes = changes_in(block)
        except BrokenRowError:
            continue
        for one in changes:
            if one.table == "documents":
                documents["documents", one.row_id] = one.row_id
            elif one.row is not None and one.row.get("document_id") is not None:
                documents[one.table, one.row_id] = one.row["document_id"]
        notes = [Note(one.table, one.row_id, None, (), documents.get((one.table, one.row_id))) for one in changes]
        index(connection, block.number, notes)


def loosened(connection: sqlite3.Connection, uids: Collection[str]) -> list[Block]:
    """Write the changes of the blocks that hold one of these as rows of `changes`, too, and return the blocks.

    They are to be dropped when some of their changes were set aside.
    """
    found = list(blocks_of_uids(connection, uids))
    for block in found:
        add_loose(connection, changes_in(block))
    return found


def drop(connection: sqlite3.Connection, block: Block) -> None:
    """Take a block away whose changes are rows of `changes` now."""
    connection.execute("DELETE FROM change_blocks WHERE number = ?", (block.number,))
    changes = changes_in(block)
    keys = [(key_of(one.table, one.row_id), block.number) for one in changes]
    connection.executemany("DELETE FROM block_rows WHERE row = ? AND block = ?", keys)
    connection.execute("DELETE FROM block_subjects WHERE block = ?", (block.number,))
    listed = {(one.table, one.row_id) for one in changes if one.table in IN_ORDER}
    connection.executemany('DELETE FROM first_stamps WHERE "table" = ? AND row_id = ?', list(listed))
    _note_first_stamps(connection, listed)
