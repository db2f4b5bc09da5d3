"""Schemes as TOML files: reading one, and refusing one that does not hold together with the line and the reason."""

import re
from collections.abc import Iterator

import msgspec

from annotator.domain.scheme import FrameType, Label, RelationType, Scheme, Titles
from annotator.domain.scheme_faults import faults
from annotator.errors import SchemeError

_OPAQUE = re.compile(r'"""(?:\\.|[^\\])*?"""|\'\'\'.*?\'\'\'|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\'|#[^\n]*', re.DOTALL)
"""Strings and comments: what stands in them is no table, however much it looks like one."""


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
    for fault in faults(scheme):
        line = _line(toml, fault.table, fault.index)
        raise SchemeError("{place}, line {line}: {reason}", place=place, line=line, reason=fault.reason)
    return scheme


def _line(toml: str, table: str, index: int) -> int:
    """The line (from 1) on which the `index`-th `[[table]]` begins; 1 if there is no such table."""
    header = re.compile(rf"\s*\[\[?\s*{re.escape(table)}\s*\]\]?")
    hits = [number for number, line in enumerate(_bare_lines(toml), 1) if header.match(line)]
    return hits[index] if index < len(hits) else 1


def _bare_lines(toml: str) -> Iterator[str]:
    """The lines of a file (TOML knows no other end of a line than the line feed) without strings and comments."""
    yield from _OPAQUE.sub(lambda found: "\n" * found[0].count("\n"), toml).split("\n")


def _line_of_path(toml: str, message: str) -> int:
    """The line of the table that a msgspec message such as "… - at `$.labels[1].color`" speaks of."""
    found = re.search(r"\$\.(\w+)(?:\[(\d+)\])?", message)
    return _line(toml, found[1], int(found[2] or 0)) if found else 1
