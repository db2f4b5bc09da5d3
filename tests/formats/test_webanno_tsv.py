"""WebAnno TSV 3.3: each thing that its specification says, and everything that a project holds there and back."""

import io
from pathlib import Path
from typing import Any

import pytest

from annotator import Project
from annotator.errors import InputError
from annotator.formats.record import Record
from annotator.formats.registry import CERTAIN, SURE, find_reader
from annotator.formats.source import Source
from annotator.formats.tsv_escapes import parted, pieces, text_escaped, unescaped_cell, value_escaped
from annotator.services.foreign import scheme_from

FORMAT = "#FORMAT=WebAnno TSV 3.3\n"
NER = "#T_SP=de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity|identifier|value\n"
CLAIM = "#T_SP=webanno.custom.Claim|stance\n"
SOURCE = "#T_RL=webanno.custom.Source|degree|BT_de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity\n"


def tsv(layers: str, *sentences: str, format: str = FORMAT) -> str:
    return f"{format}{layers}\n\n" + "\n\n".join(sentences) + "\n"


def rows(*lines: str) -> str:
    """A sentence: its text, then rows with spaces for tabs; a tab ends each column."""
    text, *rest = lines
    return "\n".join([f"#Text={text}", *("\t".join(line.split(" ")) + "\t" for line in rest)])


def read(data: str | bytes) -> tuple[Record, Source]:
    stream = io.BytesIO(data if isinstance(data, bytes) else data.encode())
    given = Source(stream=stream, scheme=None, annotator="layla", name="a.tsv")
    [record] = find_reader("webanno-tsv").read(given)
    return record, given


def told(record: Record) -> tuple[list[Any], list[Any]]:
    text = record.document.text
    label = {span.id: (span.label, span.quote(text)) for span in record.spans}
    spans = [(*label[span.id], dict(span.attributes)) for span in record.spans]
    links = [(*label[one.from_id], one.label, *label[one.to_id], dict(one.attributes)) for one in record.relations]
    return sorted(spans, key=str), sorted(links, key=str)


def test_offsets_are_utf16_units_also_behind_an_emoji() -> None:
    record, _ = read(
        tsv(CLAIM, rows("I like 😀 it .", "1-1 0-1 I _", "1-2 2-6 like _", "1-3 7-9 😀 *", "1-4 10-12 it x"))
    )
    assert record.document.text == "I like 😀 it ."
    assert told(record)[0] == [("Claim", "it", {"stance": "x"}), ("Claim", "😀", {})]


def test_offsets_in_code_points_are_known_by_their_tokens() -> None:
    record, _ = read(
        tsv(CLAIM, rows("😀 it .", "1-1 0-1 😀 *", "1-2 2-4 it x", "1-3 5-6 . y"), rows("نعم", "2-1 7-10 نعم z"))
    )
    assert [one[:2] for one in told(record)[0]] == [("Claim", "."), ("Claim", "it"), ("Claim", "نعم"), ("Claim", "😀")]


def test_a_layer_has_a_column_a_feature_and_its_value_may_be_its_label() -> None:
    sentence = rows(
        "Ms. Haag said",
        "1-1 0-3 Ms. http://x.org/1[1] PER[1]",
        "1-2 4-8 Haag http://x.org/1[1] PER[1]",
        "1-3 9-13 said _ _",
    )
    record, _ = read(tsv(NER, sentence))
    assert told(record)[0] == [("PER", "Ms. Haag", {"identifier": "http://x.org/1"})]
    assert record.label_names["PER"].endswith("NamedEntity[value=PER]")


def test_a_layer_without_features_has_one_column() -> None:
    record, _ = read(tsv("#T_SP=webanno.custom.Mark|\n" + CLAIM, rows("a b", "1-1 0-1 a * _", "1-2 2-3 b _ x")))
    assert told(record)[0] == [("Claim", "b", {"stance": "x"}), ("Mark", "a", {})]


