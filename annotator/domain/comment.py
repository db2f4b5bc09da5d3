"""Comments: what people say to each other about a document or a mark."""

from datetime import datetime

import msgspec

from annotator.errors import InputError

MOST_CHARACTERS = 20_000
"""Code points of the longest comment."""


class Comment(msgspec.Struct, frozen=True, kw_only=True):
    """A comment on a document, on a span of it (`span_id`), or in answer to a comment (`reply_to`).

    `made` is the time in ISO 8601, UTC; empty for a comment from a dataset that does not say.
    """

    id: str
    document_id: str
    annotator: str
    text: str
    made: str
    span_id: str | None = None
    reply_to: str | None = None


def check_text(text: str) -> None:
    """Raise InputError unless a comment says something, and not more than anybody reads."""
    if not text.strip():
        raise InputError("A comment needs words.")
    if len(text) > MOST_CHARACTERS:
        raise InputError("A comment may have {most} characters at most.", most=MOST_CHARACTERS)


def check_made(made: str) -> None:
    """Raise InputError unless `made` is empty, or a time in ISO 8601."""
    try:
        datetime.fromisoformat(made or "1970-01-01")
    except ValueError as error:
        raise InputError("{made!r} is no time; write it like 2026-03-01T12:00:00+00:00.", made=made) from error
