"""Options on the command line: none that is given is passed over, and none that is empty stands for everything."""

from datetime import datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from annotator import Project
from annotator.cli import musnad
from annotator.services import history


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project of layla's with two articles, a mark in each."""
    path = tmp_path_factory.mktemp("options") / "p.musnad"
    with Project.create(path, annotator="layla") as project:
        for number in range(2):
            document = project.add_document(f"قال الوزير {number}.", language="ar")
            project.annotate(document.id, (0, 3), "cue")
        project.share(path.with_name("b.musnad-share"))
        project.export("jsonl", path.with_name("d.jsonl"))
    return path


def run(path: Path, line: str, *words: str) -> Result:
    """Run a command line in which `{}` stands for the folder, and `-` for no word at all."""
    given = [word.replace("{}", str(path.parent)) if word != "-" else "" for word in line.split()]
    return CliRunner().invoke(musnad, [*given, *words], env={"MUSNAD_ANNOTATOR": "layla"})


EMPTY = [
    "assign {}/p.musnad --to -",
    "assign {}/p.musnad --to layla --documents ,",
    "agreement {}/p.musnad --labels ,",
    "share {}/p.musnad --out {}/c --annotators ,",
    "statements {}/p.musnad --source -",
    "export {}/p.musnad --format jsonl --out {}/e --since -",
    "export {}/p.musnad --format jsonl --out {}/e --language ar --language -",
    "export {}/p.musnad --format jsonl --out {}/e --split -",
    "import {}/p.musnad {}/d.jsonl --column -",
    "import {}/p.musnad {}/d.jsonl --encoding -",
    "suggest {}/p.musnad --with ,",
]
ALONE = [
    ("scheme {}/p.musnad --map labels.cue=word", "--map says nothing without --set"),
    ("scheme {}/p.musnad --drop", "--drop says nothing without --set"),
    ("new {}/q.musnad --format jsonl", "--format says nothing without --scheme-from"),
    ("new {}/q.musnad --scheme wojood --scheme-from {}/d.jsonl", "--scheme and --scheme-from exclude each other"),
    ("actors {}/p.musnad --encoding utf-8", "--encoding says nothing without --import"),
    ("assign {}/p.musnad --each", "--each says nothing without --to"),
    ("assign {}/p.musnad --documents x", "--documents says nothing without --to or --break-ties"),
    ("assign {}/p.musnad --to a,b --each --readers 2", "--readers and --each exclude each other"),
    ("statements {}/p.musnad --registry --since 2026-01-01", "--registry and --since exclude each other"),
    ("share {}/p.musnad --out {}/c --all --annotators layla", "--all and --annotators exclude each other"),
    ("history {}/p.musnad --mark x --document y", "--mark and --document exclude each other"),
    ("export {}/p.musnad --format jsonl --preview --count", "--preview and --count exclude each other"),
]
UNKNOWN = [
    ("share {}/p.musnad --out {}/c --documents nope", "This project has no document 'nope'"),
    ("share {}/p.musnad --out {}/c --annotators nope", "No annotator is called 'nope'; there are: layla"),
    ("history {}/p.musnad --document nope", "This project has no document 'nope'"),
    ("history {}/p.musnad --mark nope", "There is no mark 'nope'"),
    ("history {}/p.musnad --go-back 2026-01-01 --mark nope", "There is no mark 'nope'"),
    ("history {}/p.musnad --go-back 0001-01-01", "is no time"),
    ("statements {}/p.musnad --stance nope", "The scheme has no stance 'nope'; it has: favour, against"),
    ("export {}/p.musnad --format jsonl --out {}/e --language fa", "No article is in 'fa'; there is: ar"),
    ("merge {}/p.musnad {}/b.musnad-share --same layla=a/b", "cannot be an annotator's name"),
    ("merge {}/p.musnad {}/b.musnad-share --same layla=gold", "'layla' and 'gold' cannot be one person"),
    ("merge {}/p.musnad {}/b.musnad-share --same layla=model:x", "cannot be one person"),
    ("import {}/p.musnad ftp://example.org/x", "it begins with http:// or https://"),
]


