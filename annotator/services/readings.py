"""A project's annotation sets as records, one after the other, the way exporters and counters take them."""

from collections.abc import Iterable, Iterator, Mapping

from msgspec.structs import replace

from annotator.domain.actor import Actor
from annotator.domain.annotator import AnnotationSet, Annotator
from annotator.domain.comment import Comment
from annotator.domain.document import Document
from annotator.domain.frame import frames_of
from annotator.domain.scheme import Scheme
from annotator.domain.span import Span
from annotator.domain.statement import Statement
from annotator.errors import NotFoundError
from annotator.formats.record import Record
from annotator.services import articles
from annotator.services.division import Division
from annotator.services.door.file import ProjectFile
from annotator.services.progress import Progress
from annotator.services.selection import EVERYTHING, Chosen, Selection, selected
from annotator.store import actors, annotations, comments, documents, statements
from annotator.store.connection import Connection


class Registry:
    """The entries of both registries by their ids; it is read anew where a span names one that came meanwhile."""

    def __init__(self, connection: Connection) -> None:
        self.actors: dict[str, Actor] = {}
        self.statements: dict[str, Statement] = {}
        self._read(connection)

    def known(self, connection: Connection, spans: list[Span]) -> list[Span]:
        """The spans, without links to entries that are not there."""
        if all(map(self._knows, spans)):
            return spans
        self._read(connection)
        return [one if self._knows(one) else self._unlinked(one) for one in spans]

    def said(self, spans: Iterable[Span]) -> tuple[Statement, ...]:
        """The statements that spans say, each with the wider ones to which it belongs behind it."""
        found: dict[str, Statement] = {}
        for span in spans:
            at = span.statement_id
            while at is not None and at not in found and at in self.statements:
                found[at] = self.statements[at]
                at = found[at].parent_id
        return tuple(found.values())

    def _read(self, connection: Connection) -> None:
        self.actors |= {one.id: one for one in actors.actors(connection)}
        self.statements |= {one.id: one for one in statements.statements(connection)}

    def _knows(self, span: Span) -> bool:
        named = span.actor_id is None or span.actor_id in self.actors
        return named and (span.statement_id is None or span.statement_id in self.statements)

    def _unlinked(self, span: Span) -> Span:
        if span.actor_id not in self.actors:
            span = replace(span, actor_id=None)
        return span if span.statement_id in self.statements else replace(span, statement_id=None, agreement=None)


def records_of(
    file: ProjectFile,
    chosen: Chosen,
    division: Division | None,
    progress: Progress | None = None,
    part: str | None = None,
    only: Selection = EVERYTHING,
) -> Iterator[Record]:
    """Yield the readings that are wanted, documents in order of import, then by handle; `part` only those of a split.

    With `people`, and without `part` or any filter, nothing is left out: a document that nobody has opened comes
    without an annotator, and the last record also carries the registry's entries that no span names. Others may write
    meanwhile.
    """
    with file.reading() as connection:
        registry = Registry(connection)
    found = _readings(file, chosen, division, registry, progress, part, only)
    if chosen.rules or only != EVERYTHING:
        return selected(found, chosen, only, file.scheme)
    return _with_unnamed(found, registry) if chosen.people and part is None else found


def _readings(
    file: ProjectFile,
    chosen: Chosen,
    division: Division | None,
    registry: Registry,
    progress: Progress | None,
    part: str | None,
    only: Selection,
) -> Iterator[Record]:
    summaries = articles.summaries(file, counted=False)
    if only.documents:
        # What nobody asked for is not even read.
        summaries = [one for one in summaries if one.id in only.documents]
    # An article that came after the division was made belongs to no part of it.
    wanted = [one for one in summaries if division is None or one.id in division.parts]
    if division is not None and part is not None:
        wanted = [one for one in wanted if division.parts[one.id] == part]
    for done, summary in enumerate(wanted):
        if progress is not None:
            progress(done, len(wanted), summary.title)
        # All that is said of a document is of one moment, whoever marks meanwhile.
        with file.reading() as connection:
            found = _of_document(connection, file.scheme, summary.id, chosen, registry)
        for record in found:
            yield record if division is None else replace(record, split=division.parts[summary.id])


