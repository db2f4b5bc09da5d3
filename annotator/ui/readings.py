"""The readings of the document on the page: mine, what models suggest, and those that are compared with mine."""

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

import msgspec

from annotator.domain.change import Changes
from annotator.domain.relation import Relation
from annotator.domain.span import Span
from annotator.errors import NotFoundError

if TYPE_CHECKING:
    from annotator.services.project import Project
    from annotator.services.suggestions import SuggestedAttribution
    from annotator.services.taking_suggestions import SuggestionPreview

TABLES = ("spans", "relations", "refusals", "annotation_sets", "assignments")
"""The tables that readings are read from, and those that say whose may be seen."""
FEW = 20
"""More changed marks than this are read together with all others."""


class SpanSelection(msgspec.Struct, frozen=True):
    """A span of one annotator's reading that is selected."""

    annotator: str
    span: str


class ShownReading(msgspec.Struct):
    """The marks of one annotator on the document on the page, in reading order; of a model, those that are open."""

    annotator: str
    spans: list[Span] = []
    relations: list[Relation] = []
    _found: tuple[list[Span], dict[str, Span]] | None = None

    @property
    def by_id(self) -> dict[str, Span]:
        """Return the spans by their ids."""
        if self._found is None or self._found[0] is not self.spans:
            self._found = self.spans, {span.id: span for span in self.spans}
        return self._found[1]

    def put(self, span: Span) -> None:
        """Take in a span, or another state of one."""
        self.drop(span.id)
        by_id, spans = self.by_id, list(self.spans)
        insort(spans, span, key=reading_order)
        by_id[span.id] = span
        self.spans, self._found = spans, (spans, by_id)

    def drop(self, span_id: str) -> None:
        """Take a span out, if it is here."""
        by_id, spans = self.by_id, list(self.spans)
        if (span := by_id.pop(span_id, None)) is not None:
            del spans[bisect_left(spans, reading_order(span), key=reading_order)]
            self.spans, self._found = spans, (spans, by_id)


