"""Texts as a search keeps them: counted and searched without being folded again. Offsets are code points.

A text that a code page holds is kept in its codes, which fold in a few microseconds. Any other is kept with its folded
form and the way back from it.
"""

from collections.abc import Collection, Sequence
from functools import cached_property

import msgspec

from annotator.text import offset_map
from annotator.text.code_page import CodePage, EncodedText, encoded
from annotator.text.folding import fold, wanted
from annotator.text.half_spaces import Wanted
from annotator.text.patches import patched_form, patched_way, patches, surroundings
from annotator.text.whole_words import WholeWords

_BYTES_A_CHARACTER = 2
"""Bytes that a character takes in a string of Arabic."""


class Sought(msgspec.Struct, frozen=True, dict=True):
    """Words that are looked for: `whole` words only, in the `exact` spelling, with ة and ه alike (`teh_marbuta`)."""

    text: str
    whole: bool = False
    exact: bool = False
    teh_marbuta: bool = True

    @property
    def is_empty(self) -> bool:
        """Return whether there is nothing to look for."""
        return not fold(self.text, exact=self.exact).form.strip()

    @cached_property
    def is_one_word(self) -> bool:
        """Return whether it has no white space, so that each hit stands in one word."""
        return not any(char.isspace() for char in self.text)

    @cached_property
    def wanted(self) -> Wanted:
        """Return what is looked for in forms with, or without, ة and ه alike."""
        return wanted(self.text, teh_marbuta=self.teh_marbuta)

    @cached_property
    def loosely(self) -> Wanted:
        """Return what is looked for in any spelling: every text that has a hit holds it."""
        return wanted(self.text)

    @cached_property
    def _codes(self) -> dict[tuple[CodePage, bool], bytes | None]:
        return {}

    @cached_property
    def _expanding(self) -> dict[CodePage, Sequence[int]]:
        return {}

    def codes(self, page: CodePage, *, loosely: bool = False) -> bytes | None:
        """Return the codes that each hit has in the form of a text of this page; None if no hit can be there."""
        key = page, loosely
        if key not in self._codes:
            self._codes[key] = page.encode((self.loosely if loosely else self.wanted).form)
        return self._codes[key]

    def expanding(self, page: CodePage) -> Sequence[int]:
        """Return the codes that fold to several characters of which a hit may take a part."""
        if page not in self._expanding:
            shared = set(self.wanted.form)
            self._expanding[page] = [code for code, form in page.expanding.items() if shared & set(form)]
        return self._expanding[page]

    def find_anew(self, text: str) -> list[tuple[int, int]]:
        """Return the places in a text, which is folded for it."""
        return fold(text, teh_marbuta=self.teh_marbuta, exact=self.exact).find(self.text, whole=self.whole)

    def find_by(self, form: str, turns: bytes, text: str, inner: Collection[int] = ()) -> list[tuple[int, int]]:
        """Return the places in a text that is folded, with the way back; not for what is `exact`."""
        words = None
        if self.whole:
            words = WholeWords(text, lambda part: fold(part, teh_marbuta=self.teh_marbuta).form != "")
        return offset_map.find(form, turns, self.wanted, text, words, inner)


