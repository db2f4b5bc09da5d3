"""Offsets and units: code points everywhere, one explicit map to every other unit, and no byte of a text lost."""

import hashlib
import json
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication, QTextDocument

from annotator import Project
from annotator.errors import InputError
from annotator.text import graphemes, tokens
from annotator.text.units import Offsets

Reader = Any
Case = dict[str, Any]
Bring = Callable[..., str]
Exported = Callable[[], list[dict[str, Any]]]


@pytest.mark.case("OF05")
def test_a_byte_order_mark_is_no_part_of_the_text(
    project: Project, case: Case, bring: Bring, exported: Exported, tmp_path: Path
) -> None:
    id = bring(b"\xef\xbb\xbf" + case["text"].encode())
    span = project.annotate(id, tokens.tokens(project.document(id).text)[0], "actor")
    assert span.parts == ((0, 4),)
    [line] = exported()
    assert (line["text"], line["spans"][0]["text"]) == (case["text"], "عاجل")
    assert "\ufeff".encode() not in (tmp_path / "out.jsonl").read_bytes()


@pytest.mark.case("OF06")
def test_line_ends_are_fixed_once_and_spans_never_move(
    case: Case, bring: Bring, project: Project, read: Callable[..., Reader]
) -> None:
    id = bring(case["text"].encode())
    project.annotate(id, (32, 38), "actor")
    reader = read(project.document(id).text)
    before = reader.rects(32, 38)
    project.close()
    with Project.open(project.path) as again:
        [span] = again.spans(id)
        text = again.document(id).text
        assert (span.parts, span.quote(text)) == (((32, 38),), "المهمة")
        assert read(text).rects(32, 38) == before
        out = again.path.with_suffix(".jsonl")
        again.export("jsonl", out)
        [line] = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert [line["spans"][0][key] for key in ("start", "end", "text")] == [32, 38, "المهمة"]
    assert line["intake"][1] == {"kind": "newlines", "detail": "CRLF", "count": 2}
    crlf = Offsets(text, "crlf")
    assert case["text"][crlf.from_points(32) : crlf.from_points(38)] == "المهمة"
    assert (crlf.from_points(32), crlf.from_points(38)) == (34, 40)


@pytest.mark.case("OF08")
def test_offsets_counted_otherwise_are_refused_with_their_unit(case: Case, project: Project, tmp_path: Path) -> None:
    line = {
        "text": case["text"],
        "spans": [{"id": "s", "label": "actor", "start": 7, "end": 11, "text": "جديد"}],
    }
    (tmp_path / "graphemes.jsonl").write_text(json.dumps(line), encoding="utf-8")
    with pytest.raises(InputError, match="counted in grapheme clusters; they must be counted in code points"):
        project.import_(tmp_path / "graphemes.jsonl")
    units = Offsets(case["text"], "graphemes")
    line["spans"][0] |= {"start": units.to_points(7), "end": units.to_points(11)}
    (tmp_path / "points.jsonl").write_text(json.dumps(line), encoding="utf-8")
    project.import_(tmp_path / "points.jsonl")
    [document] = project.documents()
    assert [span.parts for span in project.spans(document.id)] == [((14, 18),)]


@pytest.mark.case("OF09")
def test_a_decomposed_text_stays_decomposed(project: Project, case: Case, bring: Bring, exported: Exported) -> None:
    id = bring(case["text"].encode())
    assert project.document(id).text.encode() == case["text"].encode()
    last = tokens.tokens(case["text"])[-1]
    assert project.annotate(id, last, "actor").parts == ((15, 19),)
    [line] = exported()
    assert (line["text"], line["spans"][0]["text"]) == (case["text"], "مرجع")


@pytest.mark.case("OF10")
def test_no_space_of_another_kind_is_lost_in_the_view(reader: Reader, case: Case, project: Project) -> None:
    digest = hashlib.sha256(case["text"].encode()).hexdigest()
    assert digest.startswith(project.add_document(case["text"]).id)
    assert hashlib.sha256(reader.text.encode()).hexdigest() == digest
    reader.type("Ctrl+A")
    reader.type("Ctrl+C")
    copied = QGuiApplication.clipboard().text()
    assert copied == case["text"] and {"\u00a0", "\u202f"} <= set(copied)
    assert QTextDocument(case["text"]).toPlainText() != case["text"]  # the trap


@pytest.mark.case("OF12")
def test_the_highlight_of_a_found_word_lies_on_its_letters(reader: Reader) -> None:
    found = tokens.tokens(reader.text)
    assert found[2] == (6, 10)
    [box] = reader.rects(6, 10)
    letters = [reader.rects(offset)[0] for offset in range(6, 10)]
    assert (box.left(), box.right()) == pytest.approx((letters[-1].left(), letters[0].right()))
    assert all(before.left() >= after.left() for before, after in pairwise(letters))
    assert [reader.text[slice(*found[place])] for place in (1, 4)] == ["و", "و"]


@pytest.mark.case("OF13")
def test_marks_do_not_cut_a_word(reader: Reader) -> None:
    assert [reader.text[slice(*token)] for token in tokens.tokens(reader.text)] == reader.text.split()
    assert reader.double_click(reader.point(3)) == "قَرَّرَ"


@pytest.mark.case("OF15")
def test_a_snippet_is_cut_between_graphemes(case: Case) -> None:
    text = case["text"]
    assert text[slice(*graphemes.snap(text, 10 - 3, 12 + 3))] == " 🎺 في ال"
    for around in range(1, 12):
        start, end = graphemes.snap(text, 10 - around, 12 + around)
        assert {start, end} <= set(graphemes.boundaries(text))


@pytest.mark.case("OF16")
def test_an_emoji_is_drawn_whole_inside_its_highlight(reader: Reader, project: Project, exported: Exported) -> None:
    plain = reader.picture()
    for start, end in ((4, 5), (3, 6)):
        reader.mark((start, end))
        image = reader.picture()
        [box] = reader.rects(start, end)
        assert reader.filled(image, box.adjusted(1, 0, -1, 0)) == 1
        [emoji] = reader.rects(4)
        middle = emoji.center().toPoint()
        assert image.pixelColor(middle) == plain.pixelColor(middle)
        assert emoji.width() > reader.rects(3)[0].width()
    document = project.add_document(reader.text)
    project.annotate(document.id, (4, 5), "actor")
    assert exported()[0]["spans"][0]["text"] == "😀"


@pytest.mark.case("OF17")
def test_a_span_may_end_where_the_text_ends(reader: Reader, project: Project) -> None:
    assert reader.drag_over(9, 14) == (9, 14) == (9, len(reader.text))
    document = project.add_document(reader.text)
    assert project.annotate(document.id, (9, 14), "actor").quote(document.text) == "صاروخ"
    with pytest.raises(InputError):
        project.annotate(document.id, (9, 15), "actor")


@pytest.mark.case("OF18")
def test_an_invisible_mark_stands_outside_the_word(reader: Reader, project: Project, exported: Exported) -> None:
    assert reader.double_click(reader.point(9)) == "بالعالم"
    assert reader.selected == (7, 14)
    assert reader.drag_over(7, 14) == (7, 14)
    document = project.add_document(reader.text)
    project.annotate(document.id, reader.selected, "actor")
    [line] = exported()
    assert line["text"][6] == "\u061c" and [line["spans"][0][key] for key in ("start", "end")] == [7, 14]
