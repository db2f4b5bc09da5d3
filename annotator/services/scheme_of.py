"""A scheme made of what a dataset uses: its labels, their attributes with the values that occur, its relations.

A key is the slug of the foreign name, which is kept as title and as `foreign`. A dataset of ours keeps its keys.
"""

from collections import Counter
from collections.abc import Iterable, Mapping

from annotator.domain.scheme import Attribute, Color, Label, RelationType, Scheme, Underline, Value
from annotator.domain.scheme_faults import faults
from annotator.errors import InputError
from annotator.formats.record import Record
from annotator.text.slug import slug

_COLORS: tuple[Color, ...] = ("blue", "orange", "green", "purple", "red", "cyan", "pink", "olive")
_UNDERLINES: tuple[Underline, ...] = ("solid", "dashed", "double", "dotted", "wavy", "dash_dot")

Values = dict[str, dict[str, None]]
"""The values that each attribute has somewhere, in the order in which they came."""


class _Used:
    """The labels, attributes and relations that records use, in the order in which they came."""

    def __init__(self) -> None:
        self.labels: dict[str, Values] = {}
        self.relations: dict[str, Values] = {}
        self.ends: dict[str, tuple[dict[str, None], dict[str, None]]] = {}
        self.naming: set[str] = set()
        self.scheme: tuple[str, int] | None = None

    def note(self, record: Record) -> None:
        """Take one record in."""
        if record.scheme_name and self.scheme is None:
            self.scheme = record.scheme_name, record.scheme_version
        labels = {span.id: span.label for span in record.spans}
        for span in record.spans:
            _note(self.labels.setdefault(span.label, {}), span.attributes)
            if span.actor_id is not None:
                self.naming.add(span.label)
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
    known_as, version = used.scheme or (slug(name), 1)
    made = Scheme(
        name=known_as,
        version=version,
        title={"en": name},
        labels=tuple(_label(place, foreign, keys[foreign], used) for place, foreign in enumerate(used.labels)),
        relations=tuple(_relation(foreign, key, used, keys) for foreign, key in _keys(used.relations).items()),
    )
    for fault in faults(made):
        raise InputError("{name} makes no scheme: {reason}", name=name, reason=fault.reason)
    return made


def _note(values: Values, attributes: Mapping[str, str]) -> None:
    for key, value in attributes.items():
        values.setdefault(key, {})[value] = None


def _label(place: int, foreign: str, key: str, used: _Used) -> Label:
    return Label(
        key=key,
        title={"en": foreign},
        foreign=foreign,
        color=_COLORS[place % len(_COLORS)],
        underline=_UNDERLINES[place // len(_COLORS) % len(_UNDERLINES)],
        names_actor=foreign in used.naming,
        attributes=_attributes(used.labels[foreign]),
    )


def _relation(foreign: str, key: str, used: _Used, labels: Mapping[str, str]) -> RelationType:
    starts, ends = used.ends[foreign]
    return RelationType(
        key=key,
        title={"en": foreign},
        foreign=foreign,
        from_=tuple(labels[start] for start in starts),
        to=tuple(labels[end] for end in ends),
        attributes=_attributes(used.relations[foreign]),
    )


def _attributes(values: Values) -> tuple[Attribute, ...]:
    return tuple(
        Attribute(
            key=key,
            title={"en": foreign},
            foreign=foreign,
            values=tuple(Value(key=value, title={"en": value}) for value in values[foreign] if value),
        )
        for foreign, key in _keys(values).items()
        if any(values[foreign])
    )


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
