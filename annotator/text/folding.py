"""Finding words as a reader of Arabic knows them again, whatever the spelling: a folded copy with a way back.

Loosely, harakat, tatweel and hidden controls do not count, nor do the forms of alef, ى ي ی, ك ک, ة ه (a switch),
ه ە ۀ, the digits of the three sets with their separators, Arabic and Latin punctuation, quotation marks, hyphens,
presentation forms and case. Hamza on its seat (ؤ ئ), the alef of tanwin and clitics are spelling. Exactly, every
letter and mark counts; only what is canonically the same, controls of direction and the kind of white space make no
difference. A run of white space is one space either way.

The text itself is never normalised: each character, or grapheme cluster, is folded for itself. Offsets are code
points, half-open.
"""

import re
from array import array
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

import msgspec

from annotator.cancellation import CHECK_EVERY, check_cancelled
from annotator.text import graphemes
from annotator.text.folded_letters import (
    ALEFS,
    CONTROLS,
    JOINERS,
    MARKS,
    TATWEEL,
    FoldTable,
    letter_on_tatweel,
    table_of,
)
from annotator.text.half_spaces import Wanted, parted

if TYPE_CHECKING:
    from annotator.text.whole_words import WholeWords

# Characters that begin a cluster of their own and fold to one character.
_SHOWN = (
    r"!-~\u00ab\u00bb\u00c0-\u00de\u00e0-\u0131\u0134-\u013e\u0141-\u0148\u014a-\u017f\u0400-\u0482"
    r"\u05d0-\u05ea\u060c\u061b\u061f\u0621-\u063a\u0641-\u064a\u0660-\u066f\u0671-\u0673\u0679-\u06d5"
    r"\u06ee-\u06fc\u06ff\u2010\u2012-\u2016\u2018-\u2023"
)
# Spelt out: with \s in it a class is twice as slow.
SPACE = r"\t-\r\x1c- \x85\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_PLAIN = f"{SPACE}{_SHOWN}"
# The small letters of the Quran stand for themselves, as tatweel does.
UNCOUNTED = rf"{TATWEEL}\u06e5\u06e6{CONTROLS}"
# A pause of the Quran stands between two spaces.
_SPACES = f"[{SPACE}][{SPACE}{CONTROLS}{MARKS}]*[{SPACE}]"

_FORMS = {"quote": '"', "alef": "\u0627"}
# What lies between the matches folds character by character; what is `unseen` folds to nothing.
_SPECIAL = re.compile(
    rf"(?P<space>{_SPACES})|(?P<unseen>[{UNCOUNTED}][{UNCOUNTED}{MARKS}{JOINERS}\u0654]*)"
    # With the marks and joiners behind it: a row of joined emoji is one cluster, and looked at once.
    rf"|[^{_PLAIN}{MARKS}{JOINERS}{UNCOUNTED}][^{_PLAIN}{UNCOUNTED}]*"
)
# Two marks may stand in either order and be the same, a mark may be part of its letter (آ) or have none.
_SPECIAL_EXACTLY = re.compile(
    rf"(?P<space>{_SPACES})|(?P<unseen>[{CONTROLS}]+)|[^{_PLAIN}{MARKS}{TATWEEL}{CONTROLS}]+"
    rf"|[{_PLAIN}{TATWEEL}][{MARKS}]{{2,}}|\u0627[\u0653\u0655]"
    rf"|(?<![{_SHOWN}{TATWEEL}{MARKS}])[{MARKS}]"
)
_APOSTROPHES = "'`\u00b4\u02bc\u05f3\u1fef\u2018\u2019\u201a\u201b\u2032\u2039\u203a\u275b\u275c\uff07\uff40"
_BETWEEN = f"[{MARKS}{JOINERS}{UNCOUNTED}]*"
# Two signs that are written for one: a rare sight, so that texts without any are read without looking for them.
_TWO_FOR_ONE = re.compile(
    # Behind a Hebrew word the first of two may be its geresh.
    rf"(?P<quote>(?<![\u05b0-\u05ea])[{_APOSTROPHES}]{_BETWEEN}[{_APOSTROPHES}]"
    rf"|[{_APOSTROPHES}]{_BETWEEN}[{_APOSTROPHES}](?={_BETWEEN}\w)"
    rf"|[<\ufe64\uff1c]{_BETWEEN}[<\ufe64\uff1c]|[>\ufe65\uff1e]{_BETWEEN}[>\ufe65\uff1e])"
    rf"|(?<=[\u0652\u06e1])(?P<alef>\u0621\u064e\u0627)(?![{MARKS}])"
)
_OF_TWO = f"{_APOSTROPHES}<>\ufe64\ufe65\uff1c\uff1e"
_SPECIAL_WITH_TWO = re.compile(f"{_TWO_FOR_ONE.pattern}|{_SPECIAL.pattern.replace('[^', f'[^{_OF_TWO}')}|[{_OF_TWO}]")
_ALLAH = "\ufdf2"
_BEGINS = re.compile(f"[{_PLAIN}]")
_PASSED_RUN = re.compile(f"[{MARKS}{JOINERS}]+")
_COUNTED = array("i", range(4096))
_PIECES_AT_ONCE = 1024
_PASSED = frozenset(re.findall(f"[{MARKS}{JOINERS}]", "".join(map(chr, range(0x0590, 0x2010)))))


