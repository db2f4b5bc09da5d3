"""Rows as values: what each column of each table holds, and the one error for a row that holds something else.

A project file may come from anyone, and SQLite checks no JSON. Whatever is read from a row passes through here, so
that a broken one is named and told instead of raising wherever it happens to be used.
"""

import re
import sqlite3
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from types import GenericAlias
from typing import Any, Literal, TypeVar, cast, get_args

import msgspec

from annotator.domain.annotator import AnnotatorKind, Status
from annotator.domain.decision import DecisionReason, Purpose, Rule, Verdict
from annotator.domain.document import Direction, IntakeNote, Origin
from annotator.domain.span import Parts, are_parts
from annotator.domain.statement import Agreement
from annotator.visible import clipped

STAMP = re.compile(r"[0-9a-f]{12}-[0-9a-f]{6}-[0-9a-z]{1,32}")
"""The form of the stamps of `clock.Clock.stamp`."""

Struct = TypeVar("Struct")
Attributes = dict[str, str]

_MARK: Mapping[str, Any] = {
    **dict.fromkeys(("id", "document_id", "annotator", "label"), str),
    "attributes": Attributes,
    "derived_from": str | None,
    "decided_by": str | None,
}

COLUMNS: dict[str, Mapping[str, Any]] = {
    "documents": {
        "id": str,
        "title": str,
        "text": str,
        "language": str,
        "direction": Direction | None,
        "intake": tuple[IntakeNote, ...],
        "added": str,
    },
    "origins": {"id": str, "document_id": str} | dict.fromkeys(Origin.__struct_fields__, str | None),
    "annotators": {"id": str, "kind": AnnotatorKind, "name": str},
    "annotation_sets": {"id": str, "document_id": str, "annotator": str, "status": Status},
    "actors": {
        "id": str,
        "name": str,
        "kind": str,
        "wikidata": str | None,
        "note": str,
        "merged_into": str | None,
    },
    "actor_aliases": {"id": str, "actor_id": str, "alias": str, "place": int},
    "statements": {
        **dict.fromkeys(("id", "text", "note", "color"), str),
        "parent_id": str | None,
        "merged_into": str | None,
    },
    "spans": {
        **_MARK,
        "start": int,
        "end": int,
        "parts": Parts,
        "actor_id": str | None,
        "statement_id": str | None,
        "agreement": Agreement | None,
    },
    "relations": {**_MARK, "from_id": str, "to_id": str},
    "refusals": {"id": str, "document_id": str, "annotator": str, "label": str, "parts": Parts},
    "comments": {
        **dict.fromkeys(("id", "document_id", "annotator", "text", "made"), str),
        **dict.fromkeys(("span_id", "reply_to", "passage", "resolved_by"), str | None),
    },
    "assignments": {
        **dict.fromkeys(("id", "document_id", "annotator", "given_by", "made"), str),
        "purpose": Purpose,
    },
    "decisions": {
        **dict.fromkeys(("id", "document_id", "annotator", "made", "difference", "kind", "label"), str),
        **dict.fromkeys(("taken", "note"), str),
        "verdict": Verdict,
        "rule": Rule,
        "reason": DecisionReason,
        "marks": dict[str, str | None],
        "gold": list[str],
    },
    "merges": dict.fromkeys(("id", "annotator", "made", "name", "sender"), str),
    "settings": {"id": str, "value": msgspec.Raw},
    "changes": {
        "uid": str,
        "stamp": str,
        "annotator": str,
        "replica": str,
        "counter": int,
        "action": str,
        "undoes": str | None,
        "table": str,
        "row_id": str,
        "op": Literal["put", "delete"],
        "row": dict[str, Any] | None,
        "shape": int,
    },
    "replicas": {"number": int, "id": str, "place": str, "until": str | None},
    "project": {"id": str},
}
"""The type of every column that this program knows; a column that is not here is not looked at."""

OWN = frozenset({"changes", "replicas", "project"})
"""The tables that are about the file itself: no change in the journal writes them."""

ROOTS: Mapping[str, str] = {"actors": "actor_roots", "statements": "statement_roots"}
"""The registries whose entries can be merged, each with the table of what its merged entries have become."""

DERIVED: Mapping[str, Mapping[str, tuple[str, Callable[[Any], Any]]]] = {
    "spans": {"start": ("parts", lambda parts: parts[0][0]), "end": ("parts", lambda parts: parts[-1][1])},
}
"""Columns that are made of another of their row whenever that is written, and have no part in the journal."""

