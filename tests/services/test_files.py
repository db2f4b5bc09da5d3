"""Files appear whole or not at all, and what stands in the way is said."""

import errno
import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import annotator
from annotator import Project
from annotator.errors import InputError, MusnadError
from annotator.services.files import written_whole
from annotator.services.schemes import save_scheme


def write(path: Path, data: bytes = b"new") -> None:
    with written_whole(path) as stream:
        stream.write(data)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_made_and_replaced(tmp_path: Path) -> None:
    out = tmp_path / ("ن" * 120 + ".jsonl")
    write(out, b"one")
    write(out, b"two")
    assert out.read_bytes() == b"two"
    assert names(tmp_path) == [out.name]


def test_what_fails_half_way_leaves_what_was_there(tmp_path: Path) -> None:
    out = tmp_path / "d.jsonl"
    write(out, b"old")
    with pytest.raises(RuntimeError), written_whole(out) as stream:
        stream.write(b"half")
        raise RuntimeError
    assert out.read_bytes() == b"old"
    assert names(tmp_path) == ["d.jsonl"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions and links")
def test_permissions_and_links_are_kept(tmp_path: Path) -> None:
    out, link = tmp_path / "d.jsonl", tmp_path / "link.jsonl"
    write(out)
    out.chmod(0o640)
    link.symlink_to(out)
    write(link, b"newer")
    assert link.is_symlink()
    assert out.read_bytes() == b"newer"
    assert stat.S_IMODE(out.stat().st_mode) == 0o640


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such pipes")
def test_a_pipe_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    end = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write(pipe)
        assert os.read(end, 10) == b"new"
    finally:
        os.close(end)
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"There is no folder .*nowhere. Make it first"):
        write(tmp_path / "nowhere" / "d.jsonl")
    assert names(tmp_path) == []


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is a folder; name a file in it"):
        write(tmp_path)


