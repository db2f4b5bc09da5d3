"""What is said about an article can be changed, undone, kept and exported; its text cannot."""

from pathlib import Path

import pytest

from annotator import Project
from annotator.domain.document import Direction, IntakeNote
from annotator.errors import InputError, NotFoundError


def test_what_is_said_about_an_article_is_one_undo_step_and_survives_closing(tmp_path: Path, article: str) -> None:
    path = tmp_path / "p.musnad"
    with Project.create(path, annotator="layla") as project:
        before = project.add_document(article, title="الميناء", intake=[IntakeNote(kind="encoding", detail="UTF-8")])
        project.add_document("نص آخر.")
        mark = project.annotate(before.id, (0, 3), "cue")
        changed = project.update_document(before.id, title="ميناء الزهراء", language="fa", direction="ltr")
    assert (changed.title, changed.language, changed.direction) == ("ميناء الزهراء", "fa", "ltr")
    assert (changed.text, changed.origins, changed.intake) == (before.text, before.origins, before.intake)
    with Project.open(path, annotator="layla") as project:
        assert project.document(before.id) == changed
        assert project.documents()[0].id == before.id
        assert project.summaries()[0].direction == "ltr"
        project.undo()
        assert project.document(before.id) == before
        project.redo()
        assert project.document(before.id) == changed
        assert project.spans(before.id) == [mark]
        assert project.check() == []


def test_only_what_is_given_changes_and_nothing_new_is_no_step(project: Project, article: str) -> None:
    document = project.add_document(article)
    project.update_document(document.id, direction="ltr")
    assert project.update_document(document.id, language="ur").direction == "ltr"
    assert project.update_document(document.id, direction=None).direction is None
    project.update_document(document.id, language="ur")
    project.undo()
    assert project.document(document.id).direction == "ltr"


@pytest.mark.parametrize(
    ("title", "language", "direction", "reason"),
    [
        (" \n", "ar", None, "needs a title"),
        ("x", "Arabic, I think", None, "not a language"),
        ("x", "ar", "up", "not a direction"),
    ],
)
def test_what_no_article_can_have_is_refused(
    project: Project, article: str, title: str, language: str, direction: Direction | None, reason: str
) -> None:
    document = project.add_document(article)
    with pytest.raises(InputError, match=reason):
        project.update_document(document.id, title=title, language=language, direction=direction)
    assert project.document(document.id) == document
    with pytest.raises(NotFoundError):
        project.update_document("nothing", language="fa")


def test_json_lines_carry_it_to_another_project(tmp_path: Path, article: str) -> None:
    out = tmp_path / "out.jsonl"
    with Project.create(tmp_path / "a.musnad", annotator="layla") as project:
        document = project.add_document(article)
        told = project.update_document(document.id, title="عنوان آخر", language="fa", direction="ltr")
        project.export("jsonl", out)
    with Project.create(tmp_path / "b.musnad", annotator="omar") as other:
        other.import_(out)
        assert other.document(document.id) == told
