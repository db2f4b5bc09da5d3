"""A hybrid logical clock: stamps that sort in the order in which things happened, on any machine.

After Kulkarni et al., Logical Physical Clocks (2014): wall time where it moves forward, a counter where it does
not, and never behind a stamp that has been seen.
"""

import time
from collections.abc import Callable
from datetime import UTC, datetime

MAX_COUNT = 0xFFFFFF
"""The highest number that the counter's six digits hold."""


LAST_DAY_MS = 253_402_300_799_000
"""The last second of the year 9999, which is the last one that a date can name."""

FIRST_MOMENT = f"{1:012x}"
"""Sorts before every stamp that a clock gives, and after those of what a project begins with."""


class Clock:
    """Gives stamps `milliseconds-counter-replica`, fixed in width, so that text order is time order.

    The replica breaks ties between equal readings of two clocks.
    """

    def __init__(self, replica: str, seen: str | None = None, now: Callable[[], float] = time.time) -> None:
        self.replica = replica
        self._now = now
        self._last = (0, 0)
        if seen is not None:
            self.see(seen)

    def see(self, stamp: str) -> None:
        """Never give a stamp that sorts before this one."""
        millis, counter, _ = stamp.split("-", 2)
        self._last = max(self._last, (int(millis, 16), int(counter, 16)))

    def wall_ms(self) -> int:
        """Return the time of this machine's clock, in milliseconds since 1970."""
        return int(self._now() * 1000)

    def stamp(self) -> str:
        """The next stamp, later than every one given or seen."""
        millis, counter = self._last
        wall = int(self._now() * 1000)
        if wall > millis:
            self._last = (wall, 0)
        else:
            self._last = (millis, counter + 1) if counter < MAX_COUNT else (millis + 1, 0)
        return f"{self._last[0]:012x}-{self._last[1]:06x}-{self.replica}"

    def run(self, count: int) -> str:
        """The first of so many stamps of one millisecond, which follow one another; all of them are given by this."""
        millis, counter = self._last
        if counter + count > MAX_COUNT:
            self._last = (millis + 1, -1)
        first = self.stamp()
        millis, counter = self._last
        self._last = (millis, counter + count - 1)
        return first

    def moment(self) -> str:
        """The time of the next stamp as people read it (ISO 8601, UTC), and what it takes to be later than the last."""
        millis, counter, _ = self.stamp().split("-", 2)
        seconds = min(int(millis, 16), LAST_DAY_MS) / 1000
        return f"{datetime.fromtimestamp(seconds, UTC):%Y-%m-%dT%H:%M:%S.%fZ}#{millis}{counter}"
