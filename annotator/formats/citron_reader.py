"""Reading Citron's JSON: contents become claims, with their sources and cues; a group of mentions becomes an actor."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import msgspec
from msgspec import UNSET

from annotator.domain.actor import Actor, actor_id
from annotator.domain.annotator import Annotator, check_handle, kind_of
from annotator.domain.document import Document, Origin, document_id
from annotator.domain.meanings import actor_label, claim_label, cue_label, role_of
from annotator.domain.relation import Relation
from annotator.domain.scheme import Scheme
from annotator.domain.span import Part, Parts, Span, as_parts
from annotator.errors import InputError
from annotator.formats.citron_layout import CitronFile, CitronSpan, QuoteItem
from annotator.formats.foreign_text import ForeignText
from annotator.formats.ids import relation_id, span_id
from annotator.formats.jsonl import read_origin
from annotator.formats.jsonl_faults import fault
from annotator.formats.options import named
from annotator.formats.record import Record
from annotator.formats.registry import LIKELY, SURE, reader
from annotator.formats.source import Source
from annotator.text.normalize import normal_form
from annotator.text.titles import title_of

MOST_BYTES = 64 * 1024 * 1024
"""One file holds one article."""
CONFIDENCE = named("confidences of quotations")
KIND = "other"
"""The kind of an actor of whom a file knows only the mentions."""


def looks_citron(name: str, head: bytes) -> float:
    """Return how sure it is that a file is Citron's: an object with a text and quotations of its own kind."""
    first = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if not first.startswith(b"{") or b'"text"' not in first or b'"quotes"' not in first:
        return 0.0
    own = b'"contents"' in first or b'"annotator"' in first or name.lower().endswith(".json")
    return (SURE if name.lower().endswith(".json") else LIKELY) if own else 0.0


@reader(id="citron", title="Citron", suffix=".json", sniff=looks_citron, foreign=False)
def read_citron(source: Source) -> Iterator[Record]:
    """Yield the one reading of a file. Raises InputError that names the quotation."""
    data = source.stream.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise InputError("it is larger than {most} MiB; each file holds one article", most=MOST_BYTES >> 20)
    try:
        held = msgspec.json.decode(data.removeprefix(b"\xef\xbb\xbf"), type=CitronFile)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise fault(data, error) from error
    yield source.fitted(_Reading(held, source).record())


class _Names(msgspec.Struct, frozen=True):
    """The keys that a project has for the parts of a quotation."""

    claim: str
    cue: str
    actor: str
    source_link: str
    cue_link: str


def _names(scheme: Scheme | None) -> _Names:
    if scheme is None:
        return _Names("claim", "cue", "actor", "source", "cue")
    claim = claim_label(scheme)
    source = role_of(scheme, claim.key, "source") if claim else None
    cue = role_of(scheme, claim.key, "cue") if claim else None
    words, actor = cue_label(scheme, cue), actor_label(scheme)
    if claim is None or source is None or cue is None or words is None or actor is None:
        raise InputError("the scheme has no claims with a source and a cue, of which quotations could be made")
    return _Names(claim.key, words.key, actor.key, source.key, cue.key)


