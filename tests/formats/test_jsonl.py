"""Native JSON Lines: what is read is held against its own text, and what is wrong is said with the line."""

import json
from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from annotator.domain.actor import Actor
from annotator.domain.annotator import Annotator
from annotator.errors import InputError, NotFoundError
from annotator.formats import json_lines
from annotator.formats.record import Record
from annotator.services.schemes import load_scheme
from tests.formats.sinks import written

Line = Callable[..., dict[str, Any]]
Reading = Any
"""The fixture of conftest.py."""


def jsonl_of(records: list[Record]) -> str:
    [data] = written("jsonl", records, load_scheme("actors-claims")).values()
    return data.decode()


def span(**fields: Any) -> dict[str, Any]:
    return {"id": "x", "label": "cue", "start": 0, "end": 3, **fields}


def test_a_line_becomes_a_record(reading: Reading, line: Line) -> None:
    [record] = reading(line())
    assert record.annotator == Annotator(handle="omar", kind="person")
    assert record.status == "doing"
    assert [one.quote(record.document.text) for one in record.spans] == ["الوزيرُ", "«العقد»"]
    assert record.relations[0].from_id == "s2"
    assert record.actors == (Actor(id="a1", name="الوزير", kind="person"),)


def test_what_is_written_again_reads_the_same(reading: Reading, line: Line) -> None:
    records = reading(line(), line(annotator=None, spans=[], relations=[], status=None))
    text = jsonl_of(records)
    # A line separator may stand in a title and ends no line.
    assert text.count("\n") == 2
    assert "\u2028" in text
    assert reading(text.encode()) == records


def test_the_order_of_fields_is_that_of_the_design(reading: Reading, line: Line) -> None:
    written = json.loads(jsonl_of(reading(line())))
    assert list(written) == [
        *("id", "title", "text", "language", "origins", "annotator", "annotator_kind", "status", "scheme"),
        *("split", "offsets", "spans", "relations", "frames"),
    ]
    assert list(written["spans"][0]) == ["id", "label", "start", "end", "parts", "text", "attributes", "actor"]
    assert list(written["relations"][0]) == ["id", "label", "from", "to", "attributes"]


def test_blank_lines_a_bom_and_carriage_returns_between_lines_do_no_harm(reading: Reading, line: Line) -> None:
    raw = json.dumps(line(), ensure_ascii=False).encode()
    [record] = reading(b"\xef\xbb\xbf" + raw + b"\r", b"", b"  \t")
    assert record.document.title == "العقد\u2028والميناء"


def test_articles_of_others_need_only_a_text(reading: Reading) -> None:
    [record] = reading({"text": "\n عنوان \r\nمتن\x07"})
    assert record.document.text == "\n عنوان \nمتن\ufffd"
    assert record.document.title == "عنوان"
    assert [note.kind for note in record.document.intake] == ["newlines", "controls"]
    assert record.annotator is None


def test_marks_without_a_name_are_the_importing_persons(reading: Reading, line: Line) -> None:
    [record] = reading(line(annotator=None))
    assert {one.annotator for one in record.spans} == {"layla"}
    assert record.annotator == Annotator(handle="layla")


