"""Faults made on purpose, to see that the traps shut."""

import contextlib
import os
import signal
import time
from pathlib import Path
from tempfile import gettempdir

from PySide6.QtCore import QSize, qWarning
from PySide6.QtWidgets import QWidget

AT = 20
"""The event at which a fault is made."""
KINDS = ("raise", "crash", "stall", "warn", "write", "network")


class _Failing(QWidget):
    def sizeHint(self) -> QSize:
        return QSize(max([]), 0)


def break_at(number: int, kind: str) -> None:
    """Make the fault of this kind once its event has come."""
    if number != AT or not kind:
        return
    if kind == "raise":
        _Failing().adjustSize()
    elif kind == "crash":
        os.kill(os.getpid(), signal.SIGSEGV)
    elif kind == "stall":
        time.sleep(1000)
    elif kind == "warn":
        qWarning("a warning of Qt")
    elif kind == "write":
        with contextlib.suppress(OSError):
            Path(gettempdir()).parents[1].joinpath("outside").write_text("")
    elif kind == "network":
        import socket

        socket.socket().connect_ex(("127.0.0.1", 9))
