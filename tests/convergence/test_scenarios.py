"""Nine ways in which two copies of a project meet that a plain "last writer wins" over whole rows gets wrong."""

import shutil
import time
from collections.abc import Iterator
from contextlib import ExitStack
from itertools import count, permutations
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner

from annotator import Project
from annotator.cli import musnad
from annotator.domain.change import Change, Changes
from annotator.errors import InputError
from annotator.services.schemes import load_scheme
from tests.convergence.histories import dump

TEXT = "قال وزير النقل سامر الحلبي إن الميناء سيفتح. وقالت نادية إن «العقد» جاهز، بحسب سامر."

Two = tuple[Project, Project, str]


@pytest.fixture
def stack(tmp_path: Path) -> Iterator[ExitStack]:
    """What is closed in the end, while its folder is still there."""
    del tmp_path
    with ExitStack() as stack:
        yield stack


def copies(stack: ExitStack, folder: Path, *people: str) -> tuple[list[Project], str]:
    """Copies of one project with an article, opened by these people; the article's id.

    Their clocks stand a millisecond apart at every look: what a test does first is older, on a quick machine too,
    where two actions fall into one millisecond and the random replica ids would decide.
    """
    began, looks = time.time() + 1, count()
    with Project.create(folder / "begun.musnad", annotator="huda") as project:
        document = project.add_document(TEXT, title="الميناء").id
    found = []
    for number, person in enumerate(people):
        shutil.copy(folder / "begun.musnad", folder / f"{number}.musnad")
        project = stack.enter_context(Project.open(folder / f"{number}.musnad", annotator=person))
        project._journal.clock._now = lambda: began + next(looks) / 1000
        found.append(project)
    return found, document


@pytest.fixture
def two(stack: ExitStack, tmp_path: Path) -> Two:
    (first, second), document = copies(stack, tmp_path, "layla", "omar")
    return first, second, document


def meet(*projects: Project) -> None:
    """Bring everything everywhere; then all are the same, and whole."""
    for to in projects:
        for project in projects:
            to.apply(project.changes_since(to.vector()))
    for project in projects:
        assert project.check() == []
        assert dump(project) == dump(projects[0])


def test_1_a_younger_projects_default_scheme_does_not_replace_one_that_was_chosen(
    stack: ExitStack, tmp_path: Path
) -> None:
    first = stack.enter_context(Project.create(tmp_path / "a.musnad", scheme="wojood", annotator="layla"))
    second = stack.enter_context(Project.create(tmp_path / "b.musnad", annotator="omar"))
    document = first.add_document(TEXT).id
    second.add_document(TEXT)
    label = first.scheme.labels[0].key
    mark = first.annotate(document, (15, 26), label)
    second.annotate(document, (30, 43), "claim")
    meet(first, second)
    assert first.scheme == load_scheme("wojood")
    assert first.spans(document) == [mark]
    assert first.unshown()["spans"] == 1, "the other one's mark is kept, and waits for a label"


def test_2_an_actor_is_deleted_here_and_linked_to_there(two: Two) -> None:
    first, second, document = two
    actor = first.add_actor("سامر", "person")
    meet(first, second)
    first.delete_actor(actor.id)
    mark = second.annotate(document, (15, 26), "actor", actor_id=actor.id)
    meet(first, second)
    assert second.span(mark.id).actor_id is None
    first.undo()
    meet(first, second)
    assert second.span(mark.id).actor_id == actor.id


def test_3_one_person_deletes_a_span_here_and_links_to_it_there(stack: ExitStack, tmp_path: Path) -> None:
    (first, second), document = copies(stack, tmp_path, "layla", "layla")
    claim = first.annotate(document, (30, 43), "claim")
    source = first.annotate(document, (15, 26), "actor")
    meet(first, second)
    first.delete(source.id)
    link = second.link(claim.id, source.id, "source")
    meet(first, second)
    assert second.relations(document) == [] and second.unshown() == {"relations": 1}
    first.undo()
    meet(first, second)
    assert first.relations(document) == [link]


