"""The outcome of all changes of a row, in whatever order they came here.

Of each column the latest change counts. A delete takes the row away; a later put brings it back whole (`revives`), with
what was said of its other columns before. Two changes never have the same place in this order: stamps, then uids.
"""

from collections.abc import Iterable
from typing import Any

from annotator.domain.change import Change, revives
from annotator.domain.row_history import Row
from annotator.store.rows import DERIVED, TABLES, BrokenRowError, defaults_of


def folded(table: str, changes: Iterable[Change]) -> Row | None:
    """The row after these changes, which are in the order of the journal; None for one that is deleted.

    A row that lacks a column that must have a value has not arrived whole: None, too (`is_whole` tells them apart).
    """
    exists, row = outcome(changes)
    return with_derived(table, completed(table, row)) if exists and is_whole(table, row) else None


def outcome(changes: Iterable[Change]) -> tuple[bool, Row]:
    """Return whether the last of these changes leaves the row there, and all that was said of its columns."""
    exists, row = False, dict[str, Any]()
    for change in changes:
        exists = change.row is not None and (exists or revives(change.action, change.row))
        row |= change.row or {}
    return exists, row


def is_whole(table: str, row: Row) -> bool:
    """Return whether a row has all that it needs to be written."""
    return row.keys() | defaults_of(table).keys() >= set(TABLES[table])


def completed(table: str, row: Row) -> dict[str, Any]:
    """A row with the defaults of the columns that it says nothing of, and without columns that the table has not.

    Raises BrokenRowError if it lacks a column that has no default.
    """
    try:
        # Most say all of it.
        return {column: row[column] for column in TABLES[table]}
    except KeyError:
        whole = {**defaults_of(table), **row}
    try:
        return {column: whole[column] for column in TABLES[table]}
    except KeyError:
        raise BrokenRowError(table, row.get("id", "-"), "the journal does not say the whole of it") from None


def with_derived(table: str, row: Row) -> dict[str, Any]:
    """These columns of a row, and those that the table makes of them."""
    made = {column: make(row[source]) for column, (source, make) in DERIVED.get(table, {}).items() if source in row}
    return {**row, **made}
