"""The command line, as a shell sees it: words on stdout, errors in one line on stderr, exit codes 0, 1 and 2."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import click.testing
import pytest

import annotator
from annotator import Project, cli

Result = click.testing.Result
Run = Callable[..., Result]


class FakeDesktop:
    """Writes down what the command line asks of the window."""

    def __init__(self) -> None:
        self.display = False
        self.opened: list[tuple[Path | None, str | None]] = []

    def can_be_seen(self) -> bool:
        return self.display

    def open(self, project: Path | None, annotator: str | None = None) -> int:
        self.opened.append((project, annotator))
        return 0

    def picture(self, project: Path, out: Path, annotator: str | None = None) -> None:
        assert project.exists()
        out.write_text(f"window of {annotator}", encoding="utf-8")


@pytest.fixture
def desktop() -> FakeDesktop:
    return FakeDesktop()


@pytest.fixture
def run(desktop: FakeDesktop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """A function that runs `musnad` with these words, in the test's own folder."""
    monkeypatch.chdir(tmp_path)

    def musnad(*words: str) -> Result:
        return click.testing.CliRunner().invoke(cli.musnad, words, prog_name="musnad", obj=desktop)

    return musnad


@pytest.fixture
def filled(run: Run, article: str) -> str:
    """A project with one article that layla has begun."""
    Path("a.txt").write_bytes(article.replace("\n", "\r\n").encode("utf-16"))
    assert run("new", "p.musnad").exit_code == 0
    assert run("import", "p.musnad", "a.txt").stdout == "1 article added.\n"
    with Project.open("p.musnad") as project:
        document = project.documents()[0]
        project.annotate(document.id, (15, 26), "actor")
    return "p.musnad"


def told(result: Result) -> str:
    """The one line of an error."""
    assert result.exit_code == 1
    assert result.stderr.startswith("musnad: ")
    assert result.stderr.count("\n") == 1
    return result.stderr.removeprefix("musnad: ").rstrip()


# --- the main job ---


def test_from_an_article_to_a_dataset_and_back(run: Run, filled: str, article: str) -> None:
    done = run("export", filled, "--format", "jsonl", "--out", "d.jsonl", "--split", "train=80,dev=10,test=10")
    assert done.stdout == "The dataset (1 article, 1 reading, 1 span, 0 relations): d.jsonl\n"
    line = json.loads(Path("d.jsonl").read_text(encoding="utf-8"))
    assert line["text"] == article
    assert line["spans"][0]["text"] == article[15:26]
    assert line["split"] in ("train", "dev", "test")
    assert run("new", "q.musnad", "--annotator", "omar").exit_code == 0
    assert run("import", "q.musnad", "d.jsonl").stdout == "1 article added, 1 reading.\n"
    assert run("import", "q.musnad", "d.jsonl").stdout == "0 articles added, 1 known already, 1 reading.\n"
    run("export", "q.musnad", "--format", "jsonl", "--out", "e.jsonl", "--split", "train=80,dev=10,test=10")
    assert Path("e.jsonl").read_bytes() == Path("d.jsonl").read_bytes()
    assert run("check", "q.musnad").stdout == "q.musnad: 1 article; everything holds together.\n"


