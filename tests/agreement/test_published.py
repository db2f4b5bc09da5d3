"""Figures that were published, of readings of a text of one token a unit: what is counted and how, all of it."""

from collections.abc import Sequence

import pytest

from annotator.agreement.figures import Counting, Figures
from annotator.agreement.tally import Way
from annotator.agreement.unitizing import Continuum, disagreement, unitizing_alpha, unitizing_alpha_of_all
from annotator.agreement.units import ReadArticle
from tests.agreement.making import reading, span

Rows = Sequence[tuple[int, tuple[str, ...]]]
"""How many units were given which values, by each of the readers; a blank by a reader who did not see them."""


def of(*table: tuple[int, str]) -> Rows:
    return [(count, tuple(values)) for count, values in table]


def each(units: str) -> Rows:
    """One unit a word, its values by each reader."""
    return [(1, tuple(values)) for values in units.split()]


def figures(rows: Rows) -> Figures:
    """The figures of a study: an article for each set of readers, a token for each unit."""
    labels = sorted({value for _, values in rows for value in values} - {"."})
    people = [f"r{place}" for place in range(len(rows[0][1]))]
    counting = Counting(people, Way(labels=tuple(labels), unit="token", universe="all", tokenizer="whitespace"))
    groups: dict[tuple[int, ...], list[tuple[str, ...]]] = {}
    for count, values in rows:
        seen = tuple(place for place, value in enumerate(values) if value != ".")
        groups.setdefault(seen, []).extend([values] * count)
    for seen, units in groups.items():
        spans = [
            [span(people[who], values[who], (2 * place, 2 * place + 1)) for place, values in enumerate(units)]
            for who in seen
        ]
        readings = tuple(reading(people[who], *marks) for who, marks in zip(seen, spans, strict=True))
        counting.add(ReadArticle(id=str(seen), text="x " * len(units), readings=readings))
    return counting.told()


COHEN = of((88, "11"), (14, "12"), (18, "13"), (10, "21"), (40, "22"), (10, "23"), (2, "31"), (6, "32"), (12, "33"))
DIALOGUE = of((20, "SS"), (20, "IS"), (10, "SI"), (50, "II"))
CHECKS = of((46, "SS"), (6, "IS"), (32, "II"), (6, "IC"), (10, "CC"))
DIAGNOSES = of(
    *((22, "11"), (2, "12"), (2, "13"), (5, "21"), (7, "22"), (14, "23"), (2, "32"), (36, "33"), (1, "42"), (17, "43")),
    (10, "44"),
)
EVEN = of((12, "aa"), (9, "ab"), (9, "ac"), (9, "ba"), (14, "bb"), (9, "bc"), (9, "ca"), (9, "cb"), (20, "cc"))
ONE_SIDED = of((12, "aa"), (18, "ab"), (18, "ac"), (14, "bb"), (18, "bc"), (20, "cc"))
MARGINS = of((50, "11"), (10, "21"), (10, "22"), (10, "23"), (20, "31"))
SAME_MARGINS = of((50, "11"), (10, "13"), (10, "22"), (10, "23"), (10, "31"), (10, "32"))
ZWICK = (
    of((20, "AA"), (5, "AD"), (10, "BB"), (15, "BC"), (15, "CB"), (10, "CC"), (5, "DA"), (20, "DD")),
    of((20, "AA"), (10, "AB"), (10, "AC"), (10, "BA"), (10, "BB"), (10, "CA"), (10, "CC"), (20, "DD")),
    of(
        *((20, "AA"), (5, "AB"), (5, "AC"), (10, "AD"), (10, "BB"), (5, "BC"), (5, "BD"), (5, "CB"), (10, "CC")),
        *((5, "CD"), (20, "DD")),
    ),
)
MANY = of((8100, "11"), (900, "10"), (100, "01"), (900, "00"))


@pytest.mark.parametrize(
    ("rows", "kappa", "pi"),
    [
        pytest.param(COHEN, 0.492, None, id="Cohen 1960, p. 45"),
        pytest.param(DIALOGUE, 0.348, 0.341, id="Artstein and Poesio 2008, p. 558"),
        pytest.param(CHECKS, 0.8013, 0.7995, id="Artstein and Poesio 2008, p. 568"),
        pytest.param(DIAGNOSES, 0.493, None, id="Agresti 1992, p. 202"),
        pytest.param(EVEN, 0.186, 0.186, id="Krippendorff 2004, p. 246, even"),
        pytest.param(ONE_SIDED, 0.258, 0.186, id="Krippendorff 2004, p. 246, one-sided"),
        pytest.param(MARGINS, 0.273, None, id="Brennan and Prediger 1981, p. 689"),
        pytest.param(SAME_MARGINS, 0.286, None, id="Brennan and Prediger 1981, p. 691"),
        pytest.param(ZWICK[0], 0.467, 0.467, id="Zwick 1988, p. 376, first"),
        pytest.param(ZWICK[1], 0.444, 0.444, id="Zwick 1988, p. 376, second"),
        pytest.param(ZWICK[2], 0.474, 0.460, id="Zwick 1988, p. 376, third"),
        pytest.param(MANY, 0.590, 0.585, id="many units"),
    ],
)
def test_two_readers_have_the_published_kappa_and_pi(rows: Rows, kappa: float, pi: float | None) -> None:
    told = figures(rows)
    [pair] = told.pairs
    assert pair.token_kappa == pytest.approx(kappa, abs=0.0006)
    if pi is not None:
        assert told.fleiss_kappa["2"] == pytest.approx(pi, abs=0.0006)


