"""One opener for every reader: only regular files, and a reason for all others."""

import errno
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from annotator import Project, paths, sources
from annotator.errors import InputError, MusnadError
from annotator.services.schemes import load_scheme
from tests.hostile import check_message

DOORS: dict[str, Callable[[Project, Path], object]] = {
    "text": lambda project, path: project.import_(path, format="text"),
    "jsonl": lambda project, path: project.import_(path, format="jsonl"),
    "actors": lambda project, path: project.import_actors(path),
    "scheme": lambda _, path: load_scheme(path),
}


@pytest.mark.skipif(sys.platform != "linux", reason="these files are Linux's")
@pytest.mark.parametrize("path", ["/dev/zero", "/proc/kmsg", "/proc/version", "/dev/stdin", "/", "pipe", "x" * 5000])
def test_what_is_no_file_is_refused_at_once(path: str, project: Project, tmp_path: Path) -> None:
    named = Path(path)
    if path == "pipe":
        named = tmp_path / path
        os.mkfifo(named)
    for door in DOORS.values():
        with pytest.raises(MusnadError) as told:
            door(project, named)
        check_message(str(told.value), "x" * 20 if len(path) > 255 else path)
    assert project.documents() == []


def test_a_file_may_be_empty(tmp_path: Path) -> None:
    (tmp_path / "empty").touch()
    assert sources.load(tmp_path / "empty", 10) == b""


def test_one_byte_more_than_allowed_is_read(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x" * 100)
    assert len(sources.load(tmp_path / "a", 10)) == 11


@pytest.mark.parametrize("name", ["a\0b", "missing", "x" * 300])
def test_names_of_no_file(name: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"is not the name of a file|There is no file|is no file: a name has at most"):
        sources.load(tmp_path / name, 10)


def test_trouble_while_reading_is_told() -> None:
    with (
        pytest.raises(InputError, match=r"disk\.txt cannot be read: Input/output error\."),
        paths.told(Path("disk.txt")),
    ):
        raise OSError(errno.EIO, os.strerror(errno.EIO))
