"""Reading Label Studio's JSON: the tasks that it exports, and our own."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import msgspec

from annotator.domain.annotator import is_handle
from annotator.errors import InputError
from annotator.formats.json_file import items_of, json_fault, whole
from annotator.formats.jsonl import NativeLines
from annotator.formats.label_studio_config import attribute_of
from annotator.formats.label_studio_layout import REGIONS, Place, Reading, Result, Task, answer_of, task_of
from annotator.formats.native_notes import (
    KEY,
    RelationNotes,
    SpanNotes,
    ToolComment,
    ToolRelation,
    ToolSpan,
    native_line,
)
from annotator.formats.record import Record
from annotator.formats.registry import LIKELY, SURE, reader
from annotator.formats.source import Source
from annotator.text.slug import slug
from annotator.text.units import Offsets

_OWN = re.compile(rb'"(?:annotations|completions|predictions)"\s*:')
_DATA = re.compile(rb'"data"\s*:\s*\{')
_MINIMAL = (b'"annotation_id"', b'"lead_time"', b'"annotator"')
"""The fields of each task in Label Studio's other export, JSON_MIN."""


def looks_label_studio(name: str, head: bytes) -> float:
    """Return how sure it is that a file is Label Studio's: by its suffix, its data and its annotations."""
    first = head.removeprefix(b"\xef\xbb\xbf").lstrip()[:1]
    whole = _OWN.search(head) and _DATA.search(head)
    if first not in (b"[", b"{") or not (whole or all(one in head for one in _MINIMAL)):
        return 0.0
    return SURE if name.lower().endswith(".json") else LIKELY


@reader(id="label-studio", title="Label Studio", suffix=".json", sniff=looks_label_studio)
def read_label_studio(source: Source) -> Iterator[Record]:
    """Yield a record for each annotation and prediction. Raises InputError that names the task."""
    data, lines = whole(source), NativeLines(source)
    for number, raw in enumerate(items_of(data), 1):
        try:
            for record in _records(_decoded(raw), lines, source):
                yield source.fitted(record)
        except InputError as error:
            raise InputError("task {number}: {reason}", number=number, reason=error) from error


def _decoded(raw: msgspec.Raw) -> Task:
    try:
        if b'"data"' not in bytes(raw):
            return task_of(msgspec.json.decode(raw, type=dict[str, Any]))
        return msgspec.json.decode(raw, type=Task)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise json_fault(bytes(raw), error) from error


def _records(task: Task, lines: NativeLines, source: Source) -> Iterator[Record]:
    done = [one for one in (*task.annotations, *task.completions) if not one.was_cancelled]
    proposed = [one for one in task.predictions if isinstance(one, Reading)]
    said = _notes(task)
    notes: Sequence[Mapping[str, Any] | None]
    text = _text(task.data, [*done, *proposed])
    notes = said if len(said) == len(done) + len(proposed) else [None] * (len(done) + len(proposed))
    if not done and not proposed:
        line = native_line(text, said[0] if said else _titled(task.data), [], [], source)
        yield lines.record(line, ours=bool(said))
    for reading, known in zip((*done, *proposed), notes, strict=True):
        held = known if known is not None else _reader(reading, source.annotator) | _titled(task.data)
        marks = _Marks(reading.result, text)
        spans, relations = list(marks.spans()), _relations(reading.result)
        line = native_line(text, held, spans, relations, source, marks.comments())
        yield lines.record(line, ours=known is not None)


def _text(data: Mapping[str, Any], readings: Sequence[Reading]) -> str:
    """The article of a task: the field that our configurations name, or the one that reads as its regions say."""
    if isinstance(data.get("text"), str):
        return str(data["text"])
    texts = [value for key, value in data.items() if isinstance(value, str) and not key.startswith("_")]
    places = [_place(one.value) for reading in readings for one in reading.result if one.type in REGIONS]
    fits = [text for text in texts if places and all(_reads(text, *_offsets(one), one.text) for one in places)]
    if len(fits or texts) == 1:
        return (fits or texts)[0]
    raise InputError("its data has no field text, nor one text alone; it has: {known}", known=list(data))


def _titled(data: Mapping[str, Any]) -> dict[str, Any]:
    title = data.get("title")
    return {"title": title} if isinstance(title, str) and title.strip() else {}


def _notes(task: Task) -> list[dict[str, Any]]:
    ours = (task.meta or {}).get(KEY)
    said = ours.get("readings") if isinstance(ours, dict) else None
    return [one for one in said if isinstance(one, dict)] if isinstance(said, list) else []


def _reader(reading: Reading, mine: str) -> dict[str, Any]:
    """Return the reading's annotator, as far as Label Studio says so."""
    if reading.model_version is not None:
        return {"annotator": f"model:{slug(reading.model_version.removeprefix('model:'))}", "status": "done"}
    who = reading.completed_by
    name = who.get("email") or who.get("username") if isinstance(who, dict) else who
    if isinstance(name, str) and is_handle(handle := name.partition("@")[0]):
        return {"annotator": handle, "status": "done"}
    return {"annotator": f"user{name}" if isinstance(name, int) else mine, "status": "done"}


