"""Frames: a claim with its roles, read as one object. Never stored: a view of spans and relations."""

from collections.abc import Iterable, Mapping

import msgspec

from annotator.domain.relation import Relation
from annotator.domain.scheme import Scheme
from annotator.domain.span import Span


class Frame(msgspec.Struct, frozen=True, kw_only=True):
    """A head span and, for each role that the scheme gives it, the ids of the spans that play it."""

    head: str
    label: str
    roles: Mapping[str, tuple[str, ...]]


def frames_of(spans: Iterable[Span], relations: Iterable[Relation], scheme: Scheme) -> list[Frame]:
    """One frame for each span whose label heads a frame in the scheme, in reading order."""
    ordered = sorted(spans, key=lambda span: (span.start, -span.end, span.id))
    fillers: dict[tuple[str, str], list[str]] = {}
    position = {span.id: place for place, span in enumerate(ordered)}
    for relation in relations:
        if relation.to_id in position:
            fillers.setdefault((relation.from_id, relation.label), []).append(relation.to_id)
    return [
        Frame(
            head=span.id,
            label=span.label,
            roles={
                role: tuple(sorted(fillers.get((span.id, role), ()), key=position.__getitem__)) for role in frame.roles
            },
        )
        for span in ordered
        for frame in scheme.frames
        if frame.head == span.label
    ]
