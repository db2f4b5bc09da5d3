"""Quotation marks and brackets that belong together, in one paragraph. Offsets are code points."""

import re
from functools import lru_cache

from annotator.text.token_cursor import TokenWalk

Pair = tuple[int, int]

STRAIGHT = '"'
ALIKE = frozenset((STRAIGHT, "״", "＂", "″", "'", "＇"))
"""Marks that open and close alike."""
_APOSTROPHES = frozenset("'＇’")
BRACKETS = {"(": ")", "[": "]", "{": "}", "［": "］"}
_NEVER_FOR_OTHERS = _APOSTROPHES | frozenset(BRACKETS.values())
"""Marks that close nothing that another kind has opened."""
_TURNED = tuple(
    re.findall(r"\S\S", "«» ‹› “” ‘’ ﴿﴾ ❝❞ ❛❜ ❮❯ ❰❱ 《》 〈〉 「」 『』 【】 〔〕 〝〞 ⟪⟫ ⟨⟩ ｢｣ ≪≫ ⸢⸣ ⟦⟧ ⧼⧽")
)
"""Marks that some writers turn round (”…“), and others never change (”…”). A quotation that began a paragraph earlier
closes the usual way."""
_LOW = {"“": "„", "”": "„“‟⹂", "‘": "‚", "’": "‚‘‛", "〟": "〝"}
"""Marks that close what low or reversed ones open, where there are any."""
_DOUBLED = {"<<": (">>",), "''": ("''",), "``": ("``", "''"), ",,": ('"', "''", "“", "”")}
"""Marks made of two characters, with what closes them; the place of each is that of its inner one."""

_MARK = re.compile(
    r"""<<|>>|''|``|,,(?=\w)|[()\[\]{}［］«»‹›“”„‟⹂‘’‚‛"'״″＂＇﴿﴾❝❞❛❜❮❯❰❱《》〈〉「」『』【】〔〕〝〞〟⟪⟫⟨⟩｢｣≪≫⸢⸣⟦⟧⧼⧽]"""
)
_AFTER = " \t\u00a0.,،؛;:!?؟)]»"
"""Characters that may follow a closing mark at once."""
_PREFIXES = frozenset("وفبلكובכלמשה")
_DEEP = 24
"""Number of open marks that a closing one looks back over: nobody nests deeper, and stray marks cost nothing."""


@lru_cache(maxsize=16)
def pairs(paragraph: str) -> tuple[Pair, ...]:
    """Return the opening and closing marks that belong together, in the order in which they close; strays and marks
    inside words belong to none.
    """
    closes = _closing(paragraph)
    alike = {mark for mark, openers in closes.items() if mark in openers}
    opening = frozenset().union(*closes.values())
    walk = TokenWalk(paragraph)
    waiting: list[tuple[str, int]] = []
    found: list[Pair] = []
    ends: dict[str, int] = {}
    for hit in _MARK.finditer(paragraph):
        mark, place, last = hit[0], hit.start(), hit.end() - 1
        if _in_word(place, walk):
            continue
        depth = _opened(waiting, closes.get(mark, frozenset()))
        if mark in alike and depth is not None and _stands_open(paragraph, place, last):
            # It opens for all that it sees: the one that waits was left open by the writer, and silences nothing.
            del waiting[depth]
            depth = None
        elif depth is None and mark not in _NEVER_FOR_OTHERS and _only_closes(paragraph, place, last):
            ends = ends or {one: paragraph.rfind(one) for one in closes}
            depth = _left_open(waiting, closes, ends, last)
        if depth is not None:
            found.append((waiting[depth][1], place))
            del waiting[depth:]
        elif mark in opening and not (mark in alike and _only_closes(paragraph, place, last)):
            waiting.append((mark, last))
    return _without_double(paragraph, found)


def outer(paragraph: str, pair: Pair) -> Pair:
    """Return the range of a quotation with both of its marks, each of which may be made of two characters."""
    opening, closing = pair
    if _is_doubled(paragraph, opening, closing):
        return opening - 1, closing + 2
    return opening, closing + 1


def _is_doubled(paragraph: str, opening: int, closing: int) -> bool:
    first, last = paragraph[max(0, opening - 1) : opening + 1], paragraph[closing : closing + 2]
    return last in _DOUBLED.get(first, ()) or (
        len(first) == len(last) == 2 and first[0] == first[1] and last[0] == last[1]
    )


