"""Looking at what a path leads to, and saying what is in the way: the one place that asks the system about paths.

Whatever a path may be (in a folder that may not be entered, too long, a loop of links, no name at all), callers get
an answer or one MusnadError that names the true cause and the mend.
"""

import contextlib
import errno
import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from annotator.errors import InputError, MusnadError
from annotator.visible import printable

PathKind = Literal["missing", "file", "folder", "device"]
Doing = Literal["read", "written"]

FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
REFUSED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)
NAME_BYTES = 255
"""The most bytes of one name on the file systems of Linux, macOS and Windows."""


def kind(path: str | Path, error_type: type[MusnadError] = InputError, doing: Doing = "read") -> PathKind:
    """Return what `path` leads to, through links; "device" is a pipe, socket or device.

    Raises `error_type` where the system does not say.
    """
    try:
        mode = Path(path).stat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return "missing"
    except (OSError, ValueError) as error:
        raise explained(error, path, doing, error_type) from error
    if stat.S_ISREG(mode):
        return "file"
    return "folder" if stat.S_ISDIR(mode) else "device"


def is_file(path: str | Path) -> bool:
    """Return whether a regular file can be seen at `path`."""
    try:
        return kind(path) == "file"
    except MusnadError:
        return False


def allows(path: Path, mode: int) -> bool:
    """Return whether the system lets us do `mode` (os.R_OK, os.W_OK, os.X_OK) with what is at `path`."""
    return os.access(path, mode, effective_ids=os.access in os.supports_effective_ids)


def exists(path: str | Path) -> bool:
    """Return whether something can be seen at `path`; what the system does not let us see is not there for us."""
    try:
        return kind(path) != "missing"
    except MusnadError:
        return False


def check_room(path: Path, room: int, error_type: type[MusnadError] = InputError) -> None:
    """Raise `error_type` unless a file can be made at `path`: its folder is there, its name `room` bytes short enough.

    `room`: bytes that companions of the file append to its name.
    """
    found = _in_the_way(path)
    if found is None and len(os.fsencode(path.name)) > NAME_BYTES - room:
        found = _too_long(path, "written", NAME_BYTES - room)
    if found is not None:
        raise error_type(found.template, **found.fields)


def resolved(path: Path) -> Path:
    """Return `path` without links, as far as they can be followed; never raises for what a disk holds."""
    try:
        return Path(os.path.realpath(path))
    except (OSError, ValueError):
        return _absolute(path)


def home() -> Path | None:
    """Return the person's folder, or None where the system knows none (a container's user without an entry)."""
    try:
        return Path.home()
    except RuntimeError:
        return None


def expanded(path: str) -> Path:
    """Return the path with `~` filled in, where the system knows whose folder is meant."""
    try:
        return Path(path).expanduser()
    except RuntimeError:
        return Path(path)


def is_address(text: str) -> bool:
    """Return whether this is an address (`https://…`, `ftp://…`), and neither a path nor the URI of a file."""
    return _ADDRESS.match(text) is not None and of_uri(text) is None


def of_uri(text: str) -> Path | None:
    """Return the path of a file's URI (`file:///…`), as file managers and desktops give it; None for other words."""
    if not text.lower().startswith("file://"):
        return None
    # Not at the top: a start with a project's name need not know of URIs.
    from urllib.parse import unquote_to_bytes, urlsplit

    try:
        parts = urlsplit(text)
    except ValueError:
        return None
    is_here = parts.netloc.lower() in ("", "localhost") and not (parts.query or parts.fragment)
    return Path(os.fsdecode(unquote_to_bytes(parts.path))) if is_here else None


@contextlib.contextmanager
def told(path: str | Path, doing: Doing = "read", error_type: type[MusnadError] = InputError) -> Iterator[None]:
    """Raise `error_type`, in words for a person, where the system refuses `path` inside the block."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise explained(error, path, doing, error_type) from error
    except ValueError as error:
        # What no path may hold; any other ValueError is somebody else's.
        if not is_impossible(path):
            raise
        raise explained(error, path, doing, error_type) from error


@contextlib.contextmanager
def making(path: Path, error_type: type[MusnadError] = InputError) -> Iterator[None]:
    """Raise `error_type`, in words for a person, where a file or folder at `path` cannot be made inside the block."""
    try:
        yield
    except (OSError, ValueError) as error:
        if isinstance(error, ValueError) and not is_impossible(path):
            raise
        cause = explained(error, path, "written")
        found = InputError(
            "{path} cannot be made: {reason}. {cause}", path=printable(path), reason=reason(error), cause=cause
        )
        raise found if error_type is InputError else error_type(found.template, **found.fields) from error


def is_impossible(path: str | Path) -> bool:
    """Return whether no file system could hold such a name: NUL, or half a character."""
    try:
        return b"\0" in os.fsencode(path)
    except UnicodeEncodeError:
        return True


def explained(
    error: OSError | ValueError,
    path: str | Path | int | None,
    doing: Doing = "read",
    error_type: type[MusnadError] = InputError,
) -> MusnadError:
    """Return what the system's answer about `path` means to a person, and what helps."""
    if path is None or isinstance(path, int):
        found = InputError("The system refuses: {reason}.", reason=reason(error))
    elif is_impossible(path):
        found = InputError("{path!r} is not the name of a file. Choose another name.", path=str(path))
    else:
        found = _named(error, Path(os.fsdecode(path)), doing)
    return found if error_type is InputError else error_type(found.template, **found.fields)


