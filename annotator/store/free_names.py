"""Names for what is made beside a project file: never one that is taken, never one that the system refuses."""

import itertools
import os
from pathlib import Path

from annotator.paths import NAME_BYTES

COMPANION_ROOM = len("-journal")
"""Bytes that the longest name of a companion adds to a project's."""
PATH_BYTES = 504
"""The most bytes of a whole path that SQLite opens (512) with the longest ending of its companions."""
DRAFT_BYTES = len("/.musnad-0123456789abcdef.part/draft")
"""Bytes that the draft of a project, in which it is made whole, adds to the path of its folder."""


def free_name(path: Path, what: str, ending: str = "", folder: Path | None = None) -> Path:
    """Return a path that nothing has yet, `STEM.WHAT.SUFFIX` or with a number after WHAT, in the file's folder.

    `ending` follows the suffix. A stem that leaves no room is cut. What bears a name, broken links too, is never taken.
    """
    folder = path.parent if folder is None else folder
    most = NAME_BYTES if ending else NAME_BYTES - COMPANION_ROOM
    for number in itertools.count(1):
        tail = f".{what}{'' if number == 1 else f'-{number}'}{path.suffix}{ending}"
        name = folder / (cut(path.stem, most - len(os.fsencode(tail))) + tail)
        if not os.path.lexists(name):
            return name
    raise AssertionError("there are no more numbers")


def cut(text: str, most: int) -> str:
    """Return the beginning of a name that takes at most `most` bytes, in whole letters."""
    while len(os.fsencode(text)) > most:
        text = text[:-1]
    return text
