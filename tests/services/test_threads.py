"""Threads of comments: what belongs together, what they are about, who may see them, and what they leave alone."""

import itertools
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator import Project
from annotator.domain.comment import Comment, threads
from annotator.domain.span import Part
from annotator.formats.registry import readers, writers

TEXT = "قال وزير النقل سامر الحلبي إن الميناء سيفتح. وقالت نادية إن «العقد» جاهز."

SAID = st.lists(st.one_of(st.none(), st.integers(0, 9)), max_size=8)
"""For each comment the one that it answers; some of those are not there."""


def comments(answers: list[int | None]) -> list[Comment]:
    return [
        Comment(id=str(n), document_id="d", annotator="a", text="x", made="", reply_to=None if to is None else str(to))
        for n, to in enumerate(answers)
    ]


@given(SAID)
def test_every_comment_is_in_one_thread_together_with_what_it_answers(answers: list[int | None]) -> None:
    said = comments(answers)
    found = threads(said)
    assert sorted((one.id for thread in found for one in thread.comments), key=int) == [one.id for one in said]
    place = {one.id: number for number, thread in enumerate(found) for one in thread.comments}
    for one in said:
        assert one.reply_to not in place or place[one.reply_to] == place[one.id]
    assert [[int(one.id) for one in thread.comments] for thread in found] == [
        sorted(int(one.id) for one in thread.comments) for thread in found
    ]


def test_answers_to_what_is_gone_stay_together() -> None:
    assert [len(one.comments) for one in threads(comments([9, 9, None]))] == [2, 1]


def test_threads_say_what_they_are_about_in_reading_order(tmp_path: Path) -> None:
    with Project.create(tmp_path / "p.musnad", annotator="layla") as project:
        document = project.add_document(TEXT, title="الميناء").id
        other = project.add_document("مقال آخر.").id
        mark, gone = project.annotate(document, (15, 26), "actor"), project.annotate(document, (0, 3), "cue")
        project.comment(document, "واسع", parts=((30, 37), (39, 43)))
        first = project.comment(document, "من؟", span_id=mark.id)
        project.comment(document, "لماذا؟", span_id=gone.id)
        project.comment(document, "طويل")
        project.comment(document, "الوزير", reply_to=first.id)
        late = project.comment(other, "قصير")
        project.delete(gone.id)
        told = project.threads(document)
        assert [(one.about, one.quote, one.label, len(one.thread.comments)) for one in told] == [
            ("gone", "", "", 1),
            ("document", "", "", 1),
            ("mark", "سامر الحلبي", "actor", 2),
            ("passage", "الميناء … يفتح", "", 1),
        ]
        assert project.threads()[0].thread.first == late and len(project.threads()) == 5
        assert project.open_threads() == {document: 4, other: 1}
        project.resolve_comment(first.id)
        assert project.open_threads() == {document: 3, other: 1}
        project.remove_document(other)
        assert len(project.threads()) == 4


def test_a_blind_reader_does_not_see_what_others_say_about_their_marks(tmp_path: Path) -> None:
    path = tmp_path / "p.musnad"
    with Project.create(path, annotator="huda") as project:
        document = project.add_document(TEXT).id
        project.assign([document], ["layla"])
        project.set_blind(True)
        mark = project.annotate(document, (15, 26), "actor")
        project.comment(document, "أهو فاعل؟", span_id=mark.id)
        project.comment(document, "@layla، انتبهي", parts=(0, 3))
        project.comment(document, "المقال طويل")
        assert len(project.threads(document)) == 3
    with Project.open(path, annotator="layla") as project:
        assert [one.about for one in project.threads(document)] == ["document"]
        assert len(project.threads()) == 1 and project.open_threads() == {document: 1}
        project.set_status(document, "done")
        assert len(project.threads(document)) == 3


def test_comments_change_no_reading_and_no_agreement(tmp_path: Path) -> None:
    path = tmp_path / "p.musnad"
    with Project.create(path, annotator="omar") as project:
        document = project.add_document(TEXT).id
        project.annotate(document, (15, 26), "actor")
    with Project.open(path, annotator="layla") as project:
        project.annotate(document, (4, 26), "actor")
        before = msgspec.to_builtins(project.agreement()), project.differences(document, "layla", "omar")
        for span, part in itertools.product((None, project.spans(document)[0].id), (None, (0, 3))):
            project.comment(document, "لماذا؟", span_id=span, parts=part)
    with Project.open(path, annotator="huda") as project:
        project.comment(document, "لأن")
        assert project.status(document) == "todo" and project.sets(document)[0].annotator == "layla"
        assert (msgspec.to_builtins(project.agreement()), project.differences(document, "layla", "omar")) == before


def test_threads_travel_in_bundles_with_their_answers_and_what_became_of_them(tmp_path: Path) -> None:
    with Project.create(tmp_path / "a.musnad", annotator="huda") as project:
        document = project.add_document(TEXT).id
        mark = project.annotate(document, (15, 26), "actor")
        asked = project.comment(document, "@layla من؟", span_id=mark.id)
        project.share(tmp_path / "1.musnad-share")
    with Project.create(tmp_path / "b.musnad", annotator="layla") as other:
        other.merge(tmp_path / "1.musnad-share")
        assert other.threads(document)[0].thread.names("layla")
        other.comment(document, "الوزير", reply_to=asked.id)
        other.resolve_comment(asked.id)
        other.share(tmp_path / "2.musnad-share")
        theirs = other.comments(document)
    with Project.open(tmp_path / "a.musnad", annotator="huda") as project:
        project.merge(tmp_path / "2.musnad-share")
        assert project.comments(document) == theirs
        [thread] = project.threads(document)
        assert (len(thread.thread.comments), thread.thread.is_open) == (2, False)


def told_of(project: Project, document: str) -> list[tuple[Comment, tuple[Part, ...] | None]]:
    """The comments of a document, each with the place of its mark: some formats give marks other ids."""
    places = {one.id: one.parts for one in project.spans(document, "layla")}
    said = project.comments(document)
    return [(msgspec.structs.replace(one, span_id=None), places.get(one.span_id or "")) for one in said]


@pytest.mark.heavy
@pytest.mark.parametrize("format", sorted({one.id for one in writers()} & {one.id for one in readers()}))
def test_a_format_keeps_threads_as_they_are_or_says_what_it_loses(format: str, tmp_path: Path) -> None:
    with Project.create(tmp_path / "p.musnad", annotator="layla") as project:
        document = project.add_document(TEXT, title="الميناء").id
        asked = project.comment(document, "من؟", span_id=project.annotate(document, (15, 26), "actor").id)
        project.comment(document, "واسع", parts=(30, 43))
        project.comment(document, "الوزير", reply_to=asked.id)
        project.resolve_comment(asked.id)
        project.set_status(document, "done")
        said = told_of(project, document)
        report = project.export(format, tmp_path / "out")
        told = sum(count for kind, count in report.losses.items() if "comments" in kind)
    if format == "refi-codebook":
        assert told
        return
    with Project.create(tmp_path / "q.musnad", annotator="sami") as other:
        other.import_(report.path, format)
        assert told or told_of(other, document) == said
