"""Databases of Discourse Network Analyzer: someone else's comes in whole, ours goes out, and comes back the same."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from annotator import Project
from annotator.domain.span import Span
from annotator.formats.dna_tables import TABLES
from annotator.formats.record import Record
from annotator.services.datasets import count_losses
from annotator.services.foreign import scheme_from
from tests.hostile import Door, mutated
from tests.services.test_round_trip import SCHEME, projects

TEXT = "قال 😀 الوزير إن\r\nالميناء سيُغلق، وقالت نادية: لا."
CLAIM = "الميناء سيُغلق"


def units(words: str) -> tuple[int, int]:
    """A stretch of the text in UTF-16 units, as DNA counts."""
    start = TEXT.index(words)
    first = len(TEXT[:start].encode("utf-16-le")) // 2
    return first, first + len(words.encode("utf-16-le")) // 2


def database(path: Path, *more: str) -> Path:
    """A database as DNA 3 leaves it, with two coders, two types of statements and a few odd rows."""
    with closing(sqlite3.connect(path)) as db:
        for table, columns in TABLES.items():
            db.execute(f"CREATE TABLE {table} ({columns})")
        permissions = ", 1" * 16
        for id, name in ((1, "Admin"), (2, "ليلى")):
            db.execute(f"INSERT INTO CODERS VALUES (?, ?, 1, 2, 3, 0, 14, '', 300, 0, 0, 1{permissions})", (id, name))
        documents = (
            (1, "الميناء", TEXT, 1, "مراسل", "النورس", "اقتصاد", "للمراجعة", "خبر", 1772496000),
            (2, "نسخة", TEXT, 2, "", "المرفأ", "", "", "", 1772496061),
            (3, "فارغ", "  ", 1, "", "", "", "", "", 0),
            (4, "بلا أقوال", "نص آخر", 2, "", "", "", "", "", 0),
        )
        db.executemany("INSERT INTO DOCUMENTS VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", documents)
        db.executemany("INSERT INTO STATEMENTTYPES VALUES (?, ?, 1, 1, 1)", ((1, "DNA Statement"), (2, "Annotation")))
        variables = (
            (1, "person", "short text", 1),
            (2, "organization", "short text", 1),
            (3, "concept", "short text", 1),
            (4, "agreement", "boolean", 1),
            (5, "weight", "integer", 1),
            (6, "note", "long text", 2),
        )
        db.executemany("INSERT INTO VARIABLES VALUES (?, ?, ?, ?)", variables)
        entities = (
            (1, 1, "سامر الحلبي", None, None, None, None),
            (2, 2, "وزارة النقل", 0, 0, 0, None),
            (3, 3, "إغلاق الميناء", 31, 120, 180, 4),
            (4, 3, "الميناء", None, None, None, None),
            (5, 1, "", None, None, None, None),
        )
        db.executemany("INSERT INTO ENTITIES VALUES (?, ?, ?, ?, ?, ?, ?)", entities)
        db.execute("INSERT INTO ATTRIBUTEVARIABLES VALUES (1, 1, 'Type'), (2, 1, 'Alias')")
        db.execute("INSERT INTO ATTRIBUTEVALUES VALUES (1, 1, 1, 'وزير'), (2, 1, 2, 'أبو رامي')")
        where = units(CLAIM)
        statements = ((1, 1, 1, *where, 1), (2, 1, 1, *where, 2), (3, 1, 2, *units("لا"), 2), (4, 2, 1, 0, 3, 1))
        odd = ((5, 1, 1, 900, 950, 1), (6, 1, 9, 0, 1, 1), (7, 1, 1, *where, 1))
        db.executemany("INSERT INTO STATEMENTS VALUES (?, ?, ?, ?, ?, ?)", (*statements, *odd))
        short = ((1, 1, 1), (1, 2, 2), (1, 3, 3), (2, 1, 5), (2, 3, 3), (3, 3, 4), (7, 3, 4))
        db.executemany("INSERT INTO DATASHORTTEXT VALUES (NULL, ?, ?, ?)", short)
        db.execute("INSERT INTO DATABOOLEAN VALUES (1, 1, 4, 1), (2, 2, 4, 0)")
        db.execute("INSERT INTO DATAINTEGER VALUES (1, 1, 5, 7)")
        db.execute("INSERT INTO DATALONGTEXT VALUES (1, 4, 6, 'سطر')")
        db.execute("INSERT INTO REGEXES VALUES ('ميناء', 1, 1, 1)")
        for statement in more:
            db.execute(statement)
        db.commit()
    return path


def spans(project: Project) -> list[Span]:
    return [
        span
        for document in project.documents()
        for one in project.annotators()
        for span in project.spans(document.id, one.handle)
    ]


def imported(path: Path, source: Path, annotator: str = "zayd") -> Project:
    """A new project with the scheme that the database makes, and all of it."""
    project = Project.create(path, annotator=annotator, scheme=scheme_from(source))
    report = project.import_(source)
    assert report.failed == () and project.check() == []
    return project


def test_every_statement_of_a_foreign_database_comes_in(tmp_path: Path) -> None:
    with imported(tmp_path / "p.musnad", database(tmp_path / "d.dna")) as project:
        first, other = project.documents()
        assert first.text == TEXT.replace("\r\n", "\n") and other.text == "نص آخر"
        assert [(one.publisher, one.author, one.published) for one in first.origins] == [
            ("النورس", "مراسل", "2026-03-03"),
            ("المرفأ", None, "2026-03-03T00:01:01Z"),
        ]
        marks = {(one.annotator, one.quote(first.text)): one for one in spans(project) if one.statement_id}
        assert len(spans(project)) == 5
        handles = {one.name: one.handle for one in project.annotators() if one.name}
        [claim] = [one for one in spans(project) if one.attributes.get("weight") == "7"]
        assert (claim.annotator, claim.attributes["person"]) == ("admin", "سامر الحلبي")
        assert {one.agreement for one in spans(project) if one.statement_id} == {"yes", "no", None}
        closing_it, port = (project.find_statements(words)[0] for words in ("إغلاق الميناء", "الميناء"))
        assert closing_it.parent_id == port.id and closing_it.color == "#1f78b4"
        assert marks[handles["ليلى"], CLAIM].statement_id == closing_it.id
        assert marks[handles["ليلى"], "لا"].statement_id == port.id
        person = next(one for one in project.actors() if one.kind == "person")
        assert (person.name, person.aliases, person.note) == ("سامر الحلبي", ("أبو رامي",), "Type: وزير")
        assert [one.text for one in project.comments(first.id)] == ["Section: اقتصاد\nType: خبر\nللمراجعة"]
        [note] = [one for one in spans(project) if one.label == "annotation"]
        assert note.attributes == {"note": "سطر"}


def test_the_default_scheme_takes_the_claims_and_tells_of_the_rest(tmp_path: Path, project: Project) -> None:
    report = project.import_(database(tmp_path / "d.dna"))
    assert report.failed == () and project.check() == []
    assert {one.label for one in spans(project)} == {"claim"}
    assert sum(one.statement_id is not None for one in spans(project)) == 4
    assert report.left_out == {
        "documents without a text": 1,
        "statements outside their text": 1,
        "statements of documents that are not there": 1,
        "search patterns": 1,
    }
    said = [one for one in project.comments(project.documents()[0].id) if one.span_id]
    assert sorted(one.text for one in said) == [
        "note: سطر",
        "person: سامر الحلبي\norganization: وزارة النقل\nweight: 7",
    ]


def test_what_went_out_comes_back_the_same(sample: Project, tmp_path: Path) -> None:
    claims = [one for one in spans(sample) if one.label == "claim" and one.annotator == "layla"]
    sample.state(claims[0].id, "يجب فتح الميناء", "yes")
    sample.state(claims[1].id, "يجب فتح الميناء", "no")
    report = sample.export("dna", tmp_path / "a.dna")
    assert report.losses["relations"] == report.relations
    with imported(tmp_path / "b.musnad", tmp_path / "a.dna") as second:
        second.export("dna", tmp_path / "b.dna")
        assert (tmp_path / "a.dna").read_bytes() == (tmp_path / "b.dna").read_bytes()
        held = {(one.document_id, one.annotator, one.start, one.end, one.agreement) for one in spans(second)}
        said = [one for one in spans(sample) if one.label == "claim"]
        assert held == {(one.document_id, one.annotator, one.start, one.end, one.agreement) for one in said}
        assert {one.name for one in sample.actors()} <= {one.name for one in second.actors()}
    with closing(sqlite3.connect(tmp_path / "a.dna")) as db:
        persons = """SELECT e.Value, s.Start FROM DATASHORTTEXT AS d JOIN ENTITIES AS e ON e.ID = d.Entity
            JOIN VARIABLES AS v ON v.ID = d.VariableId JOIN STATEMENTS AS s ON s.ID = d.StatementId
            WHERE v.Variable = 'person' AND e.Value <> ''"""
        assert len(db.execute(persons).fetchall()) > 20
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []


@settings(max_examples=3, deadline=None, suppress_health_check=list(HealthCheck))
@given(records=projects())
def test_whatever_a_project_holds_is_there_or_told(
    tmp_path_factory: pytest.TempPathFactory, records: list[Record]
) -> None:
    check_records(tmp_path_factory.mktemp("dna"), records)


@pytest.mark.heavy
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(records=projects())
def test_whatever_many_projects_hold_is_there_or_told(
    tmp_path_factory: pytest.TempPathFactory, records: list[Record]
) -> None:
    check_records(tmp_path_factory.mktemp("dna"), records)


def check_records(folder: Path, records: list[Record]) -> None:
    with Project.create(folder / "a.musnad", annotator="layla", scheme=SCHEME) as first:
        first.store_records(records)
        report = first.export("dna", folder / "a.dna", "all")
        claims = [one for one in spans(first) if one.label == "claim" and one.annotator != "model:ner"]
        wanted = sorted((one.document_id, one.start, one.end, sorted(one.attributes.items())) for one in claims)
        words = {one.text for one in first.statement_registry()}
        unclear = sum(one.agreement == "unclear" for one in claims)
        assert report.losses.get("agreements that are unclear", 0) == unclear
    with Project.create(folder / "b.musnad", annotator="layla", scheme=SCHEME) as second:
        second.import_(folder / "a.dna")
        found = sorted((one.document_id, one.start, one.end, sorted(one.attributes.items())) for one in spans(second))
        assert found == wanted
        assert {one.text for one in second.statement_registry()} == words
        assert second.check() == []


ODD: dict[str, tuple[str, str]] = {
    "a text that is bytes": ("UPDATE DOCUMENTS SET Text = X'FF' WHERE ID = 1", "DOCUMENTS, row 1"),
    "a place that is no number": ("UPDATE STATEMENTS SET Start = 'x' WHERE ID = 2", "STATEMENTS, row 2"),
    "half a number": ("UPDATE STATEMENTS SET Stop = 1.5 WHERE ID = 2", "STATEMENTS, row 2"),
    "no table of documents": ("DROP TABLE DOCUMENTS", "no table DOCUMENTS"),
    "a view in place of a table": (
        "DROP TABLE STATEMENTS; CREATE VIEW STATEMENTS AS WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x FROM c) "
        "SELECT x AS ID FROM c",
        "no table STATEMENTS",
    ),
}


@pytest.mark.parametrize("odd", ODD)
def test_what_cannot_be_read_is_told_with_its_place(odd: str, project: Project, tmp_path: Path) -> None:
    change, place = ODD[odd]
    path = database(tmp_path / "d.dna", *change.split("; "))
    with pytest.raises(Exception, match=f"d.dna: .*{place}"):
        project.import_(path)
    assert project.documents() == [] and project.check() == []


def test_a_hundred_spoiled_databases(project: Project, tmp_path: Path) -> None:
    good = database(tmp_path / "good.dna").read_bytes()
    door = Door(project, tmp_path, "spoiled.dna", project.import_)
    for data in mutated(good, 100, 31):
        door.try_(data)
    assert door.refused > 20
    assert project.check() == []


def test_older_tables_are_read_as_well(project: Project, tmp_path: Path) -> None:
    path = tmp_path / "old.dna"
    with closing(sqlite3.connect(path)) as db:
        for statement in (
            "CREATE TABLE CODERS (ID INTEGER, Name TEXT)",
            "CREATE TABLE DOCUMENTS (ID INTEGER, Title TEXT, Text TEXT, Coder INTEGER, Date INTEGER)",
            "CREATE TABLE STATEMENTTYPES (ID INTEGER, Label TEXT)",
            "CREATE TABLE VARIABLES (ID INTEGER, Variable TEXT, DataType TEXT, StatementTypeId INTEGER)",
            "CREATE TABLE STATEMENTS (ID INTEGER, StatementTypeId INTEGER, DocumentId INTEGER, Start INTEGER, "
            "Stop INTEGER, Coder INTEGER)",
            "CREATE TABLE ATTRIBUTES (ID INTEGER, VariableId INTEGER, Value TEXT, Type TEXT, Alias TEXT, Notes TEXT)",
            "CREATE TABLE DATASHORTTEXT (ID INTEGER, StatementId INTEGER, VariableId INTEGER, Value TEXT)",
            "INSERT INTO CODERS VALUES (1, 'omar')",
            "INSERT INTO DOCUMENTS VALUES (1, 'ت', 'قال الوزير', 1, 1772496000000)",
            "INSERT INTO STATEMENTTYPES VALUES (1, 'DNA Statement')",
            "INSERT INTO VARIABLES VALUES (1, 'concept', 'short text', 1)",
            "INSERT INTO STATEMENTS VALUES (1, 1, 1, 4, 10, 1)",
            "INSERT INTO ATTRIBUTES VALUES (1, 1, 'القول', '', '', 'شرح')",
            "INSERT INTO DATASHORTTEXT VALUES (1, 1, 1, 'القول')",
        ):
            db.execute(statement)
        db.commit()
    project.import_(path)
    [entry] = project.statement_registry()
    [span] = spans(project)
    assert (span.annotator, span.statement_id, entry.note) == ("omar", entry.id, "شرح")
    assert project.documents()[0].origins[0].published == "2026-03-03"


OLD = """
CREATE TABLE CODERS (ID INTEGER, Name TEXT); INSERT INTO CODERS VALUES (1, 'omar'), (2, 'layla');
CREATE TABLE DOCUMENTS (ID INTEGER, Title TEXT, Text TEXT, Coder INTEGER, Date INTEGER);
INSERT INTO DOCUMENTS VALUES (1, '', 'قال الوزير 😀 نعم', 1, 0);
CREATE TABLE STATEMENTTYPES (ID INTEGER, Label TEXT); INSERT INTO STATEMENTTYPES VALUES (1, 'DNA Statement');
CREATE TABLE VARIABLES (ID INTEGER, Variable TEXT, DataType TEXT, StatementTypeId INTEGER);
INSERT INTO VARIABLES VALUES (1, 'person', 'short text', 1);
CREATE TABLE STATEMENTS (ID INTEGER, StatementTypeId INTEGER, DocumentId INTEGER, Start INTEGER, Stop INTEGER,
    Coder INTEGER);
