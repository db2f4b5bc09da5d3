"""The links that a scheme allows beside each other: how many of a kind, none twice, none in a circle, no chain too
long.

Whoever draws a link is told what stands against it (`check_link`). Where links of several machines meet, the older ones
count and the rest is not shown (`hidden`): the same ones on every machine.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Literal

from annotator.domain.relation import Relation
from annotator.domain.scheme import RelationType
from annotator.errors import InputError

HiddenReason = Literal["waiting", "scheme", "ends", "too_many"]
"""The reason why a link is not shown: a mark at its end is not there; the scheme has no such relation; it does not lead
between such marks; older links leave no room for it.
"""


def check_link(kind: RelationType, held: Iterable[Relation], relation: Relation) -> None:
    """Raise InputError if one more relation of a kind repeats a link, is one too many, or runs in a circle."""
    Links(kind, held).check(relation)


class Links:
    """Links of one kind in one annotation set, by the marks at their ends: many are checked one after the other."""

    def __init__(self, kind: RelationType, held: Iterable[Relation] = ()) -> None:
        self._kind = kind
        self._count = 0
        self._leaving: dict[str, list[Relation]] = {}
        self._arriving: dict[str, list[Relation]] = {}
        for relation in held:
            self.add(relation)

    def add(self, relation: Relation) -> None:
        """Hold one more link."""
        self._count += 1
        self._leaving.setdefault(relation.from_id, []).append(relation)
        self._arriving.setdefault(relation.to_id, []).append(relation)

    def __iter__(self) -> Iterator[Relation]:
        for links in self._leaving.values():
            yield from links

    def from_mark(self, span_id: str) -> Sequence[Relation]:
        """Return the links that begin at a mark."""
        return self._leaving.get(span_id, ())

    def to_mark(self, span_id: str) -> Sequence[Relation]:
        """Return the links that end at a mark."""
        return self._arriving.get(span_id, ())

    def check(self, relation: Relation) -> None:
        """Raise InputError where `check_link` does. A link that is held already does not stand against itself."""
        kind, own = self._kind, relation.id
        if relation.from_id == relation.to_id:
            raise InputError("A mark cannot be linked to itself.")
        siblings = [item for item in self.from_mark(relation.from_id) if item.id != own]
        if any(item.to_id == relation.to_id for item in siblings):
            raise InputError("These two marks are already linked as {label!r}.", label=kind.key)
        if kind.most is not None and len(siblings) >= kind.most:
            raise InputError("A mark may have {most} {label!r} at most.", most=kind.most, label=kind.key)
        if kind.depth is None:
            return
        above, below = self._depth(relation.from_id, own, up=True), self._depth(relation.to_id, own, up=False)
        if relation.from_id in self._reach(relation.to_id, own):
            raise InputError("This link would make {label!r} run in a circle.", label=kind.key)
        if above + 1 + below > kind.depth:
            raise InputError(
                "A chain of {label!r} may be {depth} links long at most.", label=kind.key, depth=kind.depth
            )

    def _reach(self, start: str, own: str) -> set[str]:
        seen, todo = {start}, [start]
        while todo:
            for item in self.from_mark(todo.pop()):
                if item.id != own and item.to_id not in seen:
                    seen.add(item.to_id)
                    todo.append(item.to_id)
        return seen

    def _depth(self, start: str, own: str, *, up: bool) -> int:
        """The longest chain of these relations that ends (`up`) or begins at a span, however they run in circles."""
        following = self._arriving if up else self._leaving
        length, reached = 0, {start}
        # No chain without a circle is longer than the number of links.
        while reached and length <= self._count:
            reached = {
                item.from_id if up else item.to_id
                for here in reached
                for item in following.get(here, ())
                if item.id != own
            }
            length += bool(reached)
        return min(length, self._count)


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
    kept: dict[str, Links] = {}
    rest = []
    for relation in relations:
        held = kept.setdefault(relation.label, Links(kinds[relation.label]))
        try:
            held.check(relation)
        except InputError:
            rest.append(relation.id)
        else:
            held.add(relation)
    return rest
