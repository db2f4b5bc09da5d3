"""Comments: what people say to each other about a document or a mark."""

import re
from datetime import datetime

import msgspec

from annotator.domain.annotator import is_handle
from annotator.domain.span import Parts
from annotator.errors import InputError

_MENTION = re.compile(r"(?<!\S)@(\S+)")
_AFTER_NAME = ".,:;!?)]}»\"'…\u060c\u061b\u061f"
"""Punctuation that may stand behind a name and is no part of it."""

MOST_CHARACTERS = 20_000
"""Code points of the longest comment."""


class Comment(msgspec.Struct, frozen=True, kw_only=True):
    """A comment on a document, on a span of it (`span_id`), on a passage (`parts`), or in answer to one (`reply_to`).

    `resolved_by` is who closed the thread that it begins; None while it is open. `made` is the time in ISO 8601, UTC;
    empty for a comment from a dataset that does not say.
    """

    id: str
    document_id: str
    annotator: str
    text: str
    made: str
    span_id: str | None = None
    reply_to: str | None = None
    parts: Parts | None = None
    resolved_by: str | None = None

    @property
    def mentions(self) -> tuple[str, ...]:
        """Return the colleagues whom it names as @handle, in order."""
        found = (word.rstrip(_AFTER_NAME) for word in _MENTION.findall(self.text))
        return tuple(dict.fromkeys(word for word in found if is_handle(word)))


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
