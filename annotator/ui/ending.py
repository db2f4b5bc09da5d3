"""Ending the window when the system says so (logging out, Ctrl+C in the shell): as if the person had closed it."""

import contextlib
import os
import signal
import sys
from collections.abc import Iterator
from types import FrameType

from PySide6.QtCore import QSocketNotifier
from PySide6.QtWidgets import QApplication

from annotator import signals


@contextlib.contextmanager
def ended_by_signals(app: QApplication) -> Iterator[None]:
    """Let Ctrl+C and the signals that end a program leave the event loop, with the exit code that shells expect.

    Python hears of a signal only when it runs, and the event loop is not Python: a notifier wakes it.
    """

    def leave(number: int, _frame: FrameType | None) -> None:
        app.exit(signals.exit_code(number))

    before = {number: signal.getsignal(number) for number in (signal.SIGINT, *signals.ENDING)}
    heeded = [number for number, handler in before.items() if handler is not signal.SIG_IGN]
    for number in heeded:
        signal.signal(number, leave)
    try:
        with contextlib.nullcontext() if sys.platform == "win32" else _waking_python():
            yield
    finally:
        for number in heeded:
            signal.signal(number, before[number])


@contextlib.contextmanager
def _waking_python() -> Iterator[None]:
    reader, writer = os.pipe()
    for end in (reader, writer):
        os.set_blocking(end, False)
    notifier = QSocketNotifier(reader, QSocketNotifier.Type.Read)
    notifier.activated.connect(lambda: os.read(reader, 512))
    before = signal.set_wakeup_fd(writer, warn_on_full_buffer=False)
    try:
        yield
    finally:
        signal.set_wakeup_fd(before)
        notifier.setEnabled(False)
        os.close(reader)
        os.close(writer)
