"""Prodigy's JSON Lines: one task a line, with tokens, spans and relations.

A span is a row of tokens, so the option `edges` says what becomes of one that ends inside a token: by default the token
is cut there. A discontinuous span is a span a part. Prodigy hands fields that it does not know out again: a span has
our `id`, and what else is ours lies under `musnad` (`native_notes.py`). Whose task it is stands in `_annotator_id`.

A task that was rejected or ignored is no reading: its article comes in without marks.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal

import msgspec
from msgspec import UNSET, UnsetType

from annotator.domain.annotator import is_handle
from annotator.domain.span import Part
from annotator.errors import InputError
from annotator.formats.dataset import Dataset, Sink
from annotator.formats.json_lines import decoded, numbered, texts_of
from annotator.formats.jsonl import NativeLines
from annotator.formats.jsonl_layout import Line, line_of
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
from annotator.formats.spans_on_tokens import EdgesOption, Laid, Placed, TokenLosses, laid, lost_on_tokens
from annotator.formats.written_names import WrittenNames, any_name

TOKEN = "Token"
"""The label of a token that a relation leads to without a span."""

_OWN = re.compile(rb'"(?:tokens|token_start|head_span|_input_hash|_task_hash|_annotator_id|answer)"\s*:')


class TaskToken(msgspec.Struct):
    text: str
    start: int
    end: int
    id: int
    ws: bool = True


class TaskSpan(msgspec.Struct, kw_only=True, omit_defaults=True):
    """A row of tokens, `token_end` included; `musnad` stands at the first of the spans that are one of ours."""

    start: int
    end: int
    token_start: int = -1
    token_end: int = -1
    label: str
    id: str | int | None = None
    musnad: SpanNotes | None = None


class EndSpan(msgspec.Struct):
    """The span at an end of a relation."""

    start: int
    end: int
    token_start: int
    token_end: int
    label: str | None = None


class TaskRelation(msgspec.Struct, kw_only=True, omit_defaults=True):
    """A link between two tokens, and the spans that they stand for."""

    head: int
    child: int
    head_span: EndSpan | None = None
    child_span: EndSpan | None = None
    label: str
    musnad: RelationNotes | None = None


class Task(
    msgspec.Struct, kw_only=True, omit_defaults=True, rename={"annotator": "_annotator_id", "session": "_session_id"}
):
    """The layout of a line."""

    text: str
    meta: dict[str, Any] = {}
    tokens: list[TaskToken] = []
    spans: list[TaskSpan] | None = None
    relations: list[TaskRelation] | None = None
    answer: Literal["accept", "reject", "ignore"] | UnsetType = UNSET
    annotator: str | int | None = None
    session: str | int | None = None
    musnad: dict[str, Any] | None = None


class ProdigyOptions(Options, frozen=True, kw_only=True):
    """Options of the conversion from spans to rows of tokens."""

    edges: EdgesOption = "split"


def count_lost(dataset: Dataset, options: ProdigyOptions) -> Mapping[str, int]:
    """Return what tokens cannot say, by kind."""
    return lost_on_tokens(dataset.records, options.edges)


@writer(
    id="prodigy",
    title="Prodigy",
    use="tools",
    about=named("Spans and relations on tokens, for Prodigy"),
    suffix=".jsonl",
    holds=Feature.OVERLAP | Feature.NESTING | Feature.RELATIONS | Feature.ANNOTATORS,
    shape="file_or_parts",
    options=ProdigyOptions,
    count=count_lost,
    counted=Feature.SUB_TOKEN,
)
def write_prodigy(dataset: Dataset, out: Sink, options: ProdigyOptions) -> Mapping[str, int]:
    """Write a task for each reading, in one file or one for each part of a divided dataset; return what is lost."""
    encode = msgspec.json.Encoder().encode
    names, lost = WrittenNames(dataset.scheme, any_name), TokenLosses()
    for name, records in dataset.parts():
        with out.file(f"{name}.jsonl") as stream:
            for record in records:
                found = laid(record, options.edges)
                lost.note(record, found.ranges, found.rows)
                stream.write(encode(_task(record, found, names)) + b"\n")
    return lost.counts


def _task(record: Record, found: Laid, names: WrittenNames) -> Task:
    text, line, tokens, ranges = record.document.text, line_of(record), found.tokens, found.ranges
    placed = {id: rows for id, rows in found.rows.items() if rows}
    opened = record.annotator is not None
    return Task(
        text=text,
        meta={"title": record.document.title},
        tokens=[
            TaskToken(text[token.start : token.end], token.start, token.end, number, token.space)
            for number, token in enumerate(tokens)
        ],
        spans=list(_spans(line, placed, ranges, names.labels)),
        relations=list(_relations(line, placed, ranges, names)),
        answer="accept" if opened else UNSET,
        annotator=line.annotator,
        musnad=record_notes(line),
    )


def _spans(
    line: Line, placed: Mapping[str, Sequence[Placed]], ranges: Sequence[Part], names: Mapping[str, str]
) -> Iterator[TaskSpan]:
    for item in line.spans:
        rows = placed.get(item.id, ())
        for number, row in enumerate(rows):
            at = ranges[rows[0].first][0], ranges[rows[-1].last - 1][1]
            yield TaskSpan(
                start=ranges[row.first][0],
                end=ranges[row.last - 1][1],
                token_start=row.first,
                token_end=row.last - 1,
                label=names.get(item.label, item.label),
                id=item.id,
                musnad=None if number else span_notes(item, attributes=True, at=at),
            )


def _relations(
    line: Line, placed: Mapping[str, Sequence[Placed]], ranges: Sequence[Part], names: WrittenNames
) -> Iterator[TaskRelation]:
    labels, kinds = names.labels, names.relations

    def end(span_id: str) -> EndSpan:
        row = placed[span_id][0]
        label = labels.get(row.span.label, row.span.label)
        return EndSpan(ranges[row.first][0], ranges[row.last - 1][1], row.first, row.last - 1, label)

    for item in line.relations:
        if item.from_ in placed and item.to in placed:
            head, child = end(item.from_), end(item.to)
            yield TaskRelation(
                head=head.token_end,
                child=child.token_end,
                head_span=head,
                child_span=child,
                label=kinds.get(item.label, item.label),
                musnad=relation_notes(item, ends=True),
            )


def looks_prodigy(name: str, head: bytes) -> float:
    """Return how sure it is that a file is Prodigy's: by its suffix and the fields of its first line."""
    first = head.removeprefix(b"\xef\xbb\xbf").lstrip().partition(b"\n")[0]
    if not (first.startswith(b"{") and b'"text"' in first and _OWN.search(first)):
        return 0.0
    return SURE if name.lower().endswith(".jsonl") else LIKELY


