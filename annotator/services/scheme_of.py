"""A scheme made of what a dataset uses: its labels, their attributes with the values that occur, its relations.

A key is the slug of the foreign name, which is kept as title and as `foreign` (in full, where the dataset has a longer
one). A dataset of ours keeps its keys. An attribute with many values is one that is written, not chosen. Events become
frames.
"""

from collections import Counter
from collections.abc import Iterable, Mapping

from annotator.domain.scheme import (
    Attribute,
    Color,
    FrameType,
    Label,
    OpenValues,
    RelationType,
    Scheme,
    Underline,
    Value,
    may_be_written,
)
from annotator.domain.scheme_faults import faults
from annotator.errors import InputError
from annotator.formats.record import Record
from annotator.text.slug import slug

_COLORS: tuple[Color, ...] = ("blue", "orange", "green", "purple", "red", "cyan", "pink", "olive")
_UNDERLINES: tuple[Underline, ...] = ("solid", "dashed", "double", "dotted", "wavy", "dash_dot")

MOST_VALUES = 50
"""A list of more values than this nobody chooses from."""

FEW_VALUES, LONGEST_VALUE = 12, 80
"""Up to so many values are a list however seldom each is used; a value of more code points is a text."""

ValueCounts = dict[str, Counter[str]]
"""The values of each attribute with their counts, in the order in which they came."""


class _Used:
    """The labels, attributes and relations that records use, in the order in which they came."""

    def __init__(self) -> None:
        self.labels: dict[str, ValueCounts] = {}
        self.relations: dict[str, ValueCounts] = {}
        self.ends: dict[str, tuple[dict[str, None], dict[str, None]]] = {}
        self.naming: set[str] = set()
        self.saying: set[str] = set()
        self.events: dict[str, dict[str, None]] = {}
        self.names: dict[str, str] = {}
        self.relation_names: dict[str, str] = {}
        self.scheme: tuple[str, int] | None = None

    def note(self, record: Record) -> None:
        """Take one record in."""
        if record.scheme_name and self.scheme is None:
            self.scheme = record.scheme_name, record.scheme_version
        self.names |= {one: full for one, full in record.label_names.items() if one not in self.names}
        self.relation_names |= record.relation_names
        for frame in record.frames:
            self.events.setdefault(frame.label, {}).update(dict.fromkeys(frame.roles))
        labels = {span.id: span.label for span in record.spans}
        for span in record.spans:
            _note(self.labels.setdefault(span.label, {}), span.attributes)
            if span.actor_id is not None:
                self.naming.add(span.label)
            if span.statement_id is not None:
                self.saying.add(span.label)
        for relation in record.relations:
            _note(self.relations.setdefault(relation.label, {}), relation.attributes)
            starts, ends = self.ends.setdefault(relation.label, ({}, {}))
            starts[labels[relation.from_id]] = ends[labels[relation.to_id]] = None


def scheme_of(records: Iterable[Record], name: str) -> Scheme:
    """Return the scheme that these records need, called as they say or else `name`.

    Raises InputError where nothing is marked, and where no scheme could hold so many labels.
    """
    used = _Used()
    for record in records:
        used.note(record)
    if not used.labels:
        raise InputError("{name} holds no marks of which a scheme could be made.", name=name)
    keys = _keys(used.labels)
    links = _keys(used.relations)
    known_as, version = used.scheme or (slug(name), 1)
    made = Scheme(
        name=known_as,
        version=version,
        title={"en": name},
        labels=tuple(_label(place, foreign, keys[foreign], used) for place, foreign in enumerate(used.labels)),
        relations=tuple(_relation(foreign, key, used, keys) for foreign, key in links.items()),
        frames=tuple(
            FrameType(head=keys[event], roles=tuple(links[role] for role in roles if role in links))
            for event, roles in used.events.items()
            if event in keys
        ),
    )
    for fault in faults(made):
        raise InputError("{name} makes no scheme: {reason}", name=name, reason=fault.reason)
    return made


def _note(values: ValueCounts, attributes: Mapping[str, str]) -> None:
    for key, value in attributes.items():
        values.setdefault(key, Counter())[value] += 1


def _label(place: int, foreign: str, key: str, used: _Used) -> Label:
    return Label(
        key=key,
        title={"en": foreign},
        foreign=used.names.get(foreign, foreign),
        color=_COLORS[place % len(_COLORS)],
        underline=_UNDERLINES[place // len(_COLORS) % len(_UNDERLINES)],
        means="claim" if foreign in used.saying else None,
        names_actor=foreign in used.naming,
        attributes=_attributes(used.labels[foreign]),
    )


def _relation(foreign: str, key: str, used: _Used, labels: Mapping[str, str]) -> RelationType:
    starts, ends = used.ends[foreign]
    return RelationType(
        key=key,
        title={"en": foreign},
        foreign=used.relation_names.get(foreign, foreign),
        from_=tuple(labels[start] for start in starts),
        to=tuple(labels[end] for end in ends),
        attributes=_attributes(used.relations[foreign]),
    )


def _attributes(values: ValueCounts) -> tuple[Attribute, ...]:
    return tuple(
        Attribute(
            key=key,
            title={"en": foreign},
            foreign=foreign,
            values=_values(values[foreign]),
        )
        for foreign, key in _keys(values).items()
        if any(values[foreign])
    )


def _values(counts: Counter[str]) -> tuple[Value, ...] | OpenValues:
    """Return the values that occur as a list, or what is written where they are no list."""
    values = [value for value in counts if value]
    seldom = len(values) > FEW_VALUES and counts.total() < 2 * len(values)
    if (
        not seldom
        and len(values) <= MOST_VALUES
        and all(len(value) <= LONGEST_VALUE and "\n" not in value for value in values)
    ):
        return tuple(Value(key=value, title={"en": value}) for value in values)
    kinds: tuple[OpenValues, ...] = ("number", "link")
    return next((kind for kind in kinds if all(may_be_written(kind, value) for value in values)), "text")


def _keys(names: Iterable[str]) -> dict[str, str]:
    """Return a key for each name, no two of them the same."""
    keys: dict[str, str] = {}
    taken: set[str] = set()
    turns: Counter[str] = Counter()
    for name in names:
        bare = key = slug(name)
        while key in taken:
            turns[bare] += 1
            key = f"{bare}_{turns[bare] + 1}"
        taken.add(key)
        keys[name] = key
    return keys
