"""Datasets that come in record by record, and go and come back as a whole."""

import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from annotator import Project
from annotator.domain.annotator import Annotator
from annotator.domain.document import Document, document_id
from annotator.domain.relation import Relation
from annotator.domain.span import Span
from annotator.errors import InputError
from annotator.formats.record import Record
from annotator.services import article_batches, records

WORDS = "قال الوزير إن الميناء مفتوح"
ARTICLES, FRAMES = 12, 20


def _record(number: int, spans: Sequence[Span] = (), relations: Sequence[Relation] = ()) -> Record:
    text = f"{number} {WORDS}"
    document = Document(id=document_id(text), title=f"Article {number}", text=text)
    return Record(
        document=document,
        annotator=Annotator(handle="omar"),
        status="doing",
        scheme_name="actors-claims",
        scheme_version=1,
        spans=tuple(spans),
        relations=tuple(relations),
    )


def _span(record: Record, name: str, label: str, start: int) -> Span:
    return Span(
        id=f"{record.document.title} {name}",
        document_id=record.document.id,
        annotator="omar",
        label=label,
        parts=((start, start + 3),),
    )


def _source(claim: Span, source: Span) -> Relation:
    return Relation(
        id=f"{claim.id} source",
        document_id=claim.document_id,
        annotator="omar",
        label="source",
        from_id=claim.id,
        to_id=source.id,
    )


def _marked(number: int) -> Record:
    """An article with claims that each have a source."""
    bare, spans, relations = _record(number), list[Span](), list[Relation]()
    for frame in range(FRAMES):
        claim, source = (_span(bare, f"{label} {frame}", label, frame) for label in ("claim", "actor"))
        spans += [claim, source]
        relations.append(_source(claim, source))
    return _record(number, spans, relations)


@pytest.fixture
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    with Project.create(tmp_path_factory.mktemp("taking") / "p.musnad", annotator="layla") as made:
        yield made


def _state(project: Project) -> list[object]:
    documents = sorted(one.id for one in project.documents())
    read = [(project.spans(one, "omar"), project.relations(one, "omar")) for one in documents]
    return [documents, read, project.check()]


def _asked(connection: sqlite3.Connection, statements: list[str]) -> None:
    connection.set_trace_callback(lambda said: statements.append(said) if "SELECT" in said[:8] else None)


def test_a_dataset_goes_and_comes_back_with_fewer_questions_than_it_has_rows(project: Project) -> None:
    project.store_records(map(_marked, range(ARTICLES)))
    whole, rows = _state(project), ARTICLES * (2 + 3 * FRAMES)
    for take_back in (project.undo, project.redo):
        statements: list[str] = []
        _asked(project._store.connection, statements)
        take_back()
        project._store.connection.set_trace_callback(None)
        # Each article is looked at by itself, and no mark of it.
        assert len(statements) < rows / 2
        assert not [one for one in statements if one.count("WHERE id = ?") and "spans" in one]
    assert _state(project) == whole
    project.undo()
    assert _state(project) == [[], [], []]


def test_batches_of_any_size_bring_the_same(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(records, "MOST_IN_MEMORY", 7)
    project.store_records(map(_marked, range(ARTICLES)))
    assert [len(project.spans(one.id, "omar")) for one in project.documents()] == [2 * FRAMES] * ARTICLES
    assert project.store_records(map(_marked, range(ARTICLES))) is None
    assert project.check() == []


@pytest.mark.parametrize("most", [1, 1_000])
def test_two_records_of_one_reading_are_both_taken(
    project: Project, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    monkeypatch.setattr(records, "MOST_IN_MEMORY", most)
    bare = _record(0)
    halves = [_record(0, [_span(bare, name, "actor", start)]) for name, start in (("one", 0), ("two", 5))]
    project.store_records([halves[0], _marked(1), halves[1]])
    assert [one.id for one in project.spans(bare.document.id, "omar")] == ["Article 0 one", "Article 0 two"]
    # Alone, a record is the whole of the reading.
    project.store_records(halves[1:])
    assert [one.id for one in project.spans(bare.document.id, "omar")] == ["Article 0 two"]


def test_a_record_that_cannot_be_taken_takes_those_before_it_along(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(records, "MOST_IN_MEMORY", 1)
    broken = _record(3, [_span(_record(3), "x", "no such label", 0)])
    with pytest.raises(InputError, match="no such label"):
        project.store_records([_marked(1), _marked(2), broken])
    assert project.documents() == [] and not project.can_undo


def test_files_are_written_many_at_a_time_and_counted_one_by_one(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(article_batches, "MOST_FILES", 3)
    files = [tmp_path / f"{number}.txt" for number in range(7)]
    for number, path in enumerate(files):
        path.write_text(f"{number % 5} {WORDS}", encoding="utf-8")
    (tmp_path / "3b.txt").write_bytes(b"")
    statements: list[str] = []
    project._store.connection.set_trace_callback(statements.append)
    report = project.import_([*files[:4], tmp_path / "3b.txt", *files[4:]])
    project._store.connection.set_trace_callback(None)
    assert (report.added, report.known, [name for name, _ in report.failed]) == (5, 2, [str(tmp_path / "3b.txt")])
    # The first transaction of a session marks the file as its own.
    assert sum(one == "BEGIN IMMEDIATE" for one in statements) == 1 + 3
    assert [[origin.path for origin in made.origins] for made in project.documents()][:2] == [
        ["0.txt", "5.txt"],
        ["1.txt", "6.txt"],
    ]
    # One import is one step.
    project.undo()
    assert project.documents() == [] and not project.can_undo
