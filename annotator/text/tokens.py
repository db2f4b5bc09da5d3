"""Words and units: what a double click takes, and what a selection is widened to.

A token is a word (letters with their marks, tatweel, joiners and hidden controls inside), a number with its
sign, separators, percent or currency sign, a URL, an address, a #tag, a @name, or an abbreviation with its
stops inside (أ.ف.ب). Punctuation belongs to none, except:
- the quote inside a Hebrew acronym (צה"ל) and the apostrophe inside a Latin word (Sana'a);
- the separators of a number: 3.5%, 1,200, 18:00, ١٢/٣/٢٠٢٦, 2026-11-22. A range (2020-2021) is two numbers.
Latin letters and digits attached to an Arabic word (بـWindows, و15) are a token of their own, and so are the
two halves of a hyphenated word, because each of them may be an actor.

Tokens are half-open ranges of code points, and split no grapheme cluster. None contains white space, except
the no-break spaces that group the digits of a number; so looking around an offset never reads further than
the next space.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from annotator.text import graphemes
from annotator.text.patterns import LazyPattern

if TYPE_CHECKING:
    import regex

# What continues a cluster, and so never begins a token or stands behind one.
_JOINED = r"\p{M}\p{GCB=Extend}\p{GCB=SpacingMark}\u200d"
_EXT = rf"[{_JOINED}]*+"
# Hidden characters and low lines may stand inside a word without ending it; U+200B, a space of no width, may not.
_INNER = r"[_\u00ad\u061c\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]*+"

# Sindhi writes "and" and "in" with signs of their own.
_RTL = rf"[[[\p{{L}}\p{{N}}--\p{{Nd}}]&&[\p{{bc=R}}\p{{bc=AL}}]]\u06fd\u06fe]{_EXT}"
# A quote behind prefixes alone opens a name (ל"הארץ"), unless one letter or a plural is all that follows (ב"כ, מ"כים).
# An apostrophe does so where it closes again (ל'הארץ', but ה'תשפ"ד).
_PREFIXES = rf"(?<![\p{{sc=Hebr}}{_JOINED}])[\u05d5\u05d1\u05db\u05dc\u05de\u05e9\u05d4]{{1,3}}"
_CLOSES_AGAIN = r"(?=[^'\u2019\n]{2,60}['\u2019](?!\p{L}))"
_OPENS_NAME = (
    rf"(?:(?<={_PREFIXES}(?:[\"\u201c\u201d\u05f4]|''|\u2019\u2019))|(?<={_PREFIXES}['\u2019]){_CLOSES_AGAIN})"
    rf"(?=\p{{sc=Hebr}}['\u2019\u05f3]?\p{{sc=Hebr}})"
    rf"(?!\p{{sc=Hebr}}(?:\u05d9\u05dd|\u05d5\u05ea|\u05d9\u05ea)(?!\p{{sc=Hebr}}))"
)
_QUOTE_IN_ACRONYM = (
    rf"(?:''|\u2019\u2019|[\"'`\u00b4\u05f3\u05f4\u2019\u201c\u201d])(?=\p{{sc=Hebr}})"
    rf"(?<=\p{{sc=Hebr}}{_EXT}(?:.|''|\u2019\u2019))(?!{_OPENS_NAME})"
)
# Typed as an apostrophe it is a geresh behind the letters that take one (ג'ורג'), one letter alone (כיתה א') and what
# is cut short (רח', גב').
_CUT_SHORT = (
    r"(?<![\p{L}\p{M}])[\u05d5\u05d1\u05db\u05dc\u05de\u05e9\u05d4]{0,2}"
    r"(?:רח|גב|עמ|פרופ|מס|טל|אונ|שד|וכו|וגו|אח|אינג|חוב|סע|נק|לפנה|אוק|נוב|דצמ|ינו|פבר|אפר|אוג|ספט|קב|יח|מח|תח|מע)"
)
_ALONE = r"(?<![\p{L}\p{M}])[\u05d5\u05d4]?[\u05d0-\u05ea--\u05da\u05dd\u05df\u05e3\u05e5]"
_TAKES_GERESH = rf"(?:[\u05d2\u05d6\u05e6\u05e5\u05ea]|{_CUT_SHORT}|{_ALONE})"
_LAST_GERESH = rf"(?:\u05f3(?<=\p{{sc=Hebr}}{_EXT}.)|['`\u00b4\u2019](?<={_TAKES_GERESH}{_EXT}.))"
# The last parts of addresses that are written in Arabic letters: النورس.نت.
_DOMAIN = r"(?:\.(?:نت|كوم|أورج|أورغ|اورغ|نيوز)(?![\p{L}\p{N}]))?"
_RTL_WORD = rf"{_RTL}(?:{_INNER}{_RTL}|{_QUOTE_IN_ACRONYM})*+(?:{_LAST_GERESH}{_EXT})?{_DOMAIN}"

_OTHER = rf"[[\p{{L}}\p{{N}}--\p{{bc=R}}--\p{{bc=AL}}]\p{{Nd}}]{_EXT}"
_APOSTROPHE = rf"['\u2019](?=\p{{sc=Latn}})(?<=\p{{sc=Latn}}{_EXT}.)"
_OTHER_WORD = rf"{_OTHER}(?:{_INNER}{_OTHER}|{_APOSTROPHE})*+"

# Heh alone is written with the line that would join it: هـ.ق.
_LETTER = rf"\p{{L}}{_EXT}\u0640?"
# How Arabic, Persian, Urdu and Hebrew spell the names of Latin letters: سي.إن.إن, بی۔بی۔سی, סי.אן.אן.
_NAMES_OF_LETTERS = """
    دبليو دابليو دبلیو ڈبلیو إيتش ایتش اتش إتش اچ ایچ هاش آئی إيه ايه إکس إكس اكس اکس ایکس واي وای وائی
    کیو كيو جيه جاي جے کیه كيه كاي إي اي آي آی أي ای اے بي بی سي سی دي دی ڈی إف اف ایف جي جی کي كي کے کی
    إل ال ایل إم ام ایم إن ان این أو او پی آر ار إس اس ایس تي تی ٹی يو یو في ڤي وی زد زي زیڈ
    דאבליו דבליו איי אייץ' ביי בי סי די אי אף ג'יי ג'י קיי קיו אל אם אן או פי אר אס טי יו וי אקס וואי זי
