"""Changes that are kept many together say what they would say one by one, wherever they are asked for."""

import random
import shutil
import sqlite3
import zlib
from contextlib import closing
from pathlib import Path

import pytest

from annotator import Project
from annotator.domain.annotator import Annotator
from annotator.domain.document import Document, document_id
from annotator.domain.relation import Relation
from annotator.domain.span import Span
from annotator.formats.record import Record
from annotator.store import block_writing, blocks, restoring
from annotator.store.check import problems
from annotator.store.check_blocks import STALE
from annotator.store.cleaning import clean_copy
from annotator.store.repair import repair
from annotator.store.rows import BrokenRowError
from annotator.store.settings import scheme

TEXT = "قال الوزير إن الميناء مفتوح. " * 20
MARKS = 90
HERE = document_id(TEXT)


def record() -> Record:
    """An article with many marks, two of them linked."""
    spans = tuple(
        Span(
            id=f"{place:032x}",
            document_id=HERE,
            annotator="omar",
            label="claim" if place == 0 else "cue",
            parts=((place, place + 4),),
        )
        for place in range(MARKS)
    )
    link = Relation(
        id="a" * 32, document_id=HERE, annotator="omar", label="cue", from_id=spans[0].id, to_id=spans[1].id
    )
    return Record(
        document=Document(id=HERE, title="الميناء", text=TEXT),
        scheme_name="actors-claims",
        scheme_version=1,
        annotator=Annotator(handle="omar"),
        status="doing",
        spans=spans,
        relations=(link,),
    )


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed project of which most was written in one action, and some of that changed since."""
    made = tmp_path_factory.mktemp("blocks") / "p.musnad"
    with Project.create(made, annotator="omar") as project:
        project.store_records([record()])
        project.update(f"{0:032x}", label="claim", attributes={"polarity": "denied"})
        project.delete(f"{2:032x}")
    with closing(sqlite3.connect(made)) as file:
        assert file.execute("SELECT sum(size) FROM change_blocks").fetchone()[0] == MARKS + 3
        assert file.execute("SELECT count(*) FROM changes WHERE \"table\" = 'spans'").fetchone()[0] == 2
    return made


@pytest.fixture
def path(template: Path, tmp_path: Path) -> Path:
    """A copy of that."""
    return Path(shutil.copy(template, tmp_path))


def alter(path: Path, *statements: str, values: tuple[object, ...] = ()) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as file:
        triggers = dict(file.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall())
        for name in triggers:
            file.execute(f"DROP TRIGGER {name}")
        for statement in (*statements, *triggers.values()):
            file.execute(statement, values if "?" in statement else ())


def told(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as file:
        file.row_factory = sqlite3.Row
        return problems(file, scheme(file))


def test_what_happened_to_a_mark_and_to_its_article_is_known(path: Path) -> None:
    with Project.open(path, annotator="omar") as project:
        changed, untouched, gone = (f"{number:032x}" for number in (0, 1, 2))
        assert [len(entry.rows) for entry in project.history(span_id=changed)] == [1, 2]
        assert [entry.rows[0].row_id for entry in project.history(span_id=untouched)][-1:] == [untouched]
        assert [one.rows[0].after is None for one in project.history(span_id=gone)] == [True, False]
        deeds = project.history(document_id=HERE)
        assert [len(entry.rows) for entry in deeds] == [1, 1, MARKS + 3]
        assert {entry.action for entry in deeds} <= {entry.action for entry in project.history()}


@pytest.mark.parametrize("many", [1, 1_000])
def test_undo_takes_all_of_it_back_and_redo_does_it_again(
    path: Path, many: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(restoring, "MANY", many)
    with Project.open(path, annotator="omar") as project:
        before = project.spans(HERE, "omar"), project.relations(HERE, "omar")
        for _ in range(3):
            project.undo()
        assert project.documents() == [] and project.check() == []
        for _ in range(3):
            project.redo()
        assert (project.spans(HERE, "omar"), project.relations(HERE, "omar")) == before
        assert project.check() == []


@pytest.mark.parametrize("many", [1, 1_000])
def test_undo_of_much_leaves_what_others_did_to_it_since(
    path: Path, many: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(restoring, "MANY", many)
    changed, deleted, untouched = (f"{number:032x}" for number in (5, 2, 7))
    with Project.open(path, annotator="omar") as project:
        every = project.changes_since({})
        action = next(one.action for one in every if one.row_id == untouched)
        twin = Project.create(path.with_name("o.musnad"), annotator="omar")
    with closing(twin):
        twin.apply(every)
        twin.update(changed, label="actor")
        with twin.reading() as connection:
            found = {key: (effect, row) for key, effect, row in restoring.effects(connection, action)}
        assert found["spans", untouched][0].row is None and found["spans", untouched][0].changes
        assert found["spans", changed][0].newer is not None
        assert not found["spans", deleted][0].changes
        assert found.keys() >= {("documents", HERE), ("relations", "a" * 32)}


@pytest.mark.parametrize("seed", range(3))
def test_in_any_pieces_and_any_order_the_same_journal_comes_about(path: Path, seed: int) -> None:
    chance = random.Random(seed)
    other = path.with_name("other.musnad")
    with Project.create(path.with_name("first.musnad"), annotator="layla"):
        pass
    shutil.copy(path.with_name("first.musnad"), other)
    with Project.open(path, annotator="omar") as project, Project.open(other, annotator="layla") as twin:
        every = project.changes_since({})
        pieces = [every[start : start + size] for size in (7, 70, 200) for start in range(0, len(every), size)]
        chance.shuffle(pieces)
        for piece in pieces:
            twin.apply(piece)
        known = {one.uid for one in every}
        assert [one for one in twin.changes_since({}) if one.uid in known] == every
        assert twin.vector().items() >= project.vector().items()
        assert twin.spans(HERE, "omar") == project.spans(HERE, "omar")
        assert twin.check() == []
        assert twin.apply(every).new == 0


def test_a_merge_of_much_is_taken_back_whole(path: Path, tmp_path: Path) -> None:
    with Project.open(path, annotator="omar") as project:
        project.share(tmp_path / "all.musnad-share")
    with Project.create(tmp_path / "l.musnad", annotator="layla") as project:
        project.merge(tmp_path / "all.musnad-share")
        marked = project.spans(HERE, "omar")
        assert len(marked) == MARKS - 1
        project.undo()
        assert project.documents() == [] and project.check() == []
        project.redo()
        assert project.spans(HERE, "omar") == marked and project.check() == []
        assert project.merge(tmp_path / "all.musnad-share").new == 0


def test_history_in_blocks_is_never_rewritten(path: Path) -> None:
    with closing(sqlite3.connect(path)) as file:
        for statement in ("UPDATE change_blocks SET size = 1", "DELETE FROM change_blocks"):
            with pytest.raises(sqlite3.IntegrityError, match="history is never rewritten"):
                file.execute(statement)


BROKEN = {
    "no body": b"",
    "no compressed body": b"[]",
    "no JSON": zlib.compress(b"["),
    "another form": zlib.compress(b'[["spans", ["id"], [[5]]]]'),
    "a table of elsewhere": zlib.compress(b'[["sqlite_master", ["id"], [["a"]]]]'),
    "a table of the file itself": zlib.compress(b'[["replicas", ["id"], [["a"]]]]'),
    "less than it says": zlib.compress(b'[["spans", null, [["a"]]]]'),
    "nested without end": zlib.compress(b"[" * 100_000),
    "longer than is read": zlib.compress(b" " * 200_000),
    "something behind it": zlib.compress(b"[]") + b"x",
}


@pytest.mark.parametrize("body", BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_block_is_told_and_keeps_nobody_from_the_rest(
    path: Path, body: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(blocks, "MOST_BYTES", 150_000)
    alter(path, "UPDATE change_blocks SET body = ?", values=(body,))
    assert any(line.startswith("change_blocks ") for line in told(path))
    repair(path)
    with Project.open(path, annotator="omar") as project:
        assert len(project.spans(HERE, "omar")) == MARKS - 1
        project.annotate(HERE, (200, 204), "cue")
    assert clean_copy(path, path.with_name("clean.musnad")).dropped["change_blocks"] == 1


LOST = {
    "rows": "DELETE FROM block_rows WHERE place = 1",
    "a row in another place": "UPDATE block_rows SET place = 900 WHERE place = 1",
    "documents": "DELETE FROM block_subjects",
    "moments": "INSERT INTO first_stamps VALUES ('actors', 'nobody', '!')",
}


@pytest.mark.parametrize("statement", LOST.values(), ids=LOST.keys())
def test_what_leads_to_the_blocks_is_made_anew_from_them(path: Path, statement: str) -> None:
    assert told(path) == []
    alter(path, statement)
    assert STALE in told(path)
    assert "the index of the journal was made anew" in repair(path)
    with Project.open(path, annotator="omar") as project:
        assert project.check() == []
        assert len(project.history(span_id=f"{1:032x}")[0].rows) == 2


def test_a_row_that_is_gone_or_altered_is_found_beside_its_block(path: Path) -> None:
    with closing(sqlite3.connect(path)) as file, file:
        file.execute("DELETE FROM relations")
        file.execute("UPDATE spans SET label = 'actor' WHERE start = 7")
        file.execute("INSERT INTO spans SELECT 'new', document_id, annotator, label, 900, 901, parts, attributes, "
                     "actor_id, derived_from, decided_by, statement_id, agreement FROM spans LIMIT 1")  # fmt: skip
    lines = told(path)
    assert f"relations {'a' * 32}: the journal has it, the table does not" in lines
    assert f"spans {7:032x}: it is not what the journal says" in lines
    assert "spans new: the journal does not know it" in lines
    assert f"relations {'a' * 32}: put back as the journal has it" in repair(path)


def test_a_clean_copy_has_the_whole_journal(path: Path) -> None:
    copy = path.with_name("clean.musnad")
    assert clean_copy(path, copy).dropped == {}
    with Project.open(path, annotator="omar") as project, Project.open(copy, annotator="omar") as other:
        assert other.changes_since({}) == project.changes_since({})
        assert other.check() == []


def test_few_changes_stand_alone(tmp_path: Path) -> None:
    with Project.create(tmp_path / "few.musnad") as project:
        project.add_document(TEXT)
        with project.reading() as view:
            assert view.execute("SELECT count(*) FROM change_blocks").fetchone()[0] == 0


def test_a_block_that_does_not_follow_on_itself_is_none() -> None:
    body = zlib.compress(b'[["spans", null, [["a", "b"]]]]')
    stamp = "000000000001-ffffff-a"
    block = blocks.Block(1, "u", 0, 2, stamp, blocks.stamp_at(stamp, 1), "omar", "a", 1, "act", None, 18, body)
    with pytest.raises(BrokenRowError):
        blocks.changes_in(block)
    assert block_writing.FEWEST > 1
