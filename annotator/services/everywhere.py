"""Marking the same words everywhere: where they stand, and all chosen places as one action."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import msgspec

from annotator.domain.ids import new_id
from annotator.domain.scheme import Scheme
from annotator.domain.search import Hit
from annotator.domain.span import Part, Parts, Span, as_parts
from annotator.errors import InputError
from annotator.services import annotate
from annotator.services.mentions import line_of
from annotator.services.readings import Progress
from annotator.store import annotations, documents, full_text
from annotator.store.connection import Connection
from annotator.store.journal import Edit
from annotator.suggest.names import Names, sure_word
from annotator.text.direction import base_direction
from annotator.text.morphology import splits

if TYPE_CHECKING:
    from annotator.services.door.marks import Marks


def places(project: "Marks", span: Span, document_id: str | None, progress: Progress | None) -> Iterator[Hit]:
    """Where the words of a mark stand, in any spelling, in reading order; not where I have marked them so."""
    if len(span.parts) > 1:
        raise InputError("Choose a mark in one piece: words with a gap between them stand nowhere else.")
    with project.reading() as connection:
        words = span.quote(documents.text_of(connection, span.document_id))
        candidates = [document_id] if document_id else full_text.candidates(connection, sure_word(words))
    names = Names([(words, span)], splits())
    for place, one in enumerate(candidates):
        with project.reading() as connection:
            document = documents.document(connection, one)
            mine = annotations.spans(connection, one, span.annotator)
        if progress is not None:
            progress(place, len(candidates), document.title)
        direction = document.direction or base_direction(document.text)
        for start, end, _ in names.find(document.text):
            if not any(_is_there(other, span.label, start, end) for other in mine):
                there = msgspec.structs.replace(span, document_id=one, parts=((start, end),))
                yield line_of(there, document, direction)


def _is_there(mark: Span, label: str, start: int, end: int) -> bool:
    return mark.label == label and any(first < end and start < last for first, last in mark.parts)


def marked(
    connection: Connection, scheme: Scheme, pattern: Span, given: Iterable[tuple[str, Part]]
) -> tuple[list[Span], list[Edit]]:
    """The spans that are like `pattern` at each of these places, and the edits that make them.

    Places that somebody marked so meanwhile are passed over.
    """
    held: dict[str, set[Parts]] = {}
    spans: list[Span] = []
    edits: dict[tuple[str, str], Edit] = {}
    for document_id, part in given:
        parts = as_parts(part, len(documents.text_of(connection, document_id)))
        if document_id not in held:
            mine = annotations.spans(connection, document_id, pattern.annotator)
            held[document_id] = {span.parts for span in mine if span.label == pattern.label}
        if parts in held[document_id]:
            continue
        held[document_id].add(parts)
        span = msgspec.structs.replace(pattern, id=new_id(), document_id=document_id, parts=parts)
        spans.append(span)
        edits.update(((edit.table, edit.row_id), edit) for edit in annotate.new_span(connection, scheme, span))
    return spans, list(edits.values())
