"""Datasets at the command line: options, splits, maps, schemes made of data, verification."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click.testing
import pytest

from annotator import Project, cli

Run = Callable[..., click.testing.Result]
CONLL = "قال O\nوزير B-PER\nالنقل I-PER\n\nبيروت S-LOC\n"


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(tmp_path)

    def musnad(line: str) -> click.testing.Result:
        return click.testing.CliRunner().invoke(cli.musnad, line.split(), prog_name="musnad", obj=object())

    return musnad


@pytest.fixture
def filled(run: Run) -> Run:
    assert run("new p.musnad").exit_code == 0
    with Project.open("p.musnad") as project:
        for number in range(6):
            document = project.add_document(f"قال وزير النقل رقم {number} نعم.")
            project.annotate(document.id, (4, 14), "actor")
    return run


def test_a_format_with_options_and_a_split(filled: Run) -> None:
    done = filled("export p.musnad --format conll2003 --out d --split train=50,test=50 --option tags=bioes")
    assert done.exit_code == 0, done.output
    assert sorted(path.name for path in Path("d").iterdir()) == ["manifest.json", "test.conll", "train.conll"]
    assert "E-actor" in Path("d/train.conll").read_text(encoding="utf-8") + Path("d/test.conll").read_text(
        encoding="utf-8"
    )
    assert "counted in d/manifest.json" in done.stderr
    assert filled("verify d").stdout == "d: 2 files as they were written; 6 spans read back.\n"
    told = filled("export p.musnad --format conll2003 --out e --option tag=x")
    assert (told.exit_code, told.stderr.strip()) == (
        1,
        "musnad: There is no option 'tag'; this format has: label, tags, edges.",
    )
    strict = filled("export p.musnad --format conll2003 --out e --strict")
    assert strict.exit_code == 1 and "nothing was written" in strict.stderr and not Path("e").exists()


def test_a_dataset_is_looked_at_before_it_is_written(filled: Run) -> None:
    shown = filled("export p.musnad --format doccano --preview --label actor --json")
    [file] = json.loads(shown.stdout)
    assert (file["name"], file["text"].count("\n")) == ("dataset.jsonl", 2)
    assert filled("export p.musnad --format doccano").exit_code == 2
    assert filled("export p.musnad --format doccano --out d.jsonl --status done").exit_code == 0
    assert Path("d.jsonl").read_bytes() == b""
    frozen = "export p.musnad --format conll2003 --out d --frozen-split v1"
    assert filled(f"{frozen} --split train=50,test=50").exit_code == 0
    assert filled(frozen).exit_code == 0
    assert filled(f"{frozen} --split train=60,test=40").exit_code == 1


def test_a_dataset_that_was_changed_is_told(filled: Run) -> None:
    assert filled("export p.musnad --format jsonl --out d.jsonl").exit_code == 0
    assert json.loads(filled("verify d.jsonl --json").stdout) == {"files": 1, "problems": []}
    Path("d.jsonl").write_bytes(Path("d.jsonl").read_bytes() + b"\n")
    done = filled("verify d.jsonl")
    assert done.exit_code == 1
    assert done.stderr.startswith("musnad: d.jsonl was changed: it has ")
    assert filled("verify none").stderr == "musnad: There is no dataset none.\n"


def test_foreign_labels_come_in_through_a_map_that_is_proposed(filled: Run) -> None:
    Path("x.conll").write_text(CONLL, encoding="utf-8")
    refused = filled("import p.musnad x.conll")
    assert refused.exit_code == 1
    assert "the scheme has no place for the labels PER, LOC; say what becomes of them in a map" in refused.stderr
    assert filled("import p.musnad x.conll --propose-map m.toml").exit_code == 0
    proposed = Path("m.toml").read_text(encoding="utf-8")
    assert '"PER" = "-"  # 1' in proposed
    Path("m.toml").write_text(proposed.replace('"PER" = "-"', '"PER" = "actor"'), encoding="utf-8")
    done = filled("import p.musnad x.conll --map m.toml --json")
    assert json.loads(done.stdout)["added"] == 1
    with Project.open("p.musnad", read_only=True) as project:
        [document] = [one for one in project.documents() if "بيروت" in one.text]
        assert [(one.label, one.quote(document.text)) for one in project.spans(document.id)] == [
            ("actor", "وزير النقل")
        ]
    Path("m.toml").write_text('[labels]\nPER = "verb"\n', encoding="utf-8")
    assert "m.toml: 'PER' in [labels] becomes 'verb'" in filled("import p.musnad x.conll --map m.toml").stderr


def test_a_scheme_is_made_of_a_dataset_and_written_back_in_its_words(run: Run) -> None:
    Path("x.conll").write_text(CONLL, encoding="utf-8")
    done = run("new q.musnad --scheme-from x.conll")
    assert done.stdout == "q.musnad: made for layla, with the scheme x 1.\n"
    assert run("import q.musnad x.conll").exit_code == 0
    scheme: dict[str, Any] = json.loads(run("scheme q.musnad --json").stdout)
    assert [(label["key"], label["foreign"]) for label in scheme["labels"]] == [("per", "PER"), ("loc", "LOC")]
    assert run("export q.musnad --format conll2003 --out out.conll --option tags=bioes").exit_code == 0
    assert "B-PER" in Path("out.conll").read_text(encoding="utf-8")
    assert run("scheme q.musnad --export s.toml").exit_code == 0
    assert run("new r.musnad --scheme s.toml").exit_code == 0
    assert run("new s.musnad --scheme-from x.conll --scheme wojood").exit_code == 2
    Path("a.txt").write_text("مقال", encoding="utf-8")
    assert "holds no annotations that are known" in run("new t.musnad --scheme-from a.txt").stderr
    assert not Path("t.musnad").exists()


def test_a_dataset_of_ours_fits_the_scheme_that_is_made_of_it(filled: Run) -> None:
    with Project.open("p.musnad") as project:
        document = project.documents()[0]
        claim = project.annotate(document.id, (22, 25), "claim", {"polarity": "denied"})
        actor = project.add_actor("وزير النقل", "person")
        [mention] = [span for span in project.spans(document.id) if span.label == "actor"]
        project.update(mention.id, actor_id=actor.id)
        project.link(claim.id, mention.id, "target", {"stance": "against"})
    assert filled("export p.musnad --format jsonl --out d.jsonl").exit_code == 0
    assert filled("new q.musnad --scheme-from d.jsonl").stdout.endswith("with the scheme actors-claims 1.\n")
    assert filled("import q.musnad d.jsonl").stdout == "6 articles added, 6 readings.\n"
    assert filled("export q.musnad --format jsonl --out again.jsonl").exit_code == 0
    first, second = (
        json.loads(Path(name).read_text(encoding="utf-8").split("\n")[0]) for name in ("d.jsonl", "again.jsonl")
    )
    assert (first["spans"], first["relations"]) == (second["spans"], second["relations"])


def test_a_dataset_with_thousands_of_labels_makes_no_scheme(run: Run) -> None:
    Path("x.conll").write_text("".join(f"قال B-L{number}\n" for number in range(20_000)), encoding="utf-8")
    assert "x makes no scheme: a scheme may have 1000 of these" in run("new q.musnad --scheme-from x.conll").stderr
    # Two names that make one key stay two labels.
    Path("y.conll").write_text("قال B-A.b\nوزير B-A_b\nونفى B-a-b\nقال B-a_b_2\n", encoding="utf-8")
    assert run("new r.musnad --scheme-from y.conll").exit_code == 0
    listed = json.loads(run("scheme r.musnad --json").stdout)["labels"]
    assert [label["key"] for label in listed] == ["a_b", "a_b_2", "a_b_3", "a_b_2_2"]
