"""Every command, with every path, word and surrounding that it may meet: one line that names the true cause.

A table of commands times a table of conditions. Some run by default, all of them in the heavier group.
"""

import os
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import click.testing
import pytest

from annotator import Project, cli
from tests.obstacles import CASES, MESSAGE_LENGTH, Condition, Use, _said
from tests.processes import ROOT, run_python

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has other paths")


class NoDesktop:
    """Nothing must get as far as the window."""

    def can_be_seen(self) -> bool:
        return False

    def open(self, project: Path | None, annotator: str | None = None) -> int:
        raise AssertionError(f"opened {project} for {annotator}")

    def picture(self, project: Path, out: Path, annotator: str | None = None) -> None:
        raise AssertionError(f"drew {project} for {annotator} into {out}")


Run = Callable[..., click.testing.Result]


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an article and a project that holds it."""
    folder = tmp_path_factory.mktemp("filled")
    (folder / "a.txt").write_text("قال الوزير إن الميناء سيفتح.\n", encoding="utf-8")
    with Project.create(folder / "p.musnad", annotator="layla") as project:
        project.import_(folder / "a.txt")
        project.export("jsonl", folder / "d.jsonl")
    return folder


@pytest.fixture
def run(filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Run]:
    """A function that runs `musnad` with these words, in a folder with a project and an article."""
    for name in ("a.txt", "p.musnad", "d.jsonl"):
        (tmp_path / name).write_bytes((filled / name).read_bytes())
    monkeypatch.chdir(tmp_path)

    def musnad(*words: str) -> click.testing.Result:
        return click.testing.CliRunner().invoke(cli.musnad, words, prog_name="musnad", obj=NoDesktop())

    yield musnad
    for held in tmp_path.iterdir():
        if not held.is_symlink():
            held.chmod(0o700)


def one_line(result: click.testing.Result) -> str:
    """What is said of the error: one line on stderr, of bounded length, that steers no terminal."""
    assert isinstance(result.exception, SystemExit), result.exception
    assert result.exit_code == 1, result.stderr
    lines = result.stderr.splitlines()
    # An import of several files tells each; what is summed up goes to stdout.
    assert len(lines) == 1, lines
    assert lines[0].startswith("musnad: ")
    assert len(lines[0]) < MESSAGE_LENGTH
    assert lines[0].isprintable()
    assert not re.search(r"Errno|Traceback|Error:", lines[0])
    return lines[0]


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir() if not path.name.endswith(("-wal", "-shm"))}


@pytest.mark.parametrize(("use", "condition"), CASES)
def test_what_is_in_the_way_is_named(
    use: Use, condition: Condition, run: Run, tmp_path: Path, without_privileges: Callable[[], None]
) -> None:
    path = condition.make(tmp_path, use.suffix)
    before = names(tmp_path)
    without_privileges()
    said = one_line(run(*(word.replace("{}", path) for word in use.words)))
    assert re.search(_said(use, condition) or "", said), said
    assert names(tmp_path) <= before | {"a.csv", "e.jsonl"}
    with Project.open("p.musnad", read_only=True) as project:
        assert len(project.documents()) == 1


# --- words ---

FOREIGN = os.fsdecode("قال".encode("windows-1256"))
WORDS = [
    "search p.musnad {}",
    "search p.musnad قال --label {}",
    "search p.musnad قال --attribute {}=x",
    "search p.musnad قال --actor {}",
    "search p.musnad قال --publisher {}",
    "export p.musnad --format {} --out d",
    "export p.musnad --format jsonl --out d --set {}",
    "export p.musnad --format jsonl --out d --split {}=100",
    "suggest p.musnad --with {}",
    "suggest p.musnad --with cues,{}",
    "share p.musnad --out d --annotators {}",
    "assign p.musnad --to {}",
    "merge p.musnad b --same x={}",
    "import p.musnad a.txt --format {}",
    "import p.musnad a.txt --encoding {}",
    "import p.musnad a.txt --annotator {}",
    "documents p.musnad --annotator {}",
    "new q.musnad --annotator {}",
    "scheme p.musnad --set wojood --map labels.{}=x",
    "scheme p.musnad --set {}",
    "open p.musnad --annotator {}",
]


@pytest.mark.parametrize("line", WORDS)
def test_words_that_are_no_text_are_told(line: str, run: Run) -> None:
    said = one_line(run(*(word.replace("{}", FOREIGN) for word in line.split())))
    assert "not UTF-8" in said


@pytest.mark.heavy
@pytest.mark.parametrize("line", [line for line in WORDS if "publisher" not in line and line != "search p.musnad {}"])
def test_words_that_steer_a_terminal_or_have_no_end_are_shown_and_cut(line: str, run: Run) -> None:
    word = "\u202e\x1b[31m\n" + "ب" * 100_000
    result = run(*(part.replace("{}", word) for part in line.split()))
    assert result.exit_code in (0, 1, 2)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    for said in result.stderr.splitlines():
        assert said.isprintable()
        assert len(said) < MESSAGE_LENGTH


@pytest.mark.parametrize("out", ["a\x1b[31mb.jsonl", "ا\u202eب.jsonl", os.fsdecode(b"\xe3\xe1\xdd.jsonl")])
@pytest.mark.parametrize(
    "line", ["export p.musnad --format jsonl --out {}", "actors p.musnad --export {}", "new {}.musnad"]
)
def test_names_are_shown_and_not_obeyed(line: str, out: str, run: Run) -> None:
    result = run(*(word.replace("{}", out) for word in line.split()))
    assert result.exit_code == 0
    assert result.output.replace("\n", "").isprintable()
    as_json = run("export", "p.musnad", "--format", "jsonl", "--out", out, "--json")
    assert as_json.exit_code == 0


# --- surroundings ---

DOOR = """
    import sys
    {before}
    from annotator import __main__
    sys.argv = ["musnad", *sys.argv[1:]]
    __main__.main()
