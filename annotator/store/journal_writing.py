"""Writing the changes of one action: a row each, or in blocks where they are many."""

import sqlite3
from collections.abc import Callable, Iterable

import msgspec

from annotator.domain.ids import new_id
from annotator.domain.row_history import Row
from annotator.store import block_writing, migrations
from annotator.store.block_writing import LOOSE, BlockWriter
from annotator.store.blocks import Note
from annotator.store.clock import Clock
from annotator.store.edits import Signature


class JournalWriter:
    """Writes what is noted when it is told to `flush`."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        signature: Signature,
        replica: str,
        clock: Clock,
        first_stamps: Callable[[], str] | None,
    ) -> None:
        self._connection = connection
        self._signature = signature
        self._replica = replica
        self._stamp = first_stamps or clock.stamp
        self._blocks = None if first_stamps else BlockWriter(connection, signature, replica, clock.run)
        self._counter = _last_counter(connection, replica)
        self._notes: list[tuple[Note, Row | None]] = []

    def note_all(self, notes: Iterable[tuple[Note, Row | None]]) -> None:
        """Note changes for the journal, each with the columns that it puts, None for a delete."""
        self._notes += notes

    def flush(self) -> None:
        """Write what was noted since the last time, in its order or that of documents."""
        loose = self._notes
        if self._blocks is not None and len(loose) >= block_writing.FEWEST:
            loose = [one for one in self._notes if one[0].table in LOOSE]
            packed = [note for note, _ in self._notes if note.table not in LOOSE]
            self._blocks.write(packed, self._counter + 1)
            self._counter += len(packed)
        rows = [self._row(note, columns) for note, columns in loose]
        self._connection.executemany("INSERT INTO changes VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
        self._notes = []

    def _row(self, note: Note, columns: Row | None) -> tuple[object, ...]:
        self._counter += 1
        annotator, action, undoes = self._signature
        op, row = ("delete", None) if columns is None else ("put", msgspec.json.encode(columns).decode())
        place = new_id(), self._stamp(), annotator, self._replica, self._counter
        return (*place, action, undoes, note.table, note.row_id, op, row, migrations.VERSION)


def _last_counter(connection: sqlite3.Connection, replica: str) -> int:
    # The blocks that a replica writes lie behind one another: the one that begins last ends last.
    found = connection.execute(
        """SELECT max(coalesce((SELECT max(counter) FROM changes WHERE replica = :replica), 0), coalesce((SELECT
            counter + size - 1 FROM change_blocks WHERE replica = :replica ORDER BY counter DESC LIMIT 1), 0))""",
        {"replica": replica},
    )
    return int(found.fetchone()[0])
