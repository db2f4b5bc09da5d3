"""Which suggestions are answered together: a frame is one thing to the person who reads it."""

from annotator.domain.span import Span
from annotator.ui.session import Session


def taken_with(session: Session, span: Span) -> list[str]:
    """A suggestion with those that play its roles, where it heads a frame."""
    return [span.id, *(one.id for one in _fillers(session, span))]


def refused_with(session: Session, span: Span) -> list[str]:
    """A suggestion with the words that only say that somebody says it; a name that is in the text stays suggested."""
    named = {label.key for label in session.scheme.labels if label.names_actor}
    return [span.id, *(one.id for one in _fillers(session, span) if one.label not in named)]


def _fillers(session: Session, head: Span) -> list[Span]:
    """The open suggestions that play a role of this one, other frames aside."""
    heads = {frame.head for frame in session.scheme.frames}
    if session.document is None or head.label not in heads:
        return []
    links = session.project.relations(session.document.id, head.annotator)
    to = {link.to_id for link in links if link.from_id == head.id}
    # What several models propose is shown once, and not always as the mark that the link leads to.
    places = {
        (one.label, one.parts) for one in session.project.spans(session.document.id, head.annotator) if one.id in to
    }
    return [one for one in session.suggestions if (one.label, one.parts) in places and one.label not in heads]
