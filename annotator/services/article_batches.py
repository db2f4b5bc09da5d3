"""Articles of many files, read one by one and written many at a time: transactions take longer than all else."""

from collections.abc import Sequence

from annotator.domain.document import Document
from annotator.domain.ids import new_id
from annotator.services import articles
from annotator.services.door.file import ProjectFile
from annotator.services.gathering import merged_documents
from annotator.text.visual_order import looks_visual

MOST_FILES = 100
MOST_CODE_POINTS = 1_000_000
"""The most that waits to be written: all of it, or nothing, is lost with a machine that stops."""


class ArticleBatch:
    """The articles of some files that are to be written next. What one import writes is undone in one step.

    Of what was written, `added` counts the new documents, `known` those that were there, and `visual` names the new
    ones that seem to stand in visual order.
    """

    def __init__(self, file: ProjectFile) -> None:
        self._file = file
        self._action = new_id()
        self._waiting: list[Sequence[Document]] = []
        self._code_points = 0
        self.added = self.known = 0
        self.visual: list[str] = []

    def add(self, made: Sequence[Document]) -> None:
        """Let the articles of one file wait, each id once. Raises InputError for what no article has."""
        articles.check(made)
        self._waiting.append(made)
        self._code_points += sum(len(one.text) for one in made)

    @property
    def is_full(self) -> bool:
        """Return whether it is time to write."""
        return len(self._waiting) >= MOST_FILES or self._code_points >= MOST_CODE_POINTS

    def write(self) -> None:
        """Write what waits in one transaction. What cannot be written, or is cancelled, does not wait any more."""
        waiting, self._waiting, self._code_points = self._waiting, [], 0
        if not waiting:
            return
        new = articles.take(self._file, merged_documents(one for made in waiting for one in made), self._action)
        for made in waiting:
            fresh = tuple(one for one in made if one.id in new)
            new -= {one.id for one in fresh}
            self.added += len(fresh)
            self.known += len(made) - len(fresh)
            self.visual += [one.id for one in fresh if looks_visual(one.text)]
