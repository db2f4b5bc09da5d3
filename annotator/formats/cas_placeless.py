"""Structures of a CAS that lie at no place of a text: what lies between an annotation and those that it leads to.

A link with its role is one, and so are an entity with its mentions, the arguments of a relation, a concept with its
code. Structures may lead to others to any depth, and back.
"""

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from annotator.formats.cas_model import (
    CAS_TYPES,
    EMPTY_LIST,
    FS_ARRAY,
    NON_EMPTY_LIST,
    PRIMITIVE_ARRAYS,
    Structure,
)

MOST_FOLLOWED = 100_000
"""Number of structures that are followed from one."""

MOST_DEEP = 20
"""Structures within structures, of which the values are taken."""

_LISTS = frozenset((FS_ARRAY, NON_EMPTY_LIST, EMPTY_LIST))
_OWN = "de.tudarmstadt.ukp.clarin.webanno.api.type."
"""The types in which INCEpTION tells of a file and of its layers."""


class Lead(msgspec.Struct, frozen=True):
    """A way to an annotation: the features that lead there, the last structure before it, and its id."""

    path: tuple[str, ...]
    holder: Structure
    target: int


class Placeless:
    """The structures of one CAS that have no place."""

    def __init__(self, structures: Mapping[int, Structure]) -> None:
        self._all = structures
        self._leads: dict[int, list[Lead]] = {}
        self.groups = {one.id: one for one in self._roots()}
        """Those to which nothing leads but what they lead to themselves: relations of their own, chains of mentions."""

    def leads(self, one: Structure) -> Sequence[Lead]:
        """Return the ways from a structure without a place to annotations, in their order."""
        if one.id not in self._leads:
            self._leads[one.id] = list(self._followed(one))
        return self._leads[one.id]

    def members(self, ids: Sequence[int]) -> Iterator[Structure]:
        """Yield the structures that a feature holds, those of lists one by one."""
        todo, count = list(reversed(ids)), 0
        while todo and count < MOST_FOLLOWED:
            count += 1
            one = self._all.get(todo.pop())
            if one is None or one.type == EMPTY_LIST:
                continue
            if one.type == FS_ARRAY and one.begin is None:
                todo += reversed(one.refs.get("elements", []))
            elif one.type == NON_EMPTY_LIST:
                todo += [*one.refs.get("tail", []), *one.refs.get("head", [])]
            else:
                yield one

    def values(self, one: Structure, deep: int = 0) -> Iterator[tuple[str, str]]:
        """Yield the values of a structure and of those that it leads to, with the features by which they are reached.

        Those of links are not among them: their values are those of relations.
        """
        yield from one.values.items()
        for feature, ids in one.refs.items() if deep < MOST_DEEP else ():
            for member in self.members(ids):
                if member.type in PRIMITIVE_ARRAYS:
                    yield feature, member.values.get("elements", "")
                elif member.begin is None and not self.leads(member):
                    yield from ((f"{feature}.{name}", value) for name, value in self.values(member, deep + 1))

    def _followed(self, start: Structure) -> Iterator[Lead]:
        todo: list[tuple[tuple[str, ...], Structure]] = [((), start)]
        seen = {start.id}
        while todo and len(seen) < MOST_FOLLOWED:
            path, one = todo.pop()
            inside: list[tuple[tuple[str, ...], Structure]] = []
            for feature, ids in one.refs.items():
                for member in self.members(ids):
                    if member.begin is not None:
                        yield Lead((*path, feature), one, member.id)
                    elif member.id not in seen:
                        seen.add(member.id)
                        inside.append(((*path, feature), member))
            todo += reversed(inside)

    def _roots(self) -> Iterator[Structure]:
        holders = self._holders()
        for one in self._all.values():
            if one.begin is None and not _is_plain(one):
                targets = {lead.target for lead in self.leads(one)}
                if holders.get(one.id, set()) <= targets:
                    yield one

    def _holders(self) -> dict[int, set[int]]:
        """Return for each structure without a place those that lead to it."""
        found: dict[int, set[int]] = {}
        for one in self._all.values():
            if one.type in _LISTS:
                continue
            for ids in one.refs.values():
                for member in self.members(ids):
                    if member.begin is None:
                        found.setdefault(member.id, set()).add(one.id)
        return found


def _is_plain(one: Structure) -> bool:
    """Return whether a structure is a list, or belongs to UIMA or INCEpTION itself."""
    return one.type in _LISTS or one.type in PRIMITIVE_ARRAYS or one.type.startswith((_OWN, CAS_TYPES))
