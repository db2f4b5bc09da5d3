"""Taking whole annotation sets in, as importers bring them: one transaction, one undo step for a file."""

from collections.abc import Container, Iterable, Sequence
from contextlib import suppress

import msgspec

from annotator.domain.actor import Actor
from annotator.domain.annotator import AnnotationSet, Annotator, kind_of
from annotator.domain.comment import Comment
from annotator.domain.link_rules import check_link
from annotator.domain.relation import Relation
from annotator.domain.scheme import Scheme
from annotator.domain.statement import Statement
from annotator.errors import InputError, NotFoundError
from annotator.formats.checking import checked
from annotator.formats.record import Record
from annotator.store import actors, annotations, comments, documents, statements
from annotator.store.connection import Connection
from annotator.store.edits import Edit, delete


def edits_for(connection: Connection, scheme: Scheme, records: Iterable[Record], mine: str) -> list[Edit]:
    """The edits that make the project hold these records; rows that it holds already as they are cost nothing.

    A colleague's record is the whole of their annotation set: marks of theirs on the document that it does not
    have are removed. My own reading (`mine` is my handle) is never less than it was: a file of it may be older
    than the project. Raises InputError where a record does not fit the scheme or does not hold together.
    """
    edits: dict[tuple[str, str], Edit] = {}
    known = {one.handle for one in annotations.annotators(connection)}
    registry = {one.id: one for one in actors.actors(connection)}
    stated = {one.id: one for one in statements.statements(connection)}
    for place, record in enumerate(records):
        try:
            for edit in _record_edits(connection, scheme, record, place, mine, known, (registry, stated)):
                edits[edit.table, edit.row_id] = edit
        except (InputError, NotFoundError) as error:
            raise RecordError("{reason}", reason=error, file=record.file, line=record.line) from error
    return list(edits.values())


class RecordError(InputError):
    """A record that the project cannot take: `reason`, and the `file` and `line` where it stands (0: none)."""


def _record_edits(
    connection: Connection,
    scheme: Scheme,
    record: Record,
    place: int,
    mine: str,
    known: set[str],
    registries: tuple[dict[str, Actor], dict[str, Statement]],
) -> list[Edit]:
    """The edits for one record; `known` annotators and the registries gain what it brings."""
    record = checked(record, scheme)
    fresh = _document_edits(connection, record, place)
    fresh += _registry_edits(connection, record, *registries)
    people = [*record.authors, *([record.annotator] if record.annotator is not None else [])]
    for annotator in people:
        if annotator.handle not in known:
            fresh.append(annotations.annotator_row(annotator))
            known.add(annotator.handle)
    fresh += _comment_edits(connection, record, mine, known)
    if record.annotator is None:
        return fresh
    if record.annotator.handle == mine:
        record = _with_mine(connection, record, mine)
    _check_joined(scheme, record, *registries)
    return fresh + _set_edits(connection, record)


def _registry_edits(
    connection: Connection, record: Record, registry: dict[str, Actor], stated: dict[str, Statement]
) -> list[Edit]:
    fresh: list[Edit] = []
    for actor in record.actors:
        if registry.get(actor.id) != actor:
            fresh += actors.actor_rows(connection, actor)
            registry[actor.id] = actor
    # Rows of one table after one another are written together.
    fresh.sort(key=lambda edit: edit.table)
    for one in record.statements:
        if stated.get(one.id) != one:
            fresh.append(statements.statement_row(one, stated.get(one.id)))
            stated[one.id] = one
    return fresh


def _document_edits(connection: Connection, record: Record, place: int) -> list[Edit]:
    new = not documents.has_document(connection, record.document.id)
    edits = [documents.document_row(record.document, place)] if new else []
    return edits + documents.fresh_origins(connection, record.document)


