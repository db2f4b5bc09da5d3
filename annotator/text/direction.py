"""Which way a text runs."""

import unicodedata
from collections import Counter

from annotator.domain.document import Direction

_STRONG = {"R": 1, "AL": 1, "L": -1}


def base_direction(text: str) -> Direction:
    """The direction of most of the strong characters, wherever they stand: news opens with "(Reuters)".

    Marks and controls of direction (LRM, RLM, embeddings …) do not count. "rtl" where both are equal and
    where there are no strong characters at all, because this program is for right-to-left news.
    """
    # Counting each character once keeps this quick: a million characters use a few hundred different ones.
    balance = sum(
        count * _STRONG.get(unicodedata.bidirectional(char), 0)
        for char, count in Counter(text).items()
        if unicodedata.category(char) != "Cf"
    )
    return "ltr" if balance < 0 else "rtl"
