"""Musnad: mark who says what about whom in right-to-left news.

`from annotator import Project` is the door for scripts; it imports no Qt.
"""

from typing import TYPE_CHECKING

from annotator.version import __version__

if TYPE_CHECKING:
    from annotator.services.project import Project

__all__ = ["Project", "__version__"]


def __getattr__(name: str) -> object:
    # Late, so that `musnad --help` and the start of the window do not pay for what they do not use.
    if name == "Project":
        from annotator.services.project import Project

        return Project
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
