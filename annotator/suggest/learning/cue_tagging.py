"""Cues as tags of the words of a sentence: what the tagger is shown, and what it answers."""

from collections.abc import Iterable, Iterator, Sequence

from annotator.domain.span import Range
from annotator.suggest.learning.pages import ArticlePage, is_plain
from annotator.suggest.reporting.lexicon import word_class

OUTSIDE, FIRST, INSIDE = "O", "B", "I"
THAT_WITHIN_WORDS = 9
"""Words behind a verb in which its أن is looked for."""
NEIGHBOURS = (-2, -1, 1, 2, 3)


def tags(page: ArticlePage, cues: Iterable[Range]) -> list[str]:
    """Return the tag of each word of an article in which these cues are marked."""
    found = [OUTSIDE] * len(page)
    for cue in cues:
        for word in page.words_in(cue):
            found[word] = FIRST if word == page.words_in(cue)[0] else INSIDE
    return found


def items(page: ArticlePage, *, heed_rules: bool = True) -> list[list[str]]:
    """Return the description of each word, its neighbours and the rules' vote."""
    seen = [list(_seen(page, word)) for word in range(len(page))]
    if not heed_rules:
        return seen
    claims = [part for one in page.rules for part in one.claim]
    depth, begins = [0] * len(page), [False] * (len(page) + 1)
    for part in claims:
        words = page.words_in(part)
        for word in words:
            depth[word] += 1
        begins[words.start] = True
    return [[*item, *_votes(page, word, depth[word], begins)] for word, item in enumerate(seen)]


def _seen(page: ArticlePage, word: int) -> Iterator[str]:
    """Describe a word and its neighbours, whatever the rules say."""
    yield from page.looks[word]
    for step in NEIGHBOURS:
        if 0 <= word + step < len(page):
            yield from (f"{step}{look}" for look in page.looks[word + step] if is_plain(look))
    yield from (f"g{mark}" for mark in page.gaps[word])
    yield from (f"G{mark}" for mark in page.gaps[word + 1])
    yield f"q{page.is_quoted[word]:d}"
    if (that := _that_ahead(page, word)) is not None:
        yield f"that{that // 3}"
        yield from (f"that{look}" for look in page.looks[word] if look in ("v", "n"))


def _votes(page: ArticlePage, word: int, depth: int, begins: Sequence[bool]) -> Iterator[str]:
    """Describe what the rules make of a word."""
    vote, quoted = page.voted[word], page.is_quoted[word]
    yield f"R={vote}"
    yield f"R={bool(vote):d}q{quoted:d}"
    yield f"R-={bool(word and page.voted[word - 1]):d}{bool(vote):d}"
    yield f"d{min(depth, 2)}q{quoted:d}"
    if begins[word] or begins[word + 1]:
        yield "claim"
    if page.speaks[word]:
        yield "speaker"


def _that_ahead(page: ArticlePage, word: int) -> int | None:
    """Return how many words ahead a clause with أن begins."""
    for step in range(1, THAT_WITHIN_WORDS):
        after = word + step
        if after >= len(page) or "." in page.gaps[after] or "line" in page.gaps[after]:
            return None
        if page.page.forms[after] in word_class("that"):
            return step
    return None


def cue_words(page: ArticlePage, chances: Sequence[float], tagged: Sequence[str], least: float) -> Iterator[range]:
    """Yield the words of each cue, given each word's chance to be part of one."""
    word = 0
    while word < len(page):
        behind = word + 1
        if chances[word] >= least:
            while behind < len(page) and chances[behind] >= least and tagged[behind] != FIRST:
                behind += 1
            yield range(word, behind)
        word = behind
