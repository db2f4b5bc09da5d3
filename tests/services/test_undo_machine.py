"""Whatever is done in whatever order: the file holds together, and undo and redo restore it exactly."""

import tempfile
from pathlib import Path
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, invariant, rule

from annotator import Project
from annotator.domain.document import Direction
from annotator.errors import InputError, NotFoundError
from annotator.store.rows import TABLES

TEXT = "قال 😀 وزيرُ النقل سامر إنّ الأمر «كذا»، بحسب نادية، «وكذا»."


def picture(project: Project) -> Any:
    """Everything that a person sees in a project."""
    documents = project.documents()
    return (
        documents,
        project.actors(),
        [project.mentions(actor.id) for actor in project.actors()],
        stored(project),
        [
            (project.sets(one.id), project.spans(one.id), project.relations(one.id), project.status(one.id))
            for one in documents
        ],
    )


def stored(project: Project) -> Any:
    """Every row of every table, the journal aside."""
    with project.reading() as connection:
        return [sorted(map(tuple, connection.execute(f"SELECT * FROM {table}"))) for table in TABLES]


class Work(RuleBasedStateMachine):
    """Someone at work; `past` and `future` are what undo and redo must bring back."""

    spans = Bundle("spans")

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.project = Project.create(Path(self.folder.name) / "p.musnad", annotator="layla")
        self.document = self.project.add_document(TEXT)
        self.past: list[Any] = []
        self.future: list[Any] = []
        self.now = picture(self.project)

    def did(self) -> None:
        after = picture(self.project)
        if after != self.now:
            self.past.append(self.now)
            self.future.clear()
            self.now = after

    @rule(
        target=spans,
        cuts=st.lists(st.integers(0, len(TEXT)), min_size=2, max_size=6, unique=True).filter(lambda c: len(c) % 2 == 0),
        label=st.sampled_from(["actor", "cue", "claim"]),
    )
    def annotate(self, cuts: list[int], label: str) -> str:
        ordered = sorted(cuts)
        span = self.project.annotate(self.document.id, list(zip(ordered[::2], ordered[1::2], strict=True)), label)
        self.did()
        return span.id

    @rule(one=spans, other=spans, label=st.sampled_from(["source", "cue", "target", "reported_by"]))
    def link(self, one: str, other: str, label: str) -> None:
        try:
            self.project.link(one, other, label)
        except (InputError, NotFoundError):
            assert picture(self.project) == self.now
        self.did()

    @rule(one=spans, label=st.sampled_from(["actor", "cue", "claim"]))
    def relabel(self, one: str, label: str) -> None:
        try:
            self.project.update(one, label=label)
        except NotFoundError:
            assert picture(self.project) == self.now
        self.did()

    @rule(direction=st.sampled_from([None, "rtl", "ltr"]), language=st.sampled_from(["ar", "fa"]))
    def tell_about(self, direction: Direction | None, language: str) -> None:
        self.project.update_document(self.document.id, direction=direction, language=language)
        self.did()

    @rule(one=spans, kind=st.sampled_from(["person", "state", "dragon"]))
    def attribute(self, one: str, kind: str) -> None:
        try:
            self.project.update(one, attributes={"kind": kind})
        except (InputError, NotFoundError):
            assert picture(self.project) == self.now
        self.did()

    @rule(one=consumes(spans))
    def delete(self, one: str) -> None:
        try:
            self.project.delete(one)
        except NotFoundError:
            assert picture(self.project) == self.now
        self.did()

    @rule(status=st.sampled_from(["todo", "doing", "done"]))
    def set_status(self, status: Any) -> None:
        self.project.set_status(self.document.id, status)
        self.did()

    @rule(name=st.sampled_from(["سامر", "نادية"]), alias=st.sampled_from(["Samer", "أم علي"]))
    def add_actor(self, name: str, alias: str) -> None:
        self.project.add_actor(name, "person", [alias])
        self.did()

    @rule(one=spans, who=st.integers(0, 5))
    def name(self, one: str, who: int) -> None:
        actors = self.project.actors()
        try:
            self.project.update(one, actor_id=actors[who].id if who < len(actors) else None)
        except (InputError, NotFoundError):
            assert picture(self.project) == self.now
        self.did()

    @rule(who=st.integers(0, 5), name=st.sampled_from(["سَامر", "هند", " "]), kind=st.sampled_from(["person", "state"]))
    def correct(self, who: int, name: str, kind: str) -> None:
        for actor in self.project.actors()[who : who + 1]:
            try:
                self.project.update_actor(actor.id, name=name, kind=kind, aliases=[name, actor.name])
            except InputError:
                assert picture(self.project) == self.now
        self.did()

    @rule(keep=st.integers(0, 5), first=st.integers(0, 5), many=st.integers(1, 3))
    def merge(self, keep: int, first: int, many: int) -> None:
        actors = self.project.actors()
        if keep < len(actors):
            gone = [actor.id for actor in actors[first : first + many]]
            linked = sum(self.project.mention_counts().values())
            self.project.merge_actors(actors[keep].id, *gone)
            assert sum(self.project.mention_counts().values()) == linked, "no mention loses its actor"
        self.did()

    @rule(who=st.integers(0, 5), many=st.integers(1, 2), name=st.sampled_from(["نادية", "هند"]))
    def split(self, who: int, many: int, name: str) -> None:
        for actor in self.project.actors()[who : who + 1]:
            moving = [mention.span.id for mention in self.project.mentions(actor.id)[:many]]
            try:
                made = self.project.split_actor(actor.id, moving, name=name)
                assert {mention.span.id for mention in self.project.mentions(made.id)} == set(moving)
            except InputError:
                assert picture(self.project) == self.now
        self.did()

    @rule(who=st.integers(0, 5))
    def forget(self, who: int) -> None:
        for actor in self.project.actors()[who : who + 1]:
            try:
                self.project.delete_actor(actor.id)
            except InputError:
                assert self.project.mentions(actor.id), "only mentions keep an entry"
        self.did()

    @rule(using=st.sampled_from([["cues"], ["repeats"], ["aliases", "cues", "repeats"]]))
    def suggest(self, using: list[str]) -> None:
        assert self.project.suggest(using).failed == []
        self.did()

    @rule(first=st.integers(0, 5), many=st.integers(1, 4))
    def accept(self, first: int, many: int) -> None:
        chosen = self.project.suggestions(self.document.id)[first : first + many]
        taken = self.project.accept(*(one.id for one in chosen), alone=True)
        assert [(one.label, one.parts) for one in taken] == [(one.label, one.parts) for one in chosen]
        assert {one.id for one in taken} <= {one.id for one in self.project.spans(self.document.id)}
        self.did()

    @rule(first=st.integers(0, 5), many=st.integers(1, 2))
    def reject(self, first: int, many: int) -> None:
        before = self.project.suggestions(self.document.id)
        gone = before[first : first + many]
        self.project.reject(*(one.id for one in gone), alone=True)
        left = self.project.suggestions(self.document.id)
        # A name that stood behind a refused title may be asked about by itself now.
        assert [one for one in left if one in before] == [one for one in before if one not in gone]
        self.did()

    @rule(one=spans)
    def mark_everywhere(self, one: str) -> None:
        try:
            mark = self.project.span(one)
            hits = self.project.everywhere(one)
            made = self.project.annotate_many([(hit.document_id, (hit.start, hit.end)) for hit in hits], mark.label)
            assert [(span.start, span.end) for span in made] == [(hit.start, hit.end) for hit in hits]
        except (InputError, NotFoundError):
            assert picture(self.project) == self.now
        self.did()

    @rule()
    def undo(self) -> None:
        if self.past:
            self.project.undo()
            self.future.append(self.now)
            self.now = self.past.pop()

    @rule()
    def redo(self) -> None:
        if self.future:
            self.project.redo()
            self.past.append(self.now)
            self.now = self.future.pop()

    @rule()
    def reopen(self) -> None:
        path = self.project.path
        self.project.close()
        self.project = Project.open(path, annotator="layla")

    @invariant()
    def everything_is_as_it_should_be(self) -> None:
        assert picture(self.project) == self.now
        assert self.project.check() == []
        linked = [span for one in self.project.documents() for span in self.project.spans(one.id) if span.actor_id]
        assert {span.actor_id for span in linked} <= {actor.id for actor in self.project.actors()}
        assert {span.label for span in linked} <= {"actor"}
        answered = {(span.label, span.parts) for span in self.project.spans(self.document.id)}
        open_ones = [(span.label, span.parts) for span in self.project.suggestions(self.document.id)]
        assert len(open_ones) == len(set(open_ones)) and not answered & set(open_ones)

    def teardown(self) -> None:
        self.project.close()
        self.folder.cleanup()


Work.TestCase.settings = settings(max_examples=20, stateful_step_count=25, deadline=None)
TestWork = Work.TestCase
