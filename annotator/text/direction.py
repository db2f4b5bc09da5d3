"""Which way a text runs."""

import unicodedata
from collections import Counter

from annotator.domain.document import Direction


def base_direction(text: str) -> Direction:
    """The direction of most of the strong characters, wherever they stand: news opens with "(Reuters)".

    Marks and controls of direction (LRM, RLM, embeddings …) do not count. "rtl" where both are equal and
    where there are no strong characters at all, because this program is for right-to-left news.
    """
    right, left = _strong_letters(text)
    return "ltr" if left > right else "rtl"


def agreed_direction(text: str) -> Direction | None:
    """The direction of all strong characters if they agree; None where they are mixed, or there are none."""
    right, left = _strong_letters(text)
    if bool(right) == bool(left):
        return None
    return "rtl" if right else "ltr"


def _strong_letters(text: str) -> tuple[int, int]:
    """How many characters run from right to left, and how many from left to right."""
    # Counting each character once keeps this quick: a million characters use a few hundred different ones.
    right = left = 0
    for char, count in Counter(text).items():
        if unicodedata.category(char) == "Cf":
            continue
        match unicodedata.bidirectional(char):
            case "R" | "AL":
                right += count
            case "L":
                left += count
    return right, left
