"""Changes: the rows of the journal, and what listeners hear of them."""

from collections.abc import Mapping
from typing import Any, Literal

import msgspec

Op = Literal["put", "delete"]


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """One row put or deleted: by whom, which row, when.

    `stamp` is a hybrid logical clock reading: stamps sort in the order in which things happened. `counter` numbers the
    changes of a replica, from 1. `action` groups the changes of one user action; `undoes` names the action that this
    one takes back. `row` has the columns that were put, all of them for a new row; None for a delete. `shape` is the
    version of the project file that it was written in.
    """

    uid: str
    stamp: str
    annotator: str
    replica: str
    counter: int
    action: str
    undoes: str | None
    table: str
    row_id: str
    op: Op
    row: Mapping[str, Any] | None
    shape: int


FOUNDING = "founding"
"""The action of what a project begins with: nobody did it, so nobody undoes it."""


IMPORT, SCHEME = "import-", "scheme-"
"""Prefixes of the id of an action that may reach into everybody's annotation sets: it brought work in from a file, or
gave the project another scheme. An action that takes such a one back begins alike.
"""


BACK = "back-"
"""Prefix of the id of an action that gave somebody's readings an earlier state."""


def reach_of(action: str) -> str:
    """Return the prefix of the id of an action that takes this one back, or does it again."""
    return next((reach for reach in (IMPORT, SCHEME) if action.startswith(reach)), "")


REGISTRY_COLUMNS = frozenset(("actor_id", "statement_id", "agreement"))
"""Columns of somebody's marks that belong to the registries, which are everybody's."""


def revives(action: str, row: Mapping[str, Any]) -> bool:
    """Return whether a put brings a row back that was deleted before it.

    What reaches into everybody's marks does not: who deleted theirs meant it, whatever others did to it unaware.
    """
    return "id" in row or not (reach_of(action) or row.keys() <= REGISTRY_COLUMNS)


Reason = Literal["changed", "deleted", "used", "missing"]


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """A row, or some of its columns, that undo or redo left as it is, because of newer work by `annotator`.

    `columns` is empty where the whole row is meant. `reason`: "changed", they changed it since; "deleted", they
    deleted it since; "used", work of theirs rests on it; "missing", what it would belong to has gone, or its place
    has been taken. `name` is what a person calls the row: the words of a mark, the name of an actor, a title.
    """

    table: str
    row_id: str
    columns: tuple[str, ...] = ()
    reason: Reason
    annotator: str
    name: str = ""
    document_id: str | None = None


class Changes(msgspec.Struct, frozen=True, kw_only=True):
    """The rows that one action touched: table name → row ids, and the documents concerned.

    A view hears this and decides whether it shows any of it. `kept` is what undo or redo did not touch although the
    action had, with the reason, the most telling first.
    """

    rows: Mapping[str, frozenset[str]] = {}
    documents: frozenset[str] = frozenset()
    kept: tuple[Kept, ...] = ()

    def joined(self, other: "Changes") -> "Changes":
        """Return what both touched."""
        if not other.rows:
            return self
        rows = {table: self.rows.get(table, frozenset()) | ids for table, ids in other.rows.items()}
        return Changes(
            rows={**self.rows, **rows}, documents=self.documents | other.documents, kept=(*self.kept, *other.kept)
        )

    def touches(self, *tables: str, document: str | None = None) -> bool:
        """Return whether any row of these tables changed (and, if named, anything of this document)."""
        return any(table in self.rows for table in tables) and (document is None or document in self.documents)
