"""Faults of a scheme that does not hold together, each with the place that a file or a form can point to."""

import re
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from annotator.domain.meanings import VALUES
from annotator.domain.scheme import (
    LONGEST_PAGE,
    LONGEST_TITLE,
    Attribute,
    FrameType,
    Label,
    RelationType,
    Scheme,
    Titles,
)
from annotator.errors import SchemeError

KEY = re.compile(r"[a-z][a-z0-9_]*")

TAKEN_LETTERS = frozenset("NI")
"""Letters that do something else wherever an article is read: N goes to the next mark, I asks who it names."""

MAX_NUMBER = 1_000_000
"""The highest version, and the highest bound of a relation."""

MAX_ITEMS = 1000
"""The most labels, relations or frames of a scheme."""


class Fault(msgspec.Struct, frozen=True):
    """A fault in a field of the `index`-th (from 0) label, relation or frame.

    `table` is "scheme", "labels", "relations" or "frames"; `attribute` counts the attributes of the item, None means
    the item itself.
    """

    table: str
    index: int
    field: str
    reason: SchemeError
    attribute: int | None = None


def faults(scheme: Scheme) -> Iterator[Fault]:
    """Everything that does not hold together, in the order in which a file would be read."""
    if not scheme.name.strip():
        yield Fault("scheme", 0, "name", SchemeError("a scheme needs a name"))
    if scheme.version < 1:
        yield Fault("scheme", 0, "version", SchemeError("the version must be 1 or more"))
    if scheme.version > MAX_NUMBER:
        yield Fault("scheme", 0, "version", SchemeError("the version must be {most} at most", most=MAX_NUMBER))
    yield from _long_words("scheme", 0, {"name": scheme.name}, {"title": scheme.title})
    for table, items in (("labels", scheme.labels), ("relations", scheme.relations), ("frames", scheme.frames)):
        if len(items) > MAX_ITEMS:
            yield Fault(table, MAX_ITEMS, "", SchemeError("a scheme may have {most} of these", most=MAX_ITEMS))
    if not scheme.labels:
        yield Fault("scheme", 0, "labels", SchemeError("a scheme needs at least one label"))
    yield from _repeated("labels", "key", [label.key for label in scheme.labels])
    yield from _repeated("relations", "key", [relation.key for relation in scheme.relations])
    shortcuts: dict[str, str] = {}
    for index, label in enumerate(scheme.labels):
        yield from _item_faults("labels", index, label, shortcuts)
    labels = {label.key for label in scheme.labels}
    for index, relation in enumerate(scheme.relations):
        yield from _item_faults("relations", index, relation, shortcuts)
        for field, reason in _relation_faults(relation, labels):
            yield Fault("relations", index, field, reason)
    yield from _repeated_roles(scheme.relations)
    relations = {relation.key: relation for relation in scheme.relations}
    yield from _repeated("frames", "head", [frame.head for frame in scheme.frames])
    for index, frame in enumerate(scheme.frames):
        for field, reason in _frame_faults(frame, labels, relations):
            yield Fault("frames", index, field, reason)


def _long_words(
    table: str,
    index: int,
    names: Mapping[str, str],
    titles: Mapping[str, Titles],
    pages: Mapping[str, Titles] = {},
    attribute: int | None = None,
) -> Iterator[Fault]:
    """Yield the fields that are longer than any scheme is read with."""
    held = [(field, words, LONGEST_TITLE) for field, words in names.items()]
    for most, written in ((LONGEST_TITLE, titles), (LONGEST_PAGE, pages)):
        for field, by_language in written.items():
            held += [(f"{field}.{language}", words, most) for language, words in by_language.items()]
    for field, words, most in held:
        if len(words) > most:
            reason = SchemeError("this may have {most} characters at most", most=most)
            yield Fault(table, index, field, reason, attribute)


def _repeated(table: str, field: str, keys: Sequence[str]) -> Iterator[Fault]:
    seen: set[str] = set()
    for index, key in enumerate(keys):
        if key in seen:
            yield Fault(table, index, field, SchemeError("{key!r} stands twice", key=key))
        seen.add(key)


def _repeated_roles(relations: Sequence[RelationType]) -> Iterator[Fault]:
    """Of the relations that lead from a label, only one may mean its source, its cue …"""
    held: dict[tuple[str, str], str] = {}
    for index, relation in enumerate(relations):
        for head in relation.from_ if relation.means is not None else ():
            other = held.setdefault((head, relation.means or ""), relation.key)
            if other != relation.key:
                reason = SchemeError(
                    "{key!r} and {other!r} both mean the {means} of {head!r}",
                    key=relation.key,
                    other=other,
                    means=relation.means,
                    head=head,
                )
                yield Fault("relations", index, "means", reason)


