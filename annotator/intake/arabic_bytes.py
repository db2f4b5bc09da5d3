"""Telling the two Arabic encodings of one byte from each other, and from every other encoding.

They put the same first half of the alphabet in the same places and disagree on the rest: what is ل in
windows-1256 is ف in ISO-8859-6. Each reading is held against what Arabic news looks like: how frequent its
letters are, its commonest words, and what never happens in it.
"""

import math
import re
from collections import Counter

CODECS = ("cp1256", "iso8859-6", "cp720")

# Per thousand letters of news.
_FREQUENCY = {
    "ا": 126, "ل": 121, "ي": 68, "م": 66, "ن": 61, "و": 61, "ر": 48, "ت": 47, "ب": 37, "ع": 36, "ة": 35,
    "د": 33, "ه": 33, "ف": 30, "س": 28, "أ": 27, "ق": 25, "ك": 23, "ح": 20, "ج": 14, "إ": 13, "ش": 12,
    "ص": 11, "ط": 11, "ى": 10, "خ": 9, "ض": 8, "ذ": 8, "ز": 7, "ث": 7, "غ": 6, "ئ": 5, "ء": 4, "ظ": 3,
    "آ": 2, "ؤ": 2,
}  # fmt: skip
# Persian and Urdu letters, which windows-1256 has as well.
_RARE = "پچژگکہھےٹڈڑں"
# Tatweel, tashkeel, the punctuation of both encodings: no evidence either way.
_NEUTRAL = "ـًٌٍَُِّْ،؛؟«»“”‘’‚„–—…•·\xa0\xad\u200c\u200d\u200e\u200f°±€£¤\x85"
_EVEN = 5
"""Per thousand: a letter as frequent as this speaks neither for nor against a reading."""

_WEIGHTS = {letter: math.log(count / _EVEN) for letter, count in _FREQUENCY.items()}
_WEIGHTS |= dict.fromkeys(_RARE, -1.0) | dict.fromkeys("×÷", -2.0) | dict.fromkeys(_NEUTRAL, 0.0)
_STRANGE = -8.0
_COMMON_WORD = 4.0
_MIN_MEAN_WEIGHT = 0.8
"""The least mean weight of a character. Arabic has about 2; letters drawn at random are below 0."""
_LEAD = 4.0
"""Score by which one decoding must be above the other, and above nothing: a single word often is not enough to tell."""

_LETTERS = "\u0621-\u063a\u0641-\u064a"
_MARKS = "\u064b-\u0652"
_BEYOND_ASCII = re.compile("[^\x00-\x7f]")
_NEVER = re.compile(
    # Control characters (but for DOS's end of file), Latin letters that touch Arabic ones, a mark on no letter,
    "[\x00-\x08\x0b\x0e-\x19\x1b-\x1f\x7f]"
    f"|[A-Za-z][{_LETTERS}]|[{_LETTERS}{_MARKS}][A-Za-z]|(?<![{_LETTERS}{_MARKS}\u0640])[{_MARKS}]"
    # and what only ends a word, inside one: ة, ى, tanwin.
    f"|[ةى][{_MARKS}]*[{_LETTERS}]|\u064b(?=[{_LETTERS}])(?!ا)|[\u064c\u064d][{_LETTERS}]"
)
_COMMON = re.compile(
    r"\bو?(?:في|من|على|إلى|عن|أن|إن|ما|لا|لم|هذا|هذه|ذلك|التي|الذي|الذين|مع|بعد|قبل|بين|كان|كانت|قال|قالت|أو|كما|"
    r"خلال|عام|اليوم|رئيس|الرئيس|وزير)\b|\b[وبفك]?ال(?=\w\w)"
)
_C1 = re.compile("[\x80-\x84\x86-\x9f]")
_SAMPLE = 64 * 1024


def guess_arabic(data: bytes) -> str | None:
    """The codec in which these bytes read as Arabic, or None where they do not or it is too close to call."""
    weights = {codec: _weight(_reading(data, codec)) for codec in CODECS}
    best, other, *_ = sorted(CODECS, key=lambda codec: weights[codec], reverse=True)
    return best if weights[best] - max(weights[other], 0.0) >= _LEAD else None


def _reading(data: bytes, codec: str) -> str:
    """The text in this encoding; empty if a byte has no meaning in it, or only one as a control character.

    Mac Arabic has the letters of ISO-8859-6 in the same places, but its space is that one's no-break space.
    """
    try:
        text = data.decode(codec)
    except UnicodeDecodeError:
        return ""
    is_mac = text.count("\xa0") > text.count(" ")
    return "" if is_mac or _C1.search(text) else text


def _weight(text: str) -> float:
    """Return how strongly a reading looks like Arabic: the sum over its characters, 0 where their mean is too low."""
    sample = _sample(text)
    counts = {char: count for char, count in Counter(sample).items() if not char.isascii()}
    weight = sum(count * _WEIGHTS.get(char, _STRANGE) for char, count in counts.items())
    weight += _STRANGE * len(_NEVER.findall(sample)) + _COMMON_WORD * len(_COMMON.findall(sample))
    return weight if weight >= _MIN_MEAN_WEIGHT * sum(counts.values()) else 0.0


def _sample(text: str) -> str:
    """A piece of the text from its first character beyond ASCII on, for a page of Latin may stand before it."""
    first = _BEYOND_ASCII.search(text)
    return text[first.start() : first.start() + _SAMPLE] if first else ""
