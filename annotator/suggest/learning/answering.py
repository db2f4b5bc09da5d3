"""From the answers of the taggers to attributions: where what was learned adds to the rules, and where it departs."""

from collections.abc import Iterable, Iterator, Sequence
from math import exp, inf, log
from typing import TYPE_CHECKING, Any

import msgspec

from annotator.domain.span import Parts, Range
from annotator.suggest.learning import cue_tagging, role_tagging
from annotator.suggest.learning.crf import CrfTagger
from annotator.suggest.learning.pages import ArticlePage
from annotator.suggest.learning.role_tagging import CLAIM, CLAIM_TAGS, SOURCE, SOURCE_TAGS, CueWindow
from annotator.suggest.reporting import extents, speakers
from annotator.suggest.reporting.attributions import ReportedSpeech
from annotator.suggest.reporting.candidates import (
    Candidate,
    noun_candidates,
    phrase_candidate,
    verbal_candidates,
)
from annotator.suggest.reporting.complements import complement
from annotator.suggest.reporting.lexicon import word_class
from annotator.text.clitics import clitics

if TYPE_CHECKING:
    from numpy import ndarray

MIN_CUE_LETTERS = 3
LEAST_SURE, LEAST_SURETY = 0.01, -15.0
"""Bounds of a chance and of the logarithm of one in evidence: beyond, less or more tells nothing."""
LEAST_CHANCE = 0.3
"""Chance from which on a word that the rules pass over is looked at as a cue."""


Evidence = tuple[float, ...]


class Policy(msgspec.Struct, frozen=True):
    """The leads by which to depart from the rules; chosen by what was right in held-out articles.

    A cue of its own is proposed from the chance `add` on, one of the rules from `keep` on. Where the rules see the cue,
    another claim or source is proposed when it is likelier than theirs by so much (natural logarithm of the ratio).
    """

    add: float = 0.65
    keep: float = 0.0
    claim_lead: float = 6.0
    source_lead: float = inf


class Answer(msgspec.Struct, frozen=True):
    """The taggers' answer for one cue; the leads say how much likelier their claim and source are than the rules'."""

    cue: Range
    chance: float
    vote: ReportedSpeech | None
    claim: Parts
    source: Range | None
    claim_lead: float
    source_lead: float
    surety: tuple[float, float]
    """Logarithms of the chance that the tags are right: the taggers' own, and the rules'."""


class Proposed(msgspec.Struct, frozen=True):
    """An attribution that is proposed, the taggers' chance that all of it is right, and what tells how right it is.

    `evidence` is numbers of which `calibration` makes a confidence; () for one that the taggers were not asked about.
    """

    said: ReportedSpeech
    chance: float
    evidence: Evidence = ()

    @property
    def cue(self) -> Range | None:
        return self.said.cue

    @property
    def claim(self) -> Parts:
        return self.said.claim

    @property
    def sources(self) -> tuple[Range, ...]:
        return () if self.said.source is None else (self.said.source,)


def answers(page: ArticlePage, cues: CrfTagger, roles: CrfTagger) -> list[Answer]:
    """Return what the taggers say of every word that they or the rules take for a cue, in reading order."""
    if not len(page):
        return []
    tagged, chances = _cue_chances(page, cues)
    asked = [page.words_in(one.cue) for one in page.rules if one.cue is not None]
    # Beside a cue of the rules a word is part of it: وتابع قائلًا.
    taken = {word + step for words in asked for word in words for step in (-1, 0, 1)}
    found = cue_tagging.cue_words(page, chances, tagged, LEAST_CHANCE)
    asked += [words for words in found if taken.isdisjoint(words)]
    return [_answer(page, words, max(chances[word] for word in words), roles) for words in sorted(asked, key=min)]


def _cue_chances(page: ArticlePage, tagger: CrfTagger) -> tuple[list[str], list[float]]:
    outside = tagger.tags.index(cue_tagging.OUTSIDE)
    tagged: list[str] = []
    chances: list[float] = []
    every = cue_tagging.items(page)
    for words in page.sentences:
        emissions = tagger.emissions(every[words.start : words.stop])
        tagged += tagger.best(emissions)[0]
        chances += [1.0 - float(one) for one in tagger.chances(emissions)[:, outside]]
    return tagged, chances


