"""Figures over documents: which units count, and what each figure rests on."""

import krippendorff
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.agreement.figures import Counting, Figures
from annotator.agreement.tally import Universe, Way
from annotator.agreement.units import ReadArticle, ReaderMarks, Unit
from tests.agreement.making import link, reading, span

EXACT = 1e-9


def told(
    *articles: tuple[str, list[ReaderMarks]],
    unit: Unit = "token",
    universe: Universe = "all",
    labels: tuple[str, ...] = ("actor", "claim"),
) -> Figures:
    readers = sorted({one.annotator for _, readings in articles for one in readings})
    counting = Counting(readers, Way(labels=labels, unit=unit, universe=universe))
    for number, (text, readings) in enumerate(articles):
        counting.add(ReadArticle(id=f"d{number}", text=text, readings=tuple(readings), published="2026-03-01"))
    return counting.told()


def test_a_and_b_mark_little_of_much_by_characters() -> None:
    text = "x" * 10_000
    figures = told(
        (text, [reading("a", span("a", "actor", (0, 100))), reading("b", span("b", "actor", (40, 120)))]),
        unit="character",
        labels=("actor",),
    )
    assert figures.n == 10_000
    assert figures.pairs[0].token_kappa == pytest.approx(0.6637, abs=0.0001)
    assert figures.pairs[0].confusion == ((9_880, 20), (40, 60))


def test_the_marked_universe_leaves_out_what_nobody_marked() -> None:
    text = "word " * 100
    readings = [reading("a", span("a", "actor", (0, 9))), reading("b", span("b", "actor", (5, 14)))]
    assert told((text, readings), universe="all").n == 100
    marked = told((text, readings), universe="marked")
    assert (marked.n, marked.pairs[0].confusion[0][0]) == (3, 0)


def test_the_stretches_that_somebody_marked_are_units() -> None:
    text = "word " * 20
    a = reading("a", span("a", "actor", (0, 9)), span("a", "claim", (20, 40)))
    b = reading("b", span("b", "claim", (0, 9)), span("b", "claim", (20, 40)), span("b", "actor", (50, 54)))
    figures = told((text, [a, b]), universe="units")
    assert figures.n == 3
    assert figures.pairs[0].confusion == ((0, 1, 0), (0, 0, 1), (0, 0, 1))


def test_a_token_has_a_label_if_a_span_covers_any_of_its_characters_and_the_shortest_counts() -> None:
    text = "وقال الوزير أمس"
    a = reading("a", span("a", "claim", (0, len(text))), span("a", "actor", (6, 11)))
    b = reading("b", span("b", "actor", (5, 7)))
    figures = told((text, [a, b]))
    assert figures.pairs[0].confusion == ((0, 0, 0), (0, 1, 0), (2, 0, 0))
    assert figures.by_label["claim"].n == 1


def test_exact_and_overlap_scores_pool_over_documents() -> None:
    text = "word " * 20
    figures = told(
        (text, [reading("a", span("a", "actor", (0, 4))), reading("b", span("b", "actor", (0, 4)))]),
        (text, [reading("a", span("a", "actor", (0, 9))), reading("b", span("b", "actor", (0, 4)))]),
        (text, [reading("a", span("a", "actor", (0, 9))), reading("b", span("b", "claim", (0, 9)))]),
    )
    [pair] = figures.pairs
    assert (pair.exact.a, pair.exact.b, pair.exact.both) == (3, 3, 1)
    assert pair.span_f1_exact == pytest.approx(1 / 3)
    assert pair.span_f1_overlap == pytest.approx(2 / 3)
    assert (figures.documents, list(figures.over_time)) == (3, ["2026-03"])


def test_precision_and_recall_are_those_of_the_second_reader_against_the_first_by_label() -> None:
    text = "word " * 20
    gold = reading("a", span("a", "actor", (0, 4)), span("a", "actor", (10, 14)), span("a", "claim", (20, 40)))
    model = reading("b", span("b", "actor", (0, 4)), span("b", "claim", (20, 39)), span("b", "claim", (50, 54)))
    [pair] = told((text, [gold, model])).pairs
    actor, claim = pair.by_label["actor"], pair.by_label["claim"]
    assert (actor.a, actor.b, actor.precision_exact, actor.recall_exact) == (2, 1, 1, 0.5)
    assert actor.f1_exact == pytest.approx(2 / 3)
    assert (claim.precision_exact, claim.recall_exact, claim.f1_exact) == (0, 0, 0)
    assert (claim.precision_overlap, claim.recall_overlap) == (0.5, 1) and claim.f1_overlap == pytest.approx(2 / 3)


