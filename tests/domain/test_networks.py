"""Networks, held against an example that is worked out by hand."""

import pytest

from annotator.domain.networks import NetworkEdge, NetworkKind, Normalization, Saying, between, network, once, windows


def saying(source: str, statement: str, agreement: str, day: str = "2026-03-02", document: str = "d1") -> Saying:
    place = f"{source}-{statement}-{agreement}-{day}-{document}"
    return Saying(source=source, statement=statement, agreement=agreement, day=day, document=document, place=place)


# A and B agree on two of three statements and disagree on one; C agrees with A on one that B says nothing of.
SAID = [
    *(saying("A", one, "yes") for one in ("s1", "s2", "s3", "s4")),
    *(saying("B", one, stand) for one, stand in (("s1", "yes"), ("s2", "yes"), ("s3", "no"))),
    saying("C", "s4", "yes"),
    saying("C", "s1", "unclear"),
]


def weights(kind: NetworkKind, normalization: Normalization = "none") -> dict[str, float]:
    return {one.start + one.end: round(one.weight, 6) for one in network(SAID, kind, normalization)}


def test_actors_are_as_near_as_the_statements_they_agree_on() -> None:
    assert weights("congruence") == {"AB": 2, "AC": 1}
    assert weights("conflict") == {"AB": 1}
    assert weights("subtract") == {"AB": 1, "AC": 1}


def test_figures_are_normalised_by_what_the_two_say() -> None:
    assert weights("congruence", "activity") == {"AB": round(2 / 3.5, 6), "AC": round(1 / 2.5, 6)}
    assert weights("congruence", "jaccard") == {"AB": round(2 / 4, 6), "AC": round(1 / 4, 6)}
    assert weights("congruence", "cosine") == {"AB": round(2 / 12**0.5, 6), "AC": round(1 / 4**0.5, 6)}
    more = [*SAID, saying("D", "s1", "yes")]
    edges = {one.start + one.end: one.weight for one in network(more, "congruence", "prominence")}
    assert edges["AB"] == 0.5 + 1 and edges["AD"] == 0.5


def test_an_edge_to_a_statement_is_signed_and_knows_its_places() -> None:
    edges = network([*SAID, saying("A", "s1", "no")], "statements")
    first = next(one for one in edges if (one.start, one.end) == ("A", "s1"))
    assert (first.weight, first.for_, first.against, len(first.places)) == (0, 1, 1, 2)


def test_whom_it_is_about_is_signed_by_stance() -> None:
    said = [
        Saying(source="A", targets=(("B", "against"), ("C", "favour")), place="1"),
        Saying(source="A", targets=(("B", "against"), ("C", None)), place="2"),
    ]
    assert network(said, "targets") == [
        NetworkEdge(start="A", end="B", weight=-2, for_=0, against=2, places=("1", "2")),
        NetworkEdge(start="A", end="C", weight=1, for_=1, against=0, places=("1", "2")),
    ]


@pytest.mark.parametrize(("rule", "count"), [("all", 5), ("document", 4), ("week", 3), ("month", 2)])
def test_what_is_said_again_counts_once(rule: str, count: int) -> None:
    days = (
        ("2026-03-02", "d1"),
        ("2026-03-02", "d1"),
        ("2026-03-04", "d2"),
        ("2026-03-09", "d3"),
        ("2026-04-01", "d4"),
    )
    said = [
        Saying(source="A", statement="s", agreement="yes", day=day, document=document, place=str(place))
        for place, (day, document) in enumerate(days)
    ]
    assert len(once(said, rule)) == count  # type: ignore[arg-type]


def test_windows_are_named_by_their_time() -> None:
    said = [saying("A", "s", "yes", day) for day in ("2026-04-01", "2025-12-31", "", "2026-03-31T10:00")]
    assert list(windows(said, "quarter")) == ["2025-Q4", "2026-Q1", "2026-Q2", "undated"]
    assert list(windows(said, "month")) == ["2025-12", "2026-03", "2026-04", "undated"]
    assert [one.day for one in between(said, "2026-03", "2026-03")] == ["2026-03-31T10:00"]
