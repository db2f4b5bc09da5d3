"""The registry: finding, correcting, merging and splitting entries, with everyone's mentions."""

from pathlib import Path

import pytest

from annotator import Project
from annotator.domain.actor import Actor
from annotator.errors import InputError, NotFoundError
from annotator.services.actor_finder import ActorFinder
from annotator.services.mentions import Choices

TEXT = "قال سامر الحلبي 😀 إن الميناء جاهز.\nوقال سَامِر الحَلَبي لنادية: لا.\nثم قال الوزير شيئًا."
NAME, POINTED = "سامر الحلبي", "سَامِر الحَلَبي"


def place(words: str, text: str = TEXT) -> tuple[int, int]:
    start = text.index(words)
    return start, start + len(words)


@pytest.fixture
def linked(project: Project) -> Project:
    """Two entries for one man, each with a mention, and a woman without any."""
    document = project.add_document(TEXT, title="الميناء")
    one = project.add_actor(NAME, "person", ["أبو رامي"])
    other = project.add_actor("الوزير الحلبي", "person", ["Samer al-Halabi"])
    project.add_actor("نادية", "person")
    project.annotate(document.id, place(NAME), "actor", actor_id=one.id)
    project.annotate(document.id, place(POINTED), "actor", actor_id=one.id)
    project.annotate(document.id, place("الوزير"), "actor", actor_id=other.id)
    return project


def names(project: Project) -> list[str]:
    return [actor.name for actor in project.actors()]


def everything(project: Project) -> object:
    return [
        project.actors(),
        [[project.spans(one.id), project.relations(one.id)] for one in project.documents()],
    ]


# Finding

HALABI = Actor(id="h", name="سامر الحلبي", kind="person", aliases=("أبو رامي", "وزير النقل"))
NADIA = Actor(id="n", name="نادية الحلبي", kind="person")
CHINA = Actor(id="c", name="الصين", kind="state", aliases=("PRC",))
ACTORS = [HALABI, NADIA, CHINA]


@pytest.mark.parametrize(
    ("query", "first", "why"),
    [
        ("سَامِرُ الحَلَبِيّ", HALABI, "name"),
        ("سامر حلبى", HALABI, "name"),
        ("ابو رامى", HALABI, "alias"),
        ("prc", CHINA, "alias"),
        ("Samer al-Halabi", HALABI, "latin"),
        ("nadia halaby", NADIA, "latin"),
        ("لصين", CHINA, "name"),
        ("وللصين", CHINA, "name"),
        ("نادي", NADIA, "begins"),
        ("الوزير سامر الحلبي", HALABI, "words"),
        ("حلبي", HALABI, "words"),
        ("hal", HALABI, "words"),
        ("سامير الحلبي", HALABI, "similar"),
        ("سامر الحلبب", HALABI, "similar"),
    ],
)
def test_an_entry_is_found_by_any_name_in_any_spelling(query: str, first: Actor, why: str) -> None:
    found = ActorFinder(ACTORS).find(query)
    assert (found[0].actor, found[0].why) == (first, why)


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("Netanyahu", "בנימין נתניהו"),
        ("George Bush", "ג'ורג' בוש"),
        ("צה''ל", 'צה"ל'),
        ("תל אביב", "תל־אביב"),
        ("Nawaz Sharif", "نواز شریف"),
        ("كوفيد ١٩", "كوفيد-19"),
    ],
)
def test_an_entry_of_another_language_is_found_as_people_type_it(query: str, name: str, tmp_path: Path) -> None:
    with Project.create(tmp_path / "p.musnad") as project:
        project.add_actor("علي حسن", "person")
        known = project.add_actor(name, "person")
        assert [match.actor for match in project.find_actors(query)][:1] == [known]


