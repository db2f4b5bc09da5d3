"""Label Studio: its tasks as JSON, and the labelling configuration that they belong to.

A task is an article; a reading of a person is an annotation of it, one of a model a prediction, and the gold one is
`ground_truth`. A span is a region, one for each part; attributes are choices of the region, relations are links. What
has no place lies under `meta.musnad` of task, region and link (`native_notes.py`).

Offsets: Label Studio's servers and libraries count code points, its browser counted UTF-16 units until the summer of
2024. The option `offsets` says which to write; the report counts the spans for which the two differ. Reading tells
them apart by the words that each region repeats.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Annotated, Any, Literal

import msgspec

from annotator.domain.annotator import GOLD
from annotator.domain.scheme import Scheme
from annotator.formats.dataset import Dataset, Sink
from annotator.formats.jsonl_layout import Line, RelationItem, SpanItem, line_of
from annotator.formats.label_studio_config import LABELS, TEXT, Controls, configuration, controls_of
from annotator.formats.losses import Feature
from annotator.formats.native_notes import KEY, record_notes, relation_notes, span_notes
from annotator.formats.options import Options, named, titled
from annotator.formats.record import Record
from annotator.formats.registry import writer
from annotator.formats.written_names import WrittenNames, any_name
from annotator.text.units import Offsets

TASKS, CONFIGURATION = "tasks.json", "config.xml"
HOLDS = (
    Feature.OVERLAP | Feature.NESTING | Feature.SUB_TOKEN | Feature.ATTRIBUTES | Feature.RELATIONS | Feature.ANNOTATORS
)

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")

Result = dict[str, Any]


class LabelStudioOptions(Options, frozen=True, kw_only=True):
    """The unit of offsets."""

    offsets: Annotated[
        Literal["code_points", "utf16"],
        titled(
            "Offsets",
            code_points=named("code points (Label Studio since 2024)"),
            utf16=named("UTF-16 units (older browsers' files)"),
        ),
    ] = "code_points"


def count_lost(dataset: Dataset, _: LabelStudioOptions) -> Mapping[str, int]:
    """Return how many spans lie behind a character that the two ways of counting count differently."""
    count = 0
    for record in dataset.records:
        found = _ASTRAL.search(record.document.text)
        count += sum(span.end > found.start() for span in record.spans) if found else 0
    return {named("spans that an older Label Studio places elsewhere"): count} if count else {}


@writer(
    id="label-studio",
    title="Label Studio",
    use="tools",
    about=named("Tasks with annotations and the labelling configuration"),
    suffix="",
    holds=HOLDS,
    shape="folder",
    options=LabelStudioOptions,
    count=count_lost,
)
def write_label_studio(dataset: Dataset, out: Sink, options: LabelStudioOptions) -> None:
    """Write the tasks, one a line of the list, and the configuration."""
    encode = msgspec.json.Encoder().encode
    results = _Results(dataset.scheme, options)
    with out.file(CONFIGURATION) as stream:
        stream.write(configuration(dataset.scheme))
    with out.file(TASKS) as stream:
        before = b"[\n"
        for number, readings in enumerate(_documents(dataset.records), 1):
            stream.write(before + encode(_task(number, readings, results)))
            before = b",\n"
        stream.write(b"\n]\n" if before == b",\n" else b"[]\n")


def _documents(records: Iterable[Record]) -> Iterator[list[Record]]:
    for _, group in groupby(records, key=lambda record: record.document.id):
        yield list(group)


def _task(number: int, readings: Sequence[Record], results: "_Results") -> dict[str, Any]:
    document = readings[0].document
    made = [(line_of(one), one) for one in readings]
    done = [(line, one) for line, one in made if one.annotator is not None and one.annotator.kind != "model"]
    proposed = [(line, one) for line, one in made if one.annotator is not None and one.annotator.kind == "model"]
    ordered = [line for line, _ in (*done, *proposed)] or [line for line, _ in made]
    return {
        "id": number,
        "data": {"text": document.text, "title": document.title},
        "meta": {KEY: {"readings": [record_notes(line) for line in ordered]}},
        "annotations": [
            {"result": results.of(line), "ground_truth": line.annotator == GOLD, "was_cancelled": False}
            for line, _ in done
        ],
        "predictions": [{"model_version": line.annotator, "result": results.of(line)} for line, _ in proposed],
    }


class _Results:
    """Makes the results of readings with the names of one scheme."""

    def __init__(self, scheme: Scheme, options: LabelStudioOptions) -> None:
        names = WrittenNames(scheme, any_name)
        self._labels, self._relations = names.labels, names.relations
        self._controls: Controls = controls_of(scheme)
        self._open = {
            (label.key, one.key) for label in scheme.labels for one in label.attributes if one.open is not None
        }
        self._utf16 = options.offsets == "utf16"

    def of(self, line: Line) -> list[Result]:
        """Return the regions, their choices and the links of a reading."""
        offsets = Offsets(line.text, "utf16") if self._utf16 and _ASTRAL.search(line.text) else None
        found: list[Result] = []
        for item in line.spans:
            found += self._regions(item, line.text, offsets)
        return [*found, *map(self._link, line.relations)]

    def _regions(self, item: SpanItem, text: str, offsets: Offsets | None) -> Iterator[Result]:
        """Yield a region for each part; the first has the span's own id, its choices and our notes."""
        for number, (start, end) in enumerate(item.parts or ()):
            place: dict[str, Any] = {"start": start, "end": end, "text": text[start:end]}
            if offsets is not None:
                place |= {"start": offsets.from_points(start), "end": offsets.from_points(end)}
            region = {
                "id": f"{item.id}.{number}" if number else item.id,
                "from_name": LABELS,
                "to_name": TEXT,
                "type": "labels",
                "value": {**place, "labels": [self._labels.get(item.label, item.label)]},
                "meta": {KEY: {"part_of": item.id} if number else span_notes(item, attributes=False)},
            }
            yield region
            if not number:
                yield from self._choices(item, place)

    def _choices(self, item: SpanItem, place: Mapping[str, Any]) -> Iterator[Result]:
        for key, value in item.attributes.items():
            is_open = (item.label, key) in self._open
            yield {
                "id": item.id,
                "from_name": self._controls.get((item.label, key), key),
                "to_name": TEXT,
                "type": "textarea" if is_open else "choices",
                "value": {
                    "start": place["start"],
                    "end": place["end"],
                    **({"text": [value]} if is_open else {"text": place["text"], "choices": [value]}),
                },
            }

    def _link(self, item: RelationItem) -> Result:
        return {
            "from_id": item.from_,
            "to_id": item.to,
            "type": "relation",
            "direction": "right",
            "labels": [self._relations.get(item.label, item.label)],
            "meta": {KEY: relation_notes(item)},
        }