def test_the_same_in_a_real_shell(tmp_path: Path, article: str) -> None:
    (tmp_path / "article.txt").write_bytes(article.encode("utf-8"))
    musnad = f'"{sys.executable}" -m annotator'
    words = [
        f"{musnad} new p.musnad",
        f"{musnad} import p.musnad article.txt",
        f"{musnad} export p.musnad --format jsonl --out d.jsonl",
        f"{musnad} documents p.musnad --json > list.json",
    ]
    # A console that knows no Arabic must not matter to what is written into files.
    environment = {**os.environ, "PYTHONIOENCODING": "latin-1", "PYTHONPATH": str(Path(annotator.__file__).parents[1])}
    done = subprocess.run(
        " && ".join(words), shell=True, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads((tmp_path / "d.jsonl").read_text(encoding="utf-8"))["text"] == article
    [listed] = json.loads((tmp_path / "list.json").read_text(encoding="utf-8"))
    assert listed["title"] == article.split("\n")[0]


def test_listing_needs_neither_qt_nor_tables_nor_models(filled: str) -> None:
    script = f"""
import sys
from annotator.cli import musnad
musnad(["documents", {filled!r}, "--json"], standalone_mode=False)
print(sorted({{name.split(".")[0] for name in sys.modules}} & {{"PySide6", "rich", "camel_tools", "numpy"}}))
"""
    environment = {**os.environ, "PYTHONPATH": str(Path(annotator.__file__).parents[1])}
    done = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.endswith("[]\n")


# --- lists ---


def test_documents_name_the_article_that_they_repeat(run: Run, filled: str, article: str, tmp_path: Path) -> None:
    copy = tmp_path / "copy.txt"
    copy.write_text(article + " انتهى", encoding="utf-8")
    run("import", filled, str(copy))
    first, second = json.loads(run("documents", filled, "--duplicates", "--json").stdout)
    assert first["group"] == second["group"] == first["id"]
    rows = [row.split() for row in run("documents", filled, "--duplicates").stdout.splitlines() if row.strip()]
    assert [row[-1] for row in rows[-2:]] == ["-", first["id"][:8]]


def test_documents_as_a_table_and_for_programs(run: Run, filled: str, article: str) -> None:
    [listed] = json.loads(run("documents", filled, "--json").stdout)
    assert list(listed) == ["id", "title", "publisher", "published", "length", "status", "spans", "direction"]
    assert (len(listed["id"]), listed["length"], listed["status"], listed["spans"]) == (32, len(article), "doing", 1)
    table = run("documents", filled).stdout
    assert f"{listed['id'][:8]} " in table
    assert listed["title"] in table
    assert [word for word in table.split("\n")[1].split("  ") if word.strip()][-1].strip() == "my spans"
    assert json.loads(run("documents", filled, "--json", "--annotator", "omar").stdout)[0]["spans"] == 0


def test_a_hostile_title_does_not_steer_the_terminal(run: Run) -> None:
    run("new", "p.musnad")
    with Project.open("p.musnad") as project:
        project.add_document("نص", title="أ\u202eب\x1b[31m\x9b[red]\nج\x07")
    table = run("documents", "p.musnad").stdout
    assert "أ[RLO]ب[U+001B][31m[U+009B][red] ج[U+0007]" in table


def test_formats(run: Run) -> None:
    listed = {one["id"]: one for one in json.loads(run("formats", "--json").stdout)}
    assert listed["jsonl"] == {
        "id": "jsonl",
        "title": "JSON Lines",
        "suffixes": [".jsonl"],
        "reads": "annotations",
        "writes": True,
        "loses": [],
        "options": listed["jsonl"]["options"],
    }
    assert [one["key"] for one in listed["jsonl"]["options"]] == ["pretty_name", "license", "agreement", "card"]
    assert listed["text"]["reads"] == "articles"
    assert "JSON Lines" in run("formats").stdout


def test_check_finds_what_does_not_hold(run: Run, filled: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("check", filled, "--json").stdout == "[]\n"
    monkeypatch.setattr(Project, "check", lambda _: ["span x is torn", "span y is torn"])
    assert run("check", filled).stdout == "span x is torn\nspan y is torn\n"
    assert run("check", filled).exit_code == 1
    assert json.loads(run("check", filled, "--json").stdout) == ["span x is torn", "span y is torn"]


# --- import and export ---


def test_an_import_goes_on_and_ends_with_1(run: Run, filled: str) -> None:
    Path("b.txt").write_bytes("قال الوزير".encode("windows-1256"))
    Path("bad.txt").write_bytes(b"%PDF-1.4\n\x00\x01")
    done = run("import", filled, "none.txt", "bad.txt", "b.txt")
    assert done.exit_code == 1
    assert done.stdout == "1 article added, 2 files failed.\n"
    assert done.stderr.split("\n")[0] == "musnad: There is no file none.txt."
    assert done.stderr.split("\n")[1].startswith("musnad: bad.txt ")
    assert len(done.stderr.split("\n")) == 3
    report = json.loads(run("import", filled, "b.txt", "none.txt", "--json").stdout)
    assert report == {
        "added": 0,
        "known": 1,
        "sets": 0,
        "failed": [["none.txt", "There is no file none.txt."]],
        "visual": [],
        "cancelled": False,
    }


def test_an_encoding_can_be_told(run: Run, filled: str) -> None:
    Path("b.txt").write_bytes("قال".encode("iso-8859-6"))
    assert run("import", filled, "b.txt", "--encoding", "iso-8859-6").exit_code == 0
    assert json.loads(run("documents", filled, "--json").stdout)[1]["title"] == "قال"


def test_marks_without_a_name_become_the_handles(run: Run, filled: str) -> None:
    run("export", filled, "--format", "jsonl", "--out", "d.jsonl")
    line = json.loads(Path("d.jsonl").read_text(encoding="utf-8"))
    del line["annotator"], line["annotator_kind"]
    Path("d.jsonl").write_text(json.dumps(line), encoding="utf-8")
    run("new", "q.musnad")
    assert run("import", "q.musnad", "d.jsonl", "--annotator", "sami").exit_code == 0
    with Project.open("q.musnad", read_only=True) as project:
        assert len(project.spans(line["id"], "sami")) == 1


def test_an_export_tells_programs_what_it_wrote(run: Run, filled: str) -> None:
    report = json.loads(
        run("export", filled, "--format", "jsonl", "--out", "d.jsonl", "--set", "layla", "--json").stdout
    )
    assert report == {
        "format": "jsonl",
        "path": "d.jsonl",
        "documents": 1,
        "sets": 1,
        "spans": 1,
        "relations": 0,
        "losses": {},
    }


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no /dev/stdout")
def test_a_dataset_may_go_into_a_pipe(filled: str) -> None:
    environment = {**os.environ, "PYTHONPATH": str(Path(annotator.__file__).parents[1])}
    command = [sys.executable, "-m", "annotator", "export", filled, "--format", "jsonl", "--out", "/dev/stdout"]
    done = subprocess.run(command, env=environment, capture_output=True, check=True)
    assert json.loads(done.stdout)["annotator"] == "layla"
    assert done.stderr.startswith(b"The dataset (1 article")


def test_a_project_in_use_can_be_listed_and_exported(run: Run, filled: str) -> None:
    with Project.open(filled):
        assert run("documents", filled).exit_code == 0
        assert run("export", filled, "--format", "jsonl", "--out", "d.jsonl").exit_code == 0
        assert "open in another Musnad" in told(run("import", filled, "a.txt"))


# --- what goes wrong ---


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("documents none.musnad", "There is no project none.musnad. Make one with: musnad new none.musnad"),
        ("none.musnad", "There is no project none.musnad. Make one with: musnad new none.musnad"),
        ("documents a.txt", "a.txt is not a Musnad project."),
        ("documents .", ". is a folder, not a project."),
        ("new p.musnad", "p.musnad exists already. Choose another name, or open it."),
        ("new none/q.musnad", "There is no folder none. Make it first."),
        ("new q.musnad --scheme none", "There is no scheme 'none': give a TOML file, or one of actors-claims, wojood."),
        ("new q.musnad --scheme a.txt", "a.txt: byte 0 is not UTF-8. Save the scheme as UTF-8."),
        ("import p.musnad a.txt --format odt", "There is no format 'odt' that can be read; there is: "),
        ("export p.musnad --format x --out d", "There is no format 'x' that can be written; there is: "),
        ("export p.musnad --format jsonl --out .", ". is a folder; name a file in it."),
        ("export p.musnad --format jsonl --out d --split a=1", "The parts of the split 'a=1' make 1 percent together"),
        ("demo p.musnad/x", "p.musnad/x cannot be made: Not a directory."),
    ],
)
def test_an_error_is_one_line(words: str, message: str, run: Run, filled: str) -> None:
    assert filled == "p.musnad"
    assert told(run(*words.split())).startswith(message)
    assert {path.name for path in Path.cwd().iterdir()} <= {"a.txt", "p.musnad", "p.musnad-wal", "p.musnad-shm"}


