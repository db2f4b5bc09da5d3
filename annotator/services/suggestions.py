"""Suggestions of models that nobody has answered: read, accept, refuse.

A suggestion stays in its model's annotation set when it is taken: what is mine is a copy with `derived_from`. It is
answered as soon as I have a mark like it, so undoing that brings it back. Refusing is remembered, hides it from whoever
refused it, and takes it from nobody else.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import msgspec

from annotator.domain.ids import new_id
from annotator.domain.meanings import said_of
from annotator.domain.relation import Relation
from annotator.domain.scheme import Scheme
from annotator.domain.span import Parts, Span
from annotator.errors import InputError, NotFoundError
from annotator.services.door.acting import Acting
from annotator.services.door.file import ProjectFile
from annotator.services.lazily import LazyModule
from annotator.store import annotations, refusals
from annotator.store.connection import Connection
from annotator.store.edits import Edit
from annotator.store.refusals import MarkPlace

if TYPE_CHECKING:
    from annotator.services import annotate
else:
    annotate = LazyModule("annotator.services.annotate")

MODEL = "model:"


def unanswered_on(file: ProjectFile, document_id: str) -> list[Span]:
    """Return what models propose on a document and I have not answered, in reading order; each place is there once."""
    with file.reading() as view:
        return open_for(view, file.scheme, file.annotator, document_id)


def accept(file: ProjectFile, span_ids: Sequence[str], *, alone: bool = False) -> list[Span]:
    """Take suggestions into my annotation set, with the links between them, as one action; what I have of them now.

    What heads a frame (a claim) brings the suggestions that play its roles, unless `alone`. Raises NotFoundError.
    """
    with file.acting() as act:
        wanted = (
            span_ids
            if alone
            else [one for span_id in span_ids for one in (span_id, *(span.id for span in _fillers_of(act, span_id)))]
        )
        spans, edits = taken(act.connection, act.scheme, act.annotator, wanted)
        act.edits += edits
    return spans


def reject(file: ProjectFile, span_ids: Sequence[str], *, alone: bool = False) -> None:
    """Refuse suggestions: they are not suggested to me again. Raises NotFoundError.

    What heads a frame takes along the words that only say that somebody says it (a cue), unless `alone`; a name that
    is in the text stays suggested.
    """
    with file.acting() as act:
        named = {label.key for label in act.scheme.labels if label.names_actor}
        wanted = list(span_ids)
        for span_id in () if alone else span_ids:
            wanted += (span.id for span in _fillers_of(act, span_id) if span.label not in named)
        act.edits += refused(act.connection, act.annotator, wanted)


def _fillers_of(act: Acting, span_id: str) -> list[Span]:
    """The open suggestions that play a role of this one, other frames aside."""
    head = _suggestion(act.connection, span_id)
    heads = {frame.head for frame in act.scheme.frames}
    if head.label not in heads:
        return []
    links = annotations.relations(act.connection, head.document_id, head.annotator)
    to = {link.to_id for link in links if link.from_id == head.id}
    # What several models propose is shown once, and not always as the mark that the link leads to.
    beside = annotations.spans(act.connection, head.document_id, head.annotator)
    places = {_place(span) for span in beside if span.id in to and span.label not in heads}
    open_ones = open_for(act.connection, act.scheme, act.annotator, head.document_id)
    return [span for span in open_ones if _place(span) in places]


def open_for(connection: Connection, scheme: Scheme, annotator: str, document_id: str) -> list[Span]:
    """Return the suggestions on a document that an annotator has not answered."""
    proposed = annotations.suggestions(connection, document_id)
    return open_suggestions(connection, scheme, annotator, document_id, proposed) if proposed else []


def open_suggestions(
    connection: Connection, scheme: Scheme, annotator: str, document_id: str, proposed: Sequence[Span]
) -> list[Span]:
    """Return the suggestions to an annotator on a document, in reading order; of several models' same one, one.

    Of several, the one that knows the actor is shown. A person's name that another model has with the title before it
    is not shown by itself.
    """
    refused = refusals.refused(connection, document_id, annotator)
    found: dict[MarkPlace, Span] = {}
    for span in unanswered(connection, scheme, annotator, document_id, proposed):
        place = span.label, span.parts
        if place not in refused and (place not in found or (span.actor_id and not found[place].actor_id)):
            found[place] = span
    shown = list(found.values())
    return [span for span in shown if not any(_with_title(scheme, span, other) for other in shown)]


def _with_title(scheme: Scheme, name: Span, other: Span) -> bool:
    """Return whether another mark is a person's name and what stands before it: وزير النقل سامر الوهداني."""
    return (
        said_of(scheme, name.label, "actor_kind", name.attributes) == "person"
        and name.actor_id is not None
        and (other.label, other.actor_id, len(other.parts)) == (name.label, None, 1)
        and other.start < name.start
        and other.end == name.end
    )