def test_what_was_chosen_before_comes_first_and_nothing_twice() -> None:
    found = ActorFinder(ACTORS).find("سامر الحلبي", chosen=["n", "gone"])
    assert [(match.actor.id, match.why) for match in found] == [("n", "chosen"), ("h", "name")]
    assert [match.actor.id for match in ActorFinder(ACTORS).find("", chosen=["c"])] == ["c"]
    assert ActorFinder(ACTORS).find("") == ActorFinder(ACTORS).find("ًٌ") == ActorFinder(ACTORS).find("قققق") == []
    assert len(ActorFinder(ACTORS).find("حلبي", limit=1)) == 1


def test_the_index_follows_the_registry() -> None:
    finder = ActorFinder(ACTORS)
    finder.update([CHINA, Actor(id="h", name="هند", kind="person")])
    assert [match.actor.id for match in finder.find("سامر الحلبي")] == []
    assert [match.actor.name for match in finder.find("هند")] == ["هند"]


# Remembering


def test_what_was_linked_to_a_name_is_remembered_in_any_spelling(linked: Project) -> None:
    one, other, nadia = linked.actors()
    choices = Choices(linked)
    assert choices.chosen("سامر الحلبى") == [one.id]
    assert choices.chosen("نادية") == []
    document = linked.documents()[0]
    made = linked.annotate(document.id, place("لنادية"), "actor", actor_id=nadia.id)
    assert choices.chosen("لنادية") == [nadia.id]
    linked.merge_actors(nadia.id, one.id)
    assert choices.chosen(NAME) == [nadia.id]
    linked.undo()
    assert choices.chosen(NAME) == [one.id]
    linked.delete(made.id)
    assert choices.chosen("لنادية") == []
    assert choices.chosen("الوزير") == [other.id]


def test_a_suggestion_is_nobodys_choice(linked: Project) -> None:
    actor = linked.actors()[2]
    path = linked.path
    linked.close()
    with Project.open(path, annotator="model:aliases") as model:
        model.annotate(model.documents()[0].id, place("لنادية"), "actor", actor_id=actor.id)
    with Project.open(path, annotator="omar") as colleague:
        assert Choices(colleague).chosen("لنادية") == []
        assert Choices(colleague).chosen(NAME) != [], "what layla chose, omar is offered"


def test_finding_in_a_project_follows_it(linked: Project) -> None:
    one, other, nadia = linked.actors()
    found = linked.find_actors("الوزير")[0]
    assert (found.actor.id, found.why) == (other.id, "chosen")
    assert linked.find_actors("Samer al-Halabi", limit=1)[0].actor == other
    linked.update_actor(nadia.id, aliases=["أم كلثوم"])
    assert linked.find_actors("ام كلثوم")[0].actor.id == nadia.id
    linked.undo()
    assert linked.find_actors("ام كلثوم") == []
    assert linked.find_actors(NAME)[0].actor == one


def test_a_mention_gets_a_new_entry_in_one_step(linked: Project) -> None:
    document, before = linked.documents()[0], everything(linked)
    span = linked.annotate(document.id, place("لنادية"), "actor")
    marked = everything(linked)
    made = linked.name_actor(span.id, "هند", "person")
    assert linked.span(span.id).actor_id == made.id
    assert linked.name_actor(span.id, "هِند", "person") == made
    linked.undo()
    assert everything(linked) == marked
    linked.undo()
    assert everything(linked) == before


def test_only_my_mentions_get_an_entry(linked: Project) -> None:
    document = linked.documents()[0]
    cue = linked.annotate(document.id, place("قال"), "cue")
    before = everything(linked)
    for span_id, name in ((cue.id, "هند"), (linked.mentions(linked.actors()[0].id)[0].span.id, " ")):
        with pytest.raises(InputError):
            linked.name_actor(span_id, name, "person")
    assert everything(linked) == before


# Correcting


