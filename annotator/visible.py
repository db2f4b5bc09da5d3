"""Showing text from elsewhere in one line: what steers a terminal, a line or its direction is named, not obeyed."""

import re

NAMES = {
    "\u00ad": "SHY",
    "\u061c": "ALM",
    "\u200b": "ZWSP",
    "\u200c": "ZWNJ",
    "\u200d": "ZWJ",
    "\u200e": "LRM",
    "\u200f": "RLM",
    "\u202a": "LRE",
    "\u202b": "RLE",
    "\u202c": "PDF",
    "\u202d": "LRO",
    "\u202e": "RLO",
    "\u2060": "WJ",
    "\u2066": "LRI",
    "\u2067": "RLI",
    "\u2068": "FSI",
    "\u2069": "PDI",
    "\ufeff": "BOM",
}
"""Each hidden character and the short name that Unicode's charts give it."""

_ESCAPED = re.compile("[\udc80-\udcff]+")

HALF_SPACE = "\u200c"
"""Parts the letters of a word, in Persian and its neighbours."""
_JOINED = "\u0600-\u06ff\u0700-\u074f\u0750-\u077f\u0840-\u085f\u0870-\u08ff\u07c0-\u07ff"
"""Ranges of the scripts whose letters join, with their vowel marks."""
SPELT = re.compile(
    # The half space of Persian and the joiner of Urdu and Kurdish stand between letters; a ZWJ alone gives a letter
    # the form that it has before others, as in abbreviations.
    f"(?<=[{_JOINED}])(?:[\u200c\u200d](?=[{_JOINED}])|(?<=[^\\W\\d_])\u200d)"
    # A family is several people joined.
    "|(?<=[\u2600-\u27bf\u2b00-\u2bff\ufe0f\U0001f300-\U0001faff])\u200d(?=[\u2600-\u27bf\u2b00-\u2bff\U0001f300-\U0001faff])"
)
"""Joiners that do their ordinary work, and so are spelling and not hidden controls."""

_HIDDEN = re.compile(f"(?P<spelt>{SPELT.pattern})|[{''.join(NAMES)}]")


def visible(text: str) -> str:
    """Return the text as one line, its controls shown as `[RLO]` or `[U+001B]`; what is spelling stays as it is."""
    if text.isascii() and text.isprintable():
        return text
    spelt = {found.start() for found in SPELT.finditer(text)}
    return "".join(one if place in spelt else _shown(one) for place, one in enumerate(text))


def visible_lines(text: str) -> str:
    """Return the text with its hidden characters named as `visible` names them, and its lines and tabs as they are."""
    return _HIDDEN.sub(lambda found: found[0] if found["spelt"] else f"[{NAMES[found[0]]}]", text)


def as_utf8(text: str) -> str:
    """Return the text with the UTF-8 decoded that Python's locale could not decode (a surrogate for each byte)."""
    return _ESCAPED.sub(_decoded, text)


def _decoded(run: "re.Match[str]") -> str:
    try:
        return run[0].encode("ascii", "surrogateescape").decode()
    except UnicodeDecodeError:
        return run[0]


def printable(text: object) -> str:
    """Return the text without surrogates: `as_utf8`, and U+FFFD for bytes that are not UTF-8."""
    return as_utf8(str(text)).encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def clipped(text: str, most: int) -> str:
    """Return at most `most` code points of the text: its beginning and its end, with an ellipsis between them."""
    if len(text) <= most:
        return text
    end = most // 3
    return f"{text[: most - end - 1]}…{text[-end:]}"


def _shown(char: str) -> str:
    if char in NAMES:
        return f"[{NAMES[char]}]"
    if char in "\n\t\u2028\u2029":
        return " "
    # C0 and C1 controls: a terminal takes them for commands. Half characters stand for bytes that are not UTF-8.
    hidden = char < " " or "\x7f" <= char < "\xa0" or "\ud800" <= char < "\ue000"
    return f"[U+{ord(char):04X}]" if hidden else char
