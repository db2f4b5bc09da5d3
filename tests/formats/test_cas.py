"""UIMA CAS: files of INCEpTION and of others come in whole; ours are read by dkpro-cassis, and come back."""

import io
import posixpath
import warnings
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any, BinaryIO

import cassis
import pytest

from annotator import Project
from annotator.errors import InputError
from annotator.formats.mapping import LabelMap
from annotator.formats.record import Record
from annotator.formats.registry import CERTAIN, LIKELY, SURE, find_reader
from annotator.formats.source import Source
from annotator.services.foreign import scheme_from
from annotator.services.sample import make_sample

TEXT = "قال 😀 الوزير نعم\nثم نفى"
DKPRO = "http:///de/tudarmstadt/ukp/dkpro/core/api"
HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" '
    f'xmlns:cas="http:///uima/cas.ecore" xmlns:tcas="http:///uima/tcas.ecore" xmlns:ner="{DKPRO}/ner/type.ecore" '
    f'xmlns:seg="{DKPRO}/segmentation/type.ecore" xmlns:dep="{DKPRO}/syntax/type/dependency.ecore" '
    f'xmlns:meta="{DKPRO}/metadata/type.ecore" xmlns:custom="http:///webanno/custom.ecore" '
    'xmlns:rw="http:///de/idsma/rw.ecore" xmi:version="2.0">\n<cas:NULL xmi:id="0"/>\n'
)
SOFA = '<cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" mimeType="text" sofaString="{}"/>'
TYPES = """<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier"><types>
<typeDescription><name>webanno.custom.Claim</name><supertypeName>uima.tcas.Annotation</supertypeName><features>
<featureDescription><name>stance</name><rangeTypeName>uima.cas.String</rangeTypeName></featureDescription>
<featureDescription><name>speaker</name><rangeTypeName>uima.tcas.Annotation</rangeTypeName></featureDescription>
<featureDescription><name>about</name><rangeTypeName>uima.cas.FSArray</rangeTypeName></featureDescription>
</features></typeDescription>
<typeDescription><name>webanno.custom.AboutLink</name><supertypeName>uima.cas.TOP</supertypeName><features>
<featureDescription><name>role</name><rangeTypeName>uima.cas.String</rangeTypeName></featureDescription>
<featureDescription><name>target</name><rangeTypeName>uima.tcas.Annotation</rangeTypeName></featureDescription>
</features></typeDescription>
</types></typeSystemDescription>"""
INCEPTION = (
    '<meta:DocumentMetaData xmi:id="2" sofa="1" begin="0" end="25" language="ar" documentTitle="العقد"/>'
    '<seg:Sentence xmi:id="3" sofa="1" begin="0" end="18"/><seg:Token xmi:id="4" sofa="1" begin="0" end="3"/>'
    '<seg:Token xmi:id="5" sofa="1" begin="7" end="13"/><seg:Token xmi:id="6" sofa="1" begin="14" end="17"/>'
    '<dep:ROOT xmi:id="7" sofa="1" begin="0" end="3" Governor="4" Dependent="4" DependencyType="root"/>'
    '<dep:Dependency xmi:id="8" sofa="1" begin="7" end="13" Governor="4" Dependent="5" DependencyType="nsubj"/>'
    '<ner:NamedEntity xmi:id="9" sofa="1" begin="7" end="13" value="PER" identifier="http://x.org/Q1"/>'
    '<ner:NamedEntity xmi:id="10" sofa="1" begin="0" end="3"/>'
    '<custom:Claim xmi:id="11" sofa="1" begin="14" end="17" stance="pro" speaker="9" about="13 14"/>'
    '<custom:AboutLink xmi:id="13" role="Topic" target="10"/><custom:AboutLink xmi:id="14" role="Topic" target="9"/>'
    '<custom:Empty xmi:id="15" sofa="1" begin="4" end="4"/>'
)


