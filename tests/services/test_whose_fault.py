"""What a person can mend is told as theirs; what is a bug is raised as one; and whoever listens harms nobody."""

import gc
import sqlite3
import sys
import weakref
from contextlib import suppress
from pathlib import Path
from types import TracebackType

import pytest

from annotator import Project
from annotator.domain.change import Changes
from annotator.errors import BusyError, InputError, ProjectError
from annotator.services.patience import while_waiting
from annotator.store.explaining import told


def raised(code: int, words: str = "as SQLite says it") -> sqlite3.Error:
    error = sqlite3.OperationalError(words)
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (sqlite3.SQLITE_FULL, "disk is full"),
        (sqlite3.SQLITE_IOERR_FSYNC, "disk did not take"),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, "written by another program"),
        (sqlite3.SQLITE_PROTOCOL, "written by another program"),
        (sqlite3.SQLITE_READONLY, "read-only"),
        (sqlite3.SQLITE_CANTOPEN, "read-only"),
        (sqlite3.SQLITE_CORRUPT_INDEX, "damaged"),
        (sqlite3.SQLITE_NOTADB, "damaged"),
        (sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY, "rests on it"),
    ],
)
def test_what_a_person_can_mend_is_told_as_theirs(project: Project, code: int, words: str) -> None:
    with pytest.raises(ProjectError, match=words), told(project.path):
        raise raised(code)


@pytest.mark.parametrize(
    "code",
    [
        *(sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CONSTRAINT_NOTNULL, sqlite3.SQLITE_CONSTRAINT_UNIQUE),
        *(sqlite3.SQLITE_CONSTRAINT_CHECK, sqlite3.SQLITE_MISMATCH, sqlite3.SQLITE_MISUSE, sqlite3.SQLITE_RANGE),
    ],
)
def test_what_is_a_bug_is_raised_as_one(project: Project, code: int) -> None:
    with pytest.raises(sqlite3.OperationalError, match="as SQLite says it"), told(project.path):
        raise raised(code)


def test_a_faulty_statement_is_a_bug_and_a_value_that_is_no_json_is_damage(project: Project, article: str) -> None:
    document = project.add_document(article)
    project.annotate(document.id, (0, 3), "claim", {"polarity": "denied"})
    with pytest.raises(sqlite3.OperationalError, match="no such table"), project.reading() as connection:
        connection.execute("SELECT * FROM no_such")
    with project.reading() as connection:
        connection.execute("UPDATE spans SET attributes = '{'")
    with pytest.raises(ProjectError, match="--repair"), project.reading() as connection:
        connection.execute("SELECT json_extract(attributes, '$.polarity') FROM spans").fetchall()


def test_a_row_that_a_table_refuses_is_a_bug_and_nothing_of_its_action_is_written(project: Project) -> None:
    from annotator.store.edits import put

    row = {"id": "a", "name": None, "kind": "person", "wikidata": None, "note": ""}
    with pytest.raises(sqlite3.IntegrityError, match="NOT NULL"), project.acting() as act:
        act.edits.append(put("actors", row))
    assert project.actors() == []
    assert project.check() == []


def test_what_is_read_of_a_closed_project_is_a_bug_of_who_reads(project: Project) -> None:
    project.close()
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        project.summaries()


def test_a_listener_that_raises_harms_neither_the_action_nor_other_listeners(
    project: Project, article: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    reported: list[BaseException] = []

    def report(_kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        reported.append(error)

    monkeypatch.setattr(sys, "excepthook", report)
    heard: list[Changes] = []
    errors = [ValueError("a view"), InputError("told"), BusyError("busy")]

    def fail(_changes: Changes) -> None:
        raise errors[len(reported)]

    project.listen(fail)
    project.listen(heard.append)
    document = project.add_document(article)
    span = project.annotate(document.id, (0, 3), "cue")
    project.delete(span.id)
    assert len(heard) == 3
    assert reported == errors
    assert project.spans(document.id) == []
    assert project.waiting == 0


def _never(waited_s: float) -> bool:
    """Hear of waiting; 0.0 is a question of long work, whether it may go on."""
    assert waited_s == 0.0
    return True


def test_nobody_waits_for_what_still_reads_through_the_same_connection(tmp_path: Path) -> None:
    path = tmp_path / "p.musnad"
    with Project.create(path, annotator="layla") as project:
        ids = [project.add_document(text).id for text in ("قال الوزير", "قال المدير")]
    with Project.open(path, annotator="layla") as project:
        unfinished = project._connection.execute("SELECT id FROM documents")
        unfinished.fetchone()
        with while_waiting(_never):
            project.annotate(ids[0], (0, 3), "cue")
        unfinished.close()
        assert project.check() == []


def test_an_error_that_was_told_keeps_nothing_alive_when_it_is_forgotten(tmp_path: Path) -> None:
    class Held:
        """Something that a frame holds."""

    def fails() -> "weakref.ref[Held]":
        kept = Held()
        seen.append(weakref.ref(kept))
        raise sqlite3.DatabaseError("Could not decode to UTF-8 column")

    seen: list[weakref.ref[Held]] = []
    gc.disable()
    try:
        with suppress(ProjectError), told(tmp_path):
            fails()
        assert seen[0]() is None
    finally:
        gc.enable()
