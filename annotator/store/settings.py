"""The project's own settings: its scheme. (A reader's place is theirs, and kept elsewhere.)"""

import sqlite3
from typing import Any

from annotator.domain.scheme import Scheme
from annotator.store import rows, scheme_rows
from annotator.store.edits import Edit, delete, put

scheme = scheme_rows.scheme


def scheme_edits(connection: sqlite3.Connection, scheme: Scheme) -> list[Edit]:
    """The edits that make this the project's scheme: a row for each of its parts, and none of the parts it has not."""
    parts = scheme_rows.parts_of(scheme)
    gone = scheme_rows.stored_parts(connection).keys() - parts.keys()
    return [
        *(put("settings", {"id": row_id, "value": value}) for row_id, value in parts.items()),
        *(delete("settings", row_id) for row_id in sorted(gone)),
    ]


def values(connection: sqlite3.Connection, beginning: str) -> dict[str, Any]:
    """Return the settings, the scheme aside, whose ids begin so. Raises BrokenRowError."""
    found = connection.execute("SELECT id, value FROM settings WHERE substr(id, 1, ?) = ?", (len(beginning), beginning))
    return {row[0]: rows.decode(row[1], Any, "settings", row[0]) for row in found.fetchall()}


def value_row(name: str, value: object) -> Edit:
    """Return the edit that writes a setting of the project."""
    return put("settings", {"id": name, "value": value})
