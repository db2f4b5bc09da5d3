"""Reading comments, and the rows that write them."""

import sqlite3

import msgspec

from annotator.domain.comment import Comment
from annotator.domain.span import Parts
from annotator.errors import NotFoundError
from annotator.store import rows
from annotator.store.edits import Edit, put


def comment_row(comment: Comment) -> Edit:
    """The edit that writes a comment."""
    row = msgspec.to_builtins(comment)
    parts = row.pop("parts")
    # Text, since a column of JSON is never empty.
    return put("comments", {**row, "passage": None if parts is None else msgspec.json.encode(parts).decode()})


def has_comment(connection: sqlite3.Connection, comment_id: str) -> bool:
    """Return True if a comment is there."""
    return connection.execute("SELECT 1 FROM comments WHERE id = ?", (comment_id,)).fetchone() is not None


def comments(connection: sqlite3.Connection, document_id: str) -> list[Comment]:
    """The comments on a document and its marks, the oldest first."""
    # One that still waits to be written has no stamp yet.
    found = connection.execute(
        """SELECT * FROM comments AS c WHERE document_id = ? ORDER BY coalesce(
           (SELECT min(stamp) FROM changes WHERE "table" = 'comments' AND row_id = c.id), '~'), made, id""",
        (document_id,),
    )
    return [_comment(row) for row in found]


def comment(connection: sqlite3.Connection, comment_id: str) -> Comment:
    """The comment with this id, or NotFoundError."""
    row = connection.execute("SELECT * FROM comments WHERE id = ?", (comment_id,)).fetchone()
    if row is None:
        raise NotFoundError("There is no comment {id!r}.", id=comment_id)
    return _comment(row)


def _comment(row: sqlite3.Row) -> Comment:
    values = dict(row)
    passage = values.pop("passage")
    values["parts"] = None if passage is None else rows.decode(passage, Parts, "comments", values["id"])
    return rows.record(Comment, "comments", values)
