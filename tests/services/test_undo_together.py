"""Two annotators work on one file in turns: undo and redo never touch newer work, and tell what they left alone.

The oracle knows nothing of the journal. It compares the tables before and after each action, and keeps for every
column the values that stand, each with the action that gave it.
"""

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from annotator import Project
from annotator.domain.change import Kept
from annotator.domain.scheme import Label
from annotator.errors import InputError, MusnadError, NotFoundError
from tests.services.two_people import PEOPLE, TEXT, Column, Oracle, Person, Step, cells, renamed, without_cues

PLACE = st.integers(0, 3)


class Together(RuleBasedStateMachine):
    """Layla and Omar at work, one at a time, on what Nadia began."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "p.musnad"
        with Project.create(self.path, annotator="nadia") as project:
            self.document = project.add_document(TEXT).id
            for name, kind in (("سامر", "person"), ("وزير النقل", "office"), ("نادية", "person")):
                project.add_actor(name, kind)
            mark = project.annotate(self.document, (4, 20), "actor", actor_id=project.actors()[0].id)
            project.link(project.annotate(self.document, (31, 37), "claim").id, mark.id, "source")
        for self.who in PEOPLE:
            self.project = Project.open(self.path, annotator=self.who)
            self.project.close()
        self.project = Project.open(self.path, annotator=self.who)
        self.people = {one: Person() for one in PEOPLE}
        self.oracle = Oracle(cells(self.project))
        self.turn = 0
        self.last_turn = dict.fromkeys(PEOPLE, 0)

    @property
    def me(self) -> Person:
        return self.people[self.who]

    def do(self, action: Callable[..., object], *given: Any, **named: Any) -> None:
        """An action of whoever works now; what is refused changes nothing."""
        try:
            action(*given, **named)
        except (InputError, NotFoundError):
            assert cells(self.project) == self.oracle.now
            return
        number = self.oracle.did(cells(self.project))
        if number is not None:
            self.pass_turn()
            self.me.past.append(Step(number, self.turn))
            self.me.future.clear()
            self.me.refused.clear()

    def pass_turn(self) -> None:
        self.turn += 1
        self.last_turn[self.who] = self.turn

    def alone_since(self, step: Step) -> bool:
        """Whether nobody else did anything since."""
        return all(turn <= step.turn for one, turn in self.last_turn.items() if one != self.who)

    # What they do

    def spans(self, *, of: str | None = None) -> list[str]:
        return [span.id for span in self.project.spans(self.document, of)]

    def actors(self) -> list[str]:
        return [actor.id for actor in self.project.actors()]

    def label(self, place: int) -> Label:
        labels = self.project.scheme.labels
        return labels[place % len(labels)]

    @rule(start=st.integers(0, 60), length=st.integers(1, 20), label=st.integers(0, 2), who=st.integers(0, 3))
    def annotate(self, start: int, length: int, label: int, who: int) -> None:
        chosen = self.label(label)
        actor = next(iter(self.actors()[who:]), None) if chosen.names_actor else None
        self.do(self.project.annotate, self.document, (start, start + length), chosen.key, actor_id=actor)

    @rule(one=PLACE, other=PLACE, label=st.integers(0, 3))
    def link(self, one: int, other: int, label: int) -> None:
        if max(one, other) < len(self.spans()):
            ends = self.spans()[one], self.spans()[other]
            self.do(
                self.project.link, *ends, self.project.scheme.relations[label % len(self.project.scheme.relations)].key
            )

    @rule(one=PLACE, start=st.integers(0, 60), length=st.integers(1, 20))
    def move(self, one: int, start: int, length: int) -> None:
        for span in self.spans()[one : one + 1]:
            self.do(self.project.update, span, parts=(start, start + length))

    @rule(one=PLACE, label=st.integers(0, 2))
    def relabel(self, one: int, label: int) -> None:
        for span in self.spans()[one : one + 1]:
            self.do(self.project.update, span, label=self.label(label).key)

    @rule(one=PLACE, kind=st.sampled_from(["person", "state", None]))
    def attribute(self, one: int, kind: str | None) -> None:
        for span in self.spans()[one : one + 1]:
            self.do(self.project.update, span, attributes={"kind": kind})

    @rule(one=PLACE, who=PLACE)
    def name(self, one: int, who: int) -> None:
        for span in self.spans()[one : one + 1]:
            self.do(self.project.update, span, actor_id=next(iter(self.actors()[who:]), None))

    @rule(one=PLACE)
    def delete(self, one: int) -> None:
        for span in self.spans()[one : one + 1]:
            self.do(self.project.delete, span)

    @rule(name=st.sampled_from(["سامر", "هند", "خالد"]), alias=st.sampled_from(["Samer", "أم علي"]))
    def add_actor(self, name: str, alias: str) -> None:
        self.do(self.project.add_actor, name, "person", [alias])

    @rule(who=PLACE, field=st.sampled_from(["name", "note", "wikidata"]), value=st.sampled_from(["Q1", "Q2", ""]))
    def correct(self, who: int, field: str, value: str) -> None:
        for actor in self.actors()[who : who + 1]:
            self.do(self.project.update_actor, actor, **{field: value})

    @rule(keep=PLACE, gone=PLACE)
    def merge(self, keep: int, gone: int) -> None:
        actors = self.actors()
        if keep < len(actors) and gone < len(actors):
            self.do(self.project.merge_actors, actors[keep], actors[gone])

    @rule(who=PLACE, name=st.sampled_from(["نادية", "هند"]))
    def split(self, who: int, name: str) -> None:
        for actor in self.actors()[who : who + 1]:
            moving = [mention.span.id for mention in self.project.mentions(actor)[:2]]
            self.do(self.project.split_actor, actor, moving, name=name)

    @rule(who=PLACE)
    def forget(self, who: int) -> None:
        for actor in self.actors()[who : who + 1]:
            self.do(self.project.delete_actor, actor)

    @rule(title=st.sampled_from(["الميناء", "العقد"]), direction=st.sampled_from([None, "rtl"]))
    def tell_about(self, title: str, direction: Any) -> None:
        self.do(self.project.update_document, self.document, title=title, direction=direction)

    @rule(status=st.sampled_from(["todo", "doing", "done"]))
    def set_status(self, status: Any) -> None:
        self.do(self.project.set_status, self.document, status)

    @rule(using=st.sampled_from([["cues"], ["aliases", "repeats"]]))
    def suggest(self, using: list[str]) -> None:
        self.do(self.project.suggest, using)

    @rule(first=PLACE)
    def accept(self, first: int) -> None:
        chosen = [one.id for one in self.project.suggestions(self.document)[first : first + 3]]
        self.do(self.project.accept, *chosen)

    @rule(first=PLACE)
    def refuse(self, first: int) -> None:
        chosen = [one.id for one in self.project.suggestions(self.document)[first : first + 2]]
        self.do(self.project.reject, *chosen)

    @rule()
    def rename_a_label(self) -> None:
        was, now = ("cue", "signal") if self.project.scheme.labels[1].key == "cue" else ("signal", "cue")
        scheme = renamed(self.project.scheme, was, now)
        self.do(self.project.set_scheme, scheme, {f"labels.{was}": now})

    @rule()
    def drop_a_label(self) -> None:
        if len(self.project.scheme.labels) > 2:
            self.do(self.project.set_scheme, without_cues(self.project.scheme), drop=True)

    @rule()
    def put_aside(self) -> None:
        self.project.export("jsonl", self.path.with_suffix(".jsonl"))

    @rule()
    def bring_back(self) -> None:
        """A colleague's reading as it was some time ago, and an article that was not here."""
        if self.path.with_suffix(".jsonl").exists():
            self.do(self.project.import_, self.path.with_suffix(".jsonl"))

    @rule()
    def go_for_coffee(self) -> None:
        self.change_hands()

    @rule()
    def go_home(self) -> None:
        self.change_hands()

    def change_hands(self) -> None:
        self.project.close()
        self.who = "omar" if self.who == "layla" else "layla"
        self.project = Project.open(self.path, annotator=self.who)
        # Nobody remembers for them what was refused.
        self.me.refused.clear()
        self.me.spent.clear()

    # Taking back

    @rule(many=st.integers(1, 3), other=st.booleans())
    def undo(self, many: int, other: bool) -> None:
        if other:
            self.change_hands()
        for _ in range(many):
            self.undo_one()

    @rule(many=st.integers(1, 3), other=st.booleans())
    def redo(self, many: int, other: bool) -> None:
        if other:
            self.change_hands()
        for _ in range(many):
            self.redo_one()

    def undo_one(self) -> None:
        step = self.me.next(self.me.past)
        if step is None:
            assert not self.project.can_undo
            return
        exact = self.alone_since(step) and step is self.me.past[-1]
        owned = self.oracle.owned(step.number)
        kept = self.take_back(step, self.project.undo, exact=exact)
        if kept is None:
            return
        back = self.oracle.undone(step.number, self.oracle_after)
        self.check_told(set(self.oracle.done[step.number]), owned, back, kept, exact=exact)
        if self.moved(step, back, self.me.past, self.me.future):
            step.below = {column: list(self.oracle.standing[column]) for column in back}

    def redo_one(self) -> None:
        step = self.me.next(self.me.future)
        if step is None:
            assert not self.project.can_redo
            return
        exact = self.alone_since(step) and step is self.me.future[-1]
        free = {column for column, below in step.below.items() if self.oracle.standing[column] == below}
        kept = self.take_back(step, self.project.redo, exact=exact)
        if kept is None:
            return
        again = self.oracle.redone(step.number, free, self.oracle_after)
        self.check_told(set(step.below), free, again, kept, exact=exact)
        self.moved(step, again, self.me.future, self.me.past)

    def take_back(self, step: Step, how: Callable[[], Any], *, exact: bool) -> tuple[Kept, ...] | None:
        """What was left alone and told; None if all of it was refused."""
        before = cells(self.project)
        try:
            changes = how()
        except MusnadError as error:
            assert not exact, error
            assert cells(self.project) == before
            self.me.refused.add(step.number)
            return None
        self.oracle_after = cells(self.project)
        assert changes is not None
        kept: tuple[Kept, ...] = changes.kept
        return kept

    def check_told(
        self, whole: set[Column], free: set[Column], back: set[Column], kept: tuple[Kept, ...], *, exact: bool
    ) -> None:
        told = {(one.table, one.row_id) for one in kept}
        assert all(one.annotator in (*PEOPLE, "nadia") for one in kept)
        left = {column[:2] for column in free - back}
        assert left <= told, "what could have gone back and did not is told"
        assert not exact or (not kept and back == whole), "alone, everything goes back"

    def moved(self, step: Step, back: set[Column], stack: list[Step], other: list[Step]) -> bool:
        if not back:
            self.me.spent.add(step.number)
            return False
        self.pass_turn()
        step.turn = self.turn
        stack.remove(step)
        other.append(step)
        return True

    @invariant()
    def everything_holds_together(self) -> None:
        assert cells(self.project) == self.oracle.now
        assert self.project.check() == []

    def teardown(self) -> None:
        self.project.close()
        self.folder.cleanup()


Together.TestCase.settings = settings(max_examples=5, stateful_step_count=25, deadline=None)
TestTogether = Together.TestCase


@pytest.mark.heavy
def test_many_turns_of_two_annotators() -> None:
    many = settings(max_examples=60, stateful_step_count=40, deadline=None)
    run_state_machine_as_test(Together, settings=many)
