"""Stamps sort in the order in which things happened, whatever the wall clock does."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.store.clock import Clock


@given(st.lists(st.floats(0, 4e9), min_size=1))
def test_stamps_always_grow(walls: list[float]) -> None:
    times = iter(walls)
    clock = Clock("d", now=lambda: next(times))
    stamps = [clock.stamp() for _ in walls]
    assert stamps == sorted(set(stamps))


@given(st.floats(0, 4e9), st.floats(0, 4e9))
def test_a_stamp_is_never_behind_what_was_seen(mine: float, theirs: float) -> None:
    seen = Clock("other", now=lambda: theirs).stamp()
    assert Clock("mine", seen, now=lambda: mine).stamp() > seen


@given(st.lists(st.floats(-1e9, 281e9), min_size=1))
def test_moments_always_grow(walls: list[float]) -> None:
    times = iter(walls)
    clock = Clock("d", now=lambda: next(times))
    moments = [clock.moment() for _ in walls]
    assert moments == sorted(set(moments))
