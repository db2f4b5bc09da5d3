"""Sayings over time: how many stand for and against, by day, week, month or year."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Literal

import msgspec

from annotator.domain.networks import STANCES, STANDS, NetworkKind, Saying

TimeStep = Literal["day", "week", "month", "year"]
STEPS: tuple[TimeStep, ...] = ("day", "week", "month", "year")
MOST_PERIODS = 1500
"""Periods of a timeline; where there would be more, its step is the next longer one."""


class Period(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of time and its sayings: how many are for, against, or neither, and the ids of their claims.

    `name` is a day (`2026-03-02`, also for the week that begins with it), a month (`2026-03`) or a year.
    """

    name: str
    for_: int = 0
    against: int = 0
    neither: int = 0
    places: tuple[str, ...] = ()


class Timeline(msgspec.Struct, frozen=True, kw_only=True):
    """The periods from the first to the last, those without a saying too; `undated` sayings are in none of them."""

    step: TimeStep
    periods: Sequence[Period]
    undated: int = 0


def sign_of(saying: Saying, kind: NetworkKind) -> int:
    """Return 1 for a saying in favour, -1 for one against, else 0: of whom it is about, or of the statement."""
    if kind != "targets":
        return STANDS.get(saying.agreement or "", 0)
    total = sum(STANCES.get(stance or "", 0) for _, stance in saying.targets)
    return (total > 0) - (total < 0)


def timeline(sayings: Iterable[Saying], step: TimeStep, kind: NetworkKind) -> Timeline:
    """Return sayings by their periods; a day that is only a month or a year lies in no shorter one."""
    held = [(one, _day(one.day, step)) for one in sayings]
    dated = [(one, day) for one, day in held if day is not None]
    if not dated:
        return Timeline(step=step, periods=(), undated=len(held))
    first, last = min(day for _, day in dated), max(day for _, day in dated)
    if _count(first, last, step) > MOST_PERIODS and step != "year":
        return timeline([one for one, _ in held], STEPS[STEPS.index(step) + 1], kind)
    found: dict[str, list[Saying]] = {name: [] for name in _names(first, last, step)}
    for one, day in dated:
        found.setdefault(_name(day, step), []).append(one)
    periods = [_period(name, said, kind) for name, said in sorted(found.items())]
    return Timeline(step=step, periods=periods, undated=len(held) - len(dated))


def _period(name: str, said: Sequence[Saying], kind: NetworkKind) -> Period:
    signs = [sign_of(one, kind) for one in said]
    return Period(
        name=name,
        for_=signs.count(1),
        against=signs.count(-1),
        neither=signs.count(0),
        places=tuple(dict.fromkeys(one.place for one in said)),
    )


def _day(text: str, step: TimeStep) -> date | None:
    """Return a day of the period in which a date lies, None where it says too little or is none."""
    needed = {"year": 4, "month": 7}.get(step, 10)
    if len(text) < needed:
        return None
    try:
        return date.fromisoformat(f"{text[:10]}{'-01-01'[len(text[:10]) - 4 :]}" if len(text) < 10 else text[:10])
    except ValueError:
        return None


def _name(day: date, step: TimeStep) -> str:
    if step == "week":
        return (day - timedelta(days=day.weekday())).isoformat()
    return day.isoformat()[: {"year": 4, "month": 7}.get(step, 10)]


def _count(first: date, last: date, step: TimeStep) -> int:
    days = (last - first).days
    return {"day": days, "week": days // 7, "month": days // 30, "year": days // 365}[step]


def _names(first: date, last: date, step: TimeStep) -> Iterator[str]:
    """Yield the names of all periods between two days, as far as there are not too many years."""
    if _count(first, last, step) > MOST_PERIODS:
        return
    match step:
        case "year":
            yield from (f"{year:04}" for year in range(first.year, last.year + 1))
        case "month":
            start, end = (one.year * 12 + one.month - 1 for one in (first, last))
            yield from (f"{one // 12:04}-{one % 12 + 1:02}" for one in range(start, end + 1))
        case _:
            length = 7 if step == "week" else 1
            begin = date.fromisoformat(_name(first, step))
            for place in range(0, (last - begin).days + 1, length):
                yield (begin + timedelta(days=place)).isoformat()