class Piece(msgspec.Struct, frozen=True):
    """A stretch of the text: a cluster (or white space) that folds to `form`; characters for themselves if None."""

    start: int
    end: int
    form: str | None = None


class _Way(msgspec.Struct, frozen=True):
    """For each character of a form: where its cluster starts and ends in the text, and whether it is inside one."""

    starts: "array[int]"
    ends: "array[int]"
    inner: bytearray


class Folded(msgspec.Struct, frozen=True, dict=True):
    """A text and its folded form; `fold` makes it. The way back is found when it is first needed."""

    text: str
    form: str
    pieces: tuple[Piece, ...]
    teh_marbuta: bool
    exact: bool

    def source(self, start: int, end: int) -> tuple[int, int]:
        """The range of the text that `[start, end)` of the form was folded from.

        It takes in the marks of its last letter, and all of a cluster or ligature that it has a part of. An
        empty range is a place between.
        """
        way = self._way
        if start >= end:
            place = way.starts[start] if start < len(way.starts) else len(self.text)
            return place, place
        return way.starts[start], way.ends[end - 1]

    def find(self, query: str, *, whole: bool = False) -> list[tuple[int, int]]:
        """Return the places of the query in the text: ranges that do not overlap, in reading order.

        A hit is made of whole grapheme clusters: it takes in the marks of its last letter and all of a ligature
        that says part of it (الله in ﷲ); what would end inside another cluster (a family of three in one of
        four) is no hit. `whole` wants both ends to be ends of tokens (see `tokens`), so that a word with a clitic
        is another word; the hit then takes in what does not count at its ends (tatweel).
        """
        looked_for = wanted(query, teh_marbuta=self.teh_marbuta, exact=self.exact)
        if not looked_for.form:
            return []
        words = self._whole_words() if whole else None
        form, way = self.form, self._way
        starts, ends, inner = way.starts, way.ends, way.inner
        hits: list[tuple[int, int]] = []
        behind, begin = 0, 0
        find_next = looked_for.finder(form, self.text, starts.__getitem__)
        while (found := find_next(begin)) is not None:
            place, after = found
            hit = None
            if not inner[place] and not inner[after] and starts[place] >= behind:
                hit = starts[place], ends[after - 1]
                if words is not None:
                    hit = words.around(*hit)
            if hit is not None:
                hits.append(hit)
                behind = hit[1]
            begin = place + 1 if hit is None else after
        return hits

    def places(self) -> tuple[Sequence[int], Sequence[int], Sequence[int]]:
        """For each character of the form: where what it stands for starts and ends in the text, and whether it is
        inside a cluster of which no hit may take a part (one character more, for the end)."""
        return self._way.starts, self._way.ends, self._way.inner

    def like(self, text: str) -> "Folded":
        """Another text, folded by the same rules."""
        return fold(text, teh_marbuta=self.teh_marbuta, exact=self.exact)

    @cached_property
    def _way(self) -> _Way:
        way = _Way(array("i"), array("i"), bytearray())
        for number, piece in enumerate(self.pieces):
            if number % _PIECES_AT_ONCE == 0:
                check_cancelled()
            if piece.form is not None:
                _lead_to_cluster(way, piece, piece.form, self._says_all(piece.start, piece.form))
            elif self.exact:
                way.starts.extend(range(piece.start, piece.end))
                way.ends.extend(range(piece.start + 1, piece.end + 1))
                way.inner.extend(char in _PASSED for char in self.text[piece.start : piece.end])
            else:
                _lead_to_letters(way, piece, self.text)
        way.inner.append(0)
        return way

    def _whole_words(self) -> "WholeWords":
        # Here, for most searches need no tokens.
        from annotator.text.whole_words import WholeWords

        return WholeWords(self.text, lambda text: self.like(text).form != "")

    def _says_all(self, start: int, form: str) -> bool:
        """Return whether one character of a cluster says all that it folds to (a ligature), so that parts of it are
        there.
        """
        if self.exact:
            return not form[1:].strip(JOINERS)
        return table_of(self.teh_marbuta, exact=False)[ord(self.text[start])] == form


def fold(text: str, *, teh_marbuta: bool = True, exact: bool = False) -> Folded:
    """The text without what spellings may differ in; with `exact`, only without what cannot be seen.

    `teh_marbuta` makes ة and ه one letter (never when exact).
    """
    table = table_of(teh_marbuta, exact)
    pieces = tuple(_pieces(text, table))
    form = "".join(_translated(text, piece, table) if piece.form is None else piece.form for piece in pieces)
    return Folded(text, form, pieces, teh_marbuta, exact)


