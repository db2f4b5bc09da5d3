"""The coefficients against published examples, reference libraries, and cases that other tools got wrong."""

import warnings
from itertools import combinations, permutations

import krippendorff
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from nltk.metrics.agreement import AnnotationTask
from sklearn.metrics import cohen_kappa_score
from statsmodels.stats import inter_rater

from annotator.agreement.coefficients import Table, cohen_kappa, coincidences_of, fleiss_kappa, krippendorff_alpha

EXACT = 1e-9

# Krippendorff (1995), p. 57: three pairs of readers who cut a text of 24 units, as values of the units.
BERTHA = "001111111100001111110000", "000011110000000110000000"
JOHN = "111111111111111111000000", "111111111100000000000000"
GERRET = "001111110011001111001100", "110011110011110011001100"


def table_of(one: list[int], other: list[int], values: int) -> Table:
    counts = np.bincount(np.array(one) * values + np.array(other), minlength=values**2)
    return counts.reshape(values, values).astype(np.float64)


def tables_of(rows: list[list[int]], values: int) -> list[Table]:
    return [table_of(one, other, values) for one, other in combinations(rows, 2)]


def alpha_of(rows: list[list[int]], values: int) -> float | None:
    return krippendorff_alpha(coincidences_of(tables_of(rows, values), len(rows)))


def digits(pair: tuple[str, str]) -> list[list[int]]:
    return [[int(digit) for digit in row] for row in pair]


@pytest.mark.parametrize(
    ("pair", "kappa", "pi"), [(BERTHA, 0.385, 0.314), (JOHN, 0.385, 0.314), (GERRET, 0.314, 0.314)]
)
def test_krippendorffs_digitised_pairs(pair: tuple[str, str], kappa: float, pi: float) -> None:
    [table] = tables_of(digits(pair), 2)
    assert cohen_kappa(table) == pytest.approx(kappa, abs=0.001)
    assert fleiss_kappa([table]) == pytest.approx(pi, abs=0.001), "of two readers it is Scott's pi"


def test_krippendorffs_digitised_pair_has_the_published_alpha() -> None:
    assert alpha_of(digits(BERTHA), 2) == pytest.approx(0.329, abs=0.001)


def test_krippendorffs_worked_example_with_missing_values_has_the_published_alpha() -> None:
    """Krippendorff (2011), p. 8: four observers, twelve units, of which not everybody saw all."""
    observers = ("123321412   ", "1233224125 3", " 3332342251 ", "12332441251 ")
    joint = np.zeros((5, 5))
    for unit in zip(*observers, strict=True):
        values = [int(value) - 1 for value in unit if value != " "]
        for one, other in permutations(values, 2):
            joint[one, other] += 1 / (len(values) - 1)
    assert krippendorff_alpha(joint) == pytest.approx(0.743, abs=0.001)
    table = [[np.nan if value == " " else float(value) for value in row] for row in observers]
    reference = krippendorff.alpha(reliability_data=table, level_of_measurement="nominal")
    assert krippendorff_alpha(joint) == pytest.approx(reference, abs=EXACT)


def test_who_marks_little_of_much_agrees_on_the_rest() -> None:
    marked = np.array([[10_000 - 100 - 80 + 60, 20], [40, 60]], dtype=float)
    assert cohen_kappa(marked) == pytest.approx(0.6637, abs=0.0001)


def test_one_value_only_is_undefined_and_full_agreement_is_one() -> None:
    assert cohen_kappa(np.array([[24.0]])) is None
    assert fleiss_kappa([np.array([[24.0]])]) is None
    assert krippendorff_alpha(np.array([[48.0]])) is None
    assert krippendorff_alpha(np.zeros((2, 2))) is None
    full = np.diag([3.0, 1.0, 5.0])
    assert cohen_kappa(full) == fleiss_kappa([full]) == krippendorff_alpha(coincidences_of([full], 2)) == 1


READINGS = st.integers(2, 5).flatmap(
    lambda readers: st.integers(2, 30).flatmap(
        lambda units: st.lists(
            st.lists(st.integers(0, 3), min_size=units, max_size=units), min_size=readers, max_size=readers
        )
    )
)


@given(READINGS)
def test_alpha_is_that_of_krippendorff_and_of_nltk(rows: list[list[int]]) -> None:
    if len({value for row in rows for value in row}) == 1:
        assert alpha_of(rows, 4) is None
        return
    ours = alpha_of(rows, 4)
    reference = krippendorff.alpha(reliability_data=rows, level_of_measurement="nominal")
    assert ours == pytest.approx(reference, abs=EXACT)
    triples = [(str(who), str(unit), value) for who, row in enumerate(rows) for unit, value in enumerate(row)]
    assert ours == pytest.approx(AnnotationTask(data=triples).alpha(), abs=EXACT)


@given(READINGS)
def test_kappas_are_those_of_scikit_learn_and_statsmodels(rows: list[list[int]]) -> None:
    tables = tables_of(rows, 4)
    values = {value for row in rows for value in row}
    ours = cohen_kappa(tables[0])
    if len({*rows[0], *rows[1]}) == 1:
        assert ours is None
    else:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            assert ours == pytest.approx(cohen_kappa_score(rows[0], rows[1]), abs=EXACT)
    if len(values) == 1:
        assert fleiss_kappa(tables) is None
        return
    counts, _ = inter_rater.aggregate_raters(np.array(rows).T)
    assert fleiss_kappa(tables) == pytest.approx(inter_rater.fleiss_kappa(counts), abs=EXACT)


@given(st.lists(st.lists(st.integers(0, 2), min_size=2, max_size=4), min_size=2, max_size=20))
def test_alpha_holds_where_units_were_read_by_different_numbers_of_people(columns: list[list[int]]) -> None:
    data = np.full((4, len(columns)), np.nan)
    for place, column in enumerate(columns):
        data[: len(column), place] = column
    joint = sum(coincidences_of(tables_of([[value] for value in column], 3), len(column)) for column in columns)
    assert isinstance(joint, np.ndarray)
    if len({value for column in columns for value in column}) == 1:
        assert krippendorff_alpha(joint) is None
        return
    reference = krippendorff.alpha(reliability_data=data, level_of_measurement="nominal")
    assert krippendorff_alpha(joint) == pytest.approx(reference, abs=EXACT)
