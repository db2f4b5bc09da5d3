"""A suggester that learns from the marks of the project: what it proposes, how it is measured, what is kept."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from annotator import Project
from annotator.errors import Cancelled, NothingLearnedError, UnfitSchemeError
from annotator.services import learning
from annotator.services.confidence import SURE
from annotator.store import learned as store
from tests.services.lessons import UNSEEN, mark_article, taught
from tests.services.test_meanings import RENAMED


@pytest.fixture(scope="module")
def learned(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    """A project that has learned and has proposed, with every key of its scheme renamed."""
    path = tmp_path_factory.mktemp("learned") / "p.musnad"
    with Project.create(path, RENAMED, annotator="layla") as project:
        taught(project)
        project.learn()
        project.suggest(["learned", "cues"])
        yield project


def unseen(project: Project) -> str:
    return next(one.id for one in project.summaries(counted=False) if one.title == "unseen")


def said(project: Project, model: str) -> list[tuple[str, ...]]:
    """Return the words of the claims of a model on the unseen article, each with those of its roles."""
    document_id = unseen(project)
    spans = {span.id: span for span in project.spans(document_id, model)}
    frames = project.frames(document_id, model)
    return [
        tuple(spans[one].quote(UNSEEN) for one in (frame.head, *(id for ids in frame.roles.values() for id in ids)))
        for frame in frames
    ]


def test_a_verb_that_only_the_marks_of_the_project_know_is_proposed_with_claim_and_source(learned: Project) -> None:
    assert said(learned, "model:cues") == []
    [words] = said(learned, "model:learned")
    assert words[0] == "السوق سينتقل إلى الضفة الأخرى"
    assert sorted(words[1:]) == sorted(("أسرّت", "نادية البحري"))


def test_it_is_measured_on_articles_that_were_held_out_and_better_than_the_rules(learned: Project) -> None:
    told = learned.learning()
    assert told is not None
    assert (told.articles, told.attributions, told.folds) == (6, 18, 5)
    assert told.rules_cue_f1 == pytest.approx(0.5)
    assert told.cue_f1 is not None
    assert told.cue_f1 > 0.9
    assert [one.articles for one in told.curve] == [1, 2, 4]
    assert told.curve[-1].cue_f1 == told.cue_f1


def test_the_same_marks_give_the_same_taggers_and_the_same_proposals(learned: Project, tmp_path: Path) -> None:
    with Project.create(tmp_path / "again.musnad", RENAMED, annotator="layla") as again:
        taught(again)
        again.learn()
        again.suggest(["learned"])
        assert learning.taggers(again) == learning.taggers(learned)
        ids = [span.id for span in learned.spans(unseen(learned), "model:learned")]
        assert [span.id for span in again.spans(unseen(again), "model:learned")] == ids


def test_what_was_learned_is_kept_in_the_file_and_in_no_journal(learned: Project, tmp_path: Path) -> None:
    with closing(sqlite3.connect(learned.path)) as db:
        assert db.execute("SELECT count(*) FROM learned").fetchone()[0] == 1
        assert (
            db.execute("SELECT count(*) FROM changes WHERE \"table\" IN ('learned', 'confidences')").fetchone()[0] == 0
        )
    bundle = tmp_path / "all.musnad-share"
    learned.share(bundle, everything=True)
    with Project.create(tmp_path / "other.musnad", RENAMED, annotator="omar") as other:
        other.merge(bundle)
        assert other.learning() is None
        assert [span.id for span in other.spans(unseen(other), "model:learned")]
    assert learned.check() == []


def test_every_claim_proposed_has_a_confidence(learned: Project) -> None:
    found = learned.uncertain()
    assert {one.span.annotator for one in found} == {"model:learned"}
    assert all(one.confidence is not None and 0 < one.confidence <= 1 for one in found)
    assert [one.confidence for one in found] == sorted(one.confidence or 0 for one in found)
    assert {one.hit.text for one in found} >= {"السوق سينتقل إلى الضفة الأخرى"}


def test_a_group_of_suggestions_is_as_sure_as_what_was_learned_says(learned: Project) -> None:
    document_id = unseen(learned)
    [sure] = [one.confidence for one in learned.uncertain() if one.span.document_id == document_id]
    [whole] = [one for one in learned.suggested_attributions(document_id) if len(one.spans) > 1]
    assert whole.confidence == sure
    with closing(sqlite3.connect(learned.path)) as db, db:
        db.execute("UPDATE confidences SET value = 0.25")
    [whole] = [one for one in learned.suggested_attributions(document_id) if len(one.spans) > 1]
    assert whole.confidence == 0.25 < SURE
    told = learned.learning()
    assert told is not None
    assert told.confidences >= 18
    assert told.confidence_error is not None and told.confidence_error < 0.3


def test_too_little_to_learn_from_is_said_with_numbers(project: Project) -> None:
    mark_article(project, 1)
    with pytest.raises(NothingLearnedError, match="3 attributions in 1 articles"):
        project.learn()
    assert project.learning() is None
    report = project.suggest(["learned"])
    assert report.found == {"learned": 0}
    assert [name for name, _ in report.idle] == ["learned"]


def test_who_names_no_suggester_gets_no_training(project: Project) -> None:
    taught(project)
    assert "learned" not in project.suggest().found
    assert project.learning() is None


def test_a_scheme_that_means_no_claim_teaches_nothing(tmp_path: Path) -> None:
    with Project.create(tmp_path / "n.musnad", "wojood", annotator="layla") as project:
        project.add_document(UNSEEN, language="ar")
        with pytest.raises(UnfitSchemeError):
            project.learn()


def test_stopping_keeps_what_was_learned_before(learned: Project) -> None:
    before = learning.taggers(learned)

    def stop(done: int, total: int, _label: str) -> None:
        if done > total // 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        learned.learn(stop)
    assert learning.taggers(learned) == before


def test_a_reading_in_progress_says_nothing_about_what_lies_behind_its_last_mark(project: Project) -> None:
    document_id = mark_article(project, 1)
    text = project.document(document_id).text
    last = project.spans(document_id)[-3:]
    project.delete(*(span.id for span in last))
    project.set_status(document_id, "doing")
    for number in range(2, 7):
        mark_article(project, number)
    found = {one.document.id: one for one in learning._marked(project)}
    assert found[document_id].reach == text.index("\nثم")


def test_what_is_damaged_is_told_to_who_asks_for_it(learned: Project, tmp_path: Path) -> None:
    with Project.create(tmp_path / "d.musnad", RENAMED, annotator="layla") as project:
        project.add_document(UNSEEN, language="ar")
        with learned.reading() as view:
            kept = store.kept(view)
        assert kept is not None
        project.keep(lambda connection: store.keep(connection, kept._replace(taggers=b"\x93\x01")))
        report = project.suggest(["learned"])
        assert [name for name, _ in report.idle] == ["learned"]
        assert report.failed == []
