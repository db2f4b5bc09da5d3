"""Spans on tokens, for formats that know no letters: the tokens of a text, and the one rule for edges inside them."""

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Annotated, Literal, NamedTuple

import msgspec

from annotator.domain.span import Part, Span
from annotator.formats.losses import KINDS, Feature
from annotator.formats.options import named, titled
from annotator.formats.record import Record
from annotator.text.graphemes import boundaries
from annotator.text.tokens import tokens

Edges = Literal["expand", "contract", "split", "drop"]
"""The treatment of a span that begins or ends inside a token: take the token in, leave it out, cut it, or drop the
span.
"""

EdgesOption = Annotated[
    Edges,
    titled(
        "Spans that end inside a token",
        expand=named("take the whole token"),
        contract=named("leave the token out"),
        split=named("cut the token"),
        drop=named("are left out"),
    ),
]


class Placed(msgspec.Struct, frozen=True):
    """A span, or one part of one, from its first token to behind its last (places in a list of tokens)."""

    span: Span
    first: int
    last: int


class Token(NamedTuple):
    """A token of a text, in code points; `space` says whether one space follows that belongs to no token."""

    start: int
    end: int
    space: bool


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


def covering_tokens(text: str, spans: Iterable[Span] = ()) -> list[Token]:
    """Return tokens that are the whole text together, for tools that know no text but their tokens.

    One space behind a token belongs to it (`space`); what else stands between tokens is a token of its own. Tokens are
    cut where one of the `spans` begins or ends, so that each of these is a row of whole tokens.
    """
    starts = {start for span in spans for start, _ in span.parts}
    ends = {end for span in spans for _, end in span.parts}
    ranges = cut_at(_without_gaps(text, starts, ends), starts | ends)
    behind = [start for start, _ in ranges[1:]] + [len(text)]
    return [Token(start, end, after > end) for (start, end), after in zip(ranges, behind, strict=True)]


def _without_gaps(text: str, starts: Container[int], ends: Container[int]) -> Iterator[Part]:
    """Yield the tokens, and what stands between them but for the one space behind a token that no span asks for."""
    reached = 0
    for start, end in [*all_tokens(text), (len(text), len(text))]:
        first = reached
        if 0 < reached < start and text[reached] == " " and reached not in starts and reached + 1 not in ends:
            first += 1
        if first < start:
            yield first, start
        if start < end:
            yield start, end
        reached = end


def cut_at(ranges: Iterable[Part], edges: Iterable[int]) -> list[Part]:
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


class Laid(NamedTuple):
    """A record on tokens that are the whole text: the tokens, where they lie, and the rows that each span is."""

    tokens: list[Token]
    ranges: list[Part]
    rows: dict[str, list[Placed]]


def laid(record: Record, edges: Edges) -> Laid:
    """Return a record on tokens; a span without a token of its own has no rows."""
    tokens = covering_tokens(record.document.text, record.spans if edges == "split" else ())
    ranges = [(token.start, token.end) for token in tokens]
    return Laid(tokens, ranges, {span.id: place(span, ranges, edges) for span in record.spans})


class TokenLosses:
    """Counts what tokens cannot say: spans as they are, and relations to spans that are left out."""

    def __init__(self) -> None:
        self._spans = self._relations = 0

    def note(
        self,
        record: Record,
        ranges: Sequence[Part],
        rows: Mapping[str, Sequence[Placed]],
        kept: Container[str] | None = None,
    ) -> None:
        """Count what a record loses that has these rows; `kept` are its spans, if they are others than those with rows.

        A span that stands elsewhere in the file is no reason to lose its relations.
        """
        for span in record.spans:
            said = tuple((ranges[one.first][0], ranges[one.last - 1][1]) for one in rows[span.id])
            self._spans += said != span.parts
        held = {id for id, found in rows.items() if found} if kept is None else kept
        self._relations += sum(one.from_id not in held or one.to_id not in held for one in record.relations)

    @property
    def counts(self) -> dict[str, int]:
        """Return how many of each kind are lost; nothing for none."""
        counts = {KINDS[Feature.SUB_TOKEN]: self._spans, KINDS[Feature.RELATIONS]: self._relations}
        return {kind: count for kind, count in counts.items() if count}


def lost_on_tokens(records: Iterable[Record], edges: Edges) -> dict[str, int]:
    """Return what tokens cannot say, by kind; nothing where they are cut for the spans."""
    lost = TokenLosses()
    for record in records if edges != "split" else ():
        found = laid(record, edges)
        lost.note(record, found.ranges, found.rows)
    return lost.counts


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
