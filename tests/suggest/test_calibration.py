"""Confidence of what was learned: fitted on held-out proposals, and measured on others."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.suggest.learning.calibration import (
    BINS,
    MIN_TOLD,
    Calibration,
    ToldProposal,
    calibration,
    calibration_error,
    cross_calibrated,
)


def told(chance: float, right: bool, *evidence: float, fold: int = 0) -> ToldProposal:
    return ToldProposal(fold, chance, evidence or (chance,), right)


def seven_in_ten(count: int, evidence: float, share: float) -> list[ToldProposal]:
    """Proposals in five folds with a chance that is far too low, of which a share is right."""
    drawn = random.Random(count)
    return [told(0.05, drawn.random() < share, evidence, fold=number % 5) for number in range(count)]


def test_confidence_is_the_share_that_was_right() -> None:
    fitted = calibration([*seven_in_ten(400, 1.0, 0.8), *seven_in_ten(300, -1.0, 0.2)])
    assert fitted.n == 700
    assert fitted.confidence(0.05, (1.0,)) == pytest.approx(0.8, abs=0.05)
    assert fitted.confidence(0.05, (-1.0,)) == pytest.approx(0.2, abs=0.05)


def test_few_proposals_do_not_make_it_sure_of_itself() -> None:
    few = [told(0.5, number % 2 == 0, float(number % 2 == 0)) for number in range(2 * MIN_TOLD)]
    sure, unsure = (calibration(few).confidence(0.5, (one,)) for one in (1.0, 0.0))
    assert 0.6 < sure < 0.95 and 0.05 < unsure < 0.4


@pytest.mark.parametrize(
    "held",
    [
        [],
        [told(0.5, True)] * (MIN_TOLD - 1) + [ToldProposal(0, 0.9, (), True)] * 50,
    ],
)
def test_with_too_few_the_chance_stays(held: list[ToldProposal]) -> None:
    assert calibration(held).confidence(0.37, (0.5,)) == 0.37


@pytest.mark.parametrize(("right", "sure"), [(True, 0.95), (False, 0.05)])
def test_what_was_always_right_is_nearly_certain(right: bool, sure: float) -> None:
    assert calibration([told(0.3, right)] * 18).confidence(0.3, (0.3,)) == pytest.approx(sure, abs=0.02)


def test_evidence_of_another_kind_leaves_the_chance() -> None:
    assert Calibration((1.0, 2.0), 0.5, 30).confidence(0.37, ()) == 0.37


def test_error_is_measured_on_other_folds_and_falls() -> None:
    held = [*seven_in_ten(300, 1.0, 0.8), *seven_in_ten(200, -1.0, 0.3)]
    before, after = calibration_error(held), calibration_error(cross_calibrated(held))
    assert before is not None and after is not None
    assert before > 0.4 and after < 0.1
    assert [one.right for one in cross_calibrated(held)] == [
        one.right for fold in range(5) for one in held if one.fold == fold
    ]


@pytest.mark.parametrize(
    ("held", "error"),
    [
        ([], None),
        ([told(0.7, True)], 0.3),
        ([told(1.0, True), told(0.0, False)], 0.0),
        ([told(0.5, number % 2 == 0) for number in range(2 * BINS)], 0.0),
    ],
)
def test_error_by_groups(held: list[ToldProposal], error: float | None) -> None:
    assert calibration_error(held) == (None if error is None else pytest.approx(error))


@given(
    st.lists(
        st.builds(
            ToldProposal,
            st.integers(0, 4),
            st.floats(0, 1),
            st.tuples(st.floats(-3, 3), st.floats(-3, 3)),
            st.booleans(),
        ),
        max_size=60,
    ),
    st.tuples(st.floats(-3, 3), st.floats(-3, 3)),
)
def test_confidence_is_a_chance_and_the_same_every_time(
    held: list[ToldProposal], evidence: tuple[float, float]
) -> None:
    fitted = calibration(held)
    assert fitted == calibration(held)
    assert 0.0 <= fitted.confidence(0.5, evidence) <= 1.0
