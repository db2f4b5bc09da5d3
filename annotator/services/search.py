"""Searching the texts of a project: candidates from the index, then every place, letter for letter."""

import re
from collections.abc import Callable, Iterator
from math import prod
from typing import TYPE_CHECKING

from annotator.cancellation import check_cancelled
from annotator.domain.document import Direction
from annotator.domain.search import Hit, Query
from annotator.domain.span import Range, Span
from annotator.errors import InputError
from annotator.services.document_order import candidates
from annotator.services.door.file import ProjectFile
from annotator.services.progress import Progress
from annotator.store import annotations, documents, full_text
from annotator.store.connection import Connection
from annotator.store.full_text import FoldedText
from annotator.text import offset_map
from annotator.text.context import around
from annotator.text.direction import base_direction
from annotator.text.folding import fold, wanted

if TYPE_CHECKING:
    import regex

FindIn = Callable[[str], list[Range]]

CONTEXT = 60
"""Code points on each side of a hit."""
REGEX_TIMEOUT_S = 5.0
"""Seconds that a regular expression may take over one article."""
MOST_REPEATS = 100_000
"""How often an expression may repeat something, inner repetitions counted for each outer one."""
_COUNT = re.compile(r"(?<!\\)\{(\d+)")
_CALL = re.compile(r"(?<!\\)\(\?(?:R|[+-]?\d+|&|P>)")
KEPT_DIRECTIONS = 10_000
"""Texts whose directions are kept: more than a search shows at once."""
_DIRECTIONS: dict[str, Direction] = {}


def search(file: ProjectFile, query: Query, *, progress: Progress | None = None) -> Iterator[Hit]:
    """Every place that the query finds, document by document in the order in which they came.

    Reads as it goes: taking the first fifty reads no further. `progress` is told (done, all, title) before each
    candidate and may raise Cancelled. Raises InputError for an empty query, a faulty expression or date.
    """
    find = _finder(query)
    looked_for = None if query.regex else wanted(query.text)
    kept = looked_for if query.teh_marbuta and not (query.exact or query.whole) else None
    for place, count, document_id in candidates(file, looked_for.runs() if looked_for is not None else []):
        with file.reading() as view:
            page = full_text.page(view, document_id)
            is_wanted = page is not None and _is_wanted(view, page, query)
            marks = _marks(view, document_id, query, file.annotator) if is_wanted else None
        if progress is not None:
            progress(place, count, page.title if page else "")
        if page is not None and is_wanted:
            if kept is not None and page.turns is not None:
                hits = offset_map.find(page.form, page.turns, kept, page.text)
            else:
                hits = find(page.text)
            # A file may say of its texts what is not so.
            hits = [hit for hit in hits if 0 <= hit[0] < hit[1] <= len(page.text)]
            if hits:
                yield from _hits(page, hits, marks)


def _marks(view: Connection, document_id: str, query: Query, annotator: str) -> list[Span] | None:
    """The marks in which hits are wanted; None where they are wanted anywhere."""
    if not query.wants_marks:
        return None
    return [
        span for span in annotations.spans(view, document_id, query.annotator or annotator) if _is_meant(span, query)
    ]


def _hits(page: FoldedText, hits: list[Range], marks: list[Span] | None) -> Iterator[Hit]:
    if marks is not None:
        hits = [hit for hit in hits if any(_share(span, hit) for span in marks)]
    direction = page.direction or _run(page)
    for start, end in hits:
        check_cancelled()
        before, after = around(page.text, start, end, CONTEXT)
        yield Hit(
            document_id=page.id,
            start=start,
            end=end,
            title=page.title,
            text=page.text[start:end],
            before=before,
            after=after,
            direction=direction,
        )


def _run(page: FoldedText) -> Direction:
    """Return the direction of a text; looked at once, because a text never changes, and its id is made of it."""
    if page.id not in _DIRECTIONS:
        if len(_DIRECTIONS) >= KEPT_DIRECTIONS:
            _DIRECTIONS.clear()
        _DIRECTIONS[page.id] = base_direction(page.text)
    return _DIRECTIONS[page.id]


def _finder(query: Query) -> FindIn:
    if query.regex:
        pattern = _pattern(query)
        return lambda text: _matches(pattern, text)
    if not fold(query.text, exact=query.exact).form.strip():
        raise InputError("There is nothing to look for: type a word.")

    def find(text: str) -> list[Range]:
        return fold(text, teh_marbuta=query.teh_marbuta, exact=query.exact).find(query.text, whole=query.whole)

    return find


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


def _is_wanted(view: Connection, page: FoldedText, query: Query) -> bool:
    if query.publisher is None and query.since is None and query.until is None:
        return True
    return any(
        (query.publisher is None or origin.publisher == query.publisher)
        and _is_within((origin.published or "")[:10], query)
        for origin in documents.document(view, page.id).origins
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
