"""The ladder that a selection climbs: letter group, word, phrase in quotation marks, sentence, paragraph, whole text.

Offsets are code points. Quotation marks and brackets are outside the phrase that they hold, as punctuation is
outside a word; the next rung is the quotation with its marks.
"""

from collections.abc import Iterable, Iterator
from typing import Literal

from annotator.domain.span import Range
from annotator.text import clitics, graphemes, tokens
from annotator.text.pairs import BRACKETS, outer, pairs
from annotator.text.sentences import line_at, sentence_at

QuoteForm = Literal["direct", "indirect", "mixed"]
"""Ways in which words quote: the values that a scheme's `quote_type` may mean."""


def quoted(text: str, start: int, end: int) -> list[Range]:
    """Return the ranges between quotation marks or brackets around `[start, end)`, the innermost first.

    Both marks stand in one paragraph; outer white space («  كذا  ») is not part of it.
    """
    first, last = line_at(text, start)
    if end > last:
        return []
    found = []
    for opening, closing in pairs(text[first:last]):
        if first + opening < start and end <= first + closing:
            inner = _trimmed(text, first + opening + 1, first + closing)
            if inner[0] <= start and end <= inner[1] and inner[0] < inner[1]:
                found.append(inner)
    return sorted(found, key=_length)


def quotations(text: str, start: int, end: int) -> list[Range]:
    """Return the quotations around `[start, end)` with their marks, the innermost first; brackets quote nothing."""
    around = (one for one in _quotations_in(text, *line_at(text, start)) if one[0] <= start and end <= one[1])
    return sorted(around, key=_length)


def _quotations_in(text: str, first: int, last: int) -> Iterator[Range]:
    """Yield the quotations of a paragraph, with their marks."""
    line = text[first:last]
    for pair in pairs(line):
        if line[pair[0]] not in BRACKETS:
            opening, closing = outer(line, pair)
            yield graphemes.snap(text, first + opening, first + closing)


def quote_form(text: str, parts: Iterable[Range]) -> QuoteForm:
    """Return how the parts of a text quote: direct where each lies in a quotation, its marks counted or not; mixed
    where one does, or shares more than a word with one (a single word may be a name); else indirect.
    """
    parts = list(parts)
    inside = [bool(quotations(text, *part)) for part in parts]
    if parts and all(inside):
        return "direct"
    return "mixed" if any(inside) or any(_quotes_words(text, *part) for part in parts) else "indirect"


def _quotes_words(text: str, start: int, end: int) -> bool:
    found: list[Range] = []
    while start < end:
        line = line_at(text, start)
        found += [(max(one[0], start), min(one[1], end)) for one in _quotations_in(text, *line)]
        start = max(line[1], start) + 1
    return any(len(tokens.tokens(text, *one)) > 1 for one in found)


def grow(text: str, start: int, end: int) -> Range:
    """The next rung of the ladder: the smallest unit that holds `[start, end)` and more.

    A caret takes the word it is in or behind, or the part that follows a likely clitic (الوزارة of بالوزارة).
    A range that ends inside units takes them whole. The whole text stays as it is.
    """
    start, end = graphemes.snap(text, start, end)
    rungs = [*_words(text, start, end), *quoted(text, start, end), *quotations(text, start, end)]
    rungs += [_sentences(text, start, end), paragraphs(text, start, end), (0, len(text))]
    wider = [rung for rung in rungs if _holds(rung, (start, end))]
    return min(wider, key=_length, default=(start, end))


def shrink(text: str, start: int, end: int, at: int | None = None) -> Range:
    """The next rung down: the largest unit around `at` (the start, if not given) inside `[start, end)` and smaller.

    A word loses its clitics one after the other. What has nothing smaller in it becomes a caret.
    """
    start, end = graphemes.snap(text, start, end)
    place = start if at is None else min(max(at, start), end)
    whole = tokens.word_at(text, start)
    if whole is not None and end <= whole[1]:
        group = next((split for split in clitics.splits(text, *whole) if start < split < end), None)
        return (place, place) if group is None else (group, end)
    rung = place, place
    while _holds((start, end), wider := grow(text, *rung)):
        rung = wider
    return rung


def word(text: str, offset: int) -> Range | None:
    """The word that a caret at `offset` is in, or else the one that it is right behind."""
    found = tokens.word_at(text, offset)
    return tokens.word_at(text, graphemes.previous(text, offset)) if found is None and offset else found


def _words(text: str, start: int, end: int) -> list[Range]:
    """The words that the range touches, as one; before it the letter group, if the range lies in one."""
    at_caret = word(text, start) if start == end else None
    found = [at_caret] if at_caret else tokens.tokens(text, start, end)
    if not found:
        return []
    whole = min(start, found[0][0]), max(end, found[-1][1])
    group = clitics.base(text, *found[0]) if len(found) == 1 else None
    return [whole] if group is None or start < group else [(group, whole[1]), whole]


def _sentences(text: str, start: int, end: int) -> Range:
    last = max(start, end - 1)
    return min(start, sentence_at(text, start)[0]), max(end, sentence_at(text, last)[1])


def paragraphs(text: str, start: int, end: int) -> Range:
    """The paragraph that holds `[start, end)`, or those from its first to its last, without outer white space."""
    first, last = line_at(text, start)[0], line_at(text, max(start, end - 1))[1]
    first, last = _trimmed(text, first, last)
    return min(start, first), max(end, last)


def _trimmed(text: str, start: int, end: int) -> Range:
    """Without outer white space; a blank range becomes empty."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return graphemes.snap(text, start, end)


def _holds(outer: Range, inner: Range) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1] and outer != inner


def _length(rung: Range) -> int:
    return rung[1] - rung[0]
