"""The scheme: labels, their attributes, and the relations allowed between them.

A scheme is data. It is read from TOML (`scheme_file.py`), kept in the project as JSON, and everything in the
program follows it.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Literal

import msgspec

from annotator.errors import InputError

Titles = Mapping[str, str]
"""A title, or longer words (`guidelines` are Markdown), in each UI language, by its code."""

LONGEST_TITLE = 1_000
LONGEST_PAGE = 200_000
"""Code points of a title, name or key, and of a page of guidelines or a description."""

Color = Literal["blue", "orange", "green", "purple", "red", "cyan", "pink", "olive", "gray"]
"""Hues of the colour-blind-safe palette; what they look like on each page is the theme's business."""

Underline = Literal["solid", "dashed", "double", "dotted", "wavy", "dash_dot"]


RoleMeaning = Literal["source", "cue", "target", "addressee", "reported_by"]
"""The role of a relation: who says it, by which words, about whom, to whom; and the saying inside which it is reported.
"""

AttributeMeaning = Literal["actor_kind", "mention", "act", "quote_type", "polarity", "authorial_stance", "stance"]
"""The meanings that an attribute may have; `meanings.VALUES` has those of its values."""

LabelMeaning = Literal["claim", "cue", "person", "organization", "place"]
"""The meanings that a label may have; the other parts of a frame are told by its relations."""

OpenValues = Literal["text", "number", "link"]
"""The kinds of values of an attribute without a list."""


class Value(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One value that an attribute may have. `foreign` is its name in the dataset that the scheme was made from."""

    key: str
    title: Titles = {}
    means: str | None = None
    foreign: str | None = None


class Attribute(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A question asked of every span of a label; `quick` ones belong to the quick profile.

    `values` is the list to choose from, or what may be written instead: a text, a number, a link.
    """

    key: str
    title: Titles = {}
    means: AttributeMeaning | None = None
    values: tuple[Value, ...] | OpenValues
    default: str | None = None
    quick: bool = False
    foreign: str | None = None

    @property
    def open(self) -> OpenValues | None:
        """Return the kind of open values; None where there is a list to choose from."""
        return self.values if isinstance(self.values, str) else None

    @property
    def listed(self) -> tuple[Value, ...]:
        """The values to choose from; none where they are open."""
        return () if isinstance(self.values, str) else self.values

    def value(self, key: str) -> Value | None:
        """The value with this key, if it is one of the attribute's; what is written is a value of its own name."""
        if self.open is not None:
            return Value(key=key) if may_be_written(self.open, key) else None
        return next((value for value in self.listed if value.key == key), None)

    def after(self, key: str | None) -> str | None:
        """The value that follows this one, as one key walks through them; None only where there may be none."""
        if self.open is not None:
            return key
        keys = [value.key for value in self.listed]
        walk: list[str | None] = [*keys, *([] if self.default is not None else [None])]
        return walk[(walk.index(key) + 1) % len(walk)] if key in walk else keys[0]


class Label(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A kind of span. `names_actor`: its spans are mentions, linked to the registry of actors."""

    key: str
    title: Titles = {}
    means: LabelMeaning | None = None
    description: Titles = {}
    guidelines: Titles = {}
    shortcut: str | None = None
    color: Color = "gray"
    underline: Underline = "solid"
    names_actor: bool = False
    attributes: tuple[Attribute, ...] = ()
    foreign: str | None = None

    @property
    def defaults(self) -> dict[str, str]:
        """Return the attributes that a new one of this kind starts with."""
        return {item.key: item.default for item in self.attributes if item.default is not None}

    @property
    def numbered(self) -> list[str]:
        """The attributes in the order in which they are asked: those of the quick profile first."""
        return [item.key for item in sorted(self.attributes, key=lambda item: not item.quick)]


class RelationType(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename={"from_": "from"}):
    """A kind of link: the labels it may lead from and to, and how many a span may send out (`most`).

    `depth` bounds a chain of such links (claim reported by claim …), which then may not run in a circle.
    """

    key: str
    title: Titles = {}
    means: RoleMeaning | None = None
    guidelines: Titles = {}
    shortcut: str | None = None
    from_: tuple[str, ...]
    to: tuple[str, ...]
    most: int | None = None
    depth: int | None = None
    attributes: tuple[Attribute, ...] = ()
    foreign: str | None = None

    @property
    def defaults(self) -> dict[str, str]:
        """Return the attributes that a new one of this kind starts with."""
        return {item.key: item.default for item in self.attributes if item.default is not None}


class FrameType(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Spans of the label `head` are frames, whose roles are these relations.

    `expected` are the roles that a whole frame has; one without them is legal, and shown as incomplete.
    """

    head: str
    title: Titles = {}
    roles: tuple[str, ...]
    expected: tuple[str, ...] = ()


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
    """A title in this language, else in English, else in any, else the bare key."""
    return titles.get(language) or titles.get("en") or next(filter(None, titles.values()), key)


LONGEST_NOTE = 10_000
"""Code points of a text that is written as the value of an attribute."""

_NUMBER = re.compile(r"[+-]?\d{1,30}(?:\.\d{1,30})?")
_LINK = re.compile(r"https?://[^\s<>\"]{1,2000}")


def may_be_written(kind: OpenValues, text: str) -> bool:
    """Return whether an attribute with open values of this kind may have this one."""
    match kind:
        case "number":
            return text.isascii() and _NUMBER.fullmatch(text) is not None
        case "link":
            return _LINK.fullmatch(text) is not None
    return bool(text.strip()) and len(text) <= LONGEST_NOTE


def _refusal(value: str, place: str, attribute: Attribute) -> InputError:
    """The error for a value that an attribute does not take."""
    match attribute.open:
        case "text":
            return InputError(
                "{place} takes a text of 1 to {most} characters, not {value!r}.",
                place=place,
                most=LONGEST_NOTE,
                value=value,
            )
        case "number":
            return InputError(
                "{place} takes a number in the digits 0 to 9, such as 12 or -0.5, not {value!r}.",
                place=place,
                value=value,
            )
        case "link":
            return InputError(
                "{place} takes an address that begins with http:// or https://, not {value!r}.",
                place=place,
                value=value,
            )
    owner, _, key = place.partition(".")
    return InputError(
        "{value!r} is not a value of {owner}.{key}; it has: {known}.",
        value=value,
        owner=owner,
        key=key,
        known=", ".join(item.key for item in attribute.listed),
    )


def check_attributes(given: Mapping[str, str], allowed: Iterable[Attribute], owner: str) -> dict[str, str]:
    """The attributes as given, or InputError that names the attribute, the value and what is allowed."""
    if not given:
        return {}
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
            raise _refusal(value, f"{owner}.{key}", known[key])
    return dict(given)