def test_links_agree_where_both_ends_are_matched_and_so_do_what_they_say() -> None:
    def told_by(who: str, stance: str, target: tuple[int, int]) -> ReaderMarks:
        claim, actor = span(who, "claim", (20, 40)), span(who, "actor", target)
        return reading(who, claim, actor, link(claim, actor, "target", stance=stance))

    text = "word " * 20
    figures = told(
        (text, [told_by("a", "favour", (0, 4)), told_by("b", "against", (0, 4))]),
        (text, [told_by("a", "favour", (0, 4)), told_by("b", "favour", (0, 9))]),
        (text, [told_by("a", "favour", (0, 4)), told_by("b", "favour", (50, 54))]),
    )
    assert figures.by_role["target"].f1 == pytest.approx(2 / 3)
    stance = figures.by_attribute["target.stance"]
    assert (stance.n, stance.agreed, stance.kappa) == (2, 1, 0)


def test_hundreds_of_labels_are_told_apart_and_full_agreement_is_one() -> None:
    labels = tuple(f"label{number}" for number in range(400))
    text = "word " * 400
    marks = [(label, (place * 5, place * 5 + 4)) for place, label in enumerate(labels)]
    one, same = (reading(who, *(span(who, label, part) for label, part in marks)) for who in "ab")
    figures = told((text, [one, same]), labels=labels)
    assert figures.token_alpha == 1 and figures.pairs[0].token_kappa == 1 and figures.span_f1_exact == 1
    other = reading("b", *(span("b", labels[place - 1], part) for place, (_, part) in enumerate(marks)))
    figures = told((text, [one, other]), labels=labels)
    assert figures.token_alpha is not None and figures.token_alpha < 0 and figures.span_f1_exact == 0


def test_undefined_is_none_and_never_a_number() -> None:
    figures = told(("word " * 5, [reading("a"), reading("b")]))
    assert figures.token_alpha is None and figures.pairs[0].token_kappa is None
    assert figures.by_label["actor"].unitizing_alpha is None and figures.span_f1_exact is None
    assert {one.figure for one in figures.warnings} >= {"token_alpha", "by_label.actor"}


def test_what_only_one_has_read_does_not_count() -> None:
    figures = told(("word " * 5, [reading("a")]), ("word " * 3, [reading("a"), reading("b")]))
    assert (figures.documents, figures.n) == (1, 3)


def test_where_numbers_of_readers_differ_there_is_a_fleiss_kappa_for_each() -> None:
    marks = [span("a", "actor", (0, 4)), span("b", "actor", (0, 9)), span("c", "actor", (5, 9))]
    three = [reading(one.annotator, one) for one in marks]
    figures = told(("word " * 9, three), ("word " * 9, three[:2]))
    assert set(figures.fleiss_kappa) == {"2", "3"}
    assert figures.by_label["actor"].fleiss_kappa is None, "one figure would hide that there are two"


MARKS = st.lists(st.tuples(st.integers(0, 9), st.integers(1, 4), st.sampled_from(["actor", "claim"])), max_size=4)


@given(st.lists(st.lists(MARKS, min_size=1, max_size=3), min_size=1, max_size=3), st.sampled_from(["all", "marked"]))
def test_alpha_over_all_documents_is_that_of_one_table(
    corpus: list[list[list[tuple[int, int, str]]]], universe: Universe
) -> None:
    text = " ".join("wxyz" for _ in range(10))
    articles, columns = [], []
    for readings in corpus:
        made = []
        table = np.full((3, 10), np.nan)
        for who, marks in enumerate(readings):
            name = "abc"[who]
            spans = [span(name, label, (at * 5, min((at + size) * 5 - 1, 49))) for at, size, label in marks]
            made.append(reading(name, *spans))
            table[who] = 0
            for one in sorted(spans, key=lambda each: (-each.length, each.label == "actor", each.start)):
                table[who, one.start // 5 : (one.end + 4) // 5] = 1 + (one.label == "claim")
        articles.append((text, made))
        if len(readings) > 1:
            said = np.nansum(table, axis=0) > 0
            columns.append(table[:, said] if universe == "marked" else table)
    figures = told(*articles, universe=universe)
    whole = np.concatenate(columns, axis=1) if columns else np.zeros((3, 0))
    values = set(whole[~np.isnan(whole)].tolist())
    assert figures.n == whole.shape[1]
    if len(values) < 2:
        assert figures.token_alpha is None
    else:
        reference = krippendorff.alpha(reliability_data=whole, level_of_measurement="nominal")
        assert figures.token_alpha == pytest.approx(reference, abs=EXACT)
