"""Writing files whole: under a temporary name beside the target, flushed to the disk, then renamed."""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from annotator import paths
from annotator.drafts import draft_file
from annotator.errors import InputError
from annotator.store.protected import refuse_overwriting


@contextlib.contextmanager
def written_whole(path: Path) -> Iterator[BinaryIO]:
    """A stream whose content becomes the file at `path` when the block ends well; until then nothing changes.

    A file that is there is replaced and keeps its permissions; a project, its companions and its backups are never
    replaced. A device or pipe (`/dev/stdout`) is written to directly. Raises InputError that names the file and the
    mend.
    """
    with paths.told(path, "written"):
        check_target(path)
        if paths.kind(path) == "device":
            with path.open("wb") as stream:
                yield stream
            return
        target = paths.resolved(path)
        with draft_file(target.parent) as (draft, stream):
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
            # Writing may take long: a project may have come there meanwhile.
            check_target(path)
            if target.exists():
                draft.chmod(target.stat().st_mode & 0o7777)
            stream.close()
            draft.replace(target)
        _flush_folder(target.parent)


def check_target(path: Path) -> None:
    """Raise InputError unless a file may be written to `path`; a file that is no project's may be replaced."""
    with paths.told(path, "written"):
        if paths.kind(path, doing="written") == "folder":
            raise InputError("{path} is a folder; name a file in it.", path=path)
        # Through a link, so that what it leads to is replaced, and not the link.
        refuse_overwriting(paths.resolved(path))


def remove_written(path: Path) -> None:
    """Remove a file that an earlier run wrote, if it is there. Raises InputError."""
    if paths.kind(path) == "file":
        with paths.told(path, "written"):
            check_target(path)
            path.unlink()


def _flush_folder(folder: Path) -> None:
    """Make the new name last; systems that cannot do that to a folder keep names safe in their own way."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
