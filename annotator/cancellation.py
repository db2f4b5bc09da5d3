"""Cancelling long work of a thread from far below: in one statement, one long text, one step of many."""

import contextlib
from collections.abc import Callable, Iterator
from contextvars import ContextVar

CHECK_EVERY = 1 << 16
"""Characters, or turns of a loop, between two checks: some milliseconds."""

_CHECK: ContextVar[Callable[[], object] | None] = ContextVar("check_cancelled", default=None)


@contextlib.contextmanager
def cancelled_by(check: Callable[[], object]) -> Iterator[None]:
    """Until the block ends, let `check` end work of this thread by raising `errors.Cancelled`; it is called often."""
    token = _CHECK.set(check)
    try:
        yield
    finally:
        _CHECK.reset(token)


def check_cancelled() -> None:
    """Raise Cancelled if this thread's work is no longer wanted; do nothing where nobody can cancel it."""
    check = _CHECK.get()
    if check is not None:
        check()