"""
LETTER_NAMES = f"(?:{'|'.join(sorted(_NAMES_OF_LETTERS.split(), key=len, reverse=True))})"
"""A pattern of one of them; the longest first, for it is not read again for a shorter one."""
_BEFORE_NAMES = r"(?:[وفبلك\u05d5\u05d1\u05db\u05dc\u05de\u05e9\u05d4]{0,2}(?:ال\u0640?|ل\u0640?|\u0640)?)"
_ABBREVIATION = (
    rf"(?:{_LETTER}(?:\.{_LETTER})++|{_BEFORE_NAMES}{LETTER_NAMES}(?:[.\u06d4]{LETTER_NAMES})++)(?![\p{{L}}\p{{N}}])"
)

_DIGITS = rf"\p{{Nd}}{_EXT}(?:{_INNER}\p{{Nd}}{_EXT})*+"
_DATE = rf"{_DIGITS}-{_DIGITS}-{_DIGITS}(?!-)"
_GROUPED = rf"\p{{Nd}}{{1,3}}(?:[\u00a0\u202f]\p{{Nd}}{{3}})++(?![\p{{Nd}}{_JOINED}])"
_SEPARATED = rf"{_DIGITS}(?:[.,:/\u066b\u066c]{_DIGITS})*+"
_SIGN = r"(?<![\p{L}\p{M}\p{N}_)\]%\u066a])[+\-\u2212]"
_NUMBER = (
    rf"(?:{_SIGN})?[%\u066a\p{{Sc}}]?\p{{GCB=Prepend}}{{0,4}}+(?:{_DATE}|{_GROUPED}|{_SEPARATED})"
    rf"(?:[%\u066a\u2030\p{{Sc}}]{_EXT}|(?:{_INNER}{_OTHER})*+)"
)

# The bounds keep a long row of dots and letters from being read again from each of its places.
_HOST = r"(?:[A-Za-z0-9][A-Za-z0-9-]{0,62}+\.){1,8}"
_IN_ADDRESS = rf"[\p{{L}}\p{{N}}{_JOINED}\-._~:/?#\[\]@!$&'*+,;=%]"
_ADDRESS = rf"(?:{_IN_ADDRESS}++|\({_IN_ADDRESS}*+\))++"
_URL = rf"(?:(?i:https?|ftp)://|(?i:www)\.){_ADDRESS}"
_MAIL = rf"[A-Za-z0-9][A-Za-z0-9._%+\-]{{0,63}}+@{_HOST}[A-Za-z]{{2,63}}+(?!{_IN_ADDRESS}*+@)(?![{_JOINED}])"
# Any lower-case word could end a name, but then a stop without a space behind it would glue two sentences.
_TOP = r"(?:com|org|net|edu|gov|int|info|news|tv|[a-z]{2})"
_SITE = rf"{_HOST}{_TOP}(?![\p{{L}}\p{{N}}_{_JOINED}-])(?:/{_ADDRESS}|/)?"
_TAGGED = rf"[\p{{L}}\p{{N}}_]{_EXT}"
_TAG = rf"[#\uff03@\uff20]{_TAGGED}(?:{_INNER}{_TAGGED})*+_*+"

_TOKEN = LazyPattern(
    rf"(?V1)(?s)(?P<address>{_URL}|{_SITE})|{_MAIL}|{_TAG}|{_ABBREVIATION}|{_NUMBER}|{_RTL_WORD}|{_OTHER_WORD}"
)
_AFTER_ADDRESS = ".,;:!?'*[]"
"""Characters that may stand in an address, but belong to the sentence where it ends one."""

_APOSTROPHES = frozenset("'\u2019")
_OPENING_APOSTROPHES = frozenset("'\u2018\u2019\u201a")

_GAP = LazyPattern(r"[^\S\u00a0\u202f]")
_GAP_BEFORE = LazyPattern(r"(?r)[^\S\u00a0\u202f]")
_JOINS_FORWARD = LazyPattern(r"[\p{GCB=Prepend}\u200d]")

_CHUNKS = LazyPattern(r"[\S\u00a0\u202f]++|[^\S\u00a0\u202f]++")
KNOWN_CHUNKS = 1 << 15
LONGEST_KNOWN = 48
"""As many chunks (what stands between spaces) are remembered with their tokens, of as many code points at most."""

_KEPT = LazyPattern(r"[^\p{Z}\p{P}\p{Cc}\p{Cf}]")
_LAST_KEPT = LazyPattern(r"(?r)[^\p{Z}\p{P}\p{Cc}\p{Cf}]")


def tokens(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """The whole tokens that share a character with `[start, end)`, in reading order; all, if neither is given.

    Cutting the text elsewhere gives the same tokens. Offsets outside the text count as its ends.
    """
    start, end = max(start, 0), len(text) if end is None else min(end, len(text))
    if start >= end:
        return []
    left = _GAP_BEFORE.search(text, 0, start)
    right = _GAP.search(text, end)
    first, last = left.end() if left else 0, right.start() if right else len(text)
    if _JOINS_FORWARD.search(text, first, last):
        found = _on_clusters(text, _found(text, first, last))
    else:
        found = _by_chunks(text, first, last)
    is_whole = start == 0 and end == len(text)
    return found if is_whole else [token for token in found if token[0] < end and start < token[1]]


def _by_chunks(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the tokens between two spaces, chunk by chunk: no space before or behind one makes its tokens others."""
    found, at = [], start
    chunks = _CHUNKS.findall(text, start, end)
    for chunk, inside in zip(chunks, map(_known if _are_short(chunks) else _in_chunk, chunks), strict=True):
        for begin, behind in inside:
            found.append((at + begin, at + behind))
        at += len(chunk)
    return found


