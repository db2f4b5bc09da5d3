"""All figures of agreement over many documents, each with what it rests on."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

import msgspec
import numpy as np

from annotator.agreement.coefficients import Table, cohen_kappa
from annotator.agreement.matching import paired, same_places
from annotator.agreement.tally import ReaderPair, UnitTally, Way
from annotator.agreement.unitizing import Continuum, unitizing_alpha, unitizing_alpha_of_all
from annotator.agreement.units import ReadArticle, ReaderMarks, UnitCut
from annotator.domain.relation import Relation
from annotator.domain.span import Range, Span

FEW = 30
"""A figure over fewer things than this is told to rest on little."""


class Score(msgspec.Struct, frozen=True, kw_only=True):
    """Precision, recall and F1 of b against a: `both` of the spans (or links) of each are the other's too."""

    a: int = 0
    b: int = 0
    both: int = 0

    @property
    def precision(self) -> float | None:
        """Return the share of b's that a has; None if b has none."""
        return self.both / self.b if self.b else None

    @property
    def recall(self) -> float | None:
        """Return the share of a's that b has; None if a has none."""
        return self.both / self.a if self.a else None

    @property
    def f1(self) -> float | None:
        """Return the harmonic mean of precision and recall; None where neither has any."""
        return 2 * self.both / (self.a + self.b) if self.a + self.b else None

    def __add__(self, other: "Score") -> "Score":
        return Score(a=self.a + other.a, b=self.b + other.b, both=self.both + other.both)


class PairLabelFigures(msgspec.Struct, frozen=True, kw_only=True):
    """The spans of b with one label held against those of a, which is the reference: exactly, and by overlap.

    `a` and `b` are how many spans of it each has.
    """

    a: int
    b: int
    precision_exact: float | None
    recall_exact: float | None
    f1_exact: float | None
    precision_overlap: float | None
    recall_overlap: float | None
    f1_overlap: float | None

    def turned(self) -> "PairLabelFigures":
        """Return the same with b as the reference: precision and recall change places."""
        return PairLabelFigures(
            a=self.b,
            b=self.a,
            precision_exact=self.recall_exact,
            recall_exact=self.precision_exact,
            f1_exact=self.f1_exact,
            precision_overlap=self.recall_overlap,
            recall_overlap=self.precision_overlap,
            f1_overlap=self.f1_overlap,
        )


class PairFigures(msgspec.Struct, frozen=True, kw_only=True):
    """The agreement of two people over `n` units: `confusion[i][j]` have the value i by a and j by b (0: no label).

    `by_label` tells b's precision and recall against a, so a model is measured where it is b and gold is a.
    """

    a: str
    b: str
    documents: int
    n: int
    span_f1_exact: float | None
    span_f1_overlap: float | None
    token_kappa: float | None
    exact: Score
    overlap: Score
    confusion: tuple[tuple[int, ...], ...]
    by_label: dict[str, PairLabelFigures]


class LabelFigures(msgspec.Struct, frozen=True, kw_only=True):
    """Agreement on one label; `n` spans of it by anyone.

    `fleiss_kappa` and `unitizing_alpha` are None where documents have different numbers of readers: then there is one
    of each for every number.
    """

    token_alpha: float | None
    fleiss_kappa: float | None
    unitizing_alpha: float | None
    span_f1_exact: float | None
    span_f1_overlap: float | None
    n: int
    fleiss_kappa_by_readers: dict[str, float | None]
    unitizing_alpha_by_readers: dict[str, float | None]


class RoleFigures(msgspec.Struct, frozen=True, kw_only=True):
    """Agreement on links of one kind: those whose ends are matched spans in both readings; `n` links by anyone."""

    f1: float | None
    score: Score
    n: int


class AttributeFigures(msgspec.Struct, frozen=True, kw_only=True):
    """Cohen's κ of the values that matched spans (or links) have; `n` of them, of which `agreed` have the same."""

    kappa: float | None
    agreed: int
    n: int


