"""The title of an article that has none."""

import regex

from annotator.text.graphemes import clip

TITLE_LENGTH = 120
"""The most grapheme clusters in a title that is taken from the text."""

MAX_CODE_POINTS = 600
"""The most code points in it: a letter may have hundreds of marks."""

# U+FFFD alone is what cleaning leaves of control characters: nothing that anyone could read.
_VISIBLE = regex.compile(r"[^\s\p{Z}\p{Cc}\p{Cf}\ufffd]")


def is_visible(text: str) -> bool:
    """Return whether there is anything in a text that a person could read."""
    return _VISIBLE.search(text) is not None


def title_of(text: str) -> str:
    """Return the line that holds the first visible character, shortened; an empty text for one without any."""
    visible = _VISIBLE.search(text)
    if visible is None:
        return text.strip()[:TITLE_LENGTH]
    start = text.rfind("\n", 0, visible.start()) + 1
    end = text.find("\n", visible.start())
    return clip(text[start : end if end >= 0 else len(text)].strip(), TITLE_LENGTH)[:MAX_CODE_POINTS]
