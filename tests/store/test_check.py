"""The check looks at every row and at the search index; the repair makes anew what can be derived, and says so."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner

from annotator import Project
from annotator.cli import musnad
from annotator.store.repair import repair
from tests.store.test_shape import alter

TEXTS = ("قال الوزير إن الميناء جاهز.", "وأضاف أن العقد وُقّع أمس.")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    path = tmp_path / "p.musnad"
    with Project.create(path, annotator="layla") as project:
        for text in TEXTS:
            document = project.add_document(text)
            cue = project.annotate(document.id, (0, 3), "cue")
            claim = project.annotate(document.id, (11, 20), "claim")
            project.link(claim.id, cue.id, "cue")
        project.add_actor("وزير", "person")
    return path


def problems(path: Path) -> list[str]:
    with Project.open(path, read_only=True) as project:
        return project.check()


def damage(path: Path, *statements: str) -> None:
    """Change rows whatever the triggers say, and leave the schema as it was."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        triggers = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            connection.execute(statement)
        for _, sql in triggers:
            connection.execute(sql)


INDEX = {
    "nothing is indexed": (
        (
            "DELETE FROM indexed",
            "INSERT INTO documents_fts (documents_fts) VALUES ('delete-all')",
        ),
        "it is not in the search index",
    ),
    "no words": (
        ("INSERT INTO documents_fts (documents_fts) VALUES ('delete-all')",),
        "the search index does not hold its words",
    ),
    "words of nobody": (
        ("INSERT INTO documents_fts (rowid, form) VALUES (77, 'abcdef')",),
        "the search index holds 1 documents that are not there",
    ),
    "one word less": (
        ("INSERT INTO documents_fts (documents_fts, rowid, form) VALUES ('delete', 1, 'قال')",),
        "the search index does not hold its words",
    ),
    "torn pages": (("UPDATE documents_fts_data SET block = x'ffffffff' WHERE id > 10",), "the search index is damaged"),
}


@pytest.mark.parametrize(("statements", "told"), INDEX.values(), ids=INDEX.keys())
def test_an_index_that_does_not_say_what_the_texts_say_is_found_and_made_anew(
    place: Path, statements: tuple[str, ...], told: str
) -> None:
    alter(place, *statements)
    assert any(told in line for line in problems(place))
    assert repair(place) == ["the search index was made anew"]
    assert problems(place) == []
    with Project.open(place) as project:
        assert [hit.text for hit in project.search("الميناء")] == ["الميناء"]


ROWS = {
    "attributes that are a number": ("UPDATE spans SET attributes = '5' WHERE label = 'cue'", "spans"),
    "attributes nested without end": (
        f"UPDATE spans SET attributes = '{'[' * 100_000}' WHERE label = 'claim'",
        "spans",
    ),
    "attributes that hold lists": ("UPDATE relations SET attributes = '{\"a\": [1]}'", "relations"),
    "parts that are none": ("UPDATE spans SET parts = 'zzz'", "spans"),
    "parts that are texts": ('UPDATE spans SET parts = \'[["a", "b"]]\'', "spans"),
    "notes that are none": ("UPDATE documents SET intake = '{\"a\": 1}'", "documents"),
    "a title that is no UTF-8": ("UPDATE documents SET title = CAST(x'ff' AS TEXT)", "documents"),
    "a name that is no UTF-8": ("UPDATE actors SET name = CAST(x'ff' AS TEXT)", "actors"),
    "a row that is gone": ("DELETE FROM relations", "relations"),
}


@pytest.mark.parametrize(("statement", "table"), ROWS.values(), ids=ROWS.keys())
def test_a_row_that_no_musnad_wrote_is_named_and_put_back(place: Path, statement: str, table: str) -> None:
    damage(place, statement)
    named = [line for line in problems(place) if line.startswith(table)]
    assert named
    assert all(len(line) <= 300 for line in named)
    mended = repair(place)
    assert mended
    assert all(line.endswith("put back as the journal has it") for line in mended)
    assert problems(place) == []


UNKNOWN = {
    "a table of elsewhere": ("UPDATE changes SET \"table\" = 'sqlite_master'", "table: Musnad has no such table"),
    "a stamp that is none": ("UPDATE changes SET stamp = '!' WHERE \"table\" = 'actors'", "stamp: it is no time"),
    "a row nested without end": (f"UPDATE changes SET row = '{'[' * 100_000}' WHERE op = 'put'", "row: "),
    "a row of another form": ("UPDATE changes SET row = '{\"id\": 5}' WHERE \"table\" = 'spans'", "row: id: "),
    "a text of another article": ("UPDATE documents SET text = 'x'", "its text is not the one it was imported with"),
    "a span beyond the text": (
        "UPDATE spans SET \"end\" = 900, parts = '[[0, 900]]' WHERE start = 0",
        "does not lie inside a text",
    ),
}


@pytest.mark.parametrize(("statement", "told"), UNKNOWN.values(), ids=UNKNOWN.keys())
def test_what_cannot_be_derived_is_named_and_left_to_people(place: Path, statement: str, told: str) -> None:
    damage(place, statement)
    assert any(told in line for line in problems(place))
    repair(place)
    assert any(told in line for line in problems(place))


def test_a_sound_project_needs_no_repair_and_gets_none(place: Path) -> None:
    assert problems(place) == []
    assert repair(place) == []
    assert problems(place) == []


def test_of_two_rows_that_make_sense_none_is_taken_for_the_right_one(place: Path) -> None:
    damage(place, "UPDATE actors SET name = 'وزيرة'")
    assert repair(place) == []
    [told] = problems(place)
    assert told.endswith("it is not what the journal says")


def test_a_broken_scheme_and_a_missing_actor_are_named(place: Path) -> None:
    damage(place, "UPDATE spans SET actor_id = 'nobody'")
    assert any("points to a row of actors that is not there" in line for line in problems(place))
    damage(place, "UPDATE settings SET value = json_set(value, '$.labels[0].shortcut', 'N')")
    assert any(line.startswith("the scheme: ") for line in problems(place))


def test_the_command_repairs_says_so_and_checks(place: Path) -> None:
    alter(place, *INDEX["no words"][0])
    assert CliRunner().invoke(musnad, ["check", str(place)]).exit_code == 1
    done = CliRunner().invoke(musnad, ["check", str(place), "--repair"])
    assert (done.exit_code, done.output.splitlines()[0]) == (0, "the search index was made anew")
    assert "everything holds together" in done.output