def test_4_a_relation_arrives_before_its_spans(two: Two) -> None:
    first, second, document = two
    claim, source = first.annotate(document, (30, 43), "claim"), first.annotate(document, (15, 26), "actor")
    link = first.link(claim.id, source.id, "source")
    first.update(claim.id, parts=(30, 44))
    changes = [one for one in first.changes_since(second.vector()) if one.table in ("spans", "relations")]
    for order in list(permutations(changes))[::3]:
        for change in order:
            second.apply([change])
            assert second.check() == []
        assert second.relations(document, "layla") == [link]
    meet(first, second)


def test_5_origins_and_annotators_stand_in_the_same_order_everywhere(two: Two) -> None:
    first, second, document = two
    second.add_document(TEXT, origin="https://two.example")
    first.add_document(TEXT, origin="https://one.example")
    first.annotate(document, (0, 3), "cue")
    second.annotate(document, (0, 3), "cue")
    meet(first, second)
    assert [one.url for one in first.document(document).origins] == ["https://two.example", "https://one.example"]
    assert [one.annotator for one in second.sets(document)] == ["layla", "omar"]


def test_6_two_runs_of_a_suggester_are_one(two: Two) -> None:
    first, second, document = two
    first.suggest(["cues"])
    second.suggest(["cues"])
    proposed = [(one.label, one.parts) for one in first.suggestions(document)]
    meet(first, second)
    assert [(one.label, one.parts) for one in first.suggestions(document)] == proposed
    second.reject(second.suggestions(document)[0].id)
    meet(first, second)
    assert len(first.suggestions(document)) == len(second.suggestions(document)) + 1, "refused by one, open to others"


def test_7_copies_never_give_two_changes_the_same_stamp(stack: ExitStack, tmp_path: Path) -> None:
    (first, second), document = copies(stack, tmp_path, "layla", "layla")
    moment = time.time() + 1
    for project, title in ((first, "هنا"), (second, "هناك")):
        project._journal.clock._now = lambda: moment
        project.update_document(document, title=title)
    changes = {one.uid: one.stamp for project in (first, second) for one in project.changes_since({})}
    assert len(set(changes.values())) == len(changes)
    meet(first, second)
    assert first.document(document).title == second.document(document).title


def test_8_edits_of_different_columns_of_one_entry_both_stay(two: Two) -> None:
    first, second, _ = two
    actor = first.add_actor("سامر", "person")
    meet(first, second)
    first.update_actor(actor.id, wikidata="Q42")
    second.update_actor(actor.id, note="وزير")
    meet(first, second)
    assert (first.actor(actor.id).wikidata, first.actor(actor.id).note) == ("Q42", "وزير")


def test_9_two_reviewers_draw_one_cue_too_many_and_a_circle(stack: ExitStack, tmp_path: Path) -> None:
    (first, second), document = copies(stack, tmp_path, "gold", "gold")
    one, other = first.annotate(document, (30, 43), "claim"), first.annotate(document, (60, 70), "claim")
    cues = [first.annotate(document, place, "cue") for place in ((0, 3), (45, 51))]
    meet(first, second)
    older = first.link(one.id, cues[0].id, "cue")
    second.link(one.id, cues[1].id, "cue")
    reported = first.link(one.id, other.id, "reported_by")
    second.link(other.id, one.id, "reported_by")
    meet(first, second)
    assert {link.id for link in first.relations(document)} == {older.id, reported.id}, "the older links count"
    assert first.unshown() == {"relations": 2}
    competing = {(one.relation.label, one.relation.from_id, one.reason) for one in second.conflicts(document)}
    assert competing == {("cue", one.id, "too_many"), ("reported_by", other.id, "too_many")}
    with pytest.raises(InputError, match="at most"):
        second.link(one.id, cues[1].id, "cue")
    first.delete(older.id)
    meet(first, second)
    assert [link.to_id for link in second.relations(document) if link.label == "cue"] == [cues[1].id]


# What goes beyond the nine


def test_edits_of_different_parts_of_the_scheme_meet(two: Two) -> None:
    first, second, _ = two
    for project, place in ((first, 0), (second, 2)):
        labels = list(project.scheme.labels)
        labels[place] = msgspec.structs.replace(labels[place], title={"en": f"Part {place}"})
        project.set_scheme(msgspec.structs.replace(project.scheme, labels=tuple(labels)))
    meet(first, second)
    assert [one.title.get("en") for one in first.scheme.labels] == ["Part 0", "Cue", "Part 2"]


