"""The one validator of data from outside, for readers, importers and scripts.

Each rule is the one that editing follows: those of documents, origins, annotators and actors in `domain`, those of
labels, attributes and relations in the scheme.
"""

from collections import Counter
from collections.abc import Collection

import msgspec

from annotator.domain.actor import checked as checked_actor
from annotator.domain.annotator import check_annotator, check_handle
from annotator.domain.comment import MOST_CHARACTERS, check_made, check_text
from annotator.domain.document import Document, check_about, check_note, check_origin
from annotator.domain.meanings import claim_labels
from annotator.domain.relation import Relation
from annotator.domain.scheme import Scheme, check_attributes
from annotator.domain.span import Span, as_parts
from annotator.domain.statement import checked as checked_statement
from annotator.domain.text_limits import ID_LENGTH, check_words
from annotator.errors import InputError
from annotator.formats.record import Record


def checked(record: Record, scheme: Scheme) -> Record:
    """Return the record as the project takes it: actors' items as Q numbers, no blank alias, colours in small letters.

    Raises InputError that names what a project with this scheme has no place for, and why.
    """
    record = checked_about(record)
    _check_marks(record, scheme)
    return record


def checked_about(record: Record) -> Record:
    """Return the record with what it says of its document, annotator, actors and comments as `checked` does."""
    _check_document(record.document)
    if record.annotator is not None:
        check_annotator(record.annotator)
    check_words(record.split or "", ID_LENGTH)
    _check_comments(record)
    actors = tuple(map(checked_actor, record.actors))
    statements = tuple(map(checked_statement, record.statements))
    if (actors, statements) == (record.actors, record.statements):
        return record
    return msgspec.structs.replace(record, actors=actors, statements=statements)


def _check_document(document: Document) -> None:
    if not document.text.strip():
        raise InputError("The article is empty.")
    check_about(document.title, document.language, document.direction)
    for origin in document.origins:
        check_origin(origin)
    for note in document.intake:
        check_note(note)


def _check_comments(record: Record) -> None:
    for author in record.authors:
        check_annotator(author)
    for comment in record.comments:
        for id in (comment.id, comment.span_id or "", comment.reply_to or ""):
            check_words(id, ID_LENGTH)
        check_handle(comment.annotator)
        check_words(comment.text, MOST_CHARACTERS)
        check_text(comment.text)
        check_made(comment.made)
        if comment.parts is not None:
            as_parts(comment.parts, len(record.document.text))
        if comment.resolved_by is not None:
            check_handle(comment.resolved_by)


def _check_marks(record: Record, scheme: Scheme) -> None:
    if not record.spans and not record.relations:
        return
    if record.scheme_name not in ("", scheme.name):
        raise InputError(
            "its marks follow the scheme {theirs!r} and this project has {ours!r}; "
            "import it into a project made with that scheme (musnad new PROJECT --scheme FILE)",
            theirs=record.scheme_name,
            ours=scheme.name,
        )
    spans = {span.id: span for span in record.spans}
    length = len(record.document.text)
    claims = claim_labels(scheme)
    for span in record.spans:
        _check_mark(span)
        _check_span(span, scheme, length)
        _check_stated(span, claims)
    sent = Counter((relation.from_id, relation.label) for relation in record.relations)
    for relation in record.relations:
        _check_mark(relation)
        _check_relation(relation, spans, scheme, sent[relation.from_id, relation.label])


def _check_mark(mark: Span | Relation) -> None:
    for id in (mark.id, mark.derived_from or ""):
        check_words(id, ID_LENGTH)
    if mark.decided_by is not None:
        check_handle(mark.decided_by)


def _check_span(span: Span, scheme: Scheme, length: int) -> None:
    label = scheme.label(span.label)
    check_attributes(span.attributes, label.attributes, label.key)
    as_parts(span.parts, length)
    if span.actor_id is not None and not label.names_actor:
        raise InputError("the span {id} is a {label} and cannot name an actor", id=span.id, label=span.label)


def _check_stated(span: Span, claims: Collection[str]) -> None:
    if span.statement_id is not None and span.label not in claims:
        raise InputError("the span {id} is a {label} and cannot say a statement", id=span.id, label=span.label)
    if span.agreement is not None and span.statement_id is None:
        raise InputError("the span {id} has an agreement, and no statement that its source agrees with", id=span.id)


def _check_relation(relation: Relation, spans: dict[str, Span], scheme: Scheme, sent: int) -> None:
    kind = scheme.relation(relation.label)
    check_attributes(relation.attributes, kind.attributes, kind.key)
    for end in (relation.from_id, relation.to_id):
        if end not in spans:
            raise InputError(
                "the relation {id} leads to the span {end}, which is not on this line", id=relation.id, end=end
            )
    if spans[relation.from_id].label not in kind.from_ or spans[relation.to_id].label not in kind.to:
        raise InputError(
            "the relation {id} ({label}) leads from {start} to {end}; the scheme allows {allowed}",
            id=relation.id,
            label=relation.label,
            start=spans[relation.from_id].label,
            end=spans[relation.to_id].label,
            allowed=f"{'/'.join(kind.from_)} to {'/'.join(kind.to)}",
        )
    if kind.most is not None and sent > kind.most:
        raise InputError(
            "the span {id} sends out {sent} relations {label}; the scheme allows {most}",
            id=relation.from_id,
            sent=sent,
            label=relation.label,
            most=kind.most,
        )
