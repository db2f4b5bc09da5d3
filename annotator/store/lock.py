"""An advisory lock on a file beside the project: the system lets go of it even when the process is killed.

The lock libraries there are take longer to import than the rest of the store together, and opening a project
must be quick; all that is needed here is one exclusive lock that is never waited for.
"""

import contextlib
import os
import sys
from pathlib import Path

from annotator.errors import ProjectError

LOCK = "-lock"
"""The suffix of a project's lock."""
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)


class LockedError(Exception):
    """Another process holds the lock."""


class FileLock:
    """Holds `path` locked from construction until `release`. Raises LockedError, or OSError if it cannot be made.

    `mode` are the permissions of the lock's file: whoever may write to what it guards must be able to ask.
    """

    def __init__(self, path: Path, mode: int | None = None) -> None:
        self._path = path
        while True:
            self._file = _opened(path, mode)
            try:
                _lock(self._file)
            except BaseException:
                os.close(self._file)
                raise
            if self._is_at_its_path():
                return
            # Its holder took it away between our opening and our locking it.
            os.close(self._file)

    def close(self) -> None:
        """Let others in, and leave no file behind."""
        if sys.platform == "win32":
            os.close(self._file)
            _unlink(self._path)
        else:
            # While it is still held: whoever waits at the old file finds out and makes a new one.
            if self._is_at_its_path():
                _unlink(self._path)
            os.close(self._file)

    def _is_at_its_path(self) -> bool:
        try:
            return os.path.samestat(os.fstat(self._file), self._path.lstat())
        except FileNotFoundError:
            return False


def _opened(path: Path, mode: int | None) -> int:
    """The lock's file, made if it is not there."""
    try:
        return os.open(path, os.O_RDWR | _NO_LINK)
    except FileNotFoundError:
        file = os.open(path, os.O_RDWR | os.O_CREAT | _NO_LINK, 0o666)
        if mode is not None and sys.platform != "win32":
            with contextlib.suppress(OSError):
                os.fchmod(file, mode)
        return file
    except PermissionError:
        # Left by another person's crash: to look at it is enough to ask the system who holds it.
        return os.open(path, os.O_RDONLY | _NO_LINK)


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


def lock_of(real: Path) -> FileLock:
    """Return the lock of the project at this real path, held. Raises LockedError, OSError."""
    mode = real.stat().st_mode & 0o666 if real.exists() else None
    return FileLock(real.with_name(real.name + LOCK), mode)


def project_lock(real: Path) -> FileLock:
    """Return the lock of a project, as `lock_of` does, or raise a ProjectError that says what is in the way."""
    try:
        return lock_of(real)
    except LockedError:
        raise ProjectError(
            "{name} is open in another Musnad. Close it there first; nothing was changed.", name=real.name
        ) from None
    except OSError as error:
        if os.path.lexists(real.with_name(real.name + LOCK)):
            raise ProjectError(
                "The lock {lock} cannot be opened ({reason}). If nobody else has {name} open, delete it.",
                lock=real.name + LOCK,
                name=real.name,
                reason=error.strerror or str(error),
            ) from error
        raise ProjectError(
            "Nothing can be written in {folder} ({reason}). Copy the project to a folder of yours and open it there.",
            folder=str(real.parent),
            reason=error.strerror,
        ) from error
