"""What an annotator sees of the review of their marks; the history, and going back in it."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from annotator import Project
from annotator.errors import InputError, NotFoundError
from annotator.services.feedback import errors_by

TEXT = "قال وزير النقل سامر الحلبي إن الميناء سيفتح. وقالت نادية إن «العقد» جاهز، بحسب سامر."
READERS = ("layla", "omar")


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    path = tmp_path / "p.musnad"
    with Project.create(path, annotator="huda") as project:
        document = project.add_document(TEXT).id
    marks = {
        "layla": [((0, 3), "cue"), ((4, 26), "actor"), ((30, 43), "claim")],
        "omar": [((0, 3), "cue"), ((15, 26), "actor"), ((52, 57), "actor")],
    }
    for who, made in marks.items():
        with Project.open(path, annotator=who) as project:
            for place, label in made:
                project.annotate(document, place, label)
    with Project.open(path, annotator="huda") as project:
        yield project


def test_an_annotator_sees_what_became_of_each_mark_and_why(project: Project) -> None:
    document = project.documents()[0].id
    boundary, claim, actor = project.review(document, READERS).open
    project.adjudicate(document, boundary.id, READERS, "take", reader="omar", reason="boundary", note="الاسم وحده")
    project.adjudicate(document, claim.id, READERS, "reject", reason="spurious")
    project.adjudicate(document, actor.id, READERS, "take", reader="omar")
    layla = project.feedback("layla")
    assert [(one.outcome, one.error, one.decision.note) for one in layla] == [
        ("changed", "boundary", "الاسم وحده"),
        ("rejected", "spurious", ""),
        ("missed", "missed", ""),
    ]
    assert [one.outcome for one in project.feedback("omar")] == ["kept", "kept", "kept"]
    [(_, counts)] = errors_by(layla, "month").items()
    assert counts == {"": 3, "boundary": 1, "spurious": 1, "missed": 1}
    assert project.feedback("layla", document) == layla and project.feedback("sami") == []


def test_errors_are_counted_by_weeks_from_monday_and_marks_that_nobody_decided_on_stand(project: Project) -> None:
    document = project.documents()[0].id
    project.apply_rule(document, READERS, "agreed")
    assert [one.parts for one in project.standing_marks(document, "layla")] == [((0, 3),)]
    boundary, claim, _ = project.review(document, READERS).open
    project.adjudicate(document, boundary.id, READERS, "take", reader="omar")
    project.adjudicate(document, claim.id, READERS, "reject")
    found = project.feedback("layla")
    assert [one.error for one in found] == ["boundary", "spurious"], "the kind of difference, where no reason is given"
    days = ("2026-03-01T12:00:00+00:00", "2026-03-02T12:00:00+00:00")
    dated = [
        msgspec.structs.replace(one, decision=msgspec.structs.replace(one.decision, made=made))
        for one, made in zip(found, days, strict=True)
    ]
    assert errors_by(dated, "week") == {"2026-02-23": {"": 1, "boundary": 1}, "2026-03-02": {"": 1, "spurious": 1}}
    assert list(errors_by(dated, "month")) == ["2026-03"]


def test_a_passage_becomes_an_example_of_the_guideline(project: Project) -> None:
    before = project.scheme.label("cue").guidelines.get("ar", "")
    project.add_example("cue", "  بحسب\nسامر ", "ar", good=True)
    project.add_example("cue", "قال", "ar", good=False)
    assert project.scheme.label("cue").guidelines["ar"].removeprefix(before.rstrip()).split("\n")[-2:] == [
        "- نعم: «بحسب سامر»",
        "- لا: «قال»",
    ]
    project.undo(), project.undo()
    assert project.scheme.label("cue").guidelines.get("ar", "") == before
    with pytest.raises(InputError):
        project.add_example("cue", " ", "ar", good=True)


def test_comments_are_threads_on_passages_that_name_colleagues_and_are_resolved(project: Project) -> None:
    document = project.documents()[0].id
    first = project.comment(document, "@layla، ما رأيك؟ راسل a@b.example", parts=(30, 43))
    answer = project.comment(document, "نعم", reply_to=first.id)
    assert first.mentions == ("layla",) and first.parts == ((30, 43),)
    assert project.resolve_comment(answer.id).id == first.id
    assert [one.resolved_by for one in project.comments(document)] == ["huda", None]
    assert project.resolve_comment(first.id, is_open=True).resolved_by is None
    with pytest.raises(InputError):
        project.comment(document, "x", parts=(0, 9999))
    assert project.check() == []


def test_threads_travel_in_datasets_and_bundles(project: Project, tmp_path: Path) -> None:
    document = project.documents()[0].id
    project.comment(document, "هنا", parts=(30, 43))
    project.resolve_comment(project.comments(document)[0].id)
    project.export("jsonl", tmp_path / "d.jsonl")
    with Project.create(tmp_path / "q.musnad", annotator="sami") as other:
        other.import_(tmp_path / "d.jsonl")
        assert other.comments(document) == project.comments(document)


def test_the_history_of_a_mark_a_document_and_the_project(project: Project) -> None:
    document = project.documents()[0].id
    mark = project.annotate(document, (0, 3), "cue")
    project.update(mark.id, parts=(0, 4))
    project.delete(mark.id)
    project.undo()
    undone, deleted, moved, made = project.history(span_id=mark.id)
    assert (made.rows[0].before, moved.rows[0].before) == (None, {"parts": [[0, 3]]})
    assert moved.rows[0].after == {"parts": [[0, 4]]} and deleted.rows[0].after is None
    assert undone.undoes == deleted.action and undone.annotator == "huda"
    assert made.rows[0].name and made.moment <= undone.moment
    on_document = project.history(document_id=document)
    assert {one.annotator for one in on_document} == {"huda", "layla", "omar"}
    assert [one.action for one in project.history()][:4] == [one.action for one in (undone, deleted, moved, made)]
    with pytest.raises(NotFoundError, match="no mark 'xx'"):
        project.history(span_id="xx")


def test_going_back_to_a_moment_makes_a_new_state_of_my_reading_alone(project: Project) -> None:
    document = project.documents()[0].id
    claim, source = project.annotate(document, (30, 43), "claim"), project.annotate(document, (15, 26), "actor")
    link = project.link(claim.id, source.id, "source")
    then = project.history()[0].action
    project.delete(source.id)
    late = project.annotate(document, (0, 3), "cue")
    theirs = project.spans(document, "layla")
    assert project.go_back(then) > 0
    assert {one.id for one in project.spans(document)} == {claim.id, source.id}
    assert [one.id for one in project.relations(document)] == [link.id]
    assert project.spans(document, "layla") == theirs and project.check() == []
    project.undo()
    assert [one.id for one in project.spans(document)] == [late.id, claim.id]
    assert project.go_back("2000-01-01", [document]) == 3
    assert project.spans(document) == [] and project.check() == []
    assert project.go_back(project.history()[0].moment, [document]) == 0
    with pytest.raises(InputError, match="no time"):
        project.go_back("yesterday")
