"""doccano, Prodigy and Label Studio: what those tools write themselves, and ours after they have changed it."""

import io
import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from annotator import Project
from annotator.errors import InputError
from annotator.formats.mapping import LabelMap
from annotator.formats.record import Record
from annotator.formats.registry import SURE, find_reader, reader_for
from annotator.formats.source import Source
from annotator.services.readings import records_of
from annotator.services.selection import Chosen
from tests.formats.sinks import written
from tests.services.test_round_trip import SCHEME

TEXT = "قال 😀 وزير النقل إن الميناء سيفتح."
MAP = LabelMap(labels={"PER": "actor", "SAID": "claim"}, relations={"by": "source"}, attributes={"role": "kind"})


def read(format: str, *items: Any, whole: bool = False) -> list[Record]:
    """The records in lines of JSON, or in one list of all of them."""
    data = json.dumps(list(items)) if whole else "\n".join(map(json.dumps, items))
    source = Source(stream=io.BytesIO(data.encode()), scheme=SCHEME, annotator="layla", map=MAP)
    return list(find_reader(format).read(source))


def marks(record: Record) -> list[tuple[str, str]]:
    return [(span.label, span.quote(record.document.text)) for span in record.spans]


@pytest.fixture
def records(project: Project) -> list[Record]:
    """One reading with a mention, a claim in two parts, and the link between them."""
    document = project.add_document(TEXT)
    actor = project.annotate(document.id, (6, 15), "actor", {"kind": "person"})
    claim = project.annotate(document.id, [(16, 18), (27, 32)], "claim")
    project.link(claim.id, actor.id, "source")
    return list(records_of(project, Chosen(), None))


# --- doccano ---

DOCCANO = {
    "id": 7,
    "text": TEXT,
    "entities": [
        {"id": 11, "label": "PER", "start_offset": 6, "end_offset": 15},
        {"id": 12, "label": "SAID", "start_offset": 19, "end_offset": 32},
    ],
    "relations": [{"id": 3, "from_id": 12, "to_id": 11, "type": "by"}],
    "Comments": ["راجع هذا"],
}


def test_doccano_is_read() -> None:
    [record] = read("doccano", DOCCANO)
    assert marks(record) == [("actor", "وزير النقل"[:9]), ("claim", TEXT[19:32])]
    assert [(one.label, one.from_id, one.to_id) for one in record.relations] == [
        ("source", record.spans[1].id, record.spans[0].id)
    ]
    assert (record.status, record.annotator and record.annotator.handle) == ("done", "layla")
    assert [(one.annotator, one.text) for one in record.comments] == [("layla", "راجع هذا")]
    assert read("doccano", DOCCANO) == read("doccano", DOCCANO)


@pytest.mark.parametrize("field", ["label", "labels"])
def test_doccano_is_read_as_it_was_before_relations(field: str) -> None:
    [record] = read("doccano", {"id": 1, "text": TEXT, field: [[6, 15, "PER"]]})
    assert marks(record) == [("actor", TEXT[6:15])]


def test_what_doccano_changed_counts(records: list[Record]) -> None:
    [data] = written("doccano", records, SCHEME).values()
    line = json.loads(data)
    # doccano numbers everything anew, drops what it does not know inside entities, and its people change labels.
    for entity in line["entities"]:
        entity["id"] += 1000
    for relation in line["relations"]:
        relation["from_id"] += 1000
        relation["to_id"] += 1000
    [record] = read("doccano", line)
    assert (record.spans, record.relations) == (records[0].spans, records[0].relations)
    line["entities"][0]["end_offset"] = 10
    line["entities"].append({"id": 5, "label": "PER", "start_offset": 0, "end_offset": 3})
    [record] = read("doccano", line)
    assert set(marks(record)) == {("actor", "وزير"), ("claim", f"{TEXT[16:18]} … {TEXT[27:32]}"), ("actor", "قال")}
    assert [one.label for one in record.relations] == ["source"]


def test_line_ends_of_others_move_offsets() -> None:
    text = "\ufeffقال\r\nوزير\r\nثم"
    entity = {"id": 1, "label": "PER", "start_offset": text.index("و"), "end_offset": text.index("و") + 4}
    [record] = read("doccano", {"id": 1, "text": text, "entities": [entity], "relations": []})
    assert (record.document.text, marks(record)) == ("قال\nوزير\nثم", [("actor", "وزير")])
    assert {note.kind for note in record.document.intake} == {"bom", "newlines"}


