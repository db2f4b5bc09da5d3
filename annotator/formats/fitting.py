"""Fitting a foreign dataset into a scheme: that which has no place there is left out and counted, by kind."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TypeVar

import msgspec

from annotator.domain.link_rules import surplus
from annotator.domain.relation import Relation
from annotator.domain.scheme import Attribute, Scheme
from annotator.domain.span import Span
from annotator.formats.options import named
from annotator.formats.record import Record

Described = TypeVar("Described", Span, Relation)

NO_ATTRIBUTE = named("attributes that the scheme has not")
NO_VALUE = named("values that the scheme has not")
NO_ACTOR = named("links to actors of marks that name none")
NO_LINK = named("relations that the scheme does not allow")


def trimmed(record: Record, scheme: Scheme, left: Counter[str]) -> Record:
    """Return a record, in the scheme's words, without what the scheme has no place for; `left` counts that.

    A label or relation that the scheme does not have stays, for the error that names it.
    """
    labels = {label.key: label for label in scheme.labels}
    kinds = {kind.key: kind for kind in scheme.relations}
    spans: list[Span] = []
    for span in record.spans:
        label = labels.get(span.label)
        if label is not None:
            if span.actor_id is not None and not label.names_actor:
                left[NO_ACTOR] += 1
                span = msgspec.structs.replace(span, actor_id=None)
            span = _described(span, label.attributes, left)
        spans.append(span)
    label_of = {span.id: span.label for span in spans}
    relations: list[Relation] = []
    for relation in record.relations:
        kind = kinds.get(relation.label)
        if kind is None:
            relations.append(relation)
        elif label_of.get(relation.from_id) in kind.from_ and label_of.get(relation.to_id) in kind.to:
            relations.append(_described(relation, kind.attributes, left))
        else:
            left[NO_LINK] += 1
    extra = set(surplus(kinds, (one for one in relations if one.label in kinds)))
    left[NO_LINK] += len(extra)
    return msgspec.structs.replace(
        record, spans=tuple(spans), relations=tuple(one for one in relations if one.id not in extra)
    )


def _described(mark: Described, allowed: Iterable[Attribute], left: Counter[str]) -> Described:
    if not mark.attributes:
        return mark
    kept = _kept(mark.attributes, {one.key: one for one in allowed}, left)
    return mark if len(kept) == len(mark.attributes) else msgspec.structs.replace(mark, attributes=kept)


def _kept(given: Mapping[str, str], known: Mapping[str, Attribute], left: Counter[str]) -> dict[str, str]:
    kept: dict[str, str] = {}
    for key, value in given.items():
        if key not in known:
            left[NO_ATTRIBUTE] += 1
        elif known[key].value(value) is None:
            left[NO_VALUE] += 1
        else:
            kept[key] = value
    return kept
