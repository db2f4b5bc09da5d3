"""The history of a mark, a document or the project, and going back to the state of a day.

It is read from the journal, which holds every change. Going back writes a new state: nothing is taken out of history.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any

import msgspec

from annotator.cancellation import check_cancelled
from annotator.domain.change import BACK, FOUNDING, Change
from annotator.domain.ids import new_id
from annotator.domain.span import Span
from annotator.errors import InputError, MusnadError, NotFoundError
from annotator.services import annotate
from annotator.services.door.acting import Acting
from annotator.services.door.file import ProjectFile
from annotator.services.taking_back import RowNames
from annotator.store import annotations, documents, past, row_histories, rows
from annotator.store.blinding import is_hidden
from annotator.store.bonds import RowKey
from annotator.store.connection import Connection
from annotator.store.edits import Edit
from annotator.store.fold import folded, outcome
from annotator.store.references import stored_row

READING = ("annotation_sets", "spans", "relations")
"""The tables of somebody's reading, marks before what leads between them."""


class RowHistory(msgspec.Struct, frozen=True, kw_only=True):
    """The part of an action that concerns one row: its name, and the columns before and after (None: not there)."""

    table: str
    row_id: str
    name: str
    before: Mapping[str, Any] | None
    after: Mapping[str, Any] | None


class HistoryEntry(msgspec.Struct, frozen=True, kw_only=True):
    """One action: by whom, when (ISO 8601, UTC), and its effect on rows. `undoes` names the action it took back."""

    action: str
    annotator: str
    moment: str
    undoes: str | None
    rows: tuple[RowHistory, ...]


def of_mark(file: ProjectFile, span_id: str) -> list[HistoryEntry]:
    """Return everything that happened to a mark and its links, the newest first, whether it is there or not.

    Raises NotFoundError if there never was such a mark.
    """
    with file.reading() as connection:
        keys = [("spans", span_id), *past.links_ever_of(connection, span_id)]
        found = past.changes_of_rows(connection, keys)
        if not found:
            raise _unknown_mark(span_id)
        return _entries(connection, found)


def _unknown_mark(span_id: str) -> NotFoundError:
    return NotFoundError("There is no mark {id!r}.", id=span_id)


def of_document(file: ProjectFile, document_id: str, most: int = 500) -> list[HistoryEntry]:
    """Return the last actions that concern a document and what is on it, the newest first, whether it is there or not.

    Raises NotFoundError if there never was such a document.
    """
    with file.reading() as connection:
        found = past.changes_of_rows(connection, past.rows_ever_of(connection, document_id))
        if not found:
            raise documents.unknown_document(document_id)
        return _entries(connection, found)[:most]


def of_project(file: ProjectFile, most: int = 200) -> list[HistoryEntry]:
    """Return the last actions, the newest first."""
    with file.reading() as connection:
        return _entries(connection, past.latest_actions(connection, most))


def go_back(
    file: ProjectFile, moment: str, document_ids: Iterable[str] | None = None, span_id: str | None = None
) -> int:
    """Give my readings (of these documents; None: all) the state that they had at a moment, as one new action.

    `moment` is ISO 8601, where a day alone means its end; or the id of an action: what stood when it was done. With
    `span_id` only this mark of mine and its links go back. Marks that the scheme or the registry has no place for any
    more stay away. Returns how many rows became another. Raises InputError for a moment that is none, NotFoundError for
    a document or a mark.
    """
    with file.acting(BACK + new_id()) as act:
        until = past.stamp_of_action(act.connection, moment) or _end_of(moment)
        chosen = None if document_ids is None else set(document_ids)
        for document_id in chosen or ():
            documents.length_of(act.connection, document_id)
        keys = past.rows_changed_since(act.connection, until, READING)
        if span_id is not None:
            if past.owner_of(act.connection, ("spans", span_id)) is None:
                raise _unknown_mark(span_id)
            of_it = {("spans", span_id), *past.links_ever_of(act.connection, span_id)}
            keys = [key for key in keys if key in of_it]
        act.edits += _as_before(act, _rows_then(act, keys, until, chosen))
        return len(act.edits)


def _rows_then(
    act: Acting, keys: Iterable[RowKey], until: str, chosen: set[str] | None
) -> dict[RowKey, Mapping[str, Any] | None]:
    """Return those of these rows that are mine, on the chosen documents, and were another then: as they were."""
    then: dict[RowKey, Mapping[str, Any] | None] = {}
    for key, history in row_histories.in_portions(act.connection, keys):
        check_cancelled()
        held = stored_row(act.connection, key)
        row = folded(key[0], [one for one in history if one.stamp <= until])
        one = held or row or {}
        if one.get("annotator") == act.annotator and row != held and (chosen is None or one["document_id"] in chosen):
            then[key] = row
    return then


