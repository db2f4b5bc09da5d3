"""The types of a CAS as layers: which structures are marks, which are links between them, and what each is called.

A layer is called by the last part of its type's name. Where it has one feature that is a value (NamedEntity and its
like), the value is the label. The full name goes along, so that the same comes out again:

    webanno.custom.Claim                        a span, a relation with Governor and Dependent
    …ner.type.NamedEntity[value=PER]            a span whose value is its label
    webanno.custom.Claim:source                 a relation that is a feature of its first span
    …SemPred:arguments[…SemArgLink=Agent]       a relation that is a link with a role
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

import msgspec

from annotator.formats.cas_model import Structure, short

DKPRO = "de.tudarmstadt.ukp.dkpro.core.api"
TOKEN = f"{DKPRO}.segmentation.type.Token"
SENTENCE = f"{DKPRO}.segmentation.type.Sentence"
DOCUMENT_METADATA = f"{DKPRO}.metadata.type.DocumentMetaData"
CAS_METADATA = "de.tudarmstadt.ukp.clarin.webanno.api.type.CASMetadata"
TOLD_OF_DOCUMENTS = (
    DOCUMENT_METADATA,
    CAS_METADATA,
    f"{DKPRO}.metadata.type.TagsetDescription",
    f"{DKPRO}.metadata.type.TagDescription",
)
"""Types of what a file says of itself, though they may lie over its text."""

CUSTOM = "webanno.custom"
CONTINUATION = f"{CUSTOM}.Continuation"
"""The relation from the first part of a discontinuous span to each other one."""

GOVERNOR, DEPENDENT = "Governor", "Dependent"
VALUES = ("value", "PosValue", "posValue", "chunkValue")
LONGEST_LABEL = 60
"""Number of code points of a value that may be a label; what is longer is a text that somebody wrote."""

_WORDS = frozenset(("Lemma", "Stem", "MorphologicalFeatures", "SurfaceForm"))
"""Layers whose values are as many as there are words."""

_FULL = re.compile(
    r"(?P<type>[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+)"
    r"(?:\[(?P<feature>[A-Za-z_]\w*)=(?P<value>.*)\]"
    r"|:(?P<reference>[A-Za-z_]\w*)(?:\[(?P<link>[A-Za-z_][\w.]*)=(?P<role>.*)\])?)?",
    re.ASCII | re.DOTALL,
)


class FullName(msgspec.Struct, frozen=True, kw_only=True):
    """A full name in its parts; those that it does not have are empty."""

    type: str
    feature: str = ""
    value: str = ""
    reference: str = ""
    link: str = ""
    role: str = ""


def full_name(name: str | None) -> FullName | None:
    """Return the parts of a full name; None for a name that is none."""
    found = _FULL.fullmatch(name) if name else None
    return FullName(**{key: value or "" for key, value in found.groupdict().items()}) if found else None


def called_in_short(name: str) -> tuple[str, ...]:
    """Return what readers call a label or a relation that has this full name; nothing for a name that is none."""
    full = full_name(name)
    return () if full is None else (full.value or full.role or full.reference or short(full.type),)


class LayerNames:
    """The names of the layers of one file; types that end alike are called by their whole names."""

    def __init__(self, types: Iterable[str]) -> None:
        ends: defaultdict[str, set[str]] = defaultdict(set)
        for type in types:
            ends[short(type)].add(type)
        self._names = {one: name if len(same) == 1 else one for name, same in ends.items() for one in same}

    def of(self, type: str) -> str:
        """Return the name of a layer."""
        return self._names.get(type, short(type))


def value_feature(structure: Structure) -> str | None:
    """Return the feature of a span that is its label; None where the layer has no such feature, or it is empty."""
    if short(structure.type) in _WORDS:
        return None
    found = [one for one in VALUES if structure.values.get(one, "").strip()]
    if len(found) != 1 or len(structure.values[found[0]]) > LONGEST_LABEL:
        return None
    return found[0]


def label_of(structure: Structure, name: str, asked: frozenset[str]) -> tuple[str, str | None]:
    """Return the label of a span, and the feature whose value it is.

    The layer is the label where somebody's map (`asked`) names it and not the value.
    """
    feature = value_feature(structure)
    if feature is None:
        return name, None
    value = structure.values[feature].strip()
    if f"{name}[{feature}={value}]" in asked or (name in asked and value not in asked):
        return name, None
    return value, feature


def usual(names: Mapping[str, Counter[str]]) -> dict[str, str]:
    """Return for each name the full one that it stands for most often."""
    return {name: min(counts, key=lambda full: (-counts[full], full)) for name, counts in names.items()}
