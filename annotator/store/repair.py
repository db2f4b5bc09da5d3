"""`musnad check --repair`: making anew what can be derived, from the texts and from the journal."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from annotator.domain.row_history import Row
from annotator.store import derived, index_check
from annotator.store.block_writing import index_anew
from annotator.store.bounded import long_work
from annotator.store.check import latest_rows
from annotator.store.check_blocks import STALE, check_blocks
from annotator.store.connection import open_store
from annotator.store.explaining import told
from annotator.store.row_writing import put_row
from annotator.store.rows import TABLES, BrokenRowError, faults, readable
from annotator.store.seals import Seals
from annotator.store.transactions import transaction


def repair(path: Path) -> list[str]:
    """Make SQLite's indexes, the search index and broken rows anew; what was made, a line each.

    A row is put back as the journal has it only where it is missing or has a form that no Musnad writes: of two
    rows that both make sense, nobody but a person knows the right one. Raises ProjectError, with nothing changed.
    """
    store = open_store(path)
    try:
        with told(path), long_work(store.connection):
            return list(_repaired(store.connection, None if store.file is None else store.file.seals))
    finally:
        store.close()


def _repaired(connection: sqlite3.Connection, seals: Seals | None) -> Iterator[str]:
    # While rows come back one after the other, some point to others that are still to come.
    connection.execute("PRAGMA foreign_keys = OFF")
    with transaction(connection, seals):
        connection.execute("REINDEX")
        lost_way = STALE in check_blocks(connection).problems
        if lost_way:
            index_anew(connection)
        rows = [(table, row_id) for table in TABLES for row_id in _put_back(connection, table)]
        stale = list(index_check.problems(connection))
        if stale:
            index_check.rebuild(connection)
        derived.rebuild(connection)
    yield from (f"{table} {row_id}: put back as the journal has it" for table, row_id in rows)
    if lost_way:
        yield "the index of the journal was made anew"
    if stale:
        yield "the search index was made anew"


def _put_back(connection: sqlite3.Connection, table: str) -> list[str]:
    """The ids of the rows that were missing or broken and are not any more."""
    said = latest_rows(connection, table)
    with readable(connection):
        sound = {
            row["id"]
            for row in map(dict, connection.execute(f"SELECT * FROM {table}"))
            if next(faults(table, row), None) is None
        }
    wanted = [row_id for row_id, row in said.items() if row is not None and row_id not in sound]
    return [row_id for row_id in wanted if _is_put(connection, table, said[row_id])]


def _is_put(connection: sqlite3.Connection, table: str, row: Row | None) -> bool:
    if row is None or next(faults(table, row, decoded=True), None) is not None:
        return False
    connection.execute("SAVEPOINT row")
    try:
        put_row(connection, table, row)
    except (sqlite3.IntegrityError, BrokenRowError):
        connection.execute("ROLLBACK TO row")
        return False
    finally:
        connection.execute("RELEASE row")
    return True
