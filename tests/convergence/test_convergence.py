"""Five replicas, random actions of every kind, bundles lost, doubled and in any order: in the end all are the same."""

from pathlib import Path

import pytest

from tests.convergence.histories import run

QUICK = 2
MANY = 200


@pytest.mark.parametrize("seed", range(QUICK))
def test_replicas_that_have_exchanged_everything_are_the_same(tmp_path: Path, seed: int) -> None:
    run(tmp_path, seed)


@pytest.mark.heavy
def test_two_hundred_histories_converge(tmp_path: Path) -> None:
    for seed in range(QUICK, MANY):
        folder = tmp_path / str(seed)
        folder.mkdir()
        run(folder, seed)
