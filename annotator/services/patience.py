"""The wait of an action for another writer: who is told, and when it gives up."""

import contextlib
import threading
import time
from collections.abc import Callable, Iterator
from contextvars import ContextVar
from typing import TypeVar

from annotator.cancellation import cancelled_by
from annotator.errors import BusyError

Returned = TypeVar("Returned")

HeardWaiting = Callable[[float], bool]
"""Called several times a second with the seconds waited so far; return False to give up, or raise Cancelled."""

LOCK_TIMEOUT_S = 5.0
"""Seconds for which an action waits where nobody listens."""
POLL_S = 0.05
"""Seconds between two attempts."""

_HEARD: ContextVar[HeardWaiting | None] = ContextVar("heard_waiting", default=None)


@contextlib.contextmanager
def while_waiting(heard: HeardWaiting) -> Iterator[None]:
    """Let `heard` decide how long actions of this thread wait for another writer, until the block ends.

    It can cancel long work as well, which asks it as if it had waited for no time.
    """
    token = _HEARD.set(heard)
    try:
        with cancelled_by(lambda: heard(0.0)):
            yield
    finally:
        _HEARD.reset(token)


def patiently(attempt: Callable[[], Returned]) -> Returned:
    """Return what `attempt` returns, trying again while it raises BusyError.

    The BusyError is raised after LOCK_TIMEOUT_S where nobody listens, else when the listener gives up.
    """
    began = time.monotonic()
    while True:
        try:
            return attempt()
        except BusyError:
            waited, heard = time.monotonic() - began, _HEARD.get() or _soon_over
            if not heard(waited):
                raise
        time.sleep(POLL_S)


def acquire(lock: "threading.RLock") -> None:
    """Acquire a lock that another thread of this program may hold for long; whoever listens can end the wait."""
    began = time.monotonic()
    while not lock.acquire(timeout=POLL_S):
        heard = _HEARD.get()
        if heard is not None:
            heard(time.monotonic() - began)


def _soon_over(seconds: float) -> bool:
    return seconds < LOCK_TIMEOUT_S
