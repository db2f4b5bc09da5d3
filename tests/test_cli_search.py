"""`musnad search`."""

import json
from pathlib import Path

import click.testing
import pytest

from annotator import Project, cli


@pytest.fixture
def path(tmp_path: Path) -> str:
    """A project with one article and one mention in it."""
    path = tmp_path / "p.musnad"
    with Project.create(path, annotator="layla") as project:
        document = project.add_document("قَالَ أحمد السالم: لن نعود. وأضاف أحمد أن الأمر انتهى.", title="خبر")
        actor = project.add_actor("أحمد السالم", "person", ["أبو علي"])
        project.annotate(document.id, (6, 17), "actor", {"kind": "person"}, actor_id=actor.id)
    return str(path)


def run(*words: str) -> click.testing.Result:
    return click.testing.CliRunner().invoke(cli.musnad, words, prog_name="musnad")


def test_hits_are_a_table_for_people(path: str) -> None:
    result = run("search", path, "احمد")
    assert result.exit_code == 0
    assert "[أحمد]" in result.stdout
    assert result.stderr.endswith("2 places\n")


def test_half_spaces_of_persian_words_are_not_named(tmp_path: Path) -> None:
    with Project.create(tmp_path / "p.musnad", annotator="layla") as project:
        project.add_document("گفت‌وگوها میان دو کشور. می‌گفت.", title="گفت‌وگوها")
    for words in (("search", str(tmp_path / "p.musnad"), "گفت"), ("documents", str(tmp_path / "p.musnad"))):
        assert "ZWNJ" not in run(*words).output
    assert "[گفت]وگوها" in run("search", str(tmp_path / "p.musnad"), "گفت").stdout


def test_hits_are_json_for_programs(path: str) -> None:
    [hit] = json.loads(run("search", path, "قال", "--json").stdout)
    assert (hit["start"], hit["end"], hit["text"], hit["title"]) == (0, 5, "قَالَ", "خبر")


def test_marks_narrow_it(path: str) -> None:
    words = ("search", path, "أحمد", "--annotator", "layla", "--json")
    assert len(json.loads(run(*words).stdout)) == 2
    for narrow in (("--label", "actor"), ("--actor", "ابو علي"), ("--attribute", "kind=person")):
        [hit] = json.loads(run(*words, *narrow).stdout)
        assert hit["start"] == 6


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ((" ",), 1, "nothing to look for"),
        (("(", "--regex"), 1, "does not hold together at character 2"),
        (("أحمد", "--label", "person"), 1, "has no label 'person'"),
        (("أحمد", "--actor", "زيد"), 1, "no actor 'زيد'"),
        (("أحمد", "--attribute", "kind"), 2, "--attribute wants KEY=VALUE"),
        (("أحمد", "--since", "yesterday"), 2, "yesterday"),
    ],
)
def test_what_is_wrong_is_told(path: str, words: tuple[str, ...], code: int, said: str) -> None:
    result = run("search", path, *words)
    assert (result.exit_code, result.stdout) == (code, "")
    assert said in result.stderr


def test_statements_and_their_registry_are_listed(path: str) -> None:
    with Project.open(path, annotator="layla") as project:
        document = project.documents()[0]
        claim = project.annotate(document.id, (19, 26), "claim")
        [source] = project.spans(document.id)[:1]
        project.link(claim.id, source.id, "source")
        project.state(claim.id, "لا عودة", "yes")
    [said] = json.loads(run("statements", path, "--source", "احمد السالم", "--annotator", "layla", "--json").stdout)
    assert (said["id"], said["sources"]) == (claim.id, ["أحمد السالم"])
    [entry] = json.loads(run("statements", path, "--registry", "--json").stdout)
    assert (entry["text"], entry["claims"]) == ("لا عودة", 1)
    assert (entry["articles"], entry["yes"], entry["no"], entry["unclear"]) == (1, 1, 0, 0)
    assert "لا عودة" in run("statements", path, "--find", "عودة").stdout
    assert json.loads(run("statements", path, "--find", "ضرائب", "--json").stdout) == []


def test_the_language_of_an_article_is_corrected(path: str) -> None:
    article = json.loads(run("documents", path, "--json").stdout)[0]["id"]
    assert run("documents", path, "--set-language", f"{article[:8]}=fa").exit_code == 0
    with Project.open(path) as project:
        assert project.documents()[0].language == "fa"
    assert "0 articles have an id" in run("documents", path, "--set-language", "zz=fa").stderr
    assert "is not a language" in run("documents", path, "--set-language", f"{article}=Persian!").stderr
    assert run("documents", path, "--set-language", "fa").exit_code == 2
    told = run("suggest", path, "--with", "cues")
    assert "cues: 1 article not read, in a language that it does not know." in told.stderr
