"""Extended grapheme clusters (UAX #29): what a reader takes for one character. Offsets are code points.

Looking around an offset never reads the whole text: it starts at the nearest place that is a boundary
whatever stands further left.
"""

import re
from collections.abc import Sequence

from annotator.text.patterns import LazyPattern

CLUSTER = LazyPattern(r"\X")

# A cluster always begins at one of these, unless a prepended sign (U+0600 …) stands before it: they take part
# in no rule that joins. Scripts are listed because letters of Indic scripts do join, through a virama.
_PLAIN = (
    r"[[\p{GCB=Other}\n]&&[\p{sc=Arab}\p{sc=Hebr}\p{sc=Syrc}\p{sc=Latn}\p{sc=Cyrl}\p{sc=Grek}\p{sc=Zyyy}]"
    r"--\p{Extended_Pictographic}]"
)
_ANCHOR = LazyPattern(rf"(?V1)(?r)(?<![\r\p{{GCB=Prepend}}]){_PLAIN}")


# Nearly every paragraph of Arabic news is made of these: characters that begin a cluster whatever is around them,
# and harakat, which join what stands before. The standard library finds that out without loading `regex`.
_HARAKAT = "\u064b-\u065f\u0670"
_EVERYDAY = re.compile(
    "[\n -~\u00a0-\u00ac\u00ae-\u00ff\u060c\u061b\u061f\u0621-\u064a\u0660-\u066f\u0671-\u06d3\u06f0-\u06f9"
    f"\u2010-\u2027\u202f-\u205e{_HARAKAT}]*+"
)
_BEGINS = re.compile(f"[^{_HARAKAT}]|(?<![^\n])[{_HARAKAT}]")


def boundaries(text: str) -> Sequence[int]:
    """Every offset at which a cluster begins, and the end of the text; `[0]` for an empty text."""
    if _EVERYDAY.fullmatch(text):
        starts = [match.start() for match in _BEGINS.finditer(text)]
        return range(len(text) + 1) if len(starts) == len(text) else [*starts, len(text)]
    return [0, *(cluster.end() for cluster in CLUSTER.finditer(text))]


def snap(text: str, start: int, end: int) -> tuple[int, int]:
    """The range widened so that it splits no cluster. Offsets outside the text count as its ends."""
    start, end = sorted((_inside(text, start), _inside(text, end)))
    return _around(text, start)[0], _around(text, end)[1]


def previous(text: str, offset: int) -> int:
    """Return the start of the cluster before `offset` (the one that holds it, if it lies inside); 0 at the start."""
    offset = _inside(text, offset)
    return _around(text, offset - 1)[0] if offset else 0


def next_(text: str, offset: int) -> int:
    """Return the end of the cluster at `offset`; the end of the text stays where it is."""
    offset = _inside(text, offset)
    return _around(text, offset + 1)[1] if offset < len(text) else offset


def clip(text: str, most: int) -> str:
    """The text in at most `most` clusters, the last of them an ellipsis if something was cut."""
    ends = [0]
    for cluster in CLUSTER.finditer(text):
        if len(ends) > most:
            return text[: ends[-2]].rstrip() + "…"
        ends.append(cluster.end())
    return text


def _inside(text: str, offset: int) -> int:
    return min(max(offset, 0), len(text))


def _around(text: str, offset: int) -> tuple[int, int]:
    """The boundaries next to `offset` on both sides; both are `offset` where it is a boundary itself."""
    if offset >= len(text):
        return offset, offset
    anchor = _ANCHOR.search(text, 0, offset + 1)
    start = anchor.start() if anchor else 0
    while start < offset:
        cluster = CLUSTER.match(text, start)
        # Every character belongs to a cluster, so there is always one here.
        end = cluster.end() if cluster else offset
        if end > offset:
            return start, end
        start = end
    return offset, offset
