"""Texts as the sets of their runs of five words, by which copies of one report are known although words differ."""

import re

WORDS = 5

_WORD = re.compile(r"\w+")
# Spellings in which outlets differ: harakat, tatweel, alef and hamza seats, teh marbuta, alef maksura.
_ALIKE = {
    **dict.fromkeys(range(0x64B, 0x660)),
    **dict.fromkeys((0x640, 0x670, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F)),
    **dict.fromkeys(map(ord, "أإآٱ"), "ا"),
    ord("ة"): "ه",
    ord("ى"): "ي",
    ord("ی"): "ي",
    ord("ک"): "ك",
}


def plain_words(text: str) -> list[str]:
    """Return the words of a text without punctuation, harakat and differences of case or spelling."""
    return _WORD.findall(text.translate(_ALIKE).lower())


def shingles(text: str) -> list[str]:
    """Return every run of five words, without punctuation, harakat and differences of case or spelling.

    A text of fewer words is one run; a text without a word has none.
    """
    words = plain_words(text)
    if len(words) < WORDS:
        return [" ".join(words)] if words else []
    return list(map(" ".join, zip(*(words[place:] for place in range(WORDS)), strict=False)))
