"""What could complete a frame, and filling it in one action."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator import Project
from annotator.domain.frame import Filler, Sketch
from annotator.domain.span import Span
from annotator.errors import InputError, NotFoundError
from annotator.services.framing import Reading, plausible, propose, same_place, sketch

TEXT = (
    "همس رائد الحلبي لليلى الأتاسي.\n"
    "أعلن وزير النقل رائد الحلبي يوم الثلاثاء أن ميناء الزهراء سيُفتح في موعده. وقال رائد الحلبي إن الخبر صحيح.\n"
)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.create(tmp_path / "p.musnad", annotator="layla") as opened:
        opened.add_document(TEXT, title="الميناء")
        yield opened


def mark(project: Project, words: str, label: str, nth: int = 0) -> Span:
    [document] = project.documents()
    start = -1
    for _ in range(nth + 1):
        start = document.text.index(words, start + 1)
    return project.annotate(document.id, (start, start + len(words)), label)


def reading(project: Project) -> Reading:
    [document] = project.documents()
    return Reading(document, project.scheme, project.spans(document.id), project.relations(document.id))


def test_those_who_may_play_a_role_come_nearest_first_and_only_from_what_is_in_sight(project: Project) -> None:
    far, near = mark(project, "ليلى الأتاسي", "actor"), mark(project, "رائد الحلبي", "actor", 1)
    mark(project, "أعلن", "cue")
    claim = mark(project, "ميناء الزهراء سيُفتح في موعده", "claim")
    source = project.scheme.relation("source")
    assert plausible(reading(project), source, claim, (0, len(TEXT))) == [near, far]
    assert plausible(reading(project), source, claim, (far.end, len(TEXT))) == [near]
    project.link(claim.id, near.id, "source")
    assert plausible(reading(project), source, claim, (0, len(TEXT))) == [far]


def test_a_role_for_one_is_open_to_another_one(project: Project) -> None:
    first, second = mark(project, "أعلن", "cue"), mark(project, "وقال", "cue")
    claim = mark(project, "الخبر صحيح", "claim")
    project.link(claim.id, first.id, "cue")
    assert plausible(reading(project), project.scheme.relation("cue"), claim, (0, len(TEXT))) == [second]


def test_the_sentence_proposes_source_and_cue_and_what_is_already_marked_is_taken(project: Project) -> None:
    claim = mark(project, "ميناء الزهراء سيُفتح في موعده", "claim")
    found = propose(reading(project), claim)
    assert found is not None and found.attributes.keys() == {"authorial_stance"}
    made = {filler.role: filler.to for filler in found.fillers}
    assert all(isinstance(to, Sketch) for to in made.values())
    words = {role: TEXT[to.parts[0][0] : to.parts[0][1]] for role, to in made.items() if isinstance(to, Sketch)}
    assert words == {"source": "وزير النقل رائد الحلبي", "cue": "أعلن"}
    # The name without its title is marked: that is the speaker.
    name = mark(project, "رائد الحلبي", "actor", 1)
    found = propose(reading(project), claim)
    assert found is not None
    assert {filler.role: filler.to for filler in found.fillers}["source"] == name.id
    # What is there is not proposed, and what is whole gets no proposal.
    project.link(claim.id, name.id, "source")
    found = propose(reading(project), claim)
    assert found is not None and [filler.role for filler in found.fillers] == ["cue"]
    project.link(claim.id, mark(project, "أعلن", "cue").id, "cue")
    assert propose(reading(project), claim) is None


def test_nothing_is_proposed_where_the_words_show_nothing(project: Project) -> None:
    assert propose(reading(project), mark(project, "لليلى", "claim")) is None
    assert propose(reading(project), mark(project, "أعلن", "cue")) is None


def test_a_value_that_somebody_chose_is_left_alone(project: Project) -> None:
    claim = mark(project, "ميناء الزهراء سيُفتح في موعده", "claim")
    project.update(claim.id, attributes={"authorial_stance": "distancing", "polarity": "denied"})
    found = propose(reading(project), project.span(claim.id))
    assert found is not None and found.attributes == {}


def test_a_new_mark_is_what_its_words_are_known_to_be(project: Project) -> None:
    actor = project.add_actor("رائد الحلبي", "person")
    known = mark(project, "رائد الحلبي", "actor")
    project.update(known.id, actor_id=actor.id, attributes={"kind": "office"})
    start = TEXT.index("رائد الحلبي", known.end)
    new = sketch(reading(project), ((start, start + 11),), "actor")
    assert (new.actor_id, new.attributes["kind"]) == (actor.id, "office")
    assert sketch(reading(project), ((0, 3),), "actor") == Sketch(parts=((0, 3),), label="actor")
    assert same_place([known], known.parts, ["actor"]) == known
    assert same_place([known], known.parts, ["cue"]) is None


def test_filling_is_one_action_and_undo_takes_all_of_it_back(project: Project) -> None:
    claim = mark(project, "الخبر صحيح", "claim")
    before = (reading(project).spans, reading(project).relations)
    actor = Filler(role="source", to=Sketch(parts=((4, 15),), label="actor"))
    cue = Filler(role="cue", to=Sketch(parts=((0, 3),), label="cue", attributes={"act": "say"}))
    relations = project.fill(claim.id, [actor, cue], {"polarity": "denied"})
    assert [item.label for item in relations] == ["source", "cue"]
    [frame] = project.frames(claim.document_id)
    assert frame.roles["source"] == (relations[0].to_id,) and frame.roles["cue"] == (relations[1].to_id,)
    assert frame.missing(project.scheme) == ()
    assert project.span(claim.id).attributes["polarity"] == "denied"
    assert project.span(relations[0].to_id).attributes == {}, "nobody is of a kind before one is chosen"
    assert project.span(claim.id).attributes["quote_type"] == "indirect", "its label's default"
    project.undo()
    assert (reading(project).spans, reading(project).relations) == before
    [frame] = project.frames(claim.document_id)
    assert frame.missing(project.scheme) == ("source", "cue")


def test_a_role_changes_hands_in_one_action(project: Project) -> None:
    claim, first, second = (
        mark(project, "الخبر صحيح", "claim"),
        mark(project, "أعلن", "cue"),
        mark(project, "وقال", "cue"),
    )
    link = project.link(claim.id, first.id, "cue")
    with pytest.raises(InputError):
        project.fill(claim.id, [Filler(role="cue", to=second.id)])
    project.fill(claim.id, [Filler(role="cue", to=second.id)], without=[link.id])
    assert [item.to_id for item in reading(project).relations] == [second.id]
    project.undo()
    assert reading(project).relations == [link]


def test_nothing_is_filled_where_something_does_not_fit(project: Project) -> None:
    claim, other = mark(project, "الخبر صحيح", "claim"), mark(project, "لليلى", "claim")
    link = project.link(other.id, mark(project, "وقال", "cue").id, "cue")
    before = (reading(project).spans, reading(project).relations)
    good = Filler(role="source", to=Sketch(parts=((4, 15),), label="actor"))
    for bad in (
        Filler(role="source", to=claim.id),
        Filler(role="cue", to=Sketch(parts=((0, 3),), label="actor")),
        Filler(role="target", to=Sketch(parts=((0, 10_000),), label="actor")),
    ):
        with pytest.raises(InputError):
            project.fill(claim.id, [good, bad])
    with pytest.raises(InputError):
        project.fill(claim.id, [good], without=[link.id])
    with pytest.raises(NotFoundError):
        project.fill(claim.id, [good], without=["nowhere"])
    assert (reading(project).spans, reading(project).relations) == before
