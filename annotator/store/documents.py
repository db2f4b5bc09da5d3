"""Reading documents and origins, and the rows that write them."""

import sqlite3
from collections.abc import Iterable, Sequence

import msgspec

from annotator.domain.annotator import Status
from annotator.domain.document import Direction, Document, IntakeNote, Origin
from annotator.domain.ids import digest
from annotator.errors import NotFoundError
from annotator.store import rows
from annotator.store.edits import UNDATED, Edit, put
from annotator.store.schema_blocks import first_stamp

BY_ARRIVAL = f"ORDER BY coalesce({first_stamp('origins', 'origins.id')}, '~'), id"
"""The order in which origins were first told, the same on every machine; those that are not written yet come last."""


class DocumentSummary(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A document in a list; `length` in code points, `status` and `spans` one annotator's.

    `length` and `spans` are None where nobody counted.
    """

    id: str
    title: str
    publisher: str | None
    published: str | None
    length: int | None
    status: Status
    spans: int | None
    direction: Direction | None
    group: str | None = None
    """The first of the near-duplicates that it belongs to; None where it has none, or nobody asked."""


def document_row(document: Document, place: int = 0) -> Edit:
    """The edit that adds a document; `place` keeps the order of documents that are added together.

    When it was added is said by the journal, whose time never goes back.
    """
    return put(
        "documents",
        {
            "id": document.id,
            "title": document.title,
            "text": document.text,
            "language": document.language,
            "direction": document.direction,
            "intake": msgspec.to_builtins(document.intake),
            "added": f"{UNDATED}{place:08d}",
        },
    )


def changed_row(connection: sqlite3.Connection, document: Document) -> Edit:
    """The edit that gives a document its new title, language and direction; text, order and intake stay."""
    held = connection.execute("SELECT * FROM documents WHERE id = ?", (document.id,)).fetchone()
    if held is None:
        raise unknown_document(document.id)
    notes = rows.decode(held["intake"], tuple[IntakeNote, ...], "documents", document.id)
    row = {**dict(held), "intake": msgspec.to_builtins(notes)}
    return put(
        "documents",
        {**row, "title": document.title, "language": document.language, "direction": document.direction},
    )


def origin_row(document_id: str, origin: Origin) -> Edit:
    """The edit that adds an origin; the same origin of the same document always has the same id."""
    row = {"document_id": document_id, **msgspec.to_builtins(origin)}
    key = "\n".join(str(row[name]) for name in ("document_id", "url", "publisher", "published", "path"))
    return put("origins", {"id": digest(key), **row})


def fresh_origins(connection: sqlite3.Connection, document: Document) -> list[Edit]:
    """The edits that add the origins which a document has not yet; one that was corrected since is not put back."""
    held = origins(connection, document.id)
    known = set(held.values())
    edits = (origin_row(document.id, origin) for origin in document.origins if origin not in known)
    return [edit for edit in edits if edit.row_id not in held]


def changed_origin(document_id: str, origin_id: str, origin: Origin) -> Edit:
    """The edit that corrects an origin; it keeps its id."""
    return put("origins", {"id": origin_id, "document_id": document_id, **msgspec.to_builtins(origin)})


def origins(connection: sqlite3.Connection, document_id: str) -> dict[str, Origin]:
    """The origins of a document by their ids, in the order in which they came."""
    found = connection.execute(f"SELECT * FROM origins WHERE document_id = ? {BY_ARRIVAL}", (document_id,))
    return {row["id"]: _origin(row) for row in found}


def published(connection: sqlite3.Connection) -> dict[str, str]:
    """Return the earliest date of publishing of each document that has one."""
    return dict(connection.execute("SELECT document_id, min(published) FROM origins WHERE published != '' GROUP BY 1"))


def has_document(connection: sqlite3.Connection, document_id: str) -> bool:
    """Return whether the project holds this document."""
    return connection.execute("SELECT 1 FROM documents WHERE id = ?", (document_id,)).fetchone() is not None


def known(connection: sqlite3.Connection, document_ids: Sequence[str]) -> set[str]:
    """Return those of these documents that the project holds."""
    asked = (rows.json_list(document_ids),)
    found = connection.execute("SELECT id FROM documents WHERE id IN (SELECT value FROM json_each(?))", asked)
    return {row[0] for row in found}


def text_of(connection: sqlite3.Connection, document_id: str) -> str:
    """The text of one document, or NotFoundError."""
    row = connection.execute("SELECT text FROM documents WHERE id = ?", (document_id,)).fetchone()
    if row is None:
        raise unknown_document(document_id)
    return str(row["text"])


def length_of(connection: sqlite3.Connection, document_id: str) -> int:
    """The code points of the text of one document, or NotFoundError."""
    length = length_if_here(connection, document_id)
    if length is None:
        raise unknown_document(document_id)
    return length


def length_if_here(connection: sqlite3.Connection, document_id: str) -> int | None:
    """The code points of the text of one document; None if it is not here."""
    row = connection.execute("SELECT length(text) FROM documents WHERE id = ?", (document_id,)).fetchone()
    return None if row is None else int(row[0])


def ids(connection: sqlite3.Connection) -> list[str]:
    """The ids of all documents in the order of import."""
    return [row[0] for row in connection.execute("SELECT id FROM documents ORDER BY added, id")]


def languages(connection: sqlite3.Connection) -> list[str]:
    """The tags of the languages that documents are in, the one of most documents first."""
    found = connection.execute("SELECT language FROM documents GROUP BY language ORDER BY count(*) DESC, language")
    return [row[0] for row in found]


def texts(connection: sqlite3.Connection, document_ids: Sequence[str]) -> dict[str, str]:
    """The texts of those of these documents that are here, by id; at most a few hundred at once."""
    marks = ", ".join("?" * len(document_ids))
    found = connection.execute(f"SELECT id, text FROM documents WHERE id IN ({marks})", tuple(document_ids))
    return {row[0]: str(row[1]) for row in found}


def unknown_document(document_id: str) -> NotFoundError:
    """The error for a document that is not here."""
    return NotFoundError("This project has no document {id!r}.", id=document_id)


def document(connection: sqlite3.Connection, document_id: str) -> Document:
    """One document with its origins, or NotFoundError."""
    row = connection.execute("SELECT * FROM documents WHERE id = ?", (document_id,)).fetchone()
    if row is None:
        raise unknown_document(document_id)
    return _document(row, tuple(origins(connection, document_id).values()))


def documents(connection: sqlite3.Connection) -> list[Document]:
    """Every document in the order of its import."""
    held: dict[str, list[Origin]] = {}
    for row in connection.execute(f"SELECT * FROM origins {BY_ARRIVAL}"):
        held.setdefault(row["document_id"], []).append(_origin(row))
    found = connection.execute("SELECT * FROM documents ORDER BY added, id")
    return [_document(row, tuple(held.get(row["id"], ()))) for row in found]


def summaries(
    connection: sqlite3.Connection, annotator: str, *, counted: bool = True, only: Iterable[str] | None = None
) -> list[DocumentSummary]:
    """A line for each document in the order of import, with one annotator's status and, `counted`, number of spans.

    Counting reads every text and every span; without it, only the list itself is read. `only`: of these documents.
    """
    length = "length(d.text)" if counted else "NULL"
    spans = "(SELECT count(*) FROM marks WHERE document_id = d.id AND annotator = :annotator)" if counted else "NULL"
    found = connection.execute(
        f"""
        SELECT d.id, d.title, o.publisher, o.published, {length}, coalesce(s.status, 'todo'), {spans}, d.direction
        FROM documents AS d
        LEFT JOIN annotation_sets AS s ON s.document_id = d.id AND s.annotator = :annotator
        LEFT JOIN origins AS o ON o.id = (
            SELECT CASE WHEN count(*) < 2 THEN min(id)
                ELSE (SELECT id FROM origins WHERE document_id = d.id {BY_ARRIVAL} LIMIT 1) END
            FROM origins WHERE document_id = d.id)
        {"" if only is None else "WHERE d.id IN (SELECT value FROM json_each(:only))"}
        ORDER BY d.added, d.id
        """,
        {"annotator": annotator, "only": rows.json_list(only or ())},
    )
    names = DocumentSummary.__struct_fields__[:-1]
    return [rows.record(DocumentSummary, "documents", dict(zip(names, row, strict=True))) for row in found]


def ids_after(connection: sqlite3.Connection, document_id: str, most: int) -> list[str]:
    """Return the first ids behind this one in the order of import; none where it is not here."""
    found = connection.execute(
        """SELECT d.id FROM documents AS d, documents AS held WHERE held.id = ?
           AND (d.added, d.id) > (held.added, held.id) ORDER BY d.added, d.id LIMIT ?""",
        (document_id, most),
    )
    return [row[0] for row in found]


def _document(row: sqlite3.Row, origins: tuple[Origin, ...]) -> Document:
    values = {name: row[name] for name in ("id", "title", "text", "language", "direction")}
    notes = rows.decode(row["intake"], tuple[IntakeNote, ...], "documents", row["id"])
    return rows.record(Document, "documents", {**values, "origins": origins, "intake": notes})


def _origin(row: sqlite3.Row) -> Origin:
    return rows.record(Origin, "origins", {name: row[name] for name in ("id", *Origin.__struct_fields__)})
