"""Texts of other programs, as the project keeps them, with the way from their positions to ours."""

from bisect import bisect_left, bisect_right
from itertools import accumulate

from annotator.text.cleaning import BOM, clean
from annotator.text.units import OffsetUnit, unit_lengths


class ForeignText:
    """A text cleaned as intake cleans it. `unit` None: positions in it count code points.

    Raises InputError as `clean` does.
    """

    def __init__(self, raw: str, unit: OffsetUnit | None = None) -> None:
        self.text, self.intake = clean(raw)
        # Most texts count alike in both.
        alike = unit is None or (unit == "utf16" and max(raw, default="") <= "\uffff")
        self._units: list[int] | None = None if alike or unit is None else [0, *accumulate(unit_lengths(raw, unit))]
        self._last = len(raw)
        self._boms = len(raw) - len(raw.lstrip(BOM))
        self._pairs = [place for place in _starts(raw, "\r\n") if place >= self._boms]

    def point(self, offset: int) -> int | None:
        """Return the code point of the cleaned text that an offset means; None outside the text.

        One that lies inside a character or a line end means its beginning.
        """
        place = offset if self._units is None else bisect_right(self._units, offset) - 1
        if not 0 <= place <= self._last or (self._units is not None and offset > self._units[-1]):
            return None
        return max(0, place - self._boms) - bisect_left(self._pairs, place)

    def stretch(self, start: int, stop: int) -> tuple[int, int] | None:
        """Return the stretch of the cleaned text between two offsets; None if there is none.

        One that ends behind the text is cut off at its end.
        """
        first = self.point(start)
        last = self.point(stop) if stop >= start else None
        if first is not None and last is None and stop > start:
            last = len(self.text)
        return (first, last) if first is not None and last is not None and first < last else None


def _starts(text: str, found: str) -> list[int]:
    places, at = [], text.find(found)
    while at >= 0:
        places.append(at)
        at = text.find(found, at + len(found))
    return places
