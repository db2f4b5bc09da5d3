"""Text that a PDF gave in the order of the screen: telling it from healthy text, and putting it back in order.

Old typesetting writes glyphs from left to right. What is copied from such a file begins each line with what is
read last, and often names the *shapes* of letters (ﺔ ﻴ ﺑ) instead of the letters. Nobody can search or mark
that. Nothing here is ever done to a text by itself: someone is asked, and the original stays.
"""

import re
import unicodedata
from collections.abc import Iterator

from annotator.text.graphemes import boundaries
from annotator.text.patterns import LazyPattern

SAMPLE = 40_000
"""Code points from which a whole text is judged."""

MIN_TRACES = 3
"""Traces of visual order that make it more than a slip of the hand."""

CLEARLY = 8
"""So many times as often must they point to visual order as to the usual one."""

RTL_SHARE = 1 / 3
"""The share of Arabic and Hebrew letters from which on lines are taken to begin on the right."""

_KEPT = frozenset("\ufdfa\ufdfb\ufdfc\ufdfd")
"""Signs of their own (ﷺ ﷻ ﷼ ﷽), that stand for a phrase and not for the shape of a letter."""

_FORM = re.compile("[\ufb00-\ufdfb\ufe70-\ufefc]")
_SUSPECT = re.compile("[\ufb50-\ufdf9\ufe70-\ufefc\u0629\u05da\u05dd\u05df\u05e3\u05e5]")
_RTL_LETTER = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")

_LETTER = LazyPattern(r"\p{L}")

# Letters and marks of Arabic, the tatweel and the joiner between them.
_WORD = LazyPattern(r"(?V1)[[\p{L}\p{M}]&&[\p{sc=Arab}\p{sc=Zinh}]\u0640\u200d]{2,}")
_MARKS = LazyPattern(r"\p{M}+")
_JOINS_FORWARD = LazyPattern(r"[\p{jt=D}\p{jt=C}\p{jt=L}]")
_JOINS_BACK = LazyPattern(r"[\p{jt=D}\p{jt=C}\p{jt=R}]")

# Teh marbuta and the final letters of Hebrew stand at the end of a word, and nowhere else.
_LAST = "\u0629\u05da\u05dd\u05df\u05e3\u05e5"
_NOT_LAST = re.compile(rf"[{_LAST}](?![\s\d.,:;!?()\[\]\"'«»\u060c\u061b\u061f\u2026-]|\Z)")
"""One of these before what is no common end of a word, which costs less to look for than letters and marks."""
_STARTS_WITH_LAST = LazyPattern(rf"(?<![\p{{L}}\p{{M}}\p{{Cf}}'\"])[{_LAST}]\p{{M}}*+\p{{L}}")
_ENDS_WITH_LAST = LazyPattern(rf"\p{{L}}\p{{M}}*+[{_LAST}]\p{{M}}*+(?![\p{{L}}\p{{M}}\p{{Cf}}'\"])")
_STARTS_WITH_MARK = LazyPattern(r"(?V1)(?<![\p{L}\p{M}])[\p{M}&&[\p{sc=Arab}\p{sc=Hebr}\p{sc=Zinh}]]")

_SHAPES = {"<initial>": (False, True), "<medial>": (True, True), "<final>": (True, False)}
"""The joins of a shape's letter: to the one read before, and to the one read after."""

_PAIRS = ("()", "[]", "{}", "<>", "«»", "‹›", "⟨⟩", "⟪⟫", "⟦⟧", "（）", "﴿﴾")
_MIRROR = str.maketrans("".join(_PAIRS), "".join(pair[::-1] for pair in _PAIRS))
_CLOSING = {pair[1]: pair[0] for pair in _PAIRS}

# Kinds of clusters, one letter each, so that runs can be found with patterns: A Arabic, H Hebrew, L Latin,
# N European digits, D Arabic digits, C what joins two numbers, S a sign, T percent and currency, O the rest.
_KINDS = {"AL": "A", "R": "H", "L": "L", "EN": "N", "AN": "D", "CS": "C", "ES": "S", "ET": "T"}
_LATIN = r"[ND]*L(?:[LND]|[OCST]+(?=[LN]))*"
_AFTER_ARABIC = r"[ND]+(?:C[ND]+)*"
_ELSEWHERE = r"T*[ND]+(?:[CS][ND]+)*T*"
_BEHIND_ARABIC = r"[^AHL]*A"
_RUN = re.compile(rf"{_LATIN}|{_AFTER_ARABIC}(?={_BEHIND_ARABIC})|{_ELSEWHERE}(?!{_BEHIND_ARABIC})")
_RTL_RUN = re.compile(r"[AH](?:[AH]|[OCSTND]+(?=[AH]))*")


def looks_visual(text: str) -> bool:
    """Return whether most of a text seems to stand in visual order. Careful: healthy text, shapes or not,
    never does.
    """
    if not _SUSPECT.search(text) or (_FORM.search(text) is None and len(_NOT_LAST.findall(text)) < MIN_TRACES):
        return False
    visual, logical = _traces(text[:SAMPLE])
    return visual >= MIN_TRACES and visual >= CLEARLY * logical


