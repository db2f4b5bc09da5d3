"""brat: real files come in whole, whatever wrote them; ours are read by the tools of the field, and come back."""

import importlib.util
import io
import posixpath
import warnings
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, BinaryIO

import pytest

from annotator import Project
from annotator.errors import InputError
from annotator.formats.record import Record
from annotator.formats.registry import CERTAIN, LIKELY, SURE, find_reader
from annotator.formats.source import Source
from annotator.services.foreign import scheme_from
from annotator.services.sample import make_sample

with warnings.catch_warnings():
    # Its classes are declared as its own library calls old.
    warnings.simplefilter("ignore")
    from bratly.annotation_types import AttributeAnnotation, EntityAnnotation, RelationAnnotation


def peek() -> Any:
    """The part of brat-peek that reads files; its package also wants what nobody needs for that."""
    found = importlib.util.find_spec("peek")
    assert found is not None and found.submodule_search_locations
    path = Path(found.submodule_search_locations[0]) / "ann_structure.py"
    spec = importlib.util.spec_from_file_location("peek_ann_structure", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


AnnCorpus = peek().AnnCorpus
TEXT = "TP53 inhibits p21 expression\nand IL-2 activates NF-kB, he said."
EVENTS = """\
T1\tProtein 0 4\tTP53
T2\tProtein 14 17\tp21
T3\tNegative_regulation 5 13\tinhibits
T4\tGene_expression 18 28\texpression
T5\tPositive_regulation 38 47\tactivates
T6\tProtein 33 37\tIL-2
T7\tProtein 48 53\tNF-kB
E1\tGene_expression:T4 Theme:T2
E2\tNegative_regulation:T3 Cause:T1 Theme:E1
E3\tPositive_regulation:T5 Cause:T6 Theme:T7 Theme2:T2
E4\tBinding:T5 Theme:T6 Theme2:T7
M1\tNegation E2
A2\tConfidence E3 high
*\tEquiv T1 T2 T6
N1\tReference T1 UniProt:P04637\tTP53
#1\tAnnotatorNotes E2\tis this right?
"""


def source(files: Mapping[str, bytes], name: str = "a.ann", folder: bool = False) -> Source:
    """A single file, or a folder, in memory."""

    def open(wanted: str) -> BinaryIO:
        if wanted not in files:
            raise InputError("there is no file {name}", name=wanted)
        return io.BytesIO(files[wanted])

    return Source(
        stream=io.BytesIO(files[name]),
        scheme=None,
        annotator="layla",
        name=name,
        open=open,
        files=tuple(sorted(files)) if folder else (),
    )


def read(ann: str | bytes, text: str | bytes = TEXT) -> tuple[list[Record], Source]:
    data = {"a.ann": ann, "a.txt": text}
    given = source({name: value if isinstance(value, bytes) else value.encode() for name, value in data.items()})
    return list(find_reader("brat").read(given)), given


def quotes(record: Record) -> list[tuple[str, str]]:
    return [(span.label, span.quote(record.document.text)) for span in record.spans]


def test_events_are_spans_over_their_triggers_with_a_relation_for_each_role() -> None:
    [[record], given] = read(EVENTS)
    assert sorted(quotes(record)) == [
        ("Binding", "activates"),
        ("Gene_expression", "expression"),
        ("Negative_regulation", "inhibits"),
        ("Positive_regulation", "activates"),
        ("Protein", "IL-2"),
        ("Protein", "NF-kB"),
        ("Protein", "TP53"),
        ("Protein", "p21"),
    ]
    label = {span.id: f"{span.label} {span.quote(TEXT)}" for span in record.spans}
    assert sorted((label[one.from_id], one.label, label[one.to_id]) for one in record.relations) == [
        ("Binding activates", "Theme", "Protein IL-2"),
        ("Binding activates", "Theme", "Protein NF-kB"),
        ("Gene_expression expression", "Theme", "Protein p21"),
        ("Negative_regulation inhibits", "Cause", "Protein TP53"),
        ("Negative_regulation inhibits", "Theme", "Gene_expression expression"),
        ("Positive_regulation activates", "Cause", "Protein IL-2"),
        ("Positive_regulation activates", "Theme", "Protein NF-kB"),
        ("Positive_regulation activates", "Theme", "Protein p21"),
        ("Protein TP53", "Equiv", "Protein p21"),
        ("Protein p21", "Equiv", "Protein IL-2"),
    ]
    said = {span.label: span.attributes for span in record.spans if span.attributes}
    assert said == {"Negative_regulation": {"Negation": "true"}, "Positive_regulation": {"Confidence": "high"}}
    [comment], [actor] = record.comments, record.actors
    assert (comment.text, label[comment.span_id or ""]) == ("is this right?", "Negative_regulation inhibits")
    assert (actor.name, actor.note) == ("TP53", "UniProt:P04637")
    assert (record.status, +given.left) == ("done", {})


def test_an_empty_file_is_a_reading_in_which_nothing_was_found() -> None:
    [[record], _] = read("")
    assert (record.spans, record.status, record.annotator and record.annotator.handle) == ((), "done", "layla")


@pytest.mark.parametrize(
    "ann",
    [
        "T1\tA 18 32\texpression and\nT2\tB 0 4\tTP53\n",
        "T1\tA 18 32\texpression\nand\nT2\tB 0 4\tTP53\n",
        "T1\tA 18 32\texpression\r\nand\r\nT2\tB 0 4\tTP53\r\n",
        "\ufeffT1\tA 18 32\nT2\tB 0 4\tTP53",
    ],
)
def test_a_quote_over_two_lines_is_read_whole(ann: str) -> None:
    [[record], _] = read(ann)
    assert quotes(record) == [("A", "expression\nand"), ("B", "TP53")]


def test_the_rest_of_a_quote_may_begin_like_an_annotation() -> None:
    text = "on Monday\nTuesday and\n\nT2 said"
    [[record], _] = read("T1\tA 3 30\tMonday\nTuesday and\n\nT2 said\nT2\tA 0 2\ton\n", text)
    assert [span.parts for span in record.spans] == [((3, 30),), ((0, 2),)]


@pytest.mark.parametrize(
    ("raw", "parts"),
    [
        ("قال 😀 نعم\r\nثم نفى", "T1\tA 12 14\tثم\n"),
        ("قال 😀 نعم\r\nثم نفى", "T1\tA 11 13\tثم\n"),
        ("قال 😀 نعم\nثم نفى", "T1\tA 11 13\tثم\n"),
        ("قال 😀 نعم\nثم نفى", "T1\tA 19 23\tثم\n"),
        ("\ufeffقال 😀 نعم\nثم نفى", "T1\tA 11 13\tx\nT2\tA 12 14\tثم\n".partition("\n")[2]),
    ],
)
def test_offsets_are_understood_whatever_was_counted(raw: str, parts: str) -> None:
    [[record], _] = read(parts, raw)
    assert quotes(record) == [("A", "ثم")]


def test_discontinuous_stretches_are_parts() -> None:
    [[record], _] = read("T1\tA 5 13;38 47\tinhibits activates\nT2\tA 0 4;4 5;5 13\tTP53   inhibits\n")
    assert [span.parts for span in record.spans] == [((5, 13), (38, 47)), ((0, 13),)]


def test_what_leads_nowhere_is_left_out_and_told() -> None:
    ann = "T1\tA 0 4\tTP53\nT2\tA 5 5\nR1\tX Arg1:T1 Arg2:T9\nR2\tX Arg1:T1 Arg2:T1\n"
    ann += "A1\tN T9\n#1\tAnnotatorNotes T9\tx\nW1\tx y\n"
    [[record], given] = read(ann)
    assert len(record.spans) == 1 and record.relations == ()
    assert +given.left == {
        "marks without text": 1,
        "relations whose end is missing": 1,
        "relations of a mark to itself": 1,
        "attributes and notes of what is missing": 2,
        "annotations of a kind that brat has and a project has not": 1,
    }


@pytest.mark.parametrize(
    ("ann", "line", "told"),
    [
        ("T1\tA 0 4\tTP53\nhello\n", 2, "no annotation of brat"),
        ("T1\tA 0\n", 1, "T1 needs a label"),
        ("T1\tA 0 400\tx\n", 1, "outside the text"),
        ("T1\tA -5 4\tx\n", 1, "outside the text"),
        (f"T1\tA 0 {'9' * 5000}\tx\n", 1, "outside the text"),
        ("T1\tA 4 0\tx\n", 1, "outside the text"),
        ("\nT1\tA 5 13\tsomething else\n", 2, "said to read 'something else', but the text reads 'inhibits'"),
        ("T1\tA 0 4\tTP53\nT1\tA 0 4\tTP53\n", 2, "stands twice"),
        ("E1\tA:T9\n", 1, "has the trigger 'T9', which is not there"),
        ("E1\tA\n", 1, "E1 needs a trigger"),
        ("R1\tA Arg1:T1\n", 1, "R1 needs a label and two ends"),
        ("A1\tA\n", 1, "A1 needs a name"),
        ("N1\tReference T1\n", 1, "N1 needs"),
        (b"T1\tA 0 4\t\xff\n", 0, "is not UTF-8"),
    ],
)
def test_a_line_that_cannot_be_read_is_told(ann: str | bytes, line: int, told: str) -> None:
    data = ann if isinstance(ann, bytes) else ann.encode()
    given = source({"a.ann": data, "a.txt": TEXT.encode()})
    with pytest.raises(InputError, match=told):
        list(find_reader("brat").read(given))
    assert (given.name, given.line) == ("a.ann", line)


def test_a_file_without_its_text_says_so() -> None:
    given = source({"a.ann": b"T1\tA 0 4\tTP53\n"})
    with pytest.raises(InputError, match=r"a\.txt"):
        list(find_reader("brat").read(given))


@pytest.mark.parametrize(
    ("name", "head", "confidence"),
    [
        ("a.ann", b"T1\tA 0 4\tTP53\n", SURE),
        ("a.ann", b"", CERTAIN),
        ("a.ann", b"hello", LIKELY),
        ("a.txt", b"T1\tA 0 4\tTP53\n", LIKELY),
        ("a.txt", b"Tea at four", 0.0),
    ],
)
def test_it_is_known_by_name_or_content(name: str, head: bytes, confidence: float) -> None:
    assert find_reader("brat").sniff(name, head) == confidence


def test_texts_may_lie_in_a_folder_of_their_own() -> None:
    files = {"anna/d1.ann": b"T1\tA 0 4\tTP53\n", "ben/d1.ann": b"", "texts/d1.txt": TEXT.encode()}
    given = source(files, "anna/d1.ann", folder=True)

    def open(wanted: str) -> BinaryIO:
        return io.BytesIO(files[posixpath.normpath(posixpath.join("anna", wanted))])

    given.open = open
    records = list(find_reader("brat").read(given))
    assert [(one.annotator.handle, len(one.spans)) for one in records if one.annotator] == [("anna", 1), ("ben", 0)]


@pytest.mark.parametrize(
    ("names", "found"),
    [
        (["anna/d1", "anna/d2", "ben/d1", "ben/d2"], ["anna", "anna", "ben", "ben"]),
        (["anna/d1", "anna/d2", "ben/d1"], ["anna", "anna", "ben"]),
        (["train/d1", "test/d1"], ["layla", "layla"]),
        (["d1", "d2"], ["layla", "layla"]),
    ],
)
def test_folders_that_hold_the_same_texts_are_readers(names: list[str], found: list[str]) -> None:
    files = {f"{name}.ann": b"" for name in names}
    files |= {f"{name}.txt": f"text of {name[-2:]}".encode() for name in names}
    root = Path("/corpus")
    given = source(files, f"{names[0]}.ann", folder=True)
    place = Path(names[0]).parent

    def open(wanted: str) -> BinaryIO:
        from os.path import normpath

        return io.BytesIO(files[normpath(root / place / wanted).removeprefix("/corpus/")])

    given.open = open
    records = list(find_reader("brat").read(given))
    assert [one.annotator.handle for one in records if one.annotator] == found


@pytest.fixture
def exported(tmp_path: Path) -> Callable[..., Path]:
    """A function that exports the sample project as brat."""

    def export(**options: str) -> Path:
        make_sample(tmp_path / "sample.musnad")
        with Project.open(tmp_path / "sample.musnad", read_only=True) as project:
            project.export("brat", tmp_path / "out", options=options)
        return tmp_path / "out"

    return export


def test_the_tools_of_the_field_read_ours(exported: Callable[..., Path]) -> None:
    out = exported()
    corpus = AnnCorpus(str(out))
    with Project.open(out.parent / "sample.musnad", read_only=True) as project:
        sets = [(one.document_id, one.annotator) for doc in project.documents() for one in project.sets(doc.id)]
        people = [pair for pair in sets if not pair[1].startswith("model:")]
        spans = [span for pair in people for span in project.spans(*pair)]
        links = [link for pair in people for link in project.relations(*pair)]
    assert sum(corpus.count["entities"].values()) == len(spans)
    assert sum(corpus.count["relations"].values()) == len(links)
    assert sum(corpus.count["attributes"].values()) == (
        sum(len(one.attributes) for one in spans) + sum(len(one.attributes) for one in links)
    )
    for path in out.rglob("*.ann"):
        text = path.with_suffix(".txt").read_text(encoding="utf-8")
        lines = path.read_text(encoding="utf-8").splitlines()
        entities = {one.id: one for one in map(EntityAnnotation.from_line, (line for line in lines if line[0] == "T"))}
        for one in entities.values():
            assert one.content == " ".join(text[part.start : part.end] for part in one.fragments).replace("\n", " ")
        relations = [RelationAnnotation.from_line(line, entities) for line in lines if line[0] == "R"]
        named = {**entities, **{one.id: one for one in relations}}
        for line in lines:
            if line[0] == "A":
                AttributeAnnotation.from_line(line, named)


def test_frames_are_events_where_they_are_asked_for(exported: Callable[..., Path]) -> None:
    out = exported(events="all")
    corpus = AnnCorpus(str(out))
    assert set(corpus.count["events"]) == {"claim"}
    assert "[events]\nclaim\t" in (out / "annotation.conf").read_text(encoding="utf-8")
    with Project.create(out.parent / "b.musnad") as again:
        again.import_(out)
        again.export("brat", out.parent / "again", options={"events": "all"})
    for path in out.rglob("*.*"):
        assert path.read_bytes() == (out.parent / "again" / path.relative_to(out)).read_bytes()


def test_someone_elses_corpus_comes_back_in_their_words(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    for reader, ann in (("anna", EVENTS), ("ben", "")):
        (corpus / reader).mkdir(parents=True)
        (corpus / reader / "PMID-1.txt").write_text(TEXT, encoding="utf-8")
        (corpus / reader / "PMID-1.ann").write_text(ann, encoding="utf-8")
    scheme = scheme_from(corpus)
    assert {label.foreign for label in scheme.labels} >= {"Protein", "Gene_expression"}
    assert {frame.head for frame in scheme.frames} == {
        *("gene_expression", "negative_regulation", "positive_regulation", "binding"),
    }
    folders = [corpus]
    for turn in "ab":
        with Project.create(tmp_path / f"{turn}.musnad", scheme=scheme) as project:
            report = project.import_(folders[-1])
            assert (report.added, report.sets, report.left_out) == (1, 2, {})
            project.export("brat", tmp_path / turn)
            folders.append(tmp_path / turn)
    lines = (tmp_path / "a" / "anna" / "PMID-1.ann").read_text(encoding="utf-8").splitlines()
    assert sum(line[0] == "E" for line in lines) == 4
    assert "Theme2:" in "".join(lines) and any(line.startswith("*\tEquiv ") for line in lines)
    assert (tmp_path / "a" / "ben" / "PMID-1.ann").read_bytes() == b""
    for path in (tmp_path / "a").rglob("*.*"):
        assert path.read_bytes() == (tmp_path / "b" / path.relative_to(tmp_path / "a")).read_bytes()
