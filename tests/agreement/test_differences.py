"""Two readings laid over each other: the unit is the frame."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.agreement import matching
from annotator.agreement.differences import Difference, compare
from annotator.agreement.matching import paired, shared
from annotator.domain.span import Parts, Span
from annotator.services.schemes import load_scheme
from tests.agreement.making import link, reading, span

SCHEME = load_scheme("actors-claims")


def differences(a: list[object], b: list[object]) -> list[Difference]:
    found = compare([reading("a", *a), reading("b", *b)], SCHEME)  # type: ignore[arg-type]
    return list(found.differences)


def kinds(one: Difference) -> list[tuple[str, str]]:
    return [(detail.kind, detail.key) for detail in one.details]


def frame(who: str, source: tuple[int, int] = (5, 12)) -> list[object]:
    claim, cue, actor = span(who, "claim", (20, 40)), span(who, "cue", (0, 4)), span(who, "actor", source)
    return [claim, cue, actor, link(claim, cue, "cue"), link(claim, actor, "source")]


def test_equal_readings_have_no_difference() -> None:
    assert differences(frame("a"), frame("b")) == []


def test_a_claim_whose_source_differs_is_one_difference() -> None:
    [one] = differences(frame("a"), frame("b", source=(50, 60)))
    assert (one.kind, one.label) == ("role", "claim")
    assert kinds(one) == [("role", "source")]


def test_a_frame_that_only_one_has_is_one_difference() -> None:
    [one] = differences(frame("a"), [])
    assert (one.kind, one.label, one.marks["b"]) == ("only", "claim", None)


def test_a_mark_that_both_have_and_only_one_links_is_a_missing_link() -> None:
    [one] = differences(frame("a"), frame("b")[:4])
    assert kinds(one) == [("link", "source")]


def test_the_boundary_of_a_source_is_told_with_its_claim() -> None:
    [one] = differences(frame("a"), frame("b", source=(5, 18)))
    assert (one.label, kinds(one)) == ("claim", [("boundary", "source")])


@pytest.mark.parametrize(
    ("mine", "theirs", "kind", "key"),
    [
        (span("a", "actor", (0, 5)), span("b", "actor", (1, 5)), "boundary", ""),
        (span("a", "actor", (0, 5)), span("b", "cue", (0, 5)), "label", ""),
        (span("a", "actor", (0, 5), actor="x"), span("b", "actor", (0, 5), actor="y"), "actor", ""),
        (span("a", "cue", (0, 5), act="say"), span("b", "cue", (0, 5), act="deny"), "attribute", "act"),
        (span("a", "cue", (0, 5), act="say"), span("b", "cue", (0, 5)), "attribute", "act"),
    ],
)
def test_marks_alone_differ_by_kind(mine: Span, theirs: Span, kind: str, key: str) -> None:
    [one] = differences([mine], [theirs])
    assert (one.kind, kinds(one)) == (kind, [(kind, key)])


def test_what_is_said_of_a_link_is_an_attribute() -> None:
    claim, actor = span("a", "claim", (20, 40)), span("a", "actor", (0, 5))
    other, other_actor = span("b", "claim", (20, 40)), span("b", "actor", (0, 5))
    [one] = differences(
        [claim, actor, link(claim, actor, "target", stance="favour")],
        [other, other_actor, link(other, other_actor, "target", stance="against")],
    )
    assert (one.kind, kinds(one)) == ("attribute", [("attribute", "target.stance")])


def test_a_claim_inside_a_claim_is_a_difference_of_its_own() -> None:
    outer, inner = span("a", "claim", (0, 40)), span("a", "claim", (10, 20))
    [one] = differences([outer, inner, link(outer, inner, "reported_by")], [span("b", "claim", (0, 40))])
    assert one.label == "claim"
    found = differences([outer, inner], [span("b", "claim", (0, 40))])
    assert [(each.kind, each.start) for each in found] == [("only", 10)]


def test_of_three_readings_a_difference_tells_who_says_what() -> None:
    marks = [
        span("a", "cue", (0, 5), act="say"),
        span("b", "cue", (0, 5), act="deny"),
        span("c", "cue", (0, 7), act="say"),
    ]
    readings = [reading(one.annotator, one) for one in marks]
    [one] = compare(readings, SCHEME).differences
    assert kinds(one) == [("boundary", ""), ("attribute", "act")]
    assert one.details[1].values == {"a": "say", "b": "deny", "c": "say"}
    [alone] = compare([*readings[:2], reading("c")], SCHEME).differences
    assert (alone.kind, alone.marks["c"]) == ("only", None)
    same = compare([reading(who, span(who, "cue", (0, 5), act="say")) for who in "abc"], SCHEME)
    assert same.differences == () and len(same.agreed) == 1


def test_the_same_difference_has_the_same_id_and_another_once_somebody_changes() -> None:
    mine, theirs = span("a", "cue", (0, 5), act="say"), span("b", "cue", (0, 5), act="deny")
    [one], [again] = differences([mine], [theirs]), differences([mine], [theirs])
    assert one.id == again.id
    [other] = differences([mine], [span("b", "cue", (0, 5), act="warn")])
    assert other.id != one.id


SPANS = st.lists(
    st.tuples(st.integers(0, 60), st.integers(1, 25), st.sampled_from(["actor", "cue", "claim"])), max_size=12
)


@given(SPANS, SPANS)
def test_every_mark_is_paired_once_or_left_alone(a: list[tuple[int, int, str]], b: list[tuple[int, int, str]]) -> None:
    mine = [span("a", label, (start, start + size)) for start, size, label in a]
    theirs = [span("b", label, (start, start + size)) for start, size, label in b]
    for across in (False, True):
        pairing = paired(mine, theirs, across_labels=across)
        assert sorted(one.id for one in mine) == sorted(
            [*(pair[0].id for pair in pairing.both), *(one.id for one in pairing.only_a)]
        )
        assert sorted(one.id for one in theirs) == sorted(
            [*(pair[1].id for pair in pairing.both), *(one.id for one in pairing.only_b)]
        )
        assert all(shared(one.parts, other.parts) > 0 for one, other in pairing.both)
        assert across or all(one.label == other.label for one, other in pairing.both)
    left = paired(mine, theirs, across_labels=True)
    assert not any(shared(one.parts, other.parts) for one in left.only_a for other in left.only_b)


def test_identical_readings_pair_completely_whatever_the_order() -> None:
    marks = [(number, number + 3) for number in range(0, 300, 2)]
    mine = [span("a", "actor", place) for place in marks]
    theirs = [span("b", "actor", place) for place in reversed(marks)]
    assert [(one.parts, other.parts) for one, other in paired(mine, theirs).both] == [((p,), (p,)) for p in marks]


def test_two_long_readings_are_compared_without_looking_at_every_pair(monkeypatch: pytest.MonkeyPatch) -> None:
    looks = []

    def counted(a: Parts, b: Parts) -> int:
        looks.append(1)
        return shared(a, b)

    monkeypatch.setattr(matching, "shared", counted)
    mine = [span("a", "actor", (number * 10, number * 10 + 6)) for number in range(1_000)]
    theirs = [span("b", "actor", (number * 10 + 1, number * 10 + 7)) for number in range(1_000)]
    assert len(differences([*mine], [*theirs])) == 1_000
    assert len(looks) == 1_000