def test_a_name_that_the_system_refuses(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be written: "):
        write(tmp_path / ("x" * 300))
    assert names(tmp_path) == []


@pytest.mark.parametrize("code", [errno.EACCES, errno.EROFS])
def test_a_read_only_folder_is_named(code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Root may write everywhere, so the system's answer is played.
    def refuse(*_: object, **__: object) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(InputError, match=r"read-only\. Choose another folder"):
        write(tmp_path / "d.jsonl")


def test_a_full_disk_keeps_the_old_file(mounted: Callable[[str], Path]) -> None:
    disk = mounted("1m")
    out = disk / "d.jsonl"
    write(out, b"old")
    with pytest.raises(InputError, match=r"disk is full: .* was not written"):
        write(out, b"x" * (2 << 20))
    assert out.read_bytes() == b"old"
    assert names(disk) == ["d.jsonl"]


# --- what is never written over ---


@pytest.fixture
def held(project: Project, article: str, tmp_path: Path) -> dict[str, bytes]:
    """What a project, its companions and its backup hold, by name; the project is open."""
    project.add_document(article)
    names = ["p.musnad", "p.musnad-wal", "p.musnad-shm", "p.before-version-3.musnad", "backup"]
    for name in names[3:]:
        shutil.copyfile(tmp_path / "p.musnad", tmp_path / name)
    return {name: (tmp_path / name).read_bytes() for name in names if not name.endswith("-shm")}


WRITERS: dict[str, Callable[[Project, Path], object]] = {
    "a dataset": lambda project, out: project.export("jsonl", out),
    "a table of actors": lambda project, out: project.export_actors(out),
    "a scheme": lambda project, out: save_scheme(project.scheme, out),
    "any other file": lambda _, out: write(out),
}


@pytest.mark.parametrize("writer", WRITERS)
def test_no_writer_lands_on_a_project_or_what_belongs_to_it(
    writer: str, project: Project, held: dict[str, bytes], tmp_path: Path
) -> None:
    for name in [*held, "p.musnad-shm", "p.musnad-lock", "p.musnad-journal", "gone.musnad-wal"]:
        with pytest.raises(InputError, match=r"is the project itself|is not written over"):
            WRITERS[writer](project, tmp_path / name)
    (tmp_path / "link.jsonl").symlink_to("backup")
    (tmp_path / "hard.jsonl").hardlink_to(tmp_path / "p.musnad")
    for name in ("link.jsonl", "hard.jsonl"):
        with pytest.raises(InputError, match=r"is the project itself|is not written over"):
            WRITERS[writer](project, tmp_path / name)
    assert {name: (tmp_path / name).read_bytes() for name in held} == held
    assert not [name for name in names(tmp_path) if name.endswith(".part")]
    assert project.check() == []


def test_the_manifest_of_an_earlier_export_is_not_taken_for_one_that_is_a_project(
    project: Project, tmp_path: Path
) -> None:
    with Project.create(tmp_path / "d.jsonl.manifest.json"):
        pass
    with pytest.raises(InputError, match="is not written over"):
        project.export("jsonl", tmp_path / "d.jsonl")
    with Project.open(tmp_path / "d.jsonl.manifest.json", read_only=True) as other:
        assert other.check() == []


def test_a_project_that_came_while_the_dataset_was_written_stays(tmp_path: Path) -> None:
    out = tmp_path / "d.jsonl"
    with pytest.raises(InputError, match="is not written over"), written_whole(out) as stream:
        stream.write(b"data")
        Project.create(out).close()
    with Project.open(out, read_only=True) as kept:
        assert kept.check() == []


def test_no_project_takes_the_name_of_another_ones_log(project: Project, tmp_path: Path) -> None:
    with pytest.raises(MusnadError, match=r"belongs to the project p\.musnad"):
        Project.create(tmp_path / "p.musnad-journal")
    assert project.check() == []


@pytest.mark.skipif(sys.platform != "linux", reason="/proc/locks is Linux's")
def test_asking_whether_a_file_is_the_open_project_drops_no_lock(project: Project, tmp_path: Path) -> None:
    # Closing a file that SQLite has open as well drops its POSIX locks, and another program may delete the log.
    def locks() -> list[str]:
        inode = f":{(tmp_path / 'p.musnad').stat().st_ino} "
        return [line.split(": ", 1)[1] for line in Path("/proc/locks").read_text().splitlines() if inode in line]

    project.add_document("قال الوزير إن الميناء سيفتح.")
    before = locks()
    with pytest.raises(InputError):
        project.export("jsonl", tmp_path / "p.musnad")
    with pytest.raises(MusnadError):
        Project.create(tmp_path / "p.musnad-journal")
    assert before
    assert locks() == before


# --- drafts ---

KILLED = """
import os, signal, sys
from pathlib import Path
from annotator import signals
from annotator.drafts import draft_folder
from annotator.services.files import written_whole
signals.end_cleanly()
with draft_folder(Path(".")) as folder, written_whole(Path("d.jsonl")) as stream:
    (folder / "half").write_bytes(b"x")
    stream.write(b"half")
    stream.flush()
    print("there", flush=True)
    os.kill(os.getpid(), signal.SIGKILL) if sys.argv[1:] else sys.stdin.read()
"""


def drafts(folder: Path) -> list[str]:
    return [name for name in names(folder) if name.startswith(".musnad-")]


def begin(folder: Path, *words: str) -> "subprocess.Popen[bytes]":
    environment = {**os.environ, "PYTHONPATH": str(Path(annotator.__file__).parents[1])}
    process = subprocess.Popen(
        [sys.executable, "-c", KILLED, *words],
        cwd=folder,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == b"there\n"
    return process


def test_drafts_of_the_dead_are_swept_away_and_those_of_the_living_stay(tmp_path: Path) -> None:
    begin(tmp_path, "die").communicate()
    assert len(drafts(tmp_path)) == 2
    strangers = [".musnad-notes.part", ".musnad-0123456789abcdef.part.txt"]
    for name in strangers:
        (tmp_path / name).write_bytes(b"mine")
    if sys.platform != "win32":
        (tmp_path / ".musnad-0123456789abcdef.part").symlink_to(tmp_path / strangers[0])
    living = begin(tmp_path)
    assert len(drafts(tmp_path)) == 5 if sys.platform != "win32" else 4
    write(tmp_path / "other.jsonl")
    Project.create(tmp_path / "p.musnad").close()
    left = {*drafts(tmp_path)} - {*strangers, ".musnad-0123456789abcdef.part"}
    assert len(left) == 2
    ended = begin(tmp_path)
    ended.terminate()
    ended.communicate()
    assert ended.returncode == 143
    assert len(drafts(tmp_path)) == 5 if sys.platform != "win32" else 4
    living.communicate(b"")
    assert (tmp_path / "d.jsonl").read_bytes() == b"half"
    assert not {*drafts(tmp_path)} & left
    assert [(tmp_path / name).read_bytes() for name in strangers] == [b"mine"] * 2


def test_opening_a_project_sweeps_its_folder(project: Project, tmp_path: Path) -> None:
    project.close()
    begin(tmp_path, "die").communicate()
    Project.open(tmp_path / "p.musnad", read_only=True).close()
    assert len(drafts(tmp_path)) == 2
    Project.open(tmp_path / "p.musnad").close()
    assert drafts(tmp_path) == []
