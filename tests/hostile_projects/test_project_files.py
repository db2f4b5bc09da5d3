"""Project files that somebody sent: each works or is told of in one line, none ends the program or keeps it busy."""

import gc
import random
import re
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
STATUS, PEAK = Path("/proc/self/status"), Path("/proc/self/clear_refs")
MOST_KIB, MOST_KEPT_KIB = 200_000, 100_000
LONGEST_LINE = 1500
"""What `MusnadError` itself promises."""


def _is_used_or_told(sound: Path, folder: Path, seed: int, most_kib: int | None = None) -> bool:
    """Whether the file that this seed makes worked or was told of; AssertionError says how it was made.

    `most_kib`: what using it may take of memory at once, beside what the process has.
    """
    rng = random.Random(seed)
    target = folder / f"{seed}.musnad"
    how = mutate(rng, sound, target)
    if most_kib is not None:
        # Making the file does not count: SQLite takes gigabytes where an index that was spoiled is spoiled again.
        PEAK.write_text("5", encoding="ascii")
    before = _kib("VmRSS") if most_kib is not None else 0
    began = time.process_time()
    told = use(target, folder, thorough=seed % 8 == 0)
    # Of this process: what others do on the machine is no fault of the file's.
    assert time.process_time() - began < LONGEST_S, f"{seed} ({how}) took too long"
    assert most_kib is None or _kib("VmHWM") - before < most_kib, f"{seed} ({how}) took {_kib('VmHWM') - before} KiB"
    long = [line for line in told if len(line) > LONGEST_LINE or "\n" in line]
    assert not long, f"{seed} ({how}): {long[0][:200]}"
    for left in folder.glob(f"{seed}*"):
        left.unlink()
    return True


def _kib(what: str) -> int:
    """Return a line of what Linux says of this process's memory."""
    found = re.search(rf"{what}:\s+(\d+) kB", STATUS.read_text(encoding="ascii"))
    return int(found[1]) if found else 0


def test_the_sound_file_is_sound(sound: Path, tmp_path: Path) -> None:
    assert use(sound, tmp_path) == []


def test_a_hundred_hostile_files_work_or_are_told_of(sound: Path, tmp_path: Path) -> None:
    assert all(_is_used_or_told(sound, tmp_path, seed) for seed in range(FILES))


@pytest.mark.heavy
def test_thousands_of_hostile_files_fill_no_memory(sound: Path, tmp_path: Path) -> None:
    if not PEAK.exists():
        pytest.skip("this system does not say how much memory a process had at most since it was asked")
    assert all(_is_used_or_told(sound, tmp_path, seed) for seed in range(FILES, FILES + 200))
    gc.collect()
    before = _kib("VmRSS")
    assert all(_is_used_or_told(sound, tmp_path, seed, MOST_KIB) for seed in range(FILES + 200, FILES + MANY))
    gc.collect()
    assert _kib("VmRSS") - before < MOST_KEPT_KIB


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
