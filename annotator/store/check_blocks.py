"""Holding the blocks of the journal against themselves, what leads to them, and the rows that they alone speak of."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from annotator.store import scheme_rows
from annotator.store.block_reading import blocks
from annotator.store.blocks import Block, Group, groups_in, key_of, read_column, stamp_at, subject_of
from annotator.store.rows import TABLES, BrokenRowError, json_list
from annotator.store.schema_blocks import IN_ORDER

FEWER = 8
"""Times as many rows as documents from which on they are read by document."""
STALE = "the index of the journal does not lead to all that it says"

Settled = Mapping[str, set[str]]
"""The ids of the rows of each table of which all is well: nothing but one block says something of them, and they are
what it says."""


class BlockCheck(msgspec.Struct, frozen=True):
    """The problems of blocks, a line each, and the rows that need not be looked at any more."""

    problems: tuple[str, ...]
    settled: Settled
    others: Settled
    """The ids of the other rows that blocks say something of."""


def check_blocks(connection: sqlite3.Connection) -> BlockCheck:
    """Look at every block once. Nothing in a file makes it raise."""
    problems: list[str] = []
    settled, rest = defaultdict[str, set[str]](set), defaultdict[str, set[str]](set)
    others = _Others(connection)
    index = _Index()
    for block in blocks(connection):
        try:
            groups = groups_in(block)
            for group in groups:
                for column in zip(group.columns or (), group.values, strict=True):
                    read_column(block, group.table, *column)
        except BrokenRowError as error:
            problems.append(str(error))
            continue
        index.add(block, groups)
        for group in groups:
            if group.is_whole and group.columns == TABLES[group.table]:
                fine = _settled(connection, group) - others.among(group.table, group.ids)
                settled[group.table] |= fine
                rest[group.table].update(fine.symmetric_difference(group.ids))
            else:
                rest[group.table].update(group.ids)
    stale = list(index.problems(connection))
    # Where not every change of a row is found, none is known to be the only one.
    return BlockCheck((*problems, *stale), {} if stale else settled, rest)


class _Others:
    """The rows of which more than one change says something."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._loose: defaultdict[str, set[str]] = defaultdict(set)
        for table, row_id in connection.execute('SELECT DISTINCT "table", row_id FROM changes'):
            self._loose[table].add(row_id)
        # It follows from the rest, and no change says it.
        self._loose["settings"].add(scheme_rows.ROOT)
        twice = connection.execute("SELECT row FROM block_rows GROUP BY row HAVING count(*) > 1")
        self._twice = {row[0] for row in twice}

    def among(self, table: str, ids: Sequence[str]) -> set[str]:
        """Return those of these rows."""
        found = self._loose[table].intersection(ids)
        return found.union(one for one in ids if key_of(table, one) in self._twice) if self._twice else found


def _settled(connection: sqlite3.Connection, group: Group) -> set[str]:
    """Return the ids of the rows that are stored as a group puts them."""
    names = ", ".join(f'"{column}"' for column in TABLES[group.table])
    documents = [one for one in _documents(group) if one is not None]
    # The rows of a document lie beside one another; by their ids each is looked for.
    are_few = documents and len(documents) * FEWER <= len(group.ids)
    column, wanted = ("document_id", documents) if are_few else ("id", group.ids)
    found = connection.execute(
        f"SELECT {names} FROM {group.table} WHERE {column} IN (SELECT value FROM json_each(?))", (json_list(wanted),)
    )
    found.row_factory = None
    try:
        return {row[0] for row in set(found).intersection(zip(*group.values, strict=True))}
    except sqlite3.OperationalError:
        # A text among them is no UTF-8: each is looked at by itself.
        return set()


_Sum = tuple[int, int, int]
"""The number of entries that lead to a block, and two sums over them, which are the same for the same entries."""


def _sum_of(groups: Sequence[Group]) -> _Sum:
    keys = [key_of(group.table, row_id) for group in groups for row_id in group.ids]
    return (
        len(keys),
        sum((key & 0xFFFFFFFF) * (place + 1) for place, key in enumerate(keys)),
        sum((key >> 32 & 0xFFFFFFFF) * (place + 1) for place, key in enumerate(keys)),
    )


class _Index:
    """The rows that have to lead to the blocks, by what these say."""

    def __init__(self) -> None:
        self._sums: dict[int, _Sum] = {}
        self._subjects: set[tuple[int, int]] = set()
        self._stamps: dict[tuple[str, str], str] = {}

    def add(self, block: Block, groups: Sequence[Group]) -> None:
        """Note the rows and documents of a block, and when rows that are listed in their order were made."""
        self._sums[block.number] = _sum_of(groups)
        place = 0
        for group in groups:
            self._subjects |= {(subject_of(group.table, one), block.number) for one in _documents(group)}
            if group.table in IN_ORDER:
                for number, row_id in enumerate(group.ids, place):
                    made = stamp_at(block.stamp, number)
                    self._stamps[group.table, row_id] = min(made, self._stamps.get((group.table, row_id), made))
            place += len(group.ids)

    def problems(self, connection: sqlite3.Connection) -> Iterator[str]:
        """Yield a line where what leads to the blocks does not lead to all that they say."""
        rows = connection.execute(
            """SELECT block, count(*), sum((row & 0xFFFFFFFF) * (place + 1)),
                   sum((row >> 32 & 0xFFFFFFFF) * (place + 1)) FROM block_rows GROUP BY block"""
        )
        sums = {block: tuple(rest) for block, *rest in map(tuple, rows)}
        subjects = set(map(tuple, connection.execute("SELECT subject, block FROM block_subjects")))
        stamps = {
            (table, row_id): stamp
            for table, row_id, stamp in connection.execute('SELECT "table", row_id, stamp FROM first_stamps')
        }
        if sums != self._sums or not self._subjects <= subjects or stamps != self._stamps:
            yield STALE


def _documents(group: Group) -> set[str | None]:
    """Return the documents that changes name; None where their rows are on none."""
    if group.table == "documents":
        return set(group.ids)
    if "document_id" not in TABLES[group.table]:
        return {None}
    columns = group.columns or ()
    return set(group.values[columns.index("document_id")]) if "document_id" in columns else set()
