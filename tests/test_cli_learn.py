"""`musnad learn`."""

import json
from pathlib import Path

import click.testing

from annotator import Project, cli
from tests.services.lessons import mark_article, taught


def run(*words: str) -> click.testing.Result:
    return click.testing.CliRunner().invoke(cli.musnad, words, prog_name="musnad")


def test_what_was_learned_is_told_with_its_figures_and_proposes(tmp_path: Path) -> None:
    path = tmp_path / "p.musnad"
    with Project.create(path, annotator="layla") as project:
        taught(project, articles=5)
    shown = run("learn", str(path))
    assert shown.exit_code == 0, shown.output
    assert "Learned from 15 attributions in 5 articles" in shown.stdout
    assert "rules alone" in shown.stdout
    assert "Confidence is off by 0." in shown.stdout
    with Project.open(path, annotator="layla") as project:
        made = project.learning()
    assert made is not None
    found = json.loads(run("suggest", str(path), "--with", "learned", "--json").stdout)
    assert found["found"]["learned"] > 0


def test_too_little_is_an_error_in_one_line(tmp_path: Path) -> None:
    path = tmp_path / "p.musnad"
    with Project.create(path, annotator="layla") as project:
        mark_article(project, 1)
    shown = run("learn", str(path), "--json")
    assert (shown.exit_code, shown.stdout) == (1, "")
    assert "too little to learn from: 3 attributions in 1 articles" in shown.stderr