class TextInCodes(msgspec.Struct, gc=False):
    """A text that a code page holds; `form` is its folded form where that is shorter, so that marks need no time.

    The way back from it, `turns`, is kept once somebody has looked for a hit.
    """

    encoded: EncodedText
    form: bytes | None
    turns: bytes | None = None

    @property
    def text(self) -> str:
        """Return the text."""
        return self.encoded.text

    @property
    def size(self) -> int:
        """Return the bytes that it takes."""
        return len(self.encoded.codes) + len(self.form or b"")

    def count(self, sought: Sought) -> int | None:
        """Return the number of hits; None where only `find` can tell."""
        if self._has_gaps(sought) or self._expands(sought):
            return None
        looked_for = sought.codes(self.encoded.page, loosely=sought.exact)
        if looked_for is None or not (looked_for or sought.exact):
            return 0
        form = self._folded(sought.exact or sought.teh_marbuta)
        if sought.whole or sought.exact:
            return None if looked_for in form else 0
        return form.count(looked_for)

    def _folded(self, teh_marbuta: bool) -> bytes:
        page, codes = self.encoded.page, self.encoded.codes
        if self.form is None:
            return page.folded_one_by_one(codes, teh_marbuta=teh_marbuta)
        return self.form if teh_marbuta else page.folded(codes, teh_marbuta=False)

    def _has_gaps(self, sought: Sought) -> bool:
        """Return whether a half space may stand for a space that is looked for, or the other way round."""
        gaps, half_spaces = sought.wanted.gaps, self.encoded.page.half_spaces
        return bool(gaps) and ("\u200c" in gaps or any(code in self.encoded.codes for code in half_spaces))

    def _expands(self, sought: Sought) -> bool:
        """Return whether the text has a character that folds to several of which a hit may take a part."""
        expanding = sought.expanding(self.encoded.page)
        return bool(expanding) and any(code in self.encoded.codes for code in expanding)

    def find(self, sought: Sought) -> list[tuple[int, int]]:
        """Return the places, in reading order."""
        if sought.exact:
            return self._find_exactly(sought)
        if self._expands(sought):
            return sought.find_anew(self.text)
        return sought.find_by(self._form(sought.teh_marbuta), self._turns(), self.text)

    def _find_exactly(self, sought: Sought) -> list[tuple[int, int]]:
        """Fold only the words again that hold the query in some spelling."""
        text, loosely = self.text, sought.loosely
        if not sought.is_one_word or not loosely.form or self._expands(sought):
            return sought.find_anew(text)
        near = offset_map.find(self._form(teh_marbuta=True), self._turns(), loosely, text)
        return [
            (start + first, end + first)
            for first, last in surroundings(text, near)
            for start, end in sought.find_anew(text[first:last])
        ]

    def _form(self, teh_marbuta: bool) -> str:
        return self.encoded.page.decode(self._folded(teh_marbuta))

    def _turns(self) -> bytes:
        if self.turns is None:
            self.turns = self.encoded.page.turns(self.encoded.codes)
        return self.turns


class FoldedText(msgspec.Struct, gc=False):
    """A text with its folded form and, once somebody looks for a hit, the way back from it."""

    text: str
    form: str
    way: tuple[bytes, frozenset[int]] | None = None

    @property
    def size(self) -> int:
        """Return the bytes that it takes, about."""
        return _BYTES_A_CHARACTER * (len(self.text) + len(self.form))

    def count(self, sought: Sought) -> int | None:
        """Return 0 where there is no hit; None where only `find` can tell."""
        loosely = sought.loosely
        # In the exact spelling one of two signs counts that are read as one.
        return None if sought.exact or loosely.gaps or loosely.form in self.form else 0

    def find(self, sought: Sought) -> list[tuple[int, int]]:
        """Return the places, in reading order."""
        if sought.exact or not sought.teh_marbuta:
            return sought.find_anew(self.text)
        if self.way is None:
            self.way = _way_of(self.text)
        return sought.find_by(self.form, self.way[0], self.text, self.way[1])


def _way_of(text: str) -> tuple[bytes, frozenset[int]]:
    made = patches(text)
    if made is not None:
        return patched_way(text, made)
    folded = fold(text)
    return offset_map.turns_of_all(folded), offset_map.inner_places(folded)


SearchableText = TextInCodes | FoldedText


def searchable(text: str) -> SearchableText:
    """Return a text as a search keeps it."""
    coded = encoded(text)
    if coded is not None:
        form = coded.page.folded(coded.codes)
        return TextInCodes(coded, form if len(form) < len(coded.codes) else None)
    return FoldedText(text, _form_of(text))


def folded_form(text: str) -> str:
    """Return the folded form of a text, as `folding.fold` gives it."""
    coded = encoded(text)
    return _form_of(text) if coded is None else coded.form


def _form_of(text: str) -> str:
    made = patches(text)
    return fold(text).form if made is None else patched_form(text, made)