def _named(error: OSError | ValueError, path: Path, doing: Doing) -> InputError:
    code = error.errno if isinstance(error, OSError) else None
    shown = printable(path)
    if code == errno.ENAMETOOLONG:
        return _too_long(path, doing)
    if code == errno.ELOOP:
        return InputError("{path} is a link that leads back to itself. Name the file that is meant.", path=shown)
    if code == errno.ENOENT and doing == "read":
        return InputError("There is no file {path}.", path=shown)
    if code in (errno.EACCES, errno.EPERM, errno.ENOTDIR, errno.ENOENT) and (found := _in_the_way(path)) is not None:
        return found
    if code == errno.EEXIST:
        return InputError("{folder} is a file and not a folder. Name a folder.", folder=shown)
    if code == errno.EISDIR:
        return InputError("{path} is a folder; name a file in it.", path=shown)
    return _refused(error, path, doing)


def _refused(error: OSError | ValueError, path: Path, doing: Doing) -> InputError:
    """Return the error for a refusal that concerns only reading, or only writing."""
    code = error.errno if isinstance(error, OSError) else None
    shown = printable(path)
    if doing == "read":
        if code in REFUSED:
            return InputError(
                "{path} cannot be read: {reason}. It may not be read by you; ask its owner for permission.",
                path=shown,
                reason=reason(error),
            )
        return InputError("{path} cannot be read: {reason}.", path=shown, reason=reason(error))
    if code in FULL:
        return InputError(
            "The disk is full: {path} was not written. Free some space, or write it elsewhere.", path=shown
        )
    if code in REFUSED:
        return InputError(
            "{path} cannot be written: it or its folder {folder} is read-only. Choose another folder.",
            path=shown,
            folder=printable(_absolute(path).parent),
        )
    return InputError("{path} cannot be written: {reason}. Choose another place.", path=shown, reason=reason(error))


def _too_long(path: Path, doing: Doing, most: int = NAME_BYTES) -> InputError:
    long = next((name for name in path.parts if len(os.fsencode(name)) > most), None)
    if long is None:
        return InputError(
            "The path {path} is too long for the system. Use a folder nearer to the top.", path=printable(path)
        )
    name, size = printable(long), len(os.fsencode(long))
    if doing == "read":
        return InputError(
            "{name} is no file: a name has at most {most} bytes, and this one {size}.", name=name, most=most, size=size
        )
    return InputError(
        "{name} cannot be written: the name is too long, {size} bytes where {most} are allowed (an Arabic letter takes "
        "two). Choose a shorter one.",
        name=name,
        size=size,
        most=most,
    )


def _in_the_way(path: Path) -> InputError | None:
    """Return the error for the topmost folder above `path` that is in the way, or None."""
    for folder in reversed(_absolute(path).parents):
        try:
            mode = folder.stat().st_mode
        except FileNotFoundError:
            return InputError("There is no folder {folder}. Make it first.", folder=printable(path.parent))
        except OSError:
            return None
        shown = printable(_as_given(folder, path))
        if not stat.S_ISDIR(mode):
            return InputError("{folder} is a file and not a folder. Name a folder.", folder=shown)
        if not allows(folder, os.X_OK):
            return InputError(
                "The folder {folder} may not be entered by you. Ask its owner for permission, or use another folder.",
                folder=shown,
            )
    return None


def _as_given(folder: Path, path: Path) -> Path:
    """The folder as the person wrote it, where they wrote a path from where they are."""
    parents = [folder] if path.is_absolute() else [*path.parents]
    return next((one for one in parents if _absolute(one) == folder), folder)


def _absolute(path: Path) -> Path:
    try:
        return path.absolute()
    except OSError:
        # The folder that we are in was taken away.
        return path


def reason(error: OSError | ValueError) -> str:
    """Return the system's own words for what went wrong."""
    return (error.strerror if isinstance(error, OSError) else None) or str(error)
