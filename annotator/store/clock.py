"""A hybrid logical clock: stamps that sort in the order in which things happened, on any machine.

After Kulkarni et al., Logical Physical Clocks (2014): wall time where it moves forward, a counter where it does
not, and never behind a stamp that has been seen.
"""

import platform
import time
import uuid
import zlib
from collections.abc import Callable

from annotator import paths


def device_name() -> str:
    """Eight hex digits for this person on this machine; they break ties between equal clock readings."""
    owner = f"{uuid.getnode():x} {platform.node()} {paths.home()}"
    # A checksum tells two machines apart as well as a digest would, and needs no OpenSSL at every start.
    return f"{zlib.crc32(owner.encode()):08x}"


MOST = 0xFFFFFF
"""The highest number that the counter's six digits hold."""


class Clock:
    """Gives stamps `milliseconds-counter-device`, fixed in width, so that text order is time order."""

    def __init__(self, device: str, seen: str | None = None, now: Callable[[], float] = time.time) -> None:
        self.device = device
        self._now = now
        self._last = (0, 0)
        if seen is not None:
            self.see(seen)

    def see(self, stamp: str) -> None:
        """Never give a stamp that sorts before this one."""
        millis, counter, _ = stamp.split("-", 2)
        self._last = max(self._last, (int(millis, 16), int(counter, 16)))

    def stamp(self) -> str:
        """The next stamp, later than every one given or seen."""
        millis, counter = self._last
        wall = int(self._now() * 1000)
        if wall > millis:
            self._last = (wall, 0)
        else:
            self._last = (millis, counter + 1) if counter < MOST else (millis + 1, 0)
        return f"{self._last[0]:012x}-{self._last[1]:06x}-{self.device}"
