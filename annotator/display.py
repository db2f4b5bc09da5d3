"""Finding out whether there is a screen to open a window on before Qt does, which ends the process without one."""

import os
import sys
from pathlib import Path

from annotator.errors import ProjectError

ANSWER_S = 3.0
"""Seconds that a display on another machine gets to answer."""
X_PORT = 6000
"""The TCP port of the first X display of a machine."""


def no_display(reason: str = "") -> ProjectError:
    """Return the error that says so; `reason` is what Qt says of it, if it was asked."""
    return ProjectError(
        "There is no display to open the window on. `musnad --help` lists what works without.{reason}",
        reason=f" ({reason})" if reason else "",
    )


def is_reachable() -> bool:
    """Return whether a display server answers where the surroundings say that one is; only Linux may be without."""
    if sys.platform in ("win32", "darwin"):
        return True
    return _wayland_answers(os.environ.get("WAYLAND_DISPLAY", "")) or _x_answers(os.environ.get("DISPLAY", ""))


def _wayland_answers(name: str) -> bool:
    return bool(name) and _answers(str(Path(os.environ.get("XDG_RUNTIME_DIR", ""), name)))


def _x_answers(display: str) -> bool:
    """`display` is `[HOST]:NUMBER[.SCREEN]`, or the path of a socket."""
    if display.startswith("/"):
        return _answers(display) or _answers(display.rpartition(".")[0])
    host, colon, rest = display.rpartition(":")
    number = rest.partition(".")[0]
    if not colon or not number.isdecimal():
        return False
    if host in ("", "unix") or host.startswith("unix/"):
        path = f"/tmp/.X11-unix/X{number}"
        # The X server listens at the same name outside the file system as well.
        return _answers(path) or _answers(f"\0{path}")
    return _answers_from_afar(host.strip("[]"), X_PORT + int(number))


def _answers(path: str) -> bool:
    import socket

    try:
        with socket.socket(socket.AF_UNIX) as tried:
            tried.settimeout(ANSWER_S)
            tried.connect(path)
    except (OSError, ValueError):
        return False
    return True


def _answers_from_afar(host: str, port: int) -> bool:
    import socket

    try:
        socket.create_connection((host, port), ANSWER_S).close()
    except (OSError, ValueError, OverflowError):
        return False
    return True
