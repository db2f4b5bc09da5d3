"""Near-duplicates among the articles of a project: the same report, carried by several outlets.

Nothing of it is stored: it follows from the texts alone, so every copy of a project says the same. What was computed of
a text is kept as long as the project is open.
"""

from collections.abc import Mapping

from annotator.intake.near import Signature, groups, signatures
from annotator.services.door.file import ProjectFile
from annotator.services.progress import Progress
from annotator.store import documents

_BATCH = 200
"""Texts that are read together."""


class NearDuplicates:
    """Follows the articles of one project file."""

    def __init__(self, file: ProjectFile) -> None:
        self._file = file
        self._signatures: dict[str, Signature] = {}
        self._groups: tuple[tuple[str, ...], dict[str, str]] = ((), {})

    def groups(self, progress: Progress | None = None) -> Mapping[str, str]:
        """Return the group of each article that has near-duplicates: the id of the one that came first.

        `progress` may raise Cancelled.
        """
        known = self.signatures(progress)
        if self._groups[0] != tuple(known):
            self._groups = tuple(known), groups(known)
        return self._groups[1]

    def signatures(self, progress: Progress | None = None) -> dict[str, Signature]:
        """Return the signature of every article, in the order of import."""
        with self._file.reading() as view:
            ids = documents.ids(view)
        held = self._signatures
        missing = [id for id in ids if id not in held]
        for start in range(0, len(missing), _BATCH):
            if progress is not None:
                progress(start, len(missing), "")
            with self._file.reading() as view:
                texts = documents.texts(view, missing[start : start + _BATCH])
            held |= dict(zip(texts, signatures(texts.values()), strict=True))
        # An article may have gone while others were read.
        return {id: held[id] for id in ids if id in held}


def group_of(file: ProjectFile, progress: Progress | None = None) -> Mapping[str, str]:
    """Return the group of each article that has near-duplicates: the id of the one of them that came first.

    Articles that are no one's near-duplicates are not in it. Count groups instead of articles where a report is to
    count once, and keep a group in one part of a dataset.
    """
    return file.companion(NearDuplicates).groups(progress)
