"""Learned: who says what, as the marks of this project teach it; what the rules of `cues` see is heard.

Two taggers, linear-chain conditional random fields, read the words of a text: one finds cues, the other, asked about
one cue, what is said and who says it. Both see the rules' vote. Where held-out articles show that it pays, their answer
counts; elsewhere that of the rules.
"""

from collections.abc import Callable, Iterator, Sequence

import msgspec

from annotator.domain.document import Document
from annotator.domain.meanings import with_meanings
from annotator.errors import NothingLearnedError, UnfitSchemeError
from annotator.suggest.cues import READS, Words, proposals
from annotator.suggest.fitting import fit
from annotator.suggest.learning.answering import Policy, Proposed, answers, decided
from annotator.suggest.learning.calibration import Calibration
from annotator.suggest.learning.crf import CrfTagger
from annotator.suggest.learning.pages import ArticlePage
from annotator.suggest.learning.training import LearnedTaggers
from annotator.suggest.proposal import Proposal
from annotator.suggest.registry import Context, knows, prepared

SHAPE = 2
"""Number of the way in which words are described and a model is kept; what has another must learn anew."""


class Learned(msgspec.Struct, frozen=True):
    """The model that a project keeps: the taggers, how far they depart from the rules, and how sure that is."""

    shape: int
    taggers: LearnedTaggers
    policy: Policy
    calibration: Calibration = Calibration()


def encoded(taggers: LearnedTaggers, policy: Policy, calibration: Calibration) -> bytes:
    """Return what is to be kept."""
    return msgspec.msgpack.encode(Learned(SHAPE, taggers, policy, calibration))


def decoded(kept: bytes | None) -> Learned:
    """Return what was kept. Raises NothingLearnedError where there is nothing that this program can use."""
    if kept is None:
        raise NothingLearnedError("Nothing has been learned in this project yet. Learn from its marks first.")
    try:
        found = msgspec.msgpack.decode(kept, type=Learned)
    except msgspec.MsgspecError as error:
        raise NothingLearnedError("What was learned in this project is damaged. Learn anew.") from error
    if found.shape != SHAPE:
        raise NothingLearnedError("What was learned in this project is of another version. Learn anew.")
    return found


@prepared("learned", reads=READS)
def prepare_learned(context: Context) -> Callable[[Document], list[Proposal]]:
    """Reads what was learned once. Raises NothingLearnedError, or UnfitSchemeError where no label means a claim."""
    words = Words.of(with_meanings(context.scheme))
    if words is None:
        raise UnfitSchemeError(
            "Nothing in the scheme {scheme} means what somebody says, so no claims are proposed. Give a relation "
            'means = "source" or means = "cue".',
            scheme=context.scheme.name,
        )
    held = decoded(context.learned)
    cues, roles = CrfTagger(held.taggers.cues), CrfTagger(held.taggers.roles)

    def suggest(document: Document) -> list[Proposal]:
        if not knows(READS, document.language):
            return []
        page = ArticlePage(document.text)
        found = decided(page, answers(page, cues, roles), held.policy, held.taggers.bare)
        return fit(_proposals(document.text, found, words, held.calibration), document.text, context.scheme)

    return suggest


def _proposals(text: str, found: Sequence[Proposed], words: Words, calibration: Calibration) -> Iterator[Proposal]:
    """The attributions as marks; each has the confidence of the surest claim that it belongs to."""
    sure: dict[tuple[tuple[int, int], ...], float] = {}
    for one in found:
        parts = (one.claim, *((part,) for part in (one.cue, *one.sources) if part is not None))
        for place in parts:
            sure[place] = max(calibration.confidence(one.chance, one.evidence), sure.get(place, 0.0))
    for proposal in proposals(text, [one.said for one in found], words):
        yield msgspec.structs.replace(proposal, confidence=sure.get(proposal.parts))
