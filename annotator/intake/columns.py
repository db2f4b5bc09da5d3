"""The roles of a table's columns: guessed from names and cells, or named by the user, and always told."""

import re
from collections.abc import Mapping, Sequence

from annotator.domain.document import IntakeNote
from annotator.errors import InputError
from annotator.intake.dates import moment
from annotator.visible import clipped

ROLES = ("text", "title", "url", "publisher", "published", "author", "language")

MOST_COLUMNS = 1000
MOST_ROWS = 200_000
_SAMPLE = 50
_LONG_TEXT = 200
"""Code points on average of the column that is the text where no name says so."""
_TIMES_LONGER = 3

_NAMES: Mapping[str, tuple[str, ...]] = {
    "text": (
        *(
            "text",
            "body",
            "content",
            "article",
            "fulltext",
            "articletext",
            "articlebody",
            "maintext",
            "story",
            "contents",
        ),
        *("bodytext", "newstext", "rawtext", "textbody", "document"),
        *(
            "نص",
            "النص",
            "نص المقال",
            "نص الخبر",
            "المتن",
            "متن",
            "المحتوى",
            "محتوى",
            "المقال",
            "الخبر",
            "متن خبر",
            "متن کامل",
        ),
        *("texte", "contenu", "טקסט", "תוכן", "متن مقاله", "خبر"),
    ),
    "title": (
        *("title", "headline", "articletitle", "heading", "subject", "head"),
        *("العنوان", "عنوان", "عنوان المقال", "عنوان الخبر", "titre", "תרתי", "כותרת", "تیتر", "سرخی"),
    ),
    "url": (
        *("url", "link", "address", "sourceurl", "articleurl", "permalink", "href", "uri", "weburl", "canonicalurl"),
        *("الرابط", "رابط", "رابط المقال", "رابط الخبر", "لینک", "پیوند", "lien", "קישור"),
    ),
    "publisher": (
        *("publisher", "outlet", "source", "newspaper", "site", "sitename", "media", "publication", "sourcename"),
        *("domain", "agency", "medium", "channel", "المصدر", "مصدر", "الناشر", "ناشر", "الوسيلة", "الموقع", "الصحيفة"),
        *("الجريدة", "الوكالة", "منبع", "رسانه", "journal", "éditeur", "מקור", "اخبار"),
    ),
    "published": (
        *("published", "date", "publisheddate", "publishdate", "pubdate", "publishedat", "datetime", "datepublished"),
        *("publicationdate", "publicationdatetime", "created", "createdat", "timestamp", "day", "time", "publishedon"),
        *("التاريخ", "تاريخ", "تاريخ النشر", "تاريخ المقال", "يوم النشر", "تاریخ", "تاریخ انتشار", "תאריך"),
    ),
    "author": (
        *("author", "authors", "byline", "writer", "creator", "reporter", "by", "journalist"),
        *("الكاتب", "كاتب", "المؤلف", "المحرر", "الصحفي", "بقلم", "نویسنده", "auteur", "מחבר", "מאת"),
    ),
    "language": ("language", "lang", "languagecode", "اللغة", "لغة", "زبان", "langue", "שפה"),
}
_ROLE = {name.replace(" ", ""): role for role, names in _NAMES.items() for name in names}
_WEB = re.compile(r"https?://\S+")


def role_of(name: str) -> str | None:
    """Return what a column of this name holds, in any of the languages of newsrooms; None where it does not say."""
    return _ROLE.get(re.sub(r"[\W_]+", "", name.casefold().replace("\u0640", "")))


def guessed(header: Sequence[str], rows: Sequence[Sequence[str]]) -> dict[str, str]:
    """Return role → column, as far as names and cells tell; without "text" where nothing is long enough."""
    found: dict[str, str] = {}
    for name in header:
        role = role_of(name)
        if role is not None and role not in found:
            found[role] = name
    cells = {name: [row[place] for row in rows[:_SAMPLE] if place < len(row)] for place, name in enumerate(header)}
    free = [name for name in header if name not in found.values()]
    if "text" not in found and (longest := _longest(cells, free)) is not None:
        found["text"] = longest
    for role, fits in (("url", _WEB.fullmatch), ("published", moment)):
        if role not in found:
            free = [name for name in free if name not in found.values()]
            match = next((name for name in free if _all(cells[name], fits)), None)
            if match is not None:
                found[role] = match
    return found


def _longest(cells: Mapping[str, Sequence[str]], names: Sequence[str]) -> str | None:
    means = sorted(((sum(map(len, cells[name])) / max(1, len(cells[name])), name) for name in names), reverse=True)
    if not means or means[0][0] < _LONG_TEXT:
        return None
    return means[0][1] if len(means) == 1 or means[0][0] >= _TIMES_LONGER * means[1][0] else None


def _all(cells: Sequence[str], fits: object) -> bool:
    filled = [cell.strip() for cell in cells if cell.strip()]
    return bool(filled) and callable(fits) and all(fits(cell) is not None for cell in filled)


def mapping(
    name: str, header: Sequence[str], rows: Sequence[Sequence[str]], wanted: Mapping[str, str]
) -> dict[str, str]:
    """Return role → column: what the person said, and the guess for the rest.

    A role that is wanted as "" or "-" is left out. Raises InputError where no column holds the text, and for a column
    or role that is not there.
    """
    for role, column in wanted.items():
        if role not in ROLES:
            raise InputError(
                "{role!r} is nothing that a column can hold; there is: {known}.", role=role, known=list(ROLES)
            )
        if column not in ("", "-") and column not in header:
            raise InputError(
                "{name} has no column {column!r}; it has: {columns}.", name=name, column=column, columns=_shown(header)
            )
    guess = {role: column for role, column in guessed(header, rows).items() if column not in wanted.values()}
    found = {role: column for role, column in {**guess, **wanted}.items() if column not in ("", "-")}
    if "text" not in found:
        raise InputError(
            "{name} is a table, not an article, and none of its columns is known to hold the text of articles: "
            "{columns}. Name it (--column text=NAME), or save each article's text as a .txt file.",
            name=name,
            columns=_shown(header),
        )
    return {role: found[role] for role in ROLES if role in found}


def note(columns: Mapping[str, str]) -> IntakeNote:
    """Return the note that says how a table was read."""
    return IntakeNote(
        kind="columns", detail=clipped(", ".join(f"{role}={name}" for role, name in columns.items()), 400)
    )


def _shown(header: Sequence[str]) -> list[str]:
    shown = [clipped(name, 40) for name in header[:12]]
    return [*shown, "…"] if len(header) > len(shown) else shown


def check_width(name: str, columns: int) -> None:
    """Raise InputError for a table with more columns than any has that a person made."""
    if columns > MOST_COLUMNS:
        raise InputError("{name} has {count} columns; it may have {most}.", name=name, count=columns, most=MOST_COLUMNS)


def check_height(name: str, rows: int) -> None:
    """Raise InputError for a table with more rows than come in at once."""
    if rows > MOST_ROWS:
        raise InputError("{name} has more than {most} rows; split it.", name=name, most=MOST_ROWS)
