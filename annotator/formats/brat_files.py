"""The files in which brat keeps annotations: one `.ann` a text, or those of the BioNLP tasks that belong together."""

import posixpath
from collections.abc import Collection, Sequence
from contextlib import suppress

from annotator.errors import InputError
from annotator.formats.folder_sources import FilesBeside, ReadingFile, is_about_folder, stem

WHOLE = ".ann"
PARTS = (".a1", ".a2", ".rel", ".co")
"""The given annotations, those to be found, relations and coreference: files about one text with ids in common."""


def first_files(files: Sequence[str]) -> list[str]:
    """Return the file with which each reading of a folder begins, in the order of their names."""
    first: dict[str, str] = {}
    for suffix in (WHOLE, *PARTS):
        for name in files:
            if name.lower().endswith(suffix):
                first.setdefault(stem(name), name)
    return sorted(first.values())


def files_of(reading: ReadingFile, files: Sequence[str]) -> list[str]:
    """Return the files that hold the annotations of a reading, in the order in which they refer to each other.

    `files` are those of the folder, empty for a single file: then those beside it count as well.
    """
    begin, suffix = stem(reading.name), posixpath.splitext(reading.name)[1].lower()
    if suffix not in PARTS:
        return [reading.name]
    if files:
        return [name for one in PARTS for name in files if stem(name) == begin and name.lower().endswith(one)]
    return [name for name in (f"{begin}{one}" for one in PARTS) if name == reading.name or _is_there(reading, name)]


def with_texts(names: Sequence[str], files: Sequence[str]) -> list[str]:
    """Return those of the readings of a folder that can be read.

    Corpora hand out annotations of texts that they may not give, in a folder in which no reading has its text. One that
    misses among others is no such, and trouble; so is a folder without any text.
    """
    beside, held = FilesBeside(files, ".txt"), set(files)
    there = {posixpath.dirname(name) for name in names if beside.of(name) in held}
    return [name for name in names if posixpath.dirname(name) in there] if there else list(names)


def _is_there(reading: ReadingFile, name: str) -> bool:
    with suppress(InputError):
        reading.open(posixpath.basename(name)).close()
        return True
    return False


def unread_texts(files: Sequence[str], read: Collection[str]) -> list[str]:
    """Return the texts that lie among those with annotations and have none themselves."""
    folders = {posixpath.dirname(name) for name in read}
    return [
        name
        for name in files
        if name.lower().endswith(".txt")
        and name not in read
        and posixpath.dirname(name) in folders
        and not is_about_folder(name)
    ]
