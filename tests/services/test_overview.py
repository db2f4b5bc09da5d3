"""The articles at a glance: who is how far, what is to be done next, and to whom ties go."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator import Project
from annotator.errors import InputError, NotFoundError
from annotator.services.overview import folded_query, next_steps
from annotator.services.selection import Selection

TEXT = "قال وزير النقل سامر الحلبي إن الميناء سيفتح."


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Layla and omar have both read the second of three articles, and differ in one mark."""
    path = tmp_path / "p.musnad"
    with Project.create(path, annotator="huda") as project:
        for title in ("ميناء", "إذاعة", "أمطار"):
            project.add_document(f"{title}. {TEXT}", title=title)
        project.assign([project.summaries()[2].id], ["huda", "layla"])
    for who, start in (("layla", 7), ("omar", 8)):
        with Project.open(path, annotator=who) as project:
            second = project.summaries()[1].id
            project.annotate(second, (0, 5), "actor")
            project.annotate(second, (start, 18), "actor")
            project.set_status(second, "done")
    return path


@pytest.fixture
def project(path: Path) -> Iterator[Project]:
    with Project.open(path, annotator="huda") as project:
        yield project


def test_a_line_says_who_is_how_far(project: Project) -> None:
    found = project.overview()
    first, second, third = found.lines
    assert found.readers == ("huda", "layla", "omar")
    assert second.statuses == {"layla": "done", "omar": "done"} and second.marks == 4
    assert second.compared == ("layla", "omar") and first.compared == ()
    assert third.assigned == ("huda", "layla") and third.is_mine and not second.is_mine
    assert [one.title for one in sorted(found.lines, key=lambda line: line.title_rank)] == ["إذاعة", "أمطار", "ميناء"]
    assert folded_query("اذاعه") in second.folded
    assert {one.annotator: (one.done, one.total) for one in found.team} == {
        "huda": (0, 1),
        "layla": (0, 1),
        "omar": (1, 1),
    }


def test_what_comes_next_is_mine_then_what_is_to_be_decided_then_what_was_asked(project: Project) -> None:
    second, third = (one.id for one in project.summaries()[1:])
    project.comment(second, "لماذا؟")
    steps = next_steps(project.overview())
    assert [(one.kind, one.document_id, one.count) for one in steps] == [
        ("read", third, 1),
        ("review", second, 1),
        ("comments", second, 1),
    ]
    assert [one.kind for one in next_steps(project.overview(), settled=[second])] == ["read", "comments"]
    assert project.my_documents() == {third}


def test_how_far_readers_agree_is_told_article_by_article(project: Project) -> None:
    first, second, _ = (one.id for one in project.summaries())
    found = project.standing(second)
    assert found is not None and (found.differences, found.undecided) == (1, 1) and found.alpha is not None
    assert project.standing(first) is None
    difference = project.review(second, ["layla", "omar"]).open[0]
    project.adjudicate(second, difference.id, ["layla", "omar"], "reject")
    found = project.standing(second)
    assert found is not None and found.undecided == 0 and project.overview().lines[1].decided == 1


def test_a_tie_goes_to_the_least_loaded_who_has_not_read_it_and_only_where_there_is_one(project: Project) -> None:
    ids = [one.id for one in project.summaries()]
    project.assign([ids[0]], ["sami"], "review")
    broken = project.break_ties(ids)
    # Huda, who asks, has compared the readings; layla and omar have read it.
    assert [(one.document_id, one.annotator, one.purpose) for one in broken.given] == [(ids[1], "sami", "tiebreak")]
    assert (broken.nobody, broken.settled) == ((), 2)
    assert project.break_ties(ids).given == ()
    project.undo()
    project.assign([ids[1]], ["sami"], "review")
    assert project.break_ties(ids).nobody == (ids[1],)


def test_the_status_of_many_articles_is_one_action(project: Project) -> None:
    ids = [one.id for one in project.summaries()]
    assert project.set_statuses([*ids, ids[0]], "done") == 3
    assert project.set_statuses(ids, "done") == 0
    assert [one.status for one in project.summaries()] == ["done"] * 3
    project.undo()
    assert [one.status for one in project.summaries()] == ["todo"] * 3
    with pytest.raises(NotFoundError):
        project.set_statuses([ids[0], "0" * 32], "done")
    with pytest.raises(InputError):
        project.set_statuses(ids, "finished")  # type: ignore[arg-type]  # a script may say so
    assert project.status(ids[0]) == "todo"


def test_chosen_articles_are_exported_and_shared_alone(project: Project, tmp_path: Path) -> None:
    ids = [one.id for one in project.summaries()]
    report = project.export("jsonl", tmp_path / "out.jsonl", only=Selection(documents=frozenset(ids[:2])))
    assert report.documents == 2
    shared = project.share(tmp_path / "b.musnad-share", documents=ids[2:])
    assert shared.documents == 1
    with Project.create(tmp_path / "q.musnad", annotator="layla") as other:
        other.merge(tmp_path / "b.musnad-share")
        assert [one.id for one in other.summaries()] == ids[2:] and other.my_documents() == {ids[2]}


def test_the_overview_takes_the_same_statements_for_any_number_of_articles(project: Project) -> None:
    def statements() -> int:
        said: list[str] = []
        with project.reading() as connection:
            connection.set_trace_callback(said.append)
            project.overview()
            connection.set_trace_callback(None)
        return len(said)

    before = statements()
    for number in range(30):
        project.add_document(f"{number} {TEXT}")
    assert statements() == before < 20
