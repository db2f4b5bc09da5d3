"""Comments: said about an article or a mark, answered, changed by who said them, undone, and gone with the article."""

from pathlib import Path

import pytest

from annotator import Project
from annotator.domain.document import Document
from annotator.errors import InputError, NotFoundError


@pytest.fixture
def document(project: Project) -> Document:
    return project.add_document("قال الوزير إن الميناء جاهز.")


def test_comments_are_read_in_the_order_in_which_they_were_made(project: Project, document: Document) -> None:
    mark = project.annotate(document.id, (4, 10), "actor")
    first = project.comment(document.id, "من هو؟", span_id=mark.id)
    answer = project.comment(document.id, "وزير النقل", reply_to=first.id)
    assert project.comments(document.id) == [first, answer]
    assert (first.span_id, answer.reply_to, answer.annotator) == (mark.id, first.id, "layla")
    assert project.check() == []


def test_a_comment_is_undone_and_redone_like_everything_else(project: Project, document: Document) -> None:
    said = project.comment(document.id, "انظر هنا")
    changed = project.update_comment(said.id, "انظر هنا مرة أخرى")
    project.delete_comment(said.id)
    assert project.comments(document.id) == []
    project.undo()
    assert project.comments(document.id) == [changed]
    project.undo()
    assert project.comments(document.id) == [said]
    project.redo()
    assert project.comments(document.id) == [changed]
    assert project.check() == []


def test_what_was_said_about_a_mark_stays_when_the_mark_goes(project: Project, document: Document) -> None:
    mark = project.annotate(document.id, (4, 10), "actor")
    said = project.comment(document.id, "من هو؟", span_id=mark.id)
    project.delete(mark.id)
    assert [one.text for one in project.comments(document.id)] == [said.text]
    assert project.check() == []


def test_comments_go_and_come_back_with_their_article(project: Project, document: Document) -> None:
    said = project.comment(document.id, "انظر هنا")
    project.remove_document(document.id)
    assert project.comments(document.id) == []
    project.undo()
    assert project.comments(document.id) == [said]
    assert project.check() == []


def test_only_who_said_it_changes_it(project: Project, document: Document, tmp_path: Path) -> None:
    said = project.comment(document.id, "انظر هنا")
    project.close()
    with Project.open(tmp_path / "p.musnad", annotator="omar") as opened:
        with pytest.raises(InputError, match="only they can change it"):
            opened.update_comment(said.id, "لا")
        with pytest.raises(InputError, match="only they can change it"):
            opened.delete_comment(said.id)
        answer = opened.comment(document.id, "نعم", reply_to=said.id)
        assert opened.comments(document.id) == [said, answer]


def test_what_cannot_be_said_is_refused(project: Project, document: Document) -> None:
    other = project.add_document("مقال آخر.")
    mark = project.annotate(other.id, (0, 4), "actor")
    with pytest.raises(InputError, match="needs words"):
        project.comment(document.id, " ")
    with pytest.raises(InputError, match="at most"):
        project.comment(document.id, "ا" * 20_001)
    with pytest.raises(InputError, match="same article"):
        project.comment(document.id, "هنا", span_id=mark.id)
    with pytest.raises(NotFoundError):
        project.comment(document.id, "هنا", span_id="nothing")
    with pytest.raises(NotFoundError):
        project.comment("nothing", "هنا")
    assert project.comments(document.id) == []


def test_comments_travel_with_a_dataset(project: Project, document: Document, tmp_path: Path) -> None:
    mark = project.annotate(document.id, (4, 10), "actor")
    gone = project.annotate(document.id, (0, 3), "cue")
    said = [
        project.comment(document.id, "انظر هنا"),
        project.comment(document.id, "من هو؟", span_id=mark.id),
        project.comment(document.id, "لماذا؟", span_id=gone.id),
    ]
    said.append(project.comment(document.id, "وزير النقل", reply_to=said[1].id))
    project.delete(gone.id)
    assert project.export("jsonl", tmp_path / "a.jsonl").losses == {}
    with Project.create(tmp_path / "b.musnad", annotator="omar") as other:
        other.import_(tmp_path / "a.jsonl")
        assert other.comments(document.id) == said
        assert other.check() == []
        other.comment(document.id, "نعم", reply_to=said[0].id)
        # What a file lacks is not deleted, and my own words are never older than the project.
        project.import_(tmp_path / "a.jsonl")
        other.import_(tmp_path / "a.jsonl")
        assert len(other.comments(document.id)) == 5
    assert project.export("conll2003", tmp_path / "a.conll").losses["comments"] == 4


def test_a_comment_in_a_file_takes_no_other_comments_place(
    project: Project, document: Document, tmp_path: Path
) -> None:
    said = project.comment(document.id, "انظر هنا")
    project.export("jsonl", tmp_path / "a.jsonl")
    forged = (
        (tmp_path / "a.jsonl").read_text("utf-8").replace('"annotator":"layla","made"', '"annotator":"omar","made"')
    )
    (tmp_path / "forged.jsonl").write_text(forged, "utf-8")
    with pytest.raises(InputError, match="belongs to another comment"):
        project.import_(tmp_path / "forged.jsonl")
    assert project.comments(document.id) == [said]


def test_a_thread_outlives_the_comment_that_began_it(project: Project, document: Document) -> None:
    mark = project.annotate(document.id, (4, 10), "actor")
    first = project.comment(document.id, "من هو؟", span_id=mark.id)
    project.resolve_comment(first.id)
    answers = [project.comment(document.id, said, reply_to=first.id) for said in ("الوزير", "نعم")]
    last = project.comment(document.id, "شكرًا", reply_to=answers[1].id)
    before = project.comments(document.id)
    project.delete_comment(first.id)
    [thread] = project.threads(document.id)
    assert [one.id for one in thread.thread.comments] == [*(one.id for one in answers), last.id]
    assert (thread.about, thread.quote, thread.thread.is_open) == ("mark", "الوزير", False)
    project.delete_comment(answers[1].id)
    assert project.comments(document.id)[-1].reply_to == answers[0].id
    project.undo(), project.undo()
    assert project.comments(document.id) == before and project.check() == []


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("@layla، ما رأيك؟", ("layla",)),
        ("(@layla) «@omar» \u200f@نادية", ("layla", "omar", "نادية")),
        ("see @layla's mark, @omar.", ("layla", "omar")),
        ("a@b.example https://site.example/@layla x@omar", ()),
    ],
)
def test_colleagues_are_named_with_a_sign_and_addresses_name_nobody(
    project: Project, document: Document, text: str, named: tuple[str, ...]
) -> None:
    assert project.comment(document.id, text).mentions == named
