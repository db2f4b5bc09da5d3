"""Files appear whole or not at all, and what stands in the way is said."""

import errno
import os
import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from annotator.errors import InputError
from annotator.services.files import written_whole


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
