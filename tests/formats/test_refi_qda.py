"""REFI-QDA: valid by its schema, back in the same bytes, and nobody's archive harms anything."""

import io
import zipfile
from pathlib import Path

import pytest
import xmlschema
from hypothesis import HealthCheck, given, settings
from lxml import etree

from annotator import Project
from annotator.errors import MusnadError
from annotator.formats.record import Record
from annotator.services.foreign import scheme_from
from tests.hostile import Door, mutated
from tests.services.test_round_trip import SCHEME, everyone, projects

XSD = Path(__file__).parents[1] / "data" / "refi_qda_project.xsd"
NAMESPACE = {"q": "urn:QDA-XML:project:1.0"}
TEXT = "\ufeffقال 😀 الوزير\r\nإن الميناء جاهز."


def guid(number: int) -> str:
    return f"00000000-0000-0000-0000-{number:012}"


def selection(number: int, start: int, end: int, name: str, *codes: int) -> str:
    codings = "".join(
        f'<Coding guid="{guid(number * 100 + code)}"><CodeRef targetGUID="{guid(code)}"/></Coding>' for code in codes
    )
    return (
        f'<PlainTextSelection guid="{guid(number)}" name="{name}" startPosition="{start}" endPosition="{end}" '
        f'creatingUser="{guid(1)}">{codings}<NoteRef targetGUID="{guid(90)}"/></PlainTextSelection>'
    )


def project_xml(*selections: str, path: str = "internal://a.TXT", head: str = "") -> str:
    return f"""<?xml version="1.0" encoding="utf-8"?>{head}
<Project xmlns="urn:QDA-XML:project:1.0" name="p" origin="NVivo">
<Users><User guid="{{{guid(1)}}}" name="Anna Müller"/></Users>
<CodeBook><Codes><Code guid="{guid(10)}" name="القول" isCodable="true"/>
<Code guid="{guid(11)}" name="Themes" isCodable="false"><Code guid="{guid(12)}" name="Port" isCodable="true"/></Code>
</Codes></CodeBook>
<Cases><Case guid="{guid(30)}" name="الوزير"><SelectionRef targetGUID="{guid(40)}"/></Case></Cases>
<Sources><TextSource guid="{guid(20)}" name="خبر" plainTextPath="{path}">{"".join(selections)}</TextSource>
<PictureSource guid="{guid(21)}" name="صورة" path="internal://b.jpg"/></Sources>
<Notes><Note guid="{guid(90)}" name="memo" creatingUser="{guid(1)}"><PlainTextContent>ملاحظة</PlainTextContent></Note>
<Note guid="{guid(91)}" name="loose"><PlainTextContent>عن المشروع</PlainTextContent></Note></Notes>
<Links><Link guid="{guid(95)}" name="about" originGUID="{guid(41)}" targetGUID="{guid(40)}"/></Links>
</Project>"""


def package(xml: str, text: bytes, folder: str = "Sources/") -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("project.qde", xml)
        archive.writestr(f"{folder}a.txt", text)
    return held.getvalue()


def test_the_export_is_valid_and_its_selections_say_what_they_are_called(sample: Project, tmp_path: Path) -> None:
    document = sample.documents()[0]
    claim = next(span for span in sample.spans(document.id) if span.label == "claim")
    sample.state(claim.id, "يجب فتح الميناء", "no")
    first = sample.comment(document.id, "لماذا؟", span_id=claim.id)
    sample.comment(document.id, "لأنه قال.", reply_to=first.id)
    sample.export("refi-qda", tmp_path / "a.qdpx")
    with zipfile.ZipFile(tmp_path / "a.qdpx") as archive:
        xml = archive.read("project.qde")
        xmlschema.XMLSchema(XSD).validate(io.BytesIO(xml))
        root = etree.fromstring(xml)
        for text in root.iterfind(".//q:TextSource", NAMESPACE):
            path = text.get("plainTextPath", "").replace("internal://", "sources/")
            words = archive.read(path).decode()
            for one in text.iterfind("q:PlainTextSelection", NAMESPACE):
                part = words[int(one.get("startPosition", "")) : int(one.get("endPosition", ""))]
                assert " ".join(part.split()).startswith(one.get("name", ""))
    check(tmp_path, sample)


def check(folder: Path, first: Project) -> None:
    """All that the report does not name comes into an empty project, and out of it in the same bytes."""
    with Project.create(folder / "second.musnad", annotator="zayd", scheme=SCHEME) as second:
        assert second.import_(folder / "a.qdpx").left_out == {}
        assert second.check() == []
        (folder / "again").mkdir()
        second.export("refi-qda", folder / "again" / "a.qdpx", everyone(second))
        assert (folder / "again" / "a.qdpx").read_bytes() == (folder / "a.qdpx").read_bytes()
        for document in first.documents():
            handles = {one.annotator for one in first.sets(document.id)}
            for handle in handles:
                for found in ("spans", "relations"):
                    ours, theirs = (getattr(one, found)(document.id, handle) for one in (first, second))
                    assert len(ours) == len(theirs)
                spans = [first.spans(document.id, handle), second.spans(document.id, handle)]
                told = [
                    sorted((one.label, one.parts, sorted(one.attributes.items()), one.agreement or "") for one in held)
                    for held in spans
                ]
                assert told[0] == told[1]
            assert len(first.comments(document.id)) == len(second.comments(document.id))
        assert {one.name for one in first.actors()} == {one.name for one in second.actors()}
        assert len(first.statement_registry()) == len(second.statement_registry())


