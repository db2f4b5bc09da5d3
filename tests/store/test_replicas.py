"""Each copy of a project file signs with an id of its own; what was done in it can be undone wherever it goes."""

import os
import platform
import shutil
import sqlite3
import subprocess
import sys
import uuid
from contextlib import closing
from pathlib import Path

import pytest

from annotator import Project
from tests.older import make_older

TEXT = "قال الوزير إن الميناء سيفتح."


def signed(path: Path) -> list[str]:
    """The replicas that signed changes of a file, in the order of their first ones."""
    with closing(sqlite3.connect(path)) as db:
        return [row[0] for row in db.execute("SELECT replica FROM changes GROUP BY replica ORDER BY min(stamp)")]


def annotated(path: Path) -> str:
    with Project.create(path) as project:
        document = project.add_document(TEXT)
        project.annotate(document.id, (0, 3), "cue")
    return document.id


def test_undo_outlives_another_network_card_host_name_and_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    document = annotated(tmp_path / "p.musnad")
    monkeypatch.setattr(uuid, "getnode", lambda: 42)
    monkeypatch.setattr(platform, "node", lambda: "elsewhere")
    monkeypatch.setenv("HOME", str(tmp_path))
    with Project.open(tmp_path / "p.musnad") as project:
        project.undo()
        assert project.spans(document) == []
    with Project.open(tmp_path / "p.musnad") as project:
        project.redo()
        assert len(project.spans(document)) == 1


def test_undo_outlives_a_move_to_another_machine(tmp_path: Path) -> None:
    document = annotated(tmp_path / "p.musnad")
    (tmp_path / "there").mkdir()
    shutil.copy(tmp_path / "p.musnad", tmp_path / "there" / "q.musnad")
    (tmp_path / "p.musnad").unlink()
    with Project.open(tmp_path / "there" / "q.musnad") as project:
        project.undo()
        project.undo()
        assert project.documents() == [] and not project.can_undo
    with Project.open(tmp_path / "there" / "q.musnad") as project:
        project.redo()
        project.redo()
        assert len(project.spans(document)) == 1


def test_a_file_that_is_renamed_stays_the_replica_that_it_was(tmp_path: Path) -> None:
    document = annotated(tmp_path / "p.musnad")
    (tmp_path / "p.musnad").rename(tmp_path / "q.musnad")
    with Project.open(tmp_path / "q.musnad") as project:
        project.annotate(document, (4, 10), "actor")
    assert len(signed(tmp_path / "q.musnad")) == 1


def test_a_copy_signs_with_an_id_of_its_own_from_its_first_write(tmp_path: Path) -> None:
    document = annotated(tmp_path / "p.musnad")
    shutil.copy(tmp_path / "p.musnad", tmp_path / "q.musnad")
    before = (tmp_path / "q.musnad").read_bytes()
    with Project.open(tmp_path / "q.musnad", read_only=True) as project:
        assert project.can_undo
    assert (tmp_path / "q.musnad").read_bytes() == before
    for name in ("p", "q", "p", "q"):
        with Project.open(tmp_path / f"{name}.musnad") as project:
            project.annotate(document, (4, 10), "actor")
    first, second = signed(tmp_path / "p.musnad"), signed(tmp_path / "q.musnad")
    assert (len(first), len(second)) == (1, 2)
    assert second[0] == first[0] and second[1] != first[0]
    assert all(len(one) == 16 and int(one, 16) for one in second)


def test_a_copy_that_takes_the_place_of_its_original_is_another_again(tmp_path: Path) -> None:
    document = annotated(tmp_path / "p.musnad")
    shutil.copy(tmp_path / "p.musnad", tmp_path / "q.musnad")
    with Project.open(tmp_path / "q.musnad") as project:
        project.annotate(document, (4, 10), "actor")
    # Written over in place: the file has the inode that it had.
    (tmp_path / "p.musnad").write_bytes((tmp_path / "q.musnad").read_bytes())
    with Project.open(tmp_path / "p.musnad") as project:
        project.annotate(document, (4, 10), "actor")
        assert len(project.spans(document)) == 3
    assert len(set(signed(tmp_path / "p.musnad"))) == 3


def test_what_is_refused_makes_no_replica(tmp_path: Path) -> None:
    document = annotated(tmp_path / "p.musnad")
    shutil.copy(tmp_path / "p.musnad", tmp_path / "q.musnad")
    with Project.open(tmp_path / "q.musnad") as project:
        project._connection.execute("CREATE TRIGGER no BEFORE INSERT ON spans BEGIN SELECT RAISE(ABORT, 'no'); END")
        with pytest.raises(Exception, match="no"):
            project.annotate(document, (4, 10), "actor")
        project._connection.execute("DROP TRIGGER no")
        assert project._connection.execute("SELECT count(*) FROM replicas").fetchone()[0] == 1
        project.annotate(document, (4, 10), "actor")
        assert project._connection.execute("SELECT count(*) FROM replicas").fetchone()[0] == 2


def test_what_was_done_before_files_knew_replicas_can_be_undone(tmp_path: Path) -> None:
    document = annotated(tmp_path / "p.musnad")
    make_older(tmp_path / "p.musnad", 4)
    with Project.open(tmp_path / "p.musnad") as project:
        project.undo()
        assert project.spans(document) == []
        assert project.check() == []
    assert len(signed(tmp_path / "p.musnad")) == 2


NOBODY = "import os, sys; os.getuid = lambda: 54321; from annotator.__main__ import main; sys.exit(main())"
"""The program as a user id runs it that the system has no entry for, as containers do."""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no user ids")
def test_without_a_home_and_an_entry_in_passwd_everything_works(tmp_path: Path) -> None:
    annotated(tmp_path / "p.musnad")
    persons_own = ("HOME", "MUSNAD_ANNOTATOR", "USER", "LOGNAME", "USERNAME", "LNAME", "CAMELTOOLS_DATA")
    surroundings = {key: value for key, value in os.environ.items() if key not in persons_own}
    for words in (["documents", "p.musnad"], ["suggest", "p.musnad"], ["check", "p.musnad"]):
        ran = subprocess.run(
            [sys.executable, "-c", NOBODY, *words],
            cwd=tmp_path,
            env={**surroundings, "PYTHONPATH": str(Path(__file__).parents[2])},
            capture_output=True,
            text=True,
            check=False,
        )
        assert ran.returncode == 0, ran.stderr