def repair(text: str) -> str:
    """The text in the order in which it is read, with letters instead of shapes.

    Lines stay lines; numbers and Latin words keep their order, brackets open where they are read first. A line
    that is in the usual order already only has its shapes replaced.
    """
    rtl = len(_RTL_LETTER.findall(text)) >= RTL_SHARE * len(_LETTER.findall(text))
    whole = not _STARTS_WITH_MARK.search(text)
    return "\n".join(_repaired(line, rtl, whole) for line in text.split("\n"))


def _repaired(line: str, rtl: bool, whole: bool) -> str:
    if _RTL_LETTER.search(line):
        visual, logical = _traces(line)
        if visual >= logical:
            units = _clusters(line) if whole else list(line)
            line = "".join(_read_from_right(units) if rtl else _read_from_left(units))
    # Only now: what a ligature stands for is in reading order.
    return _FORM.sub(lambda match: _letters(match[0]), line)


def _letters(form: str) -> str:
    """The letters that a shape stands for; shapes of marks carry a space or tatweel that nobody wrote."""
    if form in _KEPT:
        return form
    letters = unicodedata.normalize("NFKC", form)
    return letters[1:] if len(letters) > 1 and letters[0] in " \u0640" else letters


def _clusters(line: str) -> list[str]:
    bounds = boundaries(line)
    return [line[bounds[place] : bounds[place + 1]] for place in range(len(bounds) - 1)]


# Putting in order


def _read_from_right(units: list[str]) -> Iterator[str]:
    """The units of a line that runs from right to left, as they are read; runs of Latin and digits stay."""
    kinds = _kinds(units)
    end = len(units)
    for start, stop in reversed(list(_runs(units, kinds))):
        yield from (_mirrored(unit) for unit in reversed(units[stop:end]))
        yield from units[start:stop]
        end = start
    yield from (_mirrored(unit) for unit in reversed(units[:end]))


def _read_from_left(units: list[str]) -> Iterator[str]:
    """The units of a line that runs from left to right, in which only runs of Arabic or Hebrew are turned."""
    end = 0
    for run in _RTL_RUN.finditer(_kinds(units)):
        yield from units[end : run.start()]
        yield from _read_from_right(units[run.start() : run.end()])
        end = run.end()
    yield from units[end:]


def _runs(units: list[str], kinds: str) -> Iterator[tuple[int, int]]:
    """The stretches that are read from left to right, each with the brackets that were opened in it."""
    place = 0
    while run := _RUN.search(kinds, place):
        place = _closed(units, run.start(), run.end())
        yield run.start(), place


def _closed(units: list[str], start: int, end: int) -> int:
    """The end of a run, behind the brackets that close right after it what was opened in it."""
    opened: list[str] = []
    for unit in units[start:end]:
        if unit in _CLOSING.values():
            opened.append(unit)
        elif opened and _CLOSING.get(unit) == opened[-1]:
            opened.pop()
    while end < len(units) and opened and _CLOSING.get(units[end]) == opened[-1]:
        opened.pop()
        end += 1
    return end


def _kinds(units: list[str]) -> str:
    return "".join(_KINDS.get(unicodedata.bidirectional(unit[0]), "O") for unit in units)


def _mirrored(unit: str) -> str:
    return unit.translate(_MIRROR)


# Telling


def _traces(text: str) -> tuple[int, int]:
    """Return how many places can only be read in visual order, and how many only in the usual one."""
    visual = len(_STARTS_WITH_LAST.findall(text))
    logical = len(_ENDS_WITH_LAST.findall(text))
    if _FORM.search(text):
        for word in _WORD.findall(text):
            of_word = _traces_in(_MARKS.sub("", word))
            visual, logical = visual + of_word[0], logical + of_word[1]
    return visual, logical


def _traces_in(letters: str) -> tuple[int, int]:
    """The shapes of a word that fit their neighbours in one order only."""
    visual = logical = 0
    for place, letter in enumerate(letters):
        shape = _shape(letter)
        if shape is None:
            continue
        left = letters[place - 1] if place else ""
        right = letters[place + 1 : place + 2]
        usual, turned = _fits(shape, left, right), _fits(shape, right, left)
        logical += usual and not turned
        visual += turned and not usual
    return visual, logical


def _fits(shape: tuple[bool, bool], before: str, after: str) -> bool:
    """Return whether a letter can have this shape between these two, in the order in which they are read."""
    return shape == (_goes_on(before), _is_joined(after))


def _goes_on(letter: str) -> bool:
    """Return whether a letter reaches out to the next one."""
    shape = _shape(letter)
    return shape[1] if shape else bool(letter and _JOINS_FORWARD.match(_letters(letter)[-1]))


def _is_joined(letter: str) -> bool:
    """Return whether a letter lets the one before it reach it."""
    shape = _shape(letter)
    return shape[0] if shape else bool(letter and _JOINS_BACK.match(_letters(letter)[0]))


def _shape(letter: str) -> tuple[bool, bool] | None:
    """The shape that a presentation form fixes. Isolated forms say nothing: some keyboards type ﻻ anywhere."""
    return _SHAPES.get(unicodedata.decomposition(letter).partition(" ")[0]) if letter else None