class DocumentFigures(msgspec.Struct, frozen=True, kw_only=True):
    """Agreement on one document."""

    id: str
    readers: tuple[str, ...]
    token_alpha: float | None
    span_f1_exact: float | None
    n: int


class Warned(msgspec.Struct, frozen=True, kw_only=True):
    """A figure that rests on little: which (`token_alpha`, `by_label.claim` …), and on how many."""

    figure: str
    n: int


class Figures(msgspec.Struct, frozen=True, kw_only=True):
    """The whole report: what was counted (`n` units), and how readers agree."""

    readers: tuple[str, ...]
    documents: int
    unit: str
    universe: str
    tokenizer: str
    labels: tuple[str, ...]
    n: int
    token_alpha: float | None
    fleiss_kappa: dict[str, float | None]
    unitizing_alpha: dict[str, float | None]
    """Both by the number of people who read a document; αU over all labels."""
    span_f1_exact: float | None
    pairs: tuple[PairFigures, ...]
    by_label: dict[str, LabelFigures]
    by_role: dict[str, RoleFigures]
    by_attribute: dict[str, AttributeFigures]
    by_document: tuple[DocumentFigures, ...]
    over_time: dict[str, float | None]
    """α over the units of the documents of each month (YYYY-MM) that has any."""
    warnings: tuple[Warned, ...]


class _Spans(NamedTuple):
    """Scores of spans by pair and label."""

    exact: Counter[tuple[ReaderPair, str]]
    overlap: Counter[tuple[ReaderPair, str]]
    held: Counter[tuple[ReaderPair, str, str]]


