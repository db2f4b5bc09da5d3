"""`musnad scheme`: a project's scheme shown, written, and exchanged."""

import json
from collections.abc import Callable
from pathlib import Path

import click.testing
import pytest

from annotator import Project, cli
from annotator.services.schemes import load_scheme

Result = click.testing.Result
Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs `musnad` with these words, in a folder with p.musnad, in which layla has marked one actor."""
    monkeypatch.chdir(tmp_path)
    with Project.create("p.musnad", annotator="layla") as project:
        project.annotate(project.add_document("قال الوزير").id, (4, 10), "actor", {"mention": "nominal"})

    def musnad(*words: str) -> Result:
        return click.testing.CliRunner().invoke(cli.musnad, words, prog_name="musnad")

    return musnad


def test_the_scheme_is_shown_in_words_and_for_programs(run: Run) -> None:
    shown = run("scheme", "p.musnad").stdout
    assert shown.startswith("actors-claims 1\n")
    assert "claim → actor" in shown and "polarity: affirmed, denied, no_comment" in shown
    held = json.loads(run("scheme", "p.musnad", "--json").stdout)
    assert [label["key"] for label in held["labels"]] == ["actor", "cue", "claim"]


def test_a_file_goes_out_is_edited_and_comes_in_again(run: Run) -> None:
    assert run("scheme", "p.musnad", "--export", "s.toml").stdout == "The scheme actors-claims 1: s.toml\n"
    assert load_scheme("s.toml") == load_scheme("actors-claims")
    text = Path("s.toml").read_text(encoding="utf-8")
    Path("s.toml").write_text(text.replace('"actor"', '"speaker"'), encoding="utf-8")
    refused = run("scheme", "p.musnad", "--set", "s.toml")
    assert refused.exit_code == 1 and "labels.actor (1)" in refused.stderr
    assert "labels.actor (1)" in run("scheme", "p.musnad", "--set", "s.toml", "--map", "labels.claim=claim").stderr
    done = run("scheme", "p.musnad", "--set", "s.toml", "--map", "labels.actor=speaker")
    assert done.stdout == "p.musnad: now has the scheme actors-claims 2.\n"
    with Project.open("p.musnad", annotator="layla") as project:
        (span,) = project.spans(project.documents()[0].id)
        assert (span.label, span.attributes["mention"]) == ("speaker", "nominal")


def test_what_has_no_place_goes_only_when_it_is_said(run: Run) -> None:
    assert run("scheme", "p.musnad", "--set", "wojood").exit_code == 1
    assert run("scheme", "p.musnad", "--set", "wojood", "--drop").exit_code == 0
    with Project.open("p.musnad", annotator="layla") as project:
        assert project.scheme.name == "wojood" and project.spans(project.documents()[0].id) == []


@pytest.mark.parametrize("wrong", ["claim=statement", "labels.claim", "labels.claim="])
def test_a_rename_that_cannot_be_read_is_a_usage_error(run: Run, wrong: str) -> None:
    assert run("scheme", "p.musnad", "--set", "wojood", "--map", wrong).exit_code == 2


def test_a_faulty_file_is_told_with_its_line(run: Run) -> None:
    Path("s.toml").write_text('[scheme]\nname = "x"\nversion = 1\n\n[[labels]]\nkey = "A"\n', encoding="utf-8")
    refused = run("scheme", "p.musnad", "--set", "s.toml")
    assert refused.exit_code == 1 and "s.toml, line 6: the key 'A' must be" in refused.stderr
