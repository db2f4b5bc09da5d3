"""Making suggestions mine: the copies, and the links between them and what I have, as edits or to be seen first."""

from collections.abc import Iterator, Sequence

import msgspec

from annotator.domain.ids import new_id
from annotator.domain.relation import Relation
from annotator.domain.scheme import Scheme
from annotator.domain.span import Span
from annotator.errors import InputError
from annotator.services import annotate
from annotator.services.suggested_marks import place_of, suggestion, with_title
from annotator.store import annotations
from annotator.store.connection import Connection
from annotator.store.edits import Edit


class SuggestionPreview(msgspec.Struct, frozen=True):
    """The marks and links that taking a suggestion would store: `head` heads the frame, or is all there is.

    `fresh` are the ids of the marks that I do not have yet.
    """

    head: Span
    spans: tuple[Span, ...]
    relations: tuple[Relation, ...]
    fresh: frozenset[str]


class Taken(msgspec.Struct, frozen=True):
    """The marks that suggestions become once they are taken, the new links and marks, and the edits that write them."""

    spans: list[Span]
    fresh: list[Span]
    relations: list[Relation]
    edits: list[Edit]
    beside: list[Span]
    """Marks of mine that the links lead to or from."""

    def preview(self, span_id: str) -> SuggestionPreview:
        """Return it as it is to be shown to somebody who looks at one of these suggestions."""
        touched = {end for link in self.relations for end in (link.from_id, link.to_id)}
        spans = {span.id: span for span in (*self.spans, *self.beside) if span.id in touched or span in self.spans}
        starts = [link.from_id for link in self.relations]
        asked = next((one for one in self.spans if one.derived_from == span_id), self.spans[0])
        head = asked if asked.id in starts or not starts else spans[starts[0]]
        fresh = frozenset(span.id for span in self.fresh)
        return SuggestionPreview(head, tuple(spans.values()), tuple(self.relations), fresh)


def taken(connection: Connection, scheme: Scheme, annotator: str, span_ids: Sequence[str]) -> Taken:
    """My copies of these suggestions, and the edits that make them and their links mine.

    Where I have marked the same already, that mark stands for the copy. A mark of mine that is like another
    suggestion takes part in the links. Links that the scheme does not allow beside mine are left out.
    """
    chosen = [suggestion(connection, span_id) for span_id in dict.fromkeys(span_ids)]
    found = Taken([], [], [], [], [])
    for document_id in dict.fromkeys(span.document_id for span in chosen):
        _take(connection, scheme, annotator, [one for one in chosen if one.document_id == document_id], found)
    return msgspec.structs.replace(found, spans=list({span.id: span for span in found.spans}.values()))


def _take(connection: Connection, scheme: Scheme, annotator: str, chosen: Sequence[Span], found: Taken) -> None:
    """Add what is taken of one document to what is found."""
    document_id = chosen[0].document_id
    mine = {place_of(span): span for span in annotations.spans(connection, document_id, annotator)}
    proposed = annotations.suggestions(connection, document_id)
    fresh: list[Span] = []
    for span in chosen:
        if place_of(span) not in mine:
            copy = annotate.of_entry(connection, scheme, _copied(scheme, annotator, span, proposed))
            mine[place_of(span)] = copy
            fresh.append(copy)
        found.spans.append(mine[place_of(span)])
    if fresh:
        links = list(_links(connection, scheme, fresh, list(mine.values()), proposed))
        found.fresh.extend(fresh)
        found.relations.extend(links)
        found.beside.extend(mine.values())
        found.edits.extend(annotate.begun(connection, document_id, annotator))
        found.edits.extend(annotations.span_row(span) for span in fresh)
        found.edits.extend(map(annotations.relation_row, links))


def _copied(scheme: Scheme, annotator: str, span: Span, proposed: Sequence[Span]) -> Span:
    """The copy of a suggestion, with what other models know of the same words, or of the name in them."""
    same = [
        one
        for one in proposed
        if one.id != span.id and (place_of(one) == place_of(span) or with_title(scheme, one, span))
    ]
    actor_id = next((one.actor_id for one in (span, *same) if one.actor_id is not None), None)
    attributes = dict(scheme.label(span.label).defaults)
    for one in (*same, span):
        attributes |= one.attributes
    return msgspec.structs.replace(
        span, id=new_id(), annotator=annotator, attributes=attributes, actor_id=actor_id, derived_from=span.id
    )


def _links(
    connection: Connection, scheme: Scheme, fresh: Sequence[Span], mine: Sequence[Span], proposed: Sequence[Span]
) -> Iterator[Relation]:
    """The links of all models between what I have now, as far as they touch what is new."""
    document_id, annotator = fresh[0].document_id, fresh[0].annotator
    coming = {span.id: span for span in fresh}
    places = {place_of(span): span for span in mine}
    copied = {span.derived_from: span for span in mine if span.derived_from}
    by_id = {span.id: copied.get(span.id) or places.get(place_of(span)) for span in proposed}
    held = annotations.relations(connection, document_id, annotator)
    for model in dict.fromkeys(span.annotator for span in proposed):
        for link in annotations.relations(connection, document_id, model):
            head, to = by_id.get(link.from_id), by_id.get(link.to_id)
            if head is None or to is None or not {head.id, to.id} & coming.keys():
                continue
            new = msgspec.structs.replace(
                link,
                id=new_id(),
                annotator=annotator,
                from_id=head.id,
                to_id=to.id,
                attributes={**scheme.relation(link.label).defaults, **link.attributes},
                derived_from=link.id,
            )
            try:
                annotate.check_relation(connection, scheme, new, coming, held)
            except InputError:
                continue
            held.append(new)
            yield new
