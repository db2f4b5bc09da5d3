"""The marks that a page of review shows: what agrees recedes, what differs stands out in its reader's look."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import msgspec

from annotator.agreement.differences import Cluster, Comparison
from annotator.domain.annotator import GOLD
from annotator.domain.span import Range, Span
from annotator.ui.i18n import isolate, tr
from annotator.ui.mark_sheet import Layer
from annotator.ui.reader_looks import ReaderLook, reader_looks
from annotator.ui.reviewing.words import DifferenceWords

if TYPE_CHECKING:
    from annotator.services.adjudicating import Review

DIFFERS = "/differs"
"""The end of the id of the letters of a mark in which readers differ."""


class Sheets:
    """The layers of one review, as they stand in the one article or in a column for each reader."""

    def __init__(self, review: "Review", gold: Sequence[Span], teller: DifferenceWords) -> None:
        self._review, self._gold_marks, self._teller = review, gold, teller
        self._readings = _by_reader(review.comparison)
        self._looks = reader_looks(review.comparison.readers)
        self._open = {id for one in review.open for id in (*(span.id for span in one.held), *one.concerned)}
        self._all = {
            id for one in review.comparison.differences for id in (*(span.id for span in one.held), *one.concerned)
        }
        self._agreed = _agreed_marks(review.comparison.agreed)
        self._differing = differing_letters(review.comparison.clusters)

    def overlaid(self) -> list[Layer]:
        """Return the layers of the one article: a lane for each reader where they differ and nothing is decided."""
        layers = self._gold()
        untaken = self._agreed.untaken(self._gold_marks)
        layers[1] = msgspec.structs.replace(layers[1], spans=[*layers[1].spans, *untaken])
        for reader in self._review.comparison.readers:
            layers += self._lanes(reader, self._looks[reader], self._open)
        return layers

    def column(self, reader: str) -> list[Layer]:
        """Return the layers of a reader's column: theirs alone, all differences in their look."""
        spans = [span for span in self._readings.get(reader, ()) if span.id not in self._all]
        return [Layer(spans, "receding", tr("Agreed")), *self._lanes(reader, self._looks[reader], self._all)]

    def middle(self) -> list[Layer]:
        """Return the layers of the gold column: what is decided, and empty frames where it is not yet."""
        frames = [one.held[0] for one in self._review.open if one.marks.get(GOLD) is None]
        return [*self._gold(), Layer(frames, "open", tr("Not decided"))]

    def _gold(self) -> list[Layer]:
        """Return the marks of the gold reading: those that were decided on, and those on which all agree."""
        marks = [span for span in self._gold_marks if span.id not in self._open]
        faint = [span for span in marks if self._agreed.holds(span)]
        bright = [span for span in marks if not self._agreed.holds(span)]
        return [Layer(bright, "own", isolate(GOLD)), Layer(faint, "receding", tr("Agreed"))]

    def _lanes(self, reader: str, look: ReaderLook, shown: Iterable[str]) -> list[Layer]:
        ids = set(shown)
        spans = [span for span in self._readings.get(reader, ()) if span.id in ids]
        letters = [
            msgspec.structs.replace(span, id=span.id + DIFFERS, parts=self._differing[span.id])
            for span in spans
            if span.id in self._differing
        ]
        name = self._teller.reader(reader)
        return [Layer(spans, look, name), Layer(letters, msgspec.structs.replace(look, is_heavy=True), name)]


def _by_reader(comparison: Comparison) -> dict[str, list[Span]]:
    found: dict[str, list[Span]] = {reader: [] for reader in comparison.readers}
    for cluster in comparison.clusters:
        for reader, span in cluster.items():
            found[reader].append(span)
    return found


class _Agreed(msgspec.Struct, frozen=True):
    """The marks about which all readers agree: one of each, their ids, and their places."""

    marks: tuple[Span, ...]
    ids: frozenset[str]
    places: frozenset[tuple[str, tuple[Range, ...]]]

    def holds(self, span: Span) -> bool:
        """Return whether a mark is one of these, or was made of one."""
        return span.derived_from in self.ids or (span.label, span.parts) in self.places

    def untaken(self, gold: Iterable[Span]) -> list[Span]:
        """Return those that the gold reading has not."""
        held = {(span.label, span.parts) for span in gold}
        return [span for span in self.marks if (span.label, span.parts) not in held]


def _agreed_marks(agreed: Iterable[Cluster]) -> _Agreed:
    clusters = [list(one.values()) for one in agreed]
    spans = [span for cluster in clusters for span in cluster]
    return _Agreed(
        tuple(cluster[0] for cluster in clusters),
        frozenset(span.id for span in spans),
        frozenset((span.label, span.parts) for span in spans),
    )


def differing_letters(clusters: Iterable[Cluster]) -> dict[str, tuple[Range, ...]]:
    """Return the letters that not all who have a mark have in it, by the ids of the marks that have them."""
    found: dict[str, tuple[Range, ...]] = {}
    for cluster in clusters:
        parts = [span.parts for span in cluster.values()]
        if len(set(parts)) < 2:
            continue
        shared = parts[0]
        for other in parts[1:]:
            shared = _common(shared, other)
        found.update((span.id, more) for span in cluster.values() if (more := _without(span.parts, shared)))
    return found


def _common(one: Sequence[Range], other: Sequence[Range]) -> tuple[Range, ...]:
    met = ((max(a, c), min(b, d)) for a, b in one for c, d in other)
    return tuple((start, end) for start, end in met if start < end)


def _without(parts: Iterable[Range], gone: Iterable[Range]) -> tuple[Range, ...]:
    left = list(parts)
    for start, end in gone:
        left = [piece for a, b in left for piece in ((a, min(b, start)), (max(a, end), b)) if piece[0] < piece[1]]
    return tuple(left)
