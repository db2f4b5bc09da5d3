"""One article: a text that never changes after intake, and what is known about it."""

import hashlib
from typing import Literal

import msgspec

Direction = Literal["rtl", "ltr"]


def document_id(text: str) -> str:
    """The first 32 hex digits of SHA-256 of the text's UTF-8.

    The same text imported by two colleagues is the same document, so their work meets without a server.
    """
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:32]


class Origin(msgspec.Struct, frozen=True, kw_only=True):
    """Where an article came from. (The *source* is the speaker inside it, never the outlet.)

    `published` is an ISO 8601 date or date and time; `path` the name of the file that was imported.
    """

    url: str | None = None
    publisher: str | None = None
    published: str | None = None
    path: str | None = None


class IntakeNote(msgspec.Struct, frozen=True, kw_only=True):
    """What intake did to make the text: `kind` is encoding, bom, newlines or controls.

    `detail` is the encoding's name; `count` how many characters were changed.
    """

    kind: Literal["encoding", "bom", "newlines", "controls"]
    detail: str = ""
    count: int = 0


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """An article as the project keeps it. `text` is immutable; offsets into it are code points.

    `direction` is None until someone overrides what the text itself says.
    """

    id: str
    title: str
    text: str
    language: str = "ar"
    direction: Direction | None = None
    origins: tuple[Origin, ...] = ()
    intake: tuple[IntakeNote, ...] = ()