def _are_short(chunks: list[str]) -> bool:
    return max(map(len, chunks), default=0) <= LONGEST_KNOWN


def _in_chunk(chunk: str) -> tuple[tuple[int, int], ...]:
    return _known(chunk) if len(chunk) <= LONGEST_KNOWN else tuple(_found(chunk, 0, len(chunk)))


@lru_cache(KNOWN_CHUNKS)
def _known(chunk: str) -> tuple[tuple[int, int], ...]:
    # A language says most with few words: nine in ten chunks have been read before.
    return tuple(_found(chunk, 0, len(chunk)))


def _found(text: str, start: int, end: int) -> list[tuple[int, int]]:
    return [_range(match) for match in _TOKEN.finditer(text, start, end)]


def counted(text: str, step: int = 20_000) -> Iterator[int]:
    """Yield the number of tokens read so far: after so many code points each time, and at the end of the text.

    For who cannot wait: a million letters take a third of a second.
    """
    count = start = 0
    while start < len(text):
        found = tokens(text, start, start + step)
        count += sum(start <= first for first, _ in found)
        yield count
        # A token of half a million letters is read once.
        start = max(start + step, found[-1][1] if found else 0)
    if not text:
        yield 0


def word_at(text: str, offset: int) -> tuple[int, int] | None:
    """The token that holds the character at `offset`, or None where there is a space, punctuation or emoji."""
    found = tokens(text, offset, offset + 1)
    return found[0] if found else None


def snap_to_tokens(text: str, start: int, end: int) -> tuple[int, int]:
    """The range without its outer space and punctuation, then widened to whole tokens.

    Emoji and other symbols are kept. A range with nothing but space and punctuation in it was meant as it is
    and is only widened to whole grapheme clusters; so is an empty one.
    """
    start, end = graphemes.snap(text, start, end)
    kept = tokens(text, start, end)
    for pattern in (_KEPT, _LAST_KEPT):
        if symbol := pattern.search(text, start, end):
            kept.append(symbol.span())
    if not kept:
        return start, end
    return graphemes.snap(text, min(first for first, _ in kept), max(last for _, last in kept))


def _range(match: "regex.Match[str]") -> tuple[int, int]:
    """Return the range of a token, without the punctuation that an address swallowed from its sentence."""
    start, end = match.span()
    if match.lastgroup == "address":
        end = start + len(match[0].rstrip(_AFTER_ADDRESS))
    elif match[0][-1] in _APOSTROPHES and _is_in_apostrophes(match.string, start, end):
        end -= 1
    return start, end


def _is_in_apostrophes(text: str, start: int, end: int) -> bool:
    """Return whether the apostrophe that ends a token closes what one before it opened: 'הארץ'."""
    opened = start > 0 and text[start - 1] in _OPENING_APOSTROPHES
    return opened and text[end : end + 1] not in _APOSTROPHES


def _on_clusters(text: str, found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The tokens widened to whole clusters where a sign joins what follows it; those that meet become one."""
    widened: list[tuple[int, int]] = []
    for token in found:
        start, end = graphemes.snap(text, *token)
        if widened and start < widened[-1][1]:
            start = widened.pop()[0]
        widened.append((start, end))
    return widened
