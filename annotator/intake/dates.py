"""Days as outlets and tables write them, in the form that a project keeps. A day that may be another is not guessed."""

import re
from collections.abc import Iterable
from datetime import date, datetime
from email.utils import parsedate_to_datetime

_MONTHS = (
    ("يناير", "كانون الثاني", "january", "jan", "janvier", "ژانویه", "جنوری", "جانفي", "ينايير"),
    ("فبراير", "شباط", "february", "feb", "février", "فوریه", "فروری", "فيفري"),
    ("مارس", "آذار", "اذار", "march", "mar", "mars", "مارچ"),
    ("أبريل", "ابريل", "إبريل", "نيسان", "april", "apr", "avril", "آوریل", "اپریل", "أفريل"),
    ("مايو", "أيار", "ايار", "may", "mai", "مه", "مئی", "ماي"),
    ("يونيو", "يونيه", "حزيران", "june", "jun", "juin", "ژوئن", "جون", "جوان"),
    ("يوليو", "يوليه", "تموز", "july", "jul", "juillet", "ژوئیه", "جولائی", "جويلية"),
    ("أغسطس", "اغسطس", "آب", "اب", "august", "aug", "août", "اوت", "اگست", "أوت"),
    ("سبتمبر", "أيلول", "ايلول", "september", "sep", "sept", "septembre", "سپتامبر", "ستمبر"),
    ("أكتوبر", "اكتوبر", "تشرين الأول", "تشرين الاول", "october", "oct", "octobre", "اکتبر", "اکتوبر"),
    ("نوفمبر", "تشرين الثاني", "november", "nov", "novembre", "نوامبر", "نومبر"),
    ("ديسمبر", "كانون الأول", "كانون الاول", "december", "dec", "décembre", "دسامبر", "دسمبر"),
)
_MONTH = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}
_DIGITS = {ord(digit): str(value) for digits in ("٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹") for value, digit in enumerate(digits)}
_ISO = re.compile(
    r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})"
    r"(?:[T ]+([0-9]{1,2}):([0-9]{2})(?::([0-9]{2}))?(?:[.,][0-9]+)?\s*(Z|[+-][0-9]{2}:?[0-9]{2})?)?"
)
_PARTIAL = re.compile(r"[0-9]{4}(?:-[0-9]{2})?")
_NUMBERS = re.compile(r"([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})(?:\D.*)?")
_WORDS = re.compile(
    r"(?:[^0-9]{0,20}?[\s،,])?([0-9]{1,2})(?:st|nd|rd|th|er|\.)?\s+([^\W\d_]+(?:\s[^\W\d_]+)?)[\s،,./-]+([0-9]{4})(?!\d).{0,40}"
)
_ENGLISH = re.compile(r"([A-Za-z]{3,9})\.?\s+([0-9]{1,2})(?:st|nd|rd|th)?,?\s+([0-9]{4})(?!\d).{0,40}")
_LONGEST_CODE_POINTS = 120


def moment(written: str | date, *, day_first: bool | None = None) -> str | None:
    """Return a day, or day and time, in ISO 8601; None for what is none, or may be one of two.

    `day_first` says how 03/04/2026 is meant; None: nobody knows.
    """
    if isinstance(written, date):
        return _of_value(written)
    text = " ".join(written.translate(_DIGITS).split())
    if not text or len(text) > _LONGEST_CODE_POINTS:
        return None
    if found := _ISO.fullmatch(text):
        return _iso(found)
    if _PARTIAL.fullmatch(text):
        return text if _PARTIAL.fullmatch(text) and _is_day(int(text[:4]), int(text[5:7] or 1), 1) else None
    if found := _NUMBERS.fullmatch(text):
        return _of_numbers(int(found[1]), int(found[2]), int(found[3]), day_first)
    # Only mail's days have a clock, and it reads other words strangely.
    return (_of_mail(text) if ":" in text else None) or _of_words(text)


def day_first(written: Iterable[str]) -> bool | None:
    """Return how the days of a column are meant, from those that can be read only one way; None if they do not say."""
    found = {
        int(match[1]) > 12
        for text in written
        if (match := _NUMBERS.fullmatch(text.translate(_DIGITS).strip()))
        and (int(match[1]) > 12) != (int(match[2]) > 12)
    }
    return found.pop() if len(found) == 1 else None


def _of_value(value: date) -> str:
    if isinstance(value, datetime) and (value.hour or value.minute or value.second or value.tzinfo):
        return value.isoformat(timespec="seconds")
    return f"{value.year:04}-{value.month:02}-{value.day:02}"


def _iso(found: "re.Match[str]") -> str | None:
    year, month, day = (int(found[place]) for place in (1, 2, 3))
    if not _is_day(year, month, day):
        return None
    told = f"{year:04}-{month:02}-{day:02}"
    if found[4] is None or not (int(found[4]) < 24 and int(found[5]) < 60 and int(found[6] or 0) < 60):
        return told
    return f"{told}T{int(found[4]):02}:{found[5]}" + (f":{found[6]}" if found[6] else "") + (found[7] or "")


def _of_numbers(first: int, second: int, year: int, day_first: bool | None) -> str | None:
    if first > 12 or second > 12 or first == second:
        day, month = (first, second) if first > 12 or first == second else (second, first)
    elif day_first is None:
        return None
    else:
        day, month = (first, second) if day_first else (second, first)
    return f"{year:04}-{month:02}-{day:02}" if _is_day(year, month, day) else None


def _of_words(text: str) -> str | None:
    if found := _WORDS.fullmatch(text):
        day, name, year = int(found[1]), found[2].casefold(), int(found[3])
    elif found := _ENGLISH.fullmatch(text):
        day, name, year = int(found[2]), found[1].casefold(), int(found[3])
    else:
        return None
    month = _MONTH.get(name) or _MONTH.get(name.split(" ")[0])
    return f"{year:04}-{month:02}-{day:02}" if month and _is_day(year, month, day) else None


def _of_mail(text: str) -> str | None:
    try:
        return _of_value(parsedate_to_datetime(text))
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        return year >= 1000 and bool(date(year, month, day))
    except ValueError:
        return False
