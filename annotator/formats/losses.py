"""Features of formats, and a count of what a project would lose in one."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from enum import Flag, auto

from annotator.domain.span import Span
from annotator.formats.dataset import Dataset
from annotator.formats.options import named
from annotator.formats.record import Record
from annotator.text.tokens import tokens


class Feature(Flag):
    """A feature that some annotations need and not every format has."""

    OVERLAP = auto()
    NESTING = auto()
    DISCONTINUITY = auto()
    SUB_TOKEN = auto()
    ATTRIBUTES = auto()
    RELATIONS = auto()
    RELATION_ATTRIBUTES = auto()
    ACTORS = auto()
    ANNOTATORS = auto()
    STATUS = auto()
    SPLITS = auto()
    SCHEME = auto()
    COMMENTS = auto()
    STATEMENTS = auto()


EVERYTHING = ~Feature(0)
NOTHING = Feature(0)

KINDS: Mapping[Feature, str] = {
    Feature.OVERLAP: named("overlapping spans"),
    Feature.NESTING: named("nested spans"),
    Feature.DISCONTINUITY: named("discontinuous spans"),
    Feature.SUB_TOKEN: named("spans inside a token"),
    Feature.ATTRIBUTES: named("attributes of spans"),
    Feature.RELATIONS: named("relations"),
    Feature.RELATION_ATTRIBUTES: named("attributes of relations"),
    Feature.ACTORS: named("links to actors"),
    Feature.ANNOTATORS: named("further readings of a document"),
    Feature.STATUS: named("statuses of readings"),
    Feature.SPLITS: named("articles in their part of the split"),
    Feature.SCHEME: named("the scheme"),
    Feature.COMMENTS: named("comments"),
    Feature.STATEMENTS: named("links to statements"),
}
"""The name in a report of what a format without the feature loses."""

ONE_OF_ITS_KIND = frozenset({KINDS[Feature.SCHEME]})
"""Names of losses that nobody counts: there is one scheme."""


class LossCounter:
    """Counts, as records go past, what a format that holds these features cannot hold.

    Of two spans that cross, and of two of which one lies in the other, one is counted: the other can stay.
    Relations lost do not count their attributes as well. Records of one document must follow each other; one that comes
    again counts once.
    """

    def __init__(self, holds: Feature) -> None:
        self._missing = ~holds
        self._counts: Counter[Feature] = Counter()
        self._last = ""
        self._seen: set[tuple[str, str]] = set()

    def counted(self, records: Iterable[Record]) -> Iterator[Record]:
        """Yield the same records."""
        for record in records:
            key = record.document.id, record.annotator.handle if record.annotator else ""
            if key not in self._seen:
                self._seen.add(key)
                self._note(record)
            yield record

    @property
    def counts(self) -> dict[str, int]:
        """Return how many things of each kind are lost; nothing for none."""
        return {KINDS[feature]: self._counts[feature] for feature in self._missing if self._counts[feature]}

    def _note(self, record: Record) -> None:
        if not self._missing:
            return
        counts = self._counts
        for feature, count in _needs(record, self._missing):
            counts[feature] += count
        counts[Feature.SPLITS] += record.split is not None and record.document.id != self._last
        if record.annotator is not None:
            counts[Feature.ANNOTATORS] += record.document.id == self._last
        self._last = record.document.id


def losses(records: Iterable[Record], holds: Feature) -> dict[str, int]:
    """Return how many things of each kind a format that holds these features cannot hold; nothing for none."""
    counter = LossCounter(holds)
    for _ in counter.counted(records):
        pass
    return counter.counts


def scheme_loss(holds: Feature) -> dict[str, int]:
    """Return the loss of the scheme itself, where a format has no place for it."""
    return {} if Feature.SCHEME in holds else {KINDS[Feature.SCHEME]: 1}


def dataset_losses(dataset: Dataset, holds: Feature) -> dict[str, int]:
    """Return what `losses` counts, and whether the scheme itself is lost."""
    lost = {} if holds == EVERYTHING else losses(dataset.records, holds)
    return lost | scheme_loss(holds)


def told(lost: Mapping[str, int]) -> str:
    """The counts as a person reads them: `412 overlapping spans, 1,310 relations`."""
    return ", ".join(kind if kind in ONE_OF_ITS_KIND else f"{count:,} {kind}" for kind, count in lost.items())


def _needs(record: Record, missing: Feature) -> Iterator[tuple[Feature, int]]:
    """Yield how often one record needs each feature; what costs time is only counted when it is missing."""
    spans, relations = record.spans, record.relations
    if missing & (Feature.OVERLAP | Feature.NESTING):
        crossing, nested = _entangled(spans)
        yield Feature.OVERLAP, crossing
        yield Feature.NESTING, nested
    if missing & Feature.SUB_TOKEN:
        yield Feature.SUB_TOKEN, _inside_tokens(spans, record.document.text)
    yield Feature.DISCONTINUITY, sum(len(span.parts) > 1 for span in spans)
    yield Feature.ATTRIBUTES, sum(len(span.attributes) for span in spans)
    yield Feature.RELATIONS, len(relations)
    if not missing & Feature.RELATIONS:
        yield Feature.RELATION_ATTRIBUTES, sum(len(relation.attributes) for relation in relations)
    yield Feature.STATUS, record.annotator is not None and record.status != "todo"
    yield Feature.STATEMENTS, sum(span.statement_id is not None for span in spans)
    yield Feature.ACTORS, sum(span.actor_id is not None for span in spans)
    yield Feature.COMMENTS, len(record.comments)


def _entangled(spans: Iterable[Span]) -> tuple[int, int]:
    """Return how many spans cross one that begins before them, and how many lie inside one.

    A discontinuous span counts from its first to its last code point: that is what a format which
    cannot hold crossing spans would have to keep clear.
    """
    crossing = nested = 0
    open_ends: list[int] = []
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        open_ends = [end for end in open_ends if end > span.start]
        nested += any(end >= span.end for end in open_ends)
        crossing += any(end < span.end for end in open_ends)
        open_ends.append(span.end)
    return crossing, nested


def _inside_tokens(spans: Iterable[Span], text: str) -> int:
    """Return how many spans begin or end inside a token of the text."""
    inside = {offset for start, end in tokens(text) for offset in range(start + 1, end)}
    return sum(not inside.isdisjoint(edge for part in span.parts for edge in part) for span in spans)
