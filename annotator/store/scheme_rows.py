"""The scheme as rows of `settings`, one for each label, relation, attribute and frame, so that edits of different parts
meet: `scheme/about`, `scheme/labels/claim`, `scheme/labels/claim/polarity`, `scheme/relations/source`,
`scheme/frames/claim`. The row `scheme` is derived: the whole of it, as everybody reads it.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

import msgspec

from annotator.domain.meanings import as_before
from annotator.domain.scheme import FrameType, Label, RelationType, Scheme
from annotator.domain.scheme_faults import faults
from annotator.errors import ProjectError
from annotator.store import rows
from annotator.store.scheme_size import is_oversize

ROOT = "scheme"
ABOUT = "scheme/about"
"""The row with name, version and title."""
TABLES = ("labels", "relations", "frames")
KEPT = 8
"""Schemes that are kept as they were read: every action reads the scheme, and hardly any changes it."""
NAMELESS = Label(key="mark")
"""The label of a scheme whose last one somebody took away while others took away the rest."""

SchemeParts = Mapping[str, Any]
"""The values of the rows by their ids."""


def parts_of(scheme: Scheme) -> dict[str, Any]:
    """The rows that a scheme is written as."""
    whole = msgspec.to_builtins(scheme)
    parts: dict[str, Any] = {ABOUT: {key: value for key, value in whole.items() if key not in TABLES}}
    for table in TABLES:
        for place, item in enumerate(whole[table]):
            row_id = f"{ROOT}/{table}/{item['head' if table == 'frames' else 'key']}"
            attributes = item.pop("attributes", ())
            parts[row_id] = {"place": place, **item}
            parts |= {f"{row_id}/{one['key']}": {"place": rank, **one} for rank, one in enumerate(attributes)}
    return parts


def is_part(row_id: str) -> bool:
    """Return whether a row of `settings` is a part of the scheme."""
    return row_id.startswith(f"{ROOT}/")


def part_fault(row_id: str, value: object) -> str | None:
    """Return what is wrong with a row of the scheme, looked at by itself; None for one that Musnad could have written.

    It must be readable: rows that lack others are left out of the scheme, but one that cannot be read stops it.
    """
    _, *places = row_id.split("/")
    if not isinstance(value, Mapping):
        return "it is no part of a scheme"
    if places != ["about"]:
        name = value.get("head" if places[0] == "frames" else "key")
        if places[0] not in TABLES or not 2 <= len(places) <= (2 if places[0] == "frames" else 3):
            return "it is no part of a scheme"
        if not isinstance(value.get("place"), int) or name != places[-1]:
            return "its key or its place"
    return _unreadable(row_id, places, value)


def _unreadable(row_id: str, places: list[str], value: Mapping[str, Any]) -> str | None:
    owner = {"place": 0, "key": places[1], "from": [], "to": []} if len(places) == 3 else {}
    owner = {key: one for key, one in owner.items() if places[0] == "relations" or key not in ("from", "to")}
    parts = {ABOUT: {"name": "-", "version": 1}, **({row_id.rpartition("/")[0]: owner} if owner else {}), row_id: value}
    try:
        assembled(parts)
    except ProjectError as error:
        return str(error.fields.get("reason", error))
    return None


def stored_parts(connection: sqlite3.Connection) -> dict[str, Any]:
    """The rows of the scheme that the project has. Raises BrokenRowError."""
    return _decoded(_texts(connection))


def _texts(connection: sqlite3.Connection) -> tuple[tuple[str, str], ...]:
    found = connection.execute("SELECT id, value FROM settings ORDER BY id").fetchall()
    return tuple((row[0], row[1]) for row in found if is_part(row[0]))


def _decoded(texts: Iterable[tuple[str, str]]) -> dict[str, Any]:
    return {row_id: rows.decode(text, dict[str, Any], "settings", row_id) for row_id, text in texts}


def of_parts(connection: sqlite3.Connection) -> Scheme:
    """The scheme that the rows of its parts make up. Raises ProjectError, or BrokenRowError."""
    return _of_texts(_texts(connection))


@lru_cache(KEPT)
def _of_texts(texts: tuple[tuple[str, str], ...]) -> Scheme:
    return assembled(_decoded(texts))


def scheme(connection: sqlite3.Connection) -> Scheme:
    """The project's scheme; ProjectError if the file holds none that can be read."""
    row = connection.execute("SELECT value FROM settings WHERE id = ?", (ROOT,)).fetchone()
    if row is None:
        raise ProjectError("This project has no scheme; it was not made whole. Go back to a copy of it.")
    return _of_text(row[0])