def _answer(page: ArticlePage, words: range, chance: float, tagger: CrfTagger) -> Answer:
    asked = role_tagging.window(page, words)
    emissions = tagger.emissions(role_tagging.items(page, asked))
    is_cue = [word in words for word in asked.words]
    free = [{role_tagging.CUE} if cue else set(tagger.tags) - {role_tagging.CUE} for cue in is_cue]
    emissions = tagger.only(emissions, free)
    tagged, score = tagger.best(emissions)
    whole = tagger.total(emissions)
    as_rules = _held(tagger, emissions, asked, CLAIM_TAGS), _held(tagger, emissions, asked, SOURCE_TAGS)
    rules = tagger.best(tagger.only(emissions, [{tag} for tag in asked.voted]))[1]
    claim = role_tagging.spans(page, asked, tagged, CLAIM)
    source = role_tagging.spans(page, asked, tagged, SOURCE)
    return Answer(
        cue=page.stretch(words[0], words[-1]) if asked.vote is None or asked.vote.cue is None else asked.vote.cue,
        chance=chance,
        vote=asked.vote,
        claim=claim,
        source=source[0] if source else None,
        claim_lead=score - as_rules[0] if claim else -inf,
        source_lead=score - as_rules[1],
        surety=(score - whole, rules - whole),
    )


def _held(tagger: CrfTagger, emissions: "ndarray[Any, Any]", asked: CueWindow, kinds: frozenset[str]) -> float:
    """Return the best score with the rules' tags of these kinds."""
    others = set(tagger.tags) - kinds
    allowed = [{tag} if tag in kinds else others for tag in asked.voted]
    return tagger.best(tagger.only(emissions, allowed))[1]


def decided(page: ArticlePage, found: Iterable[Answer], policy: Policy, bare: float) -> list[Proposed]:
    """Return the attributions that a policy makes of answers, in reading order; `bare` is the chance of a headline."""
    said = [Proposed(one, bare) for one in page.rules if one.cue is None and bare >= policy.keep]
    before: list[Proposed] = []
    for one in found:
        if (made := _decided(page, one, policy, before)) is not None:
            before.append(made)
    return sorted([*said, *before], key=lambda one: one.cue or one.claim[0])


def _decided(page: ArticlePage, one: Answer, policy: Policy, before: Sequence[Proposed]) -> Proposed | None:
    if one.chance < (policy.add if one.vote is None else policy.keep):
        return None
    said = _of_its_own(page, one, before) if one.vote is None else _beside_rules(page, one, one.vote, policy)
    if said is None:
        return None
    own = (said.claim, said.source) == (one.claim, one.source)
    surety = min(0.0, one.surety[0] if own else one.surety[1])
    return Proposed(said, one.chance * exp(surety), _evidence(one, said, surety))


def _evidence(one: Answer, said: ReportedSpeech, surety: float) -> Evidence:
    """Return what tells how right an attribution is, each about between -3 and 3: how sure the taggers are of the cue
    and of the tags, whether it has a source, whether the rules see it, and whether both agree on claim and source.
    """
    held = min(max(one.chance, LEAST_SURE), 1 - LEAST_SURE)
    return (
        log(held / (1 - held)) / 2,
        max(surety, LEAST_SURETY) / 5,
        float(said.source is not None),
        float(one.vote is not None),
        float(said.claim == one.claim),
        float(said.source == one.source),
    )


def _beside_rules(page: ArticlePage, one: Answer, vote: ReportedSpeech, policy: Policy) -> ReportedSpeech:
    claim = one.claim if one.claim_lead > policy.claim_lead else vote.claim
    if one.source is None or one.source_lead <= policy.source_lead:
        return msgspec.structs.replace(vote, claim=claim)
    unnamed = speakers.is_unnamed(page.page, one.source)
    return msgspec.structs.replace(vote, claim=claim, source=one.source, unnamed=unnamed)


