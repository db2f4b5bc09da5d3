"""The division of paragraphs that are too long to be laid out whole.

A line costs what stands on it, and a paragraph what its lines cost. Saved pages bring half a million letters without a
line feed (a picture in base64, a table without its markup), and then nobody wants to wait for what is out of sight.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from annotator.text import graphemes

LONGEST_CODE_POINTS = 8_000
"""Code points of the longest piece: some screens of text."""
LONGEST_RUN = 500
"""Code points of the longest run of what takes no room in a line: all of it would stand on one line."""

_NO_ROOM = re.compile(
    r"[\s\u00ad\u0300-\u036f\u0591-\u05c7\u0610-\u061c\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed"
    rf"\u08d3-\u08ff\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]{{{LONGEST_RUN}}}"
)
_SENTENCE_END = re.compile(r"[.!?\u061f\u06d4\u2026][\"\u00bb\u201d)\]]*[^\S\u00a0]+")
_SPACE = re.compile(r"[^\S\u00a0\u202f]+")
_AROUND = 64
"""Code points before and behind a place that are looked at for where letters may be parted."""


def pieces(paragraph: str, longest: int = LONGEST_CODE_POINTS) -> Iterator[tuple[int, int]]:
    """Return the pieces of a paragraph as half-open ranges of code points: all of it, in order.

    A piece ends at the end of a sentence where there is one, else at a space, else between two graphemes; inside a
    run of what takes no room, anywhere.
    """
    cuts = [0]
    for run in (*_NO_ROOM.finditer(paragraph), None):
        end = len(paragraph) if run is None else run.end()
        while end - cuts[-1] > longest:
            cuts.append(_cut(paragraph, cuts[-1], longest))
        cuts.append(end)
    return pairwise(dict.fromkeys(cuts))


def _cut(paragraph: str, start: int, longest: int) -> int:
    """The best place to end the piece that begins at `start`, in the last quarter of its length."""
    last = start + longest
    first = last - longest // 4
    for place in (_SENTENCE_END, _SPACE):
        found = [match.end() for match in place.finditer(paragraph, first, last)]
        if found:
            return found[-1]
    around = paragraph[last - _AROUND : last + _AROUND]
    # What was cut off before `around` may go on into it: only a boundary further on is sure to be one.
    whole = [boundary for boundary in graphemes.boundaries(around) if _AROUND // 2 < boundary <= _AROUND]
    return last - _AROUND + (whole[-1] if whole else _AROUND)
