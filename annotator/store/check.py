"""`musnad check`: whether a project file holds together, from SQLite's pages up to the rules of the domain."""

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import Any

import msgspec

from annotator.domain.change import Change, revives
from annotator.domain.document import document_id
from annotator.domain.row_history import Row
from annotator.domain.scheme import Scheme
from annotator.domain.scheme_faults import faults as scheme_faults
from annotator.domain.span import as_parts
from annotator.errors import MusnadError
from annotator.store import block_reading, derived, index_check, rows, scheme_rows
from annotator.store.block_reading import blocks
from annotator.store.blocks import changes_in, groups_in
from annotator.store.bonds import REFERENCES
from annotator.store.bounded import long_work
from annotator.store.check_blocks import BlockCheck, Settled, check_blocks
from annotator.store.fold import completed, is_whole
from annotator.store.index_segments import check_segments
from annotator.store.references import has_row
from annotator.store.row_writing import is_same, json_value
from annotator.store.rows import COLUMNS, ROOTS, TABLES, BrokenRowError, faults, json_list, readable
from annotator.visible import clipped

LAST = 500
"""Rows of each table, and changes, that are looked at after a crash."""
LINE = 300
"""Code points of a line at most: what it names may come from anyone."""


def _damage(connection: sqlite3.Connection) -> list[str]:
    try:
        # SQLite from 3.44 on looks into the index as well; where it must not, that is told of with the index.
        check_segments(connection)
    except sqlite3.DatabaseError:
        return []
    return [row[0] for row in connection.execute("PRAGMA integrity_check(20)") if row[0] != "ok"]


def problems(connection: sqlite3.Connection, scheme: Scheme) -> list[str]:
    """Everything that is wrong, a line each, most basic first. Nothing in a file makes it raise."""
    if damage := _damage(connection):
        return [f"the file is damaged: {line}" for line in damage]
    with long_work(connection):
        packed = check_blocks(connection)
        broken = [*packed.problems, *_forms(connection, packed.settled)]
        found = list(broken)
        if any(line.endswith("it is no text") for line in broken):
            return [clipped(line, LINE) for line in found]
        found += _texts(connection)
        found += index_check.problems(connection)
        found += (f"the scheme: {fault.reason}" for fault in scheme_faults(scheme))
        found += _spans(connection)
        found += _journal(connection, packed)
        found += _derived(connection)
    return [clipped(line, LINE) for line in dict.fromkeys(found)]


def waiting(connection: sqlite3.Connection, among: Mapping[str, Collection[str]] | None = None) -> dict[str, int]:
    """Return how many rows of each table are here and not shown: what they belong to has not arrived, or has gone.

    `among`: the ids of the rows of each table that are looked at; None: all.
    """
    found = defaultdict[str, set[str]](set)
    for table, lacking in _LACKING:
        if among is None or among.get(table):
            where, values = _among("t.id", None if among is None else among[table])
            found[table] |= {row[0] for row in connection.execute(f"{lacking} AND {where}", values)}
    for table in TABLES:
        if among is None or among.get(table):
            ids = _never_whole(connection, table) if among is None else among[table]
            rows = outcomes(connection, table, ids).items()
            found[table] |= {row_id for row_id, (exists, row) in rows if exists and not is_whole(table, row)}
    return {table: len(ids) for table, ids in found.items() if ids}


_LACKING = (
    *(
        (
            one.table,
            f"""SELECT t.id FROM {one.table} AS t
                WHERE NOT EXISTS (SELECT 1 FROM {one.parent} AS p WHERE p.id = t."{one.column}")""",
        )
        for one in REFERENCES
        if one.bond in ("needs", "part")
    ),
    ("spans", "SELECT t.id FROM spans AS t WHERE t.label NOT IN (SELECT key FROM known_labels)"),
    ("relations", "SELECT t.id FROM hidden_relations AS t WHERE TRUE"),
)
"""For each table, statements that find its rows that lack something, to which a condition on them is added."""


def _derived(connection: sqlite3.Connection) -> Iterator[str]:
    """Yield the problems of derived tables: each must be what follows from the rows."""
    places = [tuple(row) for row in connection.execute("SELECT DISTINCT document_id, annotator FROM relations")]
    hidden = derived.hidden_relations(connection, places, derived.scheme_of_parts(connection))
    for table, wanted in (
        ("known_labels", {(one.key, one.names_actor, one.is_claim) for one in derived.known_labels(connection)}),
        ("known_kinds", set(derived.known_kinds(connection))),
        *((ROOTS[table], set(derived.roots(connection, table).items())) for table in ROOTS),
        ("hidden_relations", {(one, *rest) for one, rest in hidden.items()}),
    ):
        if {tuple(row) for row in connection.execute(f"SELECT * FROM {table}")} != wanted:
            yield f"{table}: it is not what follows from the rest"
    row = connection.execute("SELECT value FROM settings WHERE id = ?", (scheme_rows.ROOT,)).fetchone()
    if row is None or json_value(row[0]) != json_value(msgspec.json.encode(scheme_rows.whole(connection)).decode()):
        yield "settings scheme: it is not what its parts say"


