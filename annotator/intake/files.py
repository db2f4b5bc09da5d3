"""Getting the bytes of a file, within bounds."""

import os
from pathlib import Path

from annotator import paths
from annotator.errors import InputError
from annotator.sources import opened

LARGEST_BYTES = 32 * 1024 * 1024
"""The most bytes that a file of articles may have: a thousand times a long article, and still no trouble for the
window."""


def load(path: Path) -> bytes:
    """Return the bytes of a regular file of at most `LARGEST`; InputError says why there are none."""
    with paths.told(path), opened(path) as stream:
        _check(path, os.fstat(stream.fileno()).st_size)
        # One more than allowed, in case the file has grown since it was measured.
        data = stream.read(LARGEST_BYTES + 1)
    if len(data) > LARGEST_BYTES:
        raise _too_large(path, len(data))
    return data


def _check(path: Path, size: int) -> None:
    if size > LARGEST_BYTES:
        raise _too_large(path, size)


def _too_large(path: Path, size: int) -> InputError:
    return InputError(
        "{path} has {size} MiB; an article may have {most} MiB. Split it into articles.",
        path=path,
        size=-(-size // 2**20),
        most=LARGEST_BYTES // 2**20,
    )
