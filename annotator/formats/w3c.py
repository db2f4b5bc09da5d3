"""Web Annotation (W3C): one page of annotations in JSON-LD.

A reading begins with an annotation that describes the article by its text, and holds what native JSON Lines says of it
beside text and marks. A span is an annotation that classifies a stretch of the article, by position (code points) and
by quote; several parts are a composite. Attributes are tags `key=value`; an actor of Wikidata is identified by its
address. A relation is an annotation that links one span with another, a comment one that comments or replies. The
object `musnad` holds the rest (`native_notes.py`); the context types it as JSON, which RDF keeps as it is.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import quote

import msgspec

from annotator.domain.annotator import Annotator
from annotator.domain.comment import Comment
from annotator.domain.span import Part
from annotator.formats.dataset import Dataset, Sink
from annotator.formats.jsonl_layout import Line, RelationItem, SpanItem, line_of
from annotator.formats.losses import Feature
from annotator.formats.native_notes import KEY, record_notes, relation_notes, span_notes
from annotator.formats.options import Options, named
from annotator.formats.record import Record
from annotator.formats.registry import writer
from annotator.formats.written_names import WrittenNames, any_name

CONTEXT = ("http://www.w3.org/ns/anno.jsonld", {KEY: {"@id": "urn:musnad:notes", "@type": "@json"}})
DOCUMENT, READING, SPAN = "urn:musnad:document:", "urn:musnad:reading:", "urn:musnad:span:"
RELATION, COMMENT = "urn:musnad:relation:", "urn:musnad:comment:"
WIKIDATA = "http://www.wikidata.org/entity/"
AROUND = 32
"""Code points of text that a quote has on each side, so that it is found again in a text that was changed."""

HOLDS = (
    Feature.OVERLAP
    | Feature.NESTING
    | Feature.DISCONTINUITY
    | Feature.SUB_TOKEN
    | Feature.ATTRIBUTES
    | Feature.RELATIONS
    | Feature.RELATION_ATTRIBUTES
    | Feature.ANNOTATORS
    | Feature.COMMENTS
)

Annotation = dict[str, Any]


@writer(
    id="w3c",
    title="Web Annotation (W3C)",
    use="keeping",
    about=named("Annotations as the web standard describes them, in JSON-LD"),
    suffix=".jsonld",
    holds=HOLDS,
    shape="file_or_parts",
)
def write_w3c(dataset: Dataset, out: Sink, _: Options) -> None:
    """Write one page of annotations, or one for each part of a divided dataset; an annotation a line."""
    encode = msgspec.json.Encoder().encode
    names = WrittenNames(dataset.scheme, any_name)
    for name, records in dataset.parts():
        page = {"@context": CONTEXT, "id": f"urn:musnad:dataset:{quote(name)}", "type": "AnnotationPage"}
        with out.file(f"{name}.jsonld") as stream:
            stream.write(encode(page)[:-1] + b',"items":[')
            before = b"\n"
            for record in records:
                for annotation in annotations(record, names):
                    stream.write(before + encode(annotation))
                    before = b",\n"
            stream.write(b"\n]}\n")


def annotations(record: Record, names: WrittenNames) -> Iterator[Annotation]:
    """Yield the annotations that a reading is."""
    line = line_of(record)
    by = _creator(record.annotator)
    labels, kinds = names.labels, names.relations
    yield _described(line, record, by)
    for item in line.spans:
        yield _marked(item, line, by, labels.get(item.label, item.label))
    for one in line.relations:
        yield _linked(one, by, kinds.get(one.label, one.label))
    people = {author.handle: author for author in record.authors}
    for comment in record.comments:
        author = people.get(comment.annotator) or Annotator(handle=comment.annotator)
        yield _commented(comment, record.annotator if record.annotator == author else author)


def _creator(annotator: Annotator | None) -> dict[str, Any]:
    """Return the creator of an annotation; nothing where nobody made it."""
    if annotator is None:
        return {}
    kinds = {"person": "Person", "model": "Software", "gold": "Organization"}
    named = {"name": annotator.name} if annotator.name else {}
    return {"creator": {"type": kinds[annotator.kind], "account": annotator.handle, **named}}


def _described(line: Line, record: Record, by: Mapping[str, Any]) -> Annotation:
    handle = record.annotator.handle if record.annotator else ""
    return {
        "id": f"{READING}{record.document.id}:{quote(handle, safe='')}",
        "type": "Annotation",
        "motivation": "describing",
        **by,
        "body": {
            "type": "TextualBody",
            "purpose": "describing",
            "value": line.text,
            "format": "text/plain",
            "language": line.language,
        },
        "target": {"id": f"{DOCUMENT}{record.document.id}", "type": "Text"},
        KEY: record_notes(line),
    }


def _marked(item: SpanItem, line: Line, by: Mapping[str, Any], label: str) -> Annotation:
    bodies = [
        _text(label, "classifying"),
        *(_text(f"{key}={value}", "tagging") for key, value in item.attributes.items()),
    ]
    if item.actor is not None and item.actor.wikidata:
        source = f"{WIKIDATA}{item.actor.wikidata}"
        bodies.append({"type": "SpecificResource", "purpose": "identifying", "source": source})
    stretches = [_stretch(line, part) for part in item.parts or ()]
    return {
        "id": f"{SPAN}{item.id}",
        "type": "Annotation",
        "motivation": "classifying",
        **by,
        "body": bodies,
        "target": stretches[0] if len(stretches) == 1 else {"type": "Composite", "items": stretches},
        KEY: span_notes(item, attributes=False),
    }


def _stretch(line: Line, part: Part) -> Annotation:
    start, end = part
    return {
        "type": "SpecificResource",
        "source": f"{DOCUMENT}{line.id}",
        "selector": [
            {"type": "TextPositionSelector", "start": start, "end": end},
            {
                "type": "TextQuoteSelector",
                "exact": line.text[start:end],
                "prefix": line.text[max(0, start - AROUND) : start],
                "suffix": line.text[end : end + AROUND],
            },
        ],
    }


def _linked(item: RelationItem, by: Mapping[str, Any], label: str) -> Annotation:
    tags = [_text(f"{key}={value}", "tagging") for key, value in item.attributes.items()]
    notes = relation_notes(item)
    notes.attributes = {}
    return {
        "id": f"{RELATION}{item.id}",
        "type": "Annotation",
        "motivation": "linking",
        **by,
        "body": [
            _text(label, "classifying"),
            *tags,
            {"type": "SpecificResource", "purpose": "linking", "source": f"{SPAN}{item.to}"},
        ],
        "target": f"{SPAN}{item.from_}",
        KEY: notes,
    }


def _commented(comment: Comment, author: Annotator | None) -> Annotation:
    on = f"{SPAN}{comment.span_id}" if comment.span_id else f"{DOCUMENT}{comment.document_id}"
    return {
        "id": f"{COMMENT}{comment.id}",
        "type": "Annotation",
        "motivation": "replying" if comment.reply_to else "commenting",
        **_creator(author),
        **({"created": comment.made} if "T" in comment.made else {}),
        "body": _text(comment.text, "replying" if comment.reply_to else "commenting"),
        "target": f"{COMMENT}{comment.reply_to}" if comment.reply_to else on,
    }


def _text(value: str, purpose: str) -> Annotation:
    return {"type": "TextualBody", "purpose": purpose, "value": value}


def tags_of(bodies: Sequence[Any]) -> dict[str, str]:
    """Return the attributes that tags say."""
    said = [str(one.get("value")) for one in bodies if isinstance(one, dict) and one.get("purpose") == "tagging"]
    return {key: value for key, equals, value in (text.partition("=") for text in said) if equals and key}
