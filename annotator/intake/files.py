"""Getting the bytes of a file, within bounds."""

import os
from pathlib import Path

import msgspec

from annotator import paths
from annotator.errors import InputError
from annotator.sources import opened

LARGEST = 32 * 1024 * 1024
"""The most bytes an article may have: a thousand times a long one, and still no trouble for the window."""


class File(msgspec.Struct, frozen=True, kw_only=True):
    """The input of a kind: a file in memory.

    `name` is what messages call it; `encoding` is None where it is to be found out; `chosen` says that a person named
    the kind, so that what looks like another one is read all the same.
    """

    name: str
    data: bytes
    encoding: str | None = None
    chosen: bool = False


def load(path: Path) -> bytes:
    """Return the bytes of a regular file of at most `LARGEST`; InputError says why there are none."""
    with paths.told(path), opened(path) as stream:
        _check(path, os.fstat(stream.fileno()).st_size)
        # One more than allowed, in case the file has grown since it was measured.
        data = stream.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise _too_large(path, len(data))
    return data


def _check(path: Path, size: int) -> None:
    if size > LARGEST:
        raise _too_large(path, size)


def _too_large(path: Path, size: int) -> InputError:
    return InputError(
        "{path} has {size} MiB; an article may have {most} MiB. Split it into articles.",
        path=path,
        size=-(-size // 2**20),
        most=LARGEST // 2**20,
    )
