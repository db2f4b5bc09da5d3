"""CoNLL-U: what its library reads in our files, and what we read of other people's."""

import io
from collections.abc import Iterator

import conllu
import pytest

from annotator import Project
from annotator.errors import InputError
from annotator.formats.conllu import quoted, spelled, unquoted, unspelled
from annotator.formats.conllu_reader import COLUMNS
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


def _quotes(record: Record) -> list[tuple[str, str]]:
    return [(span.label, span.quote(record.document.text)) for span in record.spans]


def _foreign(text: str) -> Source:
    return Source(stream=io.BytesIO(text.encode()), scheme=None, annotator="layla")


def _links(record: Record) -> list[tuple[str, str, str]]:
    quotes = {span.id: span.quote(record.document.text) for span in record.spans}
    return [(one.label, quotes[one.from_id], quotes[one.to_id]) for one in record.relations]


def test_mentions_of_entities_and_their_links_come_in() -> None:
    source = _foreign(
        rows(
            "# generator = parser",
            "# newdoc id = a",
            "# global.Entity = eid-etype-head-other",
            "1 زارت Entity=(e9-event-1-)",
            "2 وزيرة Entity=(e1-person-1-infstat:new%2Cx",
            "3 الخارجية Entity=(e2--1-)e1)",
            "4 باريس Entity=(e3-place-1-)",
            "",
            "1 قالت _",
            "1.1 هي Entity=(e1-person-1-)",
            "2-3 إنها _",
            "2 إن _",
            "3 ها Bridge=e3<e1:part|Entity=(e1-person-1-)",
            "4 ونظيرها Entity=(e4[1/2]-person-1-)",
            "5 أمس _",
            "6 الفرنسي Entity=(e4[2/2]-person-1-)|SpaceAfter=No",
            "",
            "# newdoc id = b",
            "1 هما Entity=(e5-person-1-)|SplitAnte=e1<e5,e5<e5",
            "",
        )
    )
    first, second = find_reader("conllu").read(source)
    assert first.document.text == "زارت وزيرة الخارجية باريس قالت إنها ونظيرها أمس الفرنسي"
    assert sorted(_quotes(first)) == sorted(
        [
            ("event", "زارت"),
            ("person", "وزيرة الخارجية"),
            ("mention", "الخارجية"),
            ("place", "باريس"),
            ("person", "ها"),
            ("person", "ونظيرها … الفرنسي"),
        ]
    )
    minister = next(one for one in first.spans if first.document.text[one.start :].startswith("وزيرة"))
    assert dict(minister.attributes) == {"head": "1", "other": "infstat:new,x"}
    assert _links(first) == [("coreference", "وزيرة الخارجية", "ها"), ("bridging", "ها", "باريس")]
    assert dict(first.relations[1].attributes) == {"type": "part"}
    assert _quotes(second) == [("person", "هما")]
    assert source.left["marks without text"] == 1
    assert source.left["relations whose end is missing"] == 1


def test_mentions_as_gum_writes_them() -> None:
    keys = "# global.Entity = GRP-etype-infstat-salience-centering-minspan-link-identity"
    lines = (
        "1 قال _",
        "2 رئيس Entity=(4-person-new-nnnnn-cf1-1-sgl-Al-Ahram_%28paper%29",
        "3 الأهرام Entity=(5-organization-new-nnnnn-cf2-1-sgl)4)",
        "",
    )
    [record] = find_reader("conllu").read(_foreign(rows(keys, *lines)))
    assert _quotes(record) == [("person", "رئيس الأهرام"), ("organization", "الأهرام")]
    assert record.spans[0].attributes["identity"] == "Al-Ahram_(paper)"
    assert record.spans[0].attributes["link"] == "sgl"


def test_further_columns_hold_names_and_expressions() -> None:
    names = " ".join(COLUMNS)
    blank = "\t".join("_" * 7)
    text = (
        f"# global.columns = {names} SEM:NE PARSEME:MWE\n"
        f"1\tأخذ\t{blank}\t_\t_\t1:LVC.full\n"
        f"2\tعمر\t{blank}\t_\tB-PER\t*\n"
        f"3\tقرارا\t{blank}\tSpaceAfter=No\t_\t1;2:VID\n"
        f"4\t.\t{blank}\t_\t_\t2\n\n"
        f"1\tأخذ\t{blank}\t_\t_\t1:VID\n\n"
    )
    [record] = find_reader("conllu").read(_foreign(text))
    assert sorted(_quotes(record)) == sorted(
        [("LVC.full", "أخذ … قرارا"), ("PER", "عمر"), ("VID", "قرارا."), ("VID", "أخذ")]
    )
    assert find_reader("conllu").sniff("train.cupt", text.encode()) == SURE
    assert find_reader("conllu").sniff("train.txt", text.encode()) == LIKELY


@pytest.mark.parametrize(
    ("lines", "number", "reason"),
    [
        (("1 قال Entity=(e1-x-1-", "2 عمر _"), 1, r"the mention 'e1' is opened and never closed: write e1\)"),
        (("1 قال _", "2 عمر Entity=e1)"), 2, r"e1\) closes a mention that is not open"),
        (("1 قال Entity=(e1[2/2]-x-1-)",), 1, r"no piece of a mention before 'e1\[2/2\]'"),
        (("1 قال _", "2 عمر Entity=(e1-x-1-)e"), 2, r"cannot be read: \(e1-person opens a mention"),
        (("1 قال Entity=(e1-x-1-)|Bridge=e1",), 1, "Bridge=e1 cannot be read: write Bridge=e1<e2"),
        (("# global.columns = FORM MISC", "1 قال _"), 1, "must name the columns ID and FORM"),
    ],
)
def test_what_is_wrong_with_mentions_is_told_with_its_line(lines: tuple[str, ...], number: int, reason: str) -> None:
    source = _foreign(rows(*lines))
    with pytest.raises(InputError, match=reason):
        list(find_reader("conllu").read(source))
    assert source.line == number
