"""Moments: no two alike, and each later than the one before, whoever asks."""

import threading
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest

from annotator.domain import moments
from annotator.domain.comment import check_made


def test_moments_of_one_millisecond_are_told_apart_and_keep_their_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("time.time_ns", lambda: 1_900_000_000_123_456_789)
    monkeypatch.setattr(moments, "_last_ms", 0)
    assert [moments.now() for _ in range(3)] == [f"2030-03-17T17:46:40.{ms}+00:00" for ms in (123, 124, 125)]


def test_a_clock_that_is_set_back_turns_no_order_round(monkeypatch: pytest.MonkeyPatch) -> None:
    times = iter([1_900_000_000_000_000_000, 1_800_000_000_000_000_000])
    monkeypatch.setattr("time.time_ns", lambda: next(times))
    monkeypatch.setattr(moments, "_last_ms", 0)
    assert moments.now() < moments.now()


def test_threads_share_the_order() -> None:
    made: list[list[str]] = [[] for _ in range(4)]
    threads = [threading.Thread(target=lambda own=own: own.extend(moments.now() for _ in range(500))) for own in made]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({one for own in made for one in own}) == 2000
    assert all(one < other for own in made for one, other in pairwise(own))


def test_it_is_the_time() -> None:
    made = moments.now()
    check_made(made)
    assert abs(datetime.fromisoformat(made) - datetime.now(UTC)) < timedelta(seconds=10)
