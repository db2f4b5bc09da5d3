"""Ending when the system says so: drafts are removed and files closed before the process goes."""

import signal
from types import FrameType
from typing import NoReturn

ENDING = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))
"""Logging out, shutting down, closing the terminal."""


def end_cleanly() -> None:
    """Let these signals raise SystemExit in the main thread, so that every `finally` runs.

    A signal that the caller wants ignored (nohup) stays ignored.
    """
    for number in ENDING:
        if signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, _end)


def exit_code(number: int) -> int:
    """Return the exit code that shells expect of a program which a signal ended."""
    return 128 + number


def _end(number: int, _frame: FrameType | None) -> NoReturn:
    raise SystemExit(exit_code(number))