def test_fleiss_kappa_of_a_label_is_that_of_having_it() -> None:
    told = figures(DIAGNOSES).by_label
    for label in "1234":
        having = [(count, tuple("yn"[value != label] for value in values)) for count, values in DIAGNOSES]
        assert told[label].fleiss_kappa == pytest.approx(figures(having).fleiss_kappa["2"], abs=1e-9)


FLEISS = each(
    "444444 222555 233335 555555 222444 113333 333355 113334 114444 555555 "
    "144444 124444 222333 144444 224445 333335 111455 111112 224444 133555 "
    "555555 244444 224555 114444 144445 222224 111155 224444 133333 555555"
)
TAGS = each("UVU III UUU III RRR JJJ III PPP NNR VBV PPP III RUU III MMM PPP III")
HIGH_LOW = each("hhh hhl hlh lhh llh lll lll lhl llh llh")
CASES = of(
    *((14, "NNNNNNNN"), (1, "NNNANNNN"), (1, "NNNNNNNA"), (10, "AAAAAAAA"), (2, "AANAAAAN"), (1, "AANANAAN")),
    (1, "AANANANN"),
)


@pytest.mark.parametrize(
    ("rows", "kappa"),
    [
        pytest.param(FLEISS, 0.430, id="Fleiss 1971, p. 379"),
        pytest.param([(20, values) for _, values in FLEISS], 0.430, id="Fleiss 1971, twenty times"),
        pytest.param(TAGS, 0.80, id="Mieskes 2009, p. 58"),
        pytest.param(each("YYY YYN NNY NNN"), 0.33, id="Randolph 2005, p. 17, first"),
        pytest.param(each("YYY YYN YYN YYY"), -0.20, id="Randolph 2005, p. 17, second"),
        pytest.param(HIGH_LOW, 0.049, id="three readers"),
        pytest.param(CASES, 0.8324, id="Warrens 2010, p. 284"),
    ],
)
def test_several_readers_have_the_published_fleiss_kappa(rows: Rows, kappa: float) -> None:
    told = figures(rows).fleiss_kappa[str(len(rows[0][1]))]
    assert told == pytest.approx(kappa, abs=0.005 if kappa != 0.8324 else 0.0001)


def test_labels_have_the_published_fleiss_kappas() -> None:
    told = figures(FLEISS).by_label
    for label, kappa in {"1": 0.248, "2": 0.248, "3": 0.517, "4": 0.470, "5": 0.565}.items():
        assert told[label].fleiss_kappa == pytest.approx(kappa, abs=0.005)
    told = figures(TAGS).by_label
    for label, kappa in {"I": 1, "N": 0.48, "R": 0.56, "U": 0.67, "V": 0.29, "B": -0.02}.items():
        assert told[label].fleiss_kappa == pytest.approx(kappa, abs=0.01)


SYMBOLS = each("BB.B LLPL PPPP PPPP LLLL BLPC CCCC BBLB LLLL .FFF ..BB ..P.")


@pytest.mark.parametrize(
    ("rows", "alpha"),
    [
        pytest.param(each("00 11 01 00 00 01 00 01 10 00"), 0.095, id="Krippendorff 1980, p. 133"),
        pytest.param(each("111 122 222 444 144 222 123 333 222"), 0.642, id="Krippendorff 1980, p. 139"),
        pytest.param(each("10 11 01 00 00 01 00 01 00 00"), 0.095, id="Krippendorff 2004, p. 224"),
        pytest.param(each("aa ab bb bb bb bb bc cc cc cc cc cc"), 0.734, id="Krippendorff 2004, p. 227"),
        pytest.param(SYMBOLS, 0.743, id="Krippendorff 2004, p. 230: not everybody saw all"),
        pytest.param(CHECKS, 0.800, id="Artstein and Poesio 2008, p. 568"),
    ],
)
def test_readers_have_the_published_nominal_alpha(rows: Rows, alpha: float) -> None:
    assert figures(rows).token_alpha == pytest.approx(alpha, abs=0.001)


