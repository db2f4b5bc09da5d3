"""The directions of texts and titles, determined once for each document, because a text never changes."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from annotator.domain.document import Direction, Document
from annotator.errors import MusnadError
from annotator.text.direction import agreed_direction, base_direction
from annotator.ui.i18n import MOST_SHOWN

if TYPE_CHECKING:
    from annotator.services.project import Project
    from annotator.store.documents import DocumentSummary


class Directions:
    """The directions of a project's documents; `shown` gives the document on the page, which need not be read."""

    def __init__(self, project: "Project", shown: Callable[[], Document | None]) -> None:
        self._project = project
        self._shown = shown
        self._of_texts: dict[str, Direction] = {}

    def of_text(self, document_id: str) -> Direction:
        """Return the direction in which a document's text itself runs."""
        if document_id not in self._of_texts:
            document = self._shown()
            if document is None or document.id != document_id:
                try:
                    document = self._project.document(document_id)
                except MusnadError:
                    # A list of many must not fail for one that is damaged: whoever opens that is told.
                    return "rtl"
            self._of_texts[document_id] = base_direction(document.text)
        return self._of_texts[document_id]

    def of_title(self, about: "Document | DocumentSummary") -> Direction:
        """Return the direction of a title: as its document was told, else as its letters agree, else the text's."""
        return about.direction or agreed_direction(about.title[:MOST_SHOWN]) or self.of_text(about.id)
