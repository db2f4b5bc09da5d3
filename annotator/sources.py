"""Opening files that somebody names: regular files only, so that nothing is read that waits or never ends."""

import os
from pathlib import Path
from typing import BinaryIO

from annotator import held, paths
from annotator.errors import InputError, MusnadError


def opened(path: Path, error_type: type[MusnadError] = InputError) -> BinaryIO:
    """Open a regular file for reading bytes; read from it within `paths.told`.

    Raises `error_type`, naming the file and the mend, for a folder, a device, a pipe, a file that the system makes
    while it is read (below /proc), a name that no file can have, and a file that may not be read.
    """
    match paths.kind(path, error_type):
        case "folder":
            raise error_type("{path} is a folder; name the files in it.", path=path)
        case "device":
            raise error_type("{path} is a device or a pipe, not a file; save what it gives to a file.", path=path)
    if held.is_held(path):
        # Closing it again would take SQLite's locks away.
        raise error_type("{path} is the project that is open, and nothing to be read into one.", path=path)
    with paths.told(path, "read", error_type):
        stream = path.open("rb")
        try:
            if _is_made_up(stream.fileno()):
                raise error_type("{path} is made by the system, not a file; save what it gives to a file.", path=path)
        except BaseException:
            stream.close()
            raise
    return stream


def load(path: Path, most: int, error_type: type[MusnadError] = InputError) -> bytes:
    """Return the content of a regular file, but at most `most` + 1 bytes: one more than allowed shows.

    Raises `error_type` as `opened` does.
    """
    with paths.told(path, "read", error_type), opened(path, error_type) as stream:
        return stream.read(most + 1)


def _is_made_up(handle: int) -> bool:
    """Return whether a file says that it is empty and is not: /proc/kmsg waits for its next line for ever."""
    if os.fstat(handle).st_size or not hasattr(os, "set_blocking"):
        return False
    os.set_blocking(handle, False)
    try:
        filled = bool(os.read(handle, 1))
    except BlockingIOError:
        filled = True
    os.lseek(handle, 0, os.SEEK_SET)
    return filled and not os.fstat(handle).st_size
