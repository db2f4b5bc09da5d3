"""Reading comments, and the rows that write them."""

import sqlite3
from collections.abc import Mapping

import msgspec

from annotator.domain.comment import Comment
from annotator.domain.span import Parts
from annotator.errors import NotFoundError
from annotator.store import rows
from annotator.store.blinding import is_hidden, visible
from annotator.store.edits import Edit, put
from annotator.store.schema_blocks import first_stamp


def comment_row(comment: Comment) -> Edit:
    """The edit that writes a comment."""
    row = msgspec.to_builtins(comment)
    parts = row.pop("parts")
    # Text, since a column of JSON is never empty.
    return put("comments", {**row, "passage": None if parts is None else msgspec.json.encode(parts).decode()})


def has_comment(connection: sqlite3.Connection, comment_id: str) -> bool:
    """Return True if a comment is there."""
    return connection.execute("SELECT 1 FROM comments WHERE id = ?", (comment_id,)).fetchone() is not None


_BY_TIME = f"ORDER BY coalesce({first_stamp('comments', 'c.id')}, '~'), c.made, c.id"
"""One that still waits to be written has no stamp yet, and comes last."""


def comments(connection: sqlite3.Connection, document_id: str) -> list[Comment]:
    """The comments on a document and its marks that the reader may see, the oldest first."""
    found = connection.execute(f"SELECT * FROM comments AS c WHERE document_id = ? {_BY_TIME}", (document_id,))
    return _visible(connection, [_comment(row) for row in found])


def every_comment(connection: sqlite3.Connection) -> list[Comment]:
    """Return the comments on all documents that are here and that the reader may see, the oldest first."""
    found = connection.execute(
        f"SELECT c.* FROM comments AS c WHERE EXISTS (SELECT 1 FROM documents WHERE id = c.document_id) {_BY_TIME}"
    )
    every = [_comment(row) for row in found]
    by_document: dict[str, list[Comment]] = {}
    for one in every:
        by_document.setdefault(one.document_id, []).append(one)
    seen = {one.id for said in by_document.values() for one in _visible(connection, said)}
    return [one for one in every if one.id in seen]


def _visible(connection: sqlite3.Connection, found: list[Comment]) -> list[Comment]:
    """Return the comments that tell nobody of marks which are hidden from them.

    Where others' marks are hidden, so is what they say of a passage and of these marks, and every answer to it.
    """
    hidden = {who: is_hidden(connection, found[0].document_id, who) for who in {one.annotator for one in found}}
    if not any(hidden.values()):
        return found
    held = {one.id: one for one in found}
    telling = {one.id for one in found if hidden[one.annotator] and _tells_of_marks(connection, one)}
    return [one for one in found if not hidden[one.annotator] or telling.isdisjoint(_thread(one, held))]


def _tells_of_marks(connection: sqlite3.Connection, one: Comment) -> bool:
    shown = "SELECT 1 FROM marks WHERE id = ?"
    on_hidden = one.span_id is not None and connection.execute(shown, (one.span_id,)).fetchone() is None
    return one.parts is not None or on_hidden


def _thread(one: Comment, held: Mapping[str, Comment]) -> list[str]:
    """Return a comment and what it answers, up to the first; answers in a circle end at the one that comes again."""
    ids = [one.id]
    while (before := held.get(one.reply_to or "")) is not None and before.id not in ids:
        one = before
        ids.append(one.id)
    return ids


def open_threads(connection: sqlite3.Connection) -> dict[str, int]:
    """Return how many open threads each document has, as far as the reader may see them; none: left out."""
    found = connection.execute(
        f"""SELECT c.document_id, count(*) FROM comments AS c WHERE c.resolved_by IS NULL AND c.reply_to IS NULL
            AND ({visible("c")} OR (c.passage IS NULL AND c.span_id IS NULL)) GROUP BY c.document_id"""
    )
    return dict(found.fetchall())


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
