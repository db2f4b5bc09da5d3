"""Characters that a file format cannot hold, written as `\\uXXXX`, and read back."""

import re

_ESCAPE = re.compile(r"\\u([0-9a-f]{4,6});")
_LOOKS_ESCAPED = re.compile(r"\\(?=u[0-9a-f]{4,6};)")

LINE_BREAKS = re.compile("[\x00-\x08\x0a-\x1f\x7f\x85\u2028\u2029]")
"""Characters that end a line for one tool or another, and controls, but for the tab."""

NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that XML 1.0 forbids, even as a reference."""


def escaped(text: str, unfit: re.Pattern[str]) -> str:
    """Return a text with each character that `unfit` matches as an escape; `unescaped` gives it back."""
    text = _LOOKS_ESCAPED.sub(r"\\u005c;", text)
    return unfit.sub(lambda found: f"\\u{ord(found[0]):04x};", text)


def unescaped(text: str) -> str:
    """Return a text with its escapes as the characters they stand for."""
    return _ESCAPE.sub(lambda found: _char(found[0], int(found[1], 16)), text) if "\\u" in text else text


def _char(written: str, code: int) -> str:
    return chr(code) if code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF else written
