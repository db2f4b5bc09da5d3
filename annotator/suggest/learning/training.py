"""Training on marked articles, and measuring on articles that were held out."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

import msgspec

from annotator.suggest.learning import cue_tagging, role_tagging
from annotator.suggest.learning.answering import Answer, Policy, Proposed, answers, decided
from annotator.suggest.learning.calibration import ToldProposal
from annotator.suggest.learning.crf import CrfTagger, TaggedSequence, Weights, train
from annotator.suggest.learning.examples import MarkedArticle, MarkedAttribution, place
from annotator.suggest.learning.pages import ArticlePage
from annotator.suggest.learning.scoring import ScoreCounts, Scored, total

Tick = Callable[[], object]

FOLDS = 5
_ADDS = (0.9, 0.5, 0.4)
_KEEPS = (0.1, 0.2, 0.35, 0.5)
_LEADS = (3.0, 1.0, 0.0)
"""Choices of a policy besides the usual one, that which trusts the rules most first."""
CLEARLY_BETTER = 0.5
"""Gain in both F1 together, times the square root of n, for which another policy is chosen: less may be chance."""
_PRIOR = 2
"""Headlines that count as right and as wrong before any is seen."""


class LearnedTaggers(msgspec.Struct, frozen=True):
    """The weights of both taggers, and the share of headlines without a cue in which somebody marked what they say."""

    cues: Weights
    roles: Weights
    bare: float


class Lesson:
    """A marked article made ready: read once, and then used by every fold that it is in."""

    def __init__(self, marked: MarkedArticle) -> None:
        self.marked = marked
        self.page = ArticlePage(marked.document.text)
        self.scored = Scored(marked.document.text)

    @cached_property
    def cue_examples(self) -> list[TaggedSequence]:
        """The sentences that were read, with the tags of their cues: with the rules' vote, and without it."""
        page = self.page
        tags = cue_tagging.tags(page, [one.cue for one in self.marked.attributions if one.cue is not None])
        read = [words for words in page.sentences if page.page.words[words[0]][0] < self.marked.reach]
        return [
            _compiled(every[words.start : words.stop], tags[words.start : words.stop])
            for every in (cue_tagging.items(page), cue_tagging.items(page, heed_rules=False))
            for words in read
        ]

    @cached_property
    def role_examples(self) -> list[TaggedSequence]:
        """The words around each cue, as they are, and as they would be if the rules had passed it over."""
        return [
            _compiled(role_tagging.items(self.page, asked), role_tagging.example(self.page, asked, one))
            for one in self.marked.attributions
            if one.cue is not None and (words := self.page.words_in(one.cue))
            for asked in self._windows(words)
        ]

    def make_ready(self) -> None:
        """Describe every word now, and not when the first fold asks."""
        assert self.cue_examples is not None
        assert self.role_examples is not None

    def _windows(self, words: range) -> Iterator[role_tagging.CueWindow]:
        asked = role_tagging.window(self.page, words)
        yield asked
        if asked.vote is not None:
            yield role_tagging.window(self.page, words, heed_rules=False)

    @property
    def bare(self) -> tuple[int, int]:
        """Headlines for which the rules propose a claim without a cue, and how many are marked so."""
        said = [one for one in self.page.rules if one.cue is None]
        marked = [one for one in self.marked.attributions if one.cue is None]
        return len(said), self.scored.counts(marked, [Proposed(one, 1.0) for one in said]).found

    def counts(self, proposed: Iterable[Proposed]) -> ScoreCounts:
        """Measure what is proposed for the part that was read."""
        return self.scored.counts(self._marked, self._read(proposed))

    def told(self, proposed: Iterable[Proposed], fold: int) -> list[ToldProposal]:
        """Return what is proposed for that part, each with its chance and whether all of it is right."""
        read = self._read(proposed)
        right = self.scored.right(self._marked, read)
        return [ToldProposal(fold, one.chance, one.evidence, held) for one, held in zip(read, right, strict=True)]

    @property
    def _marked(self) -> list[MarkedAttribution]:
        return [one for one in self.marked.attributions if place(one) < self.marked.reach]

    def _read(self, proposed: Iterable[Proposed]) -> list[Proposed]:
        return [one for one in proposed if (one.cue or one.claim[0])[0] < self.marked.reach]


