"""Files and folders that are being made: under a name of their own beside the target, renamed when they are whole.

A process that is killed leaves its drafts behind. Each is locked as long as somebody works on it, so whoever works in
the same folder next knows the dead ones and removes them; the system lets go of a lock however its process ends.
"""

import contextlib
import os
import re
import shutil
import stat
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

_NAME = re.compile(r"\.musnad-[0-9a-f]{16}\.part")


def _new_name(folder: Path) -> Path:
    # Short, whatever the target is called: its name may be as long as the system allows.
    return folder / f".musnad-{os.urandom(8).hex()}.part"


@contextlib.contextmanager
def draft_file(folder: Path) -> Iterator[tuple[Path, BinaryIO]]:
    """Give an empty file in `folder` and a stream that writes to it; what is still there at the end is removed.

    Raises OSError.
    """
    sweep(folder)
    path = _new_name(folder)
    try:
        with path.open("xb") as stream:
            _claim(stream.fileno())
            yield path, stream
    finally:
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)


@contextlib.contextmanager
def draft_folder(folder: Path) -> Iterator[Path]:
    """Give an empty folder in `folder`; what is still in it at the end is removed. Raises OSError."""
    sweep(folder)
    path = _new_name(folder)
    path.mkdir()
    try:
        with _claimed_folder(path):
            yield path
    finally:
        shutil.rmtree(path, ignore_errors=True)


def sweep(folder: Path) -> None:
    """Remove the drafts in `folder` that nobody works on any more. What cannot be removed stays."""
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        for name in [entry.name for entry in entries if _NAME.fullmatch(entry.name)]:
            with contextlib.suppress(OSError):
                _sweep(folder / name)


if sys.platform == "win32":
    # An open file can be neither removed nor renamed there: that is the lock.

    def _claim(_number: int) -> None:
        return

    @contextlib.contextmanager
    def _claimed_folder(_path: Path) -> Iterator[None]:
        yield

    def _sweep(path: Path) -> None:
        shutil.rmtree(path) if path.is_dir() else path.unlink()

else:
    import fcntl

    def _claim(number: int) -> None:
        # A file system without locks: then nobody can find out that this draft is dead, and it may stay.
        with contextlib.suppress(OSError):
            fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)

    @contextlib.contextmanager
    def _claimed_folder(path: Path) -> Iterator[None]:
        number = os.open(path, os.O_RDONLY)
        try:
            _claim(number)
            yield
        finally:
            os.close(number)

    def _sweep(path: Path) -> None:
        mode = path.lstat().st_mode
        if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
            return
        number = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        try:
            fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
            shutil.rmtree(path) if stat.S_ISDIR(mode) else path.unlink()
        finally:
            os.close(number)
