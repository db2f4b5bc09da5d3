"""Tables in Excel's format: every sheet with a column for the articles' text."""

import codecs
import io
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from annotator import zips
from annotator.errors import InputError
from annotator.intake import columns
from annotator.intake.dates import moment
from annotator.intake.kinds import ReadItem, kind
from annotator.intake.source import ArticleSource
from annotator.intake.tables import ArticleTable, articles, column_names
from annotator.visible import clipped, printable

MOST_CELLS = 5_000_000
"""Cells between the first and the last of a sheet: the reader makes room for all of them."""
_CELL = re.compile(rb"<(?:\w+:)?(?:c|row)\s[^>]*?\br\s*=\s*[\"']([^\"'>]*)")
_PLACE = re.compile(rb"([A-Z]{0,3})([0-9]{1,7})")


def looks_like_workbook(name: str, head: bytes) -> float:
    """Return how sure it is that this is a workbook."""
    if zips.is_office(head, "xl/"):
        return 1.0
    return 0.9 if head.startswith(zips.START) and name.lower().endswith((".xlsx", ".xlsm")) else 0.0


@kind(id="xlsx", title="Table (Excel)", suffixes=(".xlsx", ".xlsm"), sniff=looks_like_workbook)
def read_xlsx(source: ArticleSource) -> Iterator[ReadItem]:
    """Yield an article for each row of each sheet that has a column for the text.

    A cell with a formula is read as what it showed when it was saved. Raises InputError where no sheet has such a
    column, or the file is damaged.
    """
    _check_bounds(source)
    tables = list(_tables(source))
    if not tables:
        raise InputError("{name} is a workbook without a table in it.", name=source.name)
    refused: InputError | None = None
    read = 0
    for table in tables:
        try:
            columns.mapping(source.name, table.header, table.rows, source.columns)
        except InputError as error:
            refused = refused or error
            continue
        read += 1
        yield from articles(source, table)
    if not read and refused is not None:
        raise refused


def _tables(source: ArticleSource) -> Iterator[ArticleTable]:
    import python_calamine

    try:
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(source.data))
        for sheet in book.sheet_names:
            rows = book.get_sheet_by_name(sheet).to_python(skip_empty_area=True)
            if table := _table(source.name, sheet, rows):
                yield table
    except InputError:
        raise
    except BaseException as error:
        if not isinstance(error, Exception) and type(error).__name__ != "PanicException":
            raise
        reason = clipped(" ".join(str(error).split()), 120)
        raise InputError(
            "{name} cannot be read as a workbook: {reason}. Open it and save it again.", name=source.name, reason=reason
        ) from error


def _table(name: str, sheet: str, rows: list[list[Any]]) -> ArticleTable | None:
    filled = [(number, [_text(cell) for cell in row]) for number, row in enumerate(rows, 1)]
    filled = [(number, row) for number, row in filled if any(cell.strip() for cell in row)]
    if len(filled) < 2:
        return None
    columns.check_width(name, max(len(row) for _, row in filled))
    columns.check_height(name, len(filled))
    return ArticleTable(
        header=column_names(filled[0][1]),
        rows=tuple(tuple(row) for _, row in filled[1:]),
        numbers=tuple(number for number, _ in filled[1:]),
        sheet=clipped(printable(sheet), 40),
    )


def _text(cell: Any) -> str:
    if isinstance(cell, date):
        return moment(cell) or ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None else str(cell)


def _check_bounds(source: ArticleSource) -> None:
    """Raise InputError for a workbook that would take more memory than its tables are worth."""
    with zips.archive(source.name, source.data) as opened:
        for member in opened.infolist():
            data = zips.content(source.name, opened, member)
            if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
                raise InputError(
                    "{name}: {part} declares entities of its own, which no workbook does; it was not opened.",
                    name=source.name,
                    part=printable(member.filename),
                )
            # A sheet may have any name. In UTF-16, which no program writes, it could not be looked over.
            if data[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE) or b"\0s\0h\0e\0e\0t" in data:
                raise InputError("{name} holds a sheet in UTF-16; open it and save it again.", name=source.name)
            if b"sheetData" in data:
                check_sheet(source.name, data)


def check_sheet(name: str, data: bytes) -> None:
    widest = tallest = 0
    for said in {*_CELL.findall(data)}:
        place = _PLACE.fullmatch(said)
        if place is None:
            raise InputError(
                "{name} has a cell at {place!r}, which is no place of a sheet; open it and save it again.",
                name=name,
                place=clipped(said.decode("utf-8", "replace"), 40),
            )
        tallest = max(tallest, int(place[2]))
        widest = max(widest, _column(place[1]))
    if widest * tallest > MOST_CELLS:
        raise InputError(
            "{name} has a cell in column {column} and one in row {row}: a sheet may have {most} cells in all.",
            name=name,
            column=widest,
            row=tallest,
            most=MOST_CELLS,
        )


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
