"""Full-text search: which documents could hold a text, whatever its spelling.

The index holds the three-character pieces (trigrams) of each document's folded form (`text.folding`), and only in
which document they stand: small, and right for words that carry their clitics with them, for prefixes and for
phrases. A document it names is a candidate; where in it the text stands, `folding.find` says.
"""

import sqlite3
from collections.abc import Sequence

from annotator.text.folding import fold

PIECE = 3
MOST_PIECES = 24
"""Pieces of a long query that are looked up: more would hardly rule out another document."""


def add(connection: sqlite3.Connection, document_id: str, text: str) -> None:
    """Make a document findable, if it is not yet."""
    held = connection.execute("SELECT 1 FROM indexed WHERE document_id = ?", (document_id,)).fetchone()
    if held is None:
        number = connection.execute("INSERT INTO indexed (document_id) VALUES (?)", (document_id,)).lastrowid
        connection.execute("INSERT INTO documents_fts (rowid, form) VALUES (?, ?)", (number, fold(text).form))


def remove(connection: sqlite3.Connection, document_id: str) -> None:
    """Forget a document that is still here."""
    row = connection.execute(
        "SELECT i.id, d.text FROM indexed AS i JOIN documents AS d ON d.id = i.document_id WHERE d.id = ?",
        (document_id,),
    ).fetchone()
    if row is not None:
        # A table without content has to be told what it held.
        values = (row[0], fold(row[1]).form)
        connection.execute("INSERT INTO documents_fts (documents_fts, rowid, form) VALUES ('delete', ?, ?)", values)
        connection.execute("DELETE FROM indexed WHERE id = ?", (row[0],))


def candidates(connection: sqlite3.Connection, form: str | None) -> Sequence[str]:
    """The ids of the documents that may hold a folded `form`, in the order in which they came.

    All of them where there is no form, or one shorter than a piece.
    """
    pieces = _pieces(form) if form is not None else []
    if not pieces:
        rows = connection.execute("SELECT document_id FROM indexed ORDER BY id")
    else:
        rows = connection.execute(
            """SELECT i.document_id FROM documents_fts AS f JOIN indexed AS i ON i.id = f.rowid
               WHERE documents_fts MATCH ? ORDER BY f.rowid""",
            (" AND ".join('"' + piece.replace('"', '""') + '"' for piece in pieces),),
        )
    return [row[0] for row in rows]


def _pieces(form: str) -> list[str]:
    """The different trigrams of a form, evenly chosen if there are many."""
    pieces = list(dict.fromkeys(form[place : place + PIECE] for place in range(len(form) - PIECE + 1)))
    step = max(1, -(-len(pieces) // MOST_PIECES))
    return pieces[::step]
