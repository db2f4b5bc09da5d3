"""Figures of the whole journal, asked of its tables alone: a start needs them, and nothing that reads histories."""

import sqlite3


def latest_stamp(connection: sqlite3.Connection) -> str | None:
    """Return the last stamp of the journal; None where nothing is in it."""
    loose = connection.execute("SELECT max(stamp) FROM changes").fetchone()[0]
    blocks = connection.execute("SELECT max(last) FROM change_blocks").fetchone()[0]
    return max((one for one in (loose, blocks) if one is not None), default=None)


def size_of(connection: sqlite3.Connection, action: str) -> int:
    """Return how many rows an action wrote or deleted."""
    loose = connection.execute("SELECT count(*) FROM changes WHERE action = ?", (action,)).fetchone()[0]
    blocks = "SELECT coalesce(sum(size), 0) FROM change_blocks WHERE action = ?"
    return int(loose + connection.execute(blocks, (action,)).fetchone()[0])
