"""Suggestions: proposed by models, taken or refused by me, each with one undo."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from annotator import Project
from annotator.cancellation import cancelled_by, check_cancelled
from annotator.domain.document import Document
from annotator.errors import Cancelled, InputError, NotFoundError
from annotator.services.scheme_draft import Draft
from annotator.store import marked
from annotator.suggest import registry
from annotator.suggest.proposal import Proposal

TEXT = (
    "قال وزير النقل سامر الحلبي إن «الميناء سيُفتح في موعده».\nورحّب سامر الحلبي بالوفد، وأضاف سامر الحلبي أن العمل بدأ."
)


@pytest.fixture
def filled(project: Project) -> Project:
    """A project with one article and one actor in its registry."""
    project.add_document(TEXT)
    project.add_actor("سامر الحلبي", "person")
    return project


def only(project: Project) -> str:
    return project.documents()[0].id


def test_models_propose_and_nobody_has_marked_anything(filled: Project) -> None:
    report = filled.suggest(["aliases", "model:cues"])
    assert report.failed == []
    assert report.found["aliases"] == 3
    assert report.found["cues"] > 3
    assert {span.annotator for span in filled.suggestions(only(filled))} == {"model:aliases", "model:cues"}
    assert filled.spans(only(filled)) == []
    assert filled.check() == []


def test_taking_copies_marks_and_their_links_in_one_step(filled: Project) -> None:
    filled.suggest(["cues"])
    open_ones = filled.suggestions(only(filled))
    taken = filled.accept(*(span.id for span in open_ones))
    assert filled.suggestions(only(filled)) == []
    assert {span.derived_from for span in taken} == {span.id for span in open_ones}
    assert {span.annotator for span in taken} == {"layla"}
    assert {relation.label for relation in filled.relations(only(filled))} >= {"source", "cue"}
    assert filled.status(only(filled)) == "doing"
    assert filled.check() == []
    filled.undo()
    assert filled.spans(only(filled)) == []
    assert filled.suggestions(only(filled)) == open_ones
    filled.redo()
    assert filled.spans(only(filled)) == taken


def test_what_was_refused_does_not_come_back_until_the_refusal_is_undone(filled: Project) -> None:
    filled.suggest(["aliases"])
    first, *others = filled.suggestions(only(filled))
    filled.reject(first.id)
    assert filled.suggestions(only(filled)) == others
    assert filled.suggest(["aliases"]).found == {"aliases": 2}
    filled.undo()
    assert first in filled.suggestions(only(filled))
    assert filled.suggest(["aliases"]).found == {"aliases": 3}


def test_what_i_marked_the_same_is_not_proposed(filled: Project) -> None:
    filled.suggest(["aliases"])
    filled.accept(filled.suggestions(only(filled))[0].id)
    assert filled.suggest(["aliases"]).found == {"aliases": 2}


def test_a_second_run_that_finds_the_same_changes_nothing(filled: Project) -> None:
    filled.suggest()
    before = filled.suggestions(only(filled))
    heard: list[object] = []
    filled.listen(heard.append)
    filled.suggest()
    assert filled.suggestions(only(filled)) == before
    assert heard == []


def test_repeats_find_what_i_marked(filled: Project) -> None:
    start = TEXT.index("سامر الحلبي")
    filled.annotate(only(filled), (start, start + 11), "actor", {"kind": "office"})
    assert filled.suggest(["repeats"]).found == {"repeats": 2}
    assert {span.attributes["kind"] for span in filled.suggestions(only(filled))} == {"office"}


def test_repeats_of_one_article_are_those_of_a_run_over_all(filled: Project) -> None:
    start = TEXT.index("سامر الحلبي")
    first = filled.annotate(only(filled), (start, start + 11), "actor", {"kind": "office"})
    again = filled.annotate(only(filled), (start, start + 11), "actor", {"kind": "person"})
    other = filled.add_document("وقال سَامر الحلبي أمس").id

    def kinds(documents: Sequence[str] | None) -> list[str]:
        filled.suggest(["repeats"], documents)
        return [span.attributes["kind"] for span in filled.suggestions(other)]

    # The way in which words were marked last; and when that is gone, the one before.
    assert kinds([other]) == ["person"] == kinds(None)
    filled.delete(again.id)
    assert kinds([other]) == ["office"] == kinds(None)
    filled.delete(first.id)
    assert kinds([other]) == [] == kinds(None)


def test_who_does_not_ask_for_marks_waits_for_none(filled: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(marked, "marked_words", None)
    assert filled.suggest(["cues", "aliases"]).failed == []
    with pytest.raises(TypeError):
        filled.suggest(["repeats"])


def test_a_name_with_its_title_is_one_suggestion(filled: Project) -> None:
    filled.suggest(["aliases", "cues"])
    [first, *_] = [span for span in filled.suggestions(only(filled)) if span.label == "actor"]
    assert first.quote(TEXT) == "وزير النقل سامر الحلبي"
    [mine] = filled.accept(first.id)
    assert mine.actor_id == filled.actors()[0].id
    assert mine.attributes["kind"] == "person"
    assert "سامر الحلبي" in TEXT[mine.start : mine.end]
    assert all(span.start != TEXT.index("سامر") for span in filled.suggestions(only(filled))), "it is answered with it"


def test_a_name_is_asked_about_by_itself_when_its_title_is_refused(filled: Project) -> None:
    filled.suggest(["aliases", "cues"])
    [first, *_] = [span for span in filled.suggestions(only(filled)) if span.label == "actor"]
    filled.reject(first.id)
    [first, *_] = [span for span in filled.suggestions(only(filled)) if span.label == "actor"]
    assert first.quote(TEXT) == "سامر الحلبي"


def test_a_mark_of_mine_takes_part_in_the_links(filled: Project) -> None:
    filled.suggest(["cues"])
    open_ones = filled.suggestions(only(filled))
    actor = next(span for span in open_ones if span.label == "actor")
    mine = filled.annotate(only(filled), actor.parts, "actor")
    filled.accept(*(span.id for span in open_ones))
    actors = [span for span in filled.spans(only(filled)) if span.parts == actor.parts and span.label == "actor"]
    assert actors == [mine]
    assert mine.id in {relation.to_id for relation in filled.relations(only(filled))}


def test_a_suggester_that_fails_is_told_and_the_rest_goes_on(filled: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: registry.Context) -> registry.Reader:
        def read(_: object) -> list[Proposal]:
            raise InputError("The model is missing.")

        return read

    monkeypatch.setitem(registry._suggesters._items, "broken", registry.Suggester(name="broken", prepare=broken))
    report = filled.suggest(["broken", "aliases"])
    assert [(name, str(error)) for name, _, error in report.failed] == [("broken", "The model is missing.")]
    assert report.found == {"broken": 0, "aliases": 3}


def test_who_stops_it_keeps_what_was_proposed_until_then(filled: Project) -> None:
    other = filled.add_document("وصل سامر الحلبي.")

    def stop(done: int, total: int, title: str) -> None:
        del total, title
        if done:
            raise Cancelled

    with pytest.raises(Cancelled):
        filled.suggest(["aliases"], progress=stop)
    assert len(filled.suggestions(only(filled))) == 3
    assert filled.suggestions(other.id) == []
    filled.undo()
    assert filled.suggestions(only(filled)) == []


def test_who_stops_it_inside_an_article_is_heard(filled: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """A suggester that was told to stop has not failed, and the next one does not begin."""
    began = []

    def stopped(_: object) -> list[Proposal]:
        began.append("stopped")
        check_cancelled()
        raise AssertionError("nobody heard")

    def stop() -> None:
        if began:
            raise Cancelled

    made = registry.Suggester(name="stopped", prepare=lambda _: stopped)
    monkeypatch.setitem(registry._suggesters._items, "stopped", made)
    with cancelled_by(stop), pytest.raises(Cancelled):
        filled.suggest(["stopped", "aliases"])
    assert filled.suggestions(only(filled)) == []


def test_only_suggestions_can_be_taken_or_refused(filled: Project) -> None:
    mine = filled.annotate(only(filled), (0, 3), "cue")
    for wrong in (mine.id, "nothing"):
        with pytest.raises(NotFoundError, match="no suggestion"):
            filled.accept(wrong)
        with pytest.raises(NotFoundError, match="no suggestion"):
            filled.reject(wrong)


def test_refusals_outlive_the_window(tmp_path: Path) -> None:
    path = tmp_path / "p.musnad"
    with Project.create(path, annotator="layla") as made:
        made.add_document(TEXT)
        made.add_actor("سامر الحلبي", "person")
        made.suggest(["aliases"])
        made.reject(*(span.id for span in made.suggestions(only(made))))
    with Project.open(path, annotator="layla") as again:
        assert again.suggest(["aliases"]).found == {"aliases": 0}
    with Project.open(path, annotator="omar") as colleague:
        assert colleague.suggest(["aliases"]).found == {"aliases": 3}


def test_what_is_written_fits_the_scheme_and_the_registry_as_they_are_by_then(
    filled: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone, kept = filled.actors()[0], filled.add_actor("نادية حداد", "person")
    filled.add_document("عاد سامر الحلبي مساءً.")

    def read(document: Document) -> list[Proposal]:
        """Meanwhile somebody merges the actor away and renames a label."""
        if len(filled.actors()) == 2:
            filled.merge_actors(kept.id, gone.id)
            draft = Draft(filled.scheme)
            cue = next(label for label in draft.items("labels") if label["key"] == "cue")
            draft.rename("labels", cue, "signal")
            filled.set_scheme(draft.scheme(), renames=draft.renames())
        start = document.text.index("سامر")
        return [
            Proposal(key="a", label="actor", parts=((start, start + 11),), actor_id=gone.id),
            Proposal(key="c", label="cue", parts=((0, 3),)),
        ]

    monkeypatch.setitem(registry._suggesters._items, "slow", registry.Suggester(name="slow", prepare=lambda _: read))
    report = filled.suggest(["slow"])
    assert report.failed == [] and report.found == {"slow": 2}
    for document in filled.documents():
        [span] = filled.suggestions(document.id)
        assert (span.label, span.actor_id) == ("actor", None)
    assert filled.check() == []


def test_an_article_that_is_taken_away_meanwhile_is_passed_over(
    filled: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = filled.add_document("عاد سامر الحلبي مساءً.")

    def read(_: Document) -> list[Proposal]:
        if len(filled.documents()) == 2:
            undone = filled.undo()
            assert undone is not None and other.id in undone.documents
        return []

    monkeypatch.setitem(registry._suggesters._items, "slow", registry.Suggester(name="slow", prepare=lambda _: read))
    assert filled.suggest(["slow"]).failed == []


def test_words_that_two_phrases_introduce_are_a_claim_of_each(project: Project) -> None:
    """A verb and a phrase that names the source introduce the same words; the scheme allows a claim one cue."""
    project.add_document(
        "وكانت القناة قد ذكرت، نقلًا عن مسؤول سابق في الاتحاد، أن مبلغ 90 ألف دينار سُلّم إلى الحكم قبل المباراة."
    )
    project.suggest(using=("cues",))
    links = project.relations(only(project), annotator="model:cues")
    claims = [link.from_id for link in links if link.label == "cue"]
    assert len(claims) == len(set(claims)) == 2
    spans = {span.id: span for span in project.spans(only(project), annotator="model:cues")}
    assert len({spans[claim].parts for claim in claims}) == 1
    project.suggest(using=("cues",))
    assert {span.id for span in project.spans(only(project), annotator="model:cues")} == set(spans)
    assert project.check() == []
