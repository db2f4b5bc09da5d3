"""The meanings of a scheme's keys to the program: no key of any scheme is written in code.

A scheme says it with `means`: of a relation (its role in what a frame tells), of an attribute, and of those of its
values that the program must know. Whatever a scheme gives no meaning is marked, shown and exported like the rest,
and the program makes nothing else of it.
"""

from collections.abc import Mapping, Sequence
from typing import Any, get_args

import msgspec

from annotator.domain.scheme import (
    Attribute,
    AttributeMeaning,
    Label,
    LabelMeaning,
    RelationType,
    RoleMeaning,
    Scheme,
    Value,
)

LabelOrRelation = Label | RelationType

VALUES: Mapping[AttributeMeaning, tuple[str, ...]] = {
    "actor_kind": ("person", "organization", "state", "group", "office", "media", "unnamed_source", "other"),
    "mention": ("name", "nominal", "pronoun"),
    "act": (
        *("say", "reveal", "confirm", "deny", "accuse", "warn", "promise", "demand", "predict", "believe"),
        *("order", "other"),
    ),
    "quote_type": ("direct", "indirect", "mixed"),
    "polarity": ("affirmed", "denied", "no_comment"),
    "authorial_stance": ("neutral", "distancing", "endorsing"),
    "stance": ("favour", "against", "neutral", "unclear"),
}
"""The meanings that the values of an attribute may have, by the attribute's own meaning."""


def role_of(scheme: Scheme, head: str, means: RoleMeaning) -> RelationType | None:
    """The relation by which spans of the label `head` name who or what plays a role."""
    return next((kind for kind in scheme.relations if kind.means == means and head in kind.from_), None)


def roles(scheme: Scheme, *means: RoleMeaning) -> list[RelationType]:
    """Every relation that has one of these meanings, in the scheme's order."""
    return [kind for kind in scheme.relations if kind.means in means]


def heads(scheme: Scheme, *means: RoleMeaning) -> list[str]:
    """The labels of frames that have a role with one of these meanings: what is said, by whatever name."""
    return [frame.head for frame in scheme.frames if any(role_of(scheme, frame.head, one) for one in means)]


def claim_label(scheme: Scheme) -> Label | None:
    """The label of what is said: what heads a frame with a source or a cue, else one that means a claim."""
    head = next(iter(heads(scheme, "source", "cue")), None)
    return scheme.label(head) if head is not None else label_meaning(scheme, "claim")


def claim_labels(scheme: Scheme) -> frozenset[str]:
    """The labels of what is said: what heads a frame with a source, cue or target, and those that mean a claim."""
    named = {label.key for label in scheme.labels if label.means == "claim"}
    return frozenset({*heads(scheme, "source", "cue", "target"), *named})


def cue_label(scheme: Scheme, cue: RelationType | None) -> Label | None:
    """The label of the words that say so: that to which the `cue` of a claim leads, else one that means a cue."""
    return scheme.label(cue.to[0]) if cue is not None and cue.to else label_meaning(scheme, "cue")


def label_meaning(scheme: Scheme, means: LabelMeaning) -> Label | None:
    """The first label that has this meaning."""
    return next((label for label in scheme.labels if label.means == means), None)


def actor_label(scheme: Scheme) -> Label | None:
    """The first label whose spans are mentions of actors."""
    return next((label for label in scheme.labels if label.names_actor), None)


def attribute_of(item: LabelOrRelation, means: AttributeMeaning) -> Attribute | None:
    """The attribute of a label or relation that has this meaning."""
    return next((attribute for attribute in item.attributes if attribute.means == means), None)


def key_of(item: LabelOrRelation, means: AttributeMeaning) -> str | None:
    """The key of that attribute."""
    attribute = attribute_of(item, means)
    return None if attribute is None else attribute.key


def saying(item: LabelOrRelation, means: AttributeMeaning, value: str) -> dict[str, str]:
    """The attribute and the value by which a label or relation says this; empty where it has no words for it."""
    attribute = attribute_of(item, means)
    said = _value(attribute, value) if attribute is not None else None
    return {} if attribute is None or said is None else {attribute.key: said.key}


