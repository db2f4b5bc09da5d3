"""Candidates for the roles of a frame: marks near by that may play one, and what the words themselves propose.

Pure over the spans and relations of one reading; nothing here writes. All offsets are code points.
"""

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from annotator.domain.document import Document
from annotator.domain.frame import Filler, Sketch
from annotator.domain.link_rules import check_link
from annotator.domain.relation import Relation
from annotator.domain.scheme import RelationType, Scheme
from annotator.domain.span import Part, Parts, Span
from annotator.errors import InputError
from annotator.suggest.proposal import Proposal

CONTEXT_CODE_POINTS = 8_000
"""Code points around a claim that are looked at where its paragraph has no end."""
ALIKE = 0.35
"""Share of a claim and a proposed one that must be common for them to be the same one."""
_SPOKEN_OF = ("target", "addressee")
"""Roles that are not played by who says it."""
PARTLY = 0.25
"""Share of a mark that must be common with a proposed one for it to be taken instead: a name without its title."""


class Reading(msgspec.Struct, frozen=True):
    """One annotator's marks on one document."""

    document: Document
    scheme: Scheme
    spans: Sequence[Span]
    relations: Sequence[Relation]

    def span(self, span_id: str) -> Span | None:
        """The mark with this id, if it is one of these."""
        return next((span for span in self.spans if span.id == span_id), None)

    def sent_out(self, head: Span, role: str) -> list[Relation]:
        """The links of this kind that a mark sends out."""
        return [item for item in self.relations if item.from_id == head.id and item.label == role]


class ProposedFrame(msgspec.Struct, frozen=True):
    """A frame that the words around a head mark propose for it."""

    head: str
    fillers: tuple[Filler, ...]
    attributes: dict[str, str | None]


def plausible(
    reading: Reading, kind: RelationType, head: Span, within: Part, replacing: str | None = None
) -> list[Span]:
    """The marks that may play this role for `head` and lie within a stretch of the text, the likeliest first.

    Whoever is spoken about is mostly named in what is said, and is not who says it: of the marks inside `head`, the
    nearest come first for a target or addressee, and last for a source. The claim's own source is never its target, and
    the last to be its addressee. `replacing` is a link that would go. A role that only one mark may play is open to
    another one all the same.
    """
    held = [item for item in reading.relations if item.label == kind.key and item.id != replacing]
    linked = {item.to_id for item in reading.sent_out(head, kind.key)}
    if kind.most is not None and len(linked) >= kind.most:
        held = [item for item in held if item.from_id != head.id]
    sources = _own_sources(reading, head) if kind.means in _SPOKEN_OF else set()
    start, end = within
    near = [
        span
        for span in reading.spans
        if span.label in kind.to
        and span.id not in linked
        and (kind.means != "target" or span.id not in sources)
        and span.start < end
        and start < span.end
        and _may_link(kind, held, head, span)
    ]
    inside_first = kind.means in _SPOKEN_OF
    return sorted(
        near,
        key=lambda span: (
            span.id in sources,
            _covers(head.parts, span.parts) != inside_first,
            _distance(head, span),
            span.start,
            span.end,
        ),
    )


def _own_sources(reading: Reading, head: Span) -> set[str]:
    """The marks that say what `head` says, and other mentions of the same entries."""
    roles = {kind.key for kind in reading.scheme.relations if kind.means == "source"}
    ids = {item.to_id for item in reading.relations if item.from_id == head.id and item.label in roles}
    actors = {span.actor_id for span in reading.spans if span.id in ids} - {None}
    return ids | {span.id for span in reading.spans if span.actor_id in actors}


def _may_link(kind: RelationType, held: Sequence[Relation], head: Span, span: Span) -> bool:
    link = Relation(
        id="", document_id=head.document_id, annotator=head.annotator, label=kind.key, from_id=head.id, to_id=span.id
    )
    try:
        check_link(kind, held, link)
    except InputError:
        return False
    return True


def _distance(head: Span, span: Span) -> int:
    """Code points from a mark to the nearest edge of another one, whichever side of the edge it lies on."""
    return min(abs(one - other) for one in (head.start, head.end) for other in (span.start, span.end))


def same_place(spans: Iterable[Span], parts: Parts, labels: Sequence[str]) -> Span | None:
    """The mark of one of these labels that covers exactly this."""
    return next((span for span in spans if span.parts == parts and span.label in labels), None)


