"""A monkey at the window for some seconds; for longer by command, see `run.py`. And that its traps shut."""

import json
from pathlib import Path
from random import Random
from typing import Any

import pytest

from tests.monkey import faults, texts
from tests.monkey.run import Outcome, grown, run


def let_loose(folder: Path, **options: Any) -> Outcome:
    folder.mkdir()
    return run(folder, **options)


def test_nothing_that_it_does_ends_raises_or_spoils_anything(tmp_path: Path) -> None:
    outcome = let_loose(tmp_path / "run", seed=5, events=120, seconds=6, check_every=50)
    assert not outcome.problems, outcome.told()
    assert outcome.code == 0 and outcome.report.events > 5


@pytest.mark.heavy
@pytest.mark.parametrize("seed", [1, 2])
def test_nothing_that_it_does_for_longer_either(seed: int, tmp_path: Path) -> None:
    outcome = let_loose(tmp_path / "run", seed=seed, events=2000, seconds=40)
    assert not outcome.problems, outcome.told()
    assert outcome.report.checks > 0


@pytest.mark.heavy
@pytest.mark.parametrize(
    ("fault", "problem"),
    [
        ("raise", "ValueError at "),
        ("crash", "the process ended"),
        ("stall", "it stood still"),
        ("warn", "QT: warning: default: a warning of Qt"),
        ("write", "written outside"),
        ("network", "network"),
    ],
)
def test_its_traps_shut(fault: str, problem: str, tmp_path: Path) -> None:
    assert fault in faults.KINDS
    outcome = let_loose(tmp_path / "run", seed=3, events=40, fault=fault, stall_s=8.0 if fault == "stall" else 60.0)
    [found] = outcome.problems
    assert found.startswith(problem)
    told = outcome.told()
    assert "--seed 3 --replay" in told and told.count('{"do": ') >= min(faults.AT, 20)


@pytest.mark.heavy
def test_a_run_can_be_done_again(tmp_path: Path) -> None:
    first = let_loose(tmp_path / "first", seed=4, events=60)
    again = let_loose(tmp_path / "again", seed=4, events=0, replay=str(first.folder / "events.jsonl"))
    assert not first.problems and not again.problems, first.told() + again.told()
    assert (again.folder / "events.jsonl").read_bytes() == (first.folder / "events.jsonl").read_bytes()


def test_memory_that_goes_on_growing_is_told() -> None:
    assert grown([100] * 20) == "" and grown([100, 400] * 3) == ""
    assert grown([100, *range(100, 500, 4)]).endswith("in the last")


def test_every_kind_of_article_can_be_made_from_a_seed() -> None:
    for seed in range(40):
        made = texts.articles(Random(seed))
        assert all(text.strip() for text in made) and made == texts.articles(Random(seed))
        assert json.loads(json.dumps(made)) == made
