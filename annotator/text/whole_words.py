"""The test whether a stretch of text is whole words (tokens, to be exact). Offsets are code points."""

import re
from bisect import bisect_left
from collections.abc import Callable

from annotator.text import tokens

_LETTER, _MARK = r"[\u0621-\u063a\u0641-\u064a\u0671-\u06d3]", r"[\u064b-\u065f\u0670]"
# A letter with another one before it: most of what is looked at is inside a word, and told at once.
_INSIDE = re.compile(rf"(?:(?<={_LETTER})|(?<={_LETTER}{_MARK})|(?<={_LETTER}{_MARK}{_MARK})){_LETTER}")
# Tokens hold no white space, save the spaces that group digits.
_GAP = re.compile(r"[^\S\u00a0\u202f]")


class WholeWords:
    """The tokens of one text. Ask from its beginning towards its end: what lies behind is forgotten."""

    def __init__(self, text: str, counts: Callable[[str], bool]) -> None:
        """`counts` answers whether a piece of text is more than tatweel and the like."""
        self._text = text
        self._counts = counts
        self._left = self._right = 0
        self._tokens: list[tuple[int, int]] = []

    def around(self, start: int, end: int) -> tuple[int, int] | None:
        """The range, widened to the ends of its tokens by what does not count; None if it cuts one."""
        text = self._text
        if _INSIDE.match(text, start) or _INSIDE.match(text, end):
            return None
        if (start == 0 or _GAP.match(text, start - 1)) and (end == len(text) or _GAP.match(text, end)):
            return start, end
        touched = self._touched(start, end)
        if touched:
            first, last = min(start, touched[0][0]), max(end, touched[-1][1])
            if (first < start and self._counts(text[first:start])) or (end < last and self._counts(text[end:last])):
                return None
            start, end = first, last
        return start, end

    def _touched(self, start: int, end: int) -> list[tuple[int, int]]:
        """The tokens that share a character with the range."""
        if end > self._right:
            text = self._text
            # A gap further left would do as well, but would be looked for in what was read already.
            self._left = max(self._left, *(text.rfind(gap, self._left, start) for gap in " \n\t"))
            gap = _GAP.search(text, end)
            self._right = gap.start() if gap else len(text)
            self._tokens = tokens.tokens(text, self._left, self._right)
        found = self._tokens
        first = bisect_left(found, start + 1, key=_end)
        return found[first : bisect_left(found, end, lo=first, key=_start)]


def _start(token: tuple[int, int]) -> int:
    return token[0]


def _end(token: tuple[int, int]) -> int:
    return token[1]