@reader(id="prodigy", title="Prodigy", suffix=".jsonl", sniff=looks_prodigy, texts_of=texts_of)
def read_prodigy(source: Source) -> Iterator[Record]:
    """Yield a record for each task. Raises InputError with the reason; `source.line` says where."""
    decoder, lines = msgspec.json.Decoder(Task), NativeLines(source)
    for raw in numbered(source):
        task = decoded(raw, decoder)
        refused = task.answer in ("reject", "ignore")
        spans = [] if refused else list(_tool_spans(task))
        relations = [] if refused else list(_tool_relations(task, spans))
        line = native_line(task.text, _said(task, refused), spans, relations, source)
        yield source.fitted(lines.record(line, ours=task.musnad is not None))


def _said(task: Task, refused: bool) -> Mapping[str, Any] | None:
    """Return the facts of the reading: our notes, or Prodigy's name for who answered."""
    if refused:
        return {key: value for key, value in (task.musnad or {}).items() if key not in ("annotator", "status")}
    if task.musnad is not None:
        return task.musnad
    name = str(task.annotator or task.session or "")
    if name == str(task.session or name):
        # A session is called after the dataset and the person: news-omar.
        name = name.rpartition("-")[2]
    return {"annotator": name, "status": "done"} if is_handle(name) else None


def _tool_spans(task: Task) -> Iterator[ToolSpan]:
    """Yield the spans of a task; those with the same id are the parts of one.

    A token that a relation leads to, and that lies in no span, is one too.
    """
    parts: dict[str, list[TaskSpan]] = {}
    for number, one in enumerate(task.spans or ()):
        parts.setdefault(f"span {number}" if one.id is None else str(one.id), []).append(one)
    for key, held in parts.items():
        yield ToolSpan(
            key=key,
            label=held[0].label,
            parts=tuple((one.start, one.end) for one in held),
            notes=held[0].musnad or SpanNotes(),
        )
    places = [(one.start, one.end) for one in task.spans or ()]
    for number in sorted({end for one in task.relations or () for end in (one.head, one.child)}):
        token = task.tokens[number] if 0 <= number < len(task.tokens) else None
        if token is not None and not any(start <= token.start < end for start, end in places):
            yield ToolSpan(key=f"token {number}", label=TOKEN, parts=((token.start, token.end),))


def _tool_relations(task: Task, spans: Sequence[ToolSpan]) -> Iterator[ToolRelation]:
    known = {span.key for span in spans}
    for one in task.relations or ():
        notes = one.musnad
        if notes is not None and {notes.from_, notes.to} <= known:
            yield ToolRelation(label=one.label, from_key=notes.from_, to_key=notes.to, notes=notes)
            continue
        ends = _end(task, spans, one.head_span, one.head), _end(task, spans, one.child_span, one.child)
        yield ToolRelation(label=one.label, from_key=ends[0], to_key=ends[1])


def _end(task: Task, spans: Sequence[ToolSpan], end: EndSpan | None, token: int) -> str:
    """The span at an end of a relation: the one that it names, or else the shortest around its token."""
    if end is not None:
        for span in spans:
            if (end.start, end.end) in span.parts and end.label in (None, span.label):
                return span.key
    if not 0 <= token < len(task.tokens):
        raise InputError(
            "a relation leads to token {token}, and there are {count}", token=token, count=len(task.tokens)
        )
    at = task.tokens[token].start
    return min((stop - start, span.key) for span in spans for start, stop in span.parts if start <= at < stop)[1]
