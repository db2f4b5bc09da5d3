"""Checking a whole project file."""

from annotator.services.door.file import ProjectFile
from annotator.store import check


def problems(file: ProjectFile) -> list[str]:
    """Return what does not hold in this file, a line each; an empty list is good news. Changes nothing.

    Actions that wait to be written are not in the file yet, and not looked at.
    """
    with file.apart() as view:
        return check.problems(view, file.scheme)
