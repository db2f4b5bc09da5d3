"""The database files that this process has open through SQLite.

POSIX takes all locks of a process away from a file when the process closes any handle of it. So nobody here may open
such a file by other means, not even to look at a byte of it.
"""

import stat
import threading
from collections import Counter
from pathlib import Path

Identity = tuple[int, int]
"""Device and inode: the file itself, whatever names lead to it."""

_held: Counter[Identity] = Counter()
_lock = threading.Lock()


def hold(path: Path) -> Identity | None:
    """Note that the file at `path` is being opened; what `release` takes. None if there is no file."""
    identity = identity_of(path)
    if identity is not None:
        with _lock:
            _held[identity] += 1
    return identity


def release(identity: Identity | None) -> None:
    """Note that a file was closed."""
    if identity is not None:
        with _lock:
            _held[identity] -= 1
            if _held[identity] <= 0:
                del _held[identity]


def is_held(path: Path) -> bool:
    """Return whether `path`, by whatever name, is a database that this process has open."""
    return bool(_held) and identity_of(path) in _held


def identity_of(path: Path) -> Identity | None:
    """Return device and inode of the file that `path` leads to, or None where the system shows none."""
    try:
        status = path.stat()
    except (OSError, ValueError):
        return None
    return status.st_dev, status.st_ino


def mode_of(path: Path) -> int | None:
    """Return the permissions of the file that `path` leads to, or None where the system shows none."""
    try:
        return stat.S_IMODE(path.stat().st_mode)
    except (OSError, ValueError):
        return None
