"""The owner and the document of each change of the journal, without reading all that it says."""

import sqlite3
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from annotator.domain.change import Change
from annotator.store.block_reading import blocks, blocks_of_uids
from annotator.store.blocks import Block, Group, changes_in, groups_in, stamp_at
from annotator.store.change_rows import change_of
from annotator.store.row_histories import ordered
from annotator.store.rows import json_list


class Belonging(NamedTuple):
    """A change of the journal: its row, who made it, and the annotator and the document that it names, if it does."""

    uid: str
    replica: str
    counter: int
    table: str
    row_id: str
    annotator: str
    owner: str | None
    document_id: str | None


def belongings(connection: sqlite3.Connection) -> Iterator[Belonging]:
    """Yield this of every change, oldest first; of a delete, nobody and nothing is named."""
    # The texts of documents are most of a journal, and name neither.
    found = connection.execute(
        """SELECT stamp, uid, replica, counter, "table", row_id, annotator,
                  CASE WHEN "table" != 'documents' THEN json_extract(row, '$.annotator') END,
                  CASE WHEN "table" != 'documents' THEN json_extract(row, '$.document_id') END
           FROM changes"""
    )
    found.row_factory = None
    packed = (one for block in blocks(connection) for one in _packed(block))
    # Blocks of replicas that wrote at the same time may overlap.
    yield from (one for _, one in sorted([*((row[0], Belonging(*row[1:])) for row in found), *packed]))


def _packed(block: Block) -> Iterator[tuple[str, Belonging]]:
    """Yield the changes of a block, each after its stamp."""
    place = 0
    for group in groups_in(block):
        owners, documents = (_values(group, name) for name in ("annotator", "document_id"))
        for row_id, owner, document in zip(group.ids, owners, documents, strict=True):
            yield (
                stamp_at(block.stamp, place),
                Belonging(
                    f"{block.uid}{block.first + place:08x}",
                    block.replica,
                    block.counter + place,
                    group.table,
                    row_id,
                    block.annotator,
                    owner,
                    document,
                ),
            )
            place += 1


def _values(group: Group, name: str) -> Sequence[str | None]:
    """Return what changes put in a column; nothing where they do not, or need not tell it."""
    if group.columns is None or group.table == "documents" or name not in group.columns:
        return [None] * len(group.ids)
    return group.values[group.columns.index(name)]


def changes_of(connection: sqlite3.Connection, uids: Collection[str]) -> list[Change]:
    """Return these changes, oldest first."""
    loose = connection.execute(
        "SELECT * FROM changes WHERE uid IN (SELECT value FROM json_each(?))", (json_list(uids),)
    )
    wanted = uids if isinstance(uids, set | frozenset) else set(uids)
    packed = [one for block in blocks_of_uids(connection, uids) for one in changes_in(block) if one.uid in wanted]
    return ordered([*map(change_of, loose), *packed])
