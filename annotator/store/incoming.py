"""The rules for changes from elsewhere: what comes through here must be what a door of ours could have written.

A bundle may come from anyone. One change that breaks a rule refuses all of them, before anything is written.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from annotator.domain.annotator import GOLD, is_handle, kind_of
from annotator.domain.change import REGISTRY_COLUMNS, Change, reach_of
from annotator.domain.document import document_id
from annotator.domain.span import are_parts
from annotator.errors import InputError, ProjectError
from annotator.store import documents, migrations, scheme_rows
from annotator.store.bonds import RowKey
from annotator.store.references import stored_row
from annotator.store.row_histories import histories, ordered
from annotator.store.rows import TABLES, faults

OWNED = frozenset(("annotation_sets", "spans", "relations", "refusals"))
"""The tables of what is somebody's; all others are everybody's."""

LAST_UNOWNED_SHAPE = 5
"""The shape of changes that were made before changes said what they may reach."""

LARGEST_NUMBER = 2**63 - 1
"""The largest number that SQLite holds."""


def check_form(change: Change) -> None:
    """Raise InputError for a change of a newer Musnad, and for one that no Musnad wrote."""
    if change.shape > migrations.VERSION:
        raise InputError("These changes were made by a newer Musnad; update Musnad to take them in.")
    broken = next(_faults(change), None)
    if broken is not None:
        raise _refused(broken)


def _refused(reason: str) -> InputError:
    return InputError("A change in what came cannot be used ({reason}); nothing was taken in.", reason=reason)


def _faults(change: Change) -> Iterator[str]:
    row = change.row or {}
    yield from faults("changes", {**msgspec.structs.asdict(change), "row": None})
    if change.table not in TABLES:
        yield "the table"
    if change.counter < 1:
        yield "counter"
    yield from faults(change.table, row, decoded=True)
    if any(abs(one) > LARGEST_NUMBER for one in _numbers(change)):
        yield "a number that no project can hold"
    if row.get("id", change.row_id) != change.row_id:
        yield "id"
    if change.table == "documents" and "text" in row and document_id(row["text"]) != change.row_id:
        yield "text"
    if row.get("parts") is not None and not are_parts(row["parts"]):
        yield "parts"
    if row and _is_part(change):
        yield from filter(None, [scheme_rows.part_fault(change.row_id, row.get("value"))])
    handles = [change.annotator, row.get("annotator"), row.get("id") if change.table == "annotators" else None]
    yield from (f"{one!r} is no annotator's name" for one in handles if one is not None and not is_handle(one))


def _numbers(change: Change) -> Iterator[int]:
    """Yield the numbers that are written to columns of a project."""
    row = change.row or {}
    yield from (change.counter, change.shape)
    yield from (value for value in row.values() if isinstance(value, int))
    yield from (place for part in row.get("parts") or () for place in part)


def check_places(connection: sqlite3.Connection, changes: Sequence[Change]) -> None:
    """Raise InputError for a mark outside of its text, where both are known, whichever of them comes."""
    lengths = {
        one.row_id: len(one.row["text"])
        for one in changes
        if one.table == "documents" and one.row and "text" in one.row
    }
    ends = {document: _last_end(connection, document) for document in lengths}
    for one in changes:
        parts = (one.row or {}).get("parts")
        document = None if parts is None else _document_of(connection, one)
        if parts is not None and document is not None:
            ends[document] = max(ends.get(document, 0), parts[-1][1])
    for document, end in ends.items():
        length = lengths.get(document, documents.length_if_here(connection, document))
        if length is not None and end > length:
            raise _refused(f"a place outside of the text of {document}")


def check_scheme(connection: sqlite3.Connection, changes: Sequence[Change]) -> None:
    """Raise InputError for changes with which the scheme could not be read any more."""
    coming = {one.row_id: one.row["value"] for one in changes if _is_part(one) and one.row and "value" in one.row}
    if not coming:
        return
    try:
        scheme_rows.assembled({**scheme_rows.stored_parts(connection), **coming})
    except ProjectError as error:
        raise _refused(str(error)) from error


def _is_part(change: Change) -> bool:
    return change.table == "settings" and scheme_rows.is_part(change.row_id)


def _last_end(connection: sqlite3.Connection, document: str) -> int:
    (end,) = connection.execute('SELECT max("end") FROM spans WHERE document_id = ?', (document,)).fetchone()
    return end or 0


def _document_of(connection: sqlite3.Connection, change: Change) -> str | None:
    """Return the document that a mark is on; None where it has not come."""
    said = (change.row or {}).get("document_id")
    held = None if said is not None else stored_row(connection, (change.table, change.row_id))
    return said if held is None else held.get("document_id")


def check_owners(connection: sqlite3.Connection, changes: Sequence[Change]) -> None:
    """Raise InputError for a change to somebody's annotation set that is not by them.

    What models propose is anyone's, and so is the gold reading, which reviewers make. The registry and the scheme are
    everybody's, and reach into all readings; so does what somebody brings in for another from a file. Changes of files
    from before journals could meet are taken as they are.
    """
    coming = by_row(
        one for one in changes if one.table in OWNED and one.shape > LAST_UNOWNED_SHAPE and not _is_free(one)
    )
    earlier = histories(connection, coming)
    for key, ours in coming.items():
        history = ordered([*earlier[key], *ours])
        first = next((one for one in history if one.row is not None and "annotator" in one.row), None)
        owner = "" if first is None or first.row is None else str(first.row["annotator"])
        if not owner or owner == GOLD or kind_of(owner) == "model" or history[0].annotator != owner:
            continue
        for one in ours:
            if one.annotator != owner:
                raise InputError(
                    "{annotator} changed a mark of {owner} ({table} {id}); only {owner} can do that, so nothing was "
                    "taken in.",
                    annotator=one.annotator,
                    owner=owner,
                    table=one.table,
                    id=one.row_id,
                )


def _is_free(change: Change) -> bool:
    """Return whether a change may reach into all readings. It tells so itself, whatever else has come by now."""
    return reach_of(change.action) != "" or (change.row is not None and change.row.keys() <= REGISTRY_COLUMNS)


def by_row(changes: Iterable[Change]) -> dict[RowKey, list[Change]]:
    """Return changes by the row that they concern, the rows and the changes of each in the order that they came in."""
    found: defaultdict[RowKey, list[Change]] = defaultdict(list)
    for one in changes:
        found[one.table, one.row_id].append(one)
    return dict(found)
