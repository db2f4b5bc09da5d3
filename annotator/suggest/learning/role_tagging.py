"""Claims and sources as tags of the words around one cue.

Each cue is asked about by itself, so that claims may lie in claims and every answer is linked already.
"""

from collections.abc import Iterable, Iterator

import msgspec

from annotator.domain.span import Parts, Range
from annotator.suggest.learning.examples import MarkedAttribution
from annotator.suggest.learning.pages import ArticlePage, is_plain
from annotator.suggest.reporting.attributions import ReportedSpeech

OUTSIDE, CUE = "O", "Q"
CLAIM, SOURCE = "C", "S"
TAGS = (OUTSIDE, CUE, "BC", "IC", "BS", "IS")
CLAIM_TAGS = frozenset(("BC", "IC"))
SOURCE_TAGS = frozenset(("BS", "IS"))

MAX_WORDS_BEFORE = 80
MAX_WORDS_BEHIND = 200
NEAR_WORDS = 4
"""Words beside a cue that are described by their spelling."""
_DISTANCES = (1, 2, 3, 5, 8, 12, 20, 40)
_COMMAS = frozenset((",", ";"))


class CueWindow(msgspec.Struct, frozen=True):
    """The words around a cue that are looked at, and how the rules tag them; `vote` is None where they see no cue."""

    cue: range
    words: range
    vote: ReportedSpeech | None
    voted: list[str]


def window(page: ArticlePage, cue: range, *, heed_rules: bool = True) -> CueWindow:
    """Return the window of a cue: its sentence, quotations that begin in it, and what the rules say is claimed."""
    sentence = page.sentences[page.sentence_of[cue[0]]]
    first, behind = sentence.start, max(sentence.stop, cue.stop)
    for word in range(cue.stop, behind):
        quote = page.page.opening(word)
        behind = max(behind, page.page.word_from(quote[1]) if quote is not None else 0)
    vote = page.vote_on(page.stretch(cue[0], cue[-1])) if heed_rules else None
    if vote is not None:
        first = min(first, page.words_in(vote.claim[0]).start)
        behind = max(behind, page.words_in(vote.claim[-1]).stop)
    words = range(max(first, cue[0] - MAX_WORDS_BEFORE), min(behind, cue.stop + MAX_WORDS_BEHIND, len(page)))
    if vote is None:
        return CueWindow(cue, words, None, [OUTSIDE] * len(words))
    return CueWindow(cue, words, vote, tags(page, cue, words, vote.claim, [vote.source] if vote.source else []))


def tags(page: ArticlePage, cue: range, words: range, claim: Parts, sources: Iterable[Range]) -> list[str]:
    """Return the tags of a window's words for a claim and its sources."""
    found = [OUTSIDE] * len(words)
    for kind, parts in ((CLAIM, claim), (SOURCE, sources)):
        for part in parts:
            inside = page.words_in(part)
            for word in inside:
                if word in words:
                    found[word - words.start] = ("B" if word == inside[0] else "I") + kind
    for word in cue:
        found[word - words.start] = CUE
    return found


def example(page: ArticlePage, asked: CueWindow, marked: MarkedAttribution) -> list[str]:
    """Return the tags that somebody's marks give a window: of several sources, the one nearest to the cue."""
    start = page.page.words[asked.cue[0]][0]
    near = [one for one in marked.sources if page.words_in(one)[:1] and page.words_in(one)[0] in asked.words]
    nearest = sorted(near, key=lambda one: abs(one[0] - start))[:1]
    return tags(page, asked.cue, asked.words, marked.claim, nearest)


def items(page: ArticlePage, asked: CueWindow) -> list[list[str]]:
    """Return the description of each word of a window."""
    commas = [0]
    for word in asked.words:
        commas.append(commas[-1] + (not _COMMAS.isdisjoint(page.gaps[word])))
    return [list(_item(page, asked, word, commas)) for word in asked.words]


def _item(page: ArticlePage, asked: CueWindow, word: int, commas: list[int]) -> Iterator[str]:
    cue, here = asked.cue, word - asked.words.start
    side = "Q" if word in cue else "<" if word < cue[0] else ">"
    distance = cue[0] - word if word < cue[0] else word - cue[-1]
    looks = page.looks[word]
    yield from _votes(page, asked, word, side)
    yield f"{side}{sum(distance > one for one in _DISTANCES)}"
    beside = commas[cue[0] - asked.words.start + 1] if side == "<" else commas[cue[-1] - asked.words.start + 1]
    yield f"{side},{min(abs(commas[here + 1] - beside), 3)}"
    yield from (f"{side}g{mark}" for mark in page.gaps[word])
    yield from (f"{side}G{mark}" for mark in page.gaps[word + 1])
    yield from _quotes(page, asked, word, side)
    yield from (f"{side}{look}" for look in looks if is_plain(look) or look == "tanwin")
    if distance <= NEAR_WORDS:
        yield from (f"{side}{distance}{look}" for look in looks if look[:2] in ("w=", "c=", "p="))
    for step in (-1, 1):
        if 0 <= word + step < len(page):
            yield from (f"{side}{step}{look}" for look in page.looks[word + step] if is_plain(look))
    if page.speaks[word]:
        yield f"{side}speaker"
    for step in (-1, 0, 1):
        if 0 <= word + step < len(page) and page.voted[word + step] and word + step not in cue:
            yield f"{side}{step}cue={page.voted[word + step]}"


def _votes(page: ArticlePage, asked: CueWindow, word: int, side: str) -> Iterator[str]:
    """Describe what the rules say of a word and of those beside it."""
    here, voted = word - asked.words.start, asked.voted
    kind = "none" if asked.vote is None or asked.vote.found is None else asked.vote.found.entry.kind
    yield f"{side}{kind}"
    if asked.vote is None:
        return
    before = voted[here - 1] if here else "^"
    behind = voted[here + 1] if here + 1 < len(voted) else "$"
    yield f"r={voted[here]}"
    yield f"r={voted[here]}{kind}"
    yield f"r={before}{voted[here]}"
    yield f"r={voted[here]}+{behind}"
    yield from (f"r={before}{voted[here]}g{mark}" for mark in page.gaps[word])


def _quotes(page: ArticlePage, asked: CueWindow, word: int, side: str) -> Iterator[str]:
    quote = page.page.quote_at(page.page.words[word][0])
    if quote is None:
        return
    yield f"{side}q"
    if quote == page.page.quote_at(page.page.words[asked.cue[0]][0]):
        yield f"{side}q="
    if page.page.opening(word) is not None:
        yield f"{side}q<"


def spans(page: ArticlePage, asked: CueWindow, tagged: list[str], kind: str) -> Parts:
    """Return the stretches that tags of a kind cover, with the marks of quotations that they hold whole."""
    found: list[list[int]] = []
    for word, tag in zip(asked.words, tagged, strict=True):
        if tag[1:] == kind and (tag[0] == "B" or not found or found[-1][1] != word - 1):
            found.append([word, word])
        elif tag[1:] == kind:
            found[-1][1] = word
    return tuple(_with_marks(page, first, last) for first, last in found)


def _with_marks(page: ArticlePage, first: int, last: int) -> Range:
    start, end = page.stretch(first, last)
    opened = page.page.opening(first)
    closed = page.page.closing(last + 1) if last + 1 < len(page) else page.page.quote_at(end - 1)
    if opened is not None and closed is not None and opened == closed:
        return opened
    if closed is not None and closed[0] >= start:
        return start, max(end, closed[1])
    return start, end
