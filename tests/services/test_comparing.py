"""Agreement and differences through the door and the command line."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from annotator import Project
from annotator.cli import musnad
from annotator.errors import InputError, NotFoundError
from tests.conftest import ARTICLE


@pytest.fixture
def read_twice(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    path = tmp_path / "p.musnad"
    with Project.create(path, annotator="layla") as project:
        document = project.add_document(ARTICLE).id
        claim = project.annotate(document, (30, 49), "claim")
        project.link(claim.id, project.annotate(document, (4, 26), "actor").id, "source")
        project.annotate(document, (0, 3), "cue")
        project.suggest(["cues"])
    with Project.open(path, annotator="omar") as project:
        claim = project.annotate(document, (30, 49), "claim")
        project.link(claim.id, project.annotate(document, (14, 26), "actor").id, "source")
    yield path, document


def test_agreement_is_between_people_unless_others_are_named(read_twice: tuple[Path, str]) -> None:
    path, document = read_twice
    with Project.open(path, annotator="omar") as project:
        figures = project.agreement()
        assert figures.readers == ("layla", "omar")
        assert (figures.documents, figures.pairs[0].exact.both) == (1, 1)
        assert project.agreement(["layla", "model:cues"]).pairs[0].b == "model:cues"
        assert project.agreement(documents=[document]).n == figures.n
        assert project.agreement(labels=["cue"]).labels == ("cue",)
        with pytest.raises(InputError, match="nobody"):
            project.agreement(["layla", "nobody"])
        with pytest.raises(InputError, match="there is 1"):
            project.agreement(["layla"])
        with pytest.raises(InputError, match="'clue'"):
            project.agreement(labels=["clue"])
        with pytest.raises(NotFoundError):
            project.agreement(documents=["0" * 32])


def test_differences_name_the_frame(read_twice: tuple[Path, str]) -> None:
    path, document = read_twice
    with Project.open(path, annotator="omar") as project:
        found = project.differences(document, "layla", "omar")
        assert [(one.kind, one.label) for one in found] == [("only", "cue"), ("boundary", "claim")]
        assert [one.kind for one in project.differences(document, "omar", "omar")] == []
        with pytest.raises(NotFoundError):
            project.differences("0" * 32, "layla", "omar")


def test_every_figure_leads_to_the_marks_behind_it(read_twice: tuple[Path, str]) -> None:
    with Project.open(read_twice[0], annotator="omar") as project:

        def places(figure: str) -> list[tuple[int, int, str | None, str | None]]:
            return [(one.start, one.end, one.a, one.b) for one in project.agreement_differences(figure)]

        assert places("by_label.cue") == [(0, 3, "cue", None)]
        assert places("by_label.claim") == places("by_role.source") == [(30, 49, "claim", "claim")]
        assert places("by_role.target") == places("by_attribute.claim.polarity") == []
        assert len(places("all")) == 2


def test_the_command_line_tells_both(read_twice: tuple[Path, str]) -> None:
    path, document = read_twice
    run = CliRunner()
    told = run.invoke(musnad, ["agreement", str(path), "--json", "--unit", "character", "--universe", "marked"])
    assert told.exit_code == 0, told.output
    figures = json.loads(told.stdout)
    assert {"readers", "documents", "unit", "universe", "tokenizer", "token_alpha", "pairs", "by_label"} <= set(figures)
    assert set(figures["pairs"][0]) >= {"a", "b", "span_f1_exact", "span_f1_overlap", "token_kappa", "n"}
    assert set(figures["by_label"]["claim"]) >= {"token_alpha", "fleiss_kappa", "unitizing_alpha", "span_f1_exact", "n"}
    told = run.invoke(musnad, ["differences", str(path), document[:6], "layla", "omar", "--json"])
    assert [one["kind"] for one in json.loads(told.stdout)] == ["only", "boundary"]
    assert run.invoke(musnad, ["agreement", str(path)]).exit_code == 0
    assert "boundary" in run.invoke(musnad, ["differences", str(path), document, "layla", "omar"]).output
    told = run.invoke(musnad, ["agreement", str(path), "--between", "layla,nobody"])
    assert told.exit_code == 1 and "nobody" in told.output
