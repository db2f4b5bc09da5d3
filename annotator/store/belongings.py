"""The owner and the document of each change of the journal, without reading all that it says."""

import sqlite3
from collections.abc import Collection, Iterator
from typing import NamedTuple

from annotator.domain.change import Change
from annotator.store.change_rows import change_of
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
        """SELECT uid, replica, counter, "table", row_id, annotator,
                  CASE WHEN "table" != 'documents' THEN json_extract(row, '$.annotator') END,
                  CASE WHEN "table" != 'documents' THEN json_extract(row, '$.document_id') END
           FROM changes ORDER BY stamp, uid"""
    )
    found.row_factory = None
    yield from map(Belonging._make, found)


def changes_of(connection: sqlite3.Connection, uids: Collection[str]) -> list[Change]:
    """Return these changes, oldest first."""
    found = connection.execute(
        "SELECT * FROM changes WHERE uid IN (SELECT value FROM json_each(?)) ORDER BY stamp, uid", (json_list(uids),)
    )
    return [change_of(row) for row in found]
