"""The list of segments of the search index is looked over before SQLite sets memory aside for what it claims."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator import Project
from annotator.errors import ProjectError
from annotator.store.index_segments import check_segments
from annotator.store.repair import repair


def _index(block: bytes) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE documents_fts_data (id INTEGER PRIMARY KEY, block BLOB)")
    connection.execute("INSERT INTO documents_fts_data VALUES (10, ?)", (block,))
    return connection


def _number(value: int) -> bytes:
    made = bytes([value & 0x7F])
    while value := value >> 7:
        made = bytes([value & 0x7F | 0x80]) + made
    return made


MILLIONS = b"\0\0\0\1" + bytes([1, 1, 1, 0]) + _number(2**28)


@pytest.mark.parametrize("merged", [False, True])
def test_the_index_of_a_project_holds_together(tmp_path: Path, merged: bool) -> None:
    path = tmp_path / "p.musnad"
    with Project.create(path) as project:
        for number in range(40):
            project.add_document(f"قال الوزير إن الميناء رقم {number} سيفتح.")
    with closing(sqlite3.connect(path)) as connection:
        if merged:
            connection.execute("INSERT INTO documents_fts (documents_fts) VALUES ('optimize')")
        check_segments(connection)


@pytest.mark.parametrize(
    "block",
    [
        MILLIONS,
        MILLIONS[:4] + b"\xff\0\0\1" + MILLIONS[4:],
        b"\0\0\0\1" + bytes([2, 1, 1, 0, 1, 1, 1, 1, 0]) + _number(2**31 - 1),
    ],
)
def test_more_segments_than_the_list_has_room_for_are_refused(block: bytes) -> None:
    with closing(_index(block)) as connection, pytest.raises(sqlite3.DatabaseError, match="fts5: corruption"):
        check_segments(connection)


@given(st.binary(max_size=60))
def test_any_bytes_are_looked_over(block: bytes) -> None:
    with closing(_index(block)) as connection:
        try:
            check_segments(connection)
        except sqlite3.DatabaseError as error:
            assert str(error).startswith("fts5: corruption")


def test_a_project_that_claims_millions_is_told_of_and_repaired(tmp_path: Path) -> None:
    path = tmp_path / "p.musnad"
    with Project.create(path) as project:
        document = project.add_document("قال الوزير إن الميناء سيفتح.").id
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE documents_fts_data SET block = ? WHERE id = 10", (MILLIONS,))
    with Project.open(path) as project:
        with pytest.raises(ProjectError, match="its search index"):
            project.search("الميناء")
        assert [line for line in project.check() if "the search index is damaged" in line]
    repair(path)
    with Project.open(path) as project:
        assert project.check() == [] and [hit.document_id for hit in project.search("الميناء")] == [document]
