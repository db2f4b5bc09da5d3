"""The check of the search index against the texts, and its rebuild: all of it is derived from the texts."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from annotator.store import full_text
from annotator.store.index_segments import check_segments, clear_segments
from annotator.store.schema import FULL_TEXT
from annotator.text.searchable import folded_form


def problems(connection: sqlite3.Connection) -> Iterator[str]:
    """Yield the problems of the index, a line for each document."""
    from annotator.store import index_sums

    numbers = [row[0] for row in connection.execute("SELECT id FROM indexed")]
    try:
        check_segments(connection)
        with _vocabulary(connection) as vocabulary:
            sums = index_sums.IndexSums(numbers, index_sums.read(connection, vocabulary))
    except (sqlite3.DatabaseError, MemoryError) as error:
        # A torn page may claim to hold gigabytes.
        yield f"the search index is damaged: {error or 'it claims to be larger than the memory'}"
        return
    rows = connection.execute(
        "SELECT d.id, d.text, i.id FROM documents AS d LEFT JOIN indexed AS i ON i.document_id = d.id"
    )
    for document_id, text, number in rows:
        if number is None:
            yield f"document {document_id}: it is not in the search index"
        elif sums.of(number) != index_sums.sum_of(folded_form(text)):
            yield f"document {document_id}: the search index does not hold its words"
    gone = connection.execute("SELECT count(*) FROM indexed WHERE document_id NOT IN (SELECT id FROM documents)")
    left = max(len(sums.strays), gone.fetchone()[0])
    if left:
        yield f"the search index holds {left} documents that are not there"


def rebuild(connection: sqlite3.Connection) -> None:
    """Make the whole index anew from the texts, inside the caller's transaction."""
    try:
        check_segments(connection)
        # Tells the table to forget what it held; where that is damaged, there is nothing to tell.
        connection.execute("INSERT INTO documents_fts (documents_fts) VALUES ('delete-all')")
    except sqlite3.DatabaseError:
        # Dropping the table reads its list of segments.
        clear_segments(connection)
    connection.execute("DROP TABLE documents_fts")
    connection.execute(FULL_TEXT[FULL_TEXT.index("CREATE VIRTUAL TABLE") :])
    connection.execute("DELETE FROM indexed")
    for document_id, text in connection.execute("SELECT id, text FROM documents ORDER BY added, id").fetchall():
        full_text.add(connection, document_id, text)


@contextmanager
def _vocabulary(connection: sqlite3.Connection) -> Iterator[str]:
    """Return a table until the block ends: which trigrams the index holds of which document."""
    [only_reading] = connection.execute("PRAGMA query_only").fetchone()
    # It keeps even tables from being made that live in memory and go with the connection.
    connection.execute("PRAGMA query_only = OFF")
    try:
        connection.execute("CREATE VIRTUAL TABLE temp.terms USING fts5vocab(main, documents_fts, instance)")
        try:
            yield "temp.terms"
        finally:
            connection.execute("DROP TABLE temp.terms")
    finally:
        connection.execute(f"PRAGMA query_only = {only_reading}")
