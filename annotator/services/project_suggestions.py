"""The door's part for what models propose: each method is a line that leads to its use case."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from annotator.domain.search import Hit
from annotator.domain.span import Span
from annotator.services.door.meeting import Meeting
from annotator.services.lazily import LazyModule

if TYPE_CHECKING:
    from annotator.services import everywhere, learning, suggesting, suggestions, uncertain
    from annotator.services.learning import Learning
    from annotator.services.progress import Progress
    from annotator.services.suggesting import SuggestReport
    from annotator.services.suggestions import SuggestedAttribution
    from annotator.services.taking_suggestions import SuggestionPreview
    from annotator.services.uncertain import UncertainSuggestion
else:
    everywhere = LazyModule("annotator.services.everywhere")
    learning = LazyModule("annotator.services.learning")
    suggesting = LazyModule("annotator.services.suggesting")
    suggestions = LazyModule("annotator.services.suggestions")
    uncertain = LazyModule("annotator.services.uncertain")


class SuggestionsDoor(Meeting):
    """The suggestions in an open project."""

    def suggest(
        self,
        using: Sequence[str] | None = None,
        documents: Sequence[str] | None = None,
        progress: "Progress | None" = None,
    ) -> "SuggestReport":
        """Let suggesters (None: all) read documents (None: all); see `suggesting.run`."""
        return suggesting.run(self, using, documents, progress)

    def learn(self, progress: "Progress | None" = None) -> "Learning":
        """Let the suggester `learned` learn from the marks of this project, and measure it (`learning.learn`)."""
        return learning.learn(self, progress)

    def learning(self) -> "Learning | None":
        """Return when it last learned, from how much, and how good it is on held-out articles; None: it has not."""
        return learning.last(self)

    def uncertain(self, progress: "Progress | None" = None) -> "list[UncertainSuggestion]":
        """Return what `learned` proposes and I have not answered, everywhere, the least sure first."""
        return uncertain.ranked(self, progress)

    def suggestions(self, document_id: str) -> list[Span]:
        """Return what models propose on a document and I have not answered, in reading order."""
        return suggestions.unanswered_on(self, document_id)

    def suggested_attributions(self, document_id: str) -> "list[SuggestedAttribution]":
        """Return the same suggestions as what is taken together: a claim with its source and cue, or one alone."""
        return suggestions.attributions_on(self, document_id)

    def preview_suggestion(self, suggestion_id: str, *, alone: bool = False) -> "SuggestionPreview":
        """Return the marks and links that `accept` would store, without storing them (`suggestions.preview`)."""
        return suggestions.preview(self, suggestion_id, alone=alone)

    def accept(self, *suggestion_ids: str, alone: bool = False) -> list[Span]:
        """Take suggestions, a claim with its source and cue unless `alone`, as one action (`suggestions.accept`)."""
        return suggestions.accept(self, suggestion_ids, alone=alone)

    def reject(self, *suggestion_ids: str, alone: bool = False) -> None:
        """Refuse suggestions, a claim with its cue unless `alone`, now and later (`suggestions.reject`)."""
        suggestions.reject(self, suggestion_ids, alone=alone)

    def everywhere(self, span_id: str, document_id: str | None = None, progress: "Progress | None" = None) -> list[Hit]:
        """Return where else the words of one of my marks stand and are not marked so (`everywhere.places`)."""
        return list(everywhere.places(self, span_id, document_id, progress))
