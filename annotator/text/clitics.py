"""Proclitics: the small words that Arabic writes onto the front of the next one, و ف ب ك ل لل ال س.

Rules of writing alone, no lexicon: they say where a clitic *could* end, in the order in which clitics can follow
each other. That وزير has no و in front of it, only a reader knows. Offsets are code points.
"""

import unicodedata
from typing import Literal

import msgspec

from annotator.text import graphemes

MIN_LETTERS = 2
"""Letters that a split leaves at least: one letter is no word."""

SURE = 3
"""Letters after an article that make it likely to be one (in والد and بالغ it is not)."""

WORD_CODE_POINTS = 200
"""Code points to read of a word: more than any clitics and harakat take."""

_CONJUNCTIONS, _PARTICLES = "وف", "بكلس"
_ALEFS, _LAM, _FUTURE, _TATWEEL = "اٱ", "ل", "س", "\u0640"

CliticKind = Literal["conjunction", "particle", "article"]


class Clitic(msgspec.Struct, frozen=True):
    """A possible clitic. What follows it begins at `end`, with so many `letters`."""

    kind: CliticKind
    start: int
    end: int
    letters: int


def splits(text: str, start: int, end: int) -> list[int]:
    """The offsets inside the word at `[start, end)` where what its clitics are attached to may begin, in order.

    A clitic keeps its harakat, tatweel and hidden controls. In للصين the second ل stands for the article: the
    splits lie before it (the mention is لصين) and after it. Of a longer range, the first word is read.
    """
    return [clitic.end for clitic in clitics(text, start, end)]


def base(text: str, start: int, end: int) -> int | None:
    """Return the start of the word that a likely clitic is attached to: before an article that has something before it.

    None where nothing but a lexicon could tell (وزير، وبيونغ).
    """
    found = clitics(text, start, end)
    if len(found) > 1 and found[-1].kind == "article" and found[-1].letters >= SURE:
        return found[-1].start
    return None


def clitics(text: str, start: int, end: int) -> list[Clitic]:
    """The clitics that the word at `[start, end)` may begin with, each after the one before it."""
    letters = _letters(text, max(start, 0), min(end, len(text), start + WORD_CODE_POINTS))
    spelling = [letter for letter, _ in letters]
    found: list[Clitic] = []
    place = 0
    for kind, length in _parse(spelling):
        after = place + length
        if len(letters) - after < MIN_LETTERS:
            break
        found.append(Clitic(kind, letters[place][1], letters[after][1], len(letters) - after))
        place = after
    return found


def _parse(spelling: list[str]) -> list[tuple[CliticKind, int]]:
    """Return the clitics that the letters may begin with: kinds and numbers of letters."""
    found: list[tuple[CliticKind, int]] = []
    rest = [*spelling, "", ""]
    if rest[0] and rest[0] in _CONJUNCTIONS:
        found.append(("conjunction", 1))
        rest = rest[1:]
    particle = rest[0] if rest[0] and rest[0] in _PARTICLES else ""
    if particle:
        found.append(("particle", 1))
        rest = rest[1:]
    if particle == _LAM and rest[0] == _LAM:
        found.append(("article", 1))
    elif particle != _FUTURE and rest[0] and rest[0] in _ALEFS and rest[1] == _LAM:
        found.append(("article", 2))
    return found


def _letters(text: str, start: int, end: int) -> list[tuple[str, int]]:
    """The letters of the first word and where their graphemes begin; a presentation form as the letter it shows."""
    found: list[tuple[str, int]] = []
    bounds = graphemes.boundaries(text[start:end])
    for first in bounds[:-1]:
        char = text[start + first]
        kind = unicodedata.category(char)
        if char == _TATWEEL or kind == "Cf":
            continue
        if kind != "Lo":
            break
        found.append((unicodedata.normalize("NFKC", char), start + first))
    return found