def test_nobody_of_that_name(run: Run, filled: str) -> None:
    result = run("export", filled, "--format", "jsonl", "--out", "d", "--set", "om\u202ear\n")
    assert told(result).startswith(r"Nobody called 'om\u202ear\n' has a reading")


@pytest.mark.parametrize(
    "words",
    ["improt p.musnad a.txt", "import p.musnad", "export p.musnad", "--nonsense", "documents", "check p q", "new"],
)
def test_wrong_usage_ends_with_2(words: str, run: Run) -> None:
    result = run(*words.split())
    assert result.exit_code == 2
    assert "Usage: musnad" in result.stderr


def test_help_and_version(run: Run) -> None:
    text = run("--help").stdout
    for command in ("check", "demo", "documents", "export", "formats", "import", "new"):
        assert f"\n  {command} " in text
        assert run(command, "-h").exit_code == 0
    assert run("--version").stdout == f"musnad, version {annotator.__version__}\n"


def test_ctrl_c_is_told(run: Run, filled: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Project, "import_", interrupted)
    result = run("import", filled, "a.txt")
    assert result.exit_code == 130
    assert result.stderr == "musnad: stopped. What was finished before is kept, nothing is half done.\n"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows closes pipes in its own way")
def test_a_reader_that_goes_away_is_no_crash(run: Run, filled: str) -> None:
    del run
    environment = {**os.environ, "PYTHONPATH": str(Path(annotator.__file__).parents[1])}
    command = [sys.executable, "-m", "annotator", "documents", filled, "--json"]
    listing = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment)
    assert listing.stdout is not None
    assert listing.stderr is not None
    listing.stdout.close()
    with listing.stderr:
        assert listing.stderr.read() == b""
    assert listing.wait() in (0, 1)


