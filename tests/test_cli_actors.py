"""`musnad actors`, and what the command line says of articles in visual order."""

import json
from collections.abc import Callable
from pathlib import Path

import click.testing
import pytest

from annotator import Project, cli

Result = click.testing.Result
Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs `musnad` with these words, in a folder with an empty project p.musnad."""
    monkeypatch.chdir(tmp_path)
    Project.create("p.musnad").close()

    def musnad(*words: str) -> Result:
        return click.testing.CliRunner().invoke(cli.musnad, words, prog_name="musnad")

    return musnad


def test_a_table_comes_in_is_listed_and_goes_out_the_same(run: Run) -> None:
    Path("in.csv").write_bytes("name;kind;aliases\nوزارة النقل;منظمة;\nسامر;person;أبو سامر|Samer\n".encode("cp1256"))
    assert run("actors", "p.musnad", "--import", "in.csv").stdout == "2 actors added.\n"
    listed = run("actors", "p.musnad").stdout
    assert "أبو سامر; Samer" in listed
    held = json.loads(run("actors", "p.musnad", "--json").stdout)
    assert [(one["name"], one["kind"]) for one in held] == [("وزارة النقل", "organization"), ("سامر", "person")]
    assert run("actors", "p.musnad", "--export", "out.csv").stdout == "2 actors: out.csv\n"
    assert Path("out.csv").read_bytes().startswith(b"\xef\xbb\xbfid,name,")
    assert run("actors", "p.musnad", "--import", "out.csv", "--json").exit_code == 0
    report = json.loads(run("actors", "p.musnad", "--import", "out.csv", "--json").stdout)
    assert report == {"added": 0, "changed": 0, "same": 2, "merged": []}


def test_rows_that_name_an_entry_twice_are_told(run: Run) -> None:
    Path("in.csv").write_text("name,kind\nأحمد,person\n‮احمد,person\n", encoding="utf-8")
    result = run("actors", "p.musnad", "--import", "in.csv")
    assert result.stdout == "1 actor added, 1 row merged.\n"
    assert result.stderr == "musnad: line 3: [RLO]احمد is أحمد\n"


def test_a_fault_is_one_line_with_file_line_and_column(run: Run) -> None:
    Path("in.csv").write_text("name,kind\nأحمد,person\n,person\n", encoding="utf-8")
    result = run("actors", "p.musnad", "--import", "in.csv")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "musnad: in.csv, line 3, column name: an actor needs a name.\n"
    assert json.loads(run("actors", "p.musnad", "--json").stdout) == []


def test_articles_in_visual_order_are_told_and_kept(run: Run) -> None:
    Path("pdf.txt").write_text("ﺔﻴﺑﺮﻌﻟا ﺔﻐﻠﻟا", encoding="utf-8")
    result = run("import", "p.musnad", "pdf.txt", "--json")
    [told] = json.loads(result.stdout)["visual"]
    assert "1 article in the order of the screen" in result.stderr
    with Project.open("p.musnad") as project:
        [document] = project.documents()
        assert (document.id, document.text) == (told, "ﺔﻴﺑﺮﻌﻟا ﺔﻐﻠﻟا")
