"""Headlines that attribute by a colon alone: «name: claim», where the name is no place and no section."""

from collections.abc import Iterable

from annotator.domain.span import Range
from annotator.suggest.reporting.lexicon import word_class
from annotator.suggest.reporting.tokenized_text import TokenizedText

MAX_NAME_WORDS = 9
MAX_HEADLINE_WORDS = 35
"""Words of a headline; what is longer is a paragraph."""
MIN_CLAIM_WORDS = 3

_PEOPLE = ("و", "ون", "يو")
"""Endings of men in the plural, with a noun behind them or alone: مزارعو الوادي، محللون."""


def headline(page: TokenizedText, sources: Iterable[Range]) -> tuple[Range, Range] | None:
    """Return the speaker and the claim of the first line, or None where it has no such form.

    `sources` are the speakers found in the text below: who speaks there may speak in its headline.
    """
    end = page.text.find("\n")
    stop = page.word_from(end) if end >= 0 else len(page.words)
    if not MIN_CLAIM_WORDS < stop <= MAX_HEADLINE_WORDS:
        return None
    colon = next((word for word in range(1, min(stop, MAX_NAME_WORDS + 1)) if ":" in page.gap(word)), None)
    if colon is None or stop - colon < MIN_CLAIM_WORDS or page.quote_at(page.words[colon - 1][0]) is not None:
        return None
    if not _speaks(page, colon, stop, sources):
        return None
    quote = page.opening(colon)
    start = quote[0] if quote else page.words[colon][0]
    close = page.quote_at(page.words[stop - 1][0])
    return (page.words[0][0], page.words[colon - 1][1]), (start, close[1] if close else page.words[stop - 1][1])


def _speaks(page: TokenizedText, colon: int, stop: int, sources: Iterable[Range]) -> bool:
    """Return whether the words before the colon name a speaker."""
    first, forms = page.forms[0], page.forms[:colon]
    if first in word_class("sections"):
        return False
    if any(first in word_class(kind) for kind in ("heads", "titles", "unnamed", "speaking_texts")):
        return True
    if len(first) > 4 and first.endswith(_PEOPLE) and colon <= 4:
        return True
    if any(form in word_class("first_person") for form in page.forms[colon : min(stop, colon + 2)]):
        return True
    return any(_names(page, source, forms[-1]) for source in sources)


def _names(page: TokenizedText, source: Range, name: str) -> bool:
    """Return whether a speaker of the text bears the name."""
    words = page.forms[page.word_at(source[0]) : page.word_from(source[1])]
    return name in words or name.removeprefix("ال") in words
