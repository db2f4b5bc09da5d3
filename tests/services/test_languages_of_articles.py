"""An article's language is told by its text, can be set, and decides which suggesters read it."""

import json
from pathlib import Path

import pytest

from annotator import Project
from annotator.domain.document import Document
from annotator.errors import InputError
from annotator.suggest.registry import find_suggester

PERSIAN = "وی تأکید کرد: «ما آماده‌ایم»."
ARABIC = "وأكد الوزير أن الميناء جاهز."


def test_an_article_has_the_language_of_its_text_whatever_way_it_came(project: Project, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("כותרת\nטקסט.", "utf-8")
    (tmp_path / "b.jsonl").write_text(json.dumps({"text": "وزیر نے کہا۔"}), "utf-8")
    (tmp_path / "c.conll").write_text("گفت O\nکه O\nپیشنهاد O\n", "utf-8")
    project.import_([tmp_path / name for name in ("a.txt", "b.jsonl", "c.conll")])
    project.add_document(ARABIC)
    project.add_document("عاجل")
    assert [one.language for one in project.documents()] == ["he", "ur", "fa", "ar", "und"]
    project.export("jsonl", tmp_path / "out.jsonl")
    lines = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text("utf-8").splitlines()]
    assert [line["language"] for line in lines] == ["he", "ur", "fa", "ar", "und"]


def test_a_language_that_somebody_set_is_kept(project: Project, tmp_path: Path) -> None:
    document = project.add_document(PERSIAN, language="fa-AF")
    assert document.language == "fa-AF"
    project.update_document(document.id, language="ur")
    project.export("jsonl", tmp_path / "out.jsonl")
    with Project.create(tmp_path / "b.musnad") as other:
        other.import_(tmp_path / "out.jsonl")
        assert [one.language for one in other.documents()] == ["ur"]
    with pytest.raises(InputError, match="is not a language"):
        project.update_document(document.id, language="Arabic!")


def test_suggesters_are_silent_in_languages_that_they_do_not_know(project: Project) -> None:
    persian, arabic = project.add_document(PERSIAN), project.add_document(ARABIC)
    report = project.suggest(["cues"])
    assert project.suggestions(persian.id) == []
    assert [one.label for one in project.suggestions(arabic.id)] != []
    assert (report.unread, report.failed) == ({"cues": 1}, [])


def test_what_was_proposed_goes_when_the_language_is_another(project: Project) -> None:
    document = project.add_document(ARABIC)
    project.suggest(["cues"])
    project.update_document(document.id, language="fa")
    project.suggest(["cues"])
    assert project.suggestions(document.id) == []


def test_names_are_found_in_every_language(project: Project) -> None:
    document: Document = project.add_document("نواز شریف نے کہا ہے کہ وہ استعفیٰ نہیں دیں گے")
    project.add_actor("نواز شریف", "person")
    project.suggest(["aliases"])
    assert [one.parts for one in project.suggestions(document.id)] == [((0, 9),)]
    assert not find_suggester("aliases").reads
    assert find_suggester("cues").can_read("arz") and find_suggester("cues").can_read("und")
