"""A registry of a hundred thousand actors: what comes in takes the time of its size, not of its square."""

import json
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from annotator import Project

FEW, MANY = 5_000, 40_000
STRAIGHT = 2.0
"""How many times slower than straight a larger file may be, on a machine that does other work; squared it is eight."""


def table(path: Path, count: int) -> None:
    rows = (f"فلان {number},person,ف {number}\n" for number in range(count))
    path.write_text("name,kind,aliases\n" + "".join(rows), encoding="utf-8")


def lines(path: Path, count: int) -> None:
    actors = [
        {"id": f"{number:032x}", "name": f"فلان {number}", "kind": "person", "aliases": [f"ف {number}"]}
        for number in range(count)
    ]
    path.write_text(json.dumps({"text": "نص", "actors": actors}), encoding="utf-8")


@pytest.mark.heavy
@pytest.mark.parametrize(
    ("name", "write", "bring"),
    [("a.csv", table, Project.import_actors), ("a.jsonl", lines, Project.import_)],
)
def test_actors_come_in_in_linear_time(
    name: str, write: Callable[[Path, int], None], bring: Callable[[Project, Path], object], tmp_path: Path
) -> None:
    taken: dict[int, float] = {}
    for count in (FEW, MANY):
        write(tmp_path / name, count)
        with Project.create(tmp_path / f"{count}.musnad") as project:
            began = time.process_time()
            bring(project, tmp_path / name)
            taken[count] = time.process_time() - began
            assert len(project.actors()) == count
    assert taken[MANY] < STRAIGHT * (MANY / FEW) * taken[FEW]