"""
NOBODY = """
    import os, pwd
    os.environ.pop("HOME", None)
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        os.environ.pop(name, None)
    def unknown(*_):
        raise KeyError("getpwuid(): uid not found")
    pwd.getpwuid = pwd.getpwnam = unknown
"""
COMMANDS = [
    "documents p.musnad",
    "search p.musnad قال",
    "actors p.musnad",
    "scheme p.musnad",
    "check p.musnad",
    "formats",
    "suggest p.musnad",
    "import p.musnad a.txt",
    "export p.musnad --format jsonl --out e.jsonl",
    "new q.musnad",
    "demo d",
]


def _some(lines: list[str], quick: set[str]) -> list[object]:
    return [line if line in quick else pytest.param(line, marks=pytest.mark.heavy) for line in lines]


@pytest.mark.parametrize("line", _some(COMMANDS, {"suggest p.musnad"}))
@pytest.mark.usefixtures("run")
def test_nobody_without_a_home_works_as_me(line: str, tmp_path: Path) -> None:
    done = run_python(DOOR.format(before=NOBODY), *line.split(), folder=tmp_path, cwd=tmp_path, MUSNAD_ANNOTATOR="")
    assert (done.returncode, done.stderr.count("Traceback")) == (0, 0), done.stderr
    if line == "new q.musnad":
        assert "made for me" in done.stdout


@pytest.mark.parametrize("line", _some(COMMANDS, {"documents p.musnad"}))
@pytest.mark.parametrize("name", ["a\u200bb", "\u202e", "x" * 65, "\ud83d"])
def test_a_name_in_the_surroundings_that_is_none_is_named(
    name: str, line: str, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.environ", {**os.environ, "MUSNAD_ANNOTATOR": name})
    if line == "formats":
        assert run(*line.split()).exit_code == 0
    elif not line.startswith("demo"):
        assert "MUSNAD_ANNOTATOR is " in one_line(run(*line.split()))


@pytest.mark.heavy
@pytest.mark.usefixtures("run")
def test_topics_of_the_log_that_there_are_not_are_told(tmp_path: Path) -> None:
    door = DOOR.format(before="")
    done = run_python(door, "formats", folder=tmp_path, MUSNAD_LOG="services, nonsense\x1b,,ui")
    assert done.returncode == 0
    assert done.stderr.startswith("musnad.program: MUSNAD_LOG: there is no topic 'nonsense\\x1b'; there are: program,")
    assert done.stderr.count("\n") == 1


@pytest.mark.usefixtures("run")
def test_a_bug_is_told_in_one_line_and_its_details_on_wish(tmp_path: Path) -> None:
    broken = "from annotator.services.project import Project; Project.open = None"
    door = DOOR.format(before=broken)
    done = run_python(door, "documents", "p.musnad", folder=tmp_path, cwd=tmp_path)
    assert done.returncode == 1
    assert done.stderr.startswith("musnad: Something went wrong in Musnad itself (TypeError: ")
    assert done.stderr.count("\n") == 1
    told = run_python(door, "documents", "p.musnad", folder=tmp_path, cwd=tmp_path, MUSNAD_LOG="program")
    assert "Traceback" in told.stderr


@pytest.mark.heavy
@pytest.mark.usefixtures("run")
def test_the_folder_that_we_are_in_was_taken_away(tmp_path: Path) -> None:
    gone = (
        f"import os; os.mkdir({str(tmp_path / 'gone')!r}); os.chdir({str(tmp_path / 'gone')!r}); os.rmdir(os.getcwd())"
    )
    for line in ("documents p.musnad", "new q.musnad", "demo", "import p.musnad x.txt"):
        done = run_python(DOOR.format(before=gone), *line.split(), folder=tmp_path, PYTHONPATH=str(ROOT))
        assert done.returncode == 1
        assert done.stderr.startswith("musnad: ")
        assert done.stderr.count("\n") == 1
