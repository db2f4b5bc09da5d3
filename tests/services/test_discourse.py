"""Networks in the window are those of the graph format, with the claims behind each figure."""

import csv
from pathlib import Path
from typing import get_args

import pytest

from annotator import Project
from annotator.domain.document import Origin
from annotator.domain.networks import NetworkKind, Saying
from annotator.errors import InputError
from annotator.formats.graph import Discourse, GraphOptions, Node
from annotator.services.dataset_wish import DatasetWish
from annotator.services.discourse import Sayings, drawing, places_of
from annotator.services.selection import Selection

NAMES = ("الوزارة", "النقابة", "الشركة")


@pytest.fixture
def debate(project: Project) -> Project:
    """Three actors who say two statements about each other in two articles; one claim says no statement."""
    actors = {name: project.add_actor(name, "organization") for name in NAMES}
    close, pay = project.add_statement("يجب إغلاق الميناء"), project.add_statement("الأجور لا تكفي")
    for place, (outlet, day) in enumerate((("المرسى", "2026-01-05"), ("النورس", "2026-02-09"))):
        text = "".join(f"قالت {name} إن الأمر {place} واضح بشأن {about}.\n" for name in NAMES for about in NAMES[:1])
        document = project.add_document(text, title=f"خبر {place}", origin=Origin(publisher=outlet, published=day))
        at = 0
        for turn, name in enumerate(NAMES):
            start = text.index(name, at)
            said = text.index("الأمر", start)
            about = text.index(NAMES[0], said)
            source = project.annotate(document.id, (start, start + len(name)), "actor", actor_id=actors[name].id)
            target = project.annotate(document.id, (about, about + 7), "actor", actor_id=actors[NAMES[0]].id)
            claim = project.annotate(document.id, (said, about), "claim")
            project.link(claim.id, source.id, "source")
            project.link(claim.id, target.id, "target", {"stance": "against" if turn else "favour"})
            if turn < 2 or place:
                statement = pay if turn == 2 else close
                project.update(claim.id, statement_id=statement.id, agreement="no" if turn == place == 1 else "yes")
            at = about + 7
    return project


@pytest.mark.parametrize("kind", get_args(NetworkKind))
def test_figures_are_those_of_the_export(debate: Project, tmp_path: Path, kind: NetworkKind) -> None:
    debate.export("graph", tmp_path / "g", options={"network": kind, "duplicates": "all"})
    written = (tmp_path / "g" / "edges.csv").read_text(encoding="utf-8-sig").splitlines()
    found = debate.said()
    drawn = drawing(found, GraphOptions(network=kind, duplicates="all"))
    assert [(row["source_label"], row["target_label"], float(row["weight"])) for row in csv.DictReader(written)] == [
        (drawn.nodes[one.start].label, drawn.nodes[one.end].label, one.weight) for one in drawn.all_edges
    ]
    lost = debate.export_outlook(DatasetWish(format="graph", options={"network": kind})).losses
    assert drawn.lost == {reason: count for reason, count in lost.items() if reason.startswith("claims")}
    assert all(place in found.places for one in drawn.all_edges for place in one.places)


def test_behind_a_node_an_edge_and_a_month_stand_its_claims(debate: Project) -> None:
    found = debate.said()
    drawn = drawing(found, GraphOptions(network="targets", duplicates="all"))
    ministry = next(node.id for node in drawn.nodes.values() if node.label == NAMES[0])
    assert len(places_of(found, ministry, drawn)) == 6
    union = next(node.id for node in drawn.nodes.values() if node.label == NAMES[1])
    claims = [found.places[one] for one in places_of(found, union, drawn)]
    assert [(one.date, one.sources, one.targets, one.stance) for one in claims] == [
        (day, (NAMES[1],), (NAMES[0],), "against") for day in ("2026-01-05", "2026-02-09")
    ]
    assert claims[0].quote.startswith("الأمر 0")
    months = [(one.name, one.for_, one.against) for one in drawn.timeline.periods]
    assert months == [("2026-01", 1, 2), ("2026-02", 1, 2)]


def test_filters_are_those_of_a_dataset(debate: Project) -> None:
    only = debate.said(only=Selection(outlets=frozenset(("النورس",))))
    assert {one.day for one in only.discourse.sayings} == {"2026-02-09"}
    drawn = drawing(debate.said(), GraphOptions(network="statements", since="2026-02"))
    assert {one.name for one in drawn.timeline.periods} == {"2026-02"}
    with pytest.raises(InputError, match="is no day"):
        drawing(only, GraphOptions(since="yesterday"))


def test_only_the_strongest_are_drawn_and_all_are_counted() -> None:
    nodes = {f"a{n}": Node(f"a{n}", f"A{n}", "actor") for n in range(40)} | {"s": Node("s", "S", "statement")}
    said = [
        Saying(source=f"a{n}", statement="s", agreement="yes", place=f"{n}.{turn}", document=f"{turn}")
        for n in range(40)
        for turn in range(n % 7 + 1)
    ]
    found = Sayings(discourse=Discourse(nodes=nodes, sayings=said, unsaid={}), places={})
    drawn = drawing(found, GraphOptions(network="statements"), most=5)
    assert (drawn.all_nodes, len(drawn.all_edges), len(drawn.edges), len(drawn.first)) == (41, 40, 5, 5)
    assert {len(one.places) for one in drawn.edges} == {7}
