"""CoNLL-2003: tags that the tools of the field read, rules for what does not fit, our own files back as they were."""

import io
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator import Project
from annotator.domain.annotator import Annotator
from annotator.domain.document import Document, document_id
from annotator.domain.span import Span
from annotator.errors import InputError
from annotator.formats import conll_tags
from annotator.formats.conll2003 import Conll2003Options, escaped, fits_tag, tagged, unescaped
from annotator.formats.losses import KINDS, Feature
from annotator.formats.mapping import LabelMap
from annotator.formats.record import Record
from annotator.formats.registry import CERTAIN, LIKELY, SURE, find_reader, find_writer
from annotator.formats.source import Source
from annotator.formats.spans_on_tokens import all_tokens
from annotator.formats.written_names import WrittenNames
from annotator.services.schemes import load_scheme
from annotator.text.cleaning import clean
from tests.formats.sinks import written

SCHEME = load_scheme("actors-claims")
NAMES = WrittenNames(SCHEME, fits_tag)
TEXT = "قال وزير النقل: «نعم».\nوأضافت الوزارة أن العقد وُقّع."


def record(*marks: Any, text: str = TEXT, handle: str = "layla") -> Record:
    """A reading with these marks: (label, start, end) or (label, [parts])."""
    id = document_id(text)
    spans = tuple(
        Span(
            id=f"s{place}",
            document_id=id,
            annotator=handle,
            label=label,
            parts=tuple(where[0]) if isinstance(where[0], list) else (tuple(where),),
        )
        for place, (label, *where) in enumerate(marks)
    )
    document = Document(id=id, title="t", text=text)
    return Record(
        document=document, scheme_name=SCHEME.name, scheme_version=1, annotator=Annotator(handle=handle), spans=spans
    )


def conll(*records: Record, **options: str) -> str:
    [data] = written("conll2003", records, SCHEME, **options).values()
    return data.decode()


def tags(found: str) -> list[tuple[str, str]]:
    rows = [line.split("\t") for line in found.split("\n") if line and not line.startswith("-DOCSTART-")]
    return [(row[0], row[-1]) for row in rows if row[-1] != "O"]


def read(data: str | bytes, annotator: str = "layla") -> list[Record]:
    stream = io.BytesIO(data if isinstance(data, bytes) else data.encode())
    return list(find_reader("conll2003").read(Source(stream=stream, scheme=None, annotator=annotator, name="x.conll")))


def test_a_document_is_tokens_with_tags_sentence_by_sentence() -> None:
    assert conll(record(("cue", 0, 3), ("actor", 4, 14))) == (
        f"-DOCSTART-\t{document_id(TEXT)}@layla\t=\tO\n\n"
        "قال\t_\t_\tB-cue\nوزير\t_\t_\tB-actor\nالنقل\t=\t_\tI-actor\n:\t_\t_\tO\n«\t=\t_\tO\nنعم\t=\t_\tO\n»\t=\t_\tO\n"
        ".\t\\u{a}\t_\tO\n\nوأضافت\t_\t_\tO\nالوزارة\t_\t_\tO\nأن\t_\t_\tO\nالعقد\t_\t_\tO\nوُقّع\t=\t_\tO\n.\t=\t_\tO\n\n"
    )


def test_bioes_marks_ends_and_single_tokens() -> None:
    found = tags(conll(record(("cue", 0, 3), ("actor", 4, 14)), tags="bioes"))
    assert found == [("قال", "S-cue"), ("وزير", "B-actor"), ("النقل", "E-actor")]


def test_one_label_alone_can_be_asked_for() -> None:
    made = record(("cue", 0, 3), ("actor", 4, 14))
    assert tags(conll(made, label="cue")) == [("قال", "B-cue")]
    assert tagged(made, NAMES, Conll2003Options(label="cue")).lost == {"spans of other labels": 1}


@pytest.mark.parametrize(
    ("edges", "found", "lost"),
    [
        ("expand", [("وأضافت", "B-cue")], 1),
        ("contract", [], 1),
        ("drop", [], 1),
        ("split", [("أضافت", "B-cue")], 0),
    ],
)
def test_a_span_that_begins_inside_a_token_follows_the_rule(edges: Any, found: Any, lost: int) -> None:
    made = record(("cue", 24, 29))
    assert made.spans[0].quote(TEXT) == "أضافت"
    assert tags(conll(made, edges=edges)) == found
    assert tagged(made, NAMES, Conll2003Options(edges=edges)).lost.get(KINDS[Feature.SUB_TOKEN], 0) == lost


def test_a_token_has_one_tag_and_the_rest_is_counted() -> None:
    made = record(("claim", 0, 22), ("actor", 4, 14), ("cue", 17, 29), ("claim", [(30, 37), (41, 46)]))
    found = tagged(made, NAMES, Conll2003Options())
    assert found.lost == {"nested spans": 1, "overlapping spans": 1, "discontinuous spans": 1}
    assert tags(conll(made))[-2:] == [("الوزارة", "B-claim"), ("العقد", "B-claim")]


