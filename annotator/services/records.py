"""Taking whole annotation sets in, as importers bring them: one transaction, one undo step for a file."""

from collections.abc import Container, Iterable, Iterator, Sequence
from contextlib import suppress

import msgspec

from annotator.domain.actor import Actor
from annotator.domain.annotator import AnnotationSet, Annotator, kind_of
from annotator.domain.comment import Comment
from annotator.domain.link_rules import Links
from annotator.domain.relation import Relation
from annotator.domain.scheme import Scheme
from annotator.domain.span import Span
from annotator.domain.statement import Statement
from annotator.errors import InputError, NotFoundError
from annotator.formats.checking import checked
from annotator.formats.record import Record
from annotator.store import actors, annotations, comments, documents, statements
from annotator.store.connection import Connection
from annotator.store.edits import Edit, delete, together

MOST_IN_MEMORY = 4_000
"""Edits that are collected before they are written: enough for many rows a statement, and little beside a program."""


def edits_for(
    connection: Connection, scheme: Scheme, records: Iterable[Record], mine: str, *, checked_by: Scheme | None = None
) -> Iterator[Sequence[Edit]]:
    """Yield the edits that make the project hold these records, batch by batch; none for what it holds already.

    Each batch has to be written before the next one is asked for. A colleague's record is the whole of their
    annotation set: marks of theirs on the document that it does not have are removed, but those of another record of
    the same file are not. My own reading (`mine` is my handle) is never less than it was: a file of it may be older
    than the project. `checked_by` is the scheme by which a reader has checked the records already, if one has. Raises
    InputError where a record does not fit the scheme or does not hold together.
    """
    edits: dict[tuple[str, str], Edit] = {}
    taking = _Taking(connection, scheme, mine, is_checked=checked_by == scheme)
    for place, record in enumerate(records):
        if len(edits) >= MOST_IN_MEMORY or (edits and taking.has_seen(record)):
            yield together(edits.values())
            edits = {}
        try:
            for edit in taking.edits_for(record, place):
                edits[edit.table, edit.row_id] = edit
        except (InputError, NotFoundError) as error:
            raise RecordError("{reason}", reason=error, file=record.file, line=record.line) from error
    if edits:
        yield together(edits.values())


class RecordError(InputError):
    """A record that the project cannot take: `reason`, and the `file` and `line` where it stands (0: none)."""


class _Taking:
    """Records that are taken in one after the other: who and what is known by now, and whose sets have been seen."""

    def __init__(self, connection: Connection, scheme: Scheme, mine: str, *, is_checked: bool) -> None:
        self._connection, self._scheme, self._mine, self._is_checked = connection, scheme, mine, is_checked
        self._known = {one.handle for one in annotations.annotators(connection)}
        self._registry = {one.id: one for one in actors.actors(connection)}
        self._stated = {one.id: one for one in statements.statements(connection)}
        self._seen: set[tuple[str, str]] = set()

    def has_seen(self, record: Record) -> bool:
        """Return whether there was a record of this annotation set already."""
        return _place(record) in self._seen

    def edits_for(self, record: Record, place: int) -> list[Edit]:
        """Return the edits for one record; what is known gains what it brings."""
        connection, registries = self._connection, (self._registry, self._stated)
        if not self._is_checked:
            record = checked(record, self._scheme)
        is_new = not documents.has_document(connection, record.document.id)
        fresh = _document_edits(connection, record, place, is_new=is_new)
        fresh += _registry_edits(connection, record, *registries)
        for annotator in (*record.authors, *([record.annotator] if record.annotator is not None else [])):
            if annotator.handle not in self._known:
                fresh.append(annotations.annotator_row(annotator))
                self._known.add(annotator.handle)
        fresh += _comment_edits(connection, record, self._mine, self._known)
        if record.annotator is None:
            return fresh
        handle = record.annotator.handle
        if handle == self._mine or self.has_seen(record):
            record = _with_held(connection, record, handle, is_new=is_new, keep_status=handle == self._mine)
        self._seen.add(_place(record))
        _check_joined(self._scheme, record, *registries)
        return fresh + _set_edits(connection, record, is_new=is_new)


def _place(record: Record) -> tuple[str, str]:
    return record.document.id, "" if record.annotator is None else record.annotator.handle


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


def _document_edits(connection: Connection, record: Record, place: int, *, is_new: bool) -> list[Edit]:
    edits = [documents.document_row(record.document, place)] if is_new else []
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


def _shown(
    connection: Connection, document_id: str, handle: str, *, is_new: bool
) -> tuple[dict[str, Span], dict[str, Relation]]:
    """Return an annotator's marks and links on a document by their ids; on a new one nothing is shown yet."""
    if is_new:
        return {}, {}
    spans = annotations.spans(connection, document_id, handle)
    return {one.id: one for one in spans}, {
        one.id: one for one in annotations.relations(connection, document_id, handle)
    }


def _with_held(connection: Connection, record: Record, handle: str, *, is_new: bool, keep_status: bool) -> Record:
    """The record with those marks of an annotator that it does not know, and (`keep_status`) with the status held."""
    document_id = record.document.id
    held_spans, held_relations = _shown(connection, document_id, handle, is_new=is_new)
    spans = held_spans | {one.id: one for one in record.spans}
    relations = held_relations | {one.id: one for one in record.relations}
    begun = annotations.annotation_set(connection, document_id, handle) if keep_status else None
    return msgspec.structs.replace(
        record,
        spans=tuple(spans.values()),
        relations=tuple(relations.values()),
        status=record.status if begun is None else begun.status,
    )


def _set_edits(connection: Connection, record: Record, *, is_new: bool) -> list[Edit]:
    assert record.annotator is not None
    document_id, handle = record.document.id, record.annotator.handle
    wanted = AnnotationSet(document_id=document_id, annotator=handle, status=record.status)
    held_spans, held_relations = _shown(connection, document_id, handle, is_new=is_new)
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
    for taken in annotations.owners(connection, table, ids):
        raise InputError(
            "The id {id!r} belongs to a mark of {annotator!r} in another reading already.",
            id=taken.id,
            annotator=taken.annotator,
        )


def _check_joined(scheme: Scheme, record: Record, registry: Container[str], stated: Container[str]) -> None:
    """Raise InputError unless the marks of a whole annotation set name known entries and are linked as allowed."""
    for span in record.spans:
        if span.actor_id is not None and span.actor_id not in registry:
            raise InputError("The mark {id!r} is linked to an actor that is not there.", id=span.id)
        if span.statement_id is not None and span.statement_id not in stated:
            raise InputError("The mark {id!r} is linked to a statement that is not there.", id=span.id)
    linked: dict[str, Links] = {}
    for relation in record.relations:
        links = linked.setdefault(relation.label, Links(scheme.relation(relation.label)))
        links.check(relation)
        links.add(relation)
