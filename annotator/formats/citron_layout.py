"""The layout of Citron's annotation files: one JSON object a document, offsets in code points.

`text`, `quotes` (each with a `cue`, `sources`, `contents`) and `coreference_groups` are Citron's; `document` and
`annotator` are ours, and other programs pass over them.
"""

import msgspec
from msgspec import UNSET, UnsetType

from annotator.domain.document import Direction
from annotator.formats.jsonl_layout import OriginItem


class CitronSpan(msgspec.Struct, kw_only=True):
    """A stretch of the text, and what it says."""

    start: int
    end: int
    text: str | UnsetType = UNSET


class QuoteItem(msgspec.Struct, kw_only=True):
    """One quotation."""

    cue: CitronSpan | None = None
    sources: tuple[CitronSpan, ...] = ()
    contents: tuple[CitronSpan, ...] = ()
    coreferences: tuple[CitronSpan, ...] | UnsetType = UNSET
    confidence: float | UnsetType = UNSET
    id: str | int | UnsetType = UNSET


class AboutItem(msgspec.Struct, kw_only=True, omit_defaults=True):
    """The title, language, direction and origins of a document."""

    title: str = ""
    language: str = "ar"
    direction: Direction | None = None
    origins: tuple[OriginItem, ...] = ()


class CitronFile(msgspec.Struct, kw_only=True):
    """One document with somebody's quotations."""

    text: str
    quotes: tuple[QuoteItem, ...] = ()
    coreference_groups: tuple[tuple[CitronSpan, ...], ...] | UnsetType = UNSET
    document: AboutItem | UnsetType = UNSET
    annotator: str | UnsetType = UNSET