def _of_its_own(page: ArticlePage, one: Answer, before: Sequence[Proposed]) -> ReportedSpeech | None:
    """Return the attribution of a cue that the rules passed over; what the tagger leaves open, their extents tell."""
    reading = _reading(page, one.cue)
    claim = _unquoted(page, one) or one.claim or (_claim(page, reading) if reading is not None else ())
    if not claim:
        return None
    source = one.source
    if source is None or _crosses(source, claim):
        source = _speaker(page, one.cue, reading, claim) or _carried(page, one.cue, before)
    return ReportedSpeech(
        found=reading,
        cue=_without_conjunction(page, one.cue) if reading is None else (reading.start, max(reading.end, one.cue[1])),
        claim=claim,
        source=source,
        unnamed=source is not None and speakers.is_unnamed(page.page, source),
    )


def _without_conjunction(page: ArticlePage, cue: Range) -> Range:
    """Return a cue without a و or ف before it; it may be a letter of a short word."""
    attached = next(iter(clitics(page.text, *page.page.words[page.words_in(cue)[0]])), None)
    behind = attached.end if attached is not None and attached.kind == "conjunction" else cue[0]
    return (behind, cue[1]) if cue[0] < behind and cue[1] - behind >= MIN_CUE_LETTERS else cue


def _unquoted(page: ArticlePage, one: Answer) -> Parts:
    """Return direct speech without quotation marks, to the end of its paragraph: a line that begins «وأضاف نصدر …»."""
    words = page.words_in(one.cue)
    after = words[-1] + 1
    if not one.claim or "\n" not in page.page.gap(words[0]) or after >= len(page):
        return ()
    begin = page.words_in(one.claim[0]).start
    if begin - after > 1 or page.is_quoted[after] or page.page.forms[after] in word_class("that"):
        return ()
    end = page.text.find("\n", one.cue[1])
    start = page.page.words[after][0]
    return ((start, extents.trimmed(page.page, start, len(page.text) if end < 0 else end)),)


def _claim(page: ArticlePage, reading: Candidate) -> Parts:
    goes_on = complement(page.page, reading, frozenset())
    if goes_on is None:
        return ()
    if goes_on.quote is not None:
        return (goes_on.quote,)
    found = extents.to_the_end(page.page, goes_on.start, {}, reading, noun=goes_on.how in ("noun", "silence"))
    return () if found is None or found[0] >= found[1] else (found,)


def _speaker(page: ArticlePage, cue: Range, reading: Candidate | None, claim: Parts) -> Range | None:
    """Return the noun group between the cue and the claim, or before the cue."""
    first = page.words_in(cue)[-1] + 1
    found = speakers.behind(page.page, first, page.words_in(claim[0]).start) if cue[1] <= claim[0][0] else None
    if found is None and reading is not None and reading.entry.kind == "verb":
        found = speakers.ahead(page.page, reading)
    return None if found is not None and _crosses(found, claim) else found


def _crosses(part: Range, claim: Parts) -> bool:
    return any(part[0] < end and start < part[1] for start, end in claim)


def _carried(page: ArticlePage, cue: Range, before: Sequence[Proposed]) -> Range | None:
    """Return the speaker before, if his cue stands in this sentence of the paragraph or in the one before."""
    last = next((one for one in reversed(before) if one.said.source is not None), None)
    if last is None or last.cue is None or "\n" in page.text[last.cue[1] : cue[0]]:
        return None
    apart = page.sentence_of[page.words_in(cue)[0]] - page.sentence_of[page.words_in(last.cue)[0]]
    return last.said.source if apart <= 1 else None


def _reading(page: ArticlePage, cue: Range) -> Candidate | None:
    """Return a cue of its own as the lexicon reads it."""
    return next((one for word in page.words_in(cue) for one in _readings(page, word)), None)


def _readings(page: ArticlePage, word: int) -> Iterator[Candidate]:
    yield from verbal_candidates(page.page, word)
    yield from noun_candidates(page.page, word)
    phrase = phrase_candidate(page.page, word)
    if phrase is not None:
        yield phrase
