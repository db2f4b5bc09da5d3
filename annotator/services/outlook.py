"""The outlook of an export: what it would write and lose, counted in one reading, before anything is written."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import msgspec

from annotator.domain.meanings import claim_labels
from annotator.domain.scheme import Scheme
from annotator.domain.span import Span
from annotator.formats.losses import LossCounter, scheme_loss
from annotator.formats.record import Record
from annotator.services.dataset_wish import DatasetWish
from annotator.services.datasets import Plan, Tally, planned
from annotator.services.door.file import ProjectFile
from annotator.services.manifest import Counts
from annotator.services.near_duplicates import group_of
from annotator.services.progress import Progress

LAYERS = 4
"""Code points are counted under no mark, under one, two, and three or more."""


class Outlook(msgspec.Struct, frozen=True, kw_only=True):
    """Figures of a dataset that is not written yet; all counts are of what goes in, losses of what does not fit.

    `claims` are spans of a label that heads attributions. `parts` are articles by part of the split, `groups` and
    `grouped` the groups of near-duplicates among them, and the articles in these. `lengths` are words of spans by
    label. `layers` are code points under no mark, one, two, and more, summed over readings. Articles without a
    publisher or a day stand under "".
    """

    counts: Counts
    claims: int
    losses: Mapping[str, int]
    parts: Mapping[str, int]
    groups: int
    grouped: int
    labels: Mapping[str, int]
    relations: Mapping[str, int]
    lengths: Mapping[str, Mapping[int, int]]
    outlets: Mapping[str, int]
    months: Mapping[str, int]
    layers: Sequence[int]


def outlook(file: ProjectFile, wish: DatasetWish, progress: Progress | None = None) -> Outlook:
    """Return the figures of a dataset; nothing is written or frozen. Raises as `datasets.export`, and Cancelled."""
    groups = group_of(file, progress) if wish.is_divided else {}
    plan = planned(file, **wish.asked, **wish.wished)
    plan.check()
    tally, counter, figures = Tally(), LossCounter(plan.holds), _Figures(file.scheme)
    dataset = plan.dataset(file, Path("dataset"), tally, progress, counter)
    for record in dataset.records:
        figures.note(record)
    lost = counter.counts | scheme_loss(plan.holds) | plan.own_losses(dataset)
    return figures.outlook(plan, tally.counts, {kind: lost[kind] for kind in lost if lost[kind]}, groups)


class _Figures:
    """Counts what goes past; records of one document follow each other."""

    def __init__(self, scheme: Scheme) -> None:
        self._heads = claim_labels(scheme)
        self._documents: dict[str, str] = {}
        self._labels: Counter[str] = Counter()
        self._relations: Counter[str] = Counter()
        self._lengths: dict[str, Counter[int]] = {}
        self._outlets: Counter[str] = Counter()
        self._months: Counter[str] = Counter()
        self._layers = [0] * LAYERS

    def note(self, record: Record) -> None:
        """Count a record."""
        if record.document.id not in self._documents:
            self._note_document(record)
        if record.annotator is None:
            return
        self._labels.update(span.label for span in record.spans)
        self._relations.update(relation.label for relation in record.relations)
        for span in record.spans:
            words = len(span.quote(record.document.text).split())
            self._lengths.setdefault(span.label, Counter())[words] += 1
        for place, count in enumerate(layers(record.spans, len(record.document.text))):
            self._layers[place] += count

    def _note_document(self, record: Record) -> None:
        origins = record.document.origins
        self._documents[record.document.id] = record.split or ""
        self._outlets[next((one.publisher for one in origins if one.publisher), "")] += 1
        self._months[min((one.published for one in origins if one.published), default="")[:7]] += 1

    def outlook(self, plan: Plan, counts: Counts, losses: Mapping[str, int], groups: Mapping[str, str]) -> Outlook:
        """Return what was counted."""
        held = Counter(groups[id] for id in self._documents if id in groups)
        several = [count for count in held.values() if count > 1]
        parts = Counter(self._documents.values())
        return Outlook(
            counts=counts,
            claims=sum(self._labels[label] for label in self._heads),
            losses=losses,
            parts={part: parts[part] for part in plan.division.shares} if plan.division is not None else {},
            groups=len(several),
            grouped=sum(several),
            labels=dict(self._labels.most_common()),
            relations=dict(self._relations.most_common()),
            lengths={label: dict(sorted(held.items())) for label, held in self._lengths.items()},
            outlets=dict(self._outlets.most_common()),
            months=dict(sorted(self._months.items())),
            layers=tuple(self._layers),
        )


def layers(spans: Iterable[Span], length: int) -> list[int]:
    """Return how many of `length` code points lie under no mark, one, two, and three or more."""
    steps: Counter[int] = Counter()
    for span in spans:
        for start, end in span.parts:
            steps[start] += 1
            steps[end] -= 1
    counts, depth, at = [0] * LAYERS, 0, 0
    for place in sorted(steps):
        counts[min(depth, LAYERS - 1)] += place - at
        depth, at = depth + steps[place], place
    counts[0] += length - at
    return counts