INSERT INTO STATEMENTS VALUES (1, 1, 1, 0, 3, 1), (2, 1, 1, 14, 17, 1), (3, 1, 1, 14, 17, 2);
CREATE TABLE STATEMENTLINKS (ID INTEGER, SourceId INTEGER, TargetId INTEGER);
INSERT INTO STATEMENTLINKS VALUES (1, 1, 2), (2, 1, 3), (3, 2, 9), (4, 7, 8);
CREATE TABLE ATTRIBUTES (ID INTEGER, VariableId INTEGER, Value TEXT, Type TEXT, Alias TEXT, Notes TEXT);
INSERT INTO ATTRIBUTES VALUES (17, 1, 'سامر', '', '', ''), (18, 1, '17', '', '', '');
CREATE TABLE DATASHORTTEXT (ID INTEGER, StatementId INTEGER, VariableId INTEGER, Value {kind});
INSERT INTO DATASHORTTEXT VALUES (1, 1, 1, {first}), (2, 2, 1, {second});
"""


@pytest.mark.parametrize(
    ("kind", "first", "second"), [("TEXT", "'سامر'", "'17'"), ("INTEGER", "17", "18")], ids=["2.0", "before 3.0"]
)
def test_links_and_values_of_version_2_come_in(tmp_path: Path, kind: str, first: str, second: str) -> None:
    path = tmp_path / "old.dna"
    with closing(sqlite3.connect(path)) as db:
        db.executescript(OLD.format(kind=kind, first=first, second=second))
    with Project.create(tmp_path / "p.musnad", annotator="zayd", scheme=scheme_from(path)) as project:
        assert project.import_(path).left_out == {"links between statements": 3}
        [document] = project.documents()
        found = {span.id: span for span in project.spans(document.id, "omar")}
        assert sorted(span.attributes["person"] for span in found.values()) == ["17", "سامر"]
        [link] = project.relations(document.id, "omar")
    assert (link.label, found[link.from_id].start, found[link.to_id].quote(document.text)) == (
        *("statement_link", 0, "نعم"),
    )


def test_a_comment_that_is_not_of_the_database_is_counted(sample: Project) -> None:
    sample.comment(sample.documents()[0].id, "رأي")
    assert count_losses(sample, "dna")["comments"] == 1
