"""Half spaces: one writer sets ZWNJ (or a space of no width) where another sets a space, and a third sets nothing.

In a folded form they are nothing (می‌رود is ميرود there). So a space that is looked for may be nothing in the form where
the text has a half space, and a half space that is looked for may be a space. Offsets are code points of the form.
"""

import re
from collections.abc import Callable, Iterable
from functools import cached_property, partial
from itertools import product

import msgspec

HALF_SPACES = "\u200c\u200b"
_HALF_SPACE = re.compile(f"[{HALF_SPACES}]")
_HALF_SPACE_RUN = re.compile(f"[{HALF_SPACES}]+")
_INNER_SPACE = re.compile("(?<=[^ ]) (?=[^ ])")

MOST_GAPS = 3
"""Gaps of a query that are looked up both ways in the index; of a longer one its words are."""


def spaced(text: str) -> str:
    """Return a text with a space in the place of each half space; offsets stay."""
    return _HALF_SPACE.sub(" ", text)


StartOf = Callable[[int], int]


class Wanted(msgspec.Struct, frozen=True, dict=True):
    """A query as it is looked for in folded forms: `words` and what stands between them, a space or a half space."""

    words: tuple[str, ...]
    gaps: tuple[str, ...]

    @cached_property
    def form(self) -> str:
        """Return the form without half spaces; empty if there is nothing to look for."""
        return self._joined(gap.strip(HALF_SPACES) for gap in self.gaps)

    def runs(self) -> list[tuple[str, ...]]:
        """Return alternatives of which a form that holds the query has one: each all of its stretches."""
        if len(self.gaps) > MOST_GAPS:
            return [self.words]
        return [(self._joined(gaps),) for gaps in product(("", " "), repeat=len(self.gaps))]

    def finder(self, form: str, text: str, start_of: StartOf) -> Callable[[int], tuple[int, int] | None]:
        """Return a function from a place of a form to the next range from there on that the query has; None: no more.

        `start_of` tells where in the text a character of the form begins.
        """
        if "\u200c" not in self.gaps and (not self.gaps or _HALF_SPACE.search(text) is None):
            return partial(self._next_plain, form)
        return partial(self._next, form, text, start_of)

    def _next_plain(self, form: str, place: int) -> tuple[int, int] | None:
        found = form.find(self.form, place)
        return None if found < 0 else (found, found + len(self.form))

    def _next(self, form: str, text: str, start_of: StartOf, place: int) -> tuple[int, int] | None:
        while (match := self._pattern.search(form, place)) is not None:
            if all(self._may_be_nothing(match, number, text, start_of) for number in range(len(self.gaps))):
                return match.span()
            place = match.start() + 1
        return None

    def _may_be_nothing(self, match: re.Match[str], number: int, text: str, start_of: StartOf) -> bool:
        place = match.start(number + 1)
        if match[number + 1] or self.gaps[number] != " ":
            return True
        return _HALF_SPACE.search(text, start_of(place - 1), start_of(place)) is not None

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile("( ?)".join(map(re.escape, self.words)))

    def _joined(self, gaps: Iterable[str]) -> str:
        return "".join(word + gap for word, gap in zip(self.words, (*gaps, ""), strict=False))


def parted(query: str, folded: Callable[[str], str]) -> Wanted:
    """Return a query as it is looked for; `folded` gives the form of a part of it."""
    words: list[str] = []
    gaps: list[str] = []
    for number, part in enumerate(filter(folded, _HALF_SPACE_RUN.split(query))):
        gaps += ["\u200c"] if number else []
        pieces = _INNER_SPACE.split(folded(part))
        gaps += [" "] * (len(pieces) - 1)
        words += pieces
    return Wanted(tuple(words), tuple(gaps))
