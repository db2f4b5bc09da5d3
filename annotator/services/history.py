"""The history of a mark, a document or the project, and going back to the state of a day.

It is read from the journal, which holds every change. Going back writes a new state: nothing is taken out of history.
"""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

import msgspec

from annotator.domain.change import FOUNDING, Change
from annotator.domain.span import Span
from annotator.errors import InputError, MusnadError, NotFoundError
from annotator.services import annotate
from annotator.services.door.acting import Acting
from annotator.services.door.file import ProjectFile
from annotator.services.taking_back import RowNames
from annotator.store import annotations, documents, past, rows
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
            raise NotFoundError("There is no mark {id!r}.", id=span_id)
        return _entries(connection, found)


def of_document(file: ProjectFile, document_id: str, most: int = 500) -> list[HistoryEntry]:
    """Return the last actions that concern a document and what is on it, the newest first."""
    with file.reading() as connection:
        found = past.changes_of_rows(connection, past.rows_ever_of(connection, document_id))
        return _entries(connection, found)[:most]


def of_project(file: ProjectFile, most: int = 200) -> list[HistoryEntry]:
    """Return the last actions, the newest first."""
    with file.reading() as connection:
        return _entries(connection, past.latest_actions(connection, most))


def go_back(file: ProjectFile, moment: str, document_ids: Iterable[str] | None = None) -> int:
    """Give my readings (of these documents; None: all) the state that they had at a moment, as one new action.

    `moment` is ISO 8601, where a day alone means its end; or the id of an action: what stood when it was done. Marks
    that the scheme or the registry has no place for any more stay away. Returns how many rows became another. Raises
    InputError for a moment that is none.
    """
    with file.acting() as act:
        until = past.stamp_of_action(act.connection, moment) or _end_of(moment)
        chosen = list(document_ids) if document_ids is not None else documents.ids(act.connection)
        for document_id in chosen:
            documents.text_of(act.connection, document_id)
            act.edits += _reading_at(act, document_id, until)
        return len(act.edits)


def _reading_at(act: Acting, document_id: str, until: str) -> list[Edit]:
    keys = [key for key in past.rows_ever_of(act.connection, document_id) if key[0] in READING]
    then: dict[RowKey, Mapping[str, Any] | None] = {}
    for key in keys:
        held = stored_row(act.connection, key)
        history = past.changes_of_rows(act.connection, [key], until)
        row = folded(key[0], history)
        owner = (held or row or {}).get("annotator")
        if owner == act.annotator and row != held:
            then[key] = row
    kept = {row_id for (table, row_id), row in then.items() if table == "spans" and row and _fits(act, row)}
    here = {span.id for span in annotations.spans(act.connection, document_id, act.annotator)}
    gone = {row_id for (table, row_id), row in then.items() if table == "spans" and row is None}
    there = (here | kept) - gone
    edits = []
    for (table, row_id), row in sorted(then.items(), key=lambda item: (READING.index(item[0][0]), item[0][1])):
        is_lost = row is not None and (
            (table == "spans" and row_id not in kept)
            or (table == "relations" and not {row["from_id"], row["to_id"]} <= there)
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
    names, histories = RowNames(connection), dict[RowKey, list[Change]]()
    actions: dict[str, list[Change]] = {}
    hides = _Hiding(connection)
    for one in changes:
        if one.action != FOUNDING and not hides(one):
            actions.setdefault(one.action, []).append(one)
    found = []
    # By stamps: moments, as people read them, are the same for what one program does within a millisecond.
    for action, held in sorted(actions.items(), key=lambda item: item[1][-1].stamp, reverse=True):
        keys = dict.fromkeys((one.table, one.row_id) for one in held)
        for key in keys:
            histories.setdefault(key, past.changes_of_rows(connection, [key]))
        first, last = held[0], held[-1]
        told = tuple(_row(names, histories[key], key, action) for key in keys)
        found.append(
            HistoryEntry(
                action=action, annotator=first.annotator, moment=_moment(last.stamp), undoes=first.undoes, rows=told
            )
        )
    return found


class _Hiding:
    """Says of changes whether they are about marks that are hidden from who reads."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._owners: dict[RowKey, tuple[str, str] | None] = {}
        self._hidden: dict[tuple[str, str], bool] = {}

    def __call__(self, change: Change) -> bool:
        if change.table not in (*READING, "comments", "decisions"):
            return False
        key = change.table, change.row_id
        if key not in self._owners:
            self._owners[key] = past.owner_of(self._connection, key)
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


def _moment(stamp: str) -> str:
    seconds = int(stamp[:12], 16) / 1000
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="milliseconds")


def _end_of(moment: str) -> str:
    """Return the stamp before which everything had happened by the end of a moment."""
    try:
        time = datetime.fromisoformat(moment)
    except ValueError as error:
        raise InputError("{moment!r} is no time; write it like 2026-03-01.", moment=moment) from error
    if len(moment) == 10:
        time = time.replace(hour=23, minute=59, second=59, microsecond=999_999)
    time = time if time.tzinfo is not None else time.astimezone()
    return f"{max(0, int(time.timestamp() * 1000)):012x}-~"
