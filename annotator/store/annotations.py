"""Reading annotators, their annotation sets, spans and relations, and the rows that write them."""

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

import msgspec

from annotator.domain.annotator import AnnotationSet, Annotator, Status
from annotator.domain.relation import Relation
from annotator.domain.span import Parts, Span, are_parts
from annotator.errors import InputError
from annotator.store import rows
from annotator.store.blinding import visible
from annotator.store.edits import Edit, put
from annotator.store.links import OF_ACTOR, OF_STATEMENT
from annotator.store.mark_rows import (
    RELATION_COLUMNS,
    SPAN_COLUMNS,
    read_relation,
    read_relations,
    read_span,
    read_spans,
)
from annotator.store.references import batches

_OF_STATEMENT = ("statement_id", "agreement")
"""Columns that are written together: who agreed with one statement has not agreed with another."""


def annotator_row(annotator: Annotator) -> Edit:
    """The edit that registers an annotator."""
    return put("annotators", {"id": annotator.handle, "kind": annotator.kind, "name": annotator.name})


def set_row(annotation_set: AnnotationSet) -> Edit:
    """The edit that writes the status of an annotation set."""
    return put("annotation_sets", {"id": annotation_set.id, **msgspec.to_builtins(annotation_set)})


def span_row(span: Span, held: Span | None = None) -> Edit:
    """The edit that writes a new span, or what is another of one that is `held`."""
    return _row("spans", span, held)


def relation_row(relation: Relation, held: Relation | None = None) -> Edit:
    """The edit that writes a new relation, or what is another of one that is `held`."""
    return _row("relations", relation, held)


def _row(table: str, item: Span | Relation, held: Span | Relation | None) -> Edit:
    """Return the edit of a mark. A reader may be shown another actor (it was merged) than the row holds: that must
    stay.
    """
    values = msgspec.to_builtins(item)
    if held is not None:
        changed = {name for name in values if getattr(held, name) != getattr(item, name)}
        if not changed.isdisjoint(_OF_STATEMENT):
            changed.update(_OF_STATEMENT)
        if "actor_id" in changed:
            # What names another entry, or none, keeps the kind that it showed until it is given one.
            changed.add("attributes")
        values = {name: value for name, value in values.items() if name in ("id", "document_id") or name in changed}
    return put(table, values)


def annotators(connection: sqlite3.Connection) -> list[Annotator]:
    """Everyone who is registered, by their handles."""
    found = connection.execute("SELECT id AS handle, kind, name FROM annotators ORDER BY id")
    return [rows.record(Annotator, "annotators", dict(row)) for row in found]


def check_annotators(connection: sqlite3.Connection, handles: Iterable[str]) -> None:
    """Raise InputError for a handle that nobody of the project has."""
    known = [one.handle for one in annotators(connection)]
    for unknown in (one for one in handles if one not in known):
        raise InputError("No annotator is called {handle!r}; there are: {known}.", handle=unknown, known=known)


def readers(connection: sqlite3.Connection) -> set[str]:
    """Return who has begun or done any document."""
    found = connection.execute("SELECT DISTINCT annotator FROM annotation_sets WHERE status != 'todo'")
    return {annotator for (annotator,) in found}


def statuses(connection: sqlite3.Connection) -> list[tuple[str, str, Status]]:
    """Return every annotation set as document, annotator and status, whether the reader may see its marks or not."""
    found = connection.execute("SELECT document_id, annotator, status FROM annotation_sets")
    sets = (rows.record(AnnotationSet, "annotation_sets", dict(row)) for row in found)
    return [(one.document_id, one.annotator, one.status) for one in sets]


def mark_counts(connection: sqlite3.Connection, annotator: str | None = None) -> dict[str, int]:
    """Return how many marks of somebody (None: people and the gold reading) each document has that has any."""
    found = connection.execute(
        """SELECT document_id, count(*) FROM marks
           WHERE annotator = ?1 OR (?1 IS NULL AND substr(annotator, 1, 6) <> 'model:') GROUP BY document_id""",
        (annotator,),
    )
    return dict(found.fetchall())


def begun_by(connection: sqlite3.Connection, document_id: str) -> set[str]:
    """Return who has begun or done a document, whether its reader may see their marks or not."""
    found = connection.execute(
        "SELECT annotator FROM annotation_sets WHERE document_id = ? AND status != 'todo'", (document_id,)
    )
    return {annotator for (annotator,) in found}


def annotators_with_sets(connection: sqlite3.Connection) -> list[Annotator]:
    """Everyone who has an annotation set on some document, by their handles."""
    found = connection.execute(
        """SELECT id AS handle, kind, name FROM annotators
           WHERE id IN (SELECT annotator FROM annotation_sets) ORDER BY id"""
    )
    return [rows.record(Annotator, "annotators", dict(row)) for row in found]