# --- Prodigy ---

PRODIGY: dict[str, Any] = {
    "text": "Minister said so",
    "_input_hash": 1,
    "_task_hash": 2,
    "tokens": [
        {"text": "Minister", "start": 0, "end": 8, "id": 0, "ws": True},
        {"text": "said", "start": 9, "end": 13, "id": 1, "ws": True},
        {"text": "so", "start": 14, "end": 16, "id": 2, "ws": False},
    ],
    "spans": [
        {"start": 0, "end": 8, "token_start": 0, "token_end": 0, "label": "PER"},
        {"start": 9, "end": 16, "token_start": 1, "token_end": 2, "label": "SAID", "type": "span"},
    ],
    "relations": [{"head": 2, "child": 0, "label": "by", "color": "#ffd882"}],
    "answer": "accept",
    "_session_id": "news-omar",
}


def test_prodigy_is_read() -> None:
    [record] = read("prodigy", PRODIGY)
    assert marks(record) == [("actor", "Minister"), ("claim", "said so")]
    assert [(one.from_id, one.to_id) for one in record.relations] == [(record.spans[1].id, record.spans[0].id)]
    assert record.annotator is not None and record.annotator.handle == "omar"


@pytest.mark.parametrize("answer", ["reject", "ignore"])
def test_what_was_refused_in_prodigy_comes_without_marks(answer: str) -> None:
    [record] = read("prodigy", {**PRODIGY, "answer": answer})
    assert (record.document.text, record.annotator, record.spans) == ("Minister said so", None, ())


def test_a_relation_to_a_token_without_a_span_is_told() -> None:
    lost = {**PRODIGY, "spans": PRODIGY["spans"][:1]}
    with pytest.raises(InputError, match="a relation leads to token 2, which lies in no span"):
        read("prodigy", lost)


def test_prodigys_tokens_are_the_text_and_hold_the_spans(records: list[Record]) -> None:
    for edges in ("split", "expand", "contract"):
        [data] = written("prodigy", records, SCHEME, edges=edges).values()
        task = json.loads(data)
        tokens = task["tokens"]
        assert "".join(one["text"] + " " * one["ws"] for one in tokens) == TEXT
        assert all(TEXT[one["start"] : one["end"]] == one["text"] for one in tokens)
        for span in task["spans"]:
            assert tokens[span["token_start"]]["start"] == span["start"]
            assert tokens[span["token_end"]]["end"] == span["end"]
        # Left out of the tokens that it only touches, the claim is gone, and so is its link.
        assert len(task["relations"]) == (edges != "contract")
        for relation in task["relations"]:
            assert tokens[relation["head"]]["end"] == relation["head_span"]["end"]


# --- Label Studio ---


def region(start: int, end: int, label: str, id: str, text: str = TEXT, **more: Any) -> dict[str, Any]:
    place = {"start": start, "end": end, "text": text[start:end], "labels": [label]}
    return {"id": id, "from_name": "label", "to_name": "text", "type": "labels", "value": {**place, **more}}


def task(*results: dict[str, Any], **more: Any) -> dict[str, Any]:
    annotation = {"id": 9, "completed_by": {"id": 1, "email": "omar@example.org"}, "result": list(results)}
    return {"id": 1, "data": {"text": TEXT}, "annotations": [annotation], "predictions": [], **more}


def test_label_studio_is_read() -> None:
    choice = {"id": "a", "from_name": "role", "to_name": "text", "type": "choices"}
    choice["value"] = {"start": 6, "end": 15, "choices": ["person"]}  # type: ignore[assignment]
    link = {"from_id": "a", "to_id": "b", "type": "relation", "direction": "left", "labels": ["by"]}
    rating = {"id": "x", "from_name": "stars", "to_name": "text", "type": "rating", "value": {"rating": 3}}
    results = [region(6, 15, "PER", "a"), choice, region(19, 32, "SAID", "b"), link, rating]
    [record] = read("label-studio", task(*results), whole=True)
    assert marks(record) == [("actor", TEXT[6:15]), ("claim", TEXT[19:32])]
    assert record.spans[0].attributes == {"kind": "person"}
    assert [(one.from_id, one.to_id) for one in record.relations] == [(record.spans[1].id, record.spans[0].id)]
    assert record.annotator is not None and record.annotator.handle == "omar"


