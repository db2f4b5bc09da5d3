"""Places for the nodes of a network: two columns, or a plane on which those that are linked lie near each other.

The same network always gets the same places.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from annotator.domain.networks import NetworkEdge

if TYPE_CHECKING:
    import numpy as np

SWEEPS = 8
"""Times that each column is ordered by the other."""
STEPS = 250
"""Moves of all nodes on a plane."""

LayoutLinks = Mapping[str, Mapping[str, float]]


def strongest(edges: Iterable[NetworkEdge], most: int, *, columns: bool) -> set[str]:
    """Return the ends of the most claims: `most` of them, or so many of each column."""
    counts: tuple[dict[str, int], dict[str, int]] = defaultdict(int), defaultdict(int)
    for edge in edges:
        counts[0][edge.start] += len(edge.places)
        counts[1 if columns else 0][edge.end] += len(edge.places)
    kept: set[str] = set()
    for side in counts:
        ranked = sorted((-count, id) for id, count in side.items())
        kept.update(id for _, id in ranked[:most])
    return kept


def columns(edges: Sequence[NetworkEdge]) -> tuple[list[str], list[str]]:
    """Return the starts and the ends of edges, each in an order in which few edges cross."""
    forward: defaultdict[str, dict[str, float]] = defaultdict(dict)
    backward: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for edge in edges:
        forward[edge.start][edge.end] = backward[edge.end][edge.start] = float(max(len(edge.places), 1))
    first = sorted(forward, key=lambda id: (-sum(forward[id].values()), id))
    second = sorted(backward)
    for _ in range(SWEEPS):
        second = _ordered(second, backward, first)
        first = _ordered(first, forward, second)
    return first, second


def _ordered(column: Iterable[str], links: LayoutLinks, other: Sequence[str]) -> list[str]:
    """The nodes of a column by where those that they are linked with stand on average."""
    at = {id: place for place, id in enumerate(other)}

    def middle(id: str) -> float:
        whole = sum(links[id].values())
        return sum(at[end] * weight for end, weight in links[id].items()) / whole

    return sorted(column, key=lambda id: (middle(id), id))


def plane(edges: Sequence[NetworkEdge]) -> dict[str, tuple[float, float]]:
    """Return a place for each end of an edge, from 0 to 1 both ways (Fruchterman and Reingold).

    Those who agree draw each other near; those who disagree more than they agree do not.
    """
    import numpy as np

    ids = sorted({end for edge in edges for end in (edge.start, edge.end)})
    if len(ids) < 2:
        return dict.fromkeys(ids, (0.5, 0.5))
    pulls = _pulls(edges, ids)
    angles = 2 * np.pi * np.arange(len(ids)) / len(ids)
    at = 0.5 + 0.4 * np.stack([np.cos(angles), np.sin(angles)], axis=1)
    near = 0.6 / np.sqrt(len(ids))
    for step in range(STEPS):
        move = _forces(at, pulls, near)
        length = np.maximum(np.linalg.norm(move, axis=1, keepdims=True), 1e-9)
        at = at + move / length * np.minimum(length, 0.1 * (1 - step / STEPS))
    low, high = at.min(axis=0), at.max(axis=0)
    at = (at - low) / np.where(high - low < 1e-9, 1.0, high - low)
    return {id: (round(float(x), 4), round(float(y), 4)) for id, (x, y) in zip(ids, at, strict=True)}


def _pulls(edges: Iterable[NetworkEdge], ids: Sequence[str]) -> "np.ndarray":
    import numpy as np

    place = {id: at for at, id in enumerate(ids)}
    pulls = np.zeros((len(ids), len(ids)))
    most = max((abs(edge.weight) for edge in edges), default=1.0) or 1.0
    for edge in edges:
        pull = 0.3 + 0.7 * edge.weight / most if edge.weight > 0 else 0.05
        pulls[place[edge.start], place[edge.end]] = pulls[place[edge.end], place[edge.start]] = pull
    return pulls


def _forces(at: "np.ndarray", pulls: "np.ndarray", near: float) -> "np.ndarray":
    import numpy as np

    apart = at[:, None, :] - at[None, :, :]
    length = np.maximum(np.linalg.norm(apart, axis=2), 1e-4)
    push = near**2 / length**2
    np.fill_diagonal(push, 0.0)
    pull = pulls * length / near
    # A weak pull to the middle keeps those apart from all others in sight.
    moves: np.ndarray = (apart * (push - pull)[:, :, None]).sum(axis=1) + 0.08 * (0.5 - at)
    return moves
