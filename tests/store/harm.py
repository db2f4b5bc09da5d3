"""What happens to a project file from outside: deleted, moved, replaced, cut, or killed while it is open."""

import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from annotator import Project

MARKS = 5


def made(path: Path, article: str, marks: int = MARKS) -> str:
    """A closed project with an article and marks in it; the article's id."""
    with Project.create(path) as project:
        document = project.add_document(article)
        for _ in range(marks):
            project.annotate(document.id, (4, 26), "actor")
    return document.id


def count(path: Path) -> int:
    """How many marks are in a file that holds together."""
    with Project.open(path, read_only=True) as project:
        assert project.check() == []
        return sum(len(project.spans(one.id)) for one in project.summaries())


def killed(path: Path, marks: int, *, folded: bool = False) -> None:
    """Let a process write marks and kill it; `folded`: once the first half of them is in the file itself."""
    code = f"""
import os, signal
from annotator import Project
from annotator.services.door import keeper
keeper.PAUSE_S, keeper.LONGEST_S = 100, 100
project = Project.open({str(path)!r})
document = project.summaries()[0].id
for number in range({marks}):
    if {folded} and number == {marks // 2}:
        project._store.file._fold_here()
    project.annotate(document, (4, 26), "actor")
os.kill(os.getpid(), signal.SIGKILL)
"""
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == -signal.SIGKILL


def run(*command: str | Path) -> None:
    """Let another program do something to files."""
    subprocess.run([str(part) for part in command], check=True)


def delete(path: Path, _other: Path) -> None:
    path.unlink()


def move(path: Path, _other: Path) -> None:
    path.rename(path.with_name("moved.musnad"))


def replace(path: Path, other: Path) -> None:
    shutil.copy(other, path.with_name("new"))
    path.with_name("new").replace(path)


def overwrite(path: Path, other: Path) -> None:
    run("cp", other, path)


def cut(path: Path, _other: Path) -> None:
    run("truncate", "-s", "8000", path)


def empty(path: Path, _other: Path) -> None:
    run("truncate", "-s", "0", path)


HARMS = [delete, replace, overwrite, empty, *(pytest.param(one, marks=pytest.mark.heavy) for one in (move, cut))]


FEWER_HARMS = [delete, *(pytest.param(one, marks=pytest.mark.heavy) for one in (move, replace, overwrite, cut, empty))]


def wait_until(is_true: Callable[[], bool], seconds: float = 10.0) -> None:
    end = time.monotonic() + seconds
    while not is_true():
        assert time.monotonic() < end, "nothing happened"
        time.sleep(0.05)
