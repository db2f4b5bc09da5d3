"""The rows of a WebAnno TSV file: a text as tokens that leave nothing out, cut where marks begin and end."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import msgspec

from annotator.domain.span import Part
from annotator.formats.spans_on_tokens import all_tokens
from annotator.text.sentences import sentences


class TsvUnit(msgspec.Struct, frozen=True, order=True):
    """A row: a token, or a part of one. Places are code points; `number` is the token's, `part` 0 for all of it."""

    sentence: int
    number: int
    part: int
    start: int
    end: int

    @property
    def name(self) -> str:
        """The name by which references call it: 1-3, or 1-3.2."""
        return f"{self.sentence}-{self.number}" + (f".{self.part}" if self.part else "")


class TsvRows:
    """The rows of a text, which the edges of all its `marks` fit."""

    def __init__(self, text: str, marks: Iterable[Part]) -> None:
        parts = sorted(set(marks))
        self._tokens = _addressable(text, parts)
        self._starts = [start for start, _ in self._tokens]
        self.sentences = _bounds(text, self._starts)
        self._pieces: dict[int, list[Part]] = {}
        for part in parts:
            for token, piece in self._cut(part):
                if piece != self._tokens[token]:
                    held = self._pieces.setdefault(token, [])
                    if piece not in held:
                        held.append(piece)
        self._units = self._named()

    def units_of(self, part: Part) -> list[TsvUnit]:
        """Return the rows on which a stretch of the text stands."""
        return [self._units[token, piece] for token, piece in self._cut(part)]

    def of(self, sentence: int) -> Iterator[TsvUnit]:
        """Yield the rows of a sentence, counted from 0, in their order."""
        yield from self._in_sentence[sentence]

    def _cut(self, part: Part) -> Iterator[tuple[int, Part]]:
        """Yield the tokens that a stretch touches, each with the part of it that the stretch covers."""
        token = bisect_right(self._starts, part[0]) - 1
        if token < 0 or self._tokens[token][1] <= part[0]:
            token += 1
        while token < len(self._tokens) and self._tokens[token][0] < part[1]:
            start, end = self._tokens[token]
            yield token, (max(start, part[0]), min(end, part[1]))
            token += 1

    def _named(self) -> dict[tuple[int, Part], TsvUnit]:
        made: dict[tuple[int, Part], TsvUnit] = {}
        self._in_sentence: list[list[TsvUnit]] = [[] for _ in self.sentences]
        sentence, number = 0, 0
        for token, (start, end) in enumerate(self._tokens):
            while sentence + 1 < len(self.sentences) and start >= self.sentences[sentence + 1][0]:
                sentence, number = sentence + 1, 0
            number += 1
            for place, piece in enumerate([(start, end), *sorted(self._pieces.get(token, ()))]):
                unit = TsvUnit(sentence + 1, number, place, *piece)
                made[token, piece] = unit
                self._in_sentence[sentence].append(unit)
        return made


def _addressable(text: str, parts: Sequence[Part]) -> list[Part]:
    """Return the tokens of a text, and as tokens too the space before the first and that in which marks have edges."""
    tokens = all_tokens(text)
    # A mark that begins where a gap does, or ends where it does, has an edge in it.
    starts, ends = {start for start, _ in parts}, {end for _, end in parts}
    edges = sorted({edge for part in parts for edge in part})
    found: list[Part] = []
    reached = 0
    for start, end in [*tokens, (len(text), len(text))]:
        inside = edges[bisect_right(edges, reached) : bisect_right(edges, start - 1)] if start > reached else []
        if start > reached and (not found or inside or reached in starts or start in ends):
            places = [reached, *inside, start]
            found += pairwise(places)
        if start < end:
            found.append((start, end))
        reached = end
    return found


def _bounds(text: str, starts: Sequence[int]) -> list[Part]:
    """Return the sentences, each from its first token to that of the next: nothing of the text lies between them."""
    begun = [starts[max(0, bisect_right(starts, start) - 1)] for start, _ in sentences(text)[1:]]
    first = sorted({starts[0], *begun})
    return list(pairwise([*first, len(text)]))
