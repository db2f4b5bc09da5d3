"""The targets of `tests/fuzz/run.py` stay true: each takes its own seeds, and what once made one fail."""

import importlib

import pytest

from tests.fuzz.run import targets


@pytest.mark.parametrize("name", targets())
def test_a_target_takes_its_seeds(name: str) -> None:
    target = importlib.import_module(f"tests.fuzz.fuzz_{name}")
    assert target.SEEDS
    for seed in target.SEEDS:
        target.one(seed)
        target.one(seed[: len(seed) // 2])
