"""Project files that somebody sent: each works or is told of in one line, none ends the program or keeps it busy."""

import gc
import os
import random
import shutil
import sqlite3
import time
from pathlib import Path

import pytest

from annotator import Project
from annotator.errors import ProjectError
from tests.hostile_projects.project_files import mutate, use

FILES, MANY = 100, 1000
LONGEST_S = 10.0
STATM = Path("/proc/self/statm")
MOST_KEPT_BYTES = 100 * 2**20
LONGEST_LINE = 1500
"""What `MusnadError` itself promises."""


def _is_used_or_told(sound: Path, folder: Path, seed: int) -> bool:
    """Whether the file that this seed makes worked or was told of; AssertionError says how it was made."""
    rng = random.Random(seed)
    target = folder / f"{seed}.musnad"
    how = mutate(rng, sound, target)
    began = time.process_time()
    told = use(target, folder, thorough=seed % 8 == 0)
    # Of this process: what others do on the machine is no fault of the file's.
    assert time.process_time() - began < LONGEST_S, f"{seed} ({how}) took too long"
    long = [line for line in told if len(line) > LONGEST_LINE or "\n" in line]
    assert not long, f"{seed} ({how}): {long[0][:200]}"
    for left in folder.glob(f"{seed}*"):
        left.unlink()
    return True


def _resident_pages() -> int:
    gc.collect()
    return int(STATM.read_text(encoding="ascii").split()[1])


def test_the_sound_file_is_sound(sound: Path, tmp_path: Path) -> None:
    assert use(sound, tmp_path) == []


def test_a_hundred_hostile_files_work_or_are_told_of(sound: Path, tmp_path: Path) -> None:
    assert all(_is_used_or_told(sound, tmp_path, seed) for seed in range(FILES))


@pytest.mark.heavy
def test_thousands_of_hostile_files_fill_no_memory(sound: Path, tmp_path: Path) -> None:
    """What stays counts: SQLite itself asks for gigabytes for a moment where a torn page of the index claims them."""
    if not STATM.exists():
        pytest.skip("this system does not say so how much memory a process has")
    assert all(_is_used_or_told(sound, tmp_path, seed) for seed in range(FILES, FILES + 200))
    before = _resident_pages()
    assert all(_is_used_or_told(sound, tmp_path, seed) for seed in range(FILES + 200, FILES + MANY))
    assert (_resident_pages() - before) * os.sysconf("SC_PAGE_SIZE") < MOST_KEPT_BYTES


def test_a_path_that_leads_nowhere_is_told_of(sound: Path, tmp_path: Path) -> None:
    """Kinds of labels are asked with a path from a table that follows from the scheme."""
    target = tmp_path / "p.musnad"
    shutil.copy(sound, target)
    connection = sqlite3.connect(target)
    with connection:
        connection.execute("UPDATE known_kinds SET path = 'nowhere'")
    connection.close()
    with Project.open(target, annotator="layla") as project:
        with pytest.raises(ProjectError, match="a value in it is no JSON"):
            project.export("jsonl", tmp_path / "e.jsonl")
        assert "known_kinds: it is not what follows from the rest" in project.check()


def test_a_link_of_a_kind_that_there_is_not_is_no_link(sound: Path, tmp_path: Path) -> None:
    """It is hidden where it came with changes; a file may say that it is not."""
    target = tmp_path / "p.musnad"
    shutil.copy(sound, target)
    connection = sqlite3.connect(target)
    with connection:
        connection.execute("UPDATE relations SET label = 'nothing'")
    connection.close()
    with Project.open(target, annotator="layla") as project:
        assert project.export("csv", tmp_path / "e.csv").relations == 0
        assert project.export("brat", tmp_path / "brat").relations == 0
        assert project.check()
