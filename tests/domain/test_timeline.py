"""Sayings over time: each lies in one period, none is lost, and a mistyped year does not make a million days."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.domain.networks import Saying
from annotator.domain.timeline import MOST_PERIODS, STEPS, TimeStep, sign_of, timeline


def saying(day: str, agreement: str = "yes", *targets: str | None) -> Saying:
    about = tuple((f"t{place}", stance) for place, stance in enumerate(targets))
    return Saying(source="A", statement="s", agreement=agreement, targets=about, day=day, place=f"{day}{agreement}")


@pytest.mark.parametrize(
    ("step", "names"),
    [
        ("day", ["2026-03-01", "2026-03-02", "2026-03-03"]),
        ("week", ["2026-02-23", "2026-03-02"]),
        ("month", ["2026-03"]),
        ("year", ["2026"]),
    ],
)
def test_every_period_between_the_first_and_the_last_is_there(step: TimeStep, names: list[str]) -> None:
    said = [saying("2026-03-01"), saying("2026-03-03", "no"), saying("2026-03-03", "unclear")]
    found = timeline(said, step, "statements")
    assert [one.name for one in found.periods] == names
    last = found.periods[-1]
    assert (last.against, last.neither) == (1, 1)
    assert sum(one.for_ for one in found.periods) == 1


def test_a_date_that_says_too_little_lies_in_no_shorter_period() -> None:
    said = [saying("2026-03"), saying("2026"), saying(""), saying("2026-13-40"), saying("2026-03-02T10:00:00")]
    assert [timeline(said, step, "statements").undated for step in STEPS] == [4, 4, 3, 2]
    assert [one.name for one in timeline(said, "month", "statements").periods] == ["2026-03"]


def test_a_mistyped_year_makes_the_step_longer_and_not_the_timeline() -> None:
    found = timeline([saying("1026-03-01"), saying("2026-03-03")], "day", "statements")
    assert found.step == "year" and len(found.periods) <= MOST_PERIODS
    assert [one.name for one in found.periods if one.places] == ["1026", "2026"]


def test_a_saying_about_several_stands_for_most_of_them() -> None:
    assert sign_of(saying("", "no", "favour", "favour", "against"), "targets") == 1
    assert sign_of(saying("", "yes", "against", None), "targets") == -1
    assert sign_of(saying("", "yes", "favour", "against"), "targets") == 0
    assert sign_of(saying("", "no", "favour"), "subtract") == -1


DAYS = st.dates().map(str) | st.sampled_from(["", "2026", "2026-03", "no day"])


@given(st.lists(DAYS, max_size=12), st.sampled_from(STEPS))
@settings(max_examples=60)
def test_no_saying_is_lost_and_none_counts_twice(days: list[str], step: TimeStep) -> None:
    said = [Saying(source="A", agreement="yes", day=day, place=str(n)) for n, day in enumerate(days)]
    found = timeline(said, step, "congruence")
    places = [place for one in found.periods for place in one.places]
    assert len(places) == len(set(places)) == len(days) - found.undated
    assert [one.name for one in found.periods] == sorted(one.name for one in found.periods)
