"""Chance-corrected coefficients over tables of values; None where a coefficient is undefined.

Every function takes counts, so that units need not be held in memory. A square table has a row and a column for each
value; what it counts are units of text. Where chance alone would agree everywhere (one value only), a coefficient has
no meaning: it is None, and neither 0 nor 1.
"""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

Table = NDArray[np.float64]
"""Counts of pairs of values: `table[i, j]` units were given value i by the first reader and j by the second."""


def cohen_kappa(table: Table) -> float | None:
    """Return Cohen's κ (1960) of two readers from their confusion table of shape (values, values)."""
    total = table.sum()
    if total == 0:
        return None
    expected = float((table.sum(axis=0) * table.sum(axis=1)).sum()) / total**2
    return _corrected(float(np.trace(table)) / total, expected)


def fleiss_kappa(tables: Iterable[Table]) -> float | None:
    """Return Fleiss' κ (1971) of m readers who read the same units, from the tables of all m(m−1)/2 pairs."""
    joint = sum_of(tables)
    total = joint.sum()
    if total == 0:
        return None
    shares = (joint.sum(axis=0) + joint.sum(axis=1)) / (2 * total)
    return _corrected(float(np.trace(joint)) / total, float((shares**2).sum()))


def krippendorff_alpha(coincidences: Table) -> float | None:
    """Return Krippendorff's nominal α (2011) from a coincidence matrix: `coincidences_of` makes one."""
    shares = coincidences.sum(axis=0)
    total = shares.sum()
    if total <= 1:
        return None
    expected = (total**2 - float((shares**2).sum())) / (total * (total - 1))
    if expected <= 0:
        return None
    observed = (total - float(np.trace(coincidences))) / total
    return float(1 - observed / expected)


def coincidences_of(tables: Iterable[Table], readers: int) -> Table:
    """Return the coincidences of units that `readers` people read, from the tables of all pairs of them."""
    joint = sum_of(tables)
    matrix: Table = (joint + joint.T) / (readers - 1)
    return matrix


def sum_of(tables: Iterable[Table]) -> Table:
    """Return the sum of tables of one shape; an empty table where there is none."""
    found = list(tables)
    return np.sum(found, axis=0) if found else np.zeros((1, 1))


def _corrected(observed: float, expected: float) -> float | None:
    return None if expected >= 1 else float((observed - expected) / (1 - expected))
