"""Comments: what people say to each other about a document or a mark."""

import re
from collections.abc import Iterable
from datetime import datetime
from typing import Literal

import msgspec

from annotator.domain.annotator import is_handle
from annotator.domain.span import Parts
from annotator.errors import InputError

_MENTION = re.compile(r"(?<![\w./@+-])@(\S+)")
"""An @ that stands in no word, address or mail; brackets, quotation marks and controls may stand before it."""
_POSSESSIVE = re.compile(r"['\u2019]s$")
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
        found = (_POSSESSIVE.sub("", word.rstrip(_AFTER_NAME)) for word in _MENTION.findall(self.text))
        return tuple(dict.fromkeys(word for word in found if is_handle(word)))


ThreadKind = Literal["open", "resolved", "mine", "mentions"]
"""Threads that are open, that are resolved, that somebody takes part in, that name them."""


class Thread(msgspec.Struct, frozen=True):
    """A comment and the answers to it, the oldest first; there is at least one."""

    comments: tuple[Comment, ...]

    @property
    def first(self) -> Comment:
        """Return the comment that begins it, or (where that was deleted) the oldest answer."""
        return self.comments[0]

    @property
    def is_open(self) -> bool:
        return self.first.resolved_by is None

    def is_of(self, annotator: str) -> bool:
        """Return whether somebody has said something in it."""
        return any(one.annotator == annotator for one in self.comments)

    def names(self, annotator: str) -> bool:
        """Return whether somebody is mentioned in it, in capitals or not."""
        wanted = annotator.casefold()
        return any(wanted == name.casefold() for one in self.comments for name in one.mentions)

    def fits(self, kind: ThreadKind, annotator: str) -> bool:
        """Return whether it is of this kind to somebody."""
        match kind:
            case "open":
                return self.is_open
            case "resolved":
                return not self.is_open
            case "mine":
                return self.is_of(annotator)
            case "mentions":
                return self.names(annotator)


def threads(comments: Iterable[Comment]) -> list[Thread]:
    """Return the threads of comments that are in order of time, by their beginnings.

    Answers to a comment that is gone belong together; answers that run in a circle begin at their oldest.
    """
    held = {one.id: one for one in comments}
    order = {comment_id: place for place, comment_id in enumerate(held)}
    found: dict[str, list[Comment]] = {}
    for one in held.values():
        found.setdefault(_beginning(one, held, order), []).append(one)
    return [Thread(tuple(said)) for said in found.values()]


def _beginning(comment: Comment, held: dict[str, Comment], order: dict[str, int]) -> str:
    """Return the id of the comment that a comment leads back to; one that is gone ends the way."""
    passed = {comment.id: None}
    while comment.reply_to is not None:
        if comment.reply_to not in held:
            return comment.reply_to
        if comment.reply_to in passed:
            way = list(passed)
            return min(way[way.index(comment.reply_to) :], key=order.__getitem__)
        comment = held[comment.reply_to]
        passed[comment.id] = None
    return comment.id


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
