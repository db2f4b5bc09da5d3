"""The list of segments of the search index, looked over before SQLite reads it.

SQLite sets memory aside, and fills it with zeros, for as many segments as the list claims: a torn list claims millions
of them, which are gigabytes. The layout is that of `fts5_index.c` ("Structure record format").
"""

import sqlite3

_STRUCTURE = 10
"""The number of the record that holds the list."""
_COOKIE_BYTES = 4
_SECOND_LAYOUT = b"\xff\x00\x00\x01"
"""The bytes behind the cookie where segments say more of themselves."""
_NONE = bytes(_COOKIE_BYTES + 3)
"""A list without levels, segments and writes."""
_NUMBERS, _MORE_NUMBERS = 3, 8
"""The numbers of a segment, and those of one of the second layout."""


def check_segments(connection: sqlite3.Connection) -> None:
    """Raise sqlite3.DatabaseError if the index claims more segments than its list has room for."""
    row = connection.execute("SELECT block FROM documents_fts_data WHERE id = ?", (_STRUCTURE,)).fetchone()
    if row is not None and isinstance(row[0], bytes) and not _is_plausible(row[0]):
        raise sqlite3.DatabaseError("fts5: corruption: its list of segments does not hold together")


def clear_segments(connection: sqlite3.Connection) -> None:
    """Let the index claim no segments at all, so that it can be dropped."""
    connection.execute("UPDATE documents_fts_data SET block = ? WHERE id = ?", (_NONE, _STRUCTURE))


def _is_plausible(record: bytes) -> bool:
    place, numbers = _COOKIE_BYTES, _NUMBERS
    if record[place : place + len(_SECOND_LAYOUT)] == _SECOND_LAYOUT:
        place, numbers = place + len(_SECOND_LAYOUT), _MORE_NUMBERS
    levels, place = _number(record, place)
    for _ in ("segments", "writes"):
        _, place = _number(record, place)
    for _ in range(min(levels, len(record))):
        _, place = _number(record, place)
        segments, place = _number(record, place)
        if segments * numbers > len(record) - place:
            return False
        for _ in range(segments * numbers):
            _, place = _number(record, place)
    return place <= len(record)


def _number(record: bytes, place: int) -> tuple[int, int]:
    """Return the number of SQLite's variable length at a place, and the place behind it; 0 behind the end."""
    value = 0
    for count, byte in enumerate(record[place : place + 9], 1):
        if count == 9:
            return value << 8 | byte, place + 9
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, place + count
    return value, max(place, len(record)) + 1
