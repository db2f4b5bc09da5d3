"""Finding many names in a text at once, in any spelling, with attached clitics left outside.

Names and text are folded (`text.folding`) and compared word by word, down one tree of words: a name begins where a
word does, or after the clitics it may begin with (و ف ب ك ل لل ال س), and ends where a word ends. Of names that begin
together the longest is found; a shorter one that begins inside it is found as well, one that crosses it is not.
Offsets are code points.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import takewhile
from typing import Generic, NamedTuple, TypeVar

from annotator.text import clitics, tokens
from annotator.text.folding import Folded, fold
from annotator.text.half_spaces import spaced
from annotator.text.morphology import Splits

Named = TypeVar("Named")

MIN_LETTERS = 2
"""Letters that a name has at least."""
SURE = 3
"""Letters of a name of one word that is recognised behind a clitic: with two, too many other words are made."""
SURER = 4
"""The same behind ك and س, with which many words begin that are no names (كريم is not like Reem)."""
PLURAL_LETTERS = 6
"""Letters of a word with its article that is taken for a plural of men."""
REMEMBERED = 16_384
"""Words of which it is remembered how they can be read, so that memory does not grow with the texts."""

# In a folded text: Arabic letters, other letters, digits, or anything else by itself. A word changes where the script
# does (بـWindows).
_ARABIC = r"\u0620-\u065f\u066e-\u06d5\u06ee\u06ef\u06fa-\u06ff\u0750-\u077f\u08a0-\u08ff"
_WORD = re.compile(rf"[{_ARABIC}]+|[^\W\d_{_ARABIC}]+|\d+|\S")
_MAY_HAVE_CLITIC = frozenset("وفبكلسا")
# Beside these a word begins or ends whatever else is there; beside others (#tag, a_b, an address) only tokens tell.
_EDGES = frozenset(' \n\t،؛؟«»()[]!…"“”')
_STOPS = frozenset(".,:")
# Spelt like the names علي، حتي، متي but for the dots, which nobody leaves out in these.
_PARTICLES = frozenset(("على", "إلى", "الى", "حتى", "متى", "لدى", "سوى"))
_MARKS = re.compile(r"[\u064b-\u0652\u0670\u0640]")
# A kunya changes with its case: أبو مازن، أبي مازن، أبا مازن.
_KUNYA = frozenset(("ابو", "ابي", "ابا"))
# Written apart or together: عبد الرحمن، عبدالرحمن.
_SERVANT = "عبد"
_CASES = {"ون": "ين", "ين": "ون"}
"""Endings of a plural of men as a subject and otherwise."""
_QUOTES = frozenset("\"'«»‹›“”„‟’‘")
"""Marks that one writer sets around a part of a name and another leaves out: مجموعة "المدار"."""


class _Node(Generic[Named]):
    """A node of the trie of names: the words that may follow, and the owners of the name that ends here."""

    __slots__ = ("after", "named")

    def __init__(self) -> None:
        self.after: dict[str, _Node[Named]] = {}
        self.named: list[Named] = []


class _Place(NamedTuple, Generic[Named]):
    """Words of a folded text that are a name, from one to another, the first without so many letters of clitics."""

    first: int
    behind: int
    cut: int
    node: "_Node[Named]"


class Names(Generic[Named]):
    """The names that are looked for, each with what it stands for. Made once, then asked for many texts.

    `splits` says where a name may begin behind clitics.
    """

    def __init__(self, names: Iterable[tuple[str, Named]], splits: Splits = clitics.splits) -> None:
        self._splits = splits
        self._root: _Node[Named] = _Node()
        for name, named in names:
            for words in (words for way in _written(name) for words in _spellings(_words(way))):
                node = self._root
                for word in words:
                    node = node.after.setdefault(word, _Node())
                if named not in node.named:
                    node.named.append(named)

    def find(self, text: str) -> list[tuple[int, int, list[Named]]]:
        """Return the places of names, in reading order, each with all that it may stand for.

        They do not cross, but one may hold others: رئيس نادي الميناء names a person, and a club in it.
        """
        found = self._find(text)
        apart = spaced(text)
        if apart == text:
            return found
        # A name with a space, where the text has a half space: علی رضا in علی‌رضا.
        more = [one for one in self._find(apart) if one not in found and _has_half_space_only_inside(text, *one[:2])]
        more = [one for one in more if not any(_cross(one, other) for other in found)]
        return sorted([*found, *more], key=lambda one: (one[0], -one[1]))

    def _find(self, text: str) -> list[tuple[int, int, list[Named]]]:
        folded = fold(text)
        words = list(_WORD.finditer(folded.form))
        places = sorted(self._places(words), key=lambda one: (_length(words, one), one.first))
        owners = [-1] * len(words)
        found: list[tuple[int, int, list[Named]]] = []
        for place in places:
            owner = owners[place.first]
            if owner == place.first or any(one != owner for one in owners[place.first : place.behind]):
                continue
            first, last = words[place.first], words[_closed(words, place) - 1]
            part = self._part(folded, first.start() + place.cut, last.end(), place.cut > 0)
            if part is not None:
                owners[place.first : place.behind] = [place.first] * (place.behind - place.first)
                found.append((*part, place.node.named))
        return sorted(found, key=lambda one: (one[0], -one[1]))

    def _places(self, words: "list[re.Match[str]]") -> "Iterator[_Place[Named]]":
        """Every name that begins at a word or behind its clitics."""
        spelt = [word[0] for word in words]
        known = self._root.after
        for first, word in enumerate(spelt):
            for cut, reading in _readings(word) if word[0] in _MAY_HAVE_CLITIC else ((0, word),):
                node, behind = known.get(reading), first + 1
                while node is not None:
                    if node.named and (not cut or behind > first + 1 or len(word) - cut >= _least(word, cut)):
                        yield _Place(first, behind, cut, node)
                    skipped = behind < len(spelt) and spelt[behind] in _QUOTES and spelt[behind] not in node.after
                    behind += skipped
                    node = node.after.get(spelt[behind]) if node.after and behind < len(spelt) else None
                    behind += 1

    def _part(self, folded: Folded, first: int, behind: int, attached: bool) -> tuple[int, int] | None:
        """Return the place of a name in the text itself; None where it cuts a word or crosses a paragraph."""
        text = folded.text
        start, end = folded.source(first, behind)
        if "\n" in text[start:end] or _MARKS.sub("", text[start:end]) in _PARTICLES:
            return None
        if attached or not (start == 0 or text[start - 1] in _EDGES):
            word = tokens.word_at(text, start)
            if word is None or not self._begins(text, word, start):
                return None
        if not _ends(text, end):
            word = tokens.word_at(text, end - 1)
            if word is not None and word[1] > end:
                if fold(text[end : word[1]]).form:
                    return None
                end = word[1]
        return start, end

    def _begins(self, text: str, word: tuple[int, int], start: int) -> bool:
        """Return whether a name may begin here in a word: before its first letter, or behind clitics."""
        return start <= word[0] or start in self._splits(text, *word) or not fold(text[word[0] : start]).form


def _closed(words: "list[re.Match[str]]", place: _Place[Named]) -> int:
    """One past the last word of a name, with the mark that closes what opens inside it."""
    opened = sum(words[number][0] in _QUOTES for number in range(place.first, place.behind)) % 2
    after = place.behind < len(words) and words[place.behind][0] in _QUOTES
    return place.behind + (opened and after)


def _written(name: str) -> list[str]:
    """Return the ways in which a name may be written: with its half spaces, and with spaces in their place."""
    return list(dict.fromkeys((name, spaced(name))))


def _has_half_space_only_inside(text: str, start: int, end: int) -> bool:
    """Return whether a stretch has a half space in it, and begins and ends at none: نوری‌ها is no نوری."""
    beside = text[max(0, start - 1) : start] + text[end : end + 1]
    return spaced(text[start:end]) != text[start:end] and spaced(beside) == beside


def _cross(one: tuple[int, int, list[Named]], other: tuple[int, int, list[Named]]) -> bool:
    return one[0] < other[0] < one[1] < other[1] or other[0] < one[0] < other[1] < one[1]


def _length(words: "list[re.Match[str]]", place: _Place[Named]) -> int:
    """Return the length of a name in folded text, negative, so that the longest sorts first."""
    return words[place.first].start() + place.cut - words[place.behind - 1].end()


def _words(name: str) -> list[str]:
    """Return the folded words of a name, without quotes and outer punctuation; none if it has too few letters."""
    words = [word for word in _WORD.findall(fold(name).form) if word not in _QUOTES]
    for _ in range(2):
        words = words[len(list(takewhile(lambda word: not word.isalnum(), words))) :][::-1]
    return words if sum(len(word) for word in words if word.isalnum()) >= MIN_LETTERS else []


def sure_word(name: str) -> str:
    """The longest piece, folded, that every text holds in which `Names` would find the name; empty if there is none.

    The first word may have lost the alef of its article (للصين), and a kunya changes with its case.
    """
    first, *others = [word for word in _words(name) if word.isalnum()] or [""]
    sure = [first.removeprefix("ا") if first.startswith("ال") else first, *others]
    return max(map(_sure, sure), key=len, default="")


def quick_sure_word(name: str) -> str:
    """Return such a piece, not always the longest, in a tenth of the time where names are made of the same words."""
    _, *others = name.split() or [""]
    found = _sure_piece(max(others, key=len)) if others else ""
    return found or sure_word(name)


@lru_cache(maxsize=REMEMBERED)
def _sure_piece(word: str) -> str:
    """Return the longest piece of a word that is not the first of its name."""
    pieces = (_sure(piece) for piece in _WORD.findall(fold(spaced(word)).form) if piece.isalnum())
    return max(pieces, key=len, default="")


def _sure(word: str) -> str:
    """Return the part of a folded word that stays in every way in which it is written; empty if none does."""
    if _in_other_case(word) is not None:
        return word[:-2]
    return "" if word in _KUNYA else word.removeprefix(_SERVANT) if word.startswith(f"{_SERVANT}ال") else word


def _spellings(words: list[str]) -> Iterator[list[str]]:
    """The words, and what else they become in a sentence."""
    if words:
        yield words
    if len(words) > 1 and words[0] in _KUNYA:
        yield from ([other, *words[1:]] for other in sorted(_KUNYA - {words[0]}))
    if words and (other := _in_other_case(words[-1])) is not None:
        yield [*words[:-1], other]
    for place, word in enumerate(words):
        if word == _SERVANT and words[place + 1 : place + 2] and words[place + 1].startswith("ال"):
            yield [*words[:place], word + words[place + 1], *words[place + 2 :]]
        elif word.startswith(f"{_SERVANT}ال") and len(word) > len(_SERVANT) + MIN_LETTERS + 1:
            yield [*words[:place], _SERVANT, word.removeprefix(_SERVANT), *words[place + 1 :]]


def _in_other_case(word: str) -> str | None:
    """Return a folded plural of men in its other case (الحوثيون، الحوثيين); None for other words."""
    ending = word[-2:]
    if len(word) < PLURAL_LETTERS or not word.startswith("ال") or ending not in _CASES:
        return None
    return word[:-2] + _CASES[ending]


@lru_cache(maxsize=REMEMBERED)
def _readings(word: str) -> tuple[tuple[int, str], ...]:
    """Return the readings of a folded word: the number of letters that are clitics, and the word behind them.

    Behind ل the article is written without its alef (للصين), and before a ل without its own ل, too (للجنة).
    """
    found = [(0, word)]
    for cut in clitics.splits(word, 0, len(word)):
        rest = word[cut:]
        found.append((cut, rest))
        if word[cut - 1] == rest[0] == "ل":
            found += [(cut, f"ا{rest}"), (cut, f"ال{rest}")]
    return tuple(found)


def _least(word: str, cut: int) -> int:
    return SURER if word[cut - 1] in "كس" else SURE


def _ends(text: str, end: int) -> bool:
    if end == len(text) or text[end] in _EDGES:
        return True
    return text[end] in _STOPS and (end + 1 == len(text) or text[end + 1] in _EDGES)
