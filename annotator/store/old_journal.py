"""Bringing a journal of whole rows into the shape that other journals can meet: part of a migration, never edited.

Of each put only the columns that it changed are kept; a scheme, which was one row, becomes a row for each of its parts;
what the project began with gets a stamp before all others. Two copies of one file that are migrated apart end with
the same uids, stamps and replicas.
"""

import json
import sqlite3
from collections.abc import Iterator
from itertools import groupby
from typing import Any, NamedTuple

from annotator.store.rows import BrokenRowError

DERIVED = {"spans": ("start", "end")}
OLD_DEVICE = 8
"""Hex digits of the names that were made of machines; replicas have 16."""
FOUNDING = "founding"
DEFAULT_SCHEME = "actors-claims"


class OldChange(NamedTuple):
    """A row of the journal, old or new, without replica counter and shape. `row` is decoded; None for a delete."""

    uid: str
    stamp: str
    annotator: str
    replica: str
    action: str
    undoes: str | None
    table: str
    row_id: str
    row: dict[str, Any] | None


def converted(connection: sqlite3.Connection, replicas: dict[str, str]) -> Iterator[OldChange]:
    """The changes of `old_changes` in the new shape, row by row; `replicas` are the new names of devices."""
    founding, decided = _founding(connection)
    rows = connection.execute(
        'SELECT uid, stamp, annotator, device, action, undoes, "table", row_id, row FROM old_changes '
        'ORDER BY "table", row_id, stamp, uid'
    )
    first = 0
    changes = (_change(row, replicas) for row in rows)
    for key, group in groupby(changes, key=lambda one: (one.table, one.row_id)):
        of_row = list(group)
        for change in _scheme_parts(of_row) if key == ("settings", "scheme") else _columns(of_row):
            if change.action not in founding:
                yield change
            elif change.action in decided:
                yield change._replace(action=FOUNDING)
            else:
                yield change._replace(action=FOUNDING, stamp=f"{0:012x}-{first:06x}-{change.replica}")
                first += 1


def _change(row: Any, replicas: dict[str, str]) -> OldChange:
    values = tuple(row)
    device, text = values[3], values[8]
    try:
        said = None if text is None else json.loads(text)
    except (ValueError, RecursionError) as error:
        raise BrokenRowError("changes", values[0], error) from error
    if said is not None:
        for column in DERIVED.get(values[6], ()):
            said.pop(column, None)
    uid, stamp, annotator, _, action, undoes, table, row_id, _ = values
    return OldChange(uid, stamp, annotator, replicas.get(device, device), action, undoes, table, row_id, said)


def _columns(changes: list[OldChange]) -> Iterator[OldChange]:
    """Each put with the columns by which it differs from the row as it was; the first one with all."""
    exists, held = False, dict[str, Any]()
    for change in changes:
        row = change.row
        if row is not None and exists:
            changed = {column for column, value in row.items() if held.get(column) != value or column not in held}
            if changed & {"label", "attributes"}:
                changed |= {"label", "attributes"} & row.keys()
            yield change._replace(row={column: value for column, value in row.items() if column in changed})
        else:
            yield change
        exists, held = row is not None, held if row is None else {**held, **row}


def _scheme_parts(changes: list[OldChange]) -> Iterator[OldChange]:
    """Each change of a scheme as changes of the parts that it made another, new ones and those that went."""
    import hashlib

    held: dict[str, Any] = {}
    for change in changes:
        parts = {} if change.row is None else scheme_parts(change.row["value"])
        for row_id in dict.fromkeys((*held, *parts)):
            if held.get(row_id) == parts.get(row_id):
                continue
            uid = hashlib.sha256(f"{change.uid}\n{row_id}".encode()).hexdigest()[:32]
            row: dict[str, Any] | None = None
            if row_id in parts:
                row = {"value": parts[row_id]} if row_id in held else {"id": row_id, "value": parts[row_id]}
            yield change._replace(uid=uid, row_id=row_id, row=row)
        held = parts


def scheme_parts(scheme: dict[str, Any]) -> dict[str, Any]:
    """The parts of a scheme by the ids of their rows."""
    parts: dict[str, Any] = {"scheme/about": {key: scheme.get(key) for key in ("name", "version", "title")}}
    for table, key in (("labels", "key"), ("relations", "key"), ("frames", "head")):
        for place, item in enumerate(scheme.get(table, ())):
            row_id = f"scheme/{table}/{item[key]}"
            whole = {name: value for name, value in item.items() if name != "attributes"}
            parts[row_id] = {"place": place, **whole}
            for rank, attribute in enumerate(item.get("attributes", ())):
                parts[f"{row_id}/{attribute['key']}"] = {"place": rank, **attribute}
    return parts


def scheme_rows(text: str) -> list[tuple[str, str]]:
    """The rows of the parts of a scheme that is written as one."""
    try:
        return [(row_id, to_json(value)) for row_id, value in scheme_parts(json.loads(text)).items()]
    except (ValueError, RecursionError, TypeError, AttributeError, KeyError) as error:
        raise BrokenRowError("settings", "scheme", error) from error


def to_json(value: object) -> str:
    """JSON as the tables hold it."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _founding(connection: sqlite3.Connection) -> tuple[set[str], set[str]]:
    """The actions that only registered people or gave a project its first scheme, and those of them that chose one."""
    rows = connection.execute(
        """SELECT action, max(CASE WHEN "table" = 'settings' THEN row END) FROM old_changes GROUP BY action
           HAVING max("table" NOT IN ('annotators', 'settings')) = 0 AND max("table" = 'settings'
               AND stamp > (SELECT min(stamp) FROM old_changes WHERE "table" = 'settings')) = 0"""
    ).fetchall()
    chosen = {action for action, row in rows if row is not None and f'"name":"{DEFAULT_SCHEME}"' not in row}
    return {row[0] for row in rows}, chosen


def replica_ids(connection: sqlite3.Connection) -> dict[str, str]:
    """A replica id for each device: of all that it wrote here, so that copies which went apart have two."""
    import hashlib

    found = {}
    for (device,) in connection.execute("SELECT DISTINCT device FROM old_changes").fetchall():
        if len(device) == OLD_DEVICE:
            made = hashlib.sha256(device.encode())
            for (uid,) in connection.execute(
                "SELECT uid FROM old_changes WHERE device = ? ORDER BY stamp, uid", (device,)
            ):
                made.update(uid.encode())
            found[device] = made.hexdigest()[:16]
    return found
