"""New projects and backups get their names when they are whole; what is in their way is left as it is."""

import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from annotator import Project, held
from annotator.errors import ProjectError
from annotator.store import migrations
from tests.older import make_older

BACKUP = f"p.before-version-{migrations.VERSION}"


def older(path: Path, article: str) -> None:
    """A project of before the last migration, with one mark."""
    with Project.create(path) as project:
        project.annotate(project.add_document(article).id, (4, 26), "actor")
    make_older(path, migrations.VERSION - 1)


def marks(path: Path) -> int:
    with closing(sqlite3.connect(path)) as db:
        return int(db.execute("SELECT count(*) FROM spans").fetchone()[0])


def version(path: Path) -> int:
    with closing(sqlite3.connect(path)) as db:
        return int(db.execute("PRAGMA user_version").fetchone()[0])


@pytest.mark.parametrize("there", ["backup", "database", "text", "link", "broken link", "folder"])
def test_what_has_the_name_of_a_backup_stays_and_the_backup_gets_another(
    tmp_path: Path, article: str, there: str
) -> None:
    path, taken, precious = tmp_path / "p.musnad", tmp_path / f"{BACKUP}.musnad", tmp_path / "precious.db"
    older(path, article)
    with closing(sqlite3.connect(precious)) as db:
        db.execute("CREATE TABLE precious (x)")
    match there:
        case "backup":
            taken.write_bytes(path.read_bytes())
        case "database":
            precious.rename(taken)
        case "text":
            taken.write_text("no database", encoding="utf-8")
        case "link":
            taken.symlink_to(precious)
        case "broken link":
            taken.symlink_to(tmp_path / "nothing")
        case "folder":
            taken.mkdir()
    before = taken.read_bytes() if taken.is_file() else b""
    Project.open(path).close()
    assert before == (taken.read_bytes() if taken.is_file() else b"")
    assert not (tmp_path / "nothing").exists()
    assert marks(tmp_path / f"{BACKUP}-2.musnad") == 1
    assert version(tmp_path / f"{BACKUP}-2.musnad") == migrations.VERSION - 1
    assert version(path) == migrations.VERSION


def test_a_backup_may_be_read_by_nobody_else_than_the_project(tmp_path: Path, article: str) -> None:
    older(tmp_path / "p.musnad", article)
    (tmp_path / "p.musnad").chmod(0o600)
    Project.open(tmp_path / "p.musnad").close()
    assert (tmp_path / f"{BACKUP}.musnad").stat().st_mode & 0o777 == 0o600


def test_a_disk_without_room_for_the_backup_stops_the_migration(tmp_path: Path, article: str, mounted: Any) -> None:
    older(tmp_path / "p.musnad", article)
    size = (tmp_path / "p.musnad").stat().st_size
    folder = mounted(size=f"{(size // 4096 + 12) * 4}k")
    path = folder / "p.musnad"
    path.write_bytes((tmp_path / "p.musnad").read_bytes())
    with pytest.raises(ProjectError, match="Make room for it in"):
        Project.open(path)
    assert [one.name for one in folder.iterdir()] == ["p.musnad"]
    assert path.read_bytes() == (tmp_path / "p.musnad").read_bytes()
    assert not held.is_held(path)


def test_a_new_project_on_a_disk_of_any_size_is_whole_or_not_there(mounted: Any) -> None:
    for kilobytes in (*range(64, 300, 28), 4096):
        folder = mounted(size=f"{kilobytes}k")
        path = folder / "p.musnad"
        try:
            with Project.create(path) as project:
                assert project.check() == []
        except ProjectError as error:
            assert "disk" in str(error) or "No space" in str(error)
        else:
            assert kilobytes > 100
        if not path.exists():
            assert list(folder.iterdir()) == []
        else:
            with Project.open(path, read_only=True) as project:
                assert project.check() == []
                assert [one.handle for one in project.annotators()] == ["layla"]
        assert not held.is_held(path)


def test_a_process_killed_while_it_makes_a_project_leaves_the_name_free(tmp_path: Path) -> None:
    path = tmp_path / "p.musnad"
    code = f"""
import os, signal
from annotator import Project
from annotator.store import copies, creation
real = creation.renew
creation.renew = lambda connection: os.kill(os.getpid(), signal.SIGKILL)
Project.create({str(path)!r})
"""
    subprocess.run([sys.executable, "-c", code], check=False)
    assert not path.exists()
    assert len(list(tmp_path.iterdir())) > 0
    with Project.create(path) as project:
        assert project.check() == []
    assert [one.name for one in tmp_path.iterdir()] == ["p.musnad"]


def test_the_open_project_is_never_read_as_if_it_were_an_article(tmp_path: Path, article: str) -> None:
    path, link = tmp_path / "p.musnad", tmp_path / "article.txt"
    code = f"""
import json, sys
from pathlib import Path
from annotator import Project
from annotator.errors import MusnadError
from annotator.services.schemes import load_scheme
told = []
with Project.create({str(path)!r}) as project:
    project.add_document({article!r})
    Path({str(link)!r}).symlink_to({str(path)!r})
    for name in ({str(path)!r}, {str(link)!r}):
        for read in (project.import_, project.import_actors, load_scheme):
            try:
                read(name)
            except MusnadError as error:
                told.append(str(error))
    inode = str(Path({str(path)!r}).stat().st_ino)
    locks = [line for line in Path("/proc/locks").read_text().splitlines() if line.split()[5].endswith(":" + inode)]
print(json.dumps([told, len(locks)]))
"""
    if not Path("/proc/locks").exists():
        pytest.skip("only Linux shows who holds locks")
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    told, locks = json.loads(done.stdout)
    assert len(told) == 6
    assert all("project that is open" in one for one in told), told
    assert locks > 0
