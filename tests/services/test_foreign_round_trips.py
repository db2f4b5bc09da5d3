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
from annotator.domain.scheme import Attribute, Label, RelationType, Scheme
from annotator.domain.span import Span
from annotator.formats.record import Record
from annotator.services.foreign import scheme_from
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


OPEN = Scheme(
    name="open",
    version=1,
    labels=(
        Label(key="a", foreign="Some Thing", attributes=(Attribute(key="said", foreign="Said So", values="text"),)),
        Label(key="b", foreign="x.y.B[value=V [1]]", attributes=(Attribute(key="begin", values="number"),)),
        Label(key="begin", title={"en": "a"}, names_actor=True),
    ),
    relations=(
        RelationType(key="a", from_=("a", "b"), to=("begin",), attributes=(Attribute(key="why", values="text"),)),
        RelationType(key="same", foreign="Equiv", from_=("begin",), to=("begin",)),
        RelationType(key="of", foreign="x.y.B:of[x.y.Link=Of; all]", from_=("b",), to=("a", "begin")),
    ),
)
WORDS = "a b\nc\td|e[1]f_g*h->i;j\\k\\u0041;l\u2028m\x85n\x01o😀p\ufffe٪"


@pytest.mark.parametrize("format", FORMATS)
def test_what_is_written_freely_and_what_others_call_it_comes_back(format: str, tmp_path: Path) -> None:
    with Project.create(tmp_path / "a.musnad", annotator="layla", scheme=OPEN) as first:
        document = first.add_document("قال 😀 الوزير\u200f نعم\tثم_نفى|كذا", title="../a/b: *?\n")
        actor = first.add_actor(" N\n\ufffe_1 ", "other")
        a = first.annotate(document.id, (0, 3), "a", {"said": WORDS})
        b = first.annotate(document.id, [(3, 4), (6, 9)], "b", {"begin": "-0.5"})
        c = first.annotate(document.id, (6, 12), "begin", actor_id=actor.id)
        d = first.annotate(document.id, (6, 12), "begin")
        first.link(a.id, c.id, "a", {"why": WORDS})
        for start, end, label in ((c, d, "same"), (b, d, "of"), (b, a, "of")):
            first.link(start.id, end.id, label)
        first.comment(document.id, WORDS, span_id=b.id)
        before = meaning(first)
        assert first.export(format, tmp_path / "a").losses == {}
    with Project.create(tmp_path / "b.musnad", annotator="layla", scheme=scheme_from(tmp_path / "a", format)) as second:
        report = second.import_(tmp_path / "a", format)
        assert (meaning(second), report.left_out) == (before, {})
        second.export(format, tmp_path / "b")
    assert files(tmp_path / "a") == files(tmp_path / "b")
