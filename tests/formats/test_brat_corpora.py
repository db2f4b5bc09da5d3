"""Corpora of others in brat's files come in whole: those of shared tasks, of several readers, in ZIP archives."""

import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest

from annotator import Project
from annotator.errors import InputError
from annotator.services.foreign import scheme_from

TEXT = "TTG1 regulates GL2 in the root. The minister said so himself, and GL2 binds to GL3.\n"
A1 = "T1\tProtein 0 4\tTTG1\nT2\tGene 15 18\tGL2\nT3\tGene 66 69\tGL2\nT4\tProtein 79 82\tGL3\n"
A2 = "T5\tRegulation 5 14\tregulates\nE1\tRegulation:T5 Cause:T1 Theme:T2\n"
A2 += "E2\tBinds_To Agent:T3 Target:T4\n* Equiv T2 T3\n"


def made(folder: Path, files: Mapping[str, str]) -> Path:
    """Write the files of a corpus."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def packed(folder: Path) -> Path:
    """Put a folder into a ZIP archive beside it."""
    with zipfile.ZipFile(folder.with_suffix(".zip"), "w") as archive:
        for path in folder.rglob("*.*"):
            archive.write(path, path.relative_to(folder))
    return folder.with_suffix(".zip")


@contextmanager
def imported(source: Path) -> Iterator[Project]:
    """A project with the scheme and the readings of a source."""
    with Project.create(source.parent / "imported.musnad", scheme=scheme_from(source), annotator="layla") as project:
        assert project.import_(source).failed == ()
        yield project


def marks(project: Project, text: str, reader: str = "layla") -> tuple[set[tuple[str, str]], set[tuple[str, str, str]]]:
    """The spans with their quotes, and the relations between these, of one reading."""
    document = next(one for one in project.documents() if one.text == text)
    spans = {span.id: span for span in project.spans(document.id, reader)}
    links = project.relations(document.id, reader)
    return (
        {(span.label, span.quote(text)) for span in spans.values()},
        {(spans[one.from_id].quote(text), one.label, spans[one.to_id].quote(text)) for one in links},
    )


def test_the_two_files_of_a_shared_task_are_one_reading(tmp_path: Path) -> None:
    corpus = made(
        tmp_path / "task", {"P-1.txt": TEXT, "P-1.a1": A1, "P-1.a2": A2, "README.txt": "Cite us.", "LICENSE": "-"}
    )
    with imported(corpus) as project:
        spans, links = marks(project, TEXT)
        assert len(project.documents()) == 1
    assert spans == {
        *(("protein", "TTG1"), ("gene", "GL2"), ("protein", "GL3"), ("regulation", "regulates")),
    }
    assert links == {
        ("regulates", "cause", "TTG1"),
        ("regulates", "theme", "GL2"),
        ("GL2", "binds_to", "GL3"),
        ("GL2", "equiv", "GL2"),
    }
    with Project.create(tmp_path / "single.musnad", scheme=scheme_from(corpus), annotator="layla") as project:
        project.import_(corpus / "P-1.a2")
        assert marks(project, TEXT) == (spans, links)


def test_a_fault_in_the_second_file_is_told_with_its_name_and_line(tmp_path: Path) -> None:
    corpus = made(tmp_path / "task", {"P-1.txt": TEXT, "P-1.a1": A1, "P-1.a2": "\nT5\tRegulation 5 14\tbinds\n"})
    with pytest.raises(InputError, match=r"^task/P-1\.a2, line 2: T5 is said to read 'binds"):
        scheme_from(corpus)


def test_what_shared_tasks_add_to_brat_comes_in(tmp_path: Path) -> None:
    ann = (
        "T1\tExp 32 44\tThe minister\t36 44\tminister\nT2\tExp 53 60\thimself\n"
        "R1\tCoref Anaphora:T2 Antecedent:T1 [T3]\n"
        "T3\tHabitat 26 30\troot\nN1\tOntoBiotope Annotation:T3 Referent:OBT:1\n"
        "N2\tOntoBiotope Annotation:T3 Referent:OBT:2\n"
        "TT4\t271782001 | Drowsy | or 7 | Tired | 0 4;15 18\tTTG1 GL2\n"
        "A1\tCertainty T2 low\nA2\tCertainty T2 high\n#1\tAnnotatorNotes A1\twhy?\n"
    )
    corpus = made(tmp_path / "task", {"P-1.txt": TEXT, "P-1.ann": ann})
    with imported(corpus) as project:
        [document] = project.documents()
        spans = {span.quote(TEXT): span for span in project.spans(document.id, "layla")}
        said = {(one.span_id, one.text) for one in project.comments(document.id)}
        scheme, actors = project.scheme, {one.id: one.note for one in project.actors()}
    assert [label.foreign for label in scheme.labels][-1] == "271782001 | Drowsy | or 7 | Tired |"
    assert spans["The minister"].attributes == {"minimal": "minister"}
    assert spans["TTG1 … GL2"].parts == ((0, 4), (15, 18))
    assert actors[spans["root"].actor_id or ""] == "OntoBiotope:OBT:1"
    assert said == {
        (spans["root"].id, "OntoBiotope:OBT:2"),
        (spans["himself"].id, "Certainty: high"),
        (spans["himself"].id, "why?"),
    }


def test_files_may_name_their_reader_beside_the_text(tmp_path: Path) -> None:
    one, other = "T1\tGene 15 18\tGL2\n", "T1\tGene 66 69\tGL2\n"
    files = {"r1.txt": TEXT, "r2.txt": TEXT[:31], "r3.txt": TEXT[:30], "r4.txt": TEXT[32:]}
    files |= {"r1_anna.ann": one, "r1_ben.ann": other, "r2_anna.ann": one, "r2_ben.ann": "", "r3_ben.ann": one}
    with imported(made(tmp_path / "files", files)) as project:
        read = {one.text: {each.annotator for each in project.sets(one.id)} for one in project.documents()}
        assert read == {TEXT: {"anna", "ben"}, TEXT[:31]: {"anna", "ben"}, TEXT[:30]: {"ben"}, TEXT[32:]: set()}
        assert marks(project, TEXT, "ben")[0] == {("gene", "GL2")}


def test_a_zip_archive_of_annotations_is_a_dataset(tmp_path: Path) -> None:
    files = {"anna/r1.txt": TEXT, "ben/r1.txt": TEXT, "anna/r1.ann": "T1\tGene 15 18\tGL2\n", "ben/r1.ann": ""}
    source = packed(made(tmp_path / "corpus", files))
    with imported(source) as project:
        [document] = project.documents()
        assert {one.annotator for one in project.sets(document.id)} == {"anna", "ben"}
        project.export("brat", tmp_path / "a.zip")
        with Project.create(tmp_path / "b.musnad", scheme=scheme_from(tmp_path / "a.zip")) as other:
            other.import_(tmp_path / "a.zip")
            other.export("brat", tmp_path / "b.zip")
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
    made(tmp_path / "corpus", {"ben/r1.ann": "T1\tGene 0 999\tx\n"})
    with pytest.raises(InputError, match=r"^corpus\.zip/ben/r1\.ann, line 1: T1 lies at "):
        scheme_from(packed(tmp_path / "corpus"))


def test_articles_among_annotations_are_told_of(tmp_path: Path) -> None:
    page = "<!doctype html><html><body><article><p>The guidelines say so.</p></article></body></html>"
    corpus = made(tmp_path / "corpus", {"r1.txt": TEXT, "r1.ann": "T1\tGene 15 18\tGL2\n", "about.html": page})
    with Project.create(tmp_path / "p.musnad", scheme=scheme_from(corpus)) as project:
        assert project.import_(corpus).left_out == {"articles among the files of the dataset": 1}


def readers(project: Project) -> dict[str, set[str]]:
    """Who has read each text."""
    return {one.text: {each.annotator for each in project.sets(one.id)} for one in project.documents()}


def test_texts_lie_in_a_folder_of_their_own_and_readers_follow_their_names(tmp_path: Path) -> None:
    one, cut = "T1\tGene 15 18\tGL2\n", [TEXT[:length] for length in (32, 31, 30)]
    texts = dict(zip(("w_2016_yes-", "w_2017", "x_2018-no"), cut, strict=True))
    by = {"w_2016_yes-": ("4b22",), "w_2017": ("4b22", "ef2d"), "x_2018-no": ("ef2d",)}
    files = {f"train/text/{name}.txt": text for name, text in texts.items()}
    files |= {f"train/attributions/{name}_{reader}.ann": one for name, told in by.items() for reader in told}
    with imported(made(tmp_path / "corpus", files | {"README.md": "# About", "metadata.tsv": "a\tb\n"})) as project:
        assert readers(project) == {texts[name]: set(told) for name, told in by.items()}
        assert marks(project, cut[0], "4b22")[0] == {("gene", "GL2")}
    alone = {name: text for name, text in files.items() if "w_2017" not in name}
    more = {"train/text/y.txt": cut[1], "train/attributions/y_4b22.ann": one}
    more |= {"train/text/z.txt": TEXT[:29], "train/attributions/z_ef2d.ann": one}
    with imported(made(tmp_path / "other" / "corpus", alone | more)) as project:
        assert sorted(readers(project).values(), key=min) == [{"4b22"}, {"4b22"}, {"ef2d"}, {"ef2d"}]


def test_a_word_after_the_name_of_a_text_may_be_no_reader(tmp_path: Path) -> None:
    one = "T1\tGene 15 18\tGL2\n"
    files = {"r1.txt": TEXT[:31], "r2.txt": TEXT[:30], "r1_final.ann": one, "r2_final.ann": one}
    with imported(made(tmp_path / "files", files)) as project:
        assert set().union(*readers(project).values()) == {"layla"}
    layers = {f"{reader}/r1_{layer}.ann": one for reader in ("anna", "ben") for layer in ("ner", "rel")}
    with imported(
        made(tmp_path / "layers" / "files", {"r1.txt": TEXT[:31], "anna/r1_ner.ann": one} | layers)
    ) as project:
        assert not {"ner", "rel"} & set().union(*readers(project).values())


def test_readings_of_texts_that_may_not_be_given_are_told_of(tmp_path: Path) -> None:
    one = "T1\tGene 15 18\tGL2\n"
    files = {"train/text/r1.txt": TEXT, "train/ann/r1.ann": one, "news/ann/wsj_1.ann": one, "news/ann/wsj_2.ann": one}
    corpus = made(tmp_path / "corpus", files)
    with Project.create(tmp_path / "p.musnad", scheme=scheme_from(corpus), annotator="layla") as project:
        assert project.import_(corpus).left_out == {"readings of texts that are not there": 2}
        assert [one.text for one in project.documents()] == [TEXT]
        made(corpus, {"train/ann/r2.ann": one})
        with pytest.raises(InputError, match=r"train/ann/r2"):
            project.import_(corpus)
