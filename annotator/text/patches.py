"""Folding a text of which a code page holds all but a few words: those alone are folded letter by letter.

A text is cut at single spaces between two letters, which no rule of folding looks across. Offsets are code points.
"""

import re
from array import array
from collections.abc import Iterable, Iterator
from functools import cache

import msgspec

from annotator.text.code_page import CodePage, pages
from annotator.text.folding import fold
from annotator.text.offset_map import inner_places, turns_of_all

_LETTER = "[0-9A-Za-z\u0621-\u063a\u0641-\u064a\u05d0-\u05ea]"
_CUT = re.compile(rf"(?<={_LETTER})[ \n](?={_LETTER})")
_FARTHEST = 200
"""Code points on each side of what is no part of the page in which a place to cut is looked for."""
_QUOTES = "'`\u2018\u2019\u201a\u2039\u203a\u05f3"
# Begins with one set, which is looked for fastest.
_TWO_IN_ONE = re.compile(rf"[{_QUOTES}<>\u0621](?:(?<=[{_QUOTES}])[{_QUOTES}]|(?<=<)<|(?<=>)>|(?<=\u0621)\u064e\u0627)")
_MOST_PATCHED = 0.5
"""The share of a text from which on it is folded whole."""


class Patch(msgspec.Struct, frozen=True):
    """A stretch of a text, in the codes of the page or (None) to be folded letter by letter."""

    start: int
    end: int
    codes: bytes | None


def patches(text: str) -> list[Patch] | None:
    """Return a text as patches that fold for themselves; None where one page does not hold most of it."""
    page = pages()[0]
    found = list(_outside(text, page))
    if sum(end - start for start, end in found) > _MOST_PATCHED * len(text):
        return None
    made, behind = [], 0
    for start, end in (*found, (len(text), len(text))):
        if behind < start:
            codes = page.encode(text[behind:start])
            if codes is None:
                return None
            made.append(Patch(behind, start, codes))
        if start < end:
            made.append(Patch(start, end, None))
        behind = end
    return made


def _outside(text: str, page: CodePage) -> Iterator[tuple[int, int]]:
    """Return the stretches that have what the page has not, from one place to cut to another."""
    ranges = [match.span() for match in _not_in(page).finditer(text)]
    if pairs := [match.span() for match in _TWO_IN_ONE.finditer(text)]:
        ranges = sorted(ranges + pairs)
    return surroundings(text, ranges)


def surroundings(text: str, ranges: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield what stands around ranges, which ascend, from one place to cut to another."""
    held: tuple[int, int] | None = None
    for start, end in ranges:
        if held is not None and end <= held[1]:
            continue
        first, last = _cut_before(text, start), _cut_behind(text, end)
        if held is not None and first <= held[1]:
            first = held[0]
        elif held is not None:
            yield held
        held = first, last
    if held is not None:
        yield held


@cache
def _not_in(page: CodePage) -> re.Pattern[str]:
    return re.compile(f"[^{re.escape(page.plain)}]+")


def _cut_before(text: str, place: int) -> int:
    cuts = [match.start() for match in _CUT.finditer(text, max(0, place - _FARTHEST), place)]
    return cuts[-1] if cuts else 0


def _cut_behind(text: str, place: int) -> int:
    cut = _CUT.search(text, place, place + _FARTHEST)
    return cut.start() if cut is not None else len(text)


def patched_form(text: str, made: list[Patch]) -> str:
    """Return the folded form of a text, as `folding.fold` gives it."""
    page = pages()[0]
    return "".join(
        fold(text[one.start : one.end]).form if one.codes is None else page.decode(page.folded(one.codes))
        for one in made
    )


def patched_way(text: str, made: list[Patch]) -> tuple[bytes, frozenset[int]]:
    """Return the way back from the form, as `offset_map.turns_of` gives it, and the places inside clusters."""
    page = pages()[0]
    turns, inner = array("i"), set[int]()
    length = 0
    for one in made:
        if one.codes is None:
            folded = fold(text[one.start : one.end])
            own, more = turns_of_all(folded), len(folded.form)
            inner.update(length + place for place in inner_places(folded))
        else:
            own, more = page.turns(one.codes), len(page.folded(one.codes))
        # A patch begins with a letter or a space for itself.
        turns.extend((length, one.start, one.start + 1))
        turns.extend(_moved(own, length, one.start))
        length += more
    return turns.tobytes(), frozenset(inner)


def _moved(turns: bytes, places: int, offsets: int) -> "array[int]":
    """Return turns of a patch as those of the text."""
    way = array("i")
    way.frombytes(turns)
    if places or offsets:
        for at in range(0, len(way), 3):
            way[at] += places
            way[at + 1] += offsets
            way[at + 2] += offsets
    return way
