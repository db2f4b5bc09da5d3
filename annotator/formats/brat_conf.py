"""The configuration of a brat server that shows a scheme: `annotation.conf` and `visual.conf`."""

from collections.abc import Iterable, Iterator, Mapping

from annotator.domain.scheme import Attribute, Color, Label, RelationType, Scheme
from annotator.formats.brat_marks import EQUIVALENCE, FLAG
from annotator.formats.written_names import WrittenNames

COLORS: Mapping[Color, str] = {
    "blue": "#9ecae9",
    "orange": "#ffbf79",
    "green": "#8cd17d",
    "purple": "#d4a6c8",
    "red": "#ff9d98",
    "cyan": "#86d5d8",
    "pink": "#fabfd2",
    "olive": "#d8d581",
    "gray": "#c7c7c7",
}

Events = Mapping[str, frozenset[str]]


def annotation_conf(scheme: Scheme, names: WrittenNames, events: Events) -> str:
    """Return which types there are, and what may be said of which."""
    sections = (
        ("entities", (names.labels[label.key] for label in scheme.labels if label.key not in events)),
        ("relations", _relations(scheme, names, events)),
        ("events", _events(scheme, names, events)),
        ("attributes", _attributes(scheme, names)),
    )
    return "\n".join("\n".join([f"[{title}]", *lines, ""]) for title, lines in sections)


def visual_conf(scheme: Scheme, names: WrittenNames, *, rtl: bool) -> str:
    """Return what the types are called, their colours, and the direction of the text."""
    direction = ["Text direction:rtl"] if rtl else []
    sections = (
        ("labels", (f"{names.labels[one.key]} | {_title(one, names.labels[one.key])}" for one in scheme.labels)),
        ("drawing", (f"{names.labels[one.key]} bgColor:{COLORS[one.color]}" for one in scheme.labels)),
        ("options", direction),
    )
    return "\n".join("\n".join([f"[{title}]", *lines, ""]) for title, lines in sections)


def _title(label: Label, name: str) -> str:
    title = " ".join((label.title.get("en") or name).split()).replace("|", "/")
    return title or name


def _relations(scheme: Scheme, names: WrittenNames, events: Events) -> Iterator[str]:
    # Marks lie inside each other, cross and repeat each other: brat must be told that they may.
    yield "<OVERLAP>\tArg1:<ANY>, Arg2:<ANY>, <OVL-TYPE>:<ANY>"
    for relation in scheme.relations:
        ends = [one for one in relation.from_ if relation.key not in events.get(one, ()) or relation.attributes]
        if ends:
            start, end = _types(ends, names), _types(relation.to, names)
            same = ", <REL-TYPE>:symmetric-transitive" if names.relations[relation.key] == EQUIVALENCE else ""
            yield f"{names.relations[relation.key]}\tArg1:{start}, Arg2:{end}{same}"


def _events(scheme: Scheme, names: WrittenNames, events: Events) -> Iterator[str]:
    kinds = {relation.key: relation for relation in scheme.relations}
    for head, roles in events.items():
        told = [f"{names.relations[role]}*:{_types(kinds[role].to, names)}" for role in sorted(roles)]
        yield f"{names.labels[head]}\t{', '.join(told)}" if told else names.labels[head]


def _attributes(scheme: Scheme, names: WrittenNames) -> Iterator[str]:
    """One line for attributes that are called the same, whoever has them: brat knows each name once."""
    owners: dict[str, dict[str, None]] = {}
    values: dict[str, dict[str, None]] = {}
    items: Iterable[Label | RelationType] = (*scheme.labels, *scheme.relations)
    for item in items:
        owner = names.labels[item.key] if isinstance(item, Label) else "<RELATION>"
        for attribute in item.attributes:
            if attribute.open is None:
                name = names.attributes[attribute.key]
                owners.setdefault(name, {})[owner] = None
                values.setdefault(name, {}).update(dict.fromkeys(_values(attribute)))
    for name, whose in owners.items():
        if said := list(values[name]):
            value = "" if said == [FLAG] else f", Value:{'|'.join(said)}"
            yield f"{name}\tArg:{'|'.join(whose)}{value}"


def _values(attribute: Attribute) -> Iterator[str]:
    for value in attribute.listed:
        if not any(char.isspace() or char in "|," for char in value.key):
            yield value.key


def _types(keys: Iterable[str], names: WrittenNames) -> str:
    return "|".join(names.labels[key] for key in keys)