def form_of(char: str, *, teh_marbuta: bool = True) -> str:
    """Return the loosely folded form of one character."""
    return table_of(teh_marbuta, exact=False)[ord(char)]


def wanted(query: str, *, teh_marbuta: bool = True, exact: bool = False) -> Wanted:
    """Return a query as it is looked for in texts that are folded by the same rules."""
    if exact:
        return Wanted((fold(query, exact=True).form,), ())
    return parted(query, lambda part: fold(part, teh_marbuta=teh_marbuta).form)


def _translated(text: str, piece: Piece, table: "FoldTable") -> str:
    """The form of letters that fold one by one."""
    if piece.end - piece.start <= CHECK_EVERY:
        return text[piece.start : piece.end].translate(table)
    parts = []
    for start in range(piece.start, piece.end, CHECK_EVERY):
        check_cancelled()
        parts.append(text[start : min(start + CHECK_EVERY, piece.end)].translate(table))
    return "".join(parts)


def find(
    text: str, query: str, *, whole: bool = False, exact: bool = False, teh_marbuta: bool = True
) -> list[tuple[int, int]]:
    """`Folded.find` for a text that is searched once."""
    return fold(text, teh_marbuta=teh_marbuta, exact=exact).find(query, whole=whole)


def _pieces(text: str, table: FoldTable) -> Iterator[Piece]:
    """The text in pieces, without those that fold to nothing."""
    special = _special(text, exact=table.exact)
    done = due = 0
    while match := special.search(text, done):
        start, end = match.span()
        if start >= due:
            check_cancelled()
            due = start + CHECK_EVERY
        kind = match.lastgroup
        if kind is None:
            start, end = graphemes.snap(text, start, end)
            if start < done:
                # A mark that nobody would set on what it is set on (tatweel, a space): it goes with that.
                start = done = graphemes.snap(text, done, done)[1]
        if done < start:
            yield Piece(done, start)
        if kind is None:
            yield from _clusters(text, start, end, table)
        elif kind == "space":
            if end < len(text) and not _BEGINS.match(text, end):
                end = graphemes.snap(text, end, end)[1]
            yield Piece(start, end, " ")
        elif not table.exact and (form := _FORMS.get(kind) or letter_on_tatweel(text, start, end)):
            yield Piece(start, end, form)
        done = end
    if done < len(text):
        yield Piece(done, len(text))


def _special(text: str, *, exact: bool) -> re.Pattern[str]:
    """Return the pattern of what does not fold letter by letter in this text."""
    if exact:
        return _SPECIAL_EXACTLY
    return _SPECIAL_WITH_TWO if _TWO_FOR_ONE.search(text) else _SPECIAL


def _clusters(text: str, start: int, end: int, table: FoldTable) -> Iterator[Piece]:
    """Yield the grapheme clusters of a range that fold to something."""
    for first, last in pairwise(graphemes.boundaries(text[start:end])):
        form = table.form_of(text[start + first : start + last])
        if not table.exact and text[start + first] == _ALLAH and start + first and text[start + first - 1] in ALEFS:
            form = form[1:]  # the ligature is often typed behind the alef that it has
        if form:
            yield Piece(start + first, start + last, form)


def _lead_to_letters(way: _Way, piece: Piece, text: str) -> None:
    """The way back to letters that each take the marks behind them."""
    begun = len(way.starts)
    start = due = piece.start
    for marks in _PASSED_RUN.finditer(text, piece.start, piece.end):
        first, last = marks.span()
        if first >= due:
            check_cancelled()
            due = first + CHECK_EVERY
        if start < first:
            way.starts.extend(_numbers(start, first))
            way.ends.extend(_numbers(start + 1, first))
            way.ends.append(last)
        start = last
    way.starts.extend(_numbers(start, piece.end))
    way.ends.extend(_numbers(start + 1, piece.end + 1))
    way.inner.extend(bytes(len(way.starts) - begun))


def _numbers(start: int, end: int) -> "array[int]":
    """The numbers from `start` to below `end`: cut out of a list that is there, which is quicker than counting."""
    if start >= end:
        return array("i")
    if len(_COUNTED) < end:
        _COUNTED.extend(range(len(_COUNTED), max(end, 2 * len(_COUNTED))))
    return _COUNTED[start:end]


def _lead_to_cluster(way: _Way, piece: Piece, form: str, divisible: bool) -> None:
    """The way back to a cluster; if it is not `divisible`, no hit begins or ends inside its form."""
    way.starts.extend([piece.start] * len(form))
    way.ends.extend([piece.end] * len(form))
    way.inner.append(0)
    way.inner.extend(bytes([not divisible]) * (len(form) - 1))
