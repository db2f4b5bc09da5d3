"""The words around a place, as a concordance shows them. Offsets are code points."""

import re

from annotator.text import graphemes

NEAR_CODE_POINTS = 200
"""Code points on each side of a cut in which a grapheme cluster is looked for: none that is read is longer."""


def around(text: str, start: int, end: int, room: int) -> tuple[str, str]:
    """Up to `room` code points before `start` and after `end`, from the same paragraph.

    Cut between words where there is one, and never inside a grapheme cluster; what is cut ends in an ellipsis.
    """
    return _before(text, start, room), _after(text, end, room)


def _before(text: str, start: int, room: int) -> str:
    first = text.rfind("\n", 0, start) + 1
    cut = start - room
    if cut <= first:
        return text[first:start]
    space = text.find(" ", cut, start)
    cut = space + 1 if space >= 0 else cut
    # Also behind a space: it may bear a mark of its own.
    cut = _cluster_around(text, cut)[1]
    return "…" + text[min(cut, start) : start]


def _after(text: str, end: int, room: int) -> str:
    last = text.find("\n", end)
    last = len(text) if last < 0 else last
    cut = end + room
    if cut >= last:
        return text[end:last]
    space = text.rfind(" ", end, cut + 1)
    cut = space if space > end else cut
    cut = _cluster_around(text, cut)[0]
    return text[end : max(cut, end)] + "…"


_SURE_BOUNDARY = re.compile("[ \u0620-\u064aa-zA-Z\u05d0-\u05ea]")
"""Characters of which each begins a grapheme cluster, whatever stands before it, and joins nothing that comes."""


def _cluster_around(text: str, offset: int) -> tuple[int, int]:
    """The cluster that holds an offset, looked for near it: a text may go on for ever without a sure boundary."""
    if _SURE_BOUNDARY.match(text, offset) and _SURE_BOUNDARY.match(text, offset - 1):
        return offset, offset
    first = max(offset - NEAR_CODE_POINTS, 0)
    start, end = graphemes.snap(text[first : offset + NEAR_CODE_POINTS], offset - first, offset - first)
    return first + start, first + end
