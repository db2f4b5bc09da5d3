"""The confidence of suggestions: an estimate from who suggests one and what hangs on it. Pure."""

from collections.abc import Collection

from annotator.domain.scheme import Scheme
from annotator.domain.span import Span
from annotator.services.suggested_marks import MODEL

SURE = 0.6
"""The confidence from which a suggestion is ticked at first where many are taken at once."""

# About as many of a hundred hold on real news: names of the registry, words that I marked before, names that only a
# language model sees; attributions with all that is expected of them, those that lack a role, and lone cues.
REGISTERED, REPEATED, SEEN = 0.85, 0.8, 0.55
WHOLE, PARTIAL, ALONE = 0.7, 0.45, 0.3
REPEATS = f"{MODEL}repeats"
LEARNED = f"{MODEL}learned"
"""The suggesters that say themselves how sure they are; the estimates above are for the others."""


def of_frame(scheme: Scheme, head: Span, roles: Collection[str]) -> float:
    """Return the confidence, 0 to 1, of an attribution in which somebody plays these roles."""
    frame = next(item for item in scheme.frames if item.head == head.label)
    return WHOLE if set(frame.expected) <= set(roles) else PARTIAL


def of_mark(scheme: Scheme, span: Span) -> float:
    """Return the confidence, 0 to 1, of a suggestion by itself."""
    if span.annotator == REPEATS:
        return REPEATED
    if span.actor_id is not None:
        return REGISTERED
    return SEEN if scheme.label(span.label).names_actor else ALONE
