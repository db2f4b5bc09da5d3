"""The units of agreement: the tokens or characters of a text, and each reader's labels for them."""

import re
from collections.abc import Mapping, Sequence
from typing import Literal

import msgspec
import numpy as np
from numpy.typing import NDArray

from annotator.domain.relation import Relation
from annotator.domain.span import Span
from annotator.text.tokens import tokens

Unit = Literal["token", "character"]
Tokenizer = Literal["words", "whitespace"]
UnitValues = NDArray[np.int16]

_BLANK_APART = re.compile(r"\S+")


class ReaderMarks(msgspec.Struct, frozen=True, kw_only=True):
    """The marks of one annotator on one document."""

    annotator: str
    spans: tuple[Span, ...] = ()
    relations: tuple[Relation, ...] = ()


class ReadArticle(msgspec.Struct, frozen=True, kw_only=True):
    """A document and its readings, by different annotators."""

    id: str
    text: str
    title: str = ""
    readings: tuple[ReaderMarks, ...]
    published: str | None = None


class UnitCut:
    """A text cut into units: half-open ranges of code points, in order, that do not overlap."""

    def __init__(self, text: str, unit: Unit, tokenizer: Tokenizer) -> None:
        if unit == "character":
            self.starts = np.arange(len(text), dtype=np.int64)
            self.ends = self.starts + 1
            return
        found = tokens(text) if tokenizer == "words" else [one.span() for one in _BLANK_APART.finditer(text)]
        ranges = np.array(found, dtype=np.int64).reshape(-1, 2)
        self.starts, self.ends = ranges[:, 0].copy(), ranges[:, 1].copy()

    @property
    def size(self) -> int:
        """Return how many units the text has."""
        return int(self.starts.size)

    def covered(self, spans: Sequence[Span]) -> list[tuple[int, int, int]]:
        """Return (place of the span, first unit, unit behind the last) for each part: the units that it touches."""
        owners = [place for place, span in enumerate(spans) for _ in span.parts]
        parts = np.array([part for span in spans for part in span.parts], dtype=np.int64).reshape(-1, 2)
        first = np.searchsorted(self.ends, parts[:, 0], side="right")
        behind = np.searchsorted(self.starts, parts[:, 1], side="left")
        return list(zip(owners, first.tolist(), behind.tolist(), strict=True))


def coded(cut: UnitCut, spans: Sequence[Span], codes: Mapping[str, int]) -> tuple[UnitValues, NDArray[np.bool_]]:
    """Return the code of the shortest span over each unit (0: none), and which labels cover it.

    `codes` numbers the labels that count from 1. The second array has a row for each label, shape (labels, units).
    """
    values = np.zeros(cut.size, dtype=np.int16)
    present = np.zeros((len(codes), cut.size), dtype=np.bool_)
    counted = [span for span in spans if span.label in codes]
    # The shortest is written last; of equal ones the label that the scheme names first.
    counted.sort(key=lambda span: (-span.length, -codes[span.label], span.parts))
    for place, first, behind in cut.covered(counted):
        code = codes[counted[place].label]
        values[first:behind] = code
        present[code - 1, first:behind] = True
    return values, present


def runs(a: UnitValues, b: UnitValues) -> list[tuple[int, int, int, int]]:
    """Return the stretches of units on which two readers' values stay the same: (first, behind, value, value)."""
    if a.size == 0:
        return []
    turns = np.flatnonzero((np.diff(a) != 0) | (np.diff(b) != 0)) + 1
    begins = [0, *turns.tolist()]
    return [
        (first, behind, int(a[first]), int(b[first]))
        for first, behind in zip(begins, [*begins[1:], int(a.size)], strict=True)
    ]