def _without_double(paragraph: str, found: list[Pair]) -> tuple[Pair, ...]:
    """Return the pairs without the outer one of each that stands twice: ‘‘كذا’’."""
    inner = {(first - 1, last + 1) for first, last in found if _is_doubled(paragraph, first, last)}
    return tuple(pair for pair in found if pair not in inner)


def _closing(paragraph: str) -> dict[str, frozenset[str]]:
    """Each mark that closes something in this paragraph, with the marks that it closes."""
    closes = {closing: {opening} for opening, closing in BRACKETS.items()} | {mark: {mark} for mark in ALIKE}
    for opening, closing in _TURNED:
        first, other = paragraph.find(opening), paragraph.find(closing)
        if (only := _one_of(paragraph, opening, closing)) is not None:
            closes[only] = {only}
            continue
        if other >= 0 and (first < 0 or other < first) and _stands_open(paragraph, other):
            opening, closing = closing, opening
        closes[closing] = {opening}
    for closing, openers in _LOW.items():
        if any(opening in paragraph for opening in openers if opening not in "“‘"):
            closes[closing] = set(openers)
    for opening, endings in _DOUBLED.items():
        if opening in paragraph:
            for closing in endings:
                closes[closing] = closes.get(closing, set()) | {opening}
    return {closing: frozenset(openers) for closing, openers in closes.items()}


def _one_of(paragraph: str, opening: str, closing: str) -> str | None:
    """Return the mark with which a writer who turns none opens and closes (”كذا”); None where both are used or one
    stands alone.
    """
    used = [mark for mark in (opening, closing) if mark in paragraph]
    if len(used) != 1 or paragraph.count(used[0]) < 2:
        return None
    place = paragraph.find(used[0])
    return used[0] if _stands_open(paragraph, place) or paragraph[place - 1 : place] == ":" else None


def _stands_open(paragraph: str, place: int, last: int | None = None) -> bool:
    """Return whether a mark touches what follows it, and not what comes before, or only a prefix: و"كذا".

    `last` is its last character, where it has two.
    """
    return (not paragraph[max(0, place - 1) : place].strip() or _has_prefix(paragraph, place)) and bool(
        _behind(paragraph, place, last).strip()
    )


def _has_prefix(paragraph: str, place: int) -> bool:
    """Return whether only one letter that Arabic and Hebrew write onto the next word stands before a mark."""
    before = paragraph[max(0, place - 2) : place]
    return len(before.strip()) == 1 and before[-1] in _PREFIXES


def _left_open(
    waiting: list[tuple[str, int]], closes: dict[str, frozenset[str]], ends: dict[str, int], place: int
) -> int | None:
    """Return the last quotation that waits, if nothing behind `place` closes it: some writers mix their marks (“كذا").

    `ends` has the last place of each mark.
    """
    if not waiting or waiting[-1][0] in BRACKETS or waiting[-1][0] in _APOSTROPHES:
        return None
    own = (closing for closing, openers in closes.items() if waiting[-1][0] in openers)
    return None if any(ends[closing] > place for closing in own) else len(waiting) - 1


def _behind(paragraph: str, place: int, last: int | None) -> str:
    behind = (place if last is None else last) + 1
    return paragraph[behind : behind + 1]


def _only_closes(paragraph: str, place: int, last: int) -> bool:
    """Return whether a mark that opens and closes alike can open nothing where it stands."""
    before, closed = paragraph[max(0, place - 1) : place], not _behind(paragraph, place, last).strip(_AFTER)
    if paragraph[place] in _APOSTROPHES:
        return (before.isalnum() and not _has_prefix(paragraph, place)) or closed
    return bool(before.strip()) and closed


def _opened(waiting: list[tuple[str, int]], openers: frozenset[str]) -> int | None:
    """The last of the waiting marks that one of these could be."""
    last = len(waiting) - 1
    return next((depth for depth in range(last, max(-1, last - _DEEP), -1) if waiting[depth][0] in openers), None)


def _in_word(place: int, walk: TokenWalk) -> bool:
    """Return whether the mark is spelling: the quote of צה"ל, the apostrophe of O’Brien, brackets inside an address."""
    word = walk.at(place)
    return word is not None and word[0] < place
