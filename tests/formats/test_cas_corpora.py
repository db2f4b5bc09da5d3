"""Exports of INCEpTION and WebAnno with several readers, and CAS files of others, come in whole."""

import io
import zipfile
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest

from annotator import Project
from annotator.errors import InputError
from annotator.services.foreign import scheme_from

TEXT = "Layla said that Omar denied it."
CLAIM = "webanno.custom.Claim"
HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmi:version="2.0" '
    'xmlns:cas="http:///uima/cas.ecore" xmlns:custom="http:///webanno/custom.ecore" xmlns:ct="http:///org/ct.ecore" '
    'xmlns:meta="http:///de/tudarmstadt/ukp/dkpro/core/api/metadata/type.ecore" '
    'xmlns:api="http:///de/tudarmstadt/ukp/clarin/webanno/api/type.ecore">\n'
)
MARKS = (
    '<custom:Claim xmi:id="3" sofa="1" begin="11" end="30" stance="no" concept="20"/>\n'
    '<custom:Source xmi:id="4" sofa="1" begin="0" end="5" entity="30"/>\n'
    '<custom:Source xmi:id="5" sofa="1" begin="16" end="20" entity="30"/>\n'
    '<meta:TagsetDescription xmi:id="6" sofa="1" begin="0" end="31" layer="Claim" name="stances"/>\n'
)
TYPES = """<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier"><types>
<typeDescription><name>webanno.custom.Claim</name><supertypeName>uima.tcas.Annotation</supertypeName><features>
<featureDescription><name>concept</name><rangeTypeName>org.ct.Concept</rangeTypeName></featureDescription>
</features></typeDescription>
<typeDescription><name>webanno.custom.Source</name><supertypeName>uima.tcas.Annotation</supertypeName><features>
<featureDescription><name>entity</name><rangeTypeName>org.ct.Entity</rangeTypeName></featureDescription>
</features></typeDescription>
<typeDescription><name>org.ct.Concept</name><supertypeName>uima.cas.TOP</supertypeName><features>
<featureDescription><name>scheme</name><rangeTypeName>org.ct.Scheme</rangeTypeName></featureDescription>
</features></typeDescription>
<typeDescription><name>org.ct.Entity</name><supertypeName>uima.cas.TOP</supertypeName><features>
<featureDescription><name>mentions</name><rangeTypeName>uima.cas.FSArray</rangeTypeName></featureDescription>
</features></typeDescription>
<typeDescription><name>org.ct.Relation</name><supertypeName>uima.cas.TOP</supertypeName><features>
<featureDescription><name>arg1</name><rangeTypeName>org.ct.Argument</rangeTypeName></featureDescription>
<featureDescription><name>arg2</name><rangeTypeName>org.ct.Argument</rangeTypeName></featureDescription>
</features></typeDescription>
<typeDescription><name>org.ct.Argument</name><supertypeName>uima.cas.TOP</supertypeName><features>
<featureDescription><name>argument</name><rangeTypeName>uima.tcas.Annotation</rangeTypeName></featureDescription>
</features></typeDescription>
</types></typeSystemDescription>"""
PLACELESS = (
    '<ct:Concept xmi:id="20" code="C1" scheme="21"/><ct:Scheme xmi:id="21" name="UMLS"/>\n'
    '<ct:Entity xmi:id="30" name="Layla" mentions="4 5"/>\n'
    '<ct:Relation xmi:id="40" category="says" arg1="41" arg2="42"/>\n'
    '<ct:Argument xmi:id="41" argument="3"/><ct:Argument xmi:id="42" argument="4"/>\n'
    '<custom:About xmi:id="50" sofa="1" genre="report" rating="5"/>\n'
)


def xmi(body: str, user: str = "") -> str:
    told = f'<api:CASMetadata xmi:id="2" username="{user}"/>' if user else ""
    sofa = f'<cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" sofaString="{TEXT}"/>'
    return f"{HEAD}{body}{told}{sofa}</xmi:XMI>"


