"""doccano's JSON Lines for sequence labelling with relations: one reading a line.

A line is `{"id", "text", "entities": [{"id", "label", "start_offset", "end_offset"}], "relations": [{"id", "from_id",
"to_id", "type"}], "Comments": [], "musnad": {}}`. doccano keeps fields that it does not know as metadata and hands
them out again, so what it has no place for comes back (`native_notes.py`). It numbers entities anew on the way:
ours are found again by what they say. A discontinuous span is an entity a part.
"""

import posixpath
import re
from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, BinaryIO

import msgspec

from annotator.domain.ids import digest
from annotator.formats.dataset import Dataset, Sink
from annotator.formats.folder_sources import (
    LARGEST_COMPARED_BYTES,
    PARTS_OF_DATASETS,
    from_root,
    handle_of,
    stem,
)
from annotator.formats.json_lines import decoded, numbered, texts_of
from annotator.formats.jsonl import NativeLines
from annotator.formats.jsonl_layout import CommentItem, Line, line_of
from annotator.formats.losses import Feature
from annotator.formats.native_notes import (
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
from annotator.formats.registry import LIKELY, SURE, reader, writer
from annotator.formats.source import Source
from annotator.formats.written_names import WrittenNames, any_name

HOLDS = Feature.OVERLAP | Feature.NESTING | Feature.SUB_TOKEN | Feature.RELATIONS

_OWN = re.compile(rb'"(?:entities"\s*:\s*\[|start_offset"\s*:|labels?"\s*:\s*\[\s*[\[\]])')
_NOBODY = frozenset(("all", "unknown"))
"""The files in which doccano puts what several people labelled together, and what nobody has."""


class Entity(msgspec.Struct):
    id: int
    label: str
    start_offset: int
    end_offset: int


class Link(msgspec.Struct):
    id: int
    from_id: int
    to_id: int
    type: str


class UserLabel(msgspec.Struct):
    """A label as doccano kept it at first: the number of the label, and of the user who gave it."""

    label: int | str
    start_offset: int
    end_offset: int
    user: int | str | None = None


class DoccanoNotes(msgspec.Struct, kw_only=True):
    """Our fields beside doccano's; marks are found again by their labels, places and ends."""

    record: dict[str, Any] = {}
    spans: tuple[SpanNotes, ...] = ()
    relations: tuple[RelationNotes, ...] = ()


class Example(msgspec.Struct, kw_only=True, rename={"comments": "Comments"}):
    """The layout of a line; `label`, `labels` and `annotations` are what doccano wrote before it had relations."""

    id: int | None = None
    text: str
    entities: list[Entity] = []
    relations: list[Link] = []
    label: list[tuple[int, int, str]] = []
    labels: list[tuple[int, int, str]] = []
    annotations: list[UserLabel] = []
    comments: list[Any] = []
    musnad: DoccanoNotes | None = None


@writer(
    id="doccano",
    title="doccano",
    use="tools",
    about=named("Spans and relations to go on with in doccano"),
    suffix=".jsonl",
    holds=HOLDS,
    shape="file_or_parts",
)
def write_doccano(dataset: Dataset, out: Sink, _: Options) -> None:
    """Write a line for each reading, in one file or one for each part of a divided dataset."""
    encode = msgspec.json.Encoder().encode
    names = WrittenNames(dataset.scheme, any_name)
    for name, records in dataset.parts():
        with out.file(f"{name}.jsonl") as stream:
            entities = 0
            for number, record in enumerate(records, 1):
                line = line_of(record)
                stream.write(encode(_example(line, number, entities, names)) + b"\n")
                entities += sum(len(span.parts or ()) for span in line.spans) + len(line.relations)


def _example(line: Line, number: int, count: int, names: WrittenNames) -> dict[str, Any]:
    """The line of doccano's; ids of entities and relations go on from `count`."""
    labels, kinds = names.labels, names.relations
    entities, first = list[Entity](), dict[str, int]()
    for span in line.spans:
        first[span.id] = count + len(entities) + 1
        for start, end in span.parts or ():
            name = labels.get(span.label, span.label)
            entities.append(Entity(count + len(entities) + 1, name, start, end))
    relations = [
        Link(count + len(entities) + place, first[one.from_], first[one.to], kinds.get(one.label, one.label))
        for place, one in enumerate(line.relations, 1)
    ]
    return {
        "id": number,
        "text": line.text,
        "entities": entities,
        "relations": relations,
        "Comments": [comment.text for comment in line.comments or ()],
        "musnad": _notes(line, labels, kinds),
    }


def _notes(line: Line, labels: Mapping[str, str], kinds: Mapping[str, str]) -> DoccanoNotes:
    spans, relations = list[SpanNotes](), list[RelationNotes]()
    for span in line.spans:
        spans.append(span_notes(span, attributes=True))
        spans[-1].label, spans[-1].parts = labels.get(span.label, span.label), span.parts
    for relation in line.relations:
        relations.append(relation_notes(relation, ends=True))
        relations[-1].label = kinds.get(relation.label, relation.label)
    return DoccanoNotes(record=record_notes(line), spans=tuple(spans), relations=tuple(relations))


def looks_doccano(name: str, head: bytes) -> float:
    """Return how sure it is that a file is doccano's: by its suffix and the fields of its first line."""
    first = head.removeprefix(b"\xef\xbb\xbf").lstrip().partition(b"\n")[0]
    if not (first.startswith(b"{") and b'"text"' in first and _OWN.search(first)):
        return 0.0
    return SURE if name.lower().endswith((".jsonl", ".json1")) else LIKELY


@reader(id="doccano", title="doccano", suffix=".jsonl", sniff=looks_doccano, texts_of=texts_of)
def read_doccano(source: Source) -> Iterator[Record]:
    """Yield a record for each line. Raises InputError with the reason; `source.line` says where."""
    decoder, lines = msgspec.json.Decoder(Example), NativeLines(source)
    whose = _user_of(source)
    for raw in numbered(source):
        example = decoded(raw, decoder)
        for handle, one in _by_user(example, whose):
            line = _line(one, msgspec.structs.replace(source, annotator=handle))
            yield source.fitted(lines.record(line, ours=example.musnad is not None))


def _user_of(source: Source) -> str:
    """Return whose labels a file holds: in a folder doccano has a file for each of several users, called like them."""
    name = posixpath.basename(stem(source.name))
    folder = posixpath.dirname(source.name)
    beside = [one for one in source.files if one.lower().endswith(".jsonl") and posixpath.dirname(one) == folder]
    others = [one for one in beside if one != source.name]
    if not others or name.lower() in PARTS_OF_DATASETS | _NOBODY:
        return source.annotator
    unlabelled = any(posixpath.basename(stem(one)).lower() == "unknown" for one in others)
    if not unlabelled and not _share_texts(source.name, others, from_root(source)):
        return source.annotator
    return handle_of(name, source.annotator) or source.annotator


def _share_texts(name: str, others: Sequence[str], open: Callable[[str], BinaryIO]) -> bool:
    """Return whether a text of a file stands in another one too, as where several people read it."""
    found: set[str] = set()
    for place, one in enumerate((name, *others)):
        with open(one) as stream:
            texts = set(texts_of(stream.read(LARGEST_COMPARED_BYTES)))
        if place and texts & found:
            return True
        found = found or texts
    return False


def _by_user(example: Example, mine: str) -> Iterator[tuple[str, Example]]:
    """Yield an example for each user who labelled it, as the first versions told them apart."""
    users: defaultdict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for one in example.annotations:
        handle = mine if one.user is None else handle_of(f"user{one.user}", mine) or mine
        users[handle].append((one.start_offset, one.end_offset, str(one.label)))
    if not users:
        yield mine, example
    for handle, labels in users.items():
        yield handle, msgspec.structs.replace(example, labels=[*example.labels, *labels])


def _line(example: Example, source: Source) -> Line:
    notes = example.musnad or DoccanoNotes()
    said = notes.record if example.musnad else None
    if said is None and _is_unlabelled(example, source.name):
        said = {}
    entities = [*example.entities, *_older((*example.label, *example.labels))]
    spans, keys = _spans(entities, notes.spans)
    line = native_line(example.text, said, spans, _relations(example.relations, keys, notes.relations), source)
    return line if example.musnad else _with_comments(line, example.comments, source.annotator)


def _is_unlabelled(example: Example, name: str) -> bool:
    nothing = not (example.entities or example.label or example.labels)
    return nothing and posixpath.basename(stem(name)).lower() == "unknown"


def _older(labels: Iterable[tuple[int, int, str]]) -> list[Entity]:
    return [Entity(-place, label, start, end) for place, (start, end, label) in enumerate(labels, 1)]


def _spans(entities: Iterable[Entity], noted: Iterable[SpanNotes]) -> tuple[list[ToolSpan], dict[int, str]]:
    """The spans that entities make: those we know by what they say, and the rest as they are."""
    held: defaultdict[tuple[str, int, int], deque[int]] = defaultdict(deque)
    for one in entities:
        held[one.label, one.start_offset, one.end_offset].append(one.id)
    spans, keys = list[ToolSpan](), dict[int, str]()
    for span in noted:
        places = [(span.label, start, end) for start, end in span.parts or ()]
        if not places or any(not held[place] for place in places):
            continue
        keys |= {held[place].popleft(): span.id for place in places}
        spans.append(ToolSpan(key=span.id, label=span.label, parts=span.parts or (), notes=span))
    for (label, start, end), ids in held.items():
        for id in ids:
            keys[id] = f"entity {id}"
            spans.append(ToolSpan(key=keys[id], label=label, parts=((start, end),)))
    return spans, keys


def _relations(
    links: Iterable[Link], keys: Mapping[int, str], noted: Iterable[RelationNotes]
) -> Iterator[ToolRelation]:
    held: defaultdict[tuple[str, str, str], deque[RelationNotes]] = defaultdict(deque)
    for one in noted:
        held[one.label, one.from_, one.to].append(one)
    for link in links:
        ends = keys.get(link.from_id, f"entity {link.from_id}"), keys.get(link.to_id, f"entity {link.to_id}")
        known = held[link.type, *ends]
        notes = known.popleft() if known else RelationNotes()
        yield ToolRelation(label=link.type, from_key=ends[0], to_key=ends[1], notes=notes)


def _with_comments(line: Line, said: Iterable[Any], mine: str) -> Line:
    """The line with what people said of it in doccano, which does not tell who did."""
    texts = dict.fromkeys(one for one in said if isinstance(one, str) and one.strip())
    made = tuple(CommentItem(id=digest(f"comment\n{line.text}\n{text}"), text=text, annotator=mine) for text in texts)
    return msgspec.structs.replace(line, comments=made or msgspec.UNSET)
