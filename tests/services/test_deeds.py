"""Actions by the names that people have for them, a page of history at once, and going back."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator import Project
from annotator.domain.deed import Deed
from annotator.domain.frame import Filler, Sketch
from annotator.services.deeds import HistoryLine

TEXT = "قال وزير النقل سامر الحلبي إن الميناء سيفتح. وقالت نادية إن «العقد» جاهز، بحسب سامر."


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.create(tmp_path / "p.musnad", annotator="layla") as project:
        project.add_document(TEXT, title="الميناء")
        yield project


def deed(project: Project, *, again: bool = False) -> tuple[str, tuple[str, ...], int, str]:
    found = project.next_deed(again=again)
    assert found is not None
    return found.kind, found.labels, found.count, found.name


def lines(project: Project, *, span_id: str | None = None, document_id: str | None = None) -> list[HistoryLine]:
    return list(project.history_page(span_id=span_id, document_id=document_id).lines)


def test_what_one_did_in_a_row_is_one_line_of_what_was_done_lately(project: Project) -> None:
    document = project.documents()[0].id
    for start in (0, 4, 15):
        project.annotate(document, (start, start + 3), "cue")
    project.set_viewed(document, "x")
    assert deed(project)[0] == "view"
    project.set_status(document, "done")
    path = project.path
    project.close()
    with Project.open(path, annotator="omar") as omar:
        omar.annotate(document, (0, 3), "cue")
        omar.undo()
        told = [(one.annotator, one.deed.kind, one.deed.count, one.turns) for one in omar.lately()]
    # Setting a status and marking something both begin a reading.
    assert told[0] == ("omar", "mark", 1, 1)
    assert [one for one in told if one[0] == "layla"] == [
        ("layla", "status", 1, 0),
        ("layla", "mark", 3, 0),
        ("layla", "import", 1, 0),
    ]


def test_an_import_is_called_by_its_articles_however_much_comes_before_them(project: Project) -> None:
    with Project.create(project.path.with_name("other.musnad"), annotator="omar") as other:
        document = other.add_document("قال سامر. " * 40, title="طويل").id
        for place in range(0, 300, 10):
            other.add_actor(f"فاعل {place}", "person")
            other.annotate(document, (place, place + 3), "cue")
        other.export("jsonl", other.path.with_name("out.jsonl"))
    project.import_(project.path.with_name("out.jsonl"))
    assert deed(project)[0] == "import"


def test_every_action_has_a_name(project: Project) -> None:
    document = project.documents()[0].id
    assert deed(project) == ("import", (), 1, "الميناء")
    claim = project.annotate(document, (30, 43), "claim")
    assert deed(project) == ("mark", ("claim",), 1, "الميناء سيفتح")
    source = project.annotate(document, (15, 26), "actor")
    link = project.link(claim.id, source.id, "source")
    assert deed(project) == ("link", ("source",), 1, "الميناء سيفتح")
    project.update(claim.id, attributes={"polarity": "denied"})
    assert deed(project) == ("attribute", ("claim",), 1, "الميناء سيفتح")
    project.update(claim.id, parts=(30, 37))
    assert deed(project) == ("reshape", ("claim",), 1, "الميناء")
    actor = project.add_actor("سامر الحلبي", "person")
    assert deed(project)[::3] == ("actor", "سامر الحلبي")
    project.update(source.id, actor_id=actor.id)
    assert deed(project)[:2] == ("name_actor", ("actor",))
    project.delete(link.id)
    assert deed(project)[:2] == ("unlink", ("source",))
    cue = project.annotate(document, (0, 3), "cue")
    project.update(cue.id, label="actor")
    assert deed(project)[:2] == ("relabel", ("actor",))
    project.fill(claim.id, [Filler(role="cue", to=Sketch(parts=((44, 49),), label="cue"))])
    assert deed(project)[:2] == ("link", ("cue",))
    project.set_status(document, "done")
    assert project.next_deed() == Deed(
        kind="status",
        name="الميناء",
        value="done",
        document_id=document,
        table="annotation_sets",
        row_id=f"{document}/layla",
    )
    said = project.comment(document, "انظر")
    assert deed(project)[::3] == ("comment", "انظر")
    project.resolve_comment(said.id)
    assert deed(project)[0] == "resolve"
    project.add_example("cue", "بحسب", "ar", good=True)
    assert deed(project)[0] == "scheme"
    project.delete(claim.id, source.id)
    assert deed(project)[:3] == ("delete", ("claim", "actor"), 2)
    project.remove_document(document)
    assert deed(project)[::3] == ("remove", "الميناء")


def test_undo_and_redo_keep_the_name_however_often_they_turn(project: Project) -> None:
    document = project.documents()[0].id
    project.annotate(document, (30, 43), "claim")
    for _ in range(3):
        project.undo()
        assert (deed(project)[0], deed(project, again=True)[0]) == ("import", "mark")
        project.redo()
        assert deed(project)[0] == "mark" and project.next_deed(again=True) is None
    assert [one.turns for one in lines(project)][:3] == [6, 5, 4]
    assert {one.deed.kind for one in lines(project)} == {"mark", "import"}


def test_many_rows_are_counted_and_few_read(project: Project) -> None:
    document = project.documents()[0].id
    project.annotate_many([(document, (place, place + 2)) for place in range(0, 60, 2)], "actor")
    assert deed(project) == ("mark", ("actor",), 30, "قا")


def test_history_comes_in_pages_of_a_mark_an_article_or_all(project: Project, tmp_path: Path) -> None:
    document = project.documents()[0].id
    other = project.add_document("مقال آخر.", title="آخر").id
    marks = [project.annotate(document, (place, place + 3), "cue") for place in (0, 4, 9)]
    project.annotate(other, (0, 4), "cue")
    project.delete(marks[0].id)
    project.close()
    with Project.open(tmp_path / "p.musnad", annotator="huda") as opened:
        opened.annotate(document, (0, 3), "cue")
    with Project.open(tmp_path / "p.musnad", annotator="layla") as project:
        every: list[HistoryLine] = []
        before = "~"
        while before:
            page = project.history_page(before=before, seen=[one.action for one in every], most=2)
            assert len(page.lines) <= 2
            every += page.lines
            before = page.goes_on
        assert every == lines(project) and len(every) == 8
        assert [(one.annotator, one.deed.kind, one.title) for one in lines(project, document_id=document)] == [
            ("huda", "mark", "الميناء"),
            ("layla", "delete", "الميناء"),
            *[("layla", "mark", "الميناء")] * 3,
            ("layla", "import", "الميناء"),
        ]
        assert [one.deed.kind for one in lines(project, span_id=marks[0].id)] == ["delete", "mark"]


def test_one_mark_goes_back_alone_and_that_is_one_action_with_a_name(project: Project) -> None:
    document = project.documents()[0].id
    claim, source = project.annotate(document, (30, 43), "claim"), project.annotate(document, (15, 26), "actor")
    link = project.link(claim.id, source.id, "source")
    then = lines(project)[0].action
    project.update(claim.id, parts=(30, 37))
    project.update(source.id, parts=(20, 26))
    project.delete(link.id)
    assert project.go_back(then, span_id=claim.id) == 2
    assert [one.parts for one in project.spans(document)] == [((20, 26),), ((30, 43),)]
    assert [one.id for one in project.relations(document)] == [link.id]
    assert deed(project)[0] == "back" and project.check() == []
    project.undo()
    assert project.span(claim.id).parts == ((30, 37),) and project.relations(document) == []


def test_a_merge_is_called_so_and_what_came_with_it_by_its_own_names(project: Project, tmp_path: Path) -> None:
    project.share(tmp_path / "a.musnad-share", everything=True)
    with Project.create(tmp_path / "q.musnad", annotator="huda") as other:
        other.merge(tmp_path / "a.musnad-share")
        other.annotate(other.documents()[0].id, (0, 3), "cue")
        other.share(tmp_path / "b.musnad-share")
    project.merge(tmp_path / "b.musnad-share")
    assert deed(project)[0] == "merge"
    assert {(one.annotator, one.deed.kind) for one in lines(project)} >= {("huda", "mark"), ("layla", "merge")}
