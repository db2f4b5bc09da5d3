"""The documents of an open project in the order of import, without their texts; read again only after a change."""

from typing import TYPE_CHECKING

from msgspec.structs import replace

from annotator.domain.change import Changes

if TYPE_CHECKING:
    from annotator.services.project import Project
    from annotator.store.documents import DocumentSummary

FEW = 20
"""More changed documents than this are read together with all others."""


class Listing:
    """The order and the filter of the list of documents, and the place of a document in it."""

    def __init__(self, project: "Project") -> None:
        self._project = project
        self._summaries: list[DocumentSummary] | None = None
        self._places: tuple[list[DocumentSummary], dict[str, int]] | None = None

    def summaries(self) -> list["DocumentSummary"]:
        """Return a line for each document."""
        if self._summaries is None:
            self._summaries = self._project.summaries(counted=False)
        return self._summaries

    def place(self, document_id: str) -> int:
        """Return where a document stands, from 0; -1 if it is not here."""
        summaries = self.summaries()
        if self._places is None or self._places[0] is not summaries:
            self._places = summaries, {item.id: place for place, item in enumerate(summaries)}
        return self._places[1].get(document_id, -1)

    def forget(self) -> None:
        """Read everything again when it is next asked for."""
        self._summaries = None

    def follow(self, changes: Changes) -> None:
        """Follow a change: a new status is one line of thousands, anything else about documents concerns them all."""
        if self._summaries is None or changes.touches("documents", "origins") or len(changes.documents) > FEW:
            self.forget()
            return
        status = {document_id: self._project.status(document_id) for document_id in changes.documents}
        self._summaries = [
            replace(item, status=status[item.id]) if item.id in status else item for item in self._summaries
        ]