@lru_cache(KEPT)
def _of_text(text: str) -> Scheme:
    return _read(rows.decode(text, dict[str, Any], "settings", ROOT))


def whole(connection: sqlite3.Connection) -> dict[str, Any] | None:
    """Return the value for the row of the whole scheme; None where its parts make none."""
    try:
        return msgspec.to_builtins(of_parts(connection))  # type: ignore[no-any-return]
    except ProjectError:
        return None


def _read(value: Mapping[str, Any]) -> Scheme:
    if is_oversize(value):
        raise ProjectError("The scheme inside this project cannot be read: {reason}.", reason="it is too large")
    try:
        made = msgspec.convert(value, Scheme)
        return made if _says_what_it_means(value) else msgspec.convert(as_before(value), Scheme)
    except (msgspec.ValidationError, RecursionError) as error:
        raise ProjectError("The scheme inside this project cannot be read: {reason}.", reason=str(error)) from error


def _says_what_it_means(value: Mapping[str, Any]) -> bool:
    """Return whether each part was written by a Musnad whose schemes have meanings, if only to say that it has none."""
    items = [item for table in ("labels", "relations") for item in value.get(table, ())]
    return all("means" in one for item in items for one in (item, *item.get("attributes", ())))


def assembled(parts: SchemeParts) -> Scheme:
    """The scheme that these rows make up, which always holds together.

    Rows come from several people: what they lack of each other is left out (the end of a relation whose label has gone,
    a letter that two chose), the same wherever the rows are the same. Raises ProjectError.
    """
    if ABOUT not in parts:
        raise ProjectError("This project has no scheme; it was not made whole. Go back to a copy of it.")
    try:
        tables = {table: list(_items(parts, table)) for table in TABLES}
    except (RecursionError, TypeError, KeyError, AttributeError) as error:
        raise ProjectError("The scheme inside this project cannot be read: {reason}.", reason=str(error)) from error
    made = _read({**parts[ABOUT], **tables})
    return made if next(faults(made), None) is None else _mended(made)


def _items(parts: SchemeParts, table: str) -> Iterator[dict[str, Any]]:
    for row_id, value in _ordered(parts, f"{ROOT}/{table}/"):
        attributes = [_bare(one) for _, one in _ordered(parts, f"{row_id}/")]
        yield {**_bare(value), **({} if table == "frames" else {"attributes": attributes})}


def _ordered(parts: SchemeParts, prefix: str) -> list[tuple[str, Any]]:
    """The rows right below a prefix in their order."""
    below = [row_id for row_id in parts if row_id.startswith(prefix) and "/" not in row_id[len(prefix) :]]
    return [(row_id, parts[row_id]) for row_id in sorted(below, key=lambda one: (parts[one]["place"], one))]


def _bare(value: Mapping[str, Any]) -> dict[str, Any]:
    return {key: one for key, one in value.items() if key != "place"}


def _mended(scheme: Scheme) -> Scheme:
    taken: dict[str, str] = {}
    labels = tuple(_own_letter(label, taken) for label in scheme.labels) or (NAMELESS,)
    keys = {label.key for label in labels}
    joined = (_joined(relation, keys) for relation in scheme.relations)
    relations = tuple(_own_letter(relation, taken) for relation in joined if relation.from_ and relation.to)
    kinds = {relation.key: relation for relation in relations}
    frames = tuple(_framed(frame, kinds) for frame in scheme.frames if frame.head in keys)
    return msgspec.structs.replace(scheme, labels=labels, relations=relations, frames=frames)


def _own_letter(item: Any, taken: dict[str, str]) -> Any:
    """A label or relation without a letter that another has before it."""
    if item.shortcut is None or taken.setdefault(item.shortcut, item.key) == item.key:
        return item
    return msgspec.structs.replace(item, shortcut=None)


def _joined(relation: RelationType, labels: set[str]) -> RelationType:
    """A relation between those of its labels that are there."""
    ends = tuple(end for end in relation.from_ if end in labels), tuple(end for end in relation.to if end in labels)
    depth = relation.depth if set(ends[0]) == set(ends[1]) else None
    return msgspec.structs.replace(relation, from_=ends[0], to=ends[1], depth=depth)


def _framed(frame: FrameType, kinds: Mapping[str, RelationType]) -> FrameType:
    """A frame with those of its roles that are there and lead from its head."""
    roles = tuple(role for role in frame.roles if role in kinds and frame.head in kinds[role].from_)
    expected = tuple(role for role in frame.expected if role in roles)
    return msgspec.structs.replace(frame, roles=roles, expected=expected)
