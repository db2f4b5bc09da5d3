"""The texts of a project as searches keep them while it is open: read and folded once, within a bound of memory."""

import threading
from collections.abc import Sequence

import msgspec

from annotator.domain.change import Changes
from annotator.domain.document import Direction
from annotator.services.door.file import ProjectFile
from annotator.store import full_text
from annotator.store.connection import Connection
from annotator.text.direction import base_direction
from annotator.text.searchable import SearchableText, searchable

MOST_KEPT_BYTES = 160_000_000
"""The most that is kept: some 20,000 articles. Texts beyond that are read again by each search."""
_OVERHEAD_BYTES = 1_500
"""The bytes that a text takes beside its characters: id, title, the way back to it, and their objects."""


class SearchedText(msgspec.Struct, gc=False):
    """A document with its text as a search keeps it; `given` is the direction that somebody gave it, or that was found.

    Nothing here leads back to itself, so that the collector of circles need not look at thousands of them.
    """

    id: str
    title: str
    given: Direction | None
    text: SearchableText

    @property
    def direction(self) -> Direction:
        """Return the way the document runs."""
        return self.prepare()

    def prepare(self) -> Direction:
        """Find out which way the document runs, where nobody said so, and keep it."""
        if self.given is None:
            self.given = base_direction(self.text.text)
        return self.given


class SearchedTexts:
    """Follows the documents of one project file."""

    def __init__(self, file: ProjectFile) -> None:
        self._kept: dict[str, SearchedText] = {}
        self._bytes = 0
        self._changes_heard = 0
        self._lock = threading.Lock()
        file.listen(self._follow)

    def _follow(self, changes: Changes) -> None:
        """Forget what is said of documents that have changed, or went."""
        if not changes.touches("documents"):
            return
        with self._lock:
            self._changes_heard += 1
            for document_id in changes.rows["documents"]:
                gone = self._kept.pop(document_id, None)
                self._bytes -= 0 if gone is None else _bytes_of(gone)

    def read(self, view: Connection, document_ids: Sequence[str]) -> list[SearchedText | None]:
        """Return these documents; None for one that went since it was found."""
        heard = self._changes_heard
        return [self._kept.get(one) or self._read(view, one, heard) for one in document_ids]

    def _read(self, view: Connection, document_id: str, heard: int) -> SearchedText | None:
        page = full_text.page(view, document_id)
        if page is None:
            return None
        made = SearchedText(page.id, page.title, page.direction, searchable(page.text))
        size = _bytes_of(made)
        with self._lock:
            # Somebody may have changed it since the view was opened.
            if heard == self._changes_heard and self._bytes + size <= MOST_KEPT_BYTES:
                self._kept[document_id] = made
                self._bytes += size
        return made


def _bytes_of(one: SearchedText) -> int:
    return one.text.size + _OVERHEAD_BYTES
