"""Gamma by an optional library, which stands in here: it is under the MIT licence, what it computes with is not."""

import sys
from collections.abc import Mapping
from types import SimpleNamespace
from typing import ClassVar

import numpy as np
import pytest

from annotator.agreement.gamma import GammaUnit, gamma
from annotator.errors import InputError

READINGS: Mapping[str, list[GammaUnit]] = {"a": [(0, 10, "x"), (20, 30, "y")], "b": [(0, 10, "x")]}


class Continuum:
    """Remembers what it is given; gamma is the share of units that all readers have, and a draw."""

    made: ClassVar[list["Continuum"]] = []

    def __init__(self) -> None:
        self.units: dict[str, list[GammaUnit]] = {}
        self.made.append(self)

    def add_annotator(self, who: str) -> None:
        self.units[who] = []

    def add(self, who: str, segment: tuple[int, int], label: str) -> None:
        self.units[who].append((*segment, label))

    def compute_gamma(self, dissimilarity: SimpleNamespace) -> SimpleNamespace:
        assert (dissimilarity.alpha, dissimilarity.beta, dissimilarity.delta_empty) == (1, 1, 1.0)
        sets = [set(units) for units in self.units.values()]
        self.drawn = np.random.random()
        return SimpleNamespace(gamma=len(set.intersection(*sets)) / len(set.union(*sets)))


@pytest.fixture
def library(monkeypatch: pytest.MonkeyPatch) -> None:
    Continuum.made = []
    stand_in = SimpleNamespace(Continuum=Continuum, CombinedCategoricalDissimilarity=SimpleNamespace)
    monkeypatch.setitem(sys.modules, "pygamma_agreement", stand_in)
    core = SimpleNamespace(Segment=lambda start, end: (start, end))
    monkeypatch.setitem(sys.modules, "pyannote", SimpleNamespace(core=core))
    monkeypatch.setitem(sys.modules, "pyannote.core", core)


@pytest.mark.usefixtures("library")
def test_documents_are_weighed_by_their_units_and_those_of_one_reader_left_out() -> None:
    told = gamma([READINGS, {"a": [(0, 5, "x")], "b": [(0, 5, "x")]}, {"a": [(0, 5, "x")], "b": []}, {}])
    assert (told.documents, told.n) == (2, 5)
    assert told.gamma == pytest.approx((3 * 1 / 2 + 2 * 1) / 5)
    assert Continuum.made[0].units == {who: list(units) for who, units in READINGS.items()}


@pytest.mark.usefixtures("library")
def test_chance_is_the_same_each_time_and_nobody_elses() -> None:
    np.random.seed(7)
    wanted = np.random.random(2)
    np.random.seed(7)
    first = np.random.random()
    gamma([READINGS]), gamma([READINGS])
    assert Continuum.made[0].drawn == Continuum.made[1].drawn
    assert [first, np.random.random()] == list(wanted)


@pytest.mark.usefixtures("library")
def test_without_anything_to_compare_it_is_undefined() -> None:
    assert gamma([]).gamma is None


def test_without_the_library_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pygamma_agreement", None)
    with pytest.raises(InputError, match="pip install pygamma-agreement"):
        gamma([READINGS])