def unanswered(
    connection: Connection, scheme: Scheme, annotator: str, document_id: str, proposed: Iterable[Span]
) -> list[Span]:
    """Those of these marks that somebody has none like: neither a copy nor one of the same label in its place.

    Of what heads a frame (a claim) only the same parts are its place, because claims may lie in claims; of anything
    else, a mark that shares a letter with it.
    """
    mine = annotations.spans(connection, document_id, annotator)
    taken = {span.derived_from for span in mine}
    heads = {frame.head for frame in scheme.frames}
    return [
        span
        for span in proposed
        if span.id not in taken
        and not any(
            one.label == span.label
            and (one.parts == span.parts if span.label in heads else _share(one.parts, span.parts))
            for one in mine
        )
    ]


def _share(one: Parts, other: Parts) -> bool:
    return any(start < last and first < end for start, end in one for first, last in other)


def taken(
    connection: Connection, scheme: Scheme, annotator: str, span_ids: Sequence[str]
) -> tuple[list[Span], list[Edit]]:
    """My copies of these suggestions, and the edits that make them and their links mine.

    Where I have marked the same already, that mark stands for the copy. A mark of mine that is like another
    suggestion takes part in the links. Links that the scheme does not allow beside mine are left out.
    """
    chosen = [_suggestion(connection, span_id) for span_id in dict.fromkeys(span_ids)]
    edits: list[Edit] = []
    copies: list[Span] = []
    for document_id in dict.fromkeys(span.document_id for span in chosen):
        mine = {_place(span): span for span in annotations.spans(connection, document_id, annotator)}
        proposed = annotations.suggestions(connection, document_id)
        fresh: list[Span] = []
        for span in (span for span in chosen if span.document_id == document_id):
            if _place(span) not in mine:
                mine[_place(span)] = _copied(scheme, annotator, span, proposed)
                fresh.append(mine[_place(span)])
            copies.append(mine[_place(span)])
        if fresh:
            edits += annotate.begun(connection, document_id, annotator)
            edits += [annotations.span_row(span) for span in fresh]
            edits += map(annotations.relation_row, _links(connection, scheme, fresh, list(mine.values()), proposed))
    return list({span.id: span for span in copies}.values()), edits


def _place(span: Span) -> MarkPlace:
    return span.label, span.parts


def _copied(scheme: Scheme, annotator: str, span: Span, proposed: Sequence[Span]) -> Span:
    """The copy of a suggestion, with what other models know of the same words, or of the name in them."""
    same = [
        one for one in proposed if one.id != span.id and (_place(one) == _place(span) or _with_title(scheme, one, span))
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
    places = {_place(span): span for span in mine}
    copied = {span.derived_from: span for span in mine if span.derived_from}
    by_id = {span.id: copied.get(span.id) or places.get(_place(span)) for span in proposed}
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


def refused(connection: Connection, annotator: str, span_ids: Sequence[str]) -> list[Edit]:
    """The edits that hide suggestions, every model's of the same words, from somebody; others may still take them."""
    chosen = [_suggestion(connection, span_id) for span_id in dict.fromkeys(span_ids)]
    if not chosen:
        return []
    places = {(one.document_id, _place(one)): None for one in chosen}
    return [refusals.refusal_row(document_id, annotator, place) for document_id, place in places]


def _suggestion(connection: Connection, span_id: str) -> Span:
    span = annotations.span(connection, span_id)
    if span is None or not span.annotator.startswith(MODEL):
        raise NotFoundError("There is no suggestion {id!r}.", id=span_id)
    return span