def sketch(reading: Reading, parts: Parts, label: str) -> Sketch:
    """A new mark, with what a mark of the same words in this reading is known to be."""
    text = reading.document.text
    words = " ".join(text[start:end] for start, end in parts)
    known = next(
        (
            span
            for span in reversed(reading.spans)
            if span.label == label and " ".join(text[start:end] for start, end in span.parts) == words
        ),
        None,
    )
    if known is None:
        return Sketch(parts=parts, label=label)
    return Sketch(parts=parts, label=label, attributes=known.attributes, actor_id=known.actor_id)


def propose(reading: Reading, head: Span) -> ProposedFrame | None:
    """Return the frame that the words propose for the roles that `head` still lacks; None where they propose nothing.

    A mark that is there is preferred to a new one, and a value that somebody chose is left alone.
    """
    frame = next((item for item in reading.scheme.frames if item.head == head.label), None)
    open_roles = [role for role in frame.expected if not reading.sent_out(head, role)] if frame else []
    if not open_roles:
        return None
    proposals = _proposals(reading, head)
    matching = [item for item in proposals.values() if item.label == head.label]
    best = max(matching, key=lambda item: _shared(item.parts, head.parts), default=None)
    if best is None or _shared(best.parts, head.parts) < ALIKE:
        return None
    fillers = tuple(_fillers(reading, head, best, proposals, open_roles))
    return ProposedFrame(head.id, fillers, _attributes(reading, head, best)) if fillers else None


def read_lexicon() -> None:
    """Read what the reporting rules rest on, so that the first proposal does not wait for it. For any thread."""
    from annotator.suggest.reporting.attributions import attributions

    attributions("قال")


def _proposals(reading: Reading, head: Span) -> dict[str, Proposal]:
    """Return what the reporting rules find in the paragraphs of a mark, at offsets of the whole text."""
    # The lexicon is read when somebody first makes a claim.
    from annotator.suggest.cues import suggest_cues
    from annotator.suggest.registry import Context

    text = reading.document.text
    start = max(text.rfind("\n", 0, head.start) + 1, head.start - CONTEXT_CODE_POINTS)
    stop = text.find("\n", head.end)
    end = min(len(text) if stop < 0 else stop, head.end + CONTEXT_CODE_POINTS)
    found = suggest_cues(
        msgspec.structs.replace(reading.document, text=text[start:end]), Context(scheme=reading.scheme)
    )
    return {
        item.key: msgspec.structs.replace(
            item, parts=tuple((first + start, last + start) for first, last in item.parts)
        )
        for item in found
    }


def _fillers(
    reading: Reading, head: Span, claim: Proposal, proposals: dict[str, Proposal], open_roles: Sequence[str]
) -> Iterator[Filler]:
    for link in claim.relations:
        to = proposals[link.to]
        if link.label not in open_roles:
            continue
        kind = reading.scheme.relation(link.label)
        there = _mark_like(reading.spans, to, kind.to, head)
        if there is not None:
            yield Filler(role=link.label, to=there.id, attributes=link.attributes)
        elif not _covers(head.parts, to.parts):
            new = sketch(reading, to.parts, to.label)
            known = {**new.attributes, **to.attributes}
            yield Filler(role=link.label, to=msgspec.structs.replace(new, attributes=known), attributes=link.attributes)


def _mark_like(spans: Iterable[Span], to: Proposal, labels: Sequence[str], head: Span) -> Span | None:
    """The mark that stands where the proposal does: most of the one lies in the other."""
    there = [span for span in spans if span.label in labels and span.id != head.id]
    best = max(there, key=lambda span: _shared(span.parts, to.parts), default=None)
    return best if best is not None and _shared(best.parts, to.parts) >= PARTLY else None


def _attributes(reading: Reading, head: Span, claim: Proposal) -> dict[str, str | None]:
    """The proposed values where the mark has none yet, or still what it began with."""
    defaults = reading.scheme.label(head.label).defaults
    return {
        key: value
        for key, value in claim.attributes.items()
        if head.attributes.get(key) in (None, defaults.get(key)) and head.attributes.get(key) != value
    }


def _covers(outer: Parts, inner: Parts) -> bool:
    return any(start <= inner[0][0] and inner[-1][1] <= end for start, end in outer)


def _shared(one: Parts, other: Parts) -> float:
    """Return how much two sets of parts have in common, as a share of both together."""
    common = sum(max(0, min(end, last) - max(start, first)) for start, end in one for first, last in other)
    both = sum(end - start for start, end in (*one, *other)) - common
    return common / both if both else 0.0
