"""A folder of annotations is one source: read file by file, imported as one, and errors name the file in it."""

import os
import shutil
from pathlib import Path

import pytest

from annotator import Project
from annotator.errors import InputError, OtherKindError
from annotator.formats.registry import find_reader
from annotator.services.foreign import scheme_from
from annotator.services.source_files import opened_source, records_in

CONLL = "-DOCSTART- O\n\nقال O\nسامر B-{label}\nالحلبي I-{label}\n. O\n{more} O\n"


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A folder as others hand it out: two parts in a folder below, a page about it, a hidden file."""
    folder = tmp_path / "corpus"
    (folder / "data").mkdir(parents=True)
    for part, label in (("train", "actor"), ("test", "cue")):
        (folder / "data" / f"{part}.conll").write_text(CONLL.format(label=label, more=part), "utf-8")
    (folder / "README.md").write_text("# مدونة", "utf-8")
    (folder / ".hidden.conll").write_text("x", "utf-8")
    return folder


def test_a_folder_comes_in_as_one_file_and_goes_with_one_undo(project: Project, corpus: Path) -> None:
    report = project.import_(corpus)
    assert (report.added, report.sets, report.failed) == (2, 2, ())
    paths = [origin.path for document in project.documents() for origin in document.origins]
    assert paths == ["data/test.conll", "data/train.conll"]
    project.undo()
    assert project.documents() == []


def test_one_wrong_line_brings_nothing_of_a_folder_and_is_named(project: Project, corpus: Path) -> None:
    (corpus / "data" / "train.conll").write_text("قال O\nسامر X-actor\n", "utf-8")
    with pytest.raises(InputError, match=r"^corpus/data/train\.conll, line 2: "):
        project.import_(corpus)
    (corpus / "data" / "train.conll").write_text("قال O\nسامر B-unknown\n", "utf-8")
    with pytest.raises(InputError, match=r"^corpus: the scheme has no place for the labels unknown"):
        project.import_(corpus)
    assert project.documents() == []


def test_a_scheme_is_made_of_all_files_of_a_folder(corpus: Path) -> None:
    made = scheme_from(corpus)
    assert ([label.key for label in made.labels], made.name) == (["cue", "actor"], "corpus")


def test_what_was_written_as_parts_is_read_as_a_folder(project: Project, tmp_path: Path) -> None:
    for place in range(12):
        project.annotate(project.add_document(f"قال الوزير {place} إن الميناء جاهز.").id, (4, 10), "actor")
    project.export("conll2003", tmp_path / "parts", split="train=50,test=50")
    with Project.create(tmp_path / "b.musnad", annotator="omar") as other:
        assert other.import_(tmp_path / "parts").sets == 12


CONLLU = "1\tقال\t_\t_\t_\t_\t_\t_\t_\t_\n2\tسامر\t_\t_\t_\t_\t_\t_\t_\tNER=B-{label}\n\n"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("report.conll", CONLL.replace("{more}", "x")),
        ("report.conllu", CONLLU),
        ("report.jsonl", '{{"text": "قال سامر", "label": [[4, 8, "{label}"]]}}'),
        (
            "report.jsonl",
            '{{"text": "قال سامر", "tokens": [], "spans": [{{"start": 4, "end": 8, "label": "{label}"}}]}}',
        ),
    ],
    ids=["conll2003", "conllu", "doccano", "prodigy"],
)
def test_a_folder_a_reader_is_known_in_formats_that_name_none(
    project: Project, tmp_path: Path, name: str, content: str
) -> None:
    for reader, label in (("anna", "actor"), ("ben", "cue")):
        (tmp_path / "corpus" / reader).mkdir(parents=True)
        (tmp_path / "corpus" / reader / name).write_text(content.format(label=label), "utf-8")
    project.import_(tmp_path / "corpus")
    [document] = project.documents()
    found = {one.annotator: project.spans(document.id, one.annotator) for one in project.sets(document.id)}
    assert {who: [span.label for span in spans] for who, spans in found.items()} == {"anna": ["actor"], "ben": ["cue"]}


def test_a_folder_of_several_formats_asks_which(project: Project, corpus: Path) -> None:
    project.add_document("قال الوزير.")
    project.export("jsonl", corpus / "more.jsonl")
    with pytest.raises(OtherKindError, match=r"several formats \(conll2003, jsonl\)"):
        project.import_(corpus)
    assert project.import_(corpus, "conll2003").added == 2


def test_a_folder_without_annotations_says_so(project: Project, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(InputError, match="is a folder"):
        project.import_(tmp_path / "empty")
    with pytest.raises(InputError, match="empty: it holds no file that looks like CoNLL-2003"):
        project.import_(tmp_path / "empty", "conll2003")
    # The folder of the project itself is such a folder, and the open project is no file to read.
    with pytest.raises(InputError, match="is a folder"):
        project.import_(tmp_path)


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="needs links")
def test_a_link_that_leads_back_ends_nothing(project: Project, corpus: Path) -> None:
    (corpus / "again").symlink_to(corpus, target_is_directory=True)
    assert project.import_(corpus).added == 2


def test_a_reader_reaches_what_lies_beside_its_file_and_nothing_outside(corpus: Path) -> None:
    (corpus.parent / "secret.txt").write_text("سر")
    seen: list[bytes] = []
    with opened_source(corpus, None, "layla") as source:
        for _ in records_in(find_reader("conll2003"), source, corpus):
            with source.open("../README.md") as page:
                seen.append(page.read())
            for outside in ("../../secret.txt", "/etc/passwd", "..\\..\\secret.txt"):
                with pytest.raises(InputError, match="does not lie beside"):
                    source.open(outside)
    assert len(seen) == 2
    single = corpus / "data" / "train.conll"
    shutil.copy(corpus / "README.md", corpus / "data")
    with opened_source(single, None, "layla") as source:
        source.open("README.md").close()
        with pytest.raises(InputError, match="does not lie beside"):
            source.open("../README.md")
