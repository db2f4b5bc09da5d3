"""Marks that come back from a format without ids: those that the project holds keep the ids that they have here."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

from msgspec.structs import replace

from annotator.domain.relation import Relation
from annotator.domain.span import Span
from annotator.formats.canonical import ordered
from annotator.formats.record import Record
from annotator.store import annotations, comments
from annotator.store.connection import Connection

AnyMark = TypeVar("AnyMark", Span, Relation)


def with_held_ids(connection: Connection, record: Record) -> Record:
    """Return a record whose marks, where they say what held ones of their annotator say, are these.

    Ids that the project knows stay. What a mark was taken from and who decided it is kept where the record is silent.
    """
    if record.annotator is None or not record.spans:
        return record
    whose = record.document.id, record.annotator.handle
    spans = annotations.spans(connection, *whose)
    if not spans:
        return record
    links = annotations.relations(connection, *whose)
    # In the order of files, so that of marks that say the same each meets the one with its links.
    said = tuple(comments.comments(connection, record.document.id))
    here = ordered(replace(record, spans=tuple(spans), relations=tuple(links), comments=said))
    there = ordered(record)
    ids, met = _met(there.spans, here.spans, _span_said)
    moved = [replace(one, from_id=ids[one.from_id], to_id=ids[one.to_id]) for one in there.relations]
    return replace(
        record,
        spans=met,
        relations=_met(moved, here.relations, _relation_said)[1],
        comments=tuple(replace(one, span_id=ids.get(one.span_id or "", one.span_id)) for one in record.comments),
    )


def _met(
    incoming: Iterable[AnyMark], held: Iterable[AnyMark], said: Callable[[AnyMark], Hashable]
) -> tuple[dict[str, str], tuple[AnyMark, ...]]:
    """Return the ids that incoming marks have from now on by theirs, and the marks with them."""
    given, known = list(incoming), {one.id: one for one in held}
    taken = {one.id for one in given} & known.keys()
    free: defaultdict[Hashable, list[AnyMark]] = defaultdict(list)
    for one in known.values():
        if one.id not in taken:
            free[said(one)].append(one)
    made = [_as_held(one, free[said(one)]) if one.id not in taken else one for one in given]
    return {old.id: new.id for old, new in zip(given, made, strict=True)}, tuple(made)


def _as_held(mark: AnyMark, same: list[AnyMark]) -> AnyMark:
    """Return a mark as the first of those that say the same, which is used up by that."""
    if not same:
        return mark
    held = same.pop(0)
    return replace(
        mark,
        id=held.id,
        derived_from=mark.derived_from or held.derived_from,
        decided_by=mark.decided_by or held.decided_by,
    )


def _span_said(span: Span) -> Hashable:
    said = tuple(sorted(span.attributes.items()))
    return span.label, span.parts, said, span.actor_id, span.statement_id, span.agreement


def _relation_said(relation: Relation) -> Hashable:
    return relation.label, relation.from_id, relation.to_id
