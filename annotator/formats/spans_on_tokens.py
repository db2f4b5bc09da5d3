"""Spans on tokens, for formats that know no letters: the tokens of a text, and the one rule for edges inside them."""

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Literal

import msgspec

from annotator.domain.span import Part, Span
from annotator.text.graphemes import boundaries
from annotator.text.tokens import tokens

Edges = Literal["expand", "contract", "split", "drop"]
"""The treatment of a span that begins or ends inside a token: take the token in, leave it out, cut it, or drop the
span.
"""


class Placed(msgspec.Struct, frozen=True):
    """A span, or one part of one, from its first token to behind its last (places in a list of tokens)."""

    span: Span
    first: int
    last: int


def all_tokens(text: str) -> list[Part]:
    """Return words, and each other visible character with its marks, as ranges: all but space and hidden controls."""
    found: list[Part] = []
    reached = 0
    for start, end in [*tokens(text), (len(text), len(text))]:
        found += _signs(text, reached, start)
        if start < end:
            found.append((start, end))
        reached = end
    return found


def cut_at(ranges: Sequence[Part], edges: Iterable[int]) -> list[Part]:
    """Return the tokens cut at these offsets."""
    cuts = sorted(set(edges))
    made: list[Part] = []
    for start, end in ranges:
        inside = cuts[bisect_right(cuts, start) : bisect_left(cuts, end)]
        places = [start, *inside, end]
        made += pairwise(places)
    return made


def is_inside(span: Span, ranges: Sequence[Part]) -> bool:
    """Return whether a span begins or ends inside a token."""
    return any(_cuts_token(edge, ranges) for part in span.parts for edge in part)


def place(span: Span, ranges: Sequence[Part], edges: Edges) -> list[Placed]:
    """Return where the parts of a span lie among the tokens; a part without a token of its own is left out."""
    if edges == "drop" and is_inside(span, ranges):
        return []
    placed: list[Placed] = []
    for start, end in span.parts:
        first, last = _touched(start, end, ranges) if edges != "contract" else _within(start, end, ranges)
        if first < last:
            placed.append(Placed(span, first, last))
    return placed


def _touched(start: int, end: int, ranges: Sequence[Part]) -> Part:
    return bisect_right(ranges, start, key=lambda one: one[1]), bisect_left(ranges, end, key=lambda one: one[0])


def _within(start: int, end: int, ranges: Sequence[Part]) -> Part:
    return bisect_left(ranges, start, key=lambda one: one[0]), bisect_right(ranges, end, key=lambda one: one[1])


def _cuts_token(edge: int, ranges: Sequence[Part]) -> bool:
    place = bisect_right(ranges, edge, key=lambda one: one[1])
    return place < len(ranges) and ranges[place][0] < edge


def _signs(text: str, start: int, end: int) -> list[Part]:
    """Return the visible clusters between two words, without the space that a mark may stand on."""
    if not text[start:end].strip():
        return []
    edges = [start + edge for edge in boundaries(text[start:end])]
    found: list[Part] = []
    for first, last in pairwise(edges):
        shown = next((place for place in range(first, last) if _is_shown(text[place])), last)
        if shown < last:
            found.append((shown, last))
    return found


def _is_shown(char: str) -> bool:
    return not char.isspace() and unicodedata.category(char) not in ("Cc", "Cf")
