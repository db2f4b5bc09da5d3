"""The links that a scheme allows beside each other: how many of a kind, none twice, none in a circle, no chain too
long.

Whoever draws a link is told what stands against it (`check_link`). Where links of several machines meet, the older ones
count and the rest is not shown (`hidden`): the same ones on every machine.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Literal

from annotator.domain.relation import Relation
from annotator.domain.scheme import RelationType
from annotator.errors import InputError

HiddenReason = Literal["waiting", "scheme", "ends", "too_many"]
"""The reason why a link is not shown: a mark at its end is not there; the scheme has no such relation; it does not lead
between such marks; older links leave no room for it.
"""


def check_link(kind: RelationType, held: Sequence[Relation], relation: Relation) -> None:
    """Raise InputError if one more relation of a kind repeats a link, is one too many, or runs in a circle."""
    if relation.from_id == relation.to_id:
        raise InputError("A mark cannot be linked to itself.")
    siblings = [item for item in held if item.from_id == relation.from_id]
    if any(item.to_id == relation.to_id for item in siblings):
        raise InputError("These two marks are already linked as {label!r}.", label=kind.key)
    if kind.most is not None and len(siblings) >= kind.most:
        raise InputError("A mark may have {most} {label!r} at most.", most=kind.most, label=kind.key)
    if kind.depth is None:
        return
    above, below = _depth(held, relation.from_id, up=True), _depth(held, relation.to_id, up=False)
    if relation.from_id in _reach(held, relation.to_id):
        raise InputError("This link would make {label!r} run in a circle.", label=kind.key)
    if above + 1 + below > kind.depth:
        raise InputError("A chain of {label!r} may be {depth} links long at most.", label=kind.key, depth=kind.depth)


def _reach(held: Sequence[Relation], start: str) -> set[str]:
    seen, todo = {start}, [start]
    while todo:
        here = todo.pop()
        for item in held:
            if item.from_id == here and item.to_id not in seen:
                seen.add(item.to_id)
                todo.append(item.to_id)
    return seen


def _depth(held: Sequence[Relation], start: str, *, up: bool) -> int:
    """The longest chain of these relations that ends (`up`) or begins at a span, however they run in circles."""
    following: dict[str, list[str]] = {}
    for item in held:
        here, there = (item.to_id, item.from_id) if up else (item.from_id, item.to_id)
        following.setdefault(here, []).append(there)
    depths = {start: 0}
    # No chain without a circle is longer than the number of links.
    for length in range(1, len(held) + 1):
        reached = {there for here, depth in depths.items() if depth == length - 1 for there in following.get(here, ())}
        if not reached:
            break
        depths.update(dict.fromkeys(reached, length))
    return max(depths.values())


def hidden(
    kinds: Mapping[str, RelationType],
    labels: Mapping[str, str],
    relations: Sequence[Relation],
    age: Callable[[str], str],
) -> dict[str, HiddenReason]:
    """The relations of one annotation set that are not shown, by id. `labels` are those of its marks, by id.

    `age` sorts ids of relations by when they were first drawn; it is asked only where links compete.
    """
    found: dict[str, HiddenReason] = {}
    fitting: list[Relation] = []
    for relation in relations:
        reason = _unfit(kinds, labels, relation)
        if reason is None:
            fitting.append(relation)
        else:
            found[relation.id] = reason
    rest = surplus(kinds, fitting)
    if rest:
        rest = surplus(kinds, sorted(fitting, key=lambda one: (age(one.id), one.id)))
    return found | dict.fromkeys(rest, "too_many")


def _unfit(kinds: Mapping[str, RelationType], labels: Mapping[str, str], relation: Relation) -> HiddenReason | None:
    kind = kinds.get(relation.label)
    if kind is None:
        return "scheme"
    if relation.from_id not in labels or relation.to_id not in labels:
        return "waiting"
    fits = labels[relation.from_id] in kind.from_ and labels[relation.to_id] in kind.to
    return None if fits else "ends"


def surplus(kinds: Mapping[str, RelationType], relations: Iterable[Relation]) -> list[str]:
    """The ids of the relations that those before them leave no room for."""
    kept: dict[str, list[Relation]] = {}
    rest = []
    for relation in relations:
        held = kept.setdefault(relation.label, [])
        try:
            check_link(kinds[relation.label], held, relation)
        except InputError:
            rest.append(relation.id)
        else:
            held.append(relation)
    return rest