def _comment_edits(connection: Connection, record: Record, mine: str, known: set[str]) -> list[Edit]:
    """The edits for comments: what I say here is newer than a file; none is deleted because a file lacks it."""
    held = {one.id: one for one in comments.comments(connection, record.document.id)}
    fresh: list[Edit] = []
    for comment in record.comments:
        if held.get(comment.id) == comment or (comment.id in held and comment.annotator == mine):
            continue
        _check_author(connection, comment)
        if comment.annotator not in known:
            author = Annotator(handle=comment.annotator, kind=kind_of(comment.annotator))
            fresh.append(annotations.annotator_row(author))
            known.add(comment.annotator)
        fresh.append(comments.comment_row(comment))
    return fresh


def _check_author(connection: Connection, comment: Comment) -> None:
    """Raise InputError for a comment with the id of somebody else's, or of one on another document."""
    with suppress(NotFoundError):
        taken = comments.comment(connection, comment.id)
        if (taken.annotator, taken.document_id) != (comment.annotator, comment.document_id):
            raise InputError("The id {id!r} belongs to another comment already.", id=comment.id)


def _with_mine(connection: Connection, record: Record, mine: str) -> Record:
    """The record with those of my marks that it does not know, and with my status where I have one."""
    document_id = record.document.id
    spans = {one.id: one for one in (*annotations.spans(connection, document_id, mine), *record.spans)}
    relations = {one.id: one for one in (*annotations.relations(connection, document_id, mine), *record.relations)}
    begun = annotations.annotation_set(connection, document_id, mine)
    return msgspec.structs.replace(
        record,
        spans=tuple(spans.values()),
        relations=tuple(relations.values()),
        status=record.status if begun is None else begun.status,
    )


def _set_edits(connection: Connection, record: Record) -> list[Edit]:
    assert record.annotator is not None
    document_id, handle = record.document.id, record.annotator.handle
    wanted = AnnotationSet(document_id=document_id, annotator=handle, status=record.status)
    held_spans = {one.id: one for one in annotations.spans(connection, document_id, handle)}
    held_relations = {one.id: one for one in annotations.relations(connection, document_id, handle)}
    edits = (
        [] if annotations.annotation_set(connection, document_id, handle) == wanted else [annotations.set_row(wanted)]
    )
    spans, relations = {one.id: one for one in record.spans}, {one.id: one for one in record.relations}
    edits += [delete("relations", one) for one in held_relations if one not in relations]
    edits += [delete("spans", one) for one in held_spans if one not in spans]
    edits += [
        annotations.span_row(one, held_spans.get(one.id)) for one in spans.values() if held_spans.get(one.id) != one
    ]
    edits += [
        annotations.relation_row(one, held_relations.get(one.id))
        for one in relations.values()
        if held_relations.get(one.id) != one
    ]
    _check_owners(connection, [*(one for one in spans if one not in held_spans)], "spans")
    _check_owners(connection, [*(one for one in relations if one not in held_relations)], "relations")
    return edits


def _check_owners(connection: Connection, ids: Sequence[str], table: str) -> None:
    """New rows must not take the id of somebody else's mark."""
    for one in ids:
        taken = annotations.span(connection, one) if table == "spans" else annotations.relation(connection, one)
        if taken is not None:
            raise InputError(
                "The id {id!r} belongs to a mark of {annotator!r} in another reading already.",
                id=one,
                annotator=taken.annotator,
            )


def _check_joined(scheme: Scheme, record: Record, registry: Container[str], stated: Container[str]) -> None:
    """Raise InputError unless the marks of a whole annotation set name known entries and are linked as allowed."""
    for span in record.spans:
        if span.actor_id is not None and span.actor_id not in registry:
            raise InputError("The mark {id!r} is linked to an actor that is not there.", id=span.id)
        if span.statement_id is not None and span.statement_id not in stated:
            raise InputError("The mark {id!r} is linked to a statement that is not there.", id=span.id)
    linked: dict[str, list[Relation]] = {}
    for relation in record.relations:
        kind = scheme.relation(relation.label)
        check_link(kind, linked.setdefault(kind.key, []), relation)
        linked[kind.key].append(relation)
