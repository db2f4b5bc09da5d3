"""The documents that a search looks through, a page at a time, in the order of documents."""

from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from annotator.domain.change import Changes
from annotator.services.door.file import ProjectFile
from annotator.store import full_text
from annotator.store.connection import Connection

FIRST_PAGE, LAST_PAGE = 32, 2_048
"""Candidates that are asked for at first, and at most at once: who wants fifty hits often needs no more than a few."""

RankedDocument = tuple[int, int, str]
"""The number of those before one, of how many (the candidates if they are few, else all documents), and its id."""


class DocumentOrder:
    """Knows the numbers of a project's documents in the index of texts; read again when documents come or go."""

    def __init__(self, file: ProjectFile) -> None:
        self._numbers: array[int] | None = None
        self._is_read = False
        file.listen(self._follow)

    def _follow(self, changes: Changes) -> None:
        if changes.touches("documents"):
            self._is_read = False

    def numbers(self, view: Connection) -> "array[int] | None":
        """Return the numbers in the order of documents; None where they do not ascend, as after a merge."""
        if not self._is_read:
            read = full_text.numbers(view)
            self._numbers, self._is_read = None if read is None else array("q", read), True
        return self._numbers


def candidates(file: ProjectFile, alternatives: Sequence[Sequence[str]]) -> Iterator[RankedDocument]:
    """Yield the documents that may hold one of these folded forms (`full_text.candidates`), in their order."""
    order = file.companion(DocumentOrder)
    with file.reading() as view:
        numbers = order.numbers(view)
        found = full_text.candidates(view, alternatives) if numbers is None else ()
    if numbers is None:
        yield from ((place, len(found), one) for place, one in enumerate(found))
        return
    behind, most = 0, FIRST_PAGE
    while True:
        with file.reading() as view:
            page = full_text.candidates_after(view, alternatives, behind, most)
        few = len(page) if behind == 0 and len(page) < most else None
        for place, (behind, document_id) in enumerate(page):
            yield (place, few, document_id) if few else (bisect_left(numbers, behind), len(numbers), document_id)
        if len(page) < most:
            return
        most = min(4 * most, LAST_PAGE)
