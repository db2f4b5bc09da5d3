"""Getting the bytes of a file, within bounds."""

import os
import stat
from pathlib import Path

import msgspec

from annotator.errors import InputError

LARGEST = 32 * 1024 * 1024
"""The most bytes an article may have: a thousand times a long one, and still no trouble for the window."""


class File(msgspec.Struct, frozen=True, kw_only=True):
    """What a kind reads from. `name` is what messages call it; `encoding` is None where it is to be found out."""

    name: str
    data: bytes
    encoding: str | None = None


def load(path: Path) -> bytes:
    """The bytes of a regular file of at most `LARGEST`; InputError says why there are none."""
    try:
        _check(path, path.stat())
        with path.open("rb") as stream:
            # One more than allowed, in case the file has grown since it was measured.
            data = stream.read(LARGEST + 1)
    except FileNotFoundError as error:
        raise InputError("There is no file {path}.", path=path) from error
    except PermissionError as error:
        raise InputError("{path} may not be read by you; ask its owner for permission.", path=path) from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise InputError("{path} cannot be read: {reason}.", path=path, reason=reason) from error
    except ValueError as error:
        raise InputError("{path!r} is not the name of a file.", path=str(path)) from error
    if len(data) > LARGEST:
        raise _too_large(path, len(data))
    return data


def _check(path: Path, status: os.stat_result) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise InputError("{path} is a folder; name the files in it.", path=path)
    if not stat.S_ISREG(status.st_mode):
        raise InputError("{path} is a device or a pipe, not a file; save the article to a file.", path=path)
    if status.st_size > LARGEST:
        raise _too_large(path, status.st_size)


def _too_large(path: Path, size: int) -> InputError:
    return InputError(
        "{path} has {size} MiB; an article may have {most} MiB. Split it into articles.",
        path=path,
        size=-(-size // 2**20),
        most=LARGEST // 2**20,
    )
