"""One article: a text that never changes after intake, and what is known about it."""

import re
from datetime import date
from typing import Literal

import msgspec

from annotator.domain.ids import digest
from annotator.domain.text_limits import ADDRESS_LENGTH, NAME_LENGTH, check_words
from annotator.errors import InputError

Direction = Literal["rtl", "ltr"]


def document_id(text: str) -> str:
    """The first 32 hex digits of SHA-256 of the text's UTF-8.

    The same text imported by two colleagues is the same document, so their work meets without a server.
    """
    return digest(text)


class Origin(msgspec.Struct, frozen=True, kw_only=True):
    """The place that an article came from. (The *source* is the speaker inside it, never the outlet.)

    `published` is an ISO 8601 date (or year, or month), or date and time; `path` the name of the file that came in;
    `author` whoever the outlet says wrote it.
    """

    url: str | None = None
    publisher: str | None = None
    published: str | None = None
    path: str | None = None
    author: str | None = None


NoteKind = Literal[
    "encoding", "bom", "newlines", "controls", "visual_order",
    "body", "summary", "columns", "readers", "pictures", "forms", "evidence",
]  # fmt: skip


class IntakeNote(msgspec.Struct, frozen=True, kw_only=True):
    """A change that intake made to a text, or a fact that it found in it.

    | kind | `detail` | `count` |
    |---|---|---|
    | encoding | its name | |
    | bom, newlines, controls | | characters that were changed |
    | visual_order | id of the document of which this is the repaired copy | characters that it had |
    | body | | characters of the page that are no part of the article |
    | summary | | |
    | columns | the columns of a table that were read, as `text=body, title=headline` | |
    | readers | pages on which two readers of a PDF differ | lines that differ |
    | pictures | pages without a text | such pages |
    | forms | | presentation forms in the text |
    | evidence | name of the file that keeps the page as it came | bytes in it |
    """

    kind: NoteKind
    detail: str = ""
    count: int = 0


UNDETERMINED = "und"
"""The language of a text that is too short, or too mixed, to tell (BCP 47)."""


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """An article as the project keeps it. `text` is immutable; offsets into it are code points.

    `direction` is None until someone overrides what the text itself says.
    """

    id: str
    title: str
    text: str
    language: str = UNDETERMINED
    direction: Direction | None = None
    origins: tuple[Origin, ...] = ()
    intake: tuple[IntakeNote, ...] = ()


_MAX_COUNT = 2**40

# BCP 47 in outline: a language of two or three letters, then script, region and the like.
_TAG_LENGTH = 64
_TAG = r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*"


def check_about(title: str | None = None, language: str | None = None, direction: str | None = None) -> None:
    """Raise InputError for a title, a language or a direction that no document can have; None is not looked at."""
    if title is not None:
        if not title.strip():
            raise InputError("An article needs a title.")
        check_words(title, NAME_LENGTH)
    if language is not None and not (len(language) <= _TAG_LENGTH and re.fullmatch(_TAG, language)):
        raise InputError("{tag!r} is not a language: use a tag such as ar, fa or ur.", tag=language)
    if direction not in (None, "rtl", "ltr"):
        raise InputError("{direction!r} is not a direction: use rtl or ltr.", direction=direction)


# With hyphens: days are compared as they are written. ASCII digits, which `\d` would not insist on.
_MOMENT = re.compile(
    r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2})"
    r"(?:[T ]([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:[.,][0-9]{1,9})?)?(?:Z|[+-][0-9]{2}:?[0-9]{2})?)?)?)?"
)


def check_origin(origin: Origin) -> None:
    """Raise InputError for a day that is none, or for words that are none any more."""
    for text in (origin.url, origin.path):
        check_words(text or "", ADDRESS_LENGTH)
    for text in (origin.publisher, origin.author):
        check_words(text or "", NAME_LENGTH)
    if origin.published is not None and not _is_moment(origin.published):
        raise InputError(
            "{published!r} is no day of publication: write it as 2024-01-31 or 2024-01-31T08:00.",
            published=origin.published,
        )


def check_note(note: IntakeNote) -> None:
    """Raise InputError for a note that intake would not make."""
    check_words(note.detail, NAME_LENGTH)
    if not 0 <= note.count <= _MAX_COUNT:
        raise InputError("Intake cannot have changed {count} characters.", count=note.count)


def _is_moment(text: str) -> bool:
    found = _MOMENT.fullmatch(text)
    if found is None:
        return False
    hour, minute, second = (int(part or 0) for part in found.groups()[3:])
    try:
        date(*(int(part or 1) for part in found.groups()[:3]))
    except ValueError:
        return False
    return hour < 24 and minute < 60 and second < 60
