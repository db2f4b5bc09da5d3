"""Blind reading: others' marks are left out of whatever a reader reads, until their own reading is done.

Who reads the file is what the SQL function `reader()` of a connection returns; NULL: everything is read. The views
`marks` and `links`, laid over those of the file, and the conditions of `visible` ask it, so that every question is
answered for that reader, whatever is written meanwhile and whoever puts it.
"""

import sqlite3
from collections.abc import Callable

from annotator.store.schema_kinds import SHOWN

BLIND = "blind"
"""The setting that hides others' marks: the handle of who set it, or `true`; `false`: nothing is hidden."""
BLINDING_TABLES = ("annotation_sets", "assignments", "settings")
"""The tables that decide what is hidden."""
WhoReads = Callable[[], str | None]
"""Returns the handle of who reads a connection now; None: everything is read."""


def visible(row: str, reader: str = "reader()") -> str:
    """Return the condition that the reader may see a row with a document and an annotator: the SQL name of the row.

    Models are never hidden, and what is one's own neither. `reader` is SQL for their handle.
    """
    me = f"(SELECT {reader})"
    # Somebody who is not of the project, such as a script that counts, is no reader.
    blinded = f"""(SELECT {reader} WHERE EXISTS (SELECT 1 FROM settings WHERE id = '{BLIND}' AND value <> 'false')
        AND EXISTS (SELECT 1 FROM annotators WHERE id = {reader}))"""
    leads = f"SELECT 1 FROM settings WHERE id = '{BLIND}' AND json_extract(value, '$') = {reader}"
    status = f"SELECT 1 FROM annotation_sets AS o WHERE o.document_id = {row}.document_id AND o.annotator = {me}"
    given = f"SELECT 1 FROM assignments AS g WHERE g.document_id = {row}.document_id AND g.annotator = {me}"
    # The first two are asked once a statement, or of the row alone; the rest only of others' rows in a blind project.
    return f"""(coalesce({row}.annotator = {blinded}, TRUE) OR substr({row}.annotator, 1, 6) = 'model:'
    OR EXISTS ({status} AND o.status = 'done')
    OR ((EXISTS ({leads}) OR EXISTS ({given} AND g.purpose = 'review'))
        AND NOT EXISTS ({given} AND g.purpose <> 'review') AND NOT EXISTS ({status} AND o.status <> 'todo')))"""


def install(connection: sqlite3.Connection, reader: WhoReads) -> None:
    """Let a connection read for this reader. It must not be in a transaction."""
    connection.create_function("reader", 0, reader)
    (is_reading,) = connection.execute("PRAGMA query_only").fetchone()
    connection.execute("PRAGMA query_only = OFF")
    try:
        connection.execute(f"CREATE TEMP VIEW marks AS {SHOWN['marks']} AND {visible('s')}")
        connection.execute(f"CREATE TEMP VIEW links AS {SHOWN['links']}")
    finally:
        connection.execute(f"PRAGMA query_only = {is_reading}")


def is_hidden(connection: sqlite3.Connection, document_id: str, annotator: str) -> bool:
    """Return True if the marks of an annotator on a document are hidden from the reader."""
    asked = f"SELECT NOT {visible('r')} FROM (SELECT ? AS document_id, ? AS annotator) AS r"
    return bool(connection.execute(asked, (document_id, annotator)).fetchone()[0])


def hidden_readings(connection: sqlite3.Connection) -> dict[str, int]:
    """Return how many begun annotation sets of each annotator are hidden from the reader; none: left out."""
    found = connection.execute(
        f"""SELECT s.annotator, count(*) FROM annotation_sets AS s
            WHERE s.status <> 'todo' AND NOT {visible("s")} GROUP BY s.annotator"""
    )
    return dict(found.fetchall())


def hidden_documents(connection: sqlite3.Connection, annotator: str) -> frozenset[str]:
    """Return the documents on which others' marks are hidden from somebody."""
    rows = connection.execute(
        f"""SELECT r.document_id FROM (SELECT id AS document_id, '' AS annotator FROM documents) AS r
            WHERE NOT {visible("r", "?1")}""",
        (annotator,),
    )
    return frozenset(row[0] for row in rows)
