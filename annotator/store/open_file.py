"""The file beneath a connection that writes to it: its log is folded in, and if it is lost, what it held is saved."""

import sqlite3
import threading
from pathlib import Path

from annotator.store import copies
from annotator.store.place import FilePlace, Loss, close_unfolded
from annotator.store.seals import Seals
from annotator.store.transactions import transaction

CACHE_KIB = 24 * 1024
"""Pages of a project that are kept in memory: should another program cut the file short, most of it is still here.

So much are some 600 articles with 70 marks and links each. Imports fill it, and take no less time with more.
"""
LOG_KEPT_BYTES = 4 * 1024 * 1024
"""Bytes that are left of a long log's file once it is folded in and begun anew."""


class OpenFile:
    """One project file that is open for writing, on its way from opening to closing."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._folding: sqlite3.Connection | None = None
        self._place = FilePlace(path)
        self._set_log_aside: Path | None = None
        self._fold_lock = threading.Lock()
        self._is_held = False
        self.seals = Seals(connection)
        self.has_begun = False
        """True if anything was written since it was opened."""
        self.lost: Loss | None = None
        for pragma in ("wal_autocheckpoint = 0", f"journal_size_limit = {LOG_KEPT_BYTES}"):
            connection.execute(f"PRAGMA {pragma}")

    def begin(self) -> None:
        """Before the first write: give the file a seal that no copy of it has had. Raises sqlite3.Error."""
        if self.has_begun:
            return
        if self._is_held:
            self._connection.execute("ROLLBACK")
            self._is_held = False
        self._fold_here()
        with transaction(self._connection, self.seals):
            pass
        self._fold_here()
        self._place.note_log()
        self.has_begun = True

    def hold(self) -> None:
        """Keep hold of the file as it is until the first write, so that it can be saved from memory if it is cut short.

        SQLite asks the file for its size whenever it begins to read, unless something was written.
        """
        if not self.has_begun and not self._is_held:
            self._connection.execute("BEGIN")
            self._connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
            self._is_held = True

    def _fold_here(self) -> None:
        self.seals.fall_due()
        if self._folded(self._connection):
            self.seals.settle()

    def fold(self) -> bool:
        """Write what is in the log into the file, without keeping anybody from reading or writing.

        Returns whether the file is whole now: somebody may still read an older state of it. Call `seals.fall_due`
        before, and `seals.settle` after if it is. Raises sqlite3.Error.
        """
        if self._folding is None:
            self._folding = self._second_connection()
        if self._folding is None or self.is_lost():
            return False
        return self._folded(self._folding)

    def _folded(self, connection: sqlite3.Connection) -> bool:
        with self._fold_lock:
            try:
                busy, written, folded = connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
            except sqlite3.OperationalError as error:
                # Somebody still reads through this very connection: nobody has to wait for that.
                if error.sqlite_errorcode != sqlite3.SQLITE_LOCKED:
                    raise
                return False
            self._place.renew()
        return not busy and written == folded

    def _second_connection(self) -> sqlite3.Connection | None:
        """Another connection to the very file that is open, or None if it is not at its path any more."""
        path = self._place.path
        connection = sqlite3.connect(
            f"{path.as_uri()}?mode=rw", uri=True, isolation_level=None, check_same_thread=False, timeout=0
        )
        if self.is_lost():
            connection.close()
            return None
        connection.execute("PRAGMA synchronous = FULL")
        return connection

    def is_lost(self) -> bool:
        """Return whether the file is not in its place any more; `lost` says what became of it."""
        if self.lost is None:
            # While this process folds, the file is being written to, by itself.
            is_quiet = self._fold_lock.acquire(blocking=False)
            try:
                self.lost = self._place.loss(self.seals.chain if is_quiet else None)
            finally:
                if is_quiet:
                    self._fold_lock.release()
        return self.lost is not None

    def rescue(self, add: copies.Add) -> Path:
        """Save what the lost file held, with what `add` writes, under another name, and return that.

        Raises RescueError.
        """
        # At once: whoever opens what is in the file's place by now would have our log laid over it.
        self._set_log_aside = self._place.set_log_aside() or self._set_log_aside
        saved = copies.rescue(self._connection, self._place.path, self._place.mode, add)
        if self._set_log_aside is not None:
            self._set_log_aside.unlink(missing_ok=True)
            self._set_log_aside = None
        return saved

    def close(self) -> None:
        """Close the file: what is in the log is folded in, unless the file is lost."""
        if self._folding is not None:
            self._folding.close()
            self._folding = None
        if self.is_lost() and self.lost is not None:
            self._place.set_log_aside()
            close_unfolded(self._connection, self._place.path, self.lost)
        else:
            self._connection.close()
