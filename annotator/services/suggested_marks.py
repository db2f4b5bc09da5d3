"""Single marks that models suggest: finding one, and telling whether two are of the same words."""

from annotator.domain.meanings import said_of
from annotator.domain.scheme import Scheme
from annotator.domain.span import Span
from annotator.errors import NotFoundError
from annotator.store import annotations
from annotator.store.connection import Connection
from annotator.store.refusals import MarkPlace

MODEL = "model:"
"""The beginning of the handles of models."""


def suggestion(connection: Connection, span_id: str) -> Span:
    """Return the suggestion with this id, or raise NotFoundError."""
    span = annotations.span(connection, span_id)
    if span is None or not span.annotator.startswith(MODEL):
        raise NotFoundError("There is no suggestion {id!r}.", id=span_id)
    return span


def place_of(span: Span) -> MarkPlace:
    """Return the label and parts of a mark: what two proposals of the same have in common."""
    return span.label, span.parts


def with_title(scheme: Scheme, name: Span, other: Span) -> bool:
    """Return whether another mark is a person's name and what stands before it: وزير النقل سامر الوهداني."""
    return (
        name.actor_id is not None
        and (other.label, other.actor_id, len(other.parts)) == (name.label, None, 1)
        and other.start < name.start
        and other.end == name.end
        and said_of(scheme, name.label, "actor_kind", name.attributes) == "person"
    )