def test_a_merged_actor_keeps_the_mentions_that_come_later(two: Two) -> None:
    first, second, document = two
    kept, gone = first.add_actor("سامر", "person"), first.add_actor("سامر الحلبي", "person")
    meet(first, second)
    first.merge_actors(kept.id, gone.id)
    mark = second.annotate(document, (15, 26), "actor", actor_id=gone.id)
    meet(first, second)
    assert first.mention_counts() == {kept.id: 1}
    assert second.span(mark.id).actor_id == kept.id
    first.undo()
    meet(first, second)
    assert second.span(mark.id).actor_id == gone.id


def test_two_merges_that_run_in_a_circle_end_at_one_entry(two: Two) -> None:
    first, second, document = two
    one, other = first.add_actor("سامر", "person"), first.add_actor("سامر الحلبي", "person")
    first.annotate(document, (15, 26), "actor", actor_id=one.id)
    meet(first, second)
    first.merge_actors(one.id, other.id)
    second.merge_actors(other.id, one.id)
    meet(first, second)
    assert [actor.id for actor in first.actors()] == [min(one.id, other.id)]
    assert first.mention_counts() == {min(one.id, other.id): 1}


def test_a_delete_beats_older_columns_and_a_later_put_brings_the_row_back_whole(two: Two) -> None:
    first, second, _ = two
    actor = first.add_actor("سامر", "person")
    meet(first, second)
    second.update_actor(actor.id, note="وزير")
    first.delete_actor(actor.id)
    meet(first, second)
    assert first.actors() == []
    second.undo()
    first.undo()
    meet(first, second)
    assert [(one.name, one.note) for one in second.actors()] == [("سامر", "وزير")]


def test_a_deleted_mark_is_revived_by_its_owner_and_by_nobody_else(stack: ExitStack, tmp_path: Path) -> None:
    (first, again, other), document = copies(stack, tmp_path, "layla", "layla", "omar")
    actor = first.add_actor("سامر", "person")
    mark = first.annotate(document, (15, 26), "actor", actor_id=actor.id)
    meet(first, again, other)
    first.delete(mark.id)
    other.split_actor(actor.id, [mark.id], name="سامر الحلبي")
    meet(first, again, other)
    assert again.spans(document) == []
    first.undo()
    meet(first, again, other)
    assert [one.actor_id for one in again.spans(document)] == [other.actors()[1].id], "with the entry that it got since"
    first.delete(mark.id)
    again.update(mark.id, parts=(4, 26))
    meet(first, again, other)
    assert [one.parts for one in first.spans(document)] == [((4, 26),)], "what somebody did on two machines is kept"


def test_another_scheme_reaches_everybodys_marks_on_every_copy(two: Two) -> None:
    first, second, document = two
    mark = second.annotate(document, (0, 3), "cue")
    meet(first, second)
    labels = tuple(
        msgspec.structs.replace(one, key="signal") if one.key == "cue" else one for one in first.scheme.labels
    )
    relations = tuple(
        msgspec.structs.replace(one, to=("signal",)) if one.to == ("cue",) else one for one in first.scheme.relations
    )
    first.set_scheme(
        msgspec.structs.replace(first.scheme, labels=labels, relations=relations), {"labels.cue": "signal"}
    )
    late = second.annotate(document, (45, 51), "cue")
    meet(first, second)
    assert second.span(mark.id).label == "signal"
    assert second.unshown() == {"spans": 1}, "what was marked with the old label meanwhile waits"
    first.undo()
    meet(first, second)
    assert {one.id for one in first.spans(document, "omar")} == {mark.id, late.id}


def test_a_mark_of_somebody_else_is_not_taken(two: Two) -> None:
    first, second, document = two
    mark = first.annotate(document, (0, 3), "cue")
    meet(first, second)
    [own] = [one for one in first.changes_since({}) if one.row_id == mark.id]
    before = dump(second)
    for row in ({"parts": [[4, 9]]}, None):
        stamp = own.stamp[:12] + "-ffffff-" + "f" * 16
        forged = msgspec.structs.replace(own, uid="f" * 32, annotator="omar", stamp=stamp, row=row)
        with pytest.raises(InputError, match="omar changed a mark of layla"):
            second.apply([forged])
    assert dump(second) == before


