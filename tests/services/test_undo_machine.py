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

TEXT = "قال 😀 وزيرٌ إنّ الأمر «كذا»، بحسب Delta، «وكذا»."


def picture(project: Project) -> Any:
    """Everything that a person sees in a project."""
    documents = project.documents()
    return (
        documents,
        project.actors(),
        [
            (project.sets(one.id), project.spans(one.id), project.relations(one.id), project.status(one.id))
            for one in documents
        ],
    )


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

    def teardown(self) -> None:
        self.project.close()
        self.folder.cleanup()


Work.TestCase.settings = settings(max_examples=20, stateful_step_count=25, deadline=None)
TestWork = Work.TestCase