def _item_faults(table: str, index: int, item: Label | RelationType, shortcuts: dict[str, str]) -> Iterator[Fault]:
    """Yield the faults inside one label or relation; `shortcuts` collects the owner of each letter."""
    if not KEY.fullmatch(item.key):
        yield Fault(table, index, "key", _bad_key(item.key))
    for reason in _shortcut_faults(item, shortcuts):
        yield Fault(table, index, "shortcut", reason)
    pages = {"guidelines": item.guidelines}
    if isinstance(item, Label):
        pages["description"] = item.description
    yield from _long_words(table, index, {"key": item.key, "foreign": item.foreign or ""}, {"title": item.title}, pages)
    seen: set[str] = set()
    meant: set[str] = set()
    for place, attribute in enumerate(item.attributes):
        names = {"key": attribute.key, "foreign": attribute.foreign or "", "default": attribute.default or ""}
        yield from _long_words(table, index, names, {"title": attribute.title}, attribute=place)
        for value in attribute.listed:
            for fault in _long_words(table, index, {"": value.key + (value.foreign or "")}, {"": value.title}):
                yield Fault(table, index, "values", fault.reason, place)
        for field, reason in _attribute_faults(attribute, f"{item.key}.{attribute.key}", seen):
            yield Fault(table, index, field, reason, place)
        if attribute.means in meant:
            again = SchemeError("another attribute of {key!r} means {means!r}", key=item.key, means=attribute.means)
            yield Fault(table, index, "means", again, place)
        meant.add(attribute.means or "")


def _shortcut_faults(item: Label | RelationType, shortcuts: dict[str, str]) -> Iterator[SchemeError]:
    letter = item.shortcut
    if letter is None:
        return
    if not re.fullmatch(r"[A-Z]", letter):
        yield SchemeError(
            "the shortcut {letter!r} of {key!r} must be one letter from A to Z", letter=letter, key=item.key
        )
    elif letter in TAKEN_LETTERS:
        yield SchemeError("the letter {letter!r} of {key!r} is taken by the program", letter=letter, key=item.key)
    elif shortcuts.setdefault(letter, item.key) != item.key:
        yield SchemeError(
            "{key!r} and {other!r} have the same shortcut {letter!r}",
            key=item.key,
            other=shortcuts[letter],
            letter=letter,
        )


def _attribute_faults(attribute: Attribute, place: str, seen: set[str]) -> Iterator[tuple[str, SchemeError]]:
    if not KEY.fullmatch(attribute.key):
        yield "key", _bad_key(attribute.key)
    if attribute.key in seen:
        yield "key", SchemeError("{key!r} stands twice", key=place)
    seen.add(attribute.key)
    yield from _meaning_faults(attribute, place)
    if attribute.open is not None:
        if attribute.default is not None and attribute.value(attribute.default) is None:
            yield "default", _bad_default(attribute.default, place)
        return
    values = [value.key for value in attribute.listed]
    if not values or len(set(values)) != len(values) or not all(values):
        yield "values", SchemeError("{place!r} needs values that differ", place=place)
    if attribute.default is not None and attribute.default not in values:
        yield "default", _bad_default(attribute.default, place)


def _bad_default(default: str, place: str) -> SchemeError:
    return SchemeError("the default {default!r} of {place!r} is not one of its values", default=default, place=place)


def _meaning_faults(attribute: Attribute, place: str) -> Iterator[tuple[str, SchemeError]]:
    """Values may mean what the meaning of their attribute has room for, each once."""
    known = VALUES[attribute.means] if attribute.means is not None else ()
    if attribute.means is not None and attribute.open is not None:
        yield "means", SchemeError("{place!r} means something, so it needs a list of values", place=place)
    said: set[str] = set()
    for value in attribute.listed:
        if value.means is not None and (value.means not in known or value.means in said):
            yield (
                "values",
                SchemeError(
                    "{place!r}: a value cannot mean {means!r}; write each of these once: {known}",
                    place=place,
                    means=value.means,
                    known=list(known) or "-",
                ),
            )
        said.add(value.means or "")


def _bad_key(key: str) -> SchemeError:
    return SchemeError("the key {key!r} must be lower-case letters, digits and _, beginning with a letter", key=key)


def _relation_faults(relation: RelationType, labels: set[str]) -> Iterator[tuple[str, SchemeError]]:
    for field, ends in (("from", relation.from_), ("to", relation.to)):
        if not ends:
            yield field, SchemeError("{key!r} needs a label at both ends", key=relation.key)
        for end in ends:
            if end not in labels:
                reason = SchemeError("{key!r} names the label {end!r}, which does not exist", key=relation.key, end=end)
                yield field, reason
    if relation.depth is not None and set(relation.from_) != set(relation.to):
        yield "depth", SchemeError("{key!r} has a depth, so both its ends must be the same labels", key=relation.key)
    for name, bound in (("most", relation.most), ("depth", relation.depth)):
        if bound is not None and bound < 1:
            yield name, SchemeError("{key!r}: {name} must be 1 or more", key=relation.key, name=name)
        if bound is not None and bound > MAX_NUMBER:
            reason = SchemeError("{key!r}: {name} must be {most} at most", key=relation.key, name=name, most=MAX_NUMBER)
            yield name, reason


def _frame_faults(
    frame: FrameType, labels: set[str], relations: dict[str, RelationType]
) -> Iterator[tuple[str, SchemeError]]:
    if frame.head not in labels:
        yield "head", SchemeError("the head {head!r} is not a label", head=frame.head)
    for role in frame.roles:
        if role not in relations:
            yield "roles", SchemeError("the role {role!r} is not a relation", role=role)
        elif frame.head not in relations[role].from_:
            yield "roles", SchemeError("the role {role!r} does not lead from {head!r}", role=role, head=frame.head)
    for role in frame.expected:
        if role not in frame.roles:
            reason = SchemeError(
                "{head!r} expects the role {role!r}, which it does not have", head=frame.head, role=role
            )
            yield "expected", reason
