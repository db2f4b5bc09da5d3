"""Writing files whole: under a temporary name beside the target, flushed to the disk, then renamed."""

import contextlib
import errno
import os
import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from annotator.errors import InputError

FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
READ_ONLY = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


@contextlib.contextmanager
def written_whole(path: Path) -> Iterator[BinaryIO]:
    """A stream whose content becomes the file at `path` when the block ends well; until then nothing changes.

    A file that is there is replaced and keeps its permissions. A device or pipe (`/dev/stdout`) is written to
    directly. Raises InputError that names the file and the mend.
    """
    with _told(path):
        if path.is_dir():
            raise InputError("{path} is a folder; name a file in it.", path=path)
        if path.exists() and not path.is_file():
            with path.open("wb") as stream:
                yield stream
            return
        # Through a link, so that what it leads to is replaced, and not the link.
        target = Path(os.path.realpath(path))
        # A short name of its own: the target's may be as long as the system allows.
        draft = target.with_name(f".musnad-{secrets.token_hex(8)}.part")
        try:
            with draft.open("xb") as stream:
                yield stream
                stream.flush()
                os.fsync(stream.fileno())
            if target.exists():
                draft.chmod(target.stat().st_mode & 0o7777)
            draft.replace(target)
        finally:
            with contextlib.suppress(OSError):
                draft.unlink(missing_ok=True)
        _flush_folder(target.parent)


def _flush_folder(folder: Path) -> None:
    """Make the new name last; systems that cannot do that to a folder keep names safe in their own way."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextlib.contextmanager
def _told(path: Path) -> Iterator[None]:
    """Turn what the system says about writing `path` into what a person can act on."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise _explained(error, path) from error


def _explained(error: OSError, path: Path) -> InputError:
    folder = path.absolute().parent
    if error.errno in FULL:
        return InputError(
            "The disk is full: {path} was not written. Free some space, or write it elsewhere.", path=path
        )
    if error.errno in READ_ONLY:
        return InputError(
            "{path} cannot be written: it or its folder {folder} is read-only. Choose another folder.",
            path=path,
            folder=folder,
        )
    if error.errno == errno.ENOENT and not folder.is_dir():
        return InputError("There is no folder {folder}. Make it first.", folder=folder)
    return InputError("{path} cannot be written: {reason}.", path=path, reason=error.strerror or str(error))
