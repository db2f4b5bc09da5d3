"""XMI as text: the feature structures of a CAS in XML 1.0, with or without its type system."""

import re
from typing import TYPE_CHECKING

from annotator.errors import InputError
from annotator.formats.cas_model import (
    FS_ARRAY,
    NON_EMPTY_LIST,
    PRIMITIVE_ARRAYS,
    PRIMITIVES,
    Cas,
    CasTypes,
    Sofa,
    Structure,
)
from annotator.formats.source import Source
from annotator.formats.xml_reading import elements

if TYPE_CHECKING:
    from lxml.etree import _Element

XMI_ID = "{http://www.omg.org/XMI}id"
MOST_STRUCTURES = 5_000_000

KNOWN_REFERENCES = frozenset(
    ("Governor", "Dependent", "governor", "dependent", "first", "next", "target", "head", "tail")
)
"""Features that lead to other structures, where no type system says which do."""

_IDS = re.compile(r"\d{1,18}(?: +\d{1,18})*")
_NAMESPACE = re.compile(r"\{http:///(.*)\.ecore\}(.*)")


def parse_xmi(data: bytes, types: CasTypes, source: Source) -> Cas:
    """Return the CAS in an XMI file. Raises InputError; `source.line` says where."""
    sofas: list[Sofa] = []
    structures: dict[int, Structure] = {}
    for element in elements(data, source, depth=1):
        type = _type(element)
        if type in ("uima.cas.NULL", "uima.cas.View"):
            continue
        id = _id(element)
        if type == "uima.cas.Sofa":
            sofas.append(_sofa(element, id))
            continue
        if id in structures or len(structures) >= MOST_STRUCTURES:
            raise InputError("the id {id} stands twice in the file, or there are too many", id=id)
        structures[id] = _structure(element, id, type, types)
    source.line = 0
    return Cas(sofas=sofas, structures=structures, types=types)


def _type(element: "_Element") -> str:
    found = _NAMESPACE.fullmatch(str(element.tag))
    if found is None:
        raise InputError("the element {tag} belongs to no type of UIMA", tag=str(element.tag))
    package = found[1].replace("/", ".")
    return found[2] if package == "uima.noNamespace" else f"{package}.{found[2]}"


def _id(element: "_Element") -> int:
    given = element.get(XMI_ID) or ""
    if not given.isascii() or not given.isdigit() or len(given) > 18:
        raise InputError("{tag} has no xmi:id that is a number", tag=str(element.tag).rpartition("}")[2])
    return int(given)


def _sofa(element: "_Element", id: int) -> Sofa:
    text = element.get("sofaString")
    return Sofa(id, element.get("sofaID") or "", text or "")


def _structure(element: "_Element", id: int, type: str, types: CasTypes) -> Structure:
    made = Structure(id, type, line=element.sourceline or 0)
    given: dict[str, str | list[str]] = {str(name): str(value) for name, value in element.attrib.items()}
    for child in element:
        held = given.setdefault(str(child.tag).rpartition("}")[2], [])
        if isinstance(held, list):
            held.append(child.text or "")
    for name, value in given.items():
        if name == XMI_ID or name.startswith("{"):
            continue
        if name in ("sofa", "begin", "end") and isinstance(value, str):
            _place(made, name, value)
        else:
            _take(made, name, value, types.range_of(type, name))
    return made


def _place(made: Structure, name: str, value: str) -> None:
    if not value.lstrip("-").isdigit() or not value.isascii() or len(value) > 18:
        raise InputError("{name}={value!r} is no number", name=name, value=value)
    setattr(made, name, int(value))


def _take(made: Structure, name: str, value: str | list[str], range: str | None) -> None:
    """Put a feature where it belongs; without a type system by its name."""
    listed = [value] if isinstance(value, str) else value
    if _is_reference(made.type, name, range) and all(_IDS.fullmatch(one.strip()) for one in listed):
        made.refs[name] = [int(id) for one in listed for id in one.split()]
    else:
        made.values[name] = value if isinstance(value, str) else " | ".join(value)


def _is_reference(type: str, name: str, range: str | None) -> bool:
    if type in (FS_ARRAY, NON_EMPTY_LIST):
        return name in ("elements", "head", "tail")
    if range is None:
        return name in KNOWN_REFERENCES
    return range not in PRIMITIVES and range not in PRIMITIVE_ARRAYS