def test_an_entry_keeps_its_id_whatever_it_is_called(linked: Project) -> None:
    one = linked.actors()[0]
    made = linked.update_actor(one.id, name="سامر حلبي", kind="office", wikidata="https://www.wikidata.org/wiki/q42")
    assert (made.id, made.name, made.kind, made.wikidata) == (one.id, "سامر حلبي", "office", "Q42")
    assert made.aliases == one.aliases
    assert linked.actor(one.id) == made
    assert [mention.hit.text for mention in linked.mentions(one.id)] == [NAME, POINTED]
    linked.update_actor(one.id, aliases=["ب", "ا", "ب", " "], note="كاتب", wikidata=None)
    assert linked.actor(one.id) == Actor(id=one.id, name="سامر حلبي", kind="office", aliases=("ب", "ا"), note="كاتب")
    linked.undo()
    linked.undo()
    assert linked.actor(one.id) == one


def test_a_former_name_is_free_for_somebody_else(linked: Project) -> None:
    one = linked.actors()[0]
    linked.update_actor(one.id, name="سامر حلبي")
    again = linked.add_actor("سامر  الحلبى", "person")
    assert again.id != one.id
    assert linked.add_actor(NAME, "person") == again
    assert linked.add_actor("سامر حلبي", "person").id == one.id
    assert linked.check() == []


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"name": " "}, "needs a name"),
        ({"name": "نَادِية"}, "Another actor"),
        ({"wikidata": "42"}, "no Wikidata item"),
    ],
)
def test_what_makes_no_entry_changes_nothing(linked: Project, changes: dict[str, str], told: str) -> None:
    before = everything(linked)
    with pytest.raises(InputError, match=told):
        linked.update_actor(linked.actors()[0].id, **changes)
    with pytest.raises(NotFoundError):
        linked.update_actor("nobody", name="x")
    assert everything(linked) == before


def test_a_spelling_of_the_same_name_is_a_correction(linked: Project) -> None:
    one = linked.actors()[0]
    assert linked.update_actor(one.id, name=POINTED).id == one.id
    linked.update_actor(one.id, name=POINTED)
    linked.undo()
    assert linked.actor(one.id) == one, "what changed nothing was no step"


# Merging


def test_merging_joins_names_and_mentions_of_everyone_in_one_step(linked: Project) -> None:
    path, one, other = linked.path, *linked.actors()[:2]
    linked.update_actor(one.id, note="وزير")
    linked.update_actor(other.id, note="من حلب", wikidata="Q7")
    linked.close()
    with Project.open(path, annotator="omar") as project:
        document = project.documents()[0]
        project.annotate(document.id, place("الوزير"), "actor", actor_id=other.id)
        before = everything(project), project.spans(document.id, "layla")
        made = project.merge_actors(one.id, other.id, one.id)
        assert made.name == NAME
        assert made.aliases == ("أبو رامي", "الوزير الحلبي", "Samer al-Halabi")
        assert (made.wikidata, made.note) == ("Q7", "وزير\nمن حلب")
        assert project.actors()[0] == made
        assert names(project) == [NAME, "نادية"]
        assert [(item.hit.text, item.span.annotator) for item in project.mentions(one.id)] == [
            (NAME, "layla"),
            (POINTED, "layla"),
            ("الوزير", "layla"),
            ("الوزير", "omar"),
        ]
        assert project.check() == []
        project.undo()
        assert (everything(project), project.spans(document.id, "layla")) == before
        project.redo()
        assert project.actors()[0] == made


def test_two_items_of_wikidata_are_not_one(linked: Project) -> None:
    one, other, _ = linked.actors()
    linked.update_actor(one.id, wikidata="Q1")
    linked.update_actor(other.id, wikidata="Q2")
    before = everything(linked)
    with pytest.raises(InputError, match="Q1"):
        linked.merge_actors(one.id, other.id)
    with pytest.raises(NotFoundError):
        linked.merge_actors(one.id, "nobody")
    assert everything(linked) == before
    assert linked.merge_actors(one.id) == linked.actor(one.id)


