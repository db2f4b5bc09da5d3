"""spaCy: docs in a DocBin, which `spacy train` and `DocBin().from_disk` read.

A reading is a doc. Its spans are the group `sc`, the name that span categorizers look for; those with the same `id_`
are the parts of one, and `kb_id_` is the actor that a mention names. Attributes are `doc._.attributes`, by the span's
`id_`, and relations `doc._.relations`; whoever wants them registers both with `Doc.set_extension(name, default=None)`.
What has no place stands in `doc.user_data["musnad"]` (`native_notes.py`). spaCy's models have tokens of their own, so
by default a span that ends inside a token takes the token in.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec

from annotator.domain.span import Part
from annotator.errors import InputError
from annotator.formats.dataset import Dataset, Sink
from annotator.formats.docbin import LARGEST_BYTES, PackedDoc, PackedSpan, read_docs, written_docs
from annotator.formats.jsonl import NativeLines
from annotator.formats.jsonl_layout import Line, SpanItem, line_of
from annotator.formats.losses import Feature
from annotator.formats.native_notes import (
    KEY,
    RelationNotes,
    SpanNotes,
    ToolRelation,
    ToolSpan,
    native_line,
    record_notes,
    relation_notes,
    span_notes,
)
from annotator.formats.options import Options, named
from annotator.formats.record import Record
from annotator.formats.registry import reader, writer
from annotator.formats.source import Source
from annotator.formats.spans_on_tokens import EdgesOption, Laid, Placed, TokenLosses, laid, lost_on_tokens
from annotator.formats.written_names import WrittenNames, any_name

GROUP = "sc"
HOLDS = (
    Feature.OVERLAP
    | Feature.NESTING
    | Feature.ATTRIBUTES
    | Feature.RELATIONS
    | Feature.RELATION_ATTRIBUTES
    | Feature.ACTORS
    | Feature.ANNOTATORS
)


class SpacyOptions(Options, frozen=True, kw_only=True):
    """Options of the conversion from spans to rows of tokens."""

    edges: EdgesOption = "expand"


class SpacyRelation(msgspec.Struct, kw_only=True, rename={"from_": "from"}):
    """An item of `doc._.relations`; its ends are the `id_` of spans."""

    label: str
    from_: str
    to: str
    attributes: dict[str, str] = {}


class SpacyNotes(msgspec.Struct, kw_only=True, omit_defaults=True):
    """Our part of `user_data`: of the reading, of spans by their `id_`, of relations in their order."""

    record: dict[str, Any] = {}
    spans: dict[str, SpanNotes] = {}
    relations: list[RelationNotes] = []


def count_lost(dataset: Dataset, options: SpacyOptions) -> Mapping[str, int]:
    """Return what tokens cannot say, by kind."""
    return lost_on_tokens(dataset.records, options.edges)


def shown(data: bytes) -> str:
    """Return the docs of a file, each as JSON: its words and its groups of spans."""
    docs = [{"words": doc.words, "spans": doc.groups} for doc in read_docs(data)]
    return "\n".join(msgspec.json.encode(doc).decode() for doc in docs)


@writer(
    id="spacy",
    title="spaCy",
    use="training",
    about=named("DocBin with span groups and relations, for spaCy"),
    suffix=".spacy",
    holds=HOLDS,
    shape="file_or_parts",
    options=SpacyOptions,
    count=count_lost,
    counted=Feature.SUB_TOKEN,
    show=shown,
)
def write_spacy(dataset: Dataset, out: Sink, options: SpacyOptions) -> Mapping[str, int]:
    """Write a DocBin, or one for each part of a divided dataset; return what is lost."""
    names, lost = WrittenNames(dataset.scheme, any_name), TokenLosses()
    for name, records in dataset.parts():
        with out.file(f"{name}.spacy") as stream, written_docs(stream) as docs:
            for record in records:
                found = laid(record, options.edges)
                lost.note(record, found.ranges, found.rows)
                docs.add(_doc(record, found, names))
    return lost.counts


def _doc(record: Record, found: Laid, names: WrittenNames) -> PackedDoc:
    text, line, ranges = record.document.text, line_of(record), found.ranges
    placed = {id: rows for id, rows in found.rows.items() if rows}
    spans = [item for item in line.spans if item.id in placed]
    ids = {item.id: str(number) for number, item in enumerate(spans)}
    return PackedDoc(
        words=[text[start:end] for start, end in ranges],
        spaces=[token.space for token in found.tokens],
        groups={GROUP: list(_spans(spans, ids, placed, ranges, names.labels))},
        user_data=_said(line, spans, ids, placed, ranges, names),
    )


def _spans(
    spans: Sequence[SpanItem],
    ids: Mapping[str, str],
    placed: Mapping[str, Sequence[Placed]],
    ranges: Sequence[Part],
    names: Mapping[str, str],
) -> Iterator[PackedSpan]:
    for item in spans:
        actor = (item.actor.wikidata or item.actor.id) if item.actor else ""
        for row in placed[item.id]:
            yield PackedSpan(
                label=names.get(item.label, item.label),
                first=row.first,
                last=row.last,
                start=ranges[row.first][0],
                end=ranges[row.last - 1][1],
                id=ids[item.id],
                kb_id=actor,
            )


def _said(
    line: Line,
    spans: Sequence[SpanItem],
    ids: Mapping[str, str],
    placed: Mapping[str, Sequence[Placed]],
    ranges: Sequence[Part],
    names: WrittenNames,
) -> dict[Any, Any]:
    """Return the content of `user_data`."""
    kinds = names.relations
    links = [one for one in line.relations if one.from_ in ids and one.to in ids]
    notes = SpacyNotes(record=record_notes(line))
    for item in spans:
        rows = placed[item.id]
        at = ranges[rows[0].first][0], ranges[rows[-1].last - 1][1]
        notes.spans[ids[item.id]] = span_notes(item, attributes=False, at=at)
    for one in links:
        notes.relations.append(relation_notes(one))
        notes.relations[-1].attributes = {}
    return {
        _extension("attributes"): {ids[item.id]: dict(item.attributes) for item in spans if item.attributes},
        _extension("relations"): [
            SpacyRelation(
                label=kinds.get(one.label, one.label),
                from_=ids[one.from_],
                to=ids[one.to],
                attributes=dict(one.attributes),
            )
            for one in links
        ],
        KEY: notes,
    }


def _extension(name: str) -> tuple[str, str, None, None]:
    """Return where spaCy keeps an extension of a doc."""
    return "._.", name, None, None


def _texts(data: bytes) -> object:
    return [doc.text for doc in read_docs(data)]


@reader(id="spacy", title="spaCy", suffix=".spacy", texts_of=_texts)
def read_spacy(source: Source) -> Iterator[Record]:
    """Yield a record for each doc. Raises InputError that names the doc."""
    data = source.stream.read(LARGEST_BYTES + 1)
    lines = NativeLines(source)
    for number, doc in enumerate(read_docs(data), 1):
        try:
            yield source.fitted(lines.record(_line(doc, source), ours=KEY in doc.user_data))
        except InputError as error:
            raise InputError("doc {number}: {reason}", number=number, reason=error) from error


def _line(doc: PackedDoc, source: Source) -> Line:
    said = doc.user_data.get(KEY)
    notes = _converted(said or {}, SpacyNotes)
    attributes = _converted(doc.user_data.get(_extension("attributes")) or {}, dict[str, dict[str, str]])
    relations = _converted(_linked(doc.user_data.get(_extension("relations"))), list[SpacyRelation])
    spans = list(_tool_spans(doc, attributes, notes))
    links = list(_tool_relations(relations, notes))
    return native_line(doc.text, notes.record if said else None, spans, links, source)


def _linked(said: Any) -> list[Any]:
    """Return `doc._.relations` in our words; other people's extensions of this name are not ours to read."""
    items = said if isinstance(said, list | tuple) else ()
    return [one for one in items if isinstance(one, dict) and {"label", "from", "to"} <= one.keys()]


