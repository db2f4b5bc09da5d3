"""The registry of actors as a table for spreadsheets, and back.

Columns `id, name, kind, wikidata, aliases, note`, under these names or those of `HEADINGS`. Aliases are separated by
`|`, a bar or backslash inside one is written `\\|` or `\\\\`. What is written has a BOM, so that Excel reads it as
UTF-8, and no cell that would run as a formula; what is read may have its columns in any order, some of them missing,
and other columns between them.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from typing import Self

import msgspec

from annotator.domain.actor import Actor, checked_item
from annotator.errors import InputError
from annotator.formats.cells import guarded, unguarded
from annotator.text.normalize import normal_form

COLUMNS = ("id", "name", "kind", "wikidata", "aliases", "note")
BOM = "\ufeff"

HEADINGS = {
    "id": ("المعرّف",),
    "name": ("الاسم", "اسم الفاعل", "الفاعل", "actor", "canonical name"),
    "kind": ("النوع", "نوع الفاعل", "type"),
    "wikidata": ("ويكي بيانات", "ويكيداتا", "wikidata id"),
    "aliases": ("أسماء أخرى", "الأسماء الأخرى", "أسماء بديلة", "also called", "other names", "alias"),
    "note": ("ملاحظة", "ملاحظات", "notes"),
}
"""Headings that stand for a column besides its own name, in any case and spelling; the first is the Arabic name."""

_DELIMITERS = ",;\t"
# What Excel writes above a table, and asks for, where a comma would not do.
_SEPARATOR = re.compile(r'"?sep=([^"\r\n])"?[ ,;\t]*(?:\r\n|\n|\r|\Z)', re.IGNORECASE)
# Python's own bound is for the whole process, and less than the aliases of one actor may have.
csv.field_size_limit(64 * 1024 * 1024)
_PIECE = re.compile(r"((?:\\.|[^\\|]|\\$)*)(\||$)", re.DOTALL)
_ESCAPED = re.compile(r"\\([\\|])")


MOST_FAULTS = 1000
"""After so many rows that cannot be used nobody wants to know of more."""


class TableRow(msgspec.Struct, frozen=True, kw_only=True):
    """One entry of a table, and the line on which it begins. None: the table has no such column."""

    line: int
    id: str
    name: str
    kind: str | None
    wikidata: str | None
    aliases: tuple[str, ...] | None
    note: str | None


def write_actors(actors: Iterable[Actor]) -> Iterator[str]:
    """The table, a line each."""
    buffer = io.StringIO()
    # CR LF, because only characters of the line's end are sure to have their cell quoted.
    table = csv.writer(buffer, lineterminator="\r\n")
    table.writerow(COLUMNS)
    yield BOM + buffer.getvalue()
    for actor in actors:
        buffer.seek(0)
        buffer.truncate()
        cells = (actor.id, actor.name, actor.kind, actor.wikidata or "", joined_aliases(actor.aliases), actor.note)
        table.writerow(map(guarded, cells))
        yield buffer.getvalue()


def read_actors(text: str) -> list[TableRow]:
    """The entries of a table with commas, semicolons or tabs between its cells.

    Raises InputError that names the line and column of the first fault, and how many more there are.
    """
    text = text.lstrip(BOM)
    named = _SEPARATOR.match(text)
    delimiter = named[1] if named else _delimiter(text)
    rows = (
        row
        for row in _rows(text[named.end() if named else 0 :], delimiter, 2 if named else 1)
        if any(map(str.strip, row[1]))
    )
    columns = _Columns(*next(rows, (1, [])))
    entries: list[TableRow] = []
    with Faults() as faults:
        for line, cells in rows:
            with faults.noted():
                entries.append(_entry(line, columns.values(line, cells)))
    return entries


class Faults:
    """The faults of a table's rows: the end of the block raises the first, saying how many more there are."""

    def __init__(self) -> None:
        self._first: InputError | None = None
        self._count = 0

    @contextmanager
    def noted(self) -> Iterator[None]:
        """Note what is wrong with a row. Raises InputError where so many are that the table is another one."""
        try:
            yield
        except InputError as fault:
            self._first = self._first or fault
            self._count += 1
        if self._count >= MOST_FAULTS:
            raise InputError(
                "{fault} More than {count} rows cannot be used.", fault=self._first, count=MOST_FAULTS
            ) from self._first

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is not None or self._first is None:
            return
        if self._count == 1:
            raise self._first
        raise InputError("{fault} {count} more rows cannot be used.", fault=self._first, count=self._count - 1)


