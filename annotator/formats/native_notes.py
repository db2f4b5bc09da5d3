"""Objects of ours beside another tool's fields, for what those have no place for, and records made of both.

The object has the key `musnad` and says things as native JSON Lines does: of a reading its article's title and
origins, its annotator, status, actors and comments; of a span its id, its parts where there are several, its actor.
Tools keep it or drop it; where it is gone, or the tool has changed a mark since, the tool's own fields count.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import msgspec
from msgspec import UNSET

from annotator.domain.document import document_id
from annotator.domain.ids import digest
from annotator.domain.span import Parts
from annotator.errors import InputError
from annotator.formats.foreign_text import ForeignText
from annotator.formats.ids import relation_id, span_id
from annotator.formats.jsonl_layout import UNIT, CommentItem, Line, RelationItem, SpanItem
from annotator.formats.left_out import NO_END
from annotator.formats.source import Source

KEY = "musnad"

_SHOWN = frozenset(("label", "start", "end", "text", "parts", "attributes"))
_SAID_ELSEWHERE = ("text", "offsets", "spans", "relations", "frames")


class SpanNotes(SpanItem, kw_only=True, omit_defaults=True):
    """The facts of a span beside its label and place; `parts` only where it has several, or `at` is another place.

    `at` is the stretch that the tool was given, where that is not from the first part to the last.
    """

    id: str = ""
    label: str = ""
    start: int = 0
    end: int = 0
    at: tuple[int, int] | None = None

    def fits(self, start: int, end: int) -> bool:
        """Return whether the parts are still those of a mark that the tool has at this place."""
        parts = self.parts or ()
        return bool(parts) and (self.at or (parts[0][0], parts[-1][1])) == (start, end)


class RelationNotes(RelationItem, kw_only=True, omit_defaults=True, rename={"from_": "from"}):
    """The facts of a relation beside its label; its ends only where the tool may have others at the same place."""

    id: str = ""
    label: str = ""
    from_: str = ""
    to: str = ""


class ToolSpan(msgspec.Struct, frozen=True, kw_only=True):
    """A span as a tool has it, in code points of its text as it stands in the file; `key` is its id there."""

    key: str
    label: str
    parts: Parts
    attributes: Mapping[str, str] = {}
    notes: SpanNotes = msgspec.field(default_factory=SpanNotes)


class ToolRelation(msgspec.Struct, frozen=True, kw_only=True):
    """A relation as a tool has it; its ends are keys of spans."""

    label: str
    from_key: str
    to_key: str
    attributes: Mapping[str, str] = {}
    notes: RelationNotes = msgspec.field(default_factory=RelationNotes)


class ToolComment(msgspec.Struct, frozen=True, kw_only=True):
    """Something that was said of a text, or of the span with the key `on`."""

    text: str
    on: str = ""


def record_notes(line: Line) -> dict[str, Any]:
    """Return what a line says beside its text and its marks."""
    bare = msgspec.structs.replace(line, text="", spans=(), relations=(), frames=[])
    said: dict[str, Any] = msgspec.to_builtins(bare)
    return {key: value for key, value in said.items() if value is not None and key not in _SAID_ELSEWHERE}


def span_notes(item: SpanItem, *, attributes: bool, at: tuple[int, int] | None = None) -> SpanNotes:
    """Return what to keep of a span; its `attributes` only where the tool has no place for them.

    `at` is what the tool is given instead of the span's own stretch.
    """
    elsewhere = at is not None and at != (item.start, item.end)
    said = {name: getattr(item, name) for name in SpanItem.__struct_fields__ if name not in _SHOWN}
    said["parts"] = item.parts if elsewhere or len(item.parts or ()) > 1 else UNSET
    said["attributes"] = item.attributes if attributes else {}
    return SpanNotes(**said, at=at if elsewhere else None)


def relation_notes(item: RelationItem, *, ends: bool = False) -> RelationNotes:
    """Return what to keep of a relation; its `ends` where several spans may lie at the same place."""
    shown = ("label",) if ends else ("label", "from_", "to")
    return RelationNotes(**{name: getattr(item, name) for name in RelationItem.__struct_fields__ if name not in shown})


def native_line(
    text: str,
    notes: Mapping[str, Any] | None,
    spans: Sequence[ToolSpan],
    relations: Iterable[ToolRelation],
    source: Source,
    comments: Iterable[ToolComment] = (),
) -> Line:
    """Return the line that a tool's marks and our notes make together. Raises InputError.

    A relation that leads to no mark is counted and left out: a tool forgets it when somebody deletes the mark.

    Without notes (None) the marks are mine, and done, because nobody hands out half a dataset; notes without an
    annotator are those of a document that nobody has opened.

    A text of somebody else's may hold line ends that no article here does: it is cleaned, and offsets move along.
    """
    foreign = ForeignText(text)
    kept, intake = foreign.text, foreign.intake
    if kept != text:
        spans = [_moved(span, foreign) for span in spans]
    line = _described(notes, source.annotator)
    if kept != text and line.id is UNSET:
        line = msgspec.structs.replace(line, intake=intake)
    id, handle = document_id(kept), line.annotator or ""
    keys: dict[str, str] = {}
    items = tuple(_span_items(id, handle, spans, keys))
    links = tuple(_relation_items(id, relations, keys, source.left))
    line = msgspec.structs.replace(line, text=kept, offsets=UNIT, spans=items, relations=links)
    said = tuple(_comment_items(line, comments, keys, source.annotator))
    return msgspec.structs.replace(line, comments=(*(line.comments or ()), *said)) if said else line


def _described(notes: Mapping[str, Any] | None, mine: str) -> Line:
    try:
        return msgspec.convert({"annotator": mine, "status": "done"} if notes is None else notes, _Described)
    except msgspec.ValidationError as error:
        raise InputError("{key}: {reason}", key=KEY, reason=str(error)) from error


class _Described(Line, kw_only=True):
    """A line whose text stands elsewhere."""

    text: str = ""


def _moved(span: ToolSpan, text: ForeignText) -> ToolSpan:
    """The span in the cleaned text; one that lies outside stays where it is, and is told of by whoever checks it."""
    moved = [(text.point(start), text.point(end)) for start, end in span.parts]
    parts = tuple((start, end) for start, end in moved if start is not None and end is not None)
    return msgspec.structs.replace(span, parts=parts) if len(parts) == len(moved) else span


def _span_items(id: str, handle: str, spans: Iterable[ToolSpan], keys: dict[str, str]) -> Iterator[SpanItem]:
    """Yield the spans; `keys` learns the id of each. One without an id gets one made of what it says."""
    turns: Counter[tuple[str, Parts]] = Counter()
    for span in spans:
        joined = _joined(span.parts)
        parts = (span.notes.parts or ()) if span.notes.fits(joined[0][0], joined[-1][1]) else joined
        made = span.notes.id or span_id(id, handle, span.label, parts, turns[span.label, parts])
        turns[span.label, parts] += 1
        keys[span.key] = made
        said = {name: getattr(span.notes, name) for name in SpanItem.__struct_fields__}
        said |= {"id": made, "label": span.label, "parts": parts, "start": parts[0][0], "end": parts[-1][1]}
        yield SpanItem(**{**said, "attributes": {**span.notes.attributes, **span.attributes}})


def _joined(parts: Parts) -> Parts:
    """Stretches in their order; those that overlap or touch become one, as those that were widened to tokens may."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(parts):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(found)