def _of_document(
    connection: Connection, scheme: Scheme, document_id: str, chosen: Chosen, registry: Registry
) -> list[Record]:
    """The readings of a document that are wanted, by handle; none of a document that was removed meanwhile."""
    try:
        document = documents.document(connection, document_id)
    except NotFoundError:
        return []
    people = {annotator.handle: annotator for annotator in annotations.annotators(connection)}
    said = _placed(connection, comments.comments(connection, document_id))
    sets = [one for one in annotations.annotation_sets(connection, document_id) if chosen.needs(people[one.annotator])]
    found = [
        _reading(connection, scheme, document, one, people[one.annotator], registry)
        for one in sorted(sets, key=lambda one: one.annotator)
    ]
    if not found and chosen.people:
        found = [Record(document=document, scheme_name=scheme.name, scheme_version=scheme.version)]
    return [_with_comments(record, said, people, first=not place) for place, record in enumerate(found)]


def _placed(connection: Connection, said: Iterable[Comment]) -> list[tuple[Comment, str | None]]:
    """Return comments by time, each with the span that it belongs to; None for the document, or a span that is gone."""
    held = {one.id: one for one in said}
    places = {one.id: _span_of(one, held) for one in held.values()}
    gone = {place for place in places.values() if place is None or annotations.span(connection, place) is None}
    ordered = sorted(held.values(), key=lambda one: (one.made, one.id))
    return [(one, None if places[one.id] in gone else places[one.id]) for one in ordered]


def _with_comments(
    record: Record, said: list[tuple[Comment, str | None]], people: Mapping[str, Annotator], *, first: bool
) -> Record:
    """Return the record with the comments on its spans, and (of the `first` of a document) those on the document."""
    places: set[str | None] = {span.id for span in record.spans}
    places |= {None} if first else set()
    found = [comment for comment, place in said if place in places]
    authors = dict.fromkeys(one.annotator for one in found)
    return replace(
        record, comments=tuple(found), authors=tuple(people[handle] for handle in authors if handle in people)
    )


def _span_of(comment: Comment, held: Mapping[str, Comment]) -> str | None:
    """Return the span that a comment, or what it answers, is on; None for the document."""
    seen: set[str] = set()
    while comment.span_id is None and comment.id not in seen:
        seen.add(comment.id)
        comment = held.get(comment.reply_to or "", comment)
    return comment.span_id


def _reading(
    connection: Connection,
    scheme: Scheme,
    document: Document,
    one: AnnotationSet,
    annotator: Annotator,
    registry: Registry,
) -> Record:
    spans = annotations.spans(connection, document.id, one.annotator, len(document.text))
    here, kinds = {span.id for span in spans}, {kind.key for kind in scheme.relations}
    # A link whose end or kind has not come, or is gone, is no link; `musnad check` names it.
    relations = [
        relation
        for relation in annotations.relations(connection, document.id, one.annotator)
        if {relation.from_id, relation.to_id} <= here and relation.label in kinds
    ]
    spans = registry.known(connection, spans)
    return Record(
        document=document,
        annotator=annotator,
        status=one.status,
        scheme_name=scheme.name,
        scheme_version=scheme.version,
        spans=tuple(spans),
        relations=tuple(relations),
        frames=tuple(frames_of(spans, relations, scheme)),
        actors=tuple(registry.actors[one] for one in dict.fromkeys(span.actor_id for span in spans) if one),
        statements=registry.said(spans),
    )


def _with_unnamed(records: Iterable[Record], registry: Registry) -> Iterator[Record]:
    """The records, the last of them also with the entries of the registries that no span names."""
    named: set[str] = set()
    last: Record | None = None
    for record in records:
        if last is not None:
            yield last
        named.update(one.id for one in record.actors)
        named.update(one.id for one in record.statements)
        last = record
    if last is not None:
        people = (registry.actors[id] for id in sorted(registry.actors.keys() - named))
        stated = (registry.statements[id] for id in sorted(registry.statements.keys() - named))
        yield replace(last, actors=(*last.actors, *people), statements=(*last.statements, *stated))
