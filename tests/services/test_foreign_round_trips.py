"""Whatever a project holds: written for other programs and read into a new one, it is there but for what was named."""

import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from annotator import Project
from annotator.domain.change import Changes
from annotator.domain.relation import Relation
from annotator.domain.span import Span
from annotator.formats.record import Record
from annotator.services.verifying import verified
from tests.services.test_round_trip import everyone, picture, projects

FORMATS = ["brat", "cas-json", "cas-xmi", "webanno-tsv"]

# Making a failing project smaller takes minutes: each step writes and reads two of them.
PHASES = (Phase.explicit, Phase.reuse, Phase.generate)

PROVENANCE = "what marks were taken from"


def said_of(span: Span) -> Any:
    """What a mark says, without its id."""
    said = tuple(sorted(span.attributes.items()))
    return span.label, span.parts, said, span.actor_id, span.statement_id, span.agreement, span.decided_by


def link_said(link: Relation) -> Any:
    """What a relation says, without its ends."""
    return tuple(sorted(link.attributes.items())), link.decided_by


def meaning(project: Project) -> Any:
    """Everything that a project holds, but for the ids of marks and where they come from."""
    found: dict[str, Any] = {}
    for document in project.documents():
        sets: dict[str, Any] = {}
        marks: dict[str | None, Any] = {None: None}
        for one in project.sets(document.id):
            spans: dict[str, Any] = {span.id: said_of(span) for span in project.spans(document.id, one.annotator)}
            marks.update(spans)
            links = [
                (link.label, link_said(link), spans[link.from_id], spans[link.to_id])
                for link in project.relations(document.id, one.annotator)
            ]
            sets[one.annotator] = one.status, Counter(spans.values()), Counter(links)
        comments = [
            (said.text, said.made, said.annotator, str(marks[said.span_id])) for said in project.comments(document.id)
        ]
        found[document.id] = document, sets, sorted(comments)
    people = {one.handle: one for one in project.annotators()}
    return (
        found,
        sorted(project.actors(), key=lambda actor: actor.id),
        sorted(project.statement_registry(), key=lambda one: one.id),
        people,
    )


def files(folder: Path) -> dict[str, bytes]:
    """The files of a dataset by name, the manifest aside: it tells who read, and that may be nobody."""
    found = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    return {name: path.read_bytes() for name, path in found.items() if name != "manifest.json"}


def check_round_trip(format: str, records: list[Record]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with Project.create(folder / "a.musnad", annotator="layla") as first:
            first.store_records(records)
            before, pictured = meaning(first), picture(first)
            lost = first.export(format, folder / "a", everyone(first)).losses
            assert verified(folder / "a").problems == ()
            # Reading one's own dataset changes nothing.
            heard: list[Changes] = []
            first.listen(heard.append)
            first.import_(folder / "a", format)
            assert (heard, picture(first)[1:6]) == ([], pictured[1:6])
        assert set(lost) <= {PROVENANCE}
        with Project.create(folder / "b.musnad", annotator="layla") as second:
            second.import_(folder / "a", format)
            assert meaning(second) == before
            assert second.check() == []
            second.export(format, folder / "b", everyone(second))
        assert files(folder / "a") == files(folder / "b")


@pytest.mark.parametrize("format", FORMATS)
@settings(max_examples=3, deadline=None, phases=PHASES, suppress_health_check=list(HealthCheck))
@given(projects())
def test_a_project_comes_back_from_the_files_of_other_programs(format: str, records: list[Record]) -> None:
    check_round_trip(format, records)


@pytest.mark.heavy
@pytest.mark.parametrize("format", FORMATS)
@settings(max_examples=60, deadline=None, phases=PHASES, suppress_health_check=list(HealthCheck))
@given(projects())
def test_many_projects_come_back_from_the_files_of_other_programs(format: str, records: list[Record]) -> None:
    check_round_trip(format, records)
