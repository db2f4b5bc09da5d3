"""Ending the window when the system says so (logging out, Ctrl+C in the shell): as if the person had closed it."""

import os
import signal
import sys
from types import FrameType

from PySide6.QtCore import QSocketNotifier
from PySide6.QtWidgets import QApplication

from annotator import signals


def end_on_signals(app: QApplication) -> None:
    """Let Ctrl+C and the signals that end a program leave the event loop, with the exit code that shells expect.

    Python hears of a signal only when it runs, and the event loop is not Python: a notifier wakes it.
    """

    def leave(number: int, _frame: FrameType | None) -> None:
        app.exit(signals.exit_code(number))

    for number in (signal.SIGINT, *signals.ENDING):
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, leave)
    if sys.platform != "win32":
        _wake_python(app)


def _wake_python(app: QApplication) -> None:
    reader, writer = os.pipe()
    for end in (reader, writer):
        os.set_blocking(end, False)
    signal.set_wakeup_fd(writer, warn_on_full_buffer=False)
    notifier = QSocketNotifier(reader, QSocketNotifier.Type.Read, app)
    notifier.activated.connect(lambda: os.read(reader, 512))