def test_the_unit_of_label_studios_offsets_is_known_by_the_words() -> None:
    # As an older browser counts them: the emoji before it is two.
    shifted = region(7, 16, "PER", "a")
    shifted["value"]["text"] = TEXT[6:15]
    [record] = read("label-studio", task(shifted), whole=True)
    assert marks(record) == [("actor", TEXT[6:15])]
    shifted["value"]["text"] = "غيره"
    with pytest.raises(InputError, match="task 1: a region is said to read 'غيره'"):
        read("label-studio", task(shifted), whole=True)


def test_offsets_are_written_in_either_unit(records: list[Record]) -> None:
    for offsets, start in (("code_points", 6), ("utf16", 7)):
        files = written("label-studio", records, SCHEME, offsets=offsets)
        [made] = json.loads(files["tasks.json"])
        assert made["annotations"][0]["result"][0]["value"]["start"] == start
        source = Source(stream=io.BytesIO(files["tasks.json"]), scheme=SCHEME, annotator="salma")
        [record] = find_reader("label-studio").read(source)
        assert record.spans == records[0].spans


def test_predictions_are_a_models_and_what_was_cancelled_is_nobodys() -> None:
    guess = {"model_version": "ner 2", "score": 0.5, "result": [region(6, 15, "PER", "a")]}
    cancelled = {"id": 2, "was_cancelled": True, "result": [region(0, 3, "PER", "b")]}
    [record] = read("label-studio", {**task(), "annotations": [cancelled], "predictions": [guess]}, whole=True)
    assert record.annotator is not None
    assert (record.annotator.handle, record.annotator.kind) == ("model:ner_2", "model")


def test_results_name_the_controls_of_the_configuration(records: list[Record]) -> None:
    files = written("label-studio", records, SCHEME)
    view = ElementTree.fromstring(files["config.xml"])
    kinds = {"labels": "Labels", "choices": "Choices", "textarea": "TextArea"}
    controls = {(one.tag, one.get("name"), one.get("toName")) for one in view if one.get("toName")}
    assert {one.get("name") for one in view if one.tag == "Text"} == {"text"}
    [made] = json.loads(files["tasks.json"])
    results = made["annotations"][0]["result"]
    named = [one for one in results if one["type"] in kinds]
    assert len(named) >= 4
    for one in named:
        assert (kinds[one["type"]], one["from_name"], one["to_name"]) in controls
    values = {choice.get("value") for one in view.iter("Choices") for choice in one}
    assert {value for one in named for value in one["value"].get("choices", ())} <= values
    assert {one.get("value") for one in view.iter("Relation")} >= {
        label for one in results if one["type"] == "relation" for label in one["labels"]
    }


def test_tasks_are_as_label_studio_documents_them(records: list[Record]) -> None:
    [made] = json.loads(written("label-studio", records, SCHEME)["tasks.json"])
    assert made["data"]["text"] == TEXT and made["predictions"] == []
    [annotation] = made["annotations"]
    assert (annotation["ground_truth"], annotation["was_cancelled"]) == (False, False)
    regions = [one for one in annotation["result"] if one["type"] == "labels"]
    ids = [one["id"] for one in regions]
    assert len(set(ids)) == len(ids) == 3
    for one in annotation["result"]:
        if one["type"] == "relation":
            assert {one["from_id"], one["to_id"]} <= set(ids) and one["direction"] == "right"
            continue
        place = one["value"]
        assert one["id"] in ids and TEXT[place["start"] : place["end"]] == place["text"]
        assert isinstance(place["labels" if one["type"] == "labels" else "choices"], list)


def test_each_is_known_by_its_fields() -> None:
    lines = {"doccano": DOCCANO, "prodigy": PRODIGY, "jsonl": {"text": "a", "annotator": None, "spans": []}}
    for format, line in lines.items():
        found = reader_for(Path("a.jsonl"), json.dumps(line).encode())
        assert found is not None and found.id == format
    assert find_reader("label-studio").sniff("a.json", json.dumps([task()]).encode()) == SURE
    assert find_reader("label-studio").sniff("a.json", b'{"annotations": []}') == 0
