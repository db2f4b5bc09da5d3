"""Networks of who says what about whom, and of who agrees with whom on which statement.

A saying is one claim by one source. It stands with a statement (`yes`) or against it (`no`); towards whom it is about
it has a stance. All figures count different statements, never how often they were repeated.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from math import sqrt
from typing import Literal

import msgspec

NetworkKind = Literal["statements", "congruence", "conflict", "subtract", "targets"]
"""Actors and the statements they stand with or against; actors by how many statements they agree on, disagree on, or
both, the second taken from the first; actors and whom they speak about, signed by stance.
"""
DuplicateRule = Literal["all", "document", "week", "month"]
"""In what a source may say the same once: in nothing, in an article, a week or a month."""
Normalization = Literal["none", "activity", "jaccard", "cosine", "prominence"]
"""Figures as they are; by how many statements the two speak about on average, together, or by their geometric mean; or
each statement by how many others speak about it.
"""
WindowLength = Literal["none", "month", "quarter", "year"]

STANCES: Mapping[str, int] = {"favour": 1, "against": -1}
STANDS: Mapping[str, int] = {"yes": 1, "no": -1}
NO_DAY = "undated"


class Saying(msgspec.Struct, frozen=True, kw_only=True):
    """One claim by one source: keys of actors and of the statement, the stand, whom it is about with the stance.

    `day` is ISO 8601, empty where nobody knows; `place` is the id of the claim's span.
    """

    source: str
    statement: str | None = None
    agreement: str | None = None
    targets: tuple[tuple[str, str | None], ...] = ()
    document: str = ""
    day: str = ""
    place: str = ""


class NetworkEdge(msgspec.Struct, frozen=True, kw_only=True):
    """An edge with its weight, below 0 where the two disagree more than they agree, and the claims it rests on."""

    start: str
    end: str
    weight: float
    for_: int
    against: int
    places: tuple[str, ...]


def once(sayings: Iterable[Saying], rule: DuplicateRule) -> list[Saying]:
    """Return the sayings without those that a source repeats within an article, week or month; the first stays."""
    held = sorted(sayings, key=lambda one: (one.day or "9999", one.document, one.place))
    seen: set[tuple[object, ...]] = set()
    found: list[Saying] = []
    for one in held:
        key = one.source, one.statement, one.agreement, one.targets, _period(one, rule)
        if rule == "all" or key not in seen:
            seen.add(key)
            found.append(one)
    return found


def between(sayings: Iterable[Saying], since: str = "", until: str = "") -> list[Saying]:
    """Return the sayings of these days, both included; with either given, those without a day are none of them."""
    if not since and not until:
        return list(sayings)
    return [one for one in sayings if one.day and since <= one.day and (not until or one.day[: len(until)] <= until)]


def windows(sayings: Iterable[Saying], length: WindowLength) -> dict[str, list[Saying]]:
    """Return the sayings by the name of their window, such as `2026-03`, `2026-Q1` or `2026`, in order."""
    found: defaultdict[str, list[Saying]] = defaultdict(list)
    for one in sayings:
        found[window_of(one.day, length)].append(one)
    return dict(sorted(found.items()))


def window_of(day: str, length: WindowLength) -> str:
    """Return the name of the window in which a day lies."""
    if length == "none":
        return ""
    if len(day) < len("2026-03"):
        return NO_DAY if len(day) < len("2026") or length != "year" else day
    if length == "quarter":
        return f"{day[:4]}-Q{(int(day[5:7]) + 2) // 3}"
    return day[:7] if length == "month" else day[:4]


def network(sayings: Sequence[Saying], kind: NetworkKind, normalization: Normalization = "none") -> list[NetworkEdge]:
    """Return the edges of a network, by their ends; those of weight 0 are left out."""
    if kind == "statements":
        return _counted((one.source, one.statement, STANDS.get(one.agreement or "", 0), one) for one in sayings)
    if kind == "targets":
        pairs = (
            (one.source, target, STANCES.get(stance or "", 0), one) for one in sayings for target, stance in one.targets
        )
        return _counted(pairs)
    return list(_among_actors(sayings, kind, normalization))


def _counted(links: Iterable[tuple[str, str | None, int, Saying]]) -> list[NetworkEdge]:
    """An edge for each pair: its weight is how often for minus how often against."""
    signs: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    places: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for start, end, sign, saying in links:
        if end is not None:
            signs[start, end].append(sign)
            places[start, end].append(saying.place)
    return [
        NetworkEdge(
            start=pair[0],
            end=pair[1],
            weight=float(sum(held)),
            for_=held.count(1),
            against=held.count(-1),
            places=tuple(dict.fromkeys(places[pair])),
        )
        for pair, held in sorted(signs.items())
    ]


def _among_actors(sayings: Sequence[Saying], kind: NetworkKind, normalization: Normalization) -> Iterator[NetworkEdge]:
    stands: defaultdict[str, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    places: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for one in sayings:
        sign = STANDS.get(one.agreement or "", 0)
        if one.statement is not None and sign:
            stands[one.statement][one.source].add(sign)
            places[one.source, one.statement].append(one.place)
    active = Counter(source for held in stands.values() for source in held)
    agreed: defaultdict[tuple[str, str], list[tuple[float, float, str]]] = defaultdict(list)
    for statement, held in sorted(stands.items()):
        share = 1 / (len(held) - 1) if normalization == "prominence" and len(held) > 1 else 1.0
        for start, end in _pairs(sorted(held)):
            same = bool(held[start] & held[end])
            other = bool({-sign for sign in held[start]} & held[end])
            agreed[start, end].append((share * same, share * other, statement))
    for (start, end), shared in sorted(agreed.items()):
        alike, unlike = sum(one[0] for one in shared), sum(one[1] for one in shared)
        weight = {"congruence": alike, "conflict": unlike}.get(kind, alike - unlike)
        whole = _divisor(normalization, active[start], active[end], len(shared))
        if weight:
            said = (place for *_, statement in shared for actor in (start, end) for place in places[actor, statement])
            yield NetworkEdge(
                start=start,
                end=end,
                weight=weight / whole,
                for_=sum(one[0] > 0 for one in shared),
                against=sum(one[1] > 0 for one in shared),
                places=tuple(dict.fromkeys(said)),
            )


def _divisor(normalization: Normalization, first: int, second: int, shared: int) -> float:
    match normalization:
        case "activity":
            return (first + second) / 2
        case "jaccard":
            return first + second - shared
        case "cosine":
            return sqrt(first * second)
    return 1.0


def _pairs(items: Sequence[str]) -> Iterator[tuple[str, str]]:
    for place, start in enumerate(items):
        for end in items[place + 1 :]:
            yield start, end


def _period(one: Saying, rule: DuplicateRule) -> str:
    if rule == "document" or not one.day:
        return one.document
    if rule == "month":
        return one.day[:7]
    try:
        day = date.fromisoformat(one.day[:10])
    except ValueError:
        return one.document
    return (day - timedelta(days=day.weekday())).isoformat()
