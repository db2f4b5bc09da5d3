"""A CAS as its files hold it, XMI or JSON: texts, and feature structures that say something of them. Pure."""

from collections.abc import Iterator, Mapping, Sequence

import msgspec

ANNOTATION, DOCUMENT_ANNOTATION, SOFA = "uima.tcas.Annotation", "uima.tcas.DocumentAnnotation", "uima.cas.Sofa"
FS_ARRAY, NON_EMPTY_LIST, EMPTY_LIST = "uima.cas.FSArray", "uima.cas.NonEmptyFSList", "uima.cas.EmptyFSList"
TOP, STRING = "uima.cas.TOP", "uima.cas.String"
CAS_TYPES = "uima.cas."
INITIAL_VIEW = "_InitialView"

PRIMITIVES = frozenset(
    f"uima.cas.{name}" for name in ("String", "Integer", "Float", "Boolean", "Byte", "Short", "Long", "Double")
)
PRIMITIVE_ARRAYS = frozenset(
    [f"{name}Array" for name in PRIMITIVES] + [f"uima.cas.{name}List" for name in ("String", "Integer", "Float")]
)

MOST_SUPERTYPES = 100


class CasTypes(msgspec.Struct, frozen=True):
    """A type system: the supertype of each type, and its own features with their ranges."""

    supertypes: dict[str, str] = {}
    features: dict[str, dict[str, str]] = {}

    def range_of(self, type: str, feature: str) -> str | None:
        """Return the range of a feature that a type has or inherits; None for one that is not declared."""
        for one in self.lineage(type):
            if (found := self.features.get(one, {}).get(feature)) is not None:
                return found
        return None

    def is_a(self, type: str, ancestor: str) -> bool:
        """Return whether a type is another one, or inherits from it."""
        return ancestor in self.lineage(type)

    def lineage(self, type: str) -> Iterator[str]:
        """Yield a type and those above it."""
        for _ in range(MOST_SUPERTYPES):
            yield type
            if type not in self.supertypes:
                return
            type = self.supertypes[type]

    def merged(self, other: "CasTypes") -> None:
        """Add what another type system declares."""
        self.supertypes.update(other.supertypes)
        for type, features in other.features.items():
            self.features.setdefault(type, {}).update(features)


class Structure(msgspec.Struct):
    """A feature structure. `values` are primitive ones as text, `refs` the ids of others, in order.

    `begin` and `end` count UTF-16 units of the text of `sofa`; None for what is no stretch of a text.
    """

    id: int
    type: str
    sofa: int | None = None
    begin: int | None = None
    end: int | None = None
    values: dict[str, str] = {}
    refs: dict[str, list[int]] = {}
    line: int = 0


class Sofa(msgspec.Struct, frozen=True):
    """One text (a view) of a CAS."""

    id: int
    name: str
    text: str


class Cas(msgspec.Struct, frozen=True):
    """Everything in one file. `types` may be empty: then `values` and `refs` are told apart by their names."""

    sofas: Sequence[Sofa]
    structures: Mapping[int, Structure]
    types: CasTypes


def short(type: str) -> str:
    """Return the last part of a type's name."""
    return type.rpartition(".")[2]
