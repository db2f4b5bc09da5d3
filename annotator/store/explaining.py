"""The errors of SQLite and of the system, as a person can act on them."""

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import msgspec

from annotator import paths
from annotator.errors import BusyError, InputError, MusnadError, ProjectError
from annotator.store.rows import BrokenRowError
from annotator.store.soundness import broken, damaged

_OTHER_FORMAT = "unsupported file format"
"""SQLite's message for a format number that it does not know."""
_NO_TEXT = "Could not decode to UTF-8"
"""The beginning of Python's sqlite3 message for the same."""
_NO_JSON = "malformed JSON"
"""The message of SQLite's JSON functions, under the same code as of a faulty statement."""
_NO_PATH = ("JSON path error", "bad JSON path")
"""The beginnings of their messages for a path that is none."""
_BROKEN_INDEX = ("invalid fts5 file format", "fts5: corruption", "vtable constructor failed: documents_fts")
"""SQLite's messages for a broken search index, under that code, too."""


@contextlib.contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn what SQLite and the system say about `path` into what a person can act on.

    Whatever else SQLite says (a faulty statement, a value that a table refuses) is a bug, and is raised as it is.
    """
    try:
        yield
    except MusnadError:
        raise
    except sqlite3.Error as error:
        explained = _explained(error, path)
        if explained is None:
            raise
        try:
            raise explained from error
        finally:
            # With its own traceback it would be a circle, which keeps the statements open that had failed.
            del explained
    except MemoryError as error:
        # A torn page may claim to hold gigabytes.
        raise damaged(path, "reading it takes more memory than there is") from error
    except UnicodeEncodeError as error:
        # Not what the file holds, but what somebody asks of it: half a character is no text.
        raise InputError("{text!r} is no text: it holds half of a character.", text=error.object) from error
    except UnicodeDecodeError as error:
        # SQLite quotes a part of the schema that is no text.
        raise damaged(path, "its schema is not UTF-8") from error
    except (BrokenRowError, msgspec.DecodeError) as error:
        raise broken(path, str(error)) from error
    except OSError as error:
        raise paths.explained(error, path, "written", ProjectError) from error


def contradicts(error: Exception) -> bool:
    """Return True if an action was refused because of other rows of the file, so that trying again is no use."""
    return isinstance(error, sqlite3.IntegrityError)


def _explained(error: sqlite3.Error, path: Path) -> ProjectError | None:
    """Return the error as a person can mend it; None for a bug."""
    extended = getattr(error, "sqlite_errorcode", 0)
    code = extended & 0xFF
    if code == sqlite3.SQLITE_FULL:
        return ProjectError(
            "The disk is full: the last action was not saved, everything before it is. Free some space and repeat it."
        )
    if code == sqlite3.SQLITE_IOERR:
        return ProjectError(
            "The disk did not take the data ({reason}): the last action was not saved, everything before it is. "
            "Check the disk and its free space, then repeat it.",
            reason=str(error),
        )
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_PROTOCOL):
        return BusyError("{name} is being written by another program. Close it there and try again.", name=path.name)
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
        return ProjectError(
            "{name} cannot be written: the file or its folder is read-only. Copy it to a folder of your own.",
            name=path.name,
        )
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_TOOBIG, sqlite3.SQLITE_NOMEM):
        return damaged(path, str(error))
    if code == sqlite3.SQLITE_INTERRUPT:
        return damaged(path, "reading it does not come to an end")
    if str(error).startswith(_NO_TEXT):
        # What stands in it is no help, and may be a whole article.
        return damaged(path, "a text in it is not UTF-8")
    if str(error).startswith(_OTHER_FORMAT):
        return damaged(path, str(error))
    if str(error) == _NO_JSON or str(error).startswith(_NO_PATH):
        return broken(path, "a value in it is no JSON")
    if str(error).startswith(_BROKEN_INDEX):
        return broken(path, "its search index")
    if extended == sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY:
        return ProjectError(
            "This cannot be done, because other work in the project rests on it ({reason}).",
            reason=str(error),
        )
    return None