class Readings:
    """Reads what a project holds of one document, and keeps it true; unchanged spans stay the same objects."""

    def __init__(self, project: "Project") -> None:
        self._project = project
        self.mine = ShownReading(project.annotator)
        self.compared: tuple[ShownReading, ...] = ()
        """The whole readings of others that are shown beside mine."""
        self.suggestions: list[Span] = []
        """The open suggestions of models, in reading order; one of several in the same place."""
        self._models: tuple[ShownReading, ...] = ()
        self._attributions: list[SuggestedAttribution] | None = None
        self._previews: dict[str, SuggestionPreview] = {}

    def __iter__(self) -> Iterator[ShownReading]:
        """Yield mine, then the compared ones, then those of models that propose something."""
        yield self.mine
        yield from self.compared
        yield from self._models

    def held(self, span_id: str) -> Span | None:
        """Return the span with this id, of whichever reading has it."""
        return next((span for one in self if (span := one.by_id.get(span_id)) is not None), None)

    def find(self, span_id: str | None) -> SpanSelection | None:
        """Return the selection of a span, by the first reading that has it; None for a span of no reading here."""
        if span_id is None:
            return None
        return next((SpanSelection(one.annotator, span_id) for one in self if span_id in one.by_id), None)

    def span(self, selection: SpanSelection | None) -> Span | None:
        """Return the span that is selected, if it is still here."""
        if selection is None:
            return None
        held = (one.by_id.get(selection.span) for one in self if one.annotator == selection.annotator)
        return next(filter(None, held), None)

    def suggested(self, selection: SpanSelection | None) -> Span | None:
        """Return the open suggestion that is selected."""
        if selection is None:
            return None
        held = (one.by_id.get(selection.span) for one in self._models if one.annotator == selection.annotator)
        return next(filter(None, held), None)

    @property
    def attributions(self) -> "list[SuggestedAttribution]":
        """Return the open suggestions as what is taken together, in reading order; read when first asked for."""
        if self._attributions is None:
            shown = self.suggestions[0].document_id if self.suggestions else None
            self._attributions = self._project.suggested_attributions(shown) if shown is not None else []
        return self._attributions

    def attribution(self, span: Span) -> "SuggestedAttribution | None":
        """Return the attribution that a suggestion is part of."""
        return next((one for one in self.attributions if span.id in {part.id for part in one.spans}), None)

    def confidence(self, span: Span) -> float:
        """Return how sure a suggestion is, 0 to 1: by itself, or as part of its attribution."""
        from annotator.services.confidence import of_mark

        whole = self.attribution(span)
        return max(of_mark(self._project.scheme, span), whole.confidence if whole is not None else 0.0)

    def whole_preview(self, span: Span) -> "SuggestionPreview":
        """Return what taking the attribution that a suggestion is part of would store. Raises NotFoundError."""
        whole = self.attribution(span)
        shown = whole.shown.id if whole is not None else span.id
        if shown not in self._previews:
            self._previews[shown] = self._project.preview_suggestion(shown)
        return self._previews[shown]

    # Reading

    def compare(self, annotators: Sequence[str], document_id: str | None) -> None:
        """Show these annotators' readings beside mine, from now on, on every document."""
        others = [name for name in dict.fromkeys(annotators) if name != self.mine.annotator]
        held = {one.annotator: one for one in self.compared}
        self.compared = tuple(held.get(name) or ShownReading(name) for name in others)
        self._read_compared(document_id)

    def read(self, document_id: str | None) -> None:
        """Read all of a document; None: nothing is on the page."""
        for one in self:
            one.spans, one.relations = [], []
        self.suggestions, self._models = [], ()
        self._attributions, self._previews = None, {}
        if document_id is not None:
            self.mine.spans = sorted(self._known(self._project.spans(document_id)), key=reading_order)
            self.mine.relations = self._links_of(self.mine, document_id)
        self._read_compared(document_id)
        self._read_suggestions(document_id)

    def follow(self, document_id: str, changes: Changes) -> None:
        """Read again what changed of a document."""
        touched = changes.rows.get("spans", frozenset())
        if len(touched) > FEW:
            self.read(document_id)
            return
        reached = self._follow_spans(document_id, touched)
        links = changes.touches("relations")
        # By another status or assignment of mine, others' readings may be seen or hidden.
        whole = changes.touches("annotation_sets", "assignments")
        if links:
            self.mine.relations = self._links_of(self.mine, document_id)
        for one in self.compared:
            if whole or one.annotator in reached:
                self._read_spans(one, document_id)
            if whole or links:
                one.relations = self._links_of(one, document_id)
        self._read_suggestions(document_id)

    def _follow_spans(self, document_id: str, touched: Collection[str]) -> set[str]:
        """Bring my marks up to date, and return whose spans have changed."""
        reached = {one.annotator for one in self.compared if not one.by_id.keys().isdisjoint(touched)}
        for span_id in touched:
            self.mine.drop(span_id)
            with suppress(NotFoundError):
                span = self._project.span(span_id)
                reached.add(span.annotator)
                if span.document_id == document_id and span.annotator == self.mine.annotator:
                    self.mine.put(span)
        return reached

    def _read_compared(self, document_id: str | None) -> None:
        for one in self.compared:
            self._read_spans(one, document_id)
            one.relations = self._links_of(one, document_id)

    def _read_spans(self, one: ShownReading, document_id: str | None) -> None:
        held = one.by_id
        fresh = self._known(self._project.spans(document_id, one.annotator)) if document_id is not None else []
        one.spans = sorted((_same(held, span) for span in fresh), key=reading_order)

    def _links_of(self, one: ShownReading, document_id: str | None) -> list[Relation]:
        if document_id is None:
            return []
        return self._known_links(self._project.relations(document_id, one.annotator))

    def _read_suggestions(self, document_id: str | None) -> None:
        held = {span.id: span for span in self.suggestions}
        fresh = self._known(self._project.suggestions(document_id)) if document_id is not None else []
        self.suggestions = [_same(held, span) for span in fresh]
        self._attributions, self._previews = None, {}
        by_model: defaultdict[str, list[Span]] = defaultdict(list)
        for span in self.suggestions:
            by_model[span.annotator].append(span)
        self._models = tuple(ShownReading(name, spans) for name, spans in by_model.items())

    def _known(self, spans: Iterable[Span]) -> list[Span]:
        """Return those that the scheme has a label for; a damaged file may have others, which `musnad check` names."""
        labels = {label.key for label in self._project.scheme.labels}
        return [span for span in spans if span.label in labels]

    def _known_links(self, relations: Iterable[Relation]) -> list[Relation]:
        kinds = {kind.key for kind in self._project.scheme.relations}
        return [relation for relation in relations if relation.label in kinds]


def _same(held: dict[str, Span], span: Span) -> Span:
    """Return the object that is held already where nothing changed, so that views can tell."""
    return held[span.id] if held.get(span.id) == span else span


def reading_order(span: Span) -> tuple[int, int, str]:
    """Return the key by which spans are sorted as they are read: outer ones first."""
    return (span.start, -span.end, span.id)
