"""The model that a project has learned from its marks: the taggers, their figures, and how sure they were.

It follows from the marks, so it is in no journal; without it nothing is lost but the time to learn anew.
"""

import sqlite3
from collections.abc import Iterable, Mapping
from typing import NamedTuple

_ONLY = "learned"
_AT_ONCE = 500
"""Ids in one statement: SQLite takes no more than 32,766 values, and older ones 999."""


class KeptLearning(NamedTuple):
    """The moment of learning (ISO 8601, UTC), its figures as JSON, and the taggers."""

    made: str
    figures: str
    taggers: bytes


def kept(connection: sqlite3.Connection) -> KeptLearning | None:
    """Return what was learned last; None where nothing was."""
    row = connection.execute("SELECT made, figures, taggers FROM learned WHERE id = ?", (_ONLY,)).fetchone()
    return None if row is None else KeptLearning(*row)


def keep(connection: sqlite3.Connection, made: KeptLearning) -> None:
    """Put this in the place of what was learned before."""
    connection.execute("INSERT OR REPLACE INTO learned VALUES (?, ?, ?, ?)", (_ONLY, *made))


def keep_confidences(connection: sqlite3.Connection, values: Mapping[str, float]) -> None:
    """Keep how sure a suggester was of these marks."""
    connection.executemany("INSERT OR REPLACE INTO confidences VALUES (?, ?)", sorted(values.items()))


def forget_confidences(connection: sqlite3.Connection) -> None:
    """Forget those of marks that are no more."""
    connection.execute("DELETE FROM confidences WHERE span_id NOT IN (SELECT id FROM spans)")


def confidences(connection: sqlite3.Connection, span_ids: Iterable[str]) -> dict[str, float]:
    """Return how sure a suggester was of these marks, where it is known."""
    wanted = list(span_ids)
    found: dict[str, float] = {}
    for first in range(0, len(wanted), _AT_ONCE):
        some = wanted[first : first + _AT_ONCE]
        places = ",".join("?" * len(some))
        rows = connection.execute(f"SELECT span_id, value FROM confidences WHERE span_id IN ({places})", some)
        found |= dict(rows.fetchall())
    return found


def confidences_on(connection: sqlite3.Connection, document_id: str) -> dict[str, float]:
    """Return how sure a suggester was of the marks on a document, by their ids, where it is known."""
    found = connection.execute(
        "SELECT c.span_id, c.value FROM spans AS s JOIN confidences AS c ON c.span_id = s.id WHERE s.document_id = ?",
        (document_id,),
    )
    return dict(found.fetchall())


def proposed_documents(connection: sqlite3.Connection, annotator: str) -> list[str]:
    """Return the documents on which a suggester proposes something, in the order of import."""
    found = connection.execute(
        """SELECT d.id FROM documents AS d
           WHERE EXISTS (SELECT 1 FROM marks AS s WHERE s.document_id = d.id AND s.annotator = ?)
           ORDER BY d.added, d.id""",
        (annotator,),
    )
    return [document_id for (document_id,) in found]


def marked_readings(connection: sqlite3.Connection) -> list[tuple[str, str, str, str]]:
    """Return (document, annotator, kind, status) of every reading of people and of gold that holds a mark."""
    found = connection.execute(
        """SELECT DISTINCT s.document_id, s.annotator, a.kind, coalesce(w.status, 'doing') FROM marks AS s
           JOIN annotators AS a ON a.id = s.annotator
           JOIN documents AS d ON d.id = s.document_id
           LEFT JOIN annotation_sets AS w ON w.document_id = s.document_id AND w.annotator = s.annotator
           WHERE a.kind IN ('person', 'gold') ORDER BY s.document_id, s.annotator"""
    )
    return [tuple(row) for row in found]
