"""Marking: what may be written into one's own annotation set, and the edits that write it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

import msgspec
from msgspec import UNSET, UnsetType

from annotator.domain.annotator import AnnotationSet, Status
from annotator.domain.ids import new_id
from annotator.domain.link_rules import check_link
from annotator.domain.meanings import attribute_of, claim_labels
from annotator.domain.relation import Relation
from annotator.domain.scheme import Label, Scheme, check_attributes
from annotator.domain.span import Part, Parts, Span, as_parts
from annotator.domain.statement import Agreement, as_agreement
from annotator.errors import InputError, NotFoundError
from annotator.store import actors, annotations, documents, statements
from annotator.store.connection import Connection
from annotator.store.edits import Edit, delete

Value = TypeVar("Value")


class SpanChanges(msgspec.Struct, frozen=True):
    """A change of a span; what is UNSET stays as it is."""

    label: str | UnsetType = UNSET
    parts: Iterable[Part] | Part | UnsetType = UNSET
    attributes: Mapping[str, str | None] | UnsetType = UNSET
    actor_id: str | UnsetType | None = UNSET
    statement_id: str | UnsetType | None = UNSET
    agreement: Agreement | UnsetType | None = UNSET


def new_span(
    connection: Connection,
    scheme: Scheme,
    span: Span,
    length: int | None = None,
) -> list[Edit]:
    """The edits that add this span, and that begin its annotation set when it is the first mark there.

    `length` is that of the document's text in code points, where it is known already.
    """
    check_span(connection, scheme, span, length)
    return [*begun(connection, span.document_id, span.annotator), annotations.span_row(span)]


def held_span(connection: Connection, span_id: str) -> Span:
    """The span with this id, or NotFoundError."""
    found = annotations.span(connection, span_id)
    if found is None:
        raise NotFoundError("There is no mark {id!r}.", id=span_id)
    return found


def held_relation(connection: Connection, relation_id: str) -> Relation:
    """The relation with this id, or NotFoundError."""
    found = annotations.relation(connection, relation_id)
    if found is None:
        raise NotFoundError("There is no mark or link {id!r}.", id=relation_id)
    return found


def made_alike(
    connection: Connection, scheme: Scheme, pattern: Span, given: Iterable[tuple[str, Part]]
) -> tuple[list[Span], list[Edit]]:
    """The spans that are like `pattern` at each of these places, and the edits that make them.

    Places that somebody marked so meanwhile are passed over.
    """
    held: dict[str, set[Parts]] = {}
    spans: list[Span] = []
    edits: dict[tuple[str, str], Edit] = {}
    for document_id, part in given:
        length = documents.length_of(connection, document_id)
        parts = as_parts(part, length)
        if document_id not in held:
            mine = annotations.spans(connection, document_id, pattern.annotator)
            held[document_id] = {span.parts for span in mine if span.label == pattern.label}
        if parts in held[document_id]:
            continue
        held[document_id].add(parts)
        span = msgspec.structs.replace(pattern, id=new_id(), document_id=document_id, parts=parts)
        spans.append(span)
        edits.update(((edit.table, edit.row_id), edit) for edit in new_span(connection, scheme, span, length))
    return spans, list(edits.values())


def check_span(connection: Connection, scheme: Scheme, span: Span, length: int | None = None) -> None:
    """Raise InputError or NotFoundError unless the span fits its document, the scheme and the registry.

    `length` is that of the document's text in code points, where it is known already.
    """
    as_parts(span.parts, documents.length_of(connection, span.document_id) if length is None else length)
    label = scheme.label(span.label)
    check_attributes(span.attributes, label.attributes, label.key)
    if span.actor_id is not None:
        check_names_actor(label)
        actors.entry(connection, span.actor_id)
    if span.statement_id is not None or span.agreement is not None:
        check_claim(scheme, span)
        statements.entry(connection, span.statement_id or "")


def of_entry(connection: Connection, scheme: Scheme, span: Span) -> Span:
    """Return a span as it is read: one that names an entry of the registry is of its kind."""
    attribute = attribute_of(scheme.label(span.label), "actor_kind")
    if span.actor_id is None or attribute is None:
        return span
    kind = actors.entry(connection, span.actor_id).kind
    if kind not in {value.key for value in attribute.listed}:
        return span
    return msgspec.structs.replace(span, attributes={**span.attributes, attribute.key: kind})


def kind_for_entry(scheme: Scheme, span: Span, changes: SpanChanges) -> dict[str, str]:
    """The attribute and the value by which a change gives a mention, and so the entry that it names, another kind."""
    attribute = attribute_of(scheme.label(span.label), "actor_kind")
    if attribute is None or isinstance(changes.attributes, UnsetType) or changes.label not in (UNSET, span.label):
        return {}
    wanted = changes.attributes.get(attribute.key)
    return {} if wanted in (None, span.attributes.get(attribute.key)) else {attribute.key: str(wanted)}


def check_claim(scheme: Scheme, span: Span) -> None:
    """Raise InputError unless a span may say a statement, and does so where it has an agreement."""
    if span.label not in claim_labels(scheme):
        raise InputError("A {label!r} says nothing, so it cannot be linked to a statement.", label=span.label)
    if span.statement_id is None:
        raise InputError("A claim agrees with a statement or not; link it to one first.")
    if span.agreement is not None:
        as_agreement(span.agreement)


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
    changes: SpanChanges,
) -> tuple[Span, list[Edit]]:
    """The span with these changes, and the edits that write it.

    Attributes are merged (None takes one away). A new label keeps the attributes that it shares with the old one
    and gets its own defaults for the others; links to a registry, and relations, that the scheme does not allow for it
    go with the same action.
    """
    kept = dict(span.attributes)
    edits: list[Edit] = []
    if changes.label is not UNSET and changes.label != span.label:
        target = scheme.label(changes.label)
        known = {item.key: item for item in target.attributes}
        kept = {key: value for key, value in kept.items() if key in known and known[key].value(value)}
        kept = {**target.defaults, **kept}
        changes = _without_links(scheme, target, changes)
        edits += _relations_lost(connection, scheme, span, target.key)
    if changes.statement_id is None and changes.agreement is UNSET:
        changes = msgspec.structs.replace(changes, agreement=None)
    parts, attributes = changes.parts, changes.attributes
    length = 0 if parts is UNSET else documents.length_of(connection, span.document_id)
    changed = msgspec.structs.replace(
        span,
        label=_given(changes.label, span.label),
        parts=span.parts if parts is UNSET else as_parts(parts, length),
        attributes=merged(kept, {} if attributes is UNSET else attributes),
        actor_id=_given(changes.actor_id, span.actor_id),
        statement_id=_given(changes.statement_id, span.statement_id),
        agreement=_given(changes.agreement, span.agreement),
    )
    check_span(connection, scheme, changed)
    changed = of_entry(connection, scheme, changed)
    return changed, [*edits, annotations.span_row(changed, span)]


def _given(value: Value | UnsetType, held: Value) -> Value:
    return held if value is UNSET else value


def _without_links(scheme: Scheme, label: Label, changes: SpanChanges) -> SpanChanges:
    """The changes, which also take away the links to registries that spans of this label cannot have."""
    if not label.names_actor and changes.actor_id is UNSET:
        changes = msgspec.structs.replace(changes, actor_id=None)
    if label.key not in claim_labels(scheme) and changes.statement_id is UNSET:
        changes = msgspec.structs.replace(changes, statement_id=None)
    return changes


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
