"""Offsets that other programs count in another unit than code points, and back. One explicit map a text.

UTF-16 units (JavaScript, Java, Qt), bytes of UTF-8 (Go, Rust, C), grapheme clusters (Swift, some editors), and
characters of a file whose lines end in CRLF, where each of our line feeds was two.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Literal

from annotator.errors import InputError
from annotator.text.graphemes import boundaries

OffsetUnit = Literal["utf16", "utf8", "graphemes", "crlf"]

NAMES: dict[OffsetUnit, str] = {
    "utf16": "UTF-16 units",
    "utf8": "bytes of UTF-8",
    "graphemes": "grapheme clusters",
    "crlf": "characters of a file with CRLF line ends",
}
"""The name of each unit in a message."""


class Offsets:
    """Offsets into one text in code points and in another unit."""

    def __init__(self, text: str, unit: OffsetUnit) -> None:
        self._unit = unit
        self._points: Sequence[int] = range(len(text) + 1)
        self._units: Sequence[int] = self._points
        if unit == "graphemes":
            self._points = boundaries(text)
            self._units = range(len(self._points))
        else:
            self._units = [0, *accumulate(unit_lengths(text, unit))]

    def to_points(self, offset: int) -> int:
        """The offset in code points; InputError if it lies inside a character or outside the text."""
        return self._mapped(offset, self._units, self._points)

    def from_points(self, offset: int) -> int:
        """An offset in code points, counted in the other unit; InputError as above."""
        return self._mapped(offset, self._points, self._units)

    def _mapped(self, offset: int, source: Sequence[int], target: Sequence[int]) -> int:
        place = bisect_left(source, offset)
        if place == len(source) or source[place] != offset:
            raise InputError(
                "The offset {offset} lies inside a character or outside the text, counted in {unit}.",
                offset=offset,
                unit=NAMES[self._unit],
            )
        return target[place]


def unit_lengths(text: str, unit: OffsetUnit) -> Iterator[int]:
    """Yield how many units each code point takes; not of grapheme clusters, which take several."""
    return (_length(char, unit) for char in text)


def _length(char: str, unit: OffsetUnit) -> int:
    if unit == "utf16":
        return 2 if char > "\uffff" else 1
    if unit == "crlf":
        return 2 if char == "\n" else 1
    return len(char.encode("utf-8", "surrogatepass"))


def unit_of(text: str, start: int, end: int, quote: str) -> OffsetUnit | None:
    """The unit in which `[start, end)` reads as this quote, if there is one: a hint at how somebody counted."""
    for unit in NAMES:
        offsets = Offsets(text, unit)
        try:
            found = text[offsets.to_points(start) : offsets.to_points(end)]
        except InputError:
            continue
        if found == quote:
            return unit
    return None
