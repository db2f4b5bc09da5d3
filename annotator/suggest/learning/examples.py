"""Attributions that somebody marked, as what is learned from and measured against."""

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from annotator.domain.document import Document
from annotator.domain.meanings import claim_label, role_of, with_meanings
from annotator.domain.relation import Relation
from annotator.domain.scheme import RoleMeaning, Scheme
from annotator.domain.span import Parts, Range, Span

_NEXT_PARAGRAPH = "\n"


class MarkedAttribution(msgspec.Struct, frozen=True, kw_only=True):
    """An attribution in code points; `cue` and `source` are None where the words show none.

    `sources` are all marks that play the source, `mentions` all that name the same actors.
    """

    cue: Range | None
    claim: Parts
    sources: tuple[Range, ...] = ()
    mentions: tuple[Range, ...] = ()


class MarkedArticle(msgspec.Struct, frozen=True, kw_only=True):
    """An article with the attributions of one reading, in reading order.

    Only the text before `reach` was read: a reading that is in progress says nothing about the rest.
    """

    document: Document
    attributions: tuple[MarkedAttribution, ...]
    reach: int


def marked_article(
    document: Document, scheme: Scheme, spans: Sequence[Span], relations: Iterable[Relation], *, done: bool
) -> MarkedArticle:
    """Return the attributions that a reading holds, by what the scheme's keys mean."""
    scheme = with_meanings(scheme)
    label = claim_label(scheme)
    by_id = {span.id: span for span in spans}
    links: dict[tuple[str, str], list[Span]] = {}
    for link in relations:
        if link.to_id in by_id:
            links.setdefault((link.from_id, link.label), []).append(by_id[link.to_id])
    claims = [] if label is None else [span for span in spans if span.label == label.key]
    named: dict[str, list[Range]] = {}
    for span in spans:
        if span.actor_id is not None:
            named.setdefault(span.actor_id, []).append((span.start, span.end))
    found = [_attribution(scheme, claim, links, named) for claim in claims]
    last = max((span.end for span in spans), default=0)
    end = document.text.find(_NEXT_PARAGRAPH, last)
    reach = len(document.text) if done or end < 0 else end
    return MarkedArticle(document=document, attributions=tuple(sorted(found, key=place)), reach=reach)


def _attribution(
    scheme: Scheme, claim: Span, links: Mapping[tuple[str, str], Sequence[Span]], named: Mapping[str, Sequence[Range]]
) -> MarkedAttribution:
    cues = _fillers(scheme, claim, "cue", links)
    sources = _fillers(scheme, claim, "source", links)
    return MarkedAttribution(
        cue=(cues[0].start, cues[0].end) if cues else None,
        claim=claim.parts,
        sources=tuple(sorted((one.start, one.end) for one in sources)),
        mentions=tuple(sorted({part for one in sources for part in named.get(one.actor_id or "", ())})),
    )


def _fillers(
    scheme: Scheme, claim: Span, means: RoleMeaning, links: Mapping[tuple[str, str], Sequence[Span]]
) -> Sequence[Span]:
    role = role_of(scheme, claim.label, means)
    return () if role is None else links.get((claim.id, role.key), ())


def place(one: MarkedAttribution) -> int:
    """The offset by which attributions are ordered."""
    return one.cue[0] if one.cue is not None else one.claim[0][0]
