"""Rows of the journal as values."""

import sqlite3
from typing import Any

from annotator.domain.change import Change
from annotator.domain.row_history import Row
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


def _said(text: str, table: str, row_id: str) -> Row:
    """The columns that a change put; BrokenRowError where they cannot be put again."""
    row = decode(text, dict[str, Any], "changes", row_id)
    broken = next(faults(table, row, decoded=True), None) or ("id" if row.get("id", row_id) != row_id else None)
    if broken is not None:
        raise BrokenRowError("changes", row_id, broken)
    return row
