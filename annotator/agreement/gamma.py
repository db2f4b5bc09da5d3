"""γ (Mathet et al., 2015), which weighs place and label together: by `pygamma-agreement`, where it is installed.

The library is MIT, but computes with cvxopt, which is under the GPL: Musnad neither brings it nor depends on it.
"""

from collections.abc import Iterable, Mapping
from importlib import import_module
from typing import Any

import msgspec

from annotator.errors import InputError

SEED = 1
"""Chance draws what readers could have made: the same each time."""
EMPTY_COST = 1.0
"""Dissimilarity of a unit that stands alone; those of places and of labels are weighed by 1 each."""

GammaUnit = tuple[int, int, str]
"""A stretch and its label: begin, end, label."""


class GammaFigure(msgspec.Struct, frozen=True, kw_only=True):
    """γ as the mean over `documents` in which two readers or more marked something, weighted by their `n` units."""

    gamma: float | None
    documents: int
    n: int


def gamma(documents: Iterable[Mapping[str, Iterable[GammaUnit]]]) -> GammaFigure:
    """Return γ of documents, each given as units by reader.

    Raises InputError where the library is not installed. A document that fewer than two readers marked has no γ.
    """
    library, segment = _library()
    total, units, count = 0.0, 0, 0
    for readings in documents:
        held = {who: list(found) for who, found in readings.items()}
        size = sum(map(len, held.values()))
        if sum(bool(found) for found in held.values()) < 2:
            continue
        total += size * _of(library, segment, held)
        units += size
        count += 1
    return GammaFigure(gamma=total / units if units else None, documents=count, n=units)


def _library() -> tuple[Any, Any]:
    try:
        library, core = import_module("pygamma_agreement"), import_module("pyannote.core")
    except ImportError as error:
        raise InputError(
            "Gamma needs the library pygamma-agreement, which is not part of Musnad: install it with "
            '"pip install pygamma-agreement" (it brings cvxopt, which is under the GPL).'
        ) from error
    return library, core.Segment


def _of(library: Any, segment: Any, readings: Mapping[str, list[GammaUnit]]) -> float:
    import numpy as np

    continuum = library.Continuum()
    for who, units in readings.items():
        continuum.add_annotator(who)
        for start, end, label in units:
            continuum.add(who, segment(start, end), label)
    dissimilarity = library.CombinedCategoricalDissimilarity(alpha=1, beta=1, delta_empty=EMPTY_COST)
    state = np.random.get_state()
    np.random.seed(SEED)
    try:
        return float(continuum.compute_gamma(dissimilarity).gamma)
    finally:
        np.random.set_state(state)
