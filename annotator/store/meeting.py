"""Taking in changes of other replicas: in any order and any bundles, any number of times, the tables are the same.

The tables follow from the set of all changes: of each column the latest one counts (`fold`). So a change is kept as it
is, with its uid, stamp, annotator and action, and the rows that it concerns are written anew from their history.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

import msgspec

from annotator.domain.change import Change, Changes
from annotator.domain.link_rules import HiddenReason
from annotator.domain.relation import Relation
from annotator.domain.row_history import Row
from annotator.store import block_reading
from annotator.store.blinding import visible
from annotator.store.block_reading import blocks
from annotator.store.block_writing import add_changes
from annotator.store.blocks import changes_in
from annotator.store.bonds import RowKey
from annotator.store.change_rows import change_of
from annotator.store.clock import Clock
from annotator.store.fold import folded, outcome
from annotator.store.incoming import by_row, check_form, check_owners, check_places, check_scheme
from annotator.store.row_histories import histories, history_of, ordered
from annotator.store.row_writing import add_rows, followed, remove_row, stored_values
from annotator.store.rows import TABLES, Attributes, decode, json_list, record
from annotator.store.seals import Seals
from annotator.store.transactions import transaction

DRIFT_MS = 10 * 60 * 1000
"""Milliseconds that a change may be ahead of this machine's clock; one that is farther waits until it is not."""


class Applied(msgspec.Struct, frozen=True, kw_only=True):
    """The result of applying changes: how many were new, what they touched, and those from the future, which were not
    kept.

    `is_doubled`: some were made under the name of this replica, but not by it.
    """

    new: int
    changes: Changes
    held_back: tuple[Change, ...] = ()
    is_doubled: bool = False


def apply(connection: sqlite3.Connection, seals: Seals | None, changes: Iterable[Change], clock: Clock) -> Applied:
    """Take in changes of this project from elsewhere, all or none, in one transaction.

    Those that are here already cost nothing. Raises InputError, with nothing written, for a change of a newer Musnad or
    one that is none, and for one to somebody's annotation set that is not by them.
    """
    coming = sifted(connection, changes, clock)
    with transaction(connection, seals):
        touched = take_in(connection, coming.fresh)
    return outcome_of(coming, touched, clock)


class Coming(msgspec.Struct, frozen=True):
    """Changes from elsewhere that are not here and may be taken in, and those from the future."""

    fresh: tuple[Change, ...]
    held_back: tuple[Change, ...]


def sifted(connection: sqlite3.Connection, changes: Iterable[Change], clock: Clock) -> Coming:
    """Return what would be taken in of these changes; nothing is written. Raises InputError like `apply`."""
    latest = clock.wall_ms() + DRIFT_MS
    coming = _fresh(connection, changes)
    fresh = tuple(one for one in coming if _millis(one) <= latest)
    check_owners(connection, fresh)
    return Coming(fresh, tuple(one for one in coming if _millis(one) > latest))


def take_in(connection: sqlite3.Connection, fresh: Sequence[Change]) -> Changes:
    """Write changes that were `sifted` and the rows that they concern, inside a transaction."""
    coming = by_row(fresh)
    # Read before anything is written: of most rows there is nothing here, and what comes is not read again.
    earlier = histories(connection, coming)
    whole = {key: ordered([*earlier[key], *changes]) for key, changes in coming.items()}
    add_changes(connection, fresh, document_of=_documents(whole))
    return _written(connection, whole)


def outcome_of(coming: Coming, touched: Changes, clock: Clock) -> Applied:
    """Return the result of taking changes in, once they are written; the clock is behind none of them."""
    for one in coming.fresh:
        clock.see(one.stamp)
    return Applied(
        new=len(coming.fresh),
        changes=touched,
        held_back=coming.held_back,
        is_doubled=any(one.replica == clock.replica for one in coming.fresh),
    )


def _millis(change: Change) -> int:
    return int(change.stamp[:12], 16)


def vector(connection: sqlite3.Connection) -> dict[str, int]:
    """For each replica, up to which of its changes all are here."""
    loose = connection.execute("SELECT replica, count(DISTINCT counter), max(counter) FROM changes GROUP BY replica")
    held = {replica: latest if count == latest else None for replica, count, latest in map(tuple, loose.fetchall())}
    packed = connection.execute("SELECT DISTINCT replica FROM change_blocks").fetchall()
    held |= dict.fromkeys((replica for (replica,) in map(tuple, packed)), None)
    return {replica: _unbroken(connection, replica) if latest is None else latest for replica, latest in held.items()}


