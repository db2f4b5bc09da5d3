"""A text cut up once for all rules: words, what stands between them, sentences and quotations."""

import re
from bisect import bisect_left, bisect_right
from functools import cached_property

from annotator.domain.span import Range
from annotator.suggest.reporting.lexicon import word_class
from annotator.suggest.reporting.word_forms import known, spelled
from annotator.text.clitics import Clitic, clitics
from annotator.text.pairs import BRACKETS, pairs
from annotator.text.sentences import sentences
from annotator.text.tokens import tokens

_LINE = re.compile("[^\n]+")
_COMMAS = frozenset("،,؛;")
_BREAKS = frozenset("،,؛;()[]–—")
LETTERS = 3
"""Letters of an abbreviation that is spelt out; an إن behind them is itself: قالت سي إن إن إن."""
_PARTICLE = re.compile("[وف]?([بكل])")


class TokenizedText:
    """Words are counted from 0; `gap(n)` is what stands before word n. All offsets are code points.

    `forms` are the folded spellings, `known` the words that the lexicon knows.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.words: list[Range] = tokens(text)
        self.raws = [text[start:end] for start, end in self.words]
        self.forms = [spelled(raw) for raw in self.raws]
        self.known = {word: found for word, raw in enumerate(self.raws) if (found := known(raw)) is not None}
        self._starts = [start for start, _ in self.words]
        for word in self._spelt_out():
            self.forms[word] = self.raws[word]

    def _spelt_out(self) -> list[int]:
        """Return the words that are a letter of a Latin abbreviation, and not إن: سي إن إن, إن بي سي."""
        letters = word_class("letters")
        found: list[int] = []
        word = 0
        while word < len(self.words):
            first = word
            while word < len(self.words) and (self.forms[word] in letters or self.raws[word] in ("إن", "ان")):
                word += 1
            if word - first > 1 and any(self.forms[one] in letters for one in range(first, word)):
                # Behind a verb of saying the first may be إن itself: قالت إن سي إن إن.
                asks = first - 1 in self.known
                longest = min(word, first + asks + LETTERS)
                found += [one for one in range(first + asks, longest) if self.forms[one] == "ان"]
            word += word == first
        return found

    @cached_property
    def quotes(self) -> list[Range]:
        """The outermost quotations, each with its marks, in reading order."""
        found: list[Range] = []
        for line in _LINE.finditer(self.text):
            for opened, closed in sorted(pairs(line[0])):
                start, end = line.start() + opened, line.start() + closed + 1
                if self.text[start] not in BRACKETS and (not found or found[-1][1] <= start):
                    found.append((start, self._closed(start, end)))
        return found

    def _closed(self, start: int, end: int) -> int:
        """Return the end of a quotation: before a sentence in which the writer reports again, if its mark stands too
        late.

        قالت: "لن أعود. وأضاف المنتج أن الميزانية نفدت".
        """
        for first, _ in self._sentences[bisect_right(self._sentences, (start, end)) :]:
            if first >= end:
                break
            word = self.word_from(first)
            if self._reports(word) and any(form in word_class("that") for form in self.forms[word + 2 : word + 8]):
                return self.words[word - 1][1]
        return end

    def _reports(self, word: int) -> bool:
        """Return whether a word is a verb of saying in the past that و or ف joins to what was said before."""
        found = self.known.get(word) if word < len(self.words) else None
        readings = found.verbal if found is not None else ()
        return any(
            one.before in ("و", "ف") and not one.form.present and one.form.entry.kind == "verb" for one in readings
        )

    @cached_property
    def _sentences(self) -> list[Range]:
        return sentences(self.text)

    def word_from(self, offset: int) -> int:
        """The first word that begins at `offset` or later."""
        return bisect_left(self._starts, offset)

    def word_at(self, offset: int) -> int:
        """The last word that begins at `offset` or before it."""
        return max(bisect_right(self._starts, offset) - 1, 0)

    def gap(self, word: int) -> str:
        before = self.words[word - 1][1] if word else 0
        return self.text[before : self.words[word][0] if word < len(self.words) else len(self.text)]

    def apart(self, word: int) -> bool:
        """Return whether more than spaces stands before the word: a mark, or the end of a line."""
        gap = self.gap(word)
        return bool(gap.strip()) or "\n" in gap

    def breaks(self, word: int) -> bool:
        """Return whether a comma, a bracket or a dash stands before the word."""
        return not _BREAKS.isdisjoint(self.gap(word))

    def comma(self, word: int) -> bool:
        return not _COMMAS.isdisjoint(self.gap(word))

    def sentence(self, word: int) -> Range:
        """The sentence of a word, in code points."""
        place = bisect_right(self._sentences, (self.words[word][0], len(self.text))) - 1
        return self._sentences[max(place, 0)]

    def quote_at(self, offset: int) -> Range | None:
        """The outermost quotation that holds the character at `offset`."""
        place = bisect_right(self.quotes, (offset, len(self.text))) - 1
        return self.quotes[place] if place >= 0 and offset < self.quotes[place][1] else None

    def opening(self, word: int) -> Range | None:
        """The quotation that opens in the gap before the word."""
        quote = self.quote_at(self.words[word][0]) if word < len(self.words) else None
        before = self.words[word - 1][1] if word else 0
        return quote if quote and quote[0] >= before else None

    def closing(self, word: int) -> Range | None:
        """The quotation that closes in the gap before the word."""
        if not word:
            return None
        quote = self.quote_at(self.words[word - 1][1] - 1)
        return quote if quote and word < len(self.words) and quote[1] <= self.words[word][0] else None

    def length(self, quote: Range) -> int:
        """Return the number of words in a quotation."""
        return self.word_from(quote[1]) - self.word_from(quote[0])

    def is_name(self, quote: Range) -> bool:
        """Return whether a quotation is rather a name than speech: it is short, or what stands before it says so."""
        first = self.word_from(quote[0])
        named = first > 0 and self.forms[first - 1].removeprefix("ل").removeprefix("ال") in word_class("named")
        return named or self.length(quote) <= 3

    def definite(self, word: int) -> bool:
        """Return whether a word has the article, or is in Latin letters and so a name."""
        raw, form = self.raws[word], self.forms[word]
        return form[:1].isascii() or (form.startswith("ال") and not raw.startswith(("إ", "أ", "آ")))

    def has_class(self, word: int, name: str) -> bool:
        """Return whether a word is of a class of `grammar.toml`, as it stands or without و or ف."""
        form = self.forms[word]
        known = word_class(name)
        return form in known or (form[:1] in "وف" and form[1:] in known)

    def particle(self, word: int, letter: str) -> Clitic | None:
        """The preposition of one letter that is written onto a word, if it may be one."""
        found = _PARTICLE.match(self.forms[word])
        if not found or found[1] != letter:
            return None
        start, end = self.words[word]
        return next((clitic for clitic in clitics(self.text, start, end) if clitic.kind == "particle"), None)
