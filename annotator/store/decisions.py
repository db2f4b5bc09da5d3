"""Reading decisions and assignments, and the rows that write them."""

import sqlite3

import msgspec

from annotator.domain.decision import Assignment, Decision
from annotator.domain.ids import digest
from annotator.errors import NotFoundError
from annotator.store import rows
from annotator.store.blinding import visible
from annotator.store.edits import Edit, put


def decision_row(decision: Decision) -> Edit:
    """Return the edit that writes a decision."""
    return put("decisions", msgspec.to_builtins(decision))


def decisions(connection: sqlite3.Connection, document_id: str | None = None) -> list[Decision]:
    """Return the decisions on a document (None: on all) that the reader may see, the oldest first."""
    found = connection.execute(
        f"""SELECT d.* FROM decisions AS d WHERE (?1 IS NULL OR d.document_id = ?1) AND {visible("d")}
            ORDER BY d.made, d.id""",
        (document_id,),
    )
    return [_decision(row) for row in found]


def counts(connection: sqlite3.Connection) -> dict[str, int]:
    """Return how many differences were decided on each document that has any, as far as the reader may see them."""
    found = connection.execute(
        f"""SELECT d.document_id, count(DISTINCT d.difference) FROM decisions AS d
            WHERE d.difference <> '' AND {visible("d")} GROUP BY d.document_id"""
    )
    return dict(found.fetchall())


def decision(connection: sqlite3.Connection, decision_id: str) -> Decision:
    """Return the decision with this id, or raise NotFoundError."""
    row = connection.execute("SELECT * FROM decisions WHERE id = ?", (decision_id,)).fetchone()
    if row is None:
        raise NotFoundError("There is no decision {id!r}.", id=decision_id)
    return _decision(row)


def _decision(row: sqlite3.Row) -> Decision:
    values = dict(row)
    for column, kind in (("marks", dict[str, str | None]), ("gold", list[str])):
        values[column] = rows.decode(values[column], kind, "decisions", values["id"])
    return rows.record(Decision, "decisions", values)


def assignment_id(document_id: str, annotator: str, purpose: str) -> str:
    """Return the id of an assignment: the same on every machine, so that it is given once."""
    return digest(f"{document_id}\n{annotator}\n{purpose}")


def assignment_row(assignment: Assignment) -> Edit:
    """Return the edit that writes an assignment."""
    return put("assignments", msgspec.to_builtins(assignment))


def given_to(connection: sqlite3.Connection, annotator: str) -> frozenset[str]:
    """Return the documents that somebody is to read, or to break a tie on."""
    found = connection.execute(
        "SELECT document_id FROM assignments WHERE annotator = ? AND purpose <> 'review'", (annotator,)
    )
    return frozenset(document_id for (document_id,) in found)


def assignments(connection: sqlite3.Connection) -> list[Assignment]:
    """Return all assignments of documents that are here, by document, annotator and purpose."""
    found = connection.execute(
        """SELECT a.* FROM assignments AS a JOIN documents AS d ON d.id = a.document_id
           ORDER BY d.added, d.id, a.annotator, a.purpose"""
    )
    return [rows.record(Assignment, "assignments", dict(row)) for row in found]