def test_no_sentence_ends_inside_a_span() -> None:
    across = conll(record(("claim", 17, 37)))
    assert "\n\nوأضافت" not in across
    assert "\n\nوأضافت" in conll(record(("claim", 17, 21)))


def test_the_gold_reading_is_written_or_else_the_first() -> None:
    readings = [record(("cue", 0, 3), handle=handle) for handle in ("gold", "layla", "abu")]
    assert "@gold\t" in conll(*readings) and "@layla" not in conll(*readings)
    assert "@abu\t" in conll(*sorted(readings[1:], key=lambda one: one.annotator.handle))  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ("B-A I-A O", [(0, 2, "A")]),
        ("I-A I-A O I-A", [(0, 2, "A"), (3, 4, "A")]),
        ("B-A B-A I-B", [(0, 1, "A"), (1, 2, "A"), (2, 3, "B")]),
        ("S-A S-A", [(0, 1, "A"), (1, 2, "A")]),
        ("B-A I-A E-A I-A", [(0, 3, "A"), (3, 4, "A")]),
        ("B-A L-A U-A", [(0, 2, "A"), (2, 3, "A")]),
        ("A-B A-I", [(0, 2, "A")]),
        ("O _ O", []),
    ],
)
def test_tags_of_every_kind_are_read(given: str, found: list[tuple[int, int, str]]) -> None:
    parted = [conll_tags.parted(tag) for tag in given.split()]
    assert list(conll_tags.entities_of([one for one in parted if one is not None])) == found


def test_files_of_others_are_read_with_spaces_between_their_tokens() -> None:
    [first, second] = read(
        "-DOCSTART- -X- -X- O\r\n\r\nقال VBD B-VP O\r\nوزير NN I-NP I-PER\r\n\r\n\r\nونفى X X O\r\n"
        "-DOCSTART- -X- -X- O\n\nنعم X X B-ORG\n"
    )
    assert (first.document.text, second.document.text) == ("قال وزير\nونفى\n", "نعم\n")
    [span] = first.spans
    assert (span.label, span.quote(first.document.text), first.status) == ("PER", "وزير", "done")
    assert first.document.origins[0].path == "x.conll"
    assert read("قال\tO\n")[0].spans == ()
    # Ids are made of what is said, so that reading twice adds nothing.
    assert read("وزير B-PER\n") == read("وزير B-PER\n")
    assert read("وزير B-PER\n")[0].spans[0].id != read("وزير B-PER\n", "omar")[0].spans[0].id


