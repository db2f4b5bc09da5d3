"""What the Project door does and refuses."""

import itertools
from pathlib import Path

import pytest

from annotator import Project
from annotator.domain.change import Changes
from annotator.domain.document import Origin
from annotator.domain.span import Span
from annotator.errors import InputError, NotFoundError, ProjectError


def test_the_main_job_survives_closing(tmp_path: Path, article: str) -> None:
    path = tmp_path / "p.musnad"
    with Project.create(path) as project:
        document = project.add_document(article, title="الميناء", origin=Origin(publisher="وكالة النورس"))
        source = project.annotate(document.id, (4, 26), "actor", {"kind": "person"})
        cue = project.annotate(document.id, (0, 3), "cue")
        claim = project.annotate(document.id, [(30, 37), (38, 43)], "claim")
        project.link(claim.id, source.id, "source")
        project.link(claim.id, cue.id, "cue")
        spans, relations = project.spans(document.id), project.relations(document.id)
        frames = project.frames(document.id)
        assert project.status(document.id) == "doing"
        project.set_status(document.id, "done")
    with Project.open(path) as project:
        assert project.spans(document.id) == spans
        assert project.relations(document.id) == relations
        assert project.frames(document.id) == frames
        assert frames[0].roles["source"] == (source.id,)
        assert project.document(document.id) == document
        assert project.status(document.id) == "done"
        summary = project.summaries()[0]
        assert (summary.title, summary.publisher, summary.spans) == ("الميناء", "وكالة النورس", 3)
        assert project.check() == []


def test_the_same_text_again_adds_an_origin(project: Project, article: str) -> None:
    first = project.add_document(article, origin="https://one.example/a")
    again = project.add_document(article.replace("\n", "\r\n"), origin="https://two.example/b")
    assert first.id == again.id
    assert [origin.url for origin in again.origins] == ["https://one.example/a", "https://two.example/b"]
    assert len(project.documents()) == 1


def test_defaults_come_from_the_scheme(project: Project, article: str) -> None:
    document = project.add_document(article)
    claim = project.annotate(document.id, (30, 37), "claim", {"polarity": "denied"})
    assert claim.attributes == {"quote_type": "indirect", "polarity": "denied"}


def test_a_new_label_keeps_what_it_can_and_drops_links_that_no_longer_fit(project: Project, article: str) -> None:
    document = project.add_document(article)
    actor = project.add_actor("سامر الحلبي", "person", ["Samer Halabi"])
    mention = project.annotate(document.id, (4, 26), "actor", actor_id=actor.id)
    claim = project.annotate(document.id, (30, 37), "claim")
    project.link(claim.id, mention.id, "target")
    changed = project.update(mention.id, label="cue")
    assert isinstance(changed, Span)
    assert (changed.label, changed.attributes, changed.actor_id) == ("cue", {}, None)
    assert project.relations(document.id) == []
    project.undo()
    assert project.span(mention.id) == mention
    assert len(project.relations(document.id)) == 1


@pytest.mark.parametrize(
    ("parts", "label", "attributes", "reason"),
    [
        ((0, 9999), "actor", {}, "does not lie inside"),
        ((0, 3), "person", {}, "no label"),
        ((0, 3), "cue", {"act": "sing"}, "not a value"),
        ((0, 3), "cue", {"tone": "warm"}, "no attribute"),
    ],
)
def test_what_does_not_fit_is_refused_and_leaves_nothing(
    project: Project, article: str, parts: tuple[int, int], label: str, attributes: dict[str, str], reason: str
) -> None:
    document = project.add_document(article)
    with pytest.raises(InputError, match=reason):
        project.annotate(document.id, parts, label, attributes)
    assert project.spans(document.id) == []
    assert project.status(document.id) == "todo"