def _relation_items(
    id: str, relations: Iterable[ToolRelation], keys: Mapping[str, str], left: Counter[str]
) -> Iterator[RelationItem]:
    made: set[str] = set()
    for relation in relations:
        if not {relation.from_key, relation.to_key} <= keys.keys():
            left[NO_END] += 1
            continue
        start, to = keys[relation.from_key], keys[relation.to_key]
        known = relation.notes.id or relation_id(id, relation.label, start, to)
        if known in made and not relation.notes.id:
            continue  # The same link twice says nothing more.
        made.add(known)
        said = {name: getattr(relation.notes, name) for name in RelationItem.__struct_fields__}
        said |= {"id": known, "label": relation.label, "from_": start, "to": to}
        yield RelationItem(**{**said, "attributes": {**relation.notes.attributes, **relation.attributes}})


def _comment_items(
    line: Line, comments: Iterable[ToolComment], keys: Mapping[str, str], mine: str
) -> Iterator[CommentItem]:
    """Yield what was said, each thing once; tools do not tell when."""
    who = line.annotator or mine
    for one in dict.fromkeys(one for one in comments if one.text.strip()):
        span = keys.get(one.on, "")
        id = digest("\n".join(("comment", line.text, who, span, one.text)))
        yield CommentItem(id=id, text=one.text, annotator=who, span=span or UNSET)