def _tool_spans(doc: PackedDoc, attributes: Mapping[str, dict[str, str]], notes: SpacyNotes) -> Iterator[ToolSpan]:
    """Yield the spans of all groups; those of one group with the same `id_` are the parts of one."""
    parts: dict[str, list[PackedSpan]] = {}
    for name, spans in doc.groups.items():
        for number, one in enumerate(spans):
            key = one.id if one.id and name == GROUP else f"{name} {number}"
            parts.setdefault(key, []).append(one)
    for key, held in parts.items():
        yield ToolSpan(
            key=key,
            label=held[0].label,
            parts=tuple((one.start, one.end) for one in held),
            attributes=attributes.get(key, {}),
            notes=notes.spans.get(key) or SpanNotes(),
        )


def _tool_relations(relations: Sequence[SpacyRelation], notes: SpacyNotes) -> Iterator[ToolRelation]:
    known = notes.relations if len(notes.relations) == len(relations) else [RelationNotes() for _ in relations]
    for one, held in zip(relations, known, strict=True):
        yield ToolRelation(label=one.label, from_key=one.from_, to_key=one.to, attributes=one.attributes, notes=held)


def _converted(said: Any, kind: Any) -> Any:
    try:
        return msgspec.convert(said, kind)
    except msgspec.ValidationError as error:
        raise InputError("user_data: {reason}", reason=str(error)) from error
