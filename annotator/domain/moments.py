"""Moments as rows write them."""

import threading
import time
from datetime import UTC, datetime

_lock = threading.Lock()
_last_ms = 0


def now() -> str:
    """Return the time: ISO 8601, UTC, to the millisecond; later than every moment returned before.

    Two things that one program says within a millisecond keep their order wherever they are sorted by time: rows that
    are imported or merged have nothing else that tells it.
    """
    global _last_ms
    with _lock:
        _last_ms = max(time.time_ns() // 1_000_000, _last_ms + 1)
        millis = _last_ms
    return datetime.fromtimestamp(millis / 1000, UTC).isoformat(timespec="milliseconds")
