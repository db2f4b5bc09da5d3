"""Attributions: who said what about whom, as a question and its answers. Offsets are code points."""

import msgspec

from annotator.domain.document import Direction


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """A question for what is said by `source` about `target`: ids of actors; None is anyone, or no one at all.

    `stance` is a value of the link to the target; `since` and `until` are ISO 8601 days, both included, of the
    article's publication; `annotator` whose reading is asked; `once` counts what near-duplicates repeat once.
    """

    source: str | None = None
    target: str | None = None
    stance: str | None = None
    since: str | None = None
    until: str | None = None
    annotator: str
    once: bool = False


class Attribution(msgspec.Struct, frozen=True, kw_only=True):
    """Something that is said: the span `id` from `start` to `end` of a document, and what it says.

    `sources` and `targets` are names of the registry, or the words of a mention that is not linked. `date` is the
    earliest publication that is known. `stance` is that towards the target that was asked for, else the first.
    """

    id: str
    document_id: str
    title: str
    date: str | None
    start: int
    end: int
    quote: str
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    stance: str | None
    polarity: str | None
    direction: Direction
