"""Readings for tests, made without a project."""

from itertools import count

from annotator.agreement.units import ReaderMarks
from annotator.domain.relation import Relation
from annotator.domain.span import Part, Span

_numbers = count()


def span(who: str, label: str, *parts: Part, actor: str | None = None, **attributes: str) -> Span:
    return Span(
        id=f"s{next(_numbers):05}",
        document_id="d",
        annotator=who,
        label=label,
        parts=parts,
        attributes=attributes,
        actor_id=actor,
    )


def link(from_: Span, to: Span, label: str, **attributes: str) -> Relation:
    return Relation(
        id=f"r{next(_numbers):05}",
        document_id="d",
        annotator=from_.annotator,
        label=label,
        from_id=from_.id,
        to_id=to.id,
        attributes=attributes,
    )


def reading(who: str, *items: Span | Relation) -> ReaderMarks:
    return ReaderMarks(
        annotator=who,
        spans=tuple(one for one in items if isinstance(one, Span)),
        relations=tuple(one for one in items if isinstance(one, Relation)),
    )