def test_stacked_annotations_are_told_apart_by_their_ids() -> None:
    sentence = rows("a b c", "1-1 0-1 a x[1]|y[2]", "1-2 2-3 b x[1]|z", "1-3 4-5 c *[3]|*[4]")
    record, _ = read(tsv(CLAIM, sentence))
    assert [(quote, said.get("stance")) for _, quote, said in told(record)[0]] == [
        ("a b", "x"),
        ("a", "y"),
        ("b", "z"),
        ("c", None),
        ("c", None),
    ]


def test_parts_of_tokens_are_rows_and_may_overlap() -> None:
    sentence = rows("plays on", "1-1 0-5 plays _", "1-1.1 0-3 pla x", "1-1.2 2-5 ays y[1]", "1-2 6-8 on y[1]")
    record, _ = read(tsv(CLAIM, sentence))
    assert [(quote, said["stance"]) for _, quote, said in told(record)[0]] == [("ays on", "y"), ("pla", "x")]


def test_relations_lead_from_the_row_that_they_name() -> None:
    sentence = rows(
        "a b c",
        "1-1 0-1 a * PER _ _",
        "1-2 2-3 b *[1]|*[2] ORG[1]|LOC[2] strong 1-1[0_2]",
        "1-3 4-5 c * MISC *|weak 1-2[1_0]|1-1",
    )
    record, given = read(tsv(NER + SOURCE, sentence))
    assert told(record)[1] == [
        ("ORG", "b", "Source", "MISC", "c", {}),
        ("PER", "a", "Source", "LOC", "b", {"degree": "strong"}),
        ("PER", "a", "Source", "MISC", "c", {"degree": "weak"}),
    ]
    assert +given.left == {}
    lost, given = read(tsv(NER + SOURCE, sentence.replace("1-2[1_0]", "7-2[1_0]")))
    assert (len(lost.relations), +given.left) == (2, {"relations whose end is missing": 1})


def test_dependencies_lead_between_tokens() -> None:
    layer = "#T_RL=x.Dependency|DependencyType|BT_de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token\n"
    record, given = read(tsv(layer, rows("a b", "1-1 0-1 a subj 1-2", "1-2 2-3 b ROOT 1-2")))
    assert told(record)[1] == [("Token", "b", "Dependency", "Token", "a", {"DependencyType": "subj"})]
    assert +given.left == {"relations of a mark to itself": 1}


def test_slots_are_relations_with_their_roles() -> None:
    layers = "#T_SP=x.Frame|fe|ROLE_x.Frame:Roles_x.FrameRolesLink|x.Lu\n#T_SP=x.Lu|lu\n"
    sentence = rows(
        "Bob sold the clock to Jo",
        "1-1 0-3 Bob _ _ _ bob",
        "1-2 4-8 sold deal seller;*;buyer 1-1;1-3[4];1-6 _",
        "1-3 9-12 the _ _ _ clock[4]",
        "1-4 13-18 clock _ _ _ clock[4]",
        "1-5 19-21 to _ _ _ _",
        "1-6 22-24 Jo _ _ _ jo",
    )
    record, _ = read(tsv(layers, sentence))
    assert told(record)[1] == [
        ("Frame", "sold", "Roles", "Lu", "the clock", {}),
        ("Frame", "sold", "buyer", "Lu", "Jo", {}),
        ("Frame", "sold", "seller", "Lu", "Bob", {}),
    ]
    assert record.relation_names["buyer"] == "x.Frame:Roles[x.FrameRolesLink=buyer]"


@pytest.mark.parametrize("order", ["referenceType|referenceRelation", "referenceRelation|referenceType"])
def test_chains_lead_from_link_to_link(order: str) -> None:
    def row(unit: str, kind: str, relation: str) -> str:
        return f"{unit} {kind} {relation}" if order.startswith("referenceType") else f"{unit} {relation} {kind}"

    sentence = rows(
        "He shot himself with it",
        row("1-1 0-2 He", "pr[1]", "coref->1-1"),
        row("1-2 3-7 shot", "_", "_"),
        row("1-3 8-15 himself", "pr[1]|*[2]", "*->1-2|*->2-1"),
        row("1-4 16-20 with", "*[1]", "*->1-3"),
    )
    record, _ = read(tsv(f"#T_CH=x.CoreferenceLink|{order}\n", sentence))
    spans, links = told(record)
    assert [one[1:] for one in spans] == [
        ("He", {"referenceType": "pr", "referenceRelation": "coref"}),
        ("himself", {"referenceType": "pr"}),
        ("himself", {}),
        ("with", {}),
    ]
    assert [(start, label, end) for _, start, label, _, end, _ in links] == [
        ("He", "next", "himself"),
        ("himself", "next", "with"),
    ]