def _as_before(act: Acting, then: Mapping[RowKey, Mapping[str, Any] | None]) -> list[Edit]:
    """Return the edits that make rows what they were, as far as everything else leaves room for them."""
    kept = {row_id for (table, row_id), row in then.items() if table == "spans" and row and _fits(act, row)}
    gone = {row_id for (table, row_id), row in then.items() if table == "spans" and row is None}

    def is_there(span_id: str) -> bool:
        return span_id in kept or (span_id not in gone and annotations.span(act.connection, span_id) is not None)

    edits = []
    for (table, row_id), row in sorted(then.items(), key=lambda item: (READING.index(item[0][0]), item[0][1])):
        is_lost = row is not None and (
            (table == "spans" and row_id not in kept)
            or (table == "relations" and not (is_there(row["from_id"]) and is_there(row["to_id"])))
        )
        if not is_lost:
            edits.append(Edit(table, row_id, row))
    return edits


def _fits(act: Acting, row: Mapping[str, Any]) -> bool:
    values = {column: value for column, value in row.items() if column not in ("start", "end")}
    try:
        annotate.check_span(act.connection, act.scheme, rows.record(Span, "spans", values))
    except MusnadError:
        return False
    return True


def _entries(connection: Connection, changes: Iterable[Change]) -> list[HistoryEntry]:
    changes = list(changes)
    # Of all rows at once: an import has touched hundreds of thousands.
    histories = row_histories.histories(connection, {(one.table, one.row_id) for one in changes})
    names, hides = RowNames(connection), Hiding(connection, histories)
    actions: dict[str, list[Change]] = {}
    for one in changes:
        if one.action != FOUNDING and not hides((one.table, one.row_id)):
            actions.setdefault(one.action, []).append(one)
    found = []
    # By stamps: moments, as people read them, are the same for what one program does within a millisecond.
    for action, held in sorted(actions.items(), key=lambda item: item[1][-1].stamp, reverse=True):
        keys = dict.fromkeys((one.table, one.row_id) for one in held)
        first, last = held[0], held[-1]
        told = tuple(_row(names, histories[key], key, action) for key in keys)
        found.append(
            HistoryEntry(
                action=action, annotator=first.annotator, moment=moment_of(last.stamp), undoes=first.undoes, rows=told
            )
        )
    return found


class Hiding:
    """Says of rows whether they are about marks that are hidden from who reads."""

    def __init__(self, connection: Connection, known: Mapping[RowKey, Sequence[Change]] | None = None) -> None:
        """`known` are histories of rows that have been read already."""
        self._connection = connection
        self._known = known or {}
        self._owners: dict[RowKey, tuple[str, str] | None] = {}
        self._hidden: dict[tuple[str, str], bool] = {}

    def __call__(self, key: RowKey) -> bool:
        if key[0] not in (*READING, "comments", "decisions"):
            return False
        if key not in self._owners:
            known = self._known.get(key)
            self._owners[key] = past.owner_of(self._connection, key) if known is None else past.owner_in(known)
        owner = self._owners[key]
        if owner is None:
            return False
        if owner not in self._hidden:
            self._hidden[owner] = is_hidden(self._connection, *owner)
        return self._hidden[owner]


def _row(names: RowNames, history: list[Change], key: RowKey, action: str) -> RowHistory:
    first = next(place for place, one in enumerate(history) if one.action == action)
    last = max(place for place, one in enumerate(history) if one.action == action)
    (was, before), (is_there, after) = outcome(history[:first]), outcome(history[: last + 1])
    changed = [column for column in after if not was or before.get(column) != after[column]]
    return RowHistory(
        table=key[0],
        row_id=key[1],
        name=names.kept(key, after, (), "changed", "").name,
        before={column: before.get(column) for column in changed} if was else None,
        after={column: after[column] for column in changed} if is_there else None,
    )


def moment_of(stamp: str) -> str:
    """Return the time of a stamp in ISO 8601, UTC."""
    seconds = int(stamp[:12], 16) / 1000
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="milliseconds")


def _end_of(moment: str) -> str:
    """Return the stamp before which everything had happened by the end of a moment."""
    try:
        time = datetime.fromisoformat(moment)
        if _is_day(moment):
            time = time.replace(hour=23, minute=59, second=59, microsecond=999_999)
        millis = int(time.timestamp() * 1000)
    except (ValueError, OverflowError) as error:
        # The first and the last days of the calendar are none in some time zones.
        raise InputError("{moment!r} is no time; write it like 2026-03-01.", moment=moment) from error
    return f"{max(0, millis):012x}-~"


def _is_day(moment: str) -> bool:
    try:
        date.fromisoformat(moment)
    except ValueError:
        return False
    return True
