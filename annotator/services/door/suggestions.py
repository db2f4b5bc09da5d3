"""The door's part about suggestions: what models propose, and what I take or refuse of it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from annotator.domain.document import Document
from annotator.domain.span import Part, Span
from annotator.services.door.marks import Marks
from annotator.store import annotations

if TYPE_CHECKING:
    from annotator.domain.search import Hit
    from annotator.services.readings import Progress
    from annotator.suggest.proposal import Proposal


class Suggestions(Marks):
    """Marks that nobody has made yet."""

    def suggestions(self, document_id: str) -> list[Span]:
        """What models propose on a document and I have not answered, in reading order; each place is there once."""
        with self.reading() as connection:
            proposed = annotations.suggestions(connection, document_id)
            if not proposed:
                return []
            from annotator.services.suggestions import open_suggestions

            return open_suggestions(connection, self._scheme, self._annotator, document_id, proposed)

    def put_suggestions(
        self, document: Document, answers: "Mapping[str, Sequence[Proposal]]", action: str | None = None
    ) -> tuple[str, dict[str, int]]:
        """Make each suggester's marks on a document these; the action, and how many each has there now.

        `action` is one to go on with, so that many documents are one undo step: a new one, or one that still
        stands. Where it was undone, another is begun.
        """
        from annotator.domain.ids import new_id
        from annotator.services.suggesting import edits_for

        counts = {}
        if action is None or action in self._history.redoable:
            action = new_id()
        with self.acting(action) as edits:
            for name, proposals in answers.items():
                counts[name], fresh = edits_for(
                    self._connection, self._scheme, document, name, proposals, self._annotator
                )
                edits += fresh
        return action, counts

    def accept(self, *suggestion_ids: str) -> list[Span]:
        """Take suggestions into my reading, with the links between them, as one action. Raises NotFoundError."""
        from annotator.services.suggestions import taken

        with self.acting() as edits:
            spans, fresh = taken(self._connection, self._scheme, self._annotator, suggestion_ids)
            edits += fresh
        return spans

    def reject(self, *suggestion_ids: str) -> None:
        """Refuse suggestions: they are not suggested to me any more, only to others. Raises NotFoundError."""
        from annotator.services.suggestions import refused

        with self.acting() as edits:
            edits += refused(self._connection, self._annotator, suggestion_ids)

    def everywhere(
        self, span_id: str, document_id: str | None = None, progress: "Progress | None" = None
    ) -> "list[Hit]":
        """Where else the words of one of my marks stand and are not marked so: whole words, clitics left outside.

        In one document, or (None) in all of them. Raises NotFoundError, or InputError for a mark in several parts.
        """
        from annotator.services.everywhere import places

        return list(places(self, self.span(span_id), document_id, progress))

    def annotate_many(
        self,
        places: Iterable[tuple[str, Part]],
        label: str,
        attributes: Mapping[str, str] | None = None,
        actor_id: str | None = None,
    ) -> list[Span]:
        """Mark many stretches alike, each in the document with this id, as one action; see `annotate`."""
        from annotator.services.everywhere import marked

        with self.acting() as edits:
            given = {**self._scheme.label(label).defaults, **(attributes or {})}
            pattern = Span(
                id="",
                document_id="",
                annotator=self._annotator,
                label=label,
                parts=(),
                attributes=given,
                actor_id=actor_id,
            )
            spans, fresh = marked(self._connection, self._scheme, pattern, places)
            edits += fresh
        return spans