class Counting:
    """Counts documents one after the other, and then tells all figures."""

    def __init__(self, readers: Sequence[str], way: Way) -> None:
        self._readers = tuple(readers)
        self._way = way
        self._tally = UnitTally(way)
        self._months: dict[str, UnitTally] = {}
        self._spans = _Spans(Counter(), Counter(), Counter())
        self._links: dict[tuple[ReaderPair, str], Score] = defaultdict(Score)
        self._values: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
        self._continua: dict[tuple[int, str], list[Continuum]] = defaultdict(list)
        self._marks: Counter[str] = Counter()
        self._together: Counter[ReaderPair] = Counter()
        self._documents: list[DocumentFigures] = []

    def add(self, article: ReadArticle) -> None:
        """Count a document that at least two of the readers have read; another is left out."""
        held = {one.annotator: one for one in article.readings}
        readings = tuple(held[one] for one in self._readers if one in held)
        if len(readings) < 2:
            return
        article = msgspec.structs.replace(article, readings=readings)
        cut = UnitCut(article.text, self._way.unit, self._way.tokenizer)
        alone = UnitTally(self._way)
        alone.add(article, cut)
        for tally in (self._tally, *self._of_month(article)):
            tally.merge(alone)
        exact = Score()
        for one, other in combinations(readings, 2):
            exact += self._add_pair(one, other)
        for reading in readings:
            self._marks.update(span.label for span in reading.spans)
        self._add_continua(readings, cut)
        who = tuple(reading.annotator for reading in readings)
        self._documents.append(
            DocumentFigures(
                id=article.id, readers=who, token_alpha=alone.alpha(), span_f1_exact=exact.f1, n=alone.units
            )
        )

    def _of_month(self, article: ReadArticle) -> list[UnitTally]:
        month = (article.published or "")[:7]
        return [self._months.setdefault(month, UnitTally(self._way))] if len(month) == 7 else []

    def _add_pair(self, one: ReaderMarks, other: ReaderMarks) -> Score:
        pair = (one.annotator, other.annotator)
        self._together[pair] += 1
        labels = set(self._way.labels)
        a, b = ([span for span in reading.spans if span.label in labels] for reading in (one, other))
        same = same_places(a, b)
        matched = paired(a, b).both
        for name, spans in (("a", a), ("b", b)):
            self._spans.held.update((pair, span.label, name) for span in spans)
        self._spans.exact.update((pair, mine.label) for mine, _ in same)
        self._spans.overlap.update((pair, mine.label) for mine, _ in matched)
        self._add_links(pair, one.relations, other.relations, matched)
        self._add_values(matched)
        return Score(a=len(a), b=len(b), both=len(same))

    def _add_links(
        self, pair: ReaderPair, a: Iterable[Relation], b: Iterable[Relation], matched: Iterable[tuple[Span, Span]]
    ) -> None:
        """Count links whose ends are matched; of those, what their attributes say."""
        meant = {mine.id: other.id for mine, other in matched}
        here = {(meant.get(link.from_id, ""), meant.get(link.to_id, ""), link.label): link for link in a}
        there = {(link.from_id, link.to_id, link.label): link for link in b}
        counts = (Counter(link.label for link in a), Counter(link.label for link in b))
        agreed = Counter(link.label for key, link in there.items() if key in here)
        for label in counts[0] | counts[1]:
            self._links[(pair, label)] += Score(a=counts[0][label], b=counts[1][label], both=agreed[label])
        for key, link in there.items():
            if key in here:
                self._add_attributes(link.label, here[key].attributes, link.attributes)

    def _add_values(self, matched: Iterable[tuple[Span, Span]]) -> None:
        for mine, other in matched:
            self._add_attributes(mine.label, mine.attributes, other.attributes)

    def _add_attributes(self, label: str, mine: Mapping[str, str], other: Mapping[str, str]) -> None:
        for key in {**mine, **other}:
            self._values[f"{label}.{key}"][(mine.get(key, ""), other.get(key, ""))] += 1

    def _add_continua(self, readings: Sequence[ReaderMarks], cut: UnitCut) -> None:
        found: list[dict[str, list[Range]]] = []
        for reading in readings:
            by_label: dict[str, list[Range]] = defaultdict(list)
            for place, first, behind in cut.covered(reading.spans):
                by_label[reading.spans[place].label].append((first, behind))
            found.append(by_label)
        for label in self._way.labels:
            if any(label in by_label for by_label in found):
                units = [by_label.get(label, []) for by_label in found]
            else:
                units = [[] for _ in found]
            self._continua[(len(readings), label)].append(Continuum(cut.size, units))

    # The report

    def told(self) -> Figures:
        """Return all figures over what was counted."""
        pairs = [pair for pair in combinations(self._readers, 2) if self._together[pair]]
        figures = Figures(
            readers=self._readers,
            documents=len(self._documents),
            unit=self._way.unit,
            universe=self._way.universe,
            tokenizer=self._way.tokenizer,
            labels=self._way.labels,
            n=self._tally.units,
            token_alpha=self._tally.alpha(),
            fleiss_kappa={str(number): kappa for number, (kappa, _) in self._tally.fleiss().items()},
            unitizing_alpha=self._cut(),
            span_f1_exact=self._score("exact", pairs, self._way.labels).f1,
            pairs=tuple(self._pair(pair) for pair in pairs),
            by_label={label: self._label(place, pairs) for place, label in enumerate(self._way.labels)},
            by_role=self._roles(),
            by_attribute={key: _attribute(counts) for key, counts in sorted(self._values.items())},
            by_document=tuple(self._documents),
            over_time={month: tally.alpha() for month, tally in sorted(self._months.items())},
            warnings=(),
        )
        return msgspec.structs.replace(figures, warnings=tuple(_warned(figures)))

    def _cut(self) -> dict[str, float | None]:
        """Return αU over all labels for each number of readers that a document has."""
        by_number: dict[int, list[list[Continuum]]] = defaultdict(list)
        for (number, _), texts in sorted(self._continua.items()):
            by_number[number].append(texts)
        return {str(number): unitizing_alpha_of_all(labels) for number, labels in by_number.items()}

    def _score(self, how: str, pairs: Iterable[ReaderPair], labels: Iterable[str]) -> Score:
        both = self._spans.exact if how == "exact" else self._spans.overlap
        held = self._spans.held
        chosen = list(labels)
        total = Score()
        for pair in pairs:
            for label in chosen:
                total += Score(a=held[(pair, label, "a")], b=held[(pair, label, "b")], both=both[(pair, label)])
        return total

    def _pair(self, pair: ReaderPair) -> PairFigures:
        table = self._tally.table(pair)
        exact, overlap = (self._score(how, [pair], self._way.labels) for how in ("exact", "overlap"))
        return PairFigures(
            a=pair[0],
            b=pair[1],
            documents=self._together[pair],
            n=int(table.sum()),
            span_f1_exact=exact.f1,
            span_f1_overlap=overlap.f1,
            token_kappa=self._tally.kappa(pair),
            exact=exact,
            overlap=overlap,
            confusion=tuple(tuple(int(cell) for cell in row) for row in table),
            by_label={label: self._pair_label(pair, label) for label in self._way.labels},
        )

    def _pair_label(self, pair: ReaderPair, label: str) -> PairLabelFigures:
        exact, overlap = (self._score(how, [pair], [label]) for how in ("exact", "overlap"))
        return PairLabelFigures(
            a=exact.a,
            b=exact.b,
            precision_exact=exact.precision,
            recall_exact=exact.recall,
            f1_exact=exact.f1,
            precision_overlap=overlap.precision,
            recall_overlap=overlap.recall,
            f1_overlap=overlap.f1,
        )

    def _label(self, place: int, pairs: Sequence[ReaderPair]) -> LabelFigures:
        label = self._way.labels[place]
        fleiss = {str(number): kappa for number, (kappa, _) in self._tally.fleiss(place).items()}
        cut = {
            str(number): unitizing_alpha(texts)
            for (number, name), texts in sorted(self._continua.items())
            if name == label
        }
        return LabelFigures(
            token_alpha=self._tally.alpha(place),
            fleiss_kappa=_only(fleiss),
            unitizing_alpha=_only(cut),
            span_f1_exact=self._score("exact", pairs, [label]).f1,
            span_f1_overlap=self._score("overlap", pairs, [label]).f1,
            n=self._marks[label],
            fleiss_kappa_by_readers=fleiss,
            unitizing_alpha_by_readers=cut,
        )

    def _roles(self) -> dict[str, RoleFigures]:
        totals: dict[str, Score] = defaultdict(Score)
        for (_, label), score in self._links.items():
            totals[label] += score
        return {
            label: RoleFigures(f1=score.f1, score=score, n=score.a + score.b) for label, score in sorted(totals.items())
        }


def _only(found: Mapping[str, float | None]) -> float | None:
    return next(iter(found.values())) if len(found) == 1 else None


def _attribute(counts: Counter[tuple[str, str]]) -> AttributeFigures:
    values = sorted({value for pair in counts for value in pair})
    place = {value: number for number, value in enumerate(values)}
    table: Table = np.zeros((len(values), len(values)))
    for (mine, other), number in counts.items():
        table[place[mine], place[other]] += number
    return AttributeFigures(kappa=cohen_kappa(table), agreed=int(np.trace(table)), n=int(table.sum()))


def _warned(figures: Figures) -> Iterable[Warned]:
    counted = {
        "token_alpha": figures.n,
        **{f"pairs.{one.a}.{one.b}": min(one.exact.a, one.exact.b) for one in figures.pairs},
        **{f"by_label.{label}": one.n for label, one in figures.by_label.items()},
        **{f"by_role.{label}": one.n for label, one in figures.by_role.items()},
        **{f"by_attribute.{key}": one.n for key, one in figures.by_attribute.items()},
    }
    return (Warned(figure=name, n=number) for name, number in counted.items() if number < FEW)