# Splitting and deleting


def test_splitting_moves_the_mentions_that_were_chosen_in_one_step(linked: Project) -> None:
    one = linked.actors()[0]
    before = everything(linked)
    moving = linked.mentions(one.id)[1].span
    made = linked.split_actor(one.id, [moving.id], name="سامر الأصغر")
    assert (made.name, made.kind, made.aliases) == ("سامر الأصغر", "person", ())
    assert [item.hit.text for item in linked.mentions(made.id)] == [POINTED]
    assert [item.hit.text for item in linked.mentions(one.id)] == [NAME]
    assert linked.mention_counts()[made.id] == 1
    linked.undo()
    assert everything(linked) == before
    linked.redo()
    assert linked.merge_actors(one.id, made.id).aliases == ("أبو رامي", "سامر الأصغر")


def test_what_cannot_be_split_changes_nothing(linked: Project) -> None:
    one, other, _ = linked.actors()
    mine, theirs = linked.mentions(one.id)[0].span.id, linked.mentions(other.id)[0].span.id
    before = everything(linked)
    for spans, name in (([], "جديد"), ([mine, theirs], "جديد"), ([mine], " "), ([mine], "سامر الحلبى")):
        with pytest.raises(InputError):
            linked.split_actor(one.id, spans, name=name)
    assert everything(linked) == before
    assert linked.split_actor(one.id, [mine], name=NAME, kind="office").kind == "office"


def test_only_an_entry_without_mentions_is_deleted(linked: Project) -> None:
    one, _, nadia = linked.actors()
    before = everything(linked)
    with pytest.raises(InputError, match="2 mentions"):
        linked.delete_actor(one.id)
    linked.delete_actor(nadia.id)
    assert "نادية" not in names(linked)
    linked.undo()
    assert everything(linked) == before


def test_an_entry_that_comes_back_keeps_its_place(linked: Project) -> None:
    before = names(linked)
    for actor in linked.actors()[::2]:
        linked.merge_actors(linked.actors()[1].id, actor.id)
    linked.undo()
    linked.undo()
    assert names(linked) == before


def test_mentions_stand_in_their_lines(linked: Project) -> None:
    first, second = linked.mentions(linked.actors()[0].id)
    assert (first.hit.title, first.hit.before, first.hit.after) == ("الميناء", "قال ", " 😀 إن الميناء جاهز.")
    assert (second.hit.before, second.hit.text, second.hit.after) == ("وقال ", POINTED, " لنادية: لا.")


def test_a_merged_and_renamed_registry_survives_json_lines(linked: Project, tmp_path: Path) -> None:
    one, other, nadia = linked.actors()
    linked.update_actor(one.id, name="أخرى", note="سطر")
    linked.merge_actors(one.id, other.id)
    linked.split_actor(one.id, [linked.mentions(one.id)[0].span.id], name="جديد")
    out = tmp_path / "out.jsonl"
    linked.export("jsonl", out)
    with Project.create(tmp_path / "other.musnad") as again:
        again.import_(out)
        assert {actor.id: actor for actor in again.actors()} == {actor.id: actor for actor in linked.actors()}
        assert [item.span for item in again.mentions(one.id)] == [item.span for item in linked.mentions(one.id)]
        assert nadia in again.actors()


def test_a_whole_word_comes_before_what_only_begins_like_it() -> None:
    names = ("حسن نصر الله", "عبد الملك الحوثي", "عمر البشير", "هادي العامري")
    finder = ActorFinder([Actor(id=name, name=name, kind="person") for name in names])
    for query, first in (
        ("الحوثي", "عبد الملك الحوثي"),
        ("Houthi", "عبد الملك الحوثي"),
        ("العامري", "هادي العامري"),
        ("عبدالملك", "عبد الملك الحوثي"),
    ):
        assert finder.find(query)[0].actor.id == first, query
