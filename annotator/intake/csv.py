"""Tables in CSV, with whatever divides their cells."""

import csv
import io
import re
from collections.abc import Iterator

from annotator.domain.document import IntakeNote
from annotator.errors import InputError
from annotator.intake import columns
from annotator.intake.decoding import decode
from annotator.intake.kinds import ReadItem, kind
from annotator.intake.not_articles import refuse_binary, refuse_other_kinds
from annotator.intake.source import ArticleSource
from annotator.intake.tables import ArticleTable, articles, column_names

LONGEST_CELL = 4 * 1024 * 1024
"""Code points: an article has a thousandth of that."""
_SUFFIXES = (".csv", ".tsv")
_DIVIDERS = ",;\t|"
_DECLARED = re.compile(r'"?sep=(.)"?\s*', re.IGNORECASE)
_MOST_DIVIDERS = 200_000
"""Dividers in one line of the file; a text may hold thousands of commas, and no row has as many cells."""


def looks_like_table(name: str, head: bytes) -> float:
    """Return how sure it is that this is a table of articles: its first line names a column for the text, and more."""
    if b"\0" in head[:200] and not head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return 0.0
    line = _first_line(head)
    if any(mark in line for mark in _DIVIDERS):
        names = [cell.strip(' "\ufeff') for cell in line.split(_divider(line))]
        roles = {columns.role_of(cell) for cell in names} - {None}
        if "text" in roles and (len(roles) > 1 or name.lower().endswith(_SUFFIXES)):
            return 0.95
    return 0.7 if name.lower().endswith(_SUFFIXES) else 0.0


@kind(id="csv", title="Table (CSV)", suffixes=_SUFFIXES, sniff=looks_like_table)
def read_csv(source: ArticleSource) -> Iterator[ReadItem]:
    """Yield an article for each row. Raises InputError for a table of something else, or one that is damaged."""
    if not source.data:
        raise InputError("{name} is empty.", name=source.name)
    refuse_binary(source.name, source.data)
    text, encoding = decode(source)
    text = text.lstrip("\ufeff")
    if not source.chosen:
        refuse_other_kinds(source.name, text, tables=False)
    yield from articles(source, _table(source.name, text, IntakeNote(kind="encoding", detail=encoding)))


def _table(name: str, text: str, note: IntakeNote) -> ArticleTable:
    declared = _DECLARED.match(text.split("\n", 1)[0])
    skipped = declared.end() if declared else 0
    body = text[skipped:]
    divider = declared[1] if declared else _divider(body.split("\n", 1)[0])
    rows, numbers = [], []
    lines = _BoundedLines(name, body, divider)
    reader = csv.reader(lines, delimiter=divider, strict=True)
    before, offset = 0, 1 if declared else 0
    try:
        for row in reader:
            rows.append(tuple(row))
            numbers.append(before + 1 + offset)
            before = reader.line_num
            columns.check_height(name, len(rows))
    except csv.Error as error:
        raise _malformed(name, before + 1 + offset, error) from error
    if len(rows) < 2:
        raise InputError("{name} is a table with names of columns and no rows.", name=name)
    columns.check_width(name, max(map(len, rows)))
    return ArticleTable(header=column_names(rows[0]), rows=tuple(rows[1:]), numbers=tuple(numbers[1:]), notes=(note,))


class _BoundedLines:
    """The lines of a table, of which none has more cells than memory has room for."""

    def __init__(self, name: str, text: str, divider: str) -> None:
        self._name, self._divider = name, divider
        self._stream = io.StringIO(text, newline="")

    def __iter__(self) -> Iterator[str]:
        # The library's own bound is one for the whole process.
        bound = csv.field_size_limit(LONGEST_CELL)
        try:
            for line in self._stream:
                if line.count(self._divider) > _MOST_DIVIDERS:
                    columns.check_width(self._name, line.count(self._divider) + 1)
                yield line
        finally:
            csv.field_size_limit(bound)


def _malformed(name: str, line: int, error: csv.Error) -> InputError:
    reason = str(error)
    if "field larger" in reason:
        return InputError(
            "{name}, line {line}: a cell holds more than {most} MiB.", name=name, line=line, most=LONGEST_CELL >> 20
        )
    if "unexpected end" in reason:
        return InputError(
            "{name}, line {line}: a quotation mark is opened here and not closed before the file ends; "
            "close it, or get the file again.",
            name=name,
            line=line,
        )
    return InputError(
        "{name}, line {line}: the table is broken here ({reason}); save the sheet as CSV again.",
        name=name,
        line=line,
        reason=reason,
    )


def _divider(line: str) -> str:
    return max(_DIVIDERS, key=line.count)


def _first_line(head: bytes) -> str:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = head[:8192].decode("utf-16", "ignore")
    else:
        text = head[:8192].decode("utf-8", "ignore")
    lines = [line for line in text.lstrip("\ufeff").split("\n") if line.strip()]
    if lines and _DECLARED.fullmatch(lines[0]):
        lines = lines[1:]
    return lines[0] if lines else ""