@settings(max_examples=3, deadline=None, suppress_health_check=list(HealthCheck))
@given(records=projects())
def test_whatever_a_project_holds_comes_back(tmp_path_factory: pytest.TempPathFactory, records: list[Record]) -> None:
    check_records(tmp_path_factory.mktemp("refi"), records)


@pytest.mark.heavy
@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(records=projects())
def test_whatever_many_projects_hold_comes_back(
    tmp_path_factory: pytest.TempPathFactory, records: list[Record]
) -> None:
    check_records(tmp_path_factory.mktemp("refi"), records)


def check_records(folder: Path, records: list[Record]) -> None:
    with Project.create(folder / "first.musnad", annotator="layla", scheme=SCHEME) as first:
        first.store_records(records)
        first.export("refi-qda", folder / "a.qdpx", everyone(first))
        check(folder, first)


@pytest.mark.parametrize("way", ["code points", "a byte order mark counted", "line ends counted once", "UTF-16 units"])
def test_a_foreign_project_is_read_however_it_counts(way: str, tmp_path: Path) -> None:
    raw = TEXT[1:]
    counted = {"a byte order mark counted": TEXT, "line ends counted once": raw.replace("\r\n", "\n")}.get(way, raw)

    def place(words: str) -> tuple[int, int]:
        start = counted.index(words)
        before, inside = counted[:start], words
        if way == "UTF-16 units":
            return len(before.encode("utf-16-le")) // 2, len((before + inside).encode("utf-16-le")) // 2
        return start, start + len(words)

    xml = project_xml(
        selection(40, *place("الوزير"), "الوزير", 12), selection(41, *place("الميناء جاهز"), "الميناء جا…", 10, 12)
    )
    path = tmp_path / "a.qdpx"
    path.write_bytes(package(xml, TEXT.encode()))
    with Project.create(tmp_path / "p.musnad", annotator="zayd", scheme=scheme_from(path)) as made:
        report = made.import_(path)
        [document] = made.documents()
        spans = made.spans(document.id, "anna_muller")
        assert document.text == raw.replace("\r\n", "\n")
        assert sorted((one.quote(document.text), made.scheme.label(one.label).foreign) for one in spans) == [
            *[("الميناء جاهز", "Port"), ("الميناء جاهز", "القول"), ("الوزير", "Port")]
        ]
        assert [one.name for one in made.actors()] == ["الوزير"] and len(
            made.relations(document.id, "anna_muller")
        ) == 1
        assert [one.text for one in made.comments(document.id)] == ["ملاحظة"]
        assert report.left_out == {"pictures, recordings and pages of PDF files": 1, "notes on nothing that is read": 1}
        assert made.check() == []


HOSTILE: dict[str, tuple[bytes, str]] = {
    "no archive": (b"PK\x03\x04 and nothing else", "no ZIP archive"),
    "no project": (package("", b"").replace(b"project.qde", b"project.xml"), "holds no project.qde"),
    "entities that grow": (
        package(project_xml(head='<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>'), b"x"),
        "declares a document type",
    ),
    "a path that leads out": (package(project_xml(path="internal://../../etc/passwd"), b"x"), "leads out"),
    "a bomb": (package(project_xml() + " " * 60_000_000, b"x"), "unpacks to more"),
    "a selection without a place": (
        package(project_xml(selection(40, 1, 2, "x", 10).replace('"1"', '"one"')), b"abc"),
        "has no place",
    ),
    "a text in no encoding": (package(project_xml(), b"\xff\xfa\xfb"), "is not UTF-8"),
    "another root": (package("<Codes/>", b"x"), "holds no project"),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_what_cannot_be_read_is_told_and_nothing_is_taken(kind: str, project: Project, tmp_path: Path) -> None:
    data, reason = HOSTILE[kind]
    (tmp_path / "a.qdpx").write_bytes(data)
    with pytest.raises(MusnadError, match=f"a.qdpx: .*{reason}"):
        project.import_(tmp_path / "a.qdpx")
    assert project.documents() == [] and project.check() == []


def test_two_hundred_spoiled_packages(project: Project, tmp_path: Path) -> None:
    xml = project_xml(selection(40, 6, 12, "الوزير", 12)).replace('name="Port"', 'name="claim"')
    door = Door(project, tmp_path, "a.qdpx", project.import_)
    for data in mutated(package(xml, TEXT.encode()), 100, 51):
        door.try_(data)
    for data in mutated(xml.encode(), 100, 52):
        door.try_(package(data.decode("utf-8", "replace"), TEXT.encode()))
    assert door.refused > 60
    assert project.check() == []


def test_a_codebook_makes_a_scheme(sample: Project, tmp_path: Path) -> None:
    sample.export("refi-codebook", tmp_path / "a.qdc")
    (tmp_path / "a.qdc").rename(tmp_path / "b.qdc")
    made = scheme_from(tmp_path / "b.qdc")
    assert [one.key for one in made.labels] == [one.key for one in sample.scheme.labels]
    kinds = {one.key: [value.key for value in one.listed] for one in made.label("actor").attributes}
    assert kinds["kind"] == [value.key for value in sample.scheme.label("actor").attributes[0].listed]
    with pytest.raises(MusnadError, match="codes and no texts"):
        sample.import_(tmp_path / "b.qdc")
