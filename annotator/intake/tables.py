"""Tables of articles: a row an article, whatever kind of file the table comes in."""

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from annotator.domain.document import IntakeNote
from annotator.errors import InputError
from annotator.intake import columns
from annotator.intake.article import made
from annotator.intake.dates import day_first, moment
from annotator.intake.kinds import ReadItem
from annotator.intake.source import ArticleSource


class ArticleTable(msgspec.Struct, frozen=True, kw_only=True):
    """Cells as text. `numbers`: the line of the file on which each row begins, or its row of the `sheet`."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...]
    sheet: str = ""
    notes: tuple[IntakeNote, ...] = ()


def articles(source: ArticleSource, table: ArticleTable) -> Iterator[ReadItem]:
    """Yield an article for each row that has anything in it; a row without a text is left out and told.

    Raises InputError for a table without a column for the text.
    """
    found = columns.mapping(source.name, table.header, table.rows, source.columns)
    places = {role: table.header.index(name) for role, name in found.items()}
    first = day_first(_cell(row, places.get("published")) for row in table.rows)
    notes = (*table.notes, columns.note(found))
    for row, number in zip(table.rows, table.numbers, strict=True):
        if not any(cell.strip() for cell in row):
            continue
        try:
            yield _article(source, row, places, notes, first)
        except InputError as error:
            yield _placed(source.name, table.sheet, number, error)


def _placed(name: str, sheet: str, number: int, error: InputError) -> InputError:
    if sheet:
        return InputError("{name}, {sheet}, row {row}: {reason}", name=name, sheet=sheet, row=number, reason=error)
    return InputError("{name}, line {line}: {reason}", name=name, line=number, reason=error)


def _article(
    source: ArticleSource,
    row: Sequence[str],
    places: Mapping[str, int],
    notes: Sequence[IntakeNote],
    first: bool | None,
) -> ReadItem:
    text = _cell(row, places["text"])
    if not text.strip():
        raise InputError("the row has no text")
    url = _cell(row, places.get("url")).strip()
    return made(
        text,
        name=source.name,
        title=_cell(row, places.get("title")),
        language=_cell(row, places.get("language")) or None,
        notes=notes,
        url=url if url.startswith(("http://", "https://")) else None,
        publisher=_cell(row, places.get("publisher")),
        published=moment(_cell(row, places.get("published")), day_first=first),
        author=_cell(row, places.get("author")),
    )


def _cell(row: Sequence[str], place: int | None) -> str:
    return row[place] if place is not None and place < len(row) else ""


def column_names(header: Sequence[str]) -> tuple[str, ...]:
    """Return the names of columns, each of them once: a blank one is its number, a second `date` is `date (2)`."""
    found: dict[str, None] = {}
    for number, cell in enumerate(header, 1):
        name = " ".join(cell.split()) or str(number)
        again, wanted = 2, name
        while wanted in found:
            wanted, again = f"{name} ({again})", again + 1
        found[wanted] = None
    return tuple(found)
