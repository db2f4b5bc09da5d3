"""Frames: a claim with its roles, read as one object. Never stored: a view of spans and relations."""

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from annotator.domain.relation import Relation
from annotator.domain.scheme import Scheme
from annotator.domain.span import Parts, Span


class Sketch(msgspec.Struct, frozen=True, kw_only=True):
    """A mark that is to be made: `parts` in code points; attributes not given get the label's defaults."""

    parts: Parts
    label: str
    attributes: Mapping[str, str] = {}
    actor_id: str | None = None


class Filler(msgspec.Struct, frozen=True, kw_only=True):
    """A filler of a role of a frame: the mark with the id `to`, or one that is made for it."""

    role: str
    to: str | Sketch
    attributes: Mapping[str, str] = {}


class Frame(msgspec.Struct, frozen=True, kw_only=True):
    """A head span and, for each role that the scheme gives it, the ids of the spans that play it."""

    head: str
    label: str
    roles: Mapping[str, tuple[str, ...]]

    def missing(self, scheme: Scheme) -> tuple[str, ...]:
        """The roles that the scheme expects and nobody plays."""
        kind = next((item for item in scheme.frames if item.head == self.label), None)
        return tuple(role for role in (kind.expected if kind else ()) if not self.roles.get(role))


def frames_of(spans: Iterable[Span], relations: Iterable[Relation], scheme: Scheme) -> list[Frame]:
    """One frame for each span whose label heads a frame in the scheme, in reading order."""
    ordered = sorted(spans, key=lambda span: (span.start, -span.end, span.id))
    heads = {frame.head: [one for one in scheme.frames if one.head == frame.head] for frame in scheme.frames}
    position = {span.id: place for place, span in enumerate(ordered)}
    fillers: dict[str, dict[str, list[str]]] = {}
    for relation in relations:
        if relation.to_id in position:
            fillers.setdefault(relation.from_id, {}).setdefault(relation.label, []).append(relation.to_id)
    return [
        Frame(head=span.id, label=span.label, roles=_roles(frame.roles, fillers.get(span.id, {}), position))
        for span in ordered
        for frame in heads.get(span.label, ())
    ]


def _roles(
    roles: Iterable[str], fillers: Mapping[str, Sequence[str]], position: Mapping[str, int]
) -> dict[str, tuple[str, ...]]:
    """The spans that play each role, in reading order."""
    found: dict[str, tuple[str, ...]] = {}
    for role in roles:
        held = fillers.get(role, ())
        found[role] = tuple(sorted(held, key=position.__getitem__) if len(held) > 1 else held)
    return found
