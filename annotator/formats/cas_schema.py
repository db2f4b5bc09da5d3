"""The types of a CAS that hold what a scheme has: a layer a label, a relation layer or a feature a relation."""

import re
from collections.abc import Mapping

import msgspec

from annotator.domain.scheme import Attribute, Label, RelationType, Scheme
from annotator.formats.cas_layers import (
    CAS_METADATA,
    CONTINUATION,
    CUSTOM,
    DEPENDENT,
    DOCUMENT_METADATA,
    GOVERNOR,
    SENTENCE,
    TOKEN,
    full_name,
)
from annotator.formats.cas_marks import ACTOR_ID, ACTOR_NAME
from annotator.formats.cas_model import ANNOTATION, DOCUMENT_ANNOTATION, FS_ARRAY, STRING, TOP, CasTypes
from annotator.formats.written_names import WrittenNames

_FEATURE = re.compile(r"[A-Za-z_]\w*", re.ASCII)
_TAKEN = frozenset(("sofa", "begin", "end", "id", "type", "self", GOVERNOR, DEPENDENT, ACTOR_ID, ACTOR_NAME))


class SpanLayer(msgspec.Struct, frozen=True, kw_only=True):
    """The type of the spans of a label; `feature` has the `value` that is the label, or is empty."""

    type: str
    feature: str = ""
    value: str = ""


class LinkLayer(msgspec.Struct, frozen=True, kw_only=True):
    """The shape in which relations are written: structures of `type`, or features of their first span (`reference`).

    Such a feature leads to spans, or to structures of the type `link` with a `role`.
    """

    type: str = ""
    reference: str = ""
    link: str = ""
    role: str = ""


class CasSchema(msgspec.Struct, frozen=True, kw_only=True):
    """The layers of a scheme by its keys, the names of its attributes, and all types."""

    spans: Mapping[str, SpanLayer]
    links: Mapping[str, LinkLayer]
    attributes: Mapping[str, str]
    types: CasTypes


def schema_of(scheme: Scheme) -> CasSchema:
    """Return the types in which a scheme is written: those it came from, or else layers of its own."""
    names = WrittenNames(scheme, lambda name: full_name(name) is not None)
    features = WrittenNames(scheme, _fits_feature).attributes
    attributes = {key: name if name not in _TAKEN else f"{name}_" for key, name in features.items()}
    spans = {label.key: _span_layer(label, names.labels[label.key]) for label in scheme.labels}
    taken = {layer.type for layer in spans.values()}
    links = {one.key: _link_layer(one, names.relations[one.key], taken) for one in scheme.relations}
    types = _base_types()
    for label in scheme.labels:
        _declare_span(types, label, spans[label.key], attributes)
    for relation in scheme.relations:
        _declare_link(types, relation, links[relation.key], spans, attributes)
    return CasSchema(spans=spans, links=links, attributes=attributes, types=types)


def _fits_feature(name: str) -> bool:
    return _FEATURE.fullmatch(name) is not None and name not in _TAKEN


def _span_layer(label: Label, name: str) -> SpanLayer:
    full = full_name(name)
    if full is None or full.reference:
        return SpanLayer(type=f"{CUSTOM}.{label.key[0].upper()}{label.key[1:]}")
    return SpanLayer(type=full.type, feature=full.feature, value=full.value)


def _link_layer(relation: RelationType, name: str, taken: set[str]) -> LinkLayer:
    full = full_name(name)
    if full is not None and full.reference and (full.link or not relation.attributes):
        return LinkLayer(reference=full.reference, link=full.link, role=full.role)
    if full is not None and not full.reference and not full.feature:
        return LinkLayer(type=full.type)
    own = f"{relation.key[0].upper()}{relation.key[1:]}"
    # A label and a relation may be called the same: types of one name would be one.
    type = f"{CUSTOM}.{own}"
    return LinkLayer(type=type if type not in taken else f"{CUSTOM}.relations.{own}")


def _base_types() -> CasTypes:
    types = CasTypes()
    _declare(types, TOKEN, ANNOTATION, {})
    _declare(types, SENTENCE, ANNOTATION, {})
    told = ("documentTitle", "documentId", "documentUri", "collectionId")
    _declare(types, DOCUMENT_METADATA, DOCUMENT_ANNOTATION, dict.fromkeys(told, STRING))
    _declare(types, CAS_METADATA, "uima.cas.AnnotationBase", dict.fromkeys(("username", "sourceDocumentName"), STRING))
    _declare(types, CONTINUATION, ANNOTATION, {GOVERNOR: ANNOTATION, DEPENDENT: ANNOTATION})
    return types


def _declare(types: CasTypes, name: str, supertype: str, features: Mapping[str, str]) -> None:
    types.supertypes.setdefault(name, supertype)
    types.features.setdefault(name, {}).update(features)


def _declare_span(types: CasTypes, label: Label, layer: SpanLayer, names: Mapping[str, str]) -> None:
    features = _strings(label.attributes, names)
    if layer.feature:
        features[layer.feature] = STRING
    if label.names_actor:
        features |= {ACTOR_ID: STRING, ACTOR_NAME: STRING}
    _declare(types, layer.type, ANNOTATION, features)


def _declare_link(
    types: CasTypes,
    relation: RelationType,
    layer: LinkLayer,
    spans: Mapping[str, SpanLayer],
    names: Mapping[str, str],
) -> None:
    features = _strings(relation.attributes, names)
    if layer.type:
        ends = [{spans[key].type for key in keys} for keys in (relation.from_, relation.to)]
        ranges = [next(iter(end)) if len(end) == 1 else ANNOTATION for end in ends]
        _declare(types, layer.type, ANNOTATION, {**features, GOVERNOR: ranges[0], DEPENDENT: ranges[1]})
        return
    for key in relation.from_:
        _declare(types, spans[key].type, ANNOTATION, {layer.reference: FS_ARRAY})
    if layer.link:
        _declare(types, layer.link, TOP, {**features, "role": STRING, "target": ANNOTATION})


def _strings(attributes: tuple[Attribute, ...], names: Mapping[str, str]) -> dict[str, str]:
    return {names[one.key]: STRING for one in attributes}
