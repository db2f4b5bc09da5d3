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


def bare(format: str, *items: Any, whole: bool = False) -> list[Record]:
    """The records in their own words, held against no scheme."""
    data = json.dumps(list(items)) if whole else "\n".join(map(json.dumps, items))
    return list(find_reader(format).read(Source(stream=io.BytesIO(data.encode()), scheme=None, annotator="layla")))


def said(record: Record) -> list[tuple[str, str, dict[str, str]]]:
    return [(span.label, span.quote(record.document.text), dict(span.attributes)) for span in record.spans]


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


@pytest.mark.parametrize("format", ["doccano", "prodigy"])
def test_a_sentence_that_stands_several_times_is_one_reading(format: str) -> None:

    def marked(*labels: tuple[int, int, str]) -> dict[str, Any]:
        if format == "doccano":
            return {"text": "He ran", "label": labels}
        return {"text": "He ran", "spans": [{"start": a, "end": b, "label": label} for a, b, label in labels]}

    items = [marked((0, 2, "A")), marked((0, 2, "A"), (3, 5, "B")), marked((0, 2, "A"))]
    found = bare(format, *items)
    assert {said_of.document.id for said_of in found} == {found[0].document.id}
    assert {(span.id, span.label) for record in found for span in record.spans} == {
        *((span.id, span.label) for span in found[1].spans),
    }


def test_doccano_has_a_file_for_each_user(project: Project, tmp_path: Path) -> None:
    lines: dict[str, list[tuple[str, list[Any]]]] = {
        "ana": [("He said", [[0, 2, "actor"]]), ("She ran", [])],
        "ben": [("He said", [[3, 7, "claim"]])],
        "unknown": [("Nobody read", [])],
    }
    for name, examples in lines.items():
        items = [json.dumps({"id": 1, "text": text, "label": labels}) for text, labels in examples]
        (tmp_path / "users").mkdir(exist_ok=True)
        (tmp_path / "users" / f"{name}.jsonl").write_text("\n".join(items), "utf-8")
    project.import_(tmp_path / "users")
    assert {one.text: {each.annotator for each in project.sets(one.id)} for one in project.documents()} == {
        "He said": {"ana", "ben"},
        "She ran": {"ana"},
        "Nobody read": set(),
    }


def test_the_first_doccano_told_its_users_by_numbers() -> None:
    given = [{"label": 3, "start_offset": 0, "end_offset": 2, "user": user} for user in (1, 2)]
    found = bare("doccano", {"text": "He said", "annotations": given})
    assert [(one.annotator.handle, said(one)) for one in found if one.annotator] == [
        ("user1", [("3", "He", {})]),
        ("user2", [("3", "He", {})]),
    ]


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


def test_a_token_that_a_relation_leads_to_comes_along() -> None:
    """As of dependencies: Prodigy links tokens there, and no spans."""
    [record] = bare("prodigy", {**PRODIGY, "spans": PRODIGY["spans"][:1]})
    quotes = {span.id: (span.label, span.quote(record.document.text)) for span in record.spans}
    assert [(quotes[one.from_id], quotes[one.to_id]) for one in record.relations] == [
        (("Token", "so"), ("PER", "Minister"))
    ]
    wrong = {**PRODIGY, "relations": [{**PRODIGY["relations"][0], "head": 9, "head_span": None}]}
    with pytest.raises(InputError, match="a relation leads to token 9, and there are 3"):
        bare("prodigy", wrong)


def test_a_session_is_called_after_the_dataset_and_the_person() -> None:
    task = {key: value for key, value in PRODIGY.items() if key != "_session_id"}
    for who in ({"_annotator_id": "news-omar", "_session_id": "news-omar"}, {"_annotator_id": "omar"}):
        [record] = bare("prodigy", {**task, **who})
        assert record.annotator is not None and record.annotator.handle == "omar"


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


def answer(type: str, control: str, value: Any, id: str = "b") -> dict[str, Any]:
    key = "text" if type == "textarea" else type
    return {"id": id, "from_name": control, "to_name": "text", "type": type, "value": {key: value}}


def test_all_that_label_studio_says_of_regions_and_texts_comes_in() -> None:
    both = region(6, 15, "PER", "a")
    both["value"]["labels"].append("SRC")
    html = {**region(19, 32, "SAID", "b"), "type": "hypertextlabels", "meta": {"text": ["check"]}}
    html["value"]["hypertextlabels"] = html["value"].pop("labels")
    results = [
        *(both, html, answer("choices", "stance", ["no", "maybe"]), answer("rating", "sure", 4)),
        *(answer("taxonomy", "topic", [["News", "Port"], ["News"]]), answer("textarea", "why", ["one", "two"])),
        answer("choices", "genre", ["report"], "z"),
        *({"from_id": "b", "to_id": to, "type": "relation", "labels": ["by"]} for to in ("a", "deleted")),
    ]
    [record] = bare("label-studio", {**task(*results), "data": {"article": TEXT, "headline": "العقد"}}, whole=True)
    told = {"stance": "no | maybe", "sure": "4", "topic": "News / Port | News", "why": "one | two"}
    assert said(record) == [("PER", TEXT[6:15], {}), ("SRC", TEXT[6:15], {}), ("SAID", TEXT[19:32], told)]
    assert [one.label for one in record.relations] == ["by"]
    ids = {span.id: span.label for span in record.spans}
    assert [(one.text, ids.get(one.span_id or "")) for one in record.comments] == [
        ("check", "SAID"),
        ("genre: report", None),
    ]


def test_the_smaller_export_of_label_studio_is_read() -> None:
    minimal = {"id": 1, "text": TEXT, "label": [region(6, 15, "PER", "a")["value"]], "stance": "no"}
    minimal |= {"annotator": 2, "annotation_id": 7, "lead_time": 3.5}
    assert find_reader("label-studio").sniff("a.json", json.dumps([minimal]).encode()) == SURE
    [record] = bare("label-studio", minimal, whole=True)
    assert (said(record), record.annotator and record.annotator.handle) == ([("PER", TEXT[6:15], {})], "user2")


def test_two_annotations_of_one_person_are_one_reading(project: Project, tmp_path: Path) -> None:
    [one, two] = (task(region(*place, "actor", "a"))["annotations"][0] for place in ((6, 15), (19, 32)))
    (tmp_path / "export.json").write_text(json.dumps([{**task(), "annotations": [one, two, one]}]), "utf-8")
    project.import_(tmp_path / "export.json")
    [document] = project.documents()
    assert [one.annotator for one in project.sets(document.id)] == ["omar"]
    assert len(project.spans(document.id, "omar")) == 2


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
