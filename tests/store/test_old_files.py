"""A file of the shape that projects had before journals could meet: migrated with its history, which can be undone."""

import gzip
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from annotator import Project
from annotator.store import migrations, rows
from tests.older import make_older

OLD = Path(__file__).parents[1] / "data" / "version_4.musnad.gz"
"""Made by the program of that time: two people, a merge, a renamed label, suggestions, a deletion."""


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "old.musnad"
    path.write_bytes(gzip.decompress(OLD.read_bytes()))
    return path


def test_an_old_file_is_backed_up_and_holds_together(old: Path) -> None:
    with closing(sqlite3.connect(old)) as db:
        before = db.execute("SELECT count(*) FROM changes").fetchone()[0]
        marks = sorted(db.execute("SELECT id, annotator, label, parts, attributes FROM spans"))
    with Project.open(old, annotator="layla") as project:
        assert project.check() == [] and project.unshown() == {}
        assert project.scheme.version == 2 and [one.key for one in project.scheme.labels][1] == "signal"
        with project.reading() as connection:
            assert connection.execute("SELECT count(*) FROM changes").fetchone()[0] >= before
            held = connection.execute("SELECT id, annotator, label, parts, attributes FROM spans")
            assert sorted(map(tuple, held)) == marks
            sizes = [
                len(row[0])
                for row in connection.execute(
                    """SELECT row FROM changes WHERE "table" = 'documents' AND op = 'put' ORDER BY stamp"""
                )
            ]
    assert max(sizes[2:]) < 80, "a new title does not hold the article"
    assert list(old.parent.glob("*before*"))


def test_what_was_done_in_an_old_file_is_undone_step_by_step(old: Path) -> None:
    with Project.open(old, annotator="layla") as project:
        titles, counts = [], []
        while project.can_undo:
            try:
                project.undo()
            except Exception as error:
                assert "newer work" in str(error) and "rests on it" in str(error)
                break
            assert project.check() == []
            counts.append(len(project.actors()))
            titles += [one.title for one in project.documents()][:1]
        assert "ميناء الزهراء" in titles and "الميناء" in titles
        assert 2 in counts, "the merge was undone"
        while project.can_redo:
            project.redo()
        assert project.check() == []
        assert project.document(project.documents()[0].id).title == "ميناء الزهراء يُفتح"


def test_undo_of_an_old_relabelling_leaves_newer_work(old: Path) -> None:
    with Project.open(old, annotator="omar") as project:
        document = project.documents()[0].id
        mark = next(one for one in project.spans(document) if one.label == "signal")
        project.update(mark.id, parts=(45, 51))
    with Project.open(old, annotator="layla") as project:
        project.undo()
        project.undo()
        assert (project.span(mark.id).label, project.span(mark.id).parts) == ("cue", ((45, 51),))


def test_two_copies_that_are_migrated_apart_meet(old: Path, tmp_path: Path) -> None:
    shutil.copy(old, tmp_path / "other.musnad")
    with (
        Project.open(old, annotator="layla") as first,
        Project.open(tmp_path / "other.musnad", annotator="omar") as second,
    ):
        assert first.changes_since(second.vector()) == []
        document = first.documents()[0].id
        first.update_document(document, title="عنوان")
        second.annotate(document, (0, 3), "signal")
        for to, whose in ((first, second), (second, first)):
            to.apply(whose.changes_since(to.vector()))
        assert first.vector() == second.vector()
        assert first.spans(document, "omar") == second.spans(document, "omar")
        assert second.document(document).title == "عنوان"
        assert first.check() == second.check() == []


def test_a_new_column_with_a_default_needs_no_new_history(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "p.musnad"
    with Project.create(path, annotator="layla") as project:
        document = project.add_document("قال الوزير إن الميناء سيفتح.").id
        kept = project.annotate(document, (0, 3), "cue")
        project.delete(project.annotate(document, (4, 10), "actor").id)

    def certainty(db: object) -> None:
        db.execute("ALTER TABLE spans ADD COLUMN certainty TEXT NOT NULL DEFAULT 'sure'")  # type: ignore[attr-defined]

    monkeypatch.setattr(migrations, "STEPS", (*migrations.STEPS, certainty))
    monkeypatch.setattr(migrations, "VERSION", migrations.VERSION + 1)
    monkeypatch.setitem(rows.COLUMNS, "spans", {**rows.COLUMNS["spans"], "certainty": str})
    monkeypatch.setitem(rows.TABLES, "spans", (*rows.TABLES["spans"], "certainty"))
    monkeypatch.setitem(rows.DEFAULTS, "spans", {"certainty": "sure"})
    with Project.open(path, annotator="layla") as project:
        assert project.check() == []
        project.undo()
        project.update(kept.id, parts=(0, 4))
        project.annotate(document, (11, 13), "cue")
        assert len(project.spans(document)) == 3 and project.check() == []
        with project.reading() as connection:
            assert {row[0] for row in connection.execute("SELECT certainty FROM spans")} == {"sure"}
        shapes = {one.shape for one in project.changes_since({})}
        assert shapes == {migrations.VERSION - 1, migrations.VERSION}


def test_texts_are_found_by_the_spellings_of_today_after_a_migration(tmp_path: Path) -> None:
    path = tmp_path / "p.musnad"
    with Project.create(path, annotator="layla") as project:
        project.add_document("بلغ النمو ١٢٫٥ في المئة")
        assert len(project.search("12.5")) == 1
    make_older(path, migrations.STEPS.index(migrations.fold_anew))
    with closing(sqlite3.connect(path)) as db:
        # As a program wrote it that knew the digits and not their separators.
        form = "بلغ النمو 12٫5 في المئه"
        db.execute("INSERT INTO documents_fts (documents_fts) VALUES ('delete-all')")
        db.execute("INSERT INTO documents_fts (rowid, form) SELECT id, ? FROM indexed", (form,))
        db.execute("UPDATE folded SET form = ?", (form,))
        db.commit()
    with Project.open(path, annotator="layla") as project:
        assert len(project.search("12.5")) == 1
        assert project.check() == []