def escaped(text: str) -> str:
    return text.replace("\n", "&#10;")


def xmi(body: str, text: str = TEXT, *more: str) -> bytes:
    return f"{HEAD}{body}\n{SOFA.format(escaped(text))}{''.join(more)}</xmi:XMI>".encode()


def source(files: Mapping[str, bytes], name: str = "a.xmi", folder: bool = False) -> Source:
    """A file with those beside it, or a folder, in memory."""
    place = posixpath.dirname(name)

    def open(wanted: str) -> BinaryIO:
        path = posixpath.normpath(posixpath.join(place, wanted))
        if path not in files:
            raise InputError("there is no file {name}", name=wanted)
        return io.BytesIO(files[path])

    stream = io.BytesIO(files[name])
    listed = tuple(sorted(files)) if folder else ()
    return Source(stream=stream, scheme=None, annotator="layla", name=name, open=open, files=listed)


def read(files: Mapping[str, bytes], format: str = "cas-xmi", name: str = "a.xmi") -> tuple[list[Record], Source]:
    given = source(files, name)
    return list(find_reader(format).read(given)), given


def told(record: Record) -> tuple[list[Any], list[Any]]:
    text = record.document.text
    label = {span.id: (span.label, span.quote(text)) for span in record.spans}
    links = sorted((*label[one.from_id], one.label, *label[one.to_id]) for one in record.relations)
    return sorted((*label[span.id], dict(span.attributes)) for span in record.spans), links


def test_layers_of_inception_come_in_with_what_they_lead_to() -> None:
    [[record], given] = read({"a.xmi": xmi(INCEPTION), "TypeSystem.xml": TYPES.encode()})
    spans, links = told(record)
    assert spans == [
        ("Claim", "نعم", {"stance": "pro"}),
        ("NamedEntity", "قال", {}),
        ("PER", "الوزير", {"identifier": "http://x.org/Q1"}),
        ("Token", "الوزير", {}),
        ("Token", "قال", {}),
    ]
    assert links == [
        ("Claim", "نعم", "Topic", "NamedEntity", "قال"),
        ("Claim", "نعم", "Topic", "PER", "الوزير"),
        ("Claim", "نعم", "speaker", "PER", "الوزير"),
        ("Token", "قال", "Dependency", "Token", "الوزير"),
    ]
    assert record.label_names["PER"].endswith("ner.type.NamedEntity[value=PER]")
    assert record.relation_names["Topic"] == "webanno.custom.Claim:about[webanno.custom.AboutLink=Topic]"
    assert (record.document.title, record.document.language, record.status) == ("العقد", "ar", "done")
    assert +given.left == {"marks without text": 1, "relations of a mark to itself": 1}


def test_without_a_type_system_features_are_values() -> None:
    body = '<rw:Stwr xmi:id="2" sofa="1" begin="0" end="17" Level="2" StwrID="3" NonFact=" "/>'
    body += '<rw:Stwr xmi:id="3" sofa="1" begin="4" end="13" Level="1"/>'
    [[record], _] = read({"a.xmi": xmi(body)})
    assert [(span.label, span.attributes) for span in record.spans] == [
        ("Stwr", {"Level": "2", "StwrID": "3"}),
        ("Stwr", {"Level": "1"}),
    ]


def test_controls_that_xml_1_1_names_are_replaced() -> None:
    body = '<rw:Stwr xmi:id="2" sofa="1" begin="7" end="9" Note="a&#1;b&#65;"/>'
    data = xmi(body, "قال&#x1; 😀 نعم").replace(b'version="1.0" enc', b'version="1.1" enc')
    [[record], _] = read({"a.xmi": data})
    assert (record.document.text, told(record)[0]) == ("قال\ufffd 😀 نعم", [("Stwr", " ن", {"Note": "a\ufffdbA"})])