def packed(files: Mapping[str, str | bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return stream.getvalue()


def written(path: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write a ZIP archive, or a folder where the name is no archive's."""
    if path.suffix == ".zip":
        path.write_bytes(packed(files))
        return path
    for name, data in files.items():
        (path / name).parent.mkdir(parents=True, exist_ok=True)
        (path / name).write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def reading(user: str, body: str = MARKS, inside: str = "") -> bytes:
    return packed({f"{inside or user}.xmi": xmi(body, user if not inside else ""), "TypeSystem.xml": TYPES})


def read(source: Path) -> Counter[str]:
    """The number of marks of each reader, as a project has them."""
    with Project.create(source.parent / "p.musnad", scheme=scheme_from(source), annotator="layla") as project:
        report = project.import_(source)
        assert (report.failed, report.left_out) == ((), {})
        found: Counter[str] = Counter()
        for document in project.documents():
            for one in project.sets(document.id):
                found[one.annotator] += len(project.spans(document.id, one.annotator))
        assert len(project.documents()) == 1
    return found


@pytest.mark.parametrize("name", ["export.zip", "export"])
def test_a_project_of_inception_has_the_readings_of_its_users(tmp_path: Path, name: str) -> None:
    files: dict[str, str | bytes] = {
        "exportedproject.json": "{}",
        "source/report.txt": "as it was uploaded",
        "source/older.xmi": xmi(MARKS),
        "annotation/report.txt/INITIAL_CAS.zip": reading("INITIAL_CAS", ""),
        "annotation/report.txt/anna.zip": reading("anna"),
        "annotation/report.txt/ben.zip": reading("ben", ""),
        "annotation_ser/report.txt/anna.ser": b"\xac\xed",
        "curation/report.txt/CURATION_USER.zip": reading("CURATION_USER"),
    }
    assert read(written(tmp_path / name, files)) == Counter(anna=3, ben=0, gold=3)


def test_a_project_of_webanno_names_its_users_inside_of_its_archives(tmp_path: Path) -> None:
    files = {
        "annotation/report.txt/webanno703export.zip": reading("", inside="anno_01"),
        "annotation/report.txt/webanno361export.zip": reading("", inside="anno_02"),
        "curation/report.txt/webanno1export.zip": reading("", inside="CURATION_USER"),
    }
    assert read(written(tmp_path / "export.zip", files)) == Counter(anno_01=3, anno_02=3, gold=3)
    loose = {f"annotated/webanno{name}export/{name}.xmi": xmi(MARKS) for name in "12"}
    loose |= {f"annotated/webanno{name}export/typesystem.xml": TYPES for name in "12"}
    (tmp_path / "second").mkdir()
    assert set(read(written(tmp_path / "second" / "export", loose))) == {"1", "2"}


def test_the_annotator_whom_a_file_names_is_known_in_a_path_of_any_depth(tmp_path: Path) -> None:
    """As in a corpus of nine readers: main/xmi/x, additional/primary/earth/xmi/x."""
    told = '<custom:Metadata xmi:id="9" sofa="1" begin="0" end="31" Name="{}" Decade="1870"/>'
    files = {f"additional/primary/{name}/xmi/x.xmi": xmi(MARKS + told.format(name)) for name in ("earth", "mars")}
    files |= {"main/xmi/x.xmi": xmi(MARKS + told.format("venus")), "main/xmi/resources/types.xml": TYPES}
    files |= {f"additional/primary/{name}/README.txt": "One reader." for name in ("earth", "mars")}
    assert read(written(tmp_path / "data", files)) == Counter(earth=4, mars=4, main=4)


def test_structures_without_a_place_are_relations_attributes_and_chains(tmp_path: Path) -> None:
    source = written(tmp_path / "c.zip", {"a.xmi": xmi(MARKS + PLACELESS), "TypeSystem.xml": TYPES})
    with Project.create(tmp_path / "p.musnad", scheme=scheme_from(source), annotator="layla") as project:
        assert project.import_(source).left_out == {}
        [document] = project.documents()
        spans = {one.id: one for one in project.spans(document.id, "layla")}
        links = project.relations(document.id, "layla")
        quote = {id: one.quote(TEXT) for id, one in spans.items()}
        assert [one.attributes for one in spans.values() if one.label == "claim"] == [
            {"stance": "no", "concept_code": "C1", "concept_scheme_name": "UMLS"}
        ]
        assert sorted((quote[one.from_id], one.label, quote[one.to_id], dict(one.attributes)) for one in links) == [
            ("Layla", "entity", "Omar", {"name": "Layla"}),
            ("that Omar denied it", "relation", "Layla", {"category": "says"}),
        ]
        assert [(one.text, one.span_id) for one in project.comments(document.id)] == [
            ("About: genre=report, rating=5", None)
        ]
        project.export("cas-xmi", tmp_path / "a")
        with Project.create(tmp_path / "q.musnad", scheme=project.scheme) as other:
            other.import_(tmp_path / "a")
            other.export("cas-xmi", tmp_path / "b")
    for path in (tmp_path / "a").rglob("*.*"):
        assert path.read_bytes() == (tmp_path / "b" / path.relative_to(tmp_path / "a")).read_bytes()


def test_a_fault_in_an_archive_of_a_reading_names_the_way_to_it(tmp_path: Path) -> None:
    body = '<custom:Claim xmi:id="3" sofa="1" begin="11" end="99"/>'
    source = written(tmp_path / "e.zip", {"annotation/r.txt/anna.zip": reading("anna", body)})
    with pytest.raises(InputError, match=r"^e\.zip/annotation/r\.txt/anna\.zip/anna\.xmi, line 3: .* outside the text"):
        scheme_from(source)
