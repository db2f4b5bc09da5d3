"""Seals: by what a project file and its write-ahead log know each other.

SQLite replays any log that lies beside a file and bears its name: after a crash, and after a backup was put in the
file's place, which ruins it. So each generation of the log (what lies between two times that it is folded into the
file) begins with a new random seal. A log lists the seals of the states on which it may be laid; if the last seal of
the file on the disk is not among them, the log belongs to another file.
"""

import os
import sqlite3
from collections.abc import Sequence

SEALED = "CREATE TABLE seal (chain TEXT NOT NULL) STRICT"
"""One row: seals with blanks between, the latest one last."""
FIRST = "first"
"""Stands for the state of a file before it had this table."""

Chain = tuple[str, ...]


def chain_of(connection: sqlite3.Connection) -> Chain | None:
    """Return the seals that a file shows through this connection, the latest last; None where it has no such table."""
    # Only a table that is just this: one that computes what it shows could compute for ever.
    is_sealed = connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'seal' AND sql = ?", (SEALED,)).fetchone()
    row = connection.execute("SELECT chain FROM seal").fetchone() if is_sealed else None
    return None if row is None else tuple(str(row[0]).split())


def belongs(in_log: Chain | None, in_file: Chain | None) -> bool | None:
    """Return whether a log that shows these seals was written over this file; None where neither has any."""
    if in_log is None:
        return None if in_file is None else False
    return (in_file[-1] if in_file else FIRST) in in_log


def renew(connection: sqlite3.Connection) -> None:
    """Give a file that is not open elsewhere a seal of its own, so that no log of another one fits it."""
    if chain_of(connection) is not None:
        _write(connection, (_new(),))


def _new() -> str:
    return os.urandom(8).hex()


def _write(connection: sqlite3.Connection, chain: Sequence[str]) -> None:
    connection.execute("UPDATE seal SET chain = ?", (" ".join(chain),))


class Seals:
    """The seals of one file that is open for writing. Called by one thread at a time."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._chain: Chain = chain_of(connection) or (FIRST,)
        self._due = True

    @property
    def chain(self) -> Chain:
        """The seals that the file on the disk may show."""
        return self._chain

    def fall_due(self) -> None:
        """The log is about to be folded into the file: whatever is written next must bring a new seal.

        No transaction may be under way, because SQLite begins a new log after one that was folded whole.
        """
        self._due = True

    def mark(self, connection: sqlite3.Connection) -> None:
        """Within a transaction, write a new seal into the log if one is due; `fall_due` if it is rolled back."""
        if self._due:
            chain = (*self._chain, _new())
            _write(connection, chain)
            self._chain, self._due = chain, False

    def settle(self) -> None:
        """All that was in the log when a seal last fell due is in the file."""
        if self._due:
            self._chain = self._chain[-1:]
