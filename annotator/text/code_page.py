"""Texts in one byte a character, for the code points that most articles are made of: small to keep, quick to fold.

A code page gives up to 256 code points a byte each. A text of these alone is folded whole, by looking each byte up in
a table, and says the same as `folding.fold`; one that has any other code point has no place here. Offsets in codes are
code points of the text.
"""

import codecs
import re
from array import array
from functools import cache, cached_property

import msgspec

from annotator.cancellation import check_cancelled
from annotator.text.folded_letters import CONTROLS, JOINERS, MARKS
from annotator.text.folding import SPACE, UNCOUNTED, form_of
from annotator.text.half_spaces import HALF_SPACES

_PRINTED = "".join(map(chr, range(0x20, 0x7F)))
"""Printable ASCII, which keeps its own bytes."""
_PUNCTUATION = "\u00a0«»‹›‘’‚“”„–—•…"
_HIDDEN = "\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
_ARABIC = (
    "".join(map(chr, (*range(0x621, 0x63B), *range(0x640, 0x654), 0x655, *range(0x660, 0x66E), 0x670, 0x671)))
    + "،؛؟۔۰۱۲۳۴۵۶۷۸۹"
    + "پچژگکیەۀۆۇۈۋۊێڕڵڤڭۅھہۂۃےۓںٹڈڑئځڅټډړږښڼګۍېڪ"
    + "éèêàâçôüö"
)
_HEBREW = "".join(map(chr, (*range(0x591, 0x5C0), 0x5C1, 0x5C2, 0x5C4, 0x5C5, 0x5C7, *range(0x5D0, 0x5EB)))) + "׳״₪"
_AT_ONCE = 1 << 15
"""Code points that are encoded between two checks whether somebody cancels."""
_SPACES = re.compile(b"  +")
_UNUSED = "\ufffe"
"""The entry of a decoding table in the place of a byte that stands for nothing."""


