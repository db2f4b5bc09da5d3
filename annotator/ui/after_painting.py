"""Late work of a new window: begun a while after its first page is painted, however long that takes.

Counted from when the window is made, a busy machine would do it before the page, and paint that later still.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from shiboken6 import isValid


class _Start:
    """The start of the program: what waits for its first page; None if it is painted, or nobody waits for it."""

    waiting: list[tuple[int, QObject, Callable[[], object]]] | None = None


def hold() -> None:
    """Let what is left for later wait from now on until `release`."""
    _Start.waiting = []


def release() -> None:
    """The first page is painted, or there is none to be painted."""
    waiting, _Start.waiting = _Start.waiting or [], None
    for delay_ms, context, do in waiting:
        if isValid(context):
            QTimer.singleShot(delay_ms, context, do)


def after_painting(delay_ms: int, context: QObject, do: Callable[[], object]) -> None:
    """Do something so many milliseconds after the first page is painted, unless `context` is gone by then."""
    if _Start.waiting is None:
        QTimer.singleShot(delay_ms, context, do)
    else:
        _Start.waiting.append((delay_ms, context, do))
