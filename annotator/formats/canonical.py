"""One order for marks that hangs on what they say and not on their ids, so that files come out the same again."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from annotator.domain.relation import Relation
from annotator.domain.span import Span
from annotator.formats.record import Record

ROUNDS = 3
"""The number of links over which equal marks are told apart."""

MOST_EQUAL = 1_000
"""Number of linked marks that are equal in everything; the rest follows its ids."""


class Ordered(msgspec.Struct, frozen=True):
    """The marks of a record in their order; `place` says where each span stands, by its id."""

    spans: Sequence[Span]
    relations: Sequence[Relation]
    place: Mapping[str, int]


def ordered(record: Record) -> Ordered:
    """Return the marks of a record: spans as one reads, the outer one first; relations by their ends."""
    keys = _ranks({span.id: _key(span) for span in record.spans})
    if len(set(keys.values())) < len(keys):
        said: defaultdict[str, list[str]] = defaultdict(list)
        for comment in record.comments:
            said[comment.span_id or ""].append(comment.text)
        keys = _ranks({id: (rank, sorted(said[id])) for id, rank in keys.items()})
        keys = _parted(_refined(keys, record.relations), record.relations)
    spans = sorted(record.spans, key=lambda span: (keys[span.id], span.id))
    place = {span.id: number for number, span in enumerate(spans)}
    links = [one for one in record.relations if one.from_id in place and one.to_id in place]
    links.sort(key=lambda one: (place[one.from_id], one.label, place[one.to_id], sorted(one.attributes.items())))
    return Ordered(spans, links, place)


def turns(spans: Sequence[Span]) -> list[int]:
    """Return for each span how many before it have the same label and parts."""
    seen: Counter[object] = Counter()
    found = []
    for span in spans:
        found.append(seen[span.label, span.parts])
        seen[span.label, span.parts] += 1
    return found


def _key(span: Span) -> tuple[Any, ...]:
    said = span.actor_id or "", span.statement_id or "", span.agreement or "", span.decided_by or ""
    return span.start, -span.end, span.parts, span.label, sorted(span.attributes.items()), said


def _ranks(keys: Mapping[str, Any]) -> dict[str, int]:
    """Return whole numbers in place of keys, equal for equal ones."""
    found: dict[str, int] = {}
    rank, last = -1, None
    for id in sorted(keys, key=keys.__getitem__):
        if rank < 0 or keys[id] != last:
            rank, last = rank + 1, keys[id]
        found[id] = rank
    return found


def _parted(keys: Mapping[str, int], relations: Sequence[Relation]) -> dict[str, int]:
    """Return ranks in which no two linked marks are equal.

    Which one of equal marks comes first is nobody's concern; but what each of them is linked to must follow it.
    """
    linked = sorted({id for one in relations for id in (one.from_id, one.to_id)} & keys.keys())
    found = dict(keys)
    for _ in range(MOST_EQUAL):
        counts = Counter(found.values())
        tied = [id for id in linked if counts[found[id]] > 1]
        if not tied:
            break
        first = min(tied, key=lambda id: (found[id], id))
        found = _refined(_ranks({id: (rank, id != first) for id, rank in found.items()}), relations)
    return found


def _refined(keys: Mapping[str, int], relations: Sequence[Relation]) -> dict[str, int]:
    """Return ranks that also tell apart what is linked otherwise, over several links."""
    found = dict(keys)
    for _ in range(ROUNDS):
        found = _refined_once(found, relations)
    return found


def _refined_once(keys: Mapping[str, int], relations: Sequence[Relation]) -> dict[str, int]:
    around: defaultdict[str, list[tuple[Any, ...]]] = defaultdict(list)
    for one in relations:
        said = one.label, sorted(one.attributes.items()), one.decided_by or ""
        around[one.from_id].append((0, *said, keys.get(one.to_id, -1)))
        around[one.to_id].append((1, *said, keys.get(one.from_id, -1)))
    return _ranks({id: (rank, sorted(around[id])) for id, rank in keys.items()})
