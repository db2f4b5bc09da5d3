"""The matching of two readers' spans: one to one, the same place first, then the largest overlap."""

import heapq
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import count

import msgspec

from annotator.domain.span import Parts, Span


class Pairing(msgspec.Struct, frozen=True):
    """Spans that stand for each other, and those that only one reader has; each in reading order."""

    both: tuple[tuple[Span, Span], ...]
    only_a: tuple[Span, ...]
    only_b: tuple[Span, ...]


def paired(a: Sequence[Span], b: Sequence[Span], *, across_labels: bool = False) -> Pairing:
    """ReaderPair the spans of two readers of one document.

    Spans of the same label and parts are paired first, then overlapping ones of the same label, those first of which
    they share most (Dice). With `across_labels`, what is left is paired the same way whatever its label.
    """
    return paired_in_order(in_order(a), in_order(b), across_labels=across_labels)


def paired_in_order(a: Sequence[Span], b: Sequence[Span], *, across_labels: bool) -> Pairing:
    """As `paired`, of spans that are `in_order`: for those who pair one reader with many."""
    rest_a, rest_b = list(a), list(b)
    both: list[tuple[Span, Span]] = []
    for same_label in (True, False) if across_labels else (True,):
        found = _same(rest_a, rest_b, same_label)
        found += _overlapping(_without(rest_a, found, 0), _without(rest_b, found, 1), same_label)
        rest_a, rest_b = _without(rest_a, found, 0), _without(rest_b, found, 1)
        both += found
    both.sort(key=lambda pair: (pair[0].start, pair[0].end, pair[0].id))
    return Pairing(tuple(both), tuple(rest_a), tuple(rest_b))


def same_places(a: Iterable[Span], b: Iterable[Span]) -> list[tuple[Span, Span]]:
    """ReaderPair the spans that have the same label and the same parts."""
    return _same(list(a), list(b), True)


def shared(a: Parts, b: Parts) -> int:
    """Return how many code points two spans both cover."""
    total = place_a = place_b = 0
    while place_a < len(a) and place_b < len(b):
        (start, end), (other_start, other_end) = a[place_a], b[place_b]
        total += max(0, min(end, other_end) - max(start, other_start))
        if end <= other_end:
            place_a += 1
        else:
            place_b += 1
    return total


def in_order(spans: Iterable[Span]) -> list[Span]:
    """Return spans in the order in which they are paired."""
    return sorted(spans, key=lambda span: (span.start, span.end, span.label, span.id))


def _without(spans: Sequence[Span], pairs: Iterable[tuple[Span, Span]], side: int) -> list[Span]:
    taken = {pair[side].id for pair in pairs}
    return [span for span in spans if span.id not in taken] if taken else list(spans)


def _same(a: Sequence[Span], b: Sequence[Span], same_label: bool) -> list[tuple[Span, Span]]:
    waiting: dict[tuple[str, Parts], list[Span]] = defaultdict(list)
    for span in reversed(b):
        waiting[span.label if same_label else "", span.parts].append(span)
    found = []
    for span in a:
        held = waiting.get((span.label if same_label else "", span.parts))
        if held:
            found.append((span, held.pop()))
    return found


def _overlapping(a: Sequence[Span], b: Sequence[Span], same_label: bool) -> list[tuple[Span, Span]]:
    candidates = []
    for one, other in _meeting(a, b):
        if same_label and one.label != other.label:
            continue
        common = shared(one.parts, other.parts)
        if common:
            candidates.append((-2 * common / (one.length + other.length), one.start, other.start, one.id, other.id))
    by_id = {span.id: span for span in (*a, *b)}
    taken: set[str] = set()
    found = []
    for *_, one_id, other_id in sorted(candidates):
        if one_id not in taken and other_id not in taken:
            taken |= {one_id, other_id}
            found.append((by_id[one_id], by_id[other_id]))
    return found


def _meeting(a: Sequence[Span], b: Sequence[Span]) -> Iterable[tuple[Span, Span]]:
    """Yield each pair whose hulls overlap, by a sweep over the text: n log n, and what is found."""
    order = count()
    ahead = sorted(
        [(span.start, 0, span) for span in a] + [(span.start, 1, span) for span in b], key=lambda one: one[:2]
    )
    open_: tuple[list[tuple[int, int, Span]], list[tuple[int, int, Span]]] = ([], [])
    for start, side, span in ahead:
        others = open_[1 - side]
        while others and others[0][0] <= start:
            heapq.heappop(others)
        for _, _, other in others:
            yield (span, other) if side == 0 else (other, span)
        heapq.heappush(open_[side], (span.end, next(order), span))