# --- the desktop ---


def test_a_path_opens_the_window(run: Run, filled: str, desktop: FakeDesktop) -> None:
    assert run(filled).exit_code == 0
    assert run(filled, "--annotator", "omar").exit_code == 0
    assert run().exit_code == 0
    assert desktop.opened == [(Path(filled), None), (Path(filled), "omar"), (None, None)]


def test_a_project_named_like_a_command_needs_its_folder(run: Run, filled: str, desktop: FakeDesktop) -> None:
    Path(filled).rename("check")
    assert run("check").exit_code == 2
    assert run("./check").exit_code == 0
    assert desktop.opened == [(Path("check"), None)]


def test_the_demo_draws_the_window_where_there_is_no_display(run: Run, desktop: FakeDesktop) -> None:
    done = run("demo")
    folder = Path("musnad-demo")
    assert done.exit_code == 0
    assert [line.rsplit(": ", 1)[-1] for line in done.stdout.split("\n") if ": " in line] == [
        str(folder / name) for name in ("sample.musnad", "sample.jsonl", "window.png")
    ]
    assert (folder / "window.png").read_text(encoding="utf-8") == "window of layla"
    assert desktop.opened == []


def test_the_demo_opens_the_window_and_keeps_work(run: Run, desktop: FakeDesktop) -> None:
    desktop.display = True
    assert run("demo", "d").exit_code == 0
    with Project.open("d/sample.musnad", annotator="me") as project:
        project.annotate(project.documents()[0].id, (0, 5), "actor")
    again = run("demo", "d")
    assert "is there already and stays as it is" in again.stdout
    assert '"annotator":"me"' in Path("d/sample.jsonl").read_text(encoding="utf-8")
    assert desktop.opened == [(Path("d/sample.musnad"), "layla")] * 2


def test_a_project_is_copied_whole_to_a_new_name_or_into_a_folder(run: Run, filled: str, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    assert run("copy", filled, "copy.musnad").output == "p.musnad: copied to copy.musnad.\n"
    assert run("copy", filled, "folder").exit_code == 0
    for copied in ("copy.musnad", "folder/p.musnad"):
        assert run("documents", copied, "--json").output == run("documents", filled, "--json").output
    assert told(run("copy", filled, "copy.musnad")) == ("copy.musnad exists already. Choose another name, or open it.")
    assert told(run("copy", filled, "none/copy.musnad")).startswith("There is no folder none.")
