"""Finding many names in a text at once, in any spelling, with attached clitics left outside.

Names and text are folded (`text.folding`) and compared word by word: a name begins where a word does, or after the
clitics it may begin with (و ف ب ك ل لل ال س), and ends where a word ends. Where several begin, the longest wins.
Offsets are code points.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

from annotator.text.clitics import splits
from annotator.text.folding import fold

Named = TypeVar("Named")

LEAST = 2
"""Letters that a name has at least."""

# In a folded text: Arabic letters, other letters, or digits. A word changes where the script does (بـWindows).
_ARABIC = r"\u0620-\u065f\u066e-\u06d5\u06ee\u06ef\u06fa-\u06ff\u0750-\u077f\u08a0-\u08ff"
_WORD = re.compile(rf"[{_ARABIC}]+|[^\W\d_{_ARABIC}]+|\d+")
_MAY_HAVE_CLITIC = frozenset("وفبكلسا")
_ARTICLE, _LAM = "ال", "ل"


class _Form(NamedTuple):
    """A folded name; `after_lam` if it is one whose article has lost its alef to a ل before it."""

    text: str
    after_lam: bool = False


class Names(Generic[Named]):
    """The names that are looked for, each with what it stands for. Made once, then asked for many texts."""

    def __init__(self, names: Iterable[tuple[str, Named]]) -> None:
        self._named: defaultdict[_Form, list[Named]] = defaultdict(list)
        by_word: defaultdict[str, set[_Form]] = defaultdict(set)
        for name, named in names:
            form = fold(name).form.strip()
            first = _WORD.match(form)
            if first is None or sum(map(len, _WORD.findall(form))) < LEAST:
                continue
            spellings = [(first[0], _Form(form))]
            if first[0].startswith(_ARTICLE):
                # After ل the article loses its alef: للصين is ل and لصين.
                spellings.append((_LAM + first[0][2:], _Form(_LAM + form[2:], after_lam=True)))
            for word, spelling in spellings:
                by_word[word].add(spelling)
                if named not in self._named[spelling]:
                    self._named[spelling].append(named)
        self._by_word = {word: sorted(forms, key=_longest_first) for word, forms in by_word.items()}

    def find(self, text: str) -> list[tuple[int, int, list[Named]]]:
        """Where names stand, in reading order, each with all that it may stand for.

        They do not overlap, but one may hold others: رئيس نادي الميناء names a person, and a club in it.
        """
        folded = fold(text)
        form = folded.form
        found: list[tuple[int, int, list[Named]]] = []
        done = 0
        for match in _WORD.finditer(form):
            start, word = match.start(), match[0]
            for place in (0, *_clitic_ends(word)) if word[0] in _MAY_HAVE_CLITIC else (0,):
                name = self._longest(form, start + place, word[place:], place > 0)
                if name is None:
                    continue
                end = start + place + len(name.text)
                if start >= done or end <= done:
                    done = max(done, end)
                    found.append((*folded.source(start + place, end), self._named[name]))
                    break
        return found

    def _longest(self, form: str, start: int, word: str, attached: bool) -> _Form | None:
        """The longest name at a place."""
        for name in self._by_word.get(word, ()):
            if name.after_lam and not (attached and form[start - 1] == _LAM):
                continue
            if form.startswith(name.text, start) and _ends_word(form, start + len(name.text)):
                return name
        return None


def _longest_first(name: _Form) -> tuple[int, _Form]:
    return -len(name.text), name


def _ends_word(form: str, place: int) -> bool:
    before = _WORD.match(form, place - 1)
    return before is None or before.end() == place


@lru_cache(maxsize=50_000)
def _clitic_ends(word: str) -> tuple[int, ...]:
    return tuple(splits(word, 0, len(word)))