def test_a_map_may_name_the_layer_with_its_value_or_the_value_alone(tmp_path: Path) -> None:
    (tmp_path / "a.xmi").write_bytes(xmi(INCEPTION))
    (tmp_path / "TypeSystem.xml").write_text(TYPES, encoding="utf-8")
    rest = {"Claim": "claim", "Token": "-", "NamedEntity": "-"}
    for labels in ({"NamedEntity[value=PER]": "actor"}, {"PER": "actor"}):
        with Project.create(tmp_path / f"{len(labels)}{min(labels)[0]}.musnad") as project:
            relations = {"Topic": "target", "speaker": "source", "Dependency": "-"}
            report = project.import_(
                tmp_path / "a.xmi", label_map=LabelMap(labels={**rest, **labels}, relations=relations)
            )
            [document] = project.documents()
            marks = sorted(span.label for span in project.spans(document.id))
            assert (marks, report.left_out["attributes that the scheme has not"]) == (["actor", "claim"], 2)
            assert sorted(one.label for one in project.relations(document.id)) == ["source", "target"]


def test_views_of_one_text_are_readings() -> None:
    body = "".join(
        f'<custom:Claim xmi:id="{20 + view}" sofa="{view}" begin="0" end="3" stance="s{view}"/>' for view in (1, 2, 3)
    )
    views = "".join(
        f'<cas:Sofa xmi:id="{view}" sofaNum="{view}" sofaID="{name}" mimeType="text" sofaString="{escaped(TEXT)}"/>'
        for view, name in ((2, "anna"), (3, "ben"))
    )
    [records, _] = read({"a.xmi": xmi(body, TEXT, views)})
    assert [one.annotator and one.annotator.handle for one in records] == ["layla", "anna", "ben"]
    assert [span.attributes["stance"] for one in records for span in one.spans] == ["s1", "s2", "s3"]


@pytest.mark.parametrize(
    ("names", "found"),
    [
        ([f"primary/{name}/xmi/d{n}.xmi" for name in ("earth", "mars") for n in (1, 2)], ["earth"] * 2 + ["mars"] * 2),
        ([f"annotation/d{n}.txt/{name}.xmi" for n in (1, 2) for name in ("anna", "ben")], ["anna", "ben"] * 2),
        (["annotation/d1/CURATION_USER.xmi", "annotation/d1/ben.xmi"], ["gold", "ben"]),
        (["annotation/d1/anna.xmi", "curation/d1/CURATION_USER.xmi"], ["anna", "gold"]),
        (["train/d1.xmi", "test/d2.xmi"], ["layla", "layla"]),
        (["a/earth/d1.xmi", "a/mars/d1.xmi", "a/venus/d2.xmi"], ["earth", "mars", "venus"]),
        (["x/venus/d2.xmi", "x/venus_d1.xmi"], ["venus", "venus"]),
    ],
)
def test_files_of_one_text_are_readings(names: list[str], found: list[str]) -> None:
    claim = '<custom:Claim xmi:id="9" sofa="1" begin="0" end="3"/>'
    claim += '<custom:About xmi:id="10" sofa="1" begin="0" end="26" Name="venus" Part="test"/>'
    files = {name: xmi(claim, f"{TEXT} {2 if '2' in name else 1}") for name in names}
    given = source(files, sorted(names)[0], folder=True)
    records = list(find_reader("cas-xmi").read(given))
    assert Counter(one.annotator.handle for one in records if one.annotator) == Counter(found)


