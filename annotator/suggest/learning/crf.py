"""Linear-chain conditional random fields: trained by CRFsuite, kept and decoded as plain numbers.

CRFsuite reads its own model files without checking them; a project may come from anywhere, so none is kept in one.
"""

import tempfile
import time
from collections.abc import Callable, Collection, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from annotator.errors import InputError

if TYPE_CHECKING:
    from numpy import ndarray

    Scores = ndarray[Any, Any]

Items = Sequence[Sequence[str]]
"""The description of each word of a sequence."""
TaggedSequence = tuple[Items, Sequence[str]]

MAX_ITERATIONS = 60
RIDGE = 3.0
"""Weight of the L2 penalty: marks of one project are few."""
RARE = 2.0
"""Times that a description is seen at least: what was seen once says little of another article."""
MAX_WEIGHT = 1e4
_NEVER = -1e9


class Weights(msgspec.Struct, frozen=True):
    """The weights that were learned. `values` are little-endian float32, a row of one number a tag for each name."""

    tags: tuple[str, ...]
    transitions: tuple[tuple[float, ...], ...]
    names: tuple[str, ...]
    values: bytes


class TaggedWords(msgspec.Struct, frozen=True):
    """An answer: the tags, the chance of each word's tag to be another than the first, and the score of the path."""

    tags: list[str]
    chances: list[float]
    score: float


def train(examples: Iterable[TaggedSequence], tick: Callable[[], object]) -> Weights:
    """Learn the weights; the same examples give the same ones. `tick` is called often and may raise Cancelled.

    CRFsuite holds the interpreter while it counts; between its turns other threads go on.
    """
    import pycrfsuite

    trainer = pycrfsuite.Trainer(verbose=False)
    for items, tags in examples:
        trainer.append(items, tags)
        tick()

    def told(_message: Any) -> None:
        time.sleep(0)
        tick()

    trainer.message = told
    trainer.set_params({"c1": 0.0, "c2": RIDGE, "max_iterations": MAX_ITERATIONS, "feature.minfreq": RARE})
    with tempfile.TemporaryDirectory(prefix="musnad-") as folder:
        path = Path(folder, "model")
        trainer.train(str(path))
        tagger = pycrfsuite.Tagger()
        with tagger.open(str(path)):
            found = tagger.info()
    return _weights(found)


def _weights(found: Any) -> Weights:
    import numpy as np

    tags = tuple(sorted(found.labels))
    place = {tag: number for number, tag in enumerate(tags)}
    names = sorted({name for name, _ in found.state_features})
    row = {name: number for number, name in enumerate(names)}
    values = np.zeros((len(names), len(tags)), dtype="<f4")
    for (name, tag), weight in found.state_features.items():
        values[row[name], place[tag]] = weight
    transitions = tuple(tuple(found.transitions.get((one, other), 0.0) for other in tags) for one in tags)
    return Weights(tags, transitions, tuple(names), values.tobytes())


class CrfTagger:
    """Reads sequences with weights. Raises InputError where they do not hold together."""

    def __init__(self, weights: Weights) -> None:
        import numpy as np

        count = len(weights.tags)
        square = len(weights.transitions) == count and all(len(row) == count for row in weights.transitions)
        if not count or not square or len(weights.values) != 4 * count * len(weights.names):
            raise InputError("What was learned in this project is damaged. Learn anew.")
        self.tags = weights.tags
        self._np = np
        self._rows = {name: number for number, name in enumerate(weights.names)}
        values = np.frombuffer(weights.values, dtype="<f4").reshape(-1, count).astype(float)
        self._values = np.clip(np.nan_to_num(values), -MAX_WEIGHT, MAX_WEIGHT)
        self._steps = np.clip(np.nan_to_num(np.array(weights.transitions, dtype=float)), -MAX_WEIGHT, MAX_WEIGHT)

    def emissions(self, items: Items) -> "Scores":
        """Return the weight of each tag for each word, [words, tags]."""
        known = [[self._rows[name] for name in item if name in self._rows] for item in items]
        return self._np.array([self._values[rows].sum(axis=0) for rows in known])

    def only(self, emissions: "Scores", allowed: Sequence[Collection[str]]) -> "Scores":
        """Return emissions under which each word gets one of its allowed tags."""
        shut = self._np.array([[tag not in some for tag in self.tags] for some in allowed])
        found: Scores = self._np.where(shut, _NEVER, emissions)
        return found

    def best(self, emissions: "Scores") -> tuple[list[str], float]:
        """Return the likeliest tags, and their score (Viterbi)."""
        np = self._np
        score, came = emissions[0], []
        for row in emissions[1:]:
            through = score[:, None] + self._steps
            came.append(through.argmax(axis=0))
            score = through.max(axis=0) + row
        place = int(score.argmax())
        path = [place]
        for back in reversed(came):
            place = int(back[place])
            path.append(place)
        return [self.tags[one] for one in reversed(path)], float(np.max(score))

    def chances(self, emissions: "Scores") -> "Scores":
        """Return the chance of each tag for each word, [words, tags] (forward-backward)."""
        np = self._np
        length = len(emissions)
        ahead, back = np.zeros_like(emissions), np.zeros_like(emissions)
        ahead[0] = emissions[0]
        for place in range(1, length):
            ahead[place] = emissions[place] + _log_sum(np, ahead[place - 1][:, None] + self._steps, 0)
        for place in range(length - 2, -1, -1):
            back[place] = _log_sum(np, self._steps + (emissions[place + 1] + back[place + 1])[None, :], 1)
        found = ahead + back
        shares: Scores = np.exp(found - _log_sum(np, found, 1)[:, None])
        return shares

    def total(self, emissions: "Scores") -> float:
        """Return the logarithm of the sum over all tags that the words may have, in the units of `best`."""
        np = self._np
        ahead = emissions[0]
        for row in emissions[1:]:
            ahead = row + _log_sum(np, ahead[:, None] + self._steps, 0)
        return float(_log_sum(np, ahead, 0))


def _log_sum(np: Any, values: Any, axis: int) -> Any:
    most = values.max(axis=axis)
    return most + np.log(np.exp(values - np.expand_dims(most, axis)).sum(axis=axis))