def _compiled(items: Sequence[Sequence[str]], tags: Sequence[str]) -> TaggedSequence:
    from pycrfsuite import ItemSequence

    compiled: Any = ItemSequence(items)
    return compiled, tags


def learned(lessons: Sequence[Lesson], tick: Tick) -> LearnedTaggers:
    """Train both taggers."""
    said, right = (sum(pair) for pair in zip(*(one.bare for one in lessons), strict=True))
    return LearnedTaggers(
        cues=train([example for one in lessons for example in one.cue_examples], tick),
        roles=train([example for one in lessons for example in one.role_examples], tick),
        bare=(right + _PRIOR) / (said + 2 * _PRIOR),
    )


class HeldOut(msgspec.Struct, frozen=True):
    """The answers for a lesson of taggers that had not seen it."""

    lesson: Lesson
    fold: int
    found: list[Answer]
    bare: float

    def counts(self, policy: Policy) -> ScoreCounts:
        return self.lesson.counts(decided(self.lesson.page, self.found, policy, self.bare))

    def told(self, policy: Policy) -> list[ToldProposal]:
        """Return what a policy proposes, each with its chance and whether all of it is right."""
        return self.lesson.told(decided(self.lesson.page, self.found, policy, self.bare), self.fold)


def folds(lessons: Sequence[Lesson], count: int = FOLDS) -> list[list[Lesson]]:
    """Divide lessons into folds, in an order that follows from the texts alone."""
    ordered = sorted(lessons, key=lambda one: one.marked.document.id)
    count = min(count, len(ordered))
    return [ordered[first::count] for first in range(count)]


def _nothing() -> None:
    """Nobody waits to hear of it."""


def held_out(lessons: Sequence[Lesson], size: int, tick: Tick, folded: Tick = _nothing) -> list[HeldOut]:
    """Return what is said of every lesson by taggers that learned from `size` others; `folded` is called a fold."""
    divided = folds(lessons)
    found: list[HeldOut] = []
    for number, fold in enumerate(divided):
        others = [one for other in (*divided[number + 1 :], *divided[:number]) for one in other]
        taught = learned(others[:size], tick)
        cues, roles = CrfTagger(taught.cues), CrfTagger(taught.roles)
        for lesson in fold:
            tick()
            found.append(HeldOut(lesson, number, answers(lesson.page, cues, roles), taught.bare))
        folded()
    return found


def best_policy(found: Sequence[HeldOut]) -> Policy:
    """Return the policy under which clearly more was right than under the usual one."""
    policy = Policy()
    best = _worth(found, policy)
    clearly = CLEARLY_BETTER / max(1, total(one.counts(policy) for one in found).marked) ** 0.5
    choices: Mapping[str, Sequence[float]] = {
        "source_lead": _LEADS,
        "claim_lead": _LEADS,
        "add": _ADDS,
        "keep": _KEEPS,
    }
    for name, values in choices.items():
        for value in values:
            tried = msgspec.structs.replace(policy, **{name: value})
            if (worth := _worth(found, tried)) > best + clearly:
                policy, best = tried, worth
    return policy


def _worth(found: Sequence[HeldOut], policy: Policy) -> float:
    counts = total(one.counts(policy) for one in found)
    return (counts.cue_f1 or 0.0) + (counts.whole_f1 or 0.0)


def told(found: Sequence[HeldOut], policy: Policy) -> list[ToldProposal]:
    """Return all that a policy proposes in held-out articles."""
    return [proposal for one in found for proposal in one.told(policy)]


def measured(found: Sequence[HeldOut]) -> ScoreCounts:
    """Count what was right in held-out articles; the policy of each fold is chosen by the others."""
    counts: list[ScoreCounts] = []
    for number in sorted({one.fold for one in found}):
        others = [one for one in found if one.fold != number]
        policy = best_policy(others) if others else Policy()
        counts += [one.counts(policy) for one in found if one.fold == number]
    return total(counts)


def by_rules(lessons: Iterable[Lesson]) -> ScoreCounts:
    """Count what the rules alone get right."""
    return total(one.counts(Proposed(said, 1.0) for said in one.page.rules) for one in lessons)