def test_nine_readers_and_five_levels_come_in_whole(tmp_path: Path) -> None:
    planets = ("mercury", "venus", "earth", "mars", "jupiter", "saturn", "uranus", "neptune", "pluto")
    text = "abcdefghij klmno"
    for planet in planets:
        folder = tmp_path / "corpus" / planet
        folder.mkdir(parents=True)
        nested = "".join(
            f'<rw:Stwr xmi:id="{10 + level}" sofa="1" begin="{level}" end="{16 - level}" Level="{level}"/>'
            for level in range(5)
        )
        (folder / "d1.xmi").write_bytes(xmi(nested, text))
    folders = [tmp_path / "corpus"]
    scheme = scheme_from(folders[0])
    assert scheme.labels[0].foreign == "de.idsma.rw.Stwr"
    for turn in "ab":
        with Project.create(tmp_path / f"{turn}.musnad", scheme=scheme) as project:
            report = project.import_(folders[-1], "cas-xmi")
            [document] = project.documents()
            assert (report.sets, report.left_out) == (9, {})
            assert [len(project.spans(document.id, planet)) for planet in planets] == [5] * 9
            project.export("cas-xmi", tmp_path / turn)
            folders.append(tmp_path / turn)
    assert b"rw:Stwr" in (tmp_path / "a" / "mars" / "d1.xmi").read_bytes()
    for path in (tmp_path / "a").rglob("*.*"):
        assert path.read_bytes() == (tmp_path / "b" / path.relative_to(tmp_path / "a")).read_bytes()


