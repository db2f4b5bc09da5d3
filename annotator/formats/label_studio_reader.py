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
from annotator.formats.native_notes import (
    KEY,
    RelationNotes,
    SpanNotes,
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


class Place(msgspec.Struct):
    """The place of a region; `global_offsets` is what hypertext has instead."""

    start: int | str | None = None
    end: int | str | None = None
    text: str | list[str] | None = None
    labels: list[str] = []
    choices: list[str] = []
    global_offsets: dict[str, Any] | None = msgspec.field(name="globalOffsets", default=None)


class Result(msgspec.Struct):
    """A region, an answer about one, or a link; other kinds of results are passed over."""

    type: str = ""
    id: str = ""
    from_name: str = ""
    value: msgspec.Raw = msgspec.Raw()
    from_id: str = ""
    to_id: str = ""
    direction: str = "right"
    labels: list[str] | None = None
    meta: dict[str, Any] | None = None


class Reading(msgspec.Struct):
    """An annotation or a prediction."""

    result: list[Result] = []
    was_cancelled: bool = False
    ground_truth: bool = False
    completed_by: Any = None
    model_version: str | None = None


class Task(msgspec.Struct):
    """A task as Label Studio exports it; `completions` is what annotations were called before 2021."""

    data: dict[str, Any]
    annotations: list[Reading] = []
    completions: list[Reading] = []
    predictions: list[Reading | int] = []
    meta: dict[str, Any] | None = None


def looks_label_studio(name: str, head: bytes) -> float:
    """Return how sure it is that a file is Label Studio's: by its suffix, its data and its annotations."""
    first = head.removeprefix(b"\xef\xbb\xbf").lstrip()[:1]
    if first not in (b"[", b"{") or not (_OWN.search(head) and _DATA.search(head)):
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
        return msgspec.json.decode(raw, type=Task)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise json_fault(bytes(raw), error) from error


def _records(task: Task, lines: NativeLines, source: Source) -> Iterator[Record]:
    text = _text(task.data)
    done = [one for one in (*task.annotations, *task.completions) if not one.was_cancelled]
    proposed = [one for one in task.predictions if isinstance(one, Reading)]
    said = _notes(task)
    notes: Sequence[Mapping[str, Any] | None]
    notes = said if len(said) == len(done) + len(proposed) else [None] * (len(done) + len(proposed))
    if not done and not proposed:
        yield lines.record(native_line(text, said[0] if said else _titled(task.data), [], [], source))
    for reading, known in zip((*done, *proposed), notes, strict=True):
        held = known if known is not None else _reader(reading, source.annotator) | _titled(task.data)
        spans = list(_spans(reading.result, text))
        yield lines.record(native_line(text, held, spans, _relations(reading.result), source))


def _text(data: Mapping[str, Any]) -> str:
    """The article of a task: the field that our configurations name, or else the one that is a text."""
    if isinstance(data.get("text"), str):
        return str(data["text"])
    texts = [value for key, value in data.items() if isinstance(value, str) and not key.startswith("_")]
    if len(texts) == 1:
        return texts[0]
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


def _spans(results: Sequence[Result], text: str) -> Iterator[ToolSpan]:
    """Yield the regions with their attributes; those that say of which span they are a part are one."""
    regions: dict[str, list[tuple[Result, Place]]] = {}
    answers: dict[str, list[tuple[Result, Place]]] = {}
    for number, one in enumerate(results):
        if not bytes(one.value) or one.type not in ("labels", "hypertextlabels", "choices", "textarea"):
            continue
        place = _place(one.value)
        if one.type in ("choices", "textarea"):
            answers.setdefault(one.id, []).append((one, place))
        elif place.labels:
            regions.setdefault(_part_of(one) or one.id or f"region {number}", []).append((one, place))
    points = _unit([place for held in regions.values() for _, place in held], text)
    for key, held in regions.items():
        label = held[0][1].labels[0]
        yield ToolSpan(
            key=key,
            label=label,
            parts=tuple(points(place) for _, place in held),
            attributes=dict(_answers(answers.get(key, ()), label)),
            notes=_span_notes(held[0][0]),
        )


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


def _answers(answers: Sequence[tuple[Result, Place]], label: str) -> Iterator[tuple[str, str]]:
    for one, place in answers:
        given = place.choices or (place.text if isinstance(place.text, list) else [])
        if given:
            yield attribute_of(one.from_name, label), given[0]


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
