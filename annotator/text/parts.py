"""Changing what a mark covers: its parts and its edges. Pure; parts are sorted, disjoint, half-open code points."""

import re
from typing import Literal

from annotator.domain.span import Part, Parts
from annotator.text import clitics, graphemes, steps, tokens

Edge = Literal["start", "end"]
EdgeUnit = Literal["letter", "word"]

_BEHIND = re.compile(r"[\s،؛,;:\-–—]+\Z")
_BEFORE = re.compile(r"[\s،؛,;:\-–—.!?؟…]+")
"""Separators that a mark loses with the words cut out beside it. Quotation marks stay with their words."""


def covers(parts: Parts, start: int, end: int) -> bool:
    """Return whether one part holds all of `[start, end)`."""
    return any(first <= start and end <= last for first, last in parts)


def joined(text: str, parts: Parts, start: int, end: int) -> Parts:
    """The parts and `[start, end)`; where only white space lies between it and a neighbour, that is bridged."""
    kept = []
    for first, last in parts:
        gap = text[last:start] + text[end:first]
        if gap.strip():
            kept.append((first, last))
        else:
            start, end = min(start, first), max(end, last)
    return tuple(sorted([*kept, (start, end)]))


def without(text: str, parts: Parts, start: int, end: int) -> Parts:
    """The parts without `[start, end)` and what divided it from its neighbours; empty if nothing is left."""
    kept: list[Part] = []
    for first, last in parts:
        if last <= start or end <= first:
            kept.append((first, last))
            continue
        divider = _BEHIND.search(text[first:start]) if first < start else None
        before = first, first + divider.start() if divider else start
        divider = _BEFORE.match(text, end, last)
        after = divider.end() if divider else end, last
        kept += [_snapped(text, part) for part in (before, after) if part[0] < part[1]]
    return tuple(kept)


def moved(text: str, parts: Parts, edge: Edge, outward: bool, unit: EdgeUnit) -> Parts | None:
    """The parts with their outer start or end moved by a letter or to the next edge of a word.

    A part that an edge moves past is gone. None where the text ends, and where nothing would be left.
    """
    if edge == "start":
        return _with_start(text, parts, outward, unit)
    return _with_end(text, parts, outward, unit)


def split_start(text: str, parts: Parts) -> Parts | None:
    """The parts begun after the next proclitic of their first word; after the last one, with the word whole again.

    None where the word has no proclitic.
    """
    start, end = parts[0]
    at = next_split(text, start, end)
    return None if at is None or at == start else ((at, end), *parts[1:])


def next_split(text: str, start: int, end: int) -> int | None:
    """Return the next start of a range that begins at `start`: after one more proclitic of its word, or at the word
    again.
    """
    word = tokens.word_at(text, start)
    if word is None:
        return None
    places = [place for place in clitics.splits(text, *word) if place < end]
    return next((place for place in places if place > start), word[0]) if places else None


def _with_start(text: str, parts: Parts, outward: bool, unit: EdgeUnit) -> Parts | None:
    start, end = parts[0]
    if outward:
        to = graphemes.previous(text, start) if unit == "letter" else steps.word_before(text, start)
        return None if to is None or to == start else ((to, end), *parts[1:])
    to = graphemes.next_(text, start) if unit == "letter" else steps.word_after(text, start)
    if to is not None and to < end:
        return ((to, end), *parts[1:])
    return parts[1:] or None


def _with_end(text: str, parts: Parts, outward: bool, unit: EdgeUnit) -> Parts | None:
    start, end = parts[-1]
    if outward:
        to = graphemes.next_(text, end) if unit == "letter" else steps.word_after(text, end, to_end=True)
        return None if to is None or to == end else (*parts[:-1], (start, to))
    to = graphemes.previous(text, end) if unit == "letter" else steps.word_before(text, end, to_end=True)
    if to is not None and start < to:
        return (*parts[:-1], (start, to))
    return parts[:-1] or None


def _snapped(text: str, part: Part) -> Part:
    return graphemes.snap(text, *part)
