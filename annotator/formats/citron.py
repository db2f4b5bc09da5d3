"""Writing Citron's JSON: who says what by which words, one file a reading; mentions of one actor as a group."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

import msgspec
from msgspec import UNSET

from annotator.domain.span import Span
from annotator.formats.citron_layout import AboutItem, CitronFile, CitronSpan, QuoteItem
from annotator.formats.claims import OUTSIDE, Claim, claims_of, reading_order
from annotator.formats.dataset import Dataset, Sink
from annotator.formats.jsonl_layout import origin_item
from annotator.formats.losses import EVERYTHING, KINDS, Feature
from annotator.formats.options import Options, named
from annotator.formats.record import Record
from annotator.formats.registry import writer

COUNTED = Feature.DISCONTINUITY | Feature.RELATIONS
LOST = (
    COUNTED
    | Feature.ATTRIBUTES
    | Feature.RELATION_ATTRIBUTES
    | Feature.ACTORS
    | Feature.STATUS
    | Feature.SPLITS
    | Feature.SCHEME
    | Feature.COMMENTS
    | Feature.STATEMENTS
)
NO_CUE = named("claims without a cue")
TWICE = named("marks that stand twice")
FURTHER_CUES = named("further cues of a claim")


def count_lost(dataset: Dataset, _: Options) -> dict[str, int]:
    """Count what a file of quotations has no place for."""
    lost: Counter[str] = Counter()
    means = {kind.key: kind.means for kind in dataset.scheme.relations}
    for record in dataset.records:
        claims = list(claims_of(record, dataset.scheme))
        written = [claim for claim in claims if claim.parties("cue")]
        lost[NO_CUE] += len(claims) - len(written)
        lost[FURTHER_CUES] += sum(len(claim.parties("cue")) - 1 for claim in written)
        heads = {claim.span.id for claim in written}
        claims_here = {claim.span.label for claim in claims}
        shown = {party.span.id for claim in written for role in ("source", "cue") for party in claim.parties(role)}
        grouped = {span.id for group in _groups(record.spans) for span in group}
        lost[KINDS[Feature.RELATIONS]] += sum(
            one.from_id not in heads or means[one.label] not in ("source", "cue") for one in record.relations
        )
        lost[OUTSIDE] += sum(
            span.id not in heads | shown | grouped and span.label not in claims_here for span in record.spans
        )
        named_ones = [span for span in record.spans if span.id in shown | grouped]
        lost[TWICE] += len(named_ones) - len({(span.label, span.start, span.end) for span in named_ones})
        lost[KINDS[Feature.DISCONTINUITY]] += sum(
            len(span.parts) > 1 and span.id in shown | grouped for span in record.spans
        )
    return {kind: count for kind, count in lost.items() if count}


@writer(
    id="citron",
    title="Citron",
    use="training",
    about=named("Sources, cues and contents of quotations for Citron"),
    suffix=".json",
    holds=EVERYTHING & ~LOST,
    shape="folder",
    count=count_lost,
    counted=COUNTED,
)
def write_citron(dataset: Dataset, out: Sink, _: Options) -> None:
    """Write a file for each reading, and one for each document that nobody has opened."""
    documents: dict[str, int] = {}
    for record in dataset.records:
        number = documents.setdefault(record.document.id, len(documents) + 1)
        handle = record.annotator.handle.replace(":", "-") if record.annotator else "nobody"
        with out.file(f"{number:05}-{handle}.json") as stream:
            stream.write(msgspec.json.format(msgspec.json.encode(_file(record, dataset)), indent=1) + b"\n")


def _file(record: Record, dataset: Dataset) -> CitronFile:
    text, document = record.document.text, record.document
    claims = (claim for claim in claims_of(record, dataset.scheme) if claim.parties("cue"))
    groups = tuple(tuple(_whole(span, text) for span in group) for group in _groups(record.spans))
    return CitronFile(
        text=text,
        quotes=tuple(sorted((_quote(claim, text) for claim in claims), key=msgspec.json.encode)),
        coreference_groups=groups or UNSET,
        document=AboutItem(
            title=document.title,
            language=document.language,
            direction=document.direction,
            origins=tuple(map(origin_item, document.origins)),
        ),
        annotator=record.annotator.handle if record.annotator else UNSET,
    )


def _quote(claim: Claim, text: str) -> QuoteItem:
    sources = {(one.span.start, one.span.end): one.span for one in claim.parties("source")}
    return QuoteItem(
        cue=_whole(claim.parties("cue")[0].span, text),
        sources=tuple(_whole(span, text) for span in sources.values()),
        contents=tuple(CitronSpan(start=start, end=end, text=text[start:end]) for start, end in claim.span.parts),
    )


def _whole(span: Span, text: str) -> CitronSpan:
    return CitronSpan(start=span.start, end=span.end, text=text[span.start : span.end])


def _groups(spans: Iterable[Span]) -> list[Sequence[Span]]:
    """The mentions of each actor that has several, in reading order; a stretch is in one group."""
    found: defaultdict[str, list[Span]] = defaultdict(list)
    taken: set[tuple[int, int]] = set()
    for span in sorted(spans, key=reading_order):
        if span.actor_id is not None and (span.start, span.end) not in taken:
            taken.add((span.start, span.end))
            found[span.actor_id].append(span)
    return [group for group in found.values() if len(group) > 1]
