"""Scores of proposed attributions against marked ones: cues found, and attributions that are right as a whole."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Protocol

import msgspec

from annotator.domain.span import Parts, Range
from annotator.suggest.learning.examples import MarkedAttribution
from annotator.suggest.reporting.lexicon import folded, word_class
from annotator.text.tokens import tokens

SAME_CLAIM = 0.8
"""Least F1 of a claim's words for it to be the same claim."""
ALIKE = 0.5
"""The same for a claim without a cue to be found at all."""


class ProposedAttribution(Protocol):
    """The attribution that is measured."""

    @property
    def cue(self) -> Range | None: ...
    @property
    def claim(self) -> Parts: ...
    @property
    def sources(self) -> tuple[Range, ...]: ...


class ScoreCounts(msgspec.Struct, frozen=True):
    """Attributions that are marked, proposed, found by their cues, and found whole; counts of articles add up."""

    marked: int = 0
    proposed: int = 0
    found: int = 0
    whole: int = 0
    articles: int = 0

    def __add__(self, other: "ScoreCounts") -> "ScoreCounts":
        pairs = zip(msgspec.structs.astuple(self), msgspec.structs.astuple(other), strict=True)
        return ScoreCounts(*(one + two for one, two in pairs))

    @property
    def cue_f1(self) -> float | None:
        return self._f1(self.found)

    @property
    def whole_f1(self) -> float | None:
        """F1 of attributions whose cue is found, with the right source and (word F1 from 0.8 on) the right claim."""
        return self._f1(self.whole)

    def _f1(self, right: int) -> float | None:
        every = self.marked + self.proposed
        return 2 * right / every if every else None


class Scored:
    """The text of an article as words, for comparing what was marked in it with what is proposed."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _words(self) -> list[Range]:
        return tokens(self._text)

    @cached_property
    def _ends(self) -> list[int]:
        return [end for _, end in self._words]

    def counts(self, marked: Sequence[MarkedAttribution], proposed: Sequence[ProposedAttribution]) -> ScoreCounts:
        """Count what is right; each marked attribution is found once, by what shares most of its cue."""
        pairs = self._pairs(marked, proposed)
        right = sum(self._is_whole(marked[one], proposed[other]) for one, other in pairs)
        return ScoreCounts(len(marked), len(proposed), len(pairs), right, 1)

    def right(self, marked: Sequence[MarkedAttribution], proposed: Sequence[ProposedAttribution]) -> list[bool]:
        """Return of each proposal whether all of it is right, as `counts` counts it."""
        pairs = self._pairs(marked, proposed)
        found = {other for one, other in pairs if self._is_whole(marked[one], proposed[other])}
        return [place in found for place in range(len(proposed))]

    def _pairs(
        self, marked: Sequence[MarkedAttribution], proposed: Sequence[ProposedAttribution]
    ) -> list[tuple[int, int]]:
        options = [
            (shared, -one, -other)
            for one, wanted in enumerate(marked)
            for other, said in enumerate(proposed)
            if (shared := self._shared(wanted, said)) > 0
        ]
        found: list[tuple[int, int]] = []
        for _, one, other in sorted(options, reverse=True):
            if not any(-one == first or -other == second for first, second in found):
                found.append((-one, -other))
        return found

    def _shared(self, wanted: MarkedAttribution, said: ProposedAttribution) -> float:
        if wanted.cue is not None and said.cue is not None:
            shared = _overlap(wanted.cue, said.cue)
            return shared + self._alike(wanted.claim, said.claim) if shared else 0
        if wanted.cue is None and said.cue is None and self._alike(wanted.claim, said.claim) > ALIKE:
            return 1
        return 0

    def _is_whole(self, wanted: MarkedAttribution, said: ProposedAttribution) -> bool:
        if self._alike(wanted.claim, said.claim) < SAME_CLAIM:
            return False
        if not wanted.sources or not said.sources:
            return not wanted.sources and not said.sources
        fitting = {*wanted.sources, *wanted.mentions}
        return any(self._same(one, other) for one in fitting for other in said.sources)

    def _same(self, one: Range, other: Range) -> bool:
        return _overlap(one, other) > 0 or self._text[slice(*one)] == self._text[slice(*other)]

    def _alike(self, one: Parts, other: Parts) -> float:
        first, second = self._covered(one), self._covered(other)
        return 2 * len(first & second) / (len(first) + len(second)) if first or second else 0.0

    def _covered(self, parts: Parts) -> set[int]:
        found: set[int] = set()
        for start, end in parts:
            first = bisect_right(self._ends, start)
            behind = max(first, bisect_left(self._words, (end, 0)))
            while first < behind and _is_that(self._text[slice(*self._words[first])]):
                first += 1
            found.update(range(first, behind))
        return found


def _is_that(word: str) -> bool:
    form = folded(word)
    return form in word_class("that") or (form[:1] in "وفب" and form[1:] in word_class("that"))


def _overlap(one: Range, other: Range) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def total(counts: Iterable[ScoreCounts]) -> ScoreCounts:
    """Add up counts."""
    found = ScoreCounts()
    for one in counts:
        found += one
    return found
