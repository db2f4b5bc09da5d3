"""A project file is opened only if its schema is one that Musnad makes, so that nothing in it can run."""

import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest

from annotator import Project
from annotator.errors import ForeignPartsError, ProjectError
from annotator.store import bounded, migrations
from annotator.store.bounded import BoundedConnection, long_work
from annotator.store.shape import SHAPES, digest_of, made_by_musnad
from tests.older import make_older

ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    path = tmp_path / "p.musnad"
    with Project.create(path, annotator="layla") as project:
        document = project.add_document("قال الوزير إن الميناء جاهز.")
        project.annotate(document.id, (0, 3), "cue")
    return path


def alter(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def test_the_kept_digests_are_those_of_what_the_migrations_make() -> None:
    """Add the digest of a new version: `python -m annotator.store.shape` prints them all."""
    assert [digest_of(made_by_musnad(version)) for version in range(migrations.VERSION + 1)] == list(SHAPES)


FOREIGN = {
    "a view in place of a table": (
        "ALTER TABLE annotators RENAME TO a2",
        f"CREATE VIEW annotators AS SELECT i AS id, 'person' AS kind, '' AS name FROM ({ENDLESS})",
    ),
    "a view of ours that never ends": ("DROP VIEW claims_view", f"CREATE VIEW claims_view AS {ENDLESS}"),
    "a trigger that loops": (
        f"CREATE TRIGGER t AFTER INSERT ON spans BEGIN DELETE FROM spans WHERE id IN ({ENDLESS}); END",
    ),
    "a trigger that switches the journal off": (
        "CREATE TRIGGER t BEFORE INSERT ON changes BEGIN SELECT RAISE(IGNORE); END",
    ),
    "a guard that is gone": ("DROP TRIGGER changes_are_history_update",),
    "an index that is gone": ("DROP INDEX spans_document",),
    "an index over an expression": ("CREATE INDEX x ON spans (length(hex(zeroblob(100))))",),
    "one more column": ("ALTER TABLE spans ADD COLUMN note TEXT",),
    "a generated column": ("ALTER TABLE spans ADD COLUMN big TEXT AS (hex(zeroblob(100))) VIRTUAL",),
    "one more table": ("CREATE TABLE notes (id)",),
    "one more virtual table": ("CREATE VIRTUAL TABLE notes USING fts5(a)",),
    "a trigger on the notes of the migrations": (
        "CREATE TRIGGER t AFTER INSERT ON _sqlite_migrations BEGIN DELETE FROM spans; END",
    ),
    "notes of the migrations that compute": (
        "DROP TABLE _sqlite_migrations",
        "CREATE TABLE _sqlite_migrations (id INTEGER PRIMARY KEY, migration_set, name, applied_at, "
        "x AS (hex(zeroblob(100))))",
    ),
    "a version that is not its own": ("PRAGMA user_version = 2",),
}


@pytest.mark.parametrize("statements", FOREIGN.values(), ids=FOREIGN.keys())
def test_what_musnad_did_not_make_is_refused_before_it_can_run(place: Path, statements: tuple[str, ...]) -> None:
    alter(place, *statements)
    began = time.monotonic()
    for read_only in (False, True):
        with pytest.raises(ForeignPartsError, match=r"p\.musnad holds parts .*musnad check p\.musnad --clean COPY"):
            Project.open(place, annotator="layla", read_only=read_only)
    assert time.monotonic() - began < 5


def test_the_parts_are_named_and_no_more_than_a_few_of_them(place: Path) -> None:
    alter(place, *(f"CREATE VIEW v{number}{'x' * 5000} AS SELECT 1" for number in range(9)))
    with pytest.raises(ForeignPartsError, match="view v0x") as told:
        Project.open(place)
    assert len(str(told.value)) < 600


def test_what_other_programs_do_to_a_file_without_changing_it_is_no_harm(place: Path) -> None:
    alter(place, "ANALYZE", "VACUUM", "REINDEX")
    with Project.open(place, annotator="layla") as project:
        assert project.check() == []


@pytest.mark.parametrize("version", range(1, migrations.VERSION))
def test_a_file_of_each_older_version_is_known(place: Path, version: int) -> None:
    make_older(place, version)
    with Project.open(place, annotator="layla") as project:
        [summary] = project.summaries()
        assert len(project.spans(summary.id)) == 1


def test_a_version_below_the_first_is_no_project(place: Path) -> None:
    alter(place, "PRAGMA user_version = -3")
    with pytest.raises(ProjectError, match="not a Musnad project"):
        Project.open(place)


def bounded_to(most: int, monkeypatch: pytest.MonkeyPatch) -> BoundedConnection:
    monkeypatch.setattr(bounded, "MOST_STEPS", most)
    return sqlite3.connect(":memory:", factory=BoundedConnection)


def test_a_statement_without_end_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    with closing(bounded_to(3_000_000, monkeypatch)) as connection:
        with pytest.raises(sqlite3.OperationalError, match="interrupted"):
            connection.execute(f"SELECT count(*) FROM ({ENDLESS})").fetchone()
        assert connection.execute("SELECT 1").fetchone() == (1,)


def test_many_short_statements_and_long_work_that_was_asked_for_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    some = f"SELECT count(*) FROM ({ENDLESS} LIMIT 100000)"
    with closing(bounded_to(3_000_000, monkeypatch)) as connection:
        assert [connection.execute(some).fetchone()[0] for _ in range(5)] == [100_000] * 5
        with long_work(connection):
            assert connection.execute(some.replace("100000", "500000")).fetchone() == (500_000,)


def test_no_value_is_larger_than_any_article(monkeypatch: pytest.MonkeyPatch) -> None:
    with (
        closing(bounded_to(3_000_000, monkeypatch)) as connection,
        pytest.raises(sqlite3.DataError, match="too big"),
    ):
        connection.execute("SELECT hex(zeroblob(300000000))").fetchone()
