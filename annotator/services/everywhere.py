"""Other places of the words of a mark, in any spelling."""

from collections.abc import Iterator

import msgspec

from annotator.domain.search import Hit
from annotator.domain.span import Span
from annotator.errors import InputError
from annotator.services.annotate import held_span
from annotator.services.document_order import candidates
from annotator.services.door.file import ProjectFile
from annotator.services.mentions import line_of
from annotator.services.progress import Progress
from annotator.store import annotations, documents
from annotator.suggest.names import Names, sure_word
from annotator.text.direction import base_direction
from annotator.text.morphology import splits


def places(
    file: ProjectFile, span_id: str, document_id: str | None = None, progress: Progress | None = None
) -> Iterator[Hit]:
    """Yield where the words of a mark stand, in any spelling, in reading order; not where I have marked them so.

    In one document, or (None) in all of them: whole words, clitics left outside. Raises NotFoundError, or InputError
    for a mark in several parts.
    """
    with file.reading() as view:
        span = held_span(view, span_id)
        if len(span.parts) > 1:
            raise InputError("Choose a mark in one piece: words with a gap between them stand nowhere else.")
        words = span.quote(documents.text_of(view, span.document_id))
    found = iter([(0, 1, document_id)]) if document_id else candidates(file, [[sure_word(words)]])
    names = Names([(words, span)], splits())
    for place, count, one in found:
        with file.reading() as view:
            document = documents.document(view, one)
            mine = annotations.spans(view, one, span.annotator)
        if progress is not None:
            progress(place, count, document.title)
        direction = document.direction or base_direction(document.text)
        for start, end, _ in names.find(document.text):
            if not any(_is_there(other, span.label, start, end) for other in mine):
                there = msgspec.structs.replace(span, document_id=one, parts=((start, end),))
                yield line_of(there, document, direction)


def _is_there(mark: Span, label: str, start: int, end: int) -> bool:
    return mark.label == label and any(first < end and start < last for first, last in mark.parts)