TABLES: dict[str, tuple[str, ...]] = {
    table: tuple(column for column in columns if column not in DERIVED.get(table, {}))
    for table, columns in COLUMNS.items()
    if table not in OWN
}
"""Every table that the journal writes, with its columns."""

DEFAULTS: dict[str, dict[str, Any]] = {}
"""The value of a column, by table and name, that a change does not mention: it was written before there was such a
column.

A column that may be empty is empty then. A row without a value for any other one waits for the change that brings it.
"""


def defaults_of(table: str) -> dict[str, Any]:
    """The values of the columns of a table that a change may leave out."""
    return {**_EMPTY[table], **DEFAULTS.get(table, {})}


_EMPTY: dict[str, dict[str, Any]] = {
    table: {column: None for column in columns if type(None) in get_args(COLUMNS[table][column])}
    for table, columns in TABLES.items()
}
"""The columns of each table that may be empty, as they are then."""


JSON = {
    (table, column)
    for table, columns in {
        "documents": ("intake",),
        "spans": ("parts", "attributes"),
        "relations": ("attributes",),
        "refusals": ("parts",),
        "decisions": ("marks", "gold"),
        "settings": ("value",),
        "changes": ("row",),
    }.items()
    for column in columns
}
"""The columns that hold their value as JSON."""

_JSON_OF = {table: tuple(column for owner, column in JSON if owner == table) for table, _ in JSON}


class BrokenRowError(Exception):
    """A row holds what no Musnad wrote; `told` in `connection.py` says so of the file."""

    def __init__(self, table: str, row_id: object, reason: object) -> None:
        super().__init__(f"{table} {clipped(str(row_id), 40)}: {clipped(str(reason), 160)}")


KEYS = frozenset(
    (
        *("id", "uid", "document_id", "annotator", "handle", "label", "kind", "language", "status", "wikidata"),
        *(
            "actor_id",
            "statement_id",
            "parent_id",
            "from_id",
            "to_id",
            "derived_from",
            "decided_by",
            "row_id",
            "action",
            "undoes",
            "device",
        ),
    )
)
"""Columns that name something; what is free to be as long as people write it is not among them."""
LONGEST_KEY = 1000
"""Code points: no door takes a longer one, and lists, menus and messages would not end."""


def decode(text: object, kind: type[Struct], table: str, row_id: object) -> Struct:
    """The value of a JSON column. Raises BrokenRowError."""
    try:
        made: Struct = _decoder(cast(Hashable, kind)).decode(_text(text))
        return made
    except (msgspec.DecodeError, RecursionError, ValueError) as error:
        raise BrokenRowError(table, row_id, _reason(error)) from error


@cache
def _decoder(kind: Hashable) -> Any:
    """A decoder for a column, made once: making it takes longer than reading a row's JSON."""
    return msgspec.json.Decoder(kind)


def json_list(values: Iterable[str]) -> str:
    """Return strings as the JSON that `json_each(?)` takes apart: one parameter, however many they are."""
    return msgspec.json.encode(list(values)).decode()


def record(kind: type[Struct], table: str, values: Mapping[str, Any]) -> Struct:
    """A value of the domain, made of a row whose JSON is decoded. Raises BrokenRowError."""
    if (key := _too_long(values)) is not None:
        raise BrokenRowError(table, values.get("id", "-"), f"{key}: {_LONGER}")
    try:
        return msgspec.convert(values, kind)
    except (msgspec.ValidationError, RecursionError, ValueError) as error:
        raise BrokenRowError(table, values.get("id", "-"), _reason(error)) from error


def faults(table: str, row: Mapping[str, Any], *, decoded: bool = False) -> Iterator[str]:
    """Yield the faults in the form of a row of the file, or (`decoded`) of one whose JSON has been read."""
    if not _is_sound(table, row, decoded=decoded):
        yield from _column_faults(table, row, decoded=decoded)
    if (key := _too_long(row)) is not None:
        yield f"{key}: {_LONGER}"
    if table == "changes":
        yield from _change_faults(row)
    if table == "comments" and isinstance(row.get("passage"), str):
        yield from _passage_faults(row["passage"])


def _is_sound(table: str, row: Mapping[str, Any], *, decoded: bool) -> bool:
    """Return whether every column has its type: in one go, because a check asks it of each row and change."""
    try:
        msgspec.convert(row, _struct_of(table, decoded=decoded))
        for column in () if decoded else _JSON_OF.get(table, ()):
            if row.get(column) is not None:
                _decoder(cast(Hashable, COLUMNS[table][column])).decode(_text(row[column]))
    except (msgspec.DecodeError, RecursionError, ValueError):
        return False
    return bytes not in map(type, row.values())


