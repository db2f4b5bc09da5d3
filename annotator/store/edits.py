"""Edits: rows to put or to delete, before the journal writes them."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Sequence
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


MANY = 100
"""Edits of one action from which on their rows are worth being written table by table."""


def together(edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """Return edits, those of one table after one another if they are many: what is alike is written at once."""
    found = tuple(edits)
    return found if len(found) < MANY else tuple(sorted(found, key=lambda edit: edit.table))


class EditStream(ABC):
    """Edits that are made batch by batch, each after those before it were written, and never all there at once."""

    @abstractmethod
    def batches(self) -> Iterator[Sequence[Edit]]:
        """Yield the edits; can be called once. What it reads of the project has the batches before."""


def batches_of(edits: Sequence[Edit] | EditStream) -> Iterable[Sequence[Edit]]:
    """Return edits as batches that are written one after the other."""
    return edits.batches() if isinstance(edits, EditStream) else (edits,)


def all_of(edits: Sequence[Edit] | EditStream) -> Sequence[Edit]:
    """Return edits that are to be kept until they are written."""
    return [edit for batch in edits.batches() for edit in batch] if isinstance(edits, EditStream) else edits


class Signature(NamedTuple):
    """The author of changes, their action, and the action that it takes back, if any."""

    annotator: str
    action: str
    undoes: str | None
