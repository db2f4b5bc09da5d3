"""Quotation marks and brackets that belong together, in one paragraph. Offsets are code points."""

import re
from functools import lru_cache

from annotator.text.token_cursor import TokenWalk

Pair = tuple[int, int]

STRAIGHT = '"'
ALIKE = frozenset((STRAIGHT, "״", "＂"))
"""Marks that open and close alike."""
BRACKETS = {"(": ")", "[": "]", "{": "}"}
_TURNED = (
    ("«", "»"),
    ("‹", "›"),
    ("“", "”"),
    ("‘", "’"),
    ("﴿", "﴾"),
    ("❝", "❞"),
    ("《", "》"),
    ("〈", "〉"),
    ("「", "」"),
)
"""Marks that some writers turn round (”…“). A quotation that began a paragraph earlier closes the usual way."""
_DOUBLED = {"<<": ">>", "''": "''"}
"""Marks made of two characters; the place of each is that of its inner one."""

_MARK = re.compile(r"""<<|>>|''|[()\[\]{}«»‹›“”„‘’"״＂﴿﴾❝❞《》〈〉「」]""")
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
    opening = {*"".join(wanted for mark, wanted in closes.items() if mark not in _DOUBLED.values()), *_DOUBLED}
    walk = TokenWalk(paragraph)
    waiting: list[tuple[str, int]] = []
    found: list[Pair] = []
    for hit in _MARK.finditer(paragraph):
        mark, place = hit[0], hit.start()
        if _in_word(paragraph, place, walk):
            continue
        depth = _opened(waiting, closes.get(mark, ""))
        alike = closes.get(mark) == mark
        if alike and depth is not None and _stands_open(paragraph, place):
            # It opens for all that it sees: the one that waits was left open by the writer, and silences nothing.
            del waiting[depth]
            depth = None
        if depth is not None:
            found.append((waiting[depth][1], place))
            del waiting[depth:]
        elif mark in opening and not (alike and _stands_closed(paragraph, place)):
            waiting.append((mark, hit.end() - 1))
    return tuple(found)


def outer(paragraph: str, pair: Pair) -> Pair:
    """Return the range of a quotation with both of its marks."""
    opening, closing = pair
    first = opening - (paragraph[max(0, opening - 1) : opening + 1] in _DOUBLED)
    return first, closing + 1 + (paragraph[closing : closing + 2] in _DOUBLED.values())


def _closing(paragraph: str) -> dict[str, str]:
    """Each mark that closes something in this paragraph, with the marks that it closes."""
    closes = {closing: opening for opening, closing in BRACKETS.items()} | {mark: mark for mark in ALIKE}
    for opening, closing in _TURNED:
        first, other = paragraph.find(opening), paragraph.find(closing)
        if (only := _one_of(paragraph, opening, closing)) is not None:
            closes[only] = only
            continue
        if other >= 0 and (first < 0 or other < first) and _stands_open(paragraph, other):
            opening, closing = closing, opening
        closes[closing] = opening
    closes |= {closing: opening for opening, closing in _DOUBLED.items()}
    if "„" in paragraph:
        closes |= {"“": "„", "”": "„“"}
    return closes


def _one_of(paragraph: str, opening: str, closing: str) -> str | None:
    """Return the mark with which a writer who turns none opens and closes (”كذا”); None where both are used or one
    stands alone.
    """
    used = [mark for mark in (opening, closing) if mark in paragraph]
    if len(used) != 1 or paragraph.count(used[0]) < 2:
        return None
    place = paragraph.find(closing)
    opens = place >= 0 and (_stands_open(paragraph, place) or paragraph[place - 1 : place] == ":")
    return closing if opens else None


def _stands_open(paragraph: str, place: int) -> bool:
    """Return whether a mark touches what follows it, and not what comes before, or only a prefix: و"كذا"."""
    before = paragraph[max(0, place - 2) : place]
    prefixed = len(before.strip()) == 1 and before[-1] in _PREFIXES
    return (not before[-1:].strip() or prefixed) and bool(paragraph[place + 1 : place + 2].strip())


def _stands_closed(paragraph: str, place: int) -> bool:
    """Return whether a mark touches what comes before it, and not what follows."""
    return bool(paragraph[max(0, place - 1) : place].strip()) and not paragraph[place + 1 : place + 2].strip(_AFTER)


def _opened(waiting: list[tuple[str, int]], openers: str) -> int | None:
    """The last of the waiting marks that one of these could be."""
    last = len(waiting) - 1
    return next((depth for depth in range(last, max(-1, last - _DEEP), -1) if _fits(waiting[depth][0], openers)), None)


def _fits(mark: str, openers: str) -> bool:
    """Return whether a waiting mark is one of these, of which one may be made of two characters."""
    return mark == openers or (len(mark) == 1 and mark in openers and openers not in _DOUBLED)


def _in_word(paragraph: str, place: int, walk: TokenWalk) -> bool:
    """Return whether the mark is spelling: the quote of צה"ל, the apostrophe of O’Brien, brackets inside an address."""
    if not (place and paragraph[place - 1 : place].strip() and paragraph[place + 1 : place + 2].strip()):
        return False
    word = walk.at(place)
    return word is not None and word[0] < place