def test_links_obey_the_scheme(project: Project, article: str) -> None:
    document = project.add_document(article)
    actor = project.annotate(document.id, (4, 26), "actor")
    cues = [project.annotate(document.id, part, "cue") for part in ((0, 3), (55, 59))]
    claims = [project.annotate(document.id, (30, 31 + number), "claim") for number in range(5)]
    with pytest.raises(InputError, match="cannot be linked"):
        project.link(actor.id, claims[0].id, "source")
    project.link(claims[0].id, cues[0].id, "cue")
    with pytest.raises(InputError, match="1 'cue' at most"):
        project.link(claims[0].id, cues[1].id, "cue")
    for upper, lower in itertools.pairwise(claims[:4]):
        project.link(upper.id, lower.id, "reported_by")
    with pytest.raises(InputError, match="circle"):
        project.link(claims[3].id, claims[0].id, "reported_by")
    with pytest.raises(InputError, match="3 links long"):
        project.link(claims[3].id, claims[4].id, "reported_by")
    with pytest.raises(InputError, match="already linked"):
        project.link(claims[0].id, claims[1].id, "reported_by")
    with pytest.raises(NotFoundError):
        project.link(claims[0].id, "nothing", "source")


def test_nobody_changes_another_reading(tmp_path: Path, article: str) -> None:
    path = tmp_path / "p.musnad"
    with Project.create(path, annotator="layla") as project:
        document = project.add_document(article)
        mark = project.annotate(document.id, (0, 3), "cue")
    with Project.open(path, annotator="omar") as project:
        assert project.spans(document.id) == []
        assert project.spans(document.id, "layla") == [mark]
        for attempt in (lambda: project.delete(mark.id), lambda: project.update(mark.id, label="actor")):
            with pytest.raises(InputError, match="'layla'"):
                attempt()
        project.annotate(document.id, (0, 3), "cue")
        assert [one.annotator for one in project.sets(document.id)] == ["layla", "omar"]


def test_undo_outlives_the_window_and_belongs_to_its_annotator(tmp_path: Path, article: str) -> None:
    path = tmp_path / "p.musnad"
    with Project.create(path, annotator="layla") as project:
        document = project.add_document(article)
        project.annotate(document.id, (0, 3), "cue")
    with Project.open(path, annotator="omar") as project:
        assert not project.can_undo
    with Project.open(path, annotator="layla") as project:
        project.undo()
        assert (project.spans(document.id), project.status(document.id)) == ([], "todo")
    with Project.open(path, annotator="layla") as project:
        project.redo()
        assert len(project.spans(document.id)) == 1
        assert not project.can_redo


def test_what_others_rest_on_cannot_be_undone_from_under_them(tmp_path: Path, article: str) -> None:
    path = tmp_path / "p.musnad"
    with Project.create(path, annotator="layla") as project:
        document = project.add_document(article)
    with Project.open(path, annotator="omar") as project:
        project.annotate(document.id, (0, 3), "cue")
    with Project.open(path, annotator="layla") as project:
        with pytest.raises(ProjectError, match="rests on it"):
            project.undo()
        assert project.can_undo
        assert project.check() == []


def test_listeners_hear_what_was_touched(project: Project, article: str) -> None:
    heard: list[Changes] = []
    stop = project.listen(heard.append)
    document = project.add_document(article)
    project.annotate(document.id, (0, 3), "cue")
    assert heard[0].touches("documents", document=document.id)
    assert heard[1].touches("spans", document=document.id)
    assert not heard[1].touches("actors")
    stop()
    project.undo()
    assert len(heard) == 2


def test_the_same_actor_in_another_spelling_is_one_entry(project: Project) -> None:
    first = project.add_actor("أحمد الكيلاني", "person", ["أبو عمر"])
    again = project.add_actor("احمد الكيلانى", "person", ["Ahmad Kilani"])
    assert first.id == again.id
    assert project.actors()[0].aliases == ("أبو عمر", "Ahmad Kilani")
    assert project.add_actor("أحمد الكيلاني", "office").id != first.id


@pytest.mark.parametrize("handle", ["", "a b", "a/b", "x\u200b", "x" * 65])
def test_handles_that_could_be_mistaken_are_refused(tmp_path: Path, handle: str) -> None:
    with pytest.raises(InputError, match="annotator's name"):
        Project.create(tmp_path / "p.musnad", annotator=handle)
