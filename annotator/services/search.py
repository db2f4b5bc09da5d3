"""Searching the texts of a project: candidates from the index, then every place, letter for letter."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from math import prod
from typing import TYPE_CHECKING

from annotator.cancellation import check_cancelled
from annotator.domain.search import Query
from annotator.domain.span import Range, Span
from annotator.errors import InputError
from annotator.services.document_order import candidates
from annotator.services.door.file import ProjectFile
from annotator.services.hits import DocumentHits, Hits, limited
from annotator.services.progress import Progress
from annotator.services.searched_texts import SearchedText, SearchedTexts
from annotator.store import annotations, documents
from annotator.store.connection import Connection
from annotator.text.searchable import Sought

if TYPE_CHECKING:
    import regex

FIRST_CHUNK, LAST_CHUNK = 8, 64
"""Documents that are read together: few at first, because the first hits are waited for."""
REGEX_TIMEOUT_S = 5.0
"""Seconds that a regular expression may take over one article."""
MOST_REPEATS = 100_000
"""The most repetitions of something in an expression, inner repetitions counted for each outer one."""
_COUNT = re.compile(r"(?<!\\)\{(\d+)")
_CALL = re.compile(r"(?<!\\)\(\?(?:R|[+-]?\d+|&|P>)")


def hits(file: ProjectFile, query: str | Query, limit: int | None = None, progress: Progress | None = None) -> Hits:
    """Return the hits of `search`, the first `limit` of them; their lines are made when they are asked for."""
    return limited(search(file, query, progress=progress), limit)


def search(file: ProjectFile, query: str | Query, *, progress: Progress | None = None) -> Iterator[DocumentHits]:
    """Yield every place that the query finds, document by document in the order in which they came.

    Reads as it goes: taking the first fifty reads no further. `progress` is told (done, all, title) before each
    candidate and may raise Cancelled. Raises InputError for an empty query, a faulty expression or date.
    """
    if isinstance(query, str):
        query = Query(text=query)
    sought = Sought(query.text, query.whole, query.exact, query.teh_marbuta)
    pattern = _pattern(query) if query.regex else None
    if pattern is None and sought.is_empty:
        raise InputError("There is nothing to look for: type a word.")
    is_narrow = query.wants_origin or query.wants_marks
    for place, count, document in _documents(file, [] if pattern is not None else sought.loosely.runs()):
        if progress is not None:
            progress(place, count, document.title if document is not None else "")
        if document is not None:
            if pattern is None:
                found = _literal(document, sought)
            else:
                found = _found(document, sought, _matches(pattern, document.text.text))
            if found.count and is_narrow:
                found = _narrowed(file, query, found)
            if found.count:
                yield found


def _documents(
    file: ProjectFile, alternatives: Sequence[Sequence[str]]
) -> Iterator[tuple[int, int, SearchedText | None]]:
    """Yield the documents that may hold one of these folded forms, each after its place and their number."""
    every, texts = candidates(file, alternatives), file.companion(SearchedTexts)
    size = FIRST_CHUNK
    while chunk := list(islice(every, size)):
        with file.reading() as view:
            documents = texts.read(view, [document_id for _, _, document_id in chunk])
        for (place, count, _), document in zip(chunk, documents, strict=True):
            check_cancelled()
            yield place, count, document
        size = min(2 * size, LAST_CHUNK)


def _literal(document: SearchedText, sought: Sought) -> DocumentHits:
    text = document.text
    count = text.count(sought)
    if count is None:
        return _found(document, sought, text.find(sought))
    return DocumentHits(document, count, sought)


def _found(document: SearchedText, sought: Sought, ranges: list[Range]) -> DocumentHits:
    return DocumentHits(document, len(ranges), sought, ranges)


def _narrowed(file: ProjectFile, query: Query, found: DocumentHits) -> DocumentHits:
    """Return the hits that stand where they are wanted: in documents of an origin, and in marks."""
    document_id = found.document.id
    with file.reading() as view:
        if query.wants_origin and not _is_wanted(view, document_id, query):
            return _found(found.document, found.sought, [])
        if not query.wants_marks:
            return found
        spans = annotations.spans(view, document_id, query.annotator or file.annotator)
    meant = [span for span in spans if _is_meant(span, query)]
    ranges = [one for one in found.places() if any(_share(span, one) for span in meant)]
    return _found(found.document, found.sought, ranges)


def _pattern(query: Query) -> "regex.Pattern[str]":
    import regex

    _check_bounds(query.text)
    source = rf"(?<!\w)(?:{query.text})(?!\w)" if query.whole else query.text
    try:
        return regex.compile(source, 0 if query.exact else regex.IGNORECASE)
    except RecursionError as error:
        raise InputError("The regular expression is nested too deeply. Make it simpler.") from error
    except (regex.error, ValueError) as error:
        # Of flags that exclude each other it does not say where they are.
        place, reason = getattr(error, "pos", None), getattr(error, "msg", str(error))
        raise InputError(
            "The regular expression does not hold together at character {place}: {reason}.",
            place=(place or 0) + 1,
            reason=reason,
        ) from error


def _check_bounds(source: str) -> None:
    """Raise InputError for an expression that would fill the memory before the time that it has is over."""
    if call := _CALL.search(source):
        raise InputError(
            "The regular expression calls a part of itself ({call}…), which may never end. Write that part out.",
            call=call[0],
        )
    # One repetition may stand inside another.
    counts = [int(count[:7]) for count in _COUNT.findall(source)]
    if prod(max(1, count) for count in counts) > MOST_REPEATS:
        raise InputError(
            "The regular expression repeats something more than {most} times. Make it simpler.", most=MOST_REPEATS
        )


def _matches(pattern: "regex.Pattern[str]", text: str) -> list[Range]:
    try:
        return [
            match.span() for match in pattern.finditer(text, timeout=REGEX_TIMEOUT_S) if match.end() > match.start()
        ]
    except TimeoutError:
        raise InputError("The regular expression takes too long. Make it simpler.") from None


def _is_wanted(view: Connection, document_id: str, query: Query) -> bool:
    return any(
        (query.publisher is None or origin.publisher == query.publisher)
        and _is_within((origin.published or "")[:10], query)
        for origin in documents.origins(view, document_id).values()
    )


def _is_within(day: str, query: Query) -> bool:
    if query.since is None and query.until is None:
        return True
    return bool(day) and (query.since or "") <= day <= (query.until or "9999")


def _is_meant(span: Span, query: Query) -> bool:
    return (
        (query.label is None or span.label == query.label)
        and (query.actor is None or span.actor_id == query.actor)
        and all(span.attributes.get(key) == value for key, value in query.attributes.items())
    )


def _share(span: Span, hit: Range) -> bool:
    return any(start < hit[1] and hit[0] < end for start, end in span.parts)
