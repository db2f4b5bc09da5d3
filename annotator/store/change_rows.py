"""Rows of the journal as values."""

import sqlite3
from collections.abc import Sequence
from typing import Any, NamedTuple

from annotator.domain.change import Change, revives
from annotator.domain.row_history import Restored, Row, columns_restored
from annotator.store.rows import BrokenRowError, decode, faults


def change_of(row: sqlite3.Row) -> Change:
    """A row of the journal as a value. Raises BrokenRowError."""
    values = dict(row)
    text = values.pop("row")
    broken = next(faults("changes", values), None)
    if broken is not None:
        raise BrokenRowError("changes", row["uid"], broken)
    # What it says is looked at as the row that it is to be, and read only once.
    return Change(row=None if text is None else _said(text, row["table"], row["row_id"]), **values)


class StoredHistory(NamedTuple):
    """The journal rows of one row of a table, in the order in which it happened."""

    rows: Sequence[sqlite3.Row]

    def changes(self) -> list[Change]:
        """Return them as values. Raises BrokenRowError."""
        return [change_of(row) for row in self.rows]

    def restored(self, action: str) -> Restored | None:
        """Return the effect of undoing an action where the history says it at a glance; None: `domain.row_history`.

        That is where nothing has happened to the row since.
        """
        *earlier, last = self.rows
        if last["action"] != action or any(row["action"] == action for row in earlier):
            return None
        before = earlier[-1]["row"] if earlier else None
        if last["row"] is None:
            return Restored(changes=True, row=_columns(earlier[-1])) if _is_whole(before) else None
        if before is None:
            return Restored(changes=True) if _is_whole(last["row"]) else None
        was_there, row = False, dict[str, Any]()
        for one in earlier:
            said = _columns(one)
            was_there = said is not None and (was_there or revives(one["action"], said))
            row |= said or {}
        return columns_restored(last["table"], row, _columns(last) or {}) if was_there else None


def _is_whole(text: object) -> bool:
    """Return whether a put says all of a row, as one does that names its id."""
    return isinstance(text, str) and text.startswith('{"id":')


def _columns(row: sqlite3.Row) -> Row | None:
    return None if row["row"] is None else _said(row["row"], row["table"], row["row_id"])


def _said(text: str, table: str, row_id: str) -> Row:
    """The columns that a change put; BrokenRowError where they cannot be put again."""
    row = decode(text, dict[str, Any], "changes", row_id)
    broken = next(faults(table, row, decoded=True), None) or ("id" if row.get("id", row_id) != row_id else None)
    if broken is not None:
        raise BrokenRowError("changes", row_id, broken)
    return row
