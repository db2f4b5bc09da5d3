"""Type systems of UIMA as XML (`TypeSystem.xml`), in and out."""

from collections.abc import Iterator
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from annotator.errors import InputError
from annotator.formats.cas_model import CasTypes
from annotator.formats.source import Source
from annotator.formats.xml_reading import elements

if TYPE_CHECKING:
    from lxml.etree import _Element

NAMESPACE = "http://uima.apache.org/resourceSpecifier"
MOST_TYPES = 20_000


def looks_like_types(head: bytes) -> bool:
    """Return whether a file that begins so is a type system."""
    return b"<typeSystemDescription" in head


def read_types(data: bytes, source: Source) -> CasTypes:
    """Return the type system in an XML file. Raises InputError; `source.line` says where."""
    types = CasTypes()
    for element in elements(data, source, depth=2):
        if _local(element) != "typeDescription":
            continue
        name = _text(element, "name")
        if not name or len(types.supertypes) >= MOST_TYPES:
            raise InputError("a type has no name, or there are more than {most} of them", most=MOST_TYPES)
        types.supertypes[name] = _text(element, "supertypeName") or "uima.cas.TOP"
        types.features[name] = dict(_features(element))
    return types


def _features(element: "_Element") -> Iterator[tuple[str, str]]:
    for one in element.iter("{*}featureDescription"):
        yield _text(one, "name"), _text(one, "rangeTypeName") or "uima.cas.String"


def _local(element: "_Element") -> str:
    return str(element.tag).rpartition("}")[2]


def _text(element: "_Element", name: str) -> str:
    found = element.find(f"{{*}}{name}")
    return (found.text or "").strip() if found is not None else ""


def types_xml(types: CasTypes) -> str:
    """Return a type system as XML, by the names of types and features."""
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f'<typeSystemDescription xmlns="{NAMESPACE}">', "  <types>"]
    for name in sorted(types.supertypes):
        lines += _type_lines(name, types)
    return "\n".join([*lines, "  </types>", "</typeSystemDescription>", ""])


def _type_lines(name: str, types: CasTypes) -> Iterator[str]:
    yield "    <typeDescription>"
    yield f"      <name>{escape(name)}</name>"
    yield "      <description/>"
    yield f"      <supertypeName>{escape(types.supertypes[name])}</supertypeName>"
    features = types.features.get(name, {})
    yield from ["      <features>"] if features else []
    for feature in sorted(features):
        yield "        <featureDescription>"
        yield f"          <name>{escape(feature)}</name>"
        yield "          <description/>"
        yield f"          <rangeTypeName>{escape(features[feature])}</rangeTypeName>"
        if features[feature] == "uima.cas.FSArray":
            yield "          <elementType>uima.cas.TOP</elementType>"
        yield "        </featureDescription>"
    yield from ["      </features>"] if features else []
    yield "    </typeDescription>"
