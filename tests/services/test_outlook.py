"""The outlook of an export: what would be written and lost, and the command that does the same."""

import json
import shlex
from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from annotator import Project
from annotator.cli.group import musnad
from annotator.domain.document import Origin
from annotator.domain.span import Span
from annotator.errors import InputError
from annotator.services.dataset_wish import DatasetWish
from annotator.services.division import frozen_splits
from annotator.services.outlook import layers
from annotator.services.selection import Selection


@pytest.fixture
def pair(project: Project) -> Project:
    """Two articles, the first with a claim that holds an actor, the second read by nobody."""
    first = project.add_document(
        "قال الوزير إن الأمر انتهى.", origin=Origin(publisher="المرسى", published="2024-01-31")
    )
    project.add_document("He said so.", language="en")
    actor = project.annotate(first.id, (4, 10), "actor", {"kind": "person"})
    claim = project.annotate(first.id, (4, 25), "claim")
    project.link(claim.id, actor.id, "source")
    return project


def test_what_would_be_written_is_counted(pair: Project) -> None:
    found = pair.export_outlook(DatasetWish())
    assert (found.counts.documents, found.counts.sets, found.counts.spans, found.counts.relations) == (2, 1, 2, 1)
    assert found.claims == 1 and found.losses == {} and found.parts == {}
    assert found.labels == {"actor": 1, "claim": 1} and found.relations == {"source": 1}
    assert found.lengths == {"actor": {1: 1}, "claim": {4: 1}}
    assert found.outlets == {"المرسى": 1, "": 1} and found.months == {"": 1, "2024-01": 1}
    assert found.layers == (5, 15, 6, 0)


def test_what_would_be_lost_is_what_an_export_loses(pair: Project, tmp_path: Path) -> None:
    wish = DatasetWish(format="conll2003", split="train=50,test=50")
    found = pair.export_outlook(wish)
    report = pair.export(out=tmp_path / "d", **wish.asked, **wish.wished)
    assert found.losses == report.losses and found.losses["relations"] == 1
    assert found.parts.keys() == {"train", "test"} and sum(found.parts.values()) == 2
    with pytest.raises(InputError, match="one file that cannot say which part"):
        pair.export_outlook(DatasetWish(format="html", split="train=50,test=50"))


def test_near_duplicates_that_stay_together_are_counted_and_nothing_is_frozen(project: Project) -> None:
    body = " ".join(f"كلمة{place}" for place in range(80))
    for end in ("أولى", "ثانية"):
        project.add_document(f"{body} {end}.")
    project.add_document("خبر آخر لا يشبههما في شيء.")
    found = project.export_outlook(DatasetWish(split="train=50,test=50", frozen_split="v1"))
    assert (found.groups, found.grouped) == (1, 2)
    assert frozen_splits(project) == []


@settings(max_examples=40)
@given(st.lists(st.tuples(st.integers(0, 40), st.integers(1, 12)), max_size=8), st.integers(0, 20))
def test_layers_are_those_of_each_letter(places: list[tuple[int, int]], behind: int) -> None:
    spans = [
        Span(id=str(n), document_id="d", annotator="a", label="l", parts=((start, start + size),))
        for n, (start, size) in enumerate(places)
    ]
    length = max((span.end for span in spans), default=0) + behind
    deep = Counter(min(sum(span.start <= at < span.end for span in spans), 3) for at in range(length))
    assert layers(spans, length) == [deep[depth] for depth in range(4)]


WISH = DatasetWish(
    format="conll2003",
    annotators=("layla", "agreed"),
    only=Selection(
        statuses=frozenset(("todo", "doing")),
        since="2024",
        until="2024-12",
        outlets=frozenset(("المرسى",)),
        languages=frozenset(("ar",)),
        labels=frozenset(("actor",)),
    ),
    split="train=50,test=50",
    stratify="month",
    options={"tags": "bioes", "edges": "expand"},
)


def test_the_command_makes_the_same_dataset(pair: Project, tmp_path: Path) -> None:
    document = pair.documents()[0].id
    wish = replace(WISH, only=replace(WISH.only, documents=frozenset((document,))))
    pair.export(out=tmp_path / "here", **wish.asked, **wish.wished)
    command = wish.command(pair.path, tmp_path / "there's")
    pair.close()
    words = shlex.split(command)
    assert words[0] == "musnad" and "edges=expand" not in words
    done = CliRunner().invoke(musnad, words[1:])
    assert done.exit_code == 0, done.output
    for name in ("train.conll", "test.conll", "manifest.json"):
        assert (tmp_path / "there's" / name).read_bytes() == (tmp_path / "here" / name).read_bytes()


def test_the_command_line_counts_and_writes_nothing(pair: Project) -> None:
    path = pair.path
    document = pair.documents()[0].id
    pair.close()
    told = ["export", str(path), "--format", "graph", "--count"]
    done = CliRunner().invoke(musnad, told)
    assert done.exit_code == 0 and "2 articles, 1 reading, 2 spans, 1 relation, 1 claim" in done.stdout
    found = json.loads(CliRunner().invoke(musnad, [*told, "--json", "--article", document[:8]]).stdout)
    assert found["counts"]["documents"] == 1 and found["losses"]["claims without a statement"] == 1
    assert [one.name for one in path.parent.iterdir() if "musnad" not in one.name] == []
    done = CliRunner().invoke(musnad, [*told, "--article", "nobody"])
    assert done.exit_code == 1 and "0 articles have an id" in done.output
