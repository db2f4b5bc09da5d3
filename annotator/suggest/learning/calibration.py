"""Confidence that means what it says: of proposals told at 70 %, seven in ten are right.

The taggers' own chances are products over many words, and far too low. What else is known of a proposal tells more, so
a logistic regression is laid through what was right in held-out articles (Platt scaling, with evidence beside).
"""

from collections.abc import Sequence
from math import exp
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from annotator.suggest.learning.answering import Evidence

if TYPE_CHECKING:
    from numpy import ndarray

MIN_TOLD = 10
"""Held-out proposals with fewer of which nothing is fitted; the taggers' chances stay as they are."""
STEPS = 50
"""Newton steps at most; it takes about six."""
EDGE = 1e-6
"""Newton stops where no weight moves by more."""
RIDGE = 1.0
"""Penalty on the squares of the weights, so that a few proposals do not make them sure of themselves."""
BINS = 5
"""Groups of equally many proposals in which the confidence told is held against what was right."""


class ToldProposal(NamedTuple):
    """A held-out proposal: its fold, the taggers' chance or a confidence, its evidence, and whether it is all right."""

    fold: int
    chance: float
    evidence: Evidence
    right: bool


class Calibration(msgspec.Struct, frozen=True):
    """Confidence = logistic(weights · evidence + intercept), fitted on `n` held-out proposals.

    Without weights it is the taggers' chance.
    """

    weights: Evidence = ()
    intercept: float = 0.0
    n: int = 0

    def confidence(self, chance: float, evidence: Evidence) -> float:
        """Return the confidence, 0 to 1, of a proposal with this chance of the taggers and this evidence."""
        if not self.weights or len(evidence) != len(self.weights):
            return chance
        score = self.intercept + sum(weight * one for weight, one in zip(self.weights, evidence, strict=True))
        return 1.0 / (1.0 + exp(-score))


def calibration(told: Sequence[ToldProposal]) -> Calibration:
    """Return what is fitted on held-out proposals; where they are few, nothing is."""
    known = [one for one in told if one.evidence]
    if len(known) < MIN_TOLD:
        return Calibration(n=len(known))
    import numpy as np

    # Platt's targets: as if one more had been right and one more wrong, so that none is told to be certain.
    right = sum(one.right for one in known)
    target = {True: (right + 1) / (right + 2), False: 1 / (len(known) - right + 2)}
    given = np.array([[*one.evidence, 1.0] for one in known])
    *weights, intercept = _fitted(given, np.array([target[one.right] for one in known]))
    return Calibration(tuple(map(float, weights)), float(intercept), len(known))


def _fitted(given: "ndarray[Any, Any]", target: "ndarray[Any, Any]") -> "ndarray[Any, Any]":
    """Return the weights of a logistic regression, the intercept last, by Newton's method."""
    import numpy as np

    penalty = RIDGE * np.eye(given.shape[1])
    penalty[-1, -1] = EDGE
    weights = np.zeros(given.shape[1])
    for _ in range(STEPS):
        chance = 1.0 / (1.0 + np.exp(-(given @ weights)))
        slope = given.T @ (chance - target) + penalty @ weights
        step = np.linalg.solve((given.T * (chance * (1 - chance))) @ given + penalty, slope)
        weights = weights - step
        if abs(step).max() <= EDGE:
            break
    return weights


def cross_calibrated(told: Sequence[ToldProposal]) -> list[ToldProposal]:
    """Return the same with confidences for chances, each fitted on the other folds."""
    found: list[ToldProposal] = []
    for fold in sorted({one.fold for one in told}):
        fitted = calibration([one for one in told if one.fold != fold])
        mine = (one for one in told if one.fold == fold)
        found += [one._replace(chance=fitted.confidence(one.chance, one.evidence)) for one in mine]
    return found


def calibration_error(told: Sequence[ToldProposal]) -> float | None:
    """Return how far the confidence is from the share that was right, on average, 0 to 1; None where nothing was told.

    Proposals are grouped by confidence into `BINS` groups of equally many (the expected calibration error).
    """
    if not told:
        return None
    ordered = sorted(told, key=lambda one: one.chance)
    count = min(BINS, len(ordered))
    groups = [ordered[len(ordered) * n // count : len(ordered) * (n + 1) // count] for n in range(count)]
    apart = (abs(sum(one.chance for one in group) - sum(one.right for one in group)) for group in groups)
    return sum(apart) / len(ordered)
