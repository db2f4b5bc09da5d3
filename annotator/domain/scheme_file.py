"""Schemes as TOML files: reading one, and refusing one that does not hold together with the line and the reason."""

import re
from typing import Any

import msgspec

from annotator.domain.meanings import with_meanings
from annotator.domain.scheme import FrameType, Label, RelationType, Scheme, Titles
from annotator.domain.scheme_faults import faults
from annotator.domain.toml_text import bare_lines, parsed
from annotator.errors import SchemeError

_HEADER = re.compile(r"\s*\[")
"""A line that begins a table, or goes on with a list of lists, which no scheme has."""


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
    values = parsed(toml, place, SchemeError)
    try:
        file = msgspec.convert(_with_roles_by_name(values), _File)
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
    scheme = with_meanings(scheme)
    for fault in faults(scheme):
        line = _line(toml, fault.table, fault.index, fault.attribute, fault.field)
        raise SchemeError("{place}, line {line}: {reason}", place=place, line=line, reason=fault.reason)
    return scheme


def _with_roles_by_name(values: dict[str, Any]) -> dict[str, Any]:
    """A file in which a frame may name its roles by what they mean: `roles = { source = "speaker", cue = "verb" }`.

    What such a table calls `reported_by` is a link between two heads, and so no role of the frame itself.
    """
    frames, relations = values.get("frames"), values.get("relations")
    if not isinstance(frames, list) or not isinstance(relations, list):
        return values
    meant: dict[str, str] = {}
    listed = []
    for frame in frames:
        roles = frame.get("roles") if isinstance(frame, dict) else None
        if isinstance(roles, dict):
            meant |= {key: means for means, key in roles.items() if isinstance(key, str)}
            frame = {**frame, "roles": [key for means, key in roles.items() if means != "reported_by"]}
        listed.append(frame)
    said = [
        {"means": meant[kind["key"]], **kind} if isinstance(kind, dict) and kind.get("key") in meant else kind
        for kind in relations
    ]
    return {**values, "frames": listed, "relations": said}


def _line(
    toml: str, table: str, index: int, attribute: int | None = None, field: str = "", value: int | None = None
) -> int:
    """The line (from 1) of a field of the `index`-th `[[table]]`, or of one of its attributes; else where that begins.

    `value` counts the rows of a field that is a list of tables; 1 if there is no such table.
    """
    lines = list(bare_lines(toml))
    start, end = _table(lines, table, index, 0, len(lines))
    if start < 0:
        return 1
    if attribute is not None:
        inner = _table(lines, f"{table}.attributes", attribute, start, end)
        start, end = inner if inner[0] >= 0 else (start, end)
    named = re.compile(rf"\s*(?:{re.escape(field)}\s*[=.]|\[\s*[\w.]+\.{re.escape(field)}\s*\])")
    for number in range(start + 1, end) if field else ():
        if named.match(lines[number]):
            return 1 + (number if value is None else _row(lines, number, end, value))
        if attribute is None and _HEADER.match(lines[number]) and f"{table}.attributes" in lines[number]:
            break
    return start + 1


def _table(lines: list[str], table: str, index: int, first: int, last: int) -> tuple[int, int]:
    """From where to where the `index`-th `[[table]]` goes, with the tables in it; -1 if there is no such table."""
    header = re.compile(rf"\s*\[\[?\s*{re.escape(table)}\s*\]\]?")
    within = re.compile(rf"\s*\[\[?\s*{re.escape(table)}\.")
    hits = [number for number in range(first, last) if header.match(lines[number])]
    if index >= len(hits):
        return -1, -1
    ends = (n for n in range(hits[index] + 1, last) if _HEADER.match(lines[n]) and not within.match(lines[n]))
    return hits[index], next(ends, last)


def _row(lines: list[str], first: int, last: int, value: int) -> int:
    """The line of the `value`-th (from 0) inline table of a list that begins on line `first`."""
    seen = -1
    for number in range(first, last):
        seen += lines[number].count("{")
        if seen >= value:
            return number
    return first


def _line_of_path(toml: str, message: str) -> int:
    """The line that a msgspec message such as "… - at `$.labels[1].attributes[0].values[2]`" speaks of."""
    found = re.search(r"`\$([^`]*)`", message)
    steps = re.findall(r"\.(\w+)(?:\[(\d+)\])?", found[1]) if found else []
    if not steps:
        return 1
    (table, index), *within = steps
    attribute = int(within.pop(0)[1] or 0) if within and within[0][0] == "attributes" and within[0][1] else None
    unknown = re.search(r"unknown field `(\w+)`", message)
    field, value = within[0] if within else (unknown[1] if unknown else "", "")
    return _line(toml, table, int(index or 0), attribute, field, int(value) if value else None)