def _delimiter(text: str) -> str:
    """Return the delimiter that divides the header into the most known columns."""
    header = next((line for line in text.split("\n") if line.strip()), "")

    def known(delimiter: str) -> int:
        return len({_column(cell) for cell in header.split(delimiter)} & set(COLUMNS))

    return max(_DELIMITERS, key=known)


def _column(cell: str) -> str:
    """Return the column that a heading names, else the heading in lower case."""
    heading = normal_form(cell.strip().strip('"'))
    return next((name for name, others in _known_headings().items() if heading in others), heading)


@cache
def _known_headings() -> dict[str, set[str]]:
    return {name: {normal_form(one) for one in (name, *HEADINGS[name])} for name in COLUMNS}


def _rows(text: str, delimiter: str, line: int) -> Iterator[tuple[int, list[str]]]:
    """Yield each row with the line on which it begins; the text begins on `line`."""
    table = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    first = line
    try:
        for cells in table:
            yield line, cells
            line = table.line_num + first
    except csv.Error as error:
        raise InputError(
            "line {line}: the quotation marks around its cells do not match ({reason}).", line=line, reason=str(error)
        ) from error


class _Columns:
    """The place of each known column in a table."""

    def __init__(self, line: int, header: Sequence[str]) -> None:
        names = [_column(cell) for cell in header]
        for name in COLUMNS:
            if names.count(name) > 1:
                raise InputError("line {line}: the column {name} stands there twice.", line=line, name=name)
        if "name" not in names:
            raise InputError(
                "line {line}: it must name the columns, at least {needed!r}; known are: {known}.",
                line=line,
                needed="name",
                known=[f"{name} ({HEADINGS[name][0]})" for name in COLUMNS],
            )
        self._places = {name: names.index(name) for name in COLUMNS if name in names}
        self._width = len(names)

    def values(self, line: int, cells: Sequence[str]) -> dict[str, str]:
        """The cells of a row by column; those that a spreadsheet left away at its end are empty."""
        if any(cell.strip() for cell in cells[self._width :]):
            raise InputError(
                "line {line}: it has {count} cells under {width} columns; put a cell with a comma between "
                "quotation marks.",
                line=line,
                count=len(cells),
                width=self._width,
            )
        return {name: unguarded(cells[place]) if place < len(cells) else "" for name, place in self._places.items()}


def _entry(line: int, values: dict[str, str]) -> TableRow:
    id = values.get("id", "").strip()
    # A name that people typed loses the spaces around it; what we wrote comes back as it was.
    name = values["name"] if id else values["name"].strip()
    if not name.strip():
        raise InputError("line {line}, column {column}: an actor needs a name.", line=line, column="name")
    return TableRow(
        line=line,
        id=id,
        name=name,
        kind=values["kind"].strip() if "kind" in values else None,
        wikidata=_wikidata(line, values["wikidata"]) if "wikidata" in values else None,
        aliases=parted_aliases(values["aliases"], typed=not id) if "aliases" in values else None,
        note=values.get("note"),
    )


def _wikidata(line: int, cell: str) -> str:
    """The Q number in a cell, which may be the address of its page; empty for an empty cell."""
    if not cell.strip():
        return ""
    try:
        return checked_item(cell)
    except InputError as error:
        raise InputError(
            "line {line}, column {column}: {reason}", line=line, column="wikidata", reason=error
        ) from error


def joined_aliases(aliases: Iterable[str]) -> str:
    """Return the other names of an actor as one text; `parted_aliases` gives them back."""
    return "|".join(re.sub(r"([\\|])", r"\\\1", alias) for alias in aliases)


def parted_aliases(cell: str, *, typed: bool) -> tuple[str, ...]:
    """Return the other names in one text; `typed`: somebody wrote it by hand, with spaces around the bars."""
    pieces = (_ESCAPED.sub(r"\1", piece[1]) for piece in _PIECE.finditer(cell))
    return tuple(dict.fromkeys(alias.strip() if typed else alias for alias in pieces if alias.strip()))
