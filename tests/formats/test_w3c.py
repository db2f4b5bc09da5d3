"""Web Annotations: what JSON-LD makes of them, the rules of the model, and what others have added since."""

import io
import json
from typing import Any

import pytest

from annotator import Project
from annotator.errors import InputError
from annotator.formats.record import Record
from annotator.formats.registry import SURE, find_reader
from annotator.formats.source import Source
from annotator.services.readings import records_of
from annotator.services.selection import Chosen
from tests.formats.sinks import written
from tests.services.test_round_trip import SCHEME

OA, RDF, DCTERMS = (
    "http://www.w3.org/ns/oa#",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "http://purl.org/dc/terms/",
)
CONTEXT = "http://www.w3.org/ns/anno.jsonld"
# What the context says of the terms that we write.
TERMS: dict[str, Any] = {
    "oa": OA,
    "as": "http://www.w3.org/ns/activitystreams#",
    "id": {"@id": "@id", "@type": "@id"},
    "type": {"@id": "@type", "@type": "@id"},
    **{name: f"oa:{name}" for name in ("Annotation", "TextualBody", "SpecificResource", "Composite")},
    **{name: f"oa:{name}" for name in ("TextPositionSelector", "TextQuoteSelector", "classifying", "describing")},
    **{name: f"oa:{name}" for name in ("linking", "tagging", "identifying", "commenting", "replying")},
    **{name: f"oa:{name}" for name in ("start", "end", "exact", "prefix", "suffix")},
    **{name: f"http://xmlns.com/foaf/0.1/{name}" for name in ("Person", "Organization", "name")},
    "account": "http://xmlns.com/foaf/0.1/nick",
    "Software": "as:Application",
    "Text": "http://purl.org/dc/dcmitype/Text",
    "AnnotationPage": "as:OrderedCollectionPage",
    "items": {"@id": "as:items", "@type": "@id", "@container": "@list"},
    "body": {"@id": "oa:hasBody", "@type": "@id"},
    "target": {"@id": "oa:hasTarget", "@type": "@id"},
    "source": {"@id": "oa:hasSource", "@type": "@id"},
    "selector": {"@id": "oa:hasSelector", "@type": "@id"},
    "creator": {"@id": f"{DCTERMS}creator", "@type": "@id"},
    "created": f"{DCTERMS}created",
    "motivation": {"@id": "oa:motivatedBy", "@type": "@vocab"},
    "purpose": {"@id": "oa:hasPurpose", "@type": "@vocab"},
    "value": f"{RDF}value",
    "format": "http://purl.org/dc/elements/1.1/format",
    "language": "http://purl.org/dc/elements/1.1/language",
}


@pytest.fixture
def records(sample: Project) -> list[Record]:
    return list(records_of(sample, Chosen(), None))[:3]


def page_of(records: list[Record]) -> dict[str, Any]:
    [data] = written("w3c", records, SCHEME).values()
    made: dict[str, Any] = json.loads(data)
    return made


def read(page: object) -> list[Record]:
    source = Source(stream=io.BytesIO(json.dumps(page).encode()), scheme=SCHEME, annotator="salma")
    return list(find_reader("w3c").read(source))


def test_json_ld_expands_every_annotation(records: list[Record]) -> None:
    from pyld import jsonld

    def load(url: str, _: object) -> dict[str, Any]:
        assert url == CONTEXT
        return {"contextUrl": None, "documentUrl": url, "document": {"@context": TERMS}}

    [expanded] = jsonld.expand(page_of(records), {"documentLoader": load})
    [items] = [one["@list"] for one in expanded["http://www.w3.org/ns/activitystreams#items"]]
    spans = [one for one in items if f"{OA}classifying" in _ids(one, "motivatedBy")]
    assert len(spans) == sum(len(one.spans) for one in records)
    links = [one for one in items if f"{OA}linking" in _ids(one, "motivatedBy")]
    assert len(links) == sum(len(one.relations) for one in records)
    for one in items:
        assert one["@type"] == [f"{OA}Annotation"] and one[f"{OA}hasTarget"] and one[f"{OA}hasBody"]
    kept = [one["urn:musnad:notes"][0] for one in spans]
    assert all(one["@type"] == "@json" and one["@value"]["id"] for one in kept)


