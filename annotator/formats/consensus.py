"""Readings that no one made alone: what all readers of a document marked, or more than half of them.

Spans meet where label and parts are the same, relations where label and both ends are. An attribute has the value
that enough of those give who marked the span, and else none; the same holds for the actor that a mention names.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Literal, NamedTuple

import msgspec

from annotator.domain.annotator import Annotator
from annotator.domain.frame import frames_of
from annotator.domain.relation import Relation
from annotator.domain.scheme import Scheme
from annotator.domain.span import Parts, Span
from annotator.domain.statement import Statement
from annotator.formats.ids import relation_id, span_id
from annotator.formats.record import Record

Rule = Literal["agreed", "majority"]
"""Marked by all readers of a document, or by more than half of them; either way by two at least."""

FEWEST_READERS = 2


class _Mark(NamedTuple):
    """The key by which spans of several readers meet; `turn` counts those of one reader that are the same."""

    label: str
    parts: Parts
    turn: int


class _Link(NamedTuple):
    label: str
    start: _Mark
    end: _Mark


def consensus_annotator(rule: Rule) -> Annotator:
    """Return whose reading the result is: nobody's, so the program's."""
    return Annotator(handle=f"model:{rule}", kind="model")


def consensus(records: Iterable[Record], rule: Rule, scheme: Scheme) -> Iterator[Record]:
    """Yield a record for each document with two readers or more. Records of one document must follow each other."""
    for _, readings in groupby(records, key=lambda record: record.document.id):
        if (made := consensus_of(list(readings), rule, scheme)) is not None:
            yield made


def consensus_of(readings: Sequence[Record], rule: Rule, scheme: Scheme) -> Record | None:
    """Return what the people who read one document have in common; None where fewer than two did."""
    people = [one for one in readings if one.annotator is not None and one.annotator.kind == "person"]
    if len(people) < FEWEST_READERS:
        return None
    needed = len(people) if rule == "agreed" else len(people) // 2 + 1
    handle = consensus_annotator(rule).handle
    marked: defaultdict[_Mark, list[Span]] = defaultdict(list)
    linked: defaultdict[_Link, list[Relation]] = defaultdict(list)
    for one in people:
        keys = _marks(one.spans)
        for span in one.spans:
            marked[keys[span.id]].append(span)
        for key, relation in _links(one.relations, keys).items():
            linked[key].append(relation)
    spans = {key: _span(key, met, handle, needed) for key, met in marked.items() if len(met) >= needed}
    relations = [
        _relation(spans[key.start].id, spans[key.end].id, met, handle, needed)
        for key, met in linked.items()
        if len(met) >= needed and key.start in spans and key.end in spans
    ]
    return _record(people, rule, scheme, list(spans.values()), relations)


def _record(
    people: Sequence[Record], rule: Rule, scheme: Scheme, spans: list[Span], relations: list[Relation]
) -> Record:
    spans.sort(key=lambda span: (span.start, -span.end, span.id))
    relations.sort(key=lambda relation: relation.id)
    named = {span.actor_id for span in spans}
    actors = {actor.id: actor for one in people for actor in one.actors if actor.id in named}
    return msgspec.structs.replace(
        people[0],
        annotator=consensus_annotator(rule),
        status="done",
        spans=tuple(spans),
        relations=tuple(relations),
        frames=tuple(frames_of(spans, relations, scheme)),
        actors=tuple(actors[id] for id in sorted(actors)),
        statements=_statements(people, spans),
        comments=(),
        authors=(),
    )


def _statements(people: Sequence[Record], spans: Iterable[Span]) -> tuple[Statement, ...]:
    """Return the statements that spans say, and those above them, by id."""
    known = {one.id: one for record in people for one in record.statements}
    wanted: set[str] = set()
    for span in spans:
        held = known.get(span.statement_id or "")
        while held is not None and held.id not in wanted:
            wanted.add(held.id)
            held = known.get(held.parent_id or "")
    return tuple(known[id] for id in sorted(wanted))


def _marks(spans: Iterable[Span]) -> dict[str, _Mark]:
    turns: Counter[tuple[str, Parts]] = Counter()
    keys: dict[str, _Mark] = {}
    for span in spans:
        keys[span.id] = _Mark(span.label, span.parts, turns[span.label, span.parts])
        turns[span.label, span.parts] += 1
    return keys


def _links(relations: Iterable[Relation], keys: Mapping[str, _Mark]) -> dict[_Link, Relation]:
    """One relation for each link: the same one twice of one reader is one vote."""
    return {_Link(one.label, keys[one.from_id], keys[one.to_id]): one for one in relations}


def _span(key: _Mark, met: Sequence[Span], handle: str, needed: int) -> Span:
    first = met[0]
    actors = Counter(span.actor_id for span in met if span.actor_id is not None)
    said = Counter((span.statement_id, span.agreement) for span in met if span.statement_id is not None)
    statement_id, agreement = next((one for one, votes in said.items() if votes >= needed), (None, None))
    return Span(
        id=span_id(first.document_id, handle, key.label, key.parts, key.turn),
        document_id=first.document_id,
        annotator=handle,
        label=key.label,
        parts=key.parts,
        attributes=_attributes(met, needed),
        actor_id=next((id for id, votes in actors.items() if votes >= needed), None),
        statement_id=statement_id,
        agreement=agreement,
        derived_from=first.id,
    )


def _relation(from_id: str, to_id: str, met: Sequence[Relation], handle: str, needed: int) -> Relation:
    first = met[0]
    return Relation(
        id=relation_id(first.document_id, first.label, from_id, to_id),
        document_id=first.document_id,
        annotator=handle,
        label=first.label,
        from_id=from_id,
        to_id=to_id,
        attributes=_attributes(met, needed),
        derived_from=first.id,
    )


def _attributes(met: Sequence[Span] | Sequence[Relation], needed: int) -> dict[str, str]:
    votes = Counter(pair for mark in met for pair in mark.attributes.items())
    return dict(sorted(pair for pair, count in votes.items() if count >= needed))
