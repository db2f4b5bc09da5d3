"""A clean copy: the rows of a project file in a new one, without anything else that the file brings along.

The file is only read, and of it only what real tables hold: no view, trigger, generated column or virtual table of
its runs. Rows that no Musnad could have written stay behind and are counted.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import msgspec

from annotator.store import blocks, derived, migrations
from annotator.store.block_writing import index_anew
from annotator.store.bounded import long_work
from annotator.store.connection import open_foreign
from annotator.store.creation import fresh_file
from annotator.store.explaining import told
from annotator.store.rows import COLUMNS, BrokenRowError, faults, text_or_bytes
from annotator.store.transactions import transaction

TABLE = "change_blocks"
RawRow = dict[str, object]


class Cleaned(msgspec.Struct, frozen=True, kw_only=True):
    """The report of a clean copy: how many rows it took over, and how many of each table it left behind."""

    kept: int
    dropped: dict[str, int]


def clean_copy(path: Path, copy: Path) -> Cleaned:
    """Write the rows of `path` into a new project file `copy`, which appears whole or not at all.

    Raises ProjectError: `path` is no project or a newer one, it cannot be read to its end, or `copy` exists or
    cannot be written.
    """
    with told(path), closing(open_foreign(path)) as source:
        source.text_factory = text_or_bytes
        migrations.check_version(source, path.name)
        version = migrations.version_of(source)
        with fresh_file(copy) as (target, _, _), told(path), long_work(source):
            migrations.migrate(target, version)
            target.execute("BEGIN")
            cleaned = _take_over(source, target)
            cleaned = _with_blocks(cleaned, *_take_over_blocks(source, target))
            target.execute("COMMIT")
            migrations.migrate(target)
            with transaction(target):
                derived.rebuild(target)
    return cleaned


def _take_over(source: sqlite3.Connection, target: sqlite3.Connection) -> Cleaned:
    kept, dropped = 0, dict[str, int]()
    for table in filter(lambda one: _columns(target, one), COLUMNS):
        held = _columns(source, table)
        columns = [column for column in _columns(target, table) if column in held]
        taken = lost = 0
        for row in _rows(source, table, columns):
            if row is not None and _put(target, table, row):
                taken += 1
            else:
                lost += 1
        kept += taken
        if lost:
            dropped[table] = lost
    return Cleaned(kept=kept, dropped=dropped)


def _take_over_blocks(source: sqlite3.Connection, target: sqlite3.Connection) -> tuple[int, int]:
    """Take over the blocks of changes that hold together; how many came, and how many did not."""
    taken = lost = 0
    names = blocks.COLUMNS.split(", ")
    if not set(names) <= set(_columns(target, TABLE) and _columns(source, TABLE)):
        return 0, 0
    for values in source.execute(f"SELECT {blocks.COLUMNS} FROM {TABLE}"):
        try:
            block = blocks.Block(*values)
            blocks.changes_in(block)
        except (BrokenRowError, TypeError):
            lost += 1
        else:
            taken += _put(target, TABLE, dict(zip(names, block, strict=True)))
    index_anew(target)
    return taken, lost


def _with_blocks(cleaned: Cleaned, taken: int, lost: int) -> Cleaned:
    dropped = {**cleaned.dropped, TABLE: lost} if lost else cleaned.dropped
    return Cleaned(kept=cleaned.kept + taken, dropped=dropped)


def _columns(connection: sqlite3.Connection, table: str) -> list[str]:
    """The stored columns of a real table; none if there is no such table."""
    real = "type = 'table' AND name = ? AND sql NOT LIKE 'CREATE VIRTUAL%'"
    if connection.execute(f"SELECT 1 FROM sqlite_master WHERE {real}", (table,)).fetchone() is None:
        return []
    return [str(row[1]) for row in connection.execute(f'PRAGMA table_xinfo("{table}")') if row[6] == 0]


def _rows(connection: sqlite3.Connection, table: str, columns: list[str]) -> Iterator[RawRow | None]:
    """The rows of a table; None for one that is no text, or that has a form which Musnad does not write."""
    if not columns:
        return
    names = ", ".join(f'"{column}"' for column in columns)
    for values in connection.execute(f'SELECT {names} FROM "{table}"'):
        row = dict(zip(columns, values, strict=True))
        yield row if next(faults(table, row), None) is None else None


def _put(target: sqlite3.Connection, table: str, row: RawRow) -> bool:
    """Return whether the new file took the row."""
    names = ", ".join(f'"{column}"' for column in row)
    marks = ", ".join("?" * len(row))
    try:
        target.execute(f'INSERT INTO "{table}" ({names}) VALUES ({marks})', tuple(row.values()))
    except (sqlite3.IntegrityError, sqlite3.InterfaceError, OverflowError, UnicodeEncodeError):
        return False
    return True
