"""Schemes as TOML files: reading one, and refusing one that does not hold together with the line and the reason."""

import re
from collections.abc import Iterator

import msgspec

from annotator.domain.scheme import FrameType, Label, RelationType, Scheme, Titles
from annotator.errors import SchemeError

KEY = re.compile(r"[a-z][a-z0-9_]*")

TAKEN_LETTERS = frozenset("N")
"""Letters that do something else wherever an article is read: N goes to the next mark."""

Fault = tuple[str, int, SchemeError]
"""The table that is wrong, which one of them (from 0), and the reason."""


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


def _faults(scheme: Scheme) -> Iterator[Fault]:
    """Everything that does not hold together."""
    if not scheme.labels:
        yield "scheme", 0, SchemeError("a scheme needs at least one label")
    yield from _repeated("labels", [label.key for label in scheme.labels])
    yield from _repeated("relations", [relation.key for relation in scheme.relations])
    shortcuts: dict[str, str] = {}
    for index, label in enumerate(scheme.labels):
        yield from (("labels", index, reason) for reason in _item_faults(label, shortcuts))
    labels = {label.key for label in scheme.labels}
    for index, relation in enumerate(scheme.relations):
        for reason in (*_item_faults(relation, shortcuts), *_relation_faults(relation, labels)):
            yield "relations", index, reason
    yield from _frame_faults(scheme, labels)


def _relation_faults(relation: RelationType, labels: set[str]) -> Iterator[SchemeError]:
    for end in (*relation.from_, *relation.to):
        if end not in labels:
            yield SchemeError("{key!r} names the label {end!r}, which does not exist", key=relation.key, end=end)
    if relation.depth is not None and set(relation.from_) != set(relation.to):
        yield SchemeError("{key!r} has a depth, so both its ends must be the same labels", key=relation.key)
    for name, bound in (("most", relation.most), ("depth", relation.depth)):
        if bound is not None and bound < 1:
            yield SchemeError("{key!r}: {name} must be 1 or more", key=relation.key, name=name)


def _frame_faults(scheme: Scheme, labels: set[str]) -> Iterator[Fault]:
    relations = {relation.key: relation for relation in scheme.relations}
    yield from _repeated("frames", [frame.head for frame in scheme.frames])
    for index, frame in enumerate(scheme.frames):
        if frame.head not in labels:
            yield "frames", index, SchemeError("the head {head!r} is not a label", head=frame.head)
        for role in frame.roles:
            if role not in relations:
                yield "frames", index, SchemeError("the role {role!r} is not a relation", role=role)
            elif frame.head not in relations[role].from_:
                reason = SchemeError("the role {role!r} does not lead from {head!r}", role=role, head=frame.head)
                yield "frames", index, reason


def _repeated(table: str, keys: list[str]) -> Iterator[Fault]:
    for index, key in enumerate(keys):
        if key in keys[:index]:
            yield table, index, SchemeError("{key!r} stands twice", key=key)


def _item_faults(item: Label | RelationType, shortcuts: dict[str, str]) -> Iterator[SchemeError]:
    """What is wrong inside one label or relation; `shortcuts` collects whose each letter is."""
    if not KEY.fullmatch(item.key):
        yield _bad_key(item.key)
    yield from _shortcut_faults(item, shortcuts)
    seen: set[str] = set()
    for attribute in item.attributes:
        place = f"{item.key}.{attribute.key}"
        if not KEY.fullmatch(attribute.key):
            yield _bad_key(attribute.key)
        if attribute.key in seen:
            yield SchemeError("{key!r} stands twice", key=place)
        seen.add(attribute.key)
        values = [value.key for value in attribute.values]
        if not values or len(set(values)) != len(values):
            yield SchemeError("{place!r} needs values that differ", place=place)
        if attribute.default is not None and attribute.default not in values:
            yield SchemeError(
                "the default {default!r} of {place!r} is not one of its values",
                default=attribute.default,
                place=place,
            )


def _bad_key(key: str) -> SchemeError:
    return SchemeError("the key {key!r} must be lower-case letters, digits and _, beginning with a letter", key=key)


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