class _Marks:
    """The results of one reading: regions, the answers about each, and those about the whole text."""

    def __init__(self, results: Sequence[Result], text: str) -> None:
        self._text = text
        self._regions: dict[str, list[tuple[Result, Place]]] = {}
        self._answers: dict[str, list[Result]] = {}
        for number, one in enumerate(results):
            if one.type == "relation" or not bytes(one.value):
                continue
            place = _place(one.value) if one.type in REGIONS else None
            if place is None:
                self._answers.setdefault(one.id, []).append(one)
            elif place.labels or place.hypertextlabels:
                key = _part_of(one) or one.id or f"region {number}"
                self._regions.setdefault(key, []).append((one, place))

    def spans(self) -> Iterator[ToolSpan]:
        """Yield the regions with their attributes, one for each label; the parts of one span are one."""
        points = _unit([place for held in self._regions.values() for _, place in held], self._text)
        for key, held in self._regions.items():
            parts = tuple(points(place) for _, place in held)
            for turn, label in enumerate(held[0][1].labels or held[0][1].hypertextlabels):
                yield ToolSpan(
                    key=f"{key} {label}" if turn else key,
                    label=label,
                    parts=parts,
                    attributes=dict(self._said_of(key, label)),
                    notes=SpanNotes() if turn else _span_notes(held[0][0]),
                )

    def comments(self) -> Iterator[ToolComment]:
        """Yield the notes on regions, and the answers about the whole text."""
        for key, held in self._regions.items():
            for one, _ in held:
                said = (one.meta or {}).get("text")
                for words in said if isinstance(said, list) else [said]:
                    yield ToolComment(text=words if isinstance(words, str) else "", on=key)
        for key, answers in self._answers.items():
            for one in answers if key not in self._regions else ():
                if answer := _answer(one):
                    yield ToolComment(text=f"{one.from_name}: {answer}")

    def _said_of(self, key: str, label: str) -> Iterator[tuple[str, str]]:
        for one in self._answers.get(key, ()):
            if answer := _answer(one):
                yield attribute_of(one.from_name, label), answer


def _answer(one: Result) -> str:
    try:
        return answer_of(msgspec.json.decode(one.value), one.type)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise json_fault(bytes(one.value), error) from error


def _place(raw: msgspec.Raw) -> Place:
    try:
        return msgspec.json.decode(raw, type=Place)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise json_fault(bytes(raw), error) from error


def _part_of(one: Result) -> str:
    said = (one.meta or {}).get(KEY)
    return str(said.get("part_of") or "") if isinstance(said, dict) else ""


def _span_notes(one: Result) -> SpanNotes:
    notes: SpanNotes = _converted((one.meta or {}).get(KEY) or {}, SpanNotes)
    return notes


def _converted(said: Any, kind: Any) -> Any:
    try:
        return msgspec.convert(said, kind)
    except msgspec.ValidationError as error:
        raise InputError("{key}: {reason}", key=KEY, reason=str(error)) from error


def _unit(places: Sequence[Place], text: str) -> Callable[[Place], tuple[int, int]]:
    """Return how to read the offsets of a text's regions: in the unit in which all of them read as they say."""
    given = [(*_offsets(place), place.text) for place in places]
    if not all(_reads(text, start, end, quote) for start, end, quote in given):
        offsets = Offsets(text, "utf16")
        found = [(offsets.to_points(start), offsets.to_points(end)) for start, end, _ in given]
        for (start, end), (_, _, quote) in zip(found, given, strict=True):
            if not _reads(text, start, end, quote):
                raise InputError(
                    "a region is said to read {quote!r}, which does not stand at [{start}, {end})",
                    quote=str(quote),
                    start=start,
                    end=end,
                )
        return lambda place: (offsets.to_points(_offsets(place)[0]), offsets.to_points(_offsets(place)[1]))
    return _offsets


def _offsets(place: Place) -> tuple[int, int]:
    both = (place.global_offsets or {}).get("start", place.start), (place.global_offsets or {}).get("end", place.end)
    start, end = (
        int(one) if isinstance(one, str) and one.isascii() and one.isdigit() and len(one) < 10 else one for one in both
    )
    if not isinstance(start, int) or not isinstance(end, int):
        raise InputError("a region lies at {start} to {end}, which are no offsets", start=str(start), end=str(end))
    return start, end


def _reads(text: str, start: int, end: int, quote: object) -> bool:
    """Return whether a text reads so; Label Studio writes line ends as two characters."""
    if not isinstance(quote, str):
        return True
    found = text[start:end] if 0 <= start < end else None
    return found is not None and found in (quote, quote.replace("\\n", "\n"))


def _relations(results: Sequence[Result]) -> Iterator[ToolRelation]:
    for one in results:
        if one.type != "relation":
            continue
        ends = (one.to_id, one.from_id) if one.direction == "left" else (one.from_id, one.to_id)
        for label in one.labels or ["relation"]:
            notes: RelationNotes = _converted((one.meta or {}).get(KEY) or {}, RelationNotes)
            yield ToolRelation(label=label, from_key=ends[0], to_key=ends[1], notes=notes)
