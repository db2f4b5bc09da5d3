"""Krippendorff's α for unitizing (αU): do readers cut the same stretches out of a continuum?

After Krippendorff, On the Reliability of Unitizing Continuous Data (1995), with the sign of the expected disagreement
as in Content Analysis (2004). Unlike the coefficients over tokens it weighs how far boundaries lie apart.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from annotator.domain.span import Range

Ints = NDArray[np.int64]


class Continuum:
    """The units of one label that each of several readers found in one text of `length` units of length.

    Units of a reader that overlap are one unit; those that touch stay two.
    """

    def __init__(self, length: int, units: Sequence[Iterable[Range]]) -> None:
        self.length = length
        self.readers = [_sections(length, _apart(found)) for found in units]


class Disagreement(NamedTuple):
    """The disagreement on one label that was observed, and that of chance; of several labels their sums."""

    observed: float = 0.0
    expected: float = 0.0

    @property
    def alpha(self) -> float | None:
        """Return αU; None if nobody marked anything."""
        return None if self.expected == 0 else 1 - self.observed / self.expected


def unitizing_alpha(continua: Iterable[Continuum]) -> float | None:
    """Return αU of one label over texts that the same number of readers read; None if nobody marked anything."""
    return disagreement(continua).alpha


def unitizing_alpha_of_all(labels: Iterable[Iterable[Continuum]]) -> float | None:
    """Return αU over all labels, each with its continua: their disagreements are added up."""
    every = [disagreement(continua) for continua in labels]
    return Disagreement(sum(one.observed for one in every), sum(one.expected for one in every)).alpha


def disagreement(continua: Iterable[Continuum]) -> Disagreement:
    """Return the disagreement on one label over texts that the same number of readers read."""
    texts = list(continua)
    length = sum(text.length for text in texts)
    if not texts or length == 0:
        return Disagreement()
    people = len(texts[0].readers)
    observed = sum(_observed(text) for text in texts) * 2 / (people * (people - 1) * length**2)
    return Disagreement(observed, _expected(texts, people, length))


def _apart(units: Iterable[Range]) -> list[Range]:
    """Return units in order, those that overlap made one."""
    joined: list[Range] = []
    for start, end in sorted(unit for unit in units if unit[0] < unit[1]):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _sections(length: int, units: Sequence[Range]) -> tuple[Ints, Ints]:
    """Return begins (with the end of the text behind them) and 1 for a unit, 0 for a gap: the whole text, cut."""
    begins, kinds, place = [], [], 0
    for start, end in units:
        if start > place:
            begins.append(place)
            kinds.append(0)
        begins.append(start)
        kinds.append(1)
        place = end
    if place < length:
        begins.append(place)
        kinds.append(0)
    return np.array([*begins, length], dtype=np.int64), np.array(kinds, dtype=np.int64)


def _observed(text: Continuum) -> float:
    """Return the sum of squared differences over all pairs of readers and of sections that meet."""
    pairs = [(one, other) for place, one in enumerate(text.readers) for other in text.readers[place + 1 :]]
    return sum(_difference(*one, *other) for one, other in pairs)


def _difference(begins: Ints, kinds: Ints, others: Ints, other_kinds: Ints) -> float:
    """Return what two readers' cuts of one text differ by.

    Two units that meet differ by the squares of the distances of their ends; a unit inside the other's gap by the
    square of its length.
    """
    if kinds.size == 0 or other_kinds.size == 0:
        return 0.0
    # Every pair of sections that meets shares a stretch; the stretches lie between neighbouring cuts of either.
    cuts = np.unique(np.concatenate([begins, others]))[:-1]
    here = np.searchsorted(begins, cuts, side="right") - 1
    there = np.searchsorted(others, cuts, side="right") - 1
    start, end, is_unit = begins[here], begins[here + 1], kinds[here]
    other_start, other_end, is_other = others[there], others[there + 1], other_kinds[there]
    both = (is_unit & is_other) * ((start - other_start) ** 2 + (end - other_end) ** 2)
    inside = (is_unit & ~is_other & 1) * ((start >= other_start) & (end <= other_end)) * (end - start) ** 2
    outside = (is_other & ~is_unit & 1) * ((other_start >= start) & (other_end <= end)) * (other_end - other_start) ** 2
    return float((both + inside + outside).sum())


def _expected(texts: Sequence[Continuum], people: int, length: int) -> float:
    """Return the disagreement of all ways in which these units and gaps could be laid over the texts."""
    cuts = [one for text in texts for one in text.readers]
    lengths = np.concatenate([np.diff(begins) for begins, _ in cuts]).astype(np.float64)
    is_unit = np.concatenate([kinds for _, kinds in cuts]).astype(bool)
    units, gaps = lengths[is_unit], np.sort(lengths[~is_unit])
    whole = float(people * length)
    room = whole * (whole - 1) - float((units * (units - 1)).sum())
    if units.size == 0 or room <= 0:
        return 0.0
    with_units = (units.size - 1) / 3 * (2 * units**3 - 3 * units**2 + units)
    # The gaps that a unit fits into, and the sum of the places that it has in them.
    first = np.searchsorted(gaps, units, side="left")
    behind = np.concatenate([np.cumsum(gaps[::-1])[::-1], [0.0]])
    with_gaps = units**2 * (behind[first] - (gaps.size - first) * (units - 1))
    return float(2 / length * (with_units + with_gaps).sum() / room)
