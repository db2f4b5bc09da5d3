"""Steps to the next word, sentence or stretch without marks. Offsets are code points."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from annotator.domain.span import Range
from annotator.text import tokens
from annotator.text.sentences import following, preceding

LOOK_AROUND = 400
"""Code points in which the next word is sought at first."""


def word_after(text: str, offset: int, to_end: bool = False) -> int | None:
    """Return the start (or end) of the next word after `offset`; None if there is none."""
    edge, reach = int(to_end), offset
    while reach < len(text):
        reach = min(len(text), reach + LOOK_AROUND)
        found = next((word for word in tokens.tokens(text, offset, reach) if word[edge] > offset), None)
        if found:
            return found[edge]
    return None


def word_before(text: str, offset: int, to_end: bool = False) -> int | None:
    """Return the start (or end) of the nearest word before `offset`; None if there is none."""
    edge, reach = int(to_end), offset
    while reach > 0:
        reach = max(0, reach - LOOK_AROUND)
        found = [word for word in tokens.tokens(text, reach, offset) if word[edge] < offset]
        if found:
            return found[-1][edge]
    return None


def sentence_after(text: str, offset: int, to_end: bool = False) -> int | None:
    """Return the start (or end) of the next sentence after `offset`; None if there is none."""
    edge = int(to_end)
    return next((one[edge] for one in following(text, offset) if one[edge] > offset), None)


def sentence_before(text: str, offset: int, to_end: bool = False) -> int | None:
    """Return the start (or end) of the nearest sentence before `offset`; None if there is none."""
    edge = int(to_end)
    return next((one[edge] for one in preceding(text, offset) if one[edge] < offset), None)


def unmarked_after(text: str, marked: Iterable[Range], offset: int) -> Range | None:
    """The first sentence with a word in it, beginning at `offset` or later, that touches none of the ranges."""
    later = (one for one in following(text, offset) if one[0] >= offset)
    return next(_untouched(text, marked, later), None)


def unmarked_before(text: str, marked: Iterable[Range], offset: int) -> Range | None:
    """The last sentence with a word in it, beginning before `offset`, that touches none of the ranges."""
    return next(_untouched(text, marked, preceding(text, offset)), None)


def _untouched(text: str, marked: Iterable[Range], among: Iterator[Range]) -> Iterator[Range]:
    starts: list[int] = []
    ends: list[int] = []
    for start, end in sorted(marked):
        starts.append(start)
        ends.append(max(end, ends[-1] if ends else 0))
    for start, end in among:
        before = bisect_right(starts, end - 1)
        if not (before and ends[before - 1] > start) and tokens.tokens(text, start, end):
            yield start, end