def test_sentences_may_have_ids_and_several_lines_and_gaps_between_them() -> None:
    first = "#Sentence.id=s1\n#Text=a\\\\b\n#Text=c\\td\n1-1\t0-3\ta\\b\tx\t\n1-2\t4-7\tc\td\t_\t\n".replace(
        "c\td\t", "cd\t"
    )
    record, _ = read(tsv(CLAIM, first, rows("e", "2-1 10-11 e y")))
    assert record.document.text == "a\\b\nc\td\n  e"
    assert [one[1] for one in told(record)[0]] == ["a\\b", "e"]


def test_reserved_characters_are_escaped() -> None:
    value = "#\\*'\"`´\\t:\\;{}\\|\\[ \\]()\\\\§\\->\\_\\n"
    cells = f"1-1\t0-1\ta\t{value}[7]\t\n"
    record, _ = read(tsv(CLAIM, f"#Text=a\n{cells}"))
    assert told(record)[0] == [("Claim", "a", {"stance": "#*'\"`´\t:;{}|[ ]()\\§->_\n"})]
    assert value_escaped("#*'\"`´\t:;{}|[ ]()\\§->_\n") == value
    assert pieces("a\\|b|c\\\\|\\|", "|") == ["a\\|b", "c\\\\", "\\|"]
    assert parted("\\[1\\]") == ("\\[1\\]", None) and parted("a\\\\[1]") == ("a\\\\", 1)
    assert unescaped_cell(text_escaped("a\\\t\n\r\f")) == "a\\\t\n\r\f"


def test_annotations_without_text_are_told() -> None:
    record, given = read(tsv(CLAIM, rows("a", "1-1 0-1 a _").replace("\t_\t", "\t_\t\n1-1.1\t0-0\t\t*\t")))
    assert (record.spans, +given.left) == ((), {"marks without text": 1})


