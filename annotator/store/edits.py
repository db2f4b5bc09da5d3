"""Edits: rows to put or to delete, before the journal writes them."""

from typing import NamedTuple

import msgspec

from annotator.domain.row_history import Row

UNDATED = "~"
"""The prefix of `added` of a document that is not written yet: it sorts behind every day."""


class Edit(msgspec.Struct, frozen=True):
    """One row to put or, with `row` None, to delete. Columns that `row` has not stay, or get their defaults."""

    table: str
    row_id: str
    row: Row | None


def put(table: str, row: Row) -> Edit:
    """An edit that writes these columns of a row; `id` is among them."""
    return Edit(table, row["id"], row)


def delete(table: str, row_id: str) -> Edit:
    """An edit that removes the row with this id."""
    return Edit(table, row_id, None)


class Signature(NamedTuple):
    """The author of changes, their action, and the action that it takes back, if any."""

    annotator: str
    action: str
    undoes: str | None