def _never_whole(connection: sqlite3.Connection, table: str) -> set[str]:
    """Return the rows that are not in a table although the journal speaks of them, and never said all of them."""
    loose = f"""SELECT row_id FROM changes WHERE "table" = ? EXCEPT SELECT id FROM {table}"""
    found = {row[0] for row in connection.execute(loose, (table,))}
    partial = {
        row_id
        for block in blocks(connection)
        for group in groups_in(block)
        if group.table == table and not group.is_whole
        for row_id in group.ids
    }
    held = f"SELECT id FROM {table} WHERE id IN (SELECT value FROM json_each(?))"
    return found | partial.difference(row[0] for row in connection.execute(held, (json_list(partial),)))


def _forms(connection: sqlite3.Connection, settled: Settled) -> Iterator[str]:
    """Every row of every table must be one that Musnad could have written, and every row that a change put, too."""
    for table in COLUMNS:
        try:
            yield from list(_forms_of(connection, table, settled.get(table, frozenset())))
        except sqlite3.OperationalError:
            # It holds a text that is no UTF-8: looked at again, value by value.
            with readable(connection):
                yield from _forms_of(connection, table, frozenset())


def _forms_of(connection: sqlite3.Connection, table: str, settled: Collection[str]) -> Iterator[str]:
    if settled and connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] == len(settled):
        return
    for row in map(dict, connection.execute(f"SELECT * FROM {table}")):
        if settled and row["id"] in settled:
            continue
        broken = list(_change_faults(row) if table == "changes" else faults(table, row))
        if broken:
            name = f"{table} {clipped(str(row['uid' if table == 'changes' else 'id']), 40)}"
            yield from (f"{name}: {fault}" for fault in broken)


def _change_faults(row: dict[str, Any]) -> Iterator[str]:
    """Yield the faults of a change, and those of the row that it put, which is read once."""
    text = row.pop("row")
    try:
        said = {} if text is None else rows.decode(text, dict[str, Any], "changes", row["uid"])
    except rows.BrokenRowError:
        yield from faults("changes", {**row, "row": text})
        return
    broken = list(faults("changes", row))
    if row["op"] == "put" and not broken:
        broken = [f"row: {fault}" for fault in faults(row["table"], said, decoded=True)]
    yield from broken


def _texts(connection: sqlite3.Connection) -> Iterator[str]:
    for row in connection.execute("SELECT id, text FROM documents"):
        if document_id(row["text"]) != row["id"]:
            yield f"document {row['id']}: its text is not the one it was imported with"


def _spans(connection: sqlite3.Connection) -> Iterator[str]:
    # Most are of one part inside their text, which SQLite sees by itself.
    rows = connection.execute(
        """WITH lengths AS MATERIALIZED (SELECT id, length(text) AS length FROM documents)
           SELECT s.id, s.start, s."end", s.parts, d.length FROM spans AS s JOIN lengths AS d ON d.id = s.document_id
           WHERE (s.parts = '[[' || s.start || ',' || s."end" || ']]'
               AND 0 <= s.start AND s.start < s."end" AND s."end" <= d.length) IS NOT TRUE"""
    )
    for row in rows:
        try:
            parts = msgspec.json.decode(row["parts"], type=tuple[tuple[int, int], ...])
            if as_parts(parts, row["length"]) != parts or (parts[0][0], parts[-1][1]) != (
                row["start"],
                row["end"],
            ):
                yield f"span {row['id']}: its parts are not sorted and joined"
        except (MusnadError, msgspec.DecodeError, IndexError, RecursionError) as error:
            yield f"span {row['id']}: {error}"


def last_written(connection: sqlite3.Connection) -> list[str]:
    """Return the problems of the rows that were written last, a line each: what a crash may have harmed."""
    among = {
        table: {
            *_column(connection, f"SELECT id FROM {table} ORDER BY rowid DESC LIMIT {LAST}"),
            *_column(
                connection,
                f"""SELECT row_id FROM (SELECT "table", row_id FROM changes ORDER BY stamp DESC LIMIT {LAST})
                    WHERE "table" = ?""",
                table,
            ),
        }
        for table in TABLES
    }
    return [clipped(line, LINE) for table in TABLES for line in _journal_of(connection, table, sorted(among[table]))]


def _column(connection: sqlite3.Connection, sql: str, *values: str) -> list[str]:
    return [row[0] for row in connection.execute(sql, values)]


