"""The consequences of another scheme for marks: which follow a new name, which lose their place.

Things in a scheme are named by paths: "labels.claim", "labels.claim.polarity" (an attribute),
"labels.claim.polarity.denied" (a value), and the same below "relations". A path is always the old one.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Literal

import msgspec

from annotator.domain.relation import Relation
from annotator.domain.scheme import Attribute, Label, RelationType, Scheme
from annotator.domain.span import Span

Renames = Mapping[str, str]
"""Old path → the key that takes its place in the new scheme."""

LossKind = Literal["label", "relation", "attribute", "value", "ends", "links", "actor"]


class Loss(msgspec.Struct, frozen=True, order=True):
    """So many marks or links have something for which the new scheme has no place.

    `kind` "ends": links between marks that they may no longer join; "links": more links than a mark may have, or
    a chain that is too long; "actor": mentions whose label no longer names actors.
    """

    path: str
    kind: LossKind
    count: int


class Fitted(msgspec.Struct, frozen=True, kw_only=True):
    """The spans and relations that are another after the change (None: gone), by id, and what was lost."""

    spans: Mapping[str, Span | None] = {}
    relations: Mapping[str, Relation | None] = {}
    losses: tuple[Loss, ...] = ()


def fitted(
    scheme: Scheme, spans: Iterable[Span], relations: Iterable[Relation], renames: Renames | None = None
) -> Fitted:
    """Make marks fit a scheme: keys follow their renames, and what has no place goes and is counted.

    With a span go the relations at its ends, which are not counted by themselves. How many links a mark may have is
    not looked at here (`services.scheme_changes`).
    """
    work = _Fitting(scheme, renames or {})
    for span in spans:
        work.take_span(span)
    for relation in relations:
        work.take_relation(relation)
    losses = (Loss(path, kind, count) for (path, kind), count in work.lost.items())
    return Fitted(spans=work.spans, relations=work.relations, losses=tuple(sorted(losses)))


class _Fitting:
    """Goes through the marks of a project once."""

    def __init__(self, scheme: Scheme, renames: Renames) -> None:
        self._labels = {label.key: label for label in scheme.labels}
        self._kinds = {kind.key: kind for kind in scheme.relations}
        self._renames = renames
        self._ends: dict[str, str | None] = {}
        self.spans: dict[str, Span | None] = {}
        self.relations: dict[str, Relation | None] = {}
        self.lost: Counter[tuple[str, LossKind]] = Counter()

    def take_span(self, span: Span) -> None:
        path = f"labels.{span.label}"
        label = self._labels.get(self._renames.get(path, span.label))
        self._ends[span.id] = label.key if label else None
        if label is None:
            self.lost[path, "label"] += 1
            self.spans[span.id] = None
            return
        actor_id = span.actor_id if label.names_actor else None
        if actor_id != span.actor_id:
            self.lost[path, "actor"] += 1
        attributes = self._attributes(path, span.attributes, label)
        fresh = msgspec.structs.replace(span, label=label.key, attributes=attributes, actor_id=actor_id)
        if fresh != span:
            self.spans[span.id] = fresh

    def take_relation(self, relation: Relation) -> None:
        path = f"relations.{relation.label}"
        kind = self._kinds.get(self._renames.get(path, relation.label))
        ends = self._ends.get(relation.from_id), self._ends.get(relation.to_id)
        if None in ends:
            self.relations[relation.id] = None
        elif kind is None:
            self.lost[path, "relation"] += 1
            self.relations[relation.id] = None
        elif ends[0] not in kind.from_ or ends[1] not in kind.to:
            self.lost[path, "ends"] += 1
            self.relations[relation.id] = None
        else:
            attributes = self._attributes(path, relation.attributes, kind)
            fresh = msgspec.structs.replace(relation, label=kind.key, attributes=attributes)
            if fresh != relation:
                self.relations[relation.id] = fresh

    def _attributes(self, path: str, held: Mapping[str, str], owner: Label | RelationType) -> dict[str, str]:
        known: dict[str, Attribute] = {item.key: item for item in owner.attributes}
        kept: dict[str, str] = {}
        for key, value in held.items():
            place = f"{path}.{key}"
            attribute = known.get(self._renames.get(place, key))
            fresh = self._renames.get(f"{place}.{value}", value)
            if attribute is None:
                self.lost[place, "attribute"] += 1
            elif attribute.value(fresh) is None:
                self.lost[f"{place}.{value}", "value"] += 1
            else:
                kept[attribute.key] = fresh
        return kept