def test_labels_have_the_published_alphas() -> None:
    told = figures(each("111 122 222 444 144 222 123 333 222")).by_label
    for label, alpha in {"1": 0.381, "2": 0.711, "3": 0.717, "4": 0.764}.items():
        assert told[label].token_alpha == pytest.approx(alpha, abs=0.001)


def test_full_agreement_is_one_and_that_on_one_value_alone_undefined() -> None:
    told = figures(each("AA BB AA BB"))
    assert (told.token_alpha, told.fleiss_kappa, told.pairs[0].token_kappa) == (1, {"2": 1}, 1)
    told = figures(each("AA AA AA"))
    assert (told.token_alpha, told.fleiss_kappa, told.pairs[0].token_kappa) == (None, {"2": None}, None)
    assert figures([(1, tuple(map(chr, (0x4E00 + place,) * 2))) for place in range(300)]).token_alpha == 1


OBSERVERS = {
    "c": ([(225, 70), (370, 30)], [(220, 80), (355, 20), (400, 20)]),
    "k": ([(180, 60), (300, 50)], [(180, 60), (300, 50)]),
}
"""Krippendorff (2004), p. 254: the begins and lengths of what two observers found in [150, 450)."""


def found(label: str) -> list[Continuum]:
    laid = [[(begin - 150, begin - 150 + size) for begin, size in units] for units in OBSERVERS[label]]
    return [Continuum(300, laid)]


@pytest.mark.parametrize(
    ("label", "observed", "expected", "alpha"), [("c", 0.0144, 0.0532, 0.7286), ("k", 0.0, 0.0490, 1.0)]
)
def test_unitizing_has_the_published_disagreements(label: str, observed: float, expected: float, alpha: float) -> None:
    told = disagreement(found(label))
    assert told == pytest.approx((observed, expected), abs=0.0001)
    assert told.alpha == pytest.approx(alpha, abs=0.0001)


def test_unitizing_alpha_of_all_labels_is_the_published_one() -> None:
    assert unitizing_alpha_of_all(map(found, OBSERVERS)) == pytest.approx(0.8591, abs=0.0005)
    assert unitizing_alpha_of_all([[], [Continuum(9, [[], []])]]) is None
    counting = Counting(("i", "j"), Way(labels=("c", "k"), unit="token", universe="all", tokenizer="whitespace"))
    readings = tuple(
        reading(
            who,
            *(
                span(who, label, (2 * (begin - 150), 2 * (begin - 150 + size) - 1))
                for label, observers in OBSERVERS.items()
                for begin, size in observers[place]
            ),
        )
        for place, who in enumerate("ij")
    )
    counting.add(ReadArticle(id="d", text="x " * 300, readings=readings))
    told = counting.told()
    assert told.unitizing_alpha["2"] == pytest.approx(0.8591, abs=0.0005)
    assert told.by_label["c"].unitizing_alpha == pytest.approx(0.7286, abs=0.0001)


@pytest.mark.parametrize(
    ("stretch", "expected", "alpha"),
    [(0.5, 0.05494, 0.494), (5, 0.08234, 0.663), (50, 0.086, 0.677), (500, 0.08638, 0.678), (5000, 0.08642, 0.679)],
)
def test_a_continuum_on_a_finer_scale_has_the_published_figures(stretch: float, expected: float, alpha: float) -> None:
    """Krippendorff (1995), pp. 57 and 67: the pair C on 12, 120, 1,200, 12,000 and 120,000 units."""
    pair = ([(2, 6), (10, 2), (14, 4), (20, 2)], [(0, 2), (4, 4), (10, 4), (16, 2), (20, 2)])
    laid = [[(int(begin * stretch), int((begin + size) * stretch)) for begin, size in units] for units in pair]
    told = disagreement([Continuum(int(24 * stretch), laid)])
    assert told.observed == pytest.approx(0.02777, abs=0.00001)
    assert told.expected == pytest.approx(expected, abs=0.005)
    assert told.alpha == pytest.approx(alpha, abs=0.02)


def test_the_mean_of_all_pairs_is_the_published_one() -> None:
    """Warrens (2010), p. 284: Light's κ."""
    told = [one.token_kappa for one in figures(CASES).pairs]
    assert len(told) == 28
    assert sum(kappa for kappa in told if kappa is not None) / len(told) == pytest.approx(0.8325, abs=0.0001)


def test_a_unit_that_one_reader_alone_found_is_no_agreement() -> None:
    assert unitizing_alpha([Continuum(20, [[(0, 1)], [], []])]) == pytest.approx(0, abs=0.02)