def since(connection: sqlite3.Connection, known: Mapping[str, int]) -> list[Change]:
    """The changes that somebody lacks who has those of each replica up to these counters, oldest first."""
    found: list[Change] = []
    for replica in vector(connection):
        last = known.get(replica, 0)
        lacking = "SELECT * FROM changes WHERE replica = ? AND counter > ?"
        found += map(change_of, connection.execute(lacking, (replica, last)))
        for block in blocks(connection, "b.replica = ? AND b.counter + b.size - 1 > ?", (replica, last)):
            found += [one for one in changes_in(block) if one.counter > last]
    return ordered(found)


class Conflict(msgspec.Struct, frozen=True):
    """A link that is kept and not shown: it competes with older ones, or lacks something."""

    relation: Relation
    reason: HiddenReason


def with_conflicts(connection: sqlite3.Connection) -> list[str]:
    """Return the ids of the documents with relations that are not shown, in the order in which they came."""
    rows = connection.execute(
        """SELECT DISTINCT d.id, d.added FROM hidden_relations AS h JOIN documents AS d ON d.id = h.document_id
           ORDER BY d.added, d.id"""
    )
    return [row[0] for row in rows]


def conflicts(connection: sqlite3.Connection, document_id: str) -> list[Conflict]:
    """The relations of a document that are not shown and that the reader may know of, by annotator and id."""
    found = connection.execute(
        f"""SELECT r.*, h.reason FROM hidden_relations AS h JOIN relations AS r ON r.id = h.id
            WHERE h.document_id = ? AND {visible("r")} ORDER BY r.annotator, r.id""",
        (document_id,),
    )
    return [_conflict(dict(row)) for row in found]


def _conflict(values: dict[str, Any]) -> Conflict:
    reason = values.pop("reason")
    attributes = decode(values["attributes"], Attributes, "relations", values["id"])
    return Conflict(record(Relation, "relations", {**values, "attributes": attributes}), reason)


def _unbroken(connection: sqlite3.Connection, replica: str) -> int:
    stretches = connection.execute(
        """SELECT counter, counter AS last FROM changes WHERE replica = :replica
           UNION ALL SELECT counter, counter + size - 1 FROM change_blocks WHERE replica = :replica ORDER BY 1""",
        {"replica": replica},
    )
    reached = 0
    for counter, last in map(tuple, stretches):
        if counter > reached + 1:
            break
        reached = max(reached, last)
    return reached


def unknown(connection: sqlite3.Connection, uids: Collection[str]) -> set[str]:
    """Return those of these changes that are not here."""
    held = connection.execute(
        "SELECT uid FROM changes WHERE uid IN (SELECT value FROM json_each(?))", (json_list(uids),)
    )
    return set(uids).difference(uid for (uid,) in held) - block_reading.held(connection, uids)


def _fresh(connection: sqlite3.Connection, changes: Iterable[Change]) -> list[Change]:
    """The changes that are not here, each once. Raises InputError for one that cannot be taken in."""
    coming = {one.uid: one for one in changes}
    lacking = unknown(connection, coming.keys())
    found = [one for uid, one in coming.items() if uid in lacking]
    for one in found:
        check_form(one)
    check_places(connection, found)
    check_scheme(connection, found)
    return found


def last_row(connection: sqlite3.Connection, key: RowKey) -> Mapping[str, Any]:
    """Return the columns of a row as they were last, whether it is there or not."""
    return outcome(history_of(connection, key))[1]


def rewritten(connection: sqlite3.Connection, keys: Iterable[RowKey]) -> Changes:
    """Write rows anew from their history, and what follows from them."""
    return _written(connection, histories(connection, keys))


def _written(connection: sqlite3.Connection, of_rows: Mapping[RowKey, Sequence[Change]]) -> Changes:
    """Write the rows that follow from these whole histories, a table at a time, and what follows from them."""
    rows: defaultdict[str, set[str]] = defaultdict(set)
    made: defaultdict[str, list[Row]] = defaultdict(list)
    documents: set[str] = set()
    for (table, row_id), history in of_rows.items():
        row = folded(table, history)
        if row is None:
            remove_row(connection, table, row_id)
        else:
            made[table].append(row)
        rows[table].add(row_id)
        _, said = outcome(history)
        concerned = row_id if table == "documents" else said.get("document_id")
        documents |= set() if concerned is None else {concerned}
    for table, found in made.items():
        add_rows(connection, table, [(row, stored_values(table, row)) for row in found])
    return followed(connection, rows, documents, came=True)


def _documents(of_rows: Mapping[RowKey, Sequence[Change]]) -> Mapping[RowKey, str | None]:
    """Return the documents that rows with these histories are on; a row of which nobody knows yet is left out."""
    found: dict[RowKey, str | None] = {}
    for (table, row_id), history in of_rows.items():
        said = outcome(history)[1].get("document_id")
        if table == "documents":
            found[table, row_id] = row_id
        elif said is not None or "document_id" not in TABLES[table]:
            found[table, row_id] = said
    return found
