"""The one place that converts between code points (all of the program) and UTF-16 units (all of Qt).

Characters beyond U+FFFF (emoji, plane-1 letters) take two units. Only their places are kept, so a
conversion costs O(log of their number), and nothing in a text that has none.
"""

from bisect import bisect_left

BEYOND_BMP = "\U00010000"


class Utf16Map:
    """Both directions for one text; offsets are relative to its start."""

    __slots__ = ("_points", "_units", "length")

    def __init__(self, text: str) -> None:
        # max() runs in C and most paragraphs end here.
        astral = bool(text) and not text.isascii() and max(text) >= BEYOND_BMP
        self._points = [place for place, char in enumerate(text) if char >= BEYOND_BMP] if astral else []
        self._units = [point + before for before, point in enumerate(self._points)]
        self.length = len(text) + len(self._points)

    def to_units(self, offset: int) -> int:
        """The UTF-16 index of the code point at `offset`."""
        return offset + bisect_left(self._points, offset) if self._points else offset

    def to_points(self, unit: int) -> int:
        """The code point that holds the UTF-16 unit; the second half of a pair answers its own character."""
        return unit - bisect_left(self._units, unit) if self._units else unit
