"""A file beside those of another program for all that they have no place for: `metadata.jsonl`, a line a reading.

A line is one of native JSON Lines without the text and the marks, which lie in the file that it names (`file`, without
suffix). What it says of single marks names them by label, parts and turn, because ids do not go along. Other programs
pass over it; reading the folder again brings everything back.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import BinaryIO

import msgspec
from msgspec import UNSET, UnsetType

from annotator.domain.comment import Comment
from annotator.domain.relation import Relation
from annotator.domain.span import Parts, Span
from annotator.domain.statement import Agreement
from annotator.errors import InputError
from annotator.formats.canonical import Ordered, turns
from annotator.formats.checking import checked_about
from annotator.formats.dataset import Dataset
from annotator.formats.json_lines import decoded, numbered
from annotator.formats.jsonl import NativeLines
from annotator.formats.jsonl_layout import CommentItem, Line, line_of
from annotator.formats.options import named
from annotator.formats.record import Record
from annotator.formats.source import Source

NAME = "metadata.jsonl"


class SpanPlace(msgspec.Struct, array_like=True, frozen=True):
    """A span as others can find it: its label, its parts, and how many before it have both."""

    label: str
    parts: Parts
    turn: int = 0


class SaidOf(CommentItem, kw_only=True):
    """A comment; `mark` is what it is on, instead of an id."""

    mark: SpanPlace | UnsetType = UNSET


class MarkItem(msgspec.Struct, kw_only=True, omit_defaults=True):
    """Something a line says of one span, or (with `label` and `to`) of one relation that leads from it."""

    mark: SpanPlace
    label: str | None = None
    to: SpanPlace | None = None
    statement: str | None = None
    agreement: Agreement | None = None
    decided_by: str | None = None


class MetadataLine(Line, kw_only=True):
    """One line: a reading, or a document that nobody has opened, in the file `file`.

    `restored` are stretches of the text that the file could not hold as they are: where, and what stands there.
    """

    file: str
    text: str = ""
    comments: tuple[SaidOf, ...] | UnsetType = UNSET
    marks: tuple[MarkItem, ...] | UnsetType = UNSET
    restored: tuple[tuple[int, str], ...] | UnsetType = UNSET


def count_lost(dataset: Dataset, _: object) -> Mapping[str, int]:
    """Return what even these lines do not tell, by kind: ids do not go along, so nothing can lead to one."""
    count = 0
    for record in dataset.records:
        count += sum(span.derived_from is not None for span in record.spans)
        count += sum(relation.derived_from is not None for relation in record.relations)
    return {named("what marks were taken from"): count} if count else {}


def item_of(record: Record, file: str, order: Ordered, restored: Sequence[tuple[int, str]] = ()) -> MetadataLine:
    """Return the line for a record whose marks lie in `file`."""
    line = line_of(msgspec.structs.replace(record, spans=(), relations=(), frames=()))
    said = {field: getattr(line, field) for field in Line.__struct_fields__}
    places = _places(order.spans)
    return MetadataLine(
        **{
            **said,
            "file": file,
            "text": "",
            "offsets": UNSET,
            "actors": tuple(sorted(line.actors or (), key=lambda one: one.id)) or UNSET,
            "statements": tuple(sorted(line.statements or (), key=lambda one: one.id)) or UNSET,
            "comments": tuple(_said_of(line.comments or (), places)) or UNSET,
            "marks": tuple(_marks(order, places)) or UNSET,
            "restored": tuple(restored) or UNSET,
        }
    )


def _places(spans: Sequence[Span]) -> dict[str, SpanPlace]:
    found = zip(spans, turns(spans), strict=True)
    return {span.id: SpanPlace(span.label, span.parts, turn) for span, turn in found}


def _said_of(comments: Sequence[CommentItem], places: Mapping[str, SpanPlace]) -> Iterator[SaidOf]:
    for comment in comments:
        said = {field: getattr(comment, field) for field in CommentItem.__struct_fields__}
        yield SaidOf(**{**said, "span": UNSET}, mark=places.get(comment.span or "", UNSET))


def _marks(order: Ordered, places: Mapping[str, SpanPlace]) -> Iterator[MarkItem]:
    for span in order.spans:
        if span.statement_id is not None or span.decided_by is not None:
            yield MarkItem(
                mark=places[span.id],
                statement=span.statement_id,
                agreement=span.agreement,
                decided_by=span.decided_by,
            )
    for one in order.relations:
        if one.decided_by is not None:
            start, end = places[one.from_id], places[one.to_id]
            yield MarkItem(mark=start, label=one.label, to=end, decided_by=one.decided_by)


def write_items(items: Sequence[MetadataLine], stream: BinaryIO) -> None:
    """Write the lines of a folder."""
    encode = msgspec.json.Encoder().encode
    for item in items:
        # The file stands first, so that nobody takes a line for one of native JSON Lines.
        said = {field: getattr(item, field) for field in MetadataLine.__struct_fields__}
        kept = {"file": item.file, **{name: value for name, value in said.items() if value is not UNSET}}
        stream.write(encode({name: value for name, value in kept.items() if value not in ("", (), [], None)}) + b"\n")


def read_items(source: Source) -> dict[str, MetadataLine]:
    """Return the lines of a folder by their files. Raises InputError; `source.line` says where."""
    decoder = msgspec.json.Decoder(MetadataLine)
    lines = NativeLines(source)
    items: dict[str, MetadataLine] = {}
    for raw in numbered(source):
        item = decoded(raw, decoder)
        # Held against the rules here, where this file and line are told; passages only where the text is known.
        checked_about(lines.record(_without_passages(_with_text(item, f"{item.file} {source.line}"))))
        items[item.file] = item
    source.line = 0
    return items


def restored_text(text: str, item: MetadataLine | None) -> str:
    """Return a text with the stretches that its file could not hold. Raises InputError."""
    if item is None or not item.restored:
        return text
    chars = list(text)
    for at, stretch in item.restored:
        if not 0 <= at <= at + len(stretch) <= len(chars):
            raise InputError(
                "{name} restores characters at {at}, outside the text of {file}", name=NAME, at=at, file=item.file
            )
        chars[at : at + len(stretch)] = stretch
    return "".join(chars)


def record_of(item: MetadataLine, text: str, source: Source) -> Record:
    """Return the record that a line tells of, with this text and without marks."""
    return NativeLines(source).record(_with_text(item, text))


def _with_text(item: MetadataLine, text: str) -> MetadataLine:
    # Without its id: somebody may have edited the text, and then it is another document.
    return msgspec.structs.replace(item, text=text, id=UNSET, spans=(), relations=())


def _without_passages(item: MetadataLine) -> MetadataLine:
    said = tuple(msgspec.structs.replace(one, parts=UNSET) for one in item.comments or ())
    return msgspec.structs.replace(item, comments=said or UNSET)


def completed(record: Record, item: MetadataLine, source: Source) -> Record:
    """Return a record with what its line says of its marks; comments of its own stay that the line does not have."""
    said = tuple(item.comments or ())
    marks = tuple(item.marks or ())
    if not said and not marks:
        return record
    mapped = record if source.map is None else source.map.applied(record)
    # In the order of the file, which is that in which they were written.
    ids = {place: id for id, place in _places(mapped.spans).items()}
    on = {one.id: ids.get(one.mark) for one in said if one.mark is not UNSET}
    known = {(on.get(one.id), one.text) for one in said}
    held = {one.id for one in said}
    comments = [_on(one, on) if one.id in held else one for one in record.comments]
    links = {(one.from_id, one.label, one.to_id): one.id for one in mapped.relations}
    told = {ids.get(one.mark): one for one in marks if one.label is None}
    linked = {
        links.get((ids.get(one.mark, ""), one.label or "", ids.get(one.to, ""))): one
        for one in marks
        if one.to is not None
    }
    return msgspec.structs.replace(
        record,
        comments=tuple(one for one in comments if one.id in held or (one.span_id, one.text) not in known),
        spans=tuple(_stated(span, told.get(span.id)) for span in record.spans),
        relations=tuple(_decided(one, linked.get(one.id)) for one in record.relations),
    )


def _on(comment: Comment, on: Mapping[str, str | None]) -> Comment:
    return msgspec.structs.replace(comment, span_id=on.get(comment.id))


def _stated(span: Span, item: MarkItem | None) -> Span:
    if item is None:
        return span
    return msgspec.structs.replace(
        span, statement_id=item.statement, agreement=item.agreement, decided_by=item.decided_by
    )


def _decided(relation: Relation, item: MarkItem | None) -> Relation:
    return relation if item is None else msgspec.structs.replace(relation, decided_by=item.decided_by)