@pytest.mark.parametrize("format", ["cas-xmi", "cas-json"])
def test_layers_of_inception_are_written_back(format: str, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.xmi").write_bytes(xmi(INCEPTION))
    (tmp_path / "in" / "TypeSystem.xml").write_text(TYPES, encoding="utf-8")
    with Project.create(
        tmp_path / "a.musnad", scheme=scheme_from(tmp_path / "in", "cas-xmi"), annotator="anna"
    ) as project:
        project.import_(tmp_path / "in", "cas-xmi")
        project.export(format, tmp_path / "out")
    cas = load(tmp_path / "out", format)[0]
    [entity] = [one for one in cas.select("de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity") if one.value]
    assert (entity.value, entity.identifier, entity.get_covered_text()) == ("PER", "http://x.org/Q1", "الوزير")
    [claim] = cas.select("webanno.custom.Claim")
    assert sorted(link.target.get_covered_text() for link in claim.about.elements) == ["الوزير", "قال"]
    assert {link.role for link in claim.about.elements} == {"Topic"}
    assert [one.get_covered_text() for one in claim.speaker.elements] == ["الوزير"]
    [arc] = cas.select("de.tudarmstadt.ukp.dkpro.core.api.syntax.type.dependency.Dependency")
    assert (arc.Governor.get_covered_text(), arc.DependencyType) == ("قال", "nsubj")


def load(folder: Path, format: str) -> list[Any]:
    """The files of a dataset as dkpro-cassis reads them; what it warns of fails."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        if format == "cas-json":
            return [
                cassis.load_cas_from_json(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*/*.json"))
            ]
        with (folder / "TypeSystem.xml").open("rb") as stream:
            types = cassis.load_typesystem(stream)
        return [cassis.load_cas_from_xmi(path, typesystem=types) for path in sorted(folder.glob("*/*.xmi"))]


@pytest.mark.parametrize("format", ["cas-xmi", "cas-json"])
def test_cassis_reads_the_sample(format: str, tmp_path: Path) -> None:
    make_sample(tmp_path / "sample.musnad")
    with Project.open(tmp_path / "sample.musnad", read_only=True) as project:
        project.export(format, tmp_path / "out", annotators=["layla", "omar", "gold"])
        expected: Counter[tuple[str, str]] = Counter()
        for document in project.documents():
            for one in project.sets(document.id):
                if not one.annotator.startswith("model:"):
                    for span in project.spans(document.id, one.annotator):
                        expected.update((span.label, document.text[start:end]) for start, end in span.parts)
    read: Counter[tuple[str, str]] = Counter()
    for cas in load(tmp_path / "out", format):
        for label in ("actor", "cue", "claim"):
            found = cas.select(f"webanno.custom.{label.title()}")
            read.update((label, one.get_covered_text()) for one in found)
        assert cas.select("de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token")
    assert read == expected


def test_what_xml_forbids_comes_back(tmp_path: Path) -> None:
    with Project.create(tmp_path / "a.musnad") as project:
        document = project.add_document("قال\ufffe نعم\uffff \u0085 😀\x7f", title="t\x00\x1b\ufffe\\u0041;")
        project.annotate(document.id, (3, 6), "actor", {"kind": "other"})
        for format in ("cas-xmi", "cas-json"):
            assert project.export(format, tmp_path / format).losses == {}
            load(tmp_path / format, format)
            with Project.create(tmp_path / f"{format}.musnad") as again:
                again.import_(tmp_path / format, format)
                assert again.documents() == project.documents()
                [span] = again.spans(document.id, project.annotator)
                assert span.parts == ((3, 6),)


ENTITIES = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
LAUGHS = ENTITIES + xmi("").partition(b"\n")[2].replace(b'"2.0"', b'"&b;"')
OUTSIDE = xmi('<custom:Claim xmi:id="2" sofa="1" begin="0" end="99"/>')


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (
            LAUGHS + xmi("").partition(b"\n")[2].replace(b'xmi:version="2.0"', b'xmi:version="&b;"'),
            "declares a document type",
        ),
        (b"<x", "it is no XML"),
        (b"<x xmlns='y'><z/></x>", "belongs to no type of UIMA"),
        (xmi('<custom:Claim sofa="1" begin="0" end="3"/>'), "Claim has no xmi:id"),
        (
            xmi('<custom:Claim xmi:id="2" sofa="1" begin="0" end="99"/>'),
            r"lies at \[0, 99\), outside the text of 24 UTF-16",
        ),
        (xmi('<custom:Claim xmi:id="2" sofa="1" begin="x" end="9"/>'), "begin='x' is no number"),
        (xmi('<custom:Claim xmi:id="2" sofa="1" begin="4" end="2"/>'), "outside the text"),
        (xmi("", ""), "it holds no text"),
        (xmi('<custom:A xmi:id="2"/><custom:B xmi:id="2"/>'), "stands twice"),
    ],
)
def test_what_cannot_be_read_is_told(data: bytes, error: str) -> None:
    with pytest.raises(InputError, match=error):
        read({"a.xmi": data})


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"[]", "Expected `object`"),
        (b'{"%FEATURE_STRUCTURES": [{"%ID": "x", "%TYPE": "y"}]}', "no %ID that is a number"),
        (b'{"%FEATURE_STRUCTURES": [{"%ID": 2, "%TYPE": "y", "begin": "0"}]}', "begin is '0', which is no number"),
        (b'{"%FEATURE_STRUCTURES": [{"%ID": 2, "%TYPE": "y"}, {"%ID": 2, "%TYPE": "y"}]}', "stands twice"),
        (b'{"%FEATURE_STRUCTURES": []}', "it holds no text"),
        (b"{", "breaks off"),
    ],
)
def test_json_that_cannot_be_read_is_told(data: bytes, error: str) -> None:
    with pytest.raises(InputError, match=error):
        read({"a.json": data}, "cas-json", "a.json")


@pytest.mark.parametrize(
    ("format", "name", "head", "confidence"),
    [
        ("cas-xmi", "a.xmi", xmi(""), SURE),
        ("cas-xmi", "a.xmi", b"", CERTAIN),
        ("cas-xmi", "a.xml", xmi(""), CERTAIN),
        ("cas-xmi", "a.txt", xmi(""), LIKELY),
        ("cas-xmi", "a.xml", TYPES.encode(), 0.0),
        ("cas-json", "a.json", b'{"%TYPES": {}}', SURE),
        ("cas-json", "a.json", b"{}", 0.0),
    ],
)
def test_it_is_known_by_name_and_content(format: str, name: str, head: bytes, confidence: float) -> None:
    assert find_reader(format).sniff(name, head) == confidence
