"""Marking: what may be written into one's own annotation set, and the edits that write it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec

from annotator.domain.annotator import AnnotationSet, Status
from annotator.domain.link_rules import check_link
from annotator.domain.relation import Relation
from annotator.domain.scheme import Label, Scheme, check_attributes
from annotator.domain.span import Part, Span, as_parts
from annotator.errors import InputError, NotFoundError
from annotator.store import actors, annotations, documents
from annotator.store.connection import Connection
from annotator.store.journal import Edit, delete


def new_span(
    connection: Connection,
    scheme: Scheme,
    span: Span,
) -> list[Edit]:
    """The edits that add this span, and that begin its annotation set when it is the first mark there."""
    check_span(connection, scheme, span)
    return [*begun(connection, span.document_id, span.annotator), annotations.span_row(span)]


def check_span(connection: Connection, scheme: Scheme, span: Span) -> None:
    """Raise InputError or NotFoundError unless the span fits its document, the scheme and the registry."""
    as_parts(span.parts, len(documents.text_of(connection, span.document_id)))
    label = scheme.label(span.label)
    check_attributes(span.attributes, label.attributes, label.key)
    if span.actor_id is None:
        return
    check_names_actor(label)
    actors.entry(connection, span.actor_id)


def check_names_actor(label: Label) -> None:
    """Raise InputError unless spans of this label are mentions."""
    if not label.names_actor:
        raise InputError("A {label!r} does not name an actor, so it cannot be linked to one.", label=label.key)


def begun(connection: Connection, document_id: str, annotator: str) -> list[Edit]:
    """The edit that turns an annotation set from todo to doing; nothing when it is beyond that."""
    held = annotations.annotation_set(connection, document_id, annotator)
    if held is not None and held.status != "todo":
        return []
    return [with_status(document_id, annotator, "doing")]


def with_status(document_id: str, annotator: str, status: Status) -> Edit:
    """The edit that gives an annotation set this status."""
    return annotations.set_row(AnnotationSet(document_id=document_id, annotator=annotator, status=status))


def changed_span(
    connection: Connection,
    scheme: Scheme,
    span: Span,
    *,
    label: str | None = None,
    parts: Iterable[Part] | Part | None = None,
    attributes: Mapping[str, str | None] | None = None,
    **rest: Any,
) -> tuple[Span, list[Edit]]:
    """The span with these changes, and the edits that write it.

    Attributes are merged (None takes one away). A new label keeps the attributes that it shares with the old one
    and gets its own defaults for the others; relations that the scheme does not allow for it go with the same
    action.
    """
    values = dict(rest)
    kept = dict(span.attributes)
    edits: list[Edit] = []
    if label is not None and label != span.label:
        target = scheme.label(label)
        known = {item.key: item for item in target.attributes}
        kept = {key: value for key, value in kept.items() if key in known and known[key].value(value)}
        kept = {**target.defaults, **kept}
        values["label"] = label
        if not target.names_actor:
            values.setdefault("actor_id", None)
        edits += _relations_lost(connection, scheme, span, label)
    values["attributes"] = merged(kept, attributes or {})
    if parts is not None:
        values["parts"] = as_parts(parts, len(documents.text_of(connection, span.document_id)))
    changed = msgspec.structs.replace(span, **values)
    check_span(connection, scheme, changed)
    return changed, [*edits, annotations.span_row(changed, span)]


def merged(held: Mapping[str, str], given: Mapping[str, str | None]) -> dict[str, str]:
    """Attributes with these set, and those that are None taken away."""
    return {key: value for key, value in {**held, **given}.items() if value is not None}


def _relations_lost(connection: Connection, scheme: Scheme, span: Span, label: str) -> list[Edit]:
    lost = []
    for relation in annotations.relations_touching(connection, [span.id]):
        kind = scheme.relation(relation.label)
        fits = (relation.from_id != span.id or label in kind.from_) and (relation.to_id != span.id or label in kind.to)
        if not fits:
            lost.append(delete("relations", relation.id))
    return lost


def check_relation(
    connection: Connection,
    scheme: Scheme,
    relation: Relation,
    coming: Mapping[str, Span] | None = None,
    links: Sequence[Relation] | None = None,
) -> None:
    """Raise InputError unless both ends are one annotator's, in one document, and the scheme allows the link.

    `coming` are spans that the same action makes, by id; `links` the relations as they will be then (None: as stored).
    """
    kind = scheme.relation(relation.label)
    check_attributes(relation.attributes, kind.attributes, kind.key)
    for span_id, allowed in ((relation.from_id, kind.from_), (relation.to_id, kind.to)):
        end = (coming or {}).get(span_id) or annotations.span(connection, span_id)
        if end is None:
            raise NotFoundError("There is no mark {id!r} to link.", id=span_id)
        if (end.document_id, end.annotator) != (relation.document_id, relation.annotator):
            raise InputError("A {label!r} links two marks of one annotator in one document.", label=kind.key)
        if end.label not in allowed:
            raise InputError(
                "A {label!r} cannot be linked to a mark {end!r} at that end; the scheme allows: {allowed}.",
                label=kind.key,
                end=end.label,
                allowed=list(allowed),
            )
    held = annotations.relations(connection, relation.document_id, relation.annotator) if links is None else links
    check_link(kind, [item for item in held if item.label == kind.key and item.id != relation.id], relation)


def removed(connection: Connection, ids: Sequence[str]) -> list[Edit]:
    """The edits that delete these spans and relations, and the relations that touch the spans."""
    spans = [one for one in ids if annotations.span(connection, one) is not None]
    relations = [one for one in ids if one not in spans]
    for one in relations:
        if annotations.relation(connection, one) is None:
            raise NotFoundError("There is no mark or link {id!r}.", id=one)
    touching = [relation.id for relation in annotations.relations_touching(connection, spans)]
    gone = dict.fromkeys((*relations, *touching))
    return [
        *(delete("relations", one) for one in gone),
        *(delete("spans", one) for one in dict.fromkeys(spans)),
    ]