@pytest.mark.parametrize("line", EMPTY)
def test_an_empty_value_is_no_wish(path: Path, line: str) -> None:
    told = run(path, line)
    assert told.exit_code == 2, told.output
    assert "it is empty" in told.stderr


@pytest.mark.parametrize(("line", "said"), ALONE)
def test_an_option_that_would_say_nothing_is_refused(path: Path, line: str, said: str) -> None:
    told = run(path, line)
    assert told.exit_code == 2, told.output
    assert said in told.stderr


@pytest.mark.parametrize(("line", "said"), UNKNOWN)
def test_what_there_is_not_is_named_and_nothing_is_done(path: Path, line: str, said: str) -> None:
    told = run(path, line)
    assert told.exit_code == 1, told.output
    assert said in told.stderr
    assert not path.with_name("c").exists() and not path.with_name("e").exists()


def test_a_word_without_end_is_repeated_in_part(path: Path) -> None:
    told = run(path, "search {}/p.musnad قال --limit", "ب" * 100_000)
    assert told.exit_code == 2
    assert max(map(len, told.stderr.splitlines())) < 2000


def test_one_mark_goes_back_and_the_others_stay(path: Path) -> None:
    with Project.open(path, annotator="layla") as project:
        first, second = (project.spans(one.id)[0] for one in project.documents())
    assert run(path, "history {}/p.musnad --go-back 2001-01-01 --mark", first.id).stdout == "1 row as before.\n"
    with Project.open(path, annotator="layla") as project:
        assert [project.spans(one.document_id) for one in (first, second)] == [[], [second]]
        project.undo()


@pytest.mark.parametrize("day", ["2100-01-01", "21000101", "2100-W01"])
def test_a_day_in_any_spelling_means_its_end(day: str) -> None:
    whole = datetime.fromisoformat(day).replace(hour=23, minute=59, second=59, microsecond=999_000)
    assert int(history._end_of(day)[:12], 16) == whole.timestamp() * 1000


def test_nobody_is_hidden_from_when_the_documents_cannot_be_given_out(path: Path) -> None:
    told = run(path, "assign {}/p.musnad --to layla --readers 2 --blind")
    assert told.exit_code == 1
    with Project.open(path, read_only=True) as project:
        assert not project.is_blind


def test_who_is_the_same_already_is_not_taken_in_twice(path: Path) -> None:
    assert "0 changes taken in" in run(path, "merge {}/p.musnad {}/b.musnad-share --same layla=layla").stdout


def test_the_uri_of_a_file_is_a_path(path: Path) -> None:
    uri = path.as_uri()
    assert run(path, "documents", uri, "--json").exit_code == 0
    assert run(path, "documents", "FILE://localhost" + uri.removeprefix("file://"), "--json").exit_code == 0
    assert "There is no project" in run(path, "documents", "file://elsewhere/p.musnad").stderr


@pytest.mark.parametrize(
    ("pattern", "said"),
    [
        ("a{99999999}", "repeats something more than"),
        ("(a{1000}){1000}", "repeats something more than"),
        ("(?R)", "calls a part of itself"),
        ("(?P<x>(?&x)|a)", "calls a part of itself"),
        ("(" * 3000 + ")" * 3000, "nested too deeply"),
        ("(?a)(?u)x", "does not hold together"),
    ],
)
def test_an_expression_that_would_fill_the_memory_is_refused(path: Path, pattern: str, said: str) -> None:
    told = run(path, "search {}/p.musnad --regex", pattern)
    assert told.exit_code == 1
    assert said in told.stderr


def test_repetitions_that_end_are_looked_for(path: Path) -> None:
    assert "قال" in run(path, "search {}/p.musnad --regex", r"ق[ا-ي]{2,3}\{?").stdout


def test_names_are_text_whatever_the_locale(path: Path) -> None:
    """Python gives the words of a C locale as a surrogate for each byte."""
    name = "ليلى".encode().decode("ascii", "surrogateescape")
    given = CliRunner().invoke(musnad, ["assign", str(path), "--to", f"{name},sami", "--annotator", "layla", "--json"])
    assert "ليلى" in given.stdout
