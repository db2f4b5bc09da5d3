"""The one way to write: every row goes in together with the journal row that says who wrote it, and when.

The journal is the audit trail, the undo history and what colleagues will exchange. There is no second mechanism.
"""

import itertools
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from annotator.domain.change import FOUNDING, Change, Changes
from annotator.domain.ids import new_id
from annotator.store.bonds import RowKey
from annotator.store.clock import FIRST_MOMENT, Clock
from annotator.store.edits import Edit, EditStream, Signature, batches_of
from annotator.store.journal_sums import latest_stamp
from annotator.store.replicas import adopt, another, lineage, replica_of
from annotator.store.rows import BrokenRowError, is_stamp
from annotator.store.seals import Seals
from annotator.store.transactions import transaction

if TYPE_CHECKING:
    from annotator.store.meeting import Applied
    from annotator.store.row_histories import StoredHistory


class Journal:
    """Writes actions to one connection."""

    def __init__(self, connection: sqlite3.Connection, path: Path, seals: Seals | None = None) -> None:
        self._connection = connection
        self._seals = seals
        self._replica = replica_of(connection, path)
        latest = latest_stamp(connection)
        if latest is not None and not is_stamp(latest):
            raise BrokenRowError("changes", latest, "its stamp is no time of this project")
        self.clock = Clock(self._replica.id, latest)

    def commit(
        self,
        annotator: str,
        edits: Sequence[Edit] | EditStream,
        undoes: str | None = None,
        action: str | None = None,
        also: Callable[[], Changes] | None = None,
    ) -> tuple[str, Changes]:
        """Write all edits of one user action, or none, in one transaction; the action's id and what it touched.

        Only the columns that are another by it are written; an edit that changes nothing leaves no trace. `action` goes
        on with one that was begun: long work writes an article at a time, and is undone in one step. `also` writes in
        the same transaction what is no edit of ours (changes that came), and says what it touched. Raises
        sqlite3.Error, with nothing written.
        """
        signature = Signature(annotator, action or new_id(), undoes)
        with transaction(self._connection, self._seals):
            came = Changes() if also is None else also()
            written = self._write(edits, signature).joined(came)
        self._replica = msgspec.structs.replace(self._replica, is_new=False)
        return signature.action, written

    def found(self, annotator: str, edits: Sequence[Edit] | EditStream, *, decided: bool = False) -> Changes:
        """Write what a project begins with: nobody did it, so nobody undoes it.

        What nobody `decided` (the default scheme, who is registered) is older than anything that people do, in this
        project and in others that it meets.
        """
        stamp = None if decided else self._first_stamps()
        with transaction(self._connection, self._seals):
            self._connection.execute(
                "INSERT INTO project SELECT lower(hex(randomblob(8))) WHERE NOT EXISTS (SELECT 1 FROM project)"
            )
            written = self._write(edits, Signature(annotator, FOUNDING, None), stamp)
        self._replica = msgspec.structs.replace(self._replica, is_new=False)
        return written

    def unwritten(self) -> AbstractContextManager[None]:
        """A transaction for what is derived from the rows and has no changes."""
        return transaction(self._connection, self._seals)

    def _first_stamps(self) -> Callable[[], str]:
        """Stamps before all time, of which this replica never gives the same twice."""
        given = self._connection.execute(
            "SELECT count(*) FROM changes WHERE replica = ? AND stamp < ?", (self._replica.id, FIRST_MOMENT)
        ).fetchone()[0]
        numbers = itertools.count(given)
        return lambda: f"{0:012x}-{next(numbers):06x}-{self._replica.id}"

    def _write(
        self, edits: Sequence[Edit] | EditStream, signature: "Signature", stamp: Callable[[], str] | None = None
    ) -> Changes:
        # Opening a project writes nothing.
        from annotator.store.edit_writing import EditWriter

        if self._replica.is_new:
            adopt(self._connection, self._replica)
        writer = EditWriter(self._connection, signature, self._replica.id, self.clock, stamp)
        for batch in batches_of(edits):
            writer.write(batch)
        return writer.finish()

    def apply(self, changes: Iterable[Change]) -> "Applied":
        """Take in changes of other replicas; see `store.meeting`."""
        from annotator.store.meeting import apply

        applied = apply(self._connection, self._seals, changes, self.clock)
        self.beware(applied)
        return applied

    def beware(self, applied: "Applied") -> None:
        """Sign with another name from now on if changes came that are signed with ours and not by us."""
        if applied.is_doubled:
            # A copy of this file, or a newer state of it that was put back.
            self._replica = another(self._replica)
            self.clock.replica = self._replica.id

    def changes_of(self, action: str) -> list[Change]:
        """The journal rows of one action, in the order they were written."""
        from annotator.store import row_histories

        return row_histories.of_action(self._connection, action)

    def rows_of(self, action: str) -> list[RowKey]:
        """The tables and ids of the rows that an action wrote or deleted, in the order in which it did."""
        from annotator.store import row_histories

        return row_histories.keys_of_action(self._connection, action)

    def histories(self, action: str) -> "Iterator[tuple[RowKey, StoredHistory]]":
        """Yield each row that an action touched, in the order in which it did, with its history as `history` has it."""
        from annotator.store import row_histories

        return row_histories.histories_of_action(self._connection, action)

    def history(self, table: str, row_id: str) -> list[Change]:
        """Everything that ever happened to one row, in the order in which it happened."""
        from annotator.store import row_histories

        return row_histories.history_of(self._connection, (table, row_id))

    def last_annotator(self, table: str, row_id: str) -> str:
        """Return the annotator who wrote or deleted a row last; empty, if the journal does not know it."""
        from annotator.store import row_histories

        return row_histories.last_annotator(self._connection, (table, row_id))

    def actions(self, annotator: str, most_rows: int) -> list[tuple[str, str | None]]:
        """The last actions of someone in this file, oldest first: the id, and the action it took back.

        Looks at about `most_rows` journal rows of each replica that the file has been.
        """
        found: list[tuple[str, str, str | None]] = []
        for one in lineage(self._replica, latest_stamp(self._connection) or ""):
            for moment, table in (("stamp", "changes"), ("last", "change_blocks")):
                rows = self._connection.execute(
                    f"""SELECT {moment}, action, undoes FROM {table} WHERE annotator = ? AND replica = ?
                        AND {moment} <= ? AND action <> ? ORDER BY {moment} DESC LIMIT ?""",
                    (annotator, one.id, one.until, FOUNDING, most_rows),
                )
                found += [tuple(row) for row in rows]
        latest_first = dict.fromkeys((action, undoes) for _, action, undoes in sorted(found, reverse=True))
        return list(reversed(latest_first))
