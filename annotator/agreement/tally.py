"""Counts from which every coefficient over units follows: tables of what each pair of readers said of each unit.

They add up over documents, so that no more than one document's units are held at a time.
"""

from collections import defaultdict
from collections.abc import Mapping
from itertools import combinations
from typing import Literal

import msgspec
import numpy as np
from numpy.typing import NDArray

from annotator.agreement.coefficients import (
    Table,
    cohen_kappa,
    coincidences_of,
    fleiss_kappa,
    krippendorff_alpha,
    sum_of,
)
from annotator.agreement.units import ReadArticle, Tokenizer, Unit, UnitCut, UnitValues, coded

Universe = Literal["all", "marked", "units"]
ReaderPair = tuple[str, str]
Marks = NDArray[np.bool_]


class Way(msgspec.Struct, frozen=True, kw_only=True):
    """A way of counting agreement.

    `unit` is what a text is cut into, by `tokenizer`. `universe` says which units count: `all`; `marked`, those that
    one of the readers compared marked; `units`, where the stretches that somebody marked are the units, and what a
    reader says of one is the label that they gave to exactly this stretch. `labels` are those that count, in the
    scheme's order.
    """

    labels: tuple[str, ...]
    unit: Unit = "token"
    tokenizer: Tokenizer = "words"
    universe: Universe = "all"

    @property
    def codes(self) -> dict[str, int]:
        """Number the labels from 1; 0 stands for no label."""
        return {label: code for code, label in enumerate(self.labels, 1)}


class _Group:
    """Tables over the documents that the same people read."""

    def __init__(self, readers: tuple[str, ...], labels: int) -> None:
        self.readers = readers
        self.units = 0
        self.unmarked = 0
        """Units of which nobody said anything."""
        self.tables: dict[ReaderPair, Table] = {
            pair: np.zeros((labels + 1, labels + 1)) for pair in combinations(readers, 2)
        }
        self.by_label: dict[ReaderPair, Table] = {pair: np.zeros((labels, 2, 2)) for pair in self.tables}

    def add(self, values: Mapping[str, UnitValues], present: Mapping[str, Marks]) -> None:
        size = len(values[self.readers[0]])
        self.units += size
        said = np.any([values[reader] > 0 for reader in self.readers], axis=0)
        self.unmarked += size - int(said.sum())
        for (one, other), table in self.tables.items():
            width = table.shape[0]
            joint = values[one][said].astype(np.int64) * width + values[other][said]
            table += np.bincount(joint, minlength=width**2).reshape(width, width)
            table[0, 0] += size - int(said.sum())
            here, there = present[one], present[other]
            both = (here & there).sum(axis=1)
            single, second = here.sum(axis=1) - both, there.sum(axis=1) - both
            cells = np.array([[size - both - single - second, second], [single, both]]).transpose(2, 0, 1)
            self.by_label[(one, other)] += cells

    def merge(self, other: "_Group") -> None:
        """Add what was counted over other documents that the same people read."""
        self.units += other.units
        self.unmarked += other.unmarked
        for pair in self.tables:
            self.tables[pair] += other.tables[pair]
            self.by_label[pair] += other.by_label[pair]


class UnitTally:
    """Everything that was counted, by who read together."""

    def __init__(self, way: Way) -> None:
        self.way = way
        self._groups: dict[tuple[str, ...], _Group] = {}

    def add(self, article: ReadArticle, cut: UnitCut) -> None:
        """Count a document; `cut` are its units (not used where the marked stretches are the units)."""
        codes = self.way.codes
        readers = tuple(reading.annotator for reading in article.readings)
        if len(readers) < 2:
            return
        group = self._groups.setdefault(readers, _Group(readers, len(codes)))
        if self.way.universe == "units":
            found = _stretches(article, codes)
        else:
            found = {one.annotator: coded(cut, one.spans, codes) for one in article.readings}
        group.add({who: said for who, (said, _) in found.items()}, {who: over for who, (_, over) in found.items()})

    def merge(self, other: "UnitTally") -> None:
        """Add what another one has counted, in the same way."""
        for readers, group in other._groups.items():
            self._groups.setdefault(readers, _Group(readers, len(self.way.labels))).merge(group)

    @property
    def units(self) -> int:
        """Return how many units at least two people read."""
        return sum(one.units - self._left_out(one) for one in self._groups.values())

    def alpha(self, label: int | None = None) -> float | None:
        """Return Krippendorff's α over all labels, or of having one (by its place)."""
        found = [coincidences_of(self._tables(one, label), len(one.readers)) for one in self._groups.values()]
        return krippendorff_alpha(sum_of(found)) if found else None

    def fleiss(self, label: int | None = None) -> dict[int, tuple[float | None, int]]:
        """Return Fleiss' κ and its number of units for each number of readers that a document has."""
        by_number: dict[int, list[_Group]] = defaultdict(list)
        for group in self._groups.values():
            by_number[len(group.readers)].append(group)
        return {
            number: (
                fleiss_kappa(table for group in groups for table in self._tables(group, label)),
                sum(group.units - self._left_out(group) for group in groups),
            )
            for number, groups in sorted(by_number.items())
        }

    def table(self, pair: ReaderPair, label: int | None = None) -> Table:
        """Return what two people said of the units that both read; where only marked ones count, by either of them."""
        width = 2 if label is not None else len(self.way.labels) + 1
        found: Table = np.zeros((width, width))
        for group in self._groups.values():
            if pair in group.tables:
                found = found + (group.tables[pair] if label is None else group.by_label[pair][label])
                found[0, 0] -= group.tables[pair][0, 0] if self.way.universe == "marked" else 0
        return found

    def kappa(self, pair: ReaderPair, label: int | None = None) -> float | None:
        """Return Cohen's κ of two people."""
        return cohen_kappa(self.table(pair, label))

    def _left_out(self, group: _Group) -> int:
        return group.unmarked if self.way.universe == "marked" else 0

    def _tables(self, group: _Group, label: int | None) -> list[Table]:
        tables = list(group.tables.values()) if label is None else [one[label] for one in group.by_label.values()]
        without = self._left_out(group)
        if not without:
            return tables
        fewer = [table.copy() for table in tables]
        for table in fewer:
            table[0, 0] -= without
        return fewer


def _stretches(article: ReadArticle, codes: Mapping[str, int]) -> dict[str, tuple[UnitValues, Marks]]:
    """Return what each reader said of each stretch that somebody marked."""
    spans = {one.annotator: [span for span in one.spans if span.label in codes] for one in article.readings}
    stretches = sorted({span.parts for marked in spans.values() for span in marked})
    places = {parts: place for place, parts in enumerate(stretches)}
    found = {}
    for who, marked in spans.items():
        values, present = np.zeros(len(places), dtype=np.int16), np.zeros((len(codes), len(places)), dtype=np.bool_)
        # Of several labels on one stretch the one that the scheme names first is the value.
        for span in sorted(marked, key=lambda span: -codes[span.label]):
            values[places[span.parts]] = codes[span.label]
            present[codes[span.label] - 1, places[span.parts]] = True
        found[who] = (values, present)
    return found
