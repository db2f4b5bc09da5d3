"""What the project itself decides: its scheme. (Where someone was reading is theirs, and kept elsewhere.)"""

import sqlite3
from typing import Any

import msgspec

from annotator.domain.scheme import Scheme
from annotator.errors import ProjectError
from annotator.store import rows
from annotator.store.journal import Edit, put


def scheme_row(scheme: Scheme) -> Edit:
    """The edit that makes this the project's scheme."""
    return put("settings", {"id": "scheme", "value": msgspec.to_builtins(scheme)})


def scheme(connection: sqlite3.Connection) -> Scheme:
    """The project's scheme; ProjectError if the file holds none that can be read."""
    row = connection.execute("SELECT value FROM settings WHERE id = 'scheme'").fetchone()
    if row is None:
        raise ProjectError("This project has no scheme; it was not made whole. Go back to a copy of it.")
    return decoded(rows.decode(row["value"], dict[str, Any], "settings", "scheme"))


def decoded(value: object) -> Scheme:
    """A scheme from what a row of the journal or of the table holds; ProjectError if it cannot be read."""
    if _is_oversize(value):
        raise ProjectError("The scheme inside this project cannot be read: {reason}.", reason="it is too large")
    try:
        return msgspec.convert(value, Scheme)
    except (msgspec.ValidationError, RecursionError) as error:
        raise ProjectError("The scheme inside this project cannot be read: {reason}.", reason=str(error)) from error


MOST_PARTS = 50_000
"""Titles, keys, values and the rest of a scheme, counted together; the largest that is known has 2,000."""
LONGEST_TITLE = 1_000
LONGEST_PAGE = 200_000
"""Code points of a title or key, and of a page of guidelines."""


def _is_oversize(value: object) -> bool:
    """Whether a scheme is larger than a window can show: it may have come from anyone."""
    parts, left = [(value, LONGEST_TITLE)], MOST_PARTS
    while parts and left:
        part, longest = parts.pop()
        left -= 1
        match part:
            case str() if len(part) > longest:
                return True
            case dict():
                parts += ((one, LONGEST_PAGE if key in _PAGES else longest) for key, one in part.items())
                parts += ((key, LONGEST_TITLE) for key in part)
            case list():
                parts += ((one, longest) for one in part)
    return bool(parts)


_PAGES = frozenset(("guidelines", "description"))
