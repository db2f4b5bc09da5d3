"""Reading what somebody refused of what models suggested, and the rows that write it."""

import sqlite3

import msgspec

from annotator.domain.ids import digest
from annotator.domain.span import Parts
from annotator.store.edits import Edit, put
from annotator.store.rows import decode

MarkPlace = tuple[str, Parts]
"""A label and the stretch of a document that it is not to be proposed for."""


def refusal_row(document_id: str, annotator: str, place: MarkPlace) -> Edit:
    """The edit that remembers a refusal; the same one twice is one row, on every machine."""
    label, parts = place
    said = msgspec.json.encode(parts).decode()
    row_id = digest(f"{document_id}\n{annotator}\n{label}\n{said}")
    row = {"id": row_id, "document_id": document_id, "annotator": annotator, "label": label}
    return put("refusals", {**row, "parts": msgspec.to_builtins(parts)})


def refused(connection: sqlite3.Connection, document_id: str, annotator: str) -> set[MarkPlace]:
    """Return the places that an annotator refused on a document."""
    rows = connection.execute(
        "SELECT id, label, parts FROM refusals WHERE document_id = ? AND annotator = ?", (document_id, annotator)
    )
    return {(row["label"], decode(row["parts"], Parts, "refusals", row["id"])) for row in rows}
