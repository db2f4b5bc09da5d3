"""Guessing what foreign labels, attributes and relations mean in a scheme, for a map that a person finishes."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Literal, Self

import msgspec

from annotator.domain.scheme import Attribute, Label, RelationType, Scheme
from annotator.formats.cas_layers import called_in_short
from annotator.formats.mapping import DROP, LabelMap
from annotator.formats.record import Record
from annotator.text.slug import slug

MOST_VALUES = 50
"""An attribute with more values than this is no question of which label is meant."""

_CONDITION = re.compile(r".+?\[[^\[\]=]+=([^\[\]]*)\]", re.DOTALL)
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})


class ForeignNames(msgspec.Struct, frozen=True):
    """The foreign names of a dataset with their counts; `valued` counts each label with each attribute and value."""

    labels: Counter[str]
    attributes: Counter[str]
    relations: Counter[str]
    valued: Counter[tuple[str, str, str]]

    @classmethod
    def none(cls) -> Self:
        """Return no names."""
        return cls(Counter(), Counter(), Counter(), Counter())

    def update(self, other: "ForeignNames") -> None:
        """Add what another dataset uses."""
        self.labels.update(other.labels)
        self.attributes.update(other.attributes)
        self.relations.update(other.relations)
        self.valued.update(other.valued)


def names_in(records: Iterable[Record]) -> ForeignNames:
    """Count the labels, attributes and relations that records use."""
    names = ForeignNames.none()
    for record in records:
        for span in record.spans:
            names.labels[span.label] += 1
            names.attributes.update(span.attributes.keys())
            names.valued.update((span.label, key, value) for key, value in span.attributes.items())
        for relation in record.relations:
            names.relations[relation.label] += 1
            names.attributes.update(relation.attributes.keys())
    return names


def sure_map(names: ForeignNames, scheme: Scheme) -> LabelMap:
    """Return the map of what is sure: names that the scheme has as titles, in another spelling, or as foreign ones."""
    guess = _Guess(scheme)
    return LabelMap(
        labels=_sure(names.labels, guess.labels),
        attributes=_sure(names.attributes, guess.attributes),
        relations=_sure(names.relations, guess.relations),
    )


class Guessed(msgspec.Struct, frozen=True):
    """A foreign name with its count, and the key that it may mean; None: nothing is called so."""

    table: Literal["labels", "attributes", "relations"]
    name: str
    count: int
    target: str | None


def guesses(names: ForeignNames, scheme: Scheme) -> list[Guessed]:
    """Return a guess for every foreign name, labels first, the most frequent first."""
    guess = _Guess(scheme)
    found = [Guessed("labels", name, count, guess.labels(name)) for name, count in _by_count(names.labels)]
    found += [Guessed("attributes", name, count, guess.attributes(name)) for name, count in _by_count(names.attributes)]
    return found + [
        Guessed("relations", name, count, guess.relations(name)) for name, count in _by_count(names.relations)
    ]


def written_map(made: LabelMap) -> str:
    """Return a map as TOML."""
    lines: list[str] = []
    for title, names in (("labels", made.labels), ("attributes", made.attributes), ("relations", made.relations)):
        lines += [f"[{title}]", *(f"{_quoted(name)} = {_quoted(target)}" for name, target in names.items()), ""]
    return "\n".join(lines)


def proposed_map(names: ForeignNames, scheme: Scheme) -> str:
    """Return a map as TOML: each foreign name with what it may mean, and its count as a comment."""
    guess = _Guess(scheme)
    lines = [
        f"# Labels of the scheme: {', '.join(one.key for one in scheme.labels)}",
        f"# Relations of the scheme: {', '.join(one.key for one in scheme.relations)}",
        f'# "{DROP}" leaves out. "Label[attribute=value]" is a label only where its attribute has this value.',
        *_table("labels", names.labels + _conditions(names, guess.labels), guess.labels),
        *_table("attributes", names.attributes, guess.attributes),
        *_table("relations", names.relations, guess.relations),
    ]
    return "\n".join(lines) + "\n"


def _conditions(names: ForeignNames, find: Callable[[str], str | None]) -> Counter[str]:
    """The labels that mean nothing here, with each value of an attribute by which they might.

    That is an attribute one of whose values is called like a label, or the only one that the label has.
    """
    found: Counter[str] = Counter()
    values: defaultdict[str, defaultdict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    for (label, key, value), count in names.valued.items():
        if find(label) is None:
            values[label][key][value] = count
    for label, attributes in values.items():
        for key, counts in attributes.items():
            if len(counts) <= MOST_VALUES and (len(attributes) == 1 or any(map(find, counts))):
                found.update({f"{label}[{key}={value}]": count for value, count in counts.items()})
    return found


class _Guess:
    """Guesses at foreign names: by key, by foreign name, by title in any language, in any spelling."""

    def __init__(self, scheme: Scheme) -> None:
        self.labels = label_finder(scheme)
        self.relations = relation_finder(scheme)
        self.attributes = attribute_finder(scheme)


def label_finder(scheme: Scheme) -> Callable[[str], str | None]:
    """Return a function that finds the key of the label that a foreign name means."""
    return _finder(scheme.labels)


def relation_finder(scheme: Scheme) -> Callable[[str], str | None]:
    """Return a function that finds the key of the relation that a foreign name means."""
    return _finder(scheme.relations)


def attribute_finder(scheme: Scheme) -> Callable[[str], str | None]:
    """Return a function that finds the key of the attribute, of whatever owner, that a foreign name means."""
    owners: list[Label | RelationType] = [*scheme.labels, *scheme.relations]
    return _finder([attribute for owner in owners for attribute in owner.attributes])


def _finder(items: Sequence[Label | RelationType | Attribute]) -> Callable[[str], str | None]:
    known: dict[str, str] = {}
    # Exact names first: a title must not take what another one is called.
    for names_of in (_key_of, _foreign_of, _titles_of):
        for item in items:
            for name in names_of(item):
                known.setdefault(name, item.key)
    for names_of in (_key_of, _foreign_of, _titles_of):
        for item in items:
            for name in names_of(item):
                known.setdefault(name.casefold(), item.key)
                known.setdefault(slug(name), item.key)

    def find(foreign: str) -> str | None:
        condition = _CONDITION.fullmatch(foreign)
        name = condition[1] if condition else foreign
        return known.get(foreign) or known.get(name) or known.get(name.casefold()) or known.get(slug(name))

    return find


NamedItem = Label | RelationType | Attribute


def _key_of(item: NamedItem) -> tuple[str, ...]:
    return (item.key,)


def _foreign_of(item: NamedItem) -> tuple[str, ...]:
    return (item.foreign, *called_in_short(item.foreign)) if item.foreign else ()


def _titles_of(item: NamedItem) -> tuple[str, ...]:
    return tuple(item.title.values())


def _sure(names: Iterable[str], find: Callable[[str], str | None]) -> dict[str, str]:
    return {name: key for name in names if (key := find(name)) is not None and key != name}


def _table(title: str, names: Mapping[str, int], find: Callable[[str], str | None]) -> Iterator[str]:
    yield f"\n[{title}]"
    for name, count in _by_count(names):
        found = find(name)
        remark = "" if found else " nothing in the scheme is called so"
        yield f'{_quoted(name)} = "{found or DROP}"  # {count:,}{remark}'


def _by_count(names: Mapping[str, int]) -> list[tuple[str, int]]:
    return sorted(names.items(), key=lambda pair: (-pair[1], pair[0]))


def _quoted(name: str) -> str:
    text = name.translate(_ESCAPES)
    return '"' + "".join(char if char.isprintable() else f"\\U{ord(char):08X}" for char in text) + '"'
