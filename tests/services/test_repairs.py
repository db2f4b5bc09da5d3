"""Articles in visual order, as PDF files give them: told at import, repaired as a copy when somebody asks."""

import json
from pathlib import Path

import pytest

from annotator import Project
from annotator.domain.document import IntakeNote, Origin
from annotator.errors import NotFoundError
from annotator.services.exchange import import_files

SEEN = "ﺔﻴﺑﺮﻌﻟا ﺔﻐﻠﻟا"
READ = "اللغة العربية"


def test_an_import_tells_and_changes_nothing(project: Project, tmp_path: Path) -> None:
    for name, text in (("pdf.txt", SEEN), ("good.txt", READ)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    report = import_files(project, [tmp_path / "pdf.txt", tmp_path / "good.txt"])
    held = {document.text: document.id for document in project.documents()}
    assert held.keys() == {SEEN, READ}
    assert report.visual == (held[SEEN],)
    assert import_files(project, [tmp_path / "pdf.txt"]).visual == ()


def test_a_dataset_tells_too(project: Project, tmp_path: Path) -> None:
    lines = [{"text": SEEN, "title": "a"}, {"text": READ, "title": "b"}]
    (tmp_path / "d.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    report = project.import_(tmp_path / "d.jsonl")
    assert report.visual == tuple(document.id for document in project.documents() if document.text == SEEN)


def test_a_repaired_copy_is_another_article_with_the_same_origins(project: Project) -> None:
    origins = (Origin(url="https://one.example"), Origin(publisher="وكالة"))
    for origin in origins:
        original = project.add_document(SEEN, origin=origin, language="fa")
    span = project.annotate(original.id, (0, 3), "actor")
    [copy] = project.add_repaired(original.id)
    assert (copy.text, copy.title, copy.language, copy.origins) == (READ, READ, "fa", origins)
    assert copy.intake[-1] == IntakeNote(kind="visual_order", detail=original.id, count=len(SEEN))
    assert project.document(original.id) == original
    assert project.spans(original.id) == [span]
    assert project.spans(copy.id) == []
    assert project.check() == []


def test_several_copies_are_one_step_back(project: Project) -> None:
    documents = [project.add_document(text) for text in (SEEN, f"{SEEN} ﺔﻴﺑﺮﻌﻟا")]
    assert len(project.add_repaired(*(document.id for document in documents))) == 2
    project.undo()
    assert project.documents() == documents
    project.redo()
    assert len(project.documents()) == 4


def test_a_title_that_somebody_gave_stays(project: Project) -> None:
    original = project.add_document(SEEN, title="تقرير المدينة")
    assert project.add_repaired(original.id)[0].title == "تقرير المدينة"


def test_a_copy_that_is_here_already_only_gains_origins(project: Project) -> None:
    here = project.add_document(READ, origin="https://two.example")
    original = project.add_document(SEEN, origin="https://one.example")
    [copy] = project.add_repaired(original.id)
    assert copy.id == here.id
    assert [origin.url for origin in copy.origins] == ["https://two.example", "https://one.example"]


def test_an_unknown_article_is_refused_and_nothing_is_added(project: Project) -> None:
    original = project.add_document(SEEN)
    with pytest.raises(NotFoundError):
        project.add_repaired(original.id, "nobody")
    assert len(project.documents()) == 1


def test_the_note_survives_a_dataset(project: Project, tmp_path: Path) -> None:
    [copy] = project.add_repaired(project.add_document(SEEN).id)
    project.export("jsonl", tmp_path / "d.jsonl")
    with Project.create(tmp_path / "other.musnad") as other:
        other.import_(tmp_path / "d.jsonl")
        assert other.document(copy.id) == copy
