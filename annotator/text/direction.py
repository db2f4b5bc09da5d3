"""The direction of a text."""

import re
import unicodedata
from collections import Counter

from annotator.domain.document import Direction

READ_FOR_DIRECTION = 20_000
"""Code points of a text of both directions in which words are counted: the rest of an article runs as they do."""

_UNSPOKEN = re.compile(
    r"(?:https?://|ftp://|www\.)\S+|[\w.+-]+@[\w.-]+|[@#\uff03\uff20]\w+"
    r"|\b(?:[\w-]+\.)+[a-z]{2,}\b\S*|\b(?:[^\W\d_]\.){2,}",
    re.I,
)
"""Addresses, handles, tags and dotted initials, which say nothing of the language around them."""

_MAY_BE_UNSPOKEN = re.compile(r"[@#\uff03\uff20]|://|\.[a-z]|www\.|[^\W\d_]\.[^\W\d_]", re.I)
"""A part of each of them: most texts have none, and are looked through only once."""

WORD = re.compile(
    r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u200c\u200d'\u2019])*"
)


def spoken(text: str) -> str:
    """Return a text with a space in the place of addresses, handles and tags."""
    return _UNSPOKEN.sub(" ", text) if _MAY_BE_UNSPOKEN.search(text) else text


def base_direction(text: str) -> Direction:
    """Return the direction of most of the words, wherever they stand: news opens with "(Reuters)".

    Addresses, @handles, #tags, initials, flags and controls of direction do not count; nor do names (Samsung Galaxy,
    BBC): words with capitals, where few without stand among them and they are not twice as many as those from right
    to left. "rtl" where both are equal and where there are no words at all, because this program is for right-to-left
    news.
    """
    right, left, named = _words(text)
    if not left < named <= 2 * right:
        left += named
    return "ltr" if left > right else "rtl"


def agreed_direction(text: str) -> Direction | None:
    """Return the direction of all words if they agree; None where they are mixed, or there are none."""
    right, left, named = _words(text)
    if bool(right) == bool(left + named):
        return None
    return "rtl" if right else "ltr"


def _words(text: str) -> tuple[int, int, int]:
    """Return how many words run from right to left, and from left to right without and with capitals."""
    right, left = _strong_letters(text)
    if not right or not left:
        return right, left, 0
    right = left = named = 0
    for word in WORD.finditer(spoken(text[:READ_FOR_DIRECTION])):
        ways = {unicodedata.bidirectional(char) for char in word[0]}
        right += not ways.isdisjoint(("R", "AL"))
        if "L" in ways:
            is_name = word[0] != word[0].lower()
            left, named = left + (not is_name), named + is_name
    return right, left, named


def _strong_letters(text: str) -> tuple[int, int]:
    """Return how many letters run from right to left, and how many from left to right."""
    # Counting each character once keeps this quick: a million characters use a few hundred different ones.
    right = left = 0
    for char, count in Counter(text).items():
        # The signs that flags are made of run from left to right, and are no letters.
        if unicodedata.category(char)[0] != "L":
            continue
        match unicodedata.bidirectional(char):
            case "R" | "AL":
                right += count
            case "L":
                left += count
    return right, left