@pytest.mark.parametrize(
    ("data", "line", "error"),
    [
        ("#FORMAT=WebAnno TSV 2\n", 1, "it is WebAnno TSV 2; export it as version 3.3"),
        ("1-1\t0-1\ta\n", 1, "does not begin with #FORMAT"),
        (tsv(CLAIM, "#Text=a\nhello\n"), 6, "it is no row"),
        (tsv(CLAIM, "#Text=a\n1-1\t0-1\ta\n"), 6, "it has 0 columns behind its token; its head declares 1"),
        (tsv(CLAIM, "#Text=a\n1-1\t1-0\ta\t_\n"), 6, "columns"),
        (
            tsv(CLAIM, rows("abc", "1-1 0-3 abc _"), rows("d", "2-1 1-2 d _")),
            8,
            "begins at 1, but the text reaches to 3",
        ),
        (tsv(CLAIM, rows("a", "1-1 0-9 a x")), 6, "outside the text of 1 UTF-16"),
        (tsv(SOURCE, rows("a", "1-1 0-1 a x nowhere")), 6, "'nowhere' leads nowhere"),
        (tsv("#T_CH=x|a|b\n", rows("a", "1-1 0-1 a x y")), 6, "a chain has the features"),
        (tsv("#T_SP=|a\n"), 2, "a layer without a name"),
        (tsv(CLAIM), 0, "it holds no text"),
        (b"#FORMAT=WebAnno TSV 3.3\n\xff", 0, "is not UTF-8"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_line(data: str | bytes, line: int, error: str) -> None:
    stream = io.BytesIO(data if isinstance(data, bytes) else data.encode())
    given = Source(stream=stream, scheme=None, annotator="layla", name="a.tsv")
    with pytest.raises(InputError, match=error):
        list(find_reader("webanno-tsv").read(given))
    assert given.line == line


def test_it_is_known_by_its_first_line() -> None:
    sniff = find_reader("webanno-tsv").sniff
    assert (sniff("a.tsv", FORMAT.encode()), sniff("admin.txt", FORMAT.encode())) == (SURE, CERTAIN)
    assert sniff("a.tsv", b"1-1\t0-1\ta") == 0.0


def test_what_is_written_is_what_the_specification_shows(tmp_path: Path) -> None:
    with Project.create(tmp_path / "a.musnad", annotator="layla") as project:
        document = project.add_document("  قال 😀 الوزير: نعم.\nونفى", title="x")
        actor = project.annotate(document.id, (8, 14), "actor", {"kind": "person"})
        claim = project.annotate(document.id, [(16, 19), (22, 25)], "claim", {"polarity": "denied"})
        project.annotate(document.id, (2, 5), "cue")
        project.annotate(document.id, (5, 6), "cue")
        project.link(claim.id, actor.id, "target", {"stance": "against"})
        project.export("webanno-tsv", tmp_path / "out")
    lines = (tmp_path / "out" / "layla" / "x.tsv").read_text(encoding="utf-8").split("\n")
    assert lines == [
        "#FORMAT=WebAnno TSV 3.3",
        "#T_SP=webanno.custom.Actor|actorId|actorName|kind|mention",
        "#T_SP=webanno.custom.Claim|attitude|authorial_stance|polarity|quote_type|verifiability",
        "#T_SP=webanno.custom.Cue|act",
        "#T_RL=webanno.custom.Continuation|BT_uima.tcas.Annotation",
        "#T_RL=webanno.custom.Target|stance|BT_uima.tcas.Annotation",
        "",
        "",
        "#Text=  قال 😀 الوزير: نعم.",
        "#Text=",
        "1-1\t0-2\t  " + "\t_" * 13 + "\t",
        "1-2\t2-5\tقال" + "\t_" * 9 + "\t*\t_\t_\t_\t",
        "1-3\t5-6\t " + "\t_" * 9 + "\t*\t_\t_\t_\t",
        "1-4\t6-8\t😀" + "\t_" * 13 + "\t",
        "1-5\t9-15\tالوزير\t*[1]\t*[1]\tperson[1]\t*[1]" + "\t_" * 7 + "\tagainst\t1-7[2_1]\t",
        "1-6\t15-16\t:" + "\t_" * 13 + "\t",
        "1-7\t17-20\tنعم\t_\t_\t_\t_\t*[2]\t*[2]\tdenied[2]\tindirect[2]\t*[2]\t_\t_\t_\t_\t",
        "1-8\t20-21\t." + "\t_" * 13 + "\t",
        "",
        "#Text=ونفى",
        "2-1\t22-26\tونفى" + "\t_" * 13 + "\t",
        "2-1.1\t23-26\tنفى\t_\t_\t_\t_\t*[3]\t*[3]\t*[3]\t*[3]\t*[3]\t_\t1-7[2_3]\t_\t_\t",
        "",
    ]


def test_someone_elses_layers_are_written_back(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    layers = "#T_SP=x.Frame|fe|ROLE_x.Frame:Roles_x.FrameRolesLink|x.Lu\n#T_SP=x.Lu|lu\n" + NER
    sentence = rows("Bob sold", "1-1 0-3 Bob _ _ _ b _ PER", "1-2 4-8 sold deal seller 1-1 _ _ _")
    (tmp_path / "in" / "d.tsv").write_text(tsv(layers, sentence), encoding="utf-8")
    scheme = scheme_from(tmp_path / "in")
    folders = [tmp_path / "in"]
    for turn in "ab":
        with Project.create(tmp_path / f"{turn}.musnad", scheme=scheme, annotator="anna") as project:
            project.import_(folders[-1], "webanno-tsv")
            project.export("webanno-tsv", tmp_path / turn)
            folders.append(tmp_path / turn)
    [path] = (tmp_path / "a").glob("*/*.tsv")
    lines = path.read_text(encoding="utf-8").split("\n")
    assert "#T_SP=x.Frame|fe|ROLE_x.Frame:Roles_x.FrameRolesLink|uima.tcas.Annotation" in lines
    assert "1-2\t4-8\tsold\t_\tdeal\tseller\t1-1[1]\t_\t" in lines
    assert path.read_bytes() == next((tmp_path / "b").glob("*/*.tsv")).read_bytes()


def test_the_first_versions_wrote_texts_as_they_are_and_as_java_does() -> None:
    raw = rows("C:\\temp is", "1-1 0-7 C:\\temp PATH", "1-2 8-10 is _")
    record, _ = read(tsv(CLAIM, raw, format="#FORMAT=WebAnno TSV 3\n"))
    assert record.document.text == "C:\\temp is"
    java = rows('\\u0642\\u0627\\u0644 \\uD83D\\uDE0A \\"x\\"', "1-1 0-3 قال a", "1-2 4-6 😊 b", '1-3 7-10 "x" c')
    record, _ = read(tsv(CLAIM, java, format="#FORMAT=WebAnno TSV 3.1\n"))
    assert [one[1] for one in told(record)[0]] == ['"x"', "قال", "😊"]


def test_a_mark_whose_slots_are_all_empty_is_one() -> None:
    slots = "#T_SP=webanno.custom.Host|ROLE_webanno.custom.Host:links_webanno.custom.Link|uima.tcas.Annotation\n"
    record, _ = read(tsv(slots, rows("This is", "1-1 0-4 This _ *", "1-2 5-7 is _ _")))
    assert told(record) == ([("Host", "This", {})], [])


OLDER = (
    " # webanno.custom.Claim | stance | sure # webanno.custom.About | kind | AttachTo=webanno.custom.Claim\n"
    "\n#id=1\n#text=قال 😀 إن\nذلك صحيح\n"
    "1-1\tقال\tB-for|B-against\tB-yes|B-no\t_\t_\t\n1-2\t😀\tI-for|O\tI-yes|O\t_\t_\t\n"
    "1-3\tإن\tB-webanno.custom.Claim_\tB-webanno.custom.Claim_\tof\t1-1\t\n1-4\tذلك\tO\tO\t_\t_\t\n"
    "1-5\tصحيح\tplain\t_\t_\t_\t\n\n#id=2\n#text=نعم\n2-1\tنعم\tB-for\tB-yes\tof\t1-3\t\n"
)


def test_version_2_is_read_by_its_tokens() -> None:
    record, _ = read(OLDER)
    assert record.document.text == "قال 😀 إن\nذلك صحيح\nنعم"
    assert told(record) == (
        [
            ("Claim", "إن", {}),
            ("Claim", "صحيح", {"stance": "plain"}),
            ("Claim", "قال 😀", {"stance": "for", "sure": "yes"}),
            ("Claim", "قال", {"stance": "against", "sure": "no"}),
            ("Claim", "نعم", {"stance": "for", "sure": "yes"}),
        ],
        [
            ("Claim", "إن", "About", "Claim", "نعم", {"kind": "of"}),
            ("Claim", "قال 😀", "About", "Claim", "إن", {"kind": "of"}),
        ],
    )


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("1-4\tذلك", "1-4\tهذا", 9, "the token 'هذا' does not follow"),
        ("1-4\tذلك\tO", "1-4\tذلك", 9, "has not 4 columns"),
        ("1-4\tذلك\t", "1-4 ذلك\t", 9, "it is no row of WebAnno TSV 2"),
        ("\t1-3\t", "\t9-3\t", 14, "leads from '9-3'"),
    ],
)
def test_a_fault_in_version_2_is_told(old: str, new: str, line: int, said: str) -> None:
    given = Source(stream=io.BytesIO(OLDER.replace(old, new).encode()), scheme=None, annotator="layla", name="a.tsv")
    with pytest.raises(InputError, match=said):
        list(find_reader("webanno-tsv").read(given))
    assert given.line == line
