"""An advisory lock on a file beside the project: the system lets go of it even when the process is killed.

The lock libraries there are take longer to import than the rest of the store together, and opening a project
must be quick; all that is needed here is one exclusive lock that is never waited for.
"""

import os
import sys
from pathlib import Path


class LockedError(Exception):
    """Another process holds the lock."""


class FileLock:
    """Holds `path` locked from construction until `release`. Raises LockedError, or OSError if it cannot be made."""

    def __init__(self, path: Path) -> None:
        self._path = path
        while True:
            self._file = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
            try:
                _lock(self._file)
            except BaseException:
                os.close(self._file)
                raise
            if self._is_at_its_path():
                return
            # Its holder took it away between our opening and our locking it.
            os.close(self._file)

    def release(self) -> None:
        """Let others in, and leave no file behind."""
        if sys.platform == "win32":
            os.close(self._file)
            _unlink(self._path)
        else:
            # While it is still held: whoever waits at the old file finds out and makes a new one.
            _unlink(self._path)
            os.close(self._file)

    def _is_at_its_path(self) -> bool:
        try:
            return os.path.samestat(os.fstat(self._file), self._path.stat())
        except FileNotFoundError:
            return False


if sys.platform == "win32":
    import msvcrt

    def _lock(file: int) -> None:
        try:
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        except OSError as error:
            raise LockedError from error

else:
    import fcntl

    def _lock(file: int) -> None:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise LockedError from error


def _unlink(path: Path) -> None:
    try:
        path.unlink()
    except OSError:
        return  # a file that stays behind is not locked, so it keeps nobody out
