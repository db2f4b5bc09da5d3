"""Filling a frame: marks, links and attributes that one action gives to a head mark, and the edits that write them."""

from collections.abc import Mapping

import msgspec

from annotator.domain.frame import Filler, Sketch
from annotator.domain.ids import new_id
from annotator.domain.relation import Relation
from annotator.domain.scheme import Scheme
from annotator.domain.span import Span, as_parts
from annotator.errors import InputError, NotFoundError
from annotator.services import annotate
from annotator.store import annotations, documents
from annotator.store.connection import Connection
from annotator.store.edits import Edit, delete


class Filling(msgspec.Struct, frozen=True):
    """An edit of a head mark: fillers of its roles, attributes (None takes one away), and the links that go."""

    head: Span
    fillers: tuple[Filler, ...]
    attributes: Mapping[str, str | None]
    without: tuple[str, ...]


def filled(connection: Connection, scheme: Scheme, given: Filling) -> tuple[list[Relation], list[Edit]]:
    """The new relations and all edits. Raises InputError or NotFoundError for what the scheme does not allow."""
    head = given.head
    links = [
        item
        for item in annotations.relations(connection, head.document_id, head.annotator)
        if item.id not in given.without
    ]
    edits = [_unlinked(connection, head, one) for one in given.without]
    head, changed = annotate.changed_span(connection, scheme, head, annotate.SpanChanges(attributes=given.attributes))
    if head != given.head:
        edits += changed
    coming: dict[str, Span] = {}
    relations: list[Relation] = []
    for filler in given.fillers:
        to_id = filler.to if isinstance(filler.to, str) else _made(connection, scheme, head, filler.to, coming, edits)
        relation = Relation(
            id=new_id(),
            document_id=head.document_id,
            annotator=head.annotator,
            label=filler.role,
            from_id=head.id,
            to_id=to_id,
            attributes={**scheme.relation(filler.role).defaults, **filler.attributes},
        )
        annotate.check_relation(connection, scheme, relation, coming, links)
        links.append(relation)
        relations.append(relation)
    return relations, [*edits, *(annotations.relation_row(relation) for relation in relations)]


def _unlinked(connection: Connection, head: Span, relation_id: str) -> Edit:
    relation = annotations.relation(connection, relation_id)
    if relation is None:
        raise NotFoundError("There is no mark or link {id!r}.", id=relation_id)
    if relation.from_id != head.id:
        raise InputError("The link {id!r} does not begin at this mark.", id=relation_id)
    return delete("relations", relation_id)


def _made(
    connection: Connection, scheme: Scheme, head: Span, sketch: Sketch, coming: dict[str, Span], edits: list[Edit]
) -> str:
    span = Span(
        id=new_id(),
        document_id=head.document_id,
        annotator=head.annotator,
        label=sketch.label,
        parts=as_parts(sketch.parts, documents.length_of(connection, head.document_id)),
        attributes={**scheme.label(sketch.label).defaults, **sketch.attributes},
        actor_id=sketch.actor_id,
    )
    span = annotate.of_entry(connection, scheme, span)
    edits += annotate.new_span(connection, scheme, span)
    coming[span.id] = span
    return span.id
