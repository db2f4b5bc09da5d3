"""The kind of an actor: a mention and the entry that it names never say two, in the project or in what leaves it."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator import Project
from annotator.errors import InputError

TEXT = "قالت روسيا إن موسكو لا تريد الحرب. وردّت روسيا لاحقًا."


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.create(tmp_path / "p.musnad", annotator="layla") as opened:
        opened.add_document(TEXT, title="x")
        yield opened


def only(project: Project) -> str:
    return project.documents()[0].id


def mark(project: Project, words: str, actor_id: str | None = None, **attributes: str) -> str:
    start = TEXT.index(words)
    return project.annotate(only(project), (start, start + len(words)), "actor", attributes, actor_id).id


def kind(project: Project, span_id: str) -> str | None:
    return project.span(span_id).attributes.get("kind")


def exported(project: Project, out: Path) -> list[tuple[str | None, str | None]]:
    """The kind of each mark that names an entry, by the mark and by the entry, as JSON Lines have them."""
    project.export("jsonl", out, annotators=[one.handle for one in project.annotators()])
    records = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    return [
        (span["attributes"].get("kind"), span["actor"]["kind"])
        for record in records
        for span in record["spans"]
        if span.get("actor")
    ]


def test_nobody_is_of_a_kind_before_one_is_chosen(project: Project) -> None:
    assert kind(project, mark(project, "روسيا")) is None


def test_linking_sets_the_kind_however_it_is_done(project: Project, tmp_path: Path) -> None:
    russia = project.add_actor("روسيا", "state")
    one = project.annotate(only(project), (5, 10), "actor", {"kind": "person"}, russia.id)
    assert one.attributes["kind"] == "state" == kind(project, one.id)
    moscow = mark(project, "موسكو", kind="person")
    changed = project.update(moscow, actor_id=russia.id)
    assert changed.attributes["kind"] == "state" == kind(project, moscow)
    [again] = project.annotate_many([(only(project), (41, 46))], "actor", {"kind": "person"}, russia.id)
    assert again.attributes["kind"] == "state" == kind(project, again.id)
    assert exported(project, tmp_path / "a.jsonl") == [("state", "state")] * 3
    project.update(moscow, actor_id=None)
    assert kind(project, moscow) == "state", "who names nobody any more keeps what was shown"


def test_what_a_model_proposes_is_of_the_kind_of_its_entry(project: Project) -> None:
    russia = project.add_actor("روسيا", "person")
    project.suggest(["aliases"])
    project.update_actor(russia.id, kind="state")
    open_ones = project.suggestions(only(project))
    assert [one.attributes["kind"] for one in open_ones] == ["state", "state"]
    assert [one.attributes["kind"] for one in project.accept(*(one.id for one in open_ones))] == ["state", "state"]


def test_correcting_the_entry_corrects_everybody_s_mentions(project: Project, tmp_path: Path) -> None:
    russia = project.add_actor("روسيا", "person")
    mine = mark(project, "روسيا", russia.id)
    path = project.path
    project.close()
    with Project.open(path, annotator="omar") as other:
        theirs = mark(other, "روسيا", russia.id)
        other.update_actor(russia.id, kind="state")
        assert kind(other, theirs) == kind(other, mine) == "state"
        assert exported(other, tmp_path / "a.jsonl") == [("state", "state")] * 2
        assert other.check() == []
        other.undo()
        assert kind(other, theirs) == kind(other, mine) == "person"


def test_another_kind_of_a_mention_is_given_to_its_entry_and_one_undo_takes_it_back(project: Project) -> None:
    russia = project.add_actor("روسيا", "person")
    one, other = mark(project, "روسيا", russia.id), mark(project, "موسكو", russia.id)
    assert project.update(one, attributes={"kind": "state"}).attributes["kind"] == "state"
    assert project.actor(russia.id).kind == "state" == kind(project, other) == kind(project, one)
    project.undo()
    assert project.actor(russia.id).kind == "person" == kind(project, one) == kind(project, other)
    third = mark(project, "الحرب")
    assert kind(project, project.update(third, actor_id=russia.id, attributes={"kind": "group"}).id) == "group"
    assert project.actor(russia.id).kind == "group" == kind(project, one)
    project.undo()
    project.add_actor("روسيا", "state")
    with pytest.raises(InputError, match="merge the two"):
        project.update(one, attributes={"kind": "state"})
    assert kind(project, one) == "person"


def test_merged_entries_are_of_the_kind_of_the_one_that_stays(project: Project, tmp_path: Path) -> None:
    russia, moscow = project.add_actor("روسيا", "state"), project.add_actor("موسكو", "other")
    mark(project, "روسيا", russia.id)
    second = mark(project, "موسكو", moscow.id)
    project.merge_actors(russia.id, moscow.id)
    assert kind(project, second) == "state"
    assert exported(project, tmp_path / "a.jsonl") == [("state", "state")] * 2
    made = project.split_actor(russia.id, [second], name="العاصمة", kind="other")
    assert kind(project, second) == "other" and project.span(second).actor_id == made.id


def test_a_kind_that_the_scheme_does_not_know_leaves_the_mark_as_it_is(project: Project) -> None:
    ship = project.add_actor("سفينة", "vessel")
    assert kind(project, mark(project, "روسيا", ship.id, kind="other")) == "other"
    assert project.check() == []


def test_a_colleagues_mention_that_goes_to_another_entry_changes_in_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "p.musnad"
    with Project.create(path, annotator="layla") as project:
        document = project.add_document("قال الوزير إن المباحثات ناجحة.")
        actor = project.add_actor("الوزير", "person")
        mention = project.annotate(document.id, (4, 10), "actor", actor_id=actor.id)
        seen = project.vector()
    with Project.open(path, annotator="omar") as project:
        made = project.split_actor(actor.id, [mention.id], name="وزير آخر", kind="office")
        rows = [one.row for one in project.changes_since(seen) if one.table == "spans"]
    assert rows == [{"actor_id": made.id}]
