"""Sentences as a reader of Arabic news takes them: what a triple click selects.

A sentence ends at . ! ؟ ? … (and their doubles) and at every line feed; never at ، or ؛, which divide clauses.
Quotation marks and brackets that close after the stop belong to it. A stop is no end
- inside a number, an address or an abbreviation, and after one letter or a title (أ.ف.ب، د. أحمد، J. Smith);
- after the number that opens a list item (1. قال);
- inside brackets, which interrupt the sentence they stand in, unless the brackets hold all of it;
- where a comma or a colon follows, or small Latin letters: «هل وصل؟»، سأل الوزير.
A quotation of several sentences is cut at its own full stops. A ! or ؟ that closes a quotation inside a sentence
(مسرحية «ماذا بعد؟» على الخشبة) does not end it, unless a colon announced the quotation.

Sentences are half-open ranges of code points without outer white space; together they cover everything else.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from annotator.domain.span import Range
from annotator.text import graphemes, tokens
from annotator.text.pairs import BRACKETS, pairs
from annotator.text.patterns import LazyPattern
from annotator.text.token_cursor import TokenWalk

if TYPE_CHECKING:
    import regex


BREAKS = "\n\r\u0085\u2028\u2029"
_LINE = re.compile(f"[^{BREAKS}]+")

_JOINED = r"[\p{M}\p{GCB=Extend}\u200d\u061c\u200e\u200f\u202c\u2069]*+"
_STOPS = rf"(?:[.!?؟…۔׃։⸮‽।܀-܂‼⁇⁈⁉。！？｡]{_JOINED})++"
# Straight and turned quotation marks close only where no word follows: otherwise they open the next sentence.
_CLOSERS = rf"(?:[)\]}}»›”’]{_JOINED}|[\"'“‘„«‹]{_JOINED}(?![\p{{L}}\p{{N}}]))++"
_AFTER_SPACE = rf"[^\S{BREAKS}]++[)\]}}»›”’]{_JOINED}(?![\p{{L}}\p{{N}}])"
_STOP = LazyPattern(rf"(?V1)(?P<run>{_STOPS})(?P<tail>(?:{_CLOSERS}|{_AFTER_SPACE}|{_STOPS})*+)")

_WORD = LazyPattern(r"[\p{L}\p{N}]")
_RTL = LazyPattern(r"(?V1)[\p{L}&&[\p{bc=R}\p{bc=AL}]]")
_UNSPELT = LazyPattern(r"[\p{M}\p{Cf}\u0640]")
_SEEN = re.compile(r"\S")
_DOTTED = re.compile(r"[^\W\d_](?:\.[^\W\d_])+")

_CLAUSES = "،؛,;:"
_CONJUNCTIONS = "وف"
"""Letters with which Arabic joins a sentence to the one before."""
_HOLDING = r"-–—/\*%&_+=~|"
"""Characters that keep a sentence together where they touch the stop."""

_NAME = LazyPattern(rf"{tokens.LETTER_NAMES}(?![\p{{L}}\p{{M}}\p{{N}}])")
_LAST_NAME = LazyPattern(rf"(?<![\p{{L}}\p{{M}}\p{{N}}]){tokens.LETTER_NAMES}\Z")
_ERA = re.compile(r"\d*[همءزخشقص]|إلخ|الخ")
_GOES_ON = LazyPattern(r"(?:في|إلى|الى|حتى|من|على|عن|بين|در|به|از|تا|که|لە|بۆ)(?!\p{L})")
"""Words that follow the year of an era inside a sentence: سنة 1445 هـ. في مكة."""
_URDU_GOES_ON = LazyPattern(r"\(|(?:کے|کی|کا|کو|نے|سے|میں|پر|اور)(?!\p{L})")
"""The word that follows the last letter of a party or a station in Urdu: پی۔ ٹی۔ آئی۔ نے کہا."""
_ONE_LETTER = LazyPattern(r"\.\s*[قشمهـ]{1,2}(?!\p{L})")
_SECTION = re.compile(r"\d{1,3}(?:[.٫]\d{1,3})+")
_NUMBERED = LazyPattern(
    r"(?i)(?:[وفبكل]{0,2}(?:ال|ل)?(?:فقره|فقرة|ماده|مادة|بند|قسم|فصل|باب|ملحق|جدول|شكل|رسم|جزء|صفحه|صفحة)"
    r"|مادەی|بخش|تبصره|دفعه|شق|نمودار|شکل|پیوست|دفعہ|آرٹیکل|حصہ|ضمیمہ|صفحہ|شمارهٔ?|section|article|clause|chapter|figure"
    r"|table|part|[\u05d5\u05d1\u05db\u05dc\u05de\u05e9\u05d4]{0,2}(?:סעיף|פרק|תקנה|כרך|לוח|איור|נספח))\Z"
)
"""Words that a number after them belongs to: المادة 3."""

_ROMAN = re.compile("[ivx]{1,5}")
_ENUMERATOR = re.compile(r"[(\[]?(?:\d{1,3}(?:[.\-–]\d{1,3})*|[IVX]{1,5}|[^\W\d_])[)\]]?")
"""The signs that open an item of a list."""
LONGEST_WORD = 40
"""Code points to look back over for the word before a number."""
_DAY_MONTH = re.compile(r"(?<!\d)\d{1,2}(?:\. ?\d{1,2})?\Z")
_MONTH_YEAR = re.compile(r"\s(?:\d{1,2}\. ?)?\d{4}(?!\d)")

_TITLES = re.compile(r"פרופ|mrs?|ms|dr|prof|gen|col|lt|maj|capt|sgt|sen|rep|gov|st|mt|rev|hon|vs|و[أدمص]|أد")
_COMPANIES = re.compile(r"inc|co|corp|ltd|llc|jr|sr|bros")
"""The abbreviations that end the name of a company or a person, in the middle of a sentence or at its end."""
_BEFORE_NUMBERS = re.compile(
    r"رقم|هاتف|עמ|מס|טל|nos?|art|fig|vol|pp?|ch|sec|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"
)


def sentences(text: str, start: int = 0, end: int | None = None) -> list[Range]:
    """The whole sentences that share a character with `[start, end)`; all, if neither is given.

    Offsets outside the text count as its ends.
    """
    start, end = max(start, 0), len(text) if end is None else min(end, len(text))
    if start >= end:
        return []
    found = []
    for sentence in following(text, start):
        if sentence[0] >= end:
            break
        found.append(sentence)
    return found


def sentence_at(text: str, offset: int) -> Range:
    """The sentence at `offset`; white space belongs to the one before it, or opens the first of its line.

    An empty range where the line has no sentence. Offsets outside the text count as its ends.
    """
    offset = min(max(offset, 0), len(text))
    first, last = line_at(text, offset)
    found = _cut(text[first:last])
    if not found:
        return offset, offset
    start, end = next((one for one in reversed(found) if first + one[0] <= offset), found[0])
    return first + start, first + end


def following(text: str, offset: int) -> Iterator[Range]:
    """The sentences that end after `offset`, in reading order; read line by line, as far as they are asked for."""
    first = line_at(text, offset)[0]
    for line in _LINE.finditer(text, first):
        for start, end in _cut(line[0]):
            if line.start() + end > offset:
                yield line.start() + start, line.start() + end


def preceding(text: str, offset: int) -> Iterator[Range]:
    """The sentences that begin before `offset`, the nearest first."""
    last = min(offset, len(text))
    while last > 0:
        first, end = line_at(text, last)
        for one in reversed(_cut(text[first:end])):
            if first + one[0] < offset:
                yield first + one[0], first + one[1]
        last = first - 1


def line_at(text: str, offset: int) -> Range:
    """The line that holds `offset`, without its line feed, which belongs to the line that it ends."""
    first, end = 0, max(offset, 0)
    for mark in BREAKS:
        # The first is the one that texts have; the others are looked for only behind it, not through a whole book.
        first = max(first, text.rfind(mark, first, end) + 1)
    line = _LINE.match(text, first)
    return first, line.end() if line else first


@lru_cache(maxsize=16)
def _cut(line: str) -> tuple[Range, ...]:
    """The sentences of one line."""
    found: list[Range] = []
    begin = 0
    stops = _Stops(line)
    for stop in _STOP.finditer(line):
        if stop.start() >= begin and stops.end_sentence(begin, stop):
            after = graphemes.snap(line, stop.end(), stop.end())[1]
            found.append(_trimmed(line, begin, after))
            begin = after
    if _SEEN.search(line, begin):
        rest = _trimmed(line, begin, len(line))
        if found and not _WORD.search(line, begin):
            # A dash or a picture after the last stop is no sentence of its own.
            rest = found.pop()[0], rest[1]
        found.append(rest)
    return tuple(found)


def _trimmed(line: str, start: int, end: int) -> Range:
    piece = line[start:end]
    left = start + len(piece) - len(piece.lstrip())
    return graphemes.snap(line, left, start + len(piece.rstrip()))


class _Stops:
    """Tells the stops of one line that end a sentence from those that do not."""

    def __init__(self, line: str) -> None:
        self._line = line
        self._walk = TokenWalk(line)
        self._word = 0
        found = pairs(line)
        self._opening = {last: first for first, last in found if line[first] not in BRACKETS}
        # Only the outermost: what they hold is held anyway.
        self._brackets: list[Range] = []
        for pair in sorted(found):
            if line[pair[0]] in BRACKETS and not (self._brackets and pair[0] < self._brackets[-1][1]):
                self._brackets.append(pair)

    def end_sentence(self, begin: int, stop: "regex.Match[str]") -> bool:
        """Return whether these stops, and what closes behind them, end the sentence that began at `begin`."""
        line, at, after = self._line, stop.start(), stop.end()
        self._find_word(begin)
        if self._word >= at or self._in_brackets(stop):
            return False
        rest = _SEEN.search(line, after)
        if rest is None:
            return True
        if rest[0] in _CLAUSES or line[after] in _HOLDING or self._closes_inner_quotation(stop, rest[0]):
            return False
        marks = _UNSPELT.sub("", stop["run"])
        if marks[0] in ".…" and rest[0].islower() and _is_cased(self._before(at)):
            return False
        if rest.start() == after and _WORD.match(rest[0]) and self._holds_word(at, after, marks):
            return False
        if marks not in (".", "\u06d4") or stop["tail"]:
            return True
        return not (self._abbreviates(begin, at, rest.start()) or self._spells(at, rest.start()))

    def _find_word(self, begin: int) -> None:
        """Return the place of the first word of the sentence; searched once, however many stops come before it."""
        if self._word < begin or not self._word:
            found = _WORD.search(self._line, begin)
            self._word = found.start() if found else len(self._line)

    def _before(self, place: int) -> str:
        """The last visible character before a place."""
        while place and (self._line[place - 1].isspace() or _UNSPELT.match(self._line, place - 1)):
            place -= 1
        return self._line[place - 1 : place]

    def _in_brackets(self, stop: "regex.Match[str]") -> bool:
        """Return whether brackets hold the stop, but not the whole sentence up to it."""
        index = bisect_right(self._brackets, stop.start(), key=_first) - 1
        if index < 0 or self._brackets[index][1] < stop.start():
            return False
        opening, closing = self._brackets[index]
        if stop.end() <= closing:
            return True
        return self._word < opening and not _STOP.search(self._line, closing, stop.end())

    def _closes_inner_quotation(self, stop: "regex.Match[str]", following: str) -> bool:
        """Return whether a call or a question closes a quotation in a sentence that goes on behind it."""
        called = "." not in stop[0] and stop["tail"] and not _STOP.search(stop["tail"])
        if not called or not _WORD.match(following):
            return False
        closed = (self._opening.get(place) for place in range(stop.start(), stop.end()))
        opening = min((first for first in closed if first is not None), default=None)
        return opening is not None and self._before(opening) != ":"

    def _holds_word(self, at: int, after: int, marks: str) -> bool:
        """Return whether a stop that touches a word on its far side is part of it: an address, a file's name, .NET."""
        line = self._line
        if self._walk.at(at) is not None:
            return True
        if marks == "." and (at == 0 or line[at - 1].isspace()):
            return not _RTL.match(line, after)
        return not (_RTL.match(self._before(at)) or _RTL.match(line, after))

    def _abbreviates(self, begin: int, at: int, after: int) -> bool:
        """Return whether the full stop at `at` belongs to the word before it and not to the sentence."""
        line, stop, following = self._line, at, self._line[after]
        if at - begin < LONGEST_WORD and _ENUMERATOR.fullmatch(line[begin:at].strip()):
            return True
        while at and _UNSPELT.match(line, at - 1):
            at -= 1
        before = self._walk.at(at - 1)
        if before is None:
            return False
        start = before[0]
        word = _UNSPELT.sub("", line[start:at]).casefold()
        if _ERA.fullmatch(word) and _GOES_ON.match(line, after):
            return True
        if len(word) == 1 and word.isalpha():
            return following.isdecimal() or not self._before(start).isdecimal() or self._is_era(stop)
        if word.isdecimal() or _SECTION.fullmatch(word) or _ROMAN.fullmatch(word):
            return self._counts(start, stop, after)
        if line[stop] != ".":
            return False
        if _BEFORE_NUMBERS.fullmatch(word):
            return following.isdecimal()
        if _COMPANIES.fullmatch(word):
            return following not in _CONJUNCTIONS
        return bool(_TITLES.fullmatch(word) or _DOTTED.fullmatch(word))

    def _counts(self, start: int, stop: int, after: int) -> bool:
        """Return whether the number at `start`, with a stop behind it, is that of a section, an item or a date."""
        line = self._line
        if self._word >= start:
            return True
        if _DAY_MONTH.search(line, max(0, stop - len("00. 00 ")), stop) and _MONTH_YEAR.match(line, stop + 1):
            return True
        # الفقرة 2.1. الشروط العامة, but: المادة 5. وقال الوزير.
        before = line[max(0, start - LONGEST_WORD) : start].split()
        return bool(before) and line[after] not in _CONJUNCTIONS and _NUMBERED.match(before[-1].lstrip("(")) is not None

    def _is_era(self, at: int) -> bool:
        """Return whether the letter before the stop at `at` goes on with another, as eras do: ۱۴۰۲ ه. ش, ١٤٤٥ هـ. ق."""
        return _ONE_LETTER.match(self._line, at) is not None

    def _spells(self, at: int, after: int) -> bool:
        """Return whether the stop at `at` stands between letters that are spelt by their names: پی۔ ٹی۔ آئی."""
        before = _LAST_NAME.search(self._line[max(0, at - 8) : at])
        if before is None:
            return False
        # Hebrew does not part them by spaces, and has words like them.
        if _NAME.match(self._line, after) is not None and self._line[after] >= "\u0600":
            return True
        # The last stop of سي.آي.إيه. is the name's, unless a new sentence is joined to the one before.
        first = at - len(before[0])
        if self._line[at] == "\u06d4":
            tied = self._line[max(0, first - 2) : first].rstrip(" ").endswith("\u06d4")
            return tied and _URDU_GOES_ON.match(self._line, after) is not None
        return self._line[max(0, first - 1)] in ".\u06d4" and self._line[after] not in _CONJUNCTIONS


def _first(pair: Range) -> int:
    return pair[0]


def _is_cased(letter: str) -> bool:
    return letter.islower() or letter.isupper()
