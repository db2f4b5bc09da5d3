"""The names of labels, attributes and relations of a scheme in files for other programs.

A name that came from such a program is written back, where it fits the format and reading it leads to the same thing
again; everything else is called by its key.
"""

from collections.abc import Callable, Iterable, Mapping

from annotator.domain.scheme import Attribute, Label, RelationType, Scheme
from annotator.formats.map_guess import attribute_finder, label_finder, relation_finder

Fits = Callable[[str], bool]
FindKey = Callable[[str], str | None]


def any_name(_: str) -> bool:
    """Return True: a format of texts that may hold anything can hold every name."""
    return True


class WrittenNames:
    """The names of one scheme for one format; `fits` says which names the format can hold."""

    def __init__(self, scheme: Scheme, fits: Fits) -> None:
        self.labels = _names(scheme.labels, label_finder(scheme), fits)
        self.relations = _names(scheme.relations, relation_finder(scheme), fits)
        owned = [attribute for label in scheme.labels for attribute in label.attributes]
        owned += [attribute for relation in scheme.relations for attribute in relation.attributes]
        self.attributes = _names(owned, attribute_finder(scheme), fits)


def _names(items: Iterable[Label | RelationType | Attribute], find: FindKey, fits: Fits) -> Mapping[str, str]:
    return {item.key: _name(item.key, item.foreign, find, fits) for item in items}


def _name(key: str, foreign: str | None, find: FindKey, fits: Fits) -> str:
    return foreign if foreign and fits(foreign) and find(foreign) == key else key