def test_a_stamp_from_the_future_is_held_back_and_told(two: Two) -> None:
    first, second, document = two
    first._journal.clock._now = lambda: 2_700_000_000.0
    first.update_document(document, title="من الغد")
    applied = second.apply(first.changes_since(second.vector()))
    assert [one.row for one in applied.held_back] == [{"title": "من الغد"}]
    assert second.document(document).title == "الميناء"
    later = second.update_document(document, title="الآن")
    assert later.title == "الآن" and second.check() == []
    assert int(second.changes_since({})[-1].stamp[:12], 16) < 2_700_000_000_000


def test_a_replica_that_meets_its_own_name_takes_another(stack: ExitStack, tmp_path: Path) -> None:
    with Project.create(tmp_path / "p.musnad", annotator="layla") as project:
        document = project.add_document(TEXT).id
    backup = (tmp_path / "p.musnad").read_bytes()
    with Project.open(tmp_path / "p.musnad", annotator="layla") as project:
        project.update_document(document, title="بعد")
        lost = project.changes_since({})
    # The older state is put back in place, so that the file is the same and its counters are behind.
    (tmp_path / "p.musnad").write_bytes(backup)
    project = stack.enter_context(Project.open(tmp_path / "p.musnad", annotator="layla"))
    applied = project.apply(lost)
    assert (applied.new, applied.is_doubled) == (1, True)
    project.update_document(document, title="الآن")
    names = [one.replica for one in project.changes_since({}) if one.table == "documents"]
    assert len(set(names)) == 2 and names[-1] != names[0]
    assert project.check() == []


def test_the_check_counts_what_waits_and_finds_no_fault_in_it(two: Two) -> None:
    first, second, document = two
    mark = first.annotate(document, (0, 3), "cue")
    [change] = [one for one in first.changes_since(second.vector()) if one.row_id == mark.id]
    orphan = msgspec.structs.replace(change, row={**(change.row or {}), "document_id": "0" * 32})
    second.apply([orphan])
    path = second.path
    second.close()
    told = CliRunner().invoke(musnad, ["check", str(path)])
    assert (told.exit_code, told.output.splitlines()[1:]) == (
        0,
        ["1 row not shown: what they belong to has not come yet, or has gone."],
    )


def test_listeners_hear_what_came_and_what_it_reaches(two: Two) -> None:
    first, second, document = two
    kept, gone = first.add_actor("سامر", "person"), first.add_actor("سامر الحلبي", "person")
    meet(first, second)
    mark = second.annotate(document, (15, 26), "actor", actor_id=gone.id)
    heard: list[Changes] = []
    second.listen(heard.append)
    first.merge_actors(kept.id, gone.id)
    second.apply(first.changes_since(second.vector()))
    assert mark.id in heard[0].rows["spans"] and document in heard[0].documents


def test_copies_of_a_project_know_each_other(two: Two, tmp_path: Path) -> None:
    first, second, _ = two
    assert first.project_id == second.project_id
    with Project.create(tmp_path / "other.musnad") as other:
        assert len(other.project_id) == 16 and other.project_id != first.project_id


def test_what_was_lost_is_asked_for_again(two: Two) -> None:
    first, second, document = two
    for number in range(5):
        first.update_document(document, title=str(number))
    changes = first.changes_since(second.vector())
    second.apply(changes[3:])
    replica = changes[-1].replica
    assert second.vector()[replica] < first.vector()[replica]
    assert {one.uid for one in first.changes_since(second.vector())} >= {one.uid for one in changes[:3]}
    meet(first, second)


def test_a_new_title_does_not_write_the_article_again(two: Two) -> None:
    first, _, document = two
    first.update_document(document, title="عنوان")
    assert first.changes_since({})[-1].row == {"title": "عنوان"}


def test_changes_of_a_newer_program_are_refused(two: Two) -> None:
    first, second, document = two
    first.update_document(document, title="عنوان")
    [change] = first.changes_since(second.vector())[-1:]
    newer: Change = msgspec.structs.replace(change, shape=change.shape + 1)
    with pytest.raises(InputError, match="newer Musnad"):
        second.apply([newer])
