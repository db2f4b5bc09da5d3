"""Tokens asked for at rising offsets of one text, each stretch between spaces being read once."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from annotator.domain.span import Range
from annotator.text import tokens

# As in `tokens`: a no-break space may stand inside a number.
_STRETCH = re.compile("(?:\\S|[\u00a0\u202f])+")


class TokenWalk:
    """Answers what `tokens.word_at` answers, in time that grows with the text and not with its square."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._stretches: Iterator[re.Match[str]] = _STRETCH.finditer(text)
        self._end = 0
        self._tokens: list[Range] | None = []
        self._start = 0

    def at(self, offset: int) -> Range | None:
        """The token that holds the character at `offset`, or None; `offset` never falls by more than a stretch."""
        while offset >= self._end:
            stretch = next(self._stretches, None)
            if stretch is None:
                return None
            self._start, self._end = stretch.span()
            self._tokens = None
        if offset < self._start:
            return None
        if self._tokens is None:
            self._tokens = tokens.tokens(self._text, self._start, self._end)
        place = bisect_right(self._tokens, offset, key=_start) - 1
        return self._tokens[place] if place >= 0 and offset < self._tokens[place][1] else None


def _start(token: Range) -> int:
    return token[0]