def set_counts(connection: sqlite3.Connection) -> dict[tuple[str, str], int]:
    """Return how many annotation sets everybody has of each status, and (status "") how many marks."""
    found = connection.execute("SELECT annotator, status, count(*) FROM annotation_sets GROUP BY 1, 2").fetchall()
    marks = connection.execute("SELECT annotator, '', count(*) FROM marks GROUP BY 1").fetchall()
    return {(annotator, status): number for annotator, status, number in [*found, *marks]}


def annotation_sets(connection: sqlite3.Connection, document_id: str) -> list[AnnotationSet]:
    """The annotation sets of one document that the reader may see, by the handles of their annotators."""
    found = connection.execute(
        f"""SELECT s.document_id, s.annotator, s.status FROM annotation_sets AS s
            JOIN annotators AS a ON a.id = s.annotator WHERE s.document_id = ? AND {visible("s")} ORDER BY a.id""",
        (document_id,),
    )
    return [rows.record(AnnotationSet, "annotation_sets", dict(row)) for row in found]


def annotation_set(connection: sqlite3.Connection, document_id: str, annotator: str) -> AnnotationSet | None:
    """One annotator's set on one document, if they have begun."""
    row = connection.execute(
        "SELECT document_id, annotator, status FROM annotation_sets WHERE document_id = ? AND annotator = ?",
        (document_id, annotator),
    ).fetchone()
    return None if row is None else rows.record(AnnotationSet, "annotation_sets", dict(row))


def spans(connection: sqlite3.Connection, document_id: str, annotator: str, length: int | None = None) -> list[Span]:
    """One annotator's spans on one document in reading order: by start, longer ones first.

    `length`: the code points of its text, for who has read it already.
    """
    found = connection.execute(
        f'SELECT {SPAN_COLUMNS} FROM marks AS s WHERE document_id = ? AND annotator = ? ORDER BY start, "end" DESC, id',
        (document_id, annotator),
    )
    read = read_spans(found.fetchall())
    last = max(read, key=lambda one: one.end, default=None)
    if last is not None and last.end > (_length(connection, document_id) if length is None else length):
        raise rows.BrokenRowError("spans", last.id, "it ends behind its text")
    return read


def _length(connection: sqlite3.Connection, document_id: str) -> int:
    row = connection.execute("SELECT length(text) FROM documents WHERE id = ?", (document_id,)).fetchone()
    return 0 if row is None else int(row[0])


def relations(connection: sqlite3.Connection, document_id: str, annotator: str) -> list[Relation]:
    """One annotator's relations on one document, by the reading order of their ends."""
    found = connection.execute(
        f"""SELECT {RELATION_COLUMNS} FROM links AS r
            JOIN spans AS f ON f.id = r.from_id JOIN spans AS t ON t.id = r.to_id
            WHERE r.document_id = ? AND r.annotator = ? ORDER BY f.start, r.label, t.start, r.id""",
        (document_id, annotator),
    )
    return read_relations(found.fetchall())


def begun(connection: sqlite3.Connection) -> dict[str, set[str]]:
    """Return who has begun or done each document, as far as the reader may see it."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    sets = connection.execute(
        f"SELECT document_id, annotator FROM annotation_sets AS s WHERE status != 'todo' AND {visible('s')}"
    )
    for document_id, annotator in sets:
        found[document_id].add(annotator)
    return found


def counted_readings(
    connection: sqlite3.Connection, document_id: str, annotators: Collection[str], length: int
) -> dict[str, tuple[list[Span], list[Relation]]]:
    """Return what agreement counts of several annotators of a document, whose text has so many code points.

    Spans are in reading order, relations in none; neither names an entry of a registry, or where it came from: half
    of the time of reading them all would go there. Raises BrokenRowError.
    """
    found: dict[str, tuple[list[Span], list[Relation]]] = {one: ([], []) for one in annotators}
    asked = document_id, rows.json_list(found)
    spans = connection.execute(
        """SELECT id, annotator, label, parts, attributes FROM marks
           WHERE document_id = ? AND annotator IN (SELECT value FROM json_each(?)) ORDER BY start, "end" DESC, id""",
        asked,
    )
    for id_, annotator, label, text, said in spans:
        parts = rows.decode(text, Parts, "spans", id_)
        if not are_parts(parts) or parts[-1][1] > length:
            raise rows.BrokenRowError("spans", id_, "its parts are not sorted stretches of its text")
        attributes = _attributes(said, "spans", id_)
        span = Span(
            id=id_, document_id=document_id, annotator=annotator, label=label, parts=parts, attributes=attributes
        )
        found[annotator][0].append(span)
    relations = connection.execute(
        """SELECT id, annotator, label, from_id, to_id, attributes FROM links
           WHERE document_id = ? AND annotator IN (SELECT value FROM json_each(?))""",
        asked,
    )
    for id_, annotator, label, from_id, to_id, said in relations:
        ends = {"from_id": from_id, "to_id": to_id}
        attributes = _attributes(said, "relations", id_)
        found[annotator][1].append(
            Relation(id=id_, document_id=document_id, annotator=annotator, label=label, attributes=attributes, **ends)
        )
    return found


def _attributes(text: str, table: str, row_id: str) -> Mapping[str, str]:
    return _NONE if text == "{}" else rows.decode(text, rows.Attributes, table, row_id)


_NONE: Mapping[str, str] = {}


def suggestions(connection: sqlite3.Connection, document_id: str) -> list[Span]:
    """The spans of all models on one document in reading order."""
    found = connection.execute(
        f"""SELECT {SPAN_COLUMNS} FROM marks AS s WHERE s.document_id = ?
           AND s.annotator IN (SELECT id FROM annotators WHERE kind = 'model')
           ORDER BY s.start, s."end" DESC, s.annotator, s.id""",
        (document_id,),
    )
    return read_spans(found.fetchall())


def every_span(connection: sqlite3.Connection) -> list[Span]:
    """Everyone's spans on all documents."""
    found = connection.execute(f"SELECT {SPAN_COLUMNS} FROM marks AS s ORDER BY document_id, annotator, start, id")
    return read_spans(found.fetchall())


