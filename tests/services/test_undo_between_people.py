"""Undo between people: by column, only where nothing newer stands, and what stays is told."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from annotator import Project
from annotator.domain.annotator import Annotator
from annotator.domain.change import Kept
from annotator.domain.relation import Relation
from annotator.errors import InputError, ProjectError
from annotator.formats.record import Record
from tests.services.two_people import renamed

TEXT = "قال وزير النقل سامر الحلبي إن الميناء سيفتح. وقالت نادية إن «العقد» جاهز، بحسب سامر."


class Team:
    """A project file that people open in turns."""

    def __init__(self, path: Path) -> None:
        self.path = path
        with Project.create(path, annotator="nadia") as project:
            self.document = project.add_document(TEXT, title="الميناء").id

    @contextmanager
    def at_work(self, annotator: str) -> Iterator[Project]:
        """The project, opened by one of them; it holds together when they leave."""
        with Project.open(self.path, annotator=annotator) as project:
            yield project
            assert project.check() == []


@pytest.fixture
def team(tmp_path: Path) -> Team:
    return Team(tmp_path / "p.musnad")


def told(kept: tuple[Kept, ...]) -> list[tuple[str, str, str, str]]:
    return [(one.table, one.reason, one.annotator, one.name) for one in kept]


@pytest.fixture
def merged(team: Team) -> tuple[Team, str, tuple[str, str]]:
    """Omar has two mentions of two actors, which Layla has merged; the first mention and the actors."""
    with team.at_work("omar") as project:
        first, second = project.add_actor("سامر", "person"), project.add_actor("سامر الحلبي", "person")
        mark = project.annotate(team.document, (15, 26), "actor", {"kind": "person"}, second.id)
        project.annotate(team.document, (79, 83), "actor", {"kind": "person"}, second.id)
    with team.at_work("layla") as project:
        project.merge_actors(first.id, second.id)
    return team, mark.id, (first.id, second.id)


def test_an_undone_merge_leaves_a_later_correction(merged: tuple[Team, str, tuple[str, str]]) -> None:
    team, mark, (_, second) = merged
    with team.at_work("omar") as project:
        project.update(mark, parts=(4, 26), attributes={"mention": "nominal"})
    with team.at_work("layla") as project:
        changes = project.undo()
        assert changes is not None and changes.kept == ()
        span = project.span(mark)
        assert (span.parts, span.attributes["mention"], span.actor_id) == (((4, 26),), "nominal", second)
        assert len(project.mentions(second)) == 2


def test_an_undone_merge_does_not_bring_a_deleted_mark_back(merged: tuple[Team, str, tuple[str, str]]) -> None:
    team, mark, (_, second) = merged
    with team.at_work("omar") as project:
        project.delete(mark)
    with team.at_work("layla") as project:
        changes = project.undo()
        assert changes is not None and changes.kept == ()
        assert [one.start for one in project.spans(team.document, "omar")] == [79]
        assert len(project.mentions(second)) == 1


def test_an_undone_merge_leaves_a_mention_that_was_linked_anew(merged: tuple[Team, str, tuple[str, str]]) -> None:
    team, mark, (_, second) = merged
    with team.at_work("omar") as project:
        other = project.add_actor("النقابة", "organization")
        project.update(mark, actor_id=other.id)
    with team.at_work("layla") as project:
        for take_back in (project.undo, project.redo, project.undo):
            changes = take_back()
            assert changes is not None and changes.kept == ()
            assert project.span(mark).actor_id == other.id
        assert len(project.mentions(second)) == 1


def test_an_undone_merge_leaves_what_was_added_to_the_entry(merged: tuple[Team, str, tuple[str, str]]) -> None:
    team, mark, (first, second) = merged
    with team.at_work("omar") as project:
        assert project.span(mark).actor_id == first
        project.update_actor(first, note="وزير النقل", wikidata="Q42")
    with team.at_work("layla") as project:
        project.undo()
        assert (project.actor(first).note, project.actor(first).wikidata) == ("وزير النقل", "Q42")
        assert project.span(mark).actor_id == second


def test_an_undone_split_leaves_what_others_linked_to_the_new_entry(team: Team) -> None:
    with team.at_work("omar") as project:
        held = project.add_actor("سامر", "person")
        mark = project.annotate(team.document, (15, 26), "actor", actor_id=held.id)
    with team.at_work("layla") as project:
        made = project.split_actor(held.id, [mark.id], name="سامر الحلبي")
    with team.at_work("omar") as project:
        project.annotate(team.document, (79, 83), "actor", actor_id=made.id)
    with team.at_work("layla") as project:
        changes = project.undo()
        assert changes is not None
        assert told(changes.kept) == [("actors", "used", "omar", "سامر الحلبي")]
        assert project.span(mark.id).actor_id == held.id
        assert [one.name for one in project.actors()] == ["سامر", "سامر الحلبي"]


def test_columns_of_one_entry_are_undone_apart(team: Team) -> None:
    with team.at_work("layla") as project:
        actor = project.add_actor("سامر", "person", ["أبو نادية"])
        project.update_actor(actor.id, name="سامر الحلبي", note="وزير")
    with team.at_work("omar") as project:
        project.update_actor(actor.id, note="وزير النقل", wikidata="Q42")
    with team.at_work("layla") as project:
        changes = project.undo()
        assert changes is not None
        assert [(one.columns, one.annotator) for one in changes.kept] == [(("note",), "omar")]
        held = project.actor(actor.id)
        assert (held.name, held.note, held.wikidata) == ("سامر", "وزير النقل", "Q42")
        project.redo()
        held = project.actor(actor.id)
        assert (held.name, held.note, held.wikidata) == ("سامر الحلبي", "وزير النقل", "Q42")


def test_work_that_its_owner_took_back_keeps_nobody_from_undoing(team: Team) -> None:
    with team.at_work("layla") as project:
        project.update_document(team.document, title="ميناء الزهراء")
    with team.at_work("omar") as project:
        project.update_document(team.document, title="المرفأ")
        project.undo()
    with team.at_work("layla") as project:
        changes = project.undo()
        assert changes is not None and changes.kept == ()
        assert project.document(team.document).title == "الميناء"


def test_what_newer_work_replaced_is_told_and_does_not_stand_in_the_way(team: Team) -> None:
    with team.at_work("layla") as project:
        project.update_document(team.document, language="fa")
        project.update_document(team.document, title="ميناء الزهراء")
    with team.at_work("omar") as project:
        project.update_document(team.document, title="المرفأ")
    with team.at_work("layla") as project:
        changes = project.undo()
        assert changes is not None and changes.rows == {}
        assert told(changes.kept) == [("documents", "changed", "omar", "المرفأ")]
        assert project.document(team.document).title == "المرفأ"
        project.undo()
        assert (project.document(team.document).language, project.can_undo) == ("ar", False)


def test_what_others_rest_on_is_refused_and_does_not_stand_in_the_way(team: Team) -> None:
    with team.at_work("layla") as project:
        project.update_document(team.document, language="fa")
        actor = project.add_actor("سامر", "person")
    with team.at_work("omar") as project:
        mark = project.annotate(team.document, (15, 19), "actor", actor_id=actor.id)
    with team.at_work("layla") as project:
        with pytest.raises(ProjectError, match=r"work of omar rests on it \(سامر\)"):
            project.undo()
        project.undo()
        assert project.document(team.document).language == "ar"
    with team.at_work("omar") as project:
        project.delete(mark.id)
    with team.at_work("layla") as project:
        assert project.redo() is not None
        project.undo()
        project.undo()
        assert project.actors() == []


def test_a_deleted_row_is_not_revived_by_undoing_an_older_change_of_it(team: Team) -> None:
    with team.at_work("omar") as project:
        actor = project.add_actor("سامر", "person")
    with team.at_work("layla") as project:
        project.update_actor(actor.id, note="وزير")
    with team.at_work("omar") as project:
        project.delete_actor(actor.id)
    with team.at_work("layla") as project:
        changes = project.undo()
        assert changes is not None
        assert told(changes.kept) == [("actors", "deleted", "omar", "سامر")]
        assert project.actors() == []


def test_a_mark_that_comes_back_does_without_an_actor_that_has_gone(team: Team) -> None:
    with team.at_work("layla") as project:
        actor = project.add_actor("سامر", "person")
        mark = project.annotate(team.document, (15, 19), "actor", actor_id=actor.id)
        project.delete(mark.id)
    with team.at_work("omar") as project:
        project.delete_actor(actor.id)
    with team.at_work("layla") as project:
        changes = project.undo()
        assert changes is not None
        assert [(one.columns, *told((one,))[0]) for one in changes.kept] == [
            (("actor_id",), "spans", "missing", "omar", "سامر")
        ]
        assert project.span(mark.id).actor_id is None


def test_an_import_is_undone_around_what_a_colleague_did_with_it(team: Team, tmp_path: Path) -> None:
    other = Team(tmp_path / "other.musnad")
    with other.at_work("omar") as project:
        project.add_document("قالت نادية إن العقد جاهز.")
        head = project.annotate(other.document, (30, 43), "claim")
        source = project.annotate(other.document, (15, 26), "actor", {"kind": "person"})
        project.link(head.id, source.id, "source")
        project.annotate(other.document, (0, 3), "cue")
        project.export("jsonl", tmp_path / "d.jsonl")
    with team.at_work("layla") as project:
        project.import_(tmp_path / "d.jsonl")
    with team.at_work("omar") as project:
        project.update(source.id, attributes={"kind": "office"})
    with team.at_work("layla") as project:
        changes = project.undo()
        assert changes is not None
        assert ("spans", "changed", "omar", "سامر الحلبي") in told(changes.kept)
        assert [one.id for one in project.spans(team.document, "omar")] == [source.id]
        assert [one.id for one in project.documents()] == [team.document]
        project.redo()
        assert len(project.spans(team.document, "omar")) == 3
        assert project.span(source.id).attributes["kind"] == "office"
        assert [one.label for one in project.relations(team.document, "omar")] == ["source"]


def test_an_article_that_others_read_stays_whole(team: Team) -> None:
    with team.at_work("layla") as project:
        made = project.add_document("قالت نادية إن العقد جاهز.", origin="https://example.org/1")
        project.annotate(made.id, (0, 4), "cue")
    with team.at_work("omar") as project:
        project.annotate(made.id, (5, 10), "actor")
    with team.at_work("layla") as project:
        project.undo()
        with pytest.raises(ProjectError, match="omar"):
            project.undo()
        assert [one.url for one in project.document(made.id).origins] == ["https://example.org/1"]


def test_a_renamed_label_goes_back_only_while_nobody_has_marked_with_it(team: Team) -> None:
    with team.at_work("omar") as project:
        mark = project.annotate(team.document, (0, 3), "cue")
    with team.at_work("layla") as project:
        project.set_scheme(renamed(project.scheme, "cue", "signal"), {"labels.cue": "signal"})
    with team.at_work("omar") as project:
        project.update(mark.id, parts=(45, 50))
    with team.at_work("layla") as project:
        changes = project.undo()
        assert changes is not None and changes.kept == ()
        assert (project.span(mark.id).label, project.span(mark.id).parts) == ("cue", ((45, 50),))
        project.redo()
    with team.at_work("omar") as project:
        project.annotate(team.document, (0, 3), "signal")
    with team.at_work("layla") as project:
        with pytest.raises(ProjectError, match="work of omar rests on it"):
            project.undo()
        assert {one.label for one in project.spans(team.document, "omar")} == {"signal"}


def test_a_link_does_not_come_back_where_another_has_taken_its_place(team: Team) -> None:
    with team.at_work("layla") as project:
        head = project.annotate(team.document, (30, 43), "claim")
        cues = [project.annotate(team.document, place, "cue") for place in ((0, 3), (45, 50))]
        link = project.link(head.id, cues[0].id, "cue")
        project.delete(link.id)
    with team.at_work("omar") as project:
        # A colleague brings Layla's own later work from another machine: the other cue is the claim's by now.
        project.store_records([_with_link(project, team.document, head.id, cues[1].id)])
    with team.at_work("layla") as project:
        with pytest.raises(InputError, match="omar has taken away what it belongs to, or its place"):
            project.undo()
        assert [one.to_id for one in project.relations(team.document)] == [cues[1].id]


def _with_link(project: Project, document: str, head: str, to: str) -> Record:
    held = project.document(document)
    spans = tuple(project.spans(document, "layla"))
    link = Relation(id="f" * 32, document_id=document, annotator="layla", label="cue", from_id=head, to_id=to)
    return Record(
        document=held,
        annotator=Annotator(handle="layla"),
        status="doing",
        scheme_name=project.scheme.name,
        scheme_version=project.scheme.version,
        spans=spans,
        relations=(link,),
    )


def test_a_run_of_suggesters_is_undone_around_what_others_took_of_it(team: Team) -> None:
    with team.at_work("layla") as project:
        project.suggest(["cues"])
        proposed = project.suggestions(team.document)
    with team.at_work("omar") as project:
        taken = project.accept(proposed[0].id)
    with team.at_work("layla") as project:
        changes = project.undo()
        assert changes is not None
        assert {(one.reason, one.annotator) for one in changes.kept} == {("used", "omar")}
        assert [one.id for one in project.spans(team.document, proposed[0].annotator)] == [proposed[0].id]
        assert project.spans(team.document, "omar") == taken


def test_a_status_that_its_owner_changed_stays(team: Team, tmp_path: Path) -> None:
    with team.at_work("omar") as project:
        project.annotate(team.document, (0, 3), "cue")
        project.export("jsonl", tmp_path / "d.jsonl", annotators=["omar"])
        project.set_status(team.document, "done")
    with team.at_work("layla") as project:
        project.import_(tmp_path / "d.jsonl")
        assert project.status(team.document, "omar") == "doing"
    with team.at_work("omar") as project:
        project.set_status(team.document, "todo")
    with team.at_work("layla") as project:
        changes = project.undo()
        assert changes is not None
        assert told(changes.kept) == [("annotation_sets", "changed", "omar", "الميناء")]
        assert project.status(team.document, "omar") == "todo"
