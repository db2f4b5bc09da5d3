"""Full-text search: which documents could hold a text, whatever its spelling.

The index holds the three-character pieces (trigrams) of each document's folded form (`text.folding`), and only in
which document they stand: small, and right for words that carry their clitics with them, for prefixes and for
phrases. A document it names is a candidate; where in it the text stands, the text itself says. Nothing else of a
folded text is kept in the file: folding it again takes less time than reading it.
"""

import sqlite3
from collections.abc import Sequence

import msgspec

from annotator.cancellation import check_cancelled
from annotator.domain.document import Direction
from annotator.store.index_segments import check_segments
from annotator.store.rows import record
from annotator.text.searchable import folded_form

PIECE = 3
MAX_PIECES = 48
"""Pieces of a long query that are looked up: more would hardly rule out another document."""


def add(connection: sqlite3.Connection, document_id: str, text: str) -> None:
    """Make a document findable, if it is not yet."""
    made = connection.execute("INSERT OR IGNORE INTO indexed (document_id) VALUES (?)", (document_id,))
    if made.rowcount:
        check_segments(connection)
        command = "INSERT INTO documents_fts (rowid, form) VALUES (?, ?)"
        connection.execute(command, (made.lastrowid, folded_form(text)))
        check_cancelled()


def add_all(connection: sqlite3.Connection, texts: Sequence[tuple[str, str]]) -> None:
    """Make documents findable, given as ids and texts."""
    for document_id, text in texts:
        add(connection, document_id, text)


def remove(connection: sqlite3.Connection, document_id: str) -> None:
    """Forget a document that is still here."""
    row = connection.execute(
        "SELECT i.id, d.text FROM indexed AS i JOIN documents AS d ON d.id = i.document_id WHERE d.id = ?",
        (document_id,),
    ).fetchone()
    if row is not None:
        check_segments(connection)
        # A table without content has to be told what it held.
        command = "INSERT INTO documents_fts (documents_fts, rowid, form) VALUES ('delete', ?, ?)"
        connection.execute(command, (row[0], folded_form(row[1])))
        connection.execute("DELETE FROM indexed WHERE id = ?", (row[0],))


class ReadDocument(msgspec.Struct, frozen=True):
    """A document as a search reads it."""

    id: str
    title: str
    text: str
    direction: Direction | None


def page(connection: sqlite3.Connection, document_id: str) -> ReadDocument | None:
    """Return the document with this id; None if it went since it was found."""
    row = connection.execute("SELECT id, title, text, direction FROM documents WHERE id = ?", (document_id,)).fetchone()
    return (
        None
        if row is None
        else record(ReadDocument, "documents", dict(zip(ReadDocument.__struct_fields__, row, strict=True)))
    )


def candidates(connection: sqlite3.Connection, alternatives: Sequence[Sequence[str]]) -> Sequence[str]:
    """The ids of the documents that may hold one of these folded forms, in the order in which they came.

    Each alternative is the stretches that its form holds, all of them. Every document is named where there is no
    alternative, or one whose stretches are shorter than a piece.
    """
    asked = _condition(alternatives)
    if asked:
        check_segments(connection)
    source = "documents_fts AS f JOIN indexed AS i ON i.id = f.rowid" if asked else "indexed AS i"
    rows = connection.execute(
        f"""SELECT i.document_id FROM {source} JOIN documents AS d ON d.id = i.document_id
            {"WHERE documents_fts MATCH ?" if asked else ""} ORDER BY d.added, d.id""",
        (asked,) if asked else (),
    )
    return [row[0] for row in rows]


def candidates_after(
    connection: sqlite3.Connection, alternatives: Sequence[Sequence[str]], number: int, most: int
) -> list[tuple[int, str]]:
    """Return the first candidates with a higher number in the index, as their numbers and ids, in that order."""
    asked = _condition(alternatives)
    if asked:
        check_segments(connection)
        rows = connection.execute(
            """SELECT i.id, i.document_id FROM documents_fts AS f CROSS JOIN indexed AS i ON i.id = f.rowid
               WHERE documents_fts MATCH ? AND f.rowid > ?
               AND EXISTS (SELECT 1 FROM documents AS d WHERE d.id = i.document_id) ORDER BY f.rowid LIMIT ?""",
            (asked, number, most),
        )
    else:
        rows = connection.execute(
            """SELECT i.id, i.document_id FROM indexed AS i WHERE i.id > ?
               AND EXISTS (SELECT 1 FROM documents AS d WHERE d.id = i.document_id) ORDER BY i.id LIMIT ?""",
            (number, most),
        )
    return [(row[0], row[1]) for row in rows]


def numbers(connection: sqlite3.Connection) -> list[int] | None:
    """Return the numbers that documents have in the index, ascending; None where that is not their order.

    SQLite makes two long texts of two lists: in as many rows they would take ten times as long.
    """
    every = _joined(connection, "SELECT id FROM documents ORDER BY added, id")
    for here in ("", "WHERE document_id IN (SELECT id FROM documents)"):
        # The second time without those that are not there any more.
        if _joined(connection, f"SELECT document_id FROM indexed {here} ORDER BY id") == every:
            return [int(number) for number in _joined(connection, f"SELECT id FROM indexed {here} ORDER BY id")]
    return None


def _joined(connection: sqlite3.Connection, query: str) -> list[str]:
    """Return the one column of a query."""
    column = query.split()[1]
    [joined] = connection.execute(f"SELECT coalesce(group_concat({column}), '') FROM ({query})").fetchone()
    return joined.split(",") if joined else []


def _condition(alternatives: Sequence[Sequence[str]]) -> str:
    """The condition of the index that a document holds one of these; empty where it cannot tell."""
    asked = [_asked(runs) for runs in alternatives]
    return "" if "" in asked else " OR ".join(asked)


def _asked(runs: Sequence[str]) -> str:
    """The condition of the index that a document holds these stretches; empty where it cannot tell."""
    pieces = list(dict.fromkeys(piece for run in runs for piece in _pieces(run)))[:MAX_PIECES]
    return "(" + " AND ".join('"' + piece.replace('"', '""') + '"' for piece in pieces) + ")" if pieces else ""


def _pieces(form: str) -> list[str]:
    """The different trigrams of a form, evenly chosen if there are many.

    All of a word, also those that overlap: in a long article each of two halves of a rare word stands in some other
    word, and only the pieces that join them tell it apart.
    """
    pieces = list(dict.fromkeys(form[place : place + PIECE] for place in range(len(form) - PIECE + 1)))
    step = max(1, -(-len(pieces) // MAX_PIECES))
    return pieces[::step]
