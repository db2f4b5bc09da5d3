"""An article as the taggers see it: its words, what they look like, and what the rules say of them."""

from collections.abc import Iterator
from functools import cached_property, lru_cache

from annotator.domain.span import Range
from annotator.suggest.reporting.attributions import ReportedSpeech, attributions
from annotator.suggest.reporting.lexicon import word_class
from annotator.suggest.reporting.tokenized_text import TokenizedText
from annotator.suggest.reporting.word_forms import WordReading

_CLASSES = (
    *("that", "prepositions", "particles", "relatives", "negations", "titles", "heads", "unnamed", "clause_begins"),
    *("circumstance", "before_subject", "narrates_on", "occasion", "parties", "speaking_texts", "named", "formulas"),
    *("passives", "anonymous"),
)
"""Classes of `grammar.toml` that a word is described by."""
_ATTACHED = "وفبل"
_MARKS = {"\n": "line", "،": ",", ",": ",", ".": ".", ":": ":", "؛": ";", "(": "(", ")": ")", "«": "<", "“": "<"}
_MARKS |= {"»": ">", "”": ">", '"': '"', "-": "-", "–": "-", "—": "-", "؟": "?", "!": "!", "…": "."}
_TANWIN = "\u064b"
SHORT_LETTERS = 4
"""Letters of words that are known by their spelling: most small words of the grammar are not longer."""
AFFIX_LETTERS = 2


class ArticlePage:
    """Words are counted from 0. What is computed of a text is computed once, for all taggers and all folds."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.page = TokenizedText(text)
        self.rules: list[ReportedSpeech] = attributions(text)

    def __len__(self) -> int:
        return len(self.page.words)

    def words_in(self, part: Range) -> range:
        """The words that share a character with a stretch of the text."""
        first = self.page.word_at(part[0])
        first += len(self) > 0 and self.page.words[first][1] <= part[0]
        return range(first, max(first, self.page.word_from(part[1])))

    def stretch(self, first: int, last: int) -> Range:
        """The stretch from one word to another, both included."""
        return self.page.words[first][0], self.page.words[last][1]

    @cached_property
    def sentences(self) -> list[range]:
        """The words of each sentence."""
        found, word = [], 0
        while word < len(self):
            behind = max(self.page.word_from(self.page.sentence(word)[1]), word + 1)
            found.append(range(word, behind))
            word = behind
        return found

    @cached_property
    def sentence_of(self) -> list[int]:
        """The number of each word's sentence."""
        return [number for number, words in enumerate(self.sentences) for _ in words]

    @cached_property
    def looks(self) -> list[list[str]]:
        """The description of each word by itself: spelling, affixes, grammar, and its readings in the lexicon."""
        return [list(self._look(word)) for word in range(len(self))]

    @cached_property
    def gaps(self) -> list[list[str]]:
        """The marks before each word, and behind the last one."""
        gaps = (self.page.gap(word) for word in range(len(self) + 1))
        return [sorted({_MARKS[char] for char in gap if char in _MARKS}) or ["_"] for gap in gaps]

    @cached_property
    def is_quoted(self) -> list[bool]:
        return [self.page.quote_at(start) is not None for start, _ in self.page.words]

    @cached_property
    def voted(self) -> list[str]:
        """The kind of cue that the rules see in each word; empty where they see none."""
        kinds = [""] * len(self)
        for one in self.rules:
            for word in self.words_in(one.cue) if one.cue is not None else ():
                kinds[word] = one.found.entry.kind if one.found is not None else "other"
        return kinds

    @cached_property
    def speaks(self) -> list[bool]:
        """Mark each word that belongs to somebody who says something, as the rules see it."""
        found = [False] * len(self)
        for one in self.rules:
            for word in self.words_in(one.source) if one.source is not None else ():
                found[word] = True
        return found

    def vote_on(self, cue: Range) -> ReportedSpeech | None:
        """The attribution that the rules make of a cue."""
        shared = (one for one in self.rules if one.cue is not None and one.cue[0] < cue[1] and cue[0] < one.cue[1])
        return next(shared, None)

    def _look(self, word: int) -> Iterator[str]:
        form = self.page.forms[word]
        yield f"w={form}"
        if len(form) > AFFIX_LETTERS:
            yield f"p={form[:AFFIX_LETTERS]}"
            yield f"s={form[-AFFIX_LETTERS:]}"
        yield from (f"c={name}" for name in _classes(form))
        known = self.page.known.get(word)
        if known is not None:
            yield from _readings("v", known.verbal)
            yield from _readings("n", known.nominal)
            if known.opens_phrase:
                yield "ph"
        if self.page.definite(word):
            yield "def"
        if _TANWIN in self.page.raws[word][-2:]:
            yield "tanwin"


def _readings(kind: str, found: tuple[WordReading, ...]) -> Iterator[str]:
    """Describe the likeliest reading of a word."""
    for reading in found[:1]:
        entry = reading.form.entry
        yield kind
        yield f"{kind}a={entry.act}"
        yield f"{kind}k={entry.kind}{reading.form.present:d}{bool(reading.pronoun):d}{reading.before}"
        yield f"{kind}l={entry.lemma}"
        yield from sorted(f"{kind}t={takes}" for takes in entry.takes)


@lru_cache(maxsize=1 << 14)
def _classes(form: str) -> tuple[str, ...]:
    bare = form[1:] if form[:1] in _ATTACHED else form
    return tuple(name for name in _CLASSES if form in word_class(name) or bare in word_class(name))


def is_plain(look: str) -> bool:
    """Return whether a word's description is short enough to describe its neighbours too."""
    return look[:2] == "c=" or look in ("v", "n", "ph", "def") or (look[:2] == "w=" and len(look) <= SHORT_LETTERS + 2)
