"""Near-duplicates: one report carried by several outlets, with a word changed here and a line added there.

A text becomes a signature of 128 numbers (MinHash over runs of five words); the share of numbers in which two
signatures agree estimates the share of runs that the texts have in common.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from annotator.text.shingles import shingles

Signature = tuple[int, ...]

NUMBERS = 128
_SEED = 4
_BAND = 3
"""Numbers in a band: two texts are compared if they agree in one band. With 40 % of the runs in common 94 of 100 pairs
do, with half of them 99.6."""
LEAST_SHARE = 0.4
"""The share of runs of five words that near-duplicates have in common. One changed word changes five runs: of two texts
that differ in every twentieth word it is about 0.63, in every tenth 0.42."""


def signatures(texts: Iterable[str]) -> list[Signature]:
    """Return the signature of each text; () for a text without a word."""
    from rensa import RMinHash

    sets = [shingles(text) for text in texts]
    made = RMinHash.digests_from_token_sets(sets, NUMBERS, _SEED)
    return [tuple(one) if runs else () for one, runs in zip(made, sets, strict=True)]


def alike(one: Signature, other: Signature) -> float:
    """Return the share of runs, from 0 to 1, that two texts have in common, as their signatures tell."""
    return sum(map(int.__eq__, one, other)) / NUMBERS if one and other else 0.0


def groups(items: Mapping[str, Signature]) -> dict[str, str]:
    """Return, for each id that has near-duplicates, the first id of its group; `items` stand in order."""
    leaders = {id: id for id in items}

    def leader(id: str) -> str:
        while leaders[id] != id:
            leaders[id] = id = leaders[leaders[id]]
        return id

    places = {id: place for place, id in enumerate(items)}
    for one, other in _pairs(items):
        first, second = sorted((leader(one), leader(other)), key=places.__getitem__)
        leaders[second] = first
    found = {id: leader(id) for id in items}
    shared = {first for id, first in found.items() if id != first}
    return {id: first for id, first in found.items() if first in shared}


def _pairs(items: Mapping[str, Signature]) -> Iterator[tuple[str, str]]:
    """Pairs that are near-duplicates. Of many that agree in a band, each is compared with the first few only."""
    compared: set[tuple[str, str]] = set()
    for start in range(0, NUMBERS - _BAND + 1, _BAND):
        buckets: defaultdict[Sequence[int], list[str]] = defaultdict(list)
        for id, signature in items.items():
            if signature:
                buckets[signature[start : start + _BAND]].append(id)
        for bucket in buckets.values():
            for pair in _compared_in(bucket):
                if pair not in compared:
                    compared.add(pair)
                    if alike(items[pair[0]], items[pair[1]]) >= LEAST_SHARE:
                        yield pair


_LEADING = 3
"""Texts of a bucket with which the others in it are compared: a hundred copies of one report need no 4,950 pairs."""


def _compared_in(bucket: Sequence[str]) -> Iterator[tuple[str, str]]:
    for place, id in enumerate(bucket):
        yield from ((other, id) for other in bucket[: min(place, _LEADING)])