@pytest.mark.parametrize(
    ("data", "line", "told"),
    [
        (b"\xd9 O\n", 1, "it is not UTF-8"),
        ("قال O\nوزير\n".encode(), 2, "it needs a token and a tag"),
        ("قال O\nوزير PER\n".encode(), 2, "'PER' is no tag"),
        (b"\tO\n", 1, "it needs a token and a tag"),
        (b"x" * 1_100_000, 1, "longer than 1024 KiB"),
        (f"-DOCSTART-\t{'0' * 32}@layla\t=\tO\nقال\t=\t_\tO\n".encode(), 1, "but its text has the id"),
        (f"-DOCSTART-\t{'0' * 32}@layla\t=\tO\nقال\tx y\t_\tO\n".encode(), 2, "its second column does not say"),
        (f"-DOCSTART-\t{document_id('قال')}@a b\t=\tO\nقال\t=\t_\tO\n".encode(), 1, "cannot be an annotator's name"),
        (f"-DOCSTART-\t{'0' * 32}@layla\t=\tO\n".encode(), 1, "the document is empty"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_line(data: bytes, line: int, told: str) -> None:
    source = Source(stream=io.BytesIO(data), scheme=SCHEME, annotator="layla")
    with pytest.raises(InputError, match=told):
        list(find_reader("conll2003").read(source))
    assert source.line == line


@pytest.mark.parametrize(
    ("name", "head", "confidence"),
    [
        ("a.conll", b"", CERTAIN),
        ("a.bio", "قال O\nوزير B-PER\n".encode(), SURE),
        ("a.txt", "قال O\nوزير B-PER\n".encode(), LIKELY),
        ("a.txt", "قال الوزير\nنعم".encode(), 0.0),
        ("a.conllu", b"1\ta\t_\t_\t_\t_\t_\t_\t_\t_\n", 0.0),
        ("a.tsv", b"#FORMAT=WebAnno TSV 3.3\n", 0.0),
    ],
)
def test_it_is_known_by_name_or_content(name: str, head: bytes, confidence: float) -> None:
    assert find_reader("conll2003").sniff(name, head) == confidence


# --- through a project ---

ALWAYS_LOST = ("statuses of readings", "the scheme", "titles and origins of articles")
PIECES = [
    *("قال", " ", "  ", "وزيرٌ", "لِلصِّينِ", "😀", "👨‍👩‍👧", "Delta", "،", "«", "»", "_", "=", "\\", "O", "-DOCSTART-"),
    *(
        "\n",
        "\n\n",
        "\t",
        "\u00a0",
        "1\u00a0200",
        "\u200c",
        "\u200f",
        "\u202e",
        "\u064e",
        "3.5%",
        "a.b.c",
        "\ufffd",
        "#",
    ),
]
texts = st.lists(st.sampled_from(PIECES), min_size=1, max_size=14).map(lambda pieces: clean("ق" + "".join(pieces))[0])


@given(st.text(max_size=6))
def test_a_gap_comes_back_from_its_column(gap: str) -> None:
    cell = escaped(gap)
    assert unescaped(cell) == gap
    assert cell and not any(char.isspace() for char in cell)


@given(texts)
def test_tokens_cover_all_that_is_visible(text: str) -> None:
    ranges = all_tokens(text)
    assert ranges == sorted(ranges) and all(start < end for start, end in ranges)
    covered = {offset for start, end in ranges for offset in range(start, end)}
    assert all(offset in covered for offset, char in enumerate(text) if char.isalnum() or char in "😀«_=\\")


@settings(max_examples=6, suppress_health_check=list(HealthCheck))
@given(st.data(), st.lists(texts, min_size=1, max_size=3, unique=True), st.sampled_from(["bio", "bioes"]))
def test_what_is_written_is_read_and_written_again_as_it_was(data: st.DataObject, raw: list[str], kind: str) -> None:
    options = {"tags": kind, "edges": "split"}
    with tempfile.TemporaryDirectory() as name:
        first_out, second_out = Path(name) / "a.conll", Path(name) / "b.conll"
        with Project.create(Path(name) / "a.musnad") as first:
            for text in raw:
                document = first.add_document(text)
                start = data.draw(st.integers(0, len(text) - 1))
                end = data.draw(st.integers(start + 1, len(text)))
                first.annotate(document.id, (start, end), data.draw(st.sampled_from(["cue", "claim"])))
            lost = first.export("conll2003", first_out, options=options).losses
            marks = {one.id: [(span.label, span.parts) for span in first.spans(one.id)] for one in first.documents()}
            texts = {one.id: one.text for one in first.documents()}
        assert set(lost) <= {*ALWAYS_LOST, KINDS[Feature.SUB_TOKEN], KINDS[Feature.ATTRIBUTES]}
        with Project.create(Path(name) / "b.musnad") as second:
            second.import_(first_out)
            assert {one.id: one.text for one in second.documents()} == texts
            if KINDS[Feature.SUB_TOKEN] not in lost:
                for id, known in marks.items():
                    assert [one.label for one in second.spans(id)] == [label for label, _ in known]
            second.export("conll2003", second_out, options=options)
        assert first_out.read_bytes() == second_out.read_bytes()


@pytest.mark.parametrize("label", ["PER", "claim"])
def test_foreign_labels_need_a_map_and_then_come_in(label: str, project: Project, tmp_path: Path) -> None:
    (tmp_path / "x.conll").write_text(f"قال O\nوزير B-{label}\nالنقل I-{label}\n", encoding="utf-8")
    if label == "PER":
        with pytest.raises(InputError, match=r"x\.conll: the scheme has no place for the labels PER; say what becomes"):
            project.import_(tmp_path / "x.conll")
        assert project.documents() == []
    label_map = LabelMap(labels={"PER": "actor"})
    assert project.import_(tmp_path / "x.conll", label_map=label_map).added == 1
    assert project.import_(tmp_path / "x.conll", label_map=label_map).known == 1
    [document] = project.documents()
    assert [(one.label, one.quote(document.text)) for one in project.spans(document.id)] == [
        ("actor" if label == "PER" else label, "وزير النقل")
    ]
    assert (
        project.import_(tmp_path / "x.conll", label_map=LabelMap(labels={"PER": "actor"})).known == 1
        if label == "PER"
        else True
    )


def test_it_says_what_it_has_no_place_for() -> None:
    loses = find_writer("conll2003").loses
    assert {"nested spans", "discontinuous spans", "relations", "the scheme"} <= set(loses)
    assert "articles in their part of the split" not in loses
    assert find_writer("jsonl").loses == []


def test_a_split_is_a_file_for_each_part(project: Project, tmp_path: Path) -> None:
    for number in range(8):
        project.add_document(f"مقال رقم {number}")
    report = project.export("conll2003", tmp_path / "d", split={"train": 50, "test": 50})
    assert sorted(path.name for path in (tmp_path / "d").iterdir()) == ["manifest.json", "test.conll", "train.conll"]
    assert "articles in their part of the split" not in report.losses
    starts = sum(
        (tmp_path / "d" / f"{part}.conll").read_text(encoding="utf-8").count("-DOCSTART-") for part in ("train", "test")
    )
    assert starts == 8
