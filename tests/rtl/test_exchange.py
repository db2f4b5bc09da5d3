"""Import and export: encodings that may fail, tables that cannot run, and JSON that comes back the same."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from annotator import Project
from annotator.errors import InputError
from annotator.formats.actors_csv import read_actors

Case = dict[str, Any]
Bring = Callable[..., str]
Exported = Callable[[], list[dict[str, Any]]]


@pytest.mark.case("IE02")
def test_a_mark_before_the_header_is_no_part_of_it(case: Case, project: Project, tmp_path: Path) -> None:
    table = tmp_path / "a.csv"
    table.write_bytes(b"\xef\xbb\xbf" + case["text"].replace("نص", "name").encode())
    assert read_actors(table.read_bytes().decode())[0].id == "1"
    table.write_bytes(b"\xef\xbb\xbf" + "name,kind\nقال,person\n".encode())
    assert project.import_actors(table).added == 1


@pytest.mark.case("IE03")
def test_windows_1256_is_found_out(case: Case, project: Project, bring: Bring) -> None:
    document = project.document(bring(case["text"].encode("cp1256")))
    assert document.text == case["text"]
    assert (document.intake[0].kind, document.intake[0].detail) == ("encoding", "windows-1256")


@pytest.mark.case("IE04")
def test_bytes_that_any_latin_encoding_would_take_are_arabic_or_refused(
    case: Case, project: Project, bring: Bring
) -> None:
    data = case["text"].encode("cp1256")
    data.decode("latin-1"), data.decode("cp1251")
    assert project.document(bring(data)).text == case["text"]
    with pytest.raises(InputError, match="name its encoding"):
        bring("Grüße aus Köln, schöne Mädchen".encode("latin-1"), "german.txt")
    named = bring("Grüße aus Köln".encode("latin-1"), "named.txt", encoding="latin-1")
    assert project.document(named).text == "Grüße aus Köln"


@pytest.mark.case("IE05")
@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("marked", [True, False])
def test_utf_16_of_either_order_is_the_same_text(
    case: Case, project: Project, bring: Bring, codec: str, marked: bool
) -> None:
    mark = "\ufeff".encode(codec) if marked else b""
    document = project.document(bring(mark + case["text"].encode(codec)))
    assert document.text == case["text"].replace("\r\n", "\n")
    assert "\0" not in document.text


@pytest.mark.case("IE07")
@pytest.mark.case("IE08")
@pytest.mark.parametrize(
    "text", ['=HYPERLINK("http://x.example","اضغط")', "‏=1+1 نص", " ＝1", "+1", "-1", "@a", "\tb", "\rc"]
)
def test_a_formula_is_harmless_in_a_table_and_unchanged_for_programs(
    text: str, project: Project, tmp_path: Path, exported: Exported
) -> None:
    actor = project.add_actor(text, "person", [text])
    document = project.add_document(f"x {text}")
    project.annotate(document.id, (0, 1), "actor", actor_id=actor.id)
    project.export_actors(tmp_path / "a.csv")
    cells = (tmp_path / "a.csv").read_bytes().decode("utf-8-sig").split("\r\n", 1)[1].split(",", 1)[1]
    assert cells.startswith(("'", "\"'"))
    with Project.create(tmp_path / "other.musnad") as other:
        other.import_actors(tmp_path / "a.csv")
        assert other.actors() == [actor]
    assert exported()[0]["spans"][0]["actor"]["name"] == text


@pytest.mark.case("IE10")
@pytest.mark.parametrize("ascii_only", [True, False])
def test_json_says_the_same_escaped_and_not(case: Case, project: Project, tmp_path: Path, ascii_only: bool) -> None:
    text = case["text"].replace("\u2028", "x")
    line = {"text": text, "title": case["text"]}
    (tmp_path / "a.jsonl").write_text(json.dumps(line, ensure_ascii=ascii_only), encoding="utf-8")
    project.import_(tmp_path / "a.jsonl")
    [document] = project.documents()
    assert (document.text, document.title) == (text, case["text"])


@pytest.mark.case("IE10")
@pytest.mark.parametrize("half", [r"\ud83d", r"\ude00", r"\ud83d x", r"\uD83D\uD83D", r"\\\ud83d"])
def test_half_a_character_is_refused_with_line_and_mend(project: Project, tmp_path: Path, half: str) -> None:
    good = json.dumps({"text": "قال", "title": "أ"})
    (tmp_path / "a.jsonl").write_text(f'{good}\n{{"text": "عربي {half}"}}\n', encoding="utf-8")
    with pytest.raises(InputError, match=r"a\.jsonl, line 2: half a character .* write the file again with whole"):
        project.import_(tmp_path / "a.jsonl")
    assert project.documents() == []


@pytest.mark.case("IE13")
def test_a_span_is_exported_with_its_words_and_across_lines(
    case: Case, project: Project, exported: Exported, tmp_path: Path
) -> None:
    document = project.add_document(f"{case['text']}\nوزارة\nالدفاع")
    project.annotate(document.id, (0, 12), "actor")
    project.annotate(document.id, [(19, 24), (25, 31)], "actor")
    spans = exported()[0]["spans"]
    assert (spans[0]["start"], spans[0]["end"], spans[0]["text"]) == (0, 12, "وزارة الدفاع")
    assert (spans[1]["parts"], spans[1]["text"]) == ([[19, 24], [25, 31]], "وزارة … الدفاع")
    assert b"\r" not in (tmp_path / "out.jsonl").read_bytes()
    with Project.create(tmp_path / "other.musnad") as other:
        other.import_(tmp_path / "out.jsonl")
        assert other.spans(document.id) == project.spans(document.id)


@pytest.mark.case("PD02")
def test_text_from_a_pdf_is_told_kept_and_repaired_only_when_asked(
    case: Case, project: Project, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text(case["text"], encoding="utf-8")
    report = project.import_(tmp_path / "a.txt")
    [original] = project.documents()
    assert (original.text, report.visual) == (case["text"], (original.id,))
    [copy] = project.add_repaired(original.id)
    assert copy.text == "اللغة العربية"
    assert [document.text for document in project.documents()] == [case["text"], copy.text]


@pytest.mark.case("PD03")
def test_a_ligature_is_turned_as_a_unit(case: Case, project: Project) -> None:
    [check] = [check for check in case["checks"] if check["type"] == "lamalef_repair"]
    original = project.add_document(check["visual"])
    assert project.add_repaired(original.id)[0].text == case["text"]


@pytest.mark.case("PD05")
def test_quotes_are_exported_in_the_order_of_reading(case: Case, project: Project, exported: Exported) -> None:
    document = project.add_document(case["text"])
    span = project.annotate(document.id, (0, 12), "claim")
    assert exported()[0]["spans"][0]["text"] == case["text"][0:12] == span.quote(document.text)
