"""Offsets of other programs as those of a project's text."""

from collections.abc import Iterable, Sequence
from itertools import accumulate

from annotator.domain.span import Part, Parts
from annotator.text.cleaning import BOM

ASTRAL = "\U00010000"
"""The first character that UTF-16 writes as two units."""


def cleaned_offsets(raw: str, text: str) -> Sequence[int]:
    """Return for each offset of a raw text that in the clean one, without byte order marks and second line ends."""
    if raw == text:
        return range(len(text) + 1)
    found, place = [], 0
    leading = len(raw) - len(raw.lstrip(BOM))
    for at, char in enumerate(raw):
        found.append(place)
        gone = at < leading or (char == "\n" and at > 0 and raw[at - 1] == "\r")
        place += not gone
    return [*found, place]


def units_before(text: str) -> Sequence[int]:
    """Return for each offset of a text in code points that in UTF-16 units."""
    if not has_astral(text):
        return range(len(text) + 1)
    return [0, *accumulate(2 if char >= ASTRAL else 1 for char in text)]


def points_of_units(text: str) -> Sequence[int | None]:
    """Return for each offset of a text in UTF-16 units that in code points; None inside a character."""
    if not has_astral(text):
        return range(len(text) + 1)
    found: list[int | None] = []
    for place, char in enumerate(text):
        found.append(place)
        if char >= ASTRAL:
            found.append(None)
    return [*found, len(text)]


def has_astral(text: str) -> bool:
    """Return whether UTF-16 and code points count a text differently."""
    return bool(text) and max(text) >= ASTRAL


def merged_parts(parts: Iterable[Part]) -> Parts:
    """Return parts as a span has them: sorted, none empty, those that meet or overlap as one."""
    merged: list[Part] = []
    for start, end in sorted(part for part in parts if part[0] < part[1]):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)