class CodePage:
    """A set of code points with a byte each, and the tables that fold what is written in it."""

    def __init__(self, chars: str) -> None:
        every = dict.fromkeys(chars)
        every |= dict.fromkeys(form for form in map(form_of, chars) if len(form) == 1)
        own = {ord(char): char for char in every if char in _PRINTED}
        rest = (char for char in every if char not in _PRINTED)
        # The first byte is that of U+0000, without which Python makes no quick table.
        places = ("\0", *(own.get(code) or next(rest, _UNUSED) for code in range(1, 256)))
        if left := "".join(rest):
            raise ValueError(f"no place in the page for {left}")
        self._chars = "".join(places)
        self._encoding = codecs.charmap_build(self._chars)

    def encode(self, text: str) -> bytes | None:
        """Return the codes of a text; None if it has a code point that is not in the page."""
        parts = []
        for start in range(0, len(text), _AT_ONCE):
            check_cancelled()
            try:
                parts.append(codecs.charmap_encode(text[start : start + _AT_ONCE], "strict", self._encoding)[0])
            except UnicodeEncodeError:
                return None
        codes = b"".join(parts)
        return None if b"\0" in codes or self._may_read_two_as_one(codes) else codes

    def _may_read_two_as_one(self, codes: bytes) -> bool:
        """Return whether two signs may be folded to one: what needs a look at their neighbours has no codes."""
        form = codes.translate(self._tables[True], self._gone)
        return b"''" in form or b"<<" in form or b">>" in form or self._hamza_before_alef in codes

    @cached_property
    def _hamza_before_alef(self) -> bytes:
        return codecs.charmap_encode("\u0621\u064e\u0627", "ignore", self._encoding)[0] or b"\0"

    def decode(self, codes: bytes) -> str:
        """Return the text of codes."""
        return codecs.charmap_decode(codes, "strict", self._chars)[0]

    def folded(self, codes: bytes, *, teh_marbuta: bool = True) -> bytes:
        """Return the codes of the folded form; what folds to several characters is left as it is (`expanding`)."""
        table = self._tables[teh_marbuta]
        form = codes.translate(table, self._gone)
        if b"  " not in form:
            return form
        # White space is one space also across marks and controls, but not across tatweel and joiners.
        form = _SPACES.sub(b" ", codes.translate(table, self._silent))
        return form.translate(None, self._gone)

    def folded_one_by_one(self, codes: bytes, *, teh_marbuta: bool = True) -> bytes:
        """Return the same as `folded`, faster, of codes that each have a place in the form."""
        return codes.translate(self._tables[teh_marbuta])

    def _held(self) -> list[tuple[int, str]]:
        return [(code, char) for code, char in enumerate(self._chars) if code and char != _UNUSED]

    @cached_property
    def _tables(self) -> tuple[bytes, bytes]:
        return self._table(False), self._table(True)

    def _table(self, teh_marbuta: bool) -> bytes:
        codes = bytearray(range(256))
        for code, char in self._held():
            form = form_of(char, teh_marbuta=teh_marbuta)
            if len(form) == 1:
                codes[code] = self._chars.index(form)
        return bytes(codes)

    def _codes_of(self, pattern: str) -> bytes:
        return bytes(code for code, char in self._held() if re.match(f"[{pattern}]", char))

    @cached_property
    def _silent(self) -> bytes:
        return self._codes_of(f"{MARKS}{CONTROLS}")

    @cached_property
    def _gone(self) -> bytes:
        return self._codes_of(f"{MARKS}{JOINERS}{UNCOUNTED}")

    @cached_property
    def plain(self) -> str:
        """Return the code points that each stand for one character of a form, or none."""
        return "".join(char for code, char in self._held() if code not in self.expanding)

    @cached_property
    def half_spaces(self) -> bytes:
        """Return the codes of half spaces."""
        return self._codes_of(HALF_SPACES)

    @cached_property
    def expanding(self) -> dict[int, str]:
        """Return the forms of codes that stand for more than one character of a form."""
        forms = ((code, form_of(char)) for code, char in self._held())
        return {code: form for code, form in forms if len(form) > 1}

    @cached_property
    def _drops(self) -> re.Pattern[bytes]:
        """The runs of codes of which a form has one character, or none."""
        kinds = (SPACE, "\n\t", MARKS, JOINERS, CONTROLS, UNCOUNTED)
        space, breaks, mark, joiner, control, uncounted = map(self._codes_of, kinds)
        blank = space.translate(None, breaks)
        passed = mark + joiner
        # No mark belongs to a line break, save that it is the only white space before it.
        return re.compile(
            b"(?P<space>[%b][%b]*(?:[%b][%b]*|[%b]))|(?P<unseen>[%b][%b]*)|[%b]+"
            % (space, space + control + mark, blank, passed, breaks, uncounted, uncounted + passed, passed)
        )

    def turns(self, codes: bytes) -> bytes:
        """Return the way back from the folded form of codes, as `offset_map.turns_of` gives it."""
        turns = array("i")
        gone = behind = 0
        for run in self._drops.finditer(codes):
            start, end = run.span()
            if run.lastgroup == "unseen" or (run.lastgroup is None and start == behind):
                gone += end - start
                turns.extend((end - gone, end, end + 1))
            else:
                # Marks are part of the letter before them.
                start -= run.lastgroup is None
                place = start - gone
                gone += end - start - 1
                turns.extend((place, start, end, place + 1, end, end + 1))
            behind = end
        return turns.tobytes()


@cache
def pages() -> tuple[CodePage, ...]:
    """Return the code pages: of the languages in Arabic letters, and of Hebrew."""
    shared = "\n\t" + _PRINTED + _PUNCTUATION + _HIDDEN
    return CodePage(shared + _ARABIC), CodePage(shared + _HEBREW)


class EncodedText(msgspec.Struct, frozen=True, gc=False):
    """A text in the codes of a page."""

    codes: bytes
    page: CodePage

    @property
    def text(self) -> str:
        """Return the text."""
        return self.page.decode(self.codes)

    @property
    def form(self) -> str:
        """Return the folded form, as `folding.fold` gives it."""
        form = self.page.decode(self.page.folded(self.codes))
        for code, several in self.page.expanding.items():
            if code in self.codes:
                form = form.replace(self.page.decode(bytes([code])), several)
        return form


def encoded(text: str) -> EncodedText | None:
    """Return a text in the codes of the first page that has all of it; None if none has."""
    for page in pages():
        codes = page.encode(text)
        if codes is not None:
            return EncodedText(codes, page)
    return None
