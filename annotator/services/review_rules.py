"""Rules that settle differences without a reviewer: each names the reader whose mark stands, or leaves it open."""

import unicodedata
from collections import defaultdict

from annotator.agreement.differences import Detail, Difference
from annotator.domain.decision import Rule
from annotator.text import clitics

Ranges = list[tuple[int, int]]


def settled(rule: Rule, difference: Difference, text: str) -> str | None:
    """Return the reader whose mark a rule takes; None where it does not apply.

    "majority": more than half of the readers say the same. "punctuation", "proclitics": the readers' boundaries differ
    only by outer punctuation and white space, or by proclitics; the shortest is taken.
    """
    if rule == "majority":
        return _majority(difference)
    if any(one.kind != "boundary" for one in difference.details):
        return None
    trim = _without_punctuation if rule == "punctuation" else _without_proclitics
    if not all(_may_settle(rule, detail, text) for detail in difference.details):
        return None
    for detail in difference.details:
        if len({trim(text, ranges(value)) for value in detail.values.values()}) != 1:
            return None
    sizes = {
        who: sum(end - start for one in difference.details for start, end in ranges(one.values[who]))
        for who in difference.details[0].values
    }
    return min(sizes, key=lambda who: sizes[who])


def _may_settle(rule: Rule, detail: Detail, text: str) -> bool:
    """Return False where ends lie too far apart for a rule: a look at them, before words are taken apart."""
    said = list(map(str, detail.values.values()))
    starts = [int(value[: value.index("-")]) for value in said]
    ends = [int(value[value.rindex("-") + 1 :]) for value in said]
    before, behind = text[min(starts) : max(starts)], text[min(ends) : max(ends)]
    if rule == "punctuation":
        return all(map(_is_outer, before)) and all(map(_is_outer, behind))
    return not behind and not any(map(str.isspace, before))


def _majority(difference: Difference) -> str | None:
    """Return the first of those readers, more than half of all, who differ in nothing."""
    said: defaultdict[tuple[object, ...], list[str]] = defaultdict(list)
    for who, mark in difference.marks.items():
        said[(mark is None, *(one.values.get(who) for one in difference.details if one.kind != "only"))].append(who)
    largest = max(said.values(), key=len)
    return largest[0] if 2 * len(largest) > len(difference.marks) else None


def ranges(value: object) -> Ranges:
    """Return the parts that a detail writes as `4-11 20-30`."""
    parts = [part.split("-") for part in str(value).split()]
    return [(int(start), int(end)) for start, end in parts]


def _without_punctuation(text: str, ranges: Ranges) -> tuple[tuple[int, int], ...]:
    start, end = ranges[0][0], ranges[-1][1]
    while start < end and _is_outer(text[start]):
        start += 1
    while end > start and _is_outer(text[end - 1]):
        end -= 1
    return _with_ends(ranges, start, end)


def _is_outer(letter: str) -> bool:
    return letter.isspace() or unicodedata.category(letter)[0] in "PZC"


def _without_proclitics(text: str, ranges: Ranges) -> tuple[tuple[int, int], ...]:
    """Return ranges from which the proclitics of their first word are taken, all that it may have."""
    start, end = ranges[0]
    word_end = next((place for place in range(start, end) if text[place].isspace()), end)
    found = clitics.splits(text, start, word_end)
    before = start
    while before > 0 and not text[before - 1].isspace() and not _is_outer(text[before - 1]):
        before -= 1
    # A mark that begins inside a word begins where that word's proclitics end, as the others do.
    whole = clitics.splits(text, before, word_end)
    stem = max([*whole, *found], default=start)
    return _with_ends(ranges, stem if before <= start <= stem else start, ranges[-1][1])


def _with_ends(ranges: Ranges, start: int, end: int) -> tuple[tuple[int, int], ...]:
    kept = [(max(first, start), min(last, end)) for first, last in ranges]
    return tuple((first, last) for first, last in kept if first < last)