def said_by(item: LabelOrRelation, means: AttributeMeaning, held: Mapping[str, str]) -> str | None:
    """Return the meanings of the attributes of a span or relation; None where its scheme or the mark leaves it open."""
    attribute = attribute_of(item, means)
    value = attribute.value(held.get(attribute.key, "")) if attribute is not None else None
    return None if value is None else value.means


def said_of(scheme: Scheme, label: str, means: AttributeMeaning, held: Mapping[str, str]) -> str | None:
    """`said_by` for a span of the label with this key, which a damaged project may have and its scheme not."""
    found = next((one for one in scheme.labels if one.key == label), None)
    return None if found is None else said_by(found, means, held)


def held_value(item: LabelOrRelation, means: AttributeMeaning, held: Mapping[str, str]) -> str | None:
    """The value, by its key in the scheme, of the attribute with this meaning."""
    attribute = attribute_of(item, means)
    return None if attribute is None else held.get(attribute.key)


def _value(attribute: Attribute, means: str) -> Value | None:
    return next((value for value in attribute.listed if value.means == means), None)


# Schemes from before they said what they mean

_OLD_KEYS: Mapping[str, AttributeMeaning] = {**{means: means for means in VALUES}, "kind": "actor_kind"}
"""Attributes of the default scheme by the keys that they had before it said what they mean."""

_OLD_LABELS: Mapping[str, LabelMeaning] = {
    **{means: means for means in get_args(LabelMeaning)},
    "per": "person",
    "pers": "person",
    "org": "organization",
    "loc": "place",
    "location": "place",
}
"""Labels of schemes and datasets of named entities by the keys that they have where they do not say what they mean."""

_OLD_RELATIONS: Mapping[str, RoleMeaning] = {means: means for means in get_args(RoleMeaning)}

Raw = Mapping[str, Any]
"""A scheme or a part of one as JSON has it."""


def has_meanings(scheme: Scheme) -> bool:
    """Return whether the scheme gives anything in it a meaning."""
    items: Sequence[LabelOrRelation] = (*scheme.labels, *scheme.relations)
    attributes = [attribute for item in items for attribute in item.attributes]
    values = [value for attribute in attributes for value in attribute.listed]
    said = [*(item.means for item in items), *(one.means for one in attributes)]
    return any(said) or any(value.means for value in values)


def with_meanings(scheme: Scheme) -> Scheme:
    """A scheme as it is if it says what it means; one from before is read by the keys that had a meaning then."""
    if has_meanings(scheme):
        return scheme
    return msgspec.convert(as_before(_without_meanings(msgspec.to_builtins(scheme))), Scheme)


def as_before(scheme: Raw) -> dict[str, Any]:
    """A scheme whose parts that say nothing of meanings, not even that they have none, mean what their keys meant."""
    return {
        **scheme,
        "labels": [_item(label, _OLD_LABELS) for label in scheme["labels"]],
        "relations": [_item(kind, _OLD_RELATIONS) for kind in scheme.get("relations", ())],
    }


def _item(item: Raw, meanings: Mapping[str, str]) -> dict[str, Any]:
    return {
        "means": meanings.get(item["key"]),
        **item,
        "attributes": [_attribute(one) for one in item.get("attributes", ())],
    }


def _attribute(attribute: Raw) -> dict[str, Any]:
    means = _OLD_KEYS.get(attribute["key"])
    if "means" in attribute or means is None or isinstance(attribute["values"], str):
        return dict(attribute)
    values = [
        {"means": value["key"] if value["key"] in VALUES[means] else None, **value} for value in attribute["values"]
    ]
    return {**attribute, "means": means, "values": values}


def _without_meanings(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _without_meanings(below) for key, below in value.items() if key != "means"}
    return [_without_meanings(below) for below in value] if isinstance(value, list | tuple) else value