def every_relation(connection: sqlite3.Connection) -> list[Relation]:
    """Everyone's relations in all documents."""
    found = connection.execute(f"SELECT {RELATION_COLUMNS} FROM links AS r ORDER BY document_id, annotator, label, id")
    return read_relations(found.fetchall())


def span(connection: sqlite3.Connection, span_id: str) -> Span | None:
    """The span with this id."""
    row = connection.execute(f"SELECT {SPAN_COLUMNS} FROM marks AS s WHERE id = ?", (span_id,)).fetchone()
    return None if row is None else read_span(row)


def relation(connection: sqlite3.Connection, relation_id: str) -> Relation | None:
    """The relation with this id."""
    row = connection.execute("SELECT * FROM links WHERE id = ?", (relation_id,)).fetchone()
    return None if row is None else read_relation(row)


class Owner(NamedTuple):
    """Return the annotator of the mark or link with an id."""

    id: str
    annotator: str


def owners(connection: sqlite3.Connection, table: str, ids: Sequence[str]) -> list[Owner]:
    """Return whose those of the `ids` are that spans or relations (`table`) on show have, in the order of ids."""
    view = {"spans": "marks", "relations": "links"}[table]
    found = [
        Owner(*row)
        for some in batches(ids)
        for row in connection.execute(
            f"SELECT id, annotator FROM {view} WHERE id IN (SELECT value FROM json_each(?))", (some,)
        )
    ]
    return sorted(found)


def relations_touching(connection: sqlite3.Connection, span_ids: Iterable[str]) -> list[Relation]:
    """Every relation that begins or ends at one of these spans."""
    touching: dict[str, Relation] = {}
    for span_id in span_ids:
        found = connection.execute("SELECT * FROM links WHERE from_id = ? OR to_id = ?", (span_id, span_id))
        touching.update((row["id"], read_relation(row)) for row in found)
    return list(touching.values())


def spans_of_actor(connection: sqlite3.Connection, actor_id: str) -> list[Span]:
    """Everyone's mentions of an actor: by document in the order of import, then in reading order."""
    found = connection.execute(
        f"""SELECT {SPAN_COLUMNS} FROM marks AS s JOIN documents AS d ON d.id = s.document_id
            WHERE s.id IN ({OF_ACTOR}) AND s.actor_id = ?
            ORDER BY d.added, d.id, s.start, s."end" DESC, s.annotator, s.id""",
        (actor_id, actor_id, actor_id),
    )
    return read_spans(found.fetchall())


def claims(connection: sqlite3.Connection, statement_id: str | None) -> list[Span]:
    """Everyone's claims that say this statement, or (None) none: by document as imported, then in reading order."""
    named, values = "s.statement_id IS NULL AND k.is_claim", tuple[str, ...]()
    if statement_id is not None:
        named, values = f"s.id IN ({OF_STATEMENT}) AND s.statement_id = ?", (statement_id,) * 3
    found = connection.execute(
        f"""SELECT {SPAN_COLUMNS} FROM marks AS s JOIN documents AS d ON d.id = s.document_id
            JOIN known_labels AS k ON k.key = s.label WHERE {named}
            ORDER BY d.added, d.id, s.start, s."end" DESC, s.annotator, s.id""",
        values,
    )
    return read_spans(found.fetchall())
