"""CoNLL-U: what its library reads in our files, and what we read of other people's."""

import io
from collections.abc import Iterator

import conllu
import pytest

from annotator import Project
from annotator.errors import InputError
from annotator.formats.conllu import quoted, spelled, unquoted, unspelled
from annotator.formats.mapping import LabelMap
from annotator.formats.record import Record
from annotator.formats.registry import LIKELY, SURE, find_reader
from annotator.formats.source import Source
from annotator.services.readings import records_of
from annotator.services.selection import Chosen
from tests.formats.sinks import written
from tests.services.test_round_trip import SCHEME

MAP = LabelMap(labels={"PER": "actor"})


def read(text: str) -> list[Record]:
    source = Source(stream=io.BytesIO(text.encode()), scheme=SCHEME, annotator="layla", map=MAP)
    return list(find_reader("conllu").read(source))


def rows(*lines: str) -> str:
    return "".join(f"{line}\n" if line.startswith("#") or not line else f"{_row(line)}\n" for line in lines)


def _row(line: str) -> str:
    id, form, misc = line.split(" ")
    return "\t".join([id, form, *["_"] * 7, misc])


def shown(data: bytes) -> Iterator[tuple[str, str, str]]:
    """Each token of a file with its number and the spans it stands in, as the library reads it."""
    for sentence in conllu.parse(data.decode()):
        for token in sentence:
            id = token["id"]
            number = "-".join(str(one) for one in (id[0], id[2])) if isinstance(id, tuple) else str(id)
            yield number, token["form"], (token["misc"] or {}).get("Spans", "")


def test_a_clitic_outside_a_span_is_a_piece_of_a_multiword_token(project: Project) -> None:
    document = project.add_document("قال وبيونغ يانغ.")
    project.annotate(document.id, (5, 15), "actor")
    [data] = written("conllu", records_of(project, Chosen(), None), SCHEME).values()
    assert list(shown(data)) == [
        ("1", "قال", ""),
        ("2-3", "وبيونغ", ""),
        ("2", "و", ""),
        ("3", "بيونغ", "1:actor"),
        ("4", "يانغ", "1:actor"),
        ("5", ".", ""),
    ]


def test_its_library_reads_the_sample(sample: Project) -> None:
    records = list(records_of(sample, Chosen(), None))
    [data] = written("conllu", records, SCHEME).values()
    sentences = conllu.parse(data.decode())
    assert sum("newdoc id" in one.metadata for one in sentences) == 21
    assert sum(sum(key.startswith("span ") for key in one.metadata) for one in sentences) == 1109
    for one in sentences[:40]:
        words = [token for token in one if isinstance(token["id"], tuple)]
        pieces = {number for token in words for number in range(token["id"][0], token["id"][2] + 1)}
        words += [token for token in one if token["id"] not in pieces and isinstance(token["id"], int)]
        words.sort(key=lambda token: token["id"] if isinstance(token["id"], int) else token["id"][0])
        text = "".join(
            token["form"] + ("" if (token["misc"] or {}).get("SpaceAfter") == "No" else " ") for token in words
        )
        assert " ".join(text.split()) == one.metadata["text"]


def test_other_peoples_files_are_read() -> None:
    [first, second] = read(
        rows(
            "# newdoc id = a",
            "# sent_id = 1",
            "1 قال ner=O",
            "2-3 للوزير SpaceAfter=No",
            "2 ل ner=O",
            "3 الوزير ner=S-PER",
            "4 . _",
            "",
            "# newpar",
            "1 Omar ner=B-PER",
            "2 Said ner=E-PER",
            "2.1 _ _",
            "",
            "# newdoc",
            "1 نعم SpaceAfter=No",
            "",
        )
    )
    assert first.document.text == "قال للوزير.\nOmar Said"
    assert [span.quote(first.document.text) for span in first.spans] == ["للوزير", "Omar Said"]
    assert second.document.text == "نعم"
    assert find_reader("conllu").sniff("a.txt", rows("1 a _", "2 b _", "3 c _").encode()) == LIKELY
    assert find_reader("conllu").sniff("a.conllu", rows("1 a _", "2 b _", "3 c _").encode()) == SURE


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        ("1\tقال\n", "it has 2 columns; CoNLL-U has 10"),
        (rows("x قال _"), "'x' is no number of a word"),
        (rows("1 قال ner=Z"), "'Z' is no tag"),
        (rows("# musnad = {", "1 قال _"), "a comment of ours cannot be read"),
        (rows('# musnad = {"id": "0"}', "1 قال _"), "its id is '0', but this text has the id"),
        (rows("# newdoc id = a"), "the document has no words"),
    ],
)
def test_what_is_wrong_is_told(lines: str, reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        read(lines)


def test_cells_hold_any_gap_and_any_name() -> None:
    for text in (" ", "\n", " \n\t", "\u200f", "a|b\\c", "\\s", "\u2028 x", "%41;", "a,b:c=d|e f"):
        assert unspelled(spelled(text)) == text
        assert unquoted(quoted(text)) == text
        assert not set(spelled(text) + quoted(text)) & set("|\t\n \u2028")
