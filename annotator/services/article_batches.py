"""Articles of many files, read one by one and written many at a time: transactions take longer than all else."""

from collections.abc import Sequence

import msgspec

from annotator.domain.document import Document
from annotator.domain.ids import new_id
from annotator.services import articles
from annotator.services.door.file import ProjectFile
from annotator.services.gathering import merged_documents

MOST_FILES = 100
MOST_CODE_POINTS = 1_000_000
"""The most that waits to be written: all of it, or nothing, is lost with a machine that stops."""


class Written(msgspec.Struct, frozen=True):
    """The documents of one file that are `fresh` in the project, as they were read, and how many it `known`."""

    fresh: tuple[Document, ...]
    known: int


class ArticleBatch:
    """The articles of some files that are to be written next. What one import writes is undone in one step."""

    def __init__(self, file: ProjectFile) -> None:
        self._file = file
        self._action = new_id()
        self._waiting: list[Sequence[Document]] = []
        self._code_points = 0

    def add(self, made: Sequence[Document]) -> None:
        """Let the articles of one file wait, each id once. Raises InputError for what no article has."""
        articles.check(made)
        self._waiting.append(made)
        self._code_points += sum(len(one.text) for one in made)

    @property
    def is_full(self) -> bool:
        """Return whether it is time to write."""
        return len(self._waiting) >= MOST_FILES or self._code_points >= MOST_CODE_POINTS

    def write(self) -> list[Written]:
        """Write what waits in one transaction; what became of each file, in the order in which they were added.

        What cannot be written, or is cancelled, does not wait any more.
        """
        waiting, self._waiting, self._code_points = self._waiting, [], 0
        if not waiting:
            return []
        new = articles.take(self._file, merged_documents(one for made in waiting for one in made), self._action)
        told: list[Written] = []
        for made in waiting:
            fresh = tuple(one for one in made if one.id in new)
            new -= {one.id for one in fresh}
            told.append(Written(fresh, len(made) - len(fresh)))
        return told
