"""The door's part about suggestions: what models propose, and what I take or refuse of it."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from annotator.domain.document import Document
from annotator.domain.span import Span
from annotator.services.door.file import ProjectFile

if TYPE_CHECKING:
    from annotator.suggest.proposal import Proposal


class Suggestions(ProjectFile):
    """Marks that nobody has made yet."""

    def suggestions(self, document_id: str) -> list[Span]:
        """What every model proposes on a document, in reading order."""
        from annotator.store import annotations

        with self.reading() as connection:
            return annotations.suggestions(connection, document_id)

    def put_suggestions(self, document: Document, answers: "Mapping[str, Sequence[Proposal]]") -> dict[str, int]:
        """Make each suggester's marks on a document these, as one action; how many each has there now."""
        from annotator.services.suggesting import edits_for

        counts = {}
        with self._acting() as edits:
            for name, proposals in answers.items():
                counts[name], fresh = edits_for(self._connection, document, name, proposals, self._annotator)
                edits += fresh
        return counts

    def accept(self, *suggestion_ids: str) -> list[Span]:
        """Take suggestions into my reading, with the links between them, as one action. Raises NotFoundError."""
        from annotator.services.suggesting import taken

        with self._acting() as edits:
            spans, fresh = taken(self._connection, self._scheme, self._annotator, suggestion_ids)
            edits += fresh
        return spans

    def reject(self, *suggestion_ids: str) -> None:
        """Refuse suggestions: they go, and are not suggested to me again. Raises NotFoundError."""
        from annotator.services.suggesting import refused

        with self._acting() as edits:
            edits += refused(self._connection, self._annotator, suggestion_ids)