def _journal(connection: sqlite3.Connection, packed: BlockCheck) -> Iterator[str]:
    """Each row must be what its last change says, and each last change must have its row."""
    for table in TABLES:
        for ids in _some_ids(connection, table, packed):
            yield from _journal_of(connection, table, ids)


AT_ONCE = 2_000
"""Rows that are compared with the journal at once: all of a project's would fill the memory."""


def _some_ids(connection: sqlite3.Connection, table: str, packed: BlockCheck) -> Iterator[Sequence[str]]:
    """Yield the ids of the rows that a table or the journal knows and that are not settled, some at a time."""
    # A null is no id that could be asked for; whoever reads the row tells of it.
    known = connection.execute(
        f"""SELECT id FROM {table} WHERE id IS NOT NULL UNION SELECT row_id FROM changes WHERE "table" = ?""", (table,)
    )
    settled, others = packed.settled.get(table, set()), packed.others.get(table, set())
    ids = sorted({row[0] for row in known if row[0] not in settled} | others)
    yield from (ids[start : start + AT_ONCE] for start in range(0, len(ids), AT_ONCE))


def _journal_of(connection: sqlite3.Connection, table: str, ids: Sequence[str]) -> Iterator[str]:
    columns, latest = TABLES[table], latest_rows(connection, table, ids)
    where, values = _among("id", ids)
    for row in connection.execute(f"SELECT * FROM {table} WHERE {where}", values):
        said = latest.pop(row["id"], None)
        if (table, row["id"]) == ("settings", scheme_rows.ROOT):
            continue
        if said is None:
            yield f"{table} {row['id']}: the journal does not know it"
        elif not all(is_same(column, said[column], row[column]) for column in columns):
            yield f"{table} {row['id']}: it is not what the journal says"
        else:
            continue
        yield from _astray(connection, table, row)
    for row_id, said in latest.items():
        if said is not None:
            yield f"{table} {row_id}: the journal has it, the table does not"


def _astray(connection: sqlite3.Connection, table: str, row: sqlite3.Row) -> Iterator[str]:
    """Yield the missing rows that a row without a change names; of one that was written, they may still come."""
    for one in REFERENCES:
        named = row[one.column] if one.table == table and one.bond != "trace" else None
        if named is not None and not has_row(connection, (one.parent, named)):
            yield f"{table} {row['id']}: points to a row of {one.parent} that is not there"
    if table == "spans" and row["label"] not in {one.key for one in derived.known_labels(connection)}:
        yield f"span {row['id']}: the scheme has no label {row['label']!r}"


def latest_rows(connection: sqlite3.Connection, table: str, ids: Iterable[str] | None = None) -> dict[str, Row | None]:
    """The rows of a table (with these ids; None: all) as the journal has them.

    None for one that was deleted or has not arrived whole.
    """
    return {
        row_id: completed(table, row) if exists and is_whole(table, row) else None
        for row_id, (exists, row) in outcomes(connection, table, ids).items()
    }


def outcomes(
    connection: sqlite3.Connection, table: str, ids: Iterable[str] | None = None
) -> dict[str, tuple[bool, Row]]:
    """Return the journal's account of each row of a table (with these ids; None: all): whether it is there, its
    columns.
    """
    where, values = _among("row_id", ids)
    loose = connection.execute(
        f'SELECT stamp, uid, row_id, action, row FROM changes WHERE "table" = ? AND {where}', (table, *values)
    )
    changes = [
        (*row[:4], row[4] is not None, said if isinstance(said := json_value(row[4]), dict) else {})
        for row in map(tuple, loose)
    ]
    changes += [
        (one.stamp, one.uid, one.row_id, one.action, one.row is not None, one.row or {})
        for one in _packed(connection, table, ids)
    ]
    found: dict[str, tuple[bool, Row]] = {}
    for _, _, row_id, action, is_put, said in sorted(changes, key=itemgetter(0, 1)):
        exists, held = found.get(row_id, (False, {}))
        found[row_id] = is_put and (exists or revives(action, said)), {**held, **said}
    return found


def _packed(connection: sqlite3.Connection, table: str, ids: Iterable[str] | None) -> list[Change]:
    """Return the changes in blocks of these rows (None: all rows of a table), of those blocks that can be read."""
    try:
        if ids is not None:
            return block_reading.changes_of_rows(connection, [(table, one) for one in ids])
        return [one for block in block_reading.blocks(connection) for one in changes_in(block) if one.table == table]
    except BrokenRowError:
        # The check tells of the block.
        return []


def _among(column: str, ids: Iterable[str] | None) -> tuple[str, tuple[str, ...]]:
    """A condition that a column is one of these ids, with its values; None: any."""
    if ids is None:
        return "TRUE", ()
    return f"{column} IN (SELECT value FROM json_each(?))", (json_list(sorted(ids)),)
