"""The direction of a text."""

import re
import unicodedata
from collections import Counter
from functools import lru_cache
from typing import NamedTuple

from annotator.domain.document import Direction

READ_FOR_DIRECTION = 20_000
"""Code points of a text of both directions in which words are counted: the rest of an article runs as they do."""

WORDS_KEPT = 32_768
"""Words of which is kept what was found out: most of a dataset's articles are made of the same ones."""

MOST_WORDS_APART = 64
"""Words that are looked at one by one; a text with more that may be unspoken is quicker read as a whole."""

_UNSPOKEN = re.compile(
    r"(?:https?://|ftp://|www\.)\S+|[\w.+-]{1,64}@[\w.-]{1,255}|[@#\uff03\uff20]\w+"
    r"|\b(?:[\w-]{1,63}\.){1,8}[a-z]{2,63}\b\S*|\b(?:[^\W\d_]\.){2,}"
    r"|</?[a-z][^<>\n]{0,500}>|(?<![\w/])(?:[a-z]:)?(?:[/\\][\w.+-]{1,255}){2,}|(?<!\S)--?[a-z][\w-]*|\b\w+\([^()\n]{0,80}\)"
    r"|`[^`\n]{1,200}`|\b[a-z]\b(?![\u0300-\u036f'\u2019])",
    re.I,
)
"""Addresses, handles, tags, dotted initials, paths, signs of formulas and of code: they say nothing of the language
around them."""

_MAY_BE_UNSPOKEN = re.compile(r"[@#\uff03\uff20`<(\\/-]|\.[a-z]|www\.|[^\W\d_]\.[^\W\d_]|\b[a-z]\b", re.I)
"""A part of each of them: most texts have none, and are looked through only once."""
_SIGN_OF_THEM = re.compile(r"[@#\uff03\uff20\\/.A-Za-z\u0130\u0131\u017f\u212a]")
_DOT_BEFORE_LETTER = re.compile(r"\.[^\W\d_]")
_CALL = re.compile(r"\((?<=\w\()")
"""The signs in those that hold no white space, and what begins those that may: single signs are found fastest."""

_SENTENCE = re.compile(r"(?:the|of|to|in|and|said|says|is|was|for|on|with|from|as|has|will|that)\Z", re.I)
"""Words of English sentences and headlines, which names do not have."""
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
UNSPACED_WORD = 2
"""Letters of a word in Chinese and its neighbours, which set no spaces between words."""

WORD_MARKS = r"\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u200c\u200d'\u2019"
"""The signs that stand in words beside letters, as a set of a regular expression."""

# Runs of letters with runs of marks between them, which is quicker than one or the other each time.
WORD = re.compile(rf"[^\W\d_]+(?:[{WORD_MARKS}]+[^\W\d_]*)*")


def spoken(text: str) -> str:
    """Return a text with a space in the place of addresses, handles and tags."""
    if "<" in text or "`" in text or _CALL.search(text):
        return _UNSPOKEN.sub(" ", text) if _MAY_BE_UNSPOKEN.search(text) else text
    parts: list[str] = []
    done = 0
    for sign in _SIGN_OF_THEM.finditer(text):
        place = sign.start()
        if len(parts) > 2 * MOST_WORDS_APART:
            return "".join((*parts, _UNSPOKEN.sub(" ", text[done:])))
        if place < done or (sign[0] == "." and _DOT_BEFORE_LETTER.match(text, place) is None):
            continue
        start = max(text.rfind(" ", done, place), text.rfind("\n", done, place), done - 1) + 1
        end = min((one for one in (text.find(" ", place), text.find("\n", place)) if one >= 0), default=len(text))
        parts += [text[done:start], _UNSPOKEN.sub(" ", text[start:end])]
        done = end
    return "".join((*parts, text[done:])) if parts else text


def base_direction(text: str) -> Direction:
    """Return the direction of most of the words, wherever they stand: news opens with "(Reuters)".

    Addresses, @handles, #tags, initials, paths, flags and controls of direction do not count; nor do names (Samsung
    Galaxy, BBC): words with capitals, where no sentence of them stands there, or few other words and they are not twice
    as many as those from right to left. "rtl" where both are equal and where there are no words at all, because this
    program is for right-to-left news.
    """
    words = _words(text)
    left = words.left
    names_only = words.right and not (left or words.of_sentences)
    if not names_only and not left < words.named <= 2 * words.right:
        left += words.named
    return "ltr" if left > words.right else "rtl"


def agreed_direction(text: str) -> Direction | None:
    """Return the direction of all words if they agree; None where they are mixed, or there are none."""
    words = _words(text)
    if bool(words.right) == bool(words.left + words.named):
        return None
    return "rtl" if words.right else "ltr"


class _Words(NamedTuple):
    """The numbers of words that run to the left, and to the right without and with capitals, and of sentences."""

    right: int
    left: int
    named: int = 0
    of_sentences: int = 0


def _words(text: str) -> _Words:
    right, left = _strong_letters(text)
    if not right or not left:
        return _Words(right, left)
    right = left = named = sentences = 0
    for word in WORD.findall(spoken(text[:READ_FOR_DIRECTION])):
        runs_right, runs_left = _ways(word)
        right += runs_right
        if runs_left:
            is_name = word != word.lower()
            left, named = left + (not is_name) * _spaced_words(word), named + is_name
            sentences += _SENTENCE.match(word) is not None
    return _Words(right, left, named, sentences)


@lru_cache(maxsize=WORDS_KEPT)
def _ways(word: str) -> tuple[bool, bool]:
    """Return whether a word has letters that run from right to left, and from left to right."""
    ways = {unicodedata.bidirectional(char) for char in word}
    return not ways.isdisjoint(("R", "AL")), "L" in ways


def _spaced_words(word: str) -> int:
    """Return how many words a writer would count in what stands between spaces."""
    return 1 if _UNSPACED.match(word) is None else -(-len(word) // UNSPACED_WORD)


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
