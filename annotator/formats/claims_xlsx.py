"""Claims as an Excel workbook: one row a claim, right to left where the articles are, filters and a fixed head."""

import datetime
import itertools
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any, Literal

from annotator.formats.claim_rows import COUNTED, HOLDS, columns_of, rows_of
from annotator.formats.claims import lost_beside_claims
from annotator.formats.dataset import Dataset, Sink
from annotator.formats.options import Options, named, titled
from annotator.formats.registry import writer
from annotator.text.direction import agreed_direction, base_direction

if TYPE_CHECKING:
    from xlsxwriter import Workbook

MOST_ROWS = 1_048_575
"""The rows of a sheet, its head aside; more go on the next sheet."""
LONGEST_CELL = 32_767
"""In UTF-16 units, as Excel counts."""
CUT = named("cells cut at 32,767 characters")

WIDTHS = {"claim": 60, "statement": 40, "document": 40}
WIDTH = 18
RIGHT_TO_LEFT = 2
"""Excel's number for this reading order."""
_EPOCH = datetime.datetime(2000, 1, 1)


class XlsxOptions(Options, frozen=True, kw_only=True):
    """The direction of the sheets."""

    direction: Annotated[
        Literal["auto", "rtl", "ltr"],
        titled("Direction", auto=named("As the articles"), rtl=named("Right to left"), ltr=named("Left to right")),
    ] = "auto"


def count_lost(dataset: Dataset, _: Options) -> dict[str, int]:
    """Count what a table of claims has no column for, and cells that are too long for Excel."""
    cut = sum(_units(cell) > LONGEST_CELL for row in rows_of(dataset) for cell in row)
    return lost_beside_claims(dataset) | ({CUT: cut} if cut else {})


@writer(
    id="xlsx",
    title="Claims (Excel)",
    use="reading",
    about=named("A row for each claim, right to left, for Excel and LibreOffice"),
    suffix=".xlsx",
    holds=HOLDS,
    options=XlsxOptions,
    count=count_lost,
    counted=COUNTED,
)
def write_claims_xlsx(dataset: Dataset, out: Sink, options: XlsxOptions) -> None:
    """Write a row for each claim, one sheet for every million of them; text is never a formula or a link."""
    from xlsxwriter import Workbook

    settings = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with out.file(f"{dataset.card.name}.xlsx") as stream:
        book = Workbook(stream, settings)
        # The day it was made would be the only bytes that differ between two exports of the same.
        book.set_properties({"created": _EPOCH, "title": dataset.card.name, "comments": dataset.card.program})
        rows = rows_of(dataset)
        right_to_left = options.direction == "rtl" or (options.direction == "auto" and _is_rtl(dataset))
        columns = columns_of(dataset.scheme)
        # Excel goes by the first letter of a cell, which is Latin in "CNN: تقرير".
        from_right = book.add_format({"reading_order": RIGHT_TO_LEFT})
        for number in itertools.count(1):
            _sheet(book, "claims" if number == 1 else f"claims {number}", columns, right_to_left)
            if _fill(book.worksheets()[-1], itertools.islice(rows, MOST_ROWS), from_right) < MOST_ROWS:
                break
        book.close()


def _sheet(book: "Workbook", name: str, columns: Sequence[str], right_to_left: bool) -> None:
    sheet = book.add_worksheet(name)
    if right_to_left:
        sheet.right_to_left()
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, 0, len(columns) - 1)
    head = book.add_format({"bold": True, "bottom": 1})
    for place, column in enumerate(columns):
        sheet.set_column(place, place, WIDTHS.get(column, WIDTH))
        sheet.write_string(0, place, column, head)


def _fill(sheet: Any, rows: "itertools.islice[tuple[str, ...]]", from_right: Any) -> int:
    """Write rows below the head, and return how many there were."""
    written = 0
    for written, row in enumerate(rows, 1):
        for place, cell in enumerate(row):
            if cell:
                sheet.write_string(written, place, _as_cell(cell), from_right if _is_mixed_rtl(cell) else None)
    return written


def _is_mixed_rtl(text: str) -> bool:
    return not text.isascii() and agreed_direction(text) is None and base_direction(text) == "rtl"


def _as_cell(text: str) -> str:
    """Return a text as a cell may hold it: not too long, and without what XML has no place for."""
    while _units(text) > LONGEST_CELL:
        text = text[: LONGEST_CELL - (_units(text) - len(text))]
    return text.replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd")


def _units(text: str) -> int:
    return len(text) + sum(char > "\uffff" for char in text) if len(text) * 2 > LONGEST_CELL else len(text)


def _is_rtl(dataset: Dataset) -> bool:
    """Return whether the first article is read from right to left."""
    document = next((record.document for record in dataset.records), None)
    return document is None or (document.direction or base_direction(document.text)) == "rtl"
