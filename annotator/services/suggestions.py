"""Suggestions of models that nobody has answered: read, accept, refuse.

A suggestion stays in its model's annotation set when it is taken: what is mine is a copy with `derived_from`. It is
answered as soon as I have a mark like it, so undoing that brings it back. Refusing is remembered, hides it from whoever
refused it, and takes it from nobody else.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import msgspec

from annotator.domain.relation import Relation
from annotator.domain.scheme import Scheme
from annotator.domain.span import Span
from annotator.services.door.file import ProjectFile
from annotator.services.lazily import LazyModule
from annotator.store import annotations, refusals
from annotator.store.connection import Connection
from annotator.store.edits import Edit
from annotator.store.refusals import MarkPlace

if TYPE_CHECKING:
    from annotator.services import answered, confidence, suggested_marks, taking_suggestions
    from annotator.services.taking_suggestions import SuggestionPreview
else:
    # Who opens a project reads suggestions only where there are any.
    answered = LazyModule("annotator.services.answered")
    confidence = LazyModule("annotator.services.confidence")
    suggested_marks = LazyModule("annotator.services.suggested_marks")
    taking_suggestions = LazyModule("annotator.services.taking_suggestions")


class SuggestedAttribution(msgspec.Struct, frozen=True):
    """Suggestions that are taken together: a frame's head (a claim) and who plays its roles; or one that stands alone.

    `spans` are in reading order; `shown` is the one that stands for all, the head where there is one. `confidence` is
    an estimate of how sure all of it is, 0 to 1.
    """

    shown: Span
    spans: tuple[Span, ...]
    confidence: float

    @property
    def start(self) -> int:
        """The offset of its first letter, in code points."""
        return self.spans[0].start

    @property
    def end(self) -> int:
        """The offset behind its last letter, in code points."""
        return max(span.end for span in self.spans)


def unanswered_on(file: ProjectFile, document_id: str) -> list[Span]:
    """Return what models propose on a document and I have not answered, in reading order; each place is there once."""
    with file.reading() as view:
        return open_for(view, file.scheme, file.annotator, document_id)


def attributions_on(file: ProjectFile, document_id: str) -> list[SuggestedAttribution]:
    """Return the same as what is taken together, in reading order; each suggestion belongs to one attribution."""
    with file.reading() as view:
        open_ = _Open(view, file.scheme, file.annotator, document_id)
        return _grouped(file.scheme, open_, _learned_confidences(view, document_id) if open_.spans else {})


def preview(file: ProjectFile, span_id: str, *, alone: bool = False) -> "SuggestionPreview":
    """Return the marks and links that `accept` would store, which it does not. Raises NotFoundError."""
    with file.reading() as view:
        wanted = [span_id] if alone else _whole(view, file.scheme, file.annotator, span_id)
        return taking_suggestions.taken(view, file.scheme, file.annotator, wanted).preview(span_id)


def accept(file: ProjectFile, span_ids: Sequence[str], *, alone: bool = False) -> list[Span]:
    """Take suggestions into my annotation set, with the links between them, as one action; what I have of them now.

    What heads a frame (a claim) brings the suggestions that play its roles, unless `alone`. Raises NotFoundError.
    """
    with file.acting() as act:
        wanted = list(span_ids)
        for span_id in () if alone else span_ids:
            wanted += _whole(act.connection, act.scheme, act.annotator, span_id)
        taken = taking_suggestions.taken(act.connection, act.scheme, act.annotator, wanted)
        act.edits += taken.edits
    return taken.spans


def reject(file: ProjectFile, span_ids: Sequence[str], *, alone: bool = False) -> None:
    """Refuse suggestions: they are not suggested to me again. Raises NotFoundError.

    What heads a frame takes along the words that only say that somebody says it (a cue), unless `alone`; a name that
    is in the text stays suggested.
    """
    with file.acting() as act:
        named = {label.key for label in act.scheme.labels if label.names_actor}
        wanted = list(span_ids)
        for span_id in () if alone else span_ids:
            _, *fillers = _whole(act.connection, act.scheme, act.annotator, span_id)
            wanted += [one for one in fillers if suggested_marks.suggestion(act.connection, one).label not in named]
        act.edits += refused(act.connection, act.annotator, wanted)


class _Open:
    """The open suggestions on a document, and who plays the roles of those that head a frame."""

    def __init__(self, connection: Connection, scheme: Scheme, annotator: str, document_id: str) -> None:
        self._heads = {frame.head for frame in scheme.frames}
        self.spans = open_for(connection, scheme, annotator, document_id)
        self._by_place = {suggested_marks.place_of(span): span for span in self.spans}
        self._links: dict[str, list[Relation]] = {}
        self._places: dict[str, MarkPlace] = {}
        for model in dict.fromkeys(head.annotator for head in self.heads):
            for link in annotations.relations(connection, document_id, model):
                self._links.setdefault(link.from_id, []).append(link)
            self._places |= {
                span.id: suggested_marks.place_of(span) for span in annotations.spans(connection, document_id, model)
            }

    @property
    def heads(self) -> list[Span]:
        """Those that head a frame."""
        return [span for span in self.spans if span.label in self._heads]

    def roles(self, head: Span) -> set[str]:
        """The roles of this one that somebody plays, be it an open suggestion or not."""
        return {link.label for link in self._links.get(head.id, ())}

    def fillers(self, head: Span) -> list[Span]:
        """The open suggestions that play a role of this one, other frames aside."""
        # What several models propose is shown once, and not always as the mark that the link leads to.
        places = dict.fromkeys(self._places.get(link.to_id) for link in self._links.get(head.id, ()))
        found = (self._by_place[place] for place in places if place is not None and place in self._by_place)
        return [span for span in found if span.label not in self._heads]


def _learned_confidences(view: Connection, document_id: str) -> dict[MarkPlace, float]:
    """Return how sure `learned` is of what it proposes on a document, by its place, whoever proposes it besides."""
    from annotator.store import learned

    held = learned.confidences_on(view, document_id)
    spans = annotations.spans(view, document_id, confidence.LEARNED) if held else ()
    return {suggested_marks.place_of(span): held[span.id] for span in spans if span.id in held}


def _grouped(scheme: Scheme, open_: _Open, known: Mapping[MarkPlace, float]) -> list[SuggestedAttribution]:
    """Group suggestions, each group as sure as `learned` is of its head, or as such groups are as a rule."""
    groups: list[SuggestedAttribution] = []
    met: set[str] = set()
    for head in open_.heads:
        spans = [head, *(span for span in open_.fillers(head) if span.id not in met)]
        met.update(span.id for span in spans)
        sure = known.get(suggested_marks.place_of(head))
        sure = confidence.of_frame(scheme, head, open_.roles(head)) if sure is None else sure
        groups.append(SuggestedAttribution(head, tuple(sorted(spans, key=_reading_order)), sure))
    single = (span for span in open_.spans if span.id not in met)
    groups += [SuggestedAttribution(span, (span,), confidence.of_mark(scheme, span)) for span in single]
    return sorted(groups, key=lambda one: _reading_order(one.spans[0]))


def _whole(connection: Connection, scheme: Scheme, annotator: str, span_id: str) -> list[str]:
    """The suggestion, and the open ones that play a role of it if it heads a frame."""
    span = suggested_marks.suggestion(connection, span_id)
    if span.label not in {frame.head for frame in scheme.frames}:
        return [span_id]
    open_ = _Open(connection, scheme, annotator, span.document_id)
    return [span_id, *(one.id for one in open_.fillers(span))]


def open_for(connection: Connection, scheme: Scheme, annotator: str, document_id: str) -> list[Span]:
    """Return the suggestions on a document that an annotator has not answered."""
    proposed = annotations.suggestions(connection, document_id)
    return open_suggestions(connection, scheme, annotator, document_id, proposed) if proposed else []


def open_suggestions(
    connection: Connection, scheme: Scheme, annotator: str, document_id: str, proposed: Sequence[Span]
) -> list[Span]:
    """Return the suggestions to an annotator on a document, in reading order; of several models' same one, one.

    Of several, the one that knows the actor is shown. A person's name that another model has with the title before it
    is not shown by itself.
    """
    refused = refusals.refused(connection, document_id, annotator)
    links = [
        link
        for model in dict.fromkeys(span.annotator for span in proposed)
        for link in annotations.relations(connection, document_id, model)
    ]
    found: dict[MarkPlace, Span] = {}
    for span in answered.unanswered(connection, scheme, annotator, document_id, proposed, links):
        place = suggested_marks.place_of(span)
        if place not in refused and (place not in found or (span.actor_id and not found[place].actor_id)):
            found[place] = span
    shown = list(found.values())
    return [span for span in shown if not any(suggested_marks.with_title(scheme, span, other) for other in shown)]


def _reading_order(span: Span) -> tuple[int, int, str]:
    return span.start, -span.end, span.id


def refused(connection: Connection, annotator: str, span_ids: Sequence[str]) -> list[Edit]:
    """The edits that hide suggestions, every model's of the same words, from somebody; others may still take them."""
    chosen = [suggested_marks.suggestion(connection, span_id) for span_id in dict.fromkeys(span_ids)]
    if not chosen:
        return []
    places = {(one.document_id, suggested_marks.place_of(one)): None for one in chosen}
    return [refusals.refusal_row(document_id, annotator, place) for document_id, place in places]
