"""Offsets of a brat file in the text as a project keeps it.

brat counts code points of the file as it is, line ends of two characters too. Other programs that write its files
count otherwise; the quotes tell.
"""

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate

from annotator.domain.span import Parts
from annotator.errors import InputError
from annotator.formats.brat_lines import TextBound
from annotator.formats.offset_tables import cleaned_offsets, merged_parts

Where = Callable[[int], int]
"""Gives the offset in the text for one in the file; raises IndexError or KeyError outside of it."""


def placed(raw: str, text: str, marks: Iterable[TextBound]) -> Callable[[TextBound], Parts]:
    """Return a function that gives the parts of a mark in `text`, which intake made of `raw`.

    The function raises InputError for offsets outside the text, and for a quote that is another text.
    """
    quoted = [one for one in marks if one.quote]
    where = next(_ways(raw, text))
    if not all(_reads(one, where, text) for one in quoted):
        where = max(_ways(raw, text), key=lambda way: sum(_reads(one, way, text) for one in quoted))

    def parts_of(mark: TextBound) -> Parts:
        return _parts(mark, where, text)

    return parts_of


def _ways(raw: str, text: str) -> Iterator[Where]:
    """Yield each way of counting: code points of the file, of the text, UTF-16 units of the file, its bytes."""
    if raw == text:
        yield range(len(text) + 1).__getitem__
    else:
        yield cleaned_offsets(raw, text).__getitem__
        yield range(len(text) + 1).__getitem__
    for length in (_units, _bytes):
        clean_at = cleaned_offsets(raw, text)
        ends = [0, *accumulate(map(length, raw))]
        yield dict(zip(ends, clean_at, strict=True)).__getitem__


def _units(char: str) -> int:
    return 2 if char > "\uffff" else 1


def _bytes(char: str) -> int:
    return len(char.encode("utf-8", "surrogatepass"))


def _reads(mark: TextBound, where: Where, text: str) -> bool:
    try:
        return _same(mark.quote or "", [text[where(start) : where(end)] for start, end in mark.parts])
    except (IndexError, KeyError):
        return False


def _parts(mark: TextBound, where: Where, text: str) -> Parts:
    try:
        parts = [(where(start), where(end)) for start, end in mark.parts if start >= 0]
    except (IndexError, KeyError):
        parts = []
    if len(parts) != len(mark.parts) or any(start > end for start, end in parts):
        raise InputError(
            "{id} lies at {parts}, outside the text of {length} characters",
            id=mark.id,
            parts=[list(part) for part in mark.parts],
            length=len(text),
        )
    stretches = [text[start:end] for start, end in parts]
    if mark.quote and not _same(mark.quote, stretches) and not _alike(mark.quote, "".join(stretches)):
        raise InputError(
            "{id} is said to read {quote!r}, but the text reads {text!r} at {parts}; offsets count code points",
            id=mark.id,
            quote=mark.quote[:40],
            text=" ".join(stretches)[:40],
            parts=[list(part) for part in mark.parts],
        )
    return merged_parts(parts)


def _same(quote: str, stretches: Sequence[str]) -> bool:
    """Return whether a quote is that of the stretches, but for the white space between and in them."""
    return quote == " ".join(stretches) or "".join(quote.split()) == "".join("".join(stretches).split())


def _alike(quote: str, text: str) -> bool:
    """Return whether a quote has the letters of the text, or the greater part of them in a row."""
    said, read = _letters(quote), _letters(text)
    if not said or not read:
        return not said and not read
    return said == read or (
        2 * min(len(said), len(read)) >= max(len(said), len(read)) and (said in read or read in said)
    )


def _letters(text: str) -> str:
    folded = unicodedata.normalize("NFKD", text).casefold()
    return "".join(char for char in folded if char.isalnum())