class _Reading:
    """One file while it is turned into a record; what is marked twice is one span."""

    def __init__(self, held: CitronFile, source: Source) -> None:
        self._held, self._source = held, source
        self._names = _names(source.scheme)
        self._foreign = ForeignText(held.text)
        self._text = self._foreign.text
        if not self._text.strip():
            raise InputError("the article is empty")
        self._document = document_id(self._text)
        self._handle = check_handle(source.annotator if held.annotator is UNSET else held.annotator)
        self._turns: Counter[Parts] = Counter()
        self._spans: dict[str, Span] = {}
        self._links: dict[str, Relation] = {}
        self._actors: dict[str, Actor] = {}

    def record(self) -> Record:
        """The record. Raises InputError that names the quotation or group."""
        held = self._held
        groups: list[Sequence[CitronSpan]] = [*(() if held.coreference_groups is UNSET else held.coreference_groups)]
        for number, quote in enumerate(held.quotes, 1):
            groups += self._quoted(quote, f"quote {number}")
        for number, group in enumerate(groups, 1):
            self._group(group, f"coreference group {number}")
        # A document of ours without an annotator is one that nobody has opened.
        nobody = held.document is not UNSET and held.annotator is UNSET and not self._spans
        return Record(
            document=self._about(),
            scheme_name="",
            scheme_version=1,
            annotator=None if nobody else Annotator(handle=self._handle, kind=kind_of(self._handle)),
            status="todo" if nobody else "done",
            spans=tuple(self._spans.values()),
            relations=tuple(self._links.values()),
            actors=tuple(self._actors.values()),
        )

    def _about(self) -> Document:
        about = None if self._held.document is UNSET else self._held.document
        origins = tuple(map(read_origin, about.origins)) if about else (Origin(path=self._source.name or None),)
        return Document(
            id=self._document,
            title=(about.title if about else "") or title_of(self._text),
            text=self._text,
            language=about.language if about else "ar",
            direction=about.direction if about else None,
            origins=origins,
            intake=self._foreign.intake,
        )

    def _quoted(self, quote: QuoteItem, place: str) -> list[Sequence[CitronSpan]]:
        """Add a quotation, and return the group of its source's mentions, if it has any."""
        if not quote.contents:
            raise InputError("{place} has no contents", place=place)
        parts = self._parts(quote.contents, place)
        self._turns[parts] += 1
        claim = self._mark(self._names.claim, parts, self._turns[parts] - 1)
        for one in quote.sources:
            self._link(claim, self._span(self._names.actor, (one,), place), self._names.source_link)
        if quote.cue is not None:
            self._link(claim, self._span(self._names.cue, (quote.cue,), place), self._names.cue_link)
        self._source.left[CONFIDENCE] += quote.confidence is not UNSET
        return [] if not quote.coreferences else [(*quote.sources, *quote.coreferences)]

    def _group(self, group: Sequence[CitronSpan], place: str) -> None:
        spans = [self._span(self._names.actor, (one,), place) for one in group]
        if not spans:
            return
        known = next((span.actor_id for span in spans if span.actor_id is not None), None)
        name = max((span.quote(self._text).strip() for span in spans), key=len) or "?"
        actor = self._actors.get(known or "") or Actor(
            id=actor_id(KIND, normal_form(name) or name), name=name, kind=KIND
        )
        self._actors[actor.id] = actor
        for span in spans:
            self._spans[span.id] = msgspec.structs.replace(span, actor_id=actor.id)

    def _span(self, label: str, items: Iterable[CitronSpan], place: str) -> Span:
        return self._mark(label, self._parts(items, place))

    def _mark(self, label: str, parts: Parts, turn: int = 0) -> Span:
        id = span_id(self._document, self._handle, label, parts, turn)
        if id not in self._spans:
            self._spans[id] = Span(id=id, document_id=self._document, annotator=self._handle, label=label, parts=parts)
        return self._spans[id]

    def _parts(self, items: Iterable[CitronSpan], place: str) -> Parts:
        found: list[Part] = []
        for item in items:
            part = self._foreign.stretch(item.start, item.end) if item.end <= len(self._held.text) else None
            if part is None:
                raise InputError(
                    "{place}: [{start}, {end}) does not lie in a text of {length} characters",
                    place=place,
                    start=item.start,
                    end=item.end,
                    length=len(self._held.text),
                )
            read = self._held.text[item.start : item.end]
            if item.text not in (UNSET, read):
                raise InputError(
                    "{place}: the text reads {read!r} at [{start}, {end}), not {given!r}; offsets count code points",
                    place=place,
                    start=item.start,
                    end=item.end,
                    given=str(item.text)[:40],
                    read=read[:40],
                )
            found.append(part)
        try:
            return as_parts(found, len(self._text))
        except InputError as error:
            raise InputError("{place}: {reason}", place=place, reason=error) from error

    def _link(self, claim: Span, end: Span, label: str) -> None:
        id = relation_id(self._document, label, claim.id, end.id)
        self._links[id] = Relation(
            id=id,
            document_id=self._document,
            annotator=self._handle,
            label=label,
            from_id=claim.id,
            to_id=end.id,
        )
