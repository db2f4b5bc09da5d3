"""What the project itself decides: its scheme. (Where someone was reading is theirs, and kept elsewhere.)"""

import sqlite3
from typing import Any

import msgspec

from annotator.domain.scheme import Scheme
from annotator.errors import ProjectError, shortened
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
    try:
        return msgspec.convert(value, Scheme)
    except (msgspec.ValidationError, RecursionError) as error:
        raise ProjectError(
            "The scheme inside this project cannot be read: {reason}.", reason=shortened(str(error))
        ) from error