def _ids(one: dict[str, Any], name: str) -> set[str]:
    return {value["@id"] for value in one[f"{OA}{name}"]}


SHAPES = f"""
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix oa: <{OA}> .
@prefix rdf: <{RDF}> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
[] a sh:NodeShape ; sh:targetClass oa:Annotation ; sh:nodeKind sh:IRI ;
  sh:property [ sh:path oa:hasTarget ; sh:minCount 1 ],
              [ sh:path oa:motivatedBy ; sh:minCount 1 ; sh:nodeKind sh:IRI ] .
[] a sh:NodeShape ; sh:targetClass oa:TextualBody ;
  sh:property [ sh:path rdf:value ; sh:minCount 1 ; sh:maxCount 1 ] .
[] a sh:NodeShape ; sh:targetClass oa:SpecificResource ;
  sh:property [ sh:path oa:hasSource ; sh:minCount 1 ; sh:maxCount 1 ; sh:nodeKind sh:IRI ] .
[] a sh:NodeShape ; sh:targetClass oa:TextPositionSelector ;
  sh:property [ sh:path oa:start ; sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:integer ; sh:minInclusive 0 ],
              [ sh:path oa:end ; sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:integer ; sh:minInclusive 0 ] .
[] a sh:NodeShape ; sh:targetClass oa:TextQuoteSelector ;
  sh:property [ sh:path oa:exact ; sh:minCount 1 ; sh:maxCount 1 ],
              [ sh:path oa:prefix ; sh:maxCount 1 ], [ sh:path oa:suffix ; sh:maxCount 1 ] .
"""


@pytest.mark.heavy
def test_the_models_rules_hold(records: list[Record]) -> None:
    import warnings

    page = page_of(records)
    page["@context"] = [TERMS, page["@context"][1]]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import pyshacl
        import rdflib

        data = rdflib.Graph().parse(data=json.dumps(page), format="json-ld")
        fits, _, told = pyshacl.validate(data, shacl_graph=rdflib.Graph().parse(data=SHAPES, format="turtle"))
        assert len(data) > 1000
    assert fits, told


def test_what_somebody_added_is_read_too(records: list[Record]) -> None:
    page = page_of(records[:1])
    document = records[0].document
    word = document.text.split()[3]
    at = document.text.index(word)
    body = {"type": "TextualBody", "purpose": "classifying", "value": "cue"}
    target = {"source": f"urn:musnad:document:{document.id}", "selector": {"type": "TextPositionSelector"}}
    target["selector"] |= {"start": at, "end": at + len(word)}  # type: ignore[operator]
    added = {"id": "urn:x:1", "type": "Annotation", "motivation": "classifying", "body": body, "target": target}
    added["creator"] = {"type": "Person", "account": "huda"}
    bookmark = {"id": "urn:x:2", "type": "Annotation", "motivation": "bookmarking", "target": target}
    page["items"] += [added, bookmark]
    first, second = read(page)
    assert first.spans == records[0].spans
    assert second.annotator is not None and second.annotator.handle == "huda"
    assert [(one.label, one.quote(document.text)) for one in second.spans] == [("cue", word)]
    target["selector"] |= {"type": "TextQuoteSelector", "exact": "ليس فيه"}  # type: ignore[operator]
    with pytest.raises(InputError, match=r"annotation \d+: it names no place in the text"):
        read(page)


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        ({"items": [3]}, "holds something that is no annotation"),
        ({"items": [{"motivation": "describing", "target": "urn:a", "body": {"type": "Text"}}]}, "without a text"),
        ({"items": [{"target": {"source": "urn:a"}, "body": {"purpose": "classifying"}}]}, "urn:a is not in"),
        ({"items": [{"motivation": "linking", "target": "urn:a", "body": []}]}, "which is no mark here"),
    ],
)
def test_what_is_wrong_is_told(page: object, reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        read(page)


def test_it_is_known_by_its_context() -> None:
    assert find_reader("w3c").sniff("a.jsonld", b'{"@context": "http://www.w3.org/ns/anno.jsonld"}') == SURE
    assert find_reader("w3c").sniff("a.jsonld", b'{"@context": "https://schema.org"}') == 0