def are_values(table: str, column: str, values: Sequence[Any]) -> bool:
    """Return whether a column may hold each of these values, whose JSON has been read."""
    kind = COLUMNS[table][column]
    try:
        if kind is not msgspec.Raw:
            msgspec.convert(values, GenericAlias(list, (kind,)))
    except (msgspec.ValidationError, RecursionError, ValueError):
        return False
    names = filter(None, values) if column in KEYS and kind in (str, str | None) else ()
    return max(map(len, names), default=0) <= LONGEST_KEY and bytes not in set(map(type, values))


_STRUCTS: dict[tuple[str, bool], tuple[Mapping[str, Any], type[msgspec.Struct]]] = {}


def _struct_of(table: str, *, decoded: bool) -> type[msgspec.Struct]:
    """The type of a row, any column of which may be left out."""
    columns, made = _STRUCTS.get((table, decoded), (None, None))
    if made is None or columns is not COLUMNS[table]:
        columns = COLUMNS[table]
        free = () if decoded else _JSON_OF.get(table, ())
        kinds = {name: Any if name in free or kind is msgspec.Raw else kind for name, kind in columns.items()}
        made = msgspec.defstruct(
            table, [(name, kind | msgspec.UnsetType, msgspec.UNSET) for name, kind in kinds.items()]
        )
        _STRUCTS[table, decoded] = columns, made
    return made


def _column_faults(table: str, row: Mapping[str, Any], *, decoded: bool) -> Iterator[str]:
    for column, kind in COLUMNS[table].items():
        if column not in row:
            continue
        value = row[column]
        if isinstance(value, bytes):
            yield f"{column}: it is no text"
            continue
        try:
            if (table, column) in JSON and not decoded and value is not None:
                msgspec.json.decode(_text(value), type=kind)
            elif kind is not msgspec.Raw:
                msgspec.convert(value, kind)
        except (msgspec.DecodeError, RecursionError, ValueError) as error:
            yield f"{column}: {clipped(_reason(error), 160)}"


_LONGER = "it is longer than any that Musnad writes"


def _too_long(row: Mapping[str, Any]) -> str | None:
    """The column that names something in more code points than any name has."""
    for value in row.values():
        if value.__class__ is str and len(value) > LONGEST_KEY:
            break
    else:
        return None
    # Some text is long: seldom the one of a column that names something.
    return next(
        (key for key, value in row.items() if key in KEYS and isinstance(value, str) and len(value) > LONGEST_KEY), None
    )


def _change_faults(row: Mapping[str, Any]) -> Iterator[str]:
    if row.get("table") not in COLUMNS.keys() - OWN:
        yield "table: Musnad has no such table"
    if not is_stamp(row.get("stamp")):
        yield "stamp: it is no time of this project"


def _passage_faults(text: str) -> Iterator[str]:
    """Yield the fault of the passage that a comment is on: parts as JSON, in a column that may be empty."""
    try:
        is_sound = are_parts(_decoder(cast(Hashable, Parts)).decode(text))
    except (msgspec.DecodeError, RecursionError, ValueError):
        is_sound = False
    if not is_sound:
        yield "passage: it is no place in a text"


LAST_MOMENT_MS = 7_258_118_400_000
"""The year 2200: no clock of a person's goes there, and the stamps after it would run out of room."""


def is_stamp(value: object) -> bool:
    """Return whether this can be a reading of a project's clock."""
    return isinstance(value, str) and STAMP.fullmatch(value) is not None and int(value[:12], 16) < LAST_MOMENT_MS


@contextmanager
def readable(connection: sqlite3.Connection) -> Iterator[None]:
    """Let every text be read: what is no UTF-8 comes as bytes, which no column of ours holds, and not as an error."""
    before, connection.text_factory = connection.text_factory, text_or_bytes
    try:
        yield
    finally:
        connection.text_factory = before


def text_or_bytes(value: bytes) -> str | bytes:
    """A text of the file; the bytes as they are if they are no UTF-8."""
    try:
        return value.decode()
    except UnicodeDecodeError:
        return value


def _text(value: object) -> str | bytes:
    if isinstance(value, str | bytes):
        return value
    raise ValueError(f"expected JSON, got {type(value).__name__}")


def _reason(error: Exception) -> str:
    return "it is nested too deeply" if isinstance(error, RecursionError) else str(error)
