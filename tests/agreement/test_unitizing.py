"""Unitizing alpha against the worked examples of Krippendorff (1995, 2004) and cases that other tools got wrong."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.agreement import unitizing
from annotator.agreement.unitizing import Continuum, unitizing_alpha
from annotator.domain.span import Range

# Krippendorff (1995), p. 57: a text of 24 units; (begin, length) of what each of two readers found.
PAIRS: dict[str, tuple[list[Range], list[Range]]] = {
    "A": ([(2, 8), (14, 6)], [(4, 4), (15, 2)]),
    "B": ([(0, 18)], [(0, 2), (2, 1), (3, 1), (4, 1), (5, 1), (6, 3), (9, 1)]),
    "C": ([(2, 6), (10, 2), (14, 4), (20, 2)], [(0, 2), (4, 4), (10, 4), (16, 2), (20, 2)]),
    "D": ([(0, 2), (2, 8), (10, 4), (14, 6), (20, 4)], [(0, 4), (4, 4), (8, 7), (15, 2), (17, 7)]),
}


def continuum(length: int, *readers: list[Range], stretch: int = 1) -> Continuum:
    laid = [[(begin * stretch, (begin + size) * stretch) for begin, size in units] for units in readers]
    return Continuum(length * stretch, laid)


@pytest.mark.parametrize(("name", "observed"), [("A", 0.03125), ("B", 2.26736), ("C", 0.02777), ("D", 0.38715)])
def test_observed_disagreement_of_the_worked_pairs(name: str, observed: float) -> None:
    text = continuum(24, *PAIRS[name])
    assert unitizing._observed(text) / 24**2 == pytest.approx(observed, abs=0.00001)


@pytest.mark.parametrize(("name", "alpha"), [("A", 0.553), ("B", -0.926), ("C", 0.679), ("D", 0.066)])
def test_alpha_of_the_worked_pairs_on_a_fine_scale(name: str, alpha: float) -> None:
    assert unitizing_alpha([continuum(24, *PAIRS[name], stretch=50_000)]) == pytest.approx(alpha, abs=0.02)


def test_the_example_of_content_analysis() -> None:
    c = continuum(300, [(75, 70), (220, 30)], [(70, 80), (205, 20), (250, 20)])
    k = continuum(300, [(30, 60), (150, 50)], [(30, 60), (150, 50)])
    assert unitizing_alpha([c]) == pytest.approx(0.7286, abs=0.0001)
    assert unitizing_alpha([k]) == 1


def test_one_long_unit_against_three_short_ones() -> None:
    text = continuum(10, [(1, 8)], [(2, 1), (4, 1), (6, 1)])
    assert unitizing_alpha([text]) == pytest.approx(-0.7003, abs=0.0001)


def test_a_study_in_which_nothing_was_marked_is_undefined() -> None:
    assert unitizing_alpha([]) is None
    assert unitizing_alpha([continuum(20, [], [], [])]) is None
    assert unitizing_alpha([Continuum(20, [[(3, 3)], [(5, 5)]])]) is None, "units of no length are no units"
    assert unitizing_alpha([Continuum(0, [[], []])]) is None


def test_a_mark_that_nobody_shares_is_no_agreement() -> None:
    assert unitizing_alpha([continuum(20, [(0, 1)], [], [])]) == pytest.approx(0, abs=0.02)


def _slowly(length: int, *readers: list[Range]) -> float:
    """Observed disagreement as the definition says it, every pair of sections compared."""
    total = 0.0
    cut = []
    for units in readers:
        sections, place = [], 0
        for start, end in units:
            if start > place:
                sections.append((place, start, False))
            sections.append((start, end, True))
            place = end
        sections += [(place, length, False)] if place < length else []
        cut.append(sections)
    for start, end, is_unit in cut[0]:
        for other_start, other_end, is_other in cut[1]:
            if is_unit and is_other and start < other_end and other_start < end:
                total += (start - other_start) ** 2 + (end - other_end) ** 2
            elif is_unit and not is_other and other_start <= start and end <= other_end:
                total += (end - start) ** 2
            elif is_other and not is_unit and start <= other_start and other_end <= end:
                total += (other_end - other_start) ** 2
    return total


CUTS = st.sets(st.integers(0, 40), max_size=10).map(
    lambda cuts: list(zip(sorted(cuts)[::2], sorted(cuts)[1::2], strict=False))
)


@given(CUTS, CUTS)
def test_observed_disagreement_is_what_the_definition_says(one: list[Range], other: list[Range]) -> None:
    assert unitizing._observed(Continuum(40, [one, other])) == _slowly(40, one, other)


@given(CUTS, st.integers(2, 4))
def test_those_who_cut_alike_agree_wholly(units: list[Range], readers: int) -> None:
    assert unitizing_alpha([Continuum(40, [units] * readers)]) == (1 if units else None)