def test_an_actor_may_be_described_more_fully_later(reading: Reading, line: Line) -> None:
    fuller = {"id": "a1", "name": "الوزير", "kind": "person", "aliases": ["معاليه"], "wikidata": "Q1", "note": "n"}
    _, second, third = reading(
        line(),
        line(annotator="b", spans=[span(label="actor", actor=fuller)], relations=[]),
        line(annotator="c", spans=[], relations=[], actors=[fuller]),
    )
    assert (
        second.actors
        == third.actors
        == (Actor(id="a1", name="الوزير", kind="person", aliases=("معاليه",), wikidata="Q1", note="n"),)
    )


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"id": "0" * 32}, "the text was changed, or leave the id out"),
        ({"text": "a\r\nb"}, "carriage returns"),
        ({"text": " \n", "id": None, "spans": []}, "Expected `str`"),
        ({"text": 5}, r"Expected `str`, got `int` - at `\$.text`"),
        ({"annotator": "a b"}, "cannot be an annotator's name"),
        ({"annotator": "gold", "annotator_kind": "person"}, "nobody else, is called 'gold'"),
        ({"annotator": "omar", "annotator_kind": "gold"}, "nobody else, is called 'gold'"),
        ({"status": "ready"}, "Invalid enum value"),
        ({"offsets": "UTF-16"}, "its offsets are counted in UTF-16; they must be counted in code points"),
        ({"scheme": {"name": "other", "version": 1}}, "scheme 'other' and this project has 'actors-claims'"),
        ({"spans": [span(text="كتب")]}, "the span x is said to read 'كتب', but the text reads 'قال' at"),
        ({"spans": [span(end=0)]}, r"the span x: The part \[0, 0\) does not lie inside"),
        ({"spans": [span(end=999)]}, r"the span x: The part \[0, 999\)"),
        ({"spans": [span(start=-1)]}, r"the span x: The part \[-1, 3\)"),
        ({"spans": [span(parts=[[0, 2], [1, 3]])]}, "the span x: The parts .* overlap"),
        ({"spans": [span(parts=[[2, 3], [0, 1]])]}, "sorted and apart"),
        ({"spans": [span(parts=[[0, 2], [2, 3]])]}, "sorted and apart"),
        ({"spans": [span(parts=[[0, 2]])]}, "from its start 0 to its end 3"),
        ({"spans": [span(start=0.5)]}, "Expected `int`, got `float`"),
        ({"spans": [span(id="")], "relations": []}, "the id '' is empty"),
        ({"spans": [span(), span()]}, "the id 'x' is empty or stands twice"),
        ({"spans": [span(attributes={"act": "sing"})], "relations": []}, "'sing' is not a value of cue.act"),
        ({"spans": [span(attributes={"mood": "x"})], "relations": []}, "no attribute 'mood'"),
        ({"spans": [span(actor={"id": "a", "name": "x", "kind": "person"})]}, "cannot name an actor"),
        ({"spans": [span(label="actor", actor={"id": "a", "name": " ", "kind": "person"})]}, "an id and a name"),
        ({"spans": [], "relations": [{"id": "r", "label": "source", "from": "s", "to": "t"}]}, "not on this line"),
        ({"relations": [{"id": "r", "label": "source", "from": "s1", "to": "s2"}]}, "leads from actor to claim"),
        ({"relations": [{"id": "r", "label": "target", "from": "s2", "to": "s1", "attributes": {"a": "b"}}]}, "'a'"),
    ],
)  # fmt: skip
def test_a_line_that_does_not_hold_together(fields: dict[str, Any], message: str, reading: Reading, line: Line) -> None:
    with pytest.raises(InputError, match=message):
        reading(line(spans=[], relations=[], annotator="first"), line(**fields))
    assert reading.source.line == 2


