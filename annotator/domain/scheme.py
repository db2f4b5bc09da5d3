"""The scheme: labels, their attributes, and the relations allowed between them.

A scheme is data. It is read from TOML (`read_scheme`), kept in the project as JSON, and everything in the
program follows it; one that does not hold together is refused with the line and the reason.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

import msgspec

from annotator.errors import InputError, SchemeError

Titles = Mapping[str, str]
"""A title in each UI language, by its code."""

Color = Literal["blue", "orange", "green", "purple", "red", "cyan", "pink", "olive", "gray"]
"""Hues of the colour-blind-safe palette; what they look like on each page is the theme's business."""

Underline = Literal["solid", "dashed", "double", "dotted", "wavy", "dash_dot"]

KEY = re.compile(r"[a-z][a-z0-9_]*")


class Value(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One value that an attribute may have."""

    key: str
    title: Titles = {}


class Attribute(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A question asked of every span of a label; `quick` ones belong to the quick profile."""

    key: str
    title: Titles = {}
    values: tuple[Value, ...]
    default: str | None = None
    quick: bool = False

    def value(self, key: str) -> Value | None:
        """The value with this key, if it is one of the attribute's."""
        return next((value for value in self.values if value.key == key), None)


class Label(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A kind of span. `names_actor`: its spans are mentions, linked to the registry of actors."""

    key: str
    title: Titles = {}
    description: Titles = {}
    shortcut: str | None = None
    color: Color = "gray"
    underline: Underline = "solid"
    names_actor: bool = False
    attributes: tuple[Attribute, ...] = ()

    @property
    def defaults(self) -> dict[str, str]:
        """What a new span of this label starts with."""
        return {item.key: item.default for item in self.attributes if item.default is not None}


class RelationType(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename={"from_": "from"}):
    """A kind of link: the labels it may lead from and to, and how many a span may send out (`most`).

    `depth` bounds a chain of such links (claim reported by claim …), which then may not run in a circle.
    """

    key: str
    title: Titles = {}
    shortcut: str | None = None
    from_: tuple[str, ...]
    to: tuple[str, ...]
    most: int | None = None
    depth: int | None = None
    attributes: tuple[Attribute, ...] = ()

    @property
    def defaults(self) -> dict[str, str]:
        """What a new relation of this kind starts with."""
        return {item.key: item.default for item in self.attributes if item.default is not None}


class FrameType(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Spans of the label `head` are frames, whose roles are these relations."""

    head: str
    title: Titles = {}
    roles: tuple[str, ...]


class Scheme(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A whole scheme; `name` and `version` identify it in every dataset."""

    name: str
    version: int
    title: Titles = {}
    labels: tuple[Label, ...]
    relations: tuple[RelationType, ...] = ()
    frames: tuple[FrameType, ...] = ()

    def label(self, key: str) -> Label:
        """The label with this key, or InputError that lists those there are."""
        for label in self.labels:
            if label.key == key:
                return label
        raise _unknown("label", key, self, (label.key for label in self.labels))

    def relation(self, key: str) -> RelationType:
        """The relation with this key, or InputError that lists those there are."""
        for relation in self.relations:
            if relation.key == key:
                return relation
        raise _unknown("relation", key, self, (relation.key for relation in self.relations))


def _unknown(what: str, key: str, scheme: Scheme, known: Iterable[str]) -> InputError:
    return InputError(
        "The scheme {scheme} has no {what} {key!r}; it has: {known}.",
        scheme=scheme.name,
        what=what,
        key=key,
        known=", ".join(known),
    )


def title_in(titles: Titles, language: str, key: str) -> str:
    """A title in this language, else in English, else the bare key."""
    return titles.get(language) or titles.get("en") or key


def check_attributes(given: Mapping[str, str], allowed: Iterable[Attribute], owner: str) -> dict[str, str]:
    """The attributes as given, or InputError that names the attribute, the value and what is allowed."""
    known = {attribute.key: attribute for attribute in allowed}
    for key, value in given.items():
        if key not in known:
            raise InputError(
                "{owner!r} has no attribute {key!r}; it has: {known}.",
                owner=owner,
                key=key,
                known=", ".join(known) or "-",
            )
        if known[key].value(value) is None:
            raise InputError(
                "{value!r} is not a value of {owner}.{key}; it has: {known}.",
                value=value,
                owner=owner,
                key=key,
                known=", ".join(item.key for item in known[key].values),
            )
    return dict(given)


class _Head(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    name: str
    version: int
    title: Titles = {}


class _File(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The layout of a scheme's TOML."""

    scheme: _Head
    labels: tuple[Label, ...] = ()
    relations: tuple[RelationType, ...] = ()
    frames: tuple[FrameType, ...] = ()


def read_scheme(toml: str, place: str) -> Scheme:
    """A scheme from the text of a TOML file called `place`; SchemeError names the line and the reason."""
    import tomllib  # only a scheme that comes from a file needs it

    try:
        file = msgspec.convert(tomllib.loads(toml), _File)
    except tomllib.TOMLDecodeError as error:
        raise SchemeError("{place}: not valid TOML: {reason}", place=place, reason=str(error)) from error
    except msgspec.ValidationError as error:
        raise SchemeError(
            "{place}, line {line}: {reason}",
            place=place,
            line=_line_of_path(toml, str(error)),
            reason=str(error),
        ) from error
    scheme = Scheme(
        name=file.scheme.name,
        version=file.scheme.version,
        title=file.scheme.title,
        labels=file.labels,
        relations=file.relations,
        frames=file.frames,
    )
    for table, index, reason in _faults(scheme):
        raise SchemeError("{place}, line {line}: {reason}", place=place, line=_line(toml, table, index), reason=reason)
    return scheme


def _line(toml: str, table: str, index: int) -> int:
    """The line (from 1) on which the `index`-th `[[table]]` begins; 1 if there is no such table."""
    header = re.compile(rf"\s*\[\[?\s*{re.escape(table)}\s*\]\]?")
    hits = [number for number, line in enumerate(toml.splitlines(), 1) if header.match(line)]
    return hits[index] if index < len(hits) else 1


def _line_of_path(toml: str, message: str) -> int:
    """The line of the table that a msgspec message such as "… - at `$.labels[1].color`" speaks of."""
    found = re.search(r"\$\.(\w+)(?:\[(\d+)\])?", message)
    return _line(toml, found[1], int(found[2] or 0)) if found else 1


def _faults(scheme: Scheme) -> Iterator[tuple[str, int, str]]:
    """Everything that does not hold together: the table, which one of them, and the reason."""
    if not scheme.labels:
        yield "scheme", 0, "a scheme needs at least one label"
    labels = {label.key for label in scheme.labels}
    relations = {relation.key: relation for relation in scheme.relations}
    yield from _repeated("labels", [label.key for label in scheme.labels])
    yield from _repeated("relations", [relation.key for relation in scheme.relations])
    shortcuts: dict[str, str] = {}
    for index, label in enumerate(scheme.labels):
        yield from (("labels", index, reason) for reason in _item_faults(label, shortcuts))
    for index, relation in enumerate(scheme.relations):
        yield from (("relations", index, reason) for reason in _item_faults(relation, shortcuts))
        for end in (*relation.from_, *relation.to):
            if end not in labels:
                yield "relations", index, f"{relation.key!r} names the label {end!r}, which does not exist"
        if relation.depth is not None and set(relation.from_) != set(relation.to):
            yield (
                "relations",
                index,
                f"{relation.key!r} has a depth, so both its ends must be the same labels",
            )
        for name, bound in (("most", relation.most), ("depth", relation.depth)):
            if bound is not None and bound < 1:
                yield "relations", index, f"{relation.key!r}: {name} must be 1 or more"
    yield from _frame_faults(scheme, labels, relations)


def _frame_faults(
    scheme: Scheme, labels: set[str], relations: Mapping[str, RelationType]
) -> Iterator[tuple[str, int, str]]:
    yield from _repeated("frames", [frame.head for frame in scheme.frames])
    for index, frame in enumerate(scheme.frames):
        if frame.head not in labels:
            yield "frames", index, f"the head {frame.head!r} is not a label"
        for role in frame.roles:
            if role not in relations:
                yield "frames", index, f"the role {role!r} is not a relation"
            elif frame.head not in relations[role].from_:
                yield "frames", index, f"the role {role!r} does not lead from {frame.head!r}"


def _repeated(table: str, keys: list[str]) -> Iterator[tuple[str, int, str]]:
    for index, key in enumerate(keys):
        if key in keys[:index]:
            yield table, index, f"{key!r} stands twice"


def _item_faults(item: Label | RelationType, shortcuts: dict[str, str]) -> Iterator[str]:
    """What is wrong inside one label or relation; `shortcuts` collects whose each key is."""
    if not KEY.fullmatch(item.key):
        yield f"the key {item.key!r} must be lower-case letters, digits and _, beginning with a letter"
    if item.shortcut is not None:
        if not re.fullmatch(r"[A-Z]", item.shortcut):
            yield f"the shortcut {item.shortcut!r} of {item.key!r} must be one letter from A to Z"
        elif shortcuts.setdefault(item.shortcut, item.key) != item.key:
            yield f"{item.key!r} and {shortcuts[item.shortcut]!r} have the same shortcut {item.shortcut}"
    seen: set[str] = set()
    for attribute in item.attributes:
        if not KEY.fullmatch(attribute.key):
            yield f"the attribute key {attribute.key!r} of {item.key!r} must be lower-case letters, digits and _"
        if attribute.key in seen:
            yield f"the attribute {attribute.key!r} of {item.key!r} stands twice"
        seen.add(attribute.key)
        values = [value.key for value in attribute.values]
        if not values or len(set(values)) != len(values):
            yield f"the attribute {attribute.key!r} of {item.key!r} needs values that differ"
        if attribute.default is not None and attribute.default not in values:
            yield f"the default {attribute.default!r} of {item.key}.{attribute.key} is not one of its values"