@pytest.mark.parametrize(("label", "kind"), [("verb", "spans"), ("speaker", "relations")])
def test_labels_that_the_scheme_does_not_have(label: str, kind: str, reading: Reading, line: Line) -> None:
    changed = line()
    changed[kind][0]["label"] = label
    with pytest.raises((InputError, NotFoundError), match=f"has no .* {label!r}; it has: "):
        reading(changed)


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b'{"text": "abc", "ti', "cut short"),
        (b'{"text": "a" "b"}', "not valid JSON"),
        (b"[1]", "Expected `object`"),
        (b'{"title": "x"}', "missing required field `text`"),
        (b'{"text": "a\\ud83d"}', "half a character"),
        (b'{"text": "a\\ud83dxx"}', "half a character"),
        (b'{"text": "a\\ude00"}', "half a character"),
        ("نص".encode("windows-1256"), "not valid JSON|cut short|not UTF-8"),
        (b'{"text": "\xe3\xd5"}', "not UTF-8"),
        ('{"text": "x"}'.encode("utf-16"), "UTF-16"),
        (b'{"frames": ' + b"[" * 100_000, "nested too deep|cut short"),
        (b'{"text": "a\x01b"}', "not valid JSON"),
        (b'{\n  "text": "abc"\n}', "JSON over several lines"),
        (b'[\n  {"text": "abc"}\n]', "write each object of the list on a line of its own"),
        (b'{"text": "abc", "title":\n"x"}', "JSON over several lines"),
        (b'{"text": "abc"},\n{"text": "x"}', "ends with a comma"),
        (b'[{"text": "abc"}, {"text": "b"}]', "write each object of the list on a line of its own"),
        (b'// made by hand\n{"text": "a"}', "a comment, which JSON does not have"),
        (b'# made by hand\n{"text": "a"}', "a comment, which JSON does not have"),
        (b"<!DOCTYPE html><title>404</title>", "it is a web page, not JSON Lines"),
        (b"<?xml version='1.0'?>\n<a/>", "a web page or XML"),
        (b"\x1f\x8b\x08\x00", "it is a compressed file, not JSON Lines"),
        (b"PK\x03\x04\x14", "a ZIP archive"),
        (b"SQLite format 3\0" + bytes(100), "it is a database"),
        ('{"text": "x"}'.encode("utf-16-le"), "bytes of value 0"),
        (b'{"text": "a\0b"}', "bytes of value 0"),
        ("text,label\nقال,claim".encode(), "not valid JSON .*; each line must be one object in braces"),
        ("قال الوزير".encode(), "each line must be one object in braces"),
        (b"{'text': 'a'}", "not valid JSON"),
        (b'{"text": NaN}', "not valid JSON"),
    ],
)  # fmt: skip
def test_a_line_that_cannot_be_read(raw: bytes, message: str, reading: Reading) -> None:
    with pytest.raises(InputError, match=message):
        reading(raw)
    assert reading.source.line == 1


def test_a_whole_emoji_may_be_escaped(reading: Reading) -> None:
    [record] = reading(b'{"text": "a\\ud83d\\ude00 \\\\ud83d"}')
    assert record.document.text == "a😀 \\ud83d"


def test_a_line_without_end_is_not_read_into_memory(reading: Reading, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_lines, "LONGEST_LINE", 1 << 20)
    with pytest.raises(InputError, match="longer than 1 MiB"):
        reading(b'{"text": "' + b"x" * (1 << 20))


def test_one_reading_of_an_article_stands_once(reading: Reading, line: Line) -> None:
    with pytest.raises(InputError, match="earlier line"):
        reading(line(), line())


def test_an_id_stands_once_in_the_whole_file(reading: Reading, line: Line) -> None:
    with pytest.raises(InputError, match="'s1' is empty or stands twice"):
        reading(line(), line(annotator="third"))


def test_an_actor_is_described_in_one_way(reading: Reading, line: Line) -> None:
    other = line(annotator="b", relations=[])
    other["spans"] = [span(label="actor", actor={"id": "a1", "name": "الوزيرة", "kind": "person"})]
    with pytest.raises(InputError, match=r"the actor a1 is 'الوزيرة' .* here and 'الوزير'"):
        reading(line(), other)


def test_a_claim_has_one_cue_at_most(reading: Reading, line: Line) -> None:
    cues = [span(id="q1"), span(id="q2", start=26, end=27)]
    links = [{"id": f"l{one['id']}", "label": "cue", "from": "s2", "to": one["id"]} for one in cues]
    with pytest.raises(InputError, match="s2 sends out 2 relations cue; the scheme allows 1"):
        reading(line(spans=[*line()["spans"], *cues], relations=links))


def test_a_head_keeps_its_place_beside_a_role_of_its_name(reading: Reading, line: Line) -> None:
    from annotator.domain.frame import Frame

    [record] = reading(line())
    frame = Frame(head="s2", label="claim", roles={"source": ("s1",), "claim": ("s9",)})
    written = json.loads(jsonl_of([msgspec.structs.replace(record, frames=(frame,))]))
    assert written["frames"] == [{"claim": "s2", "source": ["s1"]}]
